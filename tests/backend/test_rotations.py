"""Shifts that are rotations, and what only looks like one, against the interpreter of the IR."""

from __future__ import annotations

import itertools
import random

import pytest
from backend.native import Compiled, parse, same

from jitney.ir.interpret import run as interpret
from jitney.x86 import cpu
from jitney.x86.lowering import lowering

LOW = 0xFFFFFFFF
FORMS = {
    "64": "v4: i64 = shl {x}, {k}\n v5: i64 = shr {x}, {m}\n v6: i64 = or v4, v5",
    "64, the other way round": "v4: i64 = shr {x}, {m}\n v5: i64 = shl {x}, {k}\n v6: i64 = or v4, v5",
    "64, of signed shifts": "v4: i64 = shl {x}, {k}\n v5: i64 = sar {x}, {m}\n v6: i64 = or v4, v5",
    "32, masked outside": "v4: i64 = shl {x}, {k}\n v5: i64 = shr {x}, {m}\n v7: i64 = or v4, v5\n"
    " v6: i64 = and v7, 4294967295",
    "32, extended outside": "v4: i64 = shl {x}, {k}\n v5: i64 = sar {x}, {m}\n v7: i64 = or v5, v4\n"
    " v6: i64 = zext32 v7",
    "32, extended inside": "v7: i64 = shl {x}, {k}\n v4: i64 = zext32 v7\n v5: i64 = sar {x}, {m}\n"
    " v6: i64 = or v4, v5",
    "32, masked inside": "v7: i64 = shl {x}, {k}\n v4: i64 = and v7, 4294967295\n v5: i64 = shr {x}, {m}\n"
    " v6: i64 = or v5, v4",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("registers", [3, 32])
def test_rotations(form: str, registers: int) -> None:
    bits = int(form[:2])
    target = lowering(cpu.features(), registers)
    numbers = [0, 1, -1, 1 << 63, LOW, 1 << 31, LOW << 32, 0x123456789ABCDEF0, 0x7FFFFFFFFFFFFFFF]
    numbers = [number - (1 << 64) if number >> 63 == 1 else number for number in numbers]
    found = []
    for k, off, narrow in itertools.product((1, 7, bits - 1, bits // 2), (0, 1, -1), (False, True)):
        body = FORMS[form].format(x="v3" if narrow else "v1", k=k, m=bits - k + off)
        first = "v3: i64 0..4294967295 = and v1, 4294967295\n" if narrow else ""
        text = f"function f(v1: i64, v2: i64) -> i64 {{\nb8:\n {first} {body}\n v9: i64 = add v6, v2\n return v9\n}}"
        compiled = Compiled([parse(text)], target)
        for number in [*numbers, random.Random(k).getrandbits(62)]:
            assert same(compiled(number, k), interpret(parse(text), [number, k])), text
        found.append("rol " in compiled.listing())
        right = off == 0 and (narrow or (bits == 64 and "signed" not in form))
        assert found[-1] == right, text
    assert any(found)


def test_shifts_that_are_needed_otherwise() -> None:
    for other in ("v4", "v5"):
        text = f"""
        function f(v1: i64) -> i64 {{
        b2:
          v4: i64 = shl v1, 7
          v5: i64 = shr v1, 57
          v6: i64 = or v4, v5
          v7: i64 = add v6, {other}
          return v7
        }}"""
        compiled = Compiled([parse(text)])
        assert "rol " not in compiled.listing()
        assert same(compiled(-12345678901), interpret(parse(text), [-12345678901]))
