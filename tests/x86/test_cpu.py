"""CPU features: the table against the decoder library's own notes, and against recorded and running processors."""

import pathlib
import platform
import re
import subprocess
import sys

import pytest

from jitney.x86 import assemble, cpu

# Recorded machines: CPUID dumps of the InstLatx64 collection, the leaves that the table asks for, and an XCR0 that the
# usual operating system sets there. "leaf/subleaf: eax ebx ecx edx", all in hexadecimal.
OPTERON_6238 = """
0/0: 0000000d 68747541 444d4163 69746e65
1/0: 00600f12 000c0800 1e98220b 178bfbff
80000000/0: 8000001e 68747541 444d4163 69746e65
80000001/0: 00600f12 30000000 01c9bfff 2fd3fbff
80000002/0: 20444d41 6574704f 286e6f72 20294d54
80000003/0: 636f7250 6f737365 32362072 20203833
80000004/0: 20202020 20202020 20202020 00202020
80000008/0: 00003030 00000000 0000500b 00000000
"""
CORE_I7_4770 = """
0/0: 0000000d 756e6547 6c65746e 49656e69
1/0: 000306c3 00100800 7ffafbff bfebfbff
7/0: 00000000 000027ab 00000000 00000000
d/1: 00000001 00000000 00000000 00000000
80000000/0: 80000008 00000000 00000000 00000000
80000001/0: 00000000 00000000 00000021 2c100000
80000002/0: 65746e49 2952286c 726f4320 4d542865
80000003/0: 37692029 3737342d 50432030 20402055
80000004/0: 30342e33 007a4847 00000000 00000000
80000008/0: 00003027 00000000 00000000 00000000
"""
KAIXIAN_KX_7000 = """
0/0: 0000001f 746e6543 736c7561 48727561
1/0: 000607b1 00400800 7ffa73eb bfcbfbff
7/0: 00000000 200c25ab 0040000d 24000000
d/1: 0000000f 00000340 00010000 00000000
80000000/0: 80000008 00000000 00000000 00000000
80000001/0: 00000000 00000000 00000121 2c100800
80000002/0: 20202020 20202020 20202020 20202020
80000003/0: 20202020 20202020 4f41485a 204e4958
80000004/0: 5869614b 206e6169 372d584b 00303030
80000008/0: 0000302e 00000000 00000000 00000000
c0000000/0: c0000006 00000000 00000000 00000000
c0000001/0: 000607b1 00000000 00000000 1ec03dff
"""
RYZEN_7600X = """
0/0: 00000010 68747541 444d4163 69746e65
1/0: 00a60f12 000c0800 7ef8320b 178bfbff
7/0: 00000001 f1bf97a9 00405fce 10000010
7/1: 00000020 00000000 00000000 00000000
d/1: 0000000f 00000990 00001800 00000000
80000000/0: 80000028 68747541 444d4163 69746e65
80000001/0: 00a60f12 00000000 75c237ff 2fd3fbff
80000002/0: 20444d41 657a7952 2035206e 30303637
80000003/0: 2d362058 65726f43 6f725020 73736563
80000004/0: 2020726f 20202020 20202020 00202020
80000008/0: 00003030 191ef257 0000400b 00010000
8000001f/0: 00000001 000000b3 00000000 00000000
"""

# Features whose presence or absence is well known of each, from product pages and compilers' -march tables. The i7 was
# recorded by a 32-bit program, which does not see SYSCALL; none ran an OS that had turned protection keys on.
COMMON = "X64 FPU CMOV CX8 MMX FXSR SSE SSE2 SSE3 SSSE3 SSE4_1 SSE4_2 POPCNT CMPXCHG16B AES PCLMULQDQ AVX XSAVE"
MACHINES = [
    (
        *(OPTERON_6238, 0x4000000000000007, "AuthenticAMD", "AMD Opteron(TM) Processor 6238"),
        "FMA4 XOP SSE4A LWP LZCNT SVM SKINIT_OR_SVM PREFETCHW RDTSCP SYSCALL",
        "FMA AVX2 BMI1 BMI2 F16C MOVBE RDRAND TBM D3NOW AVX512F PADLOCK_RNG XSAVEOPT KNC",
    ),
    (
        *(CORE_I7_4770, 0x7, "GenuineIntel", "Intel(R) Core(TM) i7-4770 CPU @ 3.40GHz"),
        "FMA F16C AVX2 BMI1 BMI2 LZCNT MOVBE RDRAND FSGSBASE INVPCID XSAVEOPT RDTSCP VMX SMX",
        "FMA4 XOP SSE4A LWP SVM RTM HLE_OR_RTM ADX RDSEED SHA AVX512F XSAVEC PREFETCHW D3NOW SGX1 PADLOCK_ACE",
    ),
    (
        *(KAIXIAN_KX_7000, 0x207, "CentaurHauls", "ZHAOXIN KaiXian KX-7000"),
        "PADLOCK_RNG PADLOCK_GMI PADLOCK_ACE PADLOCK_PHE PADLOCK_PMM AVX2 BMI1 BMI2 SHA RDSEED XSAVES RDPID SYSCALL",
        "PADLOCK_UNDOC AVX512F VAES SVM PKU",
    ),
    (
        *(RYZEN_7600X, 0x2E7, "AuthenticAMD", "AMD Ryzen 5 7600X 6-Core Processor"),
        "AVX512F AVX512VL AVX512BW AVX512DQ AVX512CD AVX512_IFMA AVX512_VBMI AVX512_VBMI2 AVX512_VNNI AVX512_BITALG "
        "AVX512_VPOPCNTDQ AVX512_BF16 GFNI VAES VPCLMULQDQ SHA FMA F16C AVX2 BMI1 BMI2 LZCNT MONITORX CLZERO RDPRU "
        "WBNOINVD CET_SS RDPID CLWB XSAVES SSE4A SYSCALL",
        "AVX512_FP16 AVX_VNNI AVX512ER AVX512PF AMX_TILE FMA4 XOP TBM LWP D3NOW RTM WAITPKG SEV_SNP INVLPGB PKU",
    ),
]
NAMES = [machine[3] for machine in MACHINES]


CPUID_TEXT = """
    push rbx
    mov r8, rdx
    mov eax, edi
    mov ecx, esi
    cpuid
    mov [r8], eax
    mov [r8 + 4], ebx
    mov [r8 + 8], ecx
    mov [r8 + 12], edx
    pop rbx
    ret
"""
XGETBV_TEXT = """
    xor ecx, ecx
    xgetbv
    shl rdx, 32
    or rax, rdx
    ret
"""


def replay(record, xcr0, spoil=0):
    """A Processor made from a record; leaves that the record lacks answer with `spoil` in every register."""
    answers = {}
    for line in record.split("\n")[1:-1]:
        place, _, registers = line.partition(": ")
        leaf, subleaf = place.split("/")
        answers[int(leaf, 16), int(subleaf, 16)] = tuple(int(r, 16) for r in registers.split())

    def cpuid(leaf, subleaf):
        beyond = leaf & 0xFFFF > answers.get((leaf & 0xF0000000, 0), (0,))[0] & 0xFFFF
        return answers.get((leaf, subleaf), (spoil if beyond else 0,) * 4)

    return cpu.Processor(cpuid, lambda: xcr0)


@pytest.mark.parametrize(("record", "xcr0", "vendor", "brand", "present", "absent"), MACHINES, ids=NAMES)
def test_recorded_machines(record, xcr0, vendor, brand, present, absent):
    machine = replay(record, xcr0)
    assert (machine.vendor, machine.brand) == (vendor, brand)
    assert set(f"{COMMON} {present}".split()) - machine.features == set()
    assert set(absent.split()) & machine.features == set()
    assert machine.features <= cpu.known_features()


@pytest.mark.parametrize("record", [machine[0] for machine in MACHINES], ids=NAMES)
def test_leaves_above_the_highest_are_not_believed(record):
    # Intel's processors answer a leaf that is too high with the data of another.
    assert replay(record, 0x7, spoil=0xFFFFFFFF).features == replay(record, 0x7).features


def test_register_state_that_the_os_does_not_save_hides_features():
    everything = replay(RYZEN_7600X, 0x2E7).features
    without_zmm = replay(RYZEN_7600X, 0x207).features
    without_ymm = replay(RYZEN_7600X, 0x3).features
    assert everything - without_zmm == {name for name in everything if name.startswith("AVX512")}
    assert without_zmm - without_ymm == {"AVX", "AVX2", "FMA", "F16C", "VAES", "VPCLMULQDQ"}
    assert {"GFNI", "AES", "PCLMULQDQ", "SSE4_2", "BMI2", "XSAVE"} <= without_ymm
    # Opmask state alone, as some hypervisors have it, is not enough for AVX-512.
    assert replay(RYZEN_7600X, 0x27).features == without_zmm


def test_xgetbv_is_not_run_where_the_os_has_not_turned_it_on():
    record = CORE_I7_4770.replace("7ffafbff", f"{0x7FFAFBFF & ~(1 << 27):08x}")

    def cpuid(leaf, subleaf):
        for line in record.splitlines():
            if line.startswith(f"{leaf:x}/{subleaf:x}: "):
                a, b, c, d = (int(r, 16) for r in line.split()[1:])
                return a, b, c, d
        return 0, 0, 0, 0

    def xgetbv():
        raise AssertionError("would be an invalid opcode")

    present = cpu.Processor(cpuid, xgetbv).features
    assert not {"XSAVE", "XSAVEOPT", "AVX", "AVX2", "FMA"} & present
    assert {"SSE4_2", "BMI1"} <= present


def test_every_feature_in_the_instruction_table_is_known():
    forms = pathlib.Path(cpu.__file__).with_name("forms.txt").read_text()
    rows = [line.split("|") for line in forms.splitlines() if not line.startswith("#")]
    names = {name for row in rows for name in row[7].split()}
    assert len(names) > 100
    assert names - cpu.known_features() == set()


def test_table_agrees_with_the_decoder_library():
    iced = pytest.importorskip("iced_x86")
    names = {value: name for name, value in vars(iced.CpuidFeature).items() if isinstance(value, int)}
    used = set()
    for code in {value for value in vars(iced.Code).values() if isinstance(value, int)}:
        info = iced.OpCodeInfo(code)
        if info.mode64 and info.is_instruction:
            used.update(names[feature] for feature in iced.Instruction.create(code).cpuid_features())
    assert used - cpu.known_features() == set()

    # The library documents where most features are reported: "CPUID.(EAX=07H, ECX=0H):EBX.ADX[bit 19]".
    notes = pathlib.Path(iced.CpuidFeature.__file__).read_text(encoding="utf-8")
    place = r"CPUID\.\(?(?:EAX=)?0?(\w+)H(?:, ECX=0?(\w)H\))?:(\w+)\.[\w-]+\[bit (\d+)\]"
    note = re.compile(r"^(\w+): CpuidFeature = .*\n\"\"\"\n[^\"]*?" + place, re.M)
    compared = 0
    for name, leaf, subleaf, register, bit in note.findall(notes):
        if name not in used or name == "X64":
            continue
        leaf = leaf.lstrip("0").lower()
        # Leaves without subleaves: the library writes one of them as if it had them.
        subleaf = f"/{subleaf}" if subleaf and leaf != "80000008" else ""
        assert f"{leaf}{subleaf}.{register.lower()}[{int(bit)}]" in cpu._rules()[name], name
        compared += 1
    assert compared > 110


# As Linux names them in /proc/cpuinfo, where that is not just the name in lower case.
LINUX_NAMES = dict(
    pair.split("=")
    for pair in (
        "SSE3=pni CMPXCHG16B=cx16 CLFSH=clflush LZCNT=abm PREFETCHW=3dnowprefetch SHA=sha_ni D3NOW=3dnow X64=lm "
        "D3NOWEXT=3dnowext PKU=ospke AVX512_IFMA=avx512ifma AVX512_VBMI=avx512vbmi"
    ).split()
)
# Not shown by Linux under any name, only by newer kernels, or only when a driver is in use.
LINUX_HIDES = (
    "INTEL8086 INTEL186 INTEL286 INTEL386 INTEL486 CPUID MULTIBYTENOP PAUSE RDPMC SMM FPU287 FPU387 INVEPT INVVPID "
    "HLE_OR_RTM SKINIT_OR_SVM CET_SS CET_IBT MPX PCOMMIT PREFETCHWT1 PREFETCHITI SGX1 OSS PTWRITE AESKLE WIDE_KL KL "
    "VMX SVM SEV_ES SEV_SNP RMPQUERY UINTR FRED LKGS WRMSRNS MSRLIST TSE RAO_INT HRESET PCONFIG CMPCCXADD ENQCMD SMX "
    "PADLOCK_RNG PADLOCK_GMI PADLOCK_ACE PADLOCK_PHE PADLOCK_PMM AVX_VNNI_INT8 AVX_VNNI_INT16 AVX_NE_CONVERT AVX_IFMA "
    "AMX_FP16 AMX_COMPLEX SHA512 SM3 SM4 MCOMMIT INVLPGB INVPCID LWP"
).split()


def test_running_machine_agrees_with_linux():
    flags = re.search(r"^flags\s*:(.*)", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    if platform.machine() != "x86_64" or not flags:
        pytest.skip("no x86-64 flags in /proc/cpuinfo")
    shown = set(flags[1].split())
    names = cpu.known_features() - set(LINUX_HIDES)
    assert len(names) > 70
    expected = {name for name in names if LINUX_NAMES.get(name, name.lower()) in shown}
    assert cpu.features() & names == expected
    assert cpu.processor().vendor in pathlib.Path("/proc/cpuinfo").read_text()


def test_its_machine_code_is_what_it_says():
    for code, text in ((cpu.CPUID, CPUID_TEXT), (cpu.XGETBV, XGETBV_TEXT)):
        assert assemble(text) == code


def test_baseline_and_widest_vector():
    assert {"INTEL8086", "X64", "CPUID", "SSE2", "SYSCALL"} <= cpu.features()
    assert cpu.features() is cpu.features()
    assert cpu.widest_vector() in (128, 256, 512)
    assert (cpu.widest_vector() == 512) == ("AVX512F" in cpu.features())


def test_missing():
    assert cpu.missing([]) == []
    assert cpu.missing(["SSE2", "X64"]) == []
    assert cpu.missing(iter(["UDBG", "SSE2", "KNC"])) == ["KNC", "UDBG"]
    assert cpu.missing(["NO_SUCH_FEATURE"]) == ["NO_SUCH_FEATURE"]
    # No-operations on a processor without them.
    assert cpu.missing(["CET_IBT", "CLDEMOTE", "PREFETCHITI", "PREFETCHW", "PREFETCHWT1"]) == []


TILES = """
import sys
from ctypes import CFUNCTYPE, c_int
from jitney.machine import link
from jitney.x86 import Assembler, cpu, eax, ptr, tmm0, rip
if "ask" in sys.argv and cpu.missing(["AMX_TILE"]):
    sys.exit("refused")
a = Assembler()
config = a.constant(bytes([1] + 15 * [0] + [64] + 31 * [0] + [16] + 15 * [0]), align=64)
a.ldtilecfg(ptr[rip + config])
a.tilezero(tmm0)
a.tilerelease()
a.mov(eax, 42)
a.ret()
image = link(a.code())
print(CFUNCTYPE(c_int)(image.address)())
"""


def test_tiles_run_only_after_the_kernel_was_asked():
    if "AMX_TILE" not in cpu.features():
        pytest.skip("no AMX here")

    def child(*arguments):
        return subprocess.run([sys.executable, "-c", TILES, *arguments], capture_output=True, text=True, timeout=60)

    asked = child("ask")
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "42\n", "")
    assert child().returncode < 0  # killed: this is what missing() protects from
