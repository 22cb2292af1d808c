"""Checks that are made before loops: the exception must be that of the first round in which one fails, with what was
written before it."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("numpy")

from jit.support import Case

FIRST_OF_TWO = """
@jit
def f(a, m, n, out):
    s = 0.0
    for i in range(len(out)):
        out[i] += 1
        last = n if i > 0 else 1
        for j in range(last):
            s += TERMS
    return s
"""
TERMS = ("a[j] * m[0, j]", "m[i, j] * a[j]", "a[j + 1] + m[j, 0]", "a[j] + m[j, i + 2]", "m[i + j, j] - a[i + 2]")
SIZES = ("5, 3, 5, 5, 2", "5, 3, 5, 6, 2", "4, 3, 5, 6, 3", "5, 3, 4, 6, 3", "9, 9, 9, 8, 9", "9, 2, 9, 8, 4",
         "9, 9, 3, 4, 2", "5, 5, 5, 6, 2", "0, 0, 0, 1, 2", "40, 40, 40, 39, 3", "30, 30, 30, 40, 3")  # fmt: skip


@pytest.mark.parametrize("terms", TERMS)
def test_the_first_check_that_fails(terms: str) -> None:
    calls = [f"np.arange({a}.0), np.ones(({rows}, {columns})), {n}, np.zeros({out}, np.int64)"
             for a, rows, columns, n, out in (sizes.split(", ") for sizes in SIZES)]  # fmt: skip
    Case(FIRST_OF_TWO.replace("TERMS", terms), tuple(calls)).check()


HEAD = "@jit\ndef f(a, b, m, k, n, p, out):\n"


def generated(seed: int) -> Case:
    """A nest of two or three loops that collect from arrays, and arrays that are large enough or not quite."""
    rng = random.Random(seed)

    def index(*names: str) -> str:
        name = rng.choice(names)
        forms = (
            name,
            name,
            name,
            f"{name} + 1",
            f"{name} - 1",
            f"n - {name}",
            f"{name} + p",
            "2 * i",
            "i + j",
            "0",
            "p",
        )
        form = rng.choice(forms)
        return form if "j" in names or "j" not in form else name

    def term(*names: str) -> str:
        array = rng.choice("aabmk")
        inner = index(*names)
        return f"float({array}[{inner}])" if array in "ab" else f"float({array}[{index(*names)}, {inner}])"

    def collect(name: str, *names: str) -> str:
        value = term(*names)
        if rng.random() < 0.4:
            value += f" * {term(*names)}"
        forms = (f"{name} += {value}", f"{name} = max({name}, {value})", f"{name} = min({name}, {value})",
                 f"if {value} > {name}: {name} = {value}", f"if {name} < 3.5: {name} += {value}")  # fmt: skip
        return rng.choice(forms)

    lines = [f"s = {rng.choice(('0.0', '0', '-1.5'))}"]
    ends = ("n", "n", "n + 1", "len(a)", "min(n, p)", "n + 50")
    lines.append(f"for i in range({rng.choice(('0', '0', '1', '-1', 'p'))}, {rng.choice(ends)}):")
    if rng.random() < 0.4:
        lines.append("    out[0] += 1")
    if rng.random() < 0.3:
        lines.append(f"    {collect('s', 'i')}")
    lines.append(f"    t = {rng.choice(('0.0', '0', 's', '-3.5', 'n'))}")
    start, end = rng.choice(("0", "0", "1", "i", "-1")), rng.choice(("p", "p", "len(b)", "i", "n", "3"))
    lines.append(f"    for j in range({start}, {end}):")
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        lines.append(f"        {collect('t', 'i', 'j', 'j')}")
    if rng.random() < 0.15:
        lines.append("        if t > 40.0: break")
    if rng.random() < 0.15:
        lines.append(f"        c = n\n        while c > {rng.choice(('1', 'j', 'i'))}: c -= 1\n        t += c")
    if rng.random() < 0.2:
        lines.append("        out[1] = j")
    if rng.random() < 0.2:
        lines.append("        n + 2**62 + j * 3")
    if rng.random() < 0.3:
        lines.append(f"    out[{rng.choice(('i', '2', 'p'))}] = {rng.choice(('i', 'int(t > 3)'))}")
    lines.append(f"    {rng.choice(('s += t', 's = max(s, t)', 's = s + t'))}")
    lines.append("return s, i, t" if rng.random() < 0.2 else "return s")
    arguments = []
    for place in range(12):
        n = rng.choice((0, 1, 3, 5, 8, 40)) if place else 6
        p = rng.choice((0, 1, 2, 5, 8, 40)) if place else 5

        def near(size: int) -> int:
            return max(size + rng.choice((-2, -1, 0, 0, 0, 1, 1, 5)), 0)

        ints = rng.choice(("float64", "int64", "float64")) if place > 3 else "float64"
        arguments.append(
            f"(np.arange({near(max(n, p))}) % 7).astype('{ints}'), np.arange({near(p)}) * 0.5,"
            f" np.arange({(rows := near(n)) * (columns := near(p))}.0).reshape({rows}, {columns}) % 11,"
            f" np.ones(({near(p)}, {near(n)})), {n}, {p}, np.zeros({near(n)}, np.int64)"
        )
    body = "\n".join("    " + line for part in lines for line in part.split("\n"))
    return Case(HEAD + body, tuple(arguments))


@pytest.mark.parametrize("seed", range(60))
def test_generated(seed: int) -> None:
    generated(seed).check()
