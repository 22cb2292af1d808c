"""What `@jit` returns: an object that picks the specialisation for the arguments of a call, or makes it.

A call goes straight to generated code where there is an entry for such arguments (calls/entry.py). What no entry takes
comes to `_missed`, which compiles, and has the call made again; compiled code that leaves by an exit comes to `_left`,
which has the exception raised or the call run by the interpreter. The hooks return what generated code is to do next
(calls/dispatchroutines.py).
"""

from __future__ import annotations

import ctypes
import functools
import os
import sys
import time
import warnings
from _thread import RLock
from importlib import import_module

from .calls import kinds
from .calls.dispatchroutines import RERUN, RETRY, Raise, dispatch_routines, set_hooks
from .calls.jittype import JitBase, hold, make, set_entry
from .calls.layout import layout
from .collector import Paused
from .errors import SignatureError, UnsupportedError
from .execution import Left, call, left_at
from .frontend.objects import box, type_of
from .frontend.session import MISSING, Changes, Specialisation, Watch
from .frontend.source import Source
from .frontend.types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    RANGE,
    UINT,
    Array,
    Buffer,
    Object,
    Scalar,
    Tuple,
)
from .ir.types import LETTERS
from .leaving import complain, outcome, reruns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .calls.kinds import Kind
    from .frontend.types import Type

FEW_CHANGES, MOST_OF_TIME = 20, 0.2
"""If compiling anew for what has changed so often took this share of the time, the interpreter is left to run calls."""
AT_ONCE = "fastmath", "parallel", "_interpreter"
"""With these options the first call too gets the whole optimiser: for its results, or as there is nothing to gain."""

_lock = RLock()
"""Held while compiling, and while entries are changed."""


_others: dict[Any, Dispatcher] = {}
"""Part of the code cache: functions that the compiler has written in Python, jitted."""


class Stats:
    """What has happened to a jitted function.

    `compiled`: specialisations made, `seconds` that it took. `bailed`: calls that left compiled code because it could
    not hold a value, `reasons` why and how often. `interpreted`: calls that were the interpreter's from the start.
    """

    __slots__ = ("bailed", "compiled", "interpreted", "reasons", "seconds")

    def __init__(self) -> None:
        self.compiled = 0
        self.seconds = 0.0
        self.bailed = 0
        self.interpreted = 0
        self.reasons: dict[str, int] = {}

    def __repr__(self) -> str:
        lines = [
            f"compiled {self.compiled} specialisations in {1000 * self.seconds:.1f} ms; "
            f"{self.bailed} calls bailed out, {self.interpreted} were interpreted"
        ]
        lines += [f"  {count} x {reason}" for reason, count in self.reasons.items()]
        return "\n".join(lines)


class Dispatcher(JitBase):
    """A jitted function. `py_func` is the undecorated one."""

    _is_jitted = True
    __name__: str
    __qualname__: str
    _warned: bool
    changes: Changes

    def __new__(cls, *args: object, **kwargs: object) -> Dispatcher:
        raise TypeError("jitted functions are made by jitney.jit")

    # Compiling.

    @property
    def source(self) -> Source:
        """Where the function's source is. Raises UnsupportedError."""
        found = self.__dict__.get("_source")
        if found is None:
            found = self._source = Source(self.py_func)  # type: ignore[arg-type]
        return found

    def specialisation(self, types: tuple[Type, ...]) -> Specialisation | None:
        """The specialisation for these types, if there is one and what it was made from has not changed."""
        spec = self._specialisations.get(types)
        if spec is not None and not _holds(spec):
            self._supersede(spec)
            return None
        return spec  # type: ignore[no-any-return]

    def _compile(self, types: tuple[Type, ...], first: list[Any] | None = None) -> Specialisation:
        """The specialisation for these types, made if need be. A provisional one only for the first call, with these
        arguments."""
        from . import compiler

        options = self._options
        with _lock:
            known = self.specialisation(types)
            if known is not None and not known.provisional:
                return known
            if known is not None or "_passes" in options or any(options.get(name) for name in AT_ONCE):
                first = None
            make = functools.partial(
                compiler.compile_function,
                self,
                types,
                passes=options.get("_passes", True),
                native=not options.get("_interpreter"),
                observer=options.get("_observer") or compiler.SILENT,
                first=first,
            )
            try:
                spec = make()
            except UnsupportedError:
                if not self.changes.make_constant():  # something may have to be known while compiling
                    raise
                spec = make()
            if known is not None:
                spec.bails = known.bails
            for other in spec.family():
                other.owner._specialisations[other.types] = other
            if any(os.environ.get(name) for name in ("JITNEY_PERF", "JITNEY_GDB")) and spec.compiled.image:
                from .explain.announce import announce

                for other in spec.family():
                    if other.session is spec.session:  # the others were announced when they were made
                        announce(other)
            stats = self._stats
            stats.compiled += known is None
            stats.seconds += sum(spec.compiled.seconds.values())
            return spec

    def compile(self, signature: Any) -> None:
        """Compiles for the types of a signature such as "float64(float64[:], int64)". Raises UnsupportedError,
        and SignatureError where the signature cannot be understood or names another result."""
        from .frontend.signatures import check_result, parse_signature

        result, types = parse_signature(signature)
        spec = self._compile_ahead(types)
        check_result(signature, result, spec.results)

    def _compile_ahead(self, types: tuple[Type, ...]) -> Specialisation:
        """Compiles for types that nobody has passed yet."""
        parameters = self.source.parameters
        if len(types) != len(parameters):
            raise SignatureError(
                f"the signature has {len(types)} parameters, and {self.__qualname__} has {len(parameters)}"
            )
        if any(map(_of_numpy, types)):
            import_module("numpy")  # the program will, but may not have yet
        spec = self._compile(types)
        self._enter(spec)
        return spec

    # Entries.

    def _enter(self, spec: Specialisation) -> bool:
        """Makes an entry for calls of that specialisation, if there can be one. Whether there is."""
        from .calls.entry import Specialisation as EntryFor
        from .calls.entry import entry

        with _lock:
            if spec.entry is not None:
                return True
            known = layout()
            if known is None or self._options.get("_interpreter") or not all(map(_enterable, spec.types)):
                return False
            watched = _Watched(spec, known.dict_version)
            dicts = list(zip(watched.spaces, watched.versions(), strict=True))
            if not _holds(spec):  # only now are the versions those of what was compiled
                return False
            special = EntryFor(
                spec.address,
                [kind_of(type) for type in spec.types],
                [result_kind(type) for type in spec.results],
                defaults=self.py_func.__defaults__ or (),
                dicts=dicts,
                cells=[(watch.where, watch.value) for watch in watched.cells],
                number=len(self._entries),
                nogil=bool(self._options.get("nogil")),
            )
            if spec.source.keyword_only or not special.can_enter():
                return False
            made = spec.entry = entry(special)
            if "jitney.explain.announce" in sys.modules:  # the function was announced
                from .explain.announce import announce_entry

                announce_entry(spec)
            made.set_next(self._head())
            hold(self, *made.kept, spec.compiled.image.block, spec.compiled)
            self._entries.append(watched)
            self._chain.insert(0, made)
            self._aim()
            return True

    def _head(self) -> int:
        """Where calls begin while nothing is suspended."""
        return self._chain[0].address if self._chain else dispatch_routines()["miss"]

    def _aim(self) -> None:
        set_entry(self, dispatch_routines()["interpret"] if self._suspended else self._head())

    def _remove(self, spec: Specialisation) -> None:
        """Takes the entry of a specialisation out of the chain. Its code stays: it may be running."""
        with _lock:
            if self._specialisations.get(spec.types) is spec:
                del self._specialisations[spec.types]
            if spec.entry in self._chain:
                self._chain.remove(spec.entry)
                following = dispatch_routines()["miss"]
                for made in reversed(self._chain):
                    made.set_next(following)
                    following = made.address
                self._aim()

    def _supersede(self, spec: Specialisation) -> None:
        """Removes a specialisation because something that was looked up for it has changed."""
        for other, watch in spec.watching():
            if not watch.holds():
                other.owner.changes.note(watch)
        self._remove(spec)
        count, since, spent = self._superseded.get(spec.types, (0, time.monotonic(), self._stats.seconds))
        self._superseded[spec.types] = count + 1, since, spent
        if count + 1 == FEW_CHANGES:
            del self._superseded[spec.types]
            if self._stats.seconds - spent > MOST_OF_TIME * (time.monotonic() - since):
                self._interpreted.add(spec.types)
                what = "is compiled over and over, as what it looks up keeps changing"
                complain(spec.source, spec.source.node.lineno, what, self)

    def _leave_to_interpreter(self, spec: Specialisation) -> None:
        self._interpreted.add(spec.types)
        self._remove(spec)

    def _suspend(self, by: int) -> None:
        """While suspended, calls go to the Python function."""
        with _lock:
            self._suspended += by
            self._aim()

    # Calls that no entry takes.

    def _take(self, names: tuple[str, ...] | None, args: tuple[Any, ...], again: bool) -> Any:
        keywords: dict[str, Any] = {}
        if names:
            keywords = dict(zip(names, args[-len(names) :], strict=True))
            args = args[: -len(names)]
        types: tuple[Type | None, ...] | None = None
        try:
            source = self.source
            values = _bind(source, args, keywords)
            if values is None:
                return self._run_python()  # which says what is wrong with the arguments
            types = tuple([type_of(value) for value in values])
            if types in self._interpreted:
                return self._run_python()
            for name, type, value in zip(source.parameters, types, values, strict=True):
                if type is None:
                    if value.__class__ is int:
                        return self._run_python()
                    raise UnsupportedError(_unknown_argument(source, name, value))
            spec = self._compile(types, values)  # type: ignore[arg-type]
        except UnsupportedError as error:
            if not self._options.get("fallback"):
                return Raise(error.with_traceback(None))
            self._interpreted.add(types)
            if not self._warned:
                self._warned = True
                first = str(error).partition("\n")[0]
                warnings.warn(f"{first}; the Python function runs instead", RuntimeWarning, stacklevel=3)
            return self._run_python()
        if not again and not spec.provisional:
            with Paused():
                entered = self._enter(spec)
            if entered and not names:
                return RETRY
        nogil, interpret = bool(self._options.get("nogil")), bool(self._options.get("_interpreter"))
        found = call(spec, values, nogil=nogil, interpret=interpret)
        return self._go_on(found) if isinstance(found, Left) else found

    def _run_python(self) -> Any:
        self._stats.interpreted += 1
        reruns.stack.append(None)
        return RERUN

    def _go_on(self, left: Left) -> Any:
        error = outcome(self, left)
        if error is not None:
            return Raise(error)
        reruns.stack.append(self)
        reruns.depth += 1
        if reruns.depth > 1:
            reruns.suspended.append(self)
            self._suspend(1)
        return RERUN

    def another(self, function: Any) -> Dispatcher:
        """A jitted function for what the compiler has written in Python, the same for all functions of such options."""
        key = (function, *(self._options.get(name) for name in ("_interpreter", "_passes", "nogil", "fastmath")))
        found = _others.get(key)
        if found is None:
            found = _others[key] = make_dispatcher(function, self._options, None)
        return found

    # What users see.

    def stats(self) -> Stats:
        return self._stats  # type: ignore[no-any-return]

    @property
    def signatures(self) -> list[tuple[str, ...]]:
        """The types of the parameters that it is compiled for."""
        return [tuple(type.name for type in types) for types in self._specialisations]

    def inspect_ir(self, stage: str = "final", signature: Any = None) -> str:
        """The IR of all specialisations, or of one, as text, after a stage: "lowered", a pass's name, or "final"."""
        from .explain.report import ir_report

        return "\n".join(ir_report(spec, stage) for spec in self._shown(signature))

    def inspect_asm(self, signature: Any = None) -> str:
        """The machine code of all specialisations, or of one, each instruction below its line of Python."""
        from .explain.report import asm_report

        return "\n".join(asm_report(spec) for spec in self._shown(signature))

    def _shown(self, signature: Any) -> list[Specialisation]:
        """Specialisations, each with the parts of its parallel loops behind it."""
        found = []
        for spec in self._chosen(signature):
            drivers = [callee for callee in spec.callees if callee.is_driver]
            found += [spec, *(part for driver in drivers for part in driver.callees)]
        return found

    def explain_loops(self, signature: Any = None) -> str:
        """What became of each loop, of all specialisations or of one: checks that are gone, vectors, and why not."""
        from .explain.loops import loops_report

        return "\n".join(loops_report(spec) for spec in self._chosen(signature))

    def _chosen(self, signature: Any) -> list[Specialisation]:
        if signature is None:
            known = list(self._specialisations.items())
            return [self._compile(types) if spec.provisional else spec for types, spec in known]
        from .frontend.signatures import parse_signature

        return [self._compile_ahead(parse_signature(signature)[1])]

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        if instance is None:
            return self
        import types

        return types.MethodType(self, instance)

    def __copy__(self) -> Dispatcher:
        return self

    def __deepcopy__(self, memo: object) -> Dispatcher:
        return self

    def __reduce__(self) -> Any:
        from .pickling import reduce

        return reduce(self)

    def __repr__(self) -> str:
        return f"<jitted {self.__qualname__}>"


def _bind(source: Source, args: tuple[Any, ...], keywords: dict[str, Any]) -> list[Any] | None:
    """The values of the parameters; None if the arguments don't fit them."""
    names = source.parameters
    plain = len(names) - source.keyword_only
    if len(args) > plain:
        return None
    values = dict(zip(names, args, strict=False))
    allowed = names[source.positional_only :]
    for name, value in keywords.items():
        if name in values or name not in allowed:
            return None
        values[name] = value
    if len(values) < len(names):
        values = {**source.defaults, **values}
        if len(values) < len(names):
            return None
    return [values[name] for name in names]


def _unknown_argument(source: Source, name: str, value: object) -> str:
    kind = type(value)
    shown = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    hint = ""
    if isinstance(value, (list, set, dict)):
        hint = "pass a tuple, an array.array or a NumPy array"
    elif isinstance(value, tuple):
        odd = next((item for item in value if type_of(item) is None), None)
        shown = (
            f"{shown} with a {type(odd).__qualname__} in it" if odd is not None else f"{shown} of a class of its own"
        )
    elif isinstance(value, memoryview):
        lying = "" if value.contiguous else ", with gaps"
        shown = f"{shown} of format {value.format!r}, of {value.ndim} dimensions{lying}"
        hint = "memoryviews of numbers are taken, of one dimension and without gaps"
    elif isinstance(value, (int, float)):
        hint = f"pass {'int' if isinstance(value, int) else 'float'}({name}): a class of its own may compute otherwise"
    elif kind.__module__.startswith("numpy"):
        dtype = getattr(value, "dtype", "?")
        long = {"q": "longlong", "Q": "ulonglong"}.get(getattr(dtype, "char", ""))
        shown = f"{shown} of dtype {long or dtype}"
        if not getattr(getattr(value, "flags", None), "aligned", True):
            shown += ", not aligned"
        hint = (
            "arrays of bool, integers, float32 and float64 are taken, of numpy.ndarray itself, in native byte order\n"
            f"  and aligned: np.asarray({name}) or np.array({name}) may make one"
        )
        if long:
            hint = f"to NumPy {long} is another type than {dtype}, which is taken: {name}.astype(np.{dtype}) makes one"
    where = f"{source.filename}:{source.node.lineno}: in {source.qualname}"
    return f"{where}: the argument {name!r} is a {shown}" + (f"\n\n  {hint}" if hint else "")


def _of_numpy(type: Type) -> bool:
    return any(map(_of_numpy, type.items)) if isinstance(type, Tuple) else isinstance(type, (Array, Scalar))


def _holds(spec: Specialisation) -> bool:
    return all(watch.holds() for _, watch in spec.watching())


class _Watched:
    """What an entry watches, laid out for a quick look: a program that writes its globals all the time, as loops
    outside of functions do, has one before each call."""

    __slots__ = ("_others", "_plain", "_versions", "cells", "spaces", "spec")

    def __init__(self, spec: Specialisation, dict_version: int) -> None:
        watches = [watch for _, watch in spec.watching()]
        self.spec = spec
        self.spaces = list({id(watch.where): watch.where for watch in watches if watch.name is not None}.values())
        self.cells = [watch for watch in watches if watch.name is None]
        self._versions = [ctypes.c_uint64.from_address(id(space) + dict_version) for space in self.spaces]
        plain = [watch for watch in watches if watch.__class__ is Watch and watch.name is not None]
        lookups = {(id(watch.where), watch.name, id(watch.value)): watch for watch in plain}
        self._plain = [(watch.where.get, watch.name, watch.value) for watch in lookups.values()]
        self._others = [watch for watch in watches if watch.__class__ is not Watch or watch.name is None]

    def versions(self) -> list[int]:
        """The versions of the dicts."""
        return [version.value for version in self._versions]

    def holds(self) -> bool:
        """Whether all that was looked up is still what it was."""
        for get, name, value in self._plain:
            if get(name, MISSING) is not value:
                return False
        return all(watch.holds() for watch in self._others)


# Types as generated code knows them.


def kind_of(type: Type) -> Kind:
    """What an entry looks for in an argument of that type."""
    found = _KINDS.get(type)
    if found is not None:
        return found
    if isinstance(type, Scalar):
        np = sys.modules["numpy"]
        if type.kind == "b":
            return kinds.truth(np.True_, np.False_)
        letter = "i" if type.kind in "iu" else "f" if type.bits == 64 else "s"
        return kinds.scalar(np.dtype(type.dtype).type, type.bits // 8, letter, type.signed)
    if isinstance(type, Tuple):
        return kinds.tuple_of(*[kind_of(item) for item in type.items])
    if isinstance(type, Array):
        np = sys.modules["numpy"]
        dtype = np.dtype(type.dtype.dtype)
        return kinds.array(np.ndarray, dtype, type.ndim, contiguous=type.contiguous, writable=not type.readonly)
    if isinstance(type, Buffer):
        if type.kind == "bytes":
            return kinds.BYTES
        if type.kind == "array":
            import array

            holder: Any = array.array
        else:
            holder = bytearray if type.kind == "bytearray" else memoryview
        return kinds.buffer(holder, type.code, type.memory.size, writable=not type.readonly)
    assert isinstance(type, Object)
    return kinds.constant(type.value)


def result_kind(type: Type) -> Kind:
    """What an entry makes of a result of that type."""
    if isinstance(type, Tuple) and type.cls is tuple:
        return kinds.tuple_of(*[result_kind(item) for item in type.items])
    if isinstance(type, (Array, Buffer)) and type.whole:
        return kinds.owned(len(type.words))
    if isinstance(type, (Array, Buffer, Tuple)) or type is RANGE:
        letters = "".join(LETTERS[word] for word in type.words)
        return kinds.Kind("built", letters, (functools.partial(_build, type),))
    return kind_of(type)


def _enterable(type: Type) -> bool:
    """Whether generated code can tell arguments of that type: it knows no named tuples."""
    return not isinstance(type, Tuple) or (type.cls is tuple and all(map(_enterable, type.items)))


def _build(type: Type, *words: int) -> Any:
    """The object of a result that generated code has no way to make: a view, whose reference to the owner it gets."""
    from .execution import decref

    value = box(type, [word & 0xFFFFFFFFFFFFFFFF for word in words])
    for k in type.owners:
        decref(words[k])
    return value


_KINDS: dict[Type, Kind] = {
    INT: kinds.INT,
    UINT: kinds.UINT,
    FLOAT: kinds.FLOAT,
    BOOL: kinds.BOOL,
    NONE: kinds.NONE,
}


# Hooks.


def _missed(dispatcher: Dispatcher, names: tuple[str, ...] | None, *args: Any) -> Any:
    return dispatcher._take(names, args, False)


def _missed_again(dispatcher: Dispatcher, names: tuple[str, ...] | None, *args: Any) -> Any:
    return dispatcher._take(names, args, True)


def _left(dispatcher: Dispatcher, context: int, error: BaseException | None) -> Any:
    return dispatcher._go_on(left_at(context, error))


def _changed(dispatcher: Dispatcher, number: int) -> None:
    """A dict or a cell that an entry watches has changed: if what was looked up there has not, the entry stands."""
    with _lock:
        watched = dispatcher._entries[number]
        versions = watched.versions()
        if not watched.holds():
            dispatcher._supersede(watched.spec)
            return
        entry = watched.spec.entry
        for index, version in enumerate(versions):
            entry.expect_version(index, version)
        for index, watch in enumerate(watched.cells):
            entry.expect_content(index, watch.value)


def _done(dispatcher: Dispatcher) -> None:
    if reruns.stack.pop() is None:
        return
    reruns.depth -= 1
    if not reruns.depth:
        while reruns.suspended:
            reruns.suspended.pop()._suspend(-1)


def make_dispatcher(function: Any, options: dict[str, Any], signatures: Any) -> Dispatcher:
    """A jitted function, compiled for the signatures, if there are any."""
    _set_hooks()
    made = make(Dispatcher, function)
    made._options = options
    made._specialisations = {}
    made._interpreted = set()
    made._entries = []
    made._chain = []
    made._suspended = 0
    made._warned = False
    made._superseded = {}
    made._stats = Stats()
    made.changes = Changes()
    functools.update_wrapper(made, function)
    if options.get("annotations"):
        from .frontend.signatures import from_annotations

        made._compile_ahead(from_annotations(function))
    if signatures is not None:
        for signature in signatures if isinstance(signatures, (list, set)) else [signatures]:
            made.compile(signature)
    return made


@functools.cache
def _set_hooks() -> None:
    set_hooks(miss=_missed, miss_again=_missed_again, left=_left, changed=_changed, done=_done)
