"""Lets a loop's own comparison of a counter with a bound do for its safepoint: `while j >= 0 and a[j] > key: j -= 1`.

polls.py has left a test of some bits of a counter in each round. Where the loop compares a counter with a bound in
every round anyway, and has another way out, which is one branch more than processors like in a round of a few cycles,
it compares with a limit instead: the bound, or nearer by as many rounds as may go by without a look. Beyond the limit,
off the path, stands the true comparison; if the loop goes on, then the safepoint, and the next limit.

Not for a loop in a loop that goes on only while words are equal, as a search for one text in another: most
often they are not, and to enter it is what takes the time.

Any limit within the bound is right, so nothing needs to be known of overflow: a limit that has wrapped around is soon
replaced. The safepoint moves by no load, store or exit. Needs: polls.py run before; run behind what knows loops.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.dominators import avoidable, natural_loop, predecessors, reverse_postorder
from ..ir.function import BRANCH, Block
from ..ir.types import BOOL, I64, signed
from .rewrite import count_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Function, Value

MOST = 24
"""The operations of a loop that is short enough for a branch to matter."""
MOST_PARAMS = 6
"""A limit takes a register more."""
_STAYS = [bool(flags & ops.PURE) and not flags & ops.TRAPS for flags in ops.FLAGS]
"""What a safepoint may be moved past."""


def run(function: Function) -> None:
    while (found := _find(function)) is not None:
        found.change(function)


def _find(function: Function) -> _Loop | None:
    """The first loop to change. It has no POLL with operands any more then."""
    if not any(_has_poll(block) for block in function.blocks):
        return None
    order = reverse_postorder(function)
    polls = [_has_poll(block) for block in order]
    before = predecessors(order)
    for number, block in enumerate(order):
        latches = [other for other in before[number] if other >= number]
        if latches and len(block.params) <= MOST_PARAMS and any(polls[number : latches[-1] + 1]):
            found = _Loop(order, before, number, latches, natural_loop(before, number, latches))
            if found.fits():
                return found
    return None


def _has_poll(block: Block) -> bool:
    """Whether a safepoint in it may have a comparison do for it."""
    if len(block.code) <= MOST:
        for value in block.code:
            if value.op == ops.POLL and value.args:
                return True
    return False


class _Loop:
    """A loop, and what is found in it: `block` compares `counter` with `bound`, its edge `stay` stays in the loop,
    `step` is what the counter grows by."""

    block: Block
    stay: int
    home: Block
    poll: Value
    counter: Value
    bound: Value
    step: int

    def __init__(
        self, order: list[Block], before: list[list[int]], head: int, latches: list[int], body: set[int]
    ) -> None:
        self.order = order
        self.before = before
        self.head = head
        self.latches = latches
        self.body = body

    def fits(self) -> bool:
        order = self.order
        blocks = [order[number] for number in self.body]
        if sum(len(block.code) for block in blocks) > MOST:
            return False
        polls = [(block, value) for block in blocks for value in block.code if value.op == ops.POLL]
        if len(polls) != 1 or not polls[0][1].args:
            return False
        self.home, self.poll = polls[0]
        inside = {block.id for block in blocks}
        if sum(target.id not in inside for block in blocks for target in block.targets) < 2:
            return False
        if order[self.head].depth > 1 and self.is_short(inside):
            return False
        for number in self.body:
            block = order[number]
            if block.kind == BRANCH and sum(target.id in inside for target in block.targets) == 1:
                self.block = block
                self.stay = 0 if block.targets[0].id in inside else 1
                if self.compares(blocks) and self.is_beside():
                    return not avoidable(self.before, self.head, self.latches, number)
        return False

    def is_short(self, inside: set[int]) -> bool:
        """Whether it goes on only while words are equal."""
        for number in self.body:
            block = self.order[number]
            if block.kind == BRANCH and not inside.issuperset([target.id for target in block.targets]):
                condition = block.operands[0]
                if condition.op == (ops.EQ if block.targets[0].id in inside else ops.NE):
                    return not condition.args[1].is_const
        return False

    def compares(self, blocks: list[Block]) -> bool:
        """Whether the block compares a counter with a bound that it comes nearer to."""
        condition = self.block.operands[0]
        if condition.op not in (ops.LT, ops.LE):
            return False
        defined = {value.id for block in blocks for value in (*block.params, *block.code)}
        a, b = condition.args
        for counter, bound, sign in ((a, b, 1), (b, a, -1)):
            if bound.id in defined or counter.id not in defined:
                continue
            step = self.step_of(counter)
            # It stays where it is less, and grows; or the other way round.
            if step and (step > 0) == ((sign > 0) == (self.stay == 0)):
                self.counter, self.bound, self.step = counter, bound, step
                return True
        return False

    def step_of(self, value: Value) -> int:
        """What a value grows by in each round; 0 if that is not known."""
        head = self.order[self.head]
        param = value if value in head.params else value.args[0] if value.args else value
        if param not in head.params or (value is not param and not _is_sum(value)):
            return 0
        at = head.params.index(param)
        following = {
            arguments[at]
            for latch in self.latches
            for target, arguments in zip(self.order[latch].targets, self.order[latch].arguments, strict=True)
            if target is head
        }
        if len(following) > 1:
            return 0
        (next_,) = following
        return int(next_.args[1].attr) if _is_sum(next_) and next_.args[0] is param else 0

    def is_beside(self) -> bool:
        """Whether the safepoint is next to the comparison, with nothing between that it could change or see."""
        following = self.block.targets[self.stay]
        if following is not self.order[self.head] and len(self.before[self.order.index(following)]) != 1:
            return False
        exit = self.poll.exit
        if exit is None or exit.operands or exit.held:
            return False
        code = self.home.code
        at = code.index(self.poll)
        if self.home is self.block:
            between = code[at + 1 :]
        else:
            between = code[:at]
            if self.block.targets[self.stay] is not self.home:
                return False
        return all(_STAYS[value.op] for value in between)

    # The change.

    def change(self, function: Function) -> None:
        block, head, stay, condition = self.block, self.order[self.head], self.stay, self.block.operands[0]
        following = block.targets[stay]
        self.home.code.remove(self.poll)
        mask = self.poll.args[1].attr
        ahead = (mask // (mask & -mask) + 1) * self.step
        self.poll.args = ()
        for number in set(self.before[self.head]) - self.body:
            above = self.order[number]
            for way, target in enumerate(above.targets):
                if target is head:
                    self.enter(function, above, way, ahead)
        limit = function.param(head, I64)
        kept = limit if following is head else function.param(following, I64)
        for latch in dict.fromkeys(self.latches):  # both ways from one may lead to the head
            above = self.order[latch]
            for way, target in enumerate(above.targets):
                if target is head:
                    _append(above, way, limit if above is block and way == stay else kept)
        args = tuple([limit if arg is self.bound else arg for arg in condition.args])
        compared = function.value(condition.op, BOOL, args)
        compared.line = condition.line
        beyond, pause = self.cold(function), self.cold(function)
        block.code.append(compared)
        if condition in block.code and count_uses(function)[condition.id] == 1:
            block.code.remove(condition)
            beyond.code.append(condition)
        else:
            again = function.value(condition.op, BOOL, condition.args)
            again.line = condition.line
            beyond.code.append(again)
            condition = again
        leaving, others = block.targets[1 - stay], block.arguments[1 - stay]
        inside = block.arguments[stay]
        if following is not head:
            inside = [*inside, limit]
        pause.code.append(self.poll)
        pause.jump(following, [*inside[:-1], self.limit(function, pause, self.counter, ahead)])
        if stay:
            beyond.branch(condition, leaving, pause, others, [])
            block.branch(compared, beyond, following, [], inside)
        else:
            beyond.branch(condition, pause, leaving, [], others)
            block.branch(compared, following, beyond, inside, [])

    def limit(self, function: Function, home: Block, value: Value, ahead: int) -> Value:
        """A number so far from a value, or the bound if that is nearer, at the end of a block."""
        builder = Builder(function)
        builder.enter(home, Scope(None))
        builder.line = self.block.line
        near = builder.add(value, builder.word(signed(ahead)))
        beyond = builder.lt(self.bound, near) if self.step > 0 else builder.lt(near, self.bound)
        return builder.select(beyond, self.bound, near)

    def enter(self, function: Function, above: Block, way: int, ahead: int) -> None:
        """The first limit, on an edge into the loop."""
        head = self.order[self.head]
        arguments = above.arguments[way]
        if above.kind == BRANCH:
            home = function.block()
            home.line, home.depth = above.line, above.depth
            home.jump(head, arguments)
            function.blocks.append(home)
            above.targets = tuple([home if at == way else target for at, target in enumerate(above.targets)])
            above.arguments = tuple([[] if at == way else given for at, given in enumerate(above.arguments)])
            above, way = home, 0
        param, more = self.counter, 0
        if param.op != ops.PARAM:
            param, more = param.args[0], param.args[1].attr
        first = self.limit(function, above, arguments[head.params.index(param)], more + ahead)
        _append(above, way, first)

    def cold(self, function: Function) -> Block:
        made = function.block()
        made.cold, made.line, made.depth = True, self.block.line, self.block.depth
        function.blocks.append(made)
        return made


def _append(above: Block, way: int, argument: Value) -> None:
    """One more argument on an edge. (Edges may have their lists in common.)"""
    given = above.arguments
    above.arguments = (*given[:way], [*given[way], argument], *given[way + 1 :])


def _is_sum(value: Value) -> bool:
    return value.op in (ops.ADD, ops.ADDO, ops.UADDO) and value.args[1].is_const
