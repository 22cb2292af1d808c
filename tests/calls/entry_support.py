"""Dispatchers and compiled code for the tests of entries, written with the assembler."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from calls.support import UNKNOWN_LAYOUT

from jitney.calls.dispatchroutines import RERUN, set_hooks
from jitney.calls.entry import Entry, Specialisation, entry
from jitney.calls.jitroutines import ARGUMENT_REGISTERS, FLOAT_ARGUMENTS, routines
from jitney.calls.jittype import JitBase, hold, make, set_entry
from jitney.machine import Image, context, link
from jitney.x86 import Assembler, dword, eax, ptr, qword, r11, r15, rax, rsp
from jitney.x86.operands import REGISTERS

needs_layout = pytest.mark.skipif(UNKNOWN_LAYOUT, reason="there are no entries where layouts are unknown")

WORD = (1 << 64) - 1


class Dispatcher(JitBase):
    """As the real one will be."""

    entry: Entry


class Hooks:
    """Hooks that note what they were called with and do what the test says."""

    def __init__(self) -> None:
        self.log: list[Any] = []
        self.miss: Any = lambda dispatcher, names, *args: ("missed", names, args)
        self.again: Any = lambda dispatcher, names, *args: ("missed again", names, args)
        self.left: Any = lambda dispatcher, address, error: RERUN
        self.changed: Any = lambda dispatcher, number: True
        self.before = set_hooks(
            miss=self.on_miss, miss_again=self.on_again, left=self.on_left, changed=self.on_changed, done=self.on_done
        )

    def on_miss(self, *args: Any) -> Any:
        self.log.append("miss")
        return self.miss(*args)

    def on_again(self, *args: Any) -> Any:
        self.log.append("miss_again")
        return self.again(*args)

    def on_left(self, dispatcher: Any, address: int, error: Any) -> Any:
        self.log.append("left")
        return self.left(dispatcher, address, error)

    def on_changed(self, *args: Any) -> Any:
        self.log.append("changed")
        return self.changed(*args)

    def on_done(self, dispatcher: Any) -> None:
        self.log.append("done")


@pytest.fixture
def hooks() -> Any:
    made = Hooks()
    yield made
    set_hooks(**made.before)


def compiled(write: Any) -> Image:
    """The compiled code that `write(assembler)` writes."""
    a = Assembler()
    write(a)
    return link(a.code())


def plain(*args: Any, **kwargs: Any) -> Any:
    """An undecorated function."""
    return "python", args, kwargs


def dispatcher(write: Any, parameters: Any, results: Any, py_func: Any = plain, **options: Any) -> Dispatcher:
    """A dispatcher with one entry."""
    made = make(Dispatcher, py_func)
    add_entry(made, write, parameters, results, **options)
    return made


def add_entry(made: Dispatcher, write: Any, parameters: Any, results: Any, **options: Any) -> Entry:
    """A further entry, which is asked first."""
    image = compiled(write)
    special = Specialisation(image.address, parameters, results, **options)
    assert special.can_enter()
    new = entry(special)
    hold(made, image.block, write, *new.kept)  # `write` keeps the buffer of `dump`
    if hasattr(made, "entry"):
        new.set_next(made.entry.address)
    made.entry = new
    set_entry(made, new.address)
    return new


@contextmanager
def counted(*things: Any) -> Iterator[None]:
    """Checks that what is done here, 50 times, costs none of the things references, nor gives it some."""
    before = [*map(sys.getrefcount, things)]
    yield
    after = [*map(sys.getrefcount, things)]
    # those of 0 and None move a little all the time
    assert all(abs(now - then) < 20 for now, then in zip(after, before, strict=True)), (before, after)


def call(a: Any, routine: str) -> None:
    """A call of a permanent routine from a function that has pushed nothing; the carry flag is as it left it."""
    a.lea(rsp, ptr[rsp - 8])
    a.call(a.extern(routine, routines()[routine]))
    a.lea(rsp, ptr[rsp + 8])


def leave(a: Any, number: int) -> None:
    a.mov(dword[r15 + context.EXIT], number)
    a.stc()
    a.ret()


def dump(words: str, buffer: Any) -> Any:
    """Writes the function that stores each of its parameters as it came into the ctypes array `buffer`; it returns 7.

    Where they are is worked out here anew.
    """

    def write(a: Any) -> None:
        a.mov(r11, ctypes.addressof(buffer))
        integers, floats, stack = iter(ARGUMENT_REGISTERS[:6]), iter(FLOAT_ARGUMENTS), 0
        for index, letter in enumerate(words):
            name = next(floats if letter in "fs" else integers, None)
            if name is None:
                a.mov(rax, qword[rsp + 8 + 8 * stack])
                a.mov(qword[r11 + 8 * index], rax)
                stack += 1
            else:
                (a.movq if letter in "fs" else a.mov)(qword[r11 + 8 * index], REGISTERS[name])
        a.test(rsp, 8)  # aligned at the call
        aligned = a.label()
        a.jne(aligned)
        a.ud2()
        a.bind(aligned)
        a.mov(eax, 7)
        a.ret()  # the carry flag is 0 after `test`

    return write


def returns(*values: tuple[str, int]) -> Any:
    """Writes the function that returns these words: letter and bits."""

    def write(a: Any) -> None:
        seen: set[str] = set()
        for index, (letter, bits) in enumerate(values):
            a.mov(r11, bits & WORD)
            bank = "xmm0" if letter in "fs" else "rax"
            if bank in seen:
                a.mov(qword[r15 + context.WORDS + 8 * index], r11)
            else:
                seen.add(bank)
                (a.movq if bank == "xmm0" else a.mov)(REGISTERS[bank], r11)
        a.clc()
        a.ret()

    return write
