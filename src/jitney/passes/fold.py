"""Folds again, now that parameters and ranges are known, and uses what guards and branches have found to be true.

Walks down the dominator tree and emits every pure operation anew through the builder, which folds it, finds it known
already, or drops its check. In a block that a condition leads to, and behind a guard, the condition counts as known,
and the ranges of its operands are narrowed, until the walk leaves the part of the tree that it dominates. Where several
edges meet, as at the head of a loop, what all of them have found of their arguments holds for the parameter: `while i <
len(a)` needs no check of `a[i]`. What is below a length when a loop begins, and only falls in it, stays below. A
remainder comes from the quotient where that is computed too. Loads of what was loaded or stored shortly before go,
and what only changes bits that a store leaves out.

Needs: demanded.py run before (ranges written here rely on checks); ranges.py is of use. Leaves operations without uses,
and branches on constants, for blocks.py and dead.py.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.dominators import immediate_dominators, intervals, predecessors, reverse_postorder
from ..ir.function import BRANCH
from ..ir.types import BOOL, I64, MIN
from .blocks import merge, remove_unreachable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from ..ir.function import Block, Exit, Function, Memory, Value

    Fact = tuple[int, Value, Value]
    """A comparison of words that is true: the op and its operands."""
    Facts = dict[tuple[int, int, int], Fact]
    """By op and the operands' ids."""

_ABOVE = 4
"""How many blocks above an edge are asked for the condition that led there."""


def run(function: Function) -> None:
    remove_unreachable(function)
    merge(function)  # what stands in one block is found again at any distance
    _Folder(function).walk()


class _Folder(Builder):
    """Emits operations anew; those that stay as they are keep their `Value`."""

    def __init__(self, function: Function) -> None:
        super().__init__(function)
        self.old: Value | None = None  # the operation being emitted
        self.replaced: dict[int, Value] = {}
        self.memory = _Memory()
        self.exits: set[int] = set()  # those whose operands have been replaced
        self.narrowed: list[tuple[Value, int, int]] = []  # values and the ranges that they had before
        self.quotients: set[tuple[int, int, int]] = set()  # of the block at hand, by op and operands
        self.lengths: list[Value] = []  # what guards compare with
        self.above: dict[int, list[Value]] = {}  # by a falling counter: what it is less than in all of its loop

    def emit(
        self, op: int, type: int, args: tuple[Value, ...] = (), attr: Any = None, exit: Exit | None = None
    ) -> Value:
        old = self.old
        if old is None or old.op != op or old.attr != attr:
            return super().emit(op, type, args, attr, exit)
        self.old = None
        old.args = args
        self.block.code.append(old)
        return old

    def narrow(self, value: Value, lo: int, hi: int) -> None:
        """As the builder's, but what is known already may be used where what is known of its operands doesn't hold."""
        self.narrow_new(value, lo, hi)

    # The walk.

    def walk(self) -> None:
        order = reverse_postorder(self.function)
        before = predecessors(order)
        dominator = immediate_dominators(before)
        enters, leaves = intervals(dominator)
        facts = _facts(order, before)
        self.lengths = _lengths(order)
        memories: list[_Memory] = [_Memory()] * len(order)  # at the ends of blocks
        children: list[list[int]] = [[] for _ in order]
        for number in range(len(order) - 1, 0, -1):
            children[dominator[number]].append(number)
        work: list[tuple[int, Scope | None, int]] = [(0, None, 0)]
        while work:
            number, above, narrowed = work.pop()
            self.restore(narrowed)
            scope = Scope(above)
            self.enter(order[number], scope)
            # What comes from the block itself, round a loop, has passed here before.
            entering = [other for other in before[number] if not enters[number] <= enters[other] < leaves[number]]
            if len(entering) == 1 and order[entering[0]].kind == BRANCH:
                self.take_edge(order[entering[0]], order[number])
            for fact in facts[number]:
                self.learn(*fact)
            if len(entering) == 1 < len(before[number]):
                self.bound_counters(order, before[number], number, entering[0])
            self.memory = memories[before[number][0]].copy() if len(before[number]) == 1 else _Memory()
            self.fold_block(order[number])
            memories[number] = self.memory
            end = len(self.narrowed)
            work += [(child, scope, end) for child in children[number]]
        self.restore(0)

    def restore(self, count: int) -> None:
        narrowed = self.narrowed
        while len(narrowed) > count:
            value, lo, hi = narrowed.pop()
            value.lo, value.hi = lo, hi

    def take_edge(self, above: Block, block: Block) -> None:
        """The block is entered from the branch of another only."""
        if above.targets[0] is not above.targets[1]:
            self.know(above.operands[0], above.targets[0] is block)

    def bound_counters(self, order: list[Block], before: list[int], number: int, entering: int) -> None:
        """What a counter is less than when a loop is entered, it is less than if it only falls."""
        block = order[number]
        for place, param in enumerate(block.params):
            if param.type != I64:
                continue
            start: Value | None = None
            for above in before:
                for target, arguments in zip(order[above].targets, order[above].arguments, strict=True):
                    if target is block:
                        given = arguments[place]
                        if above == entering:
                            start = given
                        elif not _falls(param, given):
                            start = None
                            break
                else:
                    continue
                break
            if start is None:
                continue
            start = self.replaced.get(start.id, start)
            base = start
            if start.op == ops.ADD and start.args[1].is_const and MIN - start.args[0].lo <= start.args[1].attr < 0:
                base = start.args[0]
                self.above[param.id] = [base]
            for length in self.lengths:
                length = self.replaced.get(length.id, length)
                if self.is_less(start, length) or self.is_less(base, length):
                    self.learn(ops.LT, param, length)
                    self.above.setdefault(param.id, []).append(length)

    def is_less(self, a: Value, b: Value) -> bool:
        return self.scope.find((ops.LT, None, a.id, b.id)) is self.true

    def fold_block(self, block: Block) -> None:
        replaced = self.replaced
        code, block.code = block.code, []
        rules = _RULES
        self.quotients = {(value.op, value.args[0].id, value.args[1].id) for value in code if value.op in _QUOTIENTS}
        for value in code:
            self.line = value.line
            for arg in value.args:
                if arg.id in replaced:
                    args = tuple([replaced.get(arg.id, arg) for arg in value.args])
                    break
            else:
                args = value.args
            exit = value.exit
            if exit is not None and id(exit) not in self.exits:
                self.replace_in(exit)
            rule = rules.get(value.op)
            if rule is None:
                value.args = args
                block.code.append(value)
                if _CLOBBERS[value.op]:
                    self.memory = _Memory()
                continue
            self.old = value
            lo, hi = value.lo, value.hi
            new = rule(self, value, *args)
            if new is None:
                continue
            if new is not value:
                replaced[value.id] = new
            self.narrow_new(new, lo, hi)
        self.old = None
        block.operands = tuple([self.decided(replaced.get(use.id, use)) for use in block.operands])
        for way, arguments in enumerate(block.arguments):
            for place, use in enumerate(arguments):
                if use.id in replaced:
                    arguments[place] = use = replaced[use.id]
                if use.type == BOOL and block.kind == BRANCH and use is block.operands[0] and not use.is_const:
                    arguments[place] = self.false if way else self.true
        if block.exit is not None and id(block.exit) not in self.exits:
            self.replace_in(block.exit)

    def replace_in(self, exit: Exit) -> None:
        self.exits.add(id(exit))
        replaced = self.replaced
        exit.operands = tuple([replaced.get(use.id, use) for use in exit.operands])
        exit.held = tuple([replaced.get(use.id, use) for use in exit.held])

    # What is known.

    def decided(self, condition: Value) -> Value:
        """The constant for a bool that is known here; anything else as it is."""
        if condition.type != BOOL or condition.is_const:
            return condition
        found = self.scope.find((ops.GUARD, condition.id))
        if found is None and condition.op in _OPPOSITE:
            a, b = condition.args
            found = self.scope.find((condition.op, None, a.id, b.id))
            if found is not None and not found.is_const:
                found = None
        return found or condition

    def know(self, condition: Value, truth: bool) -> None:
        """From here on the condition has that value."""
        if condition.is_const:
            return
        op = condition.op
        self.scope.known[ops.GUARD, condition.id] = self.bool(truth)
        if op == ops.BNOT:
            self.know(condition.args[0], not truth)
        elif op == (ops.BAND if truth else ops.BOR):
            for arg in condition.args:
                self.know(arg, truth)
        elif op in _OPPOSITE:
            a, b = condition.args
            self.learn(*((op, a, b) if truth else (_OPPOSITE[op][0], *((b, a) if _OPPOSITE[op][1] else (a, b)))))

    def learn(self, op: int, a: Value, b: Value) -> None:
        """From here on a comparison is true: notes what that says of others, and of ranges."""
        replaced = self.replaced
        a, b = replaced.get(a.id, a), replaced.get(b.id, b)
        if a.is_const and b.is_const:
            return
        known = self.scope.known
        opposite, swapped = _OPPOSITE[op]
        known[op, None, a.id, b.id] = self.true
        known[(opposite, None, b.id, a.id) if swapped else (opposite, None, a.id, b.id)] = self.false
        if op == ops.LT:
            known[ops.LE, None, a.id, b.id] = self.true
            if b.op == ops.ADD and b.args[1].is_const and MIN - b.args[0].lo <= b.args[1].attr < 0:  # a < c - 1
                self.learn(ops.LT, a, b.args[0])
            self.limit(a, a.lo, b.hi - 1)
            self.limit(b, a.lo + 1, b.hi)
            self.learn(ops.NE, a, b)
        elif op == ops.LE:
            self.limit(a, a.lo, b.hi)
            self.limit(b, a.lo, b.hi)
        elif op == ops.EQ or op == ops.NE:
            known[op, None, b.id, a.id] = self.true
            known[opposite, None, b.id, a.id] = self.false
            if op == ops.EQ:
                self.limit(a, b.lo, b.hi)
                self.limit(b, a.lo, a.hi)
            elif b.is_const:
                self.limit(a, a.lo + (a.lo == b.attr), a.hi - (a.hi == b.attr))
        elif b.lo >= 0:  # unsigned, of which the greater is no negative number either
            self.learn(ops.LE, self.zero, a)
            self.learn(ops.LT if op == ops.ULT else ops.LE, a, b)

    def limit(self, value: Value, lo: int, hi: int) -> None:
        """Narrows a range as far as the walk stays below."""
        lo, hi = max(lo, value.lo), min(hi, value.hi)
        if lo <= hi and (lo > value.lo or hi < value.hi) and not value.is_const:
            self.narrowed.append((value, value.lo, value.hi))
            value.lo, value.hi = lo, hi


_OPPOSITE = {
    ops.EQ: (ops.NE, False),
    ops.NE: (ops.EQ, False),
    ops.LT: (ops.LE, True),
    ops.LE: (ops.LT, True),
    ops.ULT: (ops.ULE, True),
    ops.ULE: (ops.ULT, True),
}
"""What is true where a comparison is false, and whether the operands change places."""


_MOST_KNOWN = 32
"""How many values in memory of one alias class are taken along from block to block: a bound, as each copies them."""


class _Memory:
    """What is known of the values in memory, by how and where they lie."""

    __slots__ = ("values",)

    def __init__(self, values: dict[str, dict[Any, Value]] | None = None) -> None:
        self.values = values or {}  # by alias class

    def copy(self) -> _Memory:
        return _Memory({alias: known.copy() for alias, known in self.values.items() if len(known) < _MOST_KNOWN})


_CLOBBERS = [bool(flags & ops.WRITES) for flags in ops.FLAGS]
for _op in (ops.STORE, ops.EFFECT, ops.RETAIN, ops.NEED):
    _CLOBBERS[_op] = False


_MOST_LENGTHS = 16


def _lengths(order: list[Block]) -> list[Value]:
    """What guards, some of them, ask an index to be less than."""
    found: dict[int, Value] = {}
    guard, less = ops.GUARD, (ops.LT, ops.ULT)
    for block in order:
        for value in block.code:
            if value.op == guard and value.args[0].op in less:
                length = value.args[0].args[1]
                if not length.is_const:
                    found[length.id] = length
        if len(found) >= _MOST_LENGTHS:
            break
    return list(found.values())


def _falls(param: Value, given: Value) -> bool:
    """Whether what a parameter of a loop is given for the next round is no more than it is."""
    if given is param:
        return True
    if given.op not in (ops.ADD, ops.ADDO, ops.SUBO) or given.args[0] is not param or not given.args[1].is_const:
        return False
    by = given.args[1].attr if given.op != ops.SUBO else -given.args[1].attr
    return by < 0 and (given.op != ops.ADD or param.lo + by >= MIN)


# Facts of edges.


def _facts(order: list[Block], before: list[list[int]]) -> list[list[Fact]]:
    """For each block that several edges lead to, what conditions on all of them say of its parameters."""
    found: list[list[Fact]] = [[] for _ in order]
    for number, block in enumerate(order):
        if len(before[number]) < 2 or not block.params:
            continue
        edges: list[tuple[dict[Value, Value], Facts]] = []
        for above in dict.fromkeys(before[number]):
            for place, target in enumerate(order[above].targets):
                if target is block:
                    given = dict(zip(block.params, order[above].arguments[place], strict=True))
                    edges.append((given, _edge_facts(order, before, above, place, given)))
        candidates: Facts = {}
        for _, facts in edges:
            candidates |= facts
        for key, fact in candidates.items():
            if all(key in facts or _implied(*fact, given) for given, facts in edges):
                found[number].append(fact)
    return found


def _edge_facts(
    order: list[Block], before: list[list[int]], above: int, place: int, given: dict[Value, Value]
) -> Facts:
    """Comparisons known on one edge in which an argument of the edge occurs, with the parameter put for it."""
    params: dict[int, list[Value]] = {}
    for param, argument in given.items():
        if param.type == I64:
            params.setdefault(argument.id, []).append(param)
    facts: Facts = {}
    truth = place == 0
    for _ in range(_ABOVE):
        source = order[above]
        if source.kind == BRANCH and source.targets[0] is not source.targets[1]:
            condition = source.operands[0]
            if condition.op in _OPPOSITE:
                op, (a, b) = condition.op, condition.args
                if not truth:
                    op, swapped = _OPPOSITE[op]
                    a, b = (b, a) if swapped else (a, b)
                of_a, of_b = params.get(a.id, []), params.get(b.id, [])
                for x, y in [(x, y) for x in [a, *of_a] for y in [b, *of_b]][1:]:
                    facts[op, x.id, y.id] = op, x, y
        if len(before[above]) != 1:
            break
        (following,) = before[above]
        truth = order[following].targets[0] is source
        above = following
    return facts


def _implied(op: int, a: Value, b: Value, given: dict[Value, Value]) -> bool:
    """Whether arguments alone make a comparison with a constant true. (Any other value may change with each round.)"""
    if not (a.is_const or b.is_const):
        return False
    a, b = given.get(a, a), given.get(b, b)
    if op == ops.NE:
        return a.hi < b.lo or b.hi < a.lo
    if op in (ops.ULT, ops.ULE) and a.lo < 0:
        return False
    return a.hi < b.lo if op in (ops.LT, ops.ULT) else op in (ops.LE, ops.ULE) and a.hi <= b.lo


# How each operation is emitted anew; those without a rule stay as they are.


def _extension(bits: int, is_signed: bool) -> Callable[..., Value]:
    return lambda folder, value, a: folder.extend(a, bits, is_signed)


def _named(name: str) -> Callable[..., Value]:
    method = getattr(Builder, name)
    return lambda folder, value, *args: method(folder, *args)


def _checked(name: str) -> Callable[..., Value]:
    method = getattr(Builder, name)
    return lambda folder, value, a, b: method(folder, a, b, value.exit)


def _subo(folder: _Folder, value: Value, a: Value, b: Value) -> Value:
    new = folder.subo(a, b, value.exit)  # type: ignore[arg-type]
    if new.op == ops.SUBO and not b.is_const and new.lo < 0:
        find = folder.scope.find
        if find((ops.LE, None, b.id, a.id)) is folder.true:
            folder.narrow(new, int(find((ops.LT, None, b.id, a.id)) is folder.true), new.hi)
    return new


def _guard(folder: _Folder, value: Value, condition: Value) -> Value | None:
    condition = folder.decided(condition)
    if condition.is_const and condition.attr:
        return None
    _as_it_is(folder, value, condition)
    folder.know(condition, True)
    return value


def _load(folder: _Folder, value: Value, *args: Value) -> Value:
    known = folder.memory.values.setdefault(value.attr.alias, {})
    key = (value.attr, *args)
    found = known.get(key)
    if found is None:
        found = known[key] = _as_it_is(folder, value, *args)
    kind = value.attr.kind
    return folder.extend(found, 8 * kind.size, kind.signed) if kind.type == I64 else found


def _store(folder: _Folder, value: Value, stored: Value, *address: Value) -> Value:
    memory = value.attr
    while _kept_bits(stored) >= 8 * memory.kind.size:
        stored = stored.args[0]
    known = folder.memory.values.get(memory.alias, {})
    left = {}
    if len(known) < _MOST_KNOWN:
        left = {key: found for key, found in known.items() if _apart(key, memory, address)}
    place = (memory, *address)
    left[place] = stored  # of narrow integers, with more bits than a load gives
    folder.memory.values[memory.alias] = left
    return _as_it_is(folder, value, stored, *address)


def _apart(key: tuple[Any, ...], memory: Memory, address: tuple[Value, ...]) -> bool:
    """Whether two places in memory, by the same base, certainly do not overlap."""
    other, base, *index = key
    if base is not address[0]:
        return False
    root, offset = place_of(memory, address[1:])
    other_root, other_offset = place_of(other, index)
    if root is not other_root or (root is not None and memory.scale != other.scale):
        return False
    return offset + memory.kind.size <= other_offset or other_offset + other.kind.size <= offset


def place_of(memory: Memory, index: Sequence[Value]) -> tuple[Value | None, int]:
    """What varies of an index, and the bytes from the base then: not too many, as addresses wrap around."""
    at = index[0] if index else None
    if at is None:
        return None, memory.displacement
    root, by = (None, at) if at.is_const else at.args if at.op == ops.ADD else (at, None)
    if by is None or not by.is_const or abs(by.attr) >= _NEAR:
        return at, memory.displacement
    return root, memory.displacement + by.attr * memory.scale


_NEAR = 1 << 32
"""A bound of indices by which bytes are counted."""

_EXTENSIONS = {
    ops.SEXT8: 8, ops.ZEXT8: 8, ops.SEXT16: 16, ops.ZEXT16: 16, ops.SEXT32: 32, ops.ZEXT32: 32,
}  # fmt: skip


def _kept_bits(value: Value) -> int:
    """How many low bits of its first operand a word has unchanged; 0 where that is not known."""
    if value.op == ops.AND and value.args[1].is_const:
        mask = value.args[1].attr
        return mask.bit_length() if mask > 0 and mask & (mask + 1) == 0 else 0
    return _EXTENSIONS.get(value.op, 0)


def _select(folder: _Folder, value: Value, condition: Value, a: Value, b: Value) -> Value:
    return folder.select(folder.decided(condition), a, b)


def _lt(folder: _Folder, value: Value, a: Value, b: Value) -> Value:
    if a.op == ops.ADD and a.args[1].is_const:
        x, by = a.args[0], a.args[1].attr
        find = folder.scope.find
        # x - 1 < b if x < b, and x + 1 < b if x < b - 1, as long as nothing wraps.
        if by == 1 and any(folder.is_less(above, b) for above in folder.above.get(x.id, ())):
            return folder.true  # x + 1 <= above < b
        bound = b if by < 0 else find((ops.ADD, None, b.id, folder.word(-by).id))
        if bound and find((ops.LT, None, x.id, bound.id)) is folder.true and MIN + abs(by) <= min(x.lo, b.lo):
            return folder.true
    return folder.lt(a, b)


def _is_part(folder: _Folder, a: Value, b: Value) -> bool:
    """Whether a is from 0 to less than b."""
    return a.lo >= 0 and not b.is_const and folder.is_less(a, b)


def _quotient(folder: _Folder, value: Value, a: Value, b: Value) -> Value:
    if _is_part(folder, a, b):
        return folder.zero
    return folder.div(a, b) if value.op == ops.DIV else folder.udiv(a, b)


def _remainder(folder: _Folder, value: Value, a: Value, b: Value) -> Value:
    if _is_part(folder, a, b):
        return a
    new = _once_round(folder, a, b) if value.op == ops.MOD or a.lo >= 0 else None
    if new is None:
        new = _divided(folder, value, a, b)
    if b.lo >= 0 and not b.is_const and not new.is_const:  # it isn't 0, else this was not computed
        folder.narrow(new, max(value.lo, 0), min(value.hi, b.hi - 1))
        folder.learn(ops.LE, folder.zero, new)
        folder.learn(ops.LT, new, b)
    return new


def _once_round(folder: _Folder, a: Value, b: Value) -> Value | None:
    """A remainder of what is hardly outside of it, without a division: `(i + 1) % n`, `(i - 1) % n` for i below n."""
    lo, hi = a.lo, a.hi  # less by multiples of b
    if not b.is_const:
        if a.op != ops.ADD or not a.args[1].is_const or not _is_part(folder, a.args[0], b):
            return None
        by = a.args[1].attr
        if abs(by) != 1 and b.lo < abs(by):
            return None
        lo, hi = (-1, -1) if by < 0 else (0, 1)
    elif b.attr <= 1 or b.attr & b.attr - 1 == 0 or not -b.attr <= lo <= hi < 2 * b.attr:
        return None
    else:
        lo, hi = lo // b.attr, hi // b.attr
    if lo < 0 < hi:
        return None
    if lo < 0:
        new = folder.select(folder.le(folder.zero, a), a, folder.add(a, b))
    else:
        new = folder.select(folder.lt(a, b), a, folder.sub(a, b))
    if not new.is_const:
        folder.narrow(new, 0, b.hi - 1)
    return new


def _divided(folder: _Folder, value: Value, a: Value, b: Value) -> Value:
    divide = folder.div if value.op == ops.MOD else folder.udiv
    op = ops.DIV if value.op == ops.MOD else ops.UDIV
    old = value.args
    wanted = (op, old[0].id, old[1].id) in folder.quotients or folder.scope.find((op, None, a.id, b.id)) is not None
    if wanted and not (b.is_const and abs(b.attr) & (abs(b.attr) - 1) == 0):
        return folder.sub(a, folder.mul(divide(a, b), b))
    return folder.mod(a, b) if value.op == ops.MOD else folder.umod(a, b)


_QUOTIENTS = frozenset((ops.DIV, ops.UDIV))


def _ult(folder: _Folder, value: Value, a: Value, b: Value) -> Value:
    return _lt(folder, value, a, b) if a.lo >= 0 and b.lo >= 0 else folder.ult(a, b)


def _ule(folder: _Folder, value: Value, a: Value, b: Value) -> Value:
    if a.lo >= 0 and b.lo >= 0:
        return folder.le(a, b)
    return folder.ule(a, b) if a.is_const and b.is_const else folder.share(ops.ULE, BOOL, (a, b))


def _as_it_is(folder: _Folder, value: Value, *args: Value) -> Value:
    value.args = args
    folder.block.code.append(value)
    return value


def _ccall(folder: _Folder, value: Value, *args: Value) -> Value:
    if value.attr.pure:
        return folder.share(ops.CCALL, value.type, args, value.attr)
    folder.memory = _Memory()
    return _as_it_is(folder, value, *args)


def _shifted(name: str) -> Callable[..., Value]:
    method = _checked(name)

    def shifted(folder: _Folder, value: Value, a: Value, b: Value) -> Value:
        # Where the count is wrong, control doesn't come.
        return method(folder, value, a, b) if 0 <= b.lo <= b.hi <= 63 else _as_it_is(folder, value, a, b)

    return shifted


_RULES: dict[int, Callable[..., Value | None]] = {
    ops.ADD: _named("add"),
    ops.SUB: _named("sub"),
    ops.MUL: _named("mul"),
    ops.AND: _named("and_"),
    ops.OR: _named("or_"),
    ops.XOR: _named("xor"),
    ops.SHL: _named("shl"),
    ops.SAR: _named("sar"),
    ops.SHR: _named("shr"),
    ops.DIV: _quotient,
    ops.MOD: _remainder,
    ops.UDIV: _quotient,
    ops.UMOD: _remainder,
    ops.POPCNT: _named("popcnt"),
    ops.BITLEN: _named("bitlen"),
    ops.MULHI: _named("mulhi"),
    ops.UMULHI: _named("umulhi"),
    ops.WRAP: _named("wrap"),
    ops.EQ: _named("eq"),
    ops.NE: _named("ne"),
    ops.LE: _named("le"),
    ops.FEQ: _named("feq"),
    ops.FNE: _named("fne"),
    ops.FLT: _named("flt"),
    ops.FLE: _named("fle"),
    ops.BAND: _named("band"),
    ops.BOR: _named("bor"),
    ops.BXOR: _named("bxor"),
    ops.BNOT: _named("not_"),
    ops.FADD: _named("fadd"),
    ops.FSUB: _named("fsub"),
    ops.FMUL: _named("fmul"),
    ops.FDIV: _named("fdiv"),
    ops.FNEG: _named("fneg"),
    ops.FABS: _named("fabs"),
    ops.FSQRT: _named("fsqrt"),
    ops.FCOPYSIGN: _named("fcopysign"),
    ops.FFLOOR: _named("ffloor"),
    ops.FCEIL: _named("fceil"),
    ops.FTRUNC: _named("ftrunc"),
    ops.FNEAREST: _named("fnearest"),
    ops.FMA: _named("fma"),
    ops.B2I: _named("b2i"),
    ops.I2F: _named("i2f"),
    ops.U2F: _named("u2f"),
    ops.I2S: _named("i2s"),
    ops.U2S: _named("u2s"),
    ops.F2S: _named("f2s"),
    ops.S2F: _named("s2f"),
    ops.F2I: _named("f2i"),
    ops.FBITS: _named("fbits"),
    ops.SBITS: _named("sbits"),
    ops.IFBITS: _named("ifbits"),
    ops.ISBITS: _named("isbits"),
    ops.CONTEXT: _named("context"),
    ops.ADDO: _checked("addo"),
    ops.SUBO: _subo,
    ops.MULO: _checked("mulo"),
    ops.UADDO: _checked("uaddo"),
    ops.USUBO: _checked("usubo"),
    ops.UMULO: _checked("umulo"),
    ops.SHLO: _shifted("shlo"),
    ops.USHLO: _shifted("ushlo"),
    ops.SEXT8: _extension(8, True),
    ops.SEXT16: _extension(16, True),
    ops.SEXT32: _extension(32, True),
    ops.ZEXT8: _extension(8, False),
    ops.ZEXT16: _extension(16, False),
    ops.ZEXT32: _extension(32, False),
    ops.SELECT: _select,
    ops.LT: _lt,
    ops.ULT: _ult,
    ops.ULE: _ule,
    ops.CCALL: _ccall,
    ops.GUARD: _guard,
    ops.LOAD: _load,
    ops.STORE: _store,
}
