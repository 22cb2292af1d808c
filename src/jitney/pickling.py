"""Jitted functions in pickles: by name where the module that has them can be imported, else by source.

By source means: the text of the definition, and what it refers to: the globals it names, the contents of its cells,
its defaults. On arrival it is compiled by Python and jitted again, for the processor that is there.
"""

from __future__ import annotations

import ast
import builtins
import itertools
import linecache
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from .dispatch import Dispatcher

_serial = itertools.count(1)


def reduce(dispatcher: Dispatcher) -> str | tuple[Any, ...]:
    """What `Dispatcher.__reduce__` returns."""
    module, name = dispatcher.__module__, dispatcher.__qualname__
    if module != "__main__" and _lookup(module, name) is dispatcher:
        return name
    function: Any = dispatcher.py_func
    code: CodeType = function.__code__
    source = dispatcher.source
    lines = linecache.getlines(source.filename, function.__globals__)
    node = source.node
    text = _definition("".join(lines), node)
    names = _global_names(code)
    state = {
        "text": text,
        "filename": source.filename,
        "line": node.lineno,
        "name": name,
        "module": module,
        "options": {key: value for key, value in dispatcher._options.items() if key[0] != "_"},
        "defaults": (function.__defaults__, function.__kwdefaults__),
        "doc": function.__doc__,
        "free": code.co_freevars,
    }
    cells = tuple(
        None if _content(cell) is dispatcher else _Packed(_content(cell)) for cell in function.__closure__ or ()
    )
    scope = {
        key: None if function.__globals__[key] is dispatcher else _Packed(function.__globals__[key])
        for key in names
        if key in function.__globals__
    }
    return _rebuild, (state,), (cells, scope), None, None, _fill


def _lookup(module: str, name: str) -> object:
    found: Any = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return found


def _content(cell: Any) -> object:
    return cell.cell_contents


class _Packed:
    """An object in a pickle; modules go by name."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __reduce__(self) -> tuple[Any, ...]:
        if isinstance(self.value, type(sys)):
            return _module, (self.value.__name__,)
        return _Packed, (self.value,)


def _module(name: str) -> _Packed:
    import importlib

    return _Packed(importlib.import_module(name))


def _definition(text: str, node: Any) -> str:
    """The text of the definition alone, as an expression or a statement without decorators, on lines of its own."""
    segment = ast.get_source_segment(text, node, padded=True) or ""
    if isinstance(node, ast.Lambda):
        return f"({segment.strip()})"
    lines = segment.splitlines(keepends=True)
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "if True:\n" + "".join(lines) if indent else "".join(lines)


def _global_names(code: CodeType) -> set[str]:
    names = set(code.co_names)
    for constant in code.co_consts:
        if hasattr(constant, "co_names"):
            names |= _global_names(constant)
    return names


def _rebuild(state: dict[str, Any]) -> Dispatcher:
    """The function, without what it refers to."""
    from types import CellType, FunctionType

    from .decorator import jit

    text = state["text"]
    filename = f"<{state['filename']}, pickled {next(_serial)}>"
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    scope: dict[str, Any] = {"__name__": state["module"], "__builtins__": builtins}
    free = state["free"]
    code = compile(_enclosed(text, free), filename, "exec")
    wanted = state["name"].rpartition(".")[2]
    inner = _find_code(code, wanted)
    closure = tuple(CellType() for _ in free)
    order = {name: k for k, name in enumerate(free)}
    function = FunctionType(
        inner, scope, wanted, state["defaults"][0], tuple(closure[order[n]] for n in inner.co_freevars)
    )
    function.__kwdefaults__ = state["defaults"][1]
    function.__qualname__, function.__doc__, function.__module__ = state["name"], state["doc"], state["module"]
    return jit(function, **state["options"])  # type: ignore[no-any-return]


def _enclosed(text: str, free: tuple[str, ...]) -> ast.Module:
    """The definition within a function that has its free variables, with the lines that it has in the text."""
    tree = ast.parse(text)
    if not free:
        return tree
    outer = ast.parse(f"def outer({', '.join(free)}): pass")
    outer.body[0].body = tree.body  # type: ignore[attr-defined]
    return outer


def _find_code(code: CodeType, name: str) -> CodeType:
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            if constant.co_name == name:
                return constant  # type: ignore[no-any-return]
            found = _find_code(constant, name) if constant.co_name == "outer" else None
            if found is not None:
                return found
    raise ImportError(f"the source of {name!r} in the pickle does not define it")


def _fill(dispatcher: Dispatcher, given: tuple[Any, ...]) -> None:
    """Gives the function what it refers to."""
    cells, scope = given
    function: Any = dispatcher.py_func
    for cell, packed in zip(function.__closure__ or (), cells, strict=True):
        cell.cell_contents = dispatcher if packed is None else packed.value
    for name, packed in scope.items():
        function.__globals__[name] = dispatcher if packed is None else packed.value
