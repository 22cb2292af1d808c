"""Parallel loops as syntax: what of a loop over `prange` its iterations share, and what they carry to one another.

The body of such a loop is lowered as a function of its own, a *part*, which runs some of the iterations (parallel.py).
What a variable is to it follows from liveness in the graph of that function:

    not live where an iteration begins   private to each iteration
    live there, not assigned             shared: the part gets its value
    live there, assigned                 carried; allowed as a reduction only

A reduction is a variable that the body changes by statements of one of the forms below, and uses for nothing else. Each
part begins with a value that changes nothing, and the parts' results are combined in their order afterwards, by
statements that this file makes: the lowering takes them like the user's own. Sums and products begin with 0 and 1, the
others with the value before the loop, as it does not matter how often they see it.

Variables that are used after the loop, and assigned in each iteration, get the values of the last part.
"""

from __future__ import annotations

import builtins
from types import ModuleType

from ..records import NamedTuple
from . import flow
from . import syntax as ast
from .prange import prange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .source import Source

if TYPE_CHECKING:
    Statement = Any


class Reduction(NamedTuple):
    """A variable that all iterations change: `combination` does with it and a part's result, the variable `partial`,
    what the loop does. Parts begin with `neutral`, or with the value before the loop if that is None.

    `function` is what must turn out to be min or max. `last`: of values that are equal, the last one is taken. Parts
    cannot do that, since they begin with an earlier one; which matters where equal values differ, as 0.0 and -0.0 do.
    """

    name: str
    partial: str
    neutral: int | None
    combination: ast.stmt
    function: ast.expr | None = None
    last: bool = False


class Loop:
    """The statement that runs a parallel loop. `outputs` are the variables that a part returns, first the reductions,
    then those that are used after the loop. `problem` is why it cannot be compiled: a message, a hint, where."""

    def __init__(self, node: ast.For, iterable: ast.expr, number: int) -> None:
        self.node = node
        self.iterable = iterable
        self.number = number
        self.fixed, self.state, self.result = f".for{number}", f".it{number}", f".part{number}"
        self.problem: tuple[str, str, ast.AST] | None = None
        self.reductions: list[Reduction] = []
        self.outputs: list[str] = []
        self.candidates: list[str] = []
        self.uses: list[str] = []
        self.head: Any = None  # the block of a part with which an iteration begins
        self.rest: Any = None  # the block behind the loop
        self.part_init = PartInit(self)
        self.collect = Collect(self)
        self.part_result = ast.copy_location(PartResult(self), node.iter)

    @property
    def combinations(self) -> list[Any]:
        return [reduction.combination for reduction in self.reductions]

    @property
    def loads(self) -> list[str]:
        names = list(self.uses)
        flow.loaded(self.iterable, names)
        return names

    @property
    def stores(self) -> list[str]:
        return [self.fixed, self.state]


class PartInit:
    """Where a part begins: which iterations are its own."""

    loads: tuple[str, ...] = ()

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.stores = [loop.fixed, loop.state]


class Collect:
    """Takes the result of a part to pieces: the partial results of the reductions, and the other outputs."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.loads = [loop.result]

    @property
    def stores(self) -> list[str]:
        return [reduction.partial for reduction in self.loop.reductions] + self.loop.candidates


class PartResult(ast.expr):
    """The result of the part that it is the turn of."""

    _fields = ("fixed", "state")

    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self.loop = loop
        self.fixed = ast.Name(loop.fixed, ast.Load())
        self.state = ast.Name(loop.state, ast.Load())


class Loops:
    """The parallel loops of one function."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.names = sorted(source.locals)
        self.made: list[Loop] = []

    def wants(self, node: ast.For) -> bool:
        """Whether the loop is one over prange."""
        return isinstance(node.iter, ast.Call) and self.value(node.iter.func) is prange

    def value(self, node: ast.expr) -> object:
        """What an expression of names and attributes of modules refers to, as things are now, or None."""
        if isinstance(node, ast.Attribute):
            owner = self.value(node.value)
            return getattr(owner, node.attr, None) if isinstance(owner, ModuleType) else None
        if not isinstance(node, ast.Name):
            return None
        function = self.source.function
        free = function.__code__.co_freevars
        if node.id in free:
            try:
                return function.__closure__[free.index(node.id)].cell_contents  # type: ignore[index]
            except ValueError:
                return None
        if node.id in self.source.locals:
            return None
        return function.__globals__.get(node.id, getattr(builtins, node.id, None))

    def loop(self, node: ast.For, iterable: ast.expr, number: int) -> Loop:
        """The loop, with the reductions that it has, and the variables that a part may need."""
        loop = Loop(node, iterable, number)
        for statement, what, hint in _stray(node.body):
            loop.problem = loop.problem or (f"{what} in a parallel loop", hint, statement)
        carried = self.carried(loop)
        for name in carried:
            found = _reduction(node.body, name, f"{loop.result}.{len(loop.reductions)}")
            if isinstance(found, Reduction):
                loop.reductions.append(found)
            elif loop.problem is None:
                loop.problem = f"{name!r} is carried from one iteration of a parallel loop to others.", _CARRIED, found
        loop.candidates = [name for name in loop.head.loop if name not in carried and not name.startswith(".")]
        self.made.append(loop)
        return loop

    def carried(self, loop: Loop) -> list[str]:
        """The variables that iterations assign, and read as an earlier one may have left them. Sets `uses`."""
        graph = flow.build_part(loop, self.names, set())
        loop.uses = list(graph.blocks[0].live)
        return [name for name in loop.head.live if name in loop.head.loop and not name.startswith(".")]

    def finish(self) -> None:
        """Now that it is known which variables are used after each loop: those are outputs of its parts, too."""
        for loop in self.made:
            names = [reduction.name for reduction in loop.reductions]
            last = sorted(name for name in loop.candidates if name in loop.rest.live)
            loop.outputs = names + last
            if last and loop.problem is None:
                for name in self.carried(loop):
                    if name not in names:
                        what = f"{name!r} is used after a parallel loop, and not assigned in each of its iterations."
                        loop.problem = (what, "assign it in each iteration, or loop over range()", loop.node.target)


_CARRIED = (
    "assign it in each iteration before it is used; or change it by one form of reduction only (x += ..., x *= ...,\n"
    "  x |= ..., x &= ..., x ^= ..., x = min(x, ...), x = max(x, ...)) and use it for nothing else in the loop;\n"
    "  or loop over range()"
)


def _stray(body: list[ast.stmt], within: bool = False) -> list[tuple[ast.stmt, str, str]]:
    """Statements that leave the loop, or take variables away. `within`: in a loop within, whose own `break` is."""
    found: list[tuple[ast.stmt, str, str]] = []
    for statement in body:
        if isinstance(statement, ast.Return):
            found.append((statement, "return", "note what was found in a variable or array, and return after the loop"))
        elif isinstance(statement, ast.Break) and not within:
            found.append((statement, "break", "iterations run side by side: all of them are run"))
        elif isinstance(statement, ast.Delete):
            found.append((statement, "del", "leave the variable alone"))
        inner = within or isinstance(statement, (ast.For, ast.While))
        found += _stray(getattr(statement, "body", []), inner)
        found += _stray(getattr(statement, "orelse", []), within)
    return found


# Reductions.

_SUM, _PRODUCT = (ast.Add, ast.Sub), (ast.Mult,)
_NEUTRAL: dict[Any, tuple[Any, int | None]] = {
    ast.Add: (ast.Add, 0),
    ast.Sub: (ast.Add, 0),
    ast.Mult: (ast.Mult, 1),
    ast.BitXor: (ast.BitXor, 0),
    ast.BitOr: (ast.BitOr, None),
    ast.BitAnd: (ast.BitAnd, None),
}
"""For an operator: the one that combines partial results, and what a part begins with."""

CHOICES = ("min", "max", "minimum", "maximum", "fmin", "fmax")
"""Names of functions that give back one of two arguments."""


def _reduction(body: list[ast.stmt], name: str, partial: str) -> Reduction | ast.AST:
    """The reduction that a variable of a loop's body is; or a place where it is used otherwise."""
    found: list[tuple[ast.AST, tuple[Any, ...], Reduction]] = []
    counted: set[int] = set()
    for node in (node for statement in body for node in ast.walk(statement)):
        made = _form(node, name, partial) if isinstance(node, ast.stmt) else None
        if made is not None:
            kind, reduction = made
            found.append((node, kind, reduction))
            counted.update(id(use) for use in _uses(node, name))
    for use in (use for statement in body for use in _uses(statement, name)):
        if id(use) not in counted:
            return use
    first = found[0]
    other = next((node for node, kind, _ in found if kind != first[1]), None)
    return other if other is not None else first[2]


def _uses(node: ast.AST, name: str) -> list[ast.Name]:
    return [use for use in ast.walk(node) if isinstance(use, ast.Name) and use.id == name]


def _form(node: ast.stmt, name: str, partial: str) -> tuple[tuple[Any, ...], Reduction] | None:
    """What kind of reduction of the variable a statement is, if it is one."""
    count = len(_uses(node, name))

    def is_it(part: ast.AST) -> bool:
        return isinstance(part, ast.Name) and part.id == name

    def by_operator(op: Any) -> tuple[tuple[Any, ...], Reduction]:
        combining, neutral = _NEUTRAL[op]
        value = ast.BinOp(ast.Name(name, ast.Load()), combining(), ast.Name(partial, ast.Load()))
        return (combining,), Reduction(name, partial, neutral, _assigned(name, value, node))

    if isinstance(node, ast.AugAssign) and is_it(node.target) and count == 1 and type(node.op) in _NEUTRAL:
        return by_operator(type(node.op))
    if isinstance(node, ast.If):
        return _conditional(node, name, partial) if count == 2 else None
    if not (isinstance(node, ast.Assign) and len(node.targets) == 1 and is_it(node.targets[0]) and count == 2):
        return None
    value = node.value
    if isinstance(value, ast.BinOp) and type(value.op) in _NEUTRAL:
        op = type(value.op)
        if is_it(value.right) and op is not ast.Sub:
            return by_operator(op)
        alike: tuple[Any, ...] = _SUM if op in _SUM else (op,)
        left: ast.expr = value
        while isinstance(left, ast.BinOp) and type(left.op) in alike:
            left = left.left
        return by_operator(op) if is_it(left) else None
    if isinstance(value, ast.Call) and not value.keywords and len(value.args) > 1:
        called = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "")
        places = [place for place in (0, len(value.args) - 1) if is_it(value.args[place])]
        if called in CHOICES and places:
            pair: list[ast.expr] = [ast.Name(name, ast.Load()), ast.Name(partial, ast.Load())]
            chosen = ast.Call(value.func, pair if places[0] == 0 else pair[::-1], [])
            last = places[0] != 0 or called not in ("min", "max")
            reduction = Reduction(name, partial, None, _assigned(name, chosen, node), value.func, last)
            return (ast.dump(value.func), places[0] == 0), reduction
    return None


def _conditional(node: ast.If, name: str, partial: str) -> tuple[tuple[Any, ...], Reduction] | None:
    """`if value < x: x = value`, and the like."""
    test, body = node.test, node.body
    if node.orelse or len(body) != 1 or not isinstance(body[0], ast.Assign) or not isinstance(test, ast.Compare):
        return None
    if len(test.ops) != 1 or not isinstance(test.ops[0], (ast.Lt, ast.LtE, ast.Gt, ast.GtE)):
        return None
    sides = [test.left, test.comparators[0]]
    places = [place for place, side in enumerate(sides) if isinstance(side, ast.Name) and side.id == name]
    targets = body[0].targets
    if not places or len(targets) != 1 or not isinstance(targets[0], ast.Name) or targets[0].id != name:
        return None
    place = places[0]
    if ast.dump(sides[1 - place]) != ast.dump(body[0].value):
        return None
    sides[place] = ast.Name(name, ast.Load())
    sides[1 - place] = ast.Name(partial, ast.Load())
    assigned = _assigned(name, ast.Name(partial, ast.Load()), node)
    made = ast.copy_location(ast.If(ast.Compare(sides[0], test.ops, [sides[1]]), [assigned], []), node)
    last = isinstance(test.ops[0], (ast.LtE, ast.GtE))
    reduction = Reduction(name, partial, None, ast.fix_missing_locations(made), None, last)
    return (type(test.ops[0]), place), reduction


def _assigned(name: str, value: ast.expr, like: ast.AST) -> Any:
    made = ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], value), like)
    return ast.fix_missing_locations(made)
