"""Where the language ends: what isn't compiled is refused, or runs as Python runs it; nothing is answered wrongly."""

from __future__ import annotations

import pytest
from jit.support import NAMESPACE, Case, cases, each, name_of, np


class Whole(int):
    def __add__(self, other: object) -> int:
        return 99


class Real(float):
    def __lt__(self, other: object) -> bool:
        return True


class Pair(tuple):  # type: ignore[type-arg]
    def __len__(self) -> int:
        return 99


class Data(bytes):
    def __len__(self) -> int:
        return 99


class Anything:
    def __index__(self) -> int:
        return 3

    def __float__(self) -> float:
        return 1.5

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return type(other) is Anything


NAMESPACE.update(Whole=Whole, Real=Real, Pair=Pair, Data=Data, Anything=Anything)
if np is not None:
    NAMESPACE["Mine"] = type("Mine", (np.ndarray,), {"__len__": lambda self: 99})

VALUES = (
    "'text'", "''", "'a\\u20ac\\U0001f600'", "[1, 2, 3]", "[]", "{1: 2}", "{1, 2}", "range(5)", "range(10, 0, -3)",
    "slice(1, 2)", "1j",
    "Point(1, 2.5)", "Point(-0.0, 3)", "(1, [2])", "((1, 'a'), None)", "...", "int", "len", "math", "Point",
    "NotImplemented",
    "Whole(3)",
    "Real(3.0)",
    "Pair((1, 2))",
    "Data(b'ab')",
    "Anything()",
    "tuple(range(40))", "array('u', 'abc')", "memoryview(bytes(12)).cast('i', (1, 3))", "memoryview(b'abcdef')[::2]",
    "memoryview(array('f', [1, 2]))", "memoryview(bytes(8)).cast('c')", "memoryview(bytes(8)).cast('?')", "10**100",
    "2**63", "-2**63 - 1",
)  # fmt: skip
NUMPY_VALUES = (
    "np.float16(1.5)", "np.longdouble(1.5)", "np.complex64(1j)", "np.complex128(2 + 1j)", "np.str_('a')",
    "np.datetime64('2020-01-01')",
    "np.timedelta64(5, 's')", "np.void(b'abc')", "np.array([1, 'a'], object)", "np.array(['a', 'bc'])",
    "np.zeros(3, 'float16')",
    "np.zeros(3, 'longdouble')", "np.zeros(3, 'complex128')", "np.zeros(3, '>i4')", "np.zeros(3, '>f8')",
    "np.zeros(3, 'i4,f8')",
    "np.zeros(3, 'datetime64[s]')", "np.matrix([[1, 2], [3, 4]])", "np.ma.array([1, 2, 3], mask=[0, 1, 0])",
    "np.zeros(2, 'i4,f8').view(np.recarray)",
    "np.frombuffer(bytes(57), 'float64', 7, 1)", "np.frombuffer(bytes(30), 'int16', 7, 1)", "np.zeros((1,) * 7)",
    "np.zeros((2, 0, 3))",
    "np.zeros(3).view(Mine)", "np.dtype('i4')", "np.int8",
    "np.zeros(3, 'S2')", "np.zeros(2, bool)[np.newaxis]", "np.array(3, 'complex64')",
    "np.lib.stride_tricks.as_strided(np.arange(6), (3, 3), (8, 8))",
)  # fmt: skip
USES = (
    "x", "x is None", "x[0]", "len(x)", "x + 1", "x < 2", "x == x", "not x", "bool(x)", "for v in x:\n    return v",
    "(x, 1)", "int(x)",
    "float(x)", "abs(x)", "-x", "x * 2", "x[1:]", "a, b = x\nreturn a", "s = 0\nfor v in x:\n    s += v\nreturn s",
    "1 if x else 2",
    "sum(x)", "max(x)", "min(x, 2)", "x.x", "x.shape", "x and 1", "x or 2.5", "range(x)[0]", "x[0] = 1", "x[0, 0]",
    "2 in x", "x()",
    "x.real", "round(x)", "divmod(x, 2)", "math.sqrt(x)", "ord(x)", "bytes(x)", "x.T", "x == 1", "x.copy()", "x @ x",
    "x ** 2", "1 / x",
)  # fmt: skip

HALVES = "sqrt sin cos tan exp log log2 log10 cbrt exp2 expm1 log1p sinh tanh rint degrees signbit fabs"
"""Functions that compute small integers in float16."""

ARGUMENTS: list[Case] = [
    case for value in (*VALUES, *(NUMPY_VALUES if np is not None else ())) for case in cases([value], *USES)
]

SYNTAX: list[Case] = [
    *cases(
        each("0 1 5"),
        "[i for i in range(x)]", "sum([i * i for i in range(x)])", "sum(i for i in range(x))",
        "{i: 1 for i in range(x)}", "{x, 1}", "[x, 2][0]",
        "{'a': x}['a']", "'abc'[x]", "f'{x}'", "str(x)", "'%d' % x", "'a' if x else 'b'", "(lambda y: y + x)(3)",
        "print", "type(x) is int",
        "isinstance(x, int)", "list(range(x))", "tuple(range(x))", "sorted((3, x))", "any((x, 0))", "all((x, 1))",
        "x.__add__(2)", "hash(x)", "id(x) == id(x)",
        "x if x else [x]", "*range(x),", "complex(x, 1)", "x * 1j", "hex(x)", "repr(x)", "slice(x)",
        "x @ x", "dict(a=x)", "set()",
        "try:\n    return 1 // x\nexcept ZeroDivisionError:\n    return -1", "try:\n    return x\nfinally:\n    x = 2",
        "with open('/dev/null') as f:\n    return x",
        "g = lambda a: a + 1\nreturn g(x)", "import math as m\nreturn m.pi * x", "global K\nK = x\nreturn K",
        "a = [1, 2]\na.append(x)\nreturn a", "a, *b = (x, 1, 2)\nreturn b", "class C:\n    y = 1\nreturn C.y + x",
        "for c in 'abc':\n    x += ord(c)\nreturn x",
        "s = ''\nfor i in range(x):\n    s += 'a'\nreturn len(s)", "raise x", "raise ValueError from None",
        "raise ValueError(f'{x}')", "raise (ValueError if x else KeyError)(x)",
        "assert x, f'{x} is bad'\nreturn x", "del math", "a = b = [x]\nreturn a is b", "x: int\nreturn x",
        "match x:\n    case 0:\n        return 'zero'\n    case 1 | 2:\n        return 2\n    case _:\n"
        "        return x",
        "for i in range(3):\n    def g():\n        return i\nreturn x", "return locals()", "return globals() is None",
        "return eval('x')", "exec('x = 3')\nreturn x", "return __name__", "return NAME_THAT_IS_NOT",
        "while x:\n    x -= 1\n    try:\n        1 // 0\n    except ZeroDivisionError:\n        continue\nreturn x",
        "nonlocal_ = x\nreturn nonlocal_", "return x if (y := x) else y",
        "return [*range(x)]", "return {**{}}", "return not_defined_anywhere(x)", "return math.no_such_function(x)",
        "return math", "return Point(x, 1)", "return Point", "return len", "return Point(x, y=2.5).y",
        "p = Point(x, 1)\nreturn p, p.x", "return Point(x, 1) == (x, 1)", "return Point(1, x)[1]", "return Point(x)",
        "return max((x, 2), key=abs)", "return sum((x, 2), start=3)", "return min((), default=x)",
        "return round(x, ndigits=1)", "return int('7') + x", "return float('1.5') + x", "return int(b'12')",
        "return float('nan') + x", "return bool([])", "return pow(base=x, exp=2)", "return abs(x=x)",
    ),
    *cases(["1"], "def f(*a):\n    return a", "def f(x, **k):\n    return k", "def f(x, *a, y=2):\n    return x, a, y",
           "async def f(x):\n    return x\n\ndef g(x):\n    return x",
           "def f(x, y=[1]):\n    return y", "def g(a):\n    return [a]\n\ndef f(x):\n    return g(x)[0]",
           "K = [1, 2]\n\ndef f(x):\n    return K[x]", "K = {1: 2.5}\n\ndef f(x):\n    return K[x]",
           "K = 'abc'\n\ndef f(x):\n    return K[x]", "class C:\n    v = 3\n\ndef f(x):\n    return C.v + x",
           "class C:\n    v = 3\n\nc = C()\n\ndef f(x):\n    c.v = x\n    return c.v",
           "K = 1\n\ndef f(x):\n    global K\n    K += x\n    return K",
           "def g(a):\n    yield a\n\ndef f(x):\n    return sum(g(x))",
           "import random\n\ndef f(x):\n    random.seed(x)\n    return random.random()",
           "import time\n\ndef f(x):\n    return time.time() > x",
           "K = (1, 'a', [2])\n\ndef f(x):\n    return K[0] + x, K[1]",
           "def plain(a):\n    return a + 1\n\nplain = getattr(plain, 'py_func', plain)\n\n@jit\ndef f(x):\n"
           "    return plain(x)", "K = 10**30\n\ndef f(x):\n    return K + x",
           "K = 2**63\n\ndef f(x):\n    return K - x",
           "K = float('nan')\n\ndef f(x):\n    return K == K, K", "K = None\n\ndef f(x):\n    return K is None, K",
           "K = True\n\ndef f(x):\n    return K + x", "len = abs\n\ndef f(x):\n    return len(-x)",
           "range = 5\n\ndef f(x):\n    return range + x",
           "int = float\n\ndef f(x):\n    return int(x)",
           "def abs(a):\n    return a + 100\n\ndef f(x):\n    return abs(-x)",
           "def f(x):\n    abs = 3\n    return abs + x", "def f(x):\n    math = 2.5\n    return math * x"),
]  # fmt: skip

if np is not None:
    SYNTAX += [
        *cases(["np.arange(6.0)", "np.arange(6)", "np.arange(6).reshape(2, 3)"],
               "x + 1", "x * x", "x.sum()", "x.mean()", "np.sum(x)", "x[x > 2]", "x[[0, 1]]", "x == 3",
               "x.reshape(3, 2)", "x.astype(np.int8)", "np.sqrt(x)", "x[1:3] = 5", "x[:] = x[::-1]", "x += 1", "-x",
               "x.max()",
               "x.tolist()", "list(x)", "x if x.size else None", "np.dot(x, x)", "x @ x.T", "x[None]", "x[..., None]",
               "np.concatenate((x, x))", "x.flat[0]", "x.dtype.name", "x.dtype == np.float64",
               "x.dtype is np.dtype('int64')", "x.ravel()",
               "x.base is None", "x.flags", "x.resize(2)", "x.sort()", "x.shape = (3, 2)\nreturn x", "x[0].dtype",
               "x.any()", "np.where(x > 1, x, 0)", "x in x", "3 in x", "bool(x)", "x and 1", "not x", "x < x",
               "if x:\n    return 1\nreturn 2", "x.item(0)",
               "int(x)", "float(x[:1])", "x[np.array([0, 1])]", "x[True]", "x[0.0]", "x['a']", "x[None, 0]", "del x[0]",
               "x[0] = None", "x[0] = 'a'", "x[0] = x", "x[()] = 1", "x.strides[0]", "x.nbytes", "hash(x)", "x.data",
               "x.T.copy()", "len(x.shape)"),
        *cases([*(f"np.{kind}(1)" for kind in ("int8", "uint8", "bool_")), "True"],
               *(f"np.{name}(x)" for name in HALVES.split())),
        *cases(["1.5", "2"], "np.float16(x)", "np.longdouble(x)", "np.complex128(x)", "np.random.random() * 0",
               "np.array([x, 1])", "np.array((x, 1))", "np.linspace(0, x, 3)", "np.asarray(x)", "np.eye(3)",
               "np.zeros(3, 'float16')", "np.zeros(3, complex)",
               "np.zeros(3, object)", "np.zeros((2, x))", "np.full(3, x, 'S1')", "np.sum((x, 1))", "np.int64",
               "np.dtype(np.int8)", "np.no_such_thing", "np.no_such_thing(x)", "np.add.reduce((x, 1))", "np.vectorize",
               "np.maximum(x, 1, 2)", "np.sqrt()", "np.sqrt(x, x, x)",
               "np.sqrt(x, dtype=np.float32)", "np.clip(x, 0, 1)", "np.round(x, 1)", "np.iinfo(np.int8).max + x",
               "np.finfo(np.float64).eps * x"),
    ]  # fmt: skip


@pytest.mark.parametrize("case", ARGUMENTS, ids=lambda case: f"{case.calls[0][:30]}: {name_of(case)[:30]}")
def test_unusual_arguments(case: Case) -> None:
    case.check(may_refuse=True)


@pytest.mark.parametrize("case", SYNTAX, ids=name_of)
def test_unusual_code(case: Case) -> None:
    case.check(may_refuse=True)
