"""The loops of a function, and how values change from one iteration of a loop to the next.

A natural loop is a head that dominates the blocks that jump back to it, and what lies between. `Slopes` finds the
affine values of a loop: those that change by the same amount in each iteration, modulo 2**64. That holds for all words
made from induction variables and what comes from outside by addition, subtraction, multiplication with what comes from
outside, and shifts to the left by constants. It also sees through the forms that indices take which may be negative,
`i + length if i < 0 else i`, or go round the end, `(i + 1) % length`, as long as the result is a valid index: see
`Slopes.wrapped`.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.function import JUMP
from ..ir.types import I64, signed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.function import Block, Function, Value


class Loop:
    """A natural loop: the numbers of its `blocks`; `latches` lead back to `head`, `entering` to it from outside."""

    __slots__ = ("blocks", "children", "depth", "entering", "head", "latches", "parent")

    def __init__(self, head: int) -> None:
        self.head = head
        self.latches: list[int] = []
        self.entering: list[int] = []
        self.blocks = {head}
        self.parent: Loop | None = None
        self.children: list[Loop] = []
        self.depth = 1


def find(before: list[list[int]], enters: list[int], leaves: list[int]) -> tuple[dict[int, Loop], list[Loop | None]]:
    """The loops by their heads, outer ones first, and for each block the innermost around it.

    Takes the blocks as numbers: their predecessors, and the intervals of the dominator tree.
    """
    found: dict[int, Loop] = {}
    around: list[Loop | None] = [None] * len(before)
    for number, above in enumerate(before):
        latches = [other for other in above if other >= number and enters[number] <= enters[other] < leaves[number]]
        if latches:
            found[number] = loop = Loop(number)
            loop.latches = latches
            loop.entering = [other for other in above if other not in latches]
    for head, loop in found.items():  # outer loops first: their heads come first
        loop.parent = around[head]
        if loop.parent is not None:
            loop.depth = loop.parent.depth + 1
            loop.parent.children.append(loop)
        work = list(loop.latches)
        while work:
            number = work.pop()
            if number not in loop.blocks:
                loop.blocks.add(number)
                work += before[number]
        for number in loop.blocks:
            around[number] = loop
    return found, around


def enter_singly(function: Function, order: list[Block], before: list[list[int]]) -> bool:
    """Gives loops that are entered from several blocks one before them. Returns whether there were any."""
    changed = False
    for number, above in enumerate(before):
        entering = [order[other] for other in above if other < number]
        if len(entering) < 2 or len(entering) == len(above):
            continue
        changed = True
        head, new = order[number], function.block()
        new.line, new.depth, new.cold = head.line, max(head.depth - 1, 0), head.cold
        edges = [(block, way) for block in entering for way, target in enumerate(block.targets) if target is head]
        for place, param in enumerate(head.params):
            given = [block.arguments[way][place] for block, way in edges]
            copy = function.param(new, param.type)
            copy.lo = max(param.lo, min(value.lo for value in given))
            copy.hi = min(param.hi, max(value.hi for value in given))
        for block in entering:
            block.targets = tuple([new if target is head else target for target in block.targets])
        new.jump(head, new.params[:])
        function.blocks.insert(function.blocks.index(head), new)
    return changed


def entry(function: Function, above: Block, head: Block) -> Block:
    """The block that goes to a loop's head from outside and nowhere else: `above`, which enters it, or a new one."""
    if above.kind == JUMP:
        return above
    new = function.block()
    place = above.targets.index(head)
    new.jump(head, above.arguments[place])
    new.line, new.cold, new.depth = head.line, head.cold, max(head.depth - 1, 0)
    above.targets = tuple([new if target is head else target for target in above.targets])
    above.arguments = tuple([[] if other == place else given for other, given in enumerate(above.arguments)])
    function.blocks.insert(function.blocks.index(head), new)
    return new


class Slopes:
    """By how much the values of a loop change from one iteration to the next.

    `head` is the loop's first block, `next` gives for each of its parameters what comes round, `inside` has the ids of
    the values of the loop. `inner` has the parameters of the heads of loops in it, outer ones first: what they get
    first, and what comes round. `alias` has the parameters of blocks that only one value comes to. `is_place` tells of
    words whether all that is wanted of them are addresses.
    """

    def __init__(
        self,
        head: Block,
        next: list[Value],
        inside: set[int],
        inner: dict[Value, tuple[Value, Value]] | None = None,
        alias: dict[int, Value] | None = None,
        is_place: Callable[[Value], bool] | None = None,
    ) -> None:
        self.inside = inside
        self.is_place = is_place
        self.inner = {param.id: pair for param, pair in inner.items()} if inner else {}
        self.heads = list(inner or ())
        self.apart: set[int] = set()
        """Parameters of loops inside that iterations go round unequally often, which nothing is known of."""
        self.alias: dict[int, Value] = {} if alias is None else alias
        self.known: dict[int, int | Value | None] = {}
        self.params: dict[int, int | None] = {}
        self.wrapped: dict[int, tuple[Value, Value]] = {}
        """By the id of an index that may have been negative, or beyond the end: what it was, and the length. It is
        affine as long as it stays from 0 to the length less 1: between the two forms of an index there is none that is
        valid in both."""
        for param, following in zip(head.params, next, strict=True):
            self.params[param.id] = 0 if following is param else step_of(param, following)
        self.settle()

    def settle(self) -> None:
        """Looks at the loops inside first, on which the rest depends; to be called again when `alias` has changed."""
        self.known = {**self.params, **dict.fromkeys(self.apart)}
        for param in self.heads:
            self.of(param)

    def of(self, value: Value) -> int | Value | None:
        """The amount by which a value changes: a number; a value from outside of the loop; None where it is not so.

        0 means that it doesn't change, and can be computed before the loop.
        """
        if value.id not in self.inside:
            return 0
        if value.id not in self.known:
            self.known[value.id] = None  # round a loop
            if value.id in self.alias:
                self.known[value.id] = self.of(self.alias[value.id])
            elif value.id in self.inner:
                self._round(value, *self.inner[value.id])
            else:
                self.known[value.id] = self._find(value)
        return self.known[value.id]

    def _round(self, param: Value, first: Value, next: Value) -> None:
        """A parameter of a loop inside has the slope of what it gets first if what comes round has that too."""
        slope = self.of(first)
        if slope is None:
            return
        before = self.known.copy()
        self.known[param.id] = slope
        if self.of(next) != slope:
            self.known = before
            self.known[param.id] = None

    def _find(self, value: Value) -> int | Value | None:
        op = value.op
        if not _FREE[op]:
            return None
        slopes = []
        for arg in value.args:
            slope = self.of(arg)
            if slope is None and op != ops.SELECT:
                return None
            slopes.append(slope)
        if not any(slope != 0 for slope in slopes):
            return 0
        rule = _RULES.get(op)
        if rule is not None and value.type == I64:
            return rule(value, *slopes)
        if op == ops.SELECT and value.type == I64:
            return self._index(value)
        return None

    def _index(self, value: Value) -> int | Value | None:
        """Of `select(x < 0, x + length, x)`, and of what `x % length` is for an x that is hardly outside (fold.py):
        `select(x < length, x, x - length)`, `select(0 <= x, x, x + length)`."""
        condition, one, other = value.args
        if condition.op not in (ops.LT, ops.LE):
            return None
        a, b = condition.args
        if condition.op == ops.LT and a is other and one.op == ops.ADD and a in one.args and b.is_const and b.attr == 0:
            length = one.args[0] if one.args[1] is a else one.args[1]
            index = other
        elif self.is_place is None:
            return None
        elif condition.op == ops.LT and other.op == ops.SUB and other.args == condition.args and a is one:
            index, length = a, b
        elif (
            condition.op == ops.LE
            and other.op == ops.ADD
            and b is one
            and b in other.args
            and a.is_const
            and a.attr == 0
        ):
            length = other.args[0] if other.args[1] is b else other.args[1]
            index = one
        else:
            return None
        if self.of(length) != 0 or length.lo < 0 or (index is one and not (self.is_place and self.is_place(value))):
            return None
        self.wrapped[value.id] = index, length
        return self.of(index)


def step_of(param: Value, following: Value) -> int | None:
    if param.type == I64 and following.op in (ops.ADD, ops.ADDO, ops.SUB, ops.SUBO) and following.args[0] is param:
        by = following.args[1]
        if by.op == ops.CONST:
            step: int = by.attr if following.op in (ops.ADD, ops.ADDO) else -by.attr
            return step if abs(step) < 1 << 31 else None
    return None


Slope = "int | Value | None"


def _add(value: Value, a: int | Value | None, b: int | Value | None) -> int | Value | None:
    if isinstance(a, int) and isinstance(b, int):
        return signed(a + b)
    if a == 0 or b == 0:
        return b if a == 0 else a
    return None


def _sub(value: Value, a: int | Value | None, b: int | Value | None) -> int | Value | None:
    if isinstance(a, int) and isinstance(b, int):
        return signed(a - b)
    return a if b == 0 else None


def _mul(value: Value, a: int | Value | None, b: int | Value | None) -> int | Value | None:
    x, y = value.args
    if a == 0:
        a, b, x, y = b, a, y, x
    if b != 0 or not isinstance(a, int):
        return None
    if y.op == ops.CONST:
        return signed(a * y.attr)
    return y if a == 1 else None


def _shl(value: Value, a: int | Value | None, b: int | Value | None) -> int | Value | None:
    count = value.args[1]
    return signed(a << count.attr) if isinstance(a, int) and count.op == ops.CONST and 0 <= count.attr < 64 else None


_RULES: dict[int, Callable[..., int | Value | None]] = {
    ops.ADD: _add,
    ops.ADDO: _add,
    ops.SUB: _sub,
    ops.SUBO: _sub,
    ops.MUL: _mul,
    ops.MULO: _mul,
    ops.SHL: _shl,
}
_FREE = [bool(flags & ops.PURE) and not flags & ops.PINNED for flags in ops.FLAGS]
"""What can be computed anywhere; checked arithmetic too, where the check is made otherwise."""
_FREE[ops.PARAM] = False
