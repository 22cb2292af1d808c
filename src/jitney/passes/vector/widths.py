"""Finds the least width of integers at which all that is done with them in lanes comes out right.

A lane holds the low bits of a word. That is enough where only the low bits of a result are wanted (sums that are stored
in a byte); where the number itself counts, as in a comparison, its range must fit, signed or unsigned.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.types import I64, MAX, MIN, NONE
from .basics import COMPARED, EXTENSIONS, LOW, No

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Value
    from .lanes import Lanes


EXACT = 1 << 52
"""Of integers from 0 to this, a quotient as float64 is never rounded up to the next integer: a / b is at least 1 / b
below that, which is more than half a unit in the last place of it as long as a + b is at most 2**53."""


class Widths:
    """Finds the least width of integers at which all that is done with them comes out right."""

    def __init__(self, lanes: Lanes, bits: int) -> None:
        self.lanes = lanes
        self.bits = bits
        self.exact: dict[int, int] = {}  # by value: how many of its low bits are wanted; 64: the number
        self.demand()
        for value in [*lanes.varying, *lanes.ramps]:
            if value.type == I64:
                self.at_least(value, min(self.exact.get(value.id, 0), 64))

    def want(self, value: Value, bits: int) -> None:
        if value.type == I64 and self.exact.get(value.id, 0) < bits:
            self.exact[value.id] = bits

    def at_least(self, value: Value, bits: int) -> None:
        """The lanes are at least as wide as what is wanted of the value, or its range, takes."""
        lo, hi = self.lanes.range_of(value)
        need = 64
        for width in (8, 16, 32):
            if (-(1 << width - 1) <= lo and hi < 1 << width - 1) or (lo >= 0 and hi < 1 << width):
                need = width
                break
        need = min(need, bits)
        while self.bits < need:
            self.bits *= 2

    def together(self, values: tuple[Value, ...]) -> None:
        """The lanes are wide enough for numbers that are compared: all signed, or all unsigned."""
        spans = [self.lanes.range_of(value) for value in values if value.type == I64] or [(0, 0)]
        lo, hi = min(lo for lo, _ in spans), max(hi for _, hi in spans)
        while self.bits < 64 and not (
            (-(1 << self.bits - 1) <= lo and hi < 1 << self.bits - 1) or (lo >= 0 and hi < 1 << self.bits)
        ):
            self.bits *= 2

    def demand(self) -> None:
        lanes = self.lanes
        shape = lanes.shape
        for param, next in zip(shape.head.params, shape.next, strict=True):
            if param.id in lanes.reductions:
                how = lanes.reductions[param.id].how
                if lanes.reductions[param.id].extension >= 0:
                    bits, _ = EXTENSIONS[lanes.reductions[param.id].extension]
                    self.want(next, bits)
                    self.at_least(param, 64)
                    continue
                self.want(next, 64)
                if how in ("min", "max"):
                    self.together((param, next))
                if (how == "add" and lanes.range_of(param) == (MIN, MAX)) or how in ("mul", "and", "or", "xor"):
                    self.wide()
                else:
                    self.at_least(param, 64)
        for param, next in lanes.previous:
            self.want(param, 64)
            self.want(next, 64)
        before: dict[int, int] | None = None
        while before != self.exact:
            before = self.exact.copy()
            self.sweep()
            if not shape.inner:
                break

    def sweep(self) -> None:
        """Users before what they use, once; again for loops inside."""
        lanes = self.lanes
        shape = lanes.shape
        for block in reversed(shape.blocks):
            for way, (target, given) in enumerate(zip(block.targets, block.arguments, strict=True)):
                if target is not shape.head and target.id in shape.ids and (block.id, way) not in shape.dead:
                    for param, argument in zip(target.params, given, strict=True):
                        self.want(argument, self.exact.get(param.id, 0))
            for operand in block.operands if block.id not in lanes.latches and not lanes.decided(block) else ():
                self.want(operand, 64)
            for value in reversed(block.code):
                if value.op == ops.STORE or value.id in lanes.needed:
                    self.value(value)

    def wide(self) -> None:
        self.bits = 64

    def value(self, value: Value) -> None:
        lanes = self.lanes
        op, args = value.op, value.args
        if op == ops.LOAD or op == ops.STORE:
            kind = value.attr.kind
            if kind.type == I64:
                while self.bits < 8 * kind.size:
                    self.bits *= 2
            if op == ops.STORE:
                self.want(args[0], 8 * kind.size)
            index = args[-1]
            if lanes.slopes.of(index) is None:
                self.want(index, 64)
            return
        if op == ops.GUARD or (value.type != NONE and lanes.slopes.of(value) is not None):
            return
        bits = self.exact.get(value.id, 0)
        if value.id in lanes.checks:
            self.wide()
        if op in LOW:
            if op == ops.AND:
                for one, other in (args, args[::-1]):
                    wanted = min(bits, other.hi.bit_length()) if other.op == ops.CONST and other.attr >= 0 else bits
                    self.want(one, wanted)
                return
            if value.exit is not None and not lanes.in_sum(value) and lanes.may_leave(value):
                self.wide()  # its overflow is that of words
            for arg in args[:2]:
                self.want(arg, bits)
            if op == ops.SHL and args[1].op != ops.CONST:
                self.wide()
        elif op == ops.SELECT:
            for arg in args[1:]:
                self.want(arg, bits)
        elif op in EXTENSIONS:
            self.want(args[0], min(bits, EXTENSIONS[op][0]))
        elif op in COMPARED:
            self.together(args)
            for arg in args:
                self.want(arg, 64)
            if op in (ops.ULT, ops.ULE) and any(lanes.range_of(arg)[0] < 0 for arg in args):
                self.wide()
        else:
            for arg in args:
                self.want(arg, 64)
            if op == ops.SHR and lanes.range_of(args[0])[0] < 0:
                self.wide()
            if op in (ops.SHR, ops.SAR) and args[1].op != ops.CONST:
                self.wide()
            if op in (ops.FBITS, ops.IFBITS):
                self.wide()
            if op in (ops.DIV, ops.MOD):
                self.division(value)
            if op in (ops.POPCNT, ops.MULO) and lanes.range_of(args[0])[0] < 0:
                self.wide()

    def division(self, value: Value) -> None:
        """By multiplication with the inverse: the product has to fit. By what is no constant as floats: both have to
        be exact."""
        a, b = value.args
        lo, hi = self.lanes.range_of(a)
        if lo < 0:
            raise No("vectors have no division of negative integers", value.line)
        if b.op != ops.CONST:
            if hi > EXACT or not self.lanes.limits.within(b, 1, EXACT):
                raise No("vectors have no division of large integers but by constants", value.line)
            self.wide()
            return
        if b.attr <= 0:
            raise No("vectors have no division by negative integers", value.line)
        _, _, product = inverse(hi, b.attr)
        while self.bits < 64 and product >> self.bits:
            self.bits *= 2
        if product >> self.bits:
            raise No("vectors have no division of large integers", value.line)


def inverse(hi: int, divisor: int) -> tuple[int, int, int]:
    """Multiplier, shift and largest product for the division of 0 to `hi` by a constant: Granlund and Montgomery,
    "Division by Invariant Integers using Multiplication", PLDI 1994, theorem 4.2."""
    for shift in range(divisor.bit_length() - 1, 128):
        multiplier = -(-(1 << shift) // divisor)
        if (multiplier * divisor - (1 << shift)) * hi < 1 << shift:
            return multiplier, shift, multiplier * hi
    raise AssertionError
