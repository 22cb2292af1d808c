"""Turns branches whose sides only compute values into selections: `x if c else y`, `if c: count += 1`.

A mispredicted branch costs as much as some twenty operations. So where all that lies between a branch and the block in
which its ways meet again is a few cheap operations that have no effect, these are computed always, and selections take
the place of the meeting block's parameters ("if-conversion"; Allen et al., POPL 1983). What lies between may branch
itself, as `c == 32 or 9 <= c <= 13` does; a block is then entered on the condition under which an edge to it is taken.

A checked operation must not fail where control would not have come: where the condition is false, its second operand
is one with which it can't. So `count + 1` becomes `count + (1 if c else 0)`, which needs no selection any more. Where
that is of no use, a guard before it checks the first operand, or 0.

Left as they are: branches around what may not be computed always, those of which one side is cold, and those that
depend on what they have chosen the last time round a loop, as a binary search does: there the processor's guess starts
the next round early.

Needs: fold.py and blocks.py run before. Leaves fewer blocks; ranges of what it moves are found anew.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import NEGATED, Builder, Scope, bounds
from ..ir.dominators import reverse_postorder
from ..ir.function import BRANCH, JUMP
from ..ir.types import BOOL, FIRST_VECTOR, I64, MAX, MIN, is_float
from . import dead, ranges
from .demanded import UNCHECKED
from .rewrite import replace_uses, resolve
from .unlikely import FAR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Exit, Function, Value

MOST = 10
"""What may be computed for a branch that is removed, in operations of one cycle."""
MOST_BLOCKS = 6
"""Blocks between a branch and where its ways meet."""
_PATIENCE = 40
"""How many values are looked at to find what a condition depends on."""

_CHECKED = {
    ops.ADDO: 0, ops.SUBO: 0, ops.UADDO: 0, ops.USUBO: 0, ops.MULO: 1, ops.UMULO: 1, ops.SHLO: 0, ops.USHLO: 0,
}  # fmt: skip
"""The second operand with which the result is the first, whatever that is."""
_NEVER = 0
_COSTS = [1 if flags & ops.PURE and not flags & (ops.PINNED | ops.TRAPS) else _NEVER for flags in ops.FLAGS]
_COSTS[ops.CONTEXT] = _COSTS[ops.FDIV] = _COSTS[ops.FSQRT] = _NEVER
for _op in (
    *(ops.MUL, ops.MULHI, ops.UMULHI, ops.FADD, ops.FSUB, ops.FMUL, ops.FMA, ops.I2F, ops.U2F, ops.I2S, ops.U2S),
    *(ops.F2I, ops.F2S, ops.S2F, ops.FFLOOR, ops.FCEIL, ops.FTRUNC, ops.FNEAREST),
):
    _COSTS[_op] = 2
for _op in _CHECKED:
    _COSTS[_op] = 5
_COUNTS, _GUARDED = 2, 3
"""What a checked operation costs that needs no selection, and one with a constant."""
_LOAD = 1
_ORDERS = frozenset((ops.LT, ops.LE, ops.ULT, ops.ULE, ops.FLT, ops.FLE))
_FLOAT_COMPARISONS = frozenset((ops.FEQ, ops.FNE, ops.FLT, ops.FLE))
_CONDITION = 2
"""What it costs to combine one condition with another."""


class _Edge:
    """A way into a block: from one that is entered under the condition `entered` (None: always), where `decides` is
    `truth` (None: whatever comes). `arguments` are what it gives for the parameters."""

    __slots__ = ("arguments", "decides", "entered", "truth")

    def __init__(self, entered: Value | None, decides: Value | None, truth: bool, arguments: list[Value]) -> None:
        self.entered = entered
        self.decides = decides
        self.truth = truth
        self.arguments = arguments


def run(function: Function) -> None:
    if any(block.kind == BRANCH for block in function.blocks):
        _Chooser(function).run()


class _Limited:
    """A word that is `root * factor + offset`, as the guards see to, that `root` is from `least` to `most` if the
    condition is true."""

    __slots__ = ("condition", "exit", "factor", "guards", "least", "most", "offset", "root")

    def __init__(self, root: Value, condition: Value, exit: Exit) -> None:
        self.root = root
        self.condition = condition
        self.exit = exit
        self.guards: list[Value] = []
        self.factor = 1
        self.offset = 0
        self.least = MIN
        self.most = MAX

    def limits(self, least: int, most: int) -> tuple[int, int]:
        """Where `root` has to be, for the word to be from `least` to `most` too."""
        factor, offset = self.factor, self.offset
        if factor > 0:
            least, most = -((offset - least) // factor), (most - offset) // factor
        else:
            least, most = -((most - offset) // -factor), (offset - least) // -factor
        return max(least, self.least), min(most, self.most)


class _Chooser(Builder):
    def __init__(self, function: Function) -> None:
        super().__init__(function)
        self.order = reverse_postorder(function)
        self.place = {block.id: place for place, block in enumerate(self.order)}
        self.edges = [0] * len(self.order)  # how many lead to each
        for block in self.order:
            for target in block.targets:
                self.edges[self.place[target.id]] += 1
        self.gets: dict[int, list[Value]] = {}  # by parameter: what it is given; filled in when it is asked for
        self.replaced: dict[int, Value] = {}
        self.gone: set[int] = set()
        self.guarded: dict[int, Value] = {}  # checked operations: if the condition is false, their first operand
        self.limited: dict[int, _Limited] = {}  # by what was a checked operation with a constant
        self.passed: set[int] = set()  # what the blocks at hand give for parameters
        self.wanted: set[int] = set()  # what was chosen, and what leads to it

    def run(self) -> None:
        for block in reversed(self.order):
            while block.kind == BRANCH:
                region = self.region(block)
                if region is None:
                    break
                self.convert(block, *region)
        if self.gone:
            self.function.blocks = [block for block in self.function.blocks if block.id not in self.gone]
            replace_uses(self.function, self.replaced)
            dead.run(self.function)  # conditions whose opposites are all that is asked for

    # Which branches.

    def region(self, block: Block) -> tuple[list[Block], Block] | None:
        """The blocks between a branch and where its ways meet, and that one; None if the branch is to stay."""
        if block.cold and block is not self.function.entry:
            return None
        place = self.place
        start = place[block.id]
        inside: list[Block] = []
        counts: dict[int, int] = {}  # by number: edges from within
        cost = 0
        last = block
        passed = {argument.id for arguments in block.arguments for argument in arguments}
        while True:
            for target in last.targets:
                number = place[target.id]
                if number <= place[last.id] or target.cold:
                    return None
                counts[number] = counts.get(number, 0) + 1
            number = min(counts)
            following = self.order[number]
            if len(counts) == 1:
                break
            if counts.pop(number) != self.edges[number] or len(inside) >= MOST_BLOCKS:
                return None
            if following.kind not in (JUMP, BRANCH) or number <= start:
                return None
            for value in following.code:
                price = _COSTS[value.op] if value.type < FIRST_VECTOR else _NEVER
                if value.id in self.function.readable:
                    price = _LOAD
                if value.op in _CHECKED:
                    if value.args[0].id in passed:
                        price = _COUNTS
                    elif value.args[1].is_const:
                        price = _GUARDED
                cost += price
                if not price or cost > MOST:
                    return None
            if following.kind == BRANCH:
                cost += _CONDITION
            inside.append(following)
            passed.update([argument.id for arguments in following.arguments for argument in arguments])
            last = following
        join = following
        cost += self.selections(block, inside, join)
        if cost > MOST or self.recurs(block, inside, join):
            return None
        return inside, join

    def selections(self, block: Block, inside: list[Block], join: Block) -> int:
        """What the selections for the parameters cost."""
        cost = 0
        of_floats = 2 if block.operands[0].op in _FLOAT_COMPARISONS else 5
        for target in (*inside, join):
            given = [
                arguments
                for above in (block, *inside)
                for there, arguments in zip(above.targets, above.arguments, strict=True)
                if there is target
            ]
            for values in zip(*given, strict=True):
                first = values[0]
                price = of_floats if is_float(first.type) else 1 if first.type < FIRST_VECTOR else MOST + 1
                cost += sum([price for value in values[1:] if value is not first])
        return cost

    def recurs(self, block: Block, inside: list[Block], join: Block) -> bool:
        """Whether the condition depends on what was chosen by it the last time round a loop.

        Then each round would wait for the one before, where the processor now guesses. Not so for the maximum so far,
        which takes one cycle, and for tests of bits, which are hard to guess (but not if they are loaded).
        """
        condition = resolve(self.replaced, block.operands[0])
        given: dict[int, set[int]] = {}  # what the meeting block's parameters are given
        for above in (block, *inside):
            for target, arguments, truth in zip(above.targets, above.arguments, (self.true, self.false), strict=False):
                if target is join:
                    for param, argument in zip(join.params, arguments, strict=True):
                        known = truth if argument is condition and above is block else argument
                        given.setdefault(param.id, set()).add(known.id)
        chosen = {id: values for id, values in given.items() if len(values) > 1}
        if not chosen or not block.depth:
            return False
        if len(chosen) == 1 and condition.op in _ORDERS:
            (values,) = chosen.values()
            if values == {arg.id for arg in condition.args}:
                return False
        if not self.gets:
            for other in self.order:
                for target, arguments in zip(other.targets, other.arguments, strict=True):
                    for param, argument in zip(target.params, arguments, strict=False):
                        self.gets.setdefault(param.id, []).append(argument)
        bits = condition.op in (ops.EQ, ops.NE) and condition.args[0].op == ops.AND and condition.args[1].is_const
        work, seen = [(condition, False)], set()
        for _ in range(_PATIENCE):
            if not work:
                break
            value, loaded = work.pop()
            value = resolve(self.replaced, value)
            if value.id in chosen and (loaded or not bits):
                return True
            if (value.id, loaded) not in seen:
                seen.add((value.id, loaded))
                loaded = loaded or value.op == ops.LOAD
                work += [(other, loaded) for other in self.gets.get(value.id, value.args)]
        return False

    # Their conversion.

    def convert(self, block: Block, inside: list[Block], join: Block) -> None:
        self.enter(block, Scope(None))
        self.line = block.line
        into: dict[int, list[_Edge]] = {}

        def leave(above: Block, condition: Value | None) -> None:
            """Notes the edges of a block that is entered under a condition."""
            if above.kind == JUMP:
                edge = _Edge(condition, None, True, above.arguments[0])
                into.setdefault(above.targets[0].id, []).append(edge)
                return
            decides = resolve(self.replaced, above.operands[0])
            key = (decides.op, decides.attr, *[arg.id for arg in decides.args])
            self.scope.known[key] = decides
            for target, arguments, truth in zip(above.targets, above.arguments, (True, False), strict=True):
                into.setdefault(target.id, []).append(_Edge(condition, decides, truth, arguments))

        self.passed = {
            argument.id for above in (block, *inside) for arguments in above.arguments for argument in arguments
        }
        start = len(block.code)
        self.wanted.clear()
        leave(block, None)
        for other in inside:
            edges = into.pop(other.id)
            rest = list(into.values())
            if len(rest) == 1 and len(rest[0]) < len(edges):  # what is left is the shorter way to say it
                condition = self.not_(self.any_of(rest[0]))
            else:
                condition = self.any_of(edges)
            self.merge(other, edges)
            for value in other.code:
                self.move(value, condition)
            leave(other, condition)
            self.gone.add(other.id)
        (edges,) = into.values()
        chosen = [self.choose(param, edges, at) for at, param in enumerate(join.params)]
        self.clean(start)
        if self.edges[self.place[join.id]] == len(edges):
            for param, value in zip(join.params, chosen, strict=True):
                self.replaced[param.id] = value
            block.code += join.code
            block.kind, block.operands, block.targets = join.kind, join.operands, join.targets
            block.arguments, block.exit, block.line = join.arguments, join.exit, join.line
            self.gone.add(join.id)
        else:
            block.jump(join, chosen)
            self.edges[self.place[join.id]] -= len(edges) - 1

    def clean(self, start: int) -> None:
        """Removes what has no use any more: what was moved is used here only, and some conditions nowhere."""
        code = self.block.code
        wanted = self.wanted
        kept = []
        for value in reversed(code[start:]):
            exit = value.exit
            if value.id in wanted or exit is not None:
                wanted.update([arg.id for arg in value.args])
                if exit is not None:
                    wanted.update([use.id for use in (*exit.operands, *exit.held)])
                kept.append(value)
        code[start:] = reversed(kept)

    def any_of(self, edges: list[_Edge]) -> Value:
        """The condition under which one of the edges is taken."""
        found = self.taken(edges[0])
        for edge in edges[1:]:
            found = self.bor(found, self.unless(self.taken(edge), found))
        return found

    def taken(self, edge: _Edge) -> Value:
        """The condition under which an edge is taken."""
        found = edge.entered or self.true
        if edge.decides is not None:
            found = self.band(found, edge.decides if edge.truth else self.not_(edge.decides))
        return found

    def unless(self, condition: Value, known: Value) -> Value:
        """A condition where another is known to be false: `not known and x` is x."""
        if condition.op == ops.BAND:
            opposite = self.opposite(known)
            first, second = condition.args
            if first is opposite:
                return second
            if second is opposite:
                return first
        return condition

    def opposite(self, condition: Value) -> Value | None:
        """The negation, if that has been computed."""
        if condition.op == ops.BNOT:
            return condition.args[0]
        op, swap = NEGATED.get(condition.op, (ops.BNOT, False))
        args = condition.args if op != ops.BNOT else (condition,)
        return self.scope.find((op, None, *[arg.id for arg in (args[::-1] if swap else args)]))

    def merge(self, block: Block, edges: list[_Edge]) -> None:
        """Gives what stands for the parameters of a block that has no other edges."""
        for at, param in enumerate(block.params):
            self.replaced[param.id] = self.choose(param, edges, at)

    def choose(self, param: Value, edges: list[_Edge], at: int) -> Value:
        """The selection between what the edges give for a parameter."""
        replaced = self.replaced
        found = resolve(replaced, edges[-1].arguments[at])
        for number in range(len(edges) - 2, -1, -1):
            value = resolve(replaced, edges[number].arguments[at])
            if value is found:
                continue
            condition = self.taken(edges[number])
            for earlier in edges[:number]:
                condition = self.unless(condition, self.taken(earlier))
            found = self.select_one(condition, value, found)
        self.wanted.add(found.id)
        return found

    def select_one(self, condition: Value, value: Value, other: Value) -> Value:
        """As select, but what a checked operation has come to under its condition is all there is to choose."""
        value = self.true if value is condition else value
        other = self.false if other is condition else other
        for result, first, truth in ((value, other, condition), (other, value, None)):
            if result.id in self.guarded and result.args[0] is first:
                guarded = self.guarded[result.id]
                if guarded is truth or (truth is None and guarded is self.opposite(condition)):
                    return result
        if value.type == BOOL:
            if value.is_const:
                return self.bor(condition, other) if value.attr else self.band(self.not_(condition), other)
            if other.is_const:
                return self.bor(self.not_(condition), value) if other.attr else self.band(condition, value)
        return self.select(condition, value, other)

    def move(self, value: Value, condition: Value) -> None:
        """Puts an operation of a block that is entered under the condition where it is always computed."""
        value.args = tuple([resolve(self.replaced, arg) for arg in value.args])
        if value.op in (ops.ADD, ops.ADDO) and value.args[1].id in self.passed:
            value.args = value.args[::-1]
        if value.op in _CHECKED or (value.op == ops.ADD and value.args[0].id in self.passed):
            self.neutralise(value, condition)
        if value.type == I64:
            value.lo, value.hi = bounds(value.attr.kind) if value.op == ops.LOAD else ranges.of(value)
        self.block.code.append(value)

    def neutralise(self, value: Value, condition: Value) -> None:
        """Makes a checked operation one that cannot fail where the condition is false, or a sum the first operand."""
        a, b = value.args
        limits = _LIMITS.get(value.op) if b.is_const and a.id not in self.passed else None
        if limits is not None:  # a guard need not be waited for, as a selection of the operand must be
            self.limit(value, condition, *limits(b.attr))
        else:
            harmless = _CHECKED.get(value.op, 0)
            if b.is_const and b.attr == 1 and harmless == 0:
                b = self.b2i(condition)
            elif b.op == ops.B2I and harmless == 0:
                b = self.b2i(self.band(condition, b.args[0]))
            else:
                b = self.select(condition, b, self.word(harmless))
            value.args = a, b
            self.guarded[value.id] = condition

    def limit(self, value: Value, condition: Value, least: int, most: int) -> None:
        """Has guards check the first operand of an operation with a constant, or what that was computed from likewise:
        `3 * n + 1` leaves 64 bits just where n is beyond one number."""
        a, b = value.args
        exit = value.exit
        assert exit is not None
        found = self.limited.pop(a.id, None)
        if found is not None and found.exit is exit and found.condition is condition and self.are_last(found.guards):
            low, high = found.limits(least, most)
        else:
            low, high = 1, 0
        if low <= 0 <= high:  # else a guard would fail where the condition is false
            assert found is not None
            for guard in found.guards:
                self.block.code.remove(guard)
                del self.scope.known[ops.GUARD, guard.args[0].id]
        else:
            found, low, high = _Limited(a, condition, exit), least, most
        found.least, found.most = low, high
        root = found.root
        found.guards = []
        if low > root.lo:
            found.guards += self.guarding(self.passes(condition, root, low, True), exit)
        if high < root.hi:
            found.guards += self.guarding(self.passes(condition, root, high, False), exit)
        by = b.attr
        if value.op == ops.MULO:
            found.factor, found.offset = found.factor * by, found.offset * by
        else:
            found.offset += by if value.op == ops.ADDO else -by
        if found.factor:
            self.limited[value.id] = found
        value.op, value.exit = UNCHECKED[value.op], None

    def passes(self, condition: Value, root: Value, limit: int, is_least: bool) -> Value:
        """Whether a word is within a limit, or the condition false: asked in the order that is quicker."""
        is_far = abs(limit) >= FAR
        checked = root if is_far else self.select(condition, root, self.zero)
        within = self.le(self.word(limit), checked) if is_least else self.le(checked, self.word(limit))
        return self.bor(within, self.not_(condition)) if is_far else within

    def guarding(self, condition: Value, exit: Exit) -> list[Value]:
        """A guard, if there is need for one."""
        code = self.block.code
        self.guard(condition, exit)
        return [code[-1]] if code and code[-1].op == ops.GUARD and code[-1].args[0] is condition else []

    def are_last(self, guards: list[Value]) -> bool:
        """Whether nothing behind these guards may leave by an exit."""
        count = len(guards)
        for value in reversed(self.block.code):
            if not count:
                break
            if value in guards:
                count -= 1
            elif value.exit is not None:
                return False
        return True

    # Shorter ways to say it.

    def band(self, a: Value, b: Value) -> Value:
        """Both; that a word lies between two constants is one comparison."""
        if a.op == b.op == ops.LE:
            (lo, x), (y, hi) = (a.args, b.args) if a.args[0].is_const else (b.args, a.args)
            if x is y and lo.is_const and hi.is_const and lo.attr <= hi.attr and hi.attr - lo.attr < MAX:
                return self.ult(self.sub(x, lo), self.word(hi.attr - lo.attr + 1))
        return super().band(a, b)


def _limits_of_sum(number: int) -> tuple[int, int]:
    return max(MIN, MIN - number), min(MAX, MAX - number)


def _limits_of_difference(number: int) -> tuple[int, int]:
    return max(MIN, MIN + number), min(MAX, MAX + number)


def _limits_of_product(number: int) -> tuple[int, int]:
    if number > 0:
        return -(-MIN // number), MAX // number
    return (MIN, MAX) if number == 0 else (-(MAX // -number), MIN // number if number < -1 else MAX)


_LIMITS = {ops.ADDO: _limits_of_sum, ops.SUBO: _limits_of_difference, ops.MULO: _limits_of_product}
"""The words of which an operation with a constant gives a word."""
