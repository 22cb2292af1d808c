"""Calling compiled code from Python without generated code of its own: right for all types, not fast.

Arguments and results are words: patterns of 64 bits as ints from 0, a float32 in the low half. Types are the letters of
`ir.types.LETTERS`: i word, b bool, f float64, s float32.
"""

from __future__ import annotations

import ctypes
import functools

from ..machine import context
from .jitroutines import ARGUMENT_REGISTERS, FLOAT_ARGUMENTS, INTEGER_ARGUMENTS, RESULT_RAX, RESULT_XMM0, routines
from .poll import poll_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

NO_EXIT = 0xFFFFFFFF
"""In place of an exit's number while there was none."""


class Left:
    """A call that left by an exit. `context` is the address of its context, which lives as long as this.

    `error` is the exception that Python code raised below, if that is why.
    """

    __slots__ = ("_memory", "context", "error")

    def __init__(self, memory: Any, error: BaseException | None) -> None:
        self._memory = memory
        self.context = ctypes.addressof(memory)
        self.error = error


@functools.cache
def _native() -> Callable[..., int]:
    pointer, number = ctypes.c_void_p, ctypes.c_uint64
    prototype = ctypes.PYFUNCTYPE(ctypes.c_int, pointer, number, pointer, pointer, ctypes.c_size_t)
    return prototype(routines()["invoke"])


def places(types: str) -> list[int]:
    """Where each parameter goes: a place in ARGUMENT_REGISTERS, or -1 - n for the word n on the stack."""
    integers, floats, words = 0, 0, 0
    found = []
    for letter in types:
        if letter in "fs" and floats < len(FLOAT_ARGUMENTS):
            found.append(len(INTEGER_ARGUMENTS) + floats)
            floats += 1
        elif letter in "ib" and integers < len(INTEGER_ARGUMENTS):
            found.append(integers)
            integers += 1
        else:
            words += 1
            found.append(-words)
    return found


def invoke(entry: int, words: Sequence[int], parameters: str, results: str, *, nogil: bool = False) -> list[int] | Left:
    """Calls the compiled code at `entry`. Returns the results' words, or how it left.

    The caller keeps the code and every object that the words lead to alive.
    """
    memory = (ctypes.c_uint64 * (context.SIZE // 8))()
    memory[context.EXIT // 8] = NO_EXIT
    memory[context.POLL // 8] = poll_address(nogil)
    if nogil:
        ctypes.c_uint32.from_buffer(memory, context.NOGIL).value = 1
    registers = (ctypes.c_uint64 * len(ARGUMENT_REGISTERS))()
    stack = []
    for word, place in zip(words, places(parameters), strict=True):
        if place < 0:
            stack.append(word)
        else:
            registers[place] = word
    stacked = (ctypes.c_uint64 * len(stack))(*stack)
    try:
        left = _native()(ctypes.byref(memory), entry, registers, stacked, len(stack))
    except ctypes.ArgumentError as error:  # ctypes hides it when Python's recursion ends while it converts arguments
        raise RecursionError("maximum recursion depth exceeded") from error
    except BaseException as error:
        if memory[context.EXIT // 8] & NO_EXIT == NO_EXIT:
            raise  # not from below: a signal's handler, on the way
        trace = error.__traceback__
        return Left(memory, error.with_traceback(trace and trace.tb_next))  # without this frame
    if left:
        return Left(memory, None)
    first = context.WORDS // 8
    values = memory[first : first + len(results)]
    for letters, place in (("ib", RESULT_RAX), ("fs", RESULT_XMM0)):
        index = min((at for at, letter in enumerate(results) if letter in letters), default=None)
        if index is not None:
            values[index] = registers[place // 8]
    return [value & 1 if letter == "b" else value for letter, value in zip(results, values, strict=True)]
