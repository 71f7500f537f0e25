"""``python -m rushes.simulator``: the simulator without the rest of the program."""

import argparse
import sys

from rushes.simulator.command import add_arguments, run

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="rushes simulate")
    add_arguments(parser)
    sys.exit(run(parser.parse_args()))
