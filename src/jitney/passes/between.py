"""Two branches on the same word become one: `48 <= c <= 57`, `c == 10 or c == 9`, `0 <= y < height`.

Where one branch leads to another that has nothing but its own comparison before it, and both have a target in common,
what a word has to be to get past both is a set of numbers. An interval takes one comparison, unsigned, of the
difference to its beginning (H. Warren, Hacker's Delight, section 4-1); two numbers that differ in one bit take one with
that bit set. So does `0 <= y < n` with an n that is not negative.

Comes behind what makes vectors, as lanes have their own ways with masks; if-conversion then sees fewer branches.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.function import BRANCH
from ..ir.types import BOOL, I64, MAX, MIN
from .rewrite import count_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

    Intervals = list[tuple[int, int]]

_TESTS = frozenset((ops.EQ, ops.NE, ops.LT, ops.LE, ops.ULE))
_MOST = 2
"""The most operations before the second branch."""


def run(function: Function) -> None:
    if not any(_follows(block) is not None for block in function.blocks):
        return
    edges: dict[int, int] = {}
    for block in function.blocks:
        for target in block.targets:
            edges[target.id] = edges.get(target.id, 0) + 1
    used = count_uses(function)
    gone: set[int] = set()
    for block in reversed(function.blocks):
        while (ways := _follows(block)) is not None:
            second = block.targets[ways[0]]
            if edges[second.id] != 1 or not _joined(function, block, *ways, used):
                break
            gone.add(second.id)
    if gone:
        function.blocks = [block for block in function.blocks if block.id not in gone]


def _follows(block: Block) -> tuple[int, int] | None:
    """Where two branches may become one: which target has the second one, and which target of that is the first's."""
    if block.kind != BRANCH or block.operands[0].op not in _TESTS:
        return None
    for number in (0, 1):
        second, other = block.targets[number], block.targets[1 - number]
        if second.kind == BRANCH and not second.params and len(second.code) <= _MOST:
            for way in (0, 1):
                if second.targets[way] is other and second.arguments[way] == block.arguments[1 - number]:
                    return number, way
    return None


def _joined(function: Function, block: Block, number: int, shared: int, used: dict[int, int]) -> bool:
    """Does both branches at the end of the block, if one comparison can."""
    second, other = block.targets[number], block.targets[1 - number]
    first, then = block.operands[0], second.operands[0]
    if any(used.get(value.id) != 1 or (value is not then and value not in then.args) for value in second.code):
        return False
    test = _below(function, first, number == 0, then, shared == 1, second.code)
    truth = True
    if test is None:
        found = _set(first, number == 0), _set(then, shared == 1)
        if found[0] is None or found[1] is None or found[0][0] is not found[1][0]:
            return False
        word = found[0][0]
        wanted = _common(found[0][1], found[1][1])
        test = _member(function, word, wanted)
        if test is None:
            truth = False
            test = _member(function, word, _without(word, wanted))
            if test is None:
                return False
    for value in test:
        value.line = then.line
        used[value.id] = 1
    if used[first.id] == 1:
        block.code = [value for value in block.code if value is not first]
    block.code += test
    past, arguments = second.targets[1 - shared], second.arguments[1 - shared]
    left = block.arguments[1 - number]
    if truth:
        block.branch(test[-1], past, other, arguments, left)
    else:
        block.branch(test[-1], other, past, left, arguments)
    return True


def _set(test: Value, truth: bool) -> tuple[Value, Intervals] | None:
    """The word that is tested against constants, and what it is where the test comes out so."""
    if test.op not in _TESTS:
        return None
    x, y = test.args
    if x.type != I64 or x.is_const == y.is_const:
        return None
    word, number = (y, x.attr) if x.is_const else (x, y.attr)
    low, high = number, number
    op = test.op
    if op == ops.NE:
        truth = not truth
    elif op == ops.ULE:
        if word is y or word.op != ops.ADD or not word.args[1].is_const or number < 0:
            return None
        word, low = word.args[0], -word.args[1].attr
        high = low + number
        if low < MIN or high > MAX:
            return None
    elif op != ops.EQ:
        step = op == ops.LT
        low, high = (number + step, MAX) if word is y else (MIN, number - step)
    found = _common([(low, high)], [(word.lo, word.hi)])
    return word, found if truth else _without(word, found)


def _common(some: Intervals, others: Intervals) -> Intervals:
    pairs = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return sorted([(low, high) for low, high in pairs if low <= high])


def _without(word: Value, intervals: Intervals) -> Intervals:
    """What else the word may be."""
    found, start = [], word.lo
    for low, high in [*intervals, (word.hi + 1, word.hi + 1)]:
        if start < low:
            found.append((start, low - 1))
        start = high + 1
    return found


def _member(function: Function, word: Value, intervals: Intervals) -> list[Value] | None:
    """Values of which the last one tells whether the word is in one of the intervals; None if that takes more."""
    const = function.const
    if len(intervals) == 1:
        ((low, high),) = intervals
        if low == high:
            return [function.value(ops.EQ, BOOL, (word, const(I64, low)))]
        if low <= word.lo:
            return [function.value(ops.LE, BOOL, (word, const(I64, high)))]
        if high >= word.hi:
            return [function.value(ops.LE, BOOL, (const(I64, low), word))]
        if high - low > MAX or -low > MAX:
            return None
        moved = function.value(ops.ADD, I64, (word, const(I64, -low)))
        if word.lo - low >= MIN and word.hi - low <= MAX:
            moved.lo, moved.hi = word.lo - low, word.hi - low
        return [moved, function.value(ops.ULE, BOOL, (moved, const(I64, high - low)))]
    if len(intervals) == 2 and all(low == high for low, high in intervals):
        one, other = intervals[0][0], intervals[1][0]
        bit = one ^ other
        if bit > 0 and bit & (bit - 1) == 0:
            both = function.value(ops.OR, I64, (word, const(I64, bit)))
            return [both, function.value(ops.EQ, BOOL, (both, const(I64, one | bit)))]
    return None


def _below(
    function: Function, first: Value, truth: bool, then: Value, too: bool, code: list[Value]
) -> list[Value] | None:
    """One test for a word that is not negative and below another that isn't either; the tests come in any order."""
    for (test, so), (bound, is_below) in (((first, truth), (then, too)), ((then, too), (first, truth))):
        sign = _set(test, so)
        if sign is None or sign[1] != [(0, sign[0].hi)]:
            continue
        word = sign[0]
        if bound.op not in (ops.LT, ops.LE) or word not in bound.args:
            continue
        x, y = bound.args
        if y.is_const or x.is_const or x is y:
            continue
        limit = y if word is x else x
        if limit.lo < 0 or limit in code:
            continue
        # word < limit, word <= limit; or the opposite of limit <= word, limit < word
        if is_below == (word is x):
            op = ops.ULT if (bound.op == ops.LT) == is_below else ops.ULE
            return [function.value(op, BOOL, (word, limit))]
    return None
