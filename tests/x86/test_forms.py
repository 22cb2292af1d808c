"""Every form of the table: encoded with drawn operands, decoded by iced-x86, and compared."""

from __future__ import annotations

import pickle
import random
from typing import Any

import pytest

iced_x86 = pytest.importorskip("iced_x86")

import drawing  # noqa: E402
import iced  # noqa: E402

from jitney.errors import OperandError  # noqa: E402
from jitney.x86 import Assembler  # noqa: E402
from jitney.x86 import operands as x86_operands  # noqa: E402
from jitney.x86.encoder import encoder  # noqa: E402
from jitney.x86.forms import Form, forms, mnemonics  # noqa: E402
from jitney.x86.operands import REGISTERS, Masked, Mem, Reg, Rounding, eh  # noqa: E402
from jitney.x86.select import Selector, selector  # noqa: E402

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
        if form.encoding != "MVEX":
            assert decoded.is_broadcast == memory.size.broadcast, where
        segment = memory.segment.name if memory.segment else "none"
        assert iced.register_name(decoded.segment_prefix) == segment, where
    rounding = next((operand for operand in operands if isinstance(operand, Rounding)), None)
    if rounding is not None and rounding.control is not None:
        assert decoded.rounding_control == rounding.control + 1, where
    if form.encoding == "MVEX":
        check_mvex(decoded, data, operands, where)
    else:
        assert decoded.suppress_all_exceptions == (rounding is not None and rounding.control is None), where


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
    assert iced.CONVERSIONS[decoded.mvex_reg_mem_conv] == wanted, where
    assert decoded.is_mvex_eviction_hint == (eh in marks), where
    assert decoded.suppress_all_exceptions == (rounding is not None and rounding.suppresses), where
    assert iced.encode(decoded) == data, where


@pytest.mark.parametrize("first", sorted({mnemonic[:2] for mnemonic in mnemonics()}))
def test_every_form_decodes_as_written(first: str) -> None:
    rng = random.Random(first)
    failures = []
    for form in ALL:
        if not form.mnemonic.startswith(first) or form in BRANCHES or form.mnemonic in DECODER_REFUSES:
            continue
        for marks in drawing.marks(form) * DRAWS:
            operands = drawing.draw(form, rng, marks)
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


def test_mvex_comes_last_or_when_asked_for() -> None:
    rng = random.Random(1)
    for form in ALL:
        if form.encoding != "MVEX":
            continue
        others = Selector(form.mnemonic)
        others.forms = tuple(other for other in others.forms if other.encoding != "MVEX")
        for marks in drawing.marks(form):
            operands = drawing.draw(form, rng, marks)
            made = selector(form.mnemonic)(operands)
            try:
                assert made.data == others(operands).data
            except OperandError:
                assert made.form.encoding == "MVEX"
            assert selector(form.mnemonic)(operands, (), "mvex").form.encoding == "MVEX"


@pytest.mark.parametrize(
    "mnemonic, operands",
    [
        ("vaddps", "zmm1, zmm2, zmm3(cdab), rn_sae"),  # one field says either
        ("vaddps", "zmm1(cdab), zmm2, zmm3"),
        ("vaddps", "zmm1, zmm2, zmmword[rax](float16)"),  # half as large
        ("vaddpd", "zmm1, zmm2, ptr[rax](float16)"),
        ("vpaddd", "zmm1, zmm2, ptr[rax](float16)"),
        ("vaddps", "xmm1, xmm2, xmm3, rn"),
        ("vmovaps", "zmm1(cdab), zmm2"),
        ("vmovaps", "ptr[rax](uint8), zmm1"),  # a store converts its register
        ("vmovnraps", "ptr[rax](eh), zmm1"),
        ("vgatherdps", "zmm1, ptr[rax + zmm2](uint8)"),  # needs a mask
        ("vfmadd233ps", "zmm1, zmm2, dword_bcst[rax](eh)"),
    ],
)
def test_mvex_refuses(mnemonic: str, operands: str) -> None:
    with pytest.raises(OperandError):
        selector(mnemonic)(eval(f"({operands})", {}, vars(x86_operands) | REGISTERS), (), "mvex")


def test_only_mvex_rounds_without_suppressing_exceptions() -> None:
    operands = (REGISTERS["zmm1"], REGISTERS["zmm2"], REGISTERS["zmm3"], x86_operands.rn)
    assert selector("vaddps")(operands).form.encoding == "MVEX"
    with pytest.raises(OperandError):
        selector("vaddps")(operands, (), "evex")


@pytest.mark.parametrize(
    "operand",
    ["zmm1(eh)", "ymm1(cdab)", "zmm1(cdab)(badc)", "ptr[rax](cdab)", "ptr[rax](uint8)(sint8)", "dword_bcst[rax](uint8)",
     "ptr[rax + zmm1(cdab)]", "ptr[zmm1(cdab)]", "zmm1(cdab) * 4"],
)  # fmt: skip
def test_conversions_of_what_has_none(operand: str) -> None:
    with pytest.raises(OperandError):
        eval(operand, {}, vars(x86_operands) | REGISTERS)


def test_converted_operands_are_the_same_when_copied() -> None:
    zmm3, ptr, rax = REGISTERS["zmm3"], x86_operands.ptr, REGISTERS["rax"]
    swizzled = zmm3(x86_operands.cdab)
    assert pickle.loads(pickle.dumps(swizzled)) is swizzled is zmm3(x86_operands.cdab)
    assert ptr[rax](x86_operands.uint8, eh) == ptr[rax](eh)(x86_operands.uint8)
    assert repr(ptr[rax](x86_operands.uint8, eh)) == "ptr[rax](uint8, eh)"


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
