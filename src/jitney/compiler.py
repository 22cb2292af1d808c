"""The pipeline: from Python functions to machine code, stage by stage.

source   frontend/source.py     the syntax tree
lowered  frontend/session.py    typed SSA, one function for each specialisation that is needed
ir       passes/                after the passes, in the order of PASSES
code     backend/, x86/         relocatable machine code
image    machine/               linked, in executable memory
"""

from __future__ import annotations

import itertools
import time
import weakref
from importlib import import_module

from . import tiers
from .calls.jitroutines import routines
from .collector import Paused
from .frontend.session import Session
from .ir import ops
from .ir.function import JUMP, PASS_ON
from .machine import link_all
from .passes import (
    available,
    between,
    blocks,
    carried,
    dead,
    demanded,
    fold,
    guards,
    hoist,
    ifconvert,
    params,
    polls,
    ranges,
    references,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .frontend.session import Specialisation
    from .frontend.types import Type
    from .ir.function import Exit, Function, Value
    from .machine import Code, Image


def _split(function: Function) -> None:
    from .passes import split
    from .x86.vectors import vector_unit

    split.run(function, vector_unit(tuple(ops.NAMES)), function.fastmath)


def _merge(function: Function) -> None:
    from .passes import alike

    alike.run(function)


def _fused() -> bool:
    from .x86 import cpu

    return "FMA" in cpu.chosen()


def _sink(function: Function) -> None:
    writing: set[int] = set()
    for block in function.blocks:
        if block.kind == JUMP and any(value.op == ops.STORE for value in block.code):
            if block.targets[0].id in writing:
                from .passes import sinking

                sinking.run(function)
                return
            writing.add(block.targets[0].id)


def _compose(function: Function) -> None:
    if any(block in block.targets for block in function.blocks):
        from .passes import compose

        compose.run(function)


def _bitcounts(function: Function) -> None:
    for block in function.blocks:
        if block in block.targets and any(value.op in (ops.AND, ops.SHR, ops.SAR) for value in block.code):
            from .passes import bitcounts

            bitcounts.run(function)
            return


def _peel(function: Function) -> None:
    """Where a counter is compared with a number, but for the loop's end."""
    following: dict[int, Value] = {}
    for block in function.blocks:
        for given in block.arguments:
            for value in given:
                if value.op in (ops.ADD, ops.ADDO) and value.args[0].op == ops.PARAM and value.args[1].is_const:
                    following[value.args[0].id] = value
    for block in function.blocks if following else ():
        for value in block.code:
            if value.op in _COMPARISONS and (value.args[0].is_const or value.args[1].is_const):
                for arg in value.args:
                    param = arg.args[0] if arg.op in (ops.ADD, ops.ADDO) else arg
                    if following.get(param.id, arg) is not arg:
                        from .passes import peel

                        peel.run(function)
                        return


def _rare(
    name: str, kinds: tuple[int, ...], wanted: Callable[[Value], object], least: int = 1
) -> Callable[[Function], None]:
    """A pass that is imported where there are at least so many operations of the kind that it looks for."""

    def run(function: Function) -> None:
        missing = least
        for block in function.blocks:
            for value in block.code:
                if value.op in kinds and wanted(value):
                    missing -= 1
                    if not missing:
                        import_module(f".passes.{name}", __package__).run(function)
                        return

    return run


_COMPARISONS = frozenset((ops.EQ, ops.NE, ops.LT, ops.LE, ops.ULT, ops.ULE))
_MOVED = ops.AND, ops.SHL, ops.SHR, ops.SAR
_bitmoves = _rare(
    "bitmoves", (ops.OR, ops.ADD, ops.XOR), lambda value: value.args[0].op in _MOVED or value.args[1].op in _MOVED, 5
)
_bounded = _rare("bounded", (ops.POLL,), lambda poll: poll.args)
_combine = _rare("combine", (ops.LOAD,), lambda load: load.attr.kind.name == "u8")
_narrow = _rare(
    "narrow", (ops.AND, ops.ZEXT32), lambda value: value.args[-1].attr == 0xFFFF_FFFF or value.op != ops.AND
)
_unlikely = _rare("unlikely", (ops.GUARD,), lambda guard: guard.args[0].op == ops.BOR)


PASSES: tuple[tuple[str, Callable[[Function], None]], ...] = (
    ("params", params.run),
    ("references", references.run),
    ("demanded", demanded.run),
    ("ranges", ranges.run),
    ("fold", fold.run),
    ("params again", params.run),
    ("blocks", blocks.run),
    ("dead", dead.run),
    ("bit counts", _bitcounts),
    ("bit moves", _bitmoves),
    ("peel", _peel),
    ("hoist", hoist.run),
    ("guards", guards.run),
    ("sinking", _sink),
    ("split", _split),
    ("dead again", dead.run),
    ("between", between.run),
    ("if-conversion", ifconvert.run),
    ("compose", _compose),
    ("polls", polls.run),
    ("carried", carried.run),
    ("available", available.run),
    ("bounded", _bounded),
    ("combine", _combine),
    ("narrow", _narrow),
    ("unlikely", _unlikely),
)

INLINING = "inlining"
"""What names the front end's inlining among the passes to leave out."""
MERGING = "merging"
"""The same for what comes before them all, where there are versions of blocks: passes/alike.py."""

_numbers = itertools.count(1)
_exits: weakref.WeakValueDictionary[int, Leaving] = weakref.WeakValueDictionary()
"""The code cache's side table: exits of living code by their numbers."""


class Leaving:
    """What is known of an exit when compiled code has left by it. `callers`: what is left with it, as `spec` is inlined
    there, innermost first."""

    __slots__ = ("__weakref__", "callers", "kind", "payload", "spec")

    def __init__(self, spec: Specialisation, payload: Any, kind: str, callers: tuple[Leaving, ...] = ()) -> None:
        self.spec = spec
        self.kind = kind
        self.payload = payload
        self.callers = callers


def _leaving(spec: Specialisation, exit: Exit) -> Leaving:
    if not exit.frames:
        return Leaving(spec, exit.payload, exit.kind)
    (inner, payload), *outer = exit.frames
    return Leaving(inner, payload, exit.kind, tuple([Leaving(*frame, PASS_ON) for frame in outer]))


def exit_of(number: int) -> Leaving:
    return _exits[number]


class Compiled:
    """Machine code of one specialisation, and what must live as long."""

    __slots__ = ("code", "dependents", "exits", "function", "image", "kept", "seconds")

    def __init__(self, function: Function, code: Code, image: Image, exits: list[Leaving], kept: list[object]) -> None:
        self.function = function
        self.code = code
        self.image = image
        self.exits = exits
        self.kept = kept
        self.seconds: dict[str, float] = {}


class Observer:
    """Told of every stage; the base does nothing. `check` asks for the register allocator's checker."""

    check = False

    def stage(self, name: str, spec: Specialisation) -> None:
        pass


SILENT = Observer()


def compile_function(
    owner: Any,
    types: tuple[Type, ...],
    *,
    passes: bool | frozenset[str] = True,
    native: bool = True,
    observer: Observer = SILENT,
    first: list[Any] | None = None,
) -> Specialisation:
    """Compiles a jitted function for given types of its parameters, with all that it calls. Returns the specialisation.

    `passes`: whether with passes, or the names of those to leave out. `first`: the arguments of the call that it is
    for, if that is its first one and may be compiled for more quickly (tiers.py); the specialisation is then
    `provisional`, if that has left anything out.

    Raises UnsupportedError.
    """
    with Paused():
        return _compile(owner, types, passes, native, observer, first)


def _chosen(passes: bool | frozenset[str]) -> list[tuple[str, Callable[[Function], None]]]:
    """The passes to run, of which the first is needed."""
    if passes is True:
        return list(PASSES)
    return [*PASSES[:1], *[(name, run) for name, run in PASSES[1:] if passes and name not in passes]]


def _compile(
    owner: Any,
    types: tuple[Type, ...],
    passes: bool | frozenset[str],
    native: bool,
    observer: Observer,
    first: list[Any] | None,
) -> Specialisation:
    times = [time.perf_counter()]
    session = Session(_fused, passes is True or (passes is not False and INLINING not in passes))
    spec = session.compile(owner, types)
    new = [other for other in spec.family() if other.compiled is None]
    if first is not None and 0 < tiers.rounds(spec.family(), first) <= tiers.ROUNDS:
        passes = tiers.LATER
        for other in new:
            other.provisional = True
    chosen = _chosen(passes)
    if any(other.is_driver for other in new):
        from .frontend.parallel import refuse_python

        refuse_python(spec)
    times.append(time.perf_counter())
    for other in new:
        function: Function = other.function  # type: ignore[assignment]
        function.fastmath = bool(other.owner._options.get("fastmath"))
        observer.stage("lowered", other)
        if function.versions and (passes is True or (passes is not False and MERGING not in passes)):
            _merge(function)
        for name, run in chosen:
            run(function)
            observer.stage(name, other)
    times.append(time.perf_counter())
    if not native:
        for other in new:
            other.compiled = Compiled(other.function, None, None, number_exits(other), [session.kept])  # type: ignore[arg-type]
        return spec
    from .backend.codegen import generate
    from .x86.lowering import lowering

    externals = dict(routines())
    exits: dict[Specialisation, list[Leaving]] = {}
    for other in new:
        exits[other] = number_exits(other)
        for callee in other.callees:
            if callee.compiled is not None:
                externals[callee.symbol] = callee.address
    codes = [
        driver(other) if other.is_driver else generate(other.function, lowering(), externals, observer.check)  # type: ignore[arg-type]
        for other in new
    ]
    times.append(time.perf_counter())
    images = link_all(codes)
    times.append(time.perf_counter())
    for other, code, image in zip(new, codes, images, strict=True):
        assert other.function is not None
        kept: list[object] = [session.kept, [callee.compiled for callee in other.callees]]
        other.compiled = Compiled(other.function, code, image, exits[other], kept)
        other.address = image.address
    for name, start, end in zip(("front end", "passes", "back end", "link"), times, times[1:], strict=False):
        spec.compiled.seconds[name] = end - start
    return spec


def driver(spec: Specialisation) -> Code:
    """The machine code that has threads run the parts of a parallel loop."""
    from .calls.workers import driver_code

    function: Function = spec.function  # type: ignore[assignment]
    (part,) = spec.callees
    return driver_code(spec.symbol, part.symbol, next(function.exits()).number)


def number_exits(spec: Specialisation) -> list[Leaving]:
    """Gives each exit of the function its number."""
    found = []
    function = spec.function
    assert function is not None
    exits = list(function.exits())
    if function.too_deep is not None:
        exits.append(function.too_deep)
    for exit in exits:
        if exit.number < 0:
            exit.number = next(_numbers)
            leaving = _exits[exit.number] = _leaving(spec, exit)
            found.append(leaving)
    return found
