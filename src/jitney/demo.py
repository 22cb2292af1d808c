"""What `jitney demo` runs: machine code from bytes, from the assembler, and from an ordinary Python function."""

from __future__ import annotations

import sys
import time
from array import array
from typing import Any

import jitney
from jitney.x86 import (
    Assembler,
    cpu,
    eax,
    ecx,
    k1,
    ptr,
    qword,
    r8,
    rax,
    rcx,
    rdi,
    rdx,
    rip,
    rsi,
    xmm0,
    xmm1,
    xmm2,
    xmmword,
    ymm0,
    ymm1,
    ymmword,
    z,
    zmm0,
    zmm1,
    zmm2,
    zmmword,
)

# The program of the article that Jitney grew from: it writes a string with a system call. Its 16-bit words hold the
# bytes of the program two by two, the first one high.
ARTICLE = [
    0x48C7, 0xC001, 0x0000, 0x0048, 0xC7C7, 0x0100, 0x0000, 0x48C7, 0xC20C, 0x0000, 0x0048, 0x8D35, 0x0400, 0x0000,
    0x0F05, 0xC3CC, 0x4865, 0x6C6C, 0x6F20, 0x576F, 0x726C, 0x6421, 0x000A,
]  # fmt: skip


def run() -> None:
    """Run all parts, printing to standard output."""
    _title("1. Bytes: the article's program, from its own 16-bit words")
    hello = jitney.load(ARTICLE, "() -> None", name="hello")
    print(hello.listing())
    _call(hello)
    print("\n")

    _title("2. The same program, written with the assembler")
    hello = jitney.load(hello_world(), "() -> None", name="hello")
    print(hello.listing())
    _call(hello)
    print()

    _title("3. Functions with arguments and results")
    _arithmetic()

    width = cpu.widest_vector()
    _title(f"4. The widest vectors of this processor: {width} bits")
    _vectors(width)
    print()

    _title("5. An ordinary Python function, compiled when it is called")
    _mandelbrot()


def hello_world() -> jitney.Code:
    """The article's program: its string stands in a data section and is found by its label."""
    a = Assembler()
    message, end = a.label("message"), a.label("end")
    a.mov(rax, 1)  # the system call `write`
    a.mov(rdi, 1)  # to standard output
    a.lea(rsi, ptr[rip + message])
    a.lea(rdx, ptr[rip + end])
    a.sub(rdx, rsi)  # the string's length, which nobody had to count
    a.syscall()
    a.ret()
    a.section("data")
    a.bind(message)
    a.ascii("Hello World!\n")
    a.bind(end)
    return a.code()


def greatest_common_divisor() -> jitney.Code:
    """Euclid's algorithm on two unsigned numbers."""
    a = Assembler()
    done = a.label("done")
    a.mov(rax, rdi)
    loop = a.here("loop")
    a.test(rsi, rsi)
    a.je(done)
    a.xor(eax, eax)
    a.xchg(rax, rdi)
    a.xor(ecx, ecx)
    a.mov(rdx, rcx)
    a.div(rsi)  # rdx:rax / rsi, the remainder in rdx
    a.mov(rdi, rsi)
    a.mov(rsi, rdx)
    a.jmp(loop)
    a.bind(done)
    a.mov(rax, rdi)
    a.ret()
    return a.code()


def horner() -> jitney.Code:
    """2x**2 - 3x + 0.5, its coefficients as constants."""
    a = Assembler()
    a.movsd(xmm1, qword[rip + a.constant(2.0)])
    a.mulsd(xmm1, xmm0)
    a.addsd(xmm1, qword[rip + a.constant(-3.0)])
    a.mulsd(xmm0, xmm1)
    a.addsd(xmm0, qword[rip + a.constant(0.5)])
    a.ret()
    return a.code()


def axpy(width: int) -> jitney.Code:
    """y[i] += a * x[i] for n float64s, with vectors of `width` bits: n in rdi, x in rsi, y in rdx, a in xmm0."""
    a = Assembler()
    step = width // 64
    tail, done = a.label("tail"), a.label("done")
    factor, product, memory = {512: (zmm0, zmm1, zmmword), 256: (ymm0, ymm1, ymmword), 128: (xmm2, xmm1, xmmword)}[
        width
    ]
    if width == 128:
        a.movapd(xmm2, xmm0)
        a.unpcklpd(xmm2, xmm2)
    else:
        a.vbroadcastsd(factor, xmm0)
    a.xor(eax, eax)
    a.lea(rcx, ptr[rdi - step])
    loop = a.here("loop")
    a.cmp(rax, rcx)
    a.jg(tail)
    if width == 128:
        a.movupd(product, memory[rsi + 8 * rax])
        a.mulpd(product, factor)
        a.movupd(xmm0, memory[rdx + 8 * rax])
        a.addpd(product, xmm0)
        a.movupd(memory[rdx + 8 * rax], product)
    else:
        a.vmulpd(product, factor, memory[rsi + 8 * rax])
        a.vaddpd(product, product, memory[rdx + 8 * rax])
        a.vmovupd(memory[rdx + 8 * rax], product)
    a.add(rax, step)
    a.jmp(loop)
    a.bind(tail)
    if width == 512:  # the last elements under a mask of (1 << n - i) - 1
        a.mov(r8, rdi)
        a.sub(r8, rax)
        a.je(done)
        a.mov(ecx, -1)
        a.bzhi(rcx, rcx, r8)
        a.kmovw(k1, ecx)
        a.vmovupd(zmm2(k1, z), zmmword[rsi + 8 * rax])
        a.vmovupd(zmm1(k1, z), zmmword[rdx + 8 * rax])
        a.vmulpd(zmm2, zmm2, zmm0)
        a.vaddpd(zmm1, zmm1, zmm2)
        a.vmovupd(zmmword[rdx + 8 * rax](k1), zmm1)
    else:
        a.cmp(rax, rdi)
        a.jge(done)
        if width == 256:
            a.vmulsd(xmm1, xmm0, qword[rsi + 8 * rax])
            a.vaddsd(xmm1, xmm1, qword[rdx + 8 * rax])
            a.vmovsd(qword[rdx + 8 * rax], xmm1)
        else:
            a.movsd(xmm1, qword[rsi + 8 * rax])
            a.mulsd(xmm1, xmm2)
            a.addsd(xmm1, qword[rdx + 8 * rax])
            a.movsd(qword[rdx + 8 * rax], xmm1)
        a.add(rax, 1)
        a.jmp(tail)
    a.bind(done)
    if width > 128:
        a.vzeroupper()
    a.ret()
    return a.code()


@jitney.jit
def mandelbrot(picture: Any, width: int, height: int, limit: int) -> None:
    """How soon each point leaves a circle around the origin: 0 at once, 9 never."""
    for row in range(height):
        y = 2.4 * row / height - 1.2
        for column in range(width):
            x = 3.2 * column / width - 2.3
            a = b = 0.0
            n = 0
            while n < limit and a * a + b * b < 4.0:
                a, b = a * a - b * b + x, 2.0 * a * b + y
                n += 1
            picture[row * width + column] = min(n.bit_length(), 8) if n < limit else 9


INNERMOST = "while n < limit"


def _mandelbrot() -> None:
    width, height, limit = 78, 24, 30_000
    picture, expected = bytearray(width * height), bytearray(width * height)
    start = time.perf_counter()
    mandelbrot(picture, width, height, limit)
    native = time.perf_counter() - start
    start = time.perf_counter()
    getattr(mandelbrot, "py_func", mandelbrot)(expected, width, height, limit)
    interpreted = time.perf_counter() - start
    for row in range(height):
        print("".join(" .,:;+*%@#"[value] for value in picture[row * width : (row + 1) * width]))
    if not hasattr(mandelbrot, "inspect_asm"):
        print("\nDrawn by the interpreter: JITNEY_DISABLE is set, or there is no code for this platform.")
        return
    compiling = 1000 * mandelbrot.stats().seconds
    print(f"\ncompiled and drawn: {1000 * native:,.0f} ms, of which compiling took {compiling:.0f}", end="; ")
    print(f"drawn by the interpreter: {1000 * interpreted:,.0f} ms")
    print(f"the pictures agree in every point: {picture == expected}\n")
    print("The innermost loop, each line of Python above its machine code:\n")
    print(_innermost(mandelbrot.inspect_asm()))
    print(f"\nAll of it: jitney show {__file__}:mandelbrot --types 'bytearray, int, int, int'")


def _innermost(report: str) -> str:
    """The part of the report from the loop's first line to the line that stands behind the loop."""
    lines = report.splitlines()
    first = next(k for k, line in enumerate(lines) if INNERMOST in line)
    last = next(k for k, line in enumerate(lines) if k > first and "picture[row" in line)
    return "\n".join(lines[first:last])


def _arithmetic() -> None:
    gcd = jitney.load(greatest_common_divisor(), "(a: uint64, b: uint64) -> uint64", name="gcd")
    print(gcd.listing())
    print(f"gcd(1071, 462) = {gcd(1071, 462)}")
    print(f"gcd(b=2**40, a=6**20) = {gcd(b=2**40, a=6**20)}\n")
    p = jitney.load(horner(), "(x: float64) -> float64", name="p", doc="2x**2 - 3x + 0.5")
    print(p.listing())
    print(f"p(1.5) = {p(1.5)}\np(3)   = {p(3)}")
    for what in ("p('3')", "p()", "gcd(-1, 2)"):
        try:
            eval(what, {"p": p, "gcd": gcd})
        except (TypeError, OverflowError) as error:
            print(f"{what}: {type(error).__name__}: {error}")
    print()


def _vectors(width: int) -> None:
    code = axpy(width)
    update = jitney.load(code, "(n: int64, a: float64, x: pointer, y: pointer[mut]) -> None", name="axpy")
    print(update.listing())
    n = 100_003
    x = array("d", (i * 0.5 for i in range(n)))
    y = array("d", bytes(8 * n))
    expected = array("d", (0.25 * value for value in x))
    start = time.perf_counter()
    update(n, 0.25, x, y)
    native = time.perf_counter() - start
    start = time.perf_counter()
    again = array("d", bytes(8 * n))
    for i in range(n):
        again[i] += 0.25 * x[i]
    interpreted = time.perf_counter() - start
    print(f"axpy over {n:,} elements: {native * 1e6:,.0f} us; the same loop in Python: {interpreted * 1e6:,.0f} us")
    print(f"the results agree in every bit: {y == expected == again}")


def _title(text: str) -> None:
    print(f"{text}\n{'-' * len(text)}\n")


def _call(function: jitney.Function) -> None:
    """Call a function that writes to standard output behind Python's back."""
    sys.stdout.flush()
    function()
