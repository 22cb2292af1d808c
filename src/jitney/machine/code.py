"""`Code`, a relocatable piece of machine code: what assemblers make, the linker places, and a cache can keep."""

from __future__ import annotations

from .layout import Layout
from .sections import TEXT, Relocatable, Target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Code(Relocatable):
    """A relocatable piece of machine code. It can be linked many times, saved with `save` and restored with `load`."""

    __slots__ = ("_layout",)

    def __init__(self, target: Target) -> None:
        super().__init__(target)
        self._layout: Layout | None = None

    @classmethod
    def from_bytes(cls, data: bytes, target: Target) -> Code:
        """Code that is just these bytes, with no symbols and no records."""
        code = cls(target)
        text = code.sections[TEXT]
        text.data = bytes(data)
        text.size = len(text.data)
        return code

    def layout(self) -> Layout:
        """Every offset of this code, settled; computed once. Raises LinkError."""
        if self._layout is None:
            self._layout = Layout(self)
        return self._layout

    def listing(self, base: int = 0, linked: dict[str, bytes] | None = None) -> str:
        """The code as text: offset, bytes, instruction.

        `base` is added to offsets. `linked` has the bytes of sections as they are in memory; without it, displacements
        that the linker fills in show as zeros.
        """
        from .listing import render

        return render(self, self.layout(), base, linked)

    def save(self) -> bytes:
        """This code as bytes, from which `Code.load` makes it again, in this process or another.

        Raises LinkError for code that refers to something by its address, which means nothing elsewhere.
        """
        from .storage import save

        return save(self)

    @classmethod
    def load(cls, data: bytes) -> Code:
        """The Code that `save` turned into these bytes. Raises CodeFormatError for any other bytes."""
        from .storage import load

        return load(data, cls)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Code.load, (self.save(),))

    def __repr__(self) -> str:
        sizes = ", ".join(f"{name} {section.size}" for name, section in self.sections.items() if section.size)
        return f"<Code for {self.target.name}: {sizes or 'empty'}>"
