"""Runs functions of the IR as machine code: generated, linked, and called through a trampoline, as the interpreter is.

The trampoline takes the words of the arguments from memory and puts the results beside them. `upcall`, `retain` and
`release` are callbacks into Python; `pause` and `deepen` are small routines of this file, which count their calls.
"""

from __future__ import annotations

import ctypes
import textwrap
from typing import Any

from jitney.backend.codegen import generate
from jitney.ir.function import Exit, Function
from jitney.ir.interpret import Outcome, from_word, to_word
from jitney.ir.text import parse_function
from jitney.ir.types import BOOL, F32, F64
from jitney.machine import Image, context, link, link_all
from jitney.x86 import Assembler, qword, r10, r11, r15, rax, rbp, rbx, rcx, rdi, rdx, rsi, rsp, xmm0
from jitney.x86.abi import FLOATS, WORDS
from jitney.x86.lowering import Lowering, lowering

FLOAT_TYPES = (F64, F32)
LEFT_OVER = 0x1234_5678_9ABC_DEF0
"""In the registers that callees preserve."""
SAVED = ("rbx", "rbp", "r12", "r13", "r14")


def _trampoline() -> Image:
    """(entry, arguments, context, results): rdi to r9 and xmm0 to xmm7 from the first 14 words, the rest on the stack,
    whose number stands in the word after. The results are rax, xmm0, the carry flag, and the preserved registers."""
    a = Assembler()
    for name in ("rbx", "rbp", "r12", "r13", "r14", "r15"):
        a.push(getattr(__import__("jitney.x86.operands", fromlist=[name]), name))
    a.push(rcx)  # results
    a.mov(r15, rdx)
    a.mov(r10, rsi)
    a.mov(r11, rdi)
    a.mov(rbp, rsp)
    a.mov(rcx, qword[r10 + 8 * 14])
    a.lea(rax, qword[rcx + 1])
    a.and_(rax, -2)
    a.shl(rax, 3)
    a.sub(rsp, rax)
    loop, done = a.label(), a.label()
    a.bind(loop)
    a.sub(rcx, 1)
    a.jl(done)
    a.mov(rax, qword[r10 + rcx * 8 + 8 * 15])
    a.mov(qword[rsp + rcx * 8], rax)
    a.jmp(loop)
    a.bind(done)
    for number, register in enumerate((7, 6, 2, 1, 8, 9)):
        a.mov(WORDS[register], qword[r10 + 8 * number])
    for number in range(8):
        a.movsd(FLOATS[number], qword[r10 + 8 * (6 + number)])
    for name in ("rbx", "r12", "r13", "r14"):
        a.mov(getattr(__import__("jitney.x86.operands", fromlist=[name]), name), LEFT_OVER)
    a.call(r11)
    a.mov(r10, qword[rbp])
    a.mov(qword[r10], rax)
    a.movsd(qword[r10 + 8], xmm0)
    a.sbb(rax, rax)
    a.mov(qword[r10 + 16], rax)
    a.mov(qword[r10 + 24], rbx)
    for number, name in enumerate(("r12", "r13", "r14", "r15")):
        a.mov(qword[r10 + 32 + 8 * number], getattr(__import__("jitney.x86.operands", fromlist=[name]), name))
    a.mov(rsp, rbp)
    a.pop(rcx)
    for name in ("r15", "r14", "r13", "r12", "rbp", "rbx"):
        a.pop(getattr(__import__("jitney.x86.operands", fromlist=[name]), name))
    a.ret()
    return link(a.code())


class Machine:
    """The routines that compiled code calls, and the context for its calls."""

    def __init__(self) -> None:
        self.trampoline = _trampoline()
        self.enter = ctypes.PYFUNCTYPE(None, *[ctypes.c_void_p] * 4)(self.trampoline.address)
        self.exception: BaseException | None = None
        self.count: dict[int, int] = {}
        self.context = ctypes.create_string_buffer(context.SIZE + 64)
        self.address = (ctypes.addressof(self.context) + 63) & -64
        self.poll = ctypes.c_uint32(0)
        self.pauses = ctypes.c_uint64(0)
        self.fails = ctypes.c_uint64(0)  # pause and deepen fail
        self._upcall = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(self._call_python)
        self._count = ctypes.PYFUNCTYPE(None, ctypes.c_void_p, ctypes.c_long)(self._reference)
        self.routines = self._routines()
        self.externals = {
            name: self.routines.symbols[name] for name in ("pause", "deepen", "upcall", "retain", "release")
        }

    def _routines(self) -> Image:
        a = Assembler()
        for name in ("pause", "deepen"):  # all registers stay as they were, the flags don't
            a.here(name)
            a.push(rax)
            a.push(rbx)
            a.mov(rbx, ctypes.addressof(self.pauses))
            a.add(qword[rbx], 1)
            a.mov(rbx, ctypes.addressof(self.fails))
            a.mov(rax, qword[rbx])
            a.add(rax, -1)  # the carry flag unless it was 0
            a.pop(rbx)
            a.pop(rax)
            a.ret()
        a.here("upcall")
        a.push(rbp)
        a.mov(rbp, rsp)
        a.and_(rsp, -16)
        a.mov(rax, ctypes.cast(self._upcall, ctypes.c_void_p).value)
        a.call(rax)
        a.mov(rsp, rbp)
        a.pop(rbp)
        self._clobber(a)
        a.add(rax, -1)
        a.ret()
        for name, change in (("retain", 1), ("release", -1)):
            a.here(name)
            a.push(rbp)
            a.mov(rbp, rsp)
            a.and_(rsp, -16)
            a.mov(rsi, change)
            a.mov(rax, ctypes.cast(self._count, ctypes.c_void_p).value)
            a.call(rax)
            a.mov(rsp, rbp)
            a.pop(rbp)
            self._clobber(a)
            a.ret()
        return link(a.code())

    @staticmethod
    def _clobber(a: Assembler) -> None:
        for register in (rcx, rdx, rsi, rdi, r10, r11):
            a.mov(register, 0xDEAD)
        for register in FLOATS:
            a.xorps(register, register)

    def _call_python(self, callable_: int) -> int:
        try:
            called = ctypes.cast(callable_, ctypes.py_object).value
            words = (ctypes.c_uint64 * context.WORD_COUNT).from_address(self.address + context.WORDS)
            for index, word in enumerate(called(list(words[: called.count]))):
                words[index] = word
        except BaseException as exception:
            self.exception = exception
            return 1
        return 0

    def _reference(self, address: int, change: int) -> None:
        ctypes.memset(self.address + context.WORDS + 8 * 64, 0xEE, 8 * 64)  # the end of the words is nobody's here
        self.count[address] = self.count.get(address, 0) + change

    def call(self, function: Function, entry: int, arguments: list[Any], exits: dict[int, Exit]) -> Outcome:
        words, floats, stack = [], [], []
        for value, param in zip(arguments, function.entry.params, strict=True):
            word = to_word(value, param.type)
            registers, limit = (floats, 8) if param.type in FLOAT_TYPES else (words, 6)
            (registers if len(registers) < limit else stack).append(word)
        words += [0xAAAA] * (6 - len(words))
        floats += [0xBBBB] * (8 - len(floats))
        memory = (ctypes.c_uint64 * (15 + len(stack)))(*words, *floats, len(stack), *stack)
        results = (ctypes.c_uint64 * 8)()
        ctypes.memset(self.address, 0, context.SIZE)
        self.count = {}
        ctypes.c_uint64.from_address(self.address + context.POLL).value = ctypes.addressof(self.poll)
        self.exception = None
        self.enter(entry, ctypes.addressof(memory), self.address, ctypes.addressof(results))
        assert list(results[3:7]) == [LEFT_OVER] * 4
        assert results[7] == self.address
        effects = ctypes.c_uint32.from_address(self.address + context.EFFECTS).value != 0
        held = (ctypes.c_uint64 * context.WORD_COUNT).from_address(self.address + context.WORDS)
        if not results[2]:
            given = []
            word = number = False
            for index, type in enumerate(function.results):
                if type in FLOAT_TYPES:
                    bits, number = (held[index] if number else results[1]), True
                else:
                    bits, word = (held[index] if word else results[0]), True
                assert type != BOOL or bits in (0, 1)
                given.append(from_word(bits, type))
            return Outcome(tuple(given), effects)
        exit = exits[ctypes.c_uint32.from_address(self.address + context.EXIT).value]
        operands = []
        for index, value in enumerate(exit.operands):
            assert value.type != F32 or held[index] < 1 << 32
            operands.append(from_word(held[index], value.type))
        traced = ctypes.c_uint32.from_address(self.address + context.TRACED).value
        trace = (ctypes.c_uint32 * context.TRACE_COUNT).from_address(self.address + context.TRACE)
        callers = tuple(exits[trace[index]] for index in range(min(traced, context.TRACE_COUNT)))
        return Outcome(None, effects, exit, tuple(operands), callers, self.exception)


_machine: Machine | None = None


def machine() -> Machine:
    global _machine
    if _machine is None:
        _machine = Machine()
    return _machine


def number_exits(functions: list[Function]) -> dict[int, Exit]:
    """Gives exits their numbers."""
    found: dict[int, Exit] = {}
    seen: dict[int, int] = {}
    for function in functions:
        exits = [*function.exits(), *([function.too_deep] if function.too_deep else [])]
        for exit in exits:
            if id(exit) not in seen:
                exit.number = seen[id(exit)] = len(found) + 1
                found[exit.number] = exit
    return found


class Compiled:
    """A function, and those that it calls, as machine code."""

    def __init__(self, functions: list[Function], target: Lowering | None = None) -> None:
        self.function = functions[0]
        self.exits = number_exits(functions)
        target = target or lowering()
        self.codes = [generate(function, target, machine().externals, check=True) for function in functions]
        self.images = link_all(self.codes)

    def __call__(self, *arguments: Any) -> Outcome:
        return machine().call(self.function, self.images[0].symbols[self.function.name], list(arguments), self.exits)

    def listing(self) -> str:
        return "\n".join(code.listing() for code in self.codes)


def run(functions: Function | list[Function], *arguments: Any, target: Lowering | None = None) -> Outcome:
    return Compiled([functions] if isinstance(functions, Function) else functions, target)(*arguments)


def parse(text: str) -> Function:
    """The function of a text that may be indented."""
    return parse_function(textwrap.dedent(text))


def same(one: Any, other: Any) -> bool:
    """Whether two outcomes are the same, with one NaN like another."""

    def key(value: Any) -> Any:
        return ("nan",) if value != value else (value, str(value)) if isinstance(value, float) else value

    def keys(values: Any) -> Any:
        return values if values is None else tuple(map(key, values))

    return (
        keys(one.results) == keys(other.results)
        and one.exit is other.exit
        and keys(one.operands) == keys(other.operands)
        and one.trace == other.trace
        and one.effects == other.effects
        and type(one.exception) is type(other.exception)
    )
