"""A session of compiling: one function and the jitted functions that it calls, lowered until their result types agree.

The type of a recursive call is that of the function being lowered, which is not known yet. So results start as none: a
call without a known result ends its block, and the returns that don't depend on the recursion give the first types.
Then the function is lowered again with those, until no new type comes up.
"""

from __future__ import annotations

import builtins
import ctypes
import itertools
from types import ModuleType

from ..errors import UnsupportedError
from ..ir import ops
from ..ir.dominators import reverse_postorder
from ..ir.function import Memory
from ..ir.types import I64, KINDS
from .lowering import Lowering, NeedsSplit
from .objects import Misfit, ir_words, type_of
from .types import BOOL, FLOAT, INT, UINT, Scalar, Val
from .unrolling import TooLarge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..ir.function import Function
    from .source import Source
    from .types import Type

MOST_ROUNDS = 8
MOST_RESULTS = 12
MOST_NESTED = 24
"""Specialisations of one function, each called by the one before, until the function is refused."""

MOST_INLINED = 300
"""The most values of a body that is inlined in a loop."""

MISSING = object()
"""Stands for the value of a name that a namespace doesn't have."""

_serial = itertools.count(1)

_VARIABLES = "variables"
"""The alias class of numbers outside of functions that are read when code runs. No compiled code writes them."""


class Watch:
    """Something that was looked up while compiling: `where` is a dict with `name` as key, or a cell."""

    __slots__ = ("name", "value", "where")

    def __init__(self, where: Any, name: str | None, value: object) -> None:
        self.where = where
        self.name = name
        self.value = value

    def current(self) -> object:
        """The object that is there now."""
        if self.name is None:
            try:
                return self.where.cell_contents
            except ValueError:
                return MISSING
        return self.where.get(self.name, MISSING)

    def holds(self) -> bool:
        """Whether what was compiled with it is still right: it is the same object."""
        return self.current() is self.value


class Variable(Watch):
    """A number that has changed so often that it is read from memory when code runs, as if it were an argument.

    The memory gets its value when a call begins, as all that is watched is compared then; its type is compiled in.
    """

    __slots__ = ("type", "word")

    def __init__(self, where: Any, name: str | None, value: object, type: Type) -> None:
        super().__init__(where, name, value)
        self.type = type
        self.word = ctypes.c_uint64()
        self.holds()

    def holds(self) -> bool:
        """Whether it still has that type."""
        value = self.current()
        try:
            self.word.value = ir_words(self.type, value, [])[0]
        except Misfit:
            return False
        self.value = value
        return True


class Changes:
    """How often what the code of one function looks up has changed, as far as it is numbers."""

    MOST = 4
    """Changes of a number before it is read from memory."""

    def __init__(self) -> None:
        self.seen: dict[tuple[int, str | None], tuple[Any, object, int]] = {}
        self.constant = False

    def note(self, watch: Watch) -> None:
        """That one does not hold any more."""
        value = watch.current()
        if is_number(value):
            key = id(watch.where), watch.name
            _, last, count = self.seen.get(key, (None, MISSING, 0))
            if last is not value:
                self.seen[key] = (watch.where, value, count + 1)

    def often(self, where: Any, name: str | None) -> bool:
        """Whether a number has changed so often that it is better read when code runs."""
        return not self.constant and self.seen.get((id(where), name), (None, None, 0))[2] >= self.MOST

    def make_constant(self) -> bool:
        """From now on numbers are compiled in, however often they change. Whether any was not."""
        before, self.constant = self.constant, True
        return not before and any(count >= self.MOST for _, _, count in self.seen.values())


def is_number(value: object) -> bool:
    type = type_of(value)
    return type in (INT, UINT, FLOAT, BOOL) or isinstance(type, Scalar)


class Specialisation:
    """A function for given types of its parameters: what is known of it, from lowering to machine code.

    `results` are the types that it may return; where there are several, its first result says which. `callees` are
    called, `inlined` ones are part of the code. `tainted`: it rests on something that was not known yet. `is_driver`:
    it only has other code run, the parts of a parallel loop. `provisional`: it was compiled in a hurry, for a first
    call.
    """

    is_driver = False

    def __init__(self, session: Session, owner: Any, types: tuple[Type, ...]) -> None:
        self.session = session
        self.owner = owner
        self.source: Source = owner.source
        self.types = types
        self.symbol = f"{self.source.qualname}#{next(_serial)}"
        self.results: list[Type] = []
        self.found: list[Type] = []
        self.lowering = False
        self.complete = False
        self.consulted = False
        self.tainted = False
        self.function: Function | None = None
        self.callees: dict[Specialisation, None] = {}
        self.inlined: dict[Specialisation, None] = {}
        self._size = -1
        self.watches: dict[tuple[int, str | None], Watch] = {}
        self.address = 0
        self.compiled: Any = None
        self.bails = 0
        self.entry: Any = None
        self.provisional = False
        self.unrolls = True  # its short loops

    def lowering_for(self, splits: set[tuple[int, int, int, int]]) -> Lowering:
        return Lowering(self, splits)

    @property
    def site(self) -> tuple[Any, ...]:
        """What is compiled for what: the jitted function, the types; for a part of it, which part it is."""
        return self.owner, self.types

    @property
    def title(self) -> str:
        """How reports call it."""
        return self.source.qualname

    def result(self, type: Type) -> None:
        """Notes that the function returns a value of this type."""
        if type not in self.found:
            self.found.append(type)
            if type not in self.results:
                self.results.append(type)
                if len(self.results) > MOST_RESULTS:
                    raise UnsupportedError(
                        f"{self.source.filename}: {self.source.qualname} returns values of more than "
                        f"{MOST_RESULTS} types"
                    )

    def result_words(self) -> tuple[int, ...]:
        """The IR types of its results."""
        if not self.results:
            return ()
        if len(self.results) == 1:
            return self.results[0].words
        return (I64,) * (1 + max(len(type.words) for type in self.results))

    def calls(self, callee: Specialisation) -> None:
        self.callees[callee] = None

    @property
    def size(self) -> int:
        """How many values a copy of it adds to a caller; 0 where it is not to be inlined."""
        if not self.complete or self.tainted or not self.results or self.function is None:
            return 0
        if self._size < 0:
            self._size = _size(self.function)
        return self._size

    def inlines(self, callee: Specialisation) -> None:
        self.inlined[callee] = None
        self.inlined.update(callee.inlined)
        self.callees.update(callee.callees)

    def watch(self, watch: Watch) -> Watch:
        """Notes that something was looked up. Returns the watch for it, which may be an earlier one."""
        return self.watches.setdefault((id(watch.where), watch.name), watch)

    def family(self) -> list[Specialisation]:
        """Itself, and all that it calls, directly or not."""
        found: dict[Specialisation, None] = {}
        rest = [self]
        while rest:
            spec = rest.pop()
            if spec not in found:
                found[spec] = None
                rest.extend(spec.callees)
        return list(found)

    def watching(self) -> list[tuple[Specialisation, Watch]]:
        """All that the code rests on that was looked up, and for which function."""
        found = dict.fromkeys(part for spec in self.family() for part in (spec, *spec.inlined))
        return [(spec, watch) for spec in found for watch in spec.watches.values()]


class Session:
    """What is being compiled together. `fused` says whether the target has fused multiply-adds (ops.FMA); `inlining`:
    whether small functions may become part of others."""

    def __init__(self, fused: Callable[[], bool], inlining: bool = True) -> None:
        self.fused = fused
        self.inlining = inlining
        self.specs: dict[tuple[Any, tuple[Type, ...]], Specialisation] = {}
        self.done: list[Specialisation] = []
        self.kept: list[object] = []
        self.consultations = 0

    def keep(self, value: object) -> None:
        """Keeps an object alive as long as the code that this session makes."""
        self.kept.append(value)

    def compile(self, owner: Any, types: tuple[Type, ...]) -> Specialisation:
        """Lowers a function and, as far as they aren't compiled yet, those that it calls."""
        spec = self.specs[owner, types] = Specialisation(self, owner, types)
        self.lower(spec)
        return spec

    def lower(self, spec: Specialisation) -> None:
        spec.lowering = True
        for _ in range(MOST_ROUNDS):
            before, start = list(spec.results), len(self.done)
            consultations = self.consultations
            spec.consulted = False
            self.attempt(spec)
            again = spec.consulted and (spec.results != before or (not spec.results and not spec.complete))
            if not again:
                break
            if spec.results == before:
                spec.complete = True  # it never returns: the last attempt knows
            for other in self.done[start:]:
                if other.function is not None and other.tainted:
                    other.function = None
                    del self.specs[other.owner, other.types]
        else:
            raise UnsupportedError(
                f"{spec.source.filename}: the types that {spec.source.qualname} returns never settle"
            )
        spec.lowering = False
        spec.complete = True
        spec.tainted = self.consultations != consultations
        self.done.append(spec)

    def attempt(self, spec: Specialisation) -> None:
        splits: set[tuple[int, int, int, int]] = set()
        while True:
            spec.found = []
            spec.callees = {}
            spec.inlined = {}
            lowering = spec.lowering_for(splits)
            try:
                spec.function = lowering.lower()
                return
            except NeedsSplit as need:
                if need.position in splits:
                    raise AssertionError("a call that was to be split was not") from None
                splits.add(need.position)
            except TooLarge:
                spec.unrolls = False

    def specialise(self, L: Lowering, owner: Any, types: tuple[Type, ...]) -> Specialisation:
        """The specialisation of a jitted function that a call binds."""
        compiled = owner.specialisation(types)
        if compiled is not None and not compiled.provisional and not L.may_inline(compiled):
            return compiled  # type: ignore[no-any-return]
        spec = self.specs.get((owner, types))
        if spec is None:
            if sum([other.owner is owner and other.lowering for other in self.specs.values()]) >= MOST_NESTED:
                L.unsupported(f"recursion of {owner.__qualname__} in which the types of arguments never repeat")
            spec = self.specs[owner, types] = Specialisation(self, owner, types)
            self.lower(spec)
        elif spec.lowering:
            spec.consulted = True
            self.consultations += 1
        elif spec.tainted:  # and so is what calls it
            self.consultations += 1
        return spec

    # Names.

    def resolve(self, L: Lowering, name: str) -> Val:
        """The value of a name that is not local to the function."""
        function = L.spec.source.function
        free = function.__code__.co_freevars
        if name in free:
            cell = function.__closure__[free.index(name)]  # type: ignore[index]
            try:
                value = cell.cell_contents
            except ValueError:
                L.unsupported(f"the variable {name!r} of an enclosing function, which has no value yet")
            return self.looked_up(L, cell, None, value)
        namespace = function.__globals__
        value = namespace.get(name, MISSING)
        if value is not MISSING:
            return self.looked_up(L, namespace, name, value)
        L.spec.watch(Watch(namespace, name, MISSING))
        outer = namespace.get("__builtins__", builtins)
        outer = outer.__dict__ if isinstance(outer, ModuleType) else outer
        value = outer.get(name, MISSING)
        if value is MISSING:
            L.spec.watch(Watch(outer, name, MISSING))
            L.leave(L.raises(_undefined(name)))
        return self.looked_up(L, outer, name, value)

    def looked_up(self, L: Lowering, where: Any, name: str | None, value: object) -> Val:
        """What was found in a dict or cell: known while compiling, unless it is a number that often changes."""
        spec = L.spec
        if spec.owner.changes.often(where, name) and is_number(value):
            watch = spec.watch(Variable(where, name, value, type_of(value)))  # type: ignore[arg-type]
        else:
            watch = spec.watch(Watch(where, name, value))
        if not isinstance(watch, Variable):
            return L.make_constant(watch.value)
        self.keep(watch.word)
        word = L.b.load(Memory(KINDS["i64"], alias=_VARIABLES), L.b.word(ctypes.addressof(watch.word)))
        return Val(watch.type, (L.from_bits(word, watch.type.words[0]),))

    def attribute(self, L: Lowering, value: object, name: str) -> Val:
        """An attribute of an object that is known while compiling."""
        found = getattr(value, name)
        if isinstance(value, ModuleType):
            namespace = value.__dict__
            if name in namespace:
                return self.looked_up(L, namespace, name, found)
            L.spec.watch(Watch(namespace, name, MISSING))
        elif not isinstance(value, (type, tuple)) and not type(value).__module__.startswith("numpy"):
            L.unsupported(
                f"the attribute {name!r} of {value!r}, which may change unseen",
                "pass the value as an argument, or keep it in a global",
            )
        return L.make_constant(found)

    def bind(self, L: Lowering, owner: Any, arguments: list[Val], keywords: dict[str, Val]) -> list[Val]:
        """The values of the parameters of a jitted function, from the arguments of a call and the defaults."""
        source: Source = owner.source
        names = source.parameters
        plain = len(names) - source.keyword_only
        if len(arguments) > plain:
            L.unsupported(f"{source.name}() takes {plain} positional arguments but {len(arguments)} were given")
        values = dict(zip(names, arguments, strict=False))
        for name, value in keywords.items():
            if name in values or name not in names[source.positional_only :]:
                what = "multiple values for argument" if name in values else "an unexpected keyword argument"
                L.unsupported(f"{source.name}() got {what} {name!r}")
            values[name] = value
        for name in names:
            if name not in values:
                if name not in source.defaults:
                    L.unsupported(f"{source.name}() is called without {name!r}")
                values[name] = L.make_constant(source.defaults[name])
        return [values[name] for name in names]


def _undefined(name: str) -> Any:
    scope: dict[str, Any] = {}
    exec(f"def read():\n return {name}", scope)
    return scope["read"]


_NEVER_INLINED = frozenset((ops.UPCALL, ops.POLL, ops.RETAIN, ops.RELEASE))
"""What calls Python, is in a loop, or counts references."""


def _size(function: Function) -> int:
    """How many values the body of a function has; 0 where it is not to be inlined (inlining.py)."""
    blocks = function.blocks
    found = 1 + sum([len(block.code) for block in blocks])
    if found > MOST_INLINED or any(value.op in _NEVER_INLINED for block in blocks for value in block.code):
        return 0
    place = {block.id: number for number, block in enumerate(reverse_postorder(function))}
    loops = any(place[to.id] <= place[block.id] for block in blocks if block.id in place for to in block.targets)
    return 0 if loops else found
