"""The dot product with SSE2, AVX2 and AVX-512, beside NumPy's.

One piece of Python writes all three: only registers, a few names and the size of a step differ. Four sums run beside
each other, because an addition takes four cycles while two can begin in each; that is what makes it fast.

What it shows: vectors, a loop of machine code that a loop of Python unrolls, and how to ask what the processor can do.

    python examples/dot.py
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import jitney
from jitney.x86 import Assembler, Mem, Reg, cpu, ptr, qword, rax, rcx, xmm0, xmm1, xmm2, xmmword, ymm0, ymmword, zmmword
from jitney.x86.operands import REGISTERS

WIDTHS: dict[str, tuple[int, set[str]]] = {
    "SSE2": (128, set()),
    "AVX2": (256, {"AVX2", "FMA"}),
    "AVX-512": (512, {"AVX512F"}),
}
"""The width of vectors in bits, and the features that a processor must have besides what all have."""
UNROLLED = 4


class Vectors:
    """What differs between the instruction sets."""

    def __init__(self, a: Assembler, width: int) -> None:
        self.a = a
        self.width = width
        self.lanes = width // 64
        self.memory = {128: xmmword, 256: ymmword, 512: zmmword}[width]

    def registers(self, first: int) -> list[Reg]:
        bank = {128: "xmm", 256: "ymm", 512: "zmm"}[self.width]
        return [REGISTERS[f"{bank}{number}"] for number in range(first, first + UNROLLED)]

    def zero(self, register: Reg) -> None:
        if self.width == 128:
            self.a.xorpd(register, register)
        else:  # the upper lanes are zeroed with the lowest
            lowest = REGISTERS[f"xmm{register.number}"]
            self.a.vxorpd(lowest, lowest, lowest)

    def add(self, target: Reg, source: Reg) -> None:
        if self.width == 128:
            self.a.addpd(target, source)
        else:
            self.a.vaddpd(target, target, source)

    def add_product(self, target: Reg, x: Mem, y: Mem, spare: Reg, other: Reg) -> None:
        """target += x * y"""
        a = self.a
        if self.width == 128:
            a.movupd(spare, x)
            a.movupd(other, y)
            a.mulpd(spare, other)
            a.addpd(target, spare)
        else:
            a.vmovupd(spare, x)
            a.vfmadd231pd(target, spare, y)

    def add_lanes(self) -> None:
        """The lanes of register 0 into one number in xmm0."""
        a = self.a
        if self.width == 512:
            a.vextractf64x4(REGISTERS["ymm1"], REGISTERS["zmm0"], 1)
            a.vaddpd(ymm0, ymm0, REGISTERS["ymm1"])
        if self.width >= 256:
            a.vextractf128(xmm1, ymm0, 1)
            a.vaddpd(xmm0, xmm0, xmm1)
            a.vzeroupper()
        a.movapd(xmm1, xmm0)
        a.unpckhpd(xmm1, xmm1)
        a.addsd(xmm0, xmm1)


def dot_product(width: int) -> jitney.Function:
    """dot(x, y, n) with vectors of that many bits."""
    a = Assembler()
    vectors = Vectors(a, width)
    sums, spares, others = (vectors.registers(first) for first in (0, UNROLLED, 2 * UNROLLED))
    lanes, memory = vectors.lanes, vectors.memory
    loop, rest, single, done = (a.label() for _ in range(4))
    with a.function("(x: pointer, y: pointer, n: int64) -> float64", "dot") as f:
        for total in sums:
            vectors.zero(total)
        a.xor(rax, rax)  # how many are done
        a.lea(rcx, ptr[f.n - UNROLLED * lanes])
        a.cmp(rax, rcx)
        a.jg(rest)
        a.align(32)
        a.bind(loop)
        for number in range(UNROLLED):
            place = 8 * rax + 8 * lanes * number
            x, y = memory[f.x + place], memory[f.y + place]
            vectors.add_product(sums[number], x, y, spares[number], others[number])
        a.add(rax, UNROLLED * lanes)
        a.cmp(rax, rcx)
        a.jle(loop)

        a.bind(rest)  # four sums become one
        for target, source in ((0, 1), (2, 3), (0, 2)):
            vectors.add(sums[target], sums[source])
        vectors.add_lanes()

        a.bind(single)  # what is left, one by one
        a.cmp(rax, f.n)
        a.jge(done)
        a.movsd(xmm2, qword[f.x + 8 * rax])
        a.mulsd(xmm2, qword[f.y + 8 * rax])
        a.addsd(xmm0, xmm2)
        a.inc(rax)
        a.jmp(single)
        a.bind(done)
    return jitney.load(a.code(), f.signature, name="dot")


def possible() -> dict[str, jitney.Function]:
    """The functions for what this processor has, by name."""
    return {name: dot_product(width) for name, (width, needs) in WIDTHS.items() if needs <= cpu.features()}


def best(seconds: float, function: Callable[..., Any], *arguments: Any) -> float:
    """The shortest time that a call has taken, of as many as fit."""
    end = time.perf_counter() + seconds
    times: list[float] = []
    while not times or time.perf_counter() < end:
        start = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)


def row(numpy: Any, functions: dict[str, jitney.Function], size: int, seconds: float) -> str:
    """A line of the table: the times for two vectors of that size."""
    generator = numpy.random.default_rng(size)
    x, y = generator.random(size), generator.random(size)
    expected = numpy.dot(x, y)
    theirs = best(seconds, numpy.dot, x, y)
    text = f"{size:>10,}  {1e6 * theirs:>9.2f} us"
    for dot in functions.values():
        assert abs(dot(x, y, size) - expected) <= 1e-9 * expected
        ours = best(seconds, dot, x, y, size)
        text += f"{1e6 * ours:>9.2f} us ({theirs / ours:4.2f}x)"
    return text


def main(sizes: tuple[int, ...] = (100, 10_000, 1_000_000), seconds: float = 0.1) -> None:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread against one
    try:
        import numpy
    except ImportError:
        print("NumPy, which this compares with, is not installed.")
        return
    functions = possible()
    print(f"{'numbers':>10}  {'numpy.dot':>12}" + "".join(f"{name:>20}" for name in functions))
    for size in sizes:
        print(row(numpy, functions, size, seconds))
    missing = WIDTHS.keys() - functions.keys()
    if missing:
        print(f"This processor lacks {', '.join(sorted(missing))}.")
    print("\nHow many times as fast as numpy.dot is in brackets; the sums differ from its sums by rounding only.")


if __name__ == "__main__":
    main()
