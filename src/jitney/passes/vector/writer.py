"""Writes vector loops: their beginning and end, blocks under masks, loops inside, what is collected."""

from __future__ import annotations

from ...ir import ops
from ...ir.builder import Scope
from ...ir.function import BRANCH, JUMP, Value
from ...ir.types import BOOL, FIRST_VECTOR, I64, NONE, is_float
from ..rewrite import param_like
from .basics import EXTENSIONS, Missing, No
from .calls import call_by_lanes, join
from .inorder import take_in_order
from .previous import Previous
from .reductions import MERGED, REDUCTIONS
from .stages import in_stages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Block, Exit, Function
    from ...ir.vectorbuilder import VectorBuilder
    from ..shapes import Inner
    from .basics import Reduction
    from .lanes import Lanes
    from .places import Place
    from .values import Mask


def write_loops(
    lanes: Lanes, b: VectorBuilder, state: list[Value], count: Value, rest: Block
) -> tuple[list[Block], list[Value]]:
    """Writes the vector loops of a chunk from the end of the block that `b` is in: one that takes several vectors at a
    time if that pays, then one for what is left, the last time perhaps with some of its lanes. Returns the blocks, and
    the state in `rest` from the state at the start and `count`."""
    function, shape = lanes.shape.function, lanes.shape
    enter, outer = b.block, b.scope
    accumulators = [_identity(lanes, b, reduction, state) for reduction in lanes.reductions.values()]
    done = function.block()
    done.line, done.depth = shape.head.line, shape.head.depth
    blocks: list[Block] = []
    effect = False
    begin = b.zero
    if lanes.copies > 1 or lanes.partial:
        size = lanes.count * lanes.copies
        end = b.and_(count, b.word(-size))
        between, joined = function.block(), function.block()
        for block in (between, joined):
            block.line, block.depth = shape.head.line, shape.head.depth
        wide = _Writer(lanes, b, state, enter, outer, lanes.copies, False)
        new, results = wide.write(enter, outer, b.zero, accumulators, end, between)
        first = wide.entered
        enter.branch(b_ne(function, enter, end, b.zero), first, joined, enter.arguments[0], [b.zero, *accumulators])
        b.enter(between, wide.after)
        between.jump(joined, [end, *results])
        b.enter(joined, Scope(outer))
        begin = function.param(joined, I64)
        begin.lo, begin.hi = 0, 1 << 30
        accumulators = [function.param(joined, value.type) for value in results]
        blocks += [*new, between, joined]
        effect = wide.effect
        before = joined
    else:
        before = enter
    narrow = _Writer(lanes, b, state, enter, outer, 1, lanes.partial)
    narrow.effect = effect
    scope = b.scope
    new, results = narrow.write(before, scope, begin, accumulators, count, done)
    if before is not enter:
        finished = function.block()
        finished.line, finished.depth = shape.head.line, shape.head.depth
        before.branch(
            b_ne(function, before, begin, count), narrow.entered, finished, before.arguments[0], accumulators[:]
        )
        b.enter(done, narrow.after)
        done.jump(finished, results)
        results = [function.param(finished, value.type) for value in results]
        blocks += [*new, done, finished]
        done = finished
        b.enter(done, Scope(scope))
    else:
        blocks += [*new, done]
        b.enter(done, narrow.after)
    final = narrow.end(done, count, results, rest, [])
    return blocks, final


def b_ne(function: Function, block: Block, a: Value, c: Value) -> Value:
    value = function.value(ops.NE, BOOL, (a, c))
    value.lo, value.hi = 0, 1
    block.code.append(value)
    return value


def _identity(lanes: Lanes, b: VectorBuilder, reduction: Reduction, state: list[Value]) -> Value:
    """What a vector that collects starts with."""
    param = reduction.param
    if reduction.steps:
        return state[lanes.shape.head.params.index(param)]
    type = lanes.type(lanes.element(param))
    if not lanes.unit.has_vector(ops.SPLAT, type & 15, lanes.count):
        raise Missing(ops.SPLAT, type & 15, lanes.shape.head.line)
    if reduction.how in ("min", "max"):
        return b.splat(state[lanes.shape.head.params.index(param)], type)
    neutral = REDUCTIONS[reduction.how][2]
    return b.splat(lanes.shape.function.const(param.type, neutral), type)


class _Writer(Previous):
    """Writes one vector loop, and the way back where an iteration fails."""

    def write(
        self, before: Block, scope: Scope, begin: Value, accumulators: list[Value], end: Value, done: Block
    ) -> tuple[list[Block], list[Value]]:
        """Writes the loop from iteration `begin` to `end` of the chunk; `before` jumps to it. Returns the blocks, and
        what has been collected at the end of the loop."""
        b, function, shape, lanes = self.b, self.function, self.shape, self.lanes
        self.before, self.before_scope, self.begin = before, scope, begin
        self.body = self.entered = body = function.block()
        self.failed = failed = function.block()
        for block in (body, failed):
            block.line, block.depth = shape.head.line, shape.head.depth
        failed.cold = True
        k = function.param(body, I64)
        k.lo, k.hi = 0, 1 << 30
        b.enter(body, Scope(scope))
        neutral = accumulators if self.copies == 1 else [_identity_in(self, r) for r in lanes.reductions.values()]
        sums: list[list[Value]] = []
        for copy in range(self.copies):
            sums.append([])
            for place, first in enumerate(accumulators):
                param = function.param(body, first.type)
                sums[-1].append(param)
                self.carried.append((neutral[place] if copy else first, param))
        fixed = len(self.carried)
        self.blocks.append(body)
        following: list[Value] = []
        for copy in range(self.copies):
            self.copy = copy
            self.k = b.add(k, b.word(copy * lanes.count))
            self.base = k
            if self.partial:
                self.left = b.sub(end, k)
                self.whole = b.masklow(self.left, lanes.count)
            self.env = dict(zip(lanes.reductions, sums[copy], strict=True))
            self.masks, self.scalars, self.behind = {}, {}, {}
            self.emit_body()
            self.leave_failed()
            for (id, reduction), collected in zip(lanes.reductions.items(), sums[copy], strict=True):
                if reduction.steps:
                    following.append(take_in_order(self, reduction, collected))
                    continue
                next = self.vec(shape.next[[param.id for param in shape.head.params].index(id)])
                if self.whole is not None:
                    next = self.lane(ops.SELECT, self.whole, next, collected)
                following.append(next)
        self.leave_failed()
        failing = self.jumped > 0
        if failing and self.early:
            raise No("an iteration may fail after it has written", shape.head.line)
        self.emit_effects(self.blocks)
        self.flush()
        after = b.add(k, b.word(lanes.count * self.copies))
        latch = b.block
        extra = [next for _, next in self.carried[fixed:]]
        if self.partial:
            going_on = b.emit(ops.LT, BOOL, (after, end))
        else:
            going_on = b.emit(ops.NE, BOOL, (after, end))
        latch.branch(going_on, body, done, [after, *following, *extra])
        before.jump(body, [begin, *[first for first, _ in self.carried]])
        self.after = Scope(b.scope)
        if lanes.staged:
            return in_stages(self, begin, end, done)
        results = following
        if self.copies > 1:
            b.enter(done, self.after)
            results = self.combine(following)
        if failing:
            b.enter(failed, Scope(scope))
            so_far = sums[0] if self.copies == 1 else self.combine([value for each in sums for value in each])
            self.end(failed, k, so_far, shape.head, None)
            self.blocks.append(failed)
        return self.blocks, results

    def combine(self, values: list[Value]) -> list[Value]:
        """One vector for each reduction from those of the copies."""
        count = len(self.lanes.reductions)
        found = []
        for place, reduction in enumerate(self.lanes.reductions.values()):
            parts = values[place::count]
            while len(parts) > 1:
                parts = [
                    self.merge(reduction, *parts[at : at + 2]) if at + 1 < len(parts) else parts[at]
                    for at in range(0, len(parts), 2)
                ]
            found += parts
        return found

    def merge(self, reduction: Reduction, a: Value, c: Value) -> Value:
        how = reduction.how
        element = a.type & 15
        if how not in ("min", "max"):
            return self.lane(MERGED[how], a, c)
        if is_float(element):
            less = self.lane(ops.FLT, c, a) if how == "min" else self.lane(ops.FLT, a, c)
            return self.lane(ops.SELECT, less, c, a)
        signed = self.fits(reduction.param)
        op = {"min": ops.IMIN if signed else ops.UMIN, "max": ops.IMAX if signed else ops.UMAX}[how]
        if not self.lanes.unit.has_vector(op, element, self.lanes.count):
            raise Missing(op, element, self.line)
        return self.b.extremum(op, a, c)

    def end(
        self, block: Block, count: Value, sums: list[Value], target: Block, arguments: list[Value] | None
    ) -> list[Value]:
        """Computes the state after `count` iterations, and goes to the target, with it or with `arguments`."""
        b = self.b
        state: list[Value] = []
        sure = b.true
        collected = dict(zip(self.lanes.reductions, sums, strict=True))
        vectors = self.came if block is self.failed else self.found
        for param, first in zip(self.shape.head.params, self.state, strict=True):
            slope = self.slopes.of(param)
            if param.id in vectors:
                state.append(self.last(param, vectors[param.id]))
            elif slope is None:
                value, fine = self.reduce(self.lanes.reductions[param.id], first, collected[param.id])
                sure = b.band(sure, fine)
                state.append(value)
            else:
                assert isinstance(slope, int)
                state.append(b.add(first, b.mul(count, b.word(slope))) if slope else first)
        given = state if arguments is None else arguments
        if sure is b.true:
            block.jump(target, given)
        else:
            block.branch(sure, target, self.shape.head, given, self.state[:])
        return state

    # Values.

    def edge(self, block: Block, way: int) -> Mask:
        """Which lanes take that way from the block."""
        mask = self.masks[block.id]
        if block.id in self.lanes.latches or self.lanes.decided(block):
            return mask
        if (block.kind == BRANCH and block.targets[0] is not block.targets[1]) or (
            block.kind == BRANCH and block.arguments[0] != block.arguments[1]
        ):
            return self.part(mask, self.vec(block.operands[0]), not way)
        return mask

    # The body.

    def emit_body(self) -> None:
        self.line = self.shape.head.line
        self.masks[self.shape.head.id] = None
        for param, next in self.lanes.previous:
            self.follow(param, next)
        self.emit_blocks(self.shape.blocks)

    def emit_blocks(self, blocks: list[Block]) -> None:
        """Writes blocks one after the other; the mask of the first is known."""
        shape = self.shape
        unrolled: set[int] = set()
        for place, block in enumerate(blocks):
            if block.id in unrolled:
                continue
            inner = shape.inner.get(block.id)
            if place == 0:
                pass
            elif inner is not None and self.lanes.is_unrolled(inner):
                self.unroll(inner, [block for block in blocks if block.id in inner.ids])
                unrolled |= inner.ids
                continue
            elif inner is not None:
                self.enter_loop(inner)
            else:
                self.enter_block(block)
            for value in block.code:
                self.line = self.b.line = value.line or self.line
                self.emit(value, block)
            if self.loops and block is self.loops[-1][0].latch:
                self.leave_loop()
            elif block is not shape.latch and block.kind == BRANCH and not self.lanes.decided(block):
                for way, target in enumerate(block.targets):
                    if target.id not in shape.ids:
                        mask = self.edge(block, way)
                        if mask is None:
                            raise No("control leaves the loop", block.line)
                        self.fails.append(self.both(self.whole, mask) or mask)

    def unroll(self, inner: Inner, blocks: list[Block]) -> None:
        """Writes a loop inside that goes round a few times as often as it does, one after the other."""
        ((source, way),) = self.lanes.incoming[inner.head.id]
        self.masks[inner.head.id] = self.edge(source, way)
        given = source.arguments[way]
        places = self.lanes.places.get(inner.head.id, [])
        if places:
            self.collected.update(zip(places, self.collect(places, None), strict=True))
        inside = {value.id for block in blocks for part in (block.params, block.code) for value in part}
        for _ in range(inner.rounds + 1):
            new: list[tuple[dict[int, Value], Value, Value]] = []
            for param, argument in zip(inner.head.params, given, strict=True):
                if self.slopes.of(param) is not None:
                    new.append((self.scalars, param, self.here(argument)))
                elif self.lanes.wanted(param):
                    new.append((self.env, param, self.vec(argument)))
            for id in inside:
                self.env.pop(id, None)
                self.scalars.pop(id, None)
            for where, param, value in new:
                where[param.id] = value
            self.emit_blocks(blocks)
            given = inner.next
        self.put(places)

    def enter_loop(self, inner: Inner) -> None:
        """Begins a loop inside: its parameters are scalars where they are affine, else vectors."""
        b = self.b
        self.leave_failed()
        places = self.lanes.places.get(inner.head.id, [])
        collected = self.collect(places, self.poll_of(inner)) if places else []
        if self.stores:
            self.flush()
            self.early = True
        ((source, way),) = self.lanes.incoming[inner.head.id]
        entered = self.edge(source, way)
        block = self.function.block()
        block.line, block.depth = inner.head.line, inner.head.depth
        first: list[Value] = []
        next: list[Value | Place] = []
        new: list[tuple[dict[int, Value], Value, Value]] = []
        for param, argument, after in zip(inner.head.params, source.arguments[way], inner.next, strict=True):
            if self.slopes.of(param) is not None:
                first.append(self.here(argument))
                new.append((self.scalars, param, param_like(self.function, block, param)))
                next.append(after)
            elif self.lanes.wanted(param):
                first.append(self.vec(argument))
                new.append((self.env, param, self.function.param(block, self.type_of(param))))
                next.append(after)
        for place, value in zip(places, collected, strict=True):
            first.append(value)
            self.collected[place] = self.function.param(block, value.type)
            next.append(place)
        left: list[tuple[Value, Value]] = []
        gone: dict[int, Value] = {}
        active: Mask = None
        if inner.divergent:
            everyone = self.splat(b.true, self.lanes.type(BOOL))
            first.append(self.both(self.whole, entered) or everyone)
            active = self.function.param(block, self.lanes.type(BOOL))
            targets = {source.targets[way].id for source, way in inner.exits}
            for target in targets if len(targets) > 1 else ():
                none = self.splat(b.false, self.lanes.type(BOOL))
                first.append(none)
                gone[target] = self.function.param(block, self.lanes.type(BOOL))
            for value in self.leaving(inner):
                type = self.type_of(value)
                zero = self.splat(self.function.const(value.type, 0.0 if is_float(value.type) else 0), type)
                first.append(zero)
                left.append((value, self.function.param(block, type)))
        for where, param, value in new:
            where[param.id] = value
        self.masks[inner.head.id] = active
        b.block.jump(block, first)
        b.enter(block, Scope(b.scope))
        self.blocks.append(block)
        self.loops.append((inner, block, next))
        self.entries.append((entered, gone, left))

    def poll_of(self, inner: Inner) -> Exit | None:
        """The exit of the safepoint of a loop inside."""
        for block in self.shape.blocks:
            if block.id in inner.ids:
                for value in block.code:
                    if value.op == ops.POLL:
                        return value.exit
        return None

    def put(self, places: list[Place]) -> None:
        """Stores, behind a loop inside, what it has collected in places."""
        for place in places:
            self.store(place.store, self.collected[place], None)

    def leaving(self, inner: Inner) -> list[Value]:
        """What a loop leaves behind: the parameters of the block behind it, and other values used there."""
        found = {
            param.id: param
            for source, way in inner.exits
            for param in source.targets[way].params
            if self.lanes.wanted(param)
        }
        for block in self.shape.blocks:
            if block.id not in inner.ids:
                continue
            for value in [*block.params, *block.code]:
                if value.type == NONE or not self.lanes.wanted(value) or self.slopes.of(value) is not None:
                    continue
                if any(user.id not in self.owners[inner.head.id] for user in self.outside_users(value, inner)):
                    found[value.id] = value
        return list(found.values())

    def outside_users(self, value: Value, inner: Inner) -> list[Value]:
        """Those who use a value of a loop behind it other than by the parameters of the block behind."""
        if inner.head.id not in self.owners:
            self.owners[inner.head.id] = {
                value.id
                for block in self.shape.blocks
                if block.id in inner.ids
                for part in (block.params, block.code)
                for value in part
            }
        behind = {param.id for source, way in inner.exits for param in source.targets[way].params}
        return [user for user, _ in self.lanes.users.get(value.id, ()) if user is not None and user.id not in behind]

    def leave_loop(self) -> None:
        b = self.b
        inner, block, next = self.loops.pop()
        entered, gone, left = self.entries.pop()
        after = self.function.block()
        after.line, after.depth = inner.latch.line, max(inner.head.depth - 1, 0)
        self.leave_failed()
        if self.stores:
            self.flush()
            self.early = True
        if inner.divergent:
            active = self.edge(inner.latch, inner.back)
            assert active is not None
            ends: dict[int, Value] = {}
            masks = {(source.id, way): self.edge(source, way) for source, way in inner.exits}
            for value, kept in left:
                for source, way in inner.exits:
                    params = source.targets[way].params
                    if value not in params and value.op == ops.PARAM and value.id not in self.owners[inner.head.id]:
                        continue  # of a block that another way out leads to
                    new = source.arguments[way][params.index(value)] if value in params else value
                    mask = masks[source.id, way]
                    assert mask is not None
                    kept = self.lane(ops.SELECT, mask, self.vec(new), kept)
                ends[value.id] = kept
            for source, way in inner.exits:
                target = source.targets[way].id
                if target in gone:
                    mask = masks[source.id, way]
                    assert mask is not None
                    gone[target] = self.lane(ops.BOR, gone[target], mask)
            following = [self.latest(value) for value in next]
            following += [active, *gone.values(), *ends.values()]
            b.block.branch(b.any(active), block, after, following, [])
            b.enter(after, Scope(b.scope))
            self.blocks.append(after)
            self.env.update(ends)
            for source, way in inner.exits:
                target = source.targets[way].id
                behind = self.behind.setdefault(target, [])
                if not any(loop is inner for loop, _, _ in behind):
                    behind.append((inner, gone.get(target, entered), ends))
            return
        following = [
            self.here(value) if param.type < FIRST_VECTOR and isinstance(value, Value) else self.latest(value)
            for value, param in zip(next, block.params, strict=True)
        ]
        again = self.here(inner.latch.operands[0])
        if inner.back == 0:
            b.block.branch(again, block, after, following, [])
        else:
            b.block.branch(again, after, block, [], following)
        b.enter(after, Scope(b.scope))
        self.blocks.append(after)
        self.put([value for value in next if not isinstance(value, Value)])

    def latest(self, value: Value | Place) -> Value:
        """The vector of what comes round in a loop inside."""
        return self.vec(value) if isinstance(value, Value) else self.collected[value]

    def leave_unless(self, condition: Value) -> None:
        """Goes to where an iteration has failed unless the scalar condition holds."""
        if (condition.is_const and condition.attr) or condition.id in self.passed:
            return
        self.passed.add(condition.id)
        if self.early or self.stores:
            raise No("an iteration may fail after it has written", self.line)
        b = self.b
        going = self.function.block()
        going.line, going.depth = self.shape.head.line, b.block.depth
        b.block.branch(condition, going, self.failed)
        b.enter(going, Scope(b.scope))
        self.blocks.append(going)
        self.jumped += 1

    def enter_block(self, block: Block) -> None:
        edges = self.lanes.incoming[block.id]
        behind = self.behind.get(block.id, [])
        for inner, _, _ in behind:
            edges = [(source, way) for source, way in edges if source.id not in inner.ids]
        masks = [self.edge(source, way) for source, way in edges] + [entered for _, entered, _ in behind]
        sources = {source.id for source, _ in edges}
        if block.id in self.shape.always:
            self.masks[block.id] = None
        elif behind:
            self.masks[block.id] = self.either(masks)
        elif len(edges) == 2 and len(sources) == 1:
            self.masks[block.id] = self.masks[edges[0][0].id]
        elif (whole := self.diamond(edges)) is not None:
            self.masks[block.id] = self.masks[whole.id]
        else:
            self.masks[block.id] = self.either(masks)
        for place, param in enumerate(block.params):
            if not self.lanes.wanted(param):
                continue
            given = [self.vec(source.arguments[way][place]) for source, way in edges]
            given += [ends[param.id] for _, _, ends in behind]
            joined = join(self, masks, given)
            if joined is not None:
                self.env[param.id] = joined
                continue
            result = given[-1]
            for mask, new in zip(masks[-2::-1], given[-2::-1], strict=True):
                if mask is None:
                    result = new
                elif new is not result:
                    result = self.lane(ops.SELECT, mask, new, result)
            self.env[param.id] = result
            if param.id in self.lanes.checks:
                self.check_small(result, self.masks[block.id])

    def diamond(self, edges: list[tuple[Block, int]]) -> Block | None:
        """The block above both edges, if they are the two ways from it."""
        if len(edges) != 2:
            return None
        above = []
        for source, _ in edges:
            before = self.lanes.incoming.get(source.id, [])
            above.append({source.id} | ({before[0][0].id} if len(before) == 1 and source.kind == JUMP else set()))
        for candidate in above[0] & above[1]:
            for block in self.shape.blocks:
                if (
                    block.id == candidate
                    and block.kind == BRANCH
                    and all(t.id in self.shape.ids for t in block.targets)
                ):
                    return block
        return None

    def emit(self, value: Value, block: Block) -> None:
        op = value.op
        mask = self.masks[block.id]
        if value.id in self.lanes.collected:
            place, _ = self.lanes.collected[value.id]
            if op == ops.STORE:
                self.collected[place] = self.vec(value.args[0])
            else:
                self.env[value.id] = self.collected[place]
        elif value.id in self.ahead:
            pass
        elif op == ops.LOAD:
            if not self.lanes.wanted(value) or (value.id in self.lanes.turns and value.id in self.env):
                return
            self.env[value.id] = self.load(self.access(value), mask)
        elif op == ops.STORE:
            access = self.access(value)
            self.store(access, self.vec(value.args[0]), mask)
        elif op == ops.GUARD:
            if value.id not in self.lanes.split.gone:
                operands = self.lanes.uniform_guard(value)
                if operands is not None:
                    self.uniform(value.args[0].op, *operands)
                    return
                self.fail(self.lane(ops.BNOT, self.vec(value.args[0])), mask)
            return
        elif op == ops.EFFECT:
            self.effects.append(mask)
            return
        elif op == ops.POLL:
            if block.id in self.lanes.deep and block.id not in self.lanes.quiet:
                if self.stores:
                    self.flush()
                    self.early = True
                assert value.exit is not None
                self.b.emit(op, NONE, (), None, self.lanes.split.exit(value.exit, {}))
            return
        elif op == ops.NEED:
            return
        elif value.type == NONE:
            raise No("it does what lanes can't", value.line)
        elif self.slopes.of(value) is not None or not self.lanes.wanted(value):
            return
        elif op == ops.CCALL:
            assert mask is not None
            self.env[value.id] = call_by_lanes(self, value, mask)
        else:
            self.env[value.id] = self.compute(value, mask)
        if value.id in self.lanes.checks:
            self.check_small(self.env[value.id], mask)

    def uniform(self, op: int, a: Value, c: Value) -> None:
        """A guard that compares affine numbers holds for all lanes if it does for the first and the last."""
        b = self.b
        rule = {ops.LT: b.lt, ops.LE: b.le, ops.ULT: b.ult, ops.ULE: b.ule}[op]
        x, y = self.here(a), self.here(c)
        self.leave_unless(rule(x, y))
        last = self.lanes.count - 1
        slopes = [slope * last for slope in (self.slopes.of(a), self.slopes.of(c)) if isinstance(slope, int)]
        if slopes != [0, 0]:
            x, y = (b.add(word, b.word(slope)) for word, slope in zip((x, y), slopes, strict=True))
            self.leave_unless(rule(x, y))

    def reduce(self, reduction: Reduction, first: Value, vector: Value) -> tuple[Value, Value]:
        """What the parameter is after the lanes have collected, and whether that can be relied on."""
        b = self.b
        how = reduction.how
        if reduction.steps:
            return vector, b.true
        element = vector.type & 15
        if how in ("min", "max"):
            if not is_float(element):
                signed = self.fits(reduction.param)
                return b.reduce(vector, ("i" if signed else "u") + how), b.true
            lanes = [b.extract(vector, lane) for lane in range(self.lanes.count)]
            while len(lanes) > 1:
                half = len(lanes) // 2
                pairs = zip(lanes[:half], lanes[half:], strict=True)
                lanes = [b.select(b.flt(y, x) if how == "min" else b.flt(x, y), y, x) for x, y in pairs]
            zero = self.function.const(element, 0.0)
            return lanes[0], b.fne(lanes[0], zero)  # which zero it is depends on the order
        if how in ("band", "bor"):
            found = b.any(vector) if how == "bor" else b.all(vector)
            return (b.bor if how == "bor" else b.band)(first, found), b.true
        _, _, _, combine = REDUCTIONS[how]
        found = getattr(b, combine)(first, b.reduce(vector, how))
        if reduction.extension >= 0:
            found = b.extend(found, *EXTENSIONS[reduction.extension])
        return found, b.true


def _identity_in(writer: _Writer, reduction: Reduction) -> Value:
    return writer.outside(lambda: _identity(writer.lanes, writer.b, reduction, writer.state))
