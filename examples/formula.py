"""A formula over columns becomes vector code, as in the engine of a database.

NumPy evaluates `price * quantity * (1 - discount)` operator by operator, and writes each intermediate column to memory.
Here the whole formula is compiled into one loop: columns come in, the result goes out, all between stays in registers.

What it shows: a compiler from Python's own syntax tree to SIMD in a page, and functions that have as many parameters as
a formula has columns, some of them on the stack.

    python examples/formula.py
    python examples/formula.py "sqrt(x*x + y*y) / max(x, 1)"
"""

from __future__ import annotations

import ast
import struct
import sys
import time
from collections.abc import Callable
from typing import Any

import jitney
from jitney.x86 import (
    Assembler,
    Mem,
    Reg,
    cpu,
    ptr,
    qword,
    r10,
    r11,
    r12,
    r13,
    r14,
    r15,
    rax,
    rbx,
    rip,
    ymmword,
    zmmword,
)
from jitney.x86.operands import REGISTERS

OPERATORS = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "div"}
FUNCTIONS = {"sqrt": 1, "abs": 1, "min": 2, "max": 2}
"""And how many arguments they take. `min` and `max` give the second where one is no number, as the instructions do."""
BASES = (r10, rbx, r12, r13, r14, r15)
"""Registers for the addresses of those columns that come on the stack."""


class Formula:
    """Writes a loop over columns of float64 for one formula, with vectors of `width` bits (256 or 512)."""

    def __init__(self, text: str, width: int) -> None:
        self.tree = ast.parse(text, mode="eval").body
        names = (node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name) and node.id not in FUNCTIONS)
        self.columns = sorted(set(names))
        self.width = width
        self.a = Assembler()
        self.bases: dict[str, Reg] = {}

    def compile(self) -> jitney.Function:
        a, lanes = self.a, self.width // 64
        parameters = ["n: int64", "result: pointer[mut]", *(f"{name}: pointer" for name in self.columns)]
        with a.function(f"({', '.join(parameters)}) -> None", "formula") as f:
            free = iter(BASES)
            for name in self.columns:
                self.bases[name] = f[name]
                if isinstance(f[name], Mem):  # it came on the stack
                    self.bases[name] = next(free)
                    a.mov(self.bases[name], f[name])
            loop, rest, done = (a.label() for _ in range(3))
            a.xor(rax, rax)
            a.lea(r11, ptr[f.n - lanes])
            a.cmp(rax, r11)
            a.jg(rest)
            a.align(32)
            a.bind(loop)
            a.vmovupd(self.memory(f.result, self.width), self.value(self.tree, self.width, 0))
            a.add(rax, lanes)
            a.cmp(rax, r11)
            a.jle(loop)
            a.bind(rest)  # one row at a time
            a.cmp(rax, f.n)
            a.jge(done)
            a.vmovsd(self.memory(f.result, 64), self.value(self.tree, 64, 0))
            a.inc(rax)
            a.jmp(rest)
            a.bind(done)
            a.vzeroupper()
        return jitney.load(a.code(), f.signature, name="formula")

    def memory(self, base: Reg, width: int) -> Mem:
        return {64: qword, 256: ymmword, 512: zmmword}[width][base + 8 * rax]

    def register(self, width: int, number: int) -> Reg:
        if number > 15:
            raise SyntaxError("the formula is too deep: it takes more than 16 registers")
        return REGISTERS[f"{ {64: 'xmm', 256: 'ymm', 512: 'zmm'}[width] }{number}"]

    def value(self, node: ast.expr, width: int, number: int) -> Reg:
        """Writes what computes a node into the register of that number; those above are free."""
        source = self.operand(node, width, number)
        target = self.register(width, number)
        if isinstance(source, Mem):
            (self.a.vmovsd if width == 64 else self.a.vmovupd)(target, source)
        return target

    def operand(self, node: ast.expr, width: int, number: int) -> Reg | Mem:
        """The same, but columns and constants are left in memory, where instructions can read them."""
        match node:
            case ast.Name(id=name) if name in self.bases:
                return self.memory(self.bases[name], width)
            case ast.Constant(value=int() | float() as constant):
                return self.constant(constant, width)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self.operate("sub", [ast.Constant(-0.0), operand], width, number)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                return self.operate(OPERATORS[type(op)], [left, right], width, number)
            case ast.Call(func=ast.Name(id=name), args=arguments) if FUNCTIONS.get(name) == len(arguments):
                return self.operate(name, arguments, width, number)
        raise SyntaxError(f"this is no part of a formula: {ast.unparse(node)}")

    def constant(self, value: float, width: int) -> Mem:
        """A number in every lane."""
        label = self.a.constant(struct.pack("<d", value) * (width // 64))
        return {64: qword, 256: ymmword, 512: zmmword}[width][rip + label]

    def operate(self, name: str, nodes: list[ast.expr], width: int, number: int) -> Reg:
        a, target = self.a, self.register(width, number)
        kind = "sd" if width == 64 else "pd"
        if name == "abs":  # all bits but the sign
            mask = self.a.constant(struct.pack("<Q", (1 << 63) - 1) * 8)
            value = self.value(nodes[0], width, number)
            if width == 512:
                a.vpandq(target, value, zmmword[rip + mask])
            else:
                wide = REGISTERS[f"ymm{number}"]
                a.vandpd(wide, wide, ymmword[rip + mask])
        elif name == "sqrt":
            source = self.operand(nodes[0], width, number)
            a.vsqrtsd(target, target, source) if width == 64 else a.vsqrtpd(target, source)
        else:
            first = self.value(nodes[0], width, number)
            second = self.operand(nodes[1], width, number + 1)
            getattr(a, f"v{name}{kind}")(target, first, second)
        return target


def compile_formula(text: str) -> tuple[jitney.Function, list[str]]:
    """The function and the names of the columns that it takes, in order, after a count and the result's column."""
    if "AVX2" not in cpu.features():
        raise SystemExit("this example is written for AVX2, which this processor lacks")
    formula = Formula(text, 512 if "AVX512F" in cpu.features() else 256)
    return formula.compile(), formula.columns


def best(seconds: float, function: Callable[..., Any], *arguments: Any) -> float:
    """The shortest time that a call has taken, of as many as fit."""
    end = time.perf_counter() + seconds
    times: list[float] = []
    while not times or time.perf_counter() < end:
        start = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)


EXAMPLES = (
    "price * quantity * (1 - discount)",
    "sqrt(dx*dx + dy*dy + dz*dz)",
    "max(0, min(1, (x - low) / (high - low)))",
    "abs(a - b) / ((a + b) / 2) * 100 - tax",
)


def compare(numpy: Any, text: str, rows: int, seconds: float) -> None:
    """Compiles a formula, and has NumPy evaluate it too."""
    start = time.perf_counter()
    function, names = compile_formula(text)
    took = time.perf_counter() - start
    generator = numpy.random.default_rng(0)
    columns = {name: generator.random(rows) + 0.5 for name in names}
    scope = {"sqrt": numpy.sqrt, "abs": numpy.abs, "min": numpy.minimum, "max": numpy.maximum, **columns}
    expression = compile(text, "<formula>", "eval")
    result = numpy.empty(rows)
    theirs = best(seconds, eval, expression, scope)
    ours = best(seconds, function, rows, result, *columns.values())
    assert numpy.array_equal(result, numpy.broadcast_to(eval(expression, scope), (rows,)))
    print(text)
    size = function.code.layout().size("text")
    print(f"  compiled in {1000 * took:.2f} ms to {size} bytes; the result has the same bits as NumPy's")
    print(f"  {1000 * ours:8.2f} ms, NumPy {1000 * theirs:8.2f} ms: {theirs / ours:.1f} times as fast\n")


def main(texts: list[str], rows: int = 1_000_000, seconds: float = 0.3) -> None:
    try:
        import numpy
    except ImportError:
        print("NumPy, which this compares with, is not installed.")
        return
    print(f"{rows:,} rows of float64\n")
    compile_formula("x")  # reads the tables of instructions, once for a process
    for text in texts or EXAMPLES:
        compare(numpy, text, rows, seconds)
    if not texts:
        function, _ = compile_formula("x * 2 + y")
        print("x * 2 + y becomes\n" + function.listing())


if __name__ == "__main__":
    main(sys.argv[1:])
