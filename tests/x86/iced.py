"""What iced-x86 makes of bytes, in the terms of the assembler's operands."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import iced_x86

_spec = importlib.util.spec_from_file_location(
    "make_forms", Path(__file__).resolve().parent.parent.parent / "tools" / "make_forms.py"
)
assert _spec and _spec.loader
make_forms = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_forms)

OPTIONS = {v: k for k, v in make_forms.OPTION.items()}
KINDS = {v: k for k, v in vars(iced_x86.OpKind).items() if isinstance(v, int) and k.isupper()}
CONVERSIONS = make_forms.constants(iced_x86.MvexRegMemConv)
RENAMED = {f"R{n}L": f"r{n}b" for n in range(8, 16)}


@cache
def form_key(code: int) -> tuple[str, str, str]:
    """(mnemonic, operands, opcode) of a code, as forms.txt has them."""
    info = iced_x86.OpCodeInfo(code)
    mnemonic = info.instruction_string.partition(" ")[0].lower()
    return mnemonic, ", ".join(text for text, _ in make_forms.operand_texts(info)), make_forms.opcode_text(info)


def register_name(register: int) -> str:
    name = make_forms.REGISTER[register]
    return RENAMED.get(name, name.lower())


def decode(data: bytes, *options: str) -> Any:
    """The first instruction of the bytes."""
    bits = 0
    for option in options:
        bits |= getattr(iced_x86.DecoderOptions, option)
    return iced_x86.Decoder(64, data, bits, ip=0).decode()


def encode(instruction: Any) -> bytes:
    """What the library's own encoder makes of a decoded instruction, with an 8-bit displacement where one will do."""
    if instruction.memory_displ_size > 1 and instruction.memory_base not in (
        iced_x86.Register.NONE, iced_x86.Register.RIP, iced_x86.Register.EIP,
    ):  # fmt: skip
        instruction.memory_displ_size = 1
    encoder = iced_x86.Encoder(64)
    encoder.encode(instruction, 0)
    return encoder.take_buffer()  # type: ignore[no-any-return]


def operands(instruction: Any) -> list[Any]:
    """Each operand as comparable values: a register's name, ('mem', base, index, scale, displacement), or a number."""
    found: list[Any] = []
    for position in range(instruction.op_count):
        kind = KINDS[instruction.op_kind(position)]
        if kind == "REGISTER":
            found.append(register_name(instruction.op_register(position)))
        elif kind == "MEMORY":
            base, index = instruction.memory_base, instruction.memory_index
            displacement = instruction.memory_displacement
            if base in (iced_x86.Register.RIP, iced_x86.Register.EIP):
                displacement -= instruction.len
            found.append((
                "mem", register_name(base), register_name(index), instruction.memory_index_scale if index else 1,
                displacement & ((1 << 64) - 1),
            ))  # fmt: skip
        elif kind.startswith("MEMORY"):
            found.append(kind)
        elif kind.startswith("IMMEDIATE"):
            found.append(instruction.immediate(position))
        else:
            found.append(instruction.near_branch_target)
    return found
