"""The text form: what is printed parses back to the same."""

from __future__ import annotations

import random

import pytest
from ir.generate import random_function

from jitney.ir import ops
from jitney.ir.function import CFunction, Upcall
from jitney.ir.text import parse_function, print_function
from jitney.ir.types import F64
from jitney.ir.verify import IRError, verify

EVERYTHING = """\
function "a <lambda>"(v1: i64 0..1000, v2: f64, v3: f32, v4: bool) -> (i64, f64) {
  too deep  ! raise #0 line 7 (v1) number 12
b5: depth 1 cold
  v6: i64 = addo v1, -1  ! bail #1 line 3 (v1, v2, 1, 0.5, nan:f32, true) holding (v1) number 3  ; line 9
  v7: i64 -128..127 = load i8 data[v1 + v6*1 + 16]
  v8: f32 = load f32 "two words"[140000 - 8]  ; line 10
  v9: bool = load bool [v1 + 2*4]
  store u8 data[v1], v7
  store f64 [v1 + v6*8 - 16], -inf
  v10: f64 = fmul 1e+300, nan
  v11: f64 = fadd v10, nan.fff8000000000001
  v12: f64 = fsub v11, -0.0
  v13: f32 = fadd v3, 0.10000000149011612:f32
  v14: i64 = frame 64
  guard v9  ! raise #2 line 4
  guard v4  ! raise #2 line 4
  v15: i64 = call "<locals>.g"(v6, v13) -> (i64, f64)  ! pass on #3 line 5
  v16: f64 = result 1 of v15
  call h()  ! pass on #3 line 5
  v17: f64 = ccall pure sqrt(v16)
  ccall labs(v6)
  v18: i64 = upcall print(v17, true) -> (i64, i64)  ! pass on #4 line 6
  v19: i64 = result 1 of v18
  effect
  retain v18
  poll  ! pass on #5 line 6
  branch v4, b20(v19, 1.0), b21  ; line 11
b20(v22: i64 ..-1, v23: f64):
  jump b20(v22, v23)
b21:
  v24: i64 1.. = shl 1, 3
  branch false, b25, b26(v24)
b25: cold
  leave  ! bail #6 line 8 (v10)  ; line 12
b26(v27: i64):
  return v27, 0.5
}
"""


def test_everything_parses_back() -> None:
    known = {"labs": CFunction("labs", 0, (0,), 4)}
    function = parse_function(EVERYTHING, known)
    assert print_function(function) == EVERYTHING


def test_exits_that_are_one_stay_one() -> None:
    function = parse_function(EVERYTHING, {"labs": CFunction("labs", 0, (0,), 4)})
    one, other = [value.exit for value in function.entry.code if value.op == ops.GUARD]
    assert one is other


def test_names_stand_for_what_is_known() -> None:
    upcall = Upcall("p", print, (F64,))
    text = "function f() -> f64 {\nb1:\n  v2: f64 = upcall p(1)  ! pass on #0 line 1\n  return v2\n}\n"
    assert parse_function(text, {"p": upcall}).entry.code[0].attr is upcall


def test_random_functions_parse_back() -> None:
    rng = random.Random(1)
    for _ in range(150):
        function, _ = random_function(rng, rng.choice([10, 40, 120]))
        text = print_function(function)
        again = parse_function(text)
        verify(again)
        assert print_function(again) == text


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  v2: i64 = addd v1, v1", "line 3 of the text: 'addd' is no operation"),
        ("  v2: int = add v1, v1", "'int' is no type"),
        ("  v1: i64 = add v1, v1", "v1 is defined twice"),
        ("  v2: i64 = add v1, v9", "v9 is used and defined nowhere"),
        ("  v2: i64 = add v1, w9", "'w9' is no value"),
        ("  v2: i64 = add v1, v1 v1", "'v1' is not expected here"),
        ("  v2: i64 = load i7 [v1]", "'i7' is no kind of memory"),
        ("  v2: i64 = load i8 [v1", "the line ends too early"),
        ("  v2: i64 = addo v1, v1 ! fall #0", "'fall' is no kind of exit"),
        ("  jump 7", "'7' is no block"),
    ],
)
def test_mistakes_are_named(line: str, message: str) -> None:
    with pytest.raises(IRError, match=message):
        parse_function(f"function f(v1: i64) {{\nb3:\n{line}\n  return\n}}\n")
