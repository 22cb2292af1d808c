"""Loops over ranges of few numbers, written once for each: `for dy in range(-1, 2)` within another loop.

Such a loop is like one over a tuple (iteration.py): its state is a type that counts, so each round is a version of the
loop's blocks, in which the number is a constant, or the first number and a constant. What depends on it folds while it
is emitted; passes see straight code, which they can spread over the lanes of the loop around. How many numbers there
are has to be known while compiling, their values need not be: `range(y - 1, y + 2)`.

Not unrolled: what comes out large, and loops around others that go round longer.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.types import MAX, MIN
from . import syntax as ast
from .iteration import Count, Source, at
from .types import INT, Val, _interned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Value
    from .lowering import Lowering

MOST_ROUNDS = 32
MOST_NODES = 400
"""The most nodes of the syntax tree that a loop may come to within another loop,"""
MOST_NODES_ONCE = 100
"""and outside of loops."""
TOO_MANY = 1 << 30


class TooLarge(Exception):
    """With loops unrolled, there are too many versions of some block."""


class Few(Source):
    """A range of `count` numbers: the state is a type that counts, what is fixed is the first number."""

    __slots__ = ("count",)

    def __init__(self, step: int, count: int) -> None:
        super().__init__((INT,), step)
        self.count = count

    def start(self, L: Lowering, fixed: Val) -> Val:
        return Val(at(0))

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        return L.b.bool(state.type.number < self.count)  # type: ignore[attr-defined]

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return Val(INT, (L.b.add(fixed.word, L.b.word(state.type.number * self.step)),))  # type: ignore[attr-defined]

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return Val(at(state.type.number + 1))  # type: ignore[attr-defined]


def _few(step: int, count: int) -> Few:
    key = (Few, step, count)
    found = _interned.get(key)
    if found is None:
        found = _interned[key] = Few(step, count)
    return found  # type: ignore[return-value]


def unrolled(L: Lowering, loop: ast.For, source: Val) -> Val:
    """What a `for` keeps fixed: `source`, or the same as Few."""
    if not isinstance(source.type, Count):
        return source
    first, stop = source.words
    count = _count(_gap(first, stop), source.type.step)
    most = MOST_NODES if L.b.block.depth else MOST_NODES_ONCE
    if count > MOST_ROUNDS or count * _weight(loop.body) > most:
        return source
    L.function.unrolled[loop.lineno] = L.b.block.depth + 1, count
    return Val(_few(source.type.step, count), (first,))


def _count(gap: int | None, step: int) -> int:
    return TOO_MANY if gap is None else max(0, -(-gap // step))


def _gap(first: Value, stop: Value) -> int | None:
    """stop - first, if that is known."""
    base, before = _sum(first)
    other, more = _sum(stop)
    return more - before if base is other else None


def _sum(word: Value) -> tuple[Value | None, int]:
    """A word as a value and a constant, whose sum doesn't overflow."""
    if word.is_const:
        return None, word.attr
    if word.op in (ops.ADD, ops.ADDO) and word.args[1].is_const:
        base, more = word.args[0], word.args[1].attr
        if word.op == ops.ADDO or (base.lo + more >= MIN and base.hi + more <= MAX):
            return base, more
    return word, 0


def _weight(statements: list[Any]) -> int:
    """About how much code statements are, with the loops in them unrolled."""
    return sum(map(_nodes, statements))


def _nodes(node: Any) -> int:
    if isinstance(node, ast.For):
        return _rounds(node.iter) * (1 + _weight(node.body))
    if isinstance(node, ast.While):
        return TOO_MANY
    return 1 + sum([_nodes(part) for part in ast.iter_child_nodes(node) if not isinstance(part, _NO_CODE)])


_NO_CODE = ast.expr_context, ast.operator, ast.cmpop, ast.boolop, ast.unaryop


def _rounds(iterable: Any) -> int:
    """How often a loop goes round, as far as its text tells: over a tuple, or from `x - 1` to `x + 2`."""
    if isinstance(iterable, ast.Tuple):
        return len(iterable.elts)
    if not (isinstance(iterable, ast.Call) and isinstance(iterable.func, ast.Name) and iterable.func.id == "range"):
        return TOO_MANY
    bounds = [_offset(argument) for argument in iterable.args]
    first, stop = [("", 0), *bounds] if len(bounds) == 1 else [*bounds, None, None][:2]
    if first is None or stop is None or first[0] != stop[0] or len(bounds) > 2:
        return TOO_MANY
    return max(0, stop[1] - first[1])


def _offset(node: Any) -> tuple[str, int] | None:
    """A number as the name of a variable, or "", and what is added to it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return "", node.value
    if isinstance(node, ast.Name):
        return node.id, 0
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        found = _offset(node.operand)
        return None if found is None or found[0] else ("", -found[1])
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        left, right = _offset(node.left), _offset(node.right)
        if left is not None and right is not None and not right[0]:
            return left[0], left[1] + (right[1] if isinstance(node.op, ast.Add) else -right[1])
    return None
