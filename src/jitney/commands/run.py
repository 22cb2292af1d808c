"""`jitney run`: an assembly program in a process of its own, and why it crashed if it did."""

from __future__ import annotations

import math
import os
import re
import signal
import struct
import sys

from ..errors import CommandError, MissingFeatureError
from ..machine.sections import TEXT
from ..x86 import cpu
from .source import program_from, warn
from .terminal import painter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..explain.run import Call
    from ..machine.sections import Symbol
    from ..machine.signature import Signature, Type
    from ..x86.text.program import Program

REGISTERS = 6
TIMED_OUT = 124  # as timeout(1) ends
ADDRESS = re.compile(r"0[xX][0-9a-fA-F]{1,16}")
INFINITY = re.compile(r"\s*[-+]?inf(inity)?\s*", re.IGNORECASE)


def run(path: str, arguments: list[str], entry: str | None, timeout: float | None) -> int:
    """Assemble a file and run it. Returns its exit status, or ends this process by the signal that ended it.

    Raises AssemblyError, CommandError, LinkError, MissingFeatureError, OSError.
    """
    from ..explain.run import Start, run_program

    program = program_from(path)
    symbol = _entry(program, entry)
    signature = program.source.signatures.get(symbol)
    warn(program)
    if missing := cpu.missing(program.code.features):
        raise MissingFeatureError(f"this processor lacks {', '.join(missing)}, which the program needs")
    kept: list[Any] = []
    what: Call | Start
    if symbol.name == "_start":
        what = Start([os.fsencode(text) for text in (path, *arguments)])
    else:
        what = _call(symbol.name, signature, arguments, kept)
    ended = run_program(program, symbol, what, timeout, painter(sys.stderr))
    if ended.crash is not None:
        print(ended.crash, end="", file=sys.stderr)
    if ended.late:
        if ended.crash is None:
            print(f"jitney: {path} is still running after {timeout:g} seconds, and is stopped", file=sys.stderr)
        return TIMED_OUT
    if os.WIFSIGNALED(ended.status):
        if ended.crash is None:
            name = signal.Signals(os.WTERMSIG(ended.status)).name
            print(f"jitney: {path} was ended by {name}", file=sys.stderr)
        return _die(os.WTERMSIG(ended.status))
    if ended.returned is None:
        return os.WEXITSTATUS(ended.status)
    word, float_word, changed = ended.returned
    if changed:
        names = " and ".join(changed)
        print(f"jitney: {symbol.name} has changed {names}, which a function gives back as it was", file=sys.stderr)
    if signature is None and symbol.name == "main":
        return word & 0xFF
    shown = _signed(word, 8) if signature is None else _result(signature.result, word, float_word)
    if shown is not None:
        print(shown)
    return 0


def _entry(program: Program, name: str | None) -> Symbol:
    """The function to run."""
    functions = {symbol.name: symbol for symbol in program.code.symbols if symbol.section == TEXT}
    if name is None:
        found = program.entry
        if found is None:
            raise CommandError(f"{program.filename} has no label to start at: write main: before the first instruction")
        return found
    if name not in functions:
        known = ", ".join(other for other in functions if other[0] != ".")
        raise CommandError(f"{program.filename} has no function {name!r}; it has {known or 'none'}")
    return functions[name]


def _call(name: str, signature: Signature | None, given: list[str], kept: list[Any]) -> Call:
    """A call with the arguments of the command line, by the types of the signature or as ints. `kept` takes what must
    live until it is over."""
    from ..explain.run import Call

    integers: list[int] = []
    floats: list[int] = []
    more: list[int] = []
    if signature is None:
        if len(given) > REGISTERS:
            raise CommandError(f"{name} has no signature: it takes at most {REGISTERS} ints, in registers")
        for number, text in enumerate(given, 1):
            integers.append(
                _int(text, -(1 << 63), (1 << 64) - 1, f"argument {number}", " (say what it is by .signature)")
            )
        return Call([value & (1 << 64) - 1 for value in integers])
    if len(given) != len(signature.parameters):
        count = len(signature.parameters)
        raise CommandError(f"{name}{signature} takes {count} argument{'s' * (count != 1)}, not {len(given)}")
    for number, (text, type, name) in enumerate(zip(given, signature.parameters, signature.names, strict=True)):
        word = _word(text, type, f"argument {number + 1}" if name == f"arg{number}" else name, kept)
        if type.kind == "float":
            (floats if len(floats) < 8 else more).append(word)
        else:
            (integers if len(integers) < REGISTERS else more).append(word)
    return Call(integers, floats, more)


def _word(text: str, type: Type, name: str, kept: list[Any]) -> int:
    """What goes into a register for an argument. A text for a pointer is its bytes, except for an
    address in hex."""
    if type.kind == "float":
        try:
            value = float(text)
            if math.isinf(value) and INFINITY.fullmatch(text) is None:
                raise OverflowError
            data = struct.pack("<d" if type.size == 8 else "<f", value)
        except OverflowError:
            raise CommandError(f"{name}: {text} does not fit {type.name}") from None
        except ValueError:
            raise CommandError(f"{name}: {text!r} is no {type.name}") from None
        return int.from_bytes(data, "little")
    if type.kind == "bool":
        if text not in ("True", "False", "true", "false", "1", "0"):
            raise CommandError(f"{name}: {text!r} is neither True nor False")
        return int(text in ("True", "true", "1"))
    if type.kind == "pointer":
        if ADDRESS.fullmatch(text):
            return int(text, 0)
        from ..calls.start import guarded

        memory, address = guarded(os.fsencode(text) + b"\0")
        kept.append(memory)
        return address
    return _int(text, type.minimum, type.maximum, name) & (1 << 64) - 1


def _int(text: str, low: int, high: int, name: str, hint: str = "") -> int:
    try:
        value = int(text, 0)
    except ValueError:
        raise CommandError(f"{name}: {text!r} is no int{hint}") from None
    if not low <= value <= high:
        raise CommandError(f"{name}: {text} does not fit: {low} to {high}")
    return value


def _signed(word: int, size: int) -> int:
    return int.from_bytes((word & (1 << 8 * size) - 1).to_bytes(size, "little"), "little", signed=True)


def _result(type: Type, word: int, float_word: int) -> object:
    """A result as Python prints it; None for none."""
    if type.kind == "none":
        return None
    if type.kind == "float":
        if type.size == 4:
            return struct.unpack("<f", (float_word & 0xFFFFFFFF).to_bytes(4, "little"))[0]
        return struct.unpack("<d", float_word.to_bytes(8, "little"))[0]
    if type.kind == "bool":
        return bool(word & 0xFF)
    if type.kind == "pointer":
        return hex(word)
    return _signed(word, type.size) if type.kind == "signed" else word & (1 << 8 * type.size) - 1


def _die(number: int) -> int:
    """End as the program did, so that whoever started this learns it. Returns the shells' status if that fails."""
    import resource

    sys.stdout.flush()
    sys.stderr.flush()
    resource.setrlimit(
        resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1])
    )  # the program's is enough
    if number not in (signal.SIGKILL, signal.SIGSTOP):
        signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    return 128 + number
