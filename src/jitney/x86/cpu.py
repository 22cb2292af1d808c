"""What the processor can do: the features reported by CPUID that the operating system lets a process use.

Feature names are those of forms.txt, so the features that a piece of code needs can be compared with the features here.
CPUID and XGETBV are run by Jitney's own assembler; the decoding takes them as functions, so that it can be given the
recorded answers of other machines.

Sources: Intel SDM vol. 2A, CPUID (table 3-8 and the tables after it), and the Architecture Instruction Set Extensions
reference (319433) for the newest; AMD APM vol. 3, appendix E; VIA PadLock Programming Guide, chapter 2, for leaf
C0000001h. OS support: SDM vol. 1, 13.1 to 13.3.
"""

from __future__ import annotations

from functools import cache

from ..records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    # (leaf, subleaf) -> (eax, ebx, ecx, edx)
    Cpuid = Callable[[int, int], tuple[int, int, int, int]]

# Where to find each feature. A term is a bit of a CPUID result, leaf[/subleaf].register[bit], leaf and subleaf being
# hexadecimal; or a register state that the OS must save, by its name in _STATES; or `baseline`, what every processor in
# 64-bit mode has; or `never`. `&` binds tighter than `|`.
_TABLE = """
INTEL8086            baseline
INTEL186             baseline
INTEL286             baseline
INTEL386             baseline
INTEL486             baseline
X64                  baseline
CPUID                baseline
MULTIBYTENOP         baseline
PAUSE                baseline
RDPMC                baseline
SMM                  baseline

FPU                  1.edx[0]
FPU287               1.edx[0]
FPU387               1.edx[0]
TSC                  1.edx[4]
MSR                  1.edx[5]
CX8                  1.edx[8]
SEP                  1.edx[11]
CMOV                 1.edx[15]
CLFSH                1.edx[19]
MMX                  1.edx[23]
FXSR                 1.edx[24]
SSE                  1.edx[25]
SSE2                 1.edx[26]
SSE3                 1.ecx[0]
PCLMULQDQ            1.ecx[1]
MONITOR              1.ecx[3]
VMX                  1.ecx[5]
SMX                  1.ecx[6]
SSSE3                1.ecx[9]
FMA                  1.ecx[12] & ymm
CMPXCHG16B           1.ecx[13]
SSE4_1               1.ecx[19]
SSE4_2               1.ecx[20]
MOVBE                1.ecx[22]
POPCNT               1.ecx[23]
AES                  1.ecx[25]
XSAVE                1.ecx[26] & x87
AVX                  1.ecx[28] & ymm
F16C                 1.ecx[29] & ymm
RDRAND               1.ecx[30]
# A model-specific register tells whether these two exist; VMX is as near as CPUID comes.
INVEPT               1.ecx[5]
INVVPID              1.ecx[5]

FSGSBASE             7/0.ebx[0]
BMI1                 7/0.ebx[3]
AVX2                 7/0.ebx[5] & ymm
BMI2                 7/0.ebx[8]
INVPCID              7/0.ebx[10]
RTM                  7/0.ebx[11]
HLE_OR_RTM           7/0.ebx[4] | 7/0.ebx[11]
MPX                  7/0.ebx[14] & bnd
AVX512F              7/0.ebx[16] & zmm
AVX512DQ             7/0.ebx[17] & zmm
RDSEED               7/0.ebx[18]
ADX                  7/0.ebx[19]
SMAP                 7/0.ebx[20]
AVX512_IFMA          7/0.ebx[21] & zmm
PCOMMIT              7/0.ebx[22]
CLFLUSHOPT           7/0.ebx[23]
CLWB                 7/0.ebx[24]
AVX512PF             7/0.ebx[26] & zmm
AVX512ER             7/0.ebx[27] & zmm
AVX512CD             7/0.ebx[28] & zmm
SHA                  7/0.ebx[29]
AVX512BW             7/0.ebx[30] & zmm
AVX512VL             7/0.ebx[31] & zmm
PREFETCHWT1          7/0.ecx[0]
AVX512_VBMI          7/0.ecx[1] & zmm
# Bit 3 is the processor's, bit 4 says that the OS has turned it on.
PKU                  7/0.ecx[3] & 7/0.ecx[4]
WAITPKG              7/0.ecx[5]
AVX512_VBMI2         7/0.ecx[6] & zmm
CET_SS               7/0.ecx[7]
GFNI                 7/0.ecx[8]
VAES                 7/0.ecx[9] & ymm
VPCLMULQDQ           7/0.ecx[10] & ymm
AVX512_VNNI          7/0.ecx[11] & zmm
AVX512_BITALG        7/0.ecx[12] & zmm
AVX512_VPOPCNTDQ     7/0.ecx[14] & zmm
RDPID                7/0.ecx[22]
KL                   7/0.ecx[23]
CLDEMOTE             7/0.ecx[25]
MOVDIRI              7/0.ecx[27]
MOVDIR64B            7/0.ecx[28]
ENQCMD               7/0.ecx[29]
AVX512_4VNNIW        7/0.edx[2] & zmm
AVX512_4FMAPS        7/0.edx[3] & zmm
UINTR                7/0.edx[5]
AVX512_VP2INTERSECT  7/0.edx[8] & zmm
SERIALIZE            7/0.edx[14]
TSXLDTRK             7/0.edx[16]
PCONFIG              7/0.edx[18]
CET_IBT              7/0.edx[20]
AMX_BF16             7/0.edx[22] & tmm
AVX512_FP16          7/0.edx[23] & zmm
AMX_TILE             7/0.edx[24] & tmm
AMX_INT8             7/0.edx[25] & tmm

SHA512               7/1.eax[0] & ymm
SM3                  7/1.eax[1] & ymm
SM4                  7/1.eax[2] & ymm
RAO_INT              7/1.eax[3]
AVX_VNNI             7/1.eax[4] & ymm
AVX512_BF16          7/1.eax[5] & zmm
CMPCCXADD            7/1.eax[7]
FRED                 7/1.eax[17]
LKGS                 7/1.eax[18]
WRMSRNS              7/1.eax[19]
AMX_FP16             7/1.eax[21] & tmm
HRESET               7/1.eax[22]
AVX_IFMA             7/1.eax[23] & ymm
MSRLIST              7/1.eax[27]
TSE                  7/1.ebx[1]
AVX_VNNI_INT8        7/1.edx[4] & ymm
AVX_NE_CONVERT       7/1.edx[5] & ymm
AMX_COMPLEX          7/1.edx[8] & tmm
AVX_VNNI_INT16       7/1.edx[10] & ymm
PREFETCHITI          7/1.edx[14]

XSAVEOPT             d/1.eax[0] & x87
XSAVEC               d/1.eax[1] & x87
XSAVES               d/1.eax[3] & x87
SGX1                 7/0.ebx[2] & 12/0.eax[0]
OSS                  7/0.ebx[2] & 12/0.eax[5]
PTWRITE              14/0.ebx[4]
AESKLE               7/0.ecx[23] & 19.ebx[0]
WIDE_KL              7/0.ecx[23] & 19.ebx[2]

SVM                  80000001.ecx[2]
LZCNT                80000001.ecx[5]
SSE4A                80000001.ecx[6]
PREFETCHW            80000001.ecx[8]
XOP                  80000001.ecx[11] & ymm
SKINIT_OR_SVM        80000001.ecx[2] | 80000001.ecx[12]
LWP                  80000001.ecx[15] & lwp
FMA4                 80000001.ecx[16] & ymm
TBM                  80000001.ecx[21]
MONITORX             80000001.ecx[29]
SYSCALL              80000001.edx[11]
RDTSCP               80000001.edx[27]
D3NOWEXT             80000001.edx[30]
D3NOW                80000001.edx[31]
CLZERO               80000008.ebx[0]
INVLPGB              80000008.ebx[3]
RDPRU                80000008.ebx[4]
MCOMMIT              80000008.ebx[8]
WBNOINVD             80000008.ebx[9]
SEV_ES               8000001f.eax[3]
SEV_SNP              8000001f.eax[4]
RMPQUERY             8000001f.eax[6]

# VIA and Zhaoxin: the even bit says that the unit exists, the odd bit that it is enabled.
PADLOCK_RNG          c0000001.edx[2] & c0000001.edx[3]
PADLOCK_GMI          c0000001.edx[4] & c0000001.edx[5]
PADLOCK_ACE          c0000001.edx[6] & c0000001.edx[7]
PADLOCK_PHE          c0000001.edx[10] & c0000001.edx[11]
PADLOCK_PMM          c0000001.edx[12] & c0000001.edx[13]

# Not reported by CPUID: undocumented ones, debug mode of unlocked processors, and trust domains, where neither the
# module's side nor the guest's is open to a process. Knights Corner was a coprocessor that ran no Python.
PADLOCK_UNDOC        never
UDBG                 never
TDX                  never
KNC                  never
"""

# Bits of XCR0: the register state that the OS saves at a context switch (SDM vol. 1, 13.3; APM vol. 2, 11.5.2 for LWP).
_STATES = {
    "x87": 0x1,  # always set, so this says that XGETBV may be used: XSAVE is turned on in CR4
    "ymm": 0x6,
    "bnd": 0x18,
    "zmm": 0xE6,  # opmasks, the high halves of zmm0-15, zmm16-31, and what ymm needs
    "tmm": 0x60000,
    "lwp": 1 << 62,
}

_REGISTERS = {"eax": 0, "ebx": 1, "ecx": 2, "edx": 3}

# Hints, whose encodings are defined as no-operations where the processor lacks them: endbr32 and endbr64, cldemote, and
# the prefetches (SDM vol. 2, ENDBR64, CLDEMOTE, PREFETCHh, PREFETCHW; vol. 2D, opcodes 0F 0D and 0F 18 to 0F 1F).
_RUNS_ANYWHERE = frozenset({"CET_IBT", "CLDEMOTE", "PREFETCHITI", "PREFETCHW", "PREFETCHWT1"})

_TILES = frozenset({"AMX_BF16", "AMX_COMPLEX", "AMX_FP16", "AMX_INT8", "AMX_TILE"})


class VectorState(NamedTuple):
    """What XSAVE has to be told to save all vector and mask registers: the `mask` of their components, 0 where there is
    only FXSAVE, and the `size` of the area that takes them, in bytes, a multiple of 64 (SDM vol. 1, 13.4)."""

    mask: int
    size: int


class Processor:
    """One processor: `vendor` ("GenuineIntel"), `brand` (its marketing name, "" if it has none), `features`, and
    `vector_state`."""

    __slots__ = ("brand", "features", "vector_state", "vendor")

    def __init__(self, cpuid: Cpuid, xgetbv: Callable[[], int]) -> None:
        """Decode the answers of `cpuid`; `xgetbv`, which gives XCR0, is only called where CPUID allows it."""
        # CPUID leaves the processor's fast path (and under a hypervisor, the guest), so each leaf is asked for once. A
        # leaf above the highest of its range answers with another's data on Intel's processors: zeros are put instead.
        cpuid = cache(cpuid)

        def leaf(number: int, subleaf: int) -> tuple[int, int, int, int]:
            start = number & 0xF0000000
            highest = cpuid(start, 0)[0]
            return cpuid(number, subleaf) if number <= highest <= start | 0xFFFF else (0, 0, 0, 0)

        _, b, c, d = cpuid(0, 0)
        self.vendor = _text(b, d, c)
        name = [register for number in (0x80000002, 0x80000003, 0x80000004) for register in leaf(number, 0)]
        self.brand = " ".join(_text(*name).split())

        os_uses_xsave = leaf(1, 0)[2] >> 27 & 1
        xcr0 = xgetbv() if os_uses_xsave else 0

        def holds(term: str) -> bool:
            if term in _STATES:
                return xcr0 & _STATES[term] == _STATES[term]
            if term in ("baseline", "never"):
                return term == "baseline"
            where, bit = term.rstrip("]").split("[")
            address, register = where.split(".")
            number, _, subleaf = address.partition("/")
            return bool(leaf(int(number, 16), int(subleaf or "0", 16))[_REGISTERS[register]] >> int(bit) & 1)

        self.features = frozenset(
            name
            for name, rule in _rules().items()
            if any(all(holds(term.strip()) for term in terms.split("&")) for terms in rule.split("|"))
        )
        mask = xcr0 & (_STATES["ymm"] | _STATES["zmm"]) if "AVX" in self.features else 0
        ends = [sum(leaf(0xD, n)[:2]) for n in range(2, 8) if mask >> n & 1]
        self.vector_state = VectorState(mask, -(-max(ends, default=512) // 64) * 64)


def _text(*registers: int) -> str:
    """The characters that `registers` hold, lowest byte first."""
    return b"".join(r.to_bytes(4, "little") for r in registers).rstrip(b"\0").decode("ascii", "replace")


def _rules() -> dict[str, str]:
    """The table as a mapping from feature to rule."""
    rules = {}
    for line in _TABLE.splitlines():
        if line and not line.startswith("#"):
            name, rule = line.split(None, 1)
            rules[name] = rule
    return rules


def known_features() -> frozenset[str]:
    """The names of all features that the table knows, present here or not."""
    return frozenset(_rules())


# Assembled ahead, as everything that compiles asks for it first.
CPUID = bytes.fromhex("53 4989d0 89f8 89f1 0fa2 418900 41895804 41894808 4189500c 5b c3")
"""void cpuid(uint32 leaf, uint32 subleaf, uint32 results[4]): push rbx; mov r8, rdx; mov eax, edi; mov ecx, esi; cpuid;
mov [r8], eax; mov [r8+4], ebx; mov [r8+8], ecx; mov [r8+12], edx; pop rbx; ret"""
XGETBV = bytes.fromhex("31c9 0f01d0 48c1e220 4809d0 c3")
"""uint64 xgetbv(): xor ecx, ecx; xgetbv; shl rdx, 32; or rax, rdx; ret. It gives XCR0."""


@cache
def processor() -> Processor:
    """The processor that this process runs on."""
    from ctypes import CFUNCTYPE, c_uint32, c_uint64, c_void_p

    from ..machine import Code, link
    from .target import X86_64

    image = link(Code.from_bytes(CPUID + XGETBV, X86_64))

    # A cold path, below the room that makes callables: ctypes is good enough.
    run_cpuid = CFUNCTYPE(None, c_uint32, c_uint32, c_void_p)(image.address)
    run_xgetbv = CFUNCTYPE(c_uint64)(image.address + len(CPUID))

    def cpuid(leaf: int, subleaf: int) -> tuple[int, int, int, int]:
        registers = (c_uint32 * 4)()
        run_cpuid(leaf, subleaf, registers)
        a, b, c, d = registers
        return a, b, c, d

    return Processor(cpuid, run_xgetbv)


_BEYOND: dict[str, tuple[str, ...]] = {
    "sse2": ("AVX", "SSE3", "SSSE3", "SSE4", "FMA", "F16C", "BMI", "LZCNT", "POPCNT", "MOVBE", "ADX", "TBM", "XOP"),
    "avx2": ("AVX512",),
    "avx512": ("none",),
}
"""What names of features begin with that are beyond a level of the x86-64 psABI: v1, v3, v4."""


def features() -> frozenset[str]:
    """The features that this processor has and whose register state the OS keeps."""
    return processor().features


@cache
def chosen() -> frozenset[str]:
    """The features that compiled functions use: fewer than there are where JITNEY_CPU is `sse2` or `avx2`."""
    import os

    level = os.environ.get("JITNEY_CPU", "avx512")
    if level not in _BEYOND:
        raise ValueError(f"JITNEY_CPU is {level!r}, and can be {', '.join(_BEYOND)}")
    beyond = _BEYOND[level]
    return frozenset([name for name in features() if not name.startswith(beyond)])


def widest_vector() -> int:
    """The width in bits of the widest vector registers that can be used: 128, 256 or 512."""
    present = features()
    return 512 if "AVX512F" in present else 256 if "AVX" in present else 128


def missing(required: Iterable[str]) -> list[str]:
    """The names in `required`, sorted, of features that code may not count on here.

    Hints that do nothing on processors without them are not missing. Where tiles (AMX) are required, this asks the
    kernel for the permission that a process needs before its first use of them; a refusal counts as missing.
    """
    names = frozenset(required)
    absent = names - features() - _RUNS_ANYWHERE
    tiles = names & _TILES
    if tiles and not tiles & absent and not _may_use_tiles():
        absent |= tiles
    return sorted(absent)


def _may_use_tiles() -> bool:
    """Ask Linux to let this process use the tile registers (Documentation/arch/x86/xstate.rst); True if it may."""
    from ctypes import CDLL

    SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA = 158, 0x1023, 18
    granted: bool = CDLL(None).syscall(SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA) == 0
    return granted
