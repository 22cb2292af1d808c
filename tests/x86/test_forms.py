"""Every form of the table: encoded with drawn operands, decoded by iced-x86, and compared."""

from __future__ import annotations

import pickle

import pytest

iced_x86 = pytest.importorskip("iced_x86")

import drawing  # noqa: E402
import iced  # noqa: E402

from jitney.errors import OperandError  # noqa: E402
from jitney.x86 import operands as x86_operands  # noqa: E402
from jitney.x86.forms import Form, forms, mnemonics  # noqa: E402
from jitney.x86.operands import REGISTERS, eh  # noqa: E402
from jitney.x86.select import Selector, selector  # noqa: E402

DRAWS = 6
ALL = [form for mnemonic in mnemonics() for form in forms(mnemonic)]
BRANCHES = [form for form in ALL if "D" in form.places]


@pytest.mark.parametrize("first", sorted({mnemonic[:2] for mnemonic in mnemonics()}))
def test_every_form_decodes_as_written(first: str) -> None:
    rng = drawing.Dealer(first)
    failures = []
    for form in ALL:
        if not form.mnemonic.startswith(first) or form in BRANCHES:
            continue
        for marks in drawing.marks(form) * DRAWS:
            operands = drawing.draw(form, rng, marks)
            if not iced.is_its_own(form, operands):
                continue
            try:
                iced.check(form, operands)
            except Exception as error:
                failures.append(f"{form} | {form.opcode}: {operands}: {type(error).__name__}: {error}")
                break
    assert not failures, f"{len(failures)} forms\n" + "\n".join(failures)


def test_mvex_comes_last_or_when_asked_for() -> None:
    rng = drawing.Dealer(1)
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
    iced.check_branch(form, distance)
