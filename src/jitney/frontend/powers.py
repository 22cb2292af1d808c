"""`x ** 2`, `x ** 0.5` and the like of floats without a call, where the C library's pow is sure to give the same.

CPython and NumPy call pow(x, 2.0), which is not always x*x rounded. Where the product is within t of the exact square,
in units of its last place (ulp), its neighbours are at least 1 - t off; so a pow that is never off by that much gives
the product. So it is with roots, cubes and inverses.

float64   glibc's e_pow.c states its error: at most 0.511 ulp from the exponential, and from the logarithm a relative
          error of 1.5 * 2**-68 times |y log x|, where an ulp is at least 2**-53: 0.0041 ulp for results from 2**-128
          to 2**128. So t = 0.4845 is below 1 - 0.5151.
float32   e_powf.c: 0.5 ulp, and 2**24 times what the logarithm (1.83 * 2**-33 times |y log x|) and the exponential
          (1.69 * 2**-34) are off, which is 0.0215 for results from 2**-8 to 2**8, and 0.041 for results from 2**-16 to
          2**16. So t = 0.478 is below 1 - 0.5215, and 0.45 below 1 - 0.541.

These files came with glibc 2.29 and 2.27. With other libraries, pow is called.

How far the result is from the true power: a float32 is computed as a float64, where an error of some 2**-53 counts for
nothing; for a float64 a fused multiply-add gives what a product has lost, or halves of half the precision do, whose
products are exact (Dekker 1971, see floats.py). What a root or a quotient lacks follows from the product that should
give back the operand. Rounding itself then decides, as the unit is half as large below powers of two: the result stays
what it is when 0.5 / t of the difference is added.
"""

from __future__ import annotations

from functools import cache, partial

from ..errors import LinkError
from ..ir.types import F32, F64
from ..machine.externals import address_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.builder import Builder
    from ..ir.function import Value
    from .lowering import Lowering

    Pair = tuple[Value, Value | None]
    """A float64 and what it lacks, None for nothing."""

FLOAT64 = ((0.4845, 2.0**128),)
FLOAT32 = (0.478, 2.0**8), (0.45, 2.0**16)
"""Values of t, and the greatest result for which each will do; the least is the inverse."""
HALVES = 134217729.0
"""2**27 + 1"""


def power(L: Lowering, x: Value, y: Value, call: Callable[[], Value]) -> Value:
    """pow(x, y) in the width of x, which `call` calls: that is rarely wanted where y is one of EXPONENTS."""
    if not y.is_const or y.attr not in EXPONENTS or x.is_const or L.fastmath or not has_known_pow():
        return call()
    b = L.b
    rule = EXPONENTS[y.attr]
    lost: Value | None
    if x.type == F32:
        wide = rule(_Kit(b, True, False), b.s2f(x))[0]
        result = b.f2s(wide)
        near = b.s2f(result)
        lost = b.fsub(wide, near)
    else:
        result, lost = rule(_Kit(b, L.session.fused(), True), x)
        near = result

    def nudged(stretch: float) -> Value:
        assert lost is not None
        if x.type == F64 and L.session.fused():
            return b.fma(lost, b.float(stretch), near)
        moved = b.fadd(near, b.fmul(lost, b.float(stretch)))
        return b.f2s(moved) if x.type == F32 else moved

    size = b.fabs(result) if y.attr % 2 == 1 else result  # others are not negative
    otherwise = call
    for t, most in reversed(FLOAT32 if x.type == F32 else FLOAT64):
        otherwise = partial(_safe, L, partial(nudged, 0.5 / t), result, size, most, otherwise)
    return otherwise()


def _safe(
    L: Lowering, nudged: Callable[[], Value], result: Value, size: Value, most: float, otherwise: Callable[[], Value]
) -> Value:
    """The result if it doesn't change when it is nudged, and its size is in the range; else what else there is."""
    b, const = L.b, L.function.const
    conditions = (
        lambda: b.feq(nudged(), result),
        lambda: b.fle(const(result.type, 1 / most), size),
        lambda: b.fle(size, const(result.type, most)),
    )
    return L.usually(conditions, lambda: [result], lambda: [otherwise()])[0]


class _Kit:
    """Sums of two float64s each, the second of which is what rounding the first has lost; if not `exact`, nothing."""

    def __init__(self, b: Builder, fused: bool, exact: bool) -> None:
        self.b = b
        self.fused = fused
        self.exact = exact

    def lost(self, x: Value, y: Value, product: Value) -> Value:
        """x*y - product, of a product that is about right."""
        b = self.b
        if not self.exact:
            return b.float(0.0)
        if self.fused:
            return b.fma(x, y, b.fneg(product))
        (high, low), (other, rest) = halves(b, x), halves(b, y)
        cross = b.fadd(high, high) if x is y else None
        mixed = b.fmul(cross, low) if cross is not None else b.fadd(b.fmul(high, rest), b.fmul(low, other))
        return b.fadd(b.fadd(b.fsub(b.fmul(high, other), product), mixed), b.fmul(low, rest))

    def sum(self, high: Value, low: Value) -> Pair:
        """The same as two floats, of which the first is the sum rounded."""
        b = self.b
        if not self.exact:
            return high, low
        total = b.fadd(high, low)
        return total, b.fsub(low, b.fsub(total, high))

    def times(self, one: Pair, other: Pair) -> Pair:
        b = self.b
        (x, x_low), (y, y_low) = one, other
        product = b.fmul(x, y)
        low = self.lost(x, y, product)
        if x_low is None and y_low is None:
            return product, low
        for factor, rest in ((x, y_low), (y, x_low)):
            if rest is not None and self.exact:
                low = b.fadd(low, b.fmul(factor, rest))
        return self.sum(product, low)

    def root(self, x: Value) -> Pair:
        b = self.b
        root = b.fsqrt(x)
        if not self.exact:
            return root, b.float(0.0)
        return root, b.fdiv(b.fneg(self.lost(root, root, x)), b.fadd(root, root))

    def inverse(self, pair: Pair) -> Pair:
        b = self.b
        x, low = pair
        one = b.float(1.0)
        quotient = b.fdiv(one, x)
        if not self.exact:
            return quotient, b.float(0.0)
        lack = b.fneg(self.lost(quotient, x, one))
        if low is None:
            return quotient, b.fmul(lack, quotient)
        return self.sum(quotient, b.fmul(b.fsub(lack, b.fmul(quotient, low)), quotient))


EXPONENTS: dict[float, Callable[[_Kit, Value], Pair]] = {
    2.0: lambda kit, x: kit.times((x, None), (x, None)),
    3.0: lambda kit, x: kit.times(kit.times((x, None), (x, None)), (x, None)),
    0.5: lambda kit, x: kit.root(x),
    1.5: lambda kit, x: kit.times(kit.root(x), (x, None)),
    -0.5: lambda kit, x: kit.inverse(kit.root(x)),
    -1.0: lambda kit, x: kit.inverse((x, None)),
    -2.0: lambda kit, x: kit.inverse(kit.times((x, None), (x, None))),
}
"""By the exponent: the power and what it has lost, as far as that can be told from zero."""


def halves(b: Builder, x: Value) -> tuple[Value, Value]:
    """Two floats of half the precision, whose sum is x: their products with each other are exact."""
    scaled = b.fmul(x, b.float(HALVES))
    high = b.fsub(scaled, b.fsub(scaled, x))
    return high, b.fsub(x, high)


@cache
def has_known_pow() -> bool:
    """Whether pow and powf are those of a glibc that is known: 2.29 or later."""
    import ctypes

    try:
        version = ctypes.CFUNCTYPE(ctypes.c_char_p)(address_of("gnu_get_libc_version"))().decode()
        library = ctypes.CDLL("libm.so.6")
        own = [ctypes.cast(getattr(library, name), ctypes.c_void_p).value for name in ("pow", "powf")]
        numbers = tuple([int(part) for part in version.split(".")[:2]])
    except (LinkError, OSError, AttributeError, ValueError):
        return False
    return numbers >= (2, 29) and own == [address_of("pow"), address_of("powf")]
