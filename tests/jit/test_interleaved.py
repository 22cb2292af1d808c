"""Loops over elements that take turns in memory, pixels, points and pairs: they do what Python does, are spread over
lanes where that is promised, and touch nothing beside the array."""

from __future__ import annotations

import itertools

import pytest

pytest.importorskip("numpy")

from jit import children
from jit.support import Case, build, decorated, eval_arguments, outcome

from jitney import jit
from jitney.x86.cpu import chosen
from jitney.x86.vectors import level_of

LEVEL = level_of(chosen())
DTYPES = "u1", "i1", "u2", "i2", "i4", "u8", "f4", "f8", "?"

DOWN = """
def f(a, out):
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            out[y, x] = (int(a[2*y, 2*x]) + int(a[2*y, 2*x+1]) + int(a[2*y+1, 2*x]) + int(a[2*y+1, 2*x+1]) + 2) >> 2
"""
GREY = """
def f(a, out):
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            out[y, x] = (int(a[y, x, 0]) * 77 + int(a[y, x, 1]) * 150 + int(a[y, x, 2]) * 29) >> 8
"""
TURNED = """
def f(a, out):
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            out[y, x, 0] = a[y, x, 2]
            out[y, x, 1] = a[y, x, 1]
            out[y, x, 2] = a[y, x, 0]
"""


@pytest.mark.parametrize(("source", "at", "to"), [(DOWN, (20, 74), (10, 37)), (GREY, (5, 37, 3), (5, 37))])
@pytest.mark.parametrize("dtype", ["u1", "i2"])
def test_images(source: str, at: tuple[int, ...], to: tuple[int, ...], dtype: str) -> None:
    image = f"np.random.default_rng(5).integers(0, 120, {at}).astype('{dtype}')"
    calls = (
        f"{image}, np.zeros({to}, '{dtype}')",
        f"{image}, np.zeros({to}, 'u1')",
        f"{image}[:, :-1], np.zeros({to}, '{dtype}')",
        f"np.asfortranarray({image}), np.zeros({to}, '{dtype}')",
        f"np.concatenate([{image}, {image}], -1), np.zeros({to}, '{dtype}')",
        f"(w := {image}), w.reshape(-1)[:{to[0] * to[1]}].reshape{to}",
        f"(w := {image}), w.reshape(-1)[3:][:{to[0] * to[1]}].reshape{to}",
        f"{image}, np.zeros({to}, '{dtype}')",
    )
    Case(decorated(source), calls).check()
    compiled = build(decorated(source), jit)
    for _ in range(2):
        compiled(*eval_arguments(calls[0]))
    assert "vectorised: " in compiled.explain_loops() or LEVEL == 0


@pytest.mark.parametrize("dtype", ["u1", "i2", "f4", "f8"])
def test_pixels_that_are_written(dtype: str) -> None:
    image = f"np.random.default_rng(5).integers(0, 120, (5, 70, 3)).astype('{dtype}')"
    calls = (
        f"{image}, np.zeros((5, 70, 3), '{dtype}')",
        f"(w := {image}), w",
        f"(w := np.concatenate([{image}, {image}]))[1:6], w[:5]",
        f"(w := {image}.reshape(-1))[:345].reshape(5, 23, 3), w[3:348].reshape(5, 23, 3)",
        f"(w := {image}.reshape(-1))[:345].reshape(5, 23, 3), w[1:346].reshape(5, 23, 3)",
        f"{image}, np.zeros((5, 70, 4), '{dtype}')",
        f"{image}, np.zeros((5, 70, 2), '{dtype}')",
        f"{image}[:, :69], np.zeros((5, 70, 3), '{dtype}')",
        f"{image}, np.zeros((5, 70, 3), 'f4')",
    )
    Case(decorated(TURNED), calls).check()
    compiled = build(decorated(TURNED), jit)
    for _ in range(2):
        compiled(*eval_arguments(calls[0]))
    assert "vectorised: " in compiled.explain_loops() or (LEVEL == 0 and dtype in ("u1", "i2"))


IN_PLACE = {
    "for i in range(len(x) // 2): x[2*i] += y[i]; x[2*i+1] -= y[i]": True,
    "for i in range(len(x) // 3): x[3*i], x[3*i+1], x[3*i+2] = x[3*i+2], x[3*i], x[3*i+1]": True,
    "for i in range(len(x) // 2 - 1): x[2*i+1] = x[2*i+2]; x[2*i] = y[i]": False,
    "for i in range(len(x) // 2 - 1): x[2*i+2] = x[2*i+1] + 1; x[2*i+3] = x[2*i]": False,
    "for i in range(len(x) // 2): y[i] = x[2*i]; x[2*i] = 0; x[2*i+1] = y[i]": False,
    "for i in range(len(x) // 2 - 1, -1, -1): x[2*i+1], x[2*i] = x[2*i], x[2*i+1]": True,
    "for i in range(len(x)): x[2*i] = y[i]; x[2*i+1] = y[i]": True,
    "for i in range(1, len(y)): y[i] = x[2*i-1] + x[2*i]": False,
    "s = 0\nfor i in range(0, len(x), 3): s = max(s, x[i])\nreturn s": False,
    "s = 0\nfor i in range(len(x) // 4):\n    if x[4*i] > x[4*i+3]: s += i\nreturn s": False,
    "for i in range(len(x) // 4):\n    if x[4*i+1] > 9: y[i] = x[4*i+2]": False,
    "for i in range(len(x) // 3):\n    if x[3*i] == 30: return i\n    y[i] = x[3*i+2]": False,
}
"""Bodies of functions of x and y, and whether they are spread over lanes at all levels."""


@pytest.mark.parametrize("dtype", ["u1", "i4", "f8"])
@pytest.mark.parametrize("body", IN_PLACE)
def test_in_place(body: str, dtype: str) -> None:
    source = decorated("def f(x, y):\n" + "\n".join("    " + line for line in body.splitlines()) + "\n")
    x = f"np.random.default_rng(2).integers(0, 99, 260).astype('{dtype}')"
    calls = (
        f"{x}, {x}[:131]",
        f"{x}, {x}[:131].astype('i2')",
        f"(w := {x}), w[:131]",
        f"(w := {x}), w[5:136]",
        f"(w := {x}), w",
        f"{x}, {x}[:60]",
        f"{x}[:57], {x}",
        f"{x}[::-1], {x}[::2]",
        f"{x}[:0], {x}",
        f"{x}, {x}[:131]",
    )
    Case(source, calls).check()
    if IN_PLACE[body] and LEVEL:
        compiled = build(source, jit)
        for _ in range(2):
            outcome(compiled, eval_arguments(calls[0]))
        assert "vectorised: " in compiled.explain_loops()


GUARDED = """
import ctypes, mmap, random
import numpy as np
from jitney import jit

libc = ctypes.CDLL(None, use_errno=True)
PAGE = mmap.PAGESIZE
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
start = libc.mmap(None, 4 * PAGE, 3, 0x22, -1, 0)
libc.mprotect(start, PAGE, 0)
libc.mprotect(start + 3 * PAGE, PAGE, 0)

def at(address, dtype, count):
    size = np.dtype(dtype).itemsize
    return np.frombuffer((ctypes.c_char * (size * count)).from_address(address), dtype)

rng = random.Random(SEED)
for _ in range(COUNT):
    dtype = rng.choice(("u1", "i1", "i2", "u2", "i4", "f4", "i8", "f8", "?"))
    step = rng.choice((2, 2, 3, 3, 4, 4, 5, 8))
    places = sorted(rng.sample(range(step), rng.randint(1, min(step, 3))))
    back = rng.random() < 0.2
    top = max(places)
    read = " + ".join([f"a[{f'len(a) - 1 - {step} * i - ' if back else f'{step} * i + '}{place}]" for place in places])
    head = "def f(a, o):\\n    for i in range"
    text = f"{head}((len(a) - {top + 1}) // {step} + 1): o[i] = {read}\\n"
    if rng.random() < 0.4 and not back:
        stores = "; ".join(f"a[{step} * i + {place}] = o[i]" for place in range(step))
        text = f"{head}(len(a) // {step}): {stores}\\n"
    import linecache
    name = f"<guarded {_}>"
    linecache.cache[name] = (len(text), None, text.splitlines(True), name)
    space = {}
    exec(compile(text, name, "exec"), space)
    f, compiled = space["f"], jit(space["f"])
    for turn in range(4):
        count = rng.choice((70, 97, 131, 260))
        low = turn % 2 == 0
        items = np.dtype(dtype).itemsize
        n = rng.choice((step * count, step * (count - 1) + top + 1))
        n = min(n, 2 * PAGE // items)
        a = at(start + PAGE if low else start + 3 * PAGE - n * items, dtype, n)
        a[:] = np.random.default_rng(turn).integers(0, 2 if dtype == "?" else 40, n).astype(dtype)
        there, here = np.ones(count + 9, dtype), np.ones(count + 9, dtype)
        before = a.copy()
        compiled(a, here)
        f(before, there)
        assert np.array_equal(a, before) and np.array_equal(here, there), (text, dtype, n)
print("fine")
"""


@pytest.mark.parametrize("level", ["sse2", "avx2", "avx512"][: LEVEL + 1])
def test_no_byte_beside_the_array_is_touched(level: str) -> None:
    code = GUARDED.replace("SEED", str(len(level))).replace("COUNT", "12")
    assert children.run(code, JITNEY_CPU=level) == "fine\n"


SHARES = "def f(x, y):\n    for i in range(len(y)): y[i] = {}\n"


@pytest.mark.parametrize(("dtype", "step"), [*itertools.product(DTYPES, (2, 3, 4))])
def test_each_place_of_a_step(dtype: str, step: int) -> None:
    x = f"np.random.default_rng(3).integers(0, 2 if '{dtype}' == '?' else 100, {step * 131}).astype('{dtype}')"
    if dtype in ("i1", "i2", "i4"):
        x = f"({x} - 50)"
    parts = [f"x[{step}*i+{place}]" for place in range(step)]
    for value in (*parts, " + ".join(parts), f"x[{step}*i] - x[{step}*i+{step - 1}]" if dtype != "?" else "x[2*i]"):
        calls = f"{x}, np.zeros(131, '{dtype}')", f"{x}, np.zeros(130, '{dtype}')", f"{x}, np.zeros(132, '{dtype}')"
        Case(decorated(SHARES.format(value)), calls).check()
