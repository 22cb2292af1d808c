"""The ops of the IR, one row each: the name, operands, result, and what an optimiser must know of it.

Operands and results are letters: `i` a 64-bit word, `f` a float64, `s` a float32, `b` a bool, `n` either float, `x` any
type, `*` any number of operands; a result `=` has the type of the first operand that is `n` or `x`. The interpreter
(interpret.py) defines what each computes; words wrap unless the row traps.

    PURE      the result depends on the operands alone: equal operations share one value, unused ones go
    PINNED    pure, but faults or is meaningless where its guard hasn't passed: never moved above where it stands
    TRAPS     has an exit, taken where the operation cannot be carried out
    READS     depends on memory
    WRITES    changes memory, or does anything that must happen, once and in order
    LANES     also of vectors of equal lanes, lane by lane: then `i` is any one integer element, in which results wrap
              and by whose bits counts of shifts are taken modulo

Of the ops that have vectors only, `v` is one of any element, `m` a mask, `j` one of integers.
"""

from __future__ import annotations

PURE, PINNED, TRAPS, READS, WRITES, LANES = 1, 2, 4, 8, 16, 32

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
ADD = _op("add", "ii", "i", PURE | LANES)
SUB = _op("sub", "ii", "i", PURE | LANES)
MUL = _op("mul", "ii", "i", PURE | LANES)
AND = _op("and", "ii", "i", PURE | LANES)
OR = _op("or", "ii", "i", PURE | LANES)
XOR = _op("xor", "ii", "i", PURE | LANES)
SHL = _op("shl", "ii", "i", PURE | LANES)  # counts of shifts are taken modulo 64
SAR = _op("sar", "ii", "i", PURE | LANES)
SHR = _op("shr", "ii", "i", PURE | LANES)
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
POPCNT = _op("popcnt", "i", "i", PURE | LANES)
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
EQ = _op("eq", "ii", "b", PURE | LANES)
NE = _op("ne", "ii", "b", PURE | LANES)
LT = _op("lt", "ii", "b", PURE | LANES)
LE = _op("le", "ii", "b", PURE | LANES)
ULT = _op("ult", "ii", "b", PURE | LANES)
ULE = _op("ule", "ii", "b", PURE | LANES)
FEQ = _op("feq", "nn", "b", PURE | LANES)
FNE = _op("fne", "nn", "b", PURE | LANES)  # true where either is NaN; the others are false there
FLT = _op("flt", "nn", "b", PURE | LANES)
FLE = _op("fle", "nn", "b", PURE | LANES)

# bools
BAND = _op("band", "bb", "b", PURE | LANES)
BOR = _op("bor", "bb", "b", PURE | LANES)
BXOR = _op("bxor", "bb", "b", PURE | LANES)
BNOT = _op("bnot", "b", "b", PURE | LANES)
SELECT = _op("select", "bxx", "=", PURE | LANES)

# floats
FADD = _op("fadd", "nn", "=", PURE | LANES)
FSUB = _op("fsub", "nn", "=", PURE | LANES)
FMUL = _op("fmul", "nn", "=", PURE | LANES)
FDIV = _op("fdiv", "nn", "=", PURE | LANES)
FNEG = _op("fneg", "n", "=", PURE | LANES)
FABS = _op("fabs", "n", "=", PURE | LANES)
FSQRT = _op("fsqrt", "n", "=", PURE | LANES)
FCOPYSIGN = _op("fcopysign", "nn", "=", PURE | LANES)
FFLOOR = _op("ffloor", "n", "=", PURE | LANES)
FCEIL = _op("fceil", "n", "=", PURE | LANES)
FTRUNC = _op("ftrunc", "n", "=", PURE | LANES)
FNEAREST = _op("fnearest", "n", "=", PURE | LANES)  # to an integral value, ties to even
FMA = _op("fma", "nnn", "=", PURE | LANES)  # x*y + z with one rounding; only where the target has it

# conversions
B2I = _op("b2i", "b", "i", PURE | LANES)
I2F = _op("i2f", "i", "f", PURE | LANES)  # signed; rounds to nearest, ties to even, as all of these
U2F = _op("u2f", "i", "f", PURE | LANES)  # unsigned
I2S = _op("i2s", "i", "s", PURE | LANES)
U2S = _op("u2s", "i", "s", PURE | LANES)
F2S = _op("f2s", "f", "s", PURE | LANES)
S2F = _op("s2f", "s", "f", PURE | LANES)
F2I = _op("f2i", "n", "i", PURE | LANES)  # towards zero; the least integer where that is no int64 (or int32 lane)
FBITS = _op("fbits", "f", "i", PURE | LANES)
SBITS = _op("sbits", "s", "i", PURE | LANES)  # zero-extended
IFBITS = _op("ifbits", "i", "f", PURE | LANES)
ISBITS = _op("isbits", "i", "s", PURE | LANES)  # of the low 32 bits

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

# vectors
SPLAT = _op("splat", "x", "v", PURE)  # the scalar in every lane; of a word, the low bits
LANE_NUMBERS = _op("lanes", "", "j", PURE)  # 0, 1, 2, ...
WIDEN_S = _op("widen_s", "j", "j", PURE)  # to a wider element: sign-extended
WIDEN_U = _op("widen_u", "j", "j", PURE)  # zero-extended
NARROW = _op("narrow", "j", "j", PURE)  # to a narrower element: the low bits
IMIN = _op("imin", "jj", "=", PURE)
IMAX = _op("imax", "jj", "=", PURE)
UMIN = _op("umin", "jj", "=", PURE)
UMAX = _op("umax", "jj", "=", PURE)
REVERSE = _op("reverse", "v", "=", PURE)  # the last lane first
FOLLOW = _op("follow", "vv", "=", PURE)  # the last lane of the first operand, then those of the second but its last
# attr: for each lane, the number of one of the first operand, or, counted on behind those, of the second
SHUFFLE = _op("shuffle", "vv", "=", PURE)
# attr: one of REDUCTIONS. The upper half of the lanes is combined with the lower half, as (lower, upper), until one is
# left. Integers come sign-extended, those of umin and umax zero-extended.
REDUCE = _op("reduce", "v", "x", PURE)
EXTRACT = _op("extract", "v", "x", PURE)  # attr: the number of the lane; integers come sign-extended
ANY = _op("any", "m", "b", PURE)
ALL = _op("all", "m", "b", PURE)
MASKBITS = _op("maskbits", "m", "i", PURE)  # the word that has a bit for each lane, the lowest for the first
MASKLOW = _op("masklow", "i", "m", PURE)  # of the lanes whose number is below the word read as signed
# A LOAD of a vector reads consecutive elements of the attribute's kind, which extends to wider lanes as to words
# (a `bool` gives a mask); a STORE truncates. With a mask, lanes where it is false are not touched, and load as 0. The
# index of GATHER and SCATTER is a vector of i64 or i32; scattered lanes are written in order.
MLOAD = _op("mload", "*", "v", READS)  # base[, index], mask
MSTORE = _op("mstore", "*", "", WRITES)  # value, base[, index], mask
GATHER = _op("gather", "ijm", "v", READS)  # base, index, mask
SCATTER = _op("scatter", "vijm", "", WRITES)  # value, base, index, mask

REDUCTIONS = ("add", "mul", "and", "or", "xor", "imin", "imax", "umin", "umax", "fadd", "fmul")

COUNT = len(NAMES)
CODES = {name: code for code, name in enumerate(NAMES)}
