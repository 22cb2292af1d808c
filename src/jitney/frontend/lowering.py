"""Lowering: blocks of the flow graph become blocks of IR, one version for each combination of types.

A version of a block is known by the types of the variables that are live where it begins. Versions are lowered in the
order of the flow graph, so that when one is begun all ways into it that lead forward are known: then a live variable is
a parameter of the IR block only if they bring different values, or if the block heads a loop that assigns it. An edge
that comes later, from the end of a loop, may join a version if the types are the same, and all values that are not
parameters; otherwise it makes a new version, which is how the first iteration of a loop gets peeled off when it changes
the type of an accumulator.

References: M. Braun et al., Simple and Efficient Construction of SSA Form, CC 2013; M. Chevalier-Boisvert and
M. Feeley, Simple and Effective Type Check Removal through Lazy Basic Block Versioning, ECOOP 2015.
"""

from __future__ import annotations

import heapq

from ..ir.builder import Builder, Scope, common
from ..ir.function import BAIL, PASS_ON, RAISE, Callee, Exit, Function, Upcall
from ..ir.types import F32, F64, I64
from ..machine.context import WORD_COUNT
from . import flow, iteration, raising, unrolling
from . import syntax as ast
from .expressions import Expressions
from .loops import Collect, Loop, Loops, PartInit
from .objects import Upcaller, returned
from .types import (
    NONE,
    UNBOUND,
    Array,
    Buffer,
    Object,
    Raised,
    Tuple,
    Val,
    are_numbers,
    divided,
    is_number,
    limit,
    limits,
    make_tuple,
    tuple_items,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, NoReturn

    from ..ir.function import Block, Value
    from .loops import PartResult
    from .session import Specialisation
    from .types import Type

MOST_VERSIONS = 8
"""Versions of one block that differ in types, before the function is refused."""
MOST_COPIES = 40
"""All versions of one block, those for other surroundings included."""
FEW_VALUES = 60
"""The most values of a body that is inlined outside of loops."""
MOST_COPIED = 3000
"""The most values that inlined functions may add to one."""


class NeedsSplit(Exception):
    """The call or subscript at `position` has a type that is known at run time only; it must end its block.

    `ways` has for each type whether it is that, and the value then; one of them is. `made` tells whether the value
    comes with references of its own.
    """

    def __init__(self, position: flow.Position, ways: list[tuple[Value, Val]], made: bool = False) -> None:
        self.position = position
        self.ways = ways
        self.made = made


class Unreachable(Exception):
    """What follows in this block is never reached."""


class Version:
    """A block of the flow graph for given types: `edges` lead here, `vals` are what the live variables are."""

    __slots__ = ("block", "edges", "flow", "only", "ranges", "scope", "slots", "types", "vals")

    def __init__(self, flow: flow.Block, types: tuple[Type, ...], block: Block) -> None:
        self.flow = flow
        self.types = types
        self.block = block
        self.edges: list[tuple[list[Value], list[Val], Scope]] = []
        self.vals: list[Val] | None = None  # until lowered
        self.slots: list[tuple[int, int]] = []  # which words of which live variables are parameters
        self.ranges: dict[tuple[int, int], tuple[int, int]] = {}  # what was found of these from the edges that led here
        self.only = not any(version.types == types for version in flow.versions)
        self.scope: Scope | None = None

    def takes(self, vals: list[Val], scope: Scope) -> bool:
        """Whether an edge with these values may lead here now."""
        mine = self.vals
        if mine is None:
            return True
        slots = set(self.slots)
        for k, (a, b) in enumerate(zip(mine, vals, strict=True)):
            if a is not b:
                for j, (x, y) in enumerate(zip(a.words, b.words, strict=True)):
                    if x is not y and (k, j) not in slots:
                        return False
                    if (k, j) in self.ranges:
                        lo, hi = self.ranges[k, j]
                        if y.lo < lo or y.hi > hi:
                            return False
        return common(self.scope, scope) is self.scope  # type: ignore[arg-type]


class Lowering(Expressions):
    """Lowers one function for given types of its parameters."""

    def __init__(self, spec: Specialisation, splits: set[flow.Position]) -> None:
        source = spec.source
        self.spec = spec
        self.session = spec.session
        self.fastmath = bool(spec.owner._options.get("fastmath"))
        self.splits = splits
        self.graph = self.make_graph()
        self.function = Function(spec.symbol, filename=source.filename)
        self.b = Builder(self.function)
        self.env: dict[str, Val] = {}
        self.node: Any = source.node
        self.temporaries: list[Value] = []
        """References to objects that the statement at hand has made and nothing holds yet."""
        self.owning = any(type.owners for type in spec.types)
        self.queue: list[tuple[int, int, Version]] = []
        self.serial = 0
        self.returns: list[tuple[Block, Val, int]] = []
        self.exits: dict[Any, Exit] = {}
        self.block: Value | None = None  # that of its parallel loops
        self.room = MOST_COPIED
        self.below: dict[int, Value] = {}
        """By the id of a word: another that is known to be greater."""
        self.entering: dict[int, tuple[int, int]] = {}
        """By the id of a number that a loop counts: bounds of what it begins with, which is relied on."""

    def make_graph(self) -> flow.Graph:
        source = self.spec.source
        loops = Loops(source) if self.spec.owner._options.get("parallel") else None
        return flow.build(source.node, source.parameters, self.splits, loops)

    def lower(self) -> Function:
        self.begin()
        while self.queue:
            _, _, version = heapq.heappop(self.queue)
            self.lower_version(version)
        self.finish_returns()
        for block in self.graph.blocks:
            if len(block.versions) > 1:
                self.pair_versions(block.versions)
        return self.function

    def pair_versions(self, versions: list[Version]) -> None:
        """Notes which versions of a block may be alike: those of different rounds are not."""
        rounds: dict[tuple[Type, ...], list[Version]] = {}
        for second in versions:
            if second.vals is None:
                continue
            earlier = rounds.setdefault(tuple([t for t in second.types if isinstance(t, iteration.At)]), [])
            others = [val.words for val in second.vals]
            own = set(second.slots)
            for first in earlier:
                mine = [val.words for val in first.vals or ()]
                shapes = [[word.type for word in words] for words in mine]
                if own <= set(first.slots) and shapes == [[word.type for word in words] for words in others]:
                    if all(
                        x is y or (k, j) in first.slots
                        for k, (a, b) in enumerate(zip(mine, others, strict=True))
                        for j, (x, y) in enumerate(zip(a, b, strict=True))
                    ):
                        words = [(mine[k][j], others[k][j]) for k, j in first.slots]
                        self.function.versions.append((first.block, second.block, words))
            earlier.append(second)

    # Versions and edges.

    def begin(self) -> None:
        """The entry block, with the function's parameters, and the edge to the first version."""
        entry = self.function.block()
        self.function.blocks.append(entry)
        self.b.enter(entry, Scope(None))
        spec = self.spec
        for name, type in zip(spec.source.parameters, spec.types, strict=True):
            words = tuple([self.function.param(entry, word) for word in type.words])
            limit(type, words)
            self.env[name] = Val(type, words)
            if isinstance(type, Buffer):
                self.function.extents[words[0].id] = type.memory.size, words[1:2]
            elif isinstance(type, Array) and type.contiguous:
                self.function.extents[words[0].id] = type.dtype.memory.size, words[1 : 1 + type.ndim]
        self.b.line = spec.source.node.lineno
        entry.line = self.b.line
        self.function.too_deep = self.exit(RAISE, raising.Raise(raising.too_deep, (), self.position()), (), False)
        self.jump(self.graph.blocks[0])

    def version(self, target: flow.Block, vals: list[Val]) -> Version:
        """The version of a block that an edge with these values leads to."""
        types = tuple([val.type for val in vals])
        scope = self.b.scope
        kinds = set()
        for version in target.versions:
            if version.types == types and version.takes(vals, scope):
                return version  # type: ignore[no-any-return]
            kinds.add(version.types)
        kinds.add(types)
        if len(target.versions) >= MOST_COPIES or (len(kinds) > MOST_VERSIONS and not iteration.unrolls(types)):
            if self.function.unrolled:
                raise unrolling.TooLarge
            self.too_many(target, kinds)
        block = self.function.block()
        block.depth = target.depth
        version = Version(target, types, block)
        target.versions.append(version)
        self.serial += 1
        heapq.heappush(self.queue, (target.index, self.serial, version))
        return version

    def too_many(self, target: flow.Block, kinds: set[tuple[Type, ...]]) -> NoReturn:
        names = []
        for name, column in zip(target.live, zip(*kinds, strict=True), strict=True):
            if len(set(column)) > 1 and not name.startswith("."):
                names.append(f"{name} may be {', '.join(sorted({type.name for type in column}))}")
        which = "; ".join(names) or "of the parts of an expression, or of loops in loops"
        self.unsupported(
            f"too many combinations of types meet here: {which}.",
            "give each variable one type, for example start an accumulator as 0.0 where floats are added",
        )

    def edge(self, target: flow.Block) -> tuple[Block, list[Value]]:
        """An edge from the current point: the IR block, and the list that will hold the arguments."""
        env = self.env
        vals = [env.get(name) or _UNBOUND for name in target.live]
        version = self.version(target, vals)
        arguments: list[Value] = []
        if version.vals is None:
            version.edges.append((arguments, vals, self.b.scope))
        else:
            arguments.extend([vals[k].words[j] for k, j in version.slots])
        return version.block, arguments

    def dying(self, target: flow.Block) -> list[Value]:
        """The references owned by variables that are dead in `target`."""
        if not self.owning:
            return []
        live = set(target.live)
        return [val.words[k] for name, val in self.env.items() if name not in live for k in val.type.owners]

    def jump(self, target: flow.Block) -> None:
        for owner in self.dying(target):
            self.b.release(owner)
        self.b.block.jump(*self.edge(target))

    def branch(self, condition: Value, then: flow.Block, otherwise: flow.Block) -> None:
        if condition.is_const:
            self.jump(then if condition.attr else otherwise)
            return
        block = self.b.block
        ends = []
        for target in (then, otherwise):
            dead = self.dying(target)
            if not dead:
                ends.append(self.edge(target))
                continue
            between, scope = self.function.block(), self.b.scope
            between.depth = target.depth
            self.function.blocks.append(between)
            self.b.enter(between, Scope(scope))
            self.jump(target)
            self.b.enter(block, scope)
            ends.append((between, []))
        block.branch(condition, ends[0][0], ends[1][0], ends[0][1], ends[1][1])

    def lower_version(self, version: Version) -> None:
        block = version.block
        self.function.blocks.append(block)
        self.open(version)
        flowing = version.flow
        try:
            for statement in flowing.statements:
                self.statement(statement)
            self.terminator(flowing)
        except Unreachable:
            self.temporaries.clear()

    def open(self, version: Version) -> None:
        """Makes the version's parameters, now that all edges that lead forward are known, and enters its block."""
        edges, flowing = version.edges, version.flow
        scope = edges[0][2]
        for _, _, other in edges[1:]:
            scope = common(scope, other)
        version.scope = Scope(scope)
        block, slots = version.block, version.slots
        first = edges[0][1]
        vals = list(first)
        # Only variables that differ, or that the loop assigns, are looked at: there may be many more.
        differing = {k for _, others, _ in edges[1:] for k, val in enumerate(others) if val is not first[k]}
        varying: set[int] = set()
        if flowing.loop is not None and not self.is_round(flowing, vals):
            varying = {k for k, name in enumerate(flowing.live) if name in flowing.loop}
        for k in sorted(differing | varying):
            columns = [others[k].words for _, others, _ in edges]
            words = list(first[k].words)
            for j, word in enumerate(words):
                if k in varying or any(column[j] is not word for column in columns):
                    words[j] = param = self.function.param(block, word.type)
                    slots.append((k, j))
                    if k not in varying and word.type == I64 and version.only:  # another one takes what this doesn't
                        param.lo = min(column[j].lo for column in columns)
                        param.hi = max(column[j].hi for column in columns)
                        version.ranges[k, j] = param.lo, param.hi
            vals[k] = Val(first[k].type, tuple(words))
            for j, lo, hi in limits(first[k].type):
                if words[j] is not first[k].words[j]:  # a parameter of this version, so it is of that type
                    self.b.narrow(words[j], lo, hi)
        version.vals = vals
        for arguments, others, _ in edges:
            arguments.extend([others[k].words[j] for k, j in slots])
        self.env = dict(zip(flowing.live, vals, strict=True))
        self.b.enter(block, version.scope)
        if varying and flowing.statements and isinstance(flowing.statements[0], flow.ForItem):
            self.bound(version, flowing.statements[0].loop)
        version.edges = []

    def bound(self, version: Version, loop: Any) -> None:
        """Notes what is known of where a loop is, at the beginning of an iteration."""
        k = version.flow.live.index(loop.state)
        state = self.env[loop.state]
        if all((k, j) in version.slots for j in range(len(state.words))):
            before = [vals[k] for _, vals, _ in version.edges] if version.only else []
            iteration.bound(self, self.env[loop.fixed], state, before)
            if version.only:
                for j, word in enumerate(state.words):
                    if word.id in self.entering:
                        version.ranges[k, j] = self.entering[word.id]

    def is_round(self, flowing: flow.Block, vals: list[Val]) -> bool:
        """Whether a loop's first block is for one round only, as the loop is unrolled: no way leads back to it."""
        first = flowing.statements[0] if flowing.statements else None
        if not isinstance(first, flow.ForItem):
            return False
        return isinstance(vals[flowing.live.index(first.loop.state)].type, iteration.At)

    # Statements.

    def statement(self, statement: Any) -> None:
        kind = type(statement)
        if kind is flow.ForInit:
            self.at(statement.node.iter)
            value = self.lower_expression(statement.iterable)
            source = iteration.fixed(self, value)
            if self.spec.unrolls:
                source = unrolling.unrolled(self, statement.node, source)
            self.bind(statement.fixed, source)
            self.env[statement.state] = iteration.start(self, self.env[statement.fixed])
        elif kind is flow.ForItem:
            loop = statement.loop
            self.at(loop.node.target)
            item = iteration.item(self, self.env[loop.fixed], self.env[loop.state])
            self.assign(loop.node.target, item)
        elif kind is flow.ForAdvance:
            loop = statement.loop
            self.at(loop.node)
            self.env[loop.state] = iteration.advance(self, self.env[loop.fixed], self.env[loop.state])
        elif kind is flow.Forget:
            self.unbind(statement.name)
        elif kind in (Loop, PartInit, Collect):
            self.parallel(statement)
        else:
            self.at(statement)
            method = getattr(self, "s_" + kind.__name__, None)
            if method is None:
                self.unsupported(f"the statement {_KEYWORDS.get(kind.__name__, kind.__name__.lower())!r}")
            method(statement)
        self.settle()

    def parallel(self, statement: Any) -> None:
        """One of the statements that parallel loops are made of."""
        from . import parallel

        if isinstance(statement, Loop):
            self.at(statement.node.iter)
            parallel.run(self, statement)
        elif isinstance(statement, Collect):
            parallel.collect(self, statement.loop)
        else:
            iterations = self.iterations
            self.env[statement.loop.fixed] = iterations
            self.env[statement.loop.state] = iteration.start(self, iterations)

    def x_PartResult(self, node: PartResult) -> Val:
        from . import parallel

        return parallel.part_result(self, node)

    def settle(self) -> None:
        """The end of a statement: what it made and nothing holds goes."""
        for owner in self.temporaries:
            self.b.release(owner)
        self.temporaries.clear()

    def at(self, node: Any) -> None:
        self.node = node
        self.b.line = node.lineno

    def s_Assign(self, node: ast.Assign) -> None:
        value = self.lower_expression(node.value)
        for target in node.targets:
            self.assign(target, value)

    def s_Expr(self, node: ast.Expr) -> None:
        self.lower_expression(node.value)

    def s_Delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if not isinstance(target, ast.Name):
                self.unsupported("del of anything but a variable")
            self.read(target.id)
            self.unbind(target.id)

    def s_Raise(self, node: ast.Raise) -> None:
        if node.exc is None:
            self.unsupported("raise without an exception")
        known = node.cause is None or (isinstance(node.cause, ast.Constant) and node.cause.value is None)
        if not known:
            self.unsupported("raise ... from ...")
        value = self.lower_expression(node.exc)
        self.at(node)
        kind, arguments = value.type, [value]
        if isinstance(kind, Raised):
            arguments = divided(value, kind.parts)
        elif isinstance(kind, Object):
            arguments = []
        called = kind.cls if isinstance(kind, Raised) else kind.value if isinstance(kind, Object) else None
        recipe = raising.raiser(called, isinstance(kind, Raised), node.cause is not None)
        self.leave(self.raises(recipe if called is not None else raising.raise_value, *arguments))

    def s_AssertFails(self, node: Any) -> None:
        arguments = [self.lower_expression(argument) for argument in node.args]
        self.at(node)
        self.leave(self.raises(raising.raiser(AssertionError, True), *arguments))

    def assign(self, target: ast.expr, value: Val) -> None:
        if isinstance(target, ast.Name):
            if isinstance(value.type, iteration.Source) and not target.id.startswith("."):
                self.unsupported("an iterator in a variable", "iterate over it where it is made")
            self.bind(target.id, value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            self.unpack(target, value)
        elif isinstance(target, ast.Subscript):
            self.store_item(target, value)
        else:
            self.unsupported(f"assignment to {_article(target)}", node=target)

    def unpack(self, target: ast.Tuple | ast.List, value: Val) -> None:
        self.at(target)
        if any(isinstance(element, ast.Starred) for element in target.elts):
            self.unsupported("a starred target, which makes a list", "take the items by slices", node=target)
        items = self.items(value, len(target.elts))
        for element, item in zip(target.elts, items, strict=True):
            self.assign(element, item)

    def bind(self, name: str, value: Val) -> None:
        """The variable holds `value` from here on."""
        old = self.env.get(name)
        for k in value.type.owners:
            self.owning = True
            owner = value.words[k]
            if owner in self.temporaries:
                self.temporaries.remove(owner)
            else:
                self.b.retain(owner)
        self.env[name] = value
        if old is not None:  # not sooner than at the statement's end: another target may be about to get it
            self.temporaries += [old.words[k] for k in old.type.owners]

    def unbind(self, name: str) -> None:
        old = self.env.pop(name)
        for k in old.type.owners:
            self.b.release(old.words[k])

    def made(self, value: Val) -> Val:
        """Takes charge of a value that comes with references of its own."""
        for k in value.type.owners:
            self.owning = True
            self.temporaries.append(value.words[k])
        return value

    # Terminators.

    def terminator(self, flowing: flow.Block) -> None:
        kind = flowing.kind
        if flowing.node is not None:
            self.at(flowing.node)
        if any(target.loop is not None and target.index <= flowing.index for target in flowing.targets):
            self.poll(flowing)
        self.b.block.line = self.b.line
        if kind == flow.JUMP:
            self.jump(flowing.targets[0])
        elif kind == flow.BRANCH:
            self.at(flowing.subject)
            condition = self.truth(self.lower_expression(flowing.subject))
            self.settle()
            self.branch(condition, *flowing.targets)
        elif kind == flow.FOR:
            loop = flowing.subject
            condition = iteration.test(self, self.env[loop.fixed], self.env[loop.state])
            self.branch(condition, *flowing.targets)
        elif kind == flow.RETURN:
            value = self.lower_expression(flowing.subject) if flowing.subject is not None else Val(NONE)
            self.return_(value)
        elif kind == flow.SPLIT:
            self.split(flowing)
        else:
            raise AssertionError("a statement that never ends has ended")

    def poll(self, flowing: flow.Block) -> None:
        """A safepoint at the end of an iteration, unless the whole loop is over in no time."""
        if flowing.kind == flow.FOR:
            loop = flowing.subject
            if isinstance(self.env[loop.state].type, iteration.At):
                return
            if flowing.targets[0].innermost and iteration.is_short(self.env[loop.fixed]):
                return
        self.b.poll(self.passes_on())

    def return_(self, value: Val) -> None:
        value = returned(self, value)
        self.check_room(value)
        self.settle()
        if self.owning:
            for val in self.env.values():
                for k in val.type.owners:
                    self.b.release(val.words[k])
        self.spec.result(value.type)
        self.returns.append((self.b.block, value, self.b.line))

    def finish_returns(self) -> None:
        """Return instructions, now that it is known how many types of results there are."""
        alternatives = self.spec.results
        self.function.results = self.spec.result_words()
        for block, value, line in self.returns:
            words = value.words
            if len(alternatives) > 1:
                self.b.enter(block, Scope(None))
                self.b.line = line
                bits = [self.b.word(alternatives.index(value.type)), *[self.to_bits(word) for word in words]]
                bits += [self.b.zero] * (len(self.function.results) - len(bits))
                words = tuple(bits)
            block.return_(words)
            block.line = line

    def split(self, flowing: flow.Block) -> None:
        """An expression whose value has one of several types: each is a way on."""
        target = flowing.targets[0]
        made = False
        try:
            ways = [(self.b.true, self.lower_expression(flowing.subject))]
        except NeedsSplit as need:
            if need.position != flow.position(flowing.subject):
                raise
            ways, made = need.ways, need.made
        if len(ways) > 1:
            self.settle()
        for tag, value in ways[:-1]:
            taken, following, scope = self.function.block(), self.function.block(), self.b.scope
            taken.depth = following.depth = flowing.depth
            self.b.block.branch(tag, taken, following)
            self.function.blocks += [taken, following]
            self.b.enter(taken, Scope(scope))
            env = dict(self.env)
            self.bind(flowing.name, self.made(value) if made else value)
            self.jump(target)
            self.env = env
            self.b.enter(following, Scope(scope))
        value = ways[-1][1]
        self.bind(flowing.name, self.made(value) if made else value)
        self.settle()
        self.jump(target)

    def to_bits(self, word: Value) -> Value:
        if word.type == F64:
            return self.b.fbits(word)
        if word.type == F32:
            return self.b.sbits(word)
        return word if word.type == I64 else self.b.b2i(word)

    def from_bits(self, word: Value, type: int) -> Value:
        if type == F64:
            return self.b.ifbits(word)
        if type == F32:
            return self.b.isbits(word)
        return word if type == I64 else self.b.ne(word, self.b.zero)

    def alternative(self, type: Type, bits: Sequence[Value]) -> Val:
        """A result of which only the tag says that it is of this type: the words that `limit` knows something of are
        copies, as what they are copied from is of another type otherwise."""
        words = [self.from_bits(word, kind) for word, kind in zip(bits, type.words, strict=False)]
        for number, lo, hi in limits(type):
            if lo < 0:
                words[number] = self.b.extend(words[number], hi.bit_length() + 1, True)
            else:
                words[number] = self.b.and_(words[number], self.b.word((1 << hi.bit_length()) - 1))
        return Val(type, tuple(words))

    # Diamonds within an operation.

    def either(
        self, condition: Value, then: Callable[[], list[Value]], otherwise: Callable[[], list[Value]], cold: int = 0
    ) -> list[Value]:
        """The words made by `then` where the condition is true, else those made by `otherwise`.

        `cold` is 1 or 2 where the first or second of them is rarely taken.
        """
        if condition.is_const:
            return then() if condition.attr else otherwise()
        return self._ways([(self.b.block, condition)], self.b.scope, then, otherwise, cold)

    def usually(
        self,
        conditions: Iterable[Callable[[], Value]],
        then: Callable[[], list[Value]],
        otherwise: Callable[[], list[Value]],
    ) -> list[Value]:
        """The same, of several conditions that usually hold. Each is made where those before it were found true."""
        b = self.b
        scope = b.scope
        gates: list[tuple[Block, Value]] = []
        for condition in conditions:
            if gates:
                block = self.function.block()
                block.depth, block.cold = b.block.depth, b.block.cold
                self.function.blocks.append(block)
                b.enter(block, Scope(b.scope))
            gates.append((b.block, condition()))
        return self._ways(gates, scope, then, otherwise, 2)

    def _ways(
        self,
        gates: list[tuple[Block, Value]],
        scope: Scope,
        then: Callable[[], list[Value]],
        otherwise: Callable[[], list[Value]],
        cold: int,
    ) -> list[Value]:
        b = self.b
        start = b.block
        ends: list[tuple[Block, list[Value]]] = []
        scopes: list[Scope] = []
        blocks = []
        for number, make in enumerate((then, otherwise), 1):
            block = self.function.block()
            block.depth, block.cold = start.depth, number == cold
            self.function.blocks.append(block)
            blocks.append(block)
            b.enter(block, Scope(scope))
            try:
                words = make()
            except Unreachable:
                continue
            ends.append((b.block, words))
            scopes.append(b.scope)
        ways = [*[block for block, _ in gates[1:]], blocks[0]]
        for (block, condition), way in zip(gates, ways, strict=True):
            block.branch(condition, way, blocks[1])
            block.line = b.line
        if not ends:
            raise Unreachable
        if len(ends) == 1:  # the other never comes back
            b.enter(ends[0][0], scopes[0])
            return ends[0][1]
        done = self.function.block()
        done.depth, done.cold = start.depth, start.cold
        self.function.blocks.append(done)
        results = []
        for x, y in zip(ends[0][1], ends[1][1], strict=True):
            param = self.function.param(done, x.type)
            param.lo, param.hi = min(x.lo, y.lo), max(x.hi, y.hi)
            results.append(param)
        for block, words in ends:
            block.jump(done, words)
            block.line = b.line
        b.enter(done, Scope(scope))
        return results

    # Ways out.

    def position(self) -> flow.Position:
        """Where the node at hand is."""
        return flow.position(self.node)

    def held(self) -> tuple[Value, ...]:
        if not self.owning:
            return ()
        owners = [val.words[k] for val in self.env.values() for k in val.type.owners]
        return (*owners, *self.temporaries)

    def exit(self, kind: str, payload: Any, operands: tuple[Value, ...], owning: bool = True) -> Exit:
        return Exit(kind, self.b.line, payload, operands, self.held() if owning else ())

    def raises(self, recipe: Callable[..., object], *vals: Val) -> Exit:
        """Leaves by the exception that `recipe(*objects)` raises, called with the Python objects of `vals`."""
        if getattr(self.node, "augmented", False):
            recipe = raising.IN_PLACE.get(recipe, recipe)
        value = make_tuple(list(vals))
        self.check_room(value)
        # What operands are made of must outlive the replay: their references are released after it.
        held, lent = list(self.held()), []
        for k in value.type.owners:
            if value.words[k] in held:
                held.remove(value.words[k])
                lent.append(k)
        payload = raising.Raise(recipe, value.type.items, self.position(), tuple(lent))  # type: ignore[attr-defined]
        return Exit(RAISE, self.b.line, payload, value.words, tuple(held))

    def check_room(self, value: Val) -> None:
        """Refuses what is too long for the words of the context, by which it is to travel."""
        if len(value.words) >= WORD_COUNT:
            self.unsupported(f"a tuple of {len(value.words)} values", "use an array")

    def bails(self, reason: str) -> Exit:
        """Leaves because what Python would compute has no place in compiled code."""
        key = (reason, self.b.line, self.held())
        found = self.exits.get(key)
        if found is None:
            found = self.exits[key] = self.exit(BAIL, raising.Bail(reason, self.position()), ())
        return found

    def raises_or_bails(self, recipe: Callable[..., object], reason: str, *vals: Val) -> Exit:
        """Leaves by the exception that `recipe(*objects)` raises; if it raises none, as `bails` does. The objects are
        numbers."""
        value = make_tuple(list(vals))
        payload = raising.Bail(reason, self.position(), recipe, value.type.items)  # type: ignore[attr-defined]
        return self.exit(BAIL, payload, value.words)

    def passes_on(self) -> Exit:
        return self.exit(PASS_ON, raising.PassOn(self.position()), ())

    def leave(self, exit: Exit) -> NoReturn:
        """Ends the block by leaving."""
        self.b.block.leave(exit)
        self.b.block.line = self.b.line
        raise Unreachable

    def refuse(self, recipe: Callable[..., object], *vals: Val) -> NoReturn:
        """Leaves where `recipe` is for other types: by what it raises, unless an int is beyond 64 bits."""
        if any(type(self.constant(val)) is int for val in vals if isinstance(val.type, Object)):
            self.leave(self.bails("an int left 64 bits"))
        self.leave(self.raises(recipe, *vals))

    # Calls out of compiled code.

    def object_upcall(self, function: Callable[..., object], vals: list[Val], result: Type) -> Val:
        """Calls a Python function with the objects of `vals`. It returns an object of the type `result`."""
        for val in vals:
            self.upcall_takes(val)
        argument = make_tuple(vals)
        self.check_room(argument)
        checked = bool(result.words) and not result.owners
        pure = is_number(result) and are_numbers(argument.type)
        upcaller = Upcaller(function, argument.type.items, result, checked, pure)  # type: ignore[attr-defined]
        self.session.keep(upcaller)
        name = getattr(function, "__name__", "function")
        upcall = Upcall(name, upcaller, (I64, *result.words) if checked else result.words)
        words = self.b.upcall(upcall, argument.words, self.passes_on())
        if pure:
            self.b.guard(self.b.ne(words[0], self.b.word(Upcaller.RAISED)), self.raises(function, *vals))
        if checked:
            self.b.guard(self.b.ne(words[0], self.b.zero), self.bails(f"{name} gave what compiled code cannot hold"))
            words = words[1:]
        else:
            limit(result, tuple(words))
        return self.made(Val(result, tuple(words)))

    def upcall_takes(self, val: Val) -> None:
        if isinstance(val.type, iteration.Source):
            self.unsupported("an iterator as an argument")
        if isinstance(val.type, Tuple):
            for item in tuple_items(val):
                self.upcall_takes(item)

    def may_inline(self, spec: Specialisation) -> bool:
        """Whether a call of it is to be replaced by a copy of it."""
        most = self.room if self.b.block.depth else min(self.room, FEW_VALUES)
        fits = self.session.inlining and 0 < spec.size <= most
        return fits and self.fastmath == bool(spec.owner._options.get("fastmath"))

    def call_specialisation(self, spec: Specialisation, words: tuple[Value, ...]) -> list[Value]:
        if self.may_inline(spec):
            self.spec.inlines(spec)
            self.room -= spec.size
            from .inlining import inline

            return inline(self, spec, words)
        parameters = tuple([word.type for word in words])
        self.spec.calls(spec)
        results = self.b.call(Callee(spec.symbol, parameters, spec.result_words()), words, self.passes_on())
        if len(spec.results) == 1:
            limit(spec.results[0], tuple(results))
        return results

    def ccall(
        self,
        symbol: str,
        address: int,
        parameters: tuple[int, ...],
        result: int,
        args: tuple[Value, ...],
        pure: bool = True,
    ) -> Value:
        from ..ir.function import CFunction

        return self.b.ccall(CFunction(symbol, address, parameters, result, pure), *args)

    def unsupported(self, message: str, hint: str | None = None, node: Any = None) -> NoReturn:
        """Refuses the function, pointing at the node at hand."""
        raise raising.refusal(self, message, hint, node or self.node)

    def items(self, value: Val, count: int) -> list[Val]:
        """`value` unpacked into `count` items; raises what Python raises if it has another number of them."""
        if hasattr(value.type, "items"):
            found = tuple_items(value)
            if len(found) != count:
                self.leave(self.raises(raising.unpacker(count), value))
            return found
        return self.unpack_buffer(value, count)


_UNBOUND = Val(UNBOUND)

_KEYWORDS = {
    "With": "with", "Try": "try", "FunctionDef": "def", "ClassDef": "class", "Global": "global",
    "Nonlocal": "nonlocal", "Import": "import", "ImportFrom": "from ... import", "Match": "match",
    "AugAssign": "augmented assignment to an attribute",
}  # fmt: skip


def _article(node: ast.expr) -> str:
    return {"Attribute": "an attribute", "Starred": "a starred target"}.get(type(node).__name__, "this target")
