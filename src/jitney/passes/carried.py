"""Carries what one round of a loop stores, and the next one loads, in a register: `a[i] += a[i - 1]`, rows of tables,
and places that collect, `c[i, j] += a[i, k] * b[k, j]`.

By way of memory that takes some five cycles, and each round waits for the one before. A loop of one block gets a
parameter for such a load: before the loop it is loaded once, where the guards in front of the load would let the first
round come to it, and from anywhere else that can be read where not; then it is what is stored. After a safepoint, in
which other code may have written, it is loaded again, off the path ("scalar replacement"; Callahan, Carr and Kennedy,
PLDI 1990).

That the addresses meet is seen from indices that are sums of one counter, constants, and what does not change in the
loop. There must be no other store to that kind of memory in the loop, and no calls. The store stays in every round, for
whoever leaves the loop, and for other loads, whose memory may overlap.

Needs: hoist.py and polls.py run before.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.function import BRANCH, JUMP
from ..ir.types import FIRST_VECTOR, I64, signed
from .rewrite import replace_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.function import Block, Function, Value

    Linear = tuple[tuple[int, ...], int | None, int]
    """A sum: the ids of what does not change, sorted; the place of a parameter, if one is in it; a constant."""

_DEPTH = 4
_FOLDS: dict[int, Callable[..., Value]] = {
    ops.ADD: Builder.add, ops.LT: Builder.lt, ops.LE: Builder.le, ops.ULT: Builder.ult, ops.EQ: Builder.eq,
    ops.NE: Builder.ne, ops.BAND: Builder.band,
}  # fmt: skip
_PLAIN = [not flags & ops.WRITES for flags in ops.FLAGS]
for _op in (ops.STORE, ops.EFFECT, ops.POLL, ops.NEED):
    _PLAIN[_op] = True


def run(function: Function) -> None:
    replaced: dict[int, Value] = {}
    for block in list(function.blocks):
        if block.kind == BRANCH and (block.targets[0] is block) != (block.targets[1] is block):
            entering = [above for above in function.blocks if block in above.targets and above is not block]
            if entering and all(above.targets.count(block) == 1 for above in entering):
                _Loop(function, block, entering, replaced).run()
    replace_uses(function, replaced)


class _Loop:
    def __init__(self, function: Function, block: Block, entering: list[Block], replaced: dict[int, Value]) -> None:
        self.function = function
        self.block = block
        self.entering = entering
        self.replaced = replaced
        self.latch = block.targets.index(block)
        self.inside = {value.id for value in (*block.params, *block.code)}
        self.places = {param.id: place for place, param in enumerate(block.params)}

    def run(self) -> None:
        block = self.block
        stores: dict[str, list[Value]] = {}
        loads: list[Value] = []
        for value in block.code:
            op = value.op
            if not _PLAIN[op] or value.type >= FIRST_VECTOR or (op == ops.STORE and value.args[0].type >= FIRST_VECTOR):
                return
            if op == ops.STORE:
                stores.setdefault(value.attr.alias, []).append(value)
            elif op == ops.LOAD:
                loads.append(value)
        for load in loads:
            found = stores.get(load.attr.alias, ())
            if len(found) == 1 and self.meets(load, found[0]):
                self.carry(load, found[0])
                return

    def meets(self, load: Value, store: Value) -> bool:
        """Whether a load reads what the store has written the round before."""
        kind = load.attr.kind
        if kind is not store.attr.kind or load.attr.scale != store.attr.scale or load.args[0] is not store.args[1]:
            return False
        if load.args[0].id in self.inside or len(load.args) != len(store.args) - 1:
            return False
        before = self.block.code.index(load) < self.block.code.index(store)
        if load.args == store.args[1:] and load.args[-1].id not in self.inside:
            return before and load.attr == store.attr
        if len(load.args) == 1:
            return False
        a, b = self.linear(load.args[1], _DEPTH), self.linear(store.args[2], _DEPTH)
        if a is None or b is None or a[:2] != b[:2]:
            return False
        if a[1] is None:
            distance = (b[2] - a[2]) * load.attr.scale + store.attr.displacement - load.attr.displacement
            return before and signed(distance) == 0
        param = self.block.params[a[1]]
        following = self.block.arguments[self.latch][a[1]]
        if following.op != ops.ADD or following.args[0] is not param or not following.args[1].is_const:
            return False
        scale = load.attr.scale
        step = following.args[1].attr * scale
        distance = (b[2] - a[2]) * scale + store.attr.displacement - load.attr.displacement
        return abs(step) >= kind.size and signed(distance - step) == 0

    def linear(self, value: Value, depth: int) -> Linear | None:
        if value.id not in self.inside:
            return ((), None, value.attr) if value.is_const else ((value.id,), None, 0)
        place = self.places.get(value.id)
        if place is not None:
            return (), place, 0
        if value.op != ops.ADD or not depth:
            return None
        a, b = self.linear(value.args[0], depth - 1), self.linear(value.args[1], depth - 1)
        if a is None or b is None or (a[1] is not None and b[1] is not None):
            return None
        return tuple(sorted(a[0] + b[0])), b[1] if a[1] is None else a[1], a[2] + b[2]

    def carry(self, load: Value, store: Value) -> None:
        block, function = self.block, self.function
        at = block.code.index(load)
        polls = [place for place, value in enumerate(block.code) if value.op == ops.POLL]
        if len(polls) > 1 or (polls and not block.code.index(store) < polls[0] > at):
            return
        before = self.before()
        builder = Builder(function, before, Scope(None))
        builder.line = load.line
        first = self.first(builder, load, [value for value in block.code[:at] if value.op == ops.GUARD])
        if first is None:
            return
        self.enter(before)
        kind = load.attr.kind
        builder.enter(block, Scope(None))
        block.arguments = tuple([list(arguments) for arguments in block.arguments])
        del block.code[at]
        stored = store.args[0]
        place = block.code.index(store) + (stored.op != ops.SELECT)
        tail = block.code[place:]
        del block.code[place:]
        if kind.type == I64 and kind.size < 8:
            stored = self.extend(builder, stored, 8 * kind.size, kind.signed)
            if stored.op == ops.SELECT:
                store.args = (stored, *store.args[1:])
        block.code += tail
        param = function.param(block, load.type)
        param.lo, param.hi = first.lo, first.hi
        self.replaced[load.id] = param
        before.arguments = ([*before.arguments[0], first],)
        if polls:
            self.reload(builder, store, stored, param)
        else:
            block.arguments[self.latch].append(stored)

    def extend(self, builder: Builder, stored: Value, bits: int, is_signed: bool) -> Value:
        """What a load gives of what is stored. Of a selection, it is selected from what is extended: as a rule one side
        needs it, of which the next round then doesn't wait for the other."""
        if stored.op != ops.SELECT:
            return builder.extend(stored, bits, is_signed)
        condition, a, b = stored.args
        return builder.select(condition, builder.extend(a, bits, is_signed), builder.extend(b, bits, is_signed))

    def before(self) -> Block:
        """The block from which the loop is entered, and nothing else; not linked yet if it is new."""
        above = self.entering[0]
        new = self.function.block()
        if len(self.entering) > 1:
            for param in self.block.params:
                copy = self.function.param(new, param.type)
                copy.lo, copy.hi = param.lo, param.hi
            new.jump(self.block, new.params[:])
        elif above.kind == JUMP:
            return above
        else:
            new.jump(self.block, list(above.arguments[above.targets.index(self.block)]))
        new.line, new.cold, new.depth = self.block.line, self.block.cold, max(self.block.depth - 1, 0)
        return new

    def enter(self, before: Block) -> None:
        block = self.block
        if before is not self.entering[0]:
            for above in self.entering:
                place = above.targets.index(block)
                above.targets = tuple([before if target is block else target for target in above.targets])
                if not before.params:
                    above.arguments = tuple([[] if at == place else given for at, given in enumerate(above.arguments)])
            self.function.blocks.insert(self.function.blocks.index(block), before)

    def first(self, builder: Builder, load: Value, guards: list[Value]) -> Value | None:
        """What the load gives in the first round."""
        arguments = builder.block.arguments[builder.block.targets.index(self.block)]
        passes = builder.true
        start = len(builder.block.code)
        for guard in guards:
            condition = self.copy(builder, guard.args[0], arguments, _DEPTH)
            if condition is None:
                del builder.block.code[start:]
                return None
            passes = builder.band(passes, condition)
        address = load.args[0]
        for arg in load.args[1:]:
            index = self.copy(builder, arg, arguments, _DEPTH)
            if index is None:
                del builder.block.code[start:]
                return None
            if passes is builder.true:
                return builder.load(load.attr, address, index)
            address = builder.add(address, builder.mul(index, builder.word(load.attr.scale)))
        if passes is builder.true:
            return builder.load(load.attr, address)
        address = builder.add(address, builder.word(load.attr.displacement))
        address = builder.select(passes, address, builder.context())
        return builder.load(load.attr._replace(scale=1, displacement=0), address)

    def copy(self, builder: Builder, value: Value, arguments: list[Value], depth: int) -> Value | None:
        """The same computation with what the parameters are before the loop."""
        if value.id not in self.inside:
            return value
        if value.id in self.places:
            return arguments[self.places[value.id]]
        flags = ops.FLAGS[value.op]
        if not depth or not flags & ops.PURE or flags & (ops.PINNED | ops.TRAPS) or value.op == ops.CCALL:
            return None
        args = []
        for arg in value.args:
            copied = self.copy(builder, arg, arguments, depth - 1)
            if copied is None:
                return None
            args.append(copied)
        folds = _FOLDS.get(value.op)
        return folds(builder, *args) if folds else builder.share(value.op, value.type, tuple(args), value.attr)

    def reload(self, builder: Builder, store: Value, stored: Value, param: Value) -> None:
        """Ends the block at its POLL, with a way to a new one that polls and loads again."""
        block, function = self.block, self.function
        at = next(place for place, value in enumerate(block.code) if value.op == ops.POLL)
        poll = block.code[at]
        rest, apart = function.block(), function.block()
        rest.code = block.code[at + 1 :]
        del block.code[at:]
        rest.kind, rest.operands, rest.targets = block.kind, block.operands, block.targets
        rest.arguments, rest.line, rest.depth = block.arguments, block.line, block.depth
        apart.line, apart.depth, apart.cold = poll.line, block.depth, True
        again = function.param(rest, stored.type)
        again.lo, again.hi = param.lo, param.hi
        rest.arguments[self.latch].append(again)
        builder.line = poll.line
        if poll.args:
            seldom = builder.eq(builder.and_(*poll.args), builder.zero)
            poll.args = ()
            block.branch(seldom, apart, rest, [], [stored])
        else:
            block.jump(apart)
            apart.cold = False
        builder.enter(apart, Scope(None))
        apart.code.append(poll)
        apart.jump(rest, [builder.load(store.attr, *store.args[1:])])
        place = function.blocks.index(block) + 1
        function.blocks[place:place] = [rest, apart]
