"""Everything that the tests compile is checked: the IR after each stage, and the allocation of registers.

It is compiled with all passes at once, however short its first call is: tests/jit/test_tiers.py is about that."""

from __future__ import annotations

from typing import Any

from jitney import compiler, tiers
from jitney.ir.verify import IRError, verify


class Checking(compiler.Observer):
    check = True

    def stage(self, name: str, spec: Any) -> None:
        try:
            verify(spec.function)
        except IRError as error:
            raise AssertionError(f"{spec.symbol}, after {name}: {error}") from error


def install() -> None:
    compiler.SILENT = Checking()
    tiers.ROUNDS = 0
