"""The classes of Python's syntax trees, with what is needed to parse, walk and copy them.

They are those of `ast`, by way of the module that `ast` itself takes them from: to import `ast` takes longer than to
parse most files.
"""

from __future__ import annotations

from _ast import *  # noqa: F403
from _ast import AST, PyCF_ONLY_AST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _ast import Module
    from collections.abc import Iterator
    from typing import Any, TypeVar

    Node = TypeVar("Node", bound=AST)


def parse(source: str, filename: str = "<unknown>") -> Module:
    """The syntax tree of a module. Raises SyntaxError."""
    tree: Module = compile(source, filename, "exec", PyCF_ONLY_AST)  # type: ignore[assignment]
    return tree


def iter_child_nodes(node: AST) -> Iterator[AST]:
    for name in node._fields:
        field = getattr(node, name, None)
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            for item in field:
                if isinstance(item, AST):
                    yield item


def walk(node: AST) -> Iterator[AST]:
    """The node and all below it, outer ones first."""
    rest = [node]
    for found in rest:
        yield found
        rest += iter_child_nodes(found)


def copy_location(new: Node, old: Any) -> Node:
    """Gives `new` the place in the source that `old` has. Returns it."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(new, name, getattr(old, name, None))
    return new


def dump(node: AST) -> str:
    """The tree as text, without places in the source: equal for equal expressions."""
    from ast import dump

    return dump(node)


def fix_missing_locations(node: Node) -> Node:
    """Gives nodes below that have no place in the source their parent's. Returns the node."""
    from ast import fix_missing_locations

    return fix_missing_locations(node)
