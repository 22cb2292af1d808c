"""Parallel loops as a language: they give what range() gives, whatever the number of threads, or are refused."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from jit.children import define, run
from jit.parallel import FULL, ONCE, THREADS, made
from jit.support import copy, difference, eval_arguments, outcome

import jitney
from jitney import UnsupportedError, jit, prange

np = pytest.importorskip("numpy")


@pytest.fixture(autouse=True)
def four_threads() -> Iterator[None]:
    before = jitney.get_num_threads()
    jitney.set_num_threads(4)
    yield
    jitney.set_num_threads(before)


def blocks(text: str) -> dict[str, str]:
    """Bodies of functions by their names, which stand above them as comments."""
    parts = re.split(r"^# (.*)\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def body(source: str) -> str:
    return "import math\ndef f(x, n):\n" + "".join(f"    {line}\n" for line in source.strip("\n").splitlines())


COUNTS = (0, 1, 2, 3, 255, 256, 257, 1000)
SAME = blocks(
    """
# sum
s = 0
for i in prange(n):
    s += i * x
return s

# start and step
s = 0
for i in prange(5, n, 3):
    s += i
return s, s * x

# backwards
s = 0
for i in prange(n, 3, -7):
    s ^= i * x
return s

# step unknown
s = 0
for i in prange(n, -n, -x):
    s += i
return s

# step unknown, up
s = 0
for i in prange(-n, n, x):
    s += i
return s

# float sum from an int
s = 0
for i in prange(n):
    s += i / 2
return s

# float sum
s = 0.5
for i in prange(n):
    s -= i * 0.25
return s

# minus zero
s = -0.0
for i in prange(n):
    s += -0.0
return s

# minus zero, product
s = -0.0
for i in prange(n):
    s *= 1.0
return s

# product
p = 1
for i in prange(min(n, 12)):
    p *= i + 1
return p

# product of floats
p = 1.0
for i in prange(n):
    p = (1.0 if i % 3 else -1.0) * p
return p

# bits
a = -1
o = x
z = 5
for i in prange(n):
    a &= i | 4
    o |= i
    z = z ^ (i * i)
return a, o, z

# bools
a = True
o = False
for i in prange(n):
    a &= i < 256
    o |= i == 255
return a, o

# min and max
m = x
M = 0
for i in prange(n):
    m = min(m, 7 - i % 50)
    M = max(i % 77, M)
return m, M

# min of floats
m = math.inf
for i in prange(n):
    m = min(m, (i * 37 % 101) / 8)
return m

# min meets nan
m = math.nan
for i in prange(n):
    m = min(m, 1.0)
return m

# min among nans
m = 2.5
for i in prange(n):
    m = min(m, math.nan if i % 3 else i + 1.0)
return m

# min of zeros
m = 0.5 if x > 1 else 0.0
for i in prange(n):
    m = min(m, 0.0 if i % 100 > 50 else -0.0)
return m

# max of zeros
m = -0.0
for i in prange(n):
    m = max(m, 0.0 if i % 100 > 50 else -0.0)
return m

# min with an if
m = 1000
for i in prange(n):
    if (i * 7919) % 1009 < m:
        m = (i * 7919) % 1009
return m

# min of int and float
m = 40
for i in prange(n):
    m = min(m, i * 0.5 + 20)
return m

# long sum
s = 0
for i in prange(n):
    s = s + i - x * i + 1
return s

# sum within
s = 0
for i in prange(n):
    for j in range(i % 5):
        if j != 2:
            s += j * i
return s

# sometimes
s = 0
for i in prange(n):
    if i == 300:
        s += 0.5
return s

# sometimes a float
s = 0
t = 2
for i in prange(n):
    if i % 2:
        s += 1.5
    else:
        t *= 1
return s, t

# private
s = 0
for i in prange(n):
    t = i * 2
    t += 1
    s += t
return s

# last values
t = 'a' if x < 0 else -1
i = 9
for i in prange(n):
    t = i * x
return i, t

# last of two types
t = 0
for i in prange(n):
    if i < 500:
        t = i
    else:
        t = i / 2
return t

# unbound
for i in prange(n):
    t = i
return i, t

# else
s = 0
for i in prange(n):
    s += 1
else:
    s += 1000
return s

# continue
s = 0
for i in prange(n):
    if i % 3 == 1:
        continue
    s += i
return s

# two loops
s = 0
for i in prange(n):
    s += i
p = 0
for i in prange(n):
    p += s - i
return s, p

# loop in a loop
s = 0
for k in range(4):
    for i in prange(n + k):
        s += i * k
return s

# prange in prange
s = 0
for i in prange(n):
    for j in prange(3):
        s += i * j
return s

# carried within
s = 0
for i in prange(n):
    t = 1
    for j in prange(3):
        t = t * 2 + j
    s += t
return s

# while and and or
s = 0
for i in prange(n):
    k = i
    while k > 3 and k % 7:
        k -= 1
    s += k or 5
return s

# walrus
s = 0
for i in prange(n):
    s += (t := i // 2) + t
return s

# target assigned
s = 0
for i in prange(n):
    i = i % 10
    s += i
return s

# assert
s = 0
for i in prange(n):
    assert i >= 0, 'never'
    s += i
return s

# raise
s = 0
for i in prange(n):
    if i % 100 == 99:
        raise ValueError('at', i)
    s += i
return s

# division
s = 0
for i in prange(n):
    s += 1000 // (i - 254)
return s

# index
b = bytes(200) if False else b'0123456789' * 20
s = 0
for i in prange(n):
    s += b[i]
return s

# overflow
s = 2**62
for i in prange(n):
    s += 2**54
return s

# overflow on the way
s = 0
for i in prange(n):
    s += 2**55 if i < 500 else -2**55
return s

# always raises
for i in prange(n):
    raise KeyError(i)
return 'none'

# float range
for i in prange(n / 2):
    pass

# step 0
for i in prange(1, n, x - x):
    pass
return 1

# ends of words
s = 0
for i in prange(2**63 - 1 - n, 2**63 - 1, 1):
    s ^= i
return s

# ends of words, steps
s = 0
for i in prange(-2**63 + n, -2**63, -3):
    s ^= i
return s

# a bool accumulates
s = x > 0
for i in prange(n):
    s ^= i % 2 == 0
return s

# tuple
p = (x, 2.5, True)
s = 0
for i in prange(n):
    s += p[0] + int(p[1]) + p[2]
return s

# unbound accumulator
for i in prange(n):
    s += i
return 1

# text
t = f'<{x}>'
for i in prange(n):
    if i == 600:
        raise ValueError(t)
return 0
"""
)


def check(source: str, calls: list[tuple[Any, ...]], threads: tuple[int, ...] = THREADS, **options: Any) -> None:
    jitted = made(source, **options)
    for given in calls:
        expected = outcome(jitted.py_func, copy.deepcopy(given))
        for count in threads:
            jitney.set_num_threads(count)
            problem = difference(expected, outcome(jitted, copy.deepcopy(given)))
            assert not problem, f"f{given} with {count} threads: {problem}"


@pytest.mark.parametrize("name", list(SAME)[:: 1 if FULL else 8])
def test_same_as_range(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        check(body(SAME[name]), [(x, n) for n in COUNTS for x in ((3, 1) if n < 4 else (3,))])


@pytest.mark.parametrize("options", [{"_interpreter": True}, {"_passes": False}, {"nogil": True}], ids=str)
def test_in_other_ways(options: dict[str, Any]) -> None:
    """By the IR interpreter, without passes, and without the GIL from the start."""
    names = list(SAME)[:: 3 if FULL else 20]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            check(body(SAME[name]), [(3, n) for n in (0, 2, 257)], (4,), **options)


ARRAYS = """
np.arange(1000.0), np.zeros(1000)
np.arange(2000.0)[::2], np.zeros(1000)
np.arange(1000, dtype=np.float32), np.zeros(1000, np.float32)
np.arange(1000, dtype=np.int64), np.zeros(1000, np.int64)
np.arange(1000).astype(np.uint8), np.zeros(1000, np.uint8)
np.arange(1000) > 300, np.zeros(1000, bool)
np.zeros(0), np.zeros(0)
np.arange(1000.0)[::-1], np.zeros(1000)[::-1]
np.arange(1000.0), np.zeros(900)
bytearray(range(250)), bytearray(250)
""".strip().splitlines()
OVER_ARRAYS = blocks(
    """
# map
for i in prange(len(a)):
    b[i] = a[i] * a[i]
return b

# backwards
for i in prange(len(a) - 1, -1, -1):
    b[i] = a[-1 - i]
return b

# sum
s = 0
for i in prange(len(a)):
    s += a[i]
return s

# float sum
s = 0.0
for i in prange(len(a)):
    s += a[i]
return s

# some
s = 0.0
for i in prange(len(a)):
    if i > 900:
        s += a[i]
return s

# greatest
m = a[0]
for i in prange(1, len(a)):
    m = max(m, a[i])
return m

# np.maximum
m = a[0]
for i in prange(len(a)):
    m = np.maximum(a[i], m)
return m

# too far
for i in prange(len(a)):
    b[i + 20] = a[i]
return b

# views
for i in prange(len(a) // 4):
    row = a[4 * i : 4 * i + 4]
    b[i] = row[0] + row[3]
return b
"""
)


@pytest.mark.parametrize("name", list(OVER_ARRAYS)[:: 1 if FULL else 8])
def test_arrays(name: str) -> None:
    source = body(OVER_ARRAYS[name]).replace("(x, n)", "(a, b)")
    jitted = made(source)
    for call in ARRAYS:
        if call.startswith("bytearray") and name in ("map", "views"):
            continue  # items that do not fit; other kinds
        if name == "np.maximum" and "int" not in call:
            continue
        expected = outcome(jitted.py_func, eval_arguments(call))
        for count in THREADS:
            jitney.set_num_threads(count)
            got = outcome(jitted, eval_arguments(call))
            if expected.error is not None:  # another iteration may have stored more
                assert (type(got.error), str(got.error)) == (type(expected.error), str(expected.error)), call
            else:
                problem = difference(expected, got)
                assert not problem, f"{call}, {count} threads: {problem}"


def test_made_here() -> None:
    """An array made before the loop, filled by it, used after it."""
    check(
        "def f(n):\n    a = np.empty((n, 3))\n    for i in prange(n):\n        for j in range(3):\n"
        "            a[i, j] = i * j\n    return a, a.sum()",
        [(0,), (1,), (1000,)],
    )


def test_bits_do_not_depend_on_threads() -> None:
    """A float sum is re-associated, by the count of iterations alone."""
    jitted = made(body("s = 0.0\nfor i in prange(n):\n    s += x[i] * 0.1\nreturn s"))
    values = np.random.default_rng(1).normal(size=100_003) * 10.0 ** np.arange(100_003).astype(float).__mod__(30)
    for n in (1, 255, 256, 257, 1000, 100_003):
        results = set()
        for count in THREADS * 5:
            jitney.set_num_threads(count)
            results.add(float(jitted(values, n)).hex())
        assert len(results) == 1, (n, results)
        assert abs(jitted(values, n) - jitted.py_func(values, n)) <= 1e-9 * np.abs(values[:n]).sum()


REFUSED = {
    "for i in prange(n):\n    x = x + x": "'x' is carried",
    "s = 0\nfor i in prange(n):\n    s += s": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = 2 * s + i": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s += i\n    t = s": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s += i\n    s *= 2": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = i - s": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s //= 2": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = abs(s)": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = min(s, s + 1)": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = max(s, i)\n    s = min(s, i)": "'s' is carried",
    "s = 0.5\nfor i in prange(n):\n    s = max(i / 2, s)": "reduction of 's' to what is no integer",
    "t = (x,) * 20\nfor i in prange(n):\n    t = (i,) * 20\nreturn t": "20 words of results",
    "s = 0\nfor i in prange(n):\n    s = max(i / 2, s)": "reduction of 's' to what is no integer",
    "s = 0.5\nfor i in prange(n):\n    s = np.maximum(s, i / 2)": "reduction of 's' to what is no integer",
    "s = 0.5\nfor i in prange(n):\n    if s <= i / 2:\n        s = i / 2": "reduction of 's' to what is no integer",
    "s = 0\nfor i in prange(n):\n    if i % 2:\n        s = i\nreturn s": "'s' is used after a parallel loop",
    "for i in prange(n):\n    if i:\n        t = i\n    n = t": "is carried",
    "for i in prange(n):\n    return i": "return in a parallel loop",
    "for i in prange(n):\n    while True:\n        break\n    break": "break in a parallel loop",
    "for i in prange(n):\n    t = i\n    del t": "del in a parallel loop",
    "for i in prange(n):\n    print(i)": "this line calls Python",
    "for i in prange(n):\n    a = np.zeros(3)": "this line calls Python",
    "a = np.zeros(3)\nfor i in prange(n):\n    b = h(a)": "in f: this line counts references",
    "s = True\nfor i in prange(n):\n    s += i": "'s', a bool",
    "for i in prange(n):\n    g(i)": "this line calls Python",
    "s = (1, 2)\nfor i in prange(n):\n    s += (i,)": "'s', of type",
    "s = 0\nfor i in prange(n):\n    s = min(s, i, key=abs)": "'s' is carried",
}


@pytest.mark.parametrize("text", list(REFUSED)[:: 1 if FULL else 8])
def test_refusals(text: str) -> None:
    helpers = "@jit\ndef g(x):\n    print(x)\n@jit\ndef h(a):\n    return a\n"
    with pytest.raises(UnsupportedError, match=REFUSED[text]) as caught:
        made(helpers + body(text))(1, 10)
    assert re.match(r"<parallel>:\d+: in (f|g|h)", str(caught.value))


def test_functions_that_python_computes() -> None:
    """Of numbers: threads of the pool take the GIL for them, and what they raise is raised."""
    calls = [(3, 500), (2**53, 1000), (-(2**60) - 1, 300)]
    check(body("s = 0.0\nfor i in prange(n):\n    s = max(s, (i * x + 1) / 7)\nreturn s"), calls)
    check(body("s = 0.0\nfor i in prange(n):\n    s = max(s, math.gamma(i % 99 + 0.5))\nreturn s"), calls)
    check(body("s = 0.0\nfor i in prange(n):\n    s = max(s, math.gamma(i - 200.5))\nreturn s"), calls)
    check(body("s = 0.0\nfor i in prange(n):\n    s = max(s, math.gamma(200 - i))\nreturn s"), calls)
    check(body("s = 0\nfor i in prange(1, n):\n    s ^= pow(i, -1 if i % 7 else 2, 7)\nreturn s"), calls)


def test_reports() -> None:
    """The parts are shown behind the function, at every stage."""
    f = made(body(SAME["sum"]))
    f(1, 1000)
    for text in (f.inspect_asm(), f.inspect_ir(), f.inspect_ir("lowered"), f.inspect_ir("hoist")):
        assert re.search(
            r"^;? ?f\(x: int, n: int\) -> int$.*^;? ?loop in line 4 of f\(", text, re.MULTILINE | re.DOTALL
        )


def test_names_of_prange() -> None:
    """By any name and as an attribute; and what is called prange may be something else."""
    source = "def f(n):\n    s = 0\n    for i in {}(n):\n        s = 2 * s + i & 255\n    return s"
    for name in ("prange", "p", "jitney.prange"):
        f = jit(parallel=True)(define(source.format(name), "<names>", prange=prange, p=prange, jitney=jitney)["f"])
        with pytest.raises(UnsupportedError, match="'s' is carried"):
            f(10)
    f = jit(parallel=True)(define(source.format("prange"), "<names>", prange=range)["f"])
    assert f(10) == f.py_func(10)


def test_prange_is_range() -> None:
    assert prange(5) == range(5) and prange(1, 9, 2) == range(1, 9, 2)

    @jit
    def serial(n: int) -> Any:
        s = 0
        for i in prange(n):
            s = 2 * s & 0xFFFF | i & 1
        return s

    assert serial(100) == serial.py_func(100)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert jit(parallel=True)(lambda x: x + 1)(1) == 2


@ONCE
def test_number_of_threads() -> None:
    for wrong in (0, -1, 1.5, "2", 100_000):
        with pytest.raises(ValueError, match="the number of threads"):
            jitney.set_num_threads(wrong)  # type: ignore[arg-type]
    jitney.set_num_threads(3)
    assert jitney.get_num_threads() == 3
    show = "import jitney, os\nprint(jitney.get_num_threads(), len(os.sched_getaffinity(0)))"
    assert run(show, JITNEY_NUM_THREADS="5").split()[0] == "5"
    for odd in ("", "0", "-3", "many"):
        found, processors = run(show, JITNEY_NUM_THREADS=odd).split()
        assert found == processors


FORMS = {
    "r += {e}": ("0", "0.5"),
    "r -= {e} / 4": ("x", "0.0"),
    "r = r + {e} - i": ("-7",),
    "r = {e} + r": ("1",),
    "r *= 1 - ({e} & 2)": ("1", "-1.0"),
    "r &= {e}": ("-1", "1000"),
    "r = r | ({e} & 31)": ("x",),
    "r ^= {e}": ("5",),
    "r = min(r, {e})": ("99", "2.5"),
    "r = max({e}, r)": ("-99",),
    "r = max(r, {e} / 4)": ("-3", "0.5"),
    "if {e} < r: r = {e}": ("50", "0.25"),
}
"""Reductions of a variable r, and what it may start as. Sums of such floats are exact, in whatever order."""


def drawn(random: Random) -> str:
    """A function with a parallel loop: reductions, variables of iterations, conditions, loops within, exceptions."""

    def value(depth: int = 2) -> str:
        if depth == 0 or random.random() < 0.3:
            return random.choice(("i", "x", "t", "u", "(i & 7)", str(random.randrange(-9, 9))))
        left, right = value(depth - 1), value(depth - 1)
        return f"({left} {random.choice(('+', '-', '* 3 %', '&', '// 7 -'))} {right})"

    forms = random.sample(list(FORMS), random.randrange(1, 4))
    names = [f"r{k}" for k in range(len(forms))]
    lines = [f"{name} = {random.choice(FORMS[form])}" for name, form in zip(names, forms, strict=True)]
    bounds = random.choice(("n", "-3, n, 2", "n, -5, -3", "1, n, x"))
    lines += [f"for i in prange({bounds}):", "    t = i * x", f"    u = {random.choice(('t', 'i & 7', '-i'))}"]
    for _ in range(random.randrange(1, 6)):
        k = random.randrange(len(forms))
        reduction = re.sub(r"\br\b", names[k], forms[k]).format(e=f"({value()}) % 97")
        line = random.choice((reduction, reduction, f"{random.choice('tu')} = {value()}"))
        around = random.choice(("", f"if {value()} > 3:", "for j in range(i % 4):", "while w > 0:"))
        if not around:
            lines.append(f"    {line}")
        else:
            lines += ["    w = u & 3", f"    {around}", f"        {line}", "        w -= 1"]
    if random.random() < 0.3:
        lines += [f"    if {value()} == {random.randrange(50)}:", "        raise ValueError(i, t)"]
    return body("\n".join([*lines, f"return {', '.join(names)}, {random.choice(('0', 'x, n'))}"]))


def test_drawn_loops() -> None:
    random = Random(7)
    for _ in range(40 if FULL else 3):
        source = drawn(random)
        try:
            check(source, [(3, n) for n in (0, 1, 300)], (1, 4))
        except AssertionError as problem:
            if "too many combinations of types" in str(problem):
                continue
            raise AssertionError(f"{problem}\n{source}") from None


def test_reports_tell_of_the_bodies_of_parallel_loops() -> None:
    text = """
    def f(x, n):
        for k in range(2):
            for i in prange(n):
                for j in range(n):
                    x[i] += j
    """
    f = jit(parallel=True)(define(text, "<reports of bodies>", prange=prange)["f"])
    f(np.zeros(1000), 1000)
    report = f.explain_loops().splitlines()
    lines = [number.strip() for number in (row[:5] for row in report) if number.strip().isdigit()]
    assert lines == ["3", "4", "5"]
    place = next(place for place, row in enumerate(report) if row.startswith("    4"))
    assert report[place + 1].endswith("- shared by threads") and "- vectorised: " in report[place + 2]
    assert "computed for" in report[-1] or "computed for" in report[-2]
