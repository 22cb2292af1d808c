"""Permanent machine code: routines that a process links once and never frees.

To assemble them would take longer than anything else that a small program does, so they come assembled, a file for each
version of CPython in the folder `assembled` (made by tools/make_routines.py, compared by the tests). Where the running
interpreter isn't as such a file says, they are assembled on the spot. What differs between processes, such as the
addresses of objects, they refer to by name; it is filled in when they are linked.
"""

from __future__ import annotations

import sys
from importlib import import_module

from ..machine import Code, link
from ..machine.sections import TEXT, Fixup, Section, Symbol
from ..machine.unwind import Rule
from ..x86.target import X86_64
from .cpython import current_thread_state, has, object_function
from .layout import Layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from ..machine import Image
    from .writer import Writer

    Write = Callable[[Layout | None], Writer]
    """Writes the routines into an assembler of its own."""

images: dict[str, Image] = {}
"""What is linked, by its kind. It is held beyond the end of the modules: calls may come until the process has ended."""


def object_name(value: object) -> str:
    """How permanent code names the address of a Python object."""
    return f"object {getattr(value, '__name__', value)}"


def addresses(objects: Iterable[object]) -> dict[str, int]:
    """The addresses of objects, which now are never freed, by the names that permanent code has for them."""
    found = {}
    for value in objects:
        object_function("Py_IncRef")(value)
        found[object_name(value)] = id(value)
    return found


def linked(kind: str, write: Write, layout: Layout | None, values: dict[str, int]) -> dict[str, int]:
    """The addresses of the routines of that kind by name. `values` are those of the names that they refer to."""
    found = _assembled(layout).get(kind)
    if found is not None:
        code = _code(found[1])
        exported = found[0]
    else:
        writer = write(layout)
        code = writer.a.code()
        exported = writer.exported
    for symbol in code.externals:
        if symbol.name in values:
            symbol.value = values[symbol.name]
    image = images[kind] = link(code)
    object_function("Py_IncRef")(image)
    return {name: image.symbols[name] for name in exported}


def conditions(layout: Layout | None) -> tuple[object, ...]:
    """What the routines depend on, of the interpreter."""
    if layout is None:
        return ()
    offsets = tuple([getattr(layout, name) for name in Layout.__slots__])
    return (*offsets, has("PyObject_Vectorcall"), current_thread_state())


def _assembled(layout: Layout | None) -> dict[str, Any]:
    """What comes assembled for this interpreter: by kind, the names of the routines and what `_code` takes."""
    name = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    try:
        module = import_module(f".assembled.{name}", __package__)
    except ImportError:
        return {}
    return module.ROUTINES if module.CONDITIONS == conditions(layout) else {}


def packed(code: Code) -> tuple[Any, ...]:
    """What `_code` makes the code of again, in literals."""
    laid = code.layout().sections
    sections = [(name, code.sections[name].alignment, section.data) for name, section in laid.items()]
    fixups = [
        (name, fixup.offset, fixup.kind, fixup.symbol.name, fixup.addend)
        for name, section in laid.items()
        for fixup in section.fixups
    ]
    symbols = [
        (symbol.name, symbol.section, laid[symbol.section].final(symbol.offset))
        for symbol in code.symbols
        if symbol.section is not None and (symbol.name[0] != "." or any(symbol.name == fixup[3] for fixup in fixups))
    ]
    text = laid[TEXT]
    unwind = [
        (text.final(offset), tuple([(distance, rule and tuple(rule)) for distance, rule in steps]))
        for offset, steps in code.sections[TEXT].unwind
    ]
    return sections, symbols, fixups, unwind


def _code(packed: tuple[Any, ...]) -> Code:
    sections, symbols, fixups, unwind = packed
    code = Code(X86_64)
    by_name: dict[str, Symbol] = {}
    for name, section, offset in symbols:
        symbol = by_name[name] = Symbol(name)
        symbol.section, symbol.offset = section, offset
    code.symbols = list(by_name.values())
    where: dict[str, list[Fixup]] = {}
    for name, alignment, data in sections:
        found = code.sections[name] = Section(name)
        found.alignment, found.data, found.size = alignment, data, len(data)
        found.fixups = where[name] = []
    for section, offset, kind, name, addend in fixups:
        known = by_name.get(name)
        if known is None:
            known = by_name[name] = Symbol(name, external=True)
        where[section].append(Fixup(offset, kind, known, addend))
    code.sections[TEXT].unwind = lambda: [
        (offset, tuple([(distance, rule and Rule(*rule)) for distance, rule in steps])) for offset, steps in unwind
    ]
    return code
