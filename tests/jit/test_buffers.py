"""bytes, bytearray, memoryview, array.array; and the builtins over them, ranges and tuples."""

from __future__ import annotations

import pytest
from jit.support import Case, cases, each, name_of

CODES = "b B h H i I l L q Q f d".split()
BYTES = (
    "b'hello'",
    "bytearray(b'hello')",
    "memoryview(b'hello')",
    "memoryview(bytearray(b'hello'))",
    "array('B', b'hello')",
)
ITEMS = [f"array('{code}', [1, 2, 3, 100, 5])" for code in CODES]
EMPTY = ("b''", "bytearray()", "array('d')", "memoryview(b'')")
ANY = (*BYTES, *ITEMS, *EMPTY)
WRITABLE = ("bytearray(b'hello')", "memoryview(bytearray(b'hello'))", *ITEMS)
INDICES = "0 4 5 -1 -5 -6 2**40 2**64 True"
STORED = (
    "0 1 255 256 -1 -128 -129 127 128 65535 65536 2**31 2**32 -2**31 2**63-1 2**63 2**64 True 2.5 1e300 math.nan None"
)

READING: list[Case] = [
    *cases([f"{a}, {i}" for a in (*BYTES, *ITEMS) for i in INDICES.split()], "x[y]", "x[y] * 2, x[0]"),
    *cases(ANY, "len(x)", "s = 0\nfor v in x:\n    s += v\nreturn s",
           "s = 0\nfor i in range(len(x)):\n    s = s * 31 + x[i] if x[i] != 2 else s\nreturn s",
           "s = 0\nfor i, v in enumerate(x):\n    s += i * v\nreturn s", "s = 0.0\nfor v in x:\n    s += v\nreturn s",
           "for v in x:\n    pass\nreturn v", "sum(x)",
           "s = 0\nfor v, w in zip(x, x):\n    s += v * w\nreturn s", "x", "x is x, x is None", "x[0]", "x[-1]",
           "not x, bool(x)", "best = 0\nfor v in x:\n    best = max(best, v)\nreturn best",
           "s = 0\nfor v in reversed(x):\n    s = s * 2 + v\nreturn s", "max(x)", "min(x)", "x == x",
           "s = 0\ni = 0\nwhile i < len(x) and x[i] != 3:\n    s += x[i]\n    i += 1\nreturn s, i"),
    *cases(each("b'hello' bytearray(b'hello') b'' b'a'"), "x[1:3]", "x[::-1]", "x[1:]", "x[:-1]", "x[-1:]", "x[::2]",
           "x == b'hello'", "104 in x", "len(x[1:])", "s = 0\nfor v in x[1:]:\n    s += v\nreturn s",
           "x != b'a'", "x[:]", "ord(x[0:1])", "x + b'!'"),
    *cases([f"{a}, {b}" for a in ("b'abc'", "b'abd'", "b''", "bytearray(b'abc')") for b in ("b'abc'", "b'ab'", "b'b'")],
           "x == y", "x != y", "x < y", "x >= y"),
]  # fmt: skip

WRITING: list[Case] = [
    *cases([f"{a}, {i}" for a in WRITABLE for i in INDICES.split()], "x[y] = 7", "x[y] += 1",
           "x[0] = 1\nx[y] = 2\nx[1] = 3"),
    *cases([f"{a}, {value}" for a in WRITABLE for value in STORED.split()], "x[1] = y", "x[0] = 9\nx[1] = y\nx[2] = 8"),
    *cases(WRITABLE, "for i in range(len(x)):\n    x[i] = i * 3", "for i in range(9):\n    x[i] = i",
           "x[0], x[1] = x[1], x[0]", "for i in range(len(x)):\n    x[i] += 1", "x[0] = x[3] = 4\nreturn x",
           "for i in range(1, len(x)):\n    x[i] = x[i - 1]\nreturn x[4]", "x[1] = 100000000000000000000",
           "x[0] += 200", "x[1] -= 200"),
    *cases(["b'hello'", "memoryview(b'hello')", "b''"], "x[0] = 1", "x[9] = 1"),
    *cases(each("0 1 5 -1"), "bytes(x)", "bytearray(x)",
           "b = bytearray(x)\nfor i in range(x):\n    b[i] = i * 50\nreturn b",
           "b = bytearray(x)\nb[0] = 255\nreturn b", "b = bytearray(3)\nb[x] = x\nreturn b",
           "len(bytearray(x)), len(bytes(x))", "b = bytearray(x)\nb[0] = 256",
           "return bytearray(x) is None, bytearray(2)"),
    *cases(["(a := bytearray(b'abcdef')), memoryview(a)", "(a := array('i', [1, 2, 3])), a",
           "(a := bytearray(b'abcdef')), memoryview(a)[2:]"],
           "x[1] = 7\nreturn y[0], y[1]", "for i in range(len(y)):\n    x[i] = y[i] + 1",
           "y[0] = 9\nreturn x[0], x[2]"),
]  # fmt: skip

BUILTINS: list[Case] = [
    *cases(each("(3,1,2) (2.5,1,True) (1,) () (0.0,-0.0) (math.nan,1.0) (1.0,math.nan) b'abc'"),
           "min(x)", "max(x)", "sum(x)", "len(x)", "bool(x)", "sum(x, 10)", "sum(x, 0.5)",
           "sum(x) + len(x)"),
    *cases(["3, 1, 2", "1, 1.0, True", "0.0, -0.0, 0", "-0.0, 0.0, 0", "math.nan, 1.0, 2.0", "1.0, math.nan, 0",
           "2**53+1, 2.0**53, 5", "True, 1, 1.0"], "min(x, y, z)", "max(x, y, z)", "min(x, y), max(z, y)",
           "max(min(x, y), z)", "sum((x, y, z))", "abs(min(x, y, z))", "divmod(x, z or 3)", "round(x), round(y)",
           "pow(x, 2), pow(z, 3)", "int(z), float(y), bool(x)"),
    *cases(["5"], "int()", "float()", "bool()", "abs()", "len(x)", "min(x)", "int(x, 2)", "abs(None)", "len(None)",
           "x()", "x.foo", "x[0]", "float(None)", "round(None)", "ord(x)", "sum(x)", "-None", "x + None", "None < x",
           "for i in x:\n    pass", "a, b = x\nreturn a", "a, b = (x,)\nreturn a", "divmod(x)", "pow(x)", "max()",
           "x < (1,)", "(1,) + x", "x in x"),
]  # fmt: skip


@pytest.mark.parametrize("case", [*READING, *WRITING, *BUILTINS], ids=name_of)
def test_buffers(case: Case) -> None:
    case.check()
