"""The instructions of `Assembler` as methods.

They are made from forms.txt when first used; mnemonics.pyi declares them all for editors and type checkers.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .select import Selector


class Mnemonics:
    """Base of `Assembler`: gains a method for each instruction that is used."""


def install(cls: type, name: str, found: Selector) -> None:
    """Give a class of assemblers the method `name`, which appends the instruction that it is called for."""
    known = found.known.get
    quickly = found.quickly

    def instruction(self: Any, *operands: Any, encoding: Any = None) -> None:
        try:
            made = known(operands)
        except TypeError:  # an operand that cannot be one, such as a list
            made = None
        if made is None or encoding is not None or (made.numbered and operands[-1].__class__ is not int):
            made = quickly(operands) if encoding is None else None
            if made is None:
                self._emit(found, operands, encoding)
                return
        self._append(made)

    instruction.__name__ = instruction.__qualname__ = name
    instruction.__doc__ = "\n".join([form.summary() for form in found.forms])
    setattr(cls, name, instruction)
