"""Decode raw bytes for listings, with iced-x86 if it is installed (`pip install jitney[tools]`).

Bytes are decoded along the flow of control from the first one, so that data between instructions stay data.
"""

from __future__ import annotations

from ..machine.sections import Record


def disassemble(data: bytes) -> list[tuple[int, int, object]] | None:
    """(offset, length, record) of every instruction that can be reached from the first byte, in order.

    Where the bytes end within an instruction, the record says so.

    None when the decoder library is not installed.
    """
    return _decoded(data, False)


def sweep(data: bytes) -> list[tuple[int, int, object]] | None:
    """The same, and then what the bytes in between mean if they are instructions too."""
    return _decoded(data, True)


def _decoded(data: bytes, everything: bool) -> list[tuple[int, int, object]] | None:
    try:
        import iced_x86
    except ImportError:
        return None
    formatter = iced_x86.Formatter(iced_x86.FormatterSyntax.INTEL)
    formatter.hex_prefix, formatter.hex_suffix = "0x", ""
    formatter.uppercase_hex = False
    formatter.space_after_operand_separator = True
    formatter.space_between_memory_add_operators = True
    formatter.rip_relative_addresses = True
    formatter.branch_leading_zeros = False
    formatter.small_hex_numbers_in_decimal = True
    flow = iced_x86.FlowControl
    found: dict[int, tuple[int, object]] = {}
    covered = bytearray(len(data))
    for start in range(len(data) if everything else min(1, len(data))):
        waiting = [] if covered[start] else [start]
        while waiting:
            offset = waiting.pop()
            while 0 <= offset < len(data) and offset not in found:
                decoder = iced_x86.Decoder(64, data[offset : offset + 15], ip=offset)
                instruction = decoder.decode()
                if instruction.is_invalid:
                    if decoder.last_error == iced_x86.DecoderError.NO_MORE_BYTES:
                        found[offset] = len(data) - offset, Record(_cut_off(data[offset:]), None)
                        covered[offset:] = b"\1" * (len(data) - offset)
                    break
                relative = None
                if instruction.is_ip_rel_memory_operand:
                    relative = instruction.ip_rel_memory_address - offset - instruction.len
                covered[offset : offset + instruction.len] = b"\1" * instruction.len
                found[offset] = (instruction.len, Record(formatter.format(instruction), relative))
                kind = instruction.flow_control
                if instruction.near_branch_target and kind != flow.XBEGIN_XABORT_XEND:
                    waiting.append(instruction.near_branch_target)
                offset += instruction.len
                if kind in (flow.UNCONDITIONAL_BRANCH, flow.INDIRECT_BRANCH, flow.RETURN, flow.EXCEPTION):
                    break
                if kind == flow.INTERRUPT and offset < len(data) and data[offset - 1] == 0xCC:
                    break
    for offset in _traps(data, found):
        found[offset] = (1, Record("int3", None))
    rows: list[tuple[int, int, object]] = []
    end = 0
    for offset in sorted(found):
        length, record = found[offset]
        if offset >= end:  # code that jumps into the middle of an instruction shows the first reading
            rows.append((offset, length, record))
            end = offset + length
    return rows


def _cut_off(data: bytes) -> str:
    return f".byte {', '.join(f'{byte:#x}' for byte in data)}  ; a truncated instruction"


def _traps(data: bytes, found: dict[int, tuple[int, object]]) -> list[int]:
    """Where a breakpoint instruction pads the end of a run of instructions."""
    traps = []
    for offset, (length, _) in found.items():
        end = offset + length
        while end < len(data) and data[end] == 0xCC and end not in found:
            traps.append(end)
            end += 1
    return traps
