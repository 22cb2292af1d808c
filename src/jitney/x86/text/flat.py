"""A source to bytes that are good at one address."""

from __future__ import annotations

from ...errors import AssemblyError, LinkError
from ...machine.layout import RELATIVE, place, store
from ...machine.sections import BSS, DATA, RODATA, TEXT, given_address
from ..assembler import Assembler
from .lexer import source_text
from .report import Origin, Problem, complaint
from .source import Source, source_lines


def assemble(text: str, origin: int, filename: str) -> bytes:
    if not isinstance(origin, int) or not 0 <= origin < 1 << 63:
        raise AssemblyError("the origin is an address below 2**63")
    assembler = Assembler()
    source = assembler._source = Source(assembler)
    try:
        source.read(source_text(text), source_text(filename), complete=True)
        code = assembler.code()
        layout = code.layout()
        starts: dict[str, int] = {}
        end = origin
        for name in (TEXT, RODATA, DATA, BSS):
            if name in code.sections:
                end += -end % code.sections[name].alignment if name != TEXT else 0
                starts[name] = end
                end += layout.size(name)
        image = bytearray()
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
                        raise LinkError(f"{where}: bytes cannot refer to the external {symbol.name!r}: load it")
                else:
                    assert symbol.section is not None
                    address = starts[symbol.section] + layout.offset(symbol)
                value = address + fixup.addend
                if fixup.kind in RELATIVE:
                    value -= start + fixup.offset
                store(code, laid, content, fixup, value)
            image += bytes(start - origin - len(image)) + content
    except LinkError as error:
        raise _placed(str(error), text, filename) from None
    finally:  # no circle: a large source leaves nothing for the collector
        assembler._source = None
        del source.assembler, source.operands.source
    return bytes(image)


def _placed(message: str, text: str, filename: str) -> AssemblyError:
    """An error of the linker as one of the source: what refers to a label has a mark with its line."""
    import re

    found = re.fullmatch(r".*, line (\d+): (.*)", message, re.DOTALL)
    lines = source_lines(text)
    if found is None or int(found[1]) > len(lines):
        return AssemblyError(message)
    line = lines[int(found[1]) - 1]
    column = len(line) - len(line.lstrip())
    return complaint([Problem(Origin(filename), int(found[1]), line, column, len(line.strip()), found[2])])
