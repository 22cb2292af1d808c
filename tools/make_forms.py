"""Write `src/jitney/x86/forms.txt`, the table of every x86-64 instruction form, from the facts that iced-x86 exposes.

Usage: python tools/make_forms.py [--check]

The decoder library knows, for each of its instruction codes, the opcode string and the operand notation of the Intel
manual, the exact kind of each operand, the processor feature, and what the instruction reads and writes. This script
asks it for the codes that are valid in 64-bit mode and writes one line for each. With `--check` it writes nothing and
fails when the file differs from what would be written.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import version
from pathlib import Path

import iced_x86
from iced_x86 import Code, Instruction, InstructionInfoFactory, OpCodeInfo

FORMS = Path(__file__).resolve().parent.parent / "src" / "jitney" / "x86" / "forms.txt"

HEADER = """\
# Every instruction form that is valid in 64-bit mode: one line a form, in the notation of the Intel manual (SDM vol. 2,
# section 3.1.1). Made by tools/make_forms.py from the tables of iced-x86 {version}; do not edit.
#
# mnemonic | operands | opcode | Op/En | access | flags | implied | features | notes
#
# operands   r32 a register; r/m32 a register or 32 bits of memory; xmm2/m64 likewise; m32bcst a broadcast element;
#            {{k1}}{{z}} takes a mask, with zeroing; {{er}} takes a rounding mode, {{sae}} suppresses exceptions;
#            imm8 an immediate; simm8 one that is sign-extended to the operand size; rel8 a branch target; vm32x
#            memory indexed by a vector of 32-bit indices in an xmm register; moffs64 memory at an absolute 64-bit
#            address; <...> an operand that is implied, and may be left out. MVEX (Knights Corner): m128bcst and
#            m256bcst, four elements that are broadcast; {{swizzle}} a register may be permuted within each four
#            elements (cdab, badc, dacb, aaaa, bbbb, cccc or dddd); {{float16,uint8}} types that memory may have, or
#            that a register may be converted to as it is stored; {{eh}} memory may carry an eviction hint.
# opcode     o16: operand-size prefix 66. REX.W: 64-bit operand size. a32: address-size prefix 67. NP: no prefix
#            allowed. /r /0../7: ModRM.reg is a register / an opcode extension. ib iw id io: immediate of 1, 2, 4, 8
#            bytes. cb cw cd: displacement of a branch. mo: absolute address. +rd, +i: register in the low bits of
#            the opcode. /is4: register in the high nibble of an immediate byte. 11:rrr:bbb: register form only,
#            !(11) memory only. EH0 EH1: the eviction hint is part of the opcode.
# Op/En      where each operand lives: R ModRM.reg, M ModRM.rm, V VEX.vvvv, O opcode, I immediate, S high nibble of
#            the immediate byte, T its low nibble, D branch displacement, A absolute address, - nowhere (implied).
# access     for each operand: r read, w written, rw both, c before either: perhaps; n memory is addressed but not
#            touched; - not even its address is looked at. An operand that is w here is rw under a merging mask, unless
#            a note says whole. All registers of a group such as zmm2+3, the four of which zmm2 is one, are treated so.
# flags      r: read, w: written, 0: cleared, 1: set, u: left undefined. Flags: O S Z A C P D I (EFLAGS), L
#            (alignment check), U (user interrupt flag), a b c d (x87 condition codes C0 to C3).
# implied    registers read and written besides the operands, and memory as [base]. With a prefix rep or repne also
#            rcx:rw.
# features   processor features needed, by the decoder library's names; all of them.
# notes      N16 B4: EVEX and MVEX 8-bit displacements count 16 bytes, with broadcast 4. lock, rep, repne, bnd,
#            notrack, xacquire, xrelease, ht (branch hint): prefixes allowed. amd: only AMD processors take it in
#            64-bit mode. k!: a mask is required. k:rw: the mask is written too. whole: a masked result does not depend
#            on what it was. distinct: the vector registers must differ; own-dest: the first
#            from the others. r64=r32: takes 64-bit registers too, with the same result, which spares a prefix;
#            r16=r32 likewise. swapped: operands in the other order, which assemblers take too. late: a VEX form that
#            assemblers choose after the EVEX one. 9b: a wait instruction comes first. knc: Knights Corner only.
#            !rip: not with an address relative to rip. a64!: only with 64-bit addresses. rare: chosen only where
#            nothing else will do.
"""


def constants(cls: object) -> dict[int, str]:
    return {v: k for k, v in vars(cls).items() if isinstance(v, int) and k.isupper()}


KIND = constants(iced_x86.OpCodeOperandKind)
REGISTER = constants(iced_x86.Register)
FEATURE = constants(iced_x86.CpuidFeature)
TUPLE = constants(iced_x86.TupleType)
OPTION = constants(iced_x86.DecoderOptions)
MVEX_TUPLE = constants(iced_x86.MvexTupleTypeLutKind)
MVEX_FUNCTION = constants(iced_x86.MvexConvFn)
ACCESS = {0: "-", 1: "r", 2: "cr", 3: "w", 4: "cw", 5: "rw", 6: "rcw", 7: "n"}
FLAGS = "OSZACPDILUabcd"  # in the order of RflagsBits

# What an operand kind is called where the decoder's own text is ambiguous or silent.
TEXT = {
    "IMM8SEX16": "simm8",
    "IMM8SEX32": "simm8",
    "IMM8SEX64": "simm8",
    "IMM32SEX64": "simm32",
    "IMM8_CONST_1": "1",
    "ST0": "st(0)",
    "STI_OPCODE": "st(i)",
}
# Where an operand kind is encoded.
PLACE = {
    **dict.fromkeys(
        "R8_REG R16_REG R32_REG R64_REG R32_REG_MEM R64_REG_MEM MM_REG XMM_REG YMM_REG ZMM_REG".split(), "R"
    ),
    **dict.fromkeys("K_REG KP1_REG BND_REG CR_REG DR_REG SEG_REG TMM_REG".split(), "R"),
    **dict.fromkeys("R32_VVVV R64_VVVV K_VVVV XMM_VVVV YMM_VVVV ZMM_VVVV TMM_VVVV XMMP3_VVVV ZMMP3_VVVV".split(), "V"),
    **dict.fromkeys("R8_OPCODE R16_OPCODE R32_OPCODE R64_OPCODE STI_OPCODE".split(), "O"),
    **dict.fromkeys("XMM_IS4 YMM_IS4 XMM_IS5 YMM_IS5".split(), "S"),
    **dict.fromkeys("IMM8 IMM8SEX16 IMM8SEX32 IMM8SEX64 IMM16 IMM32 IMM32SEX64 IMM64".split(), "I"),
    **dict.fromkeys("BR16_1 BR64_1 BR16_2 BR64_4 XBEGIN_2 XBEGIN_4".split(), "D"),
    **dict.fromkeys("AL AX EAX RAX CL DX ST0 ES FS GS IMM8_CONST_1".split(), "-"),
    **dict.fromkeys("ES_RDI SEG_RSI SEG_RDI SEG_RBX_AL".split(), "-"),
    "IMM4_M2Z": "T",
    "MEM_OFFS": "A",
}
IMPLIED_MEMORY = {"ES_RDI": "es:rdi", "SEG_RSI": "ds:rsi", "SEG_RDI": "ds:rdi", "SEG_RBX_AL": "ds:rbx+al"}
# Operand kinds whose address is of 64 bits always.
ADDRESS_64 = {"R64_OR_MEM_MPX", "BND_OR_MEM_MPX", "MEM_MPX", "MEM_MIB", "R64_REG_MEM"}
# Operand kinds that are one register.
FIXED = {
    name: getattr(iced_x86.Register, name) for name in ("AL", "AX", "EAX", "RAX", "CL", "DX", "ST0", "ES", "FS", "GS")
}
# Forms whose 64-bit variant does what the 32-bit one does: the upper half is zero or ignored. Assemblers
# spare the REX prefix there.
WIDE_FOR_FREE = {
    "mov r32/m16, Sreg", "str r32/m16", "sldt r32/m16", "extractps r/m32, xmm1, imm8",
    "vextractps r/m32, xmm1, imm8", "pextrw r32, mm, imm8", "pextrw r32, xmm, imm8", "vpextrw r32, xmm1, imm8",
    "pextrb r32/m8, xmm2, imm8", "vpextrb r32/m8, xmm2, imm8", "pextrw r32/m16, xmm, imm8",
    "vpextrw r32/m16, xmm2, imm8", "pinsrb xmm1, r32/m8, imm8", "pinsrw mm, r32/m16, imm8",
    "pinsrw xmm, r32/m16, imm8", "vpinsrb xmm1, xmm2, r32/m8, imm8",
    "vpinsrw xmm1, xmm2, r32/m16, imm8", "movmskps r32, xmm", "movmskpd r32, xmm", "vmovmskps r32, xmm2",
    "vmovmskpd r32, xmm2", "vmovmskps r32, ymm2", "vmovmskpd r32, ymm2", "pmovmskb r32, mm", "pmovmskb r32, xmm",
    "vpmovmskb r32, xmm1", "vpmovmskb r32, ymm1",
}  # fmt: skip
# Forms that look at the low 16 bits of a register, whatever its width.
ANY_WIDTH = {"mov Sreg, r32/m16"} | {f"{name} r32/m16" for name in ("lkgs", "lldt", "ltr", "lmsw", "verr", "verw")}


# Bytes of memory that an MVEX instruction touches without a conversion, by the end of its tuple type's name.
MVEX_BYTES = {"": 64, "HALF": 32, "4TO16": 16, "4TO8": 32, "1TO16_OR_ELEM": 4, "1TO8_OR_ELEM": 8}
# Types that memory is converted from or to, by MVEX.SSS; 1 and 2 are broadcasts of one and of four elements.
MVEX_TYPES = {3: "float16", 4: "uint8", 5: "sint8", 6: "uint16", 7: "sint16"}


def mvex_bytes(info: OpCodeInfo) -> tuple[int, int]:
    """Bytes of memory that an MVEX instruction touches without a conversion, and those of an element."""
    element, _, shape = MVEX_TUPLE[info.mvex_tuple_type_lut_kind].partition("_")
    return MVEX_BYTES[shape], int(element[-2:]) // 8


def mvex_text(info: OpCodeInfo, text: str, kind: str) -> str:
    """`zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8}{eh}{er}` where the decoder says just `Sf32(zmm3/mt)`."""
    if kind not in ("ZMM_REG", "ZMM_OR_MEM", "MEM", "MEM_VSIB32Z"):
        return text
    if info.mvex_ignores_op_mask_register:
        return "m8"  # any byte of a cache line
    parts = re.fullmatch(r"(?:[A-Z][a-z]\d\d\()?([^(){}]+)\)?(.*)", text)
    assert parts
    body, marks = parts.groups()
    allowed = info.mvex_valid_conversion_funcs_mask
    unit, element = mvex_bytes(info)
    if "PACK" in info.instruction_string:  # by elements, but up to a whole vector
        unit = 64
    memory = kind != "ZMM_REG"
    if memory:
        body = re.sub(r"m(vt|t|)$", "vm32z" if "VSIB" in kind else f"m{8 * unit}", body)
    if kind == "ZMM_OR_MEM":
        body += "".join(f"/m{8 * element * count}bcst" for bit, count in ((1, 1), (2, 4)) if allowed >> bit & 1)
        marks += "{swizzle}" if info.mvex_valid_swizzle_funcs_mask > 1 else ""
    names = ",".join(name for bit, name in MVEX_TYPES.items() if allowed >> bit & 1)
    stores = MVEX_FUNCTION[info.mvex_conversion_func][0] == "D"
    marks += f"{{{names}}}" if names and memory != stores else ""
    marks += "{eh}" if memory and info.mvex_can_use_eviction_hint else ""
    if kind == "ZMM_OR_MEM" and info.can_suppress_all_exceptions:
        in_immediate = info.mvex_can_use_imm_rounding_control
        marks += "{er}" if info.can_use_rounding_control and not in_immediate else "{sae}"
    return body + marks


def memory_bits(info: OpCodeInfo) -> int:
    return int(iced_x86.MemorySizeInfo(info.memory_size).size) * 8


def operand_texts(info: OpCodeInfo) -> list[tuple[str, str]]:
    """(text, place) of each operand, implied ones included."""
    _, _, rest = info.instruction_string.partition(" ")
    shown = [text.strip() for text in rest.split(", ")] if rest else []
    kinds = [KIND[kind] for kind in info.op_kinds()]
    implied = [text for text in shown if text.startswith("<") and "-" not in text]
    shown = [text for text in shown if not text.startswith("<")]
    visible = len(shown)
    operands = []
    for position, kind in enumerate(kinds):
        hidden = len(kinds) - position > len(shown) or (kind in IMPLIED_MEMORY)
        if not visible or hidden:
            if kind in IMPLIED_MEMORY:
                text = f"<m{memory_bits(info)} {IMPLIED_MEMORY[kind]}>"
            else:
                text = f"<{TEXT.get(kind, kind.lower())}>"
        else:
            text = shown.pop(0).replace(" ", "")
            text = TEXT.get(kind, text)
            if info.encoding == iced_x86.EncodingKind.MVEX:
                text = mvex_text(info, text, kind)
        if text in ("AL", "AX", "EAX", "RAX", "CL", "DX", "FS", "GS", "ES"):
            text = text.lower()
        place = PLACE.get(kind) or "M"
        operands.append((text, place))
    operands += [(text.lower(), "-") for text in implied]
    return operands


def sample(info: OpCodeInfo, masked: bool = False) -> Instruction:
    """An instruction of this form with operands that no form implies, so that what is implied stands out."""
    r = iced_x86.Register
    pools = {
        "R8": [r.R9L, r.R10L, r.R12L], "R16": [r.R9W, r.R10W, r.R12W], "R32": [r.R9D, r.R10D, r.R12D],
        "R64": [r.R9, r.R10, r.R12], "XMM": [r.XMM20, r.XMM21, r.XMM22, r.XMM23, r.XMM24],
        "YMM": [r.YMM20, r.YMM21, r.YMM22, r.YMM23, r.YMM24], "ZMM": [r.ZMM20, r.ZMM21, r.ZMM22, r.ZMM23, r.ZMM24],
        "MM": [r.MM5, r.MM6], "K": [r.K5, r.K6, r.K7], "KP1": [r.K4], "BND": [r.BND2, r.BND3], "CR": [r.CR8],
        "DR": [r.DR5], "SEG": [r.DS], "TMM": [r.TMM5, r.TMM6, r.TMM7], "STI": [r.ST5], "XMMP3": [r.XMM28],
        "ZMMP3": [r.ZMM28],
    }  # fmt: skip
    used: dict[str, int] = {}
    instruction = Instruction.create(info.code)
    if masked:
        instruction.op_mask = r.K1
    instruction.len = 4
    instruction.has_rep_prefix = info.mandatory_prefix == iced_x86.MandatoryPrefix.PF3
    for position, code in enumerate(info.op_kinds()):
        kind = KIND[code]
        family = kind.split("_")[0]
        if kind in FIXED:
            instruction.set_op_kind(position, iced_x86.OpKind.REGISTER)
            instruction.set_op_register(position, FIXED[kind])
        elif kind in IMPLIED_MEMORY or kind.startswith(("MEM", "SIBMEM")):
            memory_kind = {
                "ES_RDI": iced_x86.OpKind.MEMORY_ESRDI, "SEG_RSI": iced_x86.OpKind.MEMORY_SEG_RSI,
                "SEG_RDI": iced_x86.OpKind.MEMORY_SEG_RDI,
            }.get(kind, iced_x86.OpKind.MEMORY)  # fmt: skip
            instruction.set_op_kind(position, memory_kind)
            if memory_kind == iced_x86.OpKind.MEMORY:
                instruction.memory_base = r.R14 if kind != "SEG_RBX_AL" else r.RBX
                if "VSIB" in kind:
                    instruction.memory_index = {"X": r.XMM19, "Y": r.YMM19, "Z": r.ZMM19}[kind[-1]]
                elif kind == "SEG_RBX_AL":
                    instruction.memory_index = r.AL
        elif family in pools:
            number = used.get(family, 0)
            used[family] = number + 1
            instruction.set_op_kind(position, iced_x86.OpKind.REGISTER)
            instruction.set_op_register(position, pools[family][number])
        elif kind.startswith("IMM"):
            instruction.set_op_kind(position, iced_x86.OpKind.IMMEDIATE8)
            instruction.set_immediate_u64(position, 3)  # a shift by 0 would touch no flags
    return instruction


def both(one: str, other: str) -> str:
    """What two accesses come to, such as cr and w to crw."""
    return "".join(
        letter if any(letter in access.replace(f"c{letter}", "") for access in (one, other)) else f"c{letter}"
        for letter in "rw"
        if letter in one + other
    )


def under_mask(info: OpCodeInfo, factory: InstructionInfoFactory) -> str:
    """What a mask changes: `k:rw` if it is written itself, `whole` if the result does not depend on what it was."""
    if not info.can_use_op_mask_register:
        return ""
    facts = factory.info(sample(info, masked=True))
    mask = {ACCESS[use.access] for use in facts.used_registers() if use.register == iced_x86.Register.K1}
    result = ACCESS[facts.op_access(0)]
    return "k:rw" if mask - {"r"} else "whole" if result == "w" and "k1" in operand_texts(info)[0][0] else ""


def effects(info: OpCodeInfo, factory: InstructionInfoFactory) -> tuple[str, str, str]:
    """The columns access, flags and implied."""
    instruction = sample(info)
    facts = factory.info(instruction)
    access = " ".join(ACCESS[facts.op_access(position)] for position in range(len(info.op_kinds())))
    full = iced_x86.RegisterExt.full_register
    explicit = {
        full(instruction.op_register(position))
        for position in range(len(info.op_kinds()))
        if instruction.op_kind(position) == iced_x86.OpKind.REGISTER
    }
    if iced_x86.OpCodeOperandKind.SEG_RBX_AL not in info.op_kinds():
        explicit |= {full(instruction.memory_base), full(instruction.memory_index)}
    explicit -= {full(register) for register in FIXED.values()}
    implied: dict[str, str] = {}
    grouped = any("+" in text for text, _ in operand_texts(info))
    for use in facts.used_registers():
        name = REGISTER[use.register].lower()
        if full(use.register) in explicit or (grouped and name[:1] in "kzx"):
            continue
        implied[name] = both(implied.get(name, ""), ACCESS[use.access])
    if "zmm15" in implied:  # vzeroupper and vzeroall name all sixteen
        implied = {"xmm0-15": "r", "zmm0-15": "w"} if "xmm15" in implied else {"zmm0-15": "w"}
    places = [f"{name}:{letters}" for name, letters in implied.items()]
    for use in facts.used_memory():
        if use.base in (iced_x86.Register.RSP, iced_x86.Register.RBP):
            places.append(f"[{REGISTER[use.base].lower()}]:{ACCESS[use.access]}")
    parts = []
    for letter, bits in (
        ("r", instruction.rflags_read), ("w", instruction.rflags_written), ("0", instruction.rflags_cleared),
        ("1", instruction.rflags_set), ("u", instruction.rflags_undefined),
    ):  # fmt: skip
        names = "".join(name for position, name in enumerate(FLAGS) if bits >> position & 1)
        if names:
            parts.append(f"{letter}:{names}")
    return access, " ".join(parts), " ".join(places)


def opcode_text(info: OpCodeInfo) -> str:
    words = []
    for word in info.op_code_string.split():
        if word == "o64":
            if info.default_op_size64 or info.force_op_size64 or info.intel_force_op_size64:
                continue
            word = "REX.W"
        elif word in ("o32", "a64"):
            continue
        words.append(word)
    return " ".join(words)


def notes(info: OpCodeInfo, mnemonic: str, operands: str) -> str:
    found = []
    tuple_type = TUPLE[info.tuple_type]
    if match := re.fullmatch(r"N(\d+)(?:B(\d+))?", tuple_type):
        if info.encoding == iced_x86.EncodingKind.EVEX:
            found += [f"N{match[1]}"] + ([f"B{match[2]}"] if match[2] else [])
    if info.encoding == iced_x86.EncodingKind.MVEX:
        unit, element = mvex_bytes(info)
        found += [f"N{unit}"] + ([f"B{element}"] if "bcst" in operands else [])
    for name, allowed in (
        ("lock", info.can_use_lock_prefix), ("rep", info.can_use_rep_prefix), ("repne", info.can_use_repne_prefix),
        ("bnd", info.can_use_bnd_prefix), ("notrack", info.can_use_notrack_prefix),
        ("xacquire", info.can_use_xacquire_prefix), ("xrelease", info.can_use_xrelease_prefix),
        ("ht", info.can_use_hint_taken_prefix), ("amd", not info.intel_decoder64),
        ("k!", info.require_op_mask_register),
        ("distinct", info.requires_unique_reg_nums),
        ("own-dest", info.requires_unique_dest_reg_num),
        ("r64=r32", f"{mnemonic} {operands}" in WIDE_FOR_FREE | ANY_WIDTH),
        ("r16=r32", f"{mnemonic} {operands}" in ANY_WIDTH),
        ("late", FEATURE[Instruction.create(info.code).cpuid_features()[0]] in ("AVX_VNNI", "AVX_IFMA")
         or (mnemonic == "vcvtneps2bf16" and info.encoding == iced_x86.EncodingKind.VEX)),
        ("9b", info.fwait), ("knc", OPTION.get(info.decoder_option) == "KNC"),
        ("!rip", any(KIND[kind] in ("MEM_MPX", "MEM_MIB") for kind in info.op_kinds())),
        ("a64!", any(KIND[kind] in ADDRESS_64 for kind in info.op_kinds())),
        ("rare", OPTION[info.decoder_option] not in ("NONE", "KNC") or info.is_reserved_nop or mnemonic == "sal"
         or (mnemonic == "push" and operands in ("imm16", "simm8") and info.operand_size == 16)),
    ):  # fmt: skip
        if allowed:
            found.append(name)
    return " ".join(found)


def swapped(row: tuple[str, ...]) -> tuple[str, ...]:
    """The form of a commutative instruction that takes its operands in the other order, as assemblers do."""
    mnemonic, operands, opcode, places, access, *rest, found = row
    operands = ", ".join(reversed(operands.split(", ")))
    access = " ".join(reversed(access.split()))
    return (mnemonic, operands, opcode, places[::-1], access, *rest, f"{found} swapped".strip())


def lines() -> list[str]:
    factory = InstructionInfoFactory()
    rows: list[tuple[str, ...]] = []
    for name, code in vars(Code).items():
        if not isinstance(code, int) or not name.isupper():
            continue
        info = OpCodeInfo(code)
        if not (info.mode64 and info.is_instruction):
            continue
        mnemonic = info.instruction_string.partition(" ")[0].lower()
        operands = operand_texts(info)
        text = ", ".join(text for text, _ in operands)
        access, flags, implied = effects(info, factory)
        access += " r" * (len(operands) - len(access.split()))
        features = " ".join(FEATURE[feature] for feature in Instruction.create(code).cpuid_features())
        places = "".join(place for _, place in operands)
        columns = (mnemonic, text, opcode_text(info), places, access.strip(), flags, implied, features)
        rows.append((*columns, f"{notes(info, mnemonic, text)} {under_mask(info, factory)}".strip()))
    rows += [
        swapped(row)
        for row in rows
        if (row[0] == "xchg" or (row[0] == "test" and row[3] == "MR")) and row[1][:1] != "<"
    ]
    order = {mnemonic: position for position, mnemonic in enumerate(sorted({row[0] for row in rows}))}

    def rank(row: tuple[str, ...]) -> tuple[int, bool]:
        """By mnemonic; within one the decoder's order, which is by opcode, but for what assemblers prefer."""
        mnemonic, operands, opcode, *_ = row
        moves_general = mnemonic in ("movq", "vmovq") and "r/m64" in operands and "EVEX" not in opcode
        if mnemonic == "vmovq" and "EVEX" in opcode:
            moves_general = "r/m64" not in operands
        return order[mnemonic], moves_general or ("FMA4" in row[7] and ".W0" in opcode)

    rows.sort(key=rank)
    return [" | ".join(row).rstrip() for row in rows]


def main() -> int:
    text = HEADER.format(version=version("iced-x86")) + "\n".join(lines()) + "\n"
    if "--check" in sys.argv:
        if FORMS.read_text() != text:
            print(f"{FORMS} is out of date: run tools/make_forms.py", file=sys.stderr)
            return 1
        return 0
    FORMS.write_text(text)
    print(f"{FORMS}: {text.count(chr(10)) - HEADER.count(chr(10))} forms, {len(text)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
