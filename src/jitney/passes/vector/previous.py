"""What the iteration before has found: `if c == 32 and not inside`, `out[i] = x - last; last = x`.

A parameter of the head that gets what is found in each iteration without it, from what is read there, holds in each
lane what the lane before has found, and in the first one what the last lane has in the vector before (in loops of
scalars: a recurrence of the first order). What is found must be known before its users come: it is computed ahead of
the body, so what it takes may not depend on checks or ways out of the loop, nor be read from what was written before
in the iteration.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.function import BRANCH
from ...ir.types import BOOL, F32, F64, I8, I64
from .memory import Memories

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Block, Value
    from ..shapes import Shape
    from ..split import Split
    from .basics import Access
    from .lanes import Lanes
    from .values import Mask

_PURE = [flags & (ops.PURE | ops.PINNED | ops.TRAPS) == ops.PURE and bool(flags & ops.LANES) for flags in ops.FLAGS]


class _Fresh:
    """Which values of an iteration are found without some parameters of the head."""

    def __init__(self, split: Split) -> None:
        self.split = split
        self.shape: Shape = split.shape
        self.homes = {value.id: block for block in self.shape.blocks for value in (*block.params, *block.code)}
        self.known: dict[int, bool] = {}
        self.loads: set[int] = set()

    def of(self, value: Value) -> bool:
        found = self.known.get(value.id)
        if found is None:
            found = self.known[value.id] = self.find(value)
        return found

    def find(self, value: Value) -> bool:
        if self.shape.slopes.of(value) is not None:
            return True
        home = self.homes[value.id]
        if value.op == ops.PARAM:
            if home is self.shape.head:
                return False
            place = home.params.index(value)
            edges = self.shape.incoming[home.id]
            return all(self.of(source.arguments[way][place]) for source, way in edges) and self.default(edges) >= 0
        if value.op == ops.LOAD:
            self.loads.add(value.id)
            return home.id in self.shape.always and all(self.of(arg) for arg in value.args)
        return _PURE[value.op] and all(self.of(arg) for arg in value.args)

    def default(self, edges: list[tuple[Block, int]]) -> int:
        """The edge that is taken unless one of the others is, of which it is known; -1 where there is none."""
        unknown = [number for number, edge in enumerate(edges) if not self.edge(*edge)]
        return -1 if len(unknown) > 1 else unknown[0] if unknown else len(edges) - 1

    def edge(self, source: Block, way: int) -> bool:
        return self.block(source) and (source.kind != BRANCH or self.of(source.operands[0]))

    def block(self, block: Block) -> bool:
        if block.id in self.shape.always:
            return True
        return all(self.edge(source, way) for source, way in self.shape.incoming[block.id])


def is_fresh(split: Split, param: Value, next: Value) -> bool:
    """Whether what comes round is found in each iteration anew."""
    return param.type in (I64, BOOL, F64, F32) and _Fresh(split).of(next)


def in_order(previous: list[tuple[Value, Value]], accesses: list[Access], split: Split) -> bool:
    """Whether what they take can be read ahead: no check or way out may come before, and nothing be written."""
    fresh = _Fresh(split)
    for _, next in previous:
        fresh.of(next)
    shape = split.shape
    for block in shape.blocks:
        if block is not shape.latch and any(target.id not in shape.ids for target in block.targets):
            return False
        for value in block.code:
            if (value.op == ops.GUARD and value.id not in split.gone) or value.op == ops.CCALL:
                return False
    written = min((access.place for access in accesses if access.store), default=len(accesses))
    return all(access.place < written for access in accesses if access.value.id in fresh.loads)


class Previous(Memories):
    """Writes what iterations take from those before."""

    def __init__(self, lanes: Lanes, *more: object) -> None:
        super().__init__(lanes, *more)  # type: ignore[arg-type]
        self.fresh = _Fresh(lanes.split)
        self.ahead: set[int] = set()
        """What has been computed ahead of the body."""
        self.came: dict[int, Value] = {}
        """By parameter: the vector of what was found by the iterations before these."""
        self.found: dict[int, Value] = {}
        """What these find."""

    def follow(self, param: Value, next: Value) -> None:
        """Makes the vector of a parameter."""
        b = self.b
        self.compute_ahead(next)
        found, first = self.vec(next), self.first[param.id]
        if param.type == BOOL:
            found = self.lane(ops.B2I, found, element=I8)
            first = self.outside(lambda: b.select(first, b.word(1), b.zero))
        came = self.function.param(self.body, found.type)
        self.carried.append((self.splat(first, found.type), found))
        self.came[param.id], self.found[param.id] = came, found
        vector = self.lane(ops.FOLLOW, came, found)
        if param.type == BOOL:
            vector = self.lane(ops.NE, vector, self.splat(b.zero, found.type))
        self.env[param.id] = vector

    def compute_ahead(self, value: Value) -> None:
        if value.id in self.env or self.slopes.of(value) is not None:
            return
        if value.op == ops.PARAM:
            home = self.fresh.homes[value.id]
            place = home.params.index(value)
            edges = self.lanes.incoming[home.id]
            default = self.fresh.default(edges)
            for source, way in edges:
                self.compute_ahead(source.arguments[way][place])
            source, way = edges[default]
            result = self.vec(source.arguments[way][place])
            for source, way in (*edges[:default], *edges[default + 1 :]):
                new = self.vec(source.arguments[way][place])
                if new is not result:
                    mask = self.mask_ahead(source, way)
                    result = new if mask is None else self.lane(ops.SELECT, mask, new, result)
            self.env[value.id] = result
        elif value.op == ops.LOAD:
            access = self.access(value)
            if access.stride is None:  # gathered by what else is in lanes
                self.compute_ahead(access.address[1])
            self.env[value.id] = self.load(access, None)
        else:
            for arg in value.args:
                self.compute_ahead(arg)
            self.line = self.b.line = value.line or self.line
            self.env[value.id] = self.compute(value, None)
        self.ahead.add(value.id)

    def mask_ahead(self, block: Block, way: int) -> Mask:
        """Which lanes take that way from the block."""
        mask: Mask = None
        if block.id not in self.shape.always:
            mask = self.either([self.mask_ahead(*edge) for edge in self.lanes.incoming[block.id]])
        if block.kind != BRANCH or self.lanes.decided(block):
            return mask
        self.compute_ahead(block.operands[0])
        condition = self.vec(block.operands[0])
        return self.both(mask, self.lane(ops.BNOT, condition) if way else condition)

    def last(self, param: Value, vector: Value) -> Value:
        """What the last lane has found, as a scalar."""
        b = self.b
        found = b.extract(vector, self.lanes.count - 1)
        if param.type == BOOL:
            return b.ne(found, b.zero)
        if param.type == I64 and self.lanes.bits < 64 and not self.fits(param):
            return b.extend(found, self.lanes.bits, False)
        return found
