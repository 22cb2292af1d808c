"""Composes the rounds of a recurrence: `x = (a * x + b) & mask` waits for itself, round after round, for as long as a
multiplication takes. Several rounds at once are `(a**n * x + c) & mask`, so the last of n rounds waits for one only.

For loops of one block without checks, whose counter tells that n more rounds will come. A parameter is composed where
what comes round is, modulo a power of two, `a` times itself and what doesn't depend on it: constants, then all of it
is folded; or loaded bytes (a polynomial hash), then their share is summed up beside the chain, if the rounds between
are not looked at. The n rounds stand in a block before the loop; the loop as it was does the last ones.

Small loops that only read memory get several rounds too: what the processor looks ahead by is a number of operations,
and the fewer of them go into counting, the more loads it has begun.

    test     will there be more than n rounds?
    rounds   n of them, while there are more than n; one safepoint
    the loop as it was, with at least one round

Needs: if-conversion and dead code removed. To be run before polls.py. Removes what becomes dead.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.function import BRANCH, Exit
from ..ir.types import FIRST_VECTOR, I64, MAX, MIN, NONE
from . import dead

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.function import Block, Function, Value

SIZES = ((10, 8), (24, 4))
"""Up to how many operations in a round, how many rounds."""
SMALL, STREAM = 8, 4
"""Up to how many operations a loop that reads memory gets so many rounds at a time."""
_COPIED = [not flags & (ops.TRAPS | ops.WRITES) for flags in ops.FLAGS]
_COPIED[ops.FRAME] = False
for _op in (ops.STORE, ops.EFFECT, ops.POLL):
    _COPIED[_op] = True
_LOW = {ops.ZEXT8: 8, ops.ZEXT16: 16, ops.ZEXT32: 32, ops.SEXT8: 8, ops.SEXT16: 16, ops.SEXT32: 32}
_FOLDS: dict[int, Callable[..., Value]] = {
    ops.ADD: Builder.add, ops.SUB: Builder.sub, ops.MUL: Builder.mul, ops.SHL: Builder.shl, ops.AND: Builder.and_,
}  # fmt: skip
_SCALES = frozenset((ops.MUL, ops.SHL))


def run(function: Function) -> None:
    changed = False
    for block in function.blocks[1:]:
        if block.kind == BRANCH and (block.targets[0] is block) != (block.targets[1] is block):
            changed |= _visit(function, block)
    if changed:
        dead.run(function)


def _visit(function: Function, block: Block) -> bool:
    scales = loads = stores = False
    for value in block.code:
        if not _COPIED[value.op] or value.type >= FIRST_VECTOR:
            return False
        scales |= value.op in _SCALES and value.args[1].is_const
        loads |= value.op == ops.LOAD
        stores |= value.op == ops.STORE
    streams = loads and not stores and len(block.code) <= SMALL
    if not (scales or streams) or any(param.type >= FIRST_VECTOR for param in block.params):
        return False
    back = block.targets.index(block)
    beyond = block.targets[1 - back]
    if beyond in beyond.targets:  # it has been written several times
        return False
    entering = [above for above in function.blocks if block in above.targets and above is not block]
    if len(entering) != 1 or entering[0].targets.count(block) != 1:
        return False
    plans = []
    rounds = next((rounds for size, rounds in SIZES if len(block.code) <= size), 0)
    if scales and rounds:
        for param, following in zip(block.params, block.arguments[back], strict=True):
            if param.type == I64 and (plan := Recurrence.of(block, param, following)) is not None:
                plans.append(plan)
    if not plans:
        if not streams:
            return False
        rounds = STREAM
    counter = Counter.of(block, back, rounds)
    if counter is None:
        return False
    _write(function, block, back, entering[0], counter, plans, rounds)
    line = block.operands[0].line
    composed, unrolled = (rounds, 1) if plans else (0, rounds)
    function.loops = [
        report._replace(composed=composed, unrolled=unrolled) if report.line == line and not report.lanes else report
        for report in function.loops
    ]
    return True


class Counter:
    """How a loop counts: on while `counter + step` compares to what comes from outside."""

    def __init__(self, place: int, step: int, op: int, bound: Value, rounds: int) -> None:
        self.place = place
        self.step = step
        self.op = op
        self.bound = bound
        self.stretch = rounds * abs(step)

    @classmethod
    def of(cls, block: Block, back: int, rounds: int) -> Counter | None:
        condition = block.operands[0]
        op = condition.op
        if op not in (ops.LT, ops.LE, ops.EQ, ops.NE) or (op == ops.EQ) != (back == 1 and op in (ops.EQ, ops.NE)):
            return None
        x, y = condition.args
        if back == 1:  # it goes round where the condition is false
            op = {ops.LT: ops.LE, ops.LE: ops.LT, ops.EQ: ops.NE}[op]
            x, y = (y, x) if op != ops.NE else (x, y)
        inside = {value.id for value in (*block.params, *block.code)}
        for following, bound, sign in ((x, y, 1), (y, x, -1)):
            if following.op == ops.ADD and following.args[1].is_const and bound.id not in inside:
                counter, step = following.args[0], following.args[1].attr
                for place, param in enumerate(block.params):
                    if param is counter and block.arguments[back][place] is following:
                        if 0 < abs(step) < 1 << 24 and (op == ops.NE or step * sign > 0):
                            return cls(place, step, op, bound, rounds)
        return None

    def prepare(self, b: Builder) -> Value:
        """Whether there is a limit, which is made, as far as it is known before the loop."""
        bound, stretch = self.bound, self.stretch
        if self.op == ops.NE:
            self.limit = bound
            return b.true
        if self.step > 0:
            self.limit = b.sub(bound, b.word(stretch))
            return b.le(b.word(MIN + stretch), bound)
        self.limit = b.add(bound, b.word(stretch))
        return b.le(bound, b.word(MAX - stretch))

    def more(self, b: Builder, counter: Value) -> Value:
        """Whether so many rounds more, and another, will come."""
        if self.op == ops.NE:  # a distance modulo 2**64: none of the rounds steps over it
            distance = b.sub(self.limit, counter) if self.step > 0 else b.sub(counter, self.limit)
            return b.lt(b.word(self.stretch), distance)
        compare = b.lt if self.op == ops.LT else b.le
        return compare(counter, self.limit) if self.step > 0 else compare(self.limit, counter)


class Recurrence:
    """What comes round for a parameter: `factor` times itself and a rest, modulo 2**`bits`, then made a word again."""

    def __init__(self, param: Value, following: Value, sum: Value, bits: int) -> None:
        self.param = param
        self.following = following
        self.sum = sum
        self.bits = bits
        self.factor = 1
        self.dependent: set[int] = set()
        self.chain = {param.id, following.id}
        self.rest_varies = False

    @classmethod
    def of(cls, block: Block, param: Value, following: Value) -> Recurrence | None:
        bits = _low_bits(following)
        found = cls(param, following, following if bits is None else following.args[0], bits or 64)
        if following.id == param.id:
            return None
        dependent = found.dependent
        dependent.add(param.id)
        for value in block.code:
            for arg in value.args:
                if arg.id in dependent:
                    dependent.add(value.id)
                    break
        if found.sum.id not in dependent:
            return None
        factor = found._factor(found.sum, 8)
        if factor is None:
            return None
        found.factor = factor & (1 << found.bits) - 1
        if found.factor in (0, 1) or (found.rest_varies and found._is_looked_at(block)):
            return None
        return found

    def _is_looked_at(self, block: Block) -> bool:
        """Whether what it is in a round is of use for anything but the next round."""
        chain = self.chain
        return any(arg.id in chain for value in block.code if value.id not in chain for arg in value.args)

    def _factor(self, value: Value, depth: int) -> int | None:
        """By how much the parameter counts in a value."""
        if value is self.param:
            return 1
        if value.id not in self.dependent:
            self.rest_varies |= not value.is_const
            return 0
        if depth == 0:
            return None
        self.chain.add(value.id)
        if (_low_bits(value) or 0) >= self.bits:
            return self._factor(value.args[0], depth - 1)
        if value.op == ops.ADD or value.op == ops.SUB:
            x, y = (self._factor(arg, depth - 1) for arg in value.args)
            if x is None or y is None:
                return None
            return x + y if value.op == ops.ADD else x - y
        if value.op in _SCALES and value.args[1].is_const:
            x, number = self._factor(value.args[0], depth - 1), value.args[1].attr
            if x is None:
                return None
            return x * int(number) if value.op == ops.MUL else x << (int(number) & 63)
        return None

    def apply(self, b: Builder, value: Value, x: Value, new: dict[int, Value]) -> Value:
        """The value, modulo 2**bits, where the parameter is x, and all that doesn't depend on it is as in `new`."""
        if value is self.param:
            return x
        if value.id not in self.dependent:
            return new.get(value.id, value)
        if value.op not in _FOLDS or value.op == ops.AND:
            return self.apply(b, value.args[0], x, new)
        args = [self.apply(b, arg, x, new) for arg in value.args]
        return self.short(b, _FOLDS[value.op](b, *args))

    def short(self, b: Builder, value: Value) -> Value:
        """A constant by the number nearest to zero that is the same modulo 2**bits."""
        if not value.is_const:
            return value
        half = 1 << self.bits - 1
        return b.word(((value.attr + half) & (2 * half - 1)) - half)

    def state(self, b: Builder, x: Value, rounds: int, rest: Value) -> Value:
        """What the parameter is after some rounds from x on."""
        factor = self.short(b, b.word(pow(self.factor, rounds, 1 << 64)))
        sum = b.add(b.mul(x, factor), rest)
        op, following = self.following.op, self.following
        if following is self.sum:
            return sum
        if op == ops.AND:
            return b.and_(sum, following.args[1])
        return b.extend(sum, self.bits, op in (ops.SEXT8, ops.SEXT16, ops.SEXT32))


def _low_bits(value: Value) -> int | None:
    """How many bits of its operand a value keeps, so that it is the same modulo that power of two; None for others."""
    if value.op == ops.AND and value.args[1].is_const:
        mask: int = value.args[1].attr
        return mask.bit_length() if mask > 0 and mask & (mask + 1) == 0 else None
    return _LOW.get(value.op)


def _write(
    function: Function,
    block: Block,
    back: int,
    above: Block,
    counter: Counter,
    plans: list[Recurrence],
    rounds: int,
) -> None:
    way = above.targets.index(block)
    given = above.arguments[way]
    test, body = function.block(), function.block()
    test.line, test.depth = block.line, above.depth
    body.line, body.depth, body.cold = block.line, block.depth, block.cold
    b = Builder(function, test, Scope(None))
    b.line = block.operands[0].line
    enough = b.band(counter.prepare(b), counter.more(b, given[counter.place]))
    test.branch(enough, body, block, given[:], given[:])
    above.targets = tuple([test if place == way else target for place, target in enumerate(above.targets)])
    above.arguments = tuple([[] if place == way else one for place, one in enumerate(above.arguments)])

    b.enter(body, Scope(b.scope))
    outside = function.next_id  # ids up to here are of values of which more is not known
    first = []
    for param in block.params:
        first.append(like := function.param(body, param.type))
        like.lo, like.hi = param.lo, param.hi
    state = first
    composed = {plan.following.id: plan for plan in plans}
    rest = {plan.following.id: b.zero for plan in plans}
    places = {plan.following.id: block.params.index(plan.param) for plan in plans}
    for number in range(1, rounds + 1):
        new = {param.id: value for param, value in zip(block.params, state, strict=True)}
        for value in block.code:
            b.line = value.line
            plan = composed.get(value.id)
            if value.op == ops.POLL:
                if number == rounds:
                    b.emit(ops.POLL, NONE, (), None, _exit(value.exit, new))  # type: ignore[arg-type]
            elif plan is not None:
                rest[value.id] = plan.apply(b, plan.sum, rest[value.id], new)
                new[value.id] = plan.state(b, first[places[value.id]], number, rest[value.id])
            else:
                new[value.id] = _copy(b, value, new)
            found = new.get(value.id)
            if found is not None and found.type == I64 and found.id > outside and not found.is_const:
                b.narrow(found, value.lo, value.hi)
        state = [new.get(value.id, value) for value in block.arguments[back]]
    b.line = block.operands[0].line
    body.branch(counter.more(b, state[counter.place]), body, block, state, state[:])
    place = function.blocks.index(block)
    function.blocks[place:place] = [test, body]


def _copy(b: Builder, value: Value, new: dict[int, Value]) -> Value:
    args = tuple([new.get(arg.id, arg) for arg in value.args])
    if value.op in _FOLDS:
        return _FOLDS[value.op](b, *args)
    if ops.FLAGS[value.op] & ops.PURE:
        return b.share(value.op, value.type, args, value.attr)
    return b.emit(value.op, value.type, args, value.attr)


def _exit(exit: Exit, new: dict[int, Value]) -> Exit:
    operands, held = (tuple([new.get(value.id, value) for value in part]) for part in (exit.operands, exit.held))
    return Exit(exit.kind, exit.line, exit.payload, operands, held)
