"""Loops that do in their first round what they do in no other, against CPython."""

from __future__ import annotations

import random

import pytest
from jit.support import build, same

from jitney import jit, tiers

np = pytest.importorskip("numpy")

CONDITIONS = ("i == 0", "i != 0", "i > 0", "i < 1", "not i", "i - 1 < 0", "i >= 1 and a[i - 1] > 3", "i + 1 == 1")
INDICES = ("i - 1", "i - 1", "i - 2", "i", "(i + 1) % n", "(i - 1) % n", "i + 1", "-i")
ENDS = ("return s", "return s, t", "return s, t, i", "return out", "return a[i], x", "return s if n > 3 else i")


def written(choose: random.Random) -> str:
    start = choose.choice((0, 0, 0, 1, 2, -1))
    step = choose.choice((1, 1, 1, 2))
    lines = ["def f(a, out, k):", "    n = len(a)", "    s, t, i, x = 0, 1, 7, 0"]
    lines.append(f"    for i in range({start}, {choose.choice(('n', 'n', 'n', 'n - 1', 'k'))}, {step}):")
    for _ in range(choose.randrange(1, 4)):
        index, other = choose.choice(INDICES), choose.choice(INDICES)
        statement = choose.choice(
            (
                f"s += int(a[{index}])",
                f"out[i] = a[{index}] + a[{other}]",
                f"out[{choose.choice(('i', 'i - 1'))}] = s",
                f"x = a[{index}]",
                f"t = t ^ int(a[{index}]) * 3",
                "s += i",
            )
        )
        way = choose.randrange(5)
        if way == 0:
            lines += [f"        if {choose.choice(CONDITIONS)}:", f"            {statement}"]
            lines += ["        else:", f"            t += {choose.choice(('1', 'i', 'int(a[i - 1])'))}"]
        elif way == 1:
            lines += [
                f"        if {choose.choice(CONDITIONS)}:",
                f"            {choose.choice(('continue', statement))}",
            ]
        elif way == 2 and choose.random() < 0.5:
            lines += [f"        if {choose.choice(('s > 40', 'a[i - 1] == 5', 'i == k'))}:", "            break"]
        lines.append(f"        {statement}")
    if choose.random() < 0.3:
        lines += ["    else:", "        t += 100"]
    lines.append(f"    {choose.choice(ENDS)}")
    if choose.random() < 0.3:  # within another loop
        lines[3:-1] = ["    for j in range(3):", *["    " + line for line in lines[3:-1]]]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(30))
def test_first_rounds(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "ROUNDS", 0)
    choose = random.Random(seed)
    function = build(written(choose), lambda function: function)
    jitted = jit(function)
    for length in (0, 1, 2, 3, 17, 40, 100):
        a = np.array([choose.randrange(10) for _ in range(length)], choose.choice((np.int64, np.int64, np.uint8)))
        same(function, a, np.zeros(length, np.int64), choose.choice((0, 1, 5, length)), jitted=jitted)


def periodic(a, out):
    for i in range(len(a)):
        out[i] = a[i - 1] + a[i]


def test_an_index_that_is_negative_once_costs_the_loop_no_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "ROUNDS", 0)
    a = np.arange(1000.0)
    jitted = jit(periodic)
    same(periodic, a, a.copy(), jitted=jitted)
    assert "vectorised: " in jitted.explain_loops()
    assert "select" not in jitted.inspect_ir("peel")


def torus(a, b):
    h, w = a.shape
    for y in range(h):
        for x in range(w):
            n = a[y - 1, x - 1] + a[y - 1, x] + a[y - 1, (x + 1) % w] + a[y, x - 1] + a[y, (x + 1) % w]
            n += a[(y + 1) % h, x - 1] + a[(y + 1) % h, x] + a[(y + 1) % h, (x + 1) % w]
            b[y, x] = n + 3 * a[y, x] & 1023


def enlarged(a, b):
    for y in range(b.shape[0]):
        for x in range(b.shape[1]):
            b[y, x] = a[y // 2, x // 3] + a[x // 3, y // 2]


@pytest.mark.parametrize("function", [torus, enlarged])
@pytest.mark.parametrize("dtype", ["int16", "int64"])
def test_arrays_that_overlap_or_do_not(function, dtype: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "ROUNDS", 0)
    jitted = jit(function)
    rows, columns = 24, 60
    size = rows * columns
    for distance in (-size, -columns, -1, 0, 1, columns, size - 1, size, size + 1):
        results = []
        for way in (function, jitted):
            memory = (np.arange(3 * size + 2) * 7 % 3).astype(dtype)
            a = memory[size : 2 * size].reshape(rows, columns)
            b = memory[size + distance : 2 * size + distance].reshape(rows, columns)
            if function is enlarged:
                a = a.reshape(columns, rows)
            way(a, b)
            results.append(memory)
        assert (results[0] == results[1]).all(), distance
