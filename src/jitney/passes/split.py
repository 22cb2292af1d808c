"""Splits loops in two: a loop without checks does what iterations it can, then the original loop does the rest.

    before      how many iterations pass all checks that can be made before the loop, and are not the last (counted.py)
    chunk       a piece of them, small enough for one safepoint; none left: to the original loop
    body        the iterations of a chunk, spread over the lanes of vectors (lanes.py), or one by one without the checks
    rest        the safepoint; on to the next chunk
    the original loop, as it was, from the first iteration on that hasn't been done

The original loop does the last iterations, and everything from where a check fails, so that exceptions come precisely
where they would have. A body that meets what it can't do (a check that can't be made before, a way out of the loop)
goes to the original loop with the state before that iteration, before it has written anything in it.

Needs: hoist.py run before. Leaves operations without uses, for dead.py, and what hoist.py can move out of loops around.
"""

from __future__ import annotations

import functools

from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.dominators import immediate_dominators, intervals, predecessors, reverse_postorder
from ..ir.function import BRANCH, RAISE, Exit, LoopReport
from ..ir.types import BOOL, I64, NONE
from . import loops, ranges
from .ifconvert import MOST
from .known import Known
from .loops import Loop
from .rewrite import param_like
from .shapes import Shape, reached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..ir.function import Block, Function, Value
    from .vector.lanes import Lanes

    Growth = tuple[int, int] | None

CHUNK = 1 << 14
"""Iterations between safepoints."""
WORTH = 16
"""Iterations below which the loop without checks isn't entered."""
SMALL = 24
"""Operations of a loop that is worth a copy for the sake of what it notes and looks for in each iteration alone."""
COSTLY_WORTH = 10
"""Work of an iteration, beside which a sum in order needs no time of its own (see _work)."""
FAR = 1 << 62
"""Bounds of what a chunk adds up, where that makes checks needless."""


def run(function: Function, unit: Any | None = None, fastmath: bool = False) -> None:
    order = reverse_postorder(function)
    before = predecessors(order)
    if not any(above >= number for number in range(len(order)) for above in before[number]):
        return
    enters, leaves = intervals(immediate_dominators(before))
    found, _ = loops.find(before, enters, leaves)
    look = functools.partial(Shape, function, order, before, enters, leaves)
    facts = Known(order, before, enters, leaves)
    reports: dict[int, LoopReport] = {}
    spread: set[int] = set()
    if unit is not None:
        first = _spread_windows(function, found, look, unit, fastmath, order, facts)
        known = {block.id for block in order}
        if first:
            order = reverse_postorder(function)
            before = predecessors(order)
            enters, leaves = intervals(immediate_dominators(before))
            found, _ = loops.find(before, enters, leaves)
            found = {head: loop for head, loop in found.items() if order[head].id in known}
            look = functools.partial(Shape, function, order, before, enters, leaves)
            facts = Known(order, before, enters, leaves)
        spread = _spread(function, found, look, unit, fastmath, reports, order, first, facts)
    for head, loop in found.items():
        if head in spread or loop.children or not _simple(loop):
            continue
        with facts.before(loop):
            shape = look(loop)
            if shape.usable:
                split = Split(shape)
                copy = Copy(split)
                gains = len(split.gone) > split.likely or split.far or split.narrowed or copy.saves()
                if gains and split.write(copy) and unit is not None:
                    reports[head] = reports[head]._replace(checks=len(split.gone) + len(split.far), split=True)
    function.loops = [reports[head] for head in found if head in reports]


def _simple(loop: Loop) -> bool:
    return len(loop.entering) == 1 and len(loop.latches) == 1


def _line(order: list[Block], loop: Loop) -> int:
    """Where the loop's condition stands."""
    latch = order[loop.latches[0]]
    return latch.operands[0].line if latch.operands and latch.operands[0].line else order[loop.head].line


def _spread(
    function: Function,
    found: dict[int, Loop],
    look: Callable[[Loop], Shape],
    unit: Any,
    fastmath: bool,
    reports: dict[int, LoopReport],
    order: list[Block],
    first: dict[int, LoopReport],
    facts: Known,
) -> set[int]:
    """Spreads loops over lanes, inner ones first, and loops around those that can't be. Returns the heads of the loops
    that are done with, the loops around them included. `first`: the reports of those that have been spread before, by
    the ids of their heads."""
    from .vector.basics import COSTLY
    from .vector.lanes import spread

    done: set[int] = set()
    for head, loop in reversed(found.items()):
        if order[head].id in first:
            reports[head] = first[order[head].id]
            _finish(loop, done, reports)
            continue
        if head in done:
            reports[head] = LoopReport(_line(order, loop), loop.depth, inner=True)
            continue
        if not _simple(loop):
            reports[head] = LoopReport(_line(order, loop), loop.depth, reason="it goes round in several ways")
            continue
        with facts.before(loop):
            shape = look(loop)
            report = LoopReport(_line(order, loop), loop.depth, reason=shape.reason)
            if shape.usable:
                report = spread(function, functools.partial(look, loop), unit, fastmath, report)
        reports[head] = report
        if report.lanes:
            _finish(loop, done, reports)
    for head, loop in found.items():
        report = reports[head]
        if head not in done and report.reason in COSTLY and _work(order, loop) >= COSTLY_WORTH:
            with facts.before(loop):
                report = spread(function, functools.partial(look, loop), unit, fastmath, report, True)
            if report.lanes:
                _finish(loop, done, reports)
            reports[head] = report
    return done


def _finish(loop: Loop, done: set[int], reports: dict[int, LoopReport]) -> None:
    """Notes that a loop has been spread, with the loops inside."""
    around: Loop | None = loop
    while around is not None:
        done.add(around.head)
        around = around.parent
    work = loop.children[:]
    while work:
        child = work.pop()
        reports[child.head] = LoopReport(reports[child.head].line, child.depth)
        done.add(child.head)
        work += child.children


def _spread_windows(
    function: Function,
    found: dict[int, Loop],
    look: Callable[[Loop], Shape],
    unit: Any,
    fastmath: bool,
    order: list[Block],
    facts: Known,
) -> dict[int, LoopReport]:
    """Spreads loops around others over lanes before these: see windows.py. Those inside still are as they were, for
    when there are too few iterations. Returns the reports by the ids of the heads."""
    done: dict[int, LoopReport] = {}
    if all(loop.parent is None for loop in found.values()):
        return done
    from .vector import windows
    from .vector.lanes import spread

    for loop in found.values():
        around = windows.loop_around(order, loop, fastmath)
        if around is not None and _simple(around):
            with facts.before(around):
                shape = look(around)
                if shape.usable and windows.slides(shape, order, loop):
                    report = LoopReport(_line(order, around), around.depth)
                    report = spread(function, functools.partial(look, around), unit, fastmath, report)
                    if report.lanes:
                        done[order[around.head].id] = report
    return done


def _work(order: list[Block], loop: Loop) -> int:
    """About how long an iteration keeps the processor busy, but for loads."""
    return sum(
        _SLOW.get(value.op, 1)
        for number in loop.blocks
        if not order[number].cold
        for value in order[number].code
        if ops.FLAGS[value.op] & ops.LANES
    )


class Split:
    """A loop and its copy without checks."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.function = shape.function
        self.gone: set[int] = set()  # checks that are made before the loop
        self.narrowed: dict[int, tuple[int, int]] = {}  # by value: the bounds that it has in the copy
        self.arguments: dict[int, list[Value]] = {}  # by parameter of a block that isn't the head: what it gets
        self.around: set[int] = set()  # parameters of loops inside whose growth is being found
        for block in shape.blocks:
            for way, (target, given) in enumerate(zip(block.targets, block.arguments, strict=True)):
                if target.id in shape.ids and target is not shape.head and (block.id, way) not in shape.dead:
                    for param, argument in zip(target.params, given, strict=True):
                        self.arguments.setdefault(param.id, []).append(argument)
        calls = [block.cold for block in shape.blocks for value in block.code if value.op == ops.CCALL]
        self.chunk = CHUNK if not calls else CHUNK >> 3 if all(calls) else CHUNK >> 6
        self.likely = 0
        """How many of the checks that are gone not all iterations come to."""
        self.far: list[Value] = []
        """Parameters of the head that stay within the word for a chunk, if they are within FAR at its start."""
        for param, next in zip(shape.head.params, shape.next, strict=True):
            if self.is_far(param, next):
                self.be_far(param)
        self.drop_checks()

    def is_far(self, param: Value, next: Value) -> bool:
        """Whether a sum grows by so little in an iteration that a chunk can't lead it out of the word."""
        if param.type != I64 or self.shape.slopes.of(param) is not None:
            return False
        growth = self.growth(param, next, {})
        return growth is not None and max(-growth[0], growth[1]) <= FAR // 2 // CHUNK

    def be_far(self, param: Value) -> None:
        room = FAR + (FAR >> 1)
        self.far.append(param)
        self.narrowed[param.id] = max(param.lo, -room), min(param.hi, room)

    def growth(
        self, param: Value, value: Value, known: dict[int, Growth], found: dict[int, tuple[int, int]] | None = None
    ) -> Growth:
        """Bounds of what is added to the parameter to get the value, on all ways there; None if that's not all.

        `found` has bounds by the ids of values, where they are not their own.
        """
        if value is param:
            return 0, 0
        if value.id in known:
            return known[value.id]
        known[value.id] = None
        parts: list[Growth] = []
        inner = self.shape.inner_of.get(value.id)
        if inner is not None:
            first, next = self.shape.slopes.inner[value.id]
            each: Growth = None
            if value.id not in self.around:  # else it gets what another one has that gets this one
                self.around.add(value.id)
                each = self.growth(value, next, {}, found)
                self.around.remove(value.id)
            begin = self.growth(param, first, known, found)
            if each is not None and begin is not None and inner.rounds:
                parts = [(begin[0] + min(each[0], 0) * inner.rounds, begin[1] + max(each[1], 0) * inner.rounds)]
        elif value.id in self.arguments:
            parts = [self.growth(param, argument, known, found) for argument in self.arguments[value.id]]
        elif value.op == ops.SELECT:
            parts = [self.growth(param, argument, known, found) for argument in value.args[1:]]
        elif value.op in _SUMS and value.id in self.shape.inside:
            a, b = value.args
            if value.op in (ops.ADD, ops.ADDO) and self.growth(param, a, known, found) is None:
                a, b = b, a
            before = self.growth(param, a, known, found)
            if before is not None:
                lo, hi = (found or {}).get(b.id) or (b.lo, b.hi)
                if value.op in (ops.SUB, ops.SUBO):
                    lo, hi = -hi, -lo
                parts = [(before[0] + lo, before[1] + hi)]
        if parts and None not in parts:
            known[value.id] = min(part[0] for part in parts if part), max(part[1] for part in parts if part)
        return known[value.id]

    def drop_checks(self) -> None:
        """Takes the checks that can be made before the loop."""
        shape = self.shape
        limits = shape.limits
        deep = {id for inner in shape.inner.values() for id in inner.ids}
        common = self.common_checks()
        for block in shape.blocks:
            always = block.id in shape.always
            for value in block.code if always or block.id not in deep else ():
                if value.op == ops.GUARD:
                    condition = value.args[0]
                    sure = always or value.id in common
                    taken = (sure or self.is_likely(condition)) and limits.takes(condition) and limits.take(condition)
                    if taken or (always and limits.take_table(condition)):
                        self.gone.add(value.id)
                        self.likely += not sure
                elif always and value.exit is not None and value.op in _EMITTED:
                    slope = shape.slopes.of(value)
                    if isinstance(slope, int) and limits.checked(value):
                        self.gone.add(value.id)
                    elif value.op == ops.MULO:
                        for arg in value.args:
                            if shape.slopes.of(arg) not in (None, 0) and limits.within(arg, -HALF, HALF):
                                self.narrowed[arg.id] = -HALF, HALF

    def common_checks(self) -> set[int]:
        """The checks that stand in some of the ways through an iteration, where each of these asks the same."""
        shape = self.shape
        found: set[int] = set()
        apart = [block for block in shape.blocks if block.id not in shape.always]
        if sum([value.op == ops.GUARD for block in apart for value in block.code]) < 2:
            return found
        alike: dict[Any, int] = {}
        numbers: dict[int, int] = {}  # the same for values of the loop that are computed alike
        asked: dict[int, list[tuple[Block, Value]]] = {}
        for block in shape.blocks:
            for value in block.code:
                if _FREE[value.op]:
                    key = (value.op, value.attr, *[numbers.get(arg.id, arg.id) for arg in value.args])
                    numbers[value.id] = alike.setdefault(key, value.id)
                elif value.op == ops.GUARD and block.id not in shape.always:
                    condition = value.args[0].id
                    asked.setdefault(numbers.get(condition, condition), []).append((block, value))
        for checks in asked.values():
            blocks = {block.id for block, _ in checks}
            if len(blocks) > 1 and shape.latch.id not in reached(shape.head, shape.ids - blocks, shape.dead):
                found.update([value.id for _, value in checks])
        return found

    def is_likely(self, condition: Value) -> bool:
        """Whether a check that not all iterations come to would fail in late ones at most, if it came in all: then
        little is lost by doing those in the original loop. Nor is by one that is the same in all iterations."""
        if self.shape.slopes.of(condition) == 0:
            return True
        if condition.op not in (ops.LT, ops.ULT):
            return False
        index, length = condition.args
        slopes = self.shape.slopes
        slope = slopes.of(index)
        if not isinstance(slope, int) or slope == 0 or slopes.of(length) != 0:
            return False
        if slope > 0 and index.lo >= 0:
            return True
        return slopes.wrapped.get(index.id, (index,))[0] in self.shape.head.params

    # Writing.

    def write(self, body: Copy | Lanes) -> Block | None:
        """Writes the copy and the way there. Returns the first block of those; nothing if that is of no use."""
        shape, function = self.shape, self.function
        place = function.blocks.index(shape.head)
        above, head = shape.above, shape.head
        test, chunk, enter, rest = blocks = [function.block() for _ in range(4)]
        for block in blocks:
            block.line, block.depth = head.line, head.depth
        test.depth = max(head.depth - 1, 0)
        b = body.builder(function, test)
        b.line = head.line
        long = shape.limits.reaches(b, body.least)
        brief = test
        if not long.is_const:  # loops of few iterations go round the rest of the tests
            test = function.block()
            test.line, test.depth = brief.line, brief.depth
            blocks.insert(1, test)
            brief.branch(long, test, head, [], shape.given[:])
            b.enter(test, Scope(b.scope))
        left, sure = shape.limits.emit(b)
        worth = b.band(sure, b.le(b.word(body.least), left))
        worth = b.band(worth, body.conditions(b, left))
        if worth.is_const and not worth.attr:
            return None
        first = [left, *shape.given]
        # A chunk.
        b.enter(chunk, Scope(None))
        left = function.param(chunk, I64)
        left.lo = 0
        state = [param_like(function, chunk, param) for param in head.params]
        going = b.le(b.word(body.step), left)
        for param, value in zip(head.params, state, strict=True):
            if param in self.far:
                if value.lo < -FAR:
                    going = b.band(going, b.le(b.word(-FAR), value))
                if value.hi > FAR:
                    going = b.band(going, b.le(value, b.word(FAR)))
        chunk.branch(going, enter, head, [], state)
        b.enter(enter, Scope(b.scope))
        count = b.select(b.lt(left, b.word(self.chunk)), left, b.word(self.chunk))
        if body.step > 1:
            count = b.and_(count, b.word(-body.step))
        # The iterations of the chunk.
        new, state = body.write(self, b, state, count, rest)
        # Its end.
        b.enter(rest, Scope(None))
        assert shape.poll is not None
        b.line = shape.poll.line
        b.emit(ops.POLL, NONE, (), None, self.exit(shape.poll.exit, {}))  # type: ignore[arg-type]
        rest.jump(chunk, [b.sub(left, count), *state])
        # Nothing can go wrong from here on.
        test.branch(worth, chunk, head, first, shape.given[:])
        way = above.targets.index(head)
        above.targets = tuple([brief if place == way else target for place, target in enumerate(above.targets)])
        above.arguments = tuple([[] if place == way else given for place, given in enumerate(above.arguments)])
        function.blocks[place:place] = [*blocks[:-1], *new, rest]
        return test

    def exit(self, exit: Exit, new: dict[int, Value]) -> Exit:
        """The exit of the copy of an operation: another if it is to know of other values."""
        if not any(value.id in new for part in (exit.operands, exit.held) for value in part):
            return exit
        operands, held = (tuple([new.get(value.id, value) for value in part]) for part in (exit.operands, exit.held))
        return Exit(exit.kind, exit.line, exit.payload, operands, held, exit.frames)


class Copy:
    """The body one iteration at a time, without the checks."""

    least = WORTH
    step = 1

    def __init__(self, split: Split) -> None:
        self.shape = split.shape
        self.distance: dict[int, tuple[Value, Value]] = {}
        """By an index that may have been out of range: what it was, and what is added to that, the same in all
        iterations."""
        self.rows: dict[int, tuple[Value, Value]] = {}
        """By access: the address of a row of a table, and the place in it."""
        self.items: dict[int, Value] = {}
        """By the address of an array: how many items it has."""
        self.readable = self.find_readable(split)
        """Loads that not all iterations come to, but could."""

    def find_readable(self, split: Split) -> set[int]:
        """Loads on ways without checks, from places that lie in an array in all iterations of the copy: that is made a
        condition for it. Only of arrays that each iteration comes to, so that no more memory is read than without; and
        only where the ways don't depend on what is counted, else it may be the first iterations that mustn't read."""
        shape = self.shape
        extents = shape.function.extents
        found: set[int] = set()
        if not extents or len(shape.always) == len(shape.blocks):
            return found
        if any(block.kind == BRANCH and block is not shape.latch and self.counts(block) for block in shape.blocks):
            return found
        apart = [value for block in shape.blocks if block.id not in shape.always for value in block.code]
        asked = {value.args[0].id for value in apart if value.id in split.gone and value.op == ops.GUARD}
        if sum([value.id not in split.gone and value.id not in asked for value in apart]) >= MOST:
            return found  # the ways stay what they are
        touched = set()
        for block in shape.blocks:
            if block.id in shape.always:
                touched.update([value.args[0].id for value in block.code if value.op == ops.LOAD])
                touched.update([value.args[1].id for value in block.code if value.op == ops.STORE])
        for block in shape.blocks:
            if block.id not in shape.always and all(
                _FREE[value.op] or value.op == ops.LOAD or value.id in split.gone for value in block.code
            ):
                for value in block.code:
                    if value.op == ops.LOAD and value.args[0].id in touched and self.reads_within(value):
                        found.add(value.id)
        return found

    def counts(self, block: Block) -> bool:
        """Whether a block's condition is made of what is counted."""
        shape = self.shape
        work, seen = list(block.operands), set()
        while work:
            value = work.pop()
            if value.id not in seen and value.id in shape.inside:
                seen.add(value.id)
                if shape.slopes.of(value) not in (0, None):
                    return True
                if value.op != ops.LOAD:
                    work += value.args
        return False

    def reads_within(self, load: Value) -> bool:
        """Whether an address can be kept within its array: if so, the limits of the loop see to that."""
        shape = self.shape
        size, sizes = shape.function.extents.get(load.args[0].id, (0, ()))
        memory = load.attr
        if not sizes or len(load.args) != 2 or (memory.scale, memory.kind.size, memory.displacement) != (size, size, 0):
            return False
        index = load.args[1]
        if not isinstance(shape.slopes.of(index), int) or not shape.limits.free(index):
            return False
        count = self.items.get(load.args[0].id, sizes[0])
        if len(sizes) > 1 and count is sizes[0]:
            for times in sizes[1:]:
                count = shape.function.value(ops.MUL, I64, (count, times))
                shape.inside.add(count.id)  # to be computed before the loop
            self.items[load.args[0].id] = count
        shape.limits.bound(index, 0, count, strict=True)
        return True

    def saves(self) -> bool:
        """Whether a small loop need not note in each iteration that it writes, or look for signals between loads."""
        shape = self.shape
        if sum(len(block.code) for block in shape.blocks) > SMALL:
            return False
        if not shape.writes:
            return any(value.op == ops.LOAD for block in shape.blocks for value in block.code)
        return self.hoists(shape)

    def builder(self, function: Function, block: Block) -> Builder:
        return Builder(function, block, Scope(None))

    def conditions(self, b: Builder, count: Value) -> Value:
        """What else has to hold for the loop to be entered. Notes what indices need that count from the end."""
        slopes, limits = self.shape.slopes, self.shape.limits
        for value, lo, hi in limits.bounds:
            index, length = slopes.wrapped.get(value.id, (None, None))
            if index is None or length is None:
                continue
            if lo == 0 and hi is not None and not isinstance(hi, int) and hi.id == length.id:
                self.distance[value.id] = index, b.sub(limits.start(b, value), limits.start(b, index))
        return b.true

    def write(
        self, split: Split, b: Builder, state: list[Value], count: Value, rest: Block
    ) -> tuple[list[Block], list[Value]]:
        """Writes the loop from the end of the block that `b` is in, of `count` iterations. Gives its blocks, and the
        state at the end, in `rest`."""
        shape, function = split.shape, split.function
        counters = [
            (place, slope)
            for place, param in enumerate(shape.head.params)
            if isinstance(slope := shape.slopes.of(param), int) and slope != 0
        ]
        place, slope = counters[0]
        end = b.add(state[place], b.mul(count, b.word(slope)))
        hoisted = self.hoists(shape)
        if hoisted:
            b.emit(ops.EFFECT, NONE)
        self.find_rows(b)
        new: dict[int, Value] = {}
        blocks = {block.id: function.block() for block in shape.blocks}
        for block in shape.blocks:
            copy = blocks[block.id]
            copy.line, copy.depth, copy.cold = block.line, block.depth, block.cold
            for param in block.params:
                new[param.id] = value = param_like(function, copy, param)
                if param.id in split.narrowed:
                    value.lo, value.hi = split.narrowed[param.id]
        entered = b.block
        entered.jump(blocks[shape.head.id], state)
        for block in shape.blocks:
            b.enter(blocks[block.id], Scope(None))
            for value in block.code:
                if (value.id in split.gone and value.op == ops.GUARD) or value.op == ops.POLL:
                    continue
                if value.op == ops.EFFECT and hoisted:
                    continue
                b.line = value.line
                new[value.id] = self.copy(split, b, value, new)
                if value.id in self.readable:
                    function.readable.add(new[value.id].id)
            copy = blocks[block.id]
            get = new.get
            if block is shape.latch:
                following = [get(value.id, value) for value in shape.next]
                going = b.emit(ops.NE, BOOL, (following[place], end))
                copy.branch(going, blocks[shape.head.id], rest, following, following[:])
                continue
            copy.kind = block.kind
            copy.operands = tuple([get(value.id, value) for value in block.operands])
            copy.targets = tuple([blocks.get(target.id, shape.head) for target in block.targets])
            copy.arguments = tuple(
                [
                    [get(value.id, value) for value in given]
                    if target.id in blocks
                    else [new[param.id] for param in shape.head.params]
                    for target, given in zip(block.targets, block.arguments, strict=True)
                ]
            )
        return list(blocks.values()), self.results(function, blocks[shape.latch.id], rest)

    def find_rows(self, b: Builder) -> None:
        """Takes what doesn't change of an index into the address, as that of a row of a table: of tables of which rows
        alone are wanted, so that addresses of rows need no more registers than the table's and where rows begin."""
        found: dict[int, list[tuple[Value, Value, Value]] | None] = {}
        for block in self.shape.blocks:
            for value in block.code:
                if value.op in _ACCESSES:
                    base, *index = value.args[value.op == ops.STORE :]
                    parts = self.row(index[0]) if index and base.id not in self.shape.inside else None
                    if parts is None:
                        found[base.id] = None
                    elif (rows := found.setdefault(base.id, [])) is not None:
                        rows.append((value, *parts))
        for rows in found.values():
            for value, row, place in rows or ():
                base, scale = value.args[value.op == ops.STORE], b.word(value.attr.scale)
                self.rows[value.id] = b.add(base, b.mul(self.shape.limits.start(b, row), scale)), place

    def row(self, index: Value) -> tuple[Value, Value] | None:
        """Where a row begins, and the place in it."""
        if index.op == ops.ADD and index.id in self.shape.inside:
            for row, place in (index.args, index.args[::-1]):
                if self.stays(row) and not row.is_const and not self.stays(place):
                    return row, place
        return None

    def stays(self, value: Value, depth: int = 3) -> bool:
        """Whether a value is the same in all iterations, and can be computed before them with little work."""
        if value.id not in self.shape.inside:
            return True
        return depth > 0 and _FREE[value.op] and all(self.stays(arg, depth - 1) for arg in value.args)

    def results(self, function: Function, latch: Block, rest: Block) -> list[Value]:
        params = []
        for value in latch.arguments[1]:
            param = function.param(rest, value.type)
            param.lo, param.hi = value.lo, value.hi
            params.append(param)
        return params

    def hoists(self, shape: Shape) -> bool:
        """Whether EFFECT can be said before the loop: it comes in each iteration, and nothing before it bails out."""
        if not any(block.id in shape.always for block in shape.effects):
            return False
        exits = [value.exit for block in shape.blocks for value in block.code if value.exit and value.op != ops.POLL]
        return not any(exit.kind != RAISE for exit in exits)

    def copy(self, split: Split, b: Builder, value: Value, new: dict[int, Value]) -> Value:
        args = tuple([new.get(arg.id, arg) for arg in value.args])
        if value.id in self.rows:
            base, place = self.rows[value.id]
            args = (*args[:-2], base, new.get(place.id, place))
        if value.id in self.distance:
            index, distance = self.distance[value.id]
            found = b.add(new.get(index.id, index), distance)
            if found.op == ops.ADD and b.block.code and b.block.code[-1] is found:
                found.lo, found.hi = max(value.lo, 0), value.hi
            return found
        if value.op in _EMITTED:
            if value.id in split.gone:
                return getattr(b, _EMITTED[value.op][:-1])(*args)  # type: ignore[no-any-return]
            return getattr(b, _EMITTED[value.op])(*args, split.exit(value.exit, new))  # type: ignore[no-any-return, arg-type]
        exit = None if value.exit is None else split.exit(value.exit, new)
        found = b.emit(value.op, value.type, args, value.attr, exit)
        found.lo, found.hi = value.lo, value.hi
        if value.type == I64:
            lo, hi = ranges.of(found)
            if max(lo, value.lo) <= min(hi, value.hi):
                found.lo, found.hi = max(lo, value.lo), min(hi, value.hi)
        return found


_FREE = [bool(flags & ops.PURE) and not flags & (ops.PINNED | ops.TRAPS) for flags in ops.FLAGS]
_FREE[ops.PARAM] = _FREE[ops.CONST] = False
_ACCESSES = frozenset((ops.LOAD, ops.STORE))
HALF = (1 << 31) - 1
_SLOW = {ops.FDIV: 8, ops.FSQRT: 8}
_SUMS = frozenset((ops.ADD, ops.ADDO, ops.SUB, ops.SUBO))
_EMITTED = {
    ops.ADDO: "addo",
    ops.SUBO: "subo",
    ops.MULO: "mulo",
    ops.UADDO: "uaddo",
    ops.USUBO: "usubo",
    ops.UMULO: "umulo",
    ops.SHLO: "shlo",
    ops.USHLO: "ushlo",
}
