"""Rules that functions with vectors keep to, and what their operations mean."""

from __future__ import annotations

import ctypes

import pytest

from jitney.ir.interpret import run
from jitney.ir.text import parse_function
from jitney.ir.verify import IRError, verify


def function(line: str, more: str = "") -> str:
    return f"""
function f(v1: i64, v2: f64) -> i64 {{
b1:
  v3: i32x4 = lanes
  v4: f64x4 = splat v2
  v5: i64x4 = widen_s v3
  v6: boolx4 = lt v5, v5
  v7: boolx8 = masklow v1
  {line}
  return v1
}}
"""


@pytest.mark.parametrize(
    "line",
    [
        "v9: i32x4 = add v3, v3",
        "v9: i64x4 = select v6, v5, v5",
        "v9: f32x4 = f2s v4",
        "v9: i32x4 = f2i v4",
        "v9: i8x4 = b2i v6",
        "v9: i16x4 = narrow v5",
        "v9: f64x4 = mload f64 a[v1 + v1*8], v6",
        "mstore f64 a[v1], v4, v6",
        "v9: i64x4 = gather i32 a[v1 + v3*4], v6",
        "scatter f64 a[v1 + v5*8], v4, v6",
        "v9: i64x4 = load u8 a[v1]",
        "store u8 a[v1], v5",
        "v9: i64 = reduce umin of v3",
        "v9: bool = extract 3 of v6",
    ],
)
def test_right(line: str) -> None:
    verify(parse_function(function(line)))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("v9: i32x4 = add v3, v5", "different elements"),
        ("v9: i64x4 = add v5, v1", "numbers of lanes"),
        ("v9: boolx4 = band v6, v7", "numbers of lanes"),
        ("v9: i64x4 = fadd v5, v5", "operand 0"),
        ("v9: f64x4 = add v5, v5", "result of type f64x4"),
        ("v9: f64x4 = mod v4, v4", "doesn't exist for vectors"),
        ("v9: i16x4 = f2i v4", "result of type i16x4"),
        ("v9: i32x4 = widen_s v5", "change the size"),
        ("v9: i64x4 = load f64 a[v1]", "memory has f64"),
        ("v9: i32x4 = load i64 a[v1]", "memory has i64"),
        ("v9: f64x4 = mload f64 a[v1], v7", "no mask"),
        ("v9: f64x4 = gather f64 a[v1 + v1*8], v6", "no vector of indices"),
        ("v9: f64x4 = gather f64 a[v1 + v5*24], v6", "scale"),
        ("v9: f64 = reduce add of v4", "no reduction"),
        ("v9: i64 = extract 4 of v5", "no lane"),
        ("v9: f64x4 = splat v1", "makes f64x4"),
        ("v9: bool = any v5", "one mask"),
        ("v9: i64x4 = addo v5, v5  ! bail #0 line 1", "doesn't exist for vectors"),
    ],
)
def test_wrong(line: str, problem: str) -> None:
    with pytest.raises(IRError, match=problem):
        verify(parse_function(function(line)))


def test_exits_ask_for_no_vectors() -> None:
    text = function("v9: bool = any v6\n  guard v9  ! bail #0 line 1 (v5)")
    with pytest.raises(IRError, match="asks for"):
        verify(parse_function(text))


def test_masked_lanes_are_not_touched() -> None:
    text = """
function f(v1: i64, v2: i64) -> (i64, i64) {
b1:
  v3: boolx4 = masklow 2
  v4: i64x4 = lanes
  v5: i64x4 = splat 1000
  v6: i64x4 = mul v4, v5
  v7: f64x4 = gather f64 a[v1 + v6*8], v3
  v8: i8x4 = splat 200
  v9: i8x4 = add v8, v8
  v10: i64 = reduce add of v9
  v11: i64 = reduce umax of v8
  mstore f64 a[v2], v7, v3
  return v10, v11
}
"""
    source, target = (ctypes.c_double * 1001)(), (ctypes.c_double * 2)()
    source[0], source[1000] = 1.5, 2.5
    parsed = parse_function(text)
    verify(parsed)
    outcome = run(parsed, [ctypes.addressof(source), ctypes.addressof(target)])
    assert list(target) == [1.5, 2.5]
    assert outcome.results == (64, 200)  # 4 * (400 mod 256 as signed) mod 256
