"""Compare what compiled functions do with what the interpreter does: values, types, exceptions, writes to arguments.

Cases are text: the source of a function and of its arguments, so that each way of running it gets fresh ones, arrays
that overlap among them, and a failure can be pasted into a prompt. No expected value is written down anywhere.
"""

from __future__ import annotations

import array
import copy
import itertools
import linecache
import math
import operator
import re
import struct
import textwrap
import traceback
import warnings
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, NamedTuple

from jitney import UnsupportedError, jit

try:
    import numpy as np
except ImportError:
    np = None  # type: ignore[assignment]

Point = namedtuple("Point", "x y")
NAMESPACE = {"math": math, "operator": operator, "array": array.array, "np": np, "Point": Point}
"""The globals of the functions and arguments of cases."""


PLAIN = "?bBhHiIlLqQefdFD"
"""The letters of NumPy's dtypes that are numbers without padding."""


class Outcome(NamedTuple):
    """How a call went: the result, or the exception; and the arguments as it left them."""

    result: Any
    error: BaseException | None
    arguments: tuple[Any, ...]


def outcome(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Outcome:
    """Call the function."""
    with quiet():
        try:
            return Outcome(function(*arguments), None, arguments)
        except Exception as error:
            return Outcome(None, error, arguments)


@contextmanager
def quiet() -> Iterator[None]:
    """No warnings: NumPy's are a known difference."""
    with warnings.catch_warnings(), nullcontext() if np is None else np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


def difference(expected: Outcome, got: Outcome) -> str:
    """In what the second outcome differs from the first, or nothing."""
    if expected.error is not None or got.error is not None:
        if not _alike_errors(expected.error, got.error):
            return f"expected {_shown(expected)}\n     got {_shown(got)}"
        if (ours := _frames(expected.error)) != (theirs := _frames(got.error)):
            return f"expected {_shown(expected)}, raised in {ours}\n     got the same from {theirs}"
    elif not alike(expected.result, got.result):
        return f"expected {_shown(expected)}\n     got {_shown(got)}"
    elif _provenance(expected) != _provenance(got):
        return "the result is, or shares memory with, other arguments than expected"
    for number, (ours, theirs) in enumerate(zip(expected.arguments, got.arguments, strict=True)):
        if not alike(ours, theirs):
            return f"argument {number} was left as {theirs!r}\nexpected {ours!r}"
    return ""


def _alike_errors(a: BaseException | None, b: BaseException | None) -> bool:
    return type(a) is type(b) and _message(a) == _message(b)


def _frames(error: BaseException | None) -> list[tuple[str, int]]:
    """The functions of cases that it came through, and their lines."""
    if isinstance(error, UnboundLocalError):  # CPython 3.11 gives the line before, where it has fused two instructions
        return []
    frames = traceback.extract_tb(error.__traceback__) if error is not None else ()
    return [(frame.name, frame.lineno or 0) for frame in frames if frame.filename.startswith("<case")]


def _message(error: BaseException | None) -> str:
    """The message, without the addresses of objects."""
    return re.sub(r"0x[0-9a-f]+", "0x", str(error))


def _shown(outcome: Outcome) -> str:
    if outcome.error is not None:
        return f"{type(outcome.error).__name__}: {outcome.error}"
    try:
        return f"{type(outcome.result).__name__} {outcome.result!r}"
    except ValueError:  # of more digits than Python shows
        return f"{type(outcome.result).__name__}, a number too long to show in it"


def alike(a: Any, b: Any) -> bool:
    """Whether two values are of one type and equal bit for bit; any NaN is alike any other."""
    kind = type(a)
    if kind is not type(b):
        return False
    if kind is float:
        return struct.pack("d", a) == struct.pack("d", b) or (a != a and b != b)
    if kind is complex:
        return alike(a.real, b.real) and alike(a.imag, b.imag)
    if isinstance(a, tuple | list):
        return len(a) == len(b) and all(map(alike, a, b))
    if kind is memoryview:
        return a.format == b.format and a.shape == b.shape and a.tobytes() == b.tobytes()
    if kind is array.array:
        if a.typecode != b.typecode or len(a) != len(b):
            return False
        return a.tobytes() == b.tobytes() or (a.typecode in "fd" and all(map(alike, a, b)))
    if np is not None and isinstance(a, np.generic | np.ndarray):
        if a.dtype != b.dtype or a.shape != b.shape or (a.size and _steps(a) != _steps(b)):
            return False
        if a.dtype.char not in PLAIN or (type(a) is not np.ndarray and isinstance(a, np.ndarray)):
            return repr(a) == repr(b)  # references, or bytes without a meaning
        return a.tobytes() == b.tobytes() or _alike_but_for_nans(np.asarray(a), np.asarray(b))
    return bool(a == b)


def _steps(a: Any) -> list[int]:
    """The strides that matter."""
    return [stride for length, stride in zip(a.shape, a.strides, strict=True) if length > 1]


def _alike_but_for_nans(a: Any, b: Any) -> bool:
    if a.dtype.kind != "f":
        return False
    nan = np.isnan(a)
    return np.array_equal(nan, np.isnan(b)) and a[~nan].tobytes() == b[~nan].tobytes()


def _provenance(outcome: Outcome) -> list[Any]:
    """For each part of the result, which mutable arguments it is, or shares memory with."""
    found: list[Any] = []
    parts = [outcome.result]
    while parts:
        part = parts.pop()
        if isinstance(part, tuple):
            parts.extend(part)
        elif isinstance(part, bytearray | array.array | memoryview):
            found.append([part is argument for argument in outcome.arguments])
        elif np is not None and isinstance(part, np.ndarray):
            for argument in outcome.arguments:
                shares = isinstance(argument, np.ndarray) and np.may_share_memory(part, argument)
                found.append((part is argument, shares))
    return found


def same(function: Callable[..., Any], *arguments: Any, jitted: Callable[..., Any] | None = None) -> None:
    """Check that `function`, jitted, does with copies of the arguments what the interpreter does."""
    expected = outcome(function, _copied(arguments))
    problem = difference(expected, outcome(jitted or jit(function), _copied(arguments)))
    assert not problem, f"{function.__name__}{arguments}: {problem}"


def _copied(arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """Copies of the arguments; a memoryview becomes one of a copy of what it shows."""
    memo: dict[int, Any] = {}
    return tuple(
        memoryview(bytearray(a)).cast(a.format) if isinstance(a, memoryview) else copy.deepcopy(a, memo)
        for a in arguments
    )


_sources = itertools.count()


def build(source: str, decorator: Callable[[Any], Any]) -> Any:
    """The last function of `source`, in globals of its own; its functions are decorated with `@jit`: `decorator`."""
    filename = f"<case {next(_sources)}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    namespace = {**NAMESPACE, "jit": decorator, "__name__": "case"}
    exec(compile(source, filename, "exec"), namespace)
    last = re.findall(r"^def (\w+)", source, re.MULTILINE)[-1]
    return namespace[last]


class Case(NamedTuple):
    """The source of a function, and the sources of the arguments of each call."""

    source: str
    calls: tuple[str, ...]

    def check(self, may_refuse: bool = False) -> None:
        """Compare all calls. `may_refuse`: saying that it isn't supported is as good, where the language ends."""
        python, jitted = build(self.source, lambda function: function), build(self.source, jit)
        problems = []
        for call in self.calls:
            expected, got = (outcome(function, eval_arguments(call)) for function in (python, jitted))
            if may_refuse and isinstance(got.error, UnsupportedError):
                continue
            if problem := difference(expected, got):
                problems.append(f"f({call}):\n{textwrap.indent(problem, '    ')}")
        shown = "\n".join(problems[:8])
        assert not problems, f"{len(problems)} of {len(self.calls)} calls of\n{self.source}\n{shown}"


def eval_arguments(text: str) -> tuple[Any, ...]:
    with quiet():
        arguments: tuple[Any, ...] = eval(f"({text},)" if text else "()", dict(NAMESPACE))
    return arguments


def cases(calls: Iterable[str], *sources: str) -> list[Case]:
    """A case for each source: an expression in x, y, z, w; or the body of a function of them; or whole functions."""
    calls = tuple(calls)
    count = len(eval_arguments(calls[0]))
    return [Case(_completed(source, count), calls) for source in sources]


def _completed(source: str, count: int) -> str:
    source = textwrap.dedent(source).strip("\n")
    if not re.search(r"^def ", source, re.MULTILINE):
        body = f"return {source}" if _is_expression(source) else source
        source = f"def f({', '.join('xyzw'[:count])}):\n{textwrap.indent(body, '    ')}"
    return decorated(source) + "\n"


def decorated(source: str) -> str:
    """The source with `@jit` before every function, if there is none in it."""
    return source if "@jit" in source else re.sub(r"^def ", "@jit\ndef ", source, flags=re.MULTILINE)


def _is_expression(source: str) -> bool:
    try:
        compile(source, "", "eval")
    except SyntaxError:
        return False
    return True


def name_of(case: Case) -> str:
    """A short name for a test: the body of the last function, as far as it fits."""
    body = re.split(r"^def .*\n", case.source, flags=re.MULTILINE)[-1]
    return re.sub(r"\s+", " ", body.replace("return ", "", 1)).strip()[:60]


def pairs(first: str, second: str | None = None) -> list[str]:
    """All pairs of two lists of values, written with spaces between them."""
    return [f"{x}, {y}" for x, y in itertools.product(first.split(), (second or first).split())]


def triples(first: str, second: str, third: str) -> list[str]:
    return [", ".join(values) for values in itertools.product(first.split(), second.split(), third.split())]


def each(*lists: str) -> list[str]:
    return [value for values in lists for value in values.split()]


# Values: first those that stay within 64 bits, so that compiled code is seen to handle them, then those that do not.
SMALL_INTS = "0 1 -1 2 -2 3 7 -7 10 -10 63 64 100"
LARGE_INTS = "2**31 -2**31 2**32-1 2**53+1 -2**53-1 2**62 2**63-1 -2**63 -2**63+1"
HUGE_INTS = "2**63 -2**63-1 2**64-1 2**64 10**30 -10**30"
FLOATS = (
    "0.0 -0.0 1.0 -1.0 0.5 -0.5 1.5 2.5 -2.5 3.0 7.25 -7.25 0.1 1e10 1e15 -1e15 2.0**53 2.0**62 -2.0**63 2.0**63 "
    "1e22 1e300 -1e300 5e-324 -5e-324 1e-310 math.inf -math.inf math.nan"
)
SOME_FLOATS = "0.0 -0.0 1.0 -1.5 2.5 3.0 -7.25 0.1 1e15 2.0**53 1e300 5e-324 math.inf -math.inf math.nan"
BOOLS = "True False"
