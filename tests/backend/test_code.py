"""What the code looks like: loops without needless moves and memory, calls that hurt nobody, source lines."""

from __future__ import annotations

import itertools
import re

import pytest
from backend.native import Compiled, machine, parse, same

from jitney.backend.codegen import generate
from jitney.ir.builder import Builder, Scope
from jitney.ir.function import BAIL, Exit, Function, Memory, Value
from jitney.ir.interpret import run as interpret
from jitney.ir.types import F64, I64, KINDS
from jitney.x86 import cpu
from jitney.x86.lowering import lowering

VEX = lowering(cpu.features() | {"AVX", "BMI2", "SSE4_1", "LZCNT", "POPCNT", "FMA"})

MANDELBROT = """
function mandel(v1: f64, v2: f64, v3: i64) -> i64 {
b1:
  jump b2(0.0, 0.0, 0)
b2(v4: f64, v5: f64, v6: i64):
  v10: f64 = fmul v4, v4
  v11: f64 = fmul v5, v5
  v12: f64 = fsub v10, v11
  v13: f64 = fadd v12, v1
  v14: f64 = fmul 2.0, v4
  v15: f64 = fmul v14, v5
  v16: f64 = fadd v15, v2
  v19: i64 = add v6, 1
  v20: bool = lt v19, v3
  branch v20, b4, b5
b4:
  v21: f64 = fmul v13, v13
  v22: f64 = fmul v16, v16
  v23: f64 = fadd v21, v22
  v24: bool = flt v23, 4.0
  branch v24, b2(v13, v16, v19), b5
b5:
  return v19
}
"""


def loop_of(listing: str) -> list[str]:
    """The instructions of the first loop: from a label to the last jump back to it."""
    lines = listing.split("\n")
    places = {line[:-1]: number for number, line in enumerate(lines) if line.endswith(":")}
    jumps = [(number, line.split()[-1]) for number, line in enumerate(lines) if re.search(r" j\w+ \.L\d+$", line)]
    back = [(number, label) for number, label in jumps if places[label] < number]
    label = back[0][1]
    end = max(number for number, other in back if other == label)
    return [line[38:].split("  #")[0].strip() for line in lines[places[label] : end + 1] if line[38:].strip()]


def listing(text: str) -> str:
    return generate(parse(text), VEX, machine().externals, check=True).listing()


def test_loop_without_moves() -> None:
    """The next value of a parameter is computed behind the last use of the parameter, into its register."""
    assert not [line for line in loop_of(listing(MANDELBROT)) if line.startswith("vmovaps")]


def test_fused_into_memory_operands() -> None:
    body = loop_of(
        listing("""
        function sum(v1: i64, v2: i64) -> i64 {
        b3:
          jump b4(0, 0)
        b4(v5: i64, v6: i64): depth 1
          v7: i64 = load i64 data[v1 + v5*8 + 16]
          v8: i64 = addo v6, v7  ! bail #0 line 3
          v9: i64 = add v5, 1
          v10: bool = lt v9, v2
          branch v10, b4(v9, v8), b11
        b11:
          return v8
        }""")
    )
    assert len(body) == 5, body
    assert body[0].startswith("add ") and "*8 + 0x10]" in body[0]


def pressed(carried: int, invariant: int, is_float: bool, in_register: bool = True) -> Function:
    """A loop that keeps so many values at once."""
    type = F64 if is_float else I64
    function = Function("pressed", (type,))
    start, body, end = blocks = [function.block() for _ in range(3)]
    function.blocks = blocks
    count, pointer = function.param(start, I64), function.param(start, I64)
    b = Builder(function, start)
    memory = Memory(KINDS["f64" if is_float else "i64"])
    constants = [b.load(memory._replace(displacement=8 * n), pointer) for n in range(invariant)]
    initial = [b.load(memory._replace(displacement=8 * n), pointer) for n in range(carried)]
    start.jump(body, [b.zero, *initial])
    counter = function.param(body, I64)
    params = [function.param(body, type) for _ in range(carried)]
    b.enter(body, Scope(None))
    add = b.fadd if is_float else b.add
    following: list[Value] = []
    for number, param in enumerate(params):
        value = param
        for constant in constants[number::carried]:
            value = add(value, constant)
        following.append(value)
    after = b.add(counter, b.word(1))
    body.branch(b.lt(after, count), body, end, [after, *following], [])
    b.enter(end, Scope(None))
    total = following[0]
    for value in following[1:]:
        total = add(total, value)
    end.return_((total,))
    return function


@pytest.mark.parametrize("carried", [1, 2, 4, 7, 10])
@pytest.mark.parametrize("is_float", [False, True])
def test_loop_that_fits_in_registers(carried: int, is_float: bool) -> None:
    function = pressed(carried, (15 if is_float else 11) - carried, is_float)
    body = loop_of(generate(function, VEX, {}, check=True).listing())
    assert not [line for line in body if "[rsp" in line], body


def test_what_lives_briefly_has_a_register() -> None:
    """Rather one value that lives long is in memory than many that are used at once, one after the other."""
    rows = []
    for number in range(10, 40, 3):
        rows += [
            f"v{number}: i64 = shl v{3 + number % 2}, {number % 7 + 1}",
            f"v{number + 1}: i64 = sar v{3 + number % 2}, {number % 5 + 1}",
            f"v{number + 2}: i64 = xor v{number}, v{number + 1}",
        ]
    start = 100
    sums = [f"v{start}: i64 = add v12, v15"]
    for number in range(18, 40, 3):
        sums.append(f"v{start + 1}: i64 = xor v{start}, v{number}")
        start += 1
    for number in range(24):
        sums.append(f"v{start + 1}: i64 = add v{start}, v{200 + number % 12}")
        start += 1
    carried = ", ".join(f"v{200 + n}: i64" for n in range(12))
    moved = ", ".join([f"v{start}", *[f"v{200 + n}" for n in range(11)]])
    first = ", ".join(["v1"] * 12)
    text = [
        "function f(v1: i64, v3: i64, v4: i64) -> i64 {",
        f"b2:\n  jump b5(0, {first})\nb5(v6: i64, {carried}): depth 1",
        *[f"  {row}" for row in (*rows, *sums, "v7: i64 = add v6, 1", "v8: bool = lt v7, v1")],
        f"  branch v8, b5(v7, {moved}), b9\nb9:\n  return v211\n}}",
    ]
    body = loop_of(listing("\n".join(text)))
    pairs = itertools.pairwise(body)
    assert not [line for line, after in pairs if line[:3] in ("shl", "sar") and after.startswith("mov qword ptr [rsp")]


def test_loop_that_does_not_fit() -> None:
    """The values that it carries stay in registers."""
    body = loop_of(generate(pressed(4, 30, True), VEX, {}, check=True).listing())
    assert not [line for line in body if re.search(r"mov\w+ qword ptr \[rsp", line)], body


def test_value_in_memory_is_kept_in_a_register_in_a_loop() -> None:
    """Over a call floats are in memory; a loop that reads one loads it once."""
    body = loop_of(
        listing("""
        function kept(v1: f64, v2: i64) -> f64 {
        b3:
          v4: f64 = ccall sin(v1)
          jump b5(0, v4)
        b5(v6: i64, v7: f64): depth 1
          v8: f64 = fmul v7, v1
          v9: i64 = add v6, 1
          v10: bool = lt v9, v2
          branch v10, b5(v9, v8), b11
        b11:
          v12: f64 = ccall sin(v8)
          v13: f64 = fadd v12, v1
          return v13
        }""")
    )
    assert not [line for line in body if "[rsp" in line], body


def test_constants_are_kept_in_registers_in_loops() -> None:
    """Where an instruction takes a constant neither as a number nor from memory."""
    body = loop_of(
        listing("""
        function constants(v1: f64, v2: i64) -> f64 {
        b3:
          jump b5(0, v1)
        b5(v6: i64, v7: f64): depth 1
          v8: f64 = fsub 1.0, v7
          v12: i64 = mul v6, 1234567890123
          v13: f64 = i2f v12
          v14: f64 = fadd v8, v13
          v9: i64 = add v6, 1
          v10: bool = lt v9, v2
          branch v10, b5(v9, v14), b11
        b11:
          return v14
        }""")
    )
    assert not [line for line in body if "rip" in line or "0x" in line], body


def test_cold_calls_keep_registers() -> None:
    """A call in a cold block of a loop keeps no value of the loop out of its register."""
    text = """
        function cold(v1: f64, v2: i64, v20: f64) -> f64 {
        b3:
          jump b5(0, v1)
        b5(v6: i64, v7: f64): depth 1
          v8: f64 = fmul v7, v20
          v14: bool = flt v8, 0.5
          branch v14, b15, b16(v8)
        b15: depth 1 cold
          v17: f64 = ccall cos(v8)
          jump b16(v17)
        b16(v18: f64): depth 1
          v9: i64 = add v6, 1
          v10: bool = lt v9, v2
          branch v10, b5(v9, v18), b11
        b11:
          return v18
        }"""
    function = parse(text)
    body = loop_of(generate(function, VEX, {}, check=True).listing())
    assert not [line for line in body if "[rsp" in line], body
    compiled = Compiled([function])
    for arguments in ([3.0, 50, 0.7], [0.1, 10, 1.5]):
        assert same(compiled(*arguments), interpret(function, arguments))


def test_no_frame_where_none_is_needed() -> None:
    code = listing("function f(v1: i64, v2: i64) -> i64 {\nb1:\n  v3: i64 = add v1, v2\n  return v3\n}")
    assert "rsp" not in code


def test_cold_blocks_come_last() -> None:
    text = """
        function f(v1: i64) -> i64 {
        b1:
          v2: bool = lt v1, 0
          branch v2, b3, b4
        b3: cold
          v5: i64 = mul v1, 77
          return v5
        b4:
          return v1
        }"""
    lines = listing(text).split("\n")
    rows = [number for number, line in enumerate(lines) if "ret" in line]
    multiplied = next(number for number, line in enumerate(lines) if "imul" in line)
    assert multiplied > rows[0]


def test_source_lines() -> None:
    function = Function("lines", (I64,))
    entry = function.block()
    function.blocks.append(entry)
    a, b = function.param(entry, I64), function.param(entry, I64)
    builder = Builder(function, entry)
    builder.line = 7
    exit = Exit(BAIL, 7)
    exit.number = 1
    total = builder.addo(a, b, exit)
    builder.line = 8
    product = builder.mul(total, b)
    entry.line = 9
    entry.return_((product,))
    text = generate(function, VEX, {}).sections["text"]
    assert [line for _, line in text.lines] == [7, 8, 9, 7]


def test_graph_is_left_alone() -> None:
    from jitney.ir.text import print_function

    function = parse(MANDELBROT)
    before = print_function(function)
    generate(function, VEX, {}, check=True)
    assert print_function(function) == before
    assert same(Compiled([function])(0.1, 0.2, 50), interpret(function, [0.1, 0.2, 50]))


def test_a_selection_between_constants_by_a_comparison_of_constants() -> None:
    """Which has no register left for a constant of its own."""
    function = parse(
        """
        function "f"(v1: i64) -> i64 {
        b2:
          v3: bool = lt 1, -2
          v4: i64 = select v3, 1, -2
          v5: i64 = add v4, v1
          return v5
        }
        """
    )
    assert Compiled([function], VEX)(0).results == (-2,)


def test_next_value_of_a_parameter_by_which_the_block_branches() -> None:
    """It is not computed behind the branch."""
    function = parse(
        """
        function "f"(v1: i64, v2: bool) -> bool {
        b3:
          jump b4(v2, v1)
        b4(v5: bool, v6: i64):
          v7: bool = bnot v5
          branch v5, b8, b8
        b8:
          v9: i64 = sub v6, 1
          v10: bool = lt 0, v9
          branch v10, b4(v7, v9), b11
        b11:
          return v7
        }
        """
    )
    for count in range(1, 5):
        assert Compiled([function], VEX)(count, 0).results == (count % 2,)
