"""What iced-x86 makes of bytes, in the terms of the assembler's operands."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import iced_x86

from jitney.machine.code import Code
from jitney.x86 import Assembler
from jitney.x86.encoder import encoder
from jitney.x86.forms import Form
from jitney.x86.operands import REGISTERS, Masked, Mem, Reg, Rounding, eh
from jitney.x86.select import Instruction, selector

_spec = importlib.util.spec_from_file_location(
    "make_forms", Path(__file__).resolve().parent.parent.parent / "tools" / "make_forms.py"
)
assert _spec and _spec.loader
make_forms = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_forms)

OPTIONS = {v: k for k, v in make_forms.OPTION.items()}
KINDS = {v: k for k, v in vars(iced_x86.OpKind).items() if isinstance(v, int) and k.isupper()}
CONVERSIONS = make_forms.constants(iced_x86.MvexRegMemConv)
# The decoder's table has this form, its decoder takes it only with 32-bit addresses. GNU as encodes it as we do.
DECODER_REFUSES = {"montmul"}
MASK64 = (1 << 64) - 1
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


def operands_of(instruction: Any) -> list[Any]:
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


def options(form: Form) -> tuple[str, ...]:
    found = ["AMD"] if "amd" in form.notes else []
    if "knc" in form.notes:
        found.append("KNC")
    if "rare" in form.notes:
        found += ["MPX", "PCOMMIT", "UDBG"] + ["FORCE_RESERVED_NOP"] * (form.mnemonic == "reservednop")
    return tuple(found)


def expected(form: Form, operands: tuple[Any, ...]) -> list[Any]:
    """The operands as operands_of has them."""
    encode = encoder(form)
    found = []
    for place, text, operand in zip(
        (form.places[n] for n in form.explicit), (form.operands[n] for n in form.explicit), operands, strict=False
    ):
        if isinstance(operand, Masked):
            operand = operand[0]
        if isinstance(operand, Reg):
            found.append(operand.name.partition("{")[0])
        elif isinstance(operand, Mem):
            base, index, scale, displacement, _ = operand.address
            if index is not None and index.number == 4 and index.family in ("r64", "r32") and scale == 1:
                base, index = index, base
            bits = 32 if "r32" in (base and base.family, index and index.family) else 64
            found.append((
                "mem", base.name if base else "none", index.name if index else "none", scale if index else 1,
                displacement & ((1 << bits) - 1),
            ))  # fmt: skip
        else:
            size = next((size for _, kind, size in encode.immediates if kind == text), 1) * 8
            value = operand & MASK64
            if text[0] == "s":
                value = operand & ((1 << encode.operand_bits) - 1)
            elif text != "1" and place != "T":
                value = operand & ((1 << size) - 1)
            found.append(value)
    return found


PREFIX_FLAGS = {
    "lock": ("lock",), "bnd": ("repne",), "xacquire": ("repne", "xacquire"), "xrelease": ("rep", "xrelease"),
    "rep": ("rep",), "repe": ("rep",), "repz": ("rep",), "repne": ("repne",), "repnz": ("repne",),
}  # fmt: skip


def is_its_own(form: Form, operands: tuple[Any, ...]) -> bool:
    """Whether the decoder knows this form with these operands by this name, rather than as another form."""
    if form.mnemonic in DECODER_REFUSES:
        return False
    if form.mnemonic == "xchg" and form.opcode.endswith(("90+rd", "90+ro", "90+rw")) and operands[0] is operands[1]:
        return False  # nop
    return not ("swapped" in form.notes and all(isinstance(operand, Reg) for operand in operands))


def _segment(operand: Any) -> str:
    """The segment override of an operand that says what would not be so anyway."""
    memory = operand[0] if isinstance(operand, Masked) else operand
    if not isinstance(memory, Mem) or memory.segment is None:
        return ""
    base = memory.address.base
    default = "ss" if base is not None and base.family != "rip" and base.number in (4, 5) else "ds"
    return memory.segment.name if memory.segment.name != default else ""


def check(
    form: Form, operands: tuple[Any, ...], prefixes: tuple[str, ...] = (), hints: tuple[str, ...] = ()
) -> tuple[Instruction, Any]:
    """Encode in this form, decode, and compare everything. Gives what was encoded and what was decoded."""
    made = selector(form.mnemonic)(operands, prefixes, (form.opcode, *hints))
    data, opcode, mnemonic, turn = made.data, form.opcode, form.mnemonic, -1 if "swapped" in form.notes else 1
    if "9b" in form.notes:  # the decoder takes the wait instruction for one of its own
        assert data[:1] == b"\x9b"
        data, opcode, mnemonic = data[1:], opcode.removeprefix("9B "), mnemonic.replace("f", "fn", 1)
    decoded = decode(data, *options(form))
    where = f"{made!r} as {form.opcode}"
    assert decoded.len == len(data), f"{where}: decoded {decoded} of {decoded.len} bytes"
    key = form_key(decoded.code)
    assert key == (mnemonic, ", ".join(form.operands[::turn]), opcode), f"{where}: decoded as {key}"
    bits = encoder(form).operand_bits
    explicit = [
        found & ((1 << bits) - 1) if isinstance(found, int) and form.operands[n][:4] == "simm" else found
        for n, found in enumerate(operands_of(decoded)[::turn])
        if n in form.explicit
    ]
    given = tuple(operand for operand in operands if not isinstance(operand, Rounding))
    if len(given) == len(form.operands):
        given = tuple(given[n] for n in form.explicit)
    assert explicit == expected(form, given), where
    mask = next((operand for operand in operands if isinstance(operand, Masked)), None)
    assert register_name(decoded.op_mask) == (mask[1].name if mask else "none"), where
    assert decoded.zeroing_masking == bool(mask and mask[2]), where
    memory = next((o[0] if isinstance(o, Masked) else o for o in operands if isinstance(o, (Mem, Masked))), None)
    if isinstance(memory, Mem):
        if form.encoding != "MVEX":
            assert decoded.is_broadcast == memory.size.broadcast, where
        segment = next(filter(None, map(_segment, operands)), "none")
        segment = "ds" if "notrack" in prefixes else segment
        assert register_name(decoded.segment_prefix) == segment, where
    rounding = next((operand for operand in operands if isinstance(operand, Rounding)), None)
    if rounding is not None and rounding.control is not None:
        assert decoded.rounding_control == rounding.control + 1, where
    if form.encoding == "MVEX":
        check_mvex(decoded, data, operands, where)
    else:
        assert decoded.suppress_all_exceptions == (rounding is not None and rounding.control is None), where
    for flag in set().union(*(PREFIX_FLAGS.get(prefix, ()) for prefix in prefixes)):
        assert getattr(decoded, f"has_{flag}_prefix"), where
    if "disp32" in hints and isinstance(memory, Mem):
        assert decoded.memory_displ_size >= 4, where
    return made, decoded


def check_mvex(decoded: Any, data: bytes, operands: tuple[Any, ...], where: str) -> None:
    """What only MVEX has: conversions, the eviction hint, rounding that leaves exceptions; a short displacement."""
    plain = [operand[0] if isinstance(operand, Masked) else operand for operand in operands]
    memory = next((operand for operand in plain if isinstance(operand, Mem)), None)
    rounding = next((operand for operand in plain if isinstance(operand, Rounding)), None)
    marks = {operand.conversion for operand in plain if isinstance(operand, Reg)} - {None}
    marks |= set(memory.size.marks) if memory else set()
    name = next((mark.name.upper() for mark in marks - {eh}), "NONE")
    if memory and memory.size.broadcast:
        name = "BROADCAST1" if memory.size.bits <= 64 else "BROADCAST4"
    wanted = f"{'MEM_CONV' if memory else 'REG_SWIZZLE'}_{name}" if rounding is None else "NONE"
    assert CONVERSIONS[decoded.mvex_reg_mem_conv] == wanted, where
    assert decoded.is_mvex_eviction_hint == (eh in marks), where
    assert decoded.suppress_all_exceptions == (rounding is not None and rounding.suppresses), where
    assert encode(decoded) == data, where


def check_branch(form: Form, distance: int) -> Code:
    """Encode a branch in this form over that many bytes, back if negative, and decode. Gives what was encoded."""
    a = Assembler()
    target = a.label("target")
    if distance <= 0:
        a.bind(target)
        a.zeros(-distance)
    operands = (REGISTERS["k3"], target) if len(form.operands) == 2 else (target,)
    getattr(a, form.mnemonic)(*operands, encoding=form.opcode)
    if distance > 0:
        a.zeros(distance)
        a.bind(target)
    code = a.code()
    text = code.layout().sections["text"].data
    start = max(0, -distance)
    decoded = decode(bytes(text[start:]), *options(form))
    key = form_key(decoded.code)
    assert key == (form.mnemonic, ", ".join(form.operands), form.opcode)
    reached = decoded.near_branch_target + start
    expected = start + decoded.len + distance if distance > 0 else 0
    mask = 0xFFFF if "o16" in form.opcode and form.mnemonic != "xbegin" else MASK64
    assert reached & mask == expected & mask
    return code
