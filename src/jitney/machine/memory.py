"""Executable memory: one reserved range of addresses, handed out in blocks of sealed text and writable data.

The range is reserved once, without access, and never given back, since code may run until the very end of the process::

    base                                                                       base + size (2 GiB, or what can be had)
    | small data, granules of 64 bytes | large data, pages | text, pages                                             |
      read + write                       read + write        read + execute

Any two of its addresses are within reach of a 32-bit displacement. Text comes last because Linux maps downwards: not
far above the range lie the C library and its like, which early functions can then call directly.

**Protection.** No mapping is ever writable and executable. A text page is made writable, filled, and sealed to
read+execute; while it is writable nothing on it is live, so every block has text pages of its own. The kernel allows a
process some 65,000 mappings and splits one wherever the protection changes. Therefore a freed page keeps its
protection, loses only its contents (`MADV_DONTNEED`), and waits for its next tenant, lowest address first: all text, in
use or free, stays one mapping. The pages are private and anonymous, so each side of a `fork` has its own. A kernel that
refuses to make written pages executable (SELinux without execmem, `PR_SET_MDWE`) may still map a sealed memfd, at a
mapping per block.

**Who holds what** is one Python int per space, a bit for each unit. An int never changes, so with its counters it is a
state; each state is followed by exactly one other. Taking or giving back a run of units is: compute a successor, and
try to be the first to attach one (`dict.setdefault`, which compares and swaps atomically in every build of CPython); if
another was first, start again from there. Nothing is ever locked, so nothing deadlocks or is seen half done: not by
other threads, not by the child of a fork in the middle of an allocation, not by a signal handler or a finaliser that
allocates and frees on the same thread in the middle of another allocation, whichever bytecode that had got to. A step
costs a few passes over the int: 0.2 us for a thousand functions, 3 us for a hundred thousand.

Nothing here knows a processor.
"""

from __future__ import annotations

import errno
import os
import sys

from jitney.errors import ExecutableMemoryError

from .unwind import unwinder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# <asm-generic/mman-common.h> and <asm-generic/mman.h>, which x86-64, AArch64 and RISC-V share.
PROT_NONE, PROT_READ, PROT_WRITE, PROT_EXEC = 0, 1, 2, 4
MAP_PRIVATE, MAP_FIXED, MAP_ANONYMOUS, MAP_NORESERVE = 0x02, 0x10, 0x20, 0x4000
MADV_DONTNEED = 4

# All sizes are in bytes. The largest range is what a signed 32-bit displacement spans.
LARGEST_RANGE = 1 << 31
SMALLEST_RANGE = 1 << 20
# What data is made of and text is aligned to: a cache line.
GRANULE = 64
# Data up to this size is packed into granules; larger data has pages of its own, and the kernel gets them when freed.
LARGEST_SMALL_DATA = 2048
# Data becomes accessible in steps of this size.
DATA_STEP = 1 << 20


class MemoryStats:
    """What an arena holds at one moment; all sizes in bytes. Text and large data count in whole pages."""

    __slots__ = (
        "blocks",
        "data_free",
        "data_peak",
        "data_used",
        "mode",
        "reserved",
        "text_free",
        "text_peak",
        "text_used",
    )

    mode: str  # "anonymous": pages sealed by mprotect; "memfd": sealed files, where the system refuses the former
    reserved: int  # the size of the range
    blocks: int  # blocks alive
    text_used: int
    text_free: int  # still to be had, though perhaps not in one piece
    text_peak: int  # the most ever used at once
    data_used: int
    data_free: int
    data_peak: int

    def __repr__(self) -> str:
        return f"MemoryStats({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


class Block:
    """Text and data that live and die together: made by `Arena.allocate`, filled once by `write`, ended by `free`."""

    __slots__ = (
        "__weakref__",
        "_arena",
        "_claim",
        "_data",
        "_table",
        "_text",
        "_written",
        "data_address",
        "data_size",
        "text_address",
        "text_size",
    )

    text_size: int  # as asked for
    text_address: int  # a multiple of 64, like the other one
    data_size: int
    data_address: int  # where the size is 0, an address in the range that nothing may access
    # Deleting this gives the right to touch the memory, since of several who try only one succeeds.
    _claim: None

    def __init__(self, arena: Arena, text: _Run, data: _Run, text_size: int, data_size: int) -> None:
        self.text_size = text_size
        self.text_address = 0
        self.data_size = data_size
        self.data_address = 0
        self._arena = arena
        self._text = text
        self._data = data
        self._table = 0  # the address of the table that the unwinder knows of
        self._written = False
        self._claim = None

    def write(
        self, text: bytes | bytearray | memoryview, data: bytes | bytearray | memoryview = b"", table: int = 0
    ) -> None:
        """Fill the block and seal its text to read+execute. Where `data` is shorter than its place the rest is zero.
        `table` is the address of a table in the text which the process's unwinder (unwind.py) is to know of, or 0.

        Raises `ValueError` if the block has been written or freed or if something is longer than its place, and
        `ExecutableMemoryError` if the system refuses, which frees the block.
        """
        text, data = _as_bytes(text, "text"), _as_bytes(data, "data")
        if len(text) > self.text_size:
            raise ValueError(f"{len(text)} bytes of text for a block of {self.text_size}")
        if len(data) > self.data_size:
            raise ValueError(f"{len(data)} bytes of data for a block of {self.data_size}")
        try:
            del self._claim
        except AttributeError:
            raise ValueError("the block has been freed, or is being written") from None
        written, self._written = self._written, True
        try:
            if written:
                raise ValueError("the block has been written already")
            self._arena._fill(self, text, data)
            if table:
                known = unwinder()
                try:
                    known.register(table)
                finally:  # see `_Space._replace`: if a handler raises, then behind the call
                    self._table = table
                    known.tables.add(table)
        except BaseException:
            self._claim = None
            if not written:
                self.free()
            raise
        self._claim = None

    def free(self) -> None:
        """Give everything back. May be called from anywhere and again; while `write` runs it does nothing."""
        try:
            del self._claim
        except AttributeError:
            return
        try:
            if table := self._table:
                known = unwinder()
                if known.cut_off:
                    return  # for good: nothing else may come to lie where the unwinder believes the table to be
                try:
                    known.deregister(table)
                finally:
                    self._table = 0
                    known.tables.discard(table)
            self._arena._release(self._text)
            self._arena._release(self._data)
        except BaseException:
            self._claim = None  # a signal handler raised; what is still held can still be freed
            raise

    def __del__(self, is_finalizing: Callable[[], bool] = sys.is_finalizing) -> None:
        # While the interpreter shuts down, other threads, and C code that got a callback, may still run text.
        if not is_finalizing():
            try:
                self.free()
            finally:
                self.free()  # finishes what an exception raised by a signal handler cut short

    def __repr__(self) -> str:
        what = f"{self.text_size} bytes of text at {self.text_address:#x}"
        if self.data_size:
            what += f", {self.data_size} bytes of data at {self.data_address:#x}"
        return f"<Block: {what}>" if self._text.start >= 0 else f"<Block, freed: {what}>"


class Arena:
    """A reserved range of addresses from which blocks are allocated. A process wants one, and `arena()` has it."""

    __slots__ = ("_base", "_large", "_line", "_page", "_small", "_system", "_text", "mode", "reserved")

    mode: str  # see MemoryStats
    reserved: int

    def __init__(self, size: int = LARGEST_RANGE) -> None:
        """Reserve `size` bytes, a power of two, or as much of that as is to be had.

        Raises `ExecutableMemoryError` where the system refuses even `SMALLEST_RANGE`.
        """
        if sys.platform != "linux":
            raise ExecutableMemoryError(f"executable memory is implemented for Linux, not for {sys.platform}")
        self._system = system = _System()
        size = min(size, _fair_share())
        base = system.mmap(0, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        while base == system.MAP_FAILED:
            if size <= SMALLEST_RANGE:
                raise _refused("mmap", "to reserve addresses", size, system.get_errno())
            size //= 2
            base = system.mmap(0, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        self.mode = "anonymous"
        self.reserved = size
        self._base = base
        self._page = page = os.sysconf("SC_PAGE_SIZE")
        self._small = _Space("data", base, base + size // 16, GRANULE)
        self._large = _Space("data", base + size // 16, base + size // 4, page)
        self._text = _Space("text", base + size // 4, base + size, page)
        self._line = 0

    def allocate(self, text_size: int, data_size: int = 0) -> Block:
        """A block with room for `text_size` bytes of code and constants and `data_size` bytes of zeroed, writable data.

        Raises `ExecutableMemoryError` where the range is full or the system refuses, `ValueError` for a negative size.
        """
        for size in (text_size, data_size):
            if not isinstance(size, int):
                raise TypeError(f"a size must be an int, not {type(size).__name__}")
            if size < 0:
                raise ValueError(f"a size must not be negative: {size}")
        pages = max(1, -(-text_size // self._page))
        text = _Run(self._text, pages)
        if data_size <= LARGEST_SMALL_DATA:
            data = _Run(self._small, -(-data_size // GRANULE))
        else:
            data = _Run(self._large, -(-data_size // self._page))
        # The block comes first: what its runs come to hold is freed with it, wherever a signal handler makes this stop.
        block = Block(self, text, data, text_size, data_size)
        # The collector finalises the members of a dead cycle in any order, so a finaliser that calls a function in the
        # cycle could find its code freed. What isn't tracked is finalised when its last reference goes; and a block
        # refers to nothing that could refer back to it.
        self._system.untrack(block)
        try:
            text.space.take(text)
            if data.count:
                data.space.take(data)
                self._open(data)
        except ExecutableMemoryError:
            block.free()
            raise
        # Functions that all started at the same offset of their pages would compete for a few sets of the instruction
        # cache. So a function starts, as far as its pages allow, at the line after the end of the one made before it.
        lines = max(1, -(-text_size // GRANULE))
        offset = self._line % (pages * self._page // GRANULE - lines + 1) * GRANULE
        self._line += lines
        block.text_address = text.address + offset
        block.data_address = data.address if data.count else self._base
        return block

    def stats(self) -> MemoryStats:
        """The figures of this moment."""
        text, small, large = self._text.current(), self._small.current(), self._large.current()
        page = self._page
        stats = MemoryStats()
        stats.mode = self.mode
        stats.reserved = self.reserved
        stats.blocks = text.runs
        stats.text_used = text.units * page
        stats.text_free = self._text.capacity * page - stats.text_used
        stats.text_peak = text.peak * page
        stats.data_used = small.units * GRANULE + large.units * page
        stats.data_free = self._small.capacity * GRANULE + self._large.capacity * page - stats.data_used
        stats.data_peak = small.peak * GRANULE + large.peak * page
        return stats

    def _open(self, run: _Run) -> None:
        """Make the addresses of a data run accessible, and up to a step beyond."""
        space, opened, end = run.space, run.space.opened, run.address + run.size
        if end > opened:
            size = min(-(-(end - opened) // DATA_STEP) * DATA_STEP, space.end - opened)
            if self._system.mprotect(opened, size, PROT_READ | PROT_WRITE) != 0:
                raise _refused("mprotect", "for data", size, self._system.get_errno())
            # Two threads may come here at once and the one with less be last; then some is opened again, no more.
            space.opened = opened + size
        run.dirty = True

    def _fill(self, block: Block, text: bytes, data: bytes) -> None:
        """Write and seal a block that the caller has claimed. After a failure nothing of it is accessible."""
        system, run = self._system, block._text
        address, size = run.address, run.size
        offset = block.text_address - address
        run.dirty = True
        try:
            if self.mode == "anonymous":
                if system.mprotect(address, size, PROT_READ | PROT_WRITE) != 0:
                    raise _refused("mprotect", "to write text", size, system.get_errno())
                system.memmove(address + offset, text, len(text))
                if system.mprotect(address, size, PROT_READ | PROT_EXEC) != 0:
                    code = system.get_errno()
                    refusal = _refused("mprotect", "to make text executable", size, code)
                    if code not in (errno.EACCES, errno.EPERM):
                        raise refusal
                    try:
                        self._map_memfd(address, size, offset, text)
                    except ExecutableMemoryError as error:
                        raise ExecutableMemoryError(f"{refusal}. Instead, {error}") from error
                    self.mode = "memfd"
            else:
                self._map_memfd(address, size, offset, text)
        except BaseException:
            system.mprotect(address, size, PROT_NONE)
            raise
        if data:
            system.memmove(block.data_address, data, len(data))

    def _map_memfd(self, address: int, size: int, offset: int, text: bytes) -> None:
        """Map a sealed file in memory, which has `text` at `offset`, over `size` bytes at `address`."""
        system = self._system
        # Each costs a mapping for itself and at worst one for the gap beside it. At the limit the interpreter would get
        # no memory either, and no mapping could be replaced by one that merges, so a quarter is left to others.
        most = _mapping_limit() * 3 // 8
        if self._text.current().runs > most:
            raise ExecutableMemoryError(
                f"no room for more than {most:,} blocks where each takes a mapping (limit: vm.max_map_count)"
            )
        try:
            import fcntl

            descriptor = os.memfd_create("jitney", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
            try:
                os.ftruncate(descriptor, size)
                written = 0
                while written < len(text):
                    written += os.pwrite(descriptor, memoryview(text)[written:], offset + written)
                seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
                fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals)
                flags = MAP_PRIVATE | MAP_FIXED
                if system.mmap(address, size, PROT_READ | PROT_EXEC, flags, descriptor, 0) == system.MAP_FAILED:
                    raise _refused("mmap", "of a sealed memfd to execute", size, system.get_errno())
            finally:
                os.close(descriptor)
        except OSError as error:
            raise _refused("memfd_create", "for text", size, error.errno or 0) from error
        except (AttributeError, ImportError) as error:
            # Python was built with a C library that is older than memfd, or it is too late to load a module.
            raise ExecutableMemoryError(f"memfd_create is not available: {error}") from error

    def _release(self, run: _Run) -> None:
        """Zero the memory that a run holds, if any, and give it back. The caller has claimed the block."""
        if run.start < 0:
            return
        if run.dirty:
            system, space, address, size = self._system, run.space, run.address, run.size
            if space is self._text:
                # If refused, old text stays until the next tenant overwrites it, which does no harm.
                if self.mode == "anonymous":
                    system.madvise(address, size, MADV_DONTNEED)
                else:  # unlike a file's, such a mapping merges with its neighbours
                    flags = MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS | MAP_NORESERVE
                    system.mmap(address, size, PROT_NONE, flags, -1, 0)
            elif space is self._small or system.madvise(address, size, MADV_DONTNEED) != 0:
                system.memset(address, 0, size)
        run.space.give(run)


_arenas: dict[str, Arena] = {}


def arena() -> Arena:
    """The process's one arena, reserved at the first call. Raises `ExecutableMemoryError` where that is refused."""
    found = _arenas.get("process")
    if found is None:
        made = Arena()
        found = _arenas.setdefault("process", made)
        if found is not made:  # another thread was first
            made._system.munmap(made._base, made.reserved)
    return found


def memory_stats() -> MemoryStats:
    """What the process's executable memory holds: reserved, used, free and peak bytes of text and data, live blocks."""
    return arena().stats()


class _Run:
    """`count` neighbouring units of a space from number `start` on, or -1 while it holds none."""

    __slots__ = ("count", "dirty", "space", "start")

    def __init__(self, space: _Space, count: int) -> None:
        self.space = space
        self.start = -1
        self.count = count
        self.dirty = False  # whether the memory may be anything but untouched

    @property
    def address(self) -> int:
        return self.space.base + self.start * self.space.unit

    @property
    def size(self) -> int:
        return self.count * self.space.unit


class _State:
    """Which units are taken at one moment in the life of a space, and in the end, what came after it."""

    __slots__ = ("peak", "runs", "successor", "taken", "units")

    def __init__(self, taken: int, units: int, peak: int, runs: int) -> None:
        self.taken = taken  # a bit for each unit
        self.units = units  # how many bits are set
        self.peak = peak  # the most that ever were
        self.runs = runs
        self.successor: dict[int, _State] = {}  # empty, or the next state under 0


class _Space:
    """The addresses from `base` to `end` as equal units, each taken or free."""

    __slots__ = ("_recent", "base", "capacity", "end", "name", "opened", "unit")

    def __init__(self, name: str, base: int, end: int, unit: int) -> None:
        self.name = name
        self.base = base
        self.end = end
        self.unit = unit
        self.capacity = (end - base) // unit
        self.opened = base  # up to here data is accessible
        self._recent = _State(0, 0, 0, 0)  # the current state, or one not long before it

    def current(self) -> _State:
        state = self._recent
        while state.successor:
            state = state.successor[0]
        return state

    def take(self, run: _Run) -> None:
        """Let `run` hold the lowest free units that are enough. Raises `ExecutableMemoryError` where there are none."""
        count = run.count
        if count > self.capacity:
            raise self._full(run)
        while True:
            state = self.current()
            # Bit n of `blocked`: one of the `count` units from n on is taken.
            blocked, width = state.taken, 1
            while width < count:
                step = min(width, count - width)
                blocked |= blocked >> step
                width += step
            start = (blocked ^ (blocked + 1)).bit_length() - 1  # the lowest bit that is zero
            if start + count > self.capacity:
                raise self._full(run)
            taken = state.taken | ((1 << count) - 1) << start
            units = state.units + count
            if self._replace(state, _State(taken, units, max(state.peak, units), state.runs + 1), run, start):
                return

    def give(self, run: _Run) -> None:
        """Free the units of `run`, which must hold some."""
        mask = ((1 << run.count) - 1) << run.start
        while True:
            state = self.current()
            taken = state.taken ^ mask
            if self._replace(state, _State(taken, state.units - run.count, state.peak, state.runs - 1), run, -1):
                return

    def _replace(self, before: _State, after: _State, run: _Run, start: int) -> bool:
        """Unless `before` has a successor, make that `after`, and `start` the start of `run`. Says whether it did."""
        successor = before.successor
        try:
            successor.setdefault(0, after)
        finally:
            # When the call has done its work, a signal handler may run and raise. But CPython runs handlers only after
            # calls and where loops close, so none comes in between here: a run knows what it holds, whatever happens.
            if successor and successor[0] is after:
                run.start = start
        if successor[0] is not after:
            return False
        self._recent = after
        return True

    def _full(self, run: _Run) -> ExecutableMemoryError:
        state = self.current()
        return ExecutableMemoryError(
            f"no room for {run.size:,} bytes of {self.name} in one piece: of the {self.capacity * self.unit:,} bytes "
            f"reserved for it, {state.units * self.unit:,} are in use by {state.runs:,} blocks"
        )


class _System:
    """The C library's calls for memory. They keep the GIL: each is over long before a thread would get that back."""

    __slots__ = ("MAP_FAILED", "get_errno", "madvise", "memmove", "memset", "mmap", "mprotect", "munmap", "untrack")

    def __init__(self) -> None:
        import ctypes

        library = ctypes.PyDLL(None, use_errno=True)
        size_t, c_int = ctypes.c_size_t, ctypes.c_int  # as a size_t, an address is always an int

        def bind(name: str, result: type, *arguments: type) -> Callable[..., int]:
            function = library[name]
            function.restype = result
            function.argtypes = arguments
            return function

        self.mmap = bind("mmap", size_t, size_t, size_t, c_int, c_int, c_int, ctypes.c_long)
        self.mprotect = bind("mprotect", c_int, size_t, size_t, c_int)
        self.madvise = bind("madvise", c_int, size_t, size_t, c_int)
        self.munmap = bind("munmap", c_int, size_t, size_t)
        self.memmove = bind("memmove", size_t, size_t, ctypes.c_char_p, size_t)
        self.memset = bind("memset", size_t, size_t, c_int, size_t)
        self.get_errno: Callable[[], int] = ctypes.get_errno
        self.untrack = ctypes.PYFUNCTYPE(None, ctypes.py_object)(("PyObject_GC_UnTrack", ctypes.pythonapi))
        self.MAP_FAILED = size_t(-1).value


def _refused(call: str, purpose: str, size: int, code: int) -> ExecutableMemoryError:
    """The error that says what the system refused, its `errno`, and what usually lies behind that."""
    causes = {
        errno.EACCES: "SELinux without the execmem permission, a seccomp filter, PR_SET_MDWE",
        errno.EPERM: "SELinux without the execmem permission, a seccomp filter, PR_SET_MDWE",
        errno.ENOMEM: "a limit on address space or data (ulimit -v, -d), too many mappings (vm.max_map_count)",
        errno.EAGAIN: "a limit on locked memory (ulimit -l)",
    }
    text = f"{call} of {size:,} bytes {purpose} was refused: {errno.errorcode.get(code, code)} ({os.strerror(code)})"
    return ExecutableMemoryError(f"{text}. Usual causes: {causes[code]}" if code in causes else text)


def _fair_share() -> int:
    """The largest range, or an eighth of the limit on the process's address space, which others need too."""
    import resource

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if limit == resource.RLIM_INFINITY:
        return LARGEST_RANGE
    return max(SMALLEST_RANGE, min(LARGEST_RANGE, 1 << (limit // 8).bit_length() >> 1))


def _mapping_limit() -> int:
    """How many mappings the kernel allows a process."""
    try:
        with open("/proc/sys/vm/max_map_count") as file:
            return int(file.read())
    except OSError:
        return 65_530  # the kernel's default


def _as_bytes(value: bytes | bytearray | memoryview, name: str) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    raise TypeError(f"{name} must be bytes, not {type(value).__name__}")
