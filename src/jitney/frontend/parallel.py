"""Lowering of parallel loops: a function for a part of the iterations, and what runs all parts.

The iterations are divided into parts, up to MOST_PARTS, whatever the number of threads: so the results of reductions
depend on the count of iterations alone. In the function with the loop stands

    block = the words that a part needs: bounds of the loop, values of variables; behind them, room for results
    call driver(block, count of parts)
    for each part in turn: combine its results                      (loops.py has made the statements)

The *part* is a specialisation of its own, `part(block, number)`: it loads the words, finds out which iterations are
its own, and stores its results in their place. The *driver* calls it once for each number; as IR one after the other.
In machine code it is a jump to `share` (calls/workers.py), by which the threads of a pool take numbers from a counter.

The threads of the pool have no GIL, and what a part calls must not need it: `refuse_python` looks through it.
"""

from __future__ import annotations

import builtins
import copy
import sys

from ..errors import UnsupportedError
from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.function import NEW_ARRAY, PASS_ON, Callee, Exit, Function, Memory
from ..ir.types import BOOL as BIT
from ..ir.types import F32, F64, I64, KINDS
from . import flow, raising
from . import syntax as ast
from .iteration import Count, Source, Steps, _range_length, fixed
from .loops import CHOICES
from .lowering import Lowering, NeedsSplit, Unreachable
from .objects import borrowed, constant_words
from .session import Specialisation
from .source import source_line
from .types import BOOL, FLOAT, INT, RANGE, UNBOUND, Scalar, Val, is_number, limit, make_tuple, tuple_items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Value
    from .loops import Loop, Reduction
    from .types import Type

MOST_PARTS = 256
"""Enough for many threads to end at nearly the same time, few enough for parts to cost next to nothing."""

RESULT_BYTES, FEWEST_PARTS = 8 << 10, 64
"""Room for the results of all parts. It lies in the frame, and the stack may be short: so where parts have many
results, there are fewer parts, and a loop is refused that had less than FEWEST_PARTS."""

_KINDS = {I64: KINDS["i64"], F64: KINDS["f64"], F32: KINDS["f32"], BIT: KINDS["bool"]}
_BLOCK = "loop"
"""The alias class of blocks."""
_OWN = 2
"""Words of a block that say what is whose: how many iterations each part has, and how many parts have one more."""

_PARAMETERS = (I64, I64)
"""Of parts and drivers: the address of the block, and a number."""


class PartCount(Count):
    """The iterations of a part where the step is known. Words: first, stop; where the whole loop stops."""

    __slots__ = ()

    def bound(self, L: Lowering, fixed: Val, state: Val, before: list[Val]) -> None:
        super().bound(L, fixed, state, before)
        if self.step > 0:
            L.below[state.word.id] = fixed.words[2]


class PartSteps(Steps):
    """The same where the step is known at run time only. Words: first, count, step."""

    __slots__ = ()

    def start(self, L: Lowering, fixed: Val) -> Val:
        return make_tuple([Val(INT, fixed.words[:1]), Val(INT, fixed.words[1:2])])


class Results(Source):
    """The results of all parts, in turn: the state is the number of the next. Words: their address, their count."""

    __slots__ = ("part",)

    short = True

    def __init__(self, part: Part) -> None:
        super().__init__((INT, INT))
        self.part = part

    def start(self, L: Lowering, fixed: Val) -> Val:
        return Val(INT, (L.b.zero,))

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        return L.b.lt(state.word, fixed.words[1])

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return Val(INT, (L.b.add(state.word, L.b.word(1)),))


class _Site:
    """The owner of a part: the jitted function that the loop is in, apart from its specialisations."""

    def __init__(self, owner: Any, source: Any) -> None:
        self.source = source
        self.changes = owner.changes
        self.another = owner.another
        self._options = owner._options
        self._specialisations: dict[Any, Specialisation] = {}


class Part(Specialisation):
    """A part of a parallel loop, for the types and some of the values that variables have before it.

    `shared` are the variables that it is given, `words` the different words of the outer function that these and
    `bounds` are made of, each of which has a place in the block unless it is a constant.
    """

    def __init__(self, L: Lowering, loop: Loop, bounds: tuple[Value, ...], shared: dict[str, Val]) -> None:
        source = copy.copy(L.spec.source)
        source.parameters = list(shared)
        source.node = loop.node
        self.outer = L.spec
        super().__init__(L.session, _Site(L.spec.owner, source), tuple([val.type for val in shared.values()]))
        self.loop = loop
        self.bounds = bounds
        self.shared = shared
        words = {word.id: word for word in bounds}
        words.update((word.id, word) for val in shared.values() for word in val.words)
        self.words = [word for word in words.values() if not word.is_const]

    def lowering_for(self, splits: set[flow.Position]) -> Lowering:
        return PartLowering(self, splits)

    @property
    def site(self) -> tuple[Any, ...]:
        return (*self.outer.site, flow.position(self.loop.node), self.types)

    @property
    def title(self) -> str:
        return f"loop in line {self.loop.node.lineno} of {self.source.qualname}"

    @property
    def stride(self) -> int:
        """The bytes of the results of one part."""
        return 8 * len(self.result_words())


class PartLowering(Lowering):
    """Lowers a part."""

    spec: Part
    block: Value

    def make_graph(self) -> flow.Graph:
        spec = self.spec
        return flow.build_part(spec.loop, sorted(spec.source.locals), self.splits)

    def begin(self) -> None:
        spec, function, b = self.spec, self.function, self.b
        entry = function.block()
        function.blocks.append(entry)
        b.enter(entry, Scope(None))
        b.line = entry.line = spec.source.node.lineno
        self.block, self.number = (function.param(entry, word) for word in _PARAMETERS)
        self.number.lo, self.number.hi = 0, MOST_PARTS - 1
        words: dict[int, Value] = {}
        base, extra = (b.load(Memory(KINDS["i64"], 1, 8 * place, _BLOCK), self.block) for place in range(_OWN))
        for place, word in enumerate(spec.words, _OWN):
            value = words[word.id] = b.load(Memory(_KINDS[word.type], 1, 8 * place, _BLOCK), self.block)
            if word.type == I64:
                value.lo, value.hi = word.lo, word.hi

        def inside(word: Value) -> Value:
            return function.const(word.type, word.attr) if word.is_const else words[word.id]

        for name, val in spec.shared.items():
            type = borrowed(val.type)
            self.env[name] = Val(type, tuple([inside(word) for word in val.words]))
            limit(type, self.env[name].words)
        for reduction in spec.loop.reductions:
            if reduction.neutral is not None and reduction.name in self.env:
                self.env[reduction.name] = neutral(self, reduction, self.env[reduction.name].type)
        self.divide(base, extra, *[inside(word) for word in spec.bounds])
        function.too_deep = self.exit("raise", raising.Raise(raising.too_deep, (), self.position()), (), False)
        self.jump(self.graph.blocks[0])

    def divide(self, base: Value, extra: Value, first: Value, stop: Value, step: Value) -> None:
        """Which iterations are this part's: each has `base`, and the first `extra` have one more."""
        b, number = self.b, self.number
        before = b.add(b.mul(number, base), b.select(b.lt(number, extra), number, extra))
        count = b.add(base, b.b2i(b.lt(number, extra)))
        start = b.add(first, b.mul(before, step))
        if step.is_const:
            end = b.add(start, b.mul(count, step))  # at most a step, less one, from where the loop stops
            size = step.attr
            ranges = (first.lo, stop.hi + size - 1) if size > 0 else (stop.lo + size + 1, first.hi)
            for word in (start, end):
                if not word.is_const:
                    b.narrow(word, *ranges)
            kind: Source = PartCount((INT, INT, INT), step.attr)
            self.iterations = Val(kind, (start, end, stop))
        else:
            self.iterations = Val(PartSteps((INT, INT, INT)), (start, count, step))

    def finish_returns(self) -> None:
        """Stores the results, instead of returning them."""
        spec, b = self.spec, self.b
        for block, value, line in self.returns:
            b.enter(block, Scope(None))
            b.line = line
            words = [self.to_bits(word) for word in value.words]
            if len(spec.results) > 1:
                words.insert(0, b.word(spec.results.index(value.type)))
            address = b.add(self.block, b.mul(self.number, b.word(spec.stride)))
            for place, word in enumerate(words, _OWN + len(spec.words)):
                b.store(Memory(KINDS["i64"], 1, 8 * place, _BLOCK), word, address)
            block.return_(())
            block.line = line


def neutral(L: Lowering, reduction: Reduction, type: Type) -> Val:
    """What a reduction of a variable of that type begins with in each part: what changes nothing."""
    number = reduction.neutral
    assert number is not None
    if type is FLOAT or (isinstance(type, Scalar) and type.kind == "f"):
        value: Any = float(number) or -0.0  # as 0.0 + -0.0 is 0.0
    else:
        value = number
    if isinstance(type, Scalar):
        value = sys.modules["numpy"].dtype(type.dtype).type(value)
    elif type is BOOL:
        value = bool(value)
    return constant_words(L, type, value)


# In the function with the loop.


def run(L: Lowering, loop: Loop) -> None:
    """Has all parts of a loop run. Its hidden variables stand for the results then."""
    if loop.problem is not None:
        L.unsupported(*loop.problem)
    value = L.lower_expression(loop.iterable)
    b = L.b
    if value.type is not RANGE:
        L.unsupported(f"a parallel loop over {value.type.name}")
    for reduction in loop.reductions:
        _check(L, loop, reduction)
    fixed(L, value)  # has guards for ranges that end where words do
    first, stop, step = value.words
    count = _range_length(L, first, stop, step)
    b.guard(b.le(b.zero, count), L.bails("a range of more than 63 bits"))
    shared = {name: L.env[name] for name in loop.uses if name in L.env and L.env[name].type is not UNBOUND}
    for name, val in shared.items():
        if isinstance(val.type, Source):
            L.unsupported(f"{name!r}, an iterator, in a parallel loop")
    part = Part(L, loop, value.words, shared)
    L.session.specs[part.owner, part.types] = part
    L.session.lower(part)
    _check_results(L, part)
    driver = _driver(L, part)
    most = MOST_PARTS
    while most * part.stride > RESULT_BYTES:
        most //= 2
    parts = b.select(b.lt(count, b.word(most)), count, b.word(most))
    b.narrow(parts, 0, most)
    base = b.udiv(count, b.select(b.eq(parts, b.zero), b.word(1), parts))
    room = 8 * (_OWN + len(part.words))
    block = _block(L, room + most * part.stride)
    for place, word in enumerate((base, b.sub(count, b.mul(base, parts)), *part.words)):
        b.store(Memory(_KINDS[word.type], 1, 8 * place, _BLOCK), word, block)
    L.spec.calls(driver)
    exit = L.exit(PASS_ON, raising.Join(L.position()), ())
    b.call(Callee(driver.symbol, _PARAMETERS, ()), (block, parts), exit)
    L.env[loop.fixed] = Val(Results(part), (b.add(block, b.word(room)), parts))
    L.env[loop.state] = Val(INT, (b.zero,))


def _block(L: Lowering, size: int) -> Value:
    """The function's one block, of at least that size: a loop's results are used up before another loop begins."""
    if L.block is None:
        L.block = L.function.value(ops.FRAME, I64, (), size)
        L.function.entry.code.insert(0, L.block)
    L.block.attr = max(L.block.attr, size)
    return L.block


def _check(L: Lowering, loop: Loop, reduction: Reduction) -> None:
    """Refuses what only looks like a reduction."""
    name = reduction.name
    if reduction.function is not None:
        called = L.constant(L.lower_expression(reduction.function))
        numpy = sys.modules.get("numpy")
        if not any(called is getattr(module, choice, L) for module in (builtins, numpy) for choice in CHOICES):
            L.unsupported(f"{name!r} as a reduction by this function", "min and max are taken", reduction.function)
    val = L.env.get(name)
    if val is None or val.type is UNBOUND:
        return  # reading it raises, in the part
    if not is_number(val.type):
        hint = "reductions are of numbers"
        L.unsupported(f"{name!r}, of type {val.type.name}, as a reduction", hint, reduction.combination)
    if val.type is BOOL and isinstance(reduction.neutral, int) and not _is_xor(reduction):
        hint = f"start it as an int: {name} = 0"
        L.unsupported(f"{name!r}, a bool, as the sum or product of a parallel loop", hint, reduction.combination)


def _check_results(L: Lowering, part: Part) -> None:
    """Refuses what does not have one result, whichever part it comes from; and too many results."""
    if part.stride * FEWEST_PARTS > RESULT_BYTES:
        L.unsupported(f"a parallel loop with {part.stride // 8} words of results", "make it several loops")
    for place, reduction in enumerate(part.loop.reductions):
        types = {result.items[place] for result in part.results}  # type: ignore[attr-defined]
        if reduction.last and (len(types) > 1 or not all(map(_is_integer, types))):
            name = reduction.name
            hint = f"write {name} = min({name}, x) or {name} = max({name}, x): of equal values, these take the first"
            L.unsupported(f"this reduction of {name!r} to what is no integer", hint, reduction.combination)


def _is_integer(type: Type) -> bool:
    return type is INT or (isinstance(type, Scalar) and type.kind in "iu")


def _is_xor(reduction: Reduction) -> bool:
    return isinstance(reduction.combination.value.op, ast.BitXor)  # type: ignore[attr-defined]


def part_result(L: Lowering, node: Any) -> Val:
    """The result of the part that it is the turn of: a tuple of its outputs."""
    source, state = L.env[node.loop.fixed], L.env[node.loop.state]
    part: Part = source.type.part  # type: ignore[attr-defined]
    if not part.results:  # not known yet, or none ever ends
        if part.complete:
            L.leave(L.bails("a function returned that never does"))
        raise Unreachable
    b = L.b
    address = b.add(source.words[0], b.mul(state.word, b.word(part.stride)))
    bits = [b.load(Memory(KINDS["i64"], 1, 8 * place, _BLOCK), address) for place in range(len(part.result_words()))]
    many = len(part.results) > 1
    ways = []
    for number, type in enumerate(part.results):
        value = L.alternative(type, bits[many:])
        ways.append((b.eq(bits[0], b.word(number)) if many else b.true, value))
    if many:
        raise NeedsSplit(L.position(), ways)
    return ways[0][1]


def collect(L: Lowering, loop: Loop) -> None:
    """Takes the result of a part to pieces."""
    items = tuple_items(L.env[loop.result])
    names = [reduction.partial for reduction in loop.reductions] + loop.outputs[len(loop.reductions) :]
    for name, item in zip(names, items, strict=True):
        L.bind(name, item)


class Driver(Specialisation):
    """What calls a part once for each number below a count; its machine code is not made from its IR."""

    is_driver = True

    def __init__(self, L: Lowering, part: Part) -> None:
        super().__init__(L.session, part.owner, ())
        self.part = part
        self.complete = True

    @property
    def title(self) -> str:
        return f"driver of the {self.part.title}"


def _driver(L: Lowering, part: Part) -> Driver:
    driver = Driver(L, part)
    driver.calls(part)
    function = driver.function = Function(driver.symbol, (), part.source.filename)
    b = Builder(function)
    entry, body, done = function.block(), function.block(), function.block()
    function.blocks += [entry, body, done]
    b.line = part.source.node.lineno
    b.enter(entry, Scope(None))
    block, count = (function.param(entry, word) for word in _PARAMETERS)
    number = function.param(body, I64)
    number.lo, number.hi = 0, MOST_PARTS - 1
    count.lo, count.hi = 0, MOST_PARTS
    entry.branch(b.lt(b.zero, count), body, done, [b.zero])
    b.enter(body, Scope(b.scope))
    body.depth = 1
    exit = Exit(PASS_ON, b.line, raising.Join(L.position()))
    b.call(Callee(part.symbol, _PARAMETERS, ()), (block, number), exit)
    following = b.add(number, b.word(1))
    body.branch(b.lt(following, count), body, done, [following])
    done.return_(())
    return driver


# What threads of the pool can do: they take the GIL only for functions of numbers that Python has to compute.

_PYTHON = {
    ops.UPCALL: "calls Python (print, a new array, or another thing that compiled code leaves to Python)",
    ops.RETAIN: "counts references to an array or buffer",
    ops.RELEASE: "counts references to an array or buffer",
}


def refuse_python(spec: Specialisation) -> None:
    """Raises UnsupportedError if a part, with all that it calls, needs the GIL anywhere."""
    for part in spec.family():
        if isinstance(part, Part):
            for other in part.family():
                _refuse_python(other, part)


def _refuse_python(spec: Specialisation, part: Part) -> None:
    function = spec.function
    assert function is not None
    for block in function.blocks:
        for value in block.code:
            op = ops.UPCALL if value.op == ops.CCALL and value.attr.symbol == NEW_ARRAY else value.op
            if op in _PYTHON and not (value.op == ops.UPCALL and value.attr.callable.pure):
                source = spec.source
                where = "" if spec is part else f", which the parallel loop in line {part.source.node.lineno} calls,"
                raise UnsupportedError(
                    f"{source.filename}:{value.line}: in {source.qualname}{where}: this line {_PYTHON[op]}, and "
                    "the threads of a parallel loop cannot\n\n"
                    f"    {source_line(source, value.line).strip()}\n\n"
                    "  do it before or after the loop"
                )
