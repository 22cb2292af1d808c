"""Sums that start as a Python 0 or 0.0 and meet every dtype, over empty arrays too: types that change on the way."""

from __future__ import annotations

from .registry import generator, kernel

DTYPES = (
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64",
)  # fmt: skip


def values(dtype, size):
    """`size` numbers that make narrow sums overflow, and rounding differ from one width to the other."""
    return (generator(size).uniform(0.25, 1.0, size) * (100 if dtype.startswith(("i", "u")) else 1.7)).astype(dtype)


def sum_from_int(a):
    s = 0
    for x in a:
        s += x
    return s


def sum_from_float(a):
    s = 0.0
    for i in range(len(a)):
        s += a[i]
    return s


def product_of_shifted(a):
    p = 1
    for x in a:
        p *= x + 1
    return p


def sum_of_squares(a):
    s = 0
    for x in a:
        s += x**2
    return s


def alternating(a):
    s = 0
    for i, x in enumerate(a):
        if i & 1:
            s = s - int(x)
        else:
            s = s + int(x)
    return s


def mean(a):
    if len(a) == 0:
        return None
    s = 0.0
    for x in a:
        s = s + x
    return s / len(a)


def largest(a):
    best = -1
    for x in a:
        best = max(best, x)
    return best


def mixed_pair(a):
    whole, real = 0, 0.0
    for x in a:
        real += x / 2
        if x > 1:
            whole += 1
    return whole, real


def _register(function, dtype, large):
    name = function.__name__
    kernel(lambda n: (values(dtype, n),), small=200, large=large, name=f"{name}[{dtype}]")(function)
    kernel(lambda n: (values(dtype, n),), small=0, large=0, name=f"{name}[{dtype}, empty]")(function)


for _function in (
    sum_from_int, sum_from_float, product_of_shifted, sum_of_squares, alternating, mean, largest, mixed_pair
):  # fmt: skip
    for _dtype in DTYPES:
        _register(_function, _dtype, 8_000_000 if _dtype in ("int64", "float32", "float64") else 0)
