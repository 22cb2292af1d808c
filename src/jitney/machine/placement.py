"""Where the sections of a code go within the memory that it gets, before that has an address."""

from __future__ import annotations

from .sections import BRANCH32, BSS, DATA, RODATA, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .layout import Layout
    from .sections import Relocatable, Symbol

SEALED = (TEXT, RODATA)
"""The sections that lie together in memory which is read-only and executable; the others are writable."""


class Placement:
    """Offsets of a code's sections in bytes, from the start of the sealed memory or of the writable memory.

    `starts` is by section. `stubs` has an offset in the sealed memory for each external that calls and jumps go to:
    there is room for a stub, whether it will be needed or not. Both memories hold something up to `text_end` and
    `data_end`.
    """

    __slots__ = ("data_end", "starts", "stubs", "text_end")

    def __init__(self, code: Relocatable, layout: Layout, text_start: int = 0, data_start: int = 0) -> None:
        def after(end: int, name: str, least: int = 1) -> int:
            if name not in code.sections:
                return end
            return end + -end % max(code.sections[name].alignment, least)

        self.starts = {TEXT: after(text_start, TEXT, 16)}
        end = self.starts[TEXT] + layout.size(TEXT)
        self.stubs: dict[Symbol, int] = {}
        for laid in layout.sections.values():
            for fixup in laid.fixups:
                if fixup.kind == BRANCH32 and fixup.symbol.is_external and fixup.symbol not in self.stubs:
                    end += -end % 8 if not self.stubs else 0
                    self.stubs[fixup.symbol] = end
                    end += len(code.target.stub)
        self.starts[RODATA] = after(end, RODATA)
        self.text_end = self.starts[RODATA] + layout.size(RODATA)
        self.starts[DATA] = after(data_start, DATA, 8)
        self.starts[BSS] = after(self.starts[DATA] + layout.size(DATA), BSS, 8)
        self.data_end = self.starts[BSS] + layout.size(BSS)
