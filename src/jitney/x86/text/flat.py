"""A source to bytes that are good at one address."""

from __future__ import annotations

from ...errors import AssemblyError, LinkError
from ...machine.layout import RELATIVE, place, store, together
from ...machine.sections import BSS, DATA, RODATA, TEXT, given_address
from .program import Program, read_program


def assemble(text: str, origin: int, filename: str) -> bytes:
    if not isinstance(origin, int) or not 0 <= origin < 1 << 63:
        raise AssemblyError("the origin is an address below 2**63")
    program = read_program(text, filename)
    image = bytearray()
    for start, content in flattened(program, origin).values():
        image += bytes(start - origin - len(image)) + content
    source = program.source  # no circle: a large source leaves nothing for the collector
    source.assembler._source = None
    del source.assembler, source.operands.source
    return bytes(image)


def flattened(program: Program, origin: int) -> dict[str, tuple[int, bytes]]:
    """Where each section begins, one behind the other, and its bytes. Raises AssemblyError for what cannot be at that
    address, or has no place in bytes."""
    code = program.code
    try:
        layout = code.layout()
        starts: dict[str, int] = {}
        end = origin
        for name in (TEXT, RODATA, DATA, BSS):
            if name in code.sections:
                end += -end % code.sections[name].alignment if name != TEXT else 0
                starts[name] = end
                end += layout.size(name)
        found: dict[str, tuple[int, bytes]] = {}
        wrong: list[LinkError] = []
        for name, start in starts.items():
            if name == BSS:
                break
            laid = layout.sections[name]
            content = bytearray(laid.data)
            for fixup in laid.fixups:
                symbol = fixup.symbol
                if symbol.is_external:
                    address = given_address(symbol.value)
                    if address is None:
                        where = place(code, name, fixup.offset, laid)
                        why = "load the code, or make an object file"
                        wrong.append(LinkError(f"{where}: bytes cannot refer to the external {symbol.name!r}: {why}"))
                        continue
                else:
                    assert symbol.section is not None
                    address = starts[symbol.section] + layout.offset(symbol)
                value = address + fixup.addend
                if fixup.kind in RELATIVE:
                    value -= start + fixup.offset
                try:
                    store(code, laid, content, fixup, value)
                except LinkError as error:
                    wrong.append(error)
            found[name] = start, bytes(content)
        if wrong:
            raise together(wrong)
    except LinkError as error:
        raise program.placed(error) from None
    return found
