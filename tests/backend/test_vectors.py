"""Vectors as machine code against the interpreter at the three levels: every op, element and number of lanes that a
level says it has, and random functions. With JITNEY_VECTORS=all every case is run, else one in twelve, or fewer."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from backend import vectorcases, vectordrawing
from backend.native import Compiled, machine, same

from jitney.backend.codegen import generate
from jitney.ir import ops
from jitney.ir.interpret import run as interpret
from jitney.ir.text import parse_function, print_function
from jitney.ir.types import F64, I8, I64
from jitney.ir.verify import verify
from jitney.x86 import cpu
from jitney.x86.lowering import lowering
from jitney.x86.vectors import WIDTHS, VectorUnit, level_of

FEATURES = cpu.features()
LEVELS = {
    "sse2": frozenset({"SSE2"}),
    "avx2": frozenset([name for name in FEATURES if not name.startswith("AVX512")]),
    "avx512": FEATURES,
}
SHARE = 1 if os.environ.get("JITNEY_VECTORS") == "all" else 12 * int(os.environ.get("JITNEY_TABLES", 1))


def unit_of(name: str) -> VectorUnit:
    if level_of(LEVELS[name]) != list(LEVELS).index(name):
        pytest.skip(f"no {name} here")
    return VectorUnit(ops.NAMES, LEVELS[name])


@pytest.mark.parametrize("name", LEVELS)
def test_every_op(name: str) -> None:
    unit = unit_of(name)
    wrong = []
    for case in vectorcases.cases(unit):
        if zlib.crc32(str(case).encode()) % SHARE:
            continue
        rng = random.Random(str(case))
        function = vectorcases.make(case)
        verify(function)
        data = vectorcases.inputs(rng, case)
        word = rng.choice([3, 70, -1])
        expected, found = vectorcases.Buffers(data), vectorcases.Buffers(data)
        interpret(function, expected.arguments(word))
        Compiled([function], lowering(LEVELS[name], rng.choice([32, 32, 2])))(*found.arguments(word))
        element = vectorcases.written_as(case)
        if expected.written(element) != found.written(element):
            wrong.append(str(case))
    assert not wrong


@pytest.mark.parametrize("registers", [32, 4, 2])
@pytest.mark.parametrize("name", LEVELS)
def test_random(name: str, registers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    unit = unit_of(name)
    target = lowering(LEVELS[name], registers)
    for seed in range(144 // SHARE if SHARE > 1 else 300):
        rng = random.Random(f"{registers} {seed}")
        function = vectordrawing.draw(rng, unit, rng.choice([20, 80]))
        verify(function)
        data = vectordrawing.memory(rng)
        word, number = rng.choice([3, 70, 100, -1, 12345678901]), rng.choice([1.5, -0.25])
        monkeypatch.setattr(machine().poll, "value", rng.randrange(2))
        expected, found = vectordrawing.Buffers(data), vectordrawing.Buffers(data)
        outcome = interpret(function, expected.arguments(word, number))
        assert same(Compiled([function], target)(*found.arguments(word, number)), outcome), seed
        assert expected.written() == found.written(), seed


@pytest.mark.parametrize("seed", range(5))
def test_text_form(seed: int) -> None:
    unit = VectorUnit(ops.NAMES, FEATURES)
    function = vectordrawing.draw(random.Random(seed), unit, 60)
    text = print_function(function)
    parsed = parse_function(text)
    assert parsed.vectors
    assert print_function(parsed) == text


def test_units() -> None:
    units = [VectorUnit(ops.NAMES, features) for features in (LEVELS["sse2"], {"AVX2", "FMA"})]  # type: ignore[arg-type]
    assert [unit.vector_bytes for unit in units] == list(WIDTHS[:2])
    assert not any(unit.has_vector(ops.ADD, I64, 16) for unit in units)
    assert [unit.has_vector(ops.FADD, F64, 4) for unit in units] == [False, True]
    assert not units[1].has_lane_shifts(I8)


BASE = cpu.known_features() & frozenset(
    "INTEL8086 INTEL186 INTEL286 INTEL386 INTEL486 X64 MULTIBYTENOP FPU CMOV SSE SSE2".split()
)
V3 = BASE | {"AVX", "AVX2", "FMA"}
V4 = V3 | {"BMI2", "AVX512F", "AVX512DQ", "AVX512BW", "AVX512VL"}


@pytest.mark.parametrize("features", [BASE, V3, V4])
def test_no_instruction_beyond_the_level(features: frozenset[str]) -> None:
    unit = VectorUnit(ops.NAMES, features)
    target = lowering(features)
    for case in vectorcases.cases(unit):
        if zlib.crc32(str(case).encode()) % SHARE == 1 % SHARE:
            assert generate(vectorcases.make(case), target, {}).features <= features, str(case)


@pytest.mark.parametrize("name", LEVELS)
def test_ends_of_pages(name: str) -> None:
    """Nothing is read or written but the elements meant, none that is masked."""
    unit_of(name)
    program = [sys.executable, "-m", "backend.vectoredges", ",".join(LEVELS[name])]
    paths = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent.parent), *map(os.path.abspath, sys.path)]),
    }
    done = subprocess.run(program, env=paths, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 50


SUM = """
function f(v1: i64, v2: i64) -> f64 {
b1:
  v3: f64x4 = splat 0.0
  v4: f64x4 = splat 3.0
  jump b2(0, v3)
b2(v5: i64, v6: f64x4): depth 1
  v7: f64x4 = load f64 a[v1 + v5*8]
  v8: f64x4 = fmul v7, v4
  v9: f64x4 = load f64 a[v1 + v5*8 + 32]
  v10: f64x4 = fadd v6, v8
  v11: f64x4 = fmul v10, v9
  v12: i64 = add v5, 4
  v13: bool = lt v12, v2
  branch v13, b2(v12, v11), b3
b3:
  v14: f64 = reduce fadd of v11
  return v14
}
"""


def test_inner_loop() -> None:
    """Loads are folded, constants stay in registers, nothing is moved."""
    listing = Compiled([parse_function(SUM)], lowering(frozenset({"AVX", "AVX2", "FMA"}))).listing()
    loop = listing[listing.index(".align") : listing.index(".L4:")]
    mnemonics = [line[40:].split()[0] for line in loop.splitlines()[2:]]
    assert mnemonics == ["vmulpd", "vaddpd", "vmulpd", "add", "cmp", "jl"]
    assert "vzeroupper" in listing
