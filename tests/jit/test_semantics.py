"""Scalars: every operator on int, float, bool and None, their conversions, and the builtins and modules for them."""

from __future__ import annotations

import sys

import pytest
from jit.support import (
    BOOLS,
    FLOATS,
    HUGE_INTS,
    LARGE_INTS,
    SMALL_INTS,
    SOME_FLOATS,
    Case,
    cases,
    each,
    name_of,
    pairs,
    triples,
)

COMPARISONS = ("x < y", "x <= y", "x == y", "x != y", "x > y", "x >= y")
INT_PAIRS = [*pairs(SMALL_INTS), *pairs(SMALL_INTS, LARGE_INTS), *pairs(LARGE_INTS, SMALL_INTS)]
WIDE_PAIRS = [*INT_PAIRS, *pairs(LARGE_INTS), *pairs(HUGE_INTS, "0 1 -1 7 2**62"), *pairs("0 1 -1 7 2**62", HUGE_INTS)]
MIXED_PAIRS = [*pairs(SMALL_INTS, SOME_FLOATS), *pairs(LARGE_INTS, SOME_FLOATS), *pairs(SOME_FLOATS, LARGE_INTS)]
FLOAT_PAIRS = pairs(FLOATS)
BOOL_PAIRS = [*pairs(BOOLS), *pairs(BOOLS, "0 1 7 -7 2**63-1"), *pairs("0 1 7 -7 -2**63", BOOLS)]
ALL_INTS = each(SMALL_INTS, LARGE_INTS, HUGE_INTS)
ALL_FLOATS = each(FLOATS)
ALL_NUMBERS = [*each(SMALL_INTS, FLOATS, BOOLS, LARGE_INTS), "2**63", "2**64"]

ARITHMETIC = ("x + y", "x - y", "x * y", "x / y", "x // y", "x % y", "divmod(x, y)")

OPERATORS: list[Case] = [
    *cases(WIDE_PAIRS, *ARITHMETIC, "x & y", "x | y", "x ^ y", *COMPARISONS),
    *cases(WIDE_PAIRS, "min(x, y)", "max(x, y)", "x and y", "x or y", "x if x > y else y", "(x > y) - (x < y)"),
    *cases(MIXED_PAIRS, *ARITHMETIC, *COMPARISONS, "min(x, y)", "max(x, y)", "x and y", "x or y", "y if x else x"),
    *cases(FLOAT_PAIRS, *ARITHMETIC, *COMPARISONS, "min(x, y)", "max(x, y)", "x and y", "x or y", "not x < y"),
    *cases(BOOL_PAIRS, *ARITHMETIC, *COMPARISONS, "x & y", "x | y", "x ^ y", "x and y", "x or y", "x ** y", "x << y"),
    *cases(pairs(BOOLS, "0.0 -0.0 2.5 math.inf math.nan"), *ARITHMETIC, *COMPARISONS, "x ** y"),
    *cases(ALL_NUMBERS, "-x", "+x", "abs(x)", "not x", "bool(x)", "x == x", "x != x", "x is None", "x is not None"),
    *cases(ALL_NUMBERS, "2 * x + 1", "x - 1 if x else 1 - x", "(x, -x)", "x / 3", "3 // (x or 1)", "x % 5",
           "7 % (x or 2)"),
    *cases(ALL_INTS + each(BOOLS), "~x", "x & 255", "x & 0xFFFFFFFF", "x & 0xFFFFFFFFFFFFFFFF", "x | 1", "x ^ -1",
           "x & -x"),
    *cases(ALL_INTS + each(BOOLS), "x << 1", "x >> 1", "x << 40", "x >> 70", "x << 0", "1 << (x & 63)",
           "-1 << (x & 63)"),
    *cases(ALL_INTS, "x * x", "x * 2", "x + 2**62", "x - 2**62", "x + 2**63 - 2**63", "abs(x) - 1", "-x - 1",
           "x // -1"),
    *cases(ALL_INTS, "x % 2**32", "x // 2**32", "x % -7", "x // -7", "x // 1", "x % 1", "x / 2", "x // 8", "x % 8",
           "x % 2 == 0"),
    *cases(
        [*pairs(SMALL_INTS, "0 1 2 5 31 62 63 64 65 100 -1"), *pairs(LARGE_INTS, "0 1 31 63 64 -5"),
        *pairs("0 -1 5 2**40", "True False")],
        "x << y", "x >> y", "x >> y & 255", "(x << y) & 0xFFFFFFFF", "x & (1 << y) - 1",
    ),
    *cases(
        [*pairs("0 1 -1 2 -2 3 7 -7 10", "0 1 2 3 5 10 -1 -2 -3 20"), *pairs("2 -2 3 10", "62 63 64 65"), "2**31, 2",
        "2**32, 2", "-2**31, 2"],
        "x ** y", "pow(x, y)", "x ** abs(y)", "x ** 2", "x ** -2", "x ** 0", "x ** 0.5",
    ),
    *cases(pairs(FLOATS, "0 1 2 3 -1 -2 10"), "x ** y", "y ** x", "pow(x, y)"),
    *cases(pairs(SOME_FLOATS), "x ** y", "math.pow(x, y)"),
    *cases(ALL_FLOATS, "x ** 2", "x ** 3", "x ** 0.5", "x ** -1", "2.0 ** x", "x * x - x ** 2", "(-8.0) ** x",
           "(-8) ** x"),
    *cases(
        triples("0 1 -1 7 123456789 2**62", "0 1 2 10 -1", "1 2 7 -7 10**9+7 0"),
        "pow(x, y, z)", "x * y % z", "(x + y) * z", "x < y < z", "x <= y != z", "x if y else z", "x and y or z",
        "min(x, y, z)",
        "max(x, y, z)", "(x, y, z)", "x - y - z", "x ** abs(y) % (z or 1)", "not x == y == z", "x < y > z <= 3",
    ),
    *cases(["3, -7, 100003", "2**40, 2**40, 10**9+7", "5, 2**62, 13", "-5, 3, 13", "3, -1, 8", "2, -1, 8"],
           "pow(x, y, z)"),
]  # fmt: skip

CONVERSIONS: list[Case] = [
    *cases(ALL_NUMBERS, "int(x)", "float(x)", "bool(x)", "round(x)", "int(float(x))", "float(int(x))", "int(x) + 1"),
    *cases([*pairs(FLOATS, "0 1 2 5 -1 -2"), *pairs("12345 -15 25 2**62 15", "0 1 2 -1 -2 -3")], "round(x, y)"),
    *cases([*each("0.5 1.5 2.5 -0.5 -1.5 0.49999999999999994 2.0**52+0.5 4503599627370497.5")], "round(x)"),
    *cases(["2.675, 2", "1.005, 2", "0.125, 2", "1e16, -16", "-0.04, 1", "5e-324, 323"], "round(x, y)", "round(x, 1)"),
    *cases(ALL_INTS + each(BOOLS), "x.bit_length()", "x.bit_count()", "float(x)", "x.real", "x.imag"),
    *cases(ALL_FLOATS, "x.is_integer()", "x.real", "x.imag", "x.conjugate()"),
    *cases(["True, 2", "1, 2.5", "0.0, None", "None, 1", "None, None", "0, -0.0"], "x or y", "x and y", "x is None",
           "y is None",
           "x is not None and y is not None", "x if x is not None else y", "x == y", "x != y"),
    *cases(["None", "0", "1.5", "True"], "x is None", "x is not None", "x == None", "1 if x is None else 2.5", "not x",
           "x",
           "return", "pass", "if x is None:\n    return None\nreturn x + 1", "if x is None:\n    x = 3\nreturn x * 2"),
    *cases(["True", "False"], "1 if x else 2.5", "(1, 2.0) if x else (3.0, 4)", "None if x else 1", "x + x", "-x", "~x",
           "x * 3",
           "x is True", "x is False", "not x", "x == 1", "x / 2", "x // 1", "x << 3", "x & True", "x ^ True", "x | 2",
           "abs(x)"),
]  # fmt: skip

MATH_UNARY = (
    "ceil floor trunc fabs sqrt exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh "
    "acosh atanh erf erfc gamma lgamma degrees radians isnan isinf isfinite modf frexp cbrt"
).split()
MATH_BINARY = "pow atan2 copysign fmod hypot remainder nextafter dist log isclose".split()
UNIT = "0.0 -0.0 0.1 0.5 -0.5 0.9 1.0 -1.0 1.5 2.0 3.7 10.0 -10.5 100.0 170.0 171.7 700.0 710.0 -745.5 1e-10 1e15"
NEW = {"exp2": (3, 11), "cbrt": (3, 11)}

MATH: list[Case] = [
    *cases([*each(UNIT, FLOATS, SMALL_INTS, LARGE_INTS, BOOLS), "2**63"],
           *(f"math.{name}(x)" for name in MATH_UNARY if NEW.get(name, (3, 0)) <= sys.version_info)),
    *cases([*pairs(SOME_FLOATS), *pairs("0 1 -3 2**53+1", "0.5 2.0 -1.0"), *pairs("2 3 0", "2 -1 10")],
           *(f"math.{name}(x, y)" for name in MATH_BINARY if name != "dist")),
    *cases([*pairs("0 1 2 3 6 10 -4 100"), *pairs("0 6 -12 2**62 -2**63", "0 4 -8 2**62 -2**63")],
           "math.gcd(x, y)", "math.lcm(x, y)", "math.gcd(x, y, 6)"),
    *cases([*pairs("0 1 2 3 6 10 -4 50 66 68 100 2**40", "0 1 2 3 6 10 33 -2")], "math.comb(x, y)", "math.perm(x, y)"),
    *cases(each("0 1 2 3 4 5 10 20 21 25 -1"), "math.factorial(x)"),
    *cases(each("0 1 2 3 4 15 16 17 2**53-1 2**62 2**63-1 2**64 -1 -2**63 True"), "math.isqrt(x)"),
    *cases([*pairs("0.5 1.0 -3.25 math.inf math.nan 5e-324 1e308", "0 1 -1 10 -1080 2000 -2000")], "math.ldexp(x, y)"),
    *cases(["1.0, 2.0, 3.0", "0.0, -0.0, 0.0", "1e200, 1e200, 1e200", "math.inf, math.nan, 1.0", "3, 4, 12.0",
           "5e-324, 0.0, 0.0"],
           "math.hypot(x, y, z)", "math.dist((x, y), (z, x))", "math.fsum((x, y, z))", "math.prod((x, y, z))",
           "sum((x, y, z))",
           "math.isclose(x, y, rel_tol=0.5)", "math.isclose(x, y, abs_tol=1.5)"),
    *cases(["0.0"], "math.pi + x", "math.e * 2", "math.tau", "math.inf - x", "-math.inf", "math.nan"),
    *cases(["0.1, 0.2", "1e16, 1.0", "1.0, 1e100"], "sum((x, y, x, y, -x))", "sum((x, y, 1, 2))",
           "math.fsum((x, y, -x))", "x + y - x"),
]  # fmt: skip

OPERATOR_BINARY = "add sub mul truediv floordiv mod lt le eq ne gt ge pow and_ or_ xor lshift rshift".split()
OPERATOR: list[Case] = [
    *cases(["7, 3", "-7, 3", "7, 0", "2**62, 2", "5, -1", "True, 2"],
           *(f"operator.{name}(x, y)" for name in OPERATOR_BINARY)),
    *cases(["7.5, 2.0", "-7.5, 2.0", "1.0, 0.0", "math.nan, 1.0"],
           *(f"operator.{name}(x, y)" for name in OPERATOR_BINARY[:13])),
    *cases(["5", "-2**63", "True", "0"],
           *(f"operator.{name}(x)" for name in "neg pos abs not_ truth inv invert index".split())),
    *cases(["2.5", "-0.0", "math.nan"], *(f"operator.{name}(x)" for name in "neg pos abs not_ truth".split())),
    *cases(["(1, 2.5), 0", "(1, 2.5), 1", "b'abc', 2", "b'abc', 3"], "operator.getitem(x, y)", "operator.is_(x, None)",
           "len(x)"),
]  # fmt: skip


@pytest.mark.parametrize("case", [*OPERATORS, *CONVERSIONS, *MATH, *OPERATOR], ids=name_of)
def test_scalars(case: Case) -> None:
    case.check()
