"""NumPy arrays of every dtype, layout and number of dimensions: elements, views, attributes, makers, iteration."""

from __future__ import annotations

import pytest
from jit.support import Case, cases, each, name_of, pairs

pytest.importorskip("numpy")

DTYPES = "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64".split()
LAYOUTS_1D = (
    "np.arange(7)", "np.arange(14)[::2]", "np.arange(7)[::-1]", "np.arange(20)[3:17:2]",
    "np.zeros((7, 3), 'int64')[:, 1]",
    "np.frombuffer(bytes(range(1, 64)), 'uint8', 7, 3)", "np.arange(7.0)",
    "np.broadcast_to(np.int64(5), 7)",
)  # fmt: skip
LAYOUTS_2D = (
    "np.arange(12).reshape(3, 4)", "np.arange(12.0).reshape(4, 3).T",
    "np.asfortranarray(np.arange(12, dtype='int16').reshape(3, 4))",
    "np.arange(48).reshape(6, 8)[::2, ::2]", "np.arange(12).reshape(3, 4)[::-1, ::-1]",
    "np.arange(12, dtype='uint8').reshape(3, 4)",
    "np.arange(24).reshape(3, 2, 4)[:, 1, :]", "np.arange(12, dtype='float32').reshape(3, 4)", "np.ones((3, 4), bool)",
)  # fmt: skip
LAYOUTS_3D = (
    "np.arange(24).reshape(2, 3, 4)",
    "np.arange(24.0).reshape(4, 3, 2).T",
    "np.arange(192).reshape(4, 6, 8)[::2, ::2, ::2]",
)
EMPTY = ("np.zeros(0)", "np.zeros(0, 'int32')", "np.arange(5)[2:2]")
INDICES = (
    "0 1 2 6 7 -1 -7 -8 100 -100 2**40 2**63-1 -2**63 2**64 np.int8(-2) np.uint64(3) np.int64(7) np.uint64(2**64-1)"
)

SOME_OF_EACH = [f"np.array([0, 1, 2, 3, 100, 1], '{dtype}')" for dtype in DTYPES]
ANY_1D = [*LAYOUTS_1D, *SOME_OF_EACH, *EMPTY]

READING: list[Case] = [
    *cases([f"{a}, {i}" for a in LAYOUTS_1D for i in INDICES.split()], "x[y]", "x[y] + 1", "a = x[y]\nreturn a, x[0]"),
    *cases(ANY_1D, "len(x)", "x.shape", "x.ndim", "x.size", "x.dtype", "x.itemsize", "x.nbytes", "x.strides",
           "x.shape[0]",
           "s = 0\nfor v in x:\n    s += v\nreturn s", "s = 0.0\nfor i in range(len(x)):\n    s += x[i]\nreturn s",
           "s = 0\nfor i in range(x.size):\n    s = s + x[-i - 1] * i\nreturn s",
           "n = 0\nfor v in x:\n    if v:\n        n += 1\nreturn n",
           "s = 0\nfor i, v in enumerate(x):\n    s += i * int(v)\nreturn s",
           "s = 0.0\nfor v, w in zip(x, x[1:]):\n    s += float(v) * w\nreturn s",
           "for v in x:\n    pass\nreturn v", "s = 0\nfor v in reversed(x):\n    s = s * 2 + v\nreturn s",
           "best = x[0]\nfor v in x:\n    best = max(best, v)\nreturn best",
           "x", "x.T", "(x, x)", "x is x", "x is None", "x[0], x[-1]", "x[len(x) - 1]", "x[len(x)]", "x[::2][1]",
           "x[1:][0]", "x[1:-1]", "x[::-1]",
           "a = x[2:]\nreturn a.shape, a.size, a", "x[...]", "s = 0\nfor i in range(10):\n    s += x[i]\nreturn s",
           "max(x[0], 2), min(2.5, x[1])",
           "sum(x)", "x[0] / 2", "bool(x[1]), int(x[1]), float(x[1])", "i = 0\nwhile x[i] < 3:\n    i += 1\nreturn i"),
    *cases([f"{a}, {i}, {j}" for a in LAYOUTS_2D for i in ("0", "2", "-1", "-3", "3", "-4",
           "np.int32(1)") for j in ("0", "-1", "3", "4", "2**63", "np.uint8(2)")],
           "x[y, z]", "x[y][z]", "x[(y, z)]", "a = x[y]\nreturn a[z] + a[0]"),
    *cases(LAYOUTS_2D, "x.shape", "len(x), len(x[0]), x.ndim, x.size", "x[0]", "x[-1][1:]", "x[:, 1]", "x[1:, :2]",
           "x[::2, ::-1]", "x.T[1]",
           "x[1]", "x[1, 1:]", "x[:, 0][1]", "x[..., 1]", "x[0, ...]", "x[:]", "a, b = x.shape\nreturn a * b",
           "s = 0\nfor row in x:\n    for v in row:\n        s = s + v * 2\nreturn s",
           "s = 0\nfor i in range(x.shape[0]):\n    for j in range(x.shape[1]):\n        s += x[i, j] * (i - j)\n"
           "return s",
           "s = 0.0\nfor j in range(x.shape[1]):\n    for i in range(x.shape[0]):\n        s += x[i, j]\nreturn s",
           "r = x[1]\nc = x[:, 1]\nreturn r[1] == c[1], r.size, c.size",
           "s = 0\nfor i, row in enumerate(x):\n    s += i * row[0]\nreturn s, row[1]",
           "a, b, c = x\nreturn a[0], b[1], c[2]", "x[0][5]", "x[5]", "x[0, 1, 0]", "x[1.5]", "x[5, 5]"),
    *cases(LAYOUTS_3D, "x[1, 2, 1]", "x[1][2][0]", "x[1, 2]", "x[0, :, 1]", "x[:, 1, :][1, 0]", "x.shape, x.ndim",
           "x[1, 5, 0]", "x[-1, -1, -1]", "x.T[1, 1, 1]",
           "s = 0\nfor plane in x:\n    for row in plane:\n        for v in row:\n            s = s * 3 % 1000 + v\n"
           "return s", "x[:, 1:, 0]", "x[..., 0]", "x[1, ..., 1]", "x[::-1, 1][0]"),
    *cases(["np.array(5)", "np.array(2.5)", "np.array(True)", "np.array(7, 'uint8')"], "x.shape", "x.ndim, x.size",
           "x[()]", "x.T", "len(x)", "x[0]",
           "for v in x:\n    return v", "x[()] + 1", "x[()] = 3\nreturn x[()]", "float(x[()])", "x"),
    *cases(["np.arange(64).reshape(2, 2, 2, 2, 2, 2)", "np.arange(64.0).reshape(2, 2, 2, 2, 2, 2)[::-1, :, ::-1]"],
           "x[1, 0, 1, 0, 1, 1]", "x[1, 0, 1, 0, 1]", "x[1][0][1]", "x.shape, x.ndim, x.size", "x[0, 0, 0, 0, 0, 2]",
           "x[:, 0, :, 1, :, 0]",
           "s = 0\nfor a in x:\n    for b in a[1, 0, 1]:\n        for c in b:\n            s += c\nreturn s"),
    *cases([f"np.arange({n}), {a}, {b}, {c}" for n in (0, 5) for a in ("None", "1", "-2", "9") for b in ("None", "4",
           "-9") for c in ("None", "2", "-1", "0")],
           "x[y:z:w]", "len(x[y:z])", "x[y:][:z]"),
]  # fmt: skip

STORED = (
    "0 1 -1 7 127 128 255 256 -128 -129 65535 2**31 -2**31-1 2**32 2**63-1 2**63 2**64 -2**63-1 True "
    "2.5 -0.5 -1.0 1e10 300.0 1e30 math.nan math.inf None "
    "np.int8(-1) np.uint8(200) np.float32(1.5) np.float64(-3.7) np.int64(300) np.uint64(2**64-1) np.bool_(True)"
)
FEW = "0 2 -1 1.5 True np.uint8(3) np.float32(0.5)"

WRITING: list[Case] = [
    *cases([f"np.zeros(3, '{dtype}'), {value}" for dtype in DTYPES for value in STORED.split()],
           "x[1] = y", "x[1] += y", "x[0] = x[2] = y\nreturn x[0]", "x[0] = 5\nx[1] = y\nx[2] = 6"),
    *cases([f"np.ones(3, '{dtype}'), {value}" for dtype in DTYPES for value in FEW.split()],
           "x[1] *= y", "x[1] -= y", "x[1] //= y", "x[1] %= y", "x[0] = x[1] / 2 + y", "x.fill(y)",
           "x[-1] = y\nx[-2] = x[-1]"),
    *cases([f"np.array([6, 3, 1], '{dtype}'), 2" for dtype in DTYPES if "float" not in dtype], "x[1] <<= y",
           "x[0] >>= 1", "x[0] &= 3", "x[0] |= 9", "x[1] ^= 1", "x[0] /= y", "x[0] **= y"),
    *cases(["np.arange(5.0)", "np.arange(5)", "np.arange(10)[::2]", "np.arange(5)[::-1]", "np.arange(5, dtype='uint8')",
           "np.zeros(0)"],
           "for i in range(len(x)):\n    x[i] = i * 2", "for i in range(6):\n    x[i] = i", "x[0], x[1] = x[1], x[0]",
           "x[5] = 1", "x[-6] = 1", "x[2**63] = 1",
           "y = x[1:]\ny[0] = 9\nreturn x[1], y", "x.fill(7)\nreturn x", "for v in x:\n    x[0] = v + 1",
           "y = x.copy()\ny[0] = 9\nreturn x[0], y",
           "for i in range(1, len(x)):\n    x[i] += x[i - 1]\nreturn x", "i = 0\nx[i] = i = 3\nreturn i",
           "x[0] += x[1] if x[1] else 1\nreturn x[0]",
           "y = np.zeros_like(x)\nfor i in range(len(x)):\n    y[i] = x[-1 - i]\nreturn y", "x[1] = 5",
           "x[0] = 1\nraise ValueError('after')",
           "x[0] = 1\nx[1] = 1 // (x[0] - 1)\nreturn x", "x[0] = 9\nassert x[1] == 9, 'kept'", "x[1] = 2**63"),
    *cases(LAYOUTS_2D, "x[1, 2] = 1\nreturn x", "x[-1, -1] += 1", "row = x[1]\nrow[0] = 1\nreturn x[1, 0]",
           "x[0][1] = 1", "x[:, 1][2] = 1", "x[3, 0] = 1", "x[0, 4] = 1",
           "for i in range(3):\n    for j in range(4):\n        x[i, j] = i == j",
           "for row in x:\n    for j in range(len(row)):\n        row[j] = j", "x[0, 0], x[1, 1] = x[1, 1], x[0, 0]",
           "x.T[1, 0] = 1", "x[1].fill(1)", "x[:, 2].fill(0)\nreturn x[:, 2]", "y = x[1].copy()\ny[0] = 1\nreturn y"),
    *cases(["np.broadcast_to(np.arange(3), (2, 3))", "np.frombuffer(bytes(24)).reshape(1, 3)"], "x[0, 0] = 1",
           "x.fill(1)", "x[0, 1]", "x[5, 0] = 1", "x[0][0] = 2"),
]  # fmt: skip

ALIASES: list[Case] = [
    *cases(["(a := np.arange(6)), a", "(a := np.arange(6)), a[::-1]", "(a := np.arange(8)), a[1:]",
           "(a := np.arange(12)), a[::2]", "np.arange(6), np.arange(6)", "(a := np.arange(6.0)), a[:3]"],
           "for i in range(len(y)):\n    x[i] = y[i] + 1", "for i in range(len(y) - 1):\n    x[i + 1] = y[i] * 2",
           "x[0] = 7\nreturn y[0], y[-1]", "return x is y",
           "for v in y:\n    x[2] += v\nreturn x[2]",
           "s = 0\nfor i in range(len(y)):\n    x[i] = 3\n    s += y[-i - 1]\nreturn s",
           "x, y = y, x\nx[0] = -1\nreturn y", "return y",
           "a = x if y[0] else y\na[0] = 5\nreturn a"),
]  # fmt: skip

MAKERS: list[Case] = [
    *cases(each("0 1 3 5 -1"), "np.zeros(x)", "np.ones(x)", "np.full(x, 7)", "np.full(x, 2.5)", "np.zeros((x, 2))",
           "np.arange(x)", "np.arange(1, x)", "np.arange(x, 1, -1)",
           "np.ones((2, x), np.int32)", "np.zeros(x, dtype=np.uint8)", "np.full((x, 2), True)", "np.arange(0.0, x)",
           "np.arange(0, x, 0.5)", "np.empty(x).shape", "np.empty((x, 3), np.float32).dtype",
           "a = np.empty(x, dtype=np.int64)\nfor i in range(x):\n    a[i] = i * i\nreturn a",
           "a = np.zeros(x)\na[0] = 1\nreturn a", "a = np.zeros((x, x))\nfor i in range(x):\n    a[i, i] = i\nreturn a",
           "return np.zeros(x)[1:], np.ones(x)", "a = np.arange(x)\nreturn a, a[1:], a",
           "a = np.zeros(x, np.uint32)\nfor i in range(x):\n    a = np.ones(x, np.uint32)\nreturn a",
           "a = b = np.zeros(x)\nb.fill(3)\nreturn a", "a = np.ones(x)\na = a[1:]\nreturn a.copy()",
           "return np.zeros(x).size + len(np.ones(3))", "np.zeros(x, bool)", "np.zeros(x, int)", "np.ones(x, float)",
           "np.zeros(x, 'float32')", "np.full(x, 3, np.float32)", "np.full(x, 300, np.uint8)",
           "np.arange(x, dtype=np.float64)", "np.arange(x, dtype='int8')", "np.arange(3, x, 2)", "np.zeros(())",
           "np.zeros((2, 3, x))"),
    *cases(pairs("0 1 9 -1", "0 -1 2.5 -0.0 float('nan') True 300 2**40 2**63 np.float32(1.1) np.uint8(200)"),
           *[f"np.full((x, 3), y, '{dtype}')" for dtype in ("float64", "float32", "uint8", "int16", "uint64", "bool")]),
    *cases(pairs("0 3 -1", "0 2.5 -0.0 True 2**40 np.float32(1.1)"), "np.full(x, y)",
           "np.full_like(np.zeros((2, 3)), y)"),
    *cases(each("0 3 -1"), "np.ones_like(np.zeros((2, 3), np.int16))", "np.full(x, -0.0), np.full(x, 255, np.uint8)"),
    *cases([f"np.arange(60, dtype='{dtype}').reshape(3, 4, 5){view}, {value}" for dtype in "f4 f8 u1 i2 i8".split()
            for view in ("", ".T", "[:, ::2]", "[0]") for value in ("3", "-1", "2.5", "np.float32(1.5)", "2**63")],
           "x.fill(y)\nreturn x", "x[:] = y\nreturn x", "x[1] = y\nreturn x"),
    *cases(pairs("5 300 -300", "True False"),  # what a guard finds out isn't so before it
           "t = (np.int8(x), 1) if y else (np.int8(x), 2)\nreturn t[0], t[1]",
           "v = np.int8(x)\nt = (v, 1)\nif y:\n    t = (v, 2)\nreturn t[0], t[1]",
           "def g(v):\n    return np.int8(v)\n\ndef f(x, y):\n    return g(x)",
           "def g(v):\n    return np.int8(v), 3\n\ndef f(x, y):\n    return g(x)",
           "if x < 0:\n    return -1\na = np.zeros(x)\nreturn a.size",
           "if x < 0:\n    return -1\na = np.zeros(x)\nreturn len(a[0:]), len(a[1::2])"),
    *cases(["np.arange(4)", "np.ones((2, 3), 'float32')", "np.arange(10)[::3]", "np.arange(6).reshape(2, 3).T",
           "np.zeros(0, 'uint8')"],
           "np.zeros_like(x)", "np.ones_like(x)", "np.empty_like(x).shape", "x.copy()",
           "np.zeros_like(x, dtype=np.int8)", "np.zeros(x.shape)", "np.zeros(x.shape, x.dtype)", "np.full_like(x, 3)",
           "np.empty_like(x).dtype",
           "np.zeros(len(x), dtype=x.dtype)", "a = np.zeros_like(x)\na[0] = x[0]\nreturn a",
           "a = x.copy()\nx.fill(1)\nreturn a"),
    *cases(each("2.5 2**40 2**62"), "np.zeros(x)"),
    *cases(["np.arange(6.0), 2"],
           "def g(a, n):\n    a[n] = 9\n    return a[n:]\n\ndef f(x, y):\n    b = g(x, y)\n    b[0] += 1\n"
           "    return b, x", "def g(n):\n    return np.ones(n)\n\ndef f(x, y):\n    return g(y), g(3)[0] + x[1]",
           "def g(a):\n    b = np.zeros_like(a)\n    b[0] = a[1]\n    return b\n\ndef f(x, y):\n"
           "    for _ in range(3):\n        x = g(x)\n    return x",
           "def g(a):\n    return a\n\ndef f(x, y):\n    return g(x), g(g(x))[1:]",
           "def g(a, i):\n    a[i] = i\n    return a[i + 4]\n\ndef f(x, y):\n    return g(x, 0) + g(x, y)"),
]  # fmt: skip


@pytest.mark.parametrize("case", [*READING, *WRITING, *ALIASES, *MAKERS], ids=name_of)
def test_arrays(case: Case) -> None:
    case.check()
