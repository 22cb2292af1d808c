"""Where assemblers disagree, and why: what conformance.py need not call a mismatch.

Three tables. RESPELLED: the oracle has the instruction, but wants it written otherwise; its bytes are compared all the
same. REFUSED: the oracle does not have it. DIFFERENT: the oracle encodes the same instruction otherwise; its bytes must
be exactly those that the table derives, else they are a mismatch.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jitney.errors import AssemblyError
from jitney.x86.operands import REGISTERS, SIZES, Masked, Mem, Reg
from jitney.x86.select import selector
from jitney.x86.text import assemble

if TYPE_CHECKING:
    from conformance import Case

GNU, LLVM = "GNU as", "LLVM"
VERIFIED = {GNU: [(2, minor) for minor in range(40, 46)], LLVM: [22]}
"""The versions for which a difference without a reason is a mistake."""
FAMILIES = {register.name: register for register in REGISTERS.values() if register.family in ("r16", "r32", "r64")}
NARROW = {
    (bits, register.name): other.name
    for register in FAMILIES.values()
    for other in FAMILIES.values()
    if register.number == other.number
    for bits in (16, 32)
    if other.bits == bits
}


def _signed(match: re.Match[str]) -> str:
    return f"{match[1]}{int(match[2], 16) - (1 << 32):#x}"


def _as_16_bits(match: re.Match[str]) -> str:
    return f"{match[1]} {NARROW[16, match[2]]}"


def _far(match: re.Match[str]) -> str:
    register = match[2] and f"{NARROW[32, match[2][:-2]]}, "
    return f"rex.w {match[1]} {register or ''}fword ptr "


Respelling = tuple[str, str, "str | Callable[[re.Match[str]], str]", str]

RESPELLED: tuple[Respelling, ...] = (
    (GNU, r"^(\S*(?:256kl|enqcmds?|movdir64b|tilecfg)\b.*?)zmmword ptr ", r"\1",
     "512 bits of memory that are no vector are written without a size"),
    (GNU, r"(, |^\S+ )((?:\w+ ptr )?)(\[-?0x[0-9a-f]+\]|\[-?[0-9]\])\{", r"\1\2ds:\3{",
     "an address that is only a number, with braces after it, wants `ds:` before it"),
    (GNU, r"^((?:bextr|lwpins|lwpval) .*, )(0x[89a-f][0-9a-f]{7})$", _signed,
     "a 32-bit immediate beside 64-bit registers is written as signed"),
    (LLVM, r"^((?:bextr|lwpins|lwpval) .*, )(0x[89a-f][0-9a-f]{7})$", _signed,
     "a 32-bit immediate beside 64-bit registers is written as signed"),
    (GNU, r"^(lldt|lmsw|ltr|verr|verw) (\w+)$", _as_16_bits, "a selector is in a register of 16 bits"),
    (LLVM, r"^(lldt|lmsw|ltr|verr|verw|lkgs) (\w+)$", _as_16_bits, "a selector is in a register of 16 bits"),
    (GNU, r"^(call|jmp|lfs|lgs|lss) (\w+, )?(?:tbyte ptr )?(?=\[|\ws:)", _far,
     "a far pointer of 80 bits is `fword` after `rex.w`"),
    (GNU, r"^(sysexit|sysret)$", r"\1d", "the 32-bit one is `sysexitd`, `sysretd`"),
    (GNU, r"^getsecq$", "rex.w getsec", "`getsecq` is `getsec` after `rex.w`"),
    (LLVM, r"^getsecq$", "rex64 getsec", "`getsecq` is `getsec` after `rex64`"),
    (GNU, r"^(pcmpestr[im])64", r"rex.w \1", "`pcmpestri64` is `pcmpestri` after `rex.w`"),
    (GNU, r"^(vpcmpestr[im])64", r"\1q", "`vpcmpestri64` is `vpcmpestriq`"),
    (GNU, r"^(movsxd \w+), word ptr", r"\1, dword ptr", "the source of a 16-bit `movsxd` is of 32 bits"),
    (GNU, r"^(movsxd \w+), (\w+)$", lambda match: f"{match[1]}, {NARROW[32, match[2]]}",
     "the source of a 16-bit `movsxd` is of 32 bits"),
    *((oracle, pattern, r"\1", "an implied operand is not written")
      for oracle in (GNU, LLVM)
      for pattern in (r"^(f\w+ )st\(0\), (?=st)", r"^((?:hreset|loadiwkey) .*?), eax(?:, xmm0)?$",
                      r"^((?:tpause|umwait) \w+), edx, eax$")),
    *((oracle, r"^(v?maskmov(?:q|dqu)) \w+ ptr (?:(\w\w):)?\[rdi\],", r"\2 \1",
       "an implied operand is not written, and its segment is a prefix")
      for oracle in (GNU, LLVM)),
    (LLVM, r"^((?:clrssbsy|rstorssp) )qword ptr ", r"\1", "a shadow-stack token is written without a size"),
    (LLVM, r"^(vcvtu?si2s[sdh] \w+, \w+), (\w+), (\{..-sae\})$", r"\1, \3, \2",
     "a rounding mode stands before a general register"),
)  # fmt: skip


def respelled(oracle: str, text: str) -> tuple[str, str] | None:
    """The text as an oracle wants it that refused it, and what it wants."""
    before = re.match(r"(?:\{\w+\} |(?:lock|rep\w*|xacquire|xrelease|bnd|notrack|h?n?t) )*", text)[0]  # type: ignore[index]
    for name, pattern, replacement, reason in RESPELLED:
        if name == oracle:
            changed = re.sub(pattern, replacement, text.removeprefix(before))
            if before + changed != text:
                segment = re.match(r"(?:[c-gs]s )?", changed)[0]  # type: ignore[index]
                return segment + before + changed.removeprefix(segment), reason
    return None


# Features whose instructions an oracle has no word for: newer than it, or older than it cares for.
UNKNOWN = {
    GNU: frozenset("AMX_COMPLEX AVX_VNNI_INT16 FRED LKGS PADLOCK_PHE PCOMMIT SHA512 SM3 SM4 TSE UDBG".split()),
    LLVM: frozenset("MCOMMIT MPX PADLOCK_PHE PCOMMIT UDBG".split()),
}
NO_SUCH = ("no such instruction", "invalid instruction mnemonic")
Refusal = tuple["tuple[str, ...]", "Callable[[Case, str], object]", str]


def _named(*names: str) -> Callable[[Case, str], bool]:
    return lambda case, _: case.form.mnemonic in names


REFUSED: tuple[Refusal, ...] = (
    ((GNU, LLVM), lambda case, _: "knc" in case.form.notes, "Knights Corner (MVEX) is unknown to it"),
    ((GNU, LLVM), _named("reservednop"), "a reserved encoding has no name in assemblers"),
    ((GNU, LLVM), _named("undoc", "ccs_hash", "ccs_encrypt", "xsha512_alt", "xstore_alt"),
     "an undocumented instruction"),
    ((GNU, LLVM), lambda case, _: str(case.form) == "bswap r16", "undefined by the manual"),
    ((GNU, LLVM), lambda case, _: "{er}" in str(case.form) and "{r" in case.text and re.search(
        r"cvtu?(dq|si)2[ps]d", case.form.mnemonic), "the conversion is exact, and the manual has no rounding mode"),
    ((GNU,), lambda case, _: re.search(r"\bv?maskmov\S* \w+ ptr [es]s:\[rdi\]", case.text),
     "it takes no prefix es or ss, which the processor ignores"),
    ((GNU,), lambda case, _: case.form.mnemonic in ("tpause", "umwait") and "r64" in str(case.form),
     "the manual has a 32-bit register only"),
    ((GNU,), lambda case, _: case.form.mnemonic == "vmovw" and "r64" in str(case.form),
     "a 64-bit register, with W1: it has the 32-bit one only"),
    ((GNU, LLVM), _named("fstpnce", "ud0", "int1", "fdisi", "feni", "fndisi", "fneni", "fsetpm", "fnsetpm", "vmgexit",
                         "pcmpestri64", "pcmpestrm64", "vpcmpestri64", "vpcmpestrm64"), "unknown to it by this name"),
    ((LLVM,), lambda case, _: str(case.form) in ("call r/m16", "jmp r/m16"), "AMD only, and unknown to it"),
    ((LLVM,), lambda case, _: re.fullmatch(r"mov[sz]xd? r(16|32), r/m\1", str(case.form)),
     "a move that extends nothing"),
    ((LLVM,), lambda case, _: re.fullmatch(r"v(gather|scatter)pf[01][dq]p[sd]", case.form.mnemonic),
     "its Intel syntax cannot express the mask of a prefetch"),
    ((LLVM,), lambda case, _: "bnd" in case.prefixes, "it has no such prefix"),
)  # fmt: skip


def _flipped(case: Case) -> Iterator[bytes]:
    """The two sources of a commutative VEX instruction in the other order, which spares a byte."""
    if case.form.encoding == "VEX" and len(case.operands) >= 3:
        first, second, third, *rest = case.operands
        yield from _encodings(case, (first, third, second, *rest))


def _exchanged(case: Case) -> Iterator[bytes]:
    if case.form.mnemonic in ("xchg", "test"):
        yield from _encodings(case, case.operands[::-1])


def _other_forms(case: Case) -> Iterator[bytes]:
    """The same operands in every form that takes them."""
    for form in selector(case.form.mnemonic).forms:
        yield from _encodings(case, case.operands, form.opcode)


def _as_wanted(case: Case) -> Iterator[bytes]:
    """The same but for the order of prefixes, or a segment override that says what is so anyway."""
    yield case.wanted


def _even_mask(case: Case) -> Iterator[bytes]:
    """A pair of mask registers, of which the first is even."""
    if "k1+1" in str(case.form):
        first = case.operands[0]
        yield from _encodings(case, (REGISTERS[f"k{first.number & 6}"], *case.operands[1:]))


def _to_wide_register(case: Case) -> Iterator[bytes]:
    if str(case.form) == "mov r/m16, Sreg" and isinstance(case.operands[0], Reg):
        yield from _encodings(case, (REGISTERS[NARROW[32, case.operands[0].name]], case.operands[1]))


def _without_width(case: Case) -> Iterator[bytes]:
    if case.form.mnemonic in ("tpause", "umwait"):
        yield from _encodings(case, (REGISTERS[NARROW[32, case.operands[0].name]], *case.operands[1:]))


def _far_of_32_bits(case: Case) -> Iterator[bytes]:
    """The far call or jump by a pointer of 16:32 bits."""
    if case.form.mnemonic in ("call", "jmp") and isinstance(case.operands[0], Mem):
        pointer = tuple.__new__(Mem, (SIZES["fword"], *case.operands[0][1:]))
        opcode = "FF /3" if case.form.mnemonic == "call" else "FF /5"
        notrack = b"\x3e" if "notrack" in case.prefixes else b""
        for data in _encodings(case._replace(prefixes=()), (pointer,), opcode):
            yield notrack + data


def _without_hint(case: Case) -> Iterator[bytes]:
    if "{disp32}" in case.text and set(case.prefixes) & {"xacquire", "xrelease"}:
        yield selector(case.form.mnemonic).choose(case.operands, case.prefixes, None).data


def _without_segment(case: Case) -> Iterator[bytes]:
    if case.form.mnemonic == "xlatb":
        yield b"\xd7"


def _pseudo_operation(case: Case) -> Iterator[bytes]:
    """What the name stands for outside of Knights Corner, which has an instruction of that name."""
    if case.form.mnemonic == "vpcmpltd":
        yield assemble(case.text)


def _encodings(case: Case, operands: tuple[Any, ...], opcode: str | None = None) -> Iterator[bytes]:
    hints = tuple(hint for hint in ("vex3", "evex", "disp32") if f"{{{hint}}}" in case.text)
    try:
        words = (*hints, opcode) if opcode else hints
        yield selector(case.form.mnemonic).choose(operands, case.prefixes, words or None).data
    except AssemblyError:
        return


Difference = tuple["tuple[str, ...]", "Callable[[Case], Iterable[bytes]]", str]

DIFFERENT: tuple[Difference, ...] = (
    ((GNU, LLVM), _as_wanted, "it writes prefixes in another order, or a segment override that says what is so anyway"),
    ((LLVM,), _flipped, "it exchanges the sources of a commutative instruction where that spares a byte"),
    ((LLVM,), _exchanged, "it puts the operands of `xchg` and `test` in the other order"),
    ((LLVM,), _even_mask, "it encodes the pair of mask registers by its even one, which is the same to the processor"),
    ((LLVM,), _to_wide_register, "it leaves out 66, and so writes the whole register where Intel says 16 bits"),
    ((LLVM,), _without_width, "it leaves out REX.W, as the upper half is not looked at"),
    ((LLVM,), _far_of_32_bits, "it takes memory of any size but 64 bits for a far pointer of 16:32"),
    ((LLVM,), _without_hint, "it forgets `{disp32}` after `xacquire` and `xrelease`"),
    ((GNU, LLVM), _pseudo_operation, "the name is that of an AVX-512 pseudo-operation too"),
    ((LLVM,), _without_segment, "it drops the segment of `xlatb`"),
    ((GNU, LLVM), _other_forms, "it prefers another encoding of the same instruction"),
)
LEGACY = frozenset(b"\x26\x2e\x36\x3e\x64\x65\x66\x67\xf0\xf2\xf3\x9b")
SEGMENTS = {"ds": 0x3E, "ss": 0x36}


def _normal(case: Case, data: bytes) -> tuple[list[int], bytes]:
    """The legacy prefixes of an instruction, sorted and without the segment override of its operand if it may be
    redundant; and the rest."""
    count = next((at for at, byte in enumerate(data) if byte not in LEGACY), len(data))
    prefixes = sorted(data[:count])
    for operand in case.operands:
        memory = operand[0] if isinstance(operand, Masked) else operand
        if isinstance(memory, Mem) and memory.segment is not None and SEGMENTS.get(memory.segment.name) in prefixes:
            prefixes.remove(SEGMENTS[memory.segment.name])
    return prefixes, data[count:]


def explained(oracle: str, case: Case, answer: bytes | str) -> str | None:
    """Why an oracle refuses a case, or has other bytes; None if nothing explains it."""
    if isinstance(answer, str):
        for oracles, refuses, reason in REFUSED:
            if oracle in oracles and refuses(case, answer):
                return f"refused: {reason}"
        if answer.startswith(NO_SUCH) and (features := sorted(case.form.features & UNKNOWN[oracle])):
            return f"refused: {features[0]} is unknown to it"
        return None
    normal = _normal(case, answer)
    for oracles, derive, reason in DIFFERENT:
        if oracle in oracles and any(_normal(case, data) == normal for data in derive(case)):
            return reason
    return None
