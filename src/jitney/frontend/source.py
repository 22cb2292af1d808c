"""Where a function's source is: its syntax tree, with the line numbers of its file.

Found through `linecache`, so in files, notebooks and wherever else source is registered there. The syntax tree is that
of the whole file, parsed once, in which the function is looked up by its first line; lambdas by their code as well.
"""

from __future__ import annotations

import os
import sys
import time

from ..errors import UnsupportedError
from . import syntax as ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FunctionType
    from typing import Any


class Source:
    """A Python function as the compiler takes it."""

    __slots__ = (
        "code", "defaults", "filename", "function", "keyword_only", "locals", "name", "node", "parameters",
        "positional_only", "qualname",
    )  # fmt: skip

    def __init__(self, function: FunctionType) -> None:
        self.function = function
        self.code = function.__code__
        self.filename = self.code.co_filename
        self.name = function.__name__
        self.qualname = function.__qualname__
        self.node: Any = _find(function)
        spec = self.node.args
        if spec.vararg or spec.kwarg:
            star = spec.vararg or spec.kwarg
            self.refuse(star, f"the parameter {'*' if spec.vararg else '**'}{star.arg}", "give each argument a name")
        self.positional_only = len(spec.posonlyargs)
        self.keyword_only = len(spec.kwonlyargs)
        self.parameters = [arg.arg for arg in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)]
        self.locals = frozenset((*self.code.co_varnames, *self.code.co_cellvars))
        defaults = function.__defaults__ or ()
        plain = len(spec.posonlyargs) + len(spec.args)
        self.defaults: dict[str, object] = dict(
            zip(self.parameters[plain - len(defaults) : plain], defaults, strict=True)
        )
        self.defaults.update(function.__kwdefaults__ or {})
        if self.code.co_flags & 0x2A0:  # generator, coroutine, async generator
            self.refuse(self.node, "a generator or coroutine", None)

    def refuse(self, node: Any, what: str, hint: str | None) -> None:
        lines = [f"{self.filename}:{node.lineno}: in {self.qualname}: {what} cannot be compiled"]
        lines += ["", f"    {source_line(self, node.lineno).strip()}"]
        if hint:
            lines += ["", f"  {hint}"]
        raise UnsupportedError("\n".join(lines))


def source_line(source: Source, line: int) -> str:
    """The text of a line of the function's file, without its end."""
    import linecache

    return linecache.getline(source.filename, line, source.function.__globals__).rstrip("\n")


def source_lines(filename: str, namespace: dict[str, Any]) -> list[str]:
    """The lines of a source, each with its end; none where there is no source."""
    if "linecache" not in sys.modules:  # so nobody has registered anything there; a plain file is read in less time
        plain = _plain_file(filename)
        if plain:
            return plain
    import linecache

    linecache.checkcache(filename)  # the file may have been changed and its module reloaded
    return linecache.getlines(filename, namespace)


def _plain_file(filename: str) -> list[str]:
    """The lines of a file in UTF-8, none if it isn't there or is something else."""
    try:
        with open(filename, encoding="utf-8") as file:
            lines = file.readlines()
    except (OSError, ValueError):
        return []
    if not lines or lines[0].startswith("\ufeff") or any("coding" in line for line in lines[:2]):
        return []
    if not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return lines


_trees: dict[str, tuple[list[str], dict[int, list[Any]]]] = {}
"""The functions of the files parsed last, by the lines on which they begin."""


_SHARED = ("<string>", "<stdin>", "<console>")
"""File names that unrelated sources have in common: what linecache has for one of them may be of another."""


def _compiles_to(text: str, wanted: CodeType) -> bool:
    """Whether a source has a function of that very code."""
    try:
        rest = [compile(text, wanted.co_filename, "exec", dont_inherit=True)]
    except SyntaxError:
        return False
    while rest:
        code = rest.pop()
        if (code.co_name, code.co_firstlineno) == (wanted.co_name, wanted.co_firstlineno) and _alike(code, wanted):
            return True
        rest += [constant for constant in code.co_consts if hasattr(constant, "co_code")]
    return False


def _alike(one: CodeType, other: CodeType) -> bool:
    return (one.co_code, one.co_names, one.co_varnames, _plain(one)) == (
        other.co_code,
        other.co_names,
        other.co_varnames,
        _plain(other),
    )


_STARTED = time.time()


def _is_new(filename: str) -> bool:
    """Whether a file was written after this one was imported: it may not be what its functions were made of."""
    linecache: Any = sys.modules.get("linecache")
    entry = linecache.cache.get(filename) if linecache else None
    if entry and (len(entry) == 1 or entry[1] is None):  # not a file's
        return False
    try:
        return os.stat(filename).st_mtime > _STARTED
    except OSError:
        return False


def _find(function: FunctionType) -> Any:
    code = function.__code__
    lines = source_lines(code.co_filename, function.__globals__)
    if lines and _is_new(code.co_filename) and not _compiles_to("".join(lines), code):
        raise UnsupportedError(
            f"{function.__qualname__}: {code.co_filename} has been changed since the function was loaded from it\n\n"
            "  load the module anew, or call jitted functions once before their file is changed"
        )
    if not lines or (code.co_filename in _SHARED and not _compiles_to("".join(lines), code)):
        raise UnsupportedError(
            f"{function.__qualname__}: its source is needed, and there is none at {code.co_filename!r}\n\n"
            "  jitted functions must come from a file, a notebook or an interpreter session that keeps source;\n"
            "  for source that is executed from a string, register the text in linecache.cache"
        )
    found = _trees.get(code.co_filename)
    if found is None or (found[0] is not lines and found[0] != lines):
        found = (lines, _functions(code, lines, function))
        if len(_trees) > 16:
            _trees.clear()
        _trees[code.co_filename] = found
    candidates = found[1].get(code.co_firstlineno, [])
    if code.co_name == "<lambda>":
        candidates = [node for node in candidates if isinstance(node, ast.Lambda)]
        if len(candidates) > 1:
            candidates = [node for node in candidates if _same_code(node, code)]
    else:
        candidates = [node for node in candidates if not isinstance(node, ast.Lambda) and node.name == code.co_name]
    if not candidates:
        raise UnsupportedError(
            f"{function.__qualname__}: line {code.co_firstlineno} of {code.co_filename} is not where it is defined: "
            "has the file changed since it was loaded?"
        )
    return candidates[0]


def _functions(code: CodeType, lines: list[str], function: FunctionType) -> dict[int, list[Any]]:
    try:
        tree = ast.parse("".join(lines), code.co_filename)
    except SyntaxError as error:
        raise UnsupportedError(
            f"{function.__qualname__}: its source at {code.co_filename!r} is no Python: {error}"
        ) from None
    found: dict[int, list[Any]] = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            line = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            found.setdefault(line, []).append(node)
        elif isinstance(node, ast.Lambda):
            found.setdefault(node.lineno, []).append(node)
    return found


def _same_code(node: ast.Lambda, code: CodeType) -> bool:
    """Whether a lambda expression compiles to that code: there may be several on a line."""
    module = compile(ast.Expression(node), code.co_filename, "eval")
    made = next((const for const in module.co_consts if hasattr(const, "co_code")), None)
    return made is not None and _alike(made, code)


def _plain(code: CodeType) -> list[str]:
    return [repr(const) for const in code.co_consts if not hasattr(const, "co_code")]
