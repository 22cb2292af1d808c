"""`x ** 2`, `x ** 0.5` and the like of floats without a call, where the C library's pow is sure to give the same.

CPython and NumPy call pow(x, 2.0), which is not always x*x rounded. What pow has before it rounds is off by at most
rho times the true power; so where that lies further than this from the middle of two floats, pow gives the float that
is nearest. So it is with roots, cubes and inverses.

float64   glibc's e_pow.c looks up 2**(k/128) and adds that times tmp, of at most 0.0028, in whose computation there
          are five sums whose rounding counts, 2**-62 each, and a sixth, relatively of up to 1.4 * 2**-62, where the
          processor has no fused multiply-add; the polynomial adds less than 2**-65. (It says 0.509 and 0.511 ulp, that
          is 0.5 and 0.009 or 0.011 times 2**-53 where an ulp is that.) The logarithm is off by 1.5 * 2**-68 times
          |y log x|: 0.0031 * 2**-53 for results from 2**-96 to 2**96. So rho = 0.0139 * 2**-53, or 0.0166.
float32   e_powf.c: what the logarithm (1.83 * 2**-33 times |y log x|) and the exponential (1.69 * 2**-34) are off is
          0.0314 * 2**-24 for results from 2**-12 to 2**12.

These files came with glibc 2.29 and 2.27. With other libraries, pow is called. Which of the two ways it goes, pow is
asked by numbers on which they differ.

Above that range rho grows as the logarithm of the result does, and is taken to grow as the result does, to
rho * (1 + result / most): where that is much, pow is called, and so it is for what is no number.

How far the result is from the true power: a float32 is computed as a float64, where an error of some 2**-53 counts for
nothing; for a float64 a fused multiply-add gives what a product has lost, or halves of half the precision do, whose
products are exact (Dekker 1971, see floats.py). What a quotient lacks follows from the product that should give back
the operand. Rounding itself then decides, as the unit is half as large below powers of two: the result stays what it is
when what it lacks and the error are added. Of a root r that would take a division; it is x - r*r that is compared, with
2*r times the error and r times a unit in the last place. (No root of a float is just below a power of two.)
"""

from __future__ import annotations

import math
from functools import cache
from struct import pack, unpack

from ..errors import LinkError
from ..ir.types import F32
from ..machine.externals import address_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.builder import Builder
    from ..ir.function import Value
    from .lowering import Lowering

    Pair = tuple[Value, Value | None]
    """A float64 and what it lacks, None for nothing."""

HALVES = 134217729.0
"""2**27 + 1"""


# rho, and the greatest result that it is for
FLOAT32 = 0.0314 * 2.0**-24, 2.0**12
FLOAT64 = 0.0166 * 2.0**-53, 2.0**96
FLOAT64_FUSED = 0.0139 * 2.0**-53, 2.0**96


def power(L: Lowering, x: Value, y: Value, call: Callable[[], Value]) -> Value:
    """pow(x, y) in the width of x, which `call` calls: that is rarely wanted where y is one of EXPONENTS."""
    if not y.is_const or y.attr not in EXPONENTS or x.is_const or L.fastmath or not has_known_pow():
        return call()
    b = L.b
    if x.type == F32:
        kit = _Kit(b, L.session.fused(), FLOAT32)
        wide = EXPONENTS[y.attr](kit, b.s2f(x))[0]
        result = b.f2s(wide)
        near = b.s2f(result)
        size = b.fabs(near) if y.attr % 2 == 1 else near  # others are not negative
        conditions = [
            lambda: b.feq(b.f2s(kit.nudged(near, size, b.fsub(wide, near))), result),
            lambda: b.bor(kit.is_not_small(size), b.feq(near, b.float(0.0))) if y.attr == 2 else kit.is_not_small(size),
        ]
    else:
        kit = _Kit(b, L.session.fused(), FLOAT64_FUSED if pow_is_fused() else FLOAT64)
        if y.attr == 0.5:
            result = b.fabs(b.fsqrt(x))  # pow of -0.0 is 0.0
            conditions = [lambda: kit.is_safe_root(x, result)]
        else:
            result, lost = EXPONENTS[y.attr](kit, x)
            assert lost is not None
            size = b.fabs(result) if y.attr % 2 == 1 else result
            conditions = [
                lambda: b.feq(kit.nudged(result, size, lost), result),
                lambda: kit.is_zero_or_not_small(size) if y.attr == 2 else kit.is_not_small(size),
            ]
    return L.usually(conditions, lambda: [result], lambda: [call()])[0]


class _Kit:
    """Powers as sums of two float64s each, the second of which is what rounding the first has lost, and whether pow is
    near enough to them. For float32s, one float64 will do."""

    def __init__(self, b: Builder, fused: bool, limits: tuple[float, float]) -> None:
        self.b = b
        self.fused = fused
        self.exact = limits is not FLOAT32
        self.rho, self.most = limits

    # What pow may be.

    def sum_of(self, x: Value, y: Value, z: Value) -> Value:
        """x*y + z, however it is rounded."""
        b = self.b
        return b.fma(x, y, z) if self.fused else b.fadd(b.fmul(x, y), z)

    def error(self, size: Value, scale: float = 1.0) -> Value:
        """How far what pow rounds may be from the true power, relatively."""
        return self.sum_of(size, self.b.float(scale * self.rho / self.most), self.b.float(scale * self.rho))

    def nudged(self, near: Value, size: Value, lost: Value) -> Value:
        """The power as far off as it may be."""
        b = self.b
        return b.fadd(near, self.sum_of(size, b.fcopysign(self.error(size), lost), lost))

    def is_not_small(self, size: Value) -> Value:
        return self.b.fle(self.b.float(1 / self.most), size)

    def is_zero_or_not_small(self, size: Value) -> Value:
        b = self.b
        (bits,) = unpack("q", pack("d", 1 / self.most))
        return b.ule(b.word(bits - 1), b.sub(b.fbits(size), b.word(1)))

    def is_safe_root(self, x: Value, root: Value) -> Value:
        """Of zeros too, but not where the unit is as small as the error of the least that it is known for."""
        b = self.b
        power_of_two = b.ifbits(b.and_(b.fbits(root), b.word(0x7FF << 52)))
        apart = self.sum_of(power_of_two, b.float(2.0**-52), b.float(-2 * self.rho / self.most))
        off = self.sum_of(x, self.error(root, 2.0), b.fabs(self.lost(root, root, x)))
        return b.fle(off, b.fmul(root, apart))

    # Powers.

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
def pow_is_fused() -> bool:
    """Whether pow takes fused multiply-adds: the squares of these numbers are nearly half-way between two floats, and
    come out differently without."""
    return all(math.pow(float.fromhex(x), 2.0) == float.fromhex(square) for x, square in _FUSED)


_FUSED = (
    ("0x1.03e4a3216b1c7p+0", "0x1.07d86e489a35fp+0"),
    ("0x1.585c2e2b807b2p+0", "0x1.cf37dd4620e2fp+0"),
    ("0x1.cd41683750a88p+0", "0x1.9f8a5106a7817p+1"),
    ("0x1.bd6a9de2bd04cp+0", "0x1.837deaa6b3237p+1"),
    ("0x1.e3c44d50e09b0p+0", "0x1.c9172922d55d5p+1"),
    ("0x1.cd54e50e231dep+0", "0x1.9fad6e8e04597p+1"),
    ("0x1.e43dc8ab5cf29p+0", "0x1.c9fcd6d89b35dp+1"),
    ("0x1.5a3a189d421d3p+0", "0x1.d44117b84056bp+0"),
    ("0x1.f149f56f8f239p+0", "0x1.e300202c875b3p+1"),
    ("0x1.718cb7abb950cp+0", "0x1.0abb7b6b39ea3p+1"),
    ("0x1.b2bcdbea123bcp+0", "0x1.7122727cb143dp+1"),
    ("0x1.53bc003951076p+0", "0x1.c2db72a820c89p+0"),
)


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


@cache
def bare_pow() -> int:
    """The address of pow: of what glibc's pow calls before it sets errno, where that is known by the name that it had
    for -ffinite-math-only (which programs linked before 2.31 still use), and gives what pow gives."""
    import ctypes

    address = address_of("pow")
    if not has_known_pow():
        return address
    try:
        find = ctypes.CDLL(None).dlvsym
        find.argtypes, find.restype = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p), ctypes.c_void_p
        found = find(ctypes.CDLL("libm.so.6")._handle, b"__pow_finite", b"GLIBC_2.15")
    except (OSError, AttributeError):
        return address
    double = ctypes.c_double
    bare = ctypes.CFUNCTYPE(double, double, double)(found) if found else None
    if bare is None or any(bare(float.fromhex(x), 2.0) != math.pow(float.fromhex(x), 2.0) for x, _ in _FUSED):
        return address
    return int(found)
