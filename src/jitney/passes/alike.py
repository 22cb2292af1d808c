"""Merges versions of blocks that do the same.

A variable that is a Python float before a loop and a `np.float64` from its first round on gives each block of the loop
two versions (frontend/lowering.py). Often nothing depends on which it is, and both versions compute the same, but for
checks and pure values that the second needn't repeat, as the first has passed them. Then the second goes, and what led
there leads to the first: a loop with its peeled round becomes one loop, which other passes can do more with.

Which versions are alike is found as the equality of states of automata is: all pairs are taken to be alike, and pairs
are struck out until the rest holds. A pair holds if both do the same step by step, where values of the one stand for
values of the other, and lead to the same blocks or to other pairs.

Needs: `Function.versions`, and the IR as the front end has made it. Leaves parameters that only one value comes to.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder
from ..ir.dominators import immediate_dominators, intervals, predecessors, reverse_postorder
from ..ir.function import BRANCH, JUMP
from ..ir.types import I64, MAX, MIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..ir.function import Block, Exit, Function, Value

    Env = dict[int, Value]
    State = tuple[Block, int, Block, int, Env, Env, list[Value]]

STEPS = 600
"""How many operations are followed for one pair."""
_PURE = [bool(flags & ops.PURE) and not flags & ops.TRAPS for flags in ops.FLAGS]
_COMMUTING = frozenset(
    (ops.ADD, ops.MUL, ops.AND, ops.OR, ops.XOR, ops.EQ, ops.NE, ops.FADD, ops.FMUL, ops.BAND, ops.BOR, ops.BXOR)
)


def run(function: Function) -> None:
    pairs, function.versions = function.versions, []
    if not pairs:
        return
    order = reverse_postorder(function)
    number = {block.id: place for place, block in enumerate(order)}
    pairs = [pair for pair in pairs if pair[0].id in number and pair[1].id in number]
    if not any(first.depth for first, _, _ in pairs):
        return
    before = predecessors(order)
    alike = _Alike(function, order, number, before, pairs)
    alike.settle()
    if alike.found and alike.holds():
        alike.merge(order)


class _Pair:
    """What is known of a pair that holds: which pairs it relies on, what stands for what, what comes from outside, the
    blocks of the first that were followed, and those that both lead to."""

    __slots__ = ("blocks", "changed", "common", "outer", "relied")

    def __init__(self) -> None:
        self.relied: set[tuple[int, int]] = set()
        self.changed: list[tuple[Value, Value | None]] = []
        self.outer: set[int] = set()
        self.blocks: set[int] = set()
        self.common: set[int] = set()


class _Alike:
    def __init__(
        self,
        function: Function,
        order: list[Block],
        number: dict[int, int],
        before: list[list[int]],
        pairs: list[tuple[Block, Block, list[tuple[Value, Value]]]],
    ) -> None:
        self.function = function
        self.number = number
        self.joins = {order[place].id for place, above in enumerate(before) if len(above) > 1}
        self.enters, self.leaves = intervals(immediate_dominators(before))
        self.home = {value.id: block.id for block in order for part in (block.params, block.code) for value in part}
        self.heads = {order[place].id for place, above in enumerate(before) if any(other >= place for other in above)}
        """The first blocks of loops."""
        stops = self.heads | self.joins
        self.pairs = {(a.id, b.id): (a, b, words) for a, b, words in pairs if a.id in stops and b.id in stops}
        self.found: dict[tuple[int, int], _Pair] = {}
        self.instead: dict[int, tuple[Block, Block, list[tuple[Value, Value]]]] = {}
        """By second blocks: the pair by which they go."""

    def dominates(self, a: int, b: int) -> bool:
        a, b = self.number[a], self.number[b]
        return self.enters[a] <= self.enters[b] < self.leaves[a]

    def settle(self) -> None:
        """Strikes out pairs until those left rely on each other only."""
        for key in list(self.pairs):
            pair = _Pair()
            if self.follow(key, pair):
                self.found[key] = pair
        going = True
        while going:
            broken = [key for key, pair in self.found.items() if not pair.relied <= self.found.keys()]
            going = bool(broken)
            for key in broken:
                del self.found[key]
        wanted: set[tuple[int, int]] = set()  # loops, and what they rely on
        work = [key for key in self.found if key[0] in self.heads]
        while work:
            key = work.pop()
            if key not in wanted:
                wanted.add(key)
                work += self.found[key].relied
        self.found = {key: pair for key, pair in self.found.items() if key in wanted}

    # Whether a pair does the same.

    def follow(self, key: tuple[int, int], pair: _Pair) -> bool:
        first, second, words = self.pairs[key]
        env: Env = {mine.id: other for mine, other in words}
        pair.changed += words
        work: list[State] = [(first, 0, second, 0, env, {}, [])]
        self.steps = 0
        self.seen: set[tuple[int, int]] = set()
        while work:
            if not self.step(pair, work, *work.pop()):
                return False
        return True

    def step(
        self,
        pair: _Pair,
        work: list[State],
        a: Block,
        i: int,
        b: Block,
        j: int,
        env: Env,
        alias: Env,
        pure: list[Value],
    ) -> bool:
        """Follows both from operations `i` and `j` on to where they branch. `env` has for values of the first those of
        the second, `alias` for values of the second others that they equal here, `pure` what the second has computed.
        """
        known: dict[tuple[object, ...], Value] = {}

        def other(value: Value) -> Value:
            return _final(alias, value)

        def name(value: Value, args: list[Value]) -> tuple[object, ...]:
            ids = [arg.id for arg in args]
            if value.op in _COMMUTING:
                ids.sort()
            return value.op, value.type, value.attr, *ids

        def note(value: Value) -> None:
            key = name(value, [other(arg) for arg in value.args])
            if key in known:
                alias[value.id] = known[key]
            elif value.op == ops.BNOT and other(value.args[0]).op == ops.BNOT:
                alias[value.id] = other(other(value.args[0]).args[0])
            else:
                known[key] = value

        def meant(value: Value) -> Value:
            if value.id in env:
                return other(env[value.id])
            if value.op != ops.CONST:
                pair.outer.add(value.id)
            return value

        def same(x: tuple[Value, ...] | list[Value], y: tuple[Value, ...] | list[Value]) -> bool:
            return len(x) == len(y) and all(meant(p) is other(q) for p, q in zip(x, y, strict=True))

        def same_exit(x: Exit | None, y: Exit | None) -> bool:
            if x is None or y is None:
                return x is y
            if (x.kind, x.line) != (y.kind, y.line) or not _equal(x.payload, y.payload) or x.frames != y.frames:
                return False
            return same(x.operands, y.operands) and same(x.held, y.held)

        def enter(block: Block) -> Block:
            (target,), (given,) = block.targets, block.arguments
            for param, argument in zip(target.params, given, strict=True):
                alias[param.id] = other(argument)
            return target

        for value in pure:
            note(value)
        while True:
            self.steps += 1
            if self.steps > STEPS:
                return False
            pair.blocks.add(a.id)
            while j < len(b.code) and _PURE[b.code[j].op]:
                note(b.code[j])
                pure.append(b.code[j])
                j += 1
            ended = j == len(b.code)
            if i == len(a.code):
                if a.kind != JUMP and not (ended and b.kind == JUMP):
                    break
                if ended and a.kind == b.kind and self.paired(a.targets[0], b.targets[0]):
                    break
                if a.kind == JUMP and a.targets[0].id not in self.heads:
                    for param, argument in zip(a.targets[0].params, a.arguments[0], strict=True):
                        env[param.id] = meant(argument)
                        pair.changed.append((param, None))
                    a, i = a.targets[0], 0
                elif ended and b.kind == JUMP and b.targets[0].id not in self.heads:
                    b, j = enter(b), 0
                else:
                    break
                continue
            value = a.code[i]
            args = [meant(arg) for arg in value.args]
            passed = self.dominates(a.id, b.id) and all(x is y for x, y in zip(args, value.args, strict=True))
            if _PURE[value.op]:
                found = known.get(name(value, args))
                if found is not None:
                    env[value.id] = other(found)
                    pair.changed.append((value, found))
                elif passed:
                    env[value.id] = value
                else:  # the second has no use for it
                    env[value.id] = unique = self.function.value(value.op, value.type, tuple(args), value.attr)
                    known[name(value, args)] = unique
                    pair.changed.append((value, None))
            elif passed and (value.op == ops.GUARD or ops.FLAGS[value.op] & ops.PURE):
                env[value.id] = value  # the first has passed it before
            elif passed and value.op == ops.EFFECT and (ended or b.code[j].op != ops.EFFECT):
                pass
            elif not ended:
                twin = b.code[j]
                if (value.op, value.type, value.attr) != (twin.op, twin.type, twin.attr):
                    return False
                if not same(value.args, twin.args) or not same_exit(value.exit, twin.exit):
                    return False
                env[value.id] = twin
                pair.changed.append((value, twin))
                j += 1
            elif b.kind == JUMP and b.targets[0].id not in self.heads:
                b, j = enter(b), 0
                continue
            else:
                return False
            i += 1
        if a.kind == BRANCH and not (ended and b.kind == BRANCH):
            condition, truth = _bare(a.operands[0], meant)
            selects = [(value, *_bare(value.args[0], other)) for value in pure if value.op == ops.SELECT]
            selects = [select for select in selects if select[1] is condition]
            if selects:  # what the first branches for, the second selects by
                for way, (target, given) in enumerate(zip(a.targets, a.arguments, strict=True)):
                    if target.id in self.heads:
                        return False
                    inner, chosen = env.copy(), alias.copy()
                    for value, _, alike in selects:
                        chosen[value.id] = other(value.args[1 if (alike == truth) == (way == 0) else 2])
                    for param, argument in zip(target.params, given, strict=True):
                        inner[param.id] = meant(argument)
                        pair.changed.append((param, None))
                    work.append((target, 0, b, j, inner, chosen, pure[:]))
                return True
        if j < len(b.code) or a.kind != b.kind or not same(a.operands, b.operands) or not same_exit(a.exit, b.exit):
            return False
        for target, given, to, other_given in zip(a.targets, a.arguments, b.targets, b.arguments, strict=True):
            if target is to:
                pair.common.add(target.id)
                if not same(given, other_given):
                    return False
            elif (target.id, to.id) in self.pairs:
                pair.relied.add((target.id, to.id))
                _, _, words = self.pairs[target.id, to.id]
                wanted = {
                    mine.id: other_given[to.params.index(word)] if word in to.params else word for mine, word in words
                }
                if not same(given, [wanted[param.id] for param in target.params]):
                    return False
            elif target.id in self.heads or to.id in self.heads:
                return False
            else:
                inner, chosen = env.copy(), alias.copy()
                if {target.id, to.id} <= self.joins and len(target.params) == len(to.params):
                    if not same(given, other_given):
                        return False
                    if (target.id, to.id) in self.seen:
                        continue
                    self.seen.add((target.id, to.id))
                    for param, twin in zip(target.params, to.params, strict=True):
                        inner[param.id] = twin
                        pair.changed.append((param, twin))
                else:
                    for param, argument in zip(target.params, given, strict=True):
                        inner[param.id] = meant(argument)
                        pair.changed.append((param, None))
                    for param, argument in zip(to.params, other_given, strict=True):
                        chosen[param.id] = other(argument)
                work.append((target, 0, to, 0, inner, chosen, pure[:]))
        return True

    def paired(self, a: Block, b: Block) -> bool:
        """Whether an edge to the one and an edge to the other are compared as such, and not followed."""
        if a is b or (a.id, b.id) in self.pairs:
            return True
        return {a.id, b.id} <= self.joins and not {a.id, b.id} & self.heads and len(a.params) == len(b.params)

    # Merging.

    def holds(self) -> bool:
        """Whether nobody else wants a value that is about to be that of another round."""
        self.instead = {}
        for first, second in self.found:
            self.instead.setdefault(second, self.pairs[first, second])
        changed = {value.id for pair in self.found.values() for value, _ in pair.changed}
        if any(not changed.isdisjoint(pair.outer) for pair in self.found.values()):
            return False
        followed = {id for pair in self.found.values() for id in pair.blocks}
        if not all(followed.isdisjoint(pair.common) for pair in self.found.values()):
            return False
        inner = followed - {first for first, _ in self.found}
        work, seen = [self.function.entry], {self.function.entry.id}
        while work:
            block = work.pop()
            for target in block.targets:
                if target.id in inner and block.id not in followed:
                    return False
                while target.id in self.instead:
                    target = self.instead[target.id][0]
                if target.id not in seen:
                    seen.add(target.id)
                    work.append(target)
            if block.id not in followed and _uses(block, changed):
                return False
        return self.enters_singly()

    def enters_singly(self) -> bool:
        """Whether all loops will still be entered by their heads alone."""
        ways = [(self.function.entry, iter(self.function.entry.targets))]
        seen = {self.function.entry.id}
        order: list[Block] = []
        while ways:
            block, targets = ways[-1]
            for target in targets:
                while target.id in self.instead:
                    target = self.instead[target.id][0]
                if target.id not in seen:
                    seen.add(target.id)
                    ways.append((target, iter(target.targets)))
                    break
            else:
                ways.pop()
                order.append(block)
        order.reverse()
        number = {block.id: place for place, block in enumerate(order)}
        before: list[list[int]] = [[] for _ in order]
        for place, block in enumerate(order):
            for target in block.targets:
                while target.id in self.instead:
                    target = self.instead[target.id][0]
                before[number[target.id]].append(place)
        enters, leaves = intervals(immediate_dominators(before))
        return all(
            other < place or enters[place] <= enters[other] < leaves[place]
            for place, above in enumerate(before)
            for other in above
        )

    def merge(self, order: list[Block]) -> None:
        for block in order:
            for way, target in enumerate(block.targets):
                while target.id in self.instead:
                    first, _, words = self.instead[target.id]
                    given = block.arguments[way]
                    new = {
                        mine.id: given[target.params.index(word)] if word in target.params else word
                        for mine, word in words
                    }
                    block.targets = (*block.targets[:way], first, *block.targets[way + 1 :])
                    given[:] = [new[param.id] for param in first.params]
                    target = first
        for pair in self.found.values():
            for value, twin in pair.changed:
                if value.type == I64:
                    value.lo = MIN if twin is None else min(value.lo, twin.lo)
                    value.hi = MAX if twin is None else max(value.hi, twin.hi)
        live = {block.id for block in reverse_postorder(self.function)}
        blocks = self.function.blocks = [block for block in self.function.blocks if block.id in live]
        for head in {first.id for first, _, _ in self.instead.values() if first.id in self.heads & live}:
            latches = [block for block in blocks if any(target.id == head for target in block.targets)]
            latches = [block for block in latches if self.dominates(head, block.id)]
            if len(latches) == 2:
                _join(self.function, *latches)


def _join(function: Function, a: Block, b: Block) -> None:
    """Makes one block of two with the same code, if they have that; what they take from elsewhere become parameters."""
    inside = {value.id for block in (a, b) for value in block.code}
    if len(a.code) != len(b.code) or a.targets != b.targets or any(_uses(block, inside) for block in function.blocks
                                                                   if block is not a and block is not b):  # fmt: skip
        return
    twins: dict[int, Value] = {}
    new = function.block()
    apart: dict[tuple[int, int], tuple[Value, Value, Value]] = {}

    def one(x: Value, y: Value) -> Value | None:
        if x is y or twins.get(x.id) is y:
            return x
        if x.id in inside or y.id in inside or x.type != y.type:
            return None
        if (x.id, y.id) not in apart:
            param = function.param(new, x.type)
            param.lo, param.hi = min(x.lo, y.lo), max(x.hi, y.hi)
            apart[x.id, y.id] = param, x, y
        return apart[x.id, y.id][0]

    found: list[list[Value | None]] = []
    for x, y in zip(a.code, b.code, strict=True):
        if (x.op, x.type, x.attr, len(x.args)) != (y.op, y.type, y.attr, len(y.args)):
            return
        found.append([one(p, q) for p, q in zip(x.args, y.args, strict=True)])
        if (x.exit is None) != (y.exit is None):
            return
        if x.exit is not None and y.exit is not None:
            if (x.exit.kind, x.exit.operands, x.exit.held) != (y.exit.kind, y.exit.operands, y.exit.held):
                return
            if not _equal(x.exit.payload, y.exit.payload) or x.exit.frames != y.exit.frames:
                return
        twins[x.id] = y
    ends = [
        [one(p, q) for p, q in zip(*given, strict=True)]
        for given in ((a.operands, b.operands), *zip(a.arguments, b.arguments, strict=True))
    ]
    if any(value is None for values in (*found, *ends) for value in values):
        return
    for value, args in zip(a.code, found, strict=True):
        other = twins[value.id]
        value.args = tuple([arg for arg in args if arg is not None])
        value.lo, value.hi = min(value.lo, other.lo), max(value.hi, other.hi)
    operands, *arguments = [[value for value in values if value is not None] for values in ends]
    new.line, new.depth, new.code = a.line, a.depth, a.code
    new.kind, new.operands, new.targets, new.arguments = a.kind, tuple(operands), a.targets, tuple(arguments)
    a.code, b.code = [], []
    a.jump(new, [x for _, x, _ in apart.values()])
    b.jump(new, [y for _, _, y in apart.values()])
    function.blocks.insert(max(function.blocks.index(a), function.blocks.index(b)) + 1, new)
    _select(function, a, b)


def _select(function: Function, a: Block, b: Block) -> None:
    """Selects what two blocks give to one, where they do nothing else and one branch decides between them."""
    above: dict[int, list[Block]] = {}
    for block in function.blocks:
        for target in block.targets:
            above.setdefault(target.id, []).append(block)
    new, ways = a.targets[0], [a, b]
    for place in (0, 1):
        while len(above[ways[place].id]) == 1 and not ways[place].params and not ways[place].code:
            (block,) = above[ways[place].id]
            if block.kind == BRANCH:
                break
            ways[place] = block
        else:
            return
    (block,) = above[ways[0].id]
    if above[ways[1].id] != [block]:
        return
    if block.targets[0] is not ways[0]:
        a, b = b, a
    builder = Builder(function, block)
    builder.line = block.line
    chosen = [builder.select(block.operands[0], x, y) for x, y in zip(a.arguments[0], b.arguments[0], strict=True)]
    block.jump(new, chosen)


def _uses(block: Block, wanted: set[int]) -> bool:
    """Whether a block uses one of these values."""
    used = [*block.operands, *[value for given in block.arguments for value in given]]
    exits = [value.exit for value in block.code if value.exit is not None]
    for exit in exits if block.exit is None else [*exits, block.exit]:
        used += [*exit.operands, *exit.held]
    for value in block.code:
        used += value.args
    return any(value.id in wanted for value in used)


def _equal(x: Any, y: Any) -> bool:
    """Whether two payloads say the same: functions in them are equal if they have the same code and see the same."""
    if x is y:
        return True
    if type(x) is not type(y):
        return False
    if isinstance(x, tuple):
        return len(x) == len(y) and all(map(_equal, x, y))
    if type(x) in (int, str, bool):
        return bool(x == y)
    if getattr(x, "__code__", None) is None or x.__code__ is not y.__code__ or x.__defaults__ != y.__defaults__:
        return False
    cells = [[cell.cell_contents for cell in function.__closure__ or ()] for function in (x, y)]
    return all(map(_equal, *cells))


def _bare(condition: Value, meaning: Callable[[Value], Value]) -> tuple[Value, bool]:
    """A condition without negations, and whether it is itself that then decides."""
    truth = True
    condition = meaning(condition)
    while condition.op == ops.BNOT:
        condition, truth = meaning(condition.args[0]), not truth
    return condition, truth


def _final(alias: Env, value: Value) -> Value:
    while value.id in alias:
        value = alias[value.id]
    return value
