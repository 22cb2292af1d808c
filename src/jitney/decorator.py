"""`@jit` itself: its options, as Numba spells them, and where it leaves functions alone.

Light, so that a program that imports it on a platform that Jitney has no code for runs as it always did.
"""

from __future__ import annotations

import os
import sys
import warnings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


KNOWN = {
    "nogil": False,  # let other threads run Python meanwhile
    "fastmath": False,  # sums of floats in any order, products and sums rounded once, functions in place
    "fallback": False,  # run the Python function where it cannot be compiled
    "parallel": False,  # loops over prange are shared by threads
    "annotations": False,  # compile at once for the types that the parameters are annotated with
}

WITHOUT_EFFECT = {
    "boundscheck": "indices are always checked",
    "cache": "nothing is kept between processes yet",
    "error_model": "division by zero is as in Python",
    "forceinline": "small functions are always inlined",
    "inline": "small functions are always inlined",
    "looplift": "functions are compiled whole",
    "nopython": "functions are always compiled whole",
}
"""Options that Numba has, and why they change nothing here."""

PRIVATE = ("_interpreter", "_observer", "_passes")
"""For tests: run the IR in its interpreter; watch the stages; leave out all passes (False), or those named in a set."""

_said: set[str] = set()


def _checked(options: dict[str, Any]) -> dict[str, Any]:
    """The options with those left out that have no effect, about which it says so once. Raises TypeError."""
    found = {}
    for name, value in options.items():
        if name in WITHOUT_EFFECT:
            harmless = (name == "nopython" and value) or (name == "error_model" and value == "python")
            if value and not harmless and name not in _said:
                _said.add(name)
                warnings.warn(f"@jit: {name}={value!r} has no effect: {WITHOUT_EFFECT[name]}", stacklevel=3)
        elif name in KNOWN or name in PRIVATE:
            found[name] = value
        else:
            raise TypeError(f"jit() has no option {name!r}; there are {', '.join(sorted((*KNOWN, *WITHOUT_EFFECT)))}")
    return found


def jit(signature_or_function: Any = None, /, **options: Any) -> Any:
    """Compiles a Python function to machine code when it is called, for the types of its arguments.

        @jit
        @jit(nogil=True)
        @jit("float64(float64[:], int64)")      compiled at once; a list of signatures too

    Options: `nogil` lets other threads run; `parallel` has threads share loops over `prange`; `fastmath` lets loops
    compute sums of floats in any order, and round a product and a sum once; `fallback` runs the Python function where
    it cannot be compiled; `annotations` compiles at once for the annotated types. Numba's others are accepted. With
    JITNEY_DISABLE=1 in the environment, and on platforms that Jitney has no code for, it returns the function as it is.
    """
    wanted = _checked(options)
    if callable(signature_or_function) or isinstance(signature_or_function, classmethod):
        return _decorate(signature_or_function, wanted, None)
    return lambda function: _decorate(function, wanted, signature_or_function)


njit = jit
"""As Numba spells it."""


def _decorate(function: Any, options: dict[str, Any], signatures: Any) -> Any:
    if isinstance(function, (staticmethod, classmethod)):
        return type(function)(_decorate(function.__func__, options, signatures))
    if getattr(type(function), "_is_jitted", False):
        function = function.py_func
    if not hasattr(function, "__code__"):
        raise TypeError(f"@jit is for Python functions, not for {type(function).__name__}")
    if os.environ.get("JITNEY_DISABLE", "") not in ("", "0"):
        return function
    reason = unsupported_platform()
    if reason is not None:
        if "platform" not in _said:
            _said.add("platform")
            warnings.warn(
                f"jitney: {reason}; functions decorated with @jit run as they are", RuntimeWarning, stacklevel=3
            )
        return function
    from .collector import Paused

    with Paused(settles=True):
        from .dispatch import make_dispatcher

    return make_dispatcher(function, options, signatures)


def unsupported_platform() -> str | None:
    """Why there is no machine code for this process; None if there is."""
    if sys.implementation.name != "cpython":
        return f"no machine code for {sys.implementation.name}"
    if sys.platform != "linux":
        return f"no machine code for {sys.platform} yet"
    machine = os.uname().machine
    if machine != "x86_64":
        return f"no machine code for {machine} yet"
    if "t" in sys.abiflags:
        return "no machine code for Python without its global lock yet"
    return None
