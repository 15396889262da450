"""One module a command: what may stand behind it, and the frozen object that it is parsed into.

Each holds `Options`, DESCRIPTION, EPILOG and `add(parser)`, and imports no more than `argparse` and attrs:
`--help` has to be quick. The module of the same name in `claims.cli` runs the command.
"""
