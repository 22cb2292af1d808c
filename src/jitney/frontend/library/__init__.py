"""What the compiler knows of other people's functions: one file for each library, loaded when it is referred to."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..lowering import Lowering
    from ..types import Val

    Rule = Callable[[Lowering, list[Val], dict[str, Val]], Val]

_RULES: dict[int, tuple[object, Rule]] = {}
"""By identity of the Python object that is called; the object is kept, so that its identity stays its own."""

_HOMES: dict[str, tuple[str, ...]] = {
    "builtins": ("builtins",),
    "math": ("math",),
    "operator": ("operator", "containers"),
    "_operator": ("operator", "containers"),
    "numpy": ("numpy", "arrays", "wholes"),
    "jitney": ("builtins",),
}
"""The files that know the functions of a top-level module."""


def lowers(*functions: Any) -> Callable[[Rule], Rule]:
    """Makes the decorated rule the one that lowers calls of these Python functions."""

    def register(rule: Rule) -> Rule:
        for function in functions:
            _RULES[id(function)] = (function, rule)
        return rule

    return register


def rule_for(function: Any) -> Rule | None:
    """The rule that lowers calls of a Python function, if there is one."""
    found = _RULES.get(id(function))
    if found is not None:
        return found[1]
    owner = getattr(function, "__module__", None) or type(function).__module__
    for name in _HOMES.get(owner.partition(".")[0], ()) if isinstance(owner, str) else ():
        import_module(f".{name}", __name__)
        found = _RULES.get(id(function))
        if found is not None:
            return found[1]
    return None
