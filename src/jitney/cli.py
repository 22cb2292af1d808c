"""The `jitney` command: its commands and their options. What they do is in commands/."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from . import __version__
from .errors import AssemblyError, JitneyError

SHOW = """\
examples:
  jitney show kernels.py:blur --types "float64[:, ::1], int64"
  jitney show kernels.py:blur          for the types that the file calls it with, or else those of its annotations
  jitney show kernels.py:Grid.step --stage lowered
"""
ASM = """\
formats:
  listing  offsets, bytes and instructions: what is printed if nothing else is asked for
  bin      the bytes: text, read-only data, data
  hex      the bytes as hex text
  words    the bytes as 16-bit words, the high byte first
  c        an array in C
  python   a bytes object in Python
  elf      an object file for the linker: gcc main.c fast.o

examples:
  jitney asm fast.s
  jitney asm fast.s -o fast.o          the format follows from the name: .bin .hex .c .h .py .o
  jitney asm fast.s -f c > fast.h
"""
DIS = """\
examples:
  jitney dis 48 c7 c0 01 00 00 00 c3
  jitney dis fast.bin                  or .hex, .c, .py, .lst
  echo 0x48C7, 0xC001, 0x0000, 0x00C3 | jitney dis -
"""
RUN = """\
What runs is main, or _start, or the first global function, or what comes first.

  a function with a signature (.signature gcd, "(int64, int64) -> int64") is called with the
  arguments as its types have them, and its result is printed;
  main without one is called with ints, and its result is the exit status;
  _start is entered as the system does it: argc and argv are on the stack, and it must exit by itself;
  any other function is called with ints, and rax is printed as a signed number.

If the program is stopped by a signal, it is explained why, and jitney ends by the same signal.

examples:
  jitney run gcd.s 1071 462
  jitney run --timeout 2 loop.s
  jitney run --entry lcm gcd.s 4 6
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (the process's own by default). Returns the exit status."""
    _open_streams()
    options = _parser().parse_args(arguments)
    try:
        status: int | None = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough; nothing more can be written, not even at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:  # the shell is to see that it was one
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
        return 130
    except (JitneyError, OSError) as error:
        if isinstance(error, AssemblyError) and error.errors:
            from .commands.terminal import show_errors

            show_errors(error)
        else:
            print(f"jitney: {_message(error)}", file=sys.stderr)
        return 1
    return status or 0


def _open_streams() -> None:
    """Open to nothing what whoever started this has closed (`>&-`), so that no other file takes its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # the lowest number that is free is its own
            setattr(sys, name, open(os.open(os.devnull, os.O_RDWR), mode))


def _message(error: Exception) -> str:
    """What has failed, and which file it is about."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror if error.filename is None else f"{error.filename}: {error.strerror}"
    return str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jitney", description="A JIT compiler for Python, in Python.")
    parser.add_argument("--version", action="version", version=f"jitney {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, help: str, epilog: str = "") -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=help,
            description=help[0].upper() + help[1:] + ".",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    demo = command("demo", "run machine code made in five ways, with a listing of each")
    demo.set_defaults(run=_demo)

    show = command("show", "show the machine code of a Python function beside its source", SHOW)
    show.add_argument("function", metavar="FILE.py:FUNCTION", help="the file is imported, which runs it")
    show.add_argument("--types", help="the types of its parameters")
    show.add_argument("--ir", action="store_true", help="show the intermediate representation too")
    show.add_argument("--stage", help="show it as it is after a stage: lowered, a pass's name, final (the default)")
    show.set_defaults(run=_show)

    asm = command("asm", "assemble a file", ASM)
    asm.add_argument("file", metavar="FILE", help="Intel syntax, as docs/assembler.md has it; - is standard input")
    asm.add_argument("-f", "--format", choices=("listing", "bin", "hex", "words", "c", "python", "elf"))
    asm.add_argument("-o", "--output", metavar="OUT", help="where to write; standard output if not given")
    asm.add_argument("--origin", type=_number, default=0, help="the address that the bytes are for (0)")
    asm.set_defaults(run=_asm)

    dis = command("dis", "show bytes as instructions, with iced-x86 (pip install jitney[tools])", DIS)
    dis.add_argument("code", nargs="+", metavar="FILE|HEX", help="a file, - for standard input, or hex digits")
    dis.add_argument("-f", "--format", choices=("bin", "hex", "words"), help="how to read it, where that is not clear")
    dis.add_argument("--origin", type=_number, default=0, help="the address of the first byte (0)")
    dis.add_argument("--all", action="store_true", help="also what no jump or call from the first instruction leads to")
    dis.set_defaults(run=_dis)

    check = command("check", "find mistakes in assembly programs without running them")
    check.add_argument("files", nargs="+", metavar="FILE")
    check.set_defaults(run=_check)

    run = command("run", "assemble a file and run it; a crash is explained", RUN)
    run.add_argument("--entry", metavar="NAME", help="the function to run")
    run.add_argument("--timeout", type=_seconds, metavar="SECONDS", help="stop it after so long, and show where it is")
    run.add_argument("file", metavar="FILE", help="- is standard input")
    run.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGUMENT", help="for the program")
    run.set_defaults(run=_run)
    return parser


def _number(text: str) -> int:
    """An address on the command line."""
    number = int(text, 0)
    if not 0 <= number < 1 << 63:
        raise ValueError
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number < 1e6:
        raise ValueError
    return number


_number.__name__, _seconds.__name__ = "address", "time"  # as argparse names them in its messages


def _demo(options: argparse.Namespace) -> None:
    from .demo import run

    run()


def _show(options: argparse.Namespace) -> None:
    from .commands.show import show

    show(options)


def _asm(options: argparse.Namespace) -> None:
    from .commands.asm import asm

    asm(options.file, options.format, options.output, options.origin)


def _dis(options: argparse.Namespace) -> None:
    from .commands.dis import dis

    dis(options.code, options.format, options.origin, options.all)


def _check(options: argparse.Namespace) -> int:
    from .commands.check import check

    return check(options.files)


def _run(options: argparse.Namespace) -> int:
    from .commands.run import run

    return run(options.file, options.arguments, options.entry, options.timeout)


if __name__ == "__main__":
    sys.exit(main())
