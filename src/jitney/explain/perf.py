"""For perf: a map of symbols, or a jitdump (tools/perf/Documentation/jitdump-specification.txt in Linux).

The map has a line for each function: address, size, name. A jitdump has the code too, and the source line of each
address. perf finds the dump because it sees the process map it as executable, which is done for nothing else.
"""

from __future__ import annotations

import ctypes
import os
import struct
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import mmap
    from typing import BinaryIO

    from .loaded import Loaded

MAGIC, VERSION = 0x4A695444, 1
X86_64 = 62  # e_machine of ELF
CODE_LOAD, DEBUG_INFO = 0, 2

_lock = threading.Lock()
_dumps: dict[int, _Dump] = {}
"""The dump of this process, by its id: a child after a fork begins its own."""


def map_symbol(loaded: Loaded) -> None:
    """Adds a line to the map."""
    with open(f"/tmp/perf-{os.getpid()}.map", "a") as file:
        file.write(f"{loaded.image.address:x} {loaded.image.size:x} {loaded.name}\n")


def dump(loaded: Loaded) -> None:
    """Adds a function to the jitdump."""
    with _lock:
        process = os.getpid()
        if process not in _dumps:
            _dumps.clear()
            _dumps[process] = _Dump(process)
        _dumps[process].add(loaded)


class _Dump:
    def __init__(self, process: int) -> None:
        import mmap

        path = os.path.abspath(f"jit-{process}.dump")
        self.file: BinaryIO = open(path, "w+b", buffering=0)  # as long as the process lives
        self.process = process
        self.count = 0
        self.file.write(struct.pack("<IIIIIIQQ", MAGIC, VERSION, 40, X86_64, 0, process, time.monotonic_ns(), 0))
        self.marker: mmap.mmap = mmap.mmap(
            self.file.fileno(), 40, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_EXEC
        )

    def add(self, loaded: Loaded) -> None:
        image = loaded.image
        address, size = image.address, image.size
        name = os.fsencode(loaded.filename) + b"\0"
        lines = b"".join(struct.pack("<QII", address + offset, line, 0) + name for offset, line in loaded.lines)
        if lines:
            self._write(DEBUG_INFO, struct.pack("<QQ", address, len(loaded.lines)) + lines)
        thread = threading.get_native_id()
        head = struct.pack("<IIQQQQ", self.process, thread, address, address, size, self.count)
        self._write(CODE_LOAD, head + loaded.name.encode() + b"\0" + ctypes.string_at(address, size))
        self.count += 1

    def _write(self, kind: int, content: bytes) -> None:
        self.file.write(struct.pack("<IIQ", kind, 16 + len(content), time.monotonic_ns()) + content)
