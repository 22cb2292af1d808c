"""Instructions as Intel syntax, for listings and messages."""

from __future__ import annotations

from ..machine.sections import Symbol
from .operands import Masked, Mem, Reg, Rounding, numeral, shown, whole_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def operand_text(operand: Any, elements: int = 0) -> str:
    """An operand in Intel syntax; `elements` is the count of a broadcast, for {1to4}."""
    if isinstance(operand, Reg):
        return f"st({operand.number})" if operand.family == "st" else operand.name
    if isinstance(operand, Masked):
        text = operand_text(operand[0], elements)
        return f"{text}{{{operand[1].name}}}" + ("{z}" if operand[2] else "")
    if isinstance(operand, Mem):
        size, address, segment = operand
        inner = (f"{segment.name}:" if segment is not None else "") + f"[{address!r}]"
        inner += "".join(f"{{{mark.name}}}" for mark in size.marks)
        if size.broadcast:
            count = size.elements or elements
            times = f"4to{4 * count}" if size.bits > 64 else f"1to{count}"
            return f"{size.name.removesuffix('_bcst')} ptr {inner}" + (f"{{{times}}}" if count else "{bcst}")
        return f"{size.name} ptr {inner}" if size.bits else inner
    if isinstance(operand, Rounding):
        return repr(operand)
    if isinstance(operand, Symbol):
        return operand.name
    if isinstance(operand, str):
        return operand
    whole = whole_number(operand)
    return shown(operand) if whole is None else numeral(whole)


def instruction_text(
    mnemonic: str, operands: tuple[Any, ...], prefixes: tuple[str, ...] = (), elements: int = 0
) -> str:
    head = " ".join((*prefixes, mnemonic))
    if not operands:
        return head
    if isinstance(operands[-1], Rounding):  # GNU as wants it before an immediate
        last = next((n for n, operand in enumerate(operands) if whole_number(operand) is not None), len(operands) - 1)
        operands = (*operands[:last], operands[-1], *operands[last:-1])
    return f"{head} {', '.join(operand_text(operand, elements) for operand in operands)}"
