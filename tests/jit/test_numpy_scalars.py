"""NumPy scalars: every operator on every pair of dtypes, beside Python's scalars, constructors and ufuncs."""

from __future__ import annotations

import itertools

import pytest
from jit.support import Case, cases, each, name_of

pytest.importorskip("numpy")

VALUES = {
    "bool_": "0 1",
    "int8": "0 1 -1 7 100 127 -128",
    "int16": "0 -3 300 32767 -32768",
    "int32": "0 1 -7 70000 2**31-1 -2**31",
    "int64": "0 1 -1 3 -10 2**40 2**53+1 2**63-1 -2**63",
    "uint8": "0 1 7 200 255",
    "uint16": "0 5 40000 65535",
    "uint32": "0 9 2**31 2**32-1",
    "uint64": "0 1 64 2**53+1 2**63 2**64-1",
    "float32": "0.0 -0.0 1.5 -2.5 3.1 1e30 1e-40 math.inf math.nan",
    "float64": "0.0 -0.0 1.5 -7.25 0.1 1e300 5e-324 -math.inf math.nan",
}
INTEGERS = [name for name in VALUES if "int" in name]
FLOATS = ("float32", "float64")
PYTHON = "0 1 -1 2 7 -7 255 True False 0.0 -0.0 0.5 -2.5 1e10 math.nan math.inf"
WIDE = "300 -129 2**31 2**32 2**53+1 2**63-1 -2**63 2**63 2**64"
SHIFTS = "0 1 5 7 8 31 32 63 64 200"


def scalars(dtype: str) -> list[str]:
    return [f"np.{dtype}({value})" for value in VALUES[dtype].split()]


def product(*lists: list[str]) -> list[str]:
    return [", ".join(values) for values in itertools.product(*lists)]


EVERY = [text for dtype in VALUES for text in scalars(dtype)]
EVERY_INTEGER = [text for dtype in INTEGERS for text in scalars(dtype)]
EVERY_FLOAT = [text for dtype in FLOATS for text in scalars(dtype)]
FEW = [text for dtype in VALUES for text in scalars(dtype)[1:3]]

ARITHMETIC = ("x + y", "x - y", "x * y", "x / y", "x // y", "x % y", "divmod(x, y)")
BITWISE = ("x & y", "x | y", "x ^ y")
COMPARISONS = ("x < y", "x <= y", "x == y", "x != y", "x > y", "x >= y")

OPERATORS: list[Case] = [
    *(
        case
        for first in VALUES
        for case in cases(
            [call for second in VALUES for call in product(scalars(first), scalars(second))],
            *ARITHMETIC, *COMPARISONS,
        )
    ),
    *cases(product(FEW, each(PYTHON)), *ARITHMETIC, *COMPARISONS, "x ** y", "min(x, y)", "max(x, y)", "x and y",
           "x or y"),
    *cases(product(each(PYTHON), FEW), *ARITHMETIC, *COMPARISONS, "x ** y", "min(x, y)", "max(x, y)", "x and y",
           "x or y"),
    *cases(product(FEW, each(WIDE)), "x + y", "x - y", "x * y", "x & y", "x // y", *COMPARISONS),
    *cases(product(each(WIDE), FEW), "x + y", "x - y", "x * y", "x | y", "x % y", *COMPARISONS),
    *cases(product(EVERY_INTEGER, [s for d in (*INTEGERS, "bool_") for s in scalars(d)[:3]]), *BITWISE),
    *cases(product([s for d in INTEGERS for s in scalars(d)[1:5]], each(SHIFTS)), "x << y", "x >> y"),
    *cases(product([s for d in INTEGERS for s in scalars(d)[1:5]], [f"np.{d}({v})" for d in ("int64",
           "uint8") for v in (0, 1, 7, 40, 64, 100)]), "x << y", "x >> y"),
    *cases(product([s for d in ("int64", "uint8", "int32") for s in scalars(d)], each("-1 -5")), "x << y", "x >> y"),
    *cases(EVERY_INTEGER + scalars("bool_"), "~x", "x & 1", "x | 1", "x ^ 1", "x << 1", "x >> 1", "x << 3", "x >> 9"),
    *cases([s for s in EVERY if "bool" not in s], "-x", "+x"),
    *cases(EVERY, "abs(x)", "not x", "bool(x)", "x + 1", "x * 2", "x - 1.5", "2 * x", "x / 2", "x // 3", "x % 3",
           "x == 1", "x < 2.5", "x != x", "x is None", "1 if x else 2.5", "x", "(x, 1)", "x + x * x", "3 - x * 2"),
    *cases(scalars("bool_"), "x & True", "x | False", "x ^ True", "x + x", "x * 2.5", "x + 1", "-x", "x - x",
           "x < True"),
    *cases(product([s for d in VALUES for s in scalars(d)[:4]], each("0 1 2 3")), "x ** y", "pow(x, y)"),
    *cases(product(EVERY_FLOAT, each("-1 0.5 -0.5 2.0 10")), "x ** y", "y ** x"),
    *cases(product([s for d in ("int8", "uint8", "int64", "uint64", "int32") for s in scalars(d)[:4]], ["-1",
           "np.int64(-2)", "np.uint8(3)", "np.int8(2)", "np.float32(0.5)"]), "x ** y"),
]  # fmt: skip

CONSTRUCTORS = [f"np.{dtype}(x)" for dtype in VALUES if dtype != "bool_"]
CONVERTED = (
    "0 1 -1 127 128 255 256 -129 65536 2**31 2**32-1 2**63-1 -2**63 2**63 2**64-1 2**64 True False "
    "0.0 -0.5 2.5 300.7 -1.5 1e30 math.nan"
)
METHODS = ("x.item()", "x.dtype == x.dtype", "x.ndim", "x.size", "x.real", "x.itemsize")

CONVERSIONS: list[Case] = [
    *cases(EVERY, *CONSTRUCTORS, "np.bool_(x)", "int(x)", "float(x)", "bool(x)", "np.intp(x)", "np.double(x)",
           "np.single(x)"),
    *cases(EVERY, "round(x)", "int(x) + 1", "float(x) / 2", "math.floor(x)", "math.isnan(x)", "math.sqrt(abs(x))"),
    *cases(each(CONVERTED),
           *CONSTRUCTORS, "np.bool_(x)"),
    *cases(EVERY, *METHODS),
    *cases(EVERY_INTEGER, "x.bit_count()", "int(x).bit_length()", "int(x) & 0xFF", "x & 0x7F"),
    *cases([f"np.{d}({n})" for d in INTEGERS for n in (0, 1, 5)],
           "s = 0\nfor i in range(x):\n    s += i\nreturn s", "(1, 2.5, 3, 4, 5, 6)[x]", "b'abcdefg'[x]",
           "s = 0\nfor i in range(x, 7):\n    s += x\nreturn s",
           "y = x\ny += 250\ny += 10\nreturn y", "y = x\nfor i in range(300):\n    y += 1\nreturn y",
           "y = x * x\ny -= x\ny *= y\nreturn y, x",
           "i = 0\nwhile i < x:\n    i += 1\nreturn i", "return x if x > 2 else 2", "return max(x, 3), min(x, 3)"),
]  # fmt: skip

UNARY = (
    "sqrt sin cos tan exp log log2 log10 abs floor ceil trunc isnan isinf isfinite rint sign square negative positive "
    "arcsin arccos arctan sinh cosh tanh exp2 expm1 log1p fabs cbrt "
    "degrees radians deg2rad rad2deg reciprocal signbit absolute arcsinh logical_not"
).split()
BINARY = (
    "minimum maximum fmin fmax hypot arctan2 power copysign fmod add subtract multiply divide true_divide floor_divide "
    "mod remainder logical_and logical_or logical_xor equal less greater_equal not_equal logaddexp heaviside nextafter"
).split()
HALF = "hypot arctan2 logaddexp heaviside copysign nextafter".split()
"""What is computed in float16 for small integers."""
PLAIN = "0.0 -0.0 0.5 -0.5 1.0 -1.0 2.5 -3.7 10.25 100.0 710.0 1e-10 1e300 math.inf -math.inf math.nan"

UFUNCS: list[Case] = [
    *cases([*each(PLAIN), *[f"np.float32({x})" for x in PLAIN.split()], *[f"np.float64({x})" for x in PLAIN.split()]],
           *(f"np.{name}(x)" for name in UNARY)),
    *cases([*each("0 1 -1 3 100"), *[s for d in INTEGERS[1:] if d != "uint8" for s in scalars(d)[:4]]],
           *(f"np.{name}(x)" for name in UNARY)),
    *cases([*product(each(PLAIN), each("1.5 -0.0 math.nan 2")), *product(EVERY_FLOAT, ["np.float32(1.5)",
           "np.float64(-2.0)", "0.5", "3"])],
           *(f"np.{name}(x, y)" for name in BINARY)),
    *cases(product([s for d in INTEGERS for s in scalars(d)[:3]], ["2", "np.int8(-3)", "np.uint8(7)", "np.int64(5)"]),
           *(f"np.{name}(x, y)" for name in BINARY if name not in HALF)),
    *cases(product([s for d in ("int16", "uint32", "int64") for s in scalars(d)[:3]], ["2", "np.int8(-3)", "2.5"]),
           *(f"np.{name}(x, y)" for name in HALF)),
    *cases(product(EVERY_INTEGER, ["1", "np.uint8(3)"]), "np.bitwise_and(x, y)", "np.bitwise_or(x, y)",
           "np.bitwise_xor(x, y)",
           "np.left_shift(x, y)", "np.right_shift(x, y)"),
    *cases(["1.5", "0", "-2"], "np.pi * x", "np.e + x", "np.inf - x", "-np.inf", "np.nan", "np.euler_gamma * x",
           "np.sqrt(x * x + 1)",
           "np.sin(x) ** 2 + np.cos(x) ** 2", "np.exp(-x * x / 2) / np.sqrt(2 * np.pi)",
           "np.maximum(x, 0) - np.minimum(x, 0)"),
]  # fmt: skip


@pytest.mark.parametrize("case", [*OPERATORS, *CONVERSIONS, *UFUNCS], ids=name_of)
def test_numpy_scalars(case: Case) -> None:
    case.check()


def test_what_follows_an_operation_that_numpy_refuses() -> None:
    source = """
@jit
def f(x):
    assert x < 1, 5
    for y in (1, x - x, 1):
        z = -2 >> y >> 1
    return z
"""
    Case(source, ("np.uint16(58651)", "np.uint16(0)", "np.int16(0)", "3")).check()
