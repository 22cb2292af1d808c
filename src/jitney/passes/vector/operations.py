"""What operations become in lanes."""

from __future__ import annotations

from ...ir import ops
from ...ir.types import F32, F64, I32, I64
from .basics import COMPARED, ELEMENTS, EXTENSIONS, HALF, UNCHECKED, No
from .values import Values
from .widths import inverse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Value
    from .values import Mask


class Operations(Values):
    """Writes operations on lanes."""

    def compute(self, value: Value, mask: Mask) -> Value:
        op, lanes = value.op, self.lanes
        if op in COMPARED:
            signed = all(self.fits(arg) for arg in value.args)
            if not signed and op in (ops.LT, ops.LE) and lanes.bits < 64:
                op = ops.ULT if op == ops.LT else ops.ULE
            elif (
                op in (ops.ULT, ops.ULE)
                and lanes.bits < 64
                and signed
                and not all(lanes.range_of(arg)[0] >= 0 for arg in value.args)
            ):
                raise AssertionError
            return self.lane(op, *[self.vec(arg) for arg in value.args])
        if op in (ops.SHL, ops.SAR, ops.SHR):
            return self.shift(op, value)
        if op in (ops.DIV, ops.MOD):
            return self.divide(value)
        if op in EXTENSIONS:
            return self.extend(value)
        args = [self.vec(arg) for arg in value.args]
        if op in (ops.ADDO, ops.SUBO, ops.MULO):
            return self.checked(value, args, mask)
        if op in (ops.I2F, ops.U2F, ops.I2S, ops.U2S):
            return self.to_float(value, args[0])
        if op == ops.B2I:
            return self.lane(op, args[0], element=ELEMENTS[lanes.bits])
        if op == ops.F2I:
            return self.to_integer(value, args[0])
        if op in (ops.FBITS, ops.IFBITS) and lanes.bits == 64:
            return self.lane(op, *args, element=I64 if op == ops.FBITS else F64)
        if not ops.FLAGS[op] & ops.LANES or op in _OTHER:
            raise No(f"vectors have no {ops.NAMES[op]}", value.line)
        if lanes.fastmath and op in (ops.FADD, ops.FSUB):
            fused = self.fuse(value)
            if fused is not None:
                return fused
        return self.lane(op, *args)

    def fuse(self, value: Value) -> Value | None:
        """A product and a sum with one rounding."""
        a, b = value.args
        for product, other, first in ((a, b, True), (b, a, False)):
            if product.op != ops.FMUL or self.slopes.of(product) is not None or len(self.lanes.users[product.id]) > 1:
                continue
            if not self.lanes.unit.has_vector(ops.FMA, product.type, self.lanes.count):
                return None
            x, y, z = (self.vec(part) for part in (*product.args, other))
            if value.op == ops.FSUB:
                if first:
                    z = self.lane(ops.FNEG, z)
                else:
                    x = self.lane(ops.FNEG, x)
            return self.lane(ops.FMA, x, y, z)
        return None

    def shift(self, op: int, value: Value) -> Value:
        a, by = value.args
        vector = self.vec(a)
        bits = self.lanes.bits
        if by.op == ops.CONST:
            count = by.attr & 63
            if op != ops.SHL and self.lanes.range_of(a)[0] >= 0:
                op = ops.SHR
            if count >= bits:
                if op != ops.SAR:
                    return self.word(0)
                count = bits - 1
            return self.lane(op, vector, self.word(count))
        if self.slopes.of(by) != 0 and not self.lanes.unit.has_lane_shifts(ELEMENTS[bits]):
            raise No("vectors have no shift by different counts", value.line)
        return self.lane(op, vector, self.vec(by))

    def divide(self, value: Value) -> Value:
        a, b = value.args
        vector = self.vec(a)
        if b.op != ops.CONST:
            divisor = self.vec(b)
            floats = [self.lane(ops.I2F, part, element=F64) for part in (vector, divisor)]
            quotient = self.lane(ops.F2I, self.lane(ops.FDIV, *floats), element=I64)
            return (
                quotient if value.op == ops.DIV else self.lane(ops.SUB, vector, self.lane(ops.MUL, quotient, divisor))
            )
        multiplier, count, _ = inverse(self.lanes.range_of(a)[1], b.attr)
        quotient = vector
        if multiplier != 1:
            quotient = self.lane(ops.MUL, quotient, self.word(multiplier))
        if count >= self.lanes.bits:
            quotient = self.word(0)
        elif count:
            quotient = self.lane(ops.SHR, quotient, self.word(count))
        if value.op == ops.DIV:
            return quotient
        return self.lane(ops.SUB, vector, self.lane(ops.MUL, quotient, self.word(b.attr)))

    def extend(self, value: Value) -> Value:
        bits, signed = EXTENSIONS[value.op]
        vector = self.vec(value.args[0])
        if bits >= self.lanes.bits:
            return vector
        if not signed:
            return self.lane(ops.AND, vector, self.word((1 << bits) - 1))
        count = self.word(self.lanes.bits - bits)
        return self.lane(ops.SAR, self.lane(ops.SHL, vector, count), count)

    def checked(self, value: Value, args: list[Value], mask: Mask) -> Value:
        lanes = self.lanes
        op = UNCHECKED[value.op]
        if value.op == ops.MULO:
            if lanes.may_leave(value):
                for arg, vector in zip(value.args, args, strict=True):
                    lo, hi = lanes.range_of(arg)
                    if lo < -HALF or hi > HALF:
                        self.check_small(vector, mask, HALF)
            return self.lane(op, *args)
        result = self.lane(op, *args)
        if lanes.may_leave(value) and not lanes.in_sum(value):
            a, b = args
            other = b if op == ops.SUB else result
            bad = self.lane(
                ops.AND, self.lane(ops.XOR, a, other), self.lane(ops.XOR, a if op == ops.SUB else b, result)
            )
            self.fail(self.lane(ops.LT, bad, self.word(0)), mask)
        return result

    def to_float(self, value: Value, vector: Value) -> Value:
        arg = value.args[0]
        lo, _ = self.lanes.range_of(arg)
        bits = self.lanes.bits
        single = value.op in (ops.I2S, ops.U2S)
        op = ops.I2S if single else ops.I2F
        unsigned = value.op in (ops.U2F, ops.U2S) and lo < 0
        if bits < 32:
            vector = self.b.resize(vector, I32, not (lo >= 0 and not self.fits(arg)))
        elif not self.fits(arg) or unsigned:
            if bits == 32 and lo >= 0:
                if self.lanes.count * 8 > self.lanes.unit.vector_bytes:
                    raise No("too wide numbers become floats", value.line)
                vector = self.b.resize(vector, I64, False)
            else:
                op = ops.U2S if single else ops.U2F
        return self.lane(op, vector, element=F32 if single else F64)

    def to_integer(self, value: Value, vector: Value) -> Value:
        lo, hi = value.lo, value.hi
        bits = self.lanes.bits
        if bits == 64 and self.lanes.unit.has_vector(ops.F2I, vector.type & 15, self.lanes.count, I64):
            return self.lane(ops.F2I, vector, element=I64)
        if -(1 << 31) <= lo and hi < 1 << 31:
            return self.b.resize(self.lane(ops.F2I, vector, element=I32), ELEMENTS[bits], True)
        raise No("vectors have no conversion of floats to ints", value.line)

    # Memory.


_OTHER = frozenset((ops.FBITS, ops.IFBITS, ops.SBITS, ops.ISBITS, ops.BITLEN, ops.MULHI, ops.UMULHI))
