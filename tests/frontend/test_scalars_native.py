"""NumPy scalars in machine code: operators and functions of all types, compiled, called, and compared with NumPy."""

from __future__ import annotations

import importlib.util
import itertools
import os
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from frontend.scalar_oracle import TYPES, outcome, samples

from jitney import UnsupportedError, jit
from jitney.frontend.types import SCALARS

SYMBOLS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<",
    "rshift": ">>", "and": "&", "or": "|", "xor": "^", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">",
    "ge": ">=",
}  # fmt: skip
PREFIXES = {
    "neg": "-a",
    "pos": "+a",
    "invert": "~a",
    "not": "not a",
    "abs": "abs(a)",
    "bool": "bool(a)",
    "int": "int(a)",
}
FUNCTIONS = {
    name: ufunc
    for name, ufunc in vars(np).items()
    if isinstance(ufunc, np.ufunc) and ufunc.nin <= 2 and ufunc.signature is None and ufunc is not np.isnat
}
PAIRS = [(a, b) for a in TYPES for b in TYPES if a in SCALARS or b in SCALARS]
SHARE = float(os.environ.get("JITNEY_SHARE", "0.12"))
"""How many of the combinations of types are tried; each takes a compilation."""
MOST = 12
"""Values tried for each combination."""

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def functions(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A module with a function for each operator and each of NumPy's functions."""
    lines = ["import numpy as np"]
    lines += [f"def {name}_(a, b): return a {symbol} b" for name, symbol in SYMBOLS.items()]
    lines += [f"def {name}_(a): return {expression}" for name, expression in PREFIXES.items()]
    for name, ufunc in FUNCTIONS.items():
        parameters = ", ".join("ab"[: ufunc.nin])
        lines.append(f"def np_{name}({parameters}): return np.{name}({parameters})")
    lines += [f"def type_{name}(a): return np.{name}(a)" for name in SCALARS]
    path: Path = tmp_path_factory.mktemp("scalars") / "scalar_functions.py"
    path.write_text("\n".join(lines) + "\n")
    spec = importlib.util.spec_from_file_location("scalar_functions", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare(function: Any, names: tuple[str, ...], rng: random.Random) -> None:
    compiled = jit(function)
    columns = [[value for value in samples(name, rng) if name != "uint" or value >= 1 << 63] for name in names]
    cases = list(itertools.product(*columns))
    for values in rng.sample(cases, min(MOST, len(cases))):
        try:
            compiled(*values)
        except UnsupportedError as refused:
            assert "float16" in str(refused)
            return
        except Exception:
            pass  # compared below
        assert outcome(compiled, values) == outcome(function, values), (function.__name__, values)


def some(combinations: list[tuple[str, ...]], rng: random.Random) -> list[tuple[str, ...]]:
    return rng.sample(combinations, max(8, int(SHARE * len(combinations))))


@pytest.mark.parametrize("name", SYMBOLS)
def test_binary_operators(functions: Any, name: str) -> None:
    rng = random.Random(name)
    for names in some(PAIRS, rng) + [("float32", "float32"), ("float64", "float64"), ("int64", "int64")]:
        compare(getattr(functions, name + "_"), names, rng)


@pytest.mark.parametrize("name", PREFIXES)
def test_unary_operators(functions: Any, name: str) -> None:
    for type in SCALARS:
        compare(getattr(functions, name + "_"), (type,), random.Random(name))


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_functions(functions: Any, name: str) -> None:
    rng = random.Random(name)
    ufunc = FUNCTIONS[name]
    combinations = (
        [(a,) for a in SCALARS] if ufunc.nin == 1 else some(PAIRS, rng) + [("float32",) * 2, ("float64",) * 2]
    )
    for names in combinations:
        compare(getattr(functions, "np_" + name), names, rng)


@pytest.mark.parametrize("name", SCALARS)
def test_types_as_functions(functions: Any, name: str) -> None:
    for type in TYPES:
        compare(getattr(functions, "type_" + name), (type,), random.Random(name + type))


def test_an_int_beyond_64_bits_beside_a_numpy_int_raises_even_if_little_is_wanted() -> None:
    @jit
    def low(x: Any, k: Any) -> Any:
        return (np.int64(x) + k * 3) & 0xFF

    @jit
    def nothing(x: Any, k: Any) -> Any:
        np.int64(x) + k * 3
        return x

    for function in (low, nothing):
        assert function(1, 5) == function.py_func(1, 5)
        with pytest.raises(OverflowError, match="too large to convert"):
            function(1, 2**62)
