"""The ops of the IR, one row each: the name, operands, result, and what an optimiser must know of it.

Operands and results are letters: `i` a 64-bit word, `f` a float64, `s` a float32, `b` a bool, `n` either float, `x` any
type, `*` any number of operands; a result `=` has the type of the first operand that is `n` or `x`. The interpreter
(interpret.py) defines what each computes; words wrap unless the row traps.

    PURE      the result depends on the operands alone: equal operations share one value, unused ones go
    PINNED    pure, but faults or is meaningless where its guard hasn't passed: never moved above where it stands
    TRAPS     has an exit, taken where the operation cannot be carried out
    READS     depends on memory
    WRITES    changes memory, or does anything that must happen, once and in order
"""

from __future__ import annotations

PURE, PINNED, TRAPS, READS, WRITES = 1, 2, 4, 8, 16

NAMES: list[str] = []
OPERANDS: list[str] = []
RESULT: list[str] = []
FLAGS: list[int] = []


def _op(name: str, operands: str, result: str, flags: int) -> int:
    NAMES.append(name)
    OPERANDS.append(operands)
    RESULT.append(result)
    FLAGS.append(flags)
    return len(NAMES) - 1


# values that stand in no block's code
CONST = _op("const", "", "x", PURE)  # attr: the int, float or bool
PARAM = _op("param", "", "x", PURE)  # of a block; the entry block's are the function's

# words
ADD = _op("add", "ii", "i", PURE)
SUB = _op("sub", "ii", "i", PURE)
MUL = _op("mul", "ii", "i", PURE)
AND = _op("and", "ii", "i", PURE)
OR = _op("or", "ii", "i", PURE)
XOR = _op("xor", "ii", "i", PURE)
SHL = _op("shl", "ii", "i", PURE)  # counts of shifts are taken modulo 64
SAR = _op("sar", "ii", "i", PURE)
SHR = _op("shr", "ii", "i", PURE)
DIV = _op("div", "ii", "i", PURE | PINNED)  # signed, floors; the divisor isn't 0, nor the quotient 2**63
MOD = _op("mod", "ii", "i", PURE | PINNED)  # has the divisor's sign; the same conditions
UDIV = _op("udiv", "ii", "i", PURE | PINNED)
UMOD = _op("umod", "ii", "i", PURE | PINNED)
SEXT8 = _op("sext8", "i", "i", PURE)
SEXT16 = _op("sext16", "i", "i", PURE)
SEXT32 = _op("sext32", "i", "i", PURE)
ZEXT8 = _op("zext8", "i", "i", PURE)
ZEXT16 = _op("zext16", "i", "i", PURE)
ZEXT32 = _op("zext32", "i", "i", PURE)
POPCNT = _op("popcnt", "i", "i", PURE)
BITLEN = _op("bitlen", "i", "i", PURE)  # 64 less the leading zeros
MULHI = _op("mulhi", "ii", "i", PURE)  # the high word of the signed product
UMULHI = _op("umulhi", "ii", "i", PURE)
# The same modulo 2**64 as ADD and so on, but leaving by the exit where the true result is no int64 (or no uint64).
ADDO = _op("addo", "ii", "i", PURE | TRAPS)
SUBO = _op("subo", "ii", "i", PURE | TRAPS)
MULO = _op("mulo", "ii", "i", PURE | TRAPS)
UADDO = _op("uaddo", "ii", "i", PURE | TRAPS)
USUBO = _op("usubo", "ii", "i", PURE | TRAPS)
UMULO = _op("umulo", "ii", "i", PURE | TRAPS)
SHLO = _op("shlo", "ii", "i", PURE | TRAPS)  # counts are 0 to 63
USHLO = _op("ushlo", "ii", "i", PURE | TRAPS)
# The word as it stands, of which only the value modulo 2**64 is wanted: what leads to it needs no check (demanded.py).
WRAP = _op("wrap", "i", "i", PURE)

# comparisons; the rest by swapping the operands and `not`
EQ = _op("eq", "ii", "b", PURE)
NE = _op("ne", "ii", "b", PURE)
LT = _op("lt", "ii", "b", PURE)
LE = _op("le", "ii", "b", PURE)
ULT = _op("ult", "ii", "b", PURE)
ULE = _op("ule", "ii", "b", PURE)
FEQ = _op("feq", "nn", "b", PURE)
FNE = _op("fne", "nn", "b", PURE)  # true where either is NaN; the others are false there
FLT = _op("flt", "nn", "b", PURE)
FLE = _op("fle", "nn", "b", PURE)

# bools
BAND = _op("band", "bb", "b", PURE)
BOR = _op("bor", "bb", "b", PURE)
BXOR = _op("bxor", "bb", "b", PURE)
BNOT = _op("bnot", "b", "b", PURE)
SELECT = _op("select", "bxx", "=", PURE)

# floats
FADD = _op("fadd", "nn", "=", PURE)
FSUB = _op("fsub", "nn", "=", PURE)
FMUL = _op("fmul", "nn", "=", PURE)
FDIV = _op("fdiv", "nn", "=", PURE)
FNEG = _op("fneg", "n", "=", PURE)
FABS = _op("fabs", "n", "=", PURE)
FSQRT = _op("fsqrt", "n", "=", PURE)
FCOPYSIGN = _op("fcopysign", "nn", "=", PURE)
FFLOOR = _op("ffloor", "n", "=", PURE)
FCEIL = _op("fceil", "n", "=", PURE)
FTRUNC = _op("ftrunc", "n", "=", PURE)
FNEAREST = _op("fnearest", "n", "=", PURE)  # to an integral value, ties to even
FMA = _op("fma", "nnn", "=", PURE)  # x*y + z with one rounding; only where the target has it

# conversions
B2I = _op("b2i", "b", "i", PURE)
I2F = _op("i2f", "i", "f", PURE)  # signed; rounds to nearest, ties to even, as all of these
U2F = _op("u2f", "i", "f", PURE)  # unsigned
I2S = _op("i2s", "i", "s", PURE)
U2S = _op("u2s", "i", "s", PURE)
F2S = _op("f2s", "f", "s", PURE)
S2F = _op("s2f", "s", "f", PURE)
F2I = _op("f2i", "n", "i", PURE)  # towards zero; -2**63 where that is no int64
FBITS = _op("fbits", "f", "i", PURE)
SBITS = _op("sbits", "s", "i", PURE)  # zero-extended
IFBITS = _op("ifbits", "i", "f", PURE)
ISBITS = _op("isbits", "i", "s", PURE)  # of the low 32 bits

# memory; attr: Memory
LOAD = _op("load", "i*", "x", READS)  # base[, index]
STORE = _op("store", "xi*", "", WRITES)  # value, base[, index]
FRAME = _op("frame", "", "i", PURE | PINNED)  # attr: bytes; the address of that much of the function's frame
CONTEXT = _op("context", "", "i", PURE)  # the address of the running call's context (abi.py)

# the rest
GUARD = _op("guard", "b", "", TRAPS)  # leaves by the exit where the condition is false
NEED = _op("need", "i", "", WRITES)  # the word is wanted exactly, so the checks that lead to it stay; no code
EFFECT = _op("effect", "", "", WRITES)  # from here on the outermost call has done something its caller can see
CALL = _op("call", "*", "x", TRAPS | READS | WRITES)  # attr: Callee; of a jitted function; leaves where that leaves
CCALL = _op("ccall", "*", "x", READS | WRITES)  # attr: CFunction
UPCALL = _op("upcall", "*", "x", TRAPS | READS | WRITES)  # attr: Upcall; a Python function; leaves where it raises
RESULT_OF = _op("result", "x", "x", PURE | PINNED)  # attr: which further result, from 1, of the call right before it
RETAIN = _op("retain", "i", "", WRITES)  # one reference more to the Python object at that address
RELEASE = _op("release", "i", "", WRITES)  # one less
# a safepoint; leaves where a signal's handler raises; of two words: one only where no bit is set in both
POLL = _op("poll", "*", "", TRAPS | READS | WRITES)

COUNT = len(NAMES)
CODES = {name: code for code, name in enumerate(NAMES)}
