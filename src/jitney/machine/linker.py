"""The linker: place settled code in executable memory and resolve what refers to addresses.

Text and read-only data go, one after the other, into pages that are sealed readable and executable; data and zeroed
data into pages that stay writable. Calls and jumps to externals that are out of the reach of 32 bits go through stubs
after the text. Behind all of it stands a table for the process's unwinder, if it has one (unwind.py). `link` yields an
`Image`, which owns the memory and keeps alive what the code refers to.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import LinkError
from .code import Code
from .externals import address_of
from .layout import RELATIVE, first_use, store
from .memory import Block, arena
from .placement import SEALED, Placement
from .sections import BRANCH32, BSS, FIXUP_RANGE, TEXT, given_address
from .unwind import eh_frame, unwinder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .sections import Symbol

TABLE_ALIGNMENT = 8  # bytes, of the table for unwinders


class Image:
    """Linked code in memory. The memory is freed when the last Image that shares it is gone.

    `address` and `size` are those of the text in bytes, `symbols` maps names to addresses.
    """

    __slots__ = ("__weakref__", "_bases", "_kept", "address", "block", "code", "size")

    def __init__(self, code: Code, block: Block, bases: dict[str, int], kept: list[Any]) -> None:
        self.code = code
        self.block = block
        self._bases = bases
        self._kept = kept
        self.address = bases[TEXT]
        self.size = code.layout().size(TEXT)

    def address_of(self, symbol: Symbol) -> int:
        """The address in memory of a symbol that is bound in this code."""
        if symbol.section is None or symbol not in self.code.symbols:
            raise LinkError(f"symbol {symbol.name!r} has no place in this code")
        return self._bases[symbol.section] + self.code.layout().offset(symbol)

    @property
    def sections(self) -> dict[str, tuple[int, int]]:
        """(address, size in bytes) of the sections by name."""
        layout = self.code.layout()
        return {name: (start, layout.size(name)) for name, start in self._bases.items() if name in self.code.sections}

    @property
    def symbols(self) -> dict[str, int]:
        """Addresses of the symbols by name; labels that begin with a dot, or have no name, are left out."""
        layout, named = self.code.layout(), [symbol for symbol in self.code.symbols if symbol.name[0] != "."]
        return {symbol.name: self._bases[symbol.section or TEXT] + layout.offset(symbol) for symbol in named}

    def listing(self, base: int = 0) -> str:
        """The code with the bytes that it has in memory, every displacement resolved. Offsets count from `base`."""
        import ctypes

        sections = self.code.layout().sections
        content = {name: ctypes.string_at(self._bases[name], laid.size) for name, laid in sections.items() if laid.size}
        return self.code.listing(base, content)

    def keep(self, thing: Any) -> None:
        """Keep an object alive as long as this image."""
        self._kept.append(thing)

    def __repr__(self) -> str:
        return f"<Image at {self.address:#x}, {self.size} bytes of text>"


def link(code: Code) -> Image:
    """Place `code` in executable memory. Raises LinkError, or ExecutableMemoryError."""
    return link_all((code,))[0]


def link_all(codes: Iterable[Code]) -> list[Image]:
    """Place several Codes at once, in one run of pages, where an external may name a symbol of another Code.

    A name may stand in several of the codes, as long as no external asks for it.

    Raises LinkError, or ExecutableMemoryError; nothing is kept then.
    """
    plans = []
    text_size = data_size = 0
    for code in codes:
        if not isinstance(code, Code):
            raise TypeError(f"what is linked is a Code, not {type(code).__name__}")
        plan = _Plan(code, text_size, data_size)
        plans.append(plan)
        text_size, data_size = plan.placement.text_end, plan.placement.data_end
    if not plans:
        return []
    shared: dict[str, list[int]] = {}  # addresses by name
    table_at = text_size + -text_size % TABLE_ALIGNMENT
    starts = [(plan.code, plan.placement.starts[TEXT]) for plan in plans]
    known = unwinder()
    table = eh_frame(starts, table_at) if known and known.has_room else b""
    block = arena().allocate(table_at + len(table) if table else text_size, data_size)
    try:
        for plan in plans:
            plan.place(block.text_address, block.data_address)
            for symbol in plan.code.symbols if len(plans) > 1 else ():
                shared.setdefault(symbol.name, []).append(plan.address_of(symbol))
        text, data = bytearray(text_size), bytearray(data_size)
        kept: list[list[Any]] = []
        for plan in plans:
            kept.append(plan.resolve(shared, text, data))
        if table:
            text += bytes(table_at - text_size) + table
        block.write(bytes(text), bytes(data), block.text_address + table_at if table else 0)
    except BaseException:
        block.free()
        raise
    return [Image(plan.code, block, plan.bases, things) for plan, things in zip(plans, kept, strict=False)]


class _Plan:
    """A code and where it goes: offsets in the block first, addresses once the block has some."""

    def __init__(self, code: Code, text_start: int, data_start: int) -> None:
        self.code = code
        self.layout = code.layout()
        self.placement = Placement(code, self.layout, text_start, data_start)
        self.bases: dict[str, int] = {}

    def place(self, text_address: int, data_address: int) -> None:
        for name, start in self.placement.starts.items():
            self.bases[name] = start + (text_address if name in SEALED else data_address)
        self.block_address = text_address

    def address_of(self, symbol: Symbol) -> int:
        assert symbol.section is not None
        return self.bases[symbol.section] + self.layout.offset(symbol)

    def resolve(self, shared: dict[str, list[int]], text: bytearray, data: bytearray) -> list[Any]:
        """Write this code's bytes, all fixups resolved, into the images of the block. Returns what must stay alive."""
        kept: list[Any] = []
        addresses: dict[Symbol, int] = {}
        for symbol in self.code.externals:
            try:
                addresses[symbol] = _address(symbol, shared)
            except LinkError as error:
                raise LinkError(f"{first_use(self.code, self.layout, symbol)}: {error}") from None
            if symbol.value is not None and not isinstance(symbol.value, int):
                kept.append(symbol.value)
        stub, slot = self.code.target.stub, self.code.target.stub_address
        for symbol, start in self.placement.stubs.items():
            text[start : start + len(stub)] = stub
            text[start + slot : start + slot + 8] = addresses[symbol].to_bytes(8, "little")
        for name, laid in self.layout.sections.items():
            if name == BSS:
                continue
            content = bytearray(laid.data)
            base = self.bases[name]
            for fixup in laid.fixups:
                symbol = fixup.symbol
                value = (addresses[symbol] if symbol.is_external else self.address_of(symbol)) + fixup.addend
                if fixup.kind in RELATIVE:
                    value -= base + fixup.offset
                    if fixup.kind == BRANCH32 and symbol in self.placement.stubs and not _reaches(value):
                        value = self.block_address + self.placement.stubs[symbol] + fixup.addend - base - fixup.offset
                store(self.code, laid, content, fixup, value)
            start = self.placement.starts[name]
            (text if name in SEALED else data)[start : start + len(content)] = content
        return kept


def _address(symbol: Symbol, shared: dict[str, list[int]]) -> int:
    """The address of an external: its value's, that of a symbol of the codes linked with it, or the C library's."""
    value = symbol.value
    if value is None:
        found = shared.get(symbol.name, ())
        if len(found) > 1:
            raise LinkError(
                f"external {symbol.name!r} is defined in {len(found)} of the codes that are linked together"
            )
        return found[0] if found else address_of(symbol.name)
    address = given_address(value)
    if address is None or (address == 0 and value != 0):  # a dead function is at 0
        raise LinkError(f"external {symbol.name!r} has no address of 64 bits: {value!r}")
    return address


def _reaches(displacement: int) -> bool:
    low, high = FIXUP_RANGE[BRANCH32]
    return low <= displacement <= high
