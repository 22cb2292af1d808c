"""`x ** 2` of floats without a call, where the C library's pow is sure to give the product.

CPython and NumPy call pow(x, 2.0), which is not always x*x rounded. Where the product is within t of the exact square,
in units of its last place (ulp), its neighbours are at least 1 - t off; so a pow that is never off by that much gives
the product.

float64   glibc's e_pow.c states its error: at most 0.511 ulp from the exponential, and from the logarithm a relative
          error of 1.5 * 2**-68 times |y log x|, where an ulp is at least 2**-53: 0.0041 ulp for results from 2**-128
          to 2**128. So t = 0.4845 is below 1 - 0.5151.
float32   e_powf.c: 0.5 ulp, and 2**24 times what the logarithm (1.83 * 2**-33 times |y log x|) and the exponential
          (1.69 * 2**-34) are off, which is 0.0215 for results from 2**-8 to 2**8, and 0.041 for results from 2**-16 to
          2**16. So t = 0.478 is below 1 - 0.5215, and 0.45 below 1 - 0.541.

These files came with glibc 2.29 and 2.27. With other libraries, pow is called.

How far the product is from the square: in float32 it is exact as a float64; in float64 one fused multiply-add gives the
difference, or halves of half the precision do, whose products are exact (Dekker 1971, see floats.py). Rounding itself
then decides, as the unit is half as large below powers of two: the product stays what it is when 0.5 / t of the
difference is added.
"""

from __future__ import annotations

from functools import cache, partial

from ..errors import LinkError
from ..ir.types import F32
from ..machine.externals import address_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.builder import Builder
    from ..ir.function import Value
    from .lowering import Lowering

FLOAT64 = ((0.4845, 2.0**128),)
FLOAT32 = (0.478, 2.0**8), (0.45, 2.0**16)
"""Values of t, and the greatest result for which each will do; the least is the inverse."""
HALVES = 134217729.0
"""2**27 + 1"""


def squared(L: Lowering, x: Value, power: Callable[[], Value]) -> Value:
    """pow(x, 2.0) in the width of x, which `power` calls."""
    if x.is_const or L.fastmath or not has_known_pow():
        return power()
    b = L.b
    if x.type == F32:
        wide = b.s2f(x)
        exact = b.fmul(wide, wide)
        product = b.f2s(exact)
        near = b.s2f(product)
        lost = b.fsub(exact, near)

        def nudged(stretch: float) -> Value:
            return b.f2s(b.fadd(near, b.fmul(lost, b.float(stretch))))

    else:
        product = b.fmul(x, x)
        fused = L.session.fused()
        lost = b.fma(x, x, b.fneg(product)) if fused else _lost(b, x, product)

        def nudged(stretch: float) -> Value:
            if fused:
                return b.fma(lost, b.float(stretch), product)
            return b.fadd(product, b.fmul(lost, b.float(stretch)))

    otherwise = power
    for t, most in reversed(FLOAT32 if x.type == F32 else FLOAT64):
        otherwise = partial(_safe, L, partial(nudged, 0.5 / t), product, most, otherwise)
    return otherwise()


def _safe(
    L: Lowering, nudged: Callable[[], Value], product: Value, most: float, otherwise: Callable[[], Value]
) -> Value:
    """The product if it doesn't change when it is nudged, and is in the range; else what else there is."""
    b, const = L.b, L.function.const
    conditions = (
        lambda: b.feq(nudged(), product),
        lambda: b.fle(const(product.type, 1 / most), product),
        lambda: b.fle(product, const(product.type, most)),
    )
    return L.usually(conditions, lambda: [product], lambda: [otherwise()])[0]


def _lost(b: Builder, x: Value, product: Value) -> Value:
    """What x*x has lost when it was rounded to the product."""
    high, low = halves(b, x)
    cross = b.fmul(b.fadd(high, high), low)
    return b.fadd(b.fadd(b.fsub(b.fmul(high, high), product), cross), b.fmul(low, low))


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
