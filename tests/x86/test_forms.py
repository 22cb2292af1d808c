"""Every form of the table: encoded with drawn operands, decoded by iced-x86, and compared."""

from __future__ import annotations

import random
from typing import Any

import pytest

iced_x86 = pytest.importorskip("iced_x86")

import drawing  # noqa: E402
import iced  # noqa: E402

from jitney.x86 import Assembler  # noqa: E402
from jitney.x86.encoder import encoder  # noqa: E402
from jitney.x86.forms import Form, forms, mnemonics  # noqa: E402
from jitney.x86.operands import REGISTERS, Masked, Mem, Reg, Rounding  # noqa: E402
from jitney.x86.select import selector  # noqa: E402

DRAWS = 6
MASK64 = (1 << 64) - 1
ALL = [form for mnemonic in mnemonics() for form in forms(mnemonic)]
# The decoder's table has this form, its decoder takes it only with 32-bit addresses. GNU as encodes it as we do.
DECODER_REFUSES = {"montmul"}
BRANCHES = [form for form in ALL if "D" in form.places]


def options(form: Form) -> tuple[str, ...]:
    found = ["AMD"] if "amd" in form.notes else []
    if "knc" in form.notes:
        found.append("KNC")
    if "rare" in form.notes:
        found += ["MPX", "PCOMMIT", "UDBG"] + ["FORCE_RESERVED_NOP"] * (form.mnemonic == "reservednop")
    return tuple(found)


def expected(form: Form, operands: tuple[Any, ...]) -> list[Any]:
    """The operands as iced.operands has them."""
    encode = encoder(form)
    found = []
    for place, text, operand in zip(
        (form.places[n] for n in form.explicit), (form.operands[n] for n in form.explicit), operands, strict=False
    ):
        if isinstance(operand, Masked):
            operand = operand[0]
        if isinstance(operand, Reg):
            found.append(operand.name)
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


def check(form: Form, operands: tuple[Any, ...]) -> None:
    made = selector(form.mnemonic)(operands, (), form.opcode)
    data, opcode, mnemonic, turn = made.data, form.opcode, form.mnemonic, -1 if "swapped" in form.notes else 1
    if "9b" in form.notes:  # the decoder takes the wait instruction for one of its own
        assert data[:1] == b"\x9b"
        data, opcode, mnemonic = data[1:], opcode.removeprefix("9B "), mnemonic.replace("f", "fn", 1)
    decoded = iced.decode(data, *options(form))
    where = f"{made!r} as {form.opcode}"
    assert decoded.len == len(data), f"{where}: decoded {decoded} of {decoded.len} bytes"
    key = iced.form_key(decoded.code)
    assert key == (mnemonic, ", ".join(form.operands[::turn]), opcode), f"{where}: decoded as {key}"
    bits = encoder(form).operand_bits
    explicit = [
        found & ((1 << bits) - 1) if isinstance(found, int) and form.operands[n][:4] == "simm" else found
        for n, found in enumerate(iced.operands(decoded)[::turn])
        if n in form.explicit
    ]
    assert explicit == expected(form, [operand for operand in operands if not isinstance(operand, Rounding)]), where
    mask = next((operand for operand in operands if isinstance(operand, Masked)), None)
    assert iced.register_name(decoded.op_mask) == (mask[1].name if mask else "none"), where
    assert decoded.zeroing_masking == bool(mask and mask[2]), where
    memory = next((o[0] if isinstance(o, Masked) else o for o in operands if isinstance(o, (Mem, Masked))), None)
    if isinstance(memory, Mem):
        assert decoded.is_broadcast == memory.size.broadcast, where
        segment = memory.segment.name if memory.segment else "none"
        assert iced.register_name(decoded.segment_prefix) == segment, where
    rounding = next((operand for operand in operands if isinstance(operand, Rounding)), None)
    if rounding is not None and rounding.control is not None:
        assert decoded.rounding_control == rounding.control + 1, where
    assert decoded.suppress_all_exceptions == (rounding is not None and rounding.control is None), where


@pytest.mark.parametrize("first", sorted({mnemonic[:2] for mnemonic in mnemonics()}))
def test_every_form_decodes_as_written(first: str) -> None:
    rng = random.Random(first)
    failures = []
    for form in ALL:
        if not form.mnemonic.startswith(first) or form in BRANCHES or form.mnemonic in DECODER_REFUSES:
            continue
        for _ in range(DRAWS):
            operands = drawing.draw(form, rng)
            if (
                form.mnemonic == "xchg"
                and form.opcode in ("90+rd", "REX.W 90+ro", "o16 90+rw")
                and operands[0] is operands[1]
            ):
                continue  # nop
            if "swapped" in form.notes and all(isinstance(operand, Reg) for operand in operands):
                continue  # the form in its own order comes first
            try:
                check(form, operands)
            except Exception as error:
                failures.append(f"{form} | {form.opcode}: {operands}: {type(error).__name__}: {error}")
                break
    assert not failures, f"{len(failures)} forms\n" + "\n".join(failures)


@pytest.mark.parametrize("form", BRANCHES, ids=lambda form: f"{form.mnemonic} {form.opcode}")
@pytest.mark.parametrize("distance", [-100, 0, 100])
def test_every_branch_reaches_its_label(form: Form, distance: int) -> None:
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
    text = a.code().layout().sections["text"].data
    start = max(0, -distance)
    decoded = iced.decode(bytes(text[start:]), *options(form))
    key = iced.form_key(decoded.code)
    assert key == (form.mnemonic, ", ".join(form.operands), form.opcode)
    reached = decoded.near_branch_target + start
    expected = start + decoded.len + distance if distance > 0 else 0
    mask = 0xFFFF if "o16" in form.opcode and form.mnemonic != "xbegin" else MASK64
    assert reached & mask == expected & mask
