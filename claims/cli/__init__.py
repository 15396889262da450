"""The command line: parse, build and run, print. Thin over the library."""
