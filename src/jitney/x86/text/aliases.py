"""What other assemblers call instructions, and what may be left out of them.

Listed here is only what the table of instructions and `select.ALIASES` don't know, because it needs other operands too.
"""

from __future__ import annotations

import re
from typing import Any

from ...machine.sections import Symbol
from ..operands import REGISTERS, Mem, Reg, ptr

Alternative = tuple[str, tuple[Any, ...], "str | None"]
"""(mnemonic, operands, encoding)"""

NAMES = {
    "ud2a": "ud2", "ud2b": "ud1", "icebp": "int1", "lret": "retf", "retq": "ret", "retnq": "ret", "leaveq": "leave",
    "fcmova": "fcmovnbe", "fcmovae": "fcmovnb", "fcmovna": "fcmovbe", "fcmovnae": "fcmovb", "pushfd": "pushfq",
    "popfd": "popfq", "cqto": "cqo", "cltq": "cdqe", "cltd": "cdq", "cwtl": "cwde", "cwtd": "cwd", "cbtw": "cbw",
}  # fmt: skip
PREDICATES = """eq lt le unord neq nlt nle ord eq_uq nge ngt false neq_oq ge gt true eq_os lt_oq le_oq unord_s neq_us
nlt_uq nle_uq ord_s eq_us nge_uq ngt_uq false_os neq_os ge_oq gt_oq true_us""".split()
FULL_PREDICATES = {name: number for number, name in enumerate(PREDICATES)} | {
    "eq_oq": 0, "lt_os": 1, "le_os": 2, "unord_q": 3, "neq_uq": 4, "nlt_us": 5, "nle_us": 6, "ord_q": 7, "nge_us": 9,
    "ngt_us": 10, "false_oq": 11, "ge_os": 13, "gt_os": 14, "true_uq": 15,
}  # fmt: skip
WHOLE_PREDICATES = {"eq": 0, "lt": 1, "le": 2, "neq": 4, "nlt": 5, "nle": 6}
XOP_PREDICATES = {"lt": 0, "le": 1, "gt": 2, "ge": 3, "eq": 4, "neq": 5, "false": 6, "true": 7}
HALVES = {"lqlq": 0x00, "hqlq": 0x01, "lqhq": 0x10, "hqhq": 0x11}
# Names with a number in them: pattern, what the instruction is called, and the number of each word.
PSEUDO = (
    (r"cmp([a-z]+)(ps|pd|ss|sd)", "cmp{}", dict(zip(PREDICATES[:8], range(8), strict=True))),
    (r"vcmp([a-z_]+?)(ps|pd|ss|sd|ph|sh)", "vcmp{}", FULL_PREDICATES),
    (r"vpcmp([a-z]+?)(u?[bwdq])", "vpcmp{}", WHOLE_PREDICATES),
    (r"vpcom([a-z]+?)(u?[bwdq])", "vpcom{}", XOP_PREDICATES),
    (r"pclmul([hlq]+)(dq)", "pclmulq{}", HALVES),
    (r"vpclmul([hlq]+)(dq)", "vpclmulq{}", HALVES),
)
ST0, ST1 = REGISTERS["st0"], REGISTERS["st1"]
ARITHMETIC = frozenset({"fadd", "fmul", "fsub", "fsubr", "fdiv", "fdivr"})
POPPING = frozenset(name + "p" for name in ARITHMETIC)
COMPARING = frozenset({"fcomi", "fcomip", "fucomi", "fucomip"})
WITH_ST1 = frozenset({"fcom", "fcomp", "fucom", "fucomp", "fxch"})
SHIFTS = frozenset({"rol", "ror", "rcl", "rcr", "shl", "sal", "shr", "sar"})
STRINGS = frozenset({"movs", "cmps", "scas", "lods", "stos", "ins", "outs"})
REGISTER_FIRST = {"lods": True, "scas": True, "stos": False}
ACCUMULATOR = {8: "al", 16: "ax", 32: "eax", 64: "rax"}
SUFFIX = {8: "b", 16: "w", 32: "d", 64: "q"}
MOVABS = ("REX.W B8+ro io", "A0 mo", "o16 A1 mo", "A1 mo", "REX.W A1 mo", "A2 mo", "o16 A3 mo", "A3 mo", "REX.W A3 mo")


def pseudo(name: str) -> tuple[str, int] | None:
    """The instruction that a name such as vcmpltps stands for, and its number."""
    for pattern, mnemonic, numbers in PSEUDO:
        match = re.fullmatch(pattern, name)
        if match is not None and match[1] in numbers:
            return mnemonic.format(match[2]), numbers[match[1]]
    return None


def alternatives(name: str, operands: tuple[Any, ...]) -> list[Alternative]:
    """What an instruction may mean that is not in the table as it is written, to be tried in turn."""
    count = len(operands)
    if name == "movabs":
        return [("mov", operands, opcode) for opcode in MOVABS]
    if name in STRINGS or (name[:-1] in STRINGS and name[-1] in "bwdq"):
        return _string(name, operands)
    if name in ("movd", "vmovd") and any(operand.__class__ is Reg and operand.bits == 64 for operand in operands):
        return [(name[:-1] + "q", operands, None)]
    if name == "movsx" and count == 2:
        return [("movsxd", operands, None)]
    if name == "imul" and count == 2 and operands[1].__class__ is int:
        return [("imul", (operands[0], *operands), None)]
    if name in SHIFTS and count == 1:
        return [(name, (operands[0], 1), None)]
    if name == "lea" and count == 2 and isinstance(operands[1], Symbol):  # a label without brackets
        return [("lea", (operands[0], ptr[operands[1]]), None)]
    if name in ARITHMETIC:
        if count == 0:
            return [(name + "p", (ST1, ST0), None)]
        return [(name, (ST0, *operands), None)] if count == 1 else []
    if name in POPPING or name in COMPARING:
        first = (ST1, ST0) if name in POPPING else (ST0, ST1)
        if count == 0:
            return [(name, first, None)]
        return [(name, (*operands, ST0) if name in POPPING else (ST0, *operands), None)] if count == 1 else []
    if name in WITH_ST1 and count == 0:
        return [(name, (ST1,), None)]
    return []


def _string(name: str, operands: tuple[Any, ...]) -> list[Alternative]:
    """A string instruction whose size is that of its operands, or whose register is left out."""
    bits = 0
    for operand in operands:
        if operand.__class__ is Mem:
            bits = bits or operand[0].bits
        elif operand.__class__ is Reg and operand.kind != "dx":
            bits = operand.bits
    if name not in STRINGS:
        name, suffix = name[:-1], name[-1]
        bits = next((number for number, letter in SUFFIX.items() if letter == suffix), 0)
    if bits not in SUFFIX:
        return []
    if len(operands) == 1 and name in REGISTER_FIRST:
        register = REGISTERS[ACCUMULATOR[bits]]
        operands = (register, *operands) if REGISTER_FIRST[name] else (*operands, register)
    return [(name + SUFFIX[bits], operands, None)]
