"""Calls, exits and safepoints: what compiled functions and the routines beneath them have agreed."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest
from backend.drawing import Called
from backend.native import Compiled, machine, parse, same

from jitney.ir.builder import Builder
from jitney.ir.function import BAIL, PASS_ON, RAISE, Exit, Function, Upcall
from jitney.ir.interpret import run as interpret
from jitney.ir.types import F64, I64
from jitney.machine import context

DEEP = """
function deep(v1: i64) -> i64 {
b2:
  v3: bool = lt v1, 1
  branch v3, b4, b5
b4:
  guard v3  ! bail #1
  v11: bool = eq v1, 0
  guard v11  ! bail #2 (v1)
  return 7
b5:
  v6: i64 = add v1, -1
  v7: i64 = call deep(v6)  ! pass on #0
  v8: i64 = addo v7, v1  ! bail #3
  return v8
}
"""


def test_recursion() -> None:
    compiled = Compiled([parse(DEEP)])
    assert compiled(1000).results == (7 + 500500,)


def test_trace_has_room_for_some_callers_and_counts_all() -> None:
    text = DEEP.replace("eq v1, 0", "lt v1, 0")
    compiled = Compiled([parse(text)])
    for depth in (1, 5, context.TRACE_COUNT, context.TRACE_COUNT + 1, 1000):
        outcome = compiled(depth)
        assert outcome.results is None and outcome.exit is not None
        assert outcome.operands == (0,)
        assert len(outcome.trace) == min(depth, context.TRACE_COUNT)
        traced = ctypes.c_uint32.from_address(machine().address + context.TRACED).value
        assert traced == depth


@pytest.mark.parametrize("fails", [False, True])
def test_exhausted_stack(fails: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the limit of the context each call asks; where there is no more, it leaves."""
    function = parse(DEEP)
    too_deep = function.too_deep = Exit(RAISE, 1, None, (function.entry.params[0], function.const(F64, 2.5)))
    compiled = Compiled([function])
    assert compiled(3).results == (7 + 6,)
    monkeypatch.setattr(machine().fails, "value", int(fails))
    before = machine().pauses.value
    original = ctypes.memset

    def memset(address: int, value: int, size: int) -> None:  # the context is cleared, then used
        original(address, value, size)
        if size == context.SIZE:
            ctypes.c_uint64.from_address(address + context.STACK_LIMIT).value = (1 << 64) - 1

    monkeypatch.setattr(ctypes, "memset", memset)
    outcome = compiled(3)
    if fails:
        assert outcome.exit is too_deep and outcome.operands == (3, 2.5) and outcome.trace == ()
        assert machine().pauses.value == before + 1
    else:
        assert outcome.results == (7 + 6,)
        assert machine().pauses.value == before + 4


def polling() -> tuple[Function, Exit]:
    function = parse("""
        function polls(v1: i64, v2: f64) -> f64 {
        b3:
          jump b4(0, v2)
        b4(v5: i64, v6: f64): depth 1
          v7: f64 = fadd v6, v2
          poll  ! pass on #5 (v5, v7, v2)
          v9: i64 = add v5, 1
          v10: bool = lt v9, v1
          branch v10, b4(v9, v7), b11
        b11:
          return v7
        }""")
    return function, next(function.exits())


def test_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    function, exit = polling()
    compiled = Compiled([function])
    before = machine().pauses.value
    assert compiled(10, 0.5).results == (5.5,)
    assert machine().pauses.value == before
    monkeypatch.setattr(machine().poll, "value", 1)
    assert compiled(10, 0.5).results == (5.5,)
    assert machine().pauses.value == before + 10
    monkeypatch.setattr(machine().fails, "value", 1)
    outcome = compiled(10, 0.5)
    assert outcome.exit is exit and outcome.operands == (0, 1.0, 0.5)


def calling(called: Any, types: tuple[int, ...], results: tuple[int, ...], exit: Exit) -> Function:
    function = Function("calls", results)
    entry = function.block()
    function.blocks.append(entry)
    params = tuple(function.param(entry, type) for type in types)
    values = Builder(function, entry).upcall(Upcall("called", called, results), params, exit)
    entry.return_(tuple(values))
    exit.operands = params
    return function


def test_python_function_that_raises() -> None:
    exit = Exit(PASS_ON, 3)
    function = calling(Called([I64, F64], (F64, I64), True), (I64, F64), (F64, I64), exit)
    compiled = Compiled([function])
    for arguments in ([1, 0.5], [3, 0.0], [0, 0.0]):
        found = compiled(*arguments)
        assert same(found, interpret(function, arguments)), arguments
    assert isinstance(found.exception, ZeroDivisionError) and found.exit is exit


def test_functions_call_each_other() -> None:
    """Mutual recursion, parameters on the stack, several results, the registers of callers kept."""
    parameters = ", ".join(f"v{n}: {'i64' if n % 2 else 'f64'}" for n in range(1, 31))
    text = f"""
        function many({parameters}) -> (i64, f64, i64, f64) {{
        b40:
          v41: i64 = add v1, v29
          v42: i64 = mul v41, v15
          v43: f64 = fadd v2, v30
          v44: f64 = fsub v43, v18
          return v42, v44, v29, v30
        }}"""
    arguments = ", ".join(f"v{1 + (n + 1) % 2 + 2 * (n % 3)}" for n in range(1, 31))
    caller = f"""
        function caller(v1: i64, v2: f64, v3: i64, v4: f64, v5: i64, v6: f64) -> (f64, i64) {{
        b7:
          v8: i64 = call many({arguments}) -> (i64, f64, i64, f64)  ! pass on #0
          v9: f64 = result 1 of v8
          v10: i64 = result 2 of v8
          v11: f64 = result 3 of v8
          v12: i64 = sub v8, v10
          v13: f64 = fmul v9, v11
          v14: f64 = fadd v13, v6
          v15: i64 = xor v12, v5
          return v14, v15
        }}"""
    functions = [parse(caller), parse(text)]
    arguments_ = [3, 1.25, 5, 2.5, 7, 0.125]
    expected = interpret(functions[0], arguments_, callees={"many": functions[1]})
    assert same(Compiled(functions)(*arguments_), expected)


def test_shared_stub() -> None:
    """Exits that find everything in the same places share a stub."""
    exit = Exit(BAIL, 1)
    function = Function("shared", (I64,))
    entry = function.block()
    function.blocks.append(entry)
    a, b = function.param(entry, I64), function.param(entry, I64)
    exit.operands = (a, b)
    builder = Builder(function, entry)
    total = builder.addo(builder.addo(builder.addo(a, b, exit), b, exit), b, exit)
    entry.return_((total,))
    compiled = Compiled([function])
    assert compiled.listing().count("stc") == 1
    assert compiled.listing().count(f"dword ptr [r15], {exit.number}") == 1
    assert compiled(2**62, 2**62).operands == (2**62, 2**62)
