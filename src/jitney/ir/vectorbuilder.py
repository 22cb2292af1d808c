"""The builder of operations on vectors. Equal pure ones are shared, as by its base; little is folded."""

from __future__ import annotations

from . import ops
from .builder import Builder
from .types import BOOL, F32, F64, FIRST_VECTOR, I64, NONE, SIZES, element_of, lanes_of, vector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .function import Exit, Memory, Value

_RESULTS = {"f": F64, "s": F32, "b": BOOL}


def _scalar(element: int) -> int:
    return element if element in (F64, F32, BOOL) else I64


class VectorBuilder(Builder):
    def lanewise(self, op: int, *args: Value, element: int = -1) -> Value:
        """An op with LANES of vectors. `element` is that of the result, where the op leaves a choice: B2I, F2I."""
        letter = ops.RESULT[op]
        if element < 0:
            element = _RESULTS.get(letter, -1)
        if element < 0:
            element = element_of(args[-1].type)
        if op == ops.BNOT and args[0].op == ops.BNOT:
            return args[0].args[0]
        return self.share(op, vector(element, lanes_of(args[0].type)), args)

    def share(self, op: int, type: int, args: tuple[Value, ...], attr: Any = None, exit: Exit | None = None) -> Value:
        """As the base, but apart by type: equal operands may give vectors of several types."""
        if type < FIRST_VECTOR:
            return super().share(op, type, args, attr, exit)
        key = (op, attr, type, *[arg.id for arg in args])
        found = self.scope.find(key)
        if found is None:
            found = self.scope.known[key] = self.emit(op, type, args, attr, exit)
        return found

    def splat(self, scalar: Value, type: int) -> Value:
        return self.share(ops.SPLAT, type, (scalar,))

    def lanes(self, type: int) -> Value:
        """0, 1, 2, ..."""
        return self.share(ops.LANE_NUMBERS, type, ())

    def resize(self, a: Value, element: int, is_signed: bool) -> Value:
        """Integers of another element: widened or narrowed where they aren't of it."""
        here = element_of(a.type)
        if here == element:
            return a
        op = ops.NARROW if SIZES[element] < SIZES[here] else ops.WIDEN_S if is_signed else ops.WIDEN_U
        return self.share(op, vector(element, lanes_of(a.type)), (a,))

    def extremum(self, op: int, a: Value, b: Value) -> Value:
        """IMIN, IMAX, UMIN, UMAX."""
        return a if a is b else self.share(op, a.type, (a, b))

    def reverse(self, a: Value) -> Value:
        return self.share(ops.REVERSE, a.type, (a,))

    def follow(self, before: Value, a: Value) -> Value:
        """The last lane of the one, and all but the last of the other."""
        return self.share(ops.FOLLOW, a.type, (before, a))

    def shuffle(self, a: Value, b: Value, lanes: tuple[int, ...]) -> Value:
        """Lanes of both by their numbers, those of the second counted on."""
        if lanes == tuple(range(len(lanes))):
            return a
        return self.share(ops.SHUFFLE, a.type, (a, b), lanes)

    def reduce(self, a: Value, how: str) -> Value:
        """One of ops.REDUCTIONS."""
        return self.share(ops.REDUCE, _scalar(element_of(a.type)), (a,), how)

    def extract(self, a: Value, lane: int) -> Value:
        return self.share(ops.EXTRACT, _scalar(element_of(a.type)), (a,), lane)

    def any(self, mask: Value) -> Value:
        return self.share(ops.ANY, BOOL, (mask,))

    def all(self, mask: Value) -> Value:
        return self.share(ops.ALL, BOOL, (mask,))

    def maskbits(self, mask: Value) -> Value:
        """A word with a bit for each lane."""
        bits = self.share(ops.MASKBITS, I64, (mask,))
        if lanes_of(mask.type) < 64:
            bits.lo, bits.hi = 0, (1 << lanes_of(mask.type)) - 1
        return bits

    def masklow(self, count: Value, lanes: int) -> Value:
        """The mask of the lanes below `count`."""
        return self.share(ops.MASKLOW, vector(BOOL, lanes), (count,))

    # Memory. Stores are those of the base: STORE takes a vector as it takes a scalar.

    def load_vector(self, type: int, memory: Memory, base: Value, index: Value | None = None) -> Value:
        return self.emit(ops.LOAD, type, (base,) if index is None else (base, index), memory)

    def load_masked(self, type: int, memory: Memory, base: Value, index: Value | None, mask: Value) -> Value:
        return self.emit(ops.MLOAD, type, (base, mask) if index is None else (base, index, mask), memory)

    def store_masked(self, memory: Memory, value: Value, base: Value, index: Value | None, mask: Value) -> None:
        args = (value, base, mask) if index is None else (value, base, index, mask)
        self.emit(ops.MSTORE, NONE, args, memory)

    def gather(self, type: int, memory: Memory, base: Value, index: Value, mask: Value) -> Value:
        return self.emit(ops.GATHER, type, (base, index, mask), memory)

    def scatter(self, memory: Memory, value: Value, base: Value, index: Value, mask: Value) -> None:
        self.emit(ops.SCATTER, NONE, (value, base, index, mask), memory)
