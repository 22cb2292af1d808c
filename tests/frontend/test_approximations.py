"""The functions that `fastmath` has in place: how far they are from the true numbers, as mpmath has them, and that they
give what Python gives wherever no digits are concerned: zeros, infinities, NaNs, exceptions, types."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
import pytest
from jit.children import define

from jitney import compiler, jit
from jitney.x86.cpu import chosen
from jitney.x86.vectors import level_of

LEVEL = level_of(chosen())
COUNT = 250
BOUNDS = {"exp": 1, "log": 1, "log2": 1, "log10": 1, "sin": 1, "cos": 1, "tan": 2.5, "tanh": 3}
"""In units of the last place: what docs/jit.md says."""
EXACT: dict[str, Callable[[Any], Any]] = {
    **{name: getattr(mpmath, name) for name in ("exp", "log", "log10", "sin", "cos", "tan", "tanh")},
    "log2": lambda x: mpmath.log(x, 2),
}
SPECIAL = (
    0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 7, True, 3**40, math.inf, -math.inf, math.nan, 5e-324, -5e-324, 2.2e-308, 1.7e308,
    -1.7e308, 1e-9, -1e-9, 1e-20, 709.0, 709.78, 709.79, 710, -745.0, -745.2, -746, 1e300, 2.0**26 + 1, 2.0**44,
    2.0**45,
)  # fmt: skip
POWERS = "2", "3", "4", "-1", "-2", "0.5", "2.0", "0", "2.5"


@pytest.fixture(params=["fused", "not fused"], autouse=True)
def fused(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """With the processor's fused multiply-adds, if it has them, and without."""
    if request.param == "not fused":
        monkeypatch.setattr(compiler, "_fused", lambda: False)
    return bool(compiler._fused())


def fast(expression: str, *, loop: bool = False) -> tuple[Any, Any]:
    """The Python function and the compiled one."""
    text = f"import math, operator\nimport numpy as np\ndef f(x):\n    return {expression}\n"
    if loop:
        text = f"import math\ndef f(a, o):\n    for i, x in enumerate(a):\n        o[i] = {expression}\n"
    function = define(text, f"<{expression}, {loop}>")["f"]
    return function, jit(fastmath=True)(function)


def points(name: str) -> list[np.ndarray[Any, Any]]:
    random = np.random.default_rng(20)
    if name.startswith("log"):
        spread = random.uniform(-1074, 1023.99, COUNT)
        return [np.exp2(spread), random.uniform(0.5, 2, COUNT), 1 + random.uniform(-1e-3, 1e-3, COUNT)]
    small = np.exp2(random.uniform(-300, -1, COUNT)) * random.choice([-1, 1], COUNT)
    if name in ("exp", "tanh"):
        far = 745 if name == "exp" else 25
        return [random.uniform(-far, min(far, 709.7), COUNT), random.uniform(-1, 1, COUNT), small]
    turns = random.integers(-(10**7), 10**7, COUNT) * (math.pi / 2)  # as near to zeros as floats are
    return [random.uniform(-10, 10, COUNT), random.uniform(-6e7, 6e7, COUNT), turns, small]


@pytest.mark.parametrize("name", BOUNDS)
def test_errors(name: str) -> None:
    _, f = fast(f"math.{name}(x)", loop=True)
    with mpmath.workdps(50):
        for inputs in points(name):
            outputs = np.zeros_like(inputs)
            f(inputs, outputs)
            for x, y in zip(inputs.tolist(), outputs.tolist(), strict=True):
                true = EXACT[name](mpmath.mpf(x))
                assert abs(mpmath.mpf(y) - true) <= BOUNDS[name] * math.ulp(float(true)), x.hex()
    if LEVEL or name not in ("sin", "cos", "tan"):  # SSE2 has no calls for far turns by lanes
        assert "vectorised: " in f.explain_loops() and "not vectorised" not in f.explain_loops()


def test_far_turns(fused: bool) -> None:
    _, f = fast("math.sin(x)")
    for x in (1e12, 1.7e13, 5e13, 1e22):  # the latter are the C library's
        true = mpmath.sin(mpmath.mpf(x))
        assert abs(f(x) - true) <= math.ulp(float(true)), (x, fused)


def outcome(function: Any, x: Any) -> Any:
    with np.errstate(all="ignore"):
        try:
            return function(x)
        except (ArithmeticError, ValueError) as error:
            return type(error), str(error)


def alike(a: Any, b: Any) -> bool:
    if type(a) is not type(b) or isinstance(a, tuple | complex | int):
        return type(a) is type(b) and bool(a == b)
    if a == 0 or b == 0:
        return bool(a == b and math.copysign(1, a) == math.copysign(1, b))
    return bool(a == b or (a != a and b != b) or abs(a - b) <= 3 * abs(np.spacing(a)))


def inputs(values: tuple[Any, ...] = SPECIAL) -> list[Any]:
    singles = [np.float32(x) for x in values if not 3e38 < abs(x) < math.inf]
    return [*values, *map(np.float64, values), *singles]


@pytest.mark.filterwarnings("ignore:f keeps leaving compiled code:RuntimeWarning")  # for complex roots
@pytest.mark.parametrize(
    "expression",
    [f"{module}.{name}(x)" for module in ("math", "np") for name in BOUNDS]
    + [form.format(power) for form in ("x ** {}", "math.pow(x, {})", "np.power(x, {})") for power in POWERS],
)
def test_special_cases(expression: str) -> None:
    python, f = fast(expression)
    for x in inputs():
        if "np." in expression and isinstance(x, bool):
            continue  # a float16
        expected, found = outcome(python, x), outcome(f, x)
        assert alike(expected, found), (x, expected, found)


def test_powers_are_products() -> None:
    for exponent, bound in ((2, 0.5), (3, 1.0), (4, 1.5), (-1, 0.5), (-2, 2)):
        _, f = fast(f"x ** {exponent}")
        for x in np.random.default_rng(3).uniform(-5, 5, 200).tolist():
            true = mpmath.mpf(x) ** exponent
            assert abs(mpmath.mpf(f(x)) - true) <= bound * math.ulp(float(true)), (x, exponent)


def test_only_with_fastmath() -> None:
    function, _ = fast("math.exp(x)")
    assert "ccall" in _ir(jit(function)) and "ccall" not in _ir(jit(fastmath=True)(function))


def _ir(f: Any) -> str:
    f(0.5)
    text: str = f.inspect_ir()
    return text
