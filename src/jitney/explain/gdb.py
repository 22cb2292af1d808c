"""For gdb: its interface for JIT compilers ("JIT Compilation Interface" in its manual).

gdb sets a breakpoint on the function `__jit_debug_register_code` and reads the list that begins in
`__jit_debug_descriptor`. Both must be symbols of a loaded file, so a tiny library with just them is written and loaded.
"""

from __future__ import annotations

import collections
import ctypes
import threading
import weakref
from typing import TYPE_CHECKING, Any

from ..machine.unwind import eh_frame
from . import dwarf, elf

if TYPE_CHECKING:
    from .loaded import Loaded

REGISTER, UNREGISTER = 1, 2
FUNCTION, DESCRIPTOR = "__jit_debug_register_code", "__jit_debug_descriptor"


class _Entry(ctypes.Structure):
    """struct jit_code_entry"""


_Entry._fields_ = [
    ("next", ctypes.POINTER(_Entry)), ("previous", ctypes.POINTER(_Entry)), ("file", ctypes.c_char_p),
    ("size", ctypes.c_uint64),
]  # fmt: skip


class _Descriptor(ctypes.Structure):
    """struct jit_descriptor"""

    _fields_ = [
        ("version", ctypes.c_uint32), ("action", ctypes.c_uint32), ("relevant", ctypes.POINTER(_Entry)),
        ("first", ctypes.POINTER(_Entry)),
    ]  # fmt: skip


class _Interface:
    """The list of entries, in the library that gdb looks at."""

    def __init__(self) -> None:
        import atexit
        import os
        import tempfile

        handle, path = tempfile.mkstemp(".so", "jitney-gdb-")
        with os.fdopen(handle, "wb") as file:
            file.write(elf.shared_library({FUNCTION: b"\xc3"}, {DESCRIPTOR: b"\x01" + bytes(23)}))
        library = ctypes.CDLL(path)
        self.tell = getattr(library, FUNCTION)
        self.descriptor = _Descriptor.in_dll(library, DESCRIPTOR)
        self.lock = threading.Lock()
        self.entries: dict[int, Any] = {}
        self.gone: collections.deque[int] = collections.deque()  # finalisers may come at any time: they only append
        atexit.register(_delete, path, os.getpid())

    def add(self, loaded: Loaded) -> None:
        with self.lock:
            while self.gone:
                self.remove(self.entries.pop(self.gone.popleft()))
            content = object_file(loaded)
            entry = _Entry(self.descriptor.first, None, content, len(content))
            if entry.next:
                entry.next.contents.previous = ctypes.pointer(entry)
            key = ctypes.addressof(entry)
            self.entries[key] = entry
            self.descriptor.first = ctypes.pointer(entry)
            self.notify(entry, REGISTER)
            weakref.finalize(loaded.image, self.gone.append, key).atexit = False

    def remove(self, entry: Any) -> None:
        if entry.previous:
            entry.previous.contents.next = entry.next
        else:
            self.descriptor.first = entry.next
        if entry.next:
            entry.next.contents.previous = entry.previous
        self.notify(entry, UNREGISTER)

    def notify(self, entry: Any, action: int) -> None:
        self.descriptor.relevant = ctypes.pointer(entry)
        self.descriptor.action = action
        self.tell()


def _delete(path: str, process: int) -> None:
    """At the end of the process that made the file, not of its children."""
    import contextlib
    import os

    if os.getpid() == process:
        with contextlib.suppress(OSError):
            os.unlink(path)


_interface: list[_Interface] = []
_lock = threading.Lock()


def register(loaded: Loaded) -> None:
    """Tells gdb of a function. When its code is freed, gdb forgets it at the next occasion."""
    with _lock:
        if not _interface:
            _interface.append(_Interface())
    _interface[0].add(loaded)


def object_file(loaded: Loaded) -> bytes:
    """An object file for code that lies in memory: its symbol, its lines, its frames."""
    image = loaded.image
    address, size = image.address, image.size
    code = image.code
    behind = address + size + -size % 8
    name = loaded.name.encode()
    symbols = bytes(elf.SYMBOL) + elf.symbol(1, elf.GLOBAL_FUNCTION, 1, 0, size)
    debug = {}
    if loaded.lines:
        debug = {
            ".debug_abbrev": dwarf.ABBREVIATIONS,
            ".debug_info": dwarf.information(loaded.name, loaded.filename, loaded.line, address, size),
            ".debug_line": dwarf.line_table(loaded.filename, address, size, loaded.lines),
        }
    return elf.write(
        elf.RELOCATABLE,
        [
            elf.Section(".text", elf.NOBITS, flags=elf.ALLOC | elf.EXECUTE, address=address, size=size),
            elf.Section(".symtab", elf.SYMTAB, symbols, link=3, info=1, entry=elf.SYMBOL),
            elf.Section(".strtab", elf.STRTAB, b"\0" + name + b"\0"),
            elf.Section(".eh_frame", elf.PROGBITS, eh_frame([(code, address)], behind), elf.ALLOC, behind),
            *(elf.Section(section, elf.PROGBITS, content) for section, content in debug.items()),
        ],
    )
