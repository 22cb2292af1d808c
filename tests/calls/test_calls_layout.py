"""Layouts of CPython's objects: what is believed, and what is not."""

from __future__ import annotations

import random
import sys
from typing import Any

import pytest
from calls.support import UNKNOWN_LAYOUT, echo

from jitney.calls import layout as module
from jitney.calls.layout import Layout, layout


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`layout()` as at the first use, in an environment without the switch."""
    monkeypatch.delenv("JITNEY_LAYOUT", raising=False)
    layout.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    layout.cache_clear()


def test_this_version_is_known(fresh: Any) -> None:
    if sys.version_info[:2] in module._TAGGED and not set(sys.abiflags) & {"d", "t"}:
        found = layout()
        assert found is not None and found.tagged == (sys.version_info >= (3, 12))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version_info", (3, 99, 0)),
        ("version_info", (2, 7, 18)),
        ("abiflags", "t"),
        ("abiflags", "d"),
        ("implementation", type("Implementation", (), {"name": "pypy"})),
        ("int_info", type("Info", (), {"bits_per_digit": 15, "sizeof_digit": 2})),
    ],
)
def test_other_interpreters_are_unknown(fresh: Any, name: str, value: Any) -> None:
    fresh.setattr(sys, name, value)
    assert layout() is None


def test_debug_builds_are_unknown(fresh: Any) -> None:
    fresh.setattr(sys, "gettotalrefcount", lambda: 0, raising=False)
    assert layout() is None


def test_the_switch(fresh: Any) -> None:
    fresh.setenv("JITNEY_LAYOUT", "unknown")
    assert layout() is None


@pytest.mark.skipif(layout() is None and not UNKNOWN_LAYOUT, reason="no layout is right here")
@pytest.mark.parametrize("field", ["refcount", "type", "float_value", "long_size", "digits", "type_flags"])
def test_a_wrong_offset_is_noticed(field: str) -> None:
    right = Layout(tagged=sys.version_info >= (3, 12))
    assert module._agrees(right)
    for step in (-8, 8):
        wrong = Layout(right.tagged)
        setattr(wrong, field, max(0, getattr(right, field) + step))
        if getattr(wrong, field) != getattr(right, field):
            assert not module._agrees(wrong)
    assert not module._agrees(Layout(not right.tagged))


def test_every_count_of_digits() -> None:
    """Ints that arithmetic has made, of each length and sign, against what they were made from."""
    rng = random.Random(0)
    signed, unsigned = echo("int64"), echo("uint64")
    for bits in range(1, 64):
        for _ in range(30):
            number = rng.getrandbits(bits) | 1 << bits - 1
            for value in (number, -number, number - (1 << 40) + (1 << 40), number * 2**64 >> 64):
                assert signed(value) == value
            assert unsigned(number << 1 | 1) == 2 * number + 1
            assert unsigned(number - number) == signed(-number + number) == 0
