"""Operands as Python expressions: addresses summed in every order, masks, sizes, and all that must be refused."""

from __future__ import annotations

import contextlib
import copy
import pickle
import random
from functools import reduce
from operator import add
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jitney.errors import OperandError
from jitney.machine.sections import Symbol
from jitney.x86 import operands as x86
from jitney.x86.operands import REGISTERS, SIZES, Address, Label, Mem, ptr, qword, qword_bcst, register, z
from jitney.x86.select import selector

GENERAL = {bits: [r for r in REGISTERS.values() if r.family == f"r{bits}"] for bits in (32, 64)}
VECTORS = [r for r in REGISTERS.values() if r.family in ("xmm", "ymm", "zmm")]
rax, rbx, rcx, rsp, rbp, rip, eax = (REGISTERS[name] for name in "rax rbx rcx rsp rbp rip eax".split())
k0, k1, zmm1, fs, ah = (REGISTERS[name] for name in "k0 k1 zmm1 fs ah".split())
LABEL = Label("label")


class HasIndex:
    """A whole number that is no int."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __index__(self) -> Any:
        return self.value


# Nothing of this is an operand, a part of an address, a scale or a mask.
GARBAGE: list[Any] = [
    None, 1.5, float("nan"), 1j, "x", "", b"x", [], [1], (), {}, set(), object(), int, str, len, ..., NotImplemented,
    HasIndex("no"), HasIndex(None), range(3), slice(1, 2), "\ud800", lambda: 0,
]  # fmt: skip


def identify(garbage: Any) -> str:
    """A test's name for it, the same in every process."""
    return type(garbage).__name__


# Sums


def combination(address: Address) -> tuple[dict[str, int], int, Symbol | None]:
    """An address as a linear combination: how often it counts each register, the number, the label."""
    counts: dict[str, int] = {}
    if address.base is not None:
        counts[address.base.name] = 1
    if address.index is not None:
        counts[address.index.name] = counts.get(address.index.name, 0) + address.scale
    return counts, address.displacement, address.symbol


def summed(terms: list[Any], rng: random.Random) -> Any:
    """The sum of the terms in a random order, with random brackets."""
    terms = terms.copy()
    while len(terms) > 1:
        right = terms.pop(rng.randrange(len(terms)))
        left = terms.pop(rng.randrange(len(terms)))
        terms.append(left + right)
    return terms[0]


numbers = st.integers(-(1 << 33), 1 << 33) | st.sampled_from([0, 1, -1, 127, 128, -128, -129])


@st.composite
def legal_terms(draw: Any) -> tuple[list[Any], dict[str, int], int]:
    """Terms of an address that the processor has: [base] + [index*scale] + numbers."""
    bits = draw(st.sampled_from([32, 64]))
    base = draw(st.none() | st.sampled_from(GENERAL[bits]))
    index = draw(st.none() | st.sampled_from([r for r in GENERAL[bits] if r.number != 4]) | st.sampled_from(VECTORS))
    terms: list[Any] = []
    counts: dict[str, int] = {}
    if base is not None:
        terms.append(base)
        counts[base.name] = 1
    if index is not None:
        scale = draw(st.sampled_from([1, 2, 4, 8]))
        scaled = draw(st.sampled_from([index * scale, scale * index] + ([index] if scale == 1 else [])))
        terms.append(scaled)
        counts[index.name] = counts.get(index.name, 0) + scale
    total = 0
    for number in draw(st.lists(numbers, max_size=2)) if terms else [0]:
        terms.append(number)
        total += number
    if not any(isinstance(term, (x86.Reg, Address)) for term in terms):
        terms.append(rax)
        counts = {"rax": 1}
    return terms, counts, total


@given(legal_terms(), st.randoms(use_true_random=False))
def test_a_sum_is_the_same_address_in_every_order(drawn: tuple[list[Any], dict[str, int], int], rng: Any) -> None:
    terms, counts, total = drawn
    # Two numbers may meet each other first: then they are an int, which is no address but part of one.
    address = x86._as_address(summed(terms, rng))
    assert combination(address) == (counts, total, None)


TERMS: list[Any] = [
    *GENERAL[64], *GENERAL[32], rip, REGISTERS["eip"], *VECTORS[::7], LABEL, Label("other"), 8, -8, 0, 1 << 40,
    *(r * scale for r in GENERAL[64][:6] + GENERAL[32][:6] + VECTORS[::9] if r.number != 4 for scale in (1, 2, 8)),
    rsp * 1, REGISTERS["esp"] * 1, ah, REGISTERS["ax"], k1, REGISTERS["cr0"],
]  # fmt: skip


PARTS = [term for term in TERMS if not isinstance(term, (int, Symbol))]
SCALED = [term for term in TERMS if isinstance(term, Address)]


@settings(max_examples=400)
@given(st.sampled_from(PARTS), st.lists(st.sampled_from(TERMS), min_size=1, max_size=4))
def test_any_sum_is_what_it_says_or_refused(first: Any, rest: list[Any]) -> None:
    counts: dict[str, int] = {}
    for term in (first, *rest):
        parts = {term.name: 1} if isinstance(term, x86.Reg) else combination(term)[0] if term in SCALED else {}
        for name, times in parts.items():
            counts[name] = counts.get(name, 0) + times
    try:
        address = reduce(add, rest, first)
    except OperandError:
        return
    labels = [term for term in rest if isinstance(term, Symbol)]
    number = sum(term for term in rest if isinstance(term, int))
    assert len(labels) <= 1
    assert combination(address) == (counts, number, labels[0] if labels else None)
    assert address.base is None or address.base.family in ("r64", "r32", "rip")


def test_what_is_encoded_is_what_was_added() -> None:
    """The decoder finds the registers, the scale and the number that were written, or the address was refused."""
    pytest.importorskip("iced_x86")
    import iced

    rng = random.Random(7)
    encoded = {"lea": 0, "vgatherqpd": 0}
    for _ in range(6000):
        mnemonic = rng.choice(list(encoded))
        vectors = [t for t in PARTS if t in VECTORS or (isinstance(t, Address) and t.index in VECTORS)]
        terms = [rng.choice(PARTS), *(rng.choice(TERMS) for _ in range(rng.randrange(3)))]
        if mnemonic == "vgatherqpd":
            terms.append(rng.choice(vectors))
        found = selector(mnemonic)
        assert found is not None
        try:
            address = ptr[reduce(add, terms)]
            made = found((rax, address) if mnemonic == "lea" else (REGISTERS["zmm2"](k1), address))
        except OperandError:
            continue
        if made.fixups:
            continue
        encoded[mnemonic] += 1
        _, base, index, scale, displacement = iced.operands_of(iced.decode(made.data))[1]
        counts: dict[str, int] = {}
        for name, times in ((base, 1), (index, scale)):
            if name != "none":
                counts[name] = counts.get(name, 0) + times
        wanted, number, _ = combination(address.address)
        narrow = any(name in REGISTERS and REGISTERS[name].bits == 32 for name in wanted)
        mask = (1 << (32 if narrow else 64)) - 1
        assert (counts, displacement & mask) == (wanted, number & mask), f"{terms}: {made!r}"
    assert encoded["lea"] > 500 and encoded["vgatherqpd"] > 100


@pytest.mark.parametrize("bits", [32, 64])
def test_the_stack_pointer_is_never_an_index(bits: int) -> None:
    sp = REGISTERS["rsp" if bits == 64 else "esp"]
    other = GENERAL[bits][0]
    lea = selector("lea")
    assert lea is not None
    # By itself or beside another register it can only be the base.
    for address in (other + sp, sp + other):
        assert (address.base, address.index) == (sp, other)
    for scale in (2, 4, 8):
        with pytest.raises(OperandError, match=sp.name):
            sp * scale
    for wrong in (lambda: sp + sp, lambda: other * 2 + sp * 1 + sp, lambda: sp * 1 + sp):
        with pytest.raises(OperandError):
            wrong()
    # sp*1 alone means [sp], or nothing; never an address without it.
    for expression in (lambda: ptr[sp * 1], lambda: ptr[sp * 1 + 8]):
        try:
            made = lea((rax, expression()))
        except OperandError:
            continue
        plain = lea((rax, ptr[sp + made.operands[1].address.displacement]))
        assert made.data == plain.data


@pytest.mark.parametrize(
    "expression",
    [
        "rax + eax", "eax + rax*2", "rax + rbx + rcx", "rax*2 + rbx*2", "rip + rax", "rax + rip", "rip*2", "rip + rip",
        "k1 + 8", "ah + 8", "rax + k1", "zmm1 + zmm1", "rax + label + other", "rax*3", "rax*0", "rax*-1", "rax*2.0",
        "rax*True", "rax*'2'", "rax*None", "rax*rbx", "rax - rbx", "rax - label", "(rax + 8) - rbx", "k1*2", "ah*1",
        "(rax + 8)*2", "2*(rax + rbx)", "rax*2*2", "zmm1 - 1.5", "xmm1 + xmm2", "xmm1 + xmm2*2", "rax + 1.5",
        "1.5 + rax", "rax + '8'", "'8' + rax", "rax + None", "None + rax", "rax + [1]", "[1] + rax", "rax + (1,)",
        "(1,) + rax", "(1,) + (rax + 1)", "(rax + 1) + (1,)",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(expression: str) -> None:
    names = {**REGISTERS, "label": LABEL, "other": Label("other")}
    for _ in range(2):  # once more, as sums are remembered
        for warm in ("rax*1", "rax*2", "rax + rbx"):
            eval(warm, {}, names)
        with pytest.raises(OperandError):
            eval(expression, {}, names)


@pytest.mark.parametrize("expression", ["8 - rax", "8 - (rax + 8)", "-rax", "rax/2", "rax << 1", "-(rax + 8)", "~rax"])
def test_operators_that_addresses_do_not_have(expression: str) -> None:
    with pytest.raises(TypeError):
        eval(expression, {}, REGISTERS)


@pytest.mark.parametrize("text", ["rip + label + 8", "rip + 8 + label", "rip + (label + 8)", "label + (rip + 8)"])
def test_labels_in_addresses(text: str) -> None:
    address = eval(text, {}, {"rip": rip, "label": LABEL})
    assert tuple(address) == (rip, None, 1, 8, LABEL)


def test_a_label_and_a_number_are_an_address() -> None:
    assert tuple(ptr[LABEL + 8].address) == (None, None, 1, 8, LABEL)
    assert tuple(ptr[LABEL - 8].address) == (None, None, 1, -8, LABEL)


@pytest.mark.parametrize("garbage", GARBAGE, ids=identify)
def test_garbage_in_addresses(garbage: Any) -> None:
    address = rbx + 8
    for wrong in (
        lambda: rax + garbage, lambda: garbage + rax, lambda: rax - garbage, lambda: address + garbage,
        lambda: garbage + address, lambda: address - garbage, lambda: rax * garbage, lambda: garbage * rax,
        lambda: qword[garbage], lambda: qword[fs:garbage], lambda: qword[garbage:rax], lambda: qword[fs:rax:garbage],
        lambda: qword_bcst.to(garbage), lambda: zmm1(garbage), lambda: qword[rax](garbage), lambda: zmm1(k1, garbage),
    ):  # fmt: skip
        with contextlib.suppress(OperandError) if garbage is None else pytest.raises(OperandError):
            wrong()  # None is right for z and for what a slice leaves out


def test_numpy_scalars_are_whole_numbers() -> None:
    np = pytest.importorskip("numpy")
    for kind in (np.int8, np.uint8, np.int64, np.uint64, np.intp):
        eight = kind(8)
        assert rax + eight == eight + rax == rax + 8
        assert (rax + 1) + eight == eight + (rax + 1) == rax + 9
        assert rax + rcx * eight == rax + eight * rcx == rax + rcx * 8
        assert qword[eight] == qword[8]
        assert type((rax + eight).displacement) is int
        assert rax - eight == rax + -8
    for wrong in (np.float64(8), np.array([1, 2]), np.array(["x"])):
        with pytest.raises(OperandError):
            rax + wrong
        with pytest.raises(OperandError):
            (rax + 1) + wrong
        with pytest.raises(OperandError):
            qword[wrong]
        with pytest.raises(OperandError):
            qword_bcst.to(wrong)


@pytest.mark.parametrize("garbage", [*GARBAGE, rax + 8, qword, z, register, Mem], ids=identify)
def test_garbage_is_no_operand(garbage: Any) -> None:
    with pytest.raises(OperandError):
        x86.kind_of(garbage)


# Memory


def test_memory_shows_how_it_was_written() -> None:
    cases = {
        "qword[rbx + rcx*8 - 0x10]": qword[rbx + 8 * rcx - 16],
        "ptr[rip + label + 3]": ptr[rip + LABEL + 3],
        "qword[fs:0x28]": qword[fs:0x28],
        "ptr[-1]": ptr[-1],
        "qword_bcst.to(4)[rax]": qword_bcst.to(4)[rax],
        "zmm1 {k1}{z}": zmm1(k1, z),
        "qword[rax] {k1}": qword[rax](k1),
        "ptr[rax*1]": ptr[rax * 1],
    }
    for text, operand in cases.items():
        assert repr(operand) == text


@pytest.mark.parametrize("size", list(SIZES.values()), ids=repr)
def test_a_size_is_no_collection(size: x86.Size) -> None:
    """It has `[]`, by which Python would iterate over it without an end."""
    with pytest.raises(TypeError):
        iter(size)
    with pytest.raises(TypeError):
        rax in size  # noqa: B015


@pytest.mark.parametrize(
    "wrong",
    [lambda: qword[rax:rbx], lambda: qword[:], lambda: qword[8:rax], lambda: qword[fs:rax:1], lambda: qword[k1:rax]],
)
def test_what_is_no_segment_is_refused(wrong: Any) -> None:
    with pytest.raises(OperandError):
        wrong()


def test_masks() -> None:
    masked = zmm1(k1, z)
    assert (masked.operand, masked.mask, masked.zeroing) == (zmm1, k1, True)
    assert zmm1(k1) is not masked and not zmm1(k1).zeroing
    for wrong in (lambda: zmm1(k0), lambda: zmm1(rax), lambda: zmm1(k1, 1), lambda: zmm1(k1, k1)):
        with pytest.raises(OperandError):
            wrong()


def test_broadcasts_fill_a_vector() -> None:
    assert qword_bcst.to(8) is qword_bcst.to(8)
    for size, wrong in ((qword_bcst, 16), (qword_bcst, 3), (qword_bcst, 0), (qword, 2), (x86.word_bcst, 64)):
        with pytest.raises(OperandError):
            size.to(wrong)
    with pytest.raises(OperandError):
        qword_bcst.to(4.0)


@pytest.mark.parametrize(
    "operand",
    [rax, zmm1(k1, z), qword[fs : rax + 8 * rcx - 3], qword_bcst.to(4)[rax], ptr[rip + 4], z, x86.rn_sae, x86.sae],
    ids=repr,
)
def test_copies_are_the_same_operands(operand: Any) -> None:
    for copied in (copy.copy(operand), copy.deepcopy(operand), pickle.loads(pickle.dumps(operand))):
        assert copied == operand
        assert hash(copied) == hash(operand)
        assert repr(copied) == repr(operand)


def test_registers() -> None:
    for name, found in REGISTERS.items():
        assert register(name) is found is getattr(x86, name)
    for wrong in ("rzz", "", "RAX", None, 5):
        with pytest.raises(OperandError):
            register(wrong)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        x86.rzz  # noqa: B018
