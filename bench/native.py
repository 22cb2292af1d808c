"""C twins of the kernels: compiled by gcc into a temporary folder, and called through ctypes with the same inputs.

A twin has the kernel's name, other characters than letters and digits being underscores. Its parameters are those of
the kernel:

    int, float, bool                int64_t (or uint64_t), double, int64_t
    array, C-contiguous             pointer, then its dimensions, each an int64_t
    array with other strides        the same, then its strides in items, each an int64_t
    bytes, bytearray, array.array   pointer and length
    tuple of numbers                pointer and length

A tuple as result is written through more pointers at the end, one for each number in it. A function may also return a
pointer: to an array that it allocated, which is freed here, or to one of its arguments. Where Python returns a part of
an argument, C returns its length. gcc itself says which parameters a twin has (`-aux-info`), so that a twin which does
not fit its kernel is an error, not a crash.
"""

from __future__ import annotations

import array
import ctypes
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .measure import Skipped

SOURCES = Path(__file__).resolve().parent.parent / "benchmarks" / "c"
FLAGS = ("-O3", "-march=native")
EXACT = ("-ffp-contract=off",)
"""Added for the build whose answers are compared: without it gcc fuses products and sums, which Python never does."""

SCALARS: dict[str, Any] = {
    "_Bool": ctypes.c_bool, "int8_t": ctypes.c_int8, "int16_t": ctypes.c_int16, "int32_t": ctypes.c_int32,
    "int64_t": ctypes.c_int64, "uint8_t": ctypes.c_uint8, "uint16_t": ctypes.c_uint16, "uint32_t": ctypes.c_uint32,
    "uint64_t": ctypes.c_uint64, "float": ctypes.c_float, "double": ctypes.c_double,
}  # fmt: skip
DTYPES = {
    "_Bool": "bool", "int8_t": "int8", "int16_t": "int16", "int32_t": "int32", "int64_t": "int64", "uint8_t": "uint8",
    "uint16_t": "uint16", "uint32_t": "uint32", "uint64_t": "uint64", "float": "float32", "double": "float64",
}  # fmt: skip

_PROTOTYPE = re.compile(r"/\* (\S+?):(\d+):NF \*/ (extern|static) (.+?)(\w+) \((.*?)\);")
_VECTORISED = re.compile(r"^[^:]+:(\d+):\d+: optimized: loop vectorized using (\d+) byte vectors", re.MULTILINE)


class TwinError(Exception):
    """A twin's parameters are not its kernel's."""


@dataclass
class Twin:
    """One C function. `vector_bytes` is the width of the widest vectors that gcc made of its loops, 0 if none."""

    name: str
    result: str
    parameters: tuple[str, ...]
    address: Any
    vector_bytes: int = 0


class Call:
    """A twin with its arguments converted once. Calling it gives what C returned; `value` makes that Python's.

    `like` is what Python gave for such arguments. Raises TwinError where the twin does not fit them.
    """

    def __init__(self, twin: Twin, arguments: tuple[Any, ...], like: Any) -> None:
        self.twin, self.like = twin, like
        self.kept: list[Any] = [arguments]  # what the addresses point to
        passed: list[tuple[str, Any]] = []
        for argument in arguments:
            passed += self._converted(argument)
        self.addresses = {value for kind, value in passed if kind.endswith("*")}
        self.outputs: list[Any] = []
        if isinstance(like, tuple):
            for kind in twin.parameters[len(passed) :]:
                self.outputs.append(_scalar_of(kind)())
                passed.append((kind, ctypes.addressof(self.outputs[-1])))
        if len(passed) != len(twin.parameters):
            raise TwinError(f"{twin.name} takes {len(twin.parameters)} parameters, the kernel passes {len(passed)}")
        self.arguments = [self._checked(*pair) for pair in zip(passed, twin.parameters, strict=True)]
        self.function = ctypes.CFUNCTYPE(_result_type(twin.result), use_errno=False)(twin.address)

    def __call__(self) -> Any:
        return self.function(*self.arguments)

    def value(self, result: Any) -> Any:
        """The Python value of what a call returned; memory that it allocated is freed."""
        if isinstance(self.like, tuple):
            return _nested(self.like, iter([output.value for output in self.outputs]))
        if not self.twin.result.endswith("*"):
            return result
        import numpy as np

        shape, dtype = self.like.shape, DTYPES[_scalar_name(self.twin.result)]
        count = int(np.prod(shape)) * np.dtype(dtype).itemsize
        found = np.frombuffer(ctypes.string_at(result, count), dtype).reshape(shape)
        self.release(result)
        return found

    def release(self, result: Any) -> None:
        """Free what a call returned, if it is an array that it allocated."""
        if self.twin.result.endswith("*") and result not in self.addresses:
            _free(result)

    def _converted(self, argument: Any) -> list[tuple[str, Any]]:
        import numpy as np

        if isinstance(argument, bool | int | np.integer | np.bool_):
            return [("int64_t", int(argument))]
        if isinstance(argument, float):
            return [("double", float(argument))]
        if isinstance(argument, tuple):
            argument = np.array(argument)
            self.kept.append(argument)
        elif isinstance(argument, array.array):
            argument = np.frombuffer(argument, argument.typecode)
        elif isinstance(argument, bytes | bytearray):
            argument = np.frombuffer(argument, np.uint8)
        kind = next(name for name, dtype in DTYPES.items() if argument.dtype == dtype)
        numbers = list(argument.shape)
        if not argument.flags.c_contiguous:
            numbers += [stride // argument.itemsize for stride in argument.strides]
        return [(f"{kind} *", argument.ctypes.data), *(("int64_t", number) for number in numbers)]

    def _checked(self, passed: tuple[str, Any], declared: str) -> Any:
        kind, value = passed
        if declared != kind and not (kind == "int64_t" and declared == "uint64_t"):
            raise TwinError(f"{self.twin.name} declares {declared}, the kernel passes {kind}")
        return ctypes.c_void_p(value) if declared.endswith("*") else SCALARS[declared](value)


@dataclass
class Library:
    """The twins of one file, in two builds: as they are timed, and as their answers are compared."""

    timed: dict[str, Twin] = field(default_factory=dict)
    exact: dict[str, Twin] = field(default_factory=dict)


def compiler_version() -> str:
    """What gcc calls itself; raises Skipped where there is none."""
    if not shutil.which("gcc"):
        raise Skipped("gcc is not installed: no C twins")
    return subprocess.run(["gcc", "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]


def build(family: str, folder: Path) -> Library:
    """Compile the twins of a family of kernels, if there are any, into `folder`."""
    source = SOURCES / f"{family}.c"
    if not source.exists():
        return Library()
    return Library(compiled(source, folder, "timed", FLAGS), compiled(source, folder, "exact", FLAGS + EXACT))


def twin_name(kernel_name: str) -> str:
    return re.sub(r"\W+", "_", kernel_name).strip("_")


def compiled(source: Path, folder: Path, build: str, flags: tuple[str, ...]) -> dict[str, Twin]:
    """The functions of a C file by their names, compiled with these flags; raises RuntimeError with gcc's errors."""
    prototypes, library = (folder / f"{source.stem}.{build}.{suffix}" for suffix in ("prototypes", "so"))
    command = [
        "gcc", "-std=gnu11", *flags, "-fPIC", "-shared", "-fopt-info-vec-optimized", "-aux-info", str(prototypes),
        str(source), "-o", str(library), "-lm",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{source.name} does not compile:\n{done.stderr}")
    loaded = ctypes.CDLL(str(library))
    twins: list[tuple[int, Twin]] = []
    for file, line, linkage, result, name, parameters in _PROTOTYPE.findall(prototypes.read_text()):
        if Path(file) == source and linkage == "extern":
            address = ctypes.cast(getattr(loaded, name), ctypes.c_void_p).value
            kinds = tuple(_type_name(kind) for kind in parameters.split(", "))
            twins.append((int(line), Twin(name, _type_name(result), kinds, address)))
    for line, width in _VECTORISED.findall(done.stderr):
        start = max((start for start, _ in twins if start <= int(line)), default=0)
        for at, twin in twins:
            if at == start:
                twin.vector_bytes = max(twin.vector_bytes, int(width))
    return {twin.name: twin for _, twin in twins}


def _type_name(declared: str) -> str:
    """The type of `const double *a`, `double *`."""
    name = declared.replace("const ", "").split()[0]
    return f"{name} *" if "*" in declared else name


def _scalar_name(kind: str) -> str:
    return kind.rstrip("* ")


def _scalar_of(kind: str) -> Any:
    return SCALARS[_scalar_name(kind)]


def _result_type(kind: str) -> Any:
    if kind == "void":
        return None
    return ctypes.c_void_p if kind.endswith("*") else SCALARS[kind]


def _nested(like: Any, values: Any) -> Any:
    return tuple(_nested(item, values) for item in like) if isinstance(like, tuple) else next(values)


_free = ctypes.CDLL(None).free
_free.argtypes = [ctypes.c_void_p]
_free.restype = None
