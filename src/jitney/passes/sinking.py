"""Stores that all ways to a block end with, in the same place: `if c: a[i] = x else: a[i] = y` is one store.

It goes to where the ways meet, with a parameter for what is stored ("code sinking"); what its address is computed from
goes to the block that all of them come from. So a branch whose sides only compute is left, which if-conversion makes a
selection of, and of which lanes are a selection and one store without masks. An EFFECT before the stores goes along.

Nothing that could read memory, write or leave comes between where a store stood and where it goes, so nobody sees the
difference. What only one of the ways stores stays there: where control doesn't come, memory must not be written.

Needs: hoist.py run before. Leaves operations without uses, for dead.py.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.dominators import immediate_dominators, predecessors, reverse_postorder
from ..ir.function import JUMP
from ..ir.types import FIRST_VECTOR, I64
from . import ranges
from .rewrite import replace_uses, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Block, Function, Value

MOST = 6
"""Operations that an address is made of."""
MOST_BRANCHES = 4
"""How many branches one after the other may lead to a store."""

_PURE = [bool(flags & ops.PURE) and not flags & ops.TRAPS for flags in ops.FLAGS]
_FREE = [pure and not flags & ops.PINNED for pure, flags in zip(_PURE, ops.FLAGS, strict=True)]
_FREE[ops.PARAM] = _FREE[ops.CONST] = _FREE[ops.CONTEXT] = False


def run(function: Function) -> None:
    ways: dict[int, list[Block]] = {}
    for block in function.blocks:
        if block.kind == JUMP and not block.cold and _last(block, ops.STORE) is not None:
            ways.setdefault(block.targets[0].id, []).append(block)
    found = {id: above for id, above in ways.items() if len(above) > 1}
    if found:
        _Sinker(function, found).run()


def _last(block: Block, op: int) -> int | None:
    """Where the last operation of a block that does more than compute stands, if it is of that kind."""
    code = block.code
    for place in range(len(code) - 1, -1, -1):
        found = code[place].op
        if found == op:
            return place
        if not _PURE[found]:
            return None
    return None


class _Sinker:
    def __init__(self, function: Function, found: dict[int, list[Block]]) -> None:
        self.function = function
        self.found = found
        self.order = reverse_postorder(function)
        self.before = predecessors(self.order)
        self.dominators = immediate_dominators(self.before)
        self.replaced: dict[int, Value] = {}
        self.twins: dict[tuple[int, ...], Value] = {}
        """What the ways' values are in the block above, by their ids."""
        self.new: list[Value] = []
        """What is to go there."""

    def run(self) -> None:
        for number, block in enumerate(self.order):
            ways = self.found.get(block.id)
            if ways is not None and len(self.before[number]) == len(ways):
                above = self.dominators[number]
                depth = self.order[above].depth
                if depth == block.depth and all(self.is_near(way, above) for way in self.before[number]):
                    while self.sink(self.order[above], ways, block):
                        pass
        replace_uses(self.function, self.replaced)

    def is_near(self, way: int, above: int) -> bool:
        """Whether only a few branches, and no loop, lie between a block above and a way from there."""
        for _ in range(MOST_BRANCHES):
            before = self.before[way]
            if len(before) != 1 or before[0] >= way:
                return False
            (way,) = before
            if way == above:
                return True
        return False

    def sink(self, above: Block, ways: list[Block], block: Block) -> bool:
        """Moves the last stores of blocks to where they lead, if they are to the same place."""
        stores: list[Value] = []
        for way in ways:
            place = _last(way, ops.STORE)
            if place is None:
                return False
            stores.append(way.code[place])
        first = stores[0]
        kind = first.args[0].type
        if kind >= FIRST_VECTOR or any(
            store.attr != first.attr or store.args[0].type != kind or len(store.args) != len(first.args)
            for store in stores
        ):
            return False
        self.twins.clear()
        self.new.clear()
        address = []
        for parts in zip(*[store.args[1:] for store in stores], strict=True):
            part = self.one([resolve(self.replaced, value) for value in parts])
            if part is None:
                return False
            address.append(part)
        for way, store in zip(ways, stores, strict=True):
            way.code.remove(store)
        self.place(above, ways, block)
        values = [resolve(self.replaced, store.args[0]) for store in stores]
        stored = values[0]
        if any(value is not stored for value in values):
            stored = self.function.param(block, kind)
            if kind == I64:
                stored.lo = min(value.lo for value in values)
                stored.hi = max(value.hi for value in values)
            for way, value in zip(ways, values, strict=True):
                way.arguments[0].append(value)
        first.args = (stored, *address)
        block.code.insert(0, first)
        effects = [place for way in ways for place in (_last(way, ops.EFFECT),) if place is not None]
        if effects:
            for way in ways:
                place = _last(way, ops.EFFECT)
                if place is not None:
                    effect = way.code.pop(place)
            block.code.insert(0, effect)
        return True

    def one(self, values: list[Value]) -> Value | None:
        """The one value that the ways' values are, or will be above them."""
        first = values[0]
        if all(value is first for value in values):
            return first
        key = tuple([value.id for value in values])
        found = self.twins.get(key)
        if found is not None:
            return found
        if not _FREE[first.op] or len(self.new) >= MOST:
            return None
        args = []
        for value in values:
            if value.op != first.op or value.attr != first.attr or len(value.args) != len(first.args):
                return None
        for parts in zip(*[value.args for value in values], strict=True):
            part = self.one([resolve(self.replaced, value) for value in parts])
            if part is None:
                return None
            args.append(part)
        found = self.twins[key] = self.function.value(first.op, first.type, tuple(args), first.attr)
        found.line = first.line
        if found.type == I64:
            found.lo, found.hi = ranges.of(found)
        self.new.append(found)
        return found

    def place(self, above: Block, ways: list[Block], block: Block) -> None:
        """Puts what addresses are computed from into the block above, if it isn't there, and in place of what the ways
        compute, and the block that they lead to."""
        known: dict[tuple[Any, ...], Value] = {}
        if self.new:
            known = {_name(value): value for value in above.code if _FREE[value.op]}
        for value in self.new:
            value.args = tuple([resolve(self.replaced, arg) for arg in value.args])
            there = known.setdefault(_name(value), value)
            if there is value:
                above.code.append(value)
            else:
                self.replaced[value.id] = there
        for at, way in enumerate(ways):
            gone = {key[at]: value for key, value in self.twins.items()}
            for value in way.code:
                if value.id in gone:
                    self.replaced[value.id] = gone[value.id]
            way.code = [value for value in way.code if value.id not in gone]
        if self.new:
            for value in block.code:
                if _FREE[value.op] and _name(value) in known:
                    self.replaced[value.id] = known[_name(value)]
            block.code = [value for value in block.code if value.id not in self.replaced]


def _name(value: Value) -> tuple[Any, ...]:
    return value.op, value.type, value.attr, *[arg.id for arg in value.args]
