"""`python -m claims` is the command `claims`."""

import sys

from claims.cli.main import command

if __name__ == "__main__":
    sys.exit(command())
