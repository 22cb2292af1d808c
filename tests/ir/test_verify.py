"""The verifier: random functions pass, each broken rule is found."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from ir.generate import random_function

from jitney.ir import ops
from jitney.ir.function import BAIL, Exit, Function
from jitney.ir.text import parse_function
from jitney.ir.types import BOOL, F64, I64
from jitney.ir.verify import IRError, verify

RIGHT = """\
function f(v1: i64, v2: f64) -> i64 {
b3:
  v4: i64 = addo v1, 1  ! bail #0 line 1 (v1)
  v5: bool = lt v4, v1
  v6: i64 = load i64 [v1]
  v7: i64 = call g(v6) -> (i64, f64)  ! pass on #1 line 1
  v8: f64 = result 1 of v7
  branch v5, b9(v4), b10
b9(v11: i64):
  v12: i64 = add v11, v7
  jump b13
b10:
  jump b13
b13:
  return v4
}
"""


def test_random_functions_are_right() -> None:
    rng = random.Random(2)
    for _ in range(150):
        function, _ = random_function(rng, rng.choice([10, 40, 120]))
        verify(function)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("add v11, v7", "add v11, v8", "operand 1 is of type f64"),
        ("add v11, v7", "add v11", "has 1 operands, not 2"),
        ("add v11, v7", "fadd v2, 0.5", "has a result of the wrong type"),
        ("add v11, v7", "select v5, v1, v2", r"operands of types \(bool, i64, f64\) differ"),
        ("lt v4, v1", "feq v2, 0.5:f32", r"operands of types \(f64, f32\) differ"),
        ("v6: i64 = load i64 [v1]", "v6: f64 = load i64 [v1]", "f64 where the memory has i64"),
        ("v6: i64 = load i64 [v1]", "v6: i64 = load i64 [v1 + v2*8]", "no base and index"),
        ("v6: i64 = load i64 [v1]", "v6: i64 = frame 0", "is no size"),
        ("b9(v4)", "b9", r"b9 takes \(i64\), is given \(\)"),
        ("b9(v4)", "b9(v2)", r"b9 takes \(i64\), is given \(f64\)"),
        ("b9(v4), b10", "b9(v4), b3", "goes to the entry"),
        ("return v4", "return v2", r"return has operands of types \(f64\)"),
        ("return v4", "return v4, v4", "return has operands"),
        ("return v4", "return v12", "used where its definition may not have been passed"),
        ("return v4", "return v11", "used where its definition may not have been passed"),
        ("lt v4, v1", "lt v7, v1", "used where its definition may not have been passed"),
        ("line 1 (v1)", "line 1 (v4)", "used where its definition may not have been passed"),
        ("line 1 (v1)", "line 1 (v1) holding (v2)", "held by an exit and no address"),
        ("  ! bail #0 line 1 (v1)", "", "has no exit"),
        ("add v11, v7", "add v11, v7  ! bail #2 line 3", "has an exit"),
        ("branch v5", "branch v4", r"branch has operands of types \(i64\)"),
        ("result 1", "result 2", "has no result 2"),
        ("v8: f64 = result", "v14: i64 = add v1, v1\n  v8: f64 = result", "right behind its call"),
        ("v12: i64 = add v11, v7", "v12: i64 = param", "stands in the code"),
        ("  return v4\n", "", "no terminator"),
    ],
)
def test_broken_rules_are_found(right: str, wrong: str, message: str) -> None:
    verify(parse_function(RIGHT))
    assert right in RIGHT
    with pytest.raises(IRError, match=message):
        verify(parse_function(RIGHT.replace(right, wrong, 1)))


def _twice(function: Function) -> None:
    function.entry.code.append(function.entry.code[0])


def _foreign_id(function: Function) -> None:
    function.entry.code[0].id = 1000


def _foreign_target(function: Function) -> None:
    function.blocks.pop()


def _constant(function: Function) -> None:
    function.const(I64, 1).attr = 1 << 63


def _leave_with_targets(function: Function) -> None:
    function.entry.exit = Exit(BAIL, 1)


def _foreign_value(function: Function) -> None:
    function.entry.operands = (function.value(ops.PARAM, BOOL),)


def _parameter(function: Function) -> None:
    function.entry.params.append(function.value(ops.ADD, F64))


def _same_block(function: Function) -> None:
    function.blocks.append(function.blocks[1])


def _no_blocks(function: Function) -> None:
    function.blocks.clear()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_twice, "defined twice"),
        (_foreign_id, "the function didn't give"),
        (_foreign_target, "is no block of the function"),
        (_constant, "is no constant of its type"),
        (_leave_with_targets, "branch has an exit"),
        (_foreign_value, "defined nowhere"),
        (_parameter, "is no parameter"),
        (_same_block, "stands there twice"),
        (_no_blocks, "no blocks"),
    ],
)
def test_what_text_can_not_say(change: Callable[[Function], None], message: str) -> None:
    function = parse_function(RIGHT)
    change(function)
    with pytest.raises(IRError, match=message):
        verify(function)
