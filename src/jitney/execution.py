"""Calls of compiled code without generated code of their own: by `invoke`, or by the IR interpreter.

For arguments that no entry takes, for processes in which object layouts are not known, and, with the interpreter, for
tests: what the IR means, apart from the machine.
"""

from __future__ import annotations

import ctypes
import struct

from .errors import JitneyError
from .frontend.objects import bits_float, box, float_bits, ir_words
from .ir.types import LETTERS, WORD, signed
from .machine import context as layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .frontend.session import Specialisation

decref = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(("Py_DecRef", ctypes.pythonapi))


class Left:
    """How compiled code left: the numbers of the exits, innermost first, the words of the first one's operands.

    `error` is the exception that Python code has raised below, if that is why.
    """

    __slots__ = ("effects", "error", "numbers", "words")

    def __init__(self, numbers: list[int], words: list[int], effects: bool, error: BaseException | None) -> None:
        self.numbers = numbers
        self.words = words
        self.effects = effects
        self.error = error


def left_at(address: int, error: BaseException | None) -> Left:
    """What the context at that address says of how compiled code left."""
    numbers = (ctypes.c_uint32 * (layout.SIZE // 4)).from_address(address)
    start = layout.TRACE // 4
    count = min(numbers[layout.TRACED // 4], layout.TRACE_COUNT)
    found = [numbers[layout.EXIT // 4], *numbers[start : start + count]]
    words = list((ctypes.c_uint64 * layout.WORD_COUNT).from_address(address + layout.WORDS))
    return Left(found, words, bool(numbers[layout.EFFECTS // 4]), error)


def call(spec: Specialisation, values: list[Any], *, nogil: bool, interpret: bool) -> Any:
    """Calls a specialisation with objects of its types. Returns the result's object, or a `Left`."""
    keep: list[object] = []  # buffers stay exported, and objects alive, until the call is over
    words = [word for type, value in zip(spec.types, values, strict=True) for word in ir_words(type, value, keep)]
    parameters = "".join(LETTERS[word] for type in spec.types for word in type.words)
    results = "".join(LETTERS[word] for word in spec.result_words())
    if interpret:
        found = _interpret(spec, words, parameters, results)
    else:
        from .calls.invoke import invoke

        outcome = invoke(spec.address, words, parameters, results, nogil=nogil)
        found = outcome if isinstance(outcome, list) else left_at(outcome.context, outcome.error)
    return _result(spec, found) if isinstance(found, list) else found


def _result(spec: Specialisation, words: list[int]) -> Any:
    """The object that the results stand for. The references that come with them go to it."""
    types = spec.results
    if not types:
        raise JitneyError("a function returned that never does")
    type = types[0]
    if len(types) > 1:
        type, words = types[words[0]], words[1:]
    value = box(type, words)
    for k in type.owners:
        decref(words[k])
    return value


def _interpret(spec: Specialisation, words: list[int], parameters: str, results: str) -> list[int] | Left:
    from .ir.interpret import run

    given = [_number(word, letter) for word, letter in zip(words, parameters, strict=True)]
    callees = {other.symbol: other.function for other in spec.family()}
    outcome = run(spec.function, given, callees=callees)  # type: ignore[arg-type]
    if outcome.results is not None:
        return [_raw(value, letter) for value, letter in zip(outcome.results, results, strict=True)]
    assert outcome.exit is not None
    operands = zip(outcome.operands, outcome.exit.operands, strict=True)
    raw = [_raw(value, LETTERS[operand.type]) for value, operand in operands]
    numbers = [outcome.exit.number, *(exit.number for exit in outcome.trace)]
    return Left(numbers, raw, outcome.effects, outcome.exception)


def _number(word: int, letter: str) -> int | float:
    if letter == "f":
        return bits_float(word)
    if letter == "s":
        return struct.unpack("<f", word.to_bytes(4, "little"))[0]  # type: ignore[no-any-return]
    return signed(word)


def _raw(value: Any, letter: str) -> int:
    if letter == "f":
        return float_bits(value)
    if letter == "s":
        return int.from_bytes(struct.pack("<f", value), "little")
    return int(value) & WORD
