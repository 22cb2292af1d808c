"""Random functions with calls of every kind, on top of those of tests/ir/generate.py."""

from __future__ import annotations

import random
from typing import Any

from ir.generate import BINARY, _Maker, random_value

from jitney.ir import ops
from jitney.ir.function import PASS_ON, Callee, CFunction, Exit, Function, Memory, Upcall, Value
from jitney.ir.interpret import from_word
from jitney.ir.types import BOOL, F32, F64, I64, KINDS, NONE, WORD
from jitney.machine import Image, link
from jitney.x86 import Assembler, byte, dword, qword, r11, rax, rsp
from jitney.x86.abi import FLOATS, WORDS, WORDS8

TYPES = [I64, I64, I64, F64, F64, F32, BOOL]
_images: dict[Any, Image] = {}


def c_function(parameters: tuple[int, ...], result: int) -> CFunction:
    """A C function that adds up the bits of its parameters, and leaves nothing in any register that it may change."""
    key = parameters, result
    image = _images.get(key)
    if image is None:
        image = _images[key] = _assembled(parameters, result)
    return CFunction(f"mix{len(_images)}", image.address, parameters, result)


def _assembled(parameters: tuple[int, ...], result: int) -> Image:
    a = Assembler()
    words, floats = [WORDS[n] for n in (7, 6, 2, 1, 8, 9)], list(FLOATS[:8])
    a.xor(rax, rax)
    stack = 8
    for type in parameters:
        registers = floats if type in (F64, F32) else words
        if registers:
            register = registers.pop(0)
            if type == F64:  # not the bits, as one NaN is as good as another
                a.cvttsd2si(r11, register)
            elif type == F32:
                a.cvttss2si(r11, register)
            elif type == BOOL:
                a.movzx(r11, WORDS8[register.number])
            else:
                a.mov(r11, register)
        else:
            if type == F64:
                a.cvttsd2si(r11, qword[rsp + stack])
            elif type == F32:
                a.cvttss2si(r11, dword[rsp + stack])
            elif type == BOOL:
                a.movzx(r11, byte[rsp + stack])
            else:
                a.mov(r11, qword[rsp + stack])
            stack += 8
        a.rol(rax, 7)
        a.add(rax, r11)
    for number in (1, 2, 6, 7, 8, 9, 10, 11):
        a.mov(WORDS[number], 0xDEAD0000 + number)
    for register in FLOATS:
        a.pcmpeqd(register, register)
    if result in (F64, F32):
        a.sar(rax, 40)
        a.cvtsi2sd(FLOATS[0], rax)
        if result == F32:
            a.cvtsd2ss(FLOATS[0], FLOATS[0])
        a.mov(rax, 0xDEAD)
    elif result == BOOL:
        a.and_(rax, 1)
        a.or_(rax, 0xABCDE00)  # only al counts
    a.ret()
    return link(a.code())


class Called:
    """A Python function to call: from the interpreter with words, from machine code with the address of the context."""

    def __init__(self, types: list[int], results: tuple[int, ...], fails: bool) -> None:
        self.types = types
        self.count = len(types)
        self.results = results
        self.fails = fails

    def __call__(self, words: list[int]) -> list[int]:
        numbers = [from_word(word, type) for word, type in zip(words, self.types, strict=True)]
        words = [0 if number != number else word for word, number in zip(words, numbers, strict=True)]
        if self.fails and sum(words) % 3 == 0:
            raise ZeroDivisionError
        mixed = sum(word << shift for shift, word in enumerate(words)) & WORD
        given = []
        for index, type in enumerate(self.results):
            word = mixed * (2 * index + 1) & WORD
            if type == BOOL:
                word &= 1
            elif type == F64:
                word = 0x3FF0_0000_0000_0000 | word >> 12
            elif type == F32:
                word = 0x3F80_0000 | word >> 41
            assert from_word(word, type) is not None
            given.append(word)
        return given


class Maker(_Maker):
    def __init__(self, rng: random.Random, name: str, callees: list[Function], objects: list[int]) -> None:
        super().__init__(rng, name)
        self.callees = callees
        self.objects = objects
        entry = self.function.entry
        for _ in range(rng.choice([0, 0, 5, 14])):
            self.pool.append(self.function.param(entry, rng.choice(TYPES)))
        self.upcalls: list[Called] = []
        zero = self.builder.zero
        self.bases = [self.frame] + [self.builder.emit(ops.ADD, I64, (self.frame, zero)) for _ in range(2)]

    def exit(self) -> Exit:
        exit = super().exit()
        exit.held = tuple(self.object() for _ in range(self.rng.choice([0, 0, 1, 2, 3])))
        return exit

    def object(self) -> Value:
        """The address of an object, not always as a constant."""
        b = self.builder
        address = b.word(self.rng.choice(self.objects))
        return address if self.rng.random() < 0.3 else b.emit(ops.ADD, I64, (b.zero, address))

    def pass_on(self) -> Exit:
        exit = self.exit()
        exit.kind, exit.operands = PASS_ON, ()
        return exit

    def from_memory(self) -> None:
        """Something with an operand in memory, whose address is computed for it alone."""
        b, rng = self.builder, self.rng
        kind = KINDS[rng.choice(["i64", "u64", "f64", "f32"])]
        at = b.emit(ops.AND, I64, (self.pick(I64), b.word(7)))
        base = b.emit(ops.OR, I64, (rng.choice(self.bases), b.zero)) if rng.random() < 0.5 else rng.choice(self.bases)
        loaded = b.load(Memory(kind, 8), base, at)
        args = [self.pick(kind.type), loaded]
        if rng.random() < 0.5:
            args.reverse()
        self.pool.append(b.emit(rng.choice(BINARY[kind.type]), kind.type, tuple(args)))

    def operation(self) -> None:
        kind = self.rng.random()
        b, rng = self.builder, self.rng
        if kind > 0.9:
            self.from_memory()
        elif kind > 0.25:
            self.frame = rng.choice(self.bases)
            super().operation()
        elif kind < 0.06 and self.callees:
            callee = rng.choice(self.callees)
            taken = tuple(param.type for param in callee.entry.params)
            arguments = tuple(self.pick(type) for type in taken)
            self.pool += b.call(Callee(callee.name, taken, callee.results), arguments, self.pass_on())
        elif kind < 0.12:
            parameters = tuple(rng.choice(TYPES) for _ in range(rng.choice([0, 1, 2, 3, 16])))
            result = rng.choice([*TYPES, NONE])
            value = b.ccall(c_function(parameters, result), *[self.pick(type) for type in parameters])
            if result != NONE:
                self.pool.append(value)
        elif kind < 0.16:
            results = tuple(rng.choice(TYPES) for _ in range(rng.randrange(4)))
            types = [rng.choice(TYPES) for _ in range(rng.randrange(4))]
            called = Called(types, results, rng.random() < 0.2)
            self.upcalls.append(called)
            exit = self.exit()
            args = tuple(self.pick(type) for type in types)
            self.pool += b.upcall(Upcall("called", called, results), args, exit)
        elif kind < 0.18:
            b.poll(self.exit())
        elif kind < 0.19:
            b.effect()
        elif kind < 0.21:
            (b.retain if rng.random() < 0.5 else b.release)(self.object())
        else:
            super().operation()


def draw(rng: random.Random, size: int, objects: list[int]) -> tuple[list[Function], list[Any], list[Maker]]:
    """A function with those that it calls after it, arguments for it."""
    functions: list[Function] = []
    makers = []
    for number in range(rng.randrange(1, 4)):
        maker = Maker(rng, f"f{number}", functions[:], objects)
        maker.make(size)
        for block in maker.function.blocks[1:]:
            block.cold = rng.random() < 0.3
        functions.append(maker.function)
        makers.append(maker)
    functions.reverse()
    arguments = [random_value(rng, param.type) for param in functions[0].entry.params]
    return functions, arguments, makers
