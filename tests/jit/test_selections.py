"""Branches whose ways all store to one place: one store of a selection. Loads of ways that are made always, which must
stay within their arrays: these end where memory ends."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy")

from jit.children import run
from jit.support import Case, build, eval_arguments, outcome

from jitney import jit

TABLES = """
@jit
def f(a, b, t, by):
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                t[i + 1, j + 1] = t[i, j] + by
            else:
                t[i + 1, j + 1] = max(t[i, j + 1], t[i + 1, j])
    return t[-1, -1]
"""
LETTERS = "np.arange(9) * 7 % 4, np.arange(70) * 11 % 13 % 4"
TABLE_CASES = (
    f"{LETTERS}, np.zeros((10, 71), np.int32), 1",
    f"{LETTERS}, np.zeros((10, 71), np.int64), 2**62",  # beyond 64 bits after a while
    f"{LETTERS}, np.zeros((10, 71), np.int64), 2**63 - 1",
    f"{LETTERS}, np.full((10, 71), 2**31 - 2, np.int32), 1",  # beyond 32 bits
    f"{LETTERS}, np.zeros((10, 71), np.uint8), 100",
    f"{LETTERS}, np.zeros((10, 71)), 0.5",
    f"{LETTERS}, np.zeros((10, 70), np.int32), 1",  # too narrow
    f"{LETTERS}, np.zeros((10, 40), np.int32), 1",
    f"{LETTERS}, np.zeros((6, 71), np.int32), 1",  # too short
    f"{LETTERS}, np.zeros((10, 90), np.int32)[:, 9:80], 1",
    f"{LETTERS}, np.zeros((10, 0), np.int32), 1",
    "np.zeros(3, int), np.zeros(60, int), np.zeros((4, 61), np.int32), 1",
    "np.zeros(3, int), np.ones(60, int), np.zeros((4, 61), np.int32), 1",
    "np.zeros(0, int), np.ones(60, int), np.zeros((4, 61), np.int32), 1",
    "(w := np.zeros((20, 71), int))[3, 10:20], w[5], w[:10], 1",  # the letters lie in the table
)


def test_tables() -> None:
    Case(TABLES, TABLE_CASES).check()
    counting = TABLES.replace("by", "1")
    Case(counting.replace(", 1)", ", by)"), TABLE_CASES).check()
    compiled = build(counting.replace(", 1)", ", by)"), jit)
    for _ in range(2):
        outcome(compiled, eval_arguments(TABLE_CASES[0]))
    assert "checks made before the loop" in compiled.explain_loops()
    loop = compiled.inspect_ir("if-conversion").split("poll")[0].rpartition("\nb")[0].rpartition("\nb")[2]
    assert loop.count("= load i32") == 3
    assert loop.count("= select") == 2
    assert loop.count("= add") == 2  # to the column, and to the element: rows are in the addresses
    assert "guard" not in loop


WAYS = """
@jit
def f(a, b, c, k):
    s = 0
    for i in range(len(a)):
        if b[i] > k:
            c[i] = a[i] + 1
        elif b[i] == k:
            s += 1
            c[i] = a[i] * 3
        else:
            c[i] = a[i - 1]
    return s
"""
FEW = "np.arange(200) % 7, np.arange(200) * 5 % 11"
WAYS_CASES = (
    f"{FEW}, np.zeros(200, int), 4",
    f"{FEW}, np.zeros(150, int), 4",
    "np.full(200, 2**63 - 1), np.arange(200) % 90 - 70, np.zeros(200, int), 10",  # an overflow after some rounds
    "np.arange(200), (w := np.arange(201) % 5)[1:], w[:-1], 3",  # what decides is what was stored
    "np.arange(200, dtype=np.int8), np.arange(200) % 9, np.zeros(200, np.uint8), 5",
    "np.linspace(0, 1, 200), np.arange(200) % 9, np.zeros(200), 5",
)


def test_three_ways() -> None:
    Case(WAYS, WAYS_CASES).check()


FENCED = """
import ctypes, linecache, random
import numpy as np
from jitney import jit

libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]

def memory():
    start = libc.mmap(None, 4096 * 6, 0, 0x22, -1, 0) + 4096
    assert libc.mprotect(start, 4096 * 4, 3) == 0
    return start

blocks = [memory() for _ in range(3)]

def fenced(values, start, at_end):
    "A copy of an array, at one end of memory beyond which nothing can be read."
    where = start + 4096 * 4 - values.nbytes if at_end else start
    raw = (ctypes.c_char * values.nbytes).from_address(where)
    copy = np.frombuffer(raw, values.dtype).reshape(values.shape)
    copy[...] = values
    return copy

def shifted(rng, name):
    return rng.choice((name, name, name + " + 1", name + " - 1", name + " - 2", name + " + k", name + " * 2"))

def element(rng):
    return rng.choice((f"t[i, {shifted(rng, 'j')}]", f"t[i - 1, {shifted(rng, 'j')}]", f"b[{shifted(rng, 'j')}]"))

def condition(rng):
    loaded = (f"{element(rng)} < 2", f"{element(rng)} > k", "b[j] == a[i]")
    return rng.choice((*loaded, "j > k", "j != 3", "j < len(b) - 2"))

def source(rng):
    stored = [rng.choice((element(rng), f"max({element(rng)}, {element(rng)})", f"{element(rng)} + k")) for _ in "123"]
    ways = [f"        if {condition(rng)}:", "        else:"]
    if rng.random() < 0.3:
        ways.insert(1, f"        elif {condition(rng)}:")
    place = rng.choice(("t[i, j]", "t[i, j + 1]"))
    body = "".join(f"{way}\\n            {place} = {value}\\n" for way, value in zip(ways, stored))
    columns = rng.choice(("len(b)", "2, len(b) - 2", "1, len(b) - 1", "len(b) - 1, -1, -1"))
    return f"def f(a, b, t, k):\\n  for i in range(1, len(a)):\\n    for j in range({columns}):\\n{body}"

def outcome(function, arguments):
    try:
        function(*arguments)
        failed = ""
    except (IndexError, OverflowError) as error:
        failed = repr(error)
    return failed, arguments[2].tolist()

KNOWN = "def f(a, b, t, k):\\n  for i in range(len(a)):\\n    for j in range(1, len(b)):\\n"
"What is known where a condition is true makes checks needless there; or it is the first iterations that mustn't read."
KNOWNS = [
    f"{KNOWN}      if {condition}: t[i, j] = max(t[i, j - 1], t[{element}])\\n      else: t[i, j] = 1\\n"
    for condition, element in (
        ("i > 0", "i - 1, j"), ("i < len(t) - 1", "i + 1, j"), ("i > 0 and b[j] < 2", "i - 1, j"),
        ("i > 1", "i - 2, 0"), ("j > 2", "i, j - 3"), ("j < len(b) - 2", "i, j + 2"), ("j == 3", "i, j - 3"),
    )
]

for seed in range(COUNT):
    rng = random.Random(seed)
    text = KNOWNS[seed] if seed < len(KNOWNS) else source(rng)
    name = f"<fenced {seed}>"
    linecache.cache[name] = (len(text), None, text.splitlines(True), name)
    space = {}
    exec(compile(text, name, "exec"), space)
    compiled = jit(space["f"])
    for columns in (40, 64, 56):
        made = np.random.default_rng(seed + columns)
        a, b = made.integers(0, 3, 4), made.integers(0, 3, columns)
        t = made.integers(0, 9, (4, columns + rng.choice((0, 1, 2)))).astype(rng.choice(("int64", "int32", "uint8")))
        k = rng.choice((0, 1, 2))
        expected = outcome(space["f"], (a, b, t.copy(), k))
        arrays = [fenced(array, block, columns == 40) for array, block in zip((a, b, t), blocks)]
        assert outcome(compiled, (*arrays, k)) == expected, text
print("all alike")
"""


def test_what_is_read_always_lies_in_arrays() -> None:
    assert run(FENCED.replace("COUNT", "70")) == "all alike\n"
