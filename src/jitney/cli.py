"""The `jitney` command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from . import __version__
from .errors import JitneyError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (the process's own by default). Returns the exit status."""
    parser = argparse.ArgumentParser(prog="jitney", description="Machine code at run time, from Python.")
    parser.add_argument("--version", action="version", version=f"jitney {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    demo = commands.add_parser("demo", help="run machine code made in four ways, with a listing of each")
    demo.set_defaults(run=_demo)
    options = parser.parse_args(arguments)
    try:
        options.run()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough; nothing more can be written, not even at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (JitneyError, OSError) as error:
        print(f"jitney: {error}", file=sys.stderr)
        return 1
    return 0


def _demo() -> None:
    from .demo import run

    run()


if __name__ == "__main__":
    sys.exit(main())
