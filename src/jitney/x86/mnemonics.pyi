# Made by tools/make_stubs.py from forms.txt; do not edit.
from typing import TypeAlias

from ..machine.sections import Symbol
from .operands import Masked, Mem, Reg, Rounding
from .select import Selector

# The built-in types, whose names instructions take.
Int: TypeAlias = int
Str: TypeAlias = str
Encoding: TypeAlias = str | tuple[str, ...] | None

def install(cls: type, name: str, found: Selector) -> None: ...

class Mnemonics:
    def aadd(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        aadd m32, r32    [RAO_INT]
        aadd m64, r64    [RAO_INT]
        """
    def aand(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        aand m32, r32    [RAO_INT]
        aand m64, r64    [RAO_INT]
        """
    def adc(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        adc r/m8, r8
        adc r/m16, r16
        adc r/m32, r32
        adc r/m64, r64
        adc r8, r/m8
        adc r16, r/m16
        adc r32, r/m32
        adc r64, r/m64
        adc al, imm8
        adc ax, imm16
        adc eax, imm32
        adc rax, simm32
        adc r/m8, imm8
        adc r/m16, imm16
        adc r/m32, imm32
        adc r/m64, simm32
        adc r/m16, simm8
        adc r/m32, simm8
        adc r/m64, simm8
        """
    def adcx(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        adcx r32, r/m32    [ADX]
        adcx r64, r/m64    [ADX]
        """
    def add(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        add r/m8, r8
        add r/m16, r16
        add r/m32, r32
        add r/m64, r64
        add r8, r/m8
        add r16, r/m16
        add r32, r/m32
        add r64, r/m64
        add al, imm8
        add ax, imm16
        add eax, imm32
        add rax, simm32
        add r/m8, imm8
        add r/m16, imm16
        add r/m32, imm32
        add r/m64, simm32
        add r/m16, simm8
        add r/m32, simm8
        add r/m64, simm8
        """
    def addpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        addpd xmm1, xmm2/m128    [SSE2]
        """
    def addps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        addps xmm1, xmm2/m128    [SSE]
        """
    def addsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        addsd xmm1, xmm2/m64    [SSE2]
        """
    def addss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        addss xmm1, xmm2/m32    [SSE]
        """
    def addsubpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        addsubpd xmm1, xmm2/m128    [SSE3]
        """
    def addsubps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        addsubps xmm1, xmm2/m128    [SSE3]
        """
    def adox(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        adox r32, r/m32    [ADX]
        adox r64, r/m64    [ADX]
        """
    def aesdec(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesdec xmm1, xmm2/m128    [AES]
        """
    def aesdec128kl(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesdec128kl xmm, m384    [AESKLE]
        """
    def aesdec256kl(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesdec256kl xmm, m512    [AESKLE]
        """
    def aesdeclast(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesdeclast xmm1, xmm2/m128    [AES]
        """
    def aesdecwide128kl(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesdecwide128kl m384    [AESKLE WIDE_KL]
        """
    def aesdecwide256kl(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesdecwide256kl m512    [AESKLE WIDE_KL]
        """
    def aesenc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesenc xmm1, xmm2/m128    [AES]
        """
    def aesenc128kl(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesenc128kl xmm, m384    [AESKLE]
        """
    def aesenc256kl(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesenc256kl xmm, m512    [AESKLE]
        """
    def aesenclast(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesenclast xmm1, xmm2/m128    [AES]
        """
    def aesencwide128kl(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesencwide128kl m384    [AESKLE WIDE_KL]
        """
    def aesencwide256kl(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesencwide256kl m512    [AESKLE WIDE_KL]
        """
    def aesimc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        aesimc xmm1, xmm2/m128    [AES]
        """
    def aeskeygenassist(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        aeskeygenassist xmm1, xmm2/m128, imm8    [AES]
        """
    def and_(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        and r/m8, r8
        and r/m16, r16
        and r/m32, r32
        and r/m64, r64
        and r8, r/m8
        and r16, r/m16
        and r32, r/m32
        and r64, r/m64
        and al, imm8
        and ax, imm16
        and eax, imm32
        and rax, simm32
        and r/m8, imm8
        and r/m16, imm16
        and r/m32, imm32
        and r/m64, simm32
        and r/m16, simm8
        and r/m32, simm8
        and r/m64, simm8
        """
    def andn(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        andn r32a, r32b, r/m32    [BMI1]
        andn r64a, r64b, r/m64    [BMI1]
        """
    def andnpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        andnpd xmm1, xmm2/m128    [SSE2]
        """
    def andnps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        andnps xmm1, xmm2/m128    [SSE]
        """
    def andpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        andpd xmm1, xmm2/m128    [SSE2]
        """
    def andps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        andps xmm1, xmm2/m128    [SSE]
        """
    def aor(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        aor m32, r32    [RAO_INT]
        aor m64, r64    [RAO_INT]
        """
    def axor(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        axor m32, r32    [RAO_INT]
        axor m64, r64    [RAO_INT]
        """
    def bextr(self, dst: Reg, src: Reg | Mem, src2: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        bextr r32a, r/m32, r32b    [BMI1]
        bextr r64a, r/m64, r64b    [BMI1]
        bextr r32, r/m32, imm32    [TBM]
        bextr r64, r/m64, imm32    [TBM]
        """
    def blcfill(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blcfill r32, r/m32    [TBM]
        blcfill r64, r/m64    [TBM]
        """
    def blci(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blci r32, r/m32    [TBM]
        blci r64, r/m64    [TBM]
        """
    def blcic(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blcic r32, r/m32    [TBM]
        blcic r64, r/m64    [TBM]
        """
    def blcmsk(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blcmsk r32, r/m32    [TBM]
        blcmsk r64, r/m64    [TBM]
        """
    def blcs(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blcs r32, r/m32    [TBM]
        blcs r64, r/m64    [TBM]
        """
    def blendpd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        blendpd xmm1, xmm2/m128, imm8    [SSE4_1]
        """
    def blendps(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        blendps xmm1, xmm2/m128, imm8    [SSE4_1]
        """
    def blendvpd(self, dst: Reg, src: Reg | Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        blendvpd xmm1, xmm2/m128, <xmm0>    [SSE4_1]
        """
    def blendvps(self, dst: Reg, src: Reg | Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        blendvps xmm1, xmm2/m128, <xmm0>    [SSE4_1]
        """
    def blsfill(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blsfill r32, r/m32    [TBM]
        blsfill r64, r/m64    [TBM]
        """
    def blsi(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blsi r32, r/m32    [BMI1]
        blsi r64, r/m64    [BMI1]
        """
    def blsic(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blsic r32, r/m32    [TBM]
        blsic r64, r/m64    [TBM]
        """
    def blsmsk(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blsmsk r32, r/m32    [BMI1]
        blsmsk r64, r/m64    [BMI1]
        """
    def blsr(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        blsr r32, r/m32    [BMI1]
        blsr r64, r/m64    [BMI1]
        """
    def bndcl(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        bndcl bnd, r/m64    [MPX]
        """
    def bndcn(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        bndcn bnd, r/m64    [MPX]
        """
    def bndcu(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        bndcu bnd, r/m64    [MPX]
        """
    def bndldx(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        bndldx bnd, mib    [MPX]
        """
    def bndmk(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        bndmk bnd, m64    [MPX]
        """
    def bndmov(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        bndmov bnd1, bnd2/m128    [MPX]
        bndmov bnd1/m128, bnd2    [MPX]
        """
    def bndstx(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        bndstx mib, bnd    [MPX]
        """
    def bsf(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        bsf r16, r/m16
        bsf r32, r/m32
        bsf r64, r/m64
        """
    def bsr(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        bsr r16, r/m16
        bsr r32, r/m32
        bsr r64, r/m64
        """
    def bswap(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        bswap r16
        bswap r32
        bswap r64
        """
    def bt(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        bt r/m16, r16
        bt r/m32, r32
        bt r/m64, r64
        bt r/m16, imm8
        bt r/m32, imm8
        bt r/m64, imm8
        """
    def btc(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        btc r/m16, imm8
        btc r/m32, imm8
        btc r/m64, imm8
        btc r/m16, r16
        btc r/m32, r32
        btc r/m64, r64
        """
    def btr(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        btr r/m16, r16
        btr r/m32, r32
        btr r/m64, r64
        btr r/m16, imm8
        btr r/m32, imm8
        btr r/m64, imm8
        """
    def bts(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        bts r/m16, r16
        bts r/m32, r32
        bts r/m64, r64
        bts r/m16, imm8
        bts r/m32, imm8
        bts r/m64, imm8
        """
    def bzhi(self, dst: Reg, src: Reg | Mem, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        bzhi r32a, r/m32, r32b    [BMI2]
        bzhi r64a, r/m64, r64b    [BMI2]
        """
    def call(self, dst: Reg | Mem | Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        call rel16
        call rel32
        call r/m16
        call r/m64
        call m16:16
        call m16:32
        call m16:64
        """
    def cbw(self, *, encoding: Encoding = None) -> None:
        """
        cbw
        """
    def ccs_encrypt(self, *, encoding: Encoding = None) -> None:
        """
        ccs_encrypt    [PADLOCK_GMI]
        ccs_encrypt    [PADLOCK_GMI]
        """
    def ccs_hash(self, *, encoding: Encoding = None) -> None:
        """
        ccs_hash    [PADLOCK_GMI]
        ccs_hash    [PADLOCK_GMI]
        """
    def cdq(self, *, encoding: Encoding = None) -> None:
        """
        cdq
        """
    def cdqe(self, *, encoding: Encoding = None) -> None:
        """
        cdqe
        """
    def clac(self, *, encoding: Encoding = None) -> None:
        """
        clac    [SMAP]
        """
    def clc(self, *, encoding: Encoding = None) -> None:
        """
        clc
        """
    def cld(self, *, encoding: Encoding = None) -> None:
        """
        cld
        """
    def cldemote(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        cldemote m8    [CLDEMOTE]
        """
    def clevict0(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        clevict0 m8    [KNC]
        clevict0 m8    [KNC]
        """
    def clevict1(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        clevict1 m8    [KNC]
        clevict1 m8    [KNC]
        """
    def clflush(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        clflush m8    [CLFSH]
        """
    def clflushopt(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        clflushopt m8    [CLFLUSHOPT]
        """
    def clgi(self, *, encoding: Encoding = None) -> None:
        """
        clgi    [SVM]
        """
    def cli(self, *, encoding: Encoding = None) -> None:
        """
        cli
        """
    def clrssbsy(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        clrssbsy m64    [CET_SS]
        """
    def clts(self, *, encoding: Encoding = None) -> None:
        """
        clts
        """
    def clui(self, *, encoding: Encoding = None) -> None:
        """
        clui    [UINTR]
        """
    def clwb(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        clwb m8    [CLWB]
        """
    def clzero(self, *, encoding: Encoding = None) -> None:
        """
        clzero    [CLZERO]
        clzero    [CLZERO]
        """
    def cmc(self, *, encoding: Encoding = None) -> None:
        """
        cmc
        """
    def cmova(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmova r16, r/m16    [CMOV]
        cmova r32, r/m32    [CMOV]
        cmova r64, r/m64    [CMOV]
        """
    def cmovae(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovae r16, r/m16    [CMOV]
        cmovae r32, r/m32    [CMOV]
        cmovae r64, r/m64    [CMOV]
        """
    def cmovb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovb r16, r/m16    [CMOV]
        cmovb r32, r/m32    [CMOV]
        cmovb r64, r/m64    [CMOV]
        """
    def cmovbe(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovbe r16, r/m16    [CMOV]
        cmovbe r32, r/m32    [CMOV]
        cmovbe r64, r/m64    [CMOV]
        """
    def cmovc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovb r16, r/m16    [CMOV]
        cmovb r32, r/m32    [CMOV]
        cmovb r64, r/m64    [CMOV]
        """
    def cmove(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmove r16, r/m16    [CMOV]
        cmove r32, r/m32    [CMOV]
        cmove r64, r/m64    [CMOV]
        """
    def cmovg(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovg r16, r/m16    [CMOV]
        cmovg r32, r/m32    [CMOV]
        cmovg r64, r/m64    [CMOV]
        """
    def cmovge(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovge r16, r/m16    [CMOV]
        cmovge r32, r/m32    [CMOV]
        cmovge r64, r/m64    [CMOV]
        """
    def cmovl(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovl r16, r/m16    [CMOV]
        cmovl r32, r/m32    [CMOV]
        cmovl r64, r/m64    [CMOV]
        """
    def cmovle(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovle r16, r/m16    [CMOV]
        cmovle r32, r/m32    [CMOV]
        cmovle r64, r/m64    [CMOV]
        """
    def cmovna(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovbe r16, r/m16    [CMOV]
        cmovbe r32, r/m32    [CMOV]
        cmovbe r64, r/m64    [CMOV]
        """
    def cmovnae(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovb r16, r/m16    [CMOV]
        cmovb r32, r/m32    [CMOV]
        cmovb r64, r/m64    [CMOV]
        """
    def cmovnb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovae r16, r/m16    [CMOV]
        cmovae r32, r/m32    [CMOV]
        cmovae r64, r/m64    [CMOV]
        """
    def cmovnbe(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmova r16, r/m16    [CMOV]
        cmova r32, r/m32    [CMOV]
        cmova r64, r/m64    [CMOV]
        """
    def cmovnc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovae r16, r/m16    [CMOV]
        cmovae r32, r/m32    [CMOV]
        cmovae r64, r/m64    [CMOV]
        """
    def cmovne(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovne r16, r/m16    [CMOV]
        cmovne r32, r/m32    [CMOV]
        cmovne r64, r/m64    [CMOV]
        """
    def cmovng(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovle r16, r/m16    [CMOV]
        cmovle r32, r/m32    [CMOV]
        cmovle r64, r/m64    [CMOV]
        """
    def cmovnge(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovl r16, r/m16    [CMOV]
        cmovl r32, r/m32    [CMOV]
        cmovl r64, r/m64    [CMOV]
        """
    def cmovnl(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovge r16, r/m16    [CMOV]
        cmovge r32, r/m32    [CMOV]
        cmovge r64, r/m64    [CMOV]
        """
    def cmovnle(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovg r16, r/m16    [CMOV]
        cmovg r32, r/m32    [CMOV]
        cmovg r64, r/m64    [CMOV]
        """
    def cmovno(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovno r16, r/m16    [CMOV]
        cmovno r32, r/m32    [CMOV]
        cmovno r64, r/m64    [CMOV]
        """
    def cmovnp(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovnp r16, r/m16    [CMOV]
        cmovnp r32, r/m32    [CMOV]
        cmovnp r64, r/m64    [CMOV]
        """
    def cmovns(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovns r16, r/m16    [CMOV]
        cmovns r32, r/m32    [CMOV]
        cmovns r64, r/m64    [CMOV]
        """
    def cmovnz(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovne r16, r/m16    [CMOV]
        cmovne r32, r/m32    [CMOV]
        cmovne r64, r/m64    [CMOV]
        """
    def cmovo(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovo r16, r/m16    [CMOV]
        cmovo r32, r/m32    [CMOV]
        cmovo r64, r/m64    [CMOV]
        """
    def cmovp(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovp r16, r/m16    [CMOV]
        cmovp r32, r/m32    [CMOV]
        cmovp r64, r/m64    [CMOV]
        """
    def cmovpe(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovp r16, r/m16    [CMOV]
        cmovp r32, r/m32    [CMOV]
        cmovp r64, r/m64    [CMOV]
        """
    def cmovpo(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovnp r16, r/m16    [CMOV]
        cmovnp r32, r/m32    [CMOV]
        cmovnp r64, r/m64    [CMOV]
        """
    def cmovs(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmovs r16, r/m16    [CMOV]
        cmovs r32, r/m32    [CMOV]
        cmovs r64, r/m64    [CMOV]
        """
    def cmovz(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmove r16, r/m16    [CMOV]
        cmove r32, r/m32    [CMOV]
        cmove r64, r/m64    [CMOV]
        """
    def cmp(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        cmp r/m8, r8
        cmp r/m16, r16
        cmp r/m32, r32
        cmp r/m64, r64
        cmp r8, r/m8
        cmp r16, r/m16
        cmp r32, r/m32
        cmp r64, r/m64
        cmp al, imm8
        cmp ax, imm16
        cmp eax, imm32
        cmp rax, simm32
        cmp r/m8, imm8
        cmp r/m16, imm16
        cmp r/m32, imm32
        cmp r/m64, simm32
        cmp r/m16, simm8
        cmp r/m32, simm8
        cmp r/m64, simm8
        """
    def cmpbexadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpbexadd m32, r32, r32    [CMPCCXADD]
        cmpbexadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpbxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpbxadd m32, r32, r32    [CMPCCXADD]
        cmpbxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmplexadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmplexadd m32, r32, r32    [CMPCCXADD]
        cmplexadd m64, r64, r64    [CMPCCXADD]
        """
    def cmplxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmplxadd m32, r32, r32    [CMPCCXADD]
        cmplxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpnbexadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpnbexadd m32, r32, r32    [CMPCCXADD]
        cmpnbexadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpnbxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpnbxadd m32, r32, r32    [CMPCCXADD]
        cmpnbxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpnlexadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpnlexadd m32, r32, r32    [CMPCCXADD]
        cmpnlexadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpnlxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpnlxadd m32, r32, r32    [CMPCCXADD]
        cmpnlxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpnoxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpnoxadd m32, r32, r32    [CMPCCXADD]
        cmpnoxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpnpxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpnpxadd m32, r32, r32    [CMPCCXADD]
        cmpnpxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpnsxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpnsxadd m32, r32, r32    [CMPCCXADD]
        cmpnsxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpnzxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpnzxadd m32, r32, r32    [CMPCCXADD]
        cmpnzxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpoxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpoxadd m32, r32, r32    [CMPCCXADD]
        cmpoxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmppd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        cmppd xmm1, xmm2/m128, imm8    [SSE2]
        """
    def cmpps(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        cmpps xmm1, xmm2/m128, imm8    [SSE]
        """
    def cmppxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmppxadd m32, r32, r32    [CMPCCXADD]
        cmppxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpsb(self, dst: Mem = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        cmpsb <m8 ds:rsi>, <m8 es:rdi>
        """
    def cmpsd(self, dst: Reg | Mem = ..., src: Reg | Mem = ..., src2: Int | Symbol = ..., /, *, encoding: Encoding = None) -> None:
        """
        cmpsd <m32 ds:rsi>, <m32 es:rdi>
        cmpsd xmm1, xmm2/m64, imm8    [SSE2]
        """
    def cmpsq(self, dst: Mem = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        cmpsq <m64 ds:rsi>, <m64 es:rdi>
        """
    def cmpss(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        cmpss xmm1, xmm2/m32, imm8    [SSE]
        """
    def cmpsw(self, dst: Mem = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        cmpsw <m16 ds:rsi>, <m16 es:rdi>
        """
    def cmpsxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpsxadd m32, r32, r32    [CMPCCXADD]
        cmpsxadd m64, r64, r64    [CMPCCXADD]
        """
    def cmpxchg(self, dst: Reg | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpxchg r/m8, r8
        cmpxchg r/m16, r16
        cmpxchg r/m32, r32
        cmpxchg r/m64, r64
        """
    def cmpxchg16b(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmpxchg16b m128    [CMPXCHG16B]
        """
    def cmpxchg8b(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        cmpxchg8b m64    [CX8]
        """
    def cmpzxadd(self, dst: Mem, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        cmpzxadd m32, r32, r32    [CMPCCXADD]
        cmpzxadd m64, r64, r64    [CMPCCXADD]
        """
    def comisd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        comisd xmm1, xmm2/m64    [SSE2]
        """
    def comiss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        comiss xmm1, xmm2/m32    [SSE]
        """
    def cpuid(self, *, encoding: Encoding = None) -> None:
        """
        cpuid    [CPUID]
        """
    def cqo(self, *, encoding: Encoding = None) -> None:
        """
        cqo
        """
    def crc32(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        crc32 r32, r/m8    [SSE4_2]
        crc32 r64, r/m8    [SSE4_2]
        crc32 r32, r/m16    [SSE4_2]
        crc32 r32, r/m32    [SSE4_2]
        crc32 r64, r/m64    [SSE4_2]
        """
    def cvtdq2pd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtdq2pd xmm1, xmm2/m64    [SSE2]
        """
    def cvtdq2ps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtdq2ps xmm1, xmm2/m128    [SSE2]
        """
    def cvtpd2dq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtpd2dq xmm1, xmm2/m128    [SSE2]
        """
    def cvtpd2pi(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtpd2pi mm, xmm/m128    [SSE2]
        """
    def cvtpd2ps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtpd2ps xmm1, xmm2/m128    [SSE2]
        """
    def cvtpi2pd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtpi2pd xmm, mm/m64    [SSE2]
        """
    def cvtpi2ps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtpi2ps xmm, mm/m64    [SSE]
        """
    def cvtps2dq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtps2dq xmm1, xmm2/m128    [SSE2]
        """
    def cvtps2pd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtps2pd xmm1, xmm2/m64    [SSE2]
        """
    def cvtps2pi(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtps2pi mm, xmm/m64    [SSE]
        """
    def cvtsd2si(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtsd2si r32, xmm1/m64    [SSE2]
        cvtsd2si r64, xmm1/m64    [SSE2]
        """
    def cvtsd2ss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtsd2ss xmm1, xmm2/m64    [SSE2]
        """
    def cvtsi2sd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtsi2sd xmm1, r/m32    [SSE2]
        cvtsi2sd xmm1, r/m64    [SSE2]
        """
    def cvtsi2ss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtsi2ss xmm1, r/m32    [SSE]
        cvtsi2ss xmm1, r/m64    [SSE]
        """
    def cvtss2sd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtss2sd xmm1, xmm2/m32    [SSE2]
        """
    def cvtss2si(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvtss2si r32, xmm1/m32    [SSE]
        cvtss2si r64, xmm1/m32    [SSE]
        """
    def cvttpd2dq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvttpd2dq xmm1, xmm2/m128    [SSE2]
        """
    def cvttpd2pi(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvttpd2pi mm, xmm/m128    [SSE2]
        """
    def cvttps2dq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvttps2dq xmm1, xmm2/m128    [SSE2]
        """
    def cvttps2pi(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvttps2pi mm, xmm/m64    [SSE]
        """
    def cvttsd2si(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvttsd2si r32, xmm1/m64    [SSE2]
        cvttsd2si r64, xmm1/m64    [SSE2]
        """
    def cvttss2si(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        cvttss2si r32, xmm1/m32    [SSE]
        cvttss2si r64, xmm1/m32    [SSE]
        """
    def cwd(self, *, encoding: Encoding = None) -> None:
        """
        cwd
        """
    def cwde(self, *, encoding: Encoding = None) -> None:
        """
        cwde
        """
    def dec(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        dec r/m8
        dec r/m16
        dec r/m32
        dec r/m64
        """
    def delay(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        delay r32    [KNC]
        delay r64    [KNC]
        """
    def div(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        div r/m8
        div r/m16
        div r/m32
        div r/m64
        """
    def divpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        divpd xmm1, xmm2/m128    [SSE2]
        """
    def divps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        divps xmm1, xmm2/m128    [SSE]
        """
    def divsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        divsd xmm1, xmm2/m64    [SSE2]
        """
    def divss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        divss xmm1, xmm2/m32    [SSE]
        """
    def dppd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        dppd xmm1, xmm2/m128, imm8    [SSE4_1]
        """
    def dpps(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        dpps xmm1, xmm2/m128, imm8    [SSE4_1]
        """
    def emms(self, *, encoding: Encoding = None) -> None:
        """
        emms    [MMX]
        """
    def encls(self, *, encoding: Encoding = None) -> None:
        """
        encls    [SGX1]
        """
    def enclu(self, *, encoding: Encoding = None) -> None:
        """
        enclu    [SGX1]
        """
    def enclv(self, *, encoding: Encoding = None) -> None:
        """
        enclv    [OSS]
        """
    def encodekey128(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        encodekey128 r32, r32    [AESKLE]
        """
    def encodekey256(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        encodekey256 r32, r32    [AESKLE]
        """
    def endbr32(self, *, encoding: Encoding = None) -> None:
        """
        endbr32    [CET_IBT]
        """
    def endbr64(self, *, encoding: Encoding = None) -> None:
        """
        endbr64    [CET_IBT]
        """
    def enqcmd(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        enqcmd r32, m512    [ENQCMD]
        enqcmd r64, m512    [ENQCMD]
        """
    def enqcmds(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        enqcmds r32, m512    [ENQCMD]
        enqcmds r64, m512    [ENQCMD]
        """
    def enter(self, dst: Int | Symbol, src: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        enter imm16, imm8
        enter imm16, imm8
        """
    def erets(self, *, encoding: Encoding = None) -> None:
        """
        erets    [FRED]
        """
    def eretu(self, *, encoding: Encoding = None) -> None:
        """
        eretu    [FRED]
        """
    def extractps(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        extractps r/m32, xmm1, imm8    [SSE4_1]
        extractps r64/m32, xmm1, imm8    [SSE4_1]
        """
    def extrq(self, dst: Reg, src: Reg | Int | Symbol, src2: Int | Symbol = ..., /, *, encoding: Encoding = None) -> None:
        """
        extrq xmm1, imm8, imm8    [SSE4A]
        extrq xmm1, xmm2    [SSE4A]
        """
    def f2xm1(self, *, encoding: Encoding = None) -> None:
        """
        f2xm1
        """
    def fabs(self, *, encoding: Encoding = None) -> None:
        """
        fabs
        """
    def fadd(self, dst: Reg | Mem, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fadd m32fp
        fadd st(0), st(i)
        fadd m64fp
        fadd st(i), st(0)
        """
    def faddp(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        faddp st(i), st(0)
        """
    def fbld(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fbld m80bcd
        """
    def fbstp(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fbstp m80bcd
        """
    def fchs(self, *, encoding: Encoding = None) -> None:
        """
        fchs
        """
    def fclex(self, *, encoding: Encoding = None) -> None:
        """
        fclex
        """
    def fcmovb(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcmovb st(0), st(i)    [CMOV]
        """
    def fcmovbe(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcmovbe st(0), st(i)    [CMOV]
        """
    def fcmove(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcmove st(0), st(i)    [CMOV]
        """
    def fcmovnb(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcmovnb st(0), st(i)    [CMOV]
        """
    def fcmovnbe(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcmovnbe st(0), st(i)    [CMOV]
        """
    def fcmovne(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcmovne st(0), st(i)    [CMOV]
        """
    def fcmovnu(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcmovnu st(0), st(i)    [CMOV]
        """
    def fcmovu(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcmovu st(0), st(i)    [CMOV]
        """
    def fcom(self, dst: Reg | Mem, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fcom m32fp
        fcom <st(0)>, st(i)
        fcom m64fp
        fcom <st(0)>, st(i)
        """
    def fcomi(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcomi st(0), st(i)    [CMOV]
        """
    def fcomip(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fcomip st(0), st(i)    [CMOV]
        """
    def fcomp(self, dst: Reg | Mem, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fcomp m32fp
        fcomp <st(0)>, st(i)
        fcomp m64fp
        fcomp <st(0)>, st(i)
        fcomp <st(0)>, st(i)
        """
    def fcompp(self, *, encoding: Encoding = None) -> None:
        """
        fcompp
        """
    def fcos(self, *, encoding: Encoding = None) -> None:
        """
        fcos
        """
    def fdecstp(self, *, encoding: Encoding = None) -> None:
        """
        fdecstp
        """
    def fdisi(self, *, encoding: Encoding = None) -> None:
        """
        fdisi
        """
    def fdiv(self, dst: Reg | Mem, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fdiv m32fp
        fdiv st(0), st(i)
        fdiv m64fp
        fdiv st(i), st(0)
        """
    def fdivp(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fdivp st(i), st(0)
        """
    def fdivr(self, dst: Reg | Mem, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fdivr m32fp
        fdivr st(0), st(i)
        fdivr m64fp
        fdivr st(i), st(0)
        """
    def fdivrp(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fdivrp st(i), st(0)
        """
    def femms(self, *, encoding: Encoding = None) -> None:
        """
        femms    [D3NOW]
        """
    def feni(self, *, encoding: Encoding = None) -> None:
        """
        feni
        """
    def ffree(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        ffree st(i)
        """
    def ffreep(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        ffreep st(i)
        """
    def fiadd(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fiadd m32int
        fiadd m16int
        """
    def ficom(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        ficom m32int
        ficom m16int
        """
    def ficomp(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        ficomp m32int
        ficomp m16int
        """
    def fidiv(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fidiv m32int
        fidiv m16int
        """
    def fidivr(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fidivr m32int
        fidivr m16int
        """
    def fild(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fild m32int
        fild m16int
        fild m64int
        """
    def fimul(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fimul m32int
        fimul m16int
        """
    def fincstp(self, *, encoding: Encoding = None) -> None:
        """
        fincstp
        """
    def finit(self, *, encoding: Encoding = None) -> None:
        """
        finit
        """
    def fist(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fist m32int
        fist m16int
        """
    def fistp(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fistp m32int
        fistp m16int
        fistp m64int
        """
    def fisttp(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fisttp m32int    [SSE3]
        fisttp m64int    [SSE3]
        fisttp m16int    [SSE3]
        """
    def fisub(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fisub m32int
        fisub m16int
        """
    def fisubr(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fisubr m32int
        fisubr m16int
        """
    def fld(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        fld m32fp
        fld st(i)
        fld m80fp
        fld m64fp
        """
    def fld1(self, *, encoding: Encoding = None) -> None:
        """
        fld1
        """
    def fldcw(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fldcw m2byte
        """
    def fldenv(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fldenv m14byte
        fldenv m28byte
        """
    def fldl2e(self, *, encoding: Encoding = None) -> None:
        """
        fldl2e
        """
    def fldl2t(self, *, encoding: Encoding = None) -> None:
        """
        fldl2t
        """
    def fldlg2(self, *, encoding: Encoding = None) -> None:
        """
        fldlg2
        """
    def fldln2(self, *, encoding: Encoding = None) -> None:
        """
        fldln2
        """
    def fldpi(self, *, encoding: Encoding = None) -> None:
        """
        fldpi
        """
    def fldz(self, *, encoding: Encoding = None) -> None:
        """
        fldz
        """
    def fmul(self, dst: Reg | Mem, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fmul m32fp
        fmul st(0), st(i)
        fmul m64fp
        fmul st(i), st(0)
        """
    def fmulp(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fmulp st(i), st(0)
        """
    def fnclex(self, *, encoding: Encoding = None) -> None:
        """
        fnclex
        """
    def fndisi(self, *, encoding: Encoding = None) -> None:
        """
        fndisi
        """
    def fneni(self, *, encoding: Encoding = None) -> None:
        """
        fneni
        """
    def fninit(self, *, encoding: Encoding = None) -> None:
        """
        fninit
        """
    def fnop(self, *, encoding: Encoding = None) -> None:
        """
        fnop
        """
    def fnsave(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fnsave m94byte
        fnsave m108byte
        """
    def fnsetpm(self, *, encoding: Encoding = None) -> None:
        """
        fnsetpm
        """
    def fnstcw(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fnstcw m2byte
        """
    def fnstenv(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fnstenv m14byte
        fnstenv m28byte
        """
    def fnstsw(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        fnstsw m2byte
        fnstsw ax
        """
    def fpatan(self, *, encoding: Encoding = None) -> None:
        """
        fpatan
        """
    def fprem(self, *, encoding: Encoding = None) -> None:
        """
        fprem
        """
    def fprem1(self, *, encoding: Encoding = None) -> None:
        """
        fprem1
        """
    def fptan(self, *, encoding: Encoding = None) -> None:
        """
        fptan
        """
    def frndint(self, *, encoding: Encoding = None) -> None:
        """
        frndint
        """
    def frstor(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        frstor m94byte
        frstor m108byte
        """
    def fsave(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fsave m94byte
        fsave m108byte
        """
    def fscale(self, *, encoding: Encoding = None) -> None:
        """
        fscale
        """
    def fsetpm(self, *, encoding: Encoding = None) -> None:
        """
        fsetpm
        """
    def fsin(self, *, encoding: Encoding = None) -> None:
        """
        fsin
        """
    def fsincos(self, *, encoding: Encoding = None) -> None:
        """
        fsincos
        """
    def fsqrt(self, *, encoding: Encoding = None) -> None:
        """
        fsqrt
        """
    def fst(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        fst m32fp
        fst m64fp
        fst st(i)
        """
    def fstcw(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fstcw m2byte
        """
    def fstenv(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fstenv m14byte
        fstenv m28byte
        """
    def fstp(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        fstp m32fp
        fstp m80fp
        fstp m64fp
        fstp st(i)
        fstp st(i)
        fstp st(i)
        """
    def fstpnce(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fstpnce st(i)
        """
    def fstsw(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        fstsw m2byte
        fstsw ax
        """
    def fsub(self, dst: Reg | Mem, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fsub m32fp
        fsub st(0), st(i)
        fsub m64fp
        fsub st(i), st(0)
        """
    def fsubp(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fsubp st(i), st(0)
        """
    def fsubr(self, dst: Reg | Mem, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fsubr m32fp
        fsubr st(0), st(i)
        fsubr m64fp
        fsubr st(i), st(0)
        """
    def fsubrp(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fsubrp st(i), st(0)
        """
    def ftst(self, *, encoding: Encoding = None) -> None:
        """
        ftst
        """
    def fucom(self, dst: Reg, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fucom <st(0)>, st(i)
        """
    def fucomi(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fucomi st(0), st(i)    [CMOV]
        """
    def fucomip(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        fucomip st(0), st(i)    [CMOV]
        """
    def fucomp(self, dst: Reg, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fucomp <st(0)>, st(i)
        """
    def fucompp(self, *, encoding: Encoding = None) -> None:
        """
        fucompp
        """
    def fwait(self, *, encoding: Encoding = None) -> None:
        """
        wait
        """
    def fxam(self, *, encoding: Encoding = None) -> None:
        """
        fxam
        """
    def fxch(self, dst: Reg, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        fxch <st(0)>, st(i)
        fxch <st(0)>, st(i)
        fxch <st(0)>, st(i)
        """
    def fxrstor(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fxrstor m512byte    [FXSR]
        """
    def fxrstor64(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fxrstor64 m512byte    [FXSR]
        """
    def fxsave(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fxsave m512byte    [FXSR]
        """
    def fxsave64(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        fxsave64 m512byte    [FXSR]
        """
    def fxtract(self, *, encoding: Encoding = None) -> None:
        """
        fxtract
        """
    def fyl2x(self, *, encoding: Encoding = None) -> None:
        """
        fyl2x
        """
    def fyl2xp1(self, *, encoding: Encoding = None) -> None:
        """
        fyl2xp1
        """
    def getsec(self, *, encoding: Encoding = None) -> None:
        """
        getsec    [SMX]
        """
    def getsecq(self, *, encoding: Encoding = None) -> None:
        """
        getsecq    [SMX]
        """
    def gf2p8affineinvqb(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        gf2p8affineinvqb xmm1, xmm2/m128, imm8    [GFNI]
        """
    def gf2p8affineqb(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        gf2p8affineqb xmm1, xmm2/m128, imm8    [GFNI]
        """
    def gf2p8mulb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        gf2p8mulb xmm1, xmm2/m128    [GFNI]
        """
    def haddpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        haddpd xmm1, xmm2/m128    [SSE3]
        """
    def haddps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        haddps xmm1, xmm2/m128    [SSE3]
        """
    def hlt(self, *, encoding: Encoding = None) -> None:
        """
        hlt
        """
    def hreset(self, dst: Int | Symbol, src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        hreset imm8, <eax>    [HRESET]
        """
    def hsubpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        hsubpd xmm1, xmm2/m128    [SSE3]
        """
    def hsubps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        hsubps xmm1, xmm2/m128    [SSE3]
        """
    def idiv(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        idiv r/m8
        idiv r/m16
        idiv r/m32
        idiv r/m64
        """
    def imul(self, dst: Reg | Mem, src: Reg | Mem = ..., src2: Int | Symbol = ..., /, *, encoding: Encoding = None) -> None:
        """
        imul r16, r/m16, imm16
        imul r32, r/m32, imm32
        imul r64, r/m64, simm32
        imul r16, r/m16, simm8
        imul r32, r/m32, simm8
        imul r64, r/m64, simm8
        imul r/m8
        imul r/m16
        imul r/m32
        imul r/m64
        imul r16, r/m16
        imul r32, r/m32
        imul r64, r/m64
        """
    def in_(self, dst: Reg, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        in al, imm8
        in ax, imm8
        in eax, imm8
        in al, dx
        in ax, dx
        in eax, dx
        """
    def inc(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        inc r/m8
        inc r/m16
        inc r/m32
        inc r/m64
        """
    def incsspd(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        incsspd r32    [CET_SS]
        """
    def incsspq(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        incsspq r64    [CET_SS]
        """
    def insb(self, dst: Mem = ..., src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        insb <m8 es:rdi>, <dx>
        """
    def insd(self, dst: Mem = ..., src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        insd <m32 es:rdi>, <dx>
        """
    def insertps(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        insertps xmm1, xmm2/m32, imm8    [SSE4_1]
        """
    def insertq(self, dst: Reg, src: Reg, src2: Int | Symbol = ..., src3: Int | Symbol = ..., /, *, encoding: Encoding = None) -> None:
        """
        insertq xmm1, xmm2, imm8, imm8    [SSE4A]
        insertq xmm1, xmm2    [SSE4A]
        """
    def insw(self, dst: Mem = ..., src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        insw <m16 es:rdi>, <dx>
        """
    def int(self, dst: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        int imm8
        """
    def int1(self, *, encoding: Encoding = None) -> None:
        """
        int1
        """
    def int3(self, *, encoding: Encoding = None) -> None:
        """
        int3
        """
    def invd(self, *, encoding: Encoding = None) -> None:
        """
        invd
        """
    def invept(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        invept r64, m128    [INVEPT VMX]
        """
    def invlpg(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        invlpg m
        """
    def invlpga(self, *, encoding: Encoding = None) -> None:
        """
        invlpga    [SVM]
        invlpga    [SVM]
        """
    def invlpgb(self, *, encoding: Encoding = None) -> None:
        """
        invlpgb    [INVLPGB]
        invlpgb    [INVLPGB]
        """
    def invpcid(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        invpcid r64, m128    [INVPCID]
        """
    def invvpid(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        invvpid r64, m128    [INVVPID VMX]
        """
    def iret(self, *, encoding: Encoding = None) -> None:
        """
        iretd
        iret
        """
    def iretd(self, *, encoding: Encoding = None) -> None:
        """
        iretd
        """
    def iretq(self, *, encoding: Encoding = None) -> None:
        """
        iretq
        """
    def ja(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        ja rel8
        ja rel8
        ja rel16
        ja rel32
        """
    def jae(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jae rel8
        jae rel8
        jae rel16
        jae rel32
        """
    def jb(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jb rel8
        jb rel8
        jb rel16
        jb rel32
        """
    def jbe(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jbe rel8
        jbe rel8
        jbe rel16
        jbe rel32
        """
    def jc(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jb rel8
        jb rel8
        jb rel16
        jb rel32
        """
    def je(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        je rel8
        je rel8
        je rel16
        je rel32
        """
    def jecxz(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jecxz rel8
        jecxz rel8
        """
    def jg(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jg rel8
        jg rel8
        jg rel16
        jg rel32
        """
    def jge(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jge rel8
        jge rel8
        jge rel16
        jge rel32
        """
    def jknzd(self, dst: Reg, src: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jknzd k1, rel8    [KNC]
        jknzd k1, rel32    [KNC]
        """
    def jkzd(self, dst: Reg, src: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jkzd k1, rel8    [KNC]
        jkzd k1, rel32    [KNC]
        """
    def jl(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jl rel8
        jl rel8
        jl rel16
        jl rel32
        """
    def jle(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jle rel8
        jle rel8
        jle rel16
        jle rel32
        """
    def jmp(self, dst: Reg | Mem | Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jmp rel16
        jmp rel32
        jmp rel8
        jmp rel8
        jmp r/m16
        jmp r/m64
        jmp m16:16
        jmp m16:32
        jmp m16:64
        """
    def jna(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jbe rel8
        jbe rel8
        jbe rel16
        jbe rel32
        """
    def jnae(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jb rel8
        jb rel8
        jb rel16
        jb rel32
        """
    def jnb(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jae rel8
        jae rel8
        jae rel16
        jae rel32
        """
    def jnbe(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        ja rel8
        ja rel8
        ja rel16
        ja rel32
        """
    def jnc(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jae rel8
        jae rel8
        jae rel16
        jae rel32
        """
    def jne(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jne rel8
        jne rel8
        jne rel16
        jne rel32
        """
    def jng(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jle rel8
        jle rel8
        jle rel16
        jle rel32
        """
    def jnge(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jl rel8
        jl rel8
        jl rel16
        jl rel32
        """
    def jnl(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jge rel8
        jge rel8
        jge rel16
        jge rel32
        """
    def jnle(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jg rel8
        jg rel8
        jg rel16
        jg rel32
        """
    def jno(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jno rel8
        jno rel8
        jno rel16
        jno rel32
        """
    def jnp(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jnp rel8
        jnp rel8
        jnp rel16
        jnp rel32
        """
    def jns(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jns rel8
        jns rel8
        jns rel16
        jns rel32
        """
    def jnz(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jne rel8
        jne rel8
        jne rel16
        jne rel32
        """
    def jo(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jo rel8
        jo rel8
        jo rel16
        jo rel32
        """
    def jp(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jp rel8
        jp rel8
        jp rel16
        jp rel32
        """
    def jpe(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jp rel8
        jp rel8
        jp rel16
        jp rel32
        """
    def jpo(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jnp rel8
        jnp rel8
        jnp rel16
        jnp rel32
        """
    def jrcxz(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        jrcxz rel8
        jrcxz rel8
        """
    def js(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        js rel8
        js rel8
        js rel16
        js rel32
        """
    def jz(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        je rel8
        je rel8
        je rel16
        je rel32
        """
    def kaddb(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kaddb k1, k2, k3    [AVX512DQ]
        """
    def kaddd(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kaddd k1, k2, k3    [AVX512BW]
        """
    def kaddq(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kaddq k1, k2, k3    [AVX512BW]
        """
    def kaddw(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kaddw k1, k2, k3    [AVX512DQ]
        """
    def kand(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kand k1, k2    [KNC]
        """
    def kandb(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandb k1, k2, k3    [AVX512DQ]
        """
    def kandd(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandd k1, k2, k3    [AVX512BW]
        """
    def kandn(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandn k1, k2    [KNC]
        """
    def kandnb(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandnb k1, k2, k3    [AVX512DQ]
        """
    def kandnd(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandnd k1, k2, k3    [AVX512BW]
        """
    def kandnq(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandnq k1, k2, k3    [AVX512BW]
        """
    def kandnr(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandnr k1, k2    [KNC]
        """
    def kandnw(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandnw k1, k2, k3    [AVX512F]
        """
    def kandq(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandq k1, k2, k3    [AVX512BW]
        """
    def kandw(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kandw k1, k2, k3    [AVX512F]
        """
    def kconcath(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kconcath r64, k1, k2    [KNC]
        """
    def kconcatl(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kconcatl r64, k1, k2    [KNC]
        """
    def kextract(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kextract k1, r64, imm8    [KNC]
        """
    def kmerge2l1h(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kmerge2l1h k1, k2    [KNC]
        """
    def kmerge2l1l(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kmerge2l1l k1, k2    [KNC]
        """
    def kmov(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kmov k1, k2    [KNC]
        kmov k1, r32    [KNC]
        kmov r32, k1    [KNC]
        """
    def kmovb(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        kmovb k1, k2/m8    [AVX512DQ]
        kmovb m8, k1    [AVX512DQ]
        kmovb k1, r32    [AVX512DQ]
        kmovb r32, k1    [AVX512DQ]
        """
    def kmovd(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        kmovd k1, k2/m32    [AVX512BW]
        kmovd m32, k1    [AVX512BW]
        kmovd k1, r32    [AVX512BW]
        kmovd r32, k1    [AVX512BW]
        """
    def kmovq(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        kmovq k1, k2/m64    [AVX512BW]
        kmovq m64, k1    [AVX512BW]
        kmovq k1, r64    [AVX512BW]
        kmovq r64, k1    [AVX512BW]
        """
    def kmovw(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        kmovw k1, k2/m16    [AVX512F]
        kmovw m16, k1    [AVX512F]
        kmovw k1, r32    [AVX512F]
        kmovw r32, k1    [AVX512F]
        """
    def knot(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        knot k1, k2    [KNC]
        """
    def knotb(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        knotb k1, k2    [AVX512DQ]
        """
    def knotd(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        knotd k1, k2    [AVX512BW]
        """
    def knotq(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        knotq k1, k2    [AVX512BW]
        """
    def knotw(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        knotw k1, k2    [AVX512F]
        """
    def kor(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kor k1, k2    [KNC]
        """
    def korb(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        korb k1, k2, k3    [AVX512DQ]
        """
    def kord(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kord k1, k2, k3    [AVX512BW]
        """
    def korq(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        korq k1, k2, k3    [AVX512BW]
        """
    def kortest(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kortest k1, k2    [KNC]
        """
    def kortestb(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kortestb k1, k2    [AVX512DQ]
        """
    def kortestd(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kortestd k1, k2    [AVX512BW]
        """
    def kortestq(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kortestq k1, k2    [AVX512BW]
        """
    def kortestw(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kortestw k1, k2    [AVX512F]
        """
    def korw(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        korw k1, k2, k3    [AVX512F]
        """
    def kshiftlb(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kshiftlb k1, k2, imm8    [AVX512DQ]
        """
    def kshiftld(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kshiftld k1, k2, imm8    [AVX512BW]
        """
    def kshiftlq(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kshiftlq k1, k2, imm8    [AVX512BW]
        """
    def kshiftlw(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kshiftlw k1, k2, imm8    [AVX512F]
        """
    def kshiftrb(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kshiftrb k1, k2, imm8    [AVX512DQ]
        """
    def kshiftrd(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kshiftrd k1, k2, imm8    [AVX512BW]
        """
    def kshiftrq(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kshiftrq k1, k2, imm8    [AVX512BW]
        """
    def kshiftrw(self, dst: Reg, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        kshiftrw k1, k2, imm8    [AVX512F]
        """
    def ktestb(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        ktestb k1, k2    [AVX512DQ]
        """
    def ktestd(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        ktestd k1, k2    [AVX512BW]
        """
    def ktestq(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        ktestq k1, k2    [AVX512BW]
        """
    def ktestw(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        ktestw k1, k2    [AVX512DQ]
        """
    def kunpckbw(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kunpckbw k1, k2, k3    [AVX512F]
        """
    def kunpckdq(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kunpckdq k1, k2, k3    [AVX512BW]
        """
    def kunpckwd(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kunpckwd k1, k2, k3    [AVX512BW]
        """
    def kxnor(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxnor k1, k2    [KNC]
        """
    def kxnorb(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxnorb k1, k2, k3    [AVX512DQ]
        """
    def kxnord(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxnord k1, k2, k3    [AVX512BW]
        """
    def kxnorq(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxnorq k1, k2, k3    [AVX512BW]
        """
    def kxnorw(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxnorw k1, k2, k3    [AVX512F]
        """
    def kxor(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxor k1, k2    [KNC]
        """
    def kxorb(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxorb k1, k2, k3    [AVX512DQ]
        """
    def kxord(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxord k1, k2, k3    [AVX512BW]
        """
    def kxorq(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxorq k1, k2, k3    [AVX512BW]
        """
    def kxorw(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        kxorw k1, k2, k3    [AVX512F]
        """
    def lahf(self, *, encoding: Encoding = None) -> None:
        """
        lahf
        """
    def lar(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        lar r16, r/m16
        lar r32, r32/m16
        lar r64, r64/m16
        """
    def lddqu(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        lddqu xmm1, m128    [SSE3]
        """
    def ldmxcsr(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        ldmxcsr m32    [SSE]
        """
    def ldtilecfg(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        ldtilecfg m512    [AMX_TILE]
        """
    def lea(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        lea r16, m
        lea r32, m
        lea r64, m
        """
    def leave(self, *, encoding: Encoding = None) -> None:
        """
        leave
        leave
        """
    def lfence(self, *, encoding: Encoding = None) -> None:
        """
        lfence    [SSE2]
        lfence    [SSE2]
        lfence    [SSE2]
        lfence    [SSE2]
        lfence    [SSE2]
        lfence    [SSE2]
        lfence    [SSE2]
        lfence    [SSE2]
        """
    def lfs(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        lfs r16, m16:16
        lfs r32, m16:32
        lfs r64, m16:64
        """
    def lgdt(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        lgdt m16&64
        """
    def lgs(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        lgs r16, m16:16
        lgs r32, m16:32
        lgs r64, m16:64
        """
    def lidt(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        lidt m16&64
        """
    def lkgs(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        lkgs r/m16    [LKGS]
        lkgs r32/m16    [LKGS]
        lkgs r64/m16    [LKGS]
        """
    def lldt(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        lldt r/m16
        lldt r32/m16
        lldt r64/m16
        """
    def llwpcb(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        llwpcb r32    [LWP]
        llwpcb r64    [LWP]
        """
    def lmsw(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        lmsw r/m16
        lmsw r32/m16
        lmsw r64/m16
        """
    def loadiwkey(self, dst: Reg, src: Reg, src2: Reg = ..., src3: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        loadiwkey xmm1, xmm2, <eax>, <xmm0>    [KL]
        """
    def lodsb(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        lodsb <al>, <m8 ds:rsi>
        """
    def lodsd(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        lodsd <eax>, <m32 ds:rsi>
        """
    def lodsq(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        lodsq <rax>, <m64 ds:rsi>
        """
    def lodsw(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        lodsw <ax>, <m16 ds:rsi>
        """
    def loop(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        loop rel8
        loop rel8
        loop rel8
        loop rel8
        """
    def loope(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        loope rel8
        loope rel8
        loope rel8
        loope rel8
        """
    def loopne(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        loopne rel8
        loopne rel8
        loopne rel8
        loopne rel8
        """
    def loopnz(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        loopne rel8
        loopne rel8
        loopne rel8
        loopne rel8
        """
    def loopz(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        loope rel8
        loope rel8
        loope rel8
        loope rel8
        """
    def lsl(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        lsl r16, r/m16
        lsl r32, r32/m16
        lsl r64, r64/m16
        """
    def lss(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        lss r16, m16:16
        lss r32, m16:32
        lss r64, m16:64
        """
    def ltr(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        ltr r/m16
        ltr r32/m16
        ltr r64/m16
        """
    def lwpins(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        lwpins r32, r/m32, imm32    [LWP]
        lwpins r64, r/m32, imm32    [LWP]
        """
    def lwpval(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        lwpval r32, r/m32, imm32    [LWP]
        lwpval r64, r/m32, imm32    [LWP]
        """
    def lzcnt(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        lzcnt r16, r/m16    [LZCNT]
        lzcnt r32, r/m32    [LZCNT]
        lzcnt r64, r/m64    [LZCNT]
        lzcnt r32, r32    [KNC]
        lzcnt r64, r64    [KNC]
        """
    def maskmovdqu(self, dst: Reg | Mem, src: Reg, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        maskmovdqu <m128 ds:rdi>, xmm1, xmm2    [SSE2]
        """
    def maskmovq(self, dst: Reg | Mem, src: Reg, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        maskmovq <m64 ds:rdi>, mm1, mm2    [SSE]
        """
    def maxpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        maxpd xmm1, xmm2/m128    [SSE2]
        """
    def maxps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        maxps xmm1, xmm2/m128    [SSE]
        """
    def maxsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        maxsd xmm1, xmm2/m64    [SSE2]
        """
    def maxss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        maxss xmm1, xmm2/m32    [SSE]
        """
    def mcommit(self, *, encoding: Encoding = None) -> None:
        """
        mcommit    [MCOMMIT]
        """
    def mfence(self, *, encoding: Encoding = None) -> None:
        """
        mfence    [SSE2]
        mfence    [SSE2]
        mfence    [SSE2]
        mfence    [SSE2]
        mfence    [SSE2]
        mfence    [SSE2]
        mfence    [SSE2]
        mfence    [SSE2]
        """
    def minpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        minpd xmm1, xmm2/m128    [SSE2]
        """
    def minps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        minps xmm1, xmm2/m128    [SSE]
        """
    def minsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        minsd xmm1, xmm2/m64    [SSE2]
        """
    def minss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        minss xmm1, xmm2/m32    [SSE]
        """
    def monitor(self, *, encoding: Encoding = None) -> None:
        """
        monitor    [MONITOR]
        monitor    [MONITOR]
        """
    def monitorx(self, *, encoding: Encoding = None) -> None:
        """
        monitorx    [MONITORX]
        monitorx    [MONITORX]
        """
    def montmul(self, *, encoding: Encoding = None) -> None:
        """
        montmul    [PADLOCK_PMM]
        montmul    [PADLOCK_PMM]
        """
    def mov(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        mov r/m8, r8
        mov r/m16, r16
        mov r/m32, r32
        mov r/m64, r64
        mov r8, r/m8
        mov r16, r/m16
        mov r32, r/m32
        mov r64, r/m64
        mov r/m16, Sreg
        mov r32/m16, Sreg
        mov r64/m16, Sreg
        mov Sreg, r/m16
        mov Sreg, r32/m16
        mov Sreg, r64/m16
        mov al, moffs8
        mov ax, moffs16
        mov eax, moffs32
        mov rax, moffs64
        mov moffs8, al
        mov moffs16, ax
        mov moffs32, eax
        mov moffs64, rax
        mov r8, imm8
        mov r16, imm16
        mov r32, imm32
        mov r64, imm64
        mov r/m8, imm8
        mov r/m16, imm16
        mov r/m32, imm32
        mov r/m64, simm32
        mov r64, cr
        mov r64, dr
        mov cr, r64
        mov dr, r64
        """
    def movapd(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movapd xmm1, xmm2/m128    [SSE2]
        movapd xmm2/m128, xmm1    [SSE2]
        """
    def movaps(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movaps xmm1, xmm2/m128    [SSE]
        movaps xmm2/m128, xmm1    [SSE]
        """
    def movbe(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movbe r16, m16    [MOVBE]
        movbe r32, m32    [MOVBE]
        movbe r64, m64    [MOVBE]
        movbe m16, r16    [MOVBE]
        movbe m32, r32    [MOVBE]
        movbe m64, r64    [MOVBE]
        """
    def movd(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movd mm, r/m32    [MMX]
        movd xmm, r/m32    [SSE2]
        movd r/m32, mm    [MMX]
        movd r/m32, xmm    [SSE2]
        """
    def movddup(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movddup xmm1, xmm2/m64    [SSE3]
        """
    def movdir64b(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        movdir64b r32, m512    [MOVDIR64B]
        movdir64b r64, m512    [MOVDIR64B]
        """
    def movdiri(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movdiri m32, r32    [MOVDIRI]
        movdiri m64, r64    [MOVDIRI]
        """
    def movdq2q(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movdq2q mm, xmm    [SSE2]
        """
    def movdqa(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movdqa xmm1, xmm2/m128    [SSE2]
        movdqa xmm2/m128, xmm1    [SSE2]
        """
    def movdqu(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movdqu xmm1, xmm2/m128    [SSE2]
        movdqu xmm2/m128, xmm1    [SSE2]
        """
    def movhlps(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movhlps xmm1, xmm2    [SSE]
        """
    def movhpd(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movhpd xmm1, m64    [SSE2]
        movhpd m64, xmm1    [SSE2]
        """
    def movhps(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movhps xmm1, m64    [SSE]
        movhps m64, xmm1    [SSE]
        """
    def movlhps(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movlhps xmm1, xmm2    [SSE]
        """
    def movlpd(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movlpd xmm1, m64    [SSE2]
        movlpd m64, xmm1    [SSE2]
        """
    def movlps(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movlps xmm1, m64    [SSE]
        movlps m64, xmm1    [SSE]
        """
    def movmskpd(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movmskpd r32, xmm    [SSE2]
        movmskpd r64, xmm    [SSE2]
        """
    def movmskps(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movmskps r32, xmm    [SSE]
        movmskps r64, xmm    [SSE]
        """
    def movntdq(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movntdq m128, xmm1    [SSE2]
        """
    def movntdqa(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        movntdqa xmm1, m128    [SSE4_1]
        """
    def movnti(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movnti m32, r32    [SSE2]
        movnti m64, r64    [SSE2]
        """
    def movntpd(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movntpd m128, xmm1    [SSE2]
        """
    def movntps(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movntps m128, xmm1    [SSE]
        """
    def movntq(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movntq m64, mm    [SSE]
        """
    def movntsd(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movntsd m64, xmm1    [SSE4A]
        """
    def movntss(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movntss m32, xmm1    [SSE4A]
        """
    def movq(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movq mm, mm/m64    [MMX]
        movq xmm1, xmm2/m64    [SSE2]
        movq mm/m64, mm    [MMX]
        movq xmm2/m64, xmm1    [SSE2]
        movq mm, r/m64    [MMX]
        movq xmm, r/m64    [SSE2]
        movq r/m64, mm    [MMX]
        movq r/m64, xmm    [SSE2]
        """
    def movq2dq(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        movq2dq xmm, mm    [SSE2]
        """
    def movsb(self, dst: Mem = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        movsb <m8 es:rdi>, <m8 ds:rsi>
        """
    def movsd(self, dst: Reg | Mem = ..., src: Reg | Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        movsd <m32 es:rdi>, <m32 ds:rsi>
        movsd xmm1, xmm2/m64    [SSE2]
        movsd xmm1/m64, xmm2    [SSE2]
        """
    def movshdup(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movshdup xmm1, xmm2/m128    [SSE3]
        """
    def movsldup(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movsldup xmm1, xmm2/m128    [SSE3]
        """
    def movsq(self, dst: Mem = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        movsq <m64 es:rdi>, <m64 ds:rsi>
        """
    def movss(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movss xmm1, xmm2/m32    [SSE]
        movss xmm2/m32, xmm1    [SSE]
        """
    def movsw(self, dst: Mem = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        movsw <m16 es:rdi>, <m16 ds:rsi>
        """
    def movsx(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movsx r16, r/m8
        movsx r32, r/m8
        movsx r64, r/m8
        movsx r16, r/m16
        movsx r32, r/m16
        movsx r64, r/m16
        """
    def movsxd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movsxd r16, r/m16
        movsxd r32, r/m32
        movsxd r64, r/m32
        """
    def movupd(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movupd xmm1, xmm2/m128    [SSE2]
        movupd xmm2/m128, xmm1    [SSE2]
        """
    def movups(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movups xmm1, xmm2/m128    [SSE]
        movups xmm2/m128, xmm1    [SSE]
        """
    def movzx(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        movzx r16, r/m8
        movzx r32, r/m8
        movzx r64, r/m8
        movzx r16, r/m16
        movzx r32, r/m16
        movzx r64, r/m16
        """
    def mpsadbw(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        mpsadbw xmm1, xmm2/m128, imm8    [SSE4_1]
        """
    def mul(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        mul r/m8
        mul r/m16
        mul r/m32
        mul r/m64
        """
    def mulpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        mulpd xmm1, xmm2/m128    [SSE2]
        """
    def mulps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        mulps xmm1, xmm2/m128    [SSE]
        """
    def mulsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        mulsd xmm1, xmm2/m64    [SSE2]
        """
    def mulss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        mulss xmm1, xmm2/m32    [SSE]
        """
    def mulx(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        mulx r32a, r32b, r/m32    [BMI2]
        mulx r64a, r64b, r/m64    [BMI2]
        """
    def mwait(self, *, encoding: Encoding = None) -> None:
        """
        mwait    [MONITOR]
        """
    def mwaitx(self, *, encoding: Encoding = None) -> None:
        """
        mwaitx    [MONITORX]
        """
    def neg(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        neg r/m8
        neg r/m16
        neg r/m32
        neg r/m64
        """
    def nop(self, dst: Reg | Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        nop
        nop
        nop
        nop r/m16    [MULTIBYTENOP]
        nop r/m32    [MULTIBYTENOP]
        nop r/m64    [MULTIBYTENOP]
        """
    def not_(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        not r/m8
        not r/m16
        not r/m32
        not r/m64
        """
    def or_(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        or r/m8, r8
        or r/m16, r16
        or r/m32, r32
        or r/m64, r64
        or r8, r/m8
        or r16, r/m16
        or r32, r/m32
        or r64, r/m64
        or al, imm8
        or ax, imm16
        or eax, imm32
        or rax, simm32
        or r/m8, imm8
        or r/m16, imm16
        or r/m32, imm32
        or r/m64, simm32
        or r/m16, simm8
        or r/m32, simm8
        or r/m64, simm8
        """
    def orpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        orpd xmm1, xmm2/m128    [SSE2]
        """
    def orps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        orps xmm1, xmm2/m128    [SSE]
        """
    def out(self, dst: Reg | Int | Symbol, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        out imm8, al
        out imm8, ax
        out imm8, eax
        out dx, al
        out dx, ax
        out dx, eax
        """
    def outsb(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        outsb <dx>, <m8 ds:rsi>
        """
    def outsd(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        outsd <dx>, <m32 ds:rsi>
        """
    def outsw(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        outsw <dx>, <m16 ds:rsi>
        """
    def pabsb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pabsb mm1, mm2/m64    [SSSE3]
        pabsb xmm1, xmm2/m128    [SSSE3]
        """
    def pabsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pabsd mm1, mm2/m64    [SSSE3]
        pabsd xmm1, xmm2/m128    [SSSE3]
        """
    def pabsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pabsw mm1, mm2/m64    [SSSE3]
        pabsw xmm1, xmm2/m128    [SSSE3]
        """
    def packssdw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        packssdw mm1, mm2/m64    [MMX]
        packssdw xmm1, xmm2/m128    [SSE2]
        """
    def packsswb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        packsswb mm1, mm2/m64    [MMX]
        packsswb xmm1, xmm2/m128    [SSE2]
        """
    def packusdw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        packusdw xmm1, xmm2/m128    [SSE4_1]
        """
    def packuswb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        packuswb mm, mm/m64    [MMX]
        packuswb xmm1, xmm2/m128    [SSE2]
        """
    def paddb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        paddb mm, mm/m64    [MMX]
        paddb xmm1, xmm2/m128    [SSE2]
        """
    def paddd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        paddd mm, mm/m64    [MMX]
        paddd xmm1, xmm2/m128    [SSE2]
        """
    def paddq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        paddq mm, mm/m64    [MMX]
        paddq xmm1, xmm2/m128    [SSE2]
        """
    def paddsb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        paddsb mm, mm/m64    [MMX]
        paddsb xmm1, xmm2/m128    [SSE2]
        """
    def paddsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        paddsw mm, mm/m64    [MMX]
        paddsw xmm1, xmm2/m128    [SSE2]
        """
    def paddusb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        paddusb mm, mm/m64    [MMX]
        paddusb xmm1, xmm2/m128    [SSE2]
        """
    def paddusw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        paddusw mm, mm/m64    [MMX]
        paddusw xmm1, xmm2/m128    [SSE2]
        """
    def paddw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        paddw mm, mm/m64    [MMX]
        paddw xmm1, xmm2/m128    [SSE2]
        """
    def palignr(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        palignr mm1, mm2/m64, imm8    [SSSE3]
        palignr xmm1, xmm2/m128, imm8    [SSSE3]
        """
    def pand(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pand mm, mm/m64    [MMX]
        pand xmm1, xmm2/m128    [SSE2]
        """
    def pandn(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pandn mm, mm/m64    [MMX]
        pandn xmm1, xmm2/m128    [SSE2]
        """
    def pause(self, *, encoding: Encoding = None) -> None:
        """
        pause    [PAUSE]
        """
    def pavgb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pavgb mm1, mm2/m64    [SSE]
        pavgb xmm1, xmm2/m128    [SSE2]
        """
    def pavgusb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pavgusb mm, mm/m64    [D3NOW]
        """
    def pavgw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pavgw mm1, mm2/m64    [SSE]
        pavgw xmm1, xmm2/m128    [SSE2]
        """
    def pblendvb(self, dst: Reg, src: Reg | Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        pblendvb xmm1, xmm2/m128, <xmm0>    [SSE4_1]
        """
    def pblendw(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pblendw xmm1, xmm2/m128, imm8    [SSE4_1]
        """
    def pbndkb(self, *, encoding: Encoding = None) -> None:
        """
        pbndkb    [TSE]
        """
    def pclmulqdq(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pclmulqdq xmm1, xmm2/m128, imm8    [PCLMULQDQ]
        """
    def pcmpeqb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pcmpeqb mm, mm/m64    [MMX]
        pcmpeqb xmm1, xmm2/m128    [SSE2]
        """
    def pcmpeqd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pcmpeqd mm, mm/m64    [MMX]
        pcmpeqd xmm1, xmm2/m128    [SSE2]
        """
    def pcmpeqq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pcmpeqq xmm1, xmm2/m128    [SSE4_1]
        """
    def pcmpeqw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pcmpeqw mm, mm/m64    [MMX]
        pcmpeqw xmm1, xmm2/m128    [SSE2]
        """
    def pcmpestri(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pcmpestri xmm1, xmm2/m128, imm8    [SSE4_2]
        """
    def pcmpestri64(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pcmpestri64 xmm1, xmm2/m128, imm8    [SSE4_2]
        """
    def pcmpestrm(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pcmpestrm xmm1, xmm2/m128, imm8    [SSE4_2]
        """
    def pcmpestrm64(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pcmpestrm64 xmm1, xmm2/m128, imm8    [SSE4_2]
        """
    def pcmpgtb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pcmpgtb mm, mm/m64    [MMX]
        pcmpgtb xmm1, xmm2/m128    [SSE2]
        """
    def pcmpgtd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pcmpgtd mm, mm/m64    [MMX]
        pcmpgtd xmm1, xmm2/m128    [SSE2]
        """
    def pcmpgtq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pcmpgtq xmm1, xmm2/m128    [SSE4_2]
        """
    def pcmpgtw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pcmpgtw mm, mm/m64    [MMX]
        pcmpgtw xmm1, xmm2/m128    [SSE2]
        """
    def pcmpistri(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pcmpistri xmm1, xmm2/m128, imm8    [SSE4_2]
        """
    def pcmpistrm(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pcmpistrm xmm1, xmm2/m128, imm8    [SSE4_2]
        """
    def pcommit(self, *, encoding: Encoding = None) -> None:
        """
        pcommit    [PCOMMIT]
        """
    def pconfig(self, *, encoding: Encoding = None) -> None:
        """
        pconfig    [PCONFIG]
        """
    def pdep(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pdep r32a, r32b, r/m32    [BMI2]
        pdep r64a, r64b, r/m64    [BMI2]
        """
    def pext(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pext r32a, r32b, r/m32    [BMI2]
        pext r64a, r64b, r/m64    [BMI2]
        """
    def pextrb(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pextrb r32/m8, xmm2, imm8    [SSE4_1]
        pextrb r64/m8, xmm2, imm8    [SSE4_1]
        """
    def pextrd(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pextrd r/m32, xmm2, imm8    [SSE4_1]
        """
    def pextrq(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pextrq r/m64, xmm2, imm8    [SSE4_1]
        """
    def pextrw(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pextrw r32, mm, imm8    [SSE]
        pextrw r64, mm, imm8    [SSE]
        pextrw r32, xmm, imm8    [SSE2]
        pextrw r64, xmm, imm8    [SSE2]
        pextrw r32/m16, xmm, imm8    [SSE4_1]
        pextrw r64/m16, xmm, imm8    [SSE4_1]
        """
    def pf2id(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pf2id mm, mm/m64    [D3NOW]
        """
    def pf2iw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pf2iw mm, mm/m64    [D3NOWEXT]
        """
    def pfacc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfacc mm, mm/m64    [D3NOW]
        """
    def pfadd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfadd mm, mm/m64    [D3NOW]
        """
    def pfcmpeq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfcmpeq mm, mm/m64    [D3NOW]
        """
    def pfcmpge(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfcmpge mm, mm/m64    [D3NOW]
        """
    def pfcmpgt(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfcmpgt mm, mm/m64    [D3NOW]
        """
    def pfmax(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfmax mm, mm/m64    [D3NOW]
        """
    def pfmin(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfmin mm, mm/m64    [D3NOW]
        """
    def pfmul(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfmul mm, mm/m64    [D3NOW]
        """
    def pfnacc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfnacc mm, mm/m64    [D3NOWEXT]
        """
    def pfpnacc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfpnacc mm, mm/m64    [D3NOWEXT]
        """
    def pfrcp(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfrcp mm, mm/m64    [D3NOW]
        """
    def pfrcpit1(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfrcpit1 mm, mm/m64    [D3NOW]
        """
    def pfrcpit2(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfrcpit2 mm, mm/m64    [D3NOW]
        """
    def pfrsqit1(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfrsqit1 mm, mm/m64    [D3NOW]
        """
    def pfrsqrt(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfrsqrt mm, mm/m64    [D3NOW]
        """
    def pfsub(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfsub mm, mm/m64    [D3NOW]
        """
    def pfsubr(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pfsubr mm, mm/m64    [D3NOW]
        """
    def phaddd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        phaddd mm1, mm2/m64    [SSSE3]
        phaddd xmm1, xmm2/m128    [SSSE3]
        """
    def phaddsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        phaddsw mm1, mm2/m64    [SSSE3]
        phaddsw xmm1, xmm2/m128    [SSSE3]
        """
    def phaddw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        phaddw mm1, mm2/m64    [SSSE3]
        phaddw xmm1, xmm2/m128    [SSSE3]
        """
    def phminposuw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        phminposuw xmm1, xmm2/m128    [SSE4_1]
        """
    def phsubd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        phsubd mm1, mm2/m64    [SSSE3]
        phsubd xmm1, xmm2/m128    [SSSE3]
        """
    def phsubsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        phsubsw mm1, mm2/m64    [SSSE3]
        phsubsw xmm1, xmm2/m128    [SSSE3]
        """
    def phsubw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        phsubw mm1, mm2/m64    [SSSE3]
        phsubw xmm1, xmm2/m128    [SSSE3]
        """
    def pi2fd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pi2fd mm, mm/m64    [D3NOW]
        """
    def pi2fw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pi2fw mm, mm/m64    [D3NOWEXT]
        """
    def pinsrb(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pinsrb xmm1, r32/m8, imm8    [SSE4_1]
        pinsrb xmm1, r64/m8, imm8    [SSE4_1]
        """
    def pinsrd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pinsrd xmm1, r/m32, imm8    [SSE4_1]
        """
    def pinsrq(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pinsrq xmm1, r/m64, imm8    [SSE4_1]
        """
    def pinsrw(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pinsrw mm, r32/m16, imm8    [SSE]
        pinsrw mm, r64/m16, imm8    [SSE]
        pinsrw xmm, r32/m16, imm8    [SSE2]
        pinsrw xmm, r64/m16, imm8    [SSE2]
        """
    def pmaddubsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmaddubsw mm1, mm2/m64    [SSSE3]
        pmaddubsw xmm1, xmm2/m128    [SSSE3]
        """
    def pmaddwd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmaddwd mm, mm/m64    [MMX]
        pmaddwd xmm1, xmm2/m128    [SSE2]
        """
    def pmaxsb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmaxsb xmm1, xmm2/m128    [SSE4_1]
        """
    def pmaxsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmaxsd xmm1, xmm2/m128    [SSE4_1]
        """
    def pmaxsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmaxsw mm1, mm2/m64    [SSE]
        pmaxsw xmm1, xmm2/m128    [SSE2]
        """
    def pmaxub(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmaxub mm1, mm2/m64    [SSE]
        pmaxub xmm1, xmm2/m128    [SSE2]
        """
    def pmaxud(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmaxud xmm1, xmm2/m128    [SSE4_1]
        """
    def pmaxuw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmaxuw xmm1, xmm2/m128    [SSE4_1]
        """
    def pminsb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pminsb xmm1, xmm2/m128    [SSE4_1]
        """
    def pminsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pminsd xmm1, xmm2/m128    [SSE4_1]
        """
    def pminsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pminsw mm1, mm2/m64    [SSE]
        pminsw xmm1, xmm2/m128    [SSE2]
        """
    def pminub(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pminub mm1, mm2/m64    [SSE]
        pminub xmm1, xmm2/m128    [SSE2]
        """
    def pminud(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pminud xmm1, xmm2/m128    [SSE4_1]
        """
    def pminuw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pminuw xmm1, xmm2/m128    [SSE4_1]
        """
    def pmovmskb(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        pmovmskb r32, mm    [SSE]
        pmovmskb r64, mm    [SSE]
        pmovmskb r32, xmm    [SSE2]
        pmovmskb r64, xmm    [SSE2]
        """
    def pmovsxbd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovsxbd xmm1, xmm2/m32    [SSE4_1]
        """
    def pmovsxbq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovsxbq xmm1, xmm2/m16    [SSE4_1]
        """
    def pmovsxbw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovsxbw xmm1, xmm2/m64    [SSE4_1]
        """
    def pmovsxdq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovsxdq xmm1, xmm2/m64    [SSE4_1]
        """
    def pmovsxwd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovsxwd xmm1, xmm2/m64    [SSE4_1]
        """
    def pmovsxwq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovsxwq xmm1, xmm2/m32    [SSE4_1]
        """
    def pmovzxbd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovzxbd xmm1, xmm2/m32    [SSE4_1]
        """
    def pmovzxbq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovzxbq xmm1, xmm2/m16    [SSE4_1]
        """
    def pmovzxbw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovzxbw xmm1, xmm2/m64    [SSE4_1]
        """
    def pmovzxdq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovzxdq xmm1, xmm2/m64    [SSE4_1]
        """
    def pmovzxwd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovzxwd xmm1, xmm2/m64    [SSE4_1]
        """
    def pmovzxwq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmovzxwq xmm1, xmm2/m32    [SSE4_1]
        """
    def pmuldq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmuldq xmm1, xmm2/m128    [SSE4_1]
        """
    def pmulhrsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmulhrsw mm1, mm2/m64    [SSSE3]
        pmulhrsw xmm1, xmm2/m128    [SSSE3]
        """
    def pmulhrw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmulhrw mm, mm/m64    [D3NOW]
        """
    def pmulhuw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmulhuw mm1, mm2/m64    [SSE]
        pmulhuw xmm1, xmm2/m128    [SSE2]
        """
    def pmulhw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmulhw mm, mm/m64    [MMX]
        pmulhw xmm1, xmm2/m128    [SSE2]
        """
    def pmulld(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmulld xmm1, xmm2/m128    [SSE4_1]
        """
    def pmullw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmullw mm, mm/m64    [MMX]
        pmullw xmm1, xmm2/m128    [SSE2]
        """
    def pmuludq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pmuludq mm1, mm2/m64    [SSE2]
        pmuludq xmm1, xmm2/m128    [SSE2]
        """
    def pop(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pop r16
        pop r64
        pop r/m16
        pop r/m64
        pop fs
        pop fs
        pop gs
        pop gs
        """
    def popcnt(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        popcnt r16, r/m16    [POPCNT]
        popcnt r32, r/m32    [POPCNT]
        popcnt r64, r/m64    [POPCNT]
        popcnt r32, r32    [KNC]
        popcnt r64, r64    [KNC]
        """
    def popf(self, *, encoding: Encoding = None) -> None:
        """
        popfq
        popf
        """
    def popfq(self, *, encoding: Encoding = None) -> None:
        """
        popfq
        """
    def por(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        por mm, mm/m64    [MMX]
        por xmm1, xmm2/m128    [SSE2]
        """
    def prefetch(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetch m8    [PREFETCHW]
        prefetch m8    [PREFETCHW]
        prefetch m8    [PREFETCHW]
        prefetch m8    [PREFETCHW]
        prefetch m8    [PREFETCHW]
        """
    def prefetchit0(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetchit0 m8    [PREFETCHITI]
        """
    def prefetchit1(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetchit1 m8    [PREFETCHITI]
        """
    def prefetchnta(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetchnta m8    [SSE]
        """
    def prefetcht0(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetcht0 m8    [SSE]
        """
    def prefetcht1(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetcht1 m8    [SSE]
        """
    def prefetcht2(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetcht2 m8    [SSE]
        """
    def prefetchw(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetchw m8    [PREFETCHW]
        prefetchw m8    [PREFETCHW]
        """
    def prefetchwt1(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        prefetchwt1 m8    [PREFETCHWT1]
        """
    def psadbw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psadbw mm1, mm2/m64    [SSE]
        psadbw xmm1, xmm2/m128    [SSE2]
        """
    def pshufb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pshufb mm1, mm2/m64    [SSSE3]
        pshufb xmm1, xmm2/m128    [SSSE3]
        """
    def pshufd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pshufd xmm1, xmm2/m128, imm8    [SSE2]
        """
    def pshufhw(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pshufhw xmm1, xmm2/m128, imm8    [SSE2]
        """
    def pshuflw(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pshuflw xmm1, xmm2/m128, imm8    [SSE2]
        """
    def pshufw(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pshufw mm1, mm2/m64, imm8    [SSE]
        """
    def psignb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psignb mm1, mm2/m64    [SSSE3]
        psignb xmm1, xmm2/m128    [SSSE3]
        """
    def psignd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psignd mm1, mm2/m64    [SSSE3]
        psignd xmm1, xmm2/m128    [SSSE3]
        """
    def psignw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psignw mm1, mm2/m64    [SSSE3]
        psignw xmm1, xmm2/m128    [SSSE3]
        """
    def pslld(self, dst: Reg, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pslld mm, imm8    [MMX]
        pslld xmm1, imm8    [SSE2]
        pslld mm, mm/m64    [MMX]
        pslld xmm1, xmm2/m128    [SSE2]
        """
    def pslldq(self, dst: Reg, src: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        pslldq xmm1, imm8    [SSE2]
        """
    def psllq(self, dst: Reg, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        psllq mm, imm8    [MMX]
        psllq xmm1, imm8    [SSE2]
        psllq mm, mm/m64    [MMX]
        psllq xmm1, xmm2/m128    [SSE2]
        """
    def psllw(self, dst: Reg, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        psllw mm1, imm8    [MMX]
        psllw xmm1, imm8    [SSE2]
        psllw mm, mm/m64    [MMX]
        psllw xmm1, xmm2/m128    [SSE2]
        """
    def psmash(self, *, encoding: Encoding = None) -> None:
        """
        psmash    [SEV_SNP]
        """
    def psrad(self, dst: Reg, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        psrad mm, imm8    [MMX]
        psrad xmm1, imm8    [SSE2]
        psrad mm, mm/m64    [MMX]
        psrad xmm1, xmm2/m128    [SSE2]
        """
    def psraw(self, dst: Reg, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        psraw mm, imm8    [MMX]
        psraw xmm1, imm8    [SSE2]
        psraw mm, mm/m64    [MMX]
        psraw xmm1, xmm2/m128    [SSE2]
        """
    def psrld(self, dst: Reg, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        psrld mm, imm8    [MMX]
        psrld xmm1, imm8    [SSE2]
        psrld mm, mm/m64    [MMX]
        psrld xmm1, xmm2/m128    [SSE2]
        """
    def psrldq(self, dst: Reg, src: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        psrldq xmm1, imm8    [SSE2]
        """
    def psrlq(self, dst: Reg, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        psrlq mm, imm8    [MMX]
        psrlq xmm1, imm8    [SSE2]
        psrlq mm, mm/m64    [MMX]
        psrlq xmm1, xmm2/m128    [SSE2]
        """
    def psrlw(self, dst: Reg, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        psrlw mm, imm8    [MMX]
        psrlw xmm1, imm8    [SSE2]
        psrlw mm, mm/m64    [MMX]
        psrlw xmm1, xmm2/m128    [SSE2]
        """
    def psubb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psubb mm, mm/m64    [MMX]
        psubb xmm1, xmm2/m128    [SSE2]
        """
    def psubd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psubd mm, mm/m64    [MMX]
        psubd xmm1, xmm2/m128    [SSE2]
        """
    def psubq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psubq mm1, mm2/m64    [SSE2]
        psubq xmm1, xmm2/m128    [SSE2]
        """
    def psubsb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psubsb mm, mm/m64    [MMX]
        psubsb xmm1, xmm2/m128    [SSE2]
        """
    def psubsw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psubsw mm, mm/m64    [MMX]
        psubsw xmm1, xmm2/m128    [SSE2]
        """
    def psubusb(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psubusb mm, mm/m64    [MMX]
        psubusb xmm1, xmm2/m128    [SSE2]
        """
    def psubusw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psubusw mm, mm/m64    [MMX]
        psubusw xmm1, xmm2/m128    [SSE2]
        """
    def psubw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        psubw mm, mm/m64    [MMX]
        psubw xmm1, xmm2/m128    [SSE2]
        """
    def pswapd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pswapd mm, mm/m64    [D3NOWEXT]
        """
    def ptest(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        ptest xmm1, xmm2/m128    [SSE4_1]
        """
    def ptwrite(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        ptwrite r/m32    [PTWRITE]
        ptwrite r/m64    [PTWRITE]
        """
    def punpckhbw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        punpckhbw mm, mm/m64    [MMX]
        punpckhbw xmm1, xmm2/m128    [SSE2]
        """
    def punpckhdq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        punpckhdq mm, mm/m64    [MMX]
        punpckhdq xmm1, xmm2/m128    [SSE2]
        """
    def punpckhqdq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        punpckhqdq xmm1, xmm2/m128    [SSE2]
        """
    def punpckhwd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        punpckhwd mm, mm/m64    [MMX]
        punpckhwd xmm1, xmm2/m128    [SSE2]
        """
    def punpcklbw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        punpcklbw mm, mm/m32    [MMX]
        punpcklbw xmm1, xmm2/m128    [SSE2]
        """
    def punpckldq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        punpckldq mm, mm/m32    [MMX]
        punpckldq xmm1, xmm2/m128    [SSE2]
        """
    def punpcklqdq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        punpcklqdq xmm1, xmm2/m128    [SSE2]
        """
    def punpcklwd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        punpcklwd mm, mm/m32    [MMX]
        punpcklwd xmm1, xmm2/m128    [SSE2]
        """
    def push(self, dst: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        push r16
        push r64
        push imm16
        push simm32
        push simm8
        push simm8
        push r/m16
        push r/m64
        push fs
        push fs
        push gs
        push gs
        """
    def pushf(self, *, encoding: Encoding = None) -> None:
        """
        pushfq
        pushf
        """
    def pushfq(self, *, encoding: Encoding = None) -> None:
        """
        pushfq
        """
    def pvalidate(self, *, encoding: Encoding = None) -> None:
        """
        pvalidate    [SEV_SNP]
        pvalidate    [SEV_SNP]
        """
    def pxor(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        pxor mm, mm/m64    [MMX]
        pxor xmm1, xmm2/m128    [SSE2]
        """
    def rcl(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        rcl r/m8, imm8
        rcl r/m16, imm8
        rcl r/m32, imm8
        rcl r/m64, imm8
        rcl r/m8, 1
        rcl r/m16, 1
        rcl r/m32, 1
        rcl r/m64, 1
        rcl r/m8, cl
        rcl r/m16, cl
        rcl r/m32, cl
        rcl r/m64, cl
        """
    def rcpps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        rcpps xmm1, xmm2/m128    [SSE]
        """
    def rcpss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        rcpss xmm1, xmm2/m32    [SSE]
        """
    def rcr(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        rcr r/m8, imm8
        rcr r/m16, imm8
        rcr r/m32, imm8
        rcr r/m64, imm8
        rcr r/m8, 1
        rcr r/m16, 1
        rcr r/m32, 1
        rcr r/m64, 1
        rcr r/m8, cl
        rcr r/m16, cl
        rcr r/m32, cl
        rcr r/m64, cl
        """
    def rdfsbase(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        rdfsbase r32    [FSGSBASE]
        rdfsbase r64    [FSGSBASE]
        """
    def rdgsbase(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        rdgsbase r32    [FSGSBASE]
        rdgsbase r64    [FSGSBASE]
        """
    def rdmsr(self, *, encoding: Encoding = None) -> None:
        """
        rdmsr    [MSR]
        """
    def rdmsrlist(self, *, encoding: Encoding = None) -> None:
        """
        rdmsrlist    [MSRLIST]
        """
    def rdpid(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        rdpid r64    [RDPID]
        """
    def rdpkru(self, *, encoding: Encoding = None) -> None:
        """
        rdpkru    [PKU]
        """
    def rdpmc(self, *, encoding: Encoding = None) -> None:
        """
        rdpmc    [RDPMC]
        """
    def rdpru(self, *, encoding: Encoding = None) -> None:
        """
        rdpru    [RDPRU]
        """
    def rdrand(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        rdrand r16    [RDRAND]
        rdrand r32    [RDRAND]
        rdrand r64    [RDRAND]
        """
    def rdseed(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        rdseed r16    [RDSEED]
        rdseed r32    [RDSEED]
        rdseed r64    [RDSEED]
        """
    def rdsspd(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        rdsspd r32    [CET_SS]
        """
    def rdsspq(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        rdsspq r64    [CET_SS]
        """
    def rdtsc(self, *, encoding: Encoding = None) -> None:
        """
        rdtsc    [TSC]
        """
    def rdtscp(self, *, encoding: Encoding = None) -> None:
        """
        rdtscp    [RDTSCP]
        """
    def rdudbg(self, *, encoding: Encoding = None) -> None:
        """
        rdudbg    [UDBG]
        """
    def reservednop(self, dst: Reg | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        reservednop r/m16, r16    [MULTIBYTENOP]
        reservednop r/m32, r32    [MULTIBYTENOP]
        reservednop r/m64, r64    [MULTIBYTENOP]
        """
    def ret(self, dst: Int | Symbol = ..., /, *, encoding: Encoding = None) -> None:
        """
        ret imm16
        ret imm16
        ret
        ret
        """
    def retf(self, dst: Int | Symbol = ..., /, *, encoding: Encoding = None) -> None:
        """
        retf imm16
        retf imm16
        retf imm16
        retf
        retf
        retf
        """
    def retn(self, dst: Int | Symbol = ..., /, *, encoding: Encoding = None) -> None:
        """
        ret imm16
        ret imm16
        ret
        ret
        """
    def rmpadjust(self, *, encoding: Encoding = None) -> None:
        """
        rmpadjust    [SEV_SNP]
        """
    def rmpquery(self, *, encoding: Encoding = None) -> None:
        """
        rmpquery    [RMPQUERY]
        """
    def rmpupdate(self, *, encoding: Encoding = None) -> None:
        """
        rmpupdate    [SEV_SNP]
        """
    def rol(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        rol r/m8, imm8
        rol r/m16, imm8
        rol r/m32, imm8
        rol r/m64, imm8
        rol r/m8, 1
        rol r/m16, 1
        rol r/m32, 1
        rol r/m64, 1
        rol r/m8, cl
        rol r/m16, cl
        rol r/m32, cl
        rol r/m64, cl
        """
    def ror(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        ror r/m8, imm8
        ror r/m16, imm8
        ror r/m32, imm8
        ror r/m64, imm8
        ror r/m8, 1
        ror r/m16, 1
        ror r/m32, 1
        ror r/m64, 1
        ror r/m8, cl
        ror r/m16, cl
        ror r/m32, cl
        ror r/m64, cl
        """
    def rorx(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        rorx r32, r/m32, imm8    [BMI2]
        rorx r64, r/m64, imm8    [BMI2]
        """
    def roundpd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        roundpd xmm1, xmm2/m128, imm8    [SSE4_1]
        """
    def roundps(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        roundps xmm1, xmm2/m128, imm8    [SSE4_1]
        """
    def roundsd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        roundsd xmm1, xmm2/m64, imm8    [SSE4_1]
        """
    def roundss(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        roundss xmm1, xmm2/m32, imm8    [SSE4_1]
        """
    def rsm(self, *, encoding: Encoding = None) -> None:
        """
        rsm    [SMM]
        """
    def rsqrtps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        rsqrtps xmm1, xmm2/m128    [SSE]
        """
    def rsqrtss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        rsqrtss xmm1, xmm2/m32    [SSE]
        """
    def rstorssp(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        rstorssp m64    [CET_SS]
        """
    def sahf(self, *, encoding: Encoding = None) -> None:
        """
        sahf
        """
    def sal(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        shl r/m8, imm8
        shl r/m16, imm8
        shl r/m32, imm8
        shl r/m64, imm8
        shl r/m8, 1
        shl r/m16, 1
        shl r/m32, 1
        shl r/m64, 1
        shl r/m8, cl
        shl r/m16, cl
        shl r/m32, cl
        shl r/m64, cl
        sal r/m8, imm8
        sal r/m16, imm8
        sal r/m32, imm8
        sal r/m64, imm8
        sal r/m8, 1
        sal r/m16, 1
        sal r/m32, 1
        sal r/m64, 1
        sal r/m8, cl
        sal r/m16, cl
        sal r/m32, cl
        sal r/m64, cl
        """
    def sar(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        sar r/m8, imm8
        sar r/m16, imm8
        sar r/m32, imm8
        sar r/m64, imm8
        sar r/m8, 1
        sar r/m16, 1
        sar r/m32, 1
        sar r/m64, 1
        sar r/m8, cl
        sar r/m16, cl
        sar r/m32, cl
        sar r/m64, cl
        """
    def sarx(self, dst: Reg, src: Reg | Mem, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        sarx r32a, r/m32, r32b    [BMI2]
        sarx r64a, r/m64, r64b    [BMI2]
        """
    def saveprevssp(self, *, encoding: Encoding = None) -> None:
        """
        saveprevssp    [CET_SS]
        """
    def sbb(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        sbb r/m8, r8
        sbb r/m16, r16
        sbb r/m32, r32
        sbb r/m64, r64
        sbb r8, r/m8
        sbb r16, r/m16
        sbb r32, r/m32
        sbb r64, r/m64
        sbb al, imm8
        sbb ax, imm16
        sbb eax, imm32
        sbb rax, simm32
        sbb r/m8, imm8
        sbb r/m16, imm16
        sbb r/m32, imm32
        sbb r/m64, simm32
        sbb r/m16, simm8
        sbb r/m32, simm8
        sbb r/m64, simm8
        """
    def scasb(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        scasb <al>, <m8 es:rdi>
        """
    def scasd(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        scasd <eax>, <m32 es:rdi>
        """
    def scasq(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        scasq <rax>, <m64 es:rdi>
        """
    def scasw(self, dst: Reg = ..., src: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        scasw <ax>, <m16 es:rdi>
        """
    def seamcall(self, *, encoding: Encoding = None) -> None:
        """
        seamcall    [TDX]
        """
    def seamops(self, *, encoding: Encoding = None) -> None:
        """
        seamops    [TDX]
        """
    def seamret(self, *, encoding: Encoding = None) -> None:
        """
        seamret    [TDX]
        """
    def senduipi(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        senduipi r64    [UINTR]
        """
    def serialize(self, *, encoding: Encoding = None) -> None:
        """
        serialize    [SERIALIZE]
        """
    def seta(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        seta r/m8
        """
    def setae(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setae r/m8
        """
    def setb(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setb r/m8
        """
    def setbe(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setbe r/m8
        """
    def setc(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setb r/m8
        """
    def sete(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sete r/m8
        """
    def setg(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setg r/m8
        """
    def setge(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setge r/m8
        """
    def setl(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setl r/m8
        """
    def setle(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setle r/m8
        """
    def setna(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setbe r/m8
        """
    def setnae(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setb r/m8
        """
    def setnb(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setae r/m8
        """
    def setnbe(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        seta r/m8
        """
    def setnc(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setae r/m8
        """
    def setne(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setne r/m8
        """
    def setng(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setle r/m8
        """
    def setnge(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setl r/m8
        """
    def setnl(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setge r/m8
        """
    def setnle(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setg r/m8
        """
    def setno(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setno r/m8
        """
    def setnp(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setnp r/m8
        """
    def setns(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setns r/m8
        """
    def setnz(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setne r/m8
        """
    def seto(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        seto r/m8
        """
    def setp(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setp r/m8
        """
    def setpe(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setp r/m8
        """
    def setpo(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        setnp r/m8
        """
    def sets(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sets r/m8
        """
    def setssbsy(self, *, encoding: Encoding = None) -> None:
        """
        setssbsy    [CET_SS]
        """
    def setz(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sete r/m8
        """
    def sfence(self, *, encoding: Encoding = None) -> None:
        """
        sfence    [SSE]
        sfence    [SSE]
        sfence    [SSE]
        sfence    [SSE]
        sfence    [SSE]
        sfence    [SSE]
        sfence    [SSE]
        sfence    [SSE]
        """
    def sgdt(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        sgdt m
        """
    def sha1msg1(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sha1msg1 xmm1, xmm2/m128    [SHA]
        """
    def sha1msg2(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sha1msg2 xmm1, xmm2/m128    [SHA]
        """
    def sha1nexte(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sha1nexte xmm1, xmm2/m128    [SHA]
        """
    def sha1rnds4(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        sha1rnds4 xmm1, xmm2/m128, imm8    [SHA]
        """
    def sha256msg1(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sha256msg1 xmm1, xmm2/m128    [SHA]
        """
    def sha256msg2(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sha256msg2 xmm1, xmm2/m128    [SHA]
        """
    def sha256rnds2(self, dst: Reg, src: Reg | Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        sha256rnds2 xmm1, xmm2/m128, <xmm0>    [SHA]
        """
    def shl(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        shl r/m8, imm8
        shl r/m16, imm8
        shl r/m32, imm8
        shl r/m64, imm8
        shl r/m8, 1
        shl r/m16, 1
        shl r/m32, 1
        shl r/m64, 1
        shl r/m8, cl
        shl r/m16, cl
        shl r/m32, cl
        shl r/m64, cl
        """
    def shld(self, dst: Reg | Mem, src: Reg, src2: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        shld r/m16, r16, imm8
        shld r/m32, r32, imm8
        shld r/m64, r64, imm8
        shld r/m16, r16, cl
        shld r/m32, r32, cl
        shld r/m64, r64, cl
        """
    def shlx(self, dst: Reg, src: Reg | Mem, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        shlx r32a, r/m32, r32b    [BMI2]
        shlx r64a, r/m64, r64b    [BMI2]
        """
    def shr(self, dst: Reg | Mem, src: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        shr r/m8, imm8
        shr r/m16, imm8
        shr r/m32, imm8
        shr r/m64, imm8
        shr r/m8, 1
        shr r/m16, 1
        shr r/m32, 1
        shr r/m64, 1
        shr r/m8, cl
        shr r/m16, cl
        shr r/m32, cl
        shr r/m64, cl
        """
    def shrd(self, dst: Reg | Mem, src: Reg, src2: Reg | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        shrd r/m16, r16, imm8
        shrd r/m32, r32, imm8
        shrd r/m64, r64, imm8
        shrd r/m16, r16, cl
        shrd r/m32, r32, cl
        shrd r/m64, r64, cl
        """
    def shrx(self, dst: Reg, src: Reg | Mem, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        shrx r32a, r/m32, r32b    [BMI2]
        shrx r64a, r/m64, r64b    [BMI2]
        """
    def shufpd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        shufpd xmm1, xmm2/m128, imm8    [SSE2]
        """
    def shufps(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        shufps xmm1, xmm2/m128, imm8    [SSE]
        """
    def sidt(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        sidt m
        """
    def skinit(self, *, encoding: Encoding = None) -> None:
        """
        skinit    [SKINIT_OR_SVM]
        """
    def sldt(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sldt r/m16
        sldt r32/m16
        sldt r64/m16
        """
    def slwpcb(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        slwpcb r32    [LWP]
        slwpcb r64    [LWP]
        """
    def smsw(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        smsw r/m16
        smsw r32/m16
        smsw r64/m16
        """
    def spflt(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        spflt r32    [KNC]
        spflt r64    [KNC]
        """
    def sqrtpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sqrtpd xmm1, xmm2/m128    [SSE2]
        """
    def sqrtps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sqrtps xmm1, xmm2/m128    [SSE]
        """
    def sqrtsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sqrtsd xmm1, xmm2/m64    [SSE2]
        """
    def sqrtss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        sqrtss xmm1, xmm2/m32    [SSE]
        """
    def stac(self, *, encoding: Encoding = None) -> None:
        """
        stac    [SMAP]
        """
    def stc(self, *, encoding: Encoding = None) -> None:
        """
        stc
        """
    def std(self, *, encoding: Encoding = None) -> None:
        """
        std
        """
    def stgi(self, *, encoding: Encoding = None) -> None:
        """
        stgi    [SKINIT_OR_SVM]
        """
    def sti(self, *, encoding: Encoding = None) -> None:
        """
        sti
        """
    def stmxcsr(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        stmxcsr m32    [SSE]
        """
    def stosb(self, dst: Mem = ..., src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        stosb <m8 es:rdi>, <al>
        """
    def stosd(self, dst: Mem = ..., src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        stosd <m32 es:rdi>, <eax>
        """
    def stosq(self, dst: Mem = ..., src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        stosq <m64 es:rdi>, <rax>
        """
    def stosw(self, dst: Mem = ..., src: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        stosw <m16 es:rdi>, <ax>
        """
    def str(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        str r/m16
        str r32/m16
        str r64/m16
        """
    def sttilecfg(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        sttilecfg m512    [AMX_TILE]
        """
    def stui(self, *, encoding: Encoding = None) -> None:
        """
        stui    [UINTR]
        """
    def sub(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        sub r/m8, r8
        sub r/m16, r16
        sub r/m32, r32
        sub r/m64, r64
        sub r8, r/m8
        sub r16, r/m16
        sub r32, r/m32
        sub r64, r/m64
        sub al, imm8
        sub ax, imm16
        sub eax, imm32
        sub rax, simm32
        sub r/m8, imm8
        sub r/m16, imm16
        sub r/m32, imm32
        sub r/m64, simm32
        sub r/m16, simm8
        sub r/m32, simm8
        sub r/m64, simm8
        """
    def subpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        subpd xmm1, xmm2/m128    [SSE2]
        """
    def subps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        subps xmm1, xmm2/m128    [SSE]
        """
    def subsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        subsd xmm1, xmm2/m64    [SSE2]
        """
    def subss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        subss xmm1, xmm2/m32    [SSE]
        """
    def swapgs(self, *, encoding: Encoding = None) -> None:
        """
        swapgs
        """
    def syscall(self, *, encoding: Encoding = None) -> None:
        """
        syscall    [SYSCALL]
        """
    def sysenter(self, *, encoding: Encoding = None) -> None:
        """
        sysenter    [SEP]
        """
    def sysexit(self, *, encoding: Encoding = None) -> None:
        """
        sysexit    [SEP]
        """
    def sysexitq(self, *, encoding: Encoding = None) -> None:
        """
        sysexitq    [SEP]
        """
    def sysret(self, *, encoding: Encoding = None) -> None:
        """
        sysret    [SYSCALL]
        """
    def sysretq(self, *, encoding: Encoding = None) -> None:
        """
        sysretq    [SYSCALL]
        """
    def t1mskc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        t1mskc r32, r/m32    [TBM]
        t1mskc r64, r/m64    [TBM]
        """
    def tcmmimfp16ps(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tcmmimfp16ps tmm1, tmm2, tmm3    [AMX_COMPLEX]
        """
    def tcmmrlfp16ps(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tcmmrlfp16ps tmm1, tmm2, tmm3    [AMX_COMPLEX]
        """
    def tdcall(self, *, encoding: Encoding = None) -> None:
        """
        tdcall    [TDX]
        """
    def tdpbf16ps(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tdpbf16ps tmm1, tmm2, tmm3    [AMX_BF16]
        """
    def tdpbssd(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tdpbssd tmm1, tmm2, tmm3    [AMX_INT8]
        """
    def tdpbsud(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tdpbsud tmm1, tmm2, tmm3    [AMX_INT8]
        """
    def tdpbusd(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tdpbusd tmm1, tmm2, tmm3    [AMX_INT8]
        """
    def tdpbuud(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tdpbuud tmm1, tmm2, tmm3    [AMX_INT8]
        """
    def tdpfp16ps(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tdpfp16ps tmm1, tmm2, tmm3    [AMX_FP16]
        """
    def test(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        test r/m8, r8
        test r/m16, r16
        test r/m32, r32
        test r/m64, r64
        test al, imm8
        test ax, imm16
        test eax, imm32
        test rax, simm32
        test r/m8, imm8
        test r/m8, imm8
        test r/m16, imm16
        test r/m32, imm32
        test r/m64, simm32
        test r/m16, imm16
        test r/m32, imm32
        test r/m64, simm32
        test r8, r/m8
        test r16, r/m16
        test r32, r/m32
        test r64, r/m64
        """
    def testui(self, *, encoding: Encoding = None) -> None:
        """
        testui    [UINTR]
        """
    def tileloadd(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        tileloadd tmm1, sibmem    [AMX_TILE]
        """
    def tileloaddt1(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        tileloaddt1 tmm1, sibmem    [AMX_TILE]
        """
    def tilerelease(self, *, encoding: Encoding = None) -> None:
        """
        tilerelease    [AMX_TILE]
        """
    def tilestored(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tilestored sibmem, tmm1    [AMX_TILE]
        """
    def tilezero(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tilezero tmm1    [AMX_TILE]
        """
    def tlbsync(self, *, encoding: Encoding = None) -> None:
        """
        tlbsync    [INVLPGB]
        """
    def tpause(self, dst: Reg, src: Reg = ..., src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        tpause r32, <edx>, <eax>    [WAITPKG]
        tpause r64, <edx>, <eax>    [WAITPKG]
        """
    def tzcnt(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        tzcnt r16, r/m16    [BMI1]
        tzcnt r32, r/m32    [BMI1]
        tzcnt r64, r/m64    [BMI1]
        tzcnt r32, r32    [KNC]
        tzcnt r64, r64    [KNC]
        """
    def tzcnti(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        tzcnti r32, r32    [KNC]
        tzcnti r64, r64    [KNC]
        """
    def tzmsk(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        tzmsk r32, r/m32    [TBM]
        tzmsk r64, r/m64    [TBM]
        """
    def ucomisd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        ucomisd xmm1, xmm2/m64    [SSE2]
        """
    def ucomiss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        ucomiss xmm1, xmm2/m32    [SSE]
        """
    def ud0(self, dst: Reg = ..., src: Reg | Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        ud0 r16, r/m16
        ud0 r32, r/m32
        ud0 r64, r/m64
        ud0
        """
    def ud1(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        ud1 r16, r/m16
        ud1 r32, r/m32
        ud1 r64, r/m64
        """
    def ud2(self, *, encoding: Encoding = None) -> None:
        """
        ud2
        """
    def uiret(self, *, encoding: Encoding = None) -> None:
        """
        uiret    [UINTR]
        """
    def umonitor(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        umonitor r32    [WAITPKG]
        umonitor r64    [WAITPKG]
        """
    def umwait(self, dst: Reg, src: Reg = ..., src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        umwait r32, <edx>, <eax>    [WAITPKG]
        umwait r64, <edx>, <eax>    [WAITPKG]
        """
    def undoc(self, dst: Reg | Masked = ..., src: Reg | Mem | Rounding = ..., src2: Reg | Mem | Int | Symbol | Rounding = ..., src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        undoc r32, r/m32    [KNC]
        undoc r64, r/m64    [KNC]
        undoc r32, r/m32    [KNC]
        undoc r64, r/m64    [KNC]
        undoc r32, r/m32    [KNC]
        undoc r64, r/m64    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, vm32z{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        undoc zmm1{k1}, vm32z{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        undoc zmm1{k1}, vm32z{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}, imm8    [KNC]
        undoc zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}, imm8    [KNC]
        undoc    [PADLOCK_UNDOC]
        undoc    [PADLOCK_UNDOC]
        undoc    [PADLOCK_UNDOC]
        undoc    [PADLOCK_UNDOC]
        """
    def unpckhpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        unpckhpd xmm1, xmm2/m128    [SSE2]
        """
    def unpckhps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        unpckhps xmm1, xmm2/m128    [SSE]
        """
    def unpcklpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        unpcklpd xmm1, xmm2/m128    [SSE2]
        """
    def unpcklps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        unpcklps xmm1, xmm2/m128    [SSE]
        """
    def v4fmaddps(self, dst: Reg | Masked, src: Reg, src2: Mem, /, *, encoding: Encoding = None) -> None:
        """
        v4fmaddps zmm1{k1}{z}, zmm2+3, m128    [AVX512_4FMAPS]
        """
    def v4fmaddss(self, dst: Reg | Masked, src: Reg, src2: Mem, /, *, encoding: Encoding = None) -> None:
        """
        v4fmaddss xmm1{k1}{z}, xmm2+3, m128    [AVX512_4FMAPS]
        """
    def v4fnmaddps(self, dst: Reg | Masked, src: Reg, src2: Mem, /, *, encoding: Encoding = None) -> None:
        """
        v4fnmaddps zmm1{k1}{z}, zmm2+3, m128    [AVX512_4FMAPS]
        """
    def v4fnmaddss(self, dst: Reg | Masked, src: Reg, src2: Mem, /, *, encoding: Encoding = None) -> None:
        """
        v4fnmaddss xmm1{k1}{z}, xmm2+3, m128    [AVX512_4FMAPS]
        """
    def vaddnpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddnpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vaddnps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddnps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vaddpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddpd xmm1, xmm2, xmm3/m128    [AVX]
        vaddpd ymm1, ymm2, ymm3/m256    [AVX]
        vaddpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vaddpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vaddpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vaddpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vaddph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vaddph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vaddph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vaddps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddps xmm1, xmm2, xmm3/m128    [AVX]
        vaddps ymm1, ymm2, ymm3/m256    [AVX]
        vaddps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vaddps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vaddps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vaddps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vaddsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddsd xmm1, xmm2, xmm3/m64    [AVX]
        vaddsd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vaddsetsps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddsetsps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vaddsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddsh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vaddss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vaddss xmm1, xmm2, xmm3/m32    [AVX]
        vaddss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vaddsubpd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vaddsubpd xmm1, xmm2, xmm3/m128    [AVX]
        vaddsubpd ymm1, ymm2, ymm3/m256    [AVX]
        """
    def vaddsubps(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vaddsubps xmm1, xmm2, xmm3/m128    [AVX]
        vaddsubps ymm1, ymm2, ymm3/m256    [AVX]
        """
    def vaesdec(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vaesdec xmm1, xmm2, xmm3/m128    [AES AVX]
        vaesdec ymm1, ymm2, ymm3/m256    [VAES]
        vaesdec xmm1, xmm2, xmm3/m128    [AVX512VL VAES]
        vaesdec ymm1, ymm2, ymm3/m256    [AVX512VL VAES]
        vaesdec zmm1, zmm2, zmm3/m512    [AVX512F VAES]
        """
    def vaesdeclast(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vaesdeclast xmm1, xmm2, xmm3/m128    [AES AVX]
        vaesdeclast ymm1, ymm2, ymm3/m256    [VAES]
        vaesdeclast xmm1, xmm2, xmm3/m128    [AVX512VL VAES]
        vaesdeclast ymm1, ymm2, ymm3/m256    [AVX512VL VAES]
        vaesdeclast zmm1, zmm2, zmm3/m512    [AVX512F VAES]
        """
    def vaesenc(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vaesenc xmm1, xmm2, xmm3/m128    [AES AVX]
        vaesenc ymm1, ymm2, ymm3/m256    [VAES]
        vaesenc xmm1, xmm2, xmm3/m128    [AVX512VL VAES]
        vaesenc ymm1, ymm2, ymm3/m256    [AVX512VL VAES]
        vaesenc zmm1, zmm2, zmm3/m512    [AVX512F VAES]
        """
    def vaesenclast(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vaesenclast xmm1, xmm2, xmm3/m128    [AES AVX]
        vaesenclast ymm1, ymm2, ymm3/m256    [VAES]
        vaesenclast xmm1, xmm2, xmm3/m128    [AVX512VL VAES]
        vaesenclast ymm1, ymm2, ymm3/m256    [AVX512VL VAES]
        vaesenclast zmm1, zmm2, zmm3/m512    [AVX512F VAES]
        """
    def vaesimc(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vaesimc xmm1, xmm2/m128    [AES AVX]
        """
    def vaeskeygenassist(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vaeskeygenassist xmm1, xmm2/m128, imm8    [AES AVX]
        """
    def valignd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        valignd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512F AVX512VL]
        valignd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        valignd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512F]
        valignd zmm1{k1}, zmm2, zmm3/m512{eh}, imm8    [KNC]
        """
    def valignq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        valignq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512F AVX512VL]
        valignq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        valignq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F]
        """
    def vandnpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vandnpd xmm1, xmm2, xmm3/m128    [AVX]
        vandnpd ymm1, ymm2, ymm3/m256    [AVX]
        vandnpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512DQ AVX512VL]
        vandnpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512DQ AVX512VL]
        vandnpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512DQ]
        """
    def vandnps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vandnps xmm1, xmm2, xmm3/m128    [AVX]
        vandnps ymm1, ymm2, ymm3/m256    [AVX]
        vandnps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512DQ AVX512VL]
        vandnps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512DQ AVX512VL]
        vandnps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512DQ]
        """
    def vandpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vandpd xmm1, xmm2, xmm3/m128    [AVX]
        vandpd ymm1, ymm2, ymm3/m256    [AVX]
        vandpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512DQ AVX512VL]
        vandpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512DQ AVX512VL]
        vandpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512DQ]
        """
    def vandps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vandps xmm1, xmm2, xmm3/m128    [AVX]
        vandps ymm1, ymm2, ymm3/m256    [AVX]
        vandps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512DQ AVX512VL]
        vandps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512DQ AVX512VL]
        vandps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512DQ]
        """
    def vbcstnebf162ps(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbcstnebf162ps xmm1, m16    [AVX_NE_CONVERT]
        vbcstnebf162ps ymm1, m16    [AVX_NE_CONVERT]
        """
    def vbcstnesh2ps(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbcstnesh2ps xmm1, m16    [AVX_NE_CONVERT]
        vbcstnesh2ps ymm1, m16    [AVX_NE_CONVERT]
        """
    def vblendmpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vblendmpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vblendmpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vblendmpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vblendmpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}    [KNC]
        """
    def vblendmps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vblendmps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vblendmps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vblendmps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vblendmps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vblendpd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vblendpd xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vblendpd ymm1, ymm2, ymm3/m256, imm8    [AVX]
        """
    def vblendps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vblendps xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vblendps ymm1, ymm2, ymm3/m256, imm8    [AVX]
        """
    def vblendvpd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vblendvpd xmm1, xmm2, xmm3/m128, xmm4    [AVX]
        vblendvpd ymm1, ymm2, ymm3/m256, ymm4    [AVX]
        """
    def vblendvps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vblendvps xmm1, xmm2, xmm3/m128, xmm4    [AVX]
        vblendvps ymm1, ymm2, ymm3/m256, ymm4    [AVX]
        """
    def vbroadcastf128(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcastf128 ymm1, m128    [AVX]
        """
    def vbroadcastf32x2(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcastf32x2 ymm1{k1}{z}, xmm2/m64    [AVX512DQ AVX512VL]
        vbroadcastf32x2 zmm1{k1}{z}, xmm2/m64    [AVX512DQ]
        """
    def vbroadcastf32x4(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcastf32x4 ymm1{k1}{z}, m128    [AVX512F AVX512VL]
        vbroadcastf32x4 zmm1{k1}{z}, m128    [AVX512F]
        vbroadcastf32x4 zmm1{k1}, m128{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vbroadcastf32x8(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcastf32x8 zmm1{k1}{z}, m256    [AVX512DQ]
        """
    def vbroadcastf64x2(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcastf64x2 ymm1{k1}{z}, m128    [AVX512DQ AVX512VL]
        vbroadcastf64x2 zmm1{k1}{z}, m128    [AVX512DQ]
        """
    def vbroadcastf64x4(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcastf64x4 zmm1{k1}{z}, m256    [AVX512F]
        vbroadcastf64x4 zmm1{k1}, m256{eh}    [KNC]
        """
    def vbroadcasti128(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcasti128 ymm1, m128    [AVX2]
        """
    def vbroadcasti32x2(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcasti32x2 xmm1{k1}{z}, xmm2/m64    [AVX512DQ AVX512VL]
        vbroadcasti32x2 ymm1{k1}{z}, xmm2/m64    [AVX512DQ AVX512VL]
        vbroadcasti32x2 zmm1{k1}{z}, xmm2/m64    [AVX512DQ]
        """
    def vbroadcasti32x4(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcasti32x4 ymm1{k1}{z}, m128    [AVX512F AVX512VL]
        vbroadcasti32x4 zmm1{k1}{z}, m128    [AVX512F]
        vbroadcasti32x4 zmm1{k1}, m128{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vbroadcasti32x8(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcasti32x8 zmm1{k1}{z}, m256    [AVX512DQ]
        """
    def vbroadcasti64x2(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcasti64x2 ymm1{k1}{z}, m128    [AVX512DQ AVX512VL]
        vbroadcasti64x2 zmm1{k1}{z}, m128    [AVX512DQ]
        """
    def vbroadcasti64x4(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcasti64x4 zmm1{k1}{z}, m256    [AVX512F]
        vbroadcasti64x4 zmm1{k1}, m256{eh}    [KNC]
        """
    def vbroadcastsd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcastsd ymm1, m64    [AVX]
        vbroadcastsd ymm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vbroadcastsd zmm1{k1}{z}, xmm2/m64    [AVX512F]
        vbroadcastsd ymm1, xmm2    [AVX2]
        vbroadcastsd zmm1{k1}, m64{eh}    [KNC]
        """
    def vbroadcastss(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vbroadcastss xmm1, m32    [AVX]
        vbroadcastss ymm1, m32    [AVX]
        vbroadcastss xmm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vbroadcastss ymm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vbroadcastss zmm1{k1}{z}, xmm2/m32    [AVX512F]
        vbroadcastss xmm1, xmm2    [AVX2]
        vbroadcastss ymm1, xmm2    [AVX2]
        vbroadcastss zmm1{k1}, m32{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vcmppd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcmppd xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vcmppd ymm1, ymm2, ymm3/m256, imm8    [AVX]
        vcmppd k1{k2}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vcmppd k1{k2}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vcmppd k1{k2}, zmm2, zmm3/m512/m64bcst{sae}, imm8    [AVX512F]
        vcmppd k2{k1}, zmm1, zmm2/m512/m64bcst/m256bcst{swizzle}{eh}{sae}, imm8    [KNC]
        """
    def vcmpph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcmpph k1{k2}, xmm2, xmm3/m128/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vcmpph k1{k2}, ymm2, ymm3/m256/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vcmpph k1{k2}, zmm2, zmm3/m512/m16bcst{sae}, imm8    [AVX512_FP16]
        """
    def vcmpps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcmpps xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vcmpps ymm1, ymm2, ymm3/m256, imm8    [AVX]
        vcmpps k1{k2}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vcmpps k1{k2}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vcmpps k1{k2}, zmm2, zmm3/m512/m32bcst{sae}, imm8    [AVX512F]
        vcmpps k2{k1}, zmm1, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}, imm8    [KNC]
        """
    def vcmpsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcmpsd xmm1, xmm2, xmm3/m64, imm8    [AVX]
        vcmpsd k1{k2}, xmm2, xmm3/m64{sae}, imm8    [AVX512F]
        """
    def vcmpsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcmpsh k1{k2}, xmm2, xmm3/m16{sae}, imm8    [AVX512_FP16]
        """
    def vcmpss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcmpss xmm1, xmm2, xmm3/m32, imm8    [AVX]
        vcmpss k1{k2}, xmm2, xmm3/m32{sae}, imm8    [AVX512F]
        """
    def vcomisd(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcomisd xmm1, xmm2/m64    [AVX]
        vcomisd xmm1, xmm2/m64{sae}    [AVX512F]
        """
    def vcomish(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcomish xmm1, xmm2/m16{sae}    [AVX512_FP16]
        """
    def vcomiss(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcomiss xmm1, xmm2/m32    [AVX]
        vcomiss xmm1, xmm2/m32{sae}    [AVX512F]
        """
    def vcompresspd(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vcompresspd xmm1/m128{k1}{z}, xmm2    [AVX512F AVX512VL]
        vcompresspd ymm1/m256{k1}{z}, ymm2    [AVX512F AVX512VL]
        vcompresspd zmm1/m512{k1}{z}, zmm2    [AVX512F]
        """
    def vcompressps(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vcompressps xmm1/m128{k1}{z}, xmm2    [AVX512F AVX512VL]
        vcompressps ymm1/m256{k1}{z}, ymm2    [AVX512F AVX512VL]
        vcompressps zmm1/m512{k1}{z}, zmm2    [AVX512F]
        """
    def vcvtdq2pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtdq2pd xmm1, xmm2/m64    [AVX]
        vcvtdq2pd ymm1, xmm2/m128    [AVX]
        vcvtdq2pd xmm1{k1}{z}, xmm2/m64/m32bcst    [AVX512F AVX512VL]
        vcvtdq2pd ymm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvtdq2pd zmm1{k1}{z}, ymm2/m256/m32bcst{er}    [AVX512F]
        vcvtdq2pd zmm1{k1}, zmm2/m256/m32bcst/m128bcst{swizzle}{eh}    [KNC]
        """
    def vcvtdq2ph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtdq2ph xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512VL AVX512_FP16]
        vcvtdq2ph xmm1{k1}{z}, ymm2/m256/m32bcst    [AVX512VL AVX512_FP16]
        vcvtdq2ph ymm1{k1}{z}, zmm2/m512/m32bcst{er}    [AVX512_FP16]
        """
    def vcvtdq2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtdq2ps xmm1, xmm2/m128    [AVX]
        vcvtdq2ps ymm1, ymm2/m256    [AVX]
        vcvtdq2ps xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvtdq2ps ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vcvtdq2ps zmm1{k1}{z}, zmm2/m512/m32bcst{er}    [AVX512F]
        """
    def vcvtfxpntdq2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtfxpntdq2ps zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}{sae}, imm8    [KNC]
        """
    def vcvtfxpntpd2dq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtfxpntpd2dq zmm1{k1}, zmm2/m512/m64bcst/m256bcst{swizzle}{eh}{sae}, imm8    [KNC]
        """
    def vcvtfxpntpd2udq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtfxpntpd2udq zmm1{k1}, zmm2/m512/m64bcst/m256bcst{swizzle}{eh}{sae}, imm8    [KNC]
        """
    def vcvtfxpntps2dq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtfxpntps2dq zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}, imm8    [KNC]
        """
    def vcvtfxpntps2udq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtfxpntps2udq zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}, imm8    [KNC]
        """
    def vcvtfxpntudq2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtfxpntudq2ps zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}{sae}, imm8    [KNC]
        """
    def vcvtne2ps2bf16(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vcvtne2ps2bf16 xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_BF16]
        vcvtne2ps2bf16 ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_BF16]
        vcvtne2ps2bf16 zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F AVX512_BF16]
        """
    def vcvtneebf162ps(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vcvtneebf162ps xmm1, m128    [AVX_NE_CONVERT]
        vcvtneebf162ps ymm1, m256    [AVX_NE_CONVERT]
        """
    def vcvtneeph2ps(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vcvtneeph2ps xmm1, m128    [AVX_NE_CONVERT]
        vcvtneeph2ps ymm1, m256    [AVX_NE_CONVERT]
        """
    def vcvtneobf162ps(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vcvtneobf162ps xmm1, m128    [AVX_NE_CONVERT]
        vcvtneobf162ps ymm1, m256    [AVX_NE_CONVERT]
        """
    def vcvtneoph2ps(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vcvtneoph2ps xmm1, m128    [AVX_NE_CONVERT]
        vcvtneoph2ps ymm1, m256    [AVX_NE_CONVERT]
        """
    def vcvtneps2bf16(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vcvtneps2bf16 xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512VL AVX512_BF16]
        vcvtneps2bf16 xmm1{k1}{z}, ymm2/m256/m32bcst    [AVX512VL AVX512_BF16]
        vcvtneps2bf16 ymm1{k1}{z}, zmm2/m512/m32bcst    [AVX512F AVX512_BF16]
        vcvtneps2bf16 xmm1, xmm2/m128    [AVX_NE_CONVERT]
        vcvtneps2bf16 xmm1, ymm2/m256    [AVX_NE_CONVERT]
        """
    def vcvtpd2dq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtpd2dq xmm1, xmm2/m128    [AVX]
        vcvtpd2dq xmm1, ymm2/m256    [AVX]
        vcvtpd2dq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vcvtpd2dq xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vcvtpd2dq ymm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512F]
        """
    def vcvtpd2ph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtpd2ph xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512VL AVX512_FP16]
        vcvtpd2ph xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512VL AVX512_FP16]
        vcvtpd2ph xmm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512_FP16]
        """
    def vcvtpd2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtpd2ps xmm1, xmm2/m128    [AVX]
        vcvtpd2ps xmm1, ymm2/m256    [AVX]
        vcvtpd2ps xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vcvtpd2ps xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vcvtpd2ps ymm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512F]
        vcvtpd2ps zmm1{k1}, zmm2/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vcvtpd2qq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtpd2qq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512DQ AVX512VL]
        vcvtpd2qq ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512DQ AVX512VL]
        vcvtpd2qq zmm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512DQ]
        """
    def vcvtpd2udq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtpd2udq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vcvtpd2udq xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vcvtpd2udq ymm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512F]
        """
    def vcvtpd2uqq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtpd2uqq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512DQ AVX512VL]
        vcvtpd2uqq ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512DQ AVX512VL]
        vcvtpd2uqq zmm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512DQ]
        """
    def vcvtph2dq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2dq xmm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2dq ymm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2dq zmm1{k1}{z}, ymm2/m256/m16bcst{er}    [AVX512_FP16]
        """
    def vcvtph2pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2pd xmm1{k1}{z}, xmm2/m32/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2pd ymm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2pd zmm1{k1}{z}, xmm2/m128/m16bcst{sae}    [AVX512_FP16]
        """
    def vcvtph2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2ps xmm1, xmm2/m64    [F16C]
        vcvtph2ps ymm1, xmm2/m128    [F16C]
        vcvtph2ps xmm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vcvtph2ps ymm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vcvtph2ps zmm1{k1}{z}, ymm2/m256{sae}    [AVX512F]
        """
    def vcvtph2psx(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2psx xmm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2psx ymm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2psx zmm1{k1}{z}, ymm2/m256/m16bcst{sae}    [AVX512_FP16]
        """
    def vcvtph2qq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2qq xmm1{k1}{z}, xmm2/m32/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2qq ymm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2qq zmm1{k1}{z}, xmm2/m128/m16bcst{er}    [AVX512_FP16]
        """
    def vcvtph2udq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2udq xmm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2udq ymm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2udq zmm1{k1}{z}, ymm2/m256/m16bcst{er}    [AVX512_FP16]
        """
    def vcvtph2uqq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2uqq xmm1{k1}{z}, xmm2/m32/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2uqq ymm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2uqq zmm1{k1}{z}, xmm2/m128/m16bcst{er}    [AVX512_FP16]
        """
    def vcvtph2uw(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2uw xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2uw ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2uw zmm1{k1}{z}, zmm2/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vcvtph2w(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtph2w xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2w ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vcvtph2w zmm1{k1}{z}, zmm2/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vcvtps2dq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtps2dq xmm1, xmm2/m128    [AVX]
        vcvtps2dq ymm1, ymm2/m256    [AVX]
        vcvtps2dq xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvtps2dq ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vcvtps2dq zmm1{k1}{z}, zmm2/m512/m32bcst{er}    [AVX512F]
        """
    def vcvtps2pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtps2pd xmm1, xmm2/m64    [AVX]
        vcvtps2pd ymm1, xmm2/m128    [AVX]
        vcvtps2pd xmm1{k1}{z}, xmm2/m64/m32bcst    [AVX512F AVX512VL]
        vcvtps2pd ymm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvtps2pd zmm1{k1}{z}, ymm2/m256/m32bcst{sae}    [AVX512F]
        vcvtps2pd zmm1{k1}, zmm2/m256/m32bcst/m128bcst{swizzle}{eh}{sae}    [KNC]
        """
    def vcvtps2ph(self, dst: Reg | Masked | Mem, src: Reg | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtps2ph xmm1/m64, xmm2, imm8    [F16C]
        vcvtps2ph xmm1/m128, ymm2, imm8    [F16C]
        vcvtps2ph xmm1/m64{k1}{z}, xmm2, imm8    [AVX512F AVX512VL]
        vcvtps2ph xmm1/m128{k1}{z}, ymm2, imm8    [AVX512F AVX512VL]
        vcvtps2ph ymm1/m256{k1}{z}, zmm2{sae}, imm8    [AVX512F]
        """
    def vcvtps2phx(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtps2phx xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512VL AVX512_FP16]
        vcvtps2phx xmm1{k1}{z}, ymm2/m256/m32bcst    [AVX512VL AVX512_FP16]
        vcvtps2phx ymm1{k1}{z}, zmm2/m512/m32bcst{er}    [AVX512_FP16]
        """
    def vcvtps2qq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtps2qq xmm1{k1}{z}, xmm2/m64/m32bcst    [AVX512DQ AVX512VL]
        vcvtps2qq ymm1{k1}{z}, xmm2/m128/m32bcst    [AVX512DQ AVX512VL]
        vcvtps2qq zmm1{k1}{z}, ymm2/m256/m32bcst{er}    [AVX512DQ]
        """
    def vcvtps2udq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtps2udq xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvtps2udq ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vcvtps2udq zmm1{k1}{z}, zmm2/m512/m32bcst{er}    [AVX512F]
        """
    def vcvtps2uqq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtps2uqq xmm1{k1}{z}, xmm2/m64/m32bcst    [AVX512DQ AVX512VL]
        vcvtps2uqq ymm1{k1}{z}, xmm2/m128/m32bcst    [AVX512DQ AVX512VL]
        vcvtps2uqq zmm1{k1}{z}, ymm2/m256/m32bcst{er}    [AVX512DQ]
        """
    def vcvtqq2pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtqq2pd xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512DQ AVX512VL]
        vcvtqq2pd ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512DQ AVX512VL]
        vcvtqq2pd zmm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512DQ]
        """
    def vcvtqq2ph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtqq2ph xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512VL AVX512_FP16]
        vcvtqq2ph xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512VL AVX512_FP16]
        vcvtqq2ph xmm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512_FP16]
        """
    def vcvtqq2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtqq2ps xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512DQ AVX512VL]
        vcvtqq2ps xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512DQ AVX512VL]
        vcvtqq2ps ymm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512DQ]
        """
    def vcvtsd2sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsd2sh xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512_FP16]
        """
    def vcvtsd2si(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsd2si r32, xmm1/m64    [AVX]
        vcvtsd2si r64, xmm1/m64    [AVX]
        vcvtsd2si r32, xmm1/m64{er}    [AVX512F]
        vcvtsd2si r64, xmm1/m64{er}    [AVX512F]
        """
    def vcvtsd2ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsd2ss xmm1, xmm2, xmm3/m64    [AVX]
        vcvtsd2ss xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vcvtsd2usi(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsd2usi r32, xmm1/m64{er}    [AVX512F]
        vcvtsd2usi r64, xmm1/m64{er}    [AVX512F]
        """
    def vcvtsh2sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsh2sd xmm1{k1}{z}, xmm2, xmm3/m16{sae}    [AVX512_FP16]
        """
    def vcvtsh2si(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsh2si r32, xmm1/m16{er}    [AVX512_FP16]
        vcvtsh2si r64, xmm1/m16{er}    [AVX512_FP16]
        """
    def vcvtsh2ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsh2ss xmm1{k1}{z}, xmm2, xmm3/m16{sae}    [AVX512_FP16]
        """
    def vcvtsh2usi(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsh2usi r32, xmm1/m16{er}    [AVX512_FP16]
        vcvtsh2usi r64, xmm1/m16{er}    [AVX512_FP16]
        """
    def vcvtsi2sd(self, dst: Reg, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsi2sd xmm1, xmm2, r/m32    [AVX]
        vcvtsi2sd xmm1, xmm2, r/m64    [AVX]
        vcvtsi2sd xmm1, xmm2, r/m32{er}    [AVX512F]
        vcvtsi2sd xmm1, xmm2, r/m64{er}    [AVX512F]
        """
    def vcvtsi2sh(self, dst: Reg, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsi2sh xmm1, xmm2, r/m32{er}    [AVX512_FP16]
        vcvtsi2sh xmm1, xmm2, r/m64{er}    [AVX512_FP16]
        """
    def vcvtsi2ss(self, dst: Reg, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtsi2ss xmm1, xmm2, r/m32    [AVX]
        vcvtsi2ss xmm1, xmm2, r/m64    [AVX]
        vcvtsi2ss xmm1, xmm2, r/m32{er}    [AVX512F]
        vcvtsi2ss xmm1, xmm2, r/m64{er}    [AVX512F]
        """
    def vcvtss2sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtss2sd xmm1, xmm2, xmm3/m32    [AVX]
        vcvtss2sd xmm1{k1}{z}, xmm2, xmm3/m32{sae}    [AVX512F]
        """
    def vcvtss2sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtss2sh xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512_FP16]
        """
    def vcvtss2si(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtss2si r32, xmm1/m32    [AVX]
        vcvtss2si r64, xmm1/m32    [AVX]
        vcvtss2si r32, xmm1/m32{er}    [AVX512F]
        vcvtss2si r64, xmm1/m32{er}    [AVX512F]
        """
    def vcvtss2usi(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtss2usi r32, xmm1/m32{er}    [AVX512F]
        vcvtss2usi r64, xmm1/m32{er}    [AVX512F]
        """
    def vcvttpd2dq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttpd2dq xmm1, xmm2/m128    [AVX]
        vcvttpd2dq xmm1, ymm2/m256    [AVX]
        vcvttpd2dq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vcvttpd2dq xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vcvttpd2dq ymm1{k1}{z}, zmm2/m512/m64bcst{sae}    [AVX512F]
        """
    def vcvttpd2qq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttpd2qq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512DQ AVX512VL]
        vcvttpd2qq ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512DQ AVX512VL]
        vcvttpd2qq zmm1{k1}{z}, zmm2/m512/m64bcst{sae}    [AVX512DQ]
        """
    def vcvttpd2udq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttpd2udq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vcvttpd2udq xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vcvttpd2udq ymm1{k1}{z}, zmm2/m512/m64bcst{sae}    [AVX512F]
        """
    def vcvttpd2uqq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttpd2uqq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512DQ AVX512VL]
        vcvttpd2uqq ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512DQ AVX512VL]
        vcvttpd2uqq zmm1{k1}{z}, zmm2/m512/m64bcst{sae}    [AVX512DQ]
        """
    def vcvttph2dq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttph2dq xmm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2dq ymm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2dq zmm1{k1}{z}, ymm2/m256/m16bcst{sae}    [AVX512_FP16]
        """
    def vcvttph2qq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttph2qq xmm1{k1}{z}, xmm2/m32/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2qq ymm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2qq zmm1{k1}{z}, xmm2/m128/m16bcst{sae}    [AVX512_FP16]
        """
    def vcvttph2udq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttph2udq xmm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2udq ymm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2udq zmm1{k1}{z}, ymm2/m256/m16bcst{sae}    [AVX512_FP16]
        """
    def vcvttph2uqq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttph2uqq xmm1{k1}{z}, xmm2/m32/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2uqq ymm1{k1}{z}, xmm2/m64/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2uqq zmm1{k1}{z}, xmm2/m128/m16bcst{sae}    [AVX512_FP16]
        """
    def vcvttph2uw(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttph2uw xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2uw ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2uw zmm1{k1}{z}, zmm2/m512/m16bcst{sae}    [AVX512_FP16]
        """
    def vcvttph2w(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttph2w xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2w ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vcvttph2w zmm1{k1}{z}, zmm2/m512/m16bcst{sae}    [AVX512_FP16]
        """
    def vcvttps2dq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttps2dq xmm1, xmm2/m128    [AVX]
        vcvttps2dq ymm1, ymm2/m256    [AVX]
        vcvttps2dq xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvttps2dq ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vcvttps2dq zmm1{k1}{z}, zmm2/m512/m32bcst{sae}    [AVX512F]
        """
    def vcvttps2qq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttps2qq xmm1{k1}{z}, xmm2/m64/m32bcst    [AVX512DQ AVX512VL]
        vcvttps2qq ymm1{k1}{z}, xmm2/m128/m32bcst    [AVX512DQ AVX512VL]
        vcvttps2qq zmm1{k1}{z}, ymm2/m256/m32bcst{sae}    [AVX512DQ]
        """
    def vcvttps2udq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttps2udq xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvttps2udq ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vcvttps2udq zmm1{k1}{z}, zmm2/m512/m32bcst{sae}    [AVX512F]
        """
    def vcvttps2uqq(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttps2uqq xmm1{k1}{z}, xmm2/m64/m32bcst    [AVX512DQ AVX512VL]
        vcvttps2uqq ymm1{k1}{z}, xmm2/m128/m32bcst    [AVX512DQ AVX512VL]
        vcvttps2uqq zmm1{k1}{z}, ymm2/m256/m32bcst{sae}    [AVX512DQ]
        """
    def vcvttsd2si(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttsd2si r32, xmm1/m64    [AVX]
        vcvttsd2si r64, xmm1/m64    [AVX]
        vcvttsd2si r32, xmm1/m64{sae}    [AVX512F]
        vcvttsd2si r64, xmm1/m64{sae}    [AVX512F]
        """
    def vcvttsd2usi(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttsd2usi r32, xmm1/m64{sae}    [AVX512F]
        vcvttsd2usi r64, xmm1/m64{sae}    [AVX512F]
        """
    def vcvttsh2si(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttsh2si r32, xmm1/m16{sae}    [AVX512_FP16]
        vcvttsh2si r64, xmm1/m16{sae}    [AVX512_FP16]
        """
    def vcvttsh2usi(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttsh2usi r32, xmm1/m16{sae}    [AVX512_FP16]
        vcvttsh2usi r64, xmm1/m16{sae}    [AVX512_FP16]
        """
    def vcvttss2si(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttss2si r32, xmm1/m32    [AVX]
        vcvttss2si r64, xmm1/m32    [AVX]
        vcvttss2si r32, xmm1/m32{sae}    [AVX512F]
        vcvttss2si r64, xmm1/m32{sae}    [AVX512F]
        """
    def vcvttss2usi(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvttss2usi r32, xmm1/m32{sae}    [AVX512F]
        vcvttss2usi r64, xmm1/m32{sae}    [AVX512F]
        """
    def vcvtudq2pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtudq2pd xmm1{k1}{z}, xmm2/m64/m32bcst    [AVX512F AVX512VL]
        vcvtudq2pd ymm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvtudq2pd zmm1{k1}{z}, ymm2/m256/m32bcst{er}    [AVX512F]
        vcvtudq2pd zmm1{k1}, zmm2/m256/m32bcst/m128bcst{swizzle}{eh}    [KNC]
        """
    def vcvtudq2ph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtudq2ph xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512VL AVX512_FP16]
        vcvtudq2ph xmm1{k1}{z}, ymm2/m256/m32bcst    [AVX512VL AVX512_FP16]
        vcvtudq2ph ymm1{k1}{z}, zmm2/m512/m32bcst{er}    [AVX512_FP16]
        """
    def vcvtudq2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtudq2ps xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vcvtudq2ps ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vcvtudq2ps zmm1{k1}{z}, zmm2/m512/m32bcst{er}    [AVX512F]
        """
    def vcvtuqq2pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtuqq2pd xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512DQ AVX512VL]
        vcvtuqq2pd ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512DQ AVX512VL]
        vcvtuqq2pd zmm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512DQ]
        """
    def vcvtuqq2ph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtuqq2ph xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512VL AVX512_FP16]
        vcvtuqq2ph xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512VL AVX512_FP16]
        vcvtuqq2ph xmm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512_FP16]
        """
    def vcvtuqq2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtuqq2ps xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512DQ AVX512VL]
        vcvtuqq2ps xmm1{k1}{z}, ymm2/m256/m64bcst    [AVX512DQ AVX512VL]
        vcvtuqq2ps ymm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512DQ]
        """
    def vcvtusi2sd(self, dst: Reg, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtusi2sd xmm1, xmm2, r/m32{er}    [AVX512F]
        vcvtusi2sd xmm1, xmm2, r/m64{er}    [AVX512F]
        """
    def vcvtusi2sh(self, dst: Reg, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtusi2sh xmm1, xmm2, r/m32{er}    [AVX512_FP16]
        vcvtusi2sh xmm1, xmm2, r/m64{er}    [AVX512_FP16]
        """
    def vcvtusi2ss(self, dst: Reg, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtusi2ss xmm1, xmm2, r/m32{er}    [AVX512F]
        vcvtusi2ss xmm1, xmm2, r/m64{er}    [AVX512F]
        """
    def vcvtuw2ph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtuw2ph xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvtuw2ph ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vcvtuw2ph zmm1{k1}{z}, zmm2/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vcvtw2ph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vcvtw2ph xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vcvtw2ph ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vcvtw2ph zmm1{k1}{z}, zmm2/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vdbpsadbw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vdbpsadbw xmm1{k1}{z}, xmm2, xmm3/m128, imm8    [AVX512BW AVX512VL]
        vdbpsadbw ymm1{k1}{z}, ymm2, ymm3/m256, imm8    [AVX512BW AVX512VL]
        vdbpsadbw zmm1{k1}{z}, zmm2, zmm3/m512, imm8    [AVX512BW]
        """
    def vdivpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vdivpd xmm1, xmm2, xmm3/m128    [AVX]
        vdivpd ymm1, ymm2, ymm3/m256    [AVX]
        vdivpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vdivpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vdivpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        """
    def vdivph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vdivph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vdivph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vdivph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vdivps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vdivps xmm1, xmm2, xmm3/m128    [AVX]
        vdivps ymm1, ymm2, ymm3/m256    [AVX]
        vdivps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vdivps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vdivps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        """
    def vdivsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vdivsd xmm1, xmm2, xmm3/m64    [AVX]
        vdivsd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vdivsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vdivsh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vdivss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vdivss xmm1, xmm2, xmm3/m32    [AVX]
        vdivss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vdpbf16ps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vdpbf16ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_BF16]
        vdpbf16ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_BF16]
        vdpbf16ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F AVX512_BF16]
        """
    def vdppd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vdppd xmm1, xmm2, xmm3/m128, imm8    [AVX]
        """
    def vdpps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vdpps xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vdpps ymm1, ymm2, ymm3/m256, imm8    [AVX]
        """
    def verr(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        verr r/m16
        verr r32/m16
        verr r64/m16
        """
    def verw(self, dst: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        verw r/m16
        verw r32/m16
        verw r64/m16
        """
    def vexp223ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vexp223ps zmm1{k1}, zmm2/m512{eh}{sae}    [KNC]
        """
    def vexp2pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vexp2pd zmm1{k1}{z}, zmm2/m512/m64bcst{sae}    [AVX512ER]
        """
    def vexp2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vexp2ps zmm1{k1}{z}, zmm2/m512/m32bcst{sae}    [AVX512ER]
        """
    def vexpandpd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vexpandpd xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vexpandpd ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vexpandpd zmm1{k1}{z}, zmm2/m512    [AVX512F]
        """
    def vexpandps(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vexpandps xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vexpandps ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vexpandps zmm1{k1}{z}, zmm2/m512    [AVX512F]
        """
    def vextractf128(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextractf128 xmm1/m128, ymm2, imm8    [AVX]
        """
    def vextractf32x4(self, dst: Reg | Masked | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextractf32x4 xmm1/m128{k1}{z}, ymm2, imm8    [AVX512F AVX512VL]
        vextractf32x4 xmm1/m128{k1}{z}, zmm2, imm8    [AVX512F]
        """
    def vextractf32x8(self, dst: Reg | Masked | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextractf32x8 ymm1/m256{k1}{z}, zmm2, imm8    [AVX512DQ]
        """
    def vextractf64x2(self, dst: Reg | Masked | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextractf64x2 xmm1/m128{k1}{z}, ymm2, imm8    [AVX512DQ AVX512VL]
        vextractf64x2 xmm1/m128{k1}{z}, zmm2, imm8    [AVX512DQ]
        """
    def vextractf64x4(self, dst: Reg | Masked | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextractf64x4 ymm1/m256{k1}{z}, zmm2, imm8    [AVX512F]
        """
    def vextracti128(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextracti128 xmm1/m128, ymm2, imm8    [AVX2]
        """
    def vextracti32x4(self, dst: Reg | Masked | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextracti32x4 xmm1/m128{k1}{z}, ymm2, imm8    [AVX512F AVX512VL]
        vextracti32x4 xmm1/m128{k1}{z}, zmm2, imm8    [AVX512F]
        """
    def vextracti32x8(self, dst: Reg | Masked | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextracti32x8 ymm1/m256{k1}{z}, zmm2, imm8    [AVX512DQ]
        """
    def vextracti64x2(self, dst: Reg | Masked | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextracti64x2 xmm1/m128{k1}{z}, ymm2, imm8    [AVX512DQ AVX512VL]
        vextracti64x2 xmm1/m128{k1}{z}, zmm2, imm8    [AVX512DQ]
        """
    def vextracti64x4(self, dst: Reg | Masked | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextracti64x4 ymm1/m256{k1}{z}, zmm2, imm8    [AVX512F]
        """
    def vextractps(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vextractps r/m32, xmm1, imm8    [AVX]
        vextractps r64/m32, xmm1, imm8    [AVX]
        vextractps r/m32, xmm1, imm8    [AVX512F]
        vextractps r64/m32, xmm1, imm8    [AVX512F]
        """
    def vfcmaddcph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfcmaddcph xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_FP16]
        vfcmaddcph ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_FP16]
        vfcmaddcph zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512_FP16]
        """
    def vfcmaddcsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfcmaddcsh xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512_FP16]
        """
    def vfcmulcph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfcmulcph xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_FP16]
        vfcmulcph ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_FP16]
        vfcmulcph zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512_FP16]
        """
    def vfcmulcsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfcmulcsh xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512_FP16]
        """
    def vfixupimmpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfixupimmpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vfixupimmpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vfixupimmpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{sae}, imm8    [AVX512F]
        """
    def vfixupimmps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfixupimmps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vfixupimmps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vfixupimmps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{sae}, imm8    [AVX512F]
        """
    def vfixupimmsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfixupimmsd xmm1{k1}{z}, xmm2, xmm3/m64{sae}, imm8    [AVX512F]
        """
    def vfixupimmss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfixupimmss xmm1{k1}{z}, xmm2, xmm3/m32{sae}, imm8    [AVX512F]
        """
    def vfixupnanpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfixupnanpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{sae}    [KNC]
        """
    def vfixupnanps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfixupnanps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}{sae}    [KNC]
        """
    def vfmadd132pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd132pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmadd132pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmadd132pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmadd132pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmadd132pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfmadd132pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfmadd132ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd132ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmadd132ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmadd132ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmadd132ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd132ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmadd132ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmadd132ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmadd132ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmadd132ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfmadd132ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfmadd132sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd132sd xmm1, xmm2, xmm3/m64    [FMA]
        vfmadd132sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfmadd132sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd132sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfmadd132ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd132ss xmm1, xmm2, xmm3/m32    [FMA]
        vfmadd132ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfmadd213pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd213pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmadd213pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmadd213pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmadd213pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmadd213pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfmadd213pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfmadd213ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd213ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmadd213ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmadd213ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmadd213ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd213ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmadd213ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmadd213ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmadd213ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmadd213ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfmadd213ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfmadd213sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd213sd xmm1, xmm2, xmm3/m64    [FMA]
        vfmadd213sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfmadd213sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd213sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfmadd213ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd213ss xmm1, xmm2, xmm3/m32    [FMA]
        vfmadd213ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfmadd231pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd231pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmadd231pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmadd231pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmadd231pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmadd231pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfmadd231pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfmadd231ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd231ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmadd231ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmadd231ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmadd231ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd231ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmadd231ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmadd231ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmadd231ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmadd231ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfmadd231ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfmadd231sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd231sd xmm1, xmm2, xmm3/m64    [FMA]
        vfmadd231sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfmadd231sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd231sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfmadd231ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd231ss xmm1, xmm2, xmm3/m32    [FMA]
        vfmadd231ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfmadd233ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmadd233ps zmm1{k1}, zmm2, zmm3/m512/m128bcst{eh}{er}    [KNC]
        """
    def vfmaddcph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddcph xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_FP16]
        vfmaddcph ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_FP16]
        vfmaddcph zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512_FP16]
        """
    def vfmaddcsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddcsh xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512_FP16]
        """
    def vfmaddpd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmaddpd xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfmaddpd ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfmaddpd xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfmaddpd ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfmaddps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmaddps xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfmaddps ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfmaddps xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfmaddps ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfmaddsd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsd xmm1, xmm2, xmm3, xmm4/m64    [FMA4]
        vfmaddsd xmm1, xmm2, xmm3/m64, xmm4    [FMA4]
        """
    def vfmaddss(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmaddss xmm1, xmm2, xmm3, xmm4/m32    [FMA4]
        vfmaddss xmm1, xmm2, xmm3/m32, xmm4    [FMA4]
        """
    def vfmaddsub132pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub132pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmaddsub132pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmaddsub132pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmaddsub132pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmaddsub132pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        """
    def vfmaddsub132ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub132ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmaddsub132ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmaddsub132ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmaddsub132ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub132ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmaddsub132ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmaddsub132ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmaddsub132ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmaddsub132ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        """
    def vfmaddsub213pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub213pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmaddsub213pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmaddsub213pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmaddsub213pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmaddsub213pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        """
    def vfmaddsub213ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub213ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmaddsub213ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmaddsub213ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmaddsub213ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub213ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmaddsub213ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmaddsub213ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmaddsub213ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmaddsub213ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        """
    def vfmaddsub231pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub231pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmaddsub231pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmaddsub231pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmaddsub231pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmaddsub231pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        """
    def vfmaddsub231ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub231ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmaddsub231ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmaddsub231ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmaddsub231ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsub231ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmaddsub231ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmaddsub231ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmaddsub231ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmaddsub231ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        """
    def vfmaddsubpd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsubpd xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfmaddsubpd ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfmaddsubpd xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfmaddsubpd ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfmaddsubps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmaddsubps xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfmaddsubps ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfmaddsubps xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfmaddsubps ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfmsub132pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub132pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmsub132pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmsub132pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmsub132pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmsub132pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfmsub132pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfmsub132ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub132ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmsub132ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmsub132ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmsub132ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub132ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmsub132ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmsub132ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmsub132ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmsub132ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfmsub132ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfmsub132sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub132sd xmm1, xmm2, xmm3/m64    [FMA]
        vfmsub132sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfmsub132sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub132sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfmsub132ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub132ss xmm1, xmm2, xmm3/m32    [FMA]
        vfmsub132ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfmsub213pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub213pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmsub213pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmsub213pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmsub213pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmsub213pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfmsub213pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfmsub213ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub213ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmsub213ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmsub213ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmsub213ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub213ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmsub213ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmsub213ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmsub213ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmsub213ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfmsub213ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfmsub213sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub213sd xmm1, xmm2, xmm3/m64    [FMA]
        vfmsub213sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfmsub213sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub213sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfmsub213ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub213ss xmm1, xmm2, xmm3/m32    [FMA]
        vfmsub213ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfmsub231pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub231pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmsub231pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmsub231pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmsub231pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmsub231pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfmsub231pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfmsub231ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub231ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmsub231ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmsub231ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmsub231ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub231ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmsub231ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmsub231ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmsub231ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmsub231ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfmsub231ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfmsub231sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub231sd xmm1, xmm2, xmm3/m64    [FMA]
        vfmsub231sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfmsub231sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub231sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfmsub231ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsub231ss xmm1, xmm2, xmm3/m32    [FMA]
        vfmsub231ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfmsubadd132pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd132pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmsubadd132pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmsubadd132pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmsubadd132pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmsubadd132pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        """
    def vfmsubadd132ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd132ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmsubadd132ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmsubadd132ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmsubadd132ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd132ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmsubadd132ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmsubadd132ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmsubadd132ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmsubadd132ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        """
    def vfmsubadd213pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd213pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmsubadd213pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmsubadd213pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmsubadd213pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmsubadd213pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        """
    def vfmsubadd213ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd213ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmsubadd213ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmsubadd213ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmsubadd213ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd213ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmsubadd213ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmsubadd213ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmsubadd213ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmsubadd213ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        """
    def vfmsubadd231pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd231pd xmm1, xmm2, xmm3/m128    [FMA]
        vfmsubadd231pd ymm1, ymm2, ymm3/m256    [FMA]
        vfmsubadd231pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfmsubadd231pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfmsubadd231pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        """
    def vfmsubadd231ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd231ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfmsubadd231ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfmsubadd231ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfmsubadd231ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmsubadd231ps xmm1, xmm2, xmm3/m128    [FMA]
        vfmsubadd231ps ymm1, ymm2, ymm3/m256    [FMA]
        vfmsubadd231ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfmsubadd231ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfmsubadd231ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        """
    def vfmsubaddpd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmsubaddpd xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfmsubaddpd ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfmsubaddpd xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfmsubaddpd ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfmsubaddps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmsubaddps xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfmsubaddps ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfmsubaddps xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfmsubaddps ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfmsubpd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmsubpd xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfmsubpd ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfmsubpd xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfmsubpd ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfmsubps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmsubps xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfmsubps ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfmsubps xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfmsubps ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfmsubsd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmsubsd xmm1, xmm2, xmm3, xmm4/m64    [FMA4]
        vfmsubsd xmm1, xmm2, xmm3/m64, xmm4    [FMA4]
        """
    def vfmsubss(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfmsubss xmm1, xmm2, xmm3, xmm4/m32    [FMA4]
        vfmsubss xmm1, xmm2, xmm3/m32, xmm4    [FMA4]
        """
    def vfmulcph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmulcph xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_FP16]
        vfmulcph ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_FP16]
        vfmulcph zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512_FP16]
        """
    def vfmulcsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfmulcsh xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512_FP16]
        """
    def vfnmadd132pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd132pd xmm1, xmm2, xmm3/m128    [FMA]
        vfnmadd132pd ymm1, ymm2, ymm3/m256    [FMA]
        vfnmadd132pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfnmadd132pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfnmadd132pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfnmadd132pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfnmadd132ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd132ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfnmadd132ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfnmadd132ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfnmadd132ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd132ps xmm1, xmm2, xmm3/m128    [FMA]
        vfnmadd132ps ymm1, ymm2, ymm3/m256    [FMA]
        vfnmadd132ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfnmadd132ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfnmadd132ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfnmadd132ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfnmadd132sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd132sd xmm1, xmm2, xmm3/m64    [FMA]
        vfnmadd132sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfnmadd132sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd132sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfnmadd132ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd132ss xmm1, xmm2, xmm3/m32    [FMA]
        vfnmadd132ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfnmadd213pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd213pd xmm1, xmm2, xmm3/m128    [FMA]
        vfnmadd213pd ymm1, ymm2, ymm3/m256    [FMA]
        vfnmadd213pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfnmadd213pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfnmadd213pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfnmadd213pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfnmadd213ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd213ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfnmadd213ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfnmadd213ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfnmadd213ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd213ps xmm1, xmm2, xmm3/m128    [FMA]
        vfnmadd213ps ymm1, ymm2, ymm3/m256    [FMA]
        vfnmadd213ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfnmadd213ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfnmadd213ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfnmadd213ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfnmadd213sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd213sd xmm1, xmm2, xmm3/m64    [FMA]
        vfnmadd213sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfnmadd213sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd213sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfnmadd213ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd213ss xmm1, xmm2, xmm3/m32    [FMA]
        vfnmadd213ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfnmadd231pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd231pd xmm1, xmm2, xmm3/m128    [FMA]
        vfnmadd231pd ymm1, ymm2, ymm3/m256    [FMA]
        vfnmadd231pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfnmadd231pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfnmadd231pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfnmadd231pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfnmadd231ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd231ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfnmadd231ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfnmadd231ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfnmadd231ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd231ps xmm1, xmm2, xmm3/m128    [FMA]
        vfnmadd231ps ymm1, ymm2, ymm3/m256    [FMA]
        vfnmadd231ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfnmadd231ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfnmadd231ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfnmadd231ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfnmadd231sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd231sd xmm1, xmm2, xmm3/m64    [FMA]
        vfnmadd231sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfnmadd231sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd231sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfnmadd231ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmadd231ss xmm1, xmm2, xmm3/m32    [FMA]
        vfnmadd231ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfnmaddpd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfnmaddpd xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfnmaddpd ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfnmaddpd xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfnmaddpd ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfnmaddps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfnmaddps xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfnmaddps ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfnmaddps xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfnmaddps ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfnmaddsd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfnmaddsd xmm1, xmm2, xmm3, xmm4/m64    [FMA4]
        vfnmaddsd xmm1, xmm2, xmm3/m64, xmm4    [FMA4]
        """
    def vfnmaddss(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfnmaddss xmm1, xmm2, xmm3, xmm4/m32    [FMA4]
        vfnmaddss xmm1, xmm2, xmm3/m32, xmm4    [FMA4]
        """
    def vfnmsub132pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub132pd xmm1, xmm2, xmm3/m128    [FMA]
        vfnmsub132pd ymm1, ymm2, ymm3/m256    [FMA]
        vfnmsub132pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfnmsub132pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfnmsub132pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfnmsub132pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfnmsub132ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub132ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfnmsub132ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfnmsub132ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfnmsub132ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub132ps xmm1, xmm2, xmm3/m128    [FMA]
        vfnmsub132ps ymm1, ymm2, ymm3/m256    [FMA]
        vfnmsub132ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfnmsub132ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfnmsub132ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfnmsub132ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfnmsub132sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub132sd xmm1, xmm2, xmm3/m64    [FMA]
        vfnmsub132sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfnmsub132sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub132sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfnmsub132ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub132ss xmm1, xmm2, xmm3/m32    [FMA]
        vfnmsub132ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfnmsub213pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub213pd xmm1, xmm2, xmm3/m128    [FMA]
        vfnmsub213pd ymm1, ymm2, ymm3/m256    [FMA]
        vfnmsub213pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfnmsub213pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfnmsub213pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfnmsub213pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfnmsub213ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub213ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfnmsub213ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfnmsub213ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfnmsub213ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub213ps xmm1, xmm2, xmm3/m128    [FMA]
        vfnmsub213ps ymm1, ymm2, ymm3/m256    [FMA]
        vfnmsub213ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfnmsub213ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfnmsub213ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfnmsub213ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfnmsub213sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub213sd xmm1, xmm2, xmm3/m64    [FMA]
        vfnmsub213sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfnmsub213sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub213sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfnmsub213ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub213ss xmm1, xmm2, xmm3/m32    [FMA]
        vfnmsub213ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfnmsub231pd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub231pd xmm1, xmm2, xmm3/m128    [FMA]
        vfnmsub231pd ymm1, ymm2, ymm3/m256    [FMA]
        vfnmsub231pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vfnmsub231pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vfnmsub231pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vfnmsub231pd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vfnmsub231ph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub231ph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vfnmsub231ph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vfnmsub231ph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vfnmsub231ps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub231ps xmm1, xmm2, xmm3/m128    [FMA]
        vfnmsub231ps ymm1, ymm2, ymm3/m256    [FMA]
        vfnmsub231ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vfnmsub231ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vfnmsub231ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vfnmsub231ps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vfnmsub231sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub231sd xmm1, xmm2, xmm3/m64    [FMA]
        vfnmsub231sd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vfnmsub231sh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub231sh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vfnmsub231ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vfnmsub231ss xmm1, xmm2, xmm3/m32    [FMA]
        vfnmsub231ss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vfnmsubpd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfnmsubpd xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfnmsubpd ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfnmsubpd xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfnmsubpd ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfnmsubps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfnmsubps xmm1, xmm2, xmm3, xmm4/m128    [FMA4]
        vfnmsubps ymm1, ymm2, ymm3, ymm4/m256    [FMA4]
        vfnmsubps xmm1, xmm2, xmm3/m128, xmm4    [FMA4]
        vfnmsubps ymm1, ymm2, ymm3/m256, ymm4    [FMA4]
        """
    def vfnmsubsd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfnmsubsd xmm1, xmm2, xmm3, xmm4/m64    [FMA4]
        vfnmsubsd xmm1, xmm2, xmm3/m64, xmm4    [FMA4]
        """
    def vfnmsubss(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfnmsubss xmm1, xmm2, xmm3, xmm4/m32    [FMA4]
        vfnmsubss xmm1, xmm2, xmm3/m32, xmm4    [FMA4]
        """
    def vfpclasspd(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vfpclasspd k2{k1}, xmm2/m128/m64bcst, imm8    [AVX512DQ AVX512VL]
        vfpclasspd k2{k1}, ymm2/m256/m64bcst, imm8    [AVX512DQ AVX512VL]
        vfpclasspd k2{k1}, zmm2/m512/m64bcst, imm8    [AVX512DQ]
        """
    def vfpclassph(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vfpclassph k1{k2}, xmm2/m128/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vfpclassph k1{k2}, ymm2/m256/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vfpclassph k1{k2}, zmm2/m512/m16bcst, imm8    [AVX512_FP16]
        """
    def vfpclassps(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vfpclassps k2{k1}, xmm2/m128/m32bcst, imm8    [AVX512DQ AVX512VL]
        vfpclassps k2{k1}, ymm2/m256/m32bcst, imm8    [AVX512DQ AVX512VL]
        vfpclassps k2{k1}, zmm2/m512/m32bcst, imm8    [AVX512DQ]
        """
    def vfpclasssd(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vfpclasssd k2{k1}, xmm2/m64, imm8    [AVX512DQ]
        """
    def vfpclasssh(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vfpclasssh k1{k2}, xmm2/m16, imm8    [AVX512_FP16]
        """
    def vfpclassss(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vfpclassss k2{k1}, xmm2/m32, imm8    [AVX512DQ]
        """
    def vfrczpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfrczpd xmm1, xmm2/m128    [XOP]
        vfrczpd ymm1, ymm2/m256    [XOP]
        """
    def vfrczps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfrczps xmm1, xmm2/m128    [XOP]
        vfrczps ymm1, ymm2/m256    [XOP]
        """
    def vfrczsd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfrczsd xmm1, xmm2/m64    [XOP]
        """
    def vfrczss(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vfrczss xmm1, xmm2/m32    [XOP]
        """
    def vgatherdpd(self, dst: Reg | Masked, src: Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgatherdpd xmm1, vm32x, xmm2    [AVX2]
        vgatherdpd ymm1, vm32x, ymm2    [AVX2]
        vgatherdpd xmm1{k1}, vm32x    [AVX512F AVX512VL]
        vgatherdpd ymm1{k1}, vm32x    [AVX512F AVX512VL]
        vgatherdpd zmm1{k1}, vm32y    [AVX512F]
        vgatherdpd zmm1{k1}, vm32z{eh}    [KNC]
        """
    def vgatherdps(self, dst: Reg | Masked, src: Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgatherdps xmm1, vm32x, xmm2    [AVX2]
        vgatherdps ymm1, vm32y, ymm2    [AVX2]
        vgatherdps xmm1{k1}, vm32x    [AVX512F AVX512VL]
        vgatherdps ymm1{k1}, vm32y    [AVX512F AVX512VL]
        vgatherdps zmm1{k1}, vm32z    [AVX512F]
        vgatherdps zmm1{k1}, vm32z{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vgatherpf0dpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf0dpd vm32y{k1}    [AVX512PF]
        """
    def vgatherpf0dps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf0dps vm32z{k1}    [AVX512PF]
        vgatherpf0dps vm32z{k1}{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vgatherpf0hintdpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf0hintdpd vm32z{k1}{eh}    [KNC]
        """
    def vgatherpf0hintdps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf0hintdps vm32z{k1}{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vgatherpf0qpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf0qpd vm64z{k1}    [AVX512PF]
        """
    def vgatherpf0qps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf0qps vm64z{k1}    [AVX512PF]
        """
    def vgatherpf1dpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf1dpd vm32y{k1}    [AVX512PF]
        """
    def vgatherpf1dps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf1dps vm32z{k1}    [AVX512PF]
        vgatherpf1dps vm32z{k1}{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vgatherpf1qpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf1qpd vm64z{k1}    [AVX512PF]
        """
    def vgatherpf1qps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgatherpf1qps vm64z{k1}    [AVX512PF]
        """
    def vgatherqpd(self, dst: Reg | Masked, src: Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgatherqpd xmm1, vm64x, xmm2    [AVX2]
        vgatherqpd ymm1, vm64y, ymm2    [AVX2]
        vgatherqpd xmm1{k1}, vm64x    [AVX512F AVX512VL]
        vgatherqpd ymm1{k1}, vm64y    [AVX512F AVX512VL]
        vgatherqpd zmm1{k1}, vm64z    [AVX512F]
        """
    def vgatherqps(self, dst: Reg | Masked, src: Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgatherqps xmm1, vm64x, xmm2    [AVX2]
        vgatherqps xmm1, vm64y, xmm2    [AVX2]
        vgatherqps xmm1{k1}, vm64x    [AVX512F AVX512VL]
        vgatherqps xmm1{k1}, vm64y    [AVX512F AVX512VL]
        vgatherqps ymm1{k1}, vm64z    [AVX512F]
        """
    def vgetexppd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetexppd xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vgetexppd ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vgetexppd zmm1{k1}{z}, zmm2/m512/m64bcst{sae}    [AVX512F]
        vgetexppd zmm1{k1}, zmm2/m512/m64bcst/m256bcst{swizzle}{eh}{sae}    [KNC]
        """
    def vgetexpph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetexpph xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vgetexpph ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vgetexpph zmm1{k1}{z}, zmm2/m512/m16bcst{sae}    [AVX512_FP16]
        """
    def vgetexpps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetexpps xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vgetexpps ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vgetexpps zmm1{k1}{z}, zmm2/m512/m32bcst{sae}    [AVX512F]
        vgetexpps zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}    [KNC]
        """
    def vgetexpsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetexpsd xmm1{k1}{z}, xmm2, xmm3/m64{sae}    [AVX512F]
        """
    def vgetexpsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetexpsh xmm1{k1}{z}, xmm2, xmm3/m16{sae}    [AVX512_FP16]
        """
    def vgetexpss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetexpss xmm1{k1}{z}, xmm2, xmm3/m32{sae}    [AVX512F]
        """
    def vgetmantpd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetmantpd xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vgetmantpd ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vgetmantpd zmm1{k1}{z}, zmm2/m512/m64bcst{sae}, imm8    [AVX512F]
        vgetmantpd zmm1{k1}, zmm2/m512/m64bcst/m256bcst{swizzle}{eh}{sae}, imm8    [KNC]
        """
    def vgetmantph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetmantph xmm1{k1}{z}, xmm2/m128/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vgetmantph ymm1{k1}{z}, ymm2/m256/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vgetmantph zmm1{k1}{z}, zmm2/m512/m16bcst{sae}, imm8    [AVX512_FP16]
        """
    def vgetmantps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetmantps xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vgetmantps ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vgetmantps zmm1{k1}{z}, zmm2/m512/m32bcst{sae}, imm8    [AVX512F]
        vgetmantps zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}, imm8    [KNC]
        """
    def vgetmantsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetmantsd xmm1{k1}{z}, xmm2, xmm3/m64{sae}, imm8    [AVX512F]
        """
    def vgetmantsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetmantsh xmm1{k1}{z}, xmm2, xmm3/m16{sae}, imm8    [AVX512_FP16]
        """
    def vgetmantss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgetmantss xmm1{k1}{z}, xmm2, xmm3/m32{sae}, imm8    [AVX512F]
        """
    def vgf2p8affineinvqb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vgf2p8affineinvqb xmm1, xmm2, xmm3/m128, imm8    [AVX GFNI]
        vgf2p8affineinvqb ymm1, ymm2, ymm3/m256, imm8    [AVX GFNI]
        vgf2p8affineinvqb xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512VL GFNI]
        vgf2p8affineinvqb ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512VL GFNI]
        vgf2p8affineinvqb zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F GFNI]
        """
    def vgf2p8affineqb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vgf2p8affineqb xmm1, xmm2, xmm3/m128, imm8    [AVX GFNI]
        vgf2p8affineqb ymm1, ymm2, ymm3/m256, imm8    [AVX GFNI]
        vgf2p8affineqb xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512VL GFNI]
        vgf2p8affineqb ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512VL GFNI]
        vgf2p8affineqb zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F GFNI]
        """
    def vgf2p8mulb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vgf2p8mulb xmm1, xmm2, xmm3/m128    [AVX GFNI]
        vgf2p8mulb ymm1, ymm2, ymm3/m256    [AVX GFNI]
        vgf2p8mulb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512VL GFNI]
        vgf2p8mulb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512VL GFNI]
        vgf2p8mulb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512F GFNI]
        """
    def vgmaxabsps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgmaxabsps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}    [KNC]
        """
    def vgmaxpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgmaxpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{sae}    [KNC]
        """
    def vgmaxps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgmaxps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}    [KNC]
        """
    def vgminpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgminpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{sae}    [KNC]
        """
    def vgminps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vgminps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}    [KNC]
        """
    def vhaddpd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vhaddpd xmm1, xmm2, xmm3/m128    [AVX]
        vhaddpd ymm1, ymm2, ymm3/m256    [AVX]
        """
    def vhaddps(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vhaddps xmm1, xmm2, xmm3/m128    [AVX]
        vhaddps ymm1, ymm2, ymm3/m256    [AVX]
        """
    def vhsubpd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vhsubpd xmm1, xmm2, xmm3/m128    [AVX]
        vhsubpd ymm1, ymm2, ymm3/m256    [AVX]
        """
    def vhsubps(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vhsubps xmm1, xmm2, xmm3/m128    [AVX]
        vhsubps ymm1, ymm2, ymm3/m256    [AVX]
        """
    def vinsertf128(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinsertf128 ymm1, ymm2, xmm3/m128, imm8    [AVX]
        """
    def vinsertf32x4(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinsertf32x4 ymm1{k1}{z}, ymm2, xmm3/m128, imm8    [AVX512F AVX512VL]
        vinsertf32x4 zmm1{k1}{z}, zmm2, xmm3/m128, imm8    [AVX512F]
        """
    def vinsertf32x8(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinsertf32x8 zmm1{k1}{z}, zmm2, ymm3/m256, imm8    [AVX512DQ]
        """
    def vinsertf64x2(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinsertf64x2 ymm1{k1}{z}, ymm2, xmm3/m128, imm8    [AVX512DQ AVX512VL]
        vinsertf64x2 zmm1{k1}{z}, zmm2, xmm3/m128, imm8    [AVX512DQ]
        """
    def vinsertf64x4(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinsertf64x4 zmm1{k1}{z}, zmm2, ymm3/m256, imm8    [AVX512F]
        """
    def vinserti128(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinserti128 ymm1, ymm2, xmm3/m128, imm8    [AVX2]
        """
    def vinserti32x4(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinserti32x4 ymm1{k1}{z}, ymm2, xmm3/m128, imm8    [AVX512F AVX512VL]
        vinserti32x4 zmm1{k1}{z}, zmm2, xmm3/m128, imm8    [AVX512F]
        """
    def vinserti32x8(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinserti32x8 zmm1{k1}{z}, zmm2, ymm3/m256, imm8    [AVX512DQ]
        """
    def vinserti64x2(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinserti64x2 ymm1{k1}{z}, ymm2, xmm3/m128, imm8    [AVX512DQ AVX512VL]
        vinserti64x2 zmm1{k1}{z}, zmm2, xmm3/m128, imm8    [AVX512DQ]
        """
    def vinserti64x4(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinserti64x4 zmm1{k1}{z}, zmm2, ymm3/m256, imm8    [AVX512F]
        """
    def vinsertps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vinsertps xmm1, xmm2, xmm3/m32, imm8    [AVX]
        vinsertps xmm1, xmm2, xmm3/m32, imm8    [AVX512F]
        """
    def vlddqu(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vlddqu xmm1, m128    [AVX]
        vlddqu ymm1, m256    [AVX]
        """
    def vldmxcsr(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vldmxcsr m32    [AVX]
        """
    def vloadunpackhd(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vloadunpackhd zmm1{k1}, m512{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vloadunpackhpd(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vloadunpackhpd zmm1{k1}, m512{eh}    [KNC]
        """
    def vloadunpackhps(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vloadunpackhps zmm1{k1}, m512{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vloadunpackhq(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vloadunpackhq zmm1{k1}, m512{eh}    [KNC]
        """
    def vloadunpackld(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vloadunpackld zmm1{k1}, m512{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vloadunpacklpd(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vloadunpacklpd zmm1{k1}, m512{eh}    [KNC]
        """
    def vloadunpacklps(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vloadunpacklps zmm1{k1}, m512{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vloadunpacklq(self, dst: Reg | Masked, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vloadunpacklq zmm1{k1}, m512{eh}    [KNC]
        """
    def vlog2ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vlog2ps zmm1{k1}, zmm2/m512{eh}{sae}    [KNC]
        """
    def vmaskmovdqu(self, dst: Reg | Mem, src: Reg, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmaskmovdqu <m128 ds:rdi>, xmm1, xmm2    [AVX]
        """
    def vmaskmovpd(self, dst: Reg | Mem, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmaskmovpd xmm1, xmm2, m128    [AVX]
        vmaskmovpd ymm1, ymm2, m256    [AVX]
        vmaskmovpd m128, xmm1, xmm2    [AVX]
        vmaskmovpd m256, ymm1, ymm2    [AVX]
        """
    def vmaskmovps(self, dst: Reg | Mem, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmaskmovps xmm1, xmm2, m128    [AVX]
        vmaskmovps ymm1, ymm2, m256    [AVX]
        vmaskmovps m128, xmm1, xmm2    [AVX]
        vmaskmovps m256, ymm1, ymm2    [AVX]
        """
    def vmaxpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmaxpd xmm1, xmm2, xmm3/m128    [AVX]
        vmaxpd ymm1, ymm2, ymm3/m256    [AVX]
        vmaxpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vmaxpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vmaxpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{sae}    [AVX512F]
        """
    def vmaxph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmaxph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vmaxph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vmaxph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{sae}    [AVX512_FP16]
        """
    def vmaxps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmaxps xmm1, xmm2, xmm3/m128    [AVX]
        vmaxps ymm1, ymm2, ymm3/m256    [AVX]
        vmaxps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vmaxps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vmaxps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{sae}    [AVX512F]
        """
    def vmaxsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmaxsd xmm1, xmm2, xmm3/m64    [AVX]
        vmaxsd xmm1{k1}{z}, xmm2, xmm3/m64{sae}    [AVX512F]
        """
    def vmaxsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmaxsh xmm1{k1}{z}, xmm2, xmm3/m16{sae}    [AVX512_FP16]
        """
    def vmaxss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmaxss xmm1, xmm2, xmm3/m32    [AVX]
        vmaxss xmm1{k1}{z}, xmm2, xmm3/m32{sae}    [AVX512F]
        """
    def vmcall(self, *, encoding: Encoding = None) -> None:
        """
        vmcall    [VMX]
        """
    def vmclear(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmclear m64    [VMX]
        """
    def vmfunc(self, *, encoding: Encoding = None) -> None:
        """
        vmfunc    [VMX]
        """
    def vmgexit(self, *, encoding: Encoding = None) -> None:
        """
        vmgexit    [SEV_ES]
        vmgexit    [SEV_ES]
        """
    def vminpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vminpd xmm1, xmm2, xmm3/m128    [AVX]
        vminpd ymm1, ymm2, ymm3/m256    [AVX]
        vminpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vminpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vminpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{sae}    [AVX512F]
        """
    def vminph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vminph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vminph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vminph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{sae}    [AVX512_FP16]
        """
    def vminps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vminps xmm1, xmm2, xmm3/m128    [AVX]
        vminps ymm1, ymm2, ymm3/m256    [AVX]
        vminps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vminps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vminps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{sae}    [AVX512F]
        """
    def vminsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vminsd xmm1, xmm2, xmm3/m64    [AVX]
        vminsd xmm1{k1}{z}, xmm2, xmm3/m64{sae}    [AVX512F]
        """
    def vminsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vminsh xmm1{k1}{z}, xmm2, xmm3/m16{sae}    [AVX512_FP16]
        """
    def vminss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vminss xmm1, xmm2, xmm3/m32    [AVX]
        vminss xmm1{k1}{z}, xmm2, xmm3/m32{sae}    [AVX512F]
        """
    def vmlaunch(self, *, encoding: Encoding = None) -> None:
        """
        vmlaunch    [VMX]
        """
    def vmload(self, *, encoding: Encoding = None) -> None:
        """
        vmload    [SVM]
        vmload    [SVM]
        """
    def vmmcall(self, *, encoding: Encoding = None) -> None:
        """
        vmmcall    [SVM]
        """
    def vmovapd(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovapd xmm1, xmm2/m128    [AVX]
        vmovapd ymm1, ymm2/m256    [AVX]
        vmovapd xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovapd ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovapd zmm1{k1}{z}, zmm2/m512    [AVX512F]
        vmovapd xmm2/m128, xmm1    [AVX]
        vmovapd ymm2/m256, ymm1    [AVX]
        vmovapd xmm2/m128{k1}{z}, xmm1    [AVX512F AVX512VL]
        vmovapd ymm2/m256{k1}{z}, ymm1    [AVX512F AVX512VL]
        vmovapd zmm2/m512{k1}{z}, zmm1    [AVX512F]
        vmovapd zmm1{k1}, zmm2/m512{swizzle}{eh}    [KNC]
        vmovapd m512{k1}{eh}, zmm1    [KNC]
        """
    def vmovaps(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovaps xmm1, xmm2/m128    [AVX]
        vmovaps ymm1, ymm2/m256    [AVX]
        vmovaps xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovaps ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovaps zmm1{k1}{z}, zmm2/m512    [AVX512F]
        vmovaps xmm2/m128, xmm1    [AVX]
        vmovaps ymm2/m256, ymm1    [AVX]
        vmovaps xmm2/m128{k1}{z}, xmm1    [AVX512F AVX512VL]
        vmovaps ymm2/m256{k1}{z}, ymm1    [AVX512F AVX512VL]
        vmovaps zmm2/m512{k1}{z}, zmm1    [AVX512F]
        vmovaps zmm1{k1}, zmm2/m512{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        vmovaps m512{k1}{eh}, zmm1{float16,uint8,sint8,uint16,sint16}    [KNC]
        """
    def vmovd(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovd xmm1, r/m32    [AVX]
        vmovd xmm1, r/m32    [AVX512F]
        vmovd r/m32, xmm1    [AVX]
        vmovd r/m32, xmm1    [AVX512F]
        """
    def vmovddup(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovddup xmm1, xmm2/m64    [AVX]
        vmovddup ymm1, ymm2/m256    [AVX]
        vmovddup xmm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vmovddup ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovddup zmm1{k1}{z}, zmm2/m512    [AVX512F]
        """
    def vmovdqa(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovdqa xmm1, xmm2/m128    [AVX]
        vmovdqa ymm1, ymm2/m256    [AVX]
        vmovdqa xmm2/m128, xmm1    [AVX]
        vmovdqa ymm2/m256, ymm1    [AVX]
        """
    def vmovdqa32(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovdqa32 xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovdqa32 ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovdqa32 zmm1{k1}{z}, zmm2/m512    [AVX512F]
        vmovdqa32 xmm2/m128{k1}{z}, xmm1    [AVX512F AVX512VL]
        vmovdqa32 ymm2/m256{k1}{z}, ymm1    [AVX512F AVX512VL]
        vmovdqa32 zmm2/m512{k1}{z}, zmm1    [AVX512F]
        vmovdqa32 zmm1{k1}, zmm2/m512{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        vmovdqa32 m512{k1}{eh}, zmm1{uint8,sint8,uint16,sint16}    [KNC]
        """
    def vmovdqa64(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovdqa64 xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovdqa64 ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovdqa64 zmm1{k1}{z}, zmm2/m512    [AVX512F]
        vmovdqa64 xmm2/m128{k1}{z}, xmm1    [AVX512F AVX512VL]
        vmovdqa64 ymm2/m256{k1}{z}, ymm1    [AVX512F AVX512VL]
        vmovdqa64 zmm2/m512{k1}{z}, zmm1    [AVX512F]
        vmovdqa64 zmm1{k1}, zmm2/m512{swizzle}{eh}    [KNC]
        vmovdqa64 m512{k1}{eh}, zmm1    [KNC]
        """
    def vmovdqu(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovdqu xmm1, xmm2/m128    [AVX]
        vmovdqu ymm1, ymm2/m256    [AVX]
        vmovdqu xmm2/m128, xmm1    [AVX]
        vmovdqu ymm2/m256, ymm1    [AVX]
        """
    def vmovdqu16(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovdqu16 xmm1{k1}{z}, xmm2/m128    [AVX512BW AVX512VL]
        vmovdqu16 ymm1{k1}{z}, ymm2/m256    [AVX512BW AVX512VL]
        vmovdqu16 zmm1{k1}{z}, zmm2/m512    [AVX512BW]
        vmovdqu16 xmm2/m128{k1}{z}, xmm1    [AVX512BW AVX512VL]
        vmovdqu16 ymm2/m256{k1}{z}, ymm1    [AVX512BW AVX512VL]
        vmovdqu16 zmm2/m512{k1}{z}, zmm1    [AVX512BW]
        """
    def vmovdqu32(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovdqu32 xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovdqu32 ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovdqu32 zmm1{k1}{z}, zmm2/m512    [AVX512F]
        vmovdqu32 xmm2/m128{k1}{z}, xmm1    [AVX512F AVX512VL]
        vmovdqu32 ymm2/m256{k1}{z}, ymm1    [AVX512F AVX512VL]
        vmovdqu32 zmm2/m512{k1}{z}, zmm1    [AVX512F]
        """
    def vmovdqu64(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovdqu64 xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovdqu64 ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovdqu64 zmm1{k1}{z}, zmm2/m512    [AVX512F]
        vmovdqu64 xmm2/m128{k1}{z}, xmm1    [AVX512F AVX512VL]
        vmovdqu64 ymm2/m256{k1}{z}, ymm1    [AVX512F AVX512VL]
        vmovdqu64 zmm2/m512{k1}{z}, zmm1    [AVX512F]
        """
    def vmovdqu8(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovdqu8 xmm1{k1}{z}, xmm2/m128    [AVX512BW AVX512VL]
        vmovdqu8 ymm1{k1}{z}, ymm2/m256    [AVX512BW AVX512VL]
        vmovdqu8 zmm1{k1}{z}, zmm2/m512    [AVX512BW]
        vmovdqu8 xmm2/m128{k1}{z}, xmm1    [AVX512BW AVX512VL]
        vmovdqu8 ymm2/m256{k1}{z}, ymm1    [AVX512BW AVX512VL]
        vmovdqu8 zmm2/m512{k1}{z}, zmm1    [AVX512BW]
        """
    def vmovhlps(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovhlps xmm1, xmm2, xmm3    [AVX]
        vmovhlps xmm1, xmm2, xmm3    [AVX512F]
        """
    def vmovhpd(self, dst: Reg | Mem, src: Reg, src2: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmovhpd xmm2, xmm1, m64    [AVX]
        vmovhpd xmm2, xmm1, m64    [AVX512F]
        vmovhpd m64, xmm1    [AVX]
        vmovhpd m64, xmm1    [AVX512F]
        """
    def vmovhps(self, dst: Reg | Mem, src: Reg, src2: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmovhps xmm2, xmm1, m64    [AVX]
        vmovhps xmm2, xmm1, m64    [AVX512F]
        vmovhps m64, xmm1    [AVX]
        vmovhps m64, xmm1    [AVX512F]
        """
    def vmovlhps(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovlhps xmm1, xmm2, xmm3    [AVX]
        vmovlhps xmm1, xmm2, xmm3    [AVX512F]
        """
    def vmovlpd(self, dst: Reg | Mem, src: Reg, src2: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmovlpd xmm2, xmm1, m64    [AVX]
        vmovlpd xmm2, xmm1, m64    [AVX512F]
        vmovlpd m64, xmm1    [AVX]
        vmovlpd m64, xmm1    [AVX512F]
        """
    def vmovlps(self, dst: Reg | Mem, src: Reg, src2: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmovlps xmm2, xmm1, m64    [AVX]
        vmovlps xmm2, xmm1, m64    [AVX512F]
        vmovlps m64, xmm1    [AVX]
        vmovlps m64, xmm1    [AVX512F]
        """
    def vmovmskpd(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovmskpd r32, xmm2    [AVX]
        vmovmskpd r64, xmm2    [AVX]
        vmovmskpd r32, ymm2    [AVX]
        vmovmskpd r64, ymm2    [AVX]
        """
    def vmovmskps(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovmskps r32, xmm2    [AVX]
        vmovmskps r64, xmm2    [AVX]
        vmovmskps r32, ymm2    [AVX]
        vmovmskps r64, ymm2    [AVX]
        """
    def vmovnrapd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovnrapd m512{k1}, zmm1    [KNC]
        """
    def vmovnraps(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovnraps m512{k1}, zmm1{float16,uint8,sint8,uint16,sint16}    [KNC]
        """
    def vmovnrngoapd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovnrngoapd m512{k1}, zmm1    [KNC]
        """
    def vmovnrngoaps(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovnrngoaps m512{k1}, zmm1{float16,uint8,sint8,uint16,sint16}    [KNC]
        """
    def vmovntdq(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovntdq m128, xmm1    [AVX]
        vmovntdq m256, ymm1    [AVX]
        vmovntdq m128, xmm1    [AVX512F AVX512VL]
        vmovntdq m256, ymm1    [AVX512F AVX512VL]
        vmovntdq m512, zmm1    [AVX512F]
        """
    def vmovntdqa(self, dst: Reg, src: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovntdqa xmm1, m128    [AVX]
        vmovntdqa ymm1, m256    [AVX2]
        vmovntdqa xmm1, m128    [AVX512F AVX512VL]
        vmovntdqa ymm1, m256    [AVX512F AVX512VL]
        vmovntdqa zmm1, m512    [AVX512F]
        """
    def vmovntpd(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovntpd m128, xmm1    [AVX]
        vmovntpd m256, ymm1    [AVX]
        vmovntpd m128, xmm1    [AVX512F AVX512VL]
        vmovntpd m256, ymm1    [AVX512F AVX512VL]
        vmovntpd m512, zmm1    [AVX512F]
        """
    def vmovntps(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmovntps m128, xmm1    [AVX]
        vmovntps m256, ymm1    [AVX]
        vmovntps m128, xmm1    [AVX512F AVX512VL]
        vmovntps m256, ymm1    [AVX512F AVX512VL]
        vmovntps m512, zmm1    [AVX512F]
        """
    def vmovq(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovq xmm1, r/m64    [AVX512F]
        vmovq r/m64, xmm1    [AVX512F]
        vmovq xmm1, xmm2/m64    [AVX]
        vmovq xmm1/m64, xmm2    [AVX]
        vmovq xmm1, r/m64    [AVX]
        vmovq r/m64, xmm1    [AVX]
        vmovq xmm1, xmm2/m64    [AVX512F]
        vmovq xmm1/m64, xmm2    [AVX512F]
        """
    def vmovsd(self, dst: Reg | Masked | Mem, src: Reg | Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmovsd xmm1, xmm2, xmm3    [AVX]
        vmovsd xmm1, m64    [AVX]
        vmovsd xmm1{k1}{z}, xmm2, xmm3    [AVX512F]
        vmovsd xmm1{k1}{z}, m64    [AVX512F]
        vmovsd xmm1, xmm2, xmm3    [AVX]
        vmovsd m64, xmm1    [AVX]
        vmovsd xmm1{k1}{z}, xmm2, xmm3    [AVX512F]
        vmovsd m64{k1}, xmm1    [AVX512F]
        """
    def vmovsh(self, dst: Reg | Masked | Mem, src: Reg | Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmovsh xmm1{k1}{z}, m16    [AVX512_FP16]
        vmovsh m16{k1}, xmm1    [AVX512_FP16]
        vmovsh xmm1{k1}{z}, xmm2, xmm3    [AVX512_FP16]
        vmovsh xmm1{k1}{z}, xmm2, xmm3    [AVX512_FP16]
        """
    def vmovshdup(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovshdup xmm1, xmm2/m128    [AVX]
        vmovshdup ymm1, ymm2/m256    [AVX]
        vmovshdup xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovshdup ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovshdup zmm1{k1}{z}, zmm2/m512    [AVX512F]
        """
    def vmovsldup(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovsldup xmm1, xmm2/m128    [AVX]
        vmovsldup ymm1, ymm2/m256    [AVX]
        vmovsldup xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovsldup ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovsldup zmm1{k1}{z}, zmm2/m512    [AVX512F]
        """
    def vmovss(self, dst: Reg | Masked | Mem, src: Reg | Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmovss xmm1, xmm2, xmm3    [AVX]
        vmovss xmm1, m32    [AVX]
        vmovss xmm1{k1}{z}, xmm2, xmm3    [AVX512F]
        vmovss xmm1{k1}{z}, m32    [AVX512F]
        vmovss xmm1, xmm2, xmm3    [AVX]
        vmovss m32, xmm1    [AVX]
        vmovss xmm1{k1}{z}, xmm2, xmm3    [AVX512F]
        vmovss m32{k1}, xmm1    [AVX512F]
        """
    def vmovupd(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovupd xmm1, xmm2/m128    [AVX]
        vmovupd ymm1, ymm2/m256    [AVX]
        vmovupd xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovupd ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovupd zmm1{k1}{z}, zmm2/m512    [AVX512F]
        vmovupd xmm2/m128, xmm1    [AVX]
        vmovupd ymm2/m256, ymm1    [AVX]
        vmovupd xmm2/m128{k1}{z}, xmm1    [AVX512F AVX512VL]
        vmovupd ymm2/m256{k1}{z}, ymm1    [AVX512F AVX512VL]
        vmovupd zmm2/m512{k1}{z}, zmm1    [AVX512F]
        """
    def vmovups(self, dst: Reg | Masked | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovups xmm1, xmm2/m128    [AVX]
        vmovups ymm1, ymm2/m256    [AVX]
        vmovups xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vmovups ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vmovups zmm1{k1}{z}, zmm2/m512    [AVX512F]
        vmovups xmm2/m128, xmm1    [AVX]
        vmovups ymm2/m256, ymm1    [AVX]
        vmovups xmm2/m128{k1}{z}, xmm1    [AVX512F AVX512VL]
        vmovups ymm2/m256{k1}{z}, ymm1    [AVX512F AVX512VL]
        vmovups zmm2/m512{k1}{z}, zmm1    [AVX512F]
        """
    def vmovw(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmovw xmm1, r32/m16    [AVX512_FP16]
        vmovw xmm1, r64/m16    [AVX512_FP16]
        vmovw r32/m16, xmm1    [AVX512_FP16]
        vmovw r64/m16, xmm1    [AVX512_FP16]
        """
    def vmpsadbw(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vmpsadbw xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vmpsadbw ymm1, ymm2, ymm3/m256, imm8    [AVX2]
        """
    def vmptrld(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmptrld m64    [VMX]
        """
    def vmptrst(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmptrst m64    [VMX]
        """
    def vmread(self, dst: Reg | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vmread r/m64, r64    [VMX]
        """
    def vmresume(self, *, encoding: Encoding = None) -> None:
        """
        vmresume    [VMX]
        """
    def vmrun(self, *, encoding: Encoding = None) -> None:
        """
        vmrun    [SVM]
        vmrun    [SVM]
        """
    def vmsave(self, *, encoding: Encoding = None) -> None:
        """
        vmsave    [SVM]
        vmsave    [SVM]
        """
    def vmulpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmulpd xmm1, xmm2, xmm3/m128    [AVX]
        vmulpd ymm1, ymm2, ymm3/m256    [AVX]
        vmulpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vmulpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vmulpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vmulpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vmulph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmulph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vmulph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vmulph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vmulps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmulps xmm1, xmm2, xmm3/m128    [AVX]
        vmulps ymm1, ymm2, ymm3/m256    [AVX]
        vmulps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vmulps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vmulps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vmulps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vmulsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmulsd xmm1, xmm2, xmm3/m64    [AVX]
        vmulsd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vmulsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmulsh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vmulss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vmulss xmm1, xmm2, xmm3/m32    [AVX]
        vmulss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vmwrite(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmwrite r64, r/m64    [VMX]
        """
    def vmxoff(self, *, encoding: Encoding = None) -> None:
        """
        vmxoff    [VMX]
        """
    def vmxon(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vmxon m64    [VMX]
        """
    def vorpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vorpd xmm1, xmm2, xmm3/m128    [AVX]
        vorpd ymm1, ymm2, ymm3/m256    [AVX]
        vorpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512DQ AVX512VL]
        vorpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512DQ AVX512VL]
        vorpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512DQ]
        """
    def vorps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vorps xmm1, xmm2, xmm3/m128    [AVX]
        vorps ymm1, ymm2, ymm3/m256    [AVX]
        vorps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512DQ AVX512VL]
        vorps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512DQ AVX512VL]
        vorps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512DQ]
        """
    def vp2intersectd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vp2intersectd k1+1, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_VP2INTERSECT]
        vp2intersectd k1+1, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_VP2INTERSECT]
        vp2intersectd k1+1, zmm2, zmm3/m512/m32bcst    [AVX512F AVX512_VP2INTERSECT]
        """
    def vp2intersectq(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vp2intersectq k1+1, xmm2, xmm3/m128/m64bcst    [AVX512VL AVX512_VP2INTERSECT]
        vp2intersectq k1+1, ymm2, ymm3/m256/m64bcst    [AVX512VL AVX512_VP2INTERSECT]
        vp2intersectq k1+1, zmm2, zmm3/m512/m64bcst    [AVX512F AVX512_VP2INTERSECT]
        """
    def vp4dpwssd(self, dst: Reg | Masked, src: Reg, src2: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vp4dpwssd zmm1{k1}{z}, zmm2+3, m128    [AVX512_4VNNIW]
        """
    def vp4dpwssds(self, dst: Reg | Masked, src: Reg, src2: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vp4dpwssds zmm1{k1}{z}, zmm2+3, m128    [AVX512_4VNNIW]
        """
    def vpabsb(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpabsb xmm1, xmm2/m128    [AVX]
        vpabsb ymm1, ymm2/m256    [AVX2]
        vpabsb xmm1{k1}{z}, xmm2/m128    [AVX512BW AVX512VL]
        vpabsb ymm1{k1}{z}, ymm2/m256    [AVX512BW AVX512VL]
        vpabsb zmm1{k1}{z}, zmm2/m512    [AVX512BW]
        """
    def vpabsd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpabsd xmm1, xmm2/m128    [AVX]
        vpabsd ymm1, ymm2/m256    [AVX2]
        vpabsd xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vpabsd ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vpabsd zmm1{k1}{z}, zmm2/m512/m32bcst    [AVX512F]
        """
    def vpabsq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpabsq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vpabsq ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vpabsq zmm1{k1}{z}, zmm2/m512/m64bcst    [AVX512F]
        """
    def vpabsw(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpabsw xmm1, xmm2/m128    [AVX]
        vpabsw ymm1, ymm2/m256    [AVX2]
        vpabsw xmm1{k1}{z}, xmm2/m128    [AVX512BW AVX512VL]
        vpabsw ymm1{k1}{z}, ymm2/m256    [AVX512BW AVX512VL]
        vpabsw zmm1{k1}{z}, zmm2/m512    [AVX512BW]
        """
    def vpackssdw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpackssdw xmm1, xmm2, xmm3/m128    [AVX]
        vpackssdw ymm1, ymm2, ymm3/m256    [AVX2]
        vpackssdw xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512BW AVX512VL]
        vpackssdw ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512BW AVX512VL]
        vpackssdw zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512BW]
        """
    def vpacksswb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpacksswb xmm1, xmm2, xmm3/m128    [AVX]
        vpacksswb ymm1, ymm2, ymm3/m256    [AVX2]
        vpacksswb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpacksswb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpacksswb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpackstorehd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpackstorehd m512{k1}{eh}, zmm1{uint8,sint8,uint16,sint16}    [KNC]
        """
    def vpackstorehpd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpackstorehpd m512{k1}{eh}, zmm1    [KNC]
        """
    def vpackstorehps(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpackstorehps m512{k1}{eh}, zmm1{float16,uint8,sint8,uint16,sint16}    [KNC]
        """
    def vpackstorehq(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpackstorehq m512{k1}{eh}, zmm1    [KNC]
        """
    def vpackstoreld(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpackstoreld m512{k1}{eh}, zmm1{uint8,sint8,uint16,sint16}    [KNC]
        """
    def vpackstorelpd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpackstorelpd m512{k1}{eh}, zmm1    [KNC]
        """
    def vpackstorelps(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpackstorelps m512{k1}{eh}, zmm1{float16,uint8,sint8,uint16,sint16}    [KNC]
        """
    def vpackstorelq(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpackstorelq m512{k1}{eh}, zmm1    [KNC]
        """
    def vpackusdw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpackusdw xmm1, xmm2, xmm3/m128    [AVX]
        vpackusdw ymm1, ymm2, ymm3/m256    [AVX2]
        vpackusdw xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512BW AVX512VL]
        vpackusdw ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512BW AVX512VL]
        vpackusdw zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512BW]
        """
    def vpackuswb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpackuswb xmm1, xmm2, xmm3/m128    [AVX]
        vpackuswb ymm1, ymm2, ymm3/m256    [AVX2]
        vpackuswb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpackuswb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpackuswb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpadcd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpadcd zmm1{k1}, k2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpaddb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddb xmm1, xmm2, xmm3/m128    [AVX]
        vpaddb ymm1, ymm2, ymm3/m256    [AVX2]
        vpaddb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpaddb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpaddb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpaddd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddd xmm1, xmm2, xmm3/m128    [AVX]
        vpaddd ymm1, ymm2, ymm3/m256    [AVX2]
        vpaddd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpaddd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpaddd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpaddd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpaddq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddq xmm1, xmm2, xmm3/m128    [AVX]
        vpaddq ymm1, ymm2, ymm3/m256    [AVX2]
        vpaddq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpaddq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpaddq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpaddsb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddsb xmm1, xmm2, xmm3/m128    [AVX]
        vpaddsb ymm1, ymm2, ymm3/m256    [AVX2]
        vpaddsb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpaddsb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpaddsb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpaddsetcd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddsetcd zmm1{k1}, k2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpaddsetsd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddsetsd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpaddsw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddsw xmm1, xmm2, xmm3/m128    [AVX]
        vpaddsw ymm1, ymm2, ymm3/m256    [AVX2]
        vpaddsw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpaddsw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpaddsw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpaddusb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddusb xmm1, xmm2, xmm3/m128    [AVX]
        vpaddusb ymm1, ymm2, ymm3/m256    [AVX2]
        vpaddusb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpaddusb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpaddusb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpaddusw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddusw xmm1, xmm2, xmm3/m128    [AVX]
        vpaddusw ymm1, ymm2, ymm3/m256    [AVX2]
        vpaddusw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpaddusw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpaddusw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpaddw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpaddw xmm1, xmm2, xmm3/m128    [AVX]
        vpaddw ymm1, ymm2, ymm3/m256    [AVX2]
        vpaddw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpaddw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpaddw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpalignr(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpalignr xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vpalignr ymm1, ymm2, ymm3/m256, imm8    [AVX2]
        vpalignr xmm1{k1}{z}, xmm2, xmm3/m128, imm8    [AVX512BW AVX512VL]
        vpalignr ymm1{k1}{z}, ymm2, ymm3/m256, imm8    [AVX512BW AVX512VL]
        vpalignr zmm1{k1}{z}, zmm2, zmm3/m512, imm8    [AVX512BW]
        """
    def vpand(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpand xmm1, xmm2, xmm3/m128    [AVX]
        vpand ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vpandd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpandd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpandd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpandd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpandd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpandn(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpandn xmm1, xmm2, xmm3/m128    [AVX]
        vpandn ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vpandnd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpandnd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpandnd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpandnd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpandnd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpandnq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpandnq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpandnq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpandnq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vpandnq zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}    [KNC]
        """
    def vpandq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpandq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpandq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpandq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vpandq zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}    [KNC]
        """
    def vpavgb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpavgb xmm1, xmm2, xmm3/m128    [AVX]
        vpavgb ymm1, ymm2, ymm3/m256    [AVX2]
        vpavgb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpavgb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpavgb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpavgw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpavgw xmm1, xmm2, xmm3/m128    [AVX]
        vpavgw ymm1, ymm2, ymm3/m256    [AVX2]
        vpavgw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpavgw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpavgw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpblendd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpblendd xmm1, xmm2, xmm3/m128, imm8    [AVX2]
        vpblendd ymm1, ymm2, ymm3/m256, imm8    [AVX2]
        """
    def vpblendmb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpblendmb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpblendmb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpblendmb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpblendmd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpblendmd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpblendmd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpblendmd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpblendmd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpblendmq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpblendmq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpblendmq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpblendmq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vpblendmq zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}    [KNC]
        """
    def vpblendmw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpblendmw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpblendmw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpblendmw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpblendvb(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpblendvb xmm1, xmm2, xmm3/m128, xmm4    [AVX]
        vpblendvb ymm1, ymm2, ymm3/m256, ymm4    [AVX2]
        """
    def vpblendw(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpblendw xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vpblendw ymm1, ymm2, ymm3/m256, imm8    [AVX2]
        """
    def vpbroadcastb(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpbroadcastb xmm1, xmm2/m8    [AVX2]
        vpbroadcastb ymm1, xmm2/m8    [AVX2]
        vpbroadcastb xmm1{k1}{z}, xmm2/m8    [AVX512BW AVX512VL]
        vpbroadcastb ymm1{k1}{z}, xmm2/m8    [AVX512BW AVX512VL]
        vpbroadcastb zmm1{k1}{z}, xmm2/m8    [AVX512BW]
        vpbroadcastb xmm1{k1}{z}, r32    [AVX512BW AVX512VL]
        vpbroadcastb ymm1{k1}{z}, r32    [AVX512BW AVX512VL]
        vpbroadcastb zmm1{k1}{z}, r32    [AVX512BW]
        """
    def vpbroadcastd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpbroadcastd xmm1, xmm2/m32    [AVX2]
        vpbroadcastd ymm1, xmm2/m32    [AVX2]
        vpbroadcastd xmm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vpbroadcastd ymm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vpbroadcastd zmm1{k1}{z}, xmm2/m32    [AVX512F]
        vpbroadcastd xmm1{k1}{z}, r32    [AVX512F AVX512VL]
        vpbroadcastd ymm1{k1}{z}, r32    [AVX512F AVX512VL]
        vpbroadcastd zmm1{k1}{z}, r32    [AVX512F]
        vpbroadcastd zmm1{k1}, m32{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpbroadcastmb2q(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpbroadcastmb2q xmm1, k1    [AVX512CD AVX512VL]
        vpbroadcastmb2q ymm1, k1    [AVX512CD AVX512VL]
        vpbroadcastmb2q zmm1, k1    [AVX512CD]
        """
    def vpbroadcastmw2d(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpbroadcastmw2d xmm1, k1    [AVX512CD AVX512VL]
        vpbroadcastmw2d ymm1, k1    [AVX512CD AVX512VL]
        vpbroadcastmw2d zmm1, k1    [AVX512CD]
        """
    def vpbroadcastq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpbroadcastq xmm1, xmm2/m64    [AVX2]
        vpbroadcastq ymm1, xmm2/m64    [AVX2]
        vpbroadcastq xmm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpbroadcastq ymm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpbroadcastq zmm1{k1}{z}, xmm2/m64    [AVX512F]
        vpbroadcastq xmm1{k1}{z}, r64    [AVX512F AVX512VL]
        vpbroadcastq ymm1{k1}{z}, r64    [AVX512F AVX512VL]
        vpbroadcastq zmm1{k1}{z}, r64    [AVX512F]
        vpbroadcastq zmm1{k1}, m64{eh}    [KNC]
        """
    def vpbroadcastw(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpbroadcastw xmm1, xmm2/m16    [AVX2]
        vpbroadcastw ymm1, xmm2/m16    [AVX2]
        vpbroadcastw xmm1{k1}{z}, xmm2/m16    [AVX512BW AVX512VL]
        vpbroadcastw ymm1{k1}{z}, xmm2/m16    [AVX512BW AVX512VL]
        vpbroadcastw zmm1{k1}{z}, xmm2/m16    [AVX512BW]
        vpbroadcastw xmm1{k1}{z}, r32    [AVX512BW AVX512VL]
        vpbroadcastw ymm1{k1}{z}, r32    [AVX512BW AVX512VL]
        vpbroadcastw zmm1{k1}{z}, r32    [AVX512BW]
        """
    def vpclmulqdq(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpclmulqdq xmm1, xmm2, xmm3/m128, imm8    [AVX PCLMULQDQ]
        vpclmulqdq ymm1, ymm2, ymm3/m256, imm8    [VPCLMULQDQ]
        vpclmulqdq xmm1, xmm2, xmm3/m128, imm8    [AVX512VL VPCLMULQDQ]
        vpclmulqdq ymm1, ymm2, ymm3/m256, imm8    [AVX512VL VPCLMULQDQ]
        vpclmulqdq zmm1, zmm2, zmm3/m512, imm8    [AVX512F VPCLMULQDQ]
        """
    def vpcmov(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmov xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        vpcmov ymm1, ymm2, ymm3/m256, ymm4    [XOP]
        vpcmov xmm1, xmm2, xmm3, xmm4/m128    [XOP]
        vpcmov ymm1, ymm2, ymm3, ymm4/m256    [XOP]
        """
    def vpcmpb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpb k1{k2}, xmm2, xmm3/m128, imm8    [AVX512BW AVX512VL]
        vpcmpb k1{k2}, ymm2, ymm3/m256, imm8    [AVX512BW AVX512VL]
        vpcmpb k1{k2}, zmm2, zmm3/m512, imm8    [AVX512BW]
        """
    def vpcmpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpd k1{k2}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vpcmpd k1{k2}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vpcmpd k1{k2}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512F]
        vpcmpd k2{k1}, zmm1, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}, imm8    [KNC]
        """
    def vpcmpeqb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpeqb xmm1, xmm2, xmm3/m128    [AVX]
        vpcmpeqb ymm1, ymm2, ymm3/m256    [AVX2]
        vpcmpeqb k1{k2}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpcmpeqb k1{k2}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpcmpeqb k1{k2}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpcmpeqd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpeqd xmm1, xmm2, xmm3/m128    [AVX]
        vpcmpeqd ymm1, ymm2, ymm3/m256    [AVX2]
        vpcmpeqd k1{k2}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpcmpeqd k1{k2}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpcmpeqd k1{k2}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpcmpeqd k2{k1}, zmm1, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpcmpeqq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpeqq xmm1, xmm2, xmm3/m128    [AVX]
        vpcmpeqq ymm1, ymm2, ymm3/m256    [AVX2]
        vpcmpeqq k1{k2}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpcmpeqq k1{k2}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpcmpeqq k1{k2}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpcmpeqw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpeqw xmm1, xmm2, xmm3/m128    [AVX]
        vpcmpeqw ymm1, ymm2, ymm3/m256    [AVX2]
        vpcmpeqw k1{k2}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpcmpeqw k1{k2}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpcmpeqw k1{k2}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpcmpestri(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpestri xmm1, xmm2/m128, imm8    [AVX]
        """
    def vpcmpestri64(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpestri64 xmm1, xmm2/m128, imm8    [AVX]
        """
    def vpcmpestrm(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpestrm xmm1, xmm2/m128, imm8    [AVX]
        """
    def vpcmpestrm64(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpestrm64 xmm1, xmm2/m128, imm8    [AVX]
        """
    def vpcmpgtb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpgtb xmm1, xmm2, xmm3/m128    [AVX]
        vpcmpgtb ymm1, ymm2, ymm3/m256    [AVX2]
        vpcmpgtb k1{k2}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpcmpgtb k1{k2}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpcmpgtb k1{k2}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpcmpgtd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpgtd xmm1, xmm2, xmm3/m128    [AVX]
        vpcmpgtd ymm1, ymm2, ymm3/m256    [AVX2]
        vpcmpgtd k1{k2}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpcmpgtd k1{k2}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpcmpgtd k1{k2}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpcmpgtd k2{k1}, zmm1, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpcmpgtq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpgtq xmm1, xmm2, xmm3/m128    [AVX]
        vpcmpgtq ymm1, ymm2, ymm3/m256    [AVX2]
        vpcmpgtq k1{k2}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpcmpgtq k1{k2}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpcmpgtq k1{k2}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpcmpgtw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpgtw xmm1, xmm2, xmm3/m128    [AVX]
        vpcmpgtw ymm1, ymm2, ymm3/m256    [AVX2]
        vpcmpgtw k1{k2}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpcmpgtw k1{k2}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpcmpgtw k1{k2}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpcmpistri(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpistri xmm1, xmm2/m128, imm8    [AVX]
        """
    def vpcmpistrm(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpistrm xmm1, xmm2/m128, imm8    [AVX]
        """
    def vpcmpltd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpltd k2{k1}, zmm1, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpcmpq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpq k1{k2}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vpcmpq k1{k2}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpcmpq k1{k2}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F]
        """
    def vpcmpub(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpub k1{k2}, xmm2, xmm3/m128, imm8    [AVX512BW AVX512VL]
        vpcmpub k1{k2}, ymm2, ymm3/m256, imm8    [AVX512BW AVX512VL]
        vpcmpub k1{k2}, zmm2, zmm3/m512, imm8    [AVX512BW]
        """
    def vpcmpud(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpud k1{k2}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vpcmpud k1{k2}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vpcmpud k1{k2}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512F]
        vpcmpud k2{k1}, zmm1, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}, imm8    [KNC]
        """
    def vpcmpuq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpuq k1{k2}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vpcmpuq k1{k2}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpcmpuq k1{k2}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F]
        """
    def vpcmpuw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpuw k1{k2}, xmm2, xmm3/m128, imm8    [AVX512BW AVX512VL]
        vpcmpuw k1{k2}, ymm2, ymm3/m256, imm8    [AVX512BW AVX512VL]
        vpcmpuw k1{k2}, zmm2, zmm3/m512, imm8    [AVX512BW]
        """
    def vpcmpw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcmpw k1{k2}, xmm2, xmm3/m128, imm8    [AVX512BW AVX512VL]
        vpcmpw k1{k2}, ymm2, ymm3/m256, imm8    [AVX512BW AVX512VL]
        vpcmpw k1{k2}, zmm2, zmm3/m512, imm8    [AVX512BW]
        """
    def vpcomb(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcomb xmm1, xmm2, xmm3/m128, imm8    [XOP]
        """
    def vpcomd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcomd xmm1, xmm2, xmm3/m128, imm8    [XOP]
        """
    def vpcompressb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpcompressb xmm1/m128{k1}{z}, xmm2    [AVX512VL AVX512_VBMI2]
        vpcompressb ymm1/m256{k1}{z}, ymm2    [AVX512VL AVX512_VBMI2]
        vpcompressb zmm1/m512{k1}{z}, zmm2    [AVX512_VBMI2]
        """
    def vpcompressd(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpcompressd xmm1/m128{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpcompressd ymm1/m256{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpcompressd zmm1/m512{k1}{z}, zmm2    [AVX512F]
        """
    def vpcompressq(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpcompressq xmm1/m128{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpcompressq ymm1/m256{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpcompressq zmm1/m512{k1}{z}, zmm2    [AVX512F]
        """
    def vpcompressw(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpcompressw xmm1/m128{k1}{z}, xmm2    [AVX512VL AVX512_VBMI2]
        vpcompressw ymm1/m256{k1}{z}, ymm2    [AVX512VL AVX512_VBMI2]
        vpcompressw zmm1/m512{k1}{z}, zmm2    [AVX512_VBMI2]
        """
    def vpcomq(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcomq xmm1, xmm2, xmm3/m128, imm8    [XOP]
        """
    def vpcomub(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcomub xmm1, xmm2, xmm3/m128, imm8    [XOP]
        """
    def vpcomud(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcomud xmm1, xmm2, xmm3/m128, imm8    [XOP]
        """
    def vpcomuq(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcomuq xmm1, xmm2, xmm3/m128, imm8    [XOP]
        """
    def vpcomuw(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcomuw xmm1, xmm2, xmm3/m128, imm8    [XOP]
        """
    def vpcomw(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpcomw xmm1, xmm2, xmm3/m128, imm8    [XOP]
        """
    def vpconflictd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpconflictd xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512CD AVX512VL]
        vpconflictd ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512CD AVX512VL]
        vpconflictd zmm1{k1}{z}, zmm2/m512/m32bcst    [AVX512CD]
        """
    def vpconflictq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpconflictq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512CD AVX512VL]
        vpconflictq ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512CD AVX512VL]
        vpconflictq zmm1{k1}{z}, zmm2/m512/m64bcst    [AVX512CD]
        """
    def vpdpbssd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpbssd xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT8]
        vpdpbssd ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT8]
        """
    def vpdpbssds(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpbssds xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT8]
        vpdpbssds ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT8]
        """
    def vpdpbsud(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpbsud xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT8]
        vpdpbsud ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT8]
        """
    def vpdpbsuds(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpbsuds xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT8]
        vpdpbsuds ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT8]
        """
    def vpdpbusd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpbusd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_VNNI]
        vpdpbusd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_VNNI]
        vpdpbusd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512_VNNI]
        vpdpbusd xmm1, xmm2, xmm3/m128    [AVX_VNNI]
        vpdpbusd ymm1, ymm2, ymm3/m256    [AVX_VNNI]
        """
    def vpdpbusds(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpbusds xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_VNNI]
        vpdpbusds ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_VNNI]
        vpdpbusds zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512_VNNI]
        vpdpbusds xmm1, xmm2, xmm3/m128    [AVX_VNNI]
        vpdpbusds ymm1, ymm2, ymm3/m256    [AVX_VNNI]
        """
    def vpdpbuud(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpbuud xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT8]
        vpdpbuud ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT8]
        """
    def vpdpbuuds(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpbuuds xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT8]
        vpdpbuuds ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT8]
        """
    def vpdpwssd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpwssd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_VNNI]
        vpdpwssd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_VNNI]
        vpdpwssd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512_VNNI]
        vpdpwssd xmm1, xmm2, xmm3/m128    [AVX_VNNI]
        vpdpwssd ymm1, ymm2, ymm3/m256    [AVX_VNNI]
        """
    def vpdpwssds(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpwssds xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_VNNI]
        vpdpwssds ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_VNNI]
        vpdpwssds zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512_VNNI]
        vpdpwssds xmm1, xmm2, xmm3/m128    [AVX_VNNI]
        vpdpwssds ymm1, ymm2, ymm3/m256    [AVX_VNNI]
        """
    def vpdpwsud(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpwsud xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT16]
        vpdpwsud ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT16]
        """
    def vpdpwsuds(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpwsuds xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT16]
        vpdpwsuds ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT16]
        """
    def vpdpwusd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpwusd xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT16]
        vpdpwusd ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT16]
        """
    def vpdpwusds(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpwusds xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT16]
        vpdpwusds ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT16]
        """
    def vpdpwuud(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpwuud xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT16]
        vpdpwuud ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT16]
        """
    def vpdpwuuds(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpdpwuuds xmm1, xmm2, xmm3/m128    [AVX_VNNI_INT16]
        vpdpwuuds ymm1, ymm2, ymm3/m256    [AVX_VNNI_INT16]
        """
    def vperm2f128(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vperm2f128 ymm1, ymm2, ymm3/m256, imm8    [AVX]
        """
    def vperm2i128(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vperm2i128 ymm1, ymm2, ymm3/m256, imm8    [AVX2]
        """
    def vpermb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512VL AVX512_VBMI]
        vpermb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512VL AVX512_VBMI]
        vpermb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512_VBMI]
        """
    def vpermd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermd ymm1, ymm2, ymm3/m256    [AVX2]
        vpermd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpermd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpermd zmm1{k1}, zmm2, zmm3/m512{eh}    [KNC]
        """
    def vpermf32x4(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpermf32x4 zmm1{k1}, zmm2/m512{eh}, imm8    [KNC]
        """
    def vpermi2b(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermi2b xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512VL AVX512_VBMI]
        vpermi2b ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512VL AVX512_VBMI]
        vpermi2b zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512_VBMI]
        """
    def vpermi2d(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermi2d xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpermi2d ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpermi2d zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vpermi2pd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermi2pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpermi2pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpermi2pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpermi2ps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermi2ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpermi2ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpermi2ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vpermi2q(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermi2q xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpermi2q ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpermi2q zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpermi2w(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermi2w xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpermi2w ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpermi2w zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpermil2pd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, src4: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpermil2pd xmm1, xmm2, xmm3/m128, xmm4, imm4    [XOP]
        vpermil2pd ymm1, ymm2, ymm3/m256, ymm4, imm4    [XOP]
        vpermil2pd xmm1, xmm2, xmm3, xmm4/m128, imm4    [XOP]
        vpermil2pd ymm1, ymm2, ymm3, ymm4/m256, imm4    [XOP]
        """
    def vpermil2ps(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, src4: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpermil2ps xmm1, xmm2, xmm3/m128, xmm4, imm4    [XOP]
        vpermil2ps ymm1, ymm2, ymm3/m256, ymm4, imm4    [XOP]
        vpermil2ps xmm1, xmm2, xmm3, xmm4/m128, imm4    [XOP]
        vpermil2ps ymm1, ymm2, ymm3, ymm4/m256, imm4    [XOP]
        """
    def vpermilpd(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpermilpd xmm1, xmm2, xmm3/m128    [AVX]
        vpermilpd ymm1, ymm2, ymm3/m256    [AVX]
        vpermilpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpermilpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpermilpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vpermilpd xmm1, xmm2/m128, imm8    [AVX]
        vpermilpd ymm1, ymm2/m256, imm8    [AVX]
        vpermilpd xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vpermilpd ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpermilpd zmm1{k1}{z}, zmm2/m512/m64bcst, imm8    [AVX512F]
        """
    def vpermilps(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpermilps xmm1, xmm2, xmm3/m128    [AVX]
        vpermilps ymm1, ymm2, ymm3/m256    [AVX]
        vpermilps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpermilps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpermilps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpermilps xmm1, xmm2/m128, imm8    [AVX]
        vpermilps ymm1, ymm2/m256, imm8    [AVX]
        vpermilps xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vpermilps ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vpermilps zmm1{k1}{z}, zmm2/m512/m32bcst, imm8    [AVX512F]
        """
    def vpermpd(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpermpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpermpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vpermpd ymm1, ymm2/m256, imm8    [AVX2]
        vpermpd ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpermpd zmm1{k1}{z}, zmm2/m512/m64bcst, imm8    [AVX512F]
        """
    def vpermps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermps ymm1, ymm2, ymm3/m256    [AVX2]
        vpermps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpermps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vpermq(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpermq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpermq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vpermq ymm1, ymm2/m256, imm8    [AVX2]
        vpermq ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpermq zmm1{k1}{z}, zmm2/m512/m64bcst, imm8    [AVX512F]
        """
    def vpermt2b(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermt2b xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512VL AVX512_VBMI]
        vpermt2b ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512VL AVX512_VBMI]
        vpermt2b zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512_VBMI]
        """
    def vpermt2d(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermt2d xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpermt2d ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpermt2d zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vpermt2pd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermt2pd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpermt2pd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpermt2pd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpermt2ps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermt2ps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpermt2ps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpermt2ps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vpermt2q(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermt2q xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpermt2q ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpermt2q zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpermt2w(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermt2w xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpermt2w ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpermt2w zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpermw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpermw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpermw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpermw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpexpandb(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpexpandb xmm1{k1}{z}, xmm2/m128    [AVX512VL AVX512_VBMI2]
        vpexpandb ymm1{k1}{z}, ymm2/m256    [AVX512VL AVX512_VBMI2]
        vpexpandb zmm1{k1}{z}, zmm2/m512    [AVX512_VBMI2]
        """
    def vpexpandd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpexpandd xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vpexpandd ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vpexpandd zmm1{k1}{z}, zmm2/m512    [AVX512F]
        """
    def vpexpandq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpexpandq xmm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vpexpandq ymm1{k1}{z}, ymm2/m256    [AVX512F AVX512VL]
        vpexpandq zmm1{k1}{z}, zmm2/m512    [AVX512F]
        """
    def vpexpandw(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpexpandw xmm1{k1}{z}, xmm2/m128    [AVX512VL AVX512_VBMI2]
        vpexpandw ymm1{k1}{z}, ymm2/m256    [AVX512VL AVX512_VBMI2]
        vpexpandw zmm1{k1}{z}, zmm2/m512    [AVX512_VBMI2]
        """
    def vpextrb(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpextrb r32/m8, xmm2, imm8    [AVX]
        vpextrb r64/m8, xmm2, imm8    [AVX]
        vpextrb r32/m8, xmm2, imm8    [AVX512BW]
        vpextrb r64/m8, xmm2, imm8    [AVX512BW]
        """
    def vpextrd(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpextrd r/m32, xmm2, imm8    [AVX]
        vpextrd r/m32, xmm2, imm8    [AVX512DQ]
        """
    def vpextrq(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpextrq r/m64, xmm2, imm8    [AVX]
        vpextrq r/m64, xmm2, imm8    [AVX512DQ]
        """
    def vpextrw(self, dst: Reg | Mem, src: Reg, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpextrw r32, xmm1, imm8    [AVX]
        vpextrw r64, xmm1, imm8    [AVX]
        vpextrw r32, xmm1, imm8    [AVX512BW]
        vpextrw r64, xmm1, imm8    [AVX512BW]
        vpextrw r32/m16, xmm2, imm8    [AVX]
        vpextrw r64/m16, xmm2, imm8    [AVX]
        vpextrw r32/m16, xmm2, imm8    [AVX512BW]
        vpextrw r64/m16, xmm2, imm8    [AVX512BW]
        """
    def vpgatherdd(self, dst: Reg | Masked, src: Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vpgatherdd xmm1, vm32x, xmm2    [AVX2]
        vpgatherdd ymm1, vm32y, ymm2    [AVX2]
        vpgatherdd xmm1{k1}, vm32x    [AVX512F AVX512VL]
        vpgatherdd ymm1{k1}, vm32y    [AVX512F AVX512VL]
        vpgatherdd zmm1{k1}, vm32z    [AVX512F]
        vpgatherdd zmm1{k1}, vm32z{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpgatherdq(self, dst: Reg | Masked, src: Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vpgatherdq xmm1, vm32x, xmm2    [AVX2]
        vpgatherdq ymm1, vm32x, ymm2    [AVX2]
        vpgatherdq xmm1{k1}, vm32x    [AVX512F AVX512VL]
        vpgatherdq ymm1{k1}, vm32x    [AVX512F AVX512VL]
        vpgatherdq zmm1{k1}, vm32y    [AVX512F]
        vpgatherdq zmm1{k1}, vm32z{eh}    [KNC]
        """
    def vpgatherqd(self, dst: Reg | Masked, src: Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vpgatherqd xmm1, vm64x, xmm2    [AVX2]
        vpgatherqd xmm1, vm64y, xmm2    [AVX2]
        vpgatherqd xmm1{k1}, vm64x    [AVX512F AVX512VL]
        vpgatherqd xmm1{k1}, vm64y    [AVX512F AVX512VL]
        vpgatherqd ymm1{k1}, vm64z    [AVX512F]
        """
    def vpgatherqq(self, dst: Reg | Masked, src: Mem, src2: Reg = ..., /, *, encoding: Encoding = None) -> None:
        """
        vpgatherqq xmm1, vm64x, xmm2    [AVX2]
        vpgatherqq ymm1, vm64y, ymm2    [AVX2]
        vpgatherqq xmm1{k1}, vm64x    [AVX512F AVX512VL]
        vpgatherqq ymm1{k1}, vm64y    [AVX512F AVX512VL]
        vpgatherqq zmm1{k1}, vm64z    [AVX512F]
        """
    def vphaddbd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddbd xmm1, xmm2/m128    [XOP]
        """
    def vphaddbq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddbq xmm1, xmm2/m128    [XOP]
        """
    def vphaddbw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddbw xmm1, xmm2/m128    [XOP]
        """
    def vphaddd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddd xmm1, xmm2, xmm3/m128    [AVX]
        vphaddd ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vphadddq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphadddq xmm1, xmm2/m128    [XOP]
        """
    def vphaddsw(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddsw xmm1, xmm2, xmm3/m128    [AVX]
        vphaddsw ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vphaddubd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddubd xmm1, xmm2/m128    [XOP]
        """
    def vphaddubq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddubq xmm1, xmm2/m128    [XOP]
        """
    def vphaddubw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddubw xmm1, xmm2/m128    [XOP]
        """
    def vphaddudq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddudq xmm1, xmm2/m128    [XOP]
        """
    def vphadduwd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphadduwd xmm1, xmm2/m128    [XOP]
        """
    def vphadduwq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphadduwq xmm1, xmm2/m128    [XOP]
        """
    def vphaddw(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddw xmm1, xmm2, xmm3/m128    [AVX]
        vphaddw ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vphaddwd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddwd xmm1, xmm2/m128    [XOP]
        """
    def vphaddwq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphaddwq xmm1, xmm2/m128    [XOP]
        """
    def vphminposuw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphminposuw xmm1, xmm2/m128    [AVX]
        """
    def vphsubbw(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphsubbw xmm1, xmm2/m128    [XOP]
        """
    def vphsubd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphsubd xmm1, xmm2, xmm3/m128    [AVX]
        vphsubd ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vphsubdq(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphsubdq xmm1, xmm2/m128    [XOP]
        """
    def vphsubsw(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphsubsw xmm1, xmm2, xmm3/m128    [AVX]
        vphsubsw ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vphsubw(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphsubw xmm1, xmm2, xmm3/m128    [AVX]
        vphsubw ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vphsubwd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vphsubwd xmm1, xmm2/m128    [XOP]
        """
    def vpinsrb(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpinsrb xmm1, xmm2, r32/m8, imm8    [AVX]
        vpinsrb xmm1, xmm2, r64/m8, imm8    [AVX]
        vpinsrb xmm1, xmm2, r32/m8, imm8    [AVX512BW]
        vpinsrb xmm1, xmm2, r64/m8, imm8    [AVX512BW]
        """
    def vpinsrd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpinsrd xmm1, xmm2, r/m32, imm8    [AVX]
        vpinsrd xmm1, xmm2, r/m32, imm8    [AVX512DQ]
        """
    def vpinsrq(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpinsrq xmm1, xmm2, r/m64, imm8    [AVX]
        vpinsrq xmm1, xmm2, r/m64, imm8    [AVX512DQ]
        """
    def vpinsrw(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpinsrw xmm1, xmm2, r32/m16, imm8    [AVX]
        vpinsrw xmm1, xmm2, r64/m16, imm8    [AVX]
        vpinsrw xmm1, xmm2, r32/m16, imm8    [AVX512BW]
        vpinsrw xmm1, xmm2, r64/m16, imm8    [AVX512BW]
        """
    def vplzcntd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vplzcntd xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512CD AVX512VL]
        vplzcntd ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512CD AVX512VL]
        vplzcntd zmm1{k1}{z}, zmm2/m512/m32bcst    [AVX512CD]
        """
    def vplzcntq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vplzcntq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512CD AVX512VL]
        vplzcntq ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512CD AVX512VL]
        vplzcntq zmm1{k1}{z}, zmm2/m512/m64bcst    [AVX512CD]
        """
    def vpmacsdd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacsdd xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacsdqh(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacsdqh xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacsdql(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacsdql xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacssdd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacssdd xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacssdqh(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacssdqh xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacssdql(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacssdql xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacsswd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacsswd xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacssww(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacssww xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacswd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacswd xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmacsww(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmacsww xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmadcsswd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmadcsswd xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmadcswd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmadcswd xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        """
    def vpmadd231d(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmadd231d zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpmadd233d(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmadd233d zmm1{k1}, zmm2, zmm3/m512/m128bcst{eh}    [KNC]
        """
    def vpmadd52huq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmadd52huq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512VL AVX512_IFMA]
        vpmadd52huq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512VL AVX512_IFMA]
        vpmadd52huq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512_IFMA]
        vpmadd52huq xmm1, xmm2, xmm3/m128    [AVX_IFMA]
        vpmadd52huq ymm1, ymm2, ymm3/m256    [AVX_IFMA]
        """
    def vpmadd52luq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmadd52luq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512VL AVX512_IFMA]
        vpmadd52luq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512VL AVX512_IFMA]
        vpmadd52luq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512_IFMA]
        vpmadd52luq xmm1, xmm2, xmm3/m128    [AVX_IFMA]
        vpmadd52luq ymm1, ymm2, ymm3/m256    [AVX_IFMA]
        """
    def vpmaddubsw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaddubsw xmm1, xmm2, xmm3/m128    [AVX]
        vpmaddubsw ymm1, ymm2, ymm3/m256    [AVX2]
        vpmaddubsw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmaddubsw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmaddubsw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmaddwd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaddwd xmm1, xmm2, xmm3/m128    [AVX]
        vpmaddwd ymm1, ymm2, ymm3/m256    [AVX2]
        vpmaddwd xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmaddwd ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmaddwd zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmaskmovd(self, dst: Reg | Mem, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaskmovd xmm1, xmm2, m128    [AVX2]
        vpmaskmovd ymm1, ymm2, m256    [AVX2]
        vpmaskmovd m128, xmm1, xmm2    [AVX2]
        vpmaskmovd m256, ymm1, ymm2    [AVX2]
        """
    def vpmaskmovq(self, dst: Reg | Mem, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaskmovq xmm1, xmm2, m128    [AVX2]
        vpmaskmovq ymm1, ymm2, m256    [AVX2]
        vpmaskmovq m128, xmm1, xmm2    [AVX2]
        vpmaskmovq m256, ymm1, ymm2    [AVX2]
        """
    def vpmaxsb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaxsb xmm1, xmm2, xmm3/m128    [AVX]
        vpmaxsb ymm1, ymm2, ymm3/m256    [AVX2]
        vpmaxsb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmaxsb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmaxsb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmaxsd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaxsd xmm1, xmm2, xmm3/m128    [AVX]
        vpmaxsd ymm1, ymm2, ymm3/m256    [AVX2]
        vpmaxsd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpmaxsd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpmaxsd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpmaxsd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpmaxsq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaxsq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpmaxsq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpmaxsq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpmaxsw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaxsw xmm1, xmm2, xmm3/m128    [AVX]
        vpmaxsw ymm1, ymm2, ymm3/m256    [AVX2]
        vpmaxsw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmaxsw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmaxsw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmaxub(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaxub xmm1, xmm2, xmm3/m128    [AVX]
        vpmaxub ymm1, ymm2, ymm3/m256    [AVX2]
        vpmaxub xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmaxub ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmaxub zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmaxud(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaxud xmm1, xmm2, xmm3/m128    [AVX]
        vpmaxud ymm1, ymm2, ymm3/m256    [AVX2]
        vpmaxud xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpmaxud ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpmaxud zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpmaxud zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpmaxuq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaxuq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpmaxuq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpmaxuq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpmaxuw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmaxuw xmm1, xmm2, xmm3/m128    [AVX]
        vpmaxuw ymm1, ymm2, ymm3/m256    [AVX2]
        vpmaxuw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmaxuw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmaxuw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpminsb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpminsb xmm1, xmm2, xmm3/m128    [AVX]
        vpminsb ymm1, ymm2, ymm3/m256    [AVX2]
        vpminsb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpminsb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpminsb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpminsd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpminsd xmm1, xmm2, xmm3/m128    [AVX]
        vpminsd ymm1, ymm2, ymm3/m256    [AVX2]
        vpminsd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpminsd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpminsd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpminsd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpminsq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpminsq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpminsq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpminsq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpminsw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpminsw xmm1, xmm2, xmm3/m128    [AVX]
        vpminsw ymm1, ymm2, ymm3/m256    [AVX2]
        vpminsw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpminsw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpminsw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpminub(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpminub xmm1, xmm2, xmm3/m128    [AVX]
        vpminub ymm1, ymm2, ymm3/m256    [AVX2]
        vpminub xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpminub ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpminub zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpminud(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpminud xmm1, xmm2, xmm3/m128    [AVX]
        vpminud ymm1, ymm2, ymm3/m256    [AVX2]
        vpminud xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpminud ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpminud zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpminud zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpminuq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpminuq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpminuq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpminuq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpminuw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpminuw xmm1, xmm2, xmm3/m128    [AVX]
        vpminuw ymm1, ymm2, ymm3/m256    [AVX2]
        vpminuw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpminuw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpminuw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmovb2m(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovb2m k1, xmm1    [AVX512BW AVX512VL]
        vpmovb2m k1, ymm1    [AVX512BW AVX512VL]
        vpmovb2m k1, zmm1    [AVX512BW]
        """
    def vpmovd2m(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovd2m k1, xmm1    [AVX512DQ AVX512VL]
        vpmovd2m k1, ymm1    [AVX512DQ AVX512VL]
        vpmovd2m k1, zmm1    [AVX512DQ]
        """
    def vpmovdb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovdb xmm1/m32{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovdb xmm1/m64{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovdb xmm1/m128{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovdw(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovdw xmm1/m64{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovdw xmm1/m128{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovdw ymm1/m256{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovm2b(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovm2b xmm1, k1    [AVX512BW AVX512VL]
        vpmovm2b ymm1, k1    [AVX512BW AVX512VL]
        vpmovm2b zmm1, k1    [AVX512BW]
        """
    def vpmovm2d(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovm2d xmm1, k1    [AVX512DQ AVX512VL]
        vpmovm2d ymm1, k1    [AVX512DQ AVX512VL]
        vpmovm2d zmm1, k1    [AVX512DQ]
        """
    def vpmovm2q(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovm2q xmm1, k1    [AVX512DQ AVX512VL]
        vpmovm2q ymm1, k1    [AVX512DQ AVX512VL]
        vpmovm2q zmm1, k1    [AVX512DQ]
        """
    def vpmovm2w(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovm2w xmm1, k1    [AVX512BW AVX512VL]
        vpmovm2w ymm1, k1    [AVX512BW AVX512VL]
        vpmovm2w zmm1, k1    [AVX512BW]
        """
    def vpmovmskb(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovmskb r32, xmm1    [AVX]
        vpmovmskb r64, xmm1    [AVX]
        vpmovmskb r32, ymm1    [AVX2]
        vpmovmskb r64, ymm1    [AVX2]
        """
    def vpmovq2m(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovq2m k1, xmm1    [AVX512DQ AVX512VL]
        vpmovq2m k1, ymm1    [AVX512DQ AVX512VL]
        vpmovq2m k1, zmm1    [AVX512DQ]
        """
    def vpmovqb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovqb xmm1/m16{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovqb xmm1/m32{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovqb xmm1/m64{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovqd(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovqd xmm1/m64{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovqd xmm1/m128{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovqd ymm1/m256{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovqw(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovqw xmm1/m32{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovqw xmm1/m64{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovqw xmm1/m128{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovsdb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsdb xmm1/m32{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovsdb xmm1/m64{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovsdb xmm1/m128{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovsdw(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsdw xmm1/m64{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovsdw xmm1/m128{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovsdw ymm1/m256{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovsqb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsqb xmm1/m16{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovsqb xmm1/m32{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovsqb xmm1/m64{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovsqd(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsqd xmm1/m64{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovsqd xmm1/m128{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovsqd ymm1/m256{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovsqw(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsqw xmm1/m32{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovsqw xmm1/m64{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovsqw xmm1/m128{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovswb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovswb xmm1/m64{k1}{z}, xmm2    [AVX512BW AVX512VL]
        vpmovswb xmm1/m128{k1}{z}, ymm2    [AVX512BW AVX512VL]
        vpmovswb ymm1/m256{k1}{z}, zmm2    [AVX512BW]
        """
    def vpmovsxbd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsxbd xmm1, xmm2/m32    [AVX]
        vpmovsxbd ymm1, xmm2/m64    [AVX2]
        vpmovsxbd xmm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vpmovsxbd ymm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpmovsxbd zmm1{k1}{z}, xmm2/m128    [AVX512F]
        """
    def vpmovsxbq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsxbq xmm1, xmm2/m16    [AVX]
        vpmovsxbq ymm1, xmm2/m32    [AVX2]
        vpmovsxbq xmm1{k1}{z}, xmm2/m16    [AVX512F AVX512VL]
        vpmovsxbq ymm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vpmovsxbq zmm1{k1}{z}, xmm2/m64    [AVX512F]
        """
    def vpmovsxbw(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsxbw xmm1, xmm2/m64    [AVX]
        vpmovsxbw ymm1, xmm2/m128    [AVX2]
        vpmovsxbw xmm1{k1}{z}, xmm2/m64    [AVX512BW AVX512VL]
        vpmovsxbw ymm1{k1}{z}, xmm2/m128    [AVX512BW AVX512VL]
        vpmovsxbw zmm1{k1}{z}, ymm2/m256    [AVX512BW]
        """
    def vpmovsxdq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsxdq xmm1, xmm2/m64    [AVX]
        vpmovsxdq ymm1, xmm2/m128    [AVX2]
        vpmovsxdq xmm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpmovsxdq ymm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vpmovsxdq zmm1{k1}{z}, ymm2/m256    [AVX512F]
        """
    def vpmovsxwd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsxwd xmm1, xmm2/m64    [AVX]
        vpmovsxwd ymm1, xmm2/m128    [AVX2]
        vpmovsxwd xmm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpmovsxwd ymm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vpmovsxwd zmm1{k1}{z}, ymm2/m256    [AVX512F]
        """
    def vpmovsxwq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovsxwq xmm1, xmm2/m32    [AVX]
        vpmovsxwq ymm1, xmm2/m64    [AVX2]
        vpmovsxwq xmm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vpmovsxwq ymm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpmovsxwq zmm1{k1}{z}, xmm2/m128    [AVX512F]
        """
    def vpmovusdb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovusdb xmm1/m32{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovusdb xmm1/m64{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovusdb xmm1/m128{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovusdw(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovusdw xmm1/m64{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovusdw xmm1/m128{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovusdw ymm1/m256{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovusqb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovusqb xmm1/m16{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovusqb xmm1/m32{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovusqb xmm1/m64{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovusqd(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovusqd xmm1/m64{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovusqd xmm1/m128{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovusqd ymm1/m256{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovusqw(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovusqw xmm1/m32{k1}{z}, xmm2    [AVX512F AVX512VL]
        vpmovusqw xmm1/m64{k1}{z}, ymm2    [AVX512F AVX512VL]
        vpmovusqw xmm1/m128{k1}{z}, zmm2    [AVX512F]
        """
    def vpmovuswb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovuswb xmm1/m64{k1}{z}, xmm2    [AVX512BW AVX512VL]
        vpmovuswb xmm1/m128{k1}{z}, ymm2    [AVX512BW AVX512VL]
        vpmovuswb ymm1/m256{k1}{z}, zmm2    [AVX512BW]
        """
    def vpmovw2m(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovw2m k1, xmm1    [AVX512BW AVX512VL]
        vpmovw2m k1, ymm1    [AVX512BW AVX512VL]
        vpmovw2m k1, zmm1    [AVX512BW]
        """
    def vpmovwb(self, dst: Reg | Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpmovwb xmm1/m64{k1}{z}, xmm2    [AVX512BW AVX512VL]
        vpmovwb xmm1/m128{k1}{z}, ymm2    [AVX512BW AVX512VL]
        vpmovwb ymm1/m256{k1}{z}, zmm2    [AVX512BW]
        """
    def vpmovzxbd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovzxbd xmm1, xmm2/m32    [AVX]
        vpmovzxbd ymm1, xmm2/m64    [AVX2]
        vpmovzxbd xmm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vpmovzxbd ymm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpmovzxbd zmm1{k1}{z}, xmm2/m128    [AVX512F]
        """
    def vpmovzxbq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovzxbq xmm1, xmm2/m16    [AVX]
        vpmovzxbq ymm1, xmm2/m32    [AVX2]
        vpmovzxbq xmm1{k1}{z}, xmm2/m16    [AVX512F AVX512VL]
        vpmovzxbq ymm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vpmovzxbq zmm1{k1}{z}, xmm2/m64    [AVX512F]
        """
    def vpmovzxbw(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovzxbw xmm1, xmm2/m64    [AVX]
        vpmovzxbw ymm1, xmm2/m128    [AVX2]
        vpmovzxbw xmm1{k1}{z}, xmm2/m64    [AVX512BW AVX512VL]
        vpmovzxbw ymm1{k1}{z}, xmm2/m128    [AVX512BW AVX512VL]
        vpmovzxbw zmm1{k1}{z}, ymm2/m256    [AVX512BW]
        """
    def vpmovzxdq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovzxdq xmm1, xmm2/m64    [AVX]
        vpmovzxdq ymm1, xmm2/m128    [AVX2]
        vpmovzxdq xmm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpmovzxdq ymm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vpmovzxdq zmm1{k1}{z}, ymm2/m256    [AVX512F]
        """
    def vpmovzxwd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovzxwd xmm1, xmm2/m64    [AVX]
        vpmovzxwd ymm1, xmm2/m128    [AVX2]
        vpmovzxwd xmm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpmovzxwd ymm1{k1}{z}, xmm2/m128    [AVX512F AVX512VL]
        vpmovzxwd zmm1{k1}{z}, ymm2/m256    [AVX512F]
        """
    def vpmovzxwq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmovzxwq xmm1, xmm2/m32    [AVX]
        vpmovzxwq ymm1, xmm2/m64    [AVX2]
        vpmovzxwq xmm1{k1}{z}, xmm2/m32    [AVX512F AVX512VL]
        vpmovzxwq ymm1{k1}{z}, xmm2/m64    [AVX512F AVX512VL]
        vpmovzxwq zmm1{k1}{z}, xmm2/m128    [AVX512F]
        """
    def vpmuldq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmuldq xmm1, xmm2, xmm3/m128    [AVX]
        vpmuldq ymm1, ymm2, ymm3/m256    [AVX2]
        vpmuldq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpmuldq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpmuldq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpmulhd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmulhd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpmulhrsw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmulhrsw xmm1, xmm2, xmm3/m128    [AVX]
        vpmulhrsw ymm1, ymm2, ymm3/m256    [AVX2]
        vpmulhrsw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmulhrsw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmulhrsw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmulhud(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmulhud zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpmulhuw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmulhuw xmm1, xmm2, xmm3/m128    [AVX]
        vpmulhuw ymm1, ymm2, ymm3/m256    [AVX2]
        vpmulhuw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmulhuw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmulhuw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmulhw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmulhw xmm1, xmm2, xmm3/m128    [AVX]
        vpmulhw ymm1, ymm2, ymm3/m256    [AVX2]
        vpmulhw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmulhw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmulhw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmulld(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmulld xmm1, xmm2, xmm3/m128    [AVX]
        vpmulld ymm1, ymm2, ymm3/m256    [AVX2]
        vpmulld xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpmulld ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpmulld zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpmulld zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpmullq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmullq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512DQ AVX512VL]
        vpmullq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512DQ AVX512VL]
        vpmullq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512DQ]
        """
    def vpmullw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmullw xmm1, xmm2, xmm3/m128    [AVX]
        vpmullw ymm1, ymm2, ymm3/m256    [AVX2]
        vpmullw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpmullw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpmullw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpmultishiftqb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmultishiftqb xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512VL AVX512_VBMI]
        vpmultishiftqb ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512VL AVX512_VBMI]
        vpmultishiftqb zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512_VBMI]
        """
    def vpmuludq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpmuludq xmm1, xmm2, xmm3/m128    [AVX]
        vpmuludq ymm1, ymm2, ymm3/m256    [AVX2]
        vpmuludq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpmuludq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpmuludq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpopcntb(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpopcntb xmm1{k1}{z}, xmm2/m128    [AVX512VL AVX512_BITALG]
        vpopcntb ymm1{k1}{z}, ymm2/m256    [AVX512VL AVX512_BITALG]
        vpopcntb zmm1{k1}{z}, zmm2/m512    [AVX512_BITALG]
        """
    def vpopcntd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpopcntd xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512VL AVX512_VPOPCNTDQ]
        vpopcntd ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512VL AVX512_VPOPCNTDQ]
        vpopcntd zmm1{k1}{z}, zmm2/m512/m32bcst    [AVX512_VPOPCNTDQ]
        """
    def vpopcntq(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpopcntq xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512VL AVX512_VPOPCNTDQ]
        vpopcntq ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512VL AVX512_VPOPCNTDQ]
        vpopcntq zmm1{k1}{z}, zmm2/m512/m64bcst    [AVX512_VPOPCNTDQ]
        """
    def vpopcntw(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpopcntw xmm1{k1}{z}, xmm2/m128    [AVX512VL AVX512_BITALG]
        vpopcntw ymm1{k1}{z}, ymm2/m256    [AVX512VL AVX512_BITALG]
        vpopcntw zmm1{k1}{z}, zmm2/m512    [AVX512_BITALG]
        """
    def vpor(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpor xmm1, xmm2, xmm3/m128    [AVX]
        vpor ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vpord(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpord xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpord ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpord zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpord zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vporq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vporq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vporq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vporq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vporq zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}    [KNC]
        """
    def vpperm(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpperm xmm1, xmm2, xmm3/m128, xmm4    [XOP]
        vpperm xmm1, xmm2, xmm3, xmm4/m128    [XOP]
        """
    def vprefetch0(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprefetch0 m8    [KNC]
        vprefetch0 m8    [KNC]
        """
    def vprefetch1(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprefetch1 m8    [KNC]
        vprefetch1 m8    [KNC]
        """
    def vprefetch2(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprefetch2 m8    [KNC]
        vprefetch2 m8    [KNC]
        """
    def vprefetche0(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprefetche0 m8    [KNC]
        vprefetche0 m8    [KNC]
        """
    def vprefetche1(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprefetche1 m8    [KNC]
        vprefetche1 m8    [KNC]
        """
    def vprefetche2(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprefetche2 m8    [KNC]
        vprefetche2 m8    [KNC]
        """
    def vprefetchenta(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprefetchenta m8    [KNC]
        vprefetchenta m8    [KNC]
        """
    def vprefetchnta(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprefetchnta m8    [KNC]
        vprefetchnta m8    [KNC]
        """
    def vprold(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vprold xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vprold ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vprold zmm1{k1}{z}, zmm2/m512/m32bcst, imm8    [AVX512F]
        """
    def vprolq(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vprolq xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vprolq ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vprolq zmm1{k1}{z}, zmm2/m512/m64bcst, imm8    [AVX512F]
        """
    def vprolvd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprolvd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vprolvd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vprolvd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vprolvq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprolvq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vprolvq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vprolvq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vprord(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vprord xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vprord ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vprord zmm1{k1}{z}, zmm2/m512/m32bcst, imm8    [AVX512F]
        """
    def vprorq(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vprorq xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vprorq ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vprorq zmm1{k1}{z}, zmm2/m512/m64bcst, imm8    [AVX512F]
        """
    def vprorvd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprorvd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vprorvd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vprorvd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vprorvq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vprorvq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vprorvq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vprorvq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vprotb(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vprotb xmm1, xmm2/m128, imm8    [XOP]
        vprotb xmm1, xmm2/m128, xmm3    [XOP]
        vprotb xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vprotd(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vprotd xmm1, xmm2/m128, imm8    [XOP]
        vprotd xmm1, xmm2/m128, xmm3    [XOP]
        vprotd xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vprotq(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vprotq xmm1, xmm2/m128, imm8    [XOP]
        vprotq xmm1, xmm2/m128, xmm3    [XOP]
        vprotq xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vprotw(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vprotw xmm1, xmm2/m128, imm8    [XOP]
        vprotw xmm1, xmm2/m128, xmm3    [XOP]
        vprotw xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpsadbw(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsadbw xmm1, xmm2, xmm3/m128    [AVX]
        vpsadbw ymm1, ymm2, ymm3/m256    [AVX2]
        vpsadbw xmm1, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsadbw ymm1, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsadbw zmm1, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsbbd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsbbd zmm1{k1}, k2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpsbbrd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsbbrd zmm1{k1}, k2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpscatterdd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpscatterdd vm32x{k1}, xmm1    [AVX512F AVX512VL]
        vpscatterdd vm32y{k1}, ymm1    [AVX512F AVX512VL]
        vpscatterdd vm32z{k1}, zmm1    [AVX512F]
        vpscatterdd vm32z{k1}{eh}, zmm1{uint8,sint8,uint16,sint16}    [KNC]
        """
    def vpscatterdq(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpscatterdq vm32x{k1}, xmm1    [AVX512F AVX512VL]
        vpscatterdq vm32x{k1}, ymm1    [AVX512F AVX512VL]
        vpscatterdq vm32y{k1}, zmm1    [AVX512F]
        vpscatterdq vm32z{k1}{eh}, zmm1    [KNC]
        """
    def vpscatterqd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpscatterqd vm64x{k1}, xmm1    [AVX512F AVX512VL]
        vpscatterqd vm64y{k1}, xmm1    [AVX512F AVX512VL]
        vpscatterqd vm64z{k1}, ymm1    [AVX512F]
        """
    def vpscatterqq(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vpscatterqq vm64x{k1}, xmm1    [AVX512F AVX512VL]
        vpscatterqq vm64y{k1}, ymm1    [AVX512F AVX512VL]
        vpscatterqq vm64z{k1}, zmm1    [AVX512F]
        """
    def vpshab(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshab xmm1, xmm2/m128, xmm3    [XOP]
        vpshab xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpshad(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshad xmm1, xmm2/m128, xmm3    [XOP]
        vpshad xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpshaq(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshaq xmm1, xmm2/m128, xmm3    [XOP]
        vpshaq xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpshaw(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshaw xmm1, xmm2/m128, xmm3    [XOP]
        vpshaw xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpshlb(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshlb xmm1, xmm2/m128, xmm3    [XOP]
        vpshlb xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpshld(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshld xmm1, xmm2/m128, xmm3    [XOP]
        vpshld xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpshldd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshldd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512VL AVX512_VBMI2]
        vpshldd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512VL AVX512_VBMI2]
        vpshldd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512_VBMI2]
        """
    def vpshldq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshldq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512VL AVX512_VBMI2]
        vpshldq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512VL AVX512_VBMI2]
        vpshldq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512_VBMI2]
        """
    def vpshldvd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshldvd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_VBMI2]
        vpshldvd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_VBMI2]
        vpshldvd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512_VBMI2]
        """
    def vpshldvq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshldvq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512VL AVX512_VBMI2]
        vpshldvq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512VL AVX512_VBMI2]
        vpshldvq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512_VBMI2]
        """
    def vpshldvw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshldvw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512VL AVX512_VBMI2]
        vpshldvw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512VL AVX512_VBMI2]
        vpshldvw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512_VBMI2]
        """
    def vpshldw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshldw xmm1{k1}{z}, xmm2, xmm3/m128, imm8    [AVX512VL AVX512_VBMI2]
        vpshldw ymm1{k1}{z}, ymm2, ymm3/m256, imm8    [AVX512VL AVX512_VBMI2]
        vpshldw zmm1{k1}{z}, zmm2, zmm3/m512, imm8    [AVX512_VBMI2]
        """
    def vpshlq(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshlq xmm1, xmm2/m128, xmm3    [XOP]
        vpshlq xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpshlw(self, dst: Reg, src: Reg | Mem, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshlw xmm1, xmm2/m128, xmm3    [XOP]
        vpshlw xmm1, xmm2, xmm3/m128    [XOP]
        """
    def vpshrdd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshrdd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512VL AVX512_VBMI2]
        vpshrdd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512VL AVX512_VBMI2]
        vpshrdd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512_VBMI2]
        """
    def vpshrdq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshrdq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512VL AVX512_VBMI2]
        vpshrdq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512VL AVX512_VBMI2]
        vpshrdq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512_VBMI2]
        """
    def vpshrdvd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshrdvd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512VL AVX512_VBMI2]
        vpshrdvd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512VL AVX512_VBMI2]
        vpshrdvd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512_VBMI2]
        """
    def vpshrdvq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshrdvq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512VL AVX512_VBMI2]
        vpshrdvq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512VL AVX512_VBMI2]
        vpshrdvq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512_VBMI2]
        """
    def vpshrdvw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshrdvw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512VL AVX512_VBMI2]
        vpshrdvw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512VL AVX512_VBMI2]
        vpshrdvw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512_VBMI2]
        """
    def vpshrdw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshrdw xmm1{k1}{z}, xmm2, xmm3/m128, imm8    [AVX512VL AVX512_VBMI2]
        vpshrdw ymm1{k1}{z}, ymm2, ymm3/m256, imm8    [AVX512VL AVX512_VBMI2]
        vpshrdw zmm1{k1}{z}, zmm2, zmm3/m512, imm8    [AVX512_VBMI2]
        """
    def vpshufb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshufb xmm1, xmm2, xmm3/m128    [AVX]
        vpshufb ymm1, ymm2, ymm3/m256    [AVX2]
        vpshufb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpshufb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpshufb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpshufbitqmb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpshufbitqmb k1{k2}, xmm2, xmm3/m128    [AVX512VL AVX512_BITALG]
        vpshufbitqmb k1{k2}, ymm2, ymm3/m256    [AVX512VL AVX512_BITALG]
        vpshufbitqmb k1{k2}, zmm2, zmm3/m512    [AVX512_BITALG]
        """
    def vpshufd(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshufd xmm1, xmm2/m128, imm8    [AVX]
        vpshufd ymm1, ymm2/m256, imm8    [AVX2]
        vpshufd xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vpshufd ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vpshufd zmm1{k1}{z}, zmm2/m512/m32bcst, imm8    [AVX512F]
        vpshufd zmm1{k1}, zmm2/m512{eh}, imm8    [KNC]
        """
    def vpshufhw(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshufhw xmm1, xmm2/m128, imm8    [AVX]
        vpshufhw ymm1, ymm2/m256, imm8    [AVX2]
        vpshufhw xmm1{k1}{z}, xmm2/m128, imm8    [AVX512BW AVX512VL]
        vpshufhw ymm1{k1}{z}, ymm2/m256, imm8    [AVX512BW AVX512VL]
        vpshufhw zmm1{k1}{z}, zmm2/m512, imm8    [AVX512BW]
        """
    def vpshuflw(self, dst: Reg | Masked, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpshuflw xmm1, xmm2/m128, imm8    [AVX]
        vpshuflw ymm1, ymm2/m256, imm8    [AVX2]
        vpshuflw xmm1{k1}{z}, xmm2/m128, imm8    [AVX512BW AVX512VL]
        vpshuflw ymm1{k1}{z}, ymm2/m256, imm8    [AVX512BW AVX512VL]
        vpshuflw zmm1{k1}{z}, zmm2/m512, imm8    [AVX512BW]
        """
    def vpsignb(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsignb xmm1, xmm2, xmm3/m128    [AVX]
        vpsignb ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vpsignd(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsignd xmm1, xmm2, xmm3/m128    [AVX]
        vpsignd ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vpsignw(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsignw xmm1, xmm2, xmm3/m128    [AVX]
        vpsignw ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vpslld(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpslld xmm1, xmm2, imm8    [AVX]
        vpslld ymm1, ymm2, imm8    [AVX2]
        vpslld xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vpslld ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vpslld zmm1{k1}{z}, zmm2/m512/m32bcst, imm8    [AVX512F]
        vpslld xmm1, xmm2, xmm3/m128    [AVX]
        vpslld ymm1, ymm2, xmm3/m128    [AVX2]
        vpslld xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512F AVX512VL]
        vpslld ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512F AVX512VL]
        vpslld zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512F]
        vpslld zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}, imm8    [KNC]
        """
    def vpslldq(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpslldq xmm1, xmm2, imm8    [AVX]
        vpslldq ymm1, ymm2, imm8    [AVX2]
        vpslldq xmm1, xmm2/m128, imm8    [AVX512BW AVX512VL]
        vpslldq ymm1, ymm2/m256, imm8    [AVX512BW AVX512VL]
        vpslldq zmm1, zmm2/m512, imm8    [AVX512BW]
        """
    def vpsllq(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsllq xmm1, xmm2, imm8    [AVX]
        vpsllq ymm1, ymm2, imm8    [AVX2]
        vpsllq xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vpsllq ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpsllq zmm1{k1}{z}, zmm2/m512/m64bcst, imm8    [AVX512F]
        vpsllq xmm1, xmm2, xmm3/m128    [AVX]
        vpsllq ymm1, ymm2, xmm3/m128    [AVX2]
        vpsllq xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512F AVX512VL]
        vpsllq ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512F AVX512VL]
        vpsllq zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512F]
        """
    def vpsllvd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsllvd xmm1, xmm2, xmm3/m128    [AVX2]
        vpsllvd ymm1, ymm2, ymm3/m256    [AVX2]
        vpsllvd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpsllvd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpsllvd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpsllvd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpsllvq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsllvq xmm1, xmm2, xmm3/m128    [AVX2]
        vpsllvq ymm1, ymm2, ymm3/m256    [AVX2]
        vpsllvq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpsllvq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpsllvq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpsllvw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsllvw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsllvw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsllvw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsllw(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsllw xmm1, xmm2, imm8    [AVX]
        vpsllw ymm1, ymm2, imm8    [AVX2]
        vpsllw xmm1{k1}{z}, xmm2/m128, imm8    [AVX512BW AVX512VL]
        vpsllw ymm1{k1}{z}, ymm2/m256, imm8    [AVX512BW AVX512VL]
        vpsllw zmm1{k1}{z}, zmm2/m512, imm8    [AVX512BW]
        vpsllw xmm1, xmm2, xmm3/m128    [AVX]
        vpsllw ymm1, ymm2, xmm3/m128    [AVX2]
        vpsllw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsllw ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsllw zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512BW]
        """
    def vpsrad(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsrad xmm1, xmm2, imm8    [AVX]
        vpsrad ymm1, ymm2, imm8    [AVX2]
        vpsrad xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vpsrad ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vpsrad zmm1{k1}{z}, zmm2/m512/m32bcst, imm8    [AVX512F]
        vpsrad xmm1, xmm2, xmm3/m128    [AVX]
        vpsrad ymm1, ymm2, xmm3/m128    [AVX2]
        vpsrad xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512F AVX512VL]
        vpsrad ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512F AVX512VL]
        vpsrad zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512F]
        vpsrad zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}, imm8    [KNC]
        """
    def vpsraq(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsraq xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vpsraq ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpsraq zmm1{k1}{z}, zmm2/m512/m64bcst, imm8    [AVX512F]
        vpsraq xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512F AVX512VL]
        vpsraq ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512F AVX512VL]
        vpsraq zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512F]
        """
    def vpsravd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsravd xmm1, xmm2, xmm3/m128    [AVX2]
        vpsravd ymm1, ymm2, ymm3/m256    [AVX2]
        vpsravd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpsravd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpsravd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpsravd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpsravq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsravq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpsravq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpsravq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpsravw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsravw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsravw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsravw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsraw(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsraw xmm1, xmm2, imm8    [AVX]
        vpsraw ymm1, ymm2, imm8    [AVX2]
        vpsraw xmm1{k1}{z}, xmm2/m128, imm8    [AVX512BW AVX512VL]
        vpsraw ymm1{k1}{z}, ymm2/m256, imm8    [AVX512BW AVX512VL]
        vpsraw zmm1{k1}{z}, zmm2/m512, imm8    [AVX512BW]
        vpsraw xmm1, xmm2, xmm3/m128    [AVX]
        vpsraw ymm1, ymm2, xmm3/m128    [AVX2]
        vpsraw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsraw ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsraw zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512BW]
        """
    def vpsrld(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsrld xmm1, xmm2, imm8    [AVX]
        vpsrld ymm1, ymm2, imm8    [AVX2]
        vpsrld xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vpsrld ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vpsrld zmm1{k1}{z}, zmm2/m512/m32bcst, imm8    [AVX512F]
        vpsrld xmm1, xmm2, xmm3/m128    [AVX]
        vpsrld ymm1, ymm2, xmm3/m128    [AVX2]
        vpsrld xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512F AVX512VL]
        vpsrld ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512F AVX512VL]
        vpsrld zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512F]
        vpsrld zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}, imm8    [KNC]
        """
    def vpsrldq(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsrldq xmm1, xmm2, imm8    [AVX]
        vpsrldq ymm1, ymm2, imm8    [AVX2]
        vpsrldq xmm1, xmm2/m128, imm8    [AVX512BW AVX512VL]
        vpsrldq ymm1, ymm2/m256, imm8    [AVX512BW AVX512VL]
        vpsrldq zmm1, zmm2/m512, imm8    [AVX512BW]
        """
    def vpsrlq(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsrlq xmm1, xmm2, imm8    [AVX]
        vpsrlq ymm1, ymm2, imm8    [AVX2]
        vpsrlq xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vpsrlq ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpsrlq zmm1{k1}{z}, zmm2/m512/m64bcst, imm8    [AVX512F]
        vpsrlq xmm1, xmm2, xmm3/m128    [AVX]
        vpsrlq ymm1, ymm2, xmm3/m128    [AVX2]
        vpsrlq xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512F AVX512VL]
        vpsrlq ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512F AVX512VL]
        vpsrlq zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512F]
        """
    def vpsrlvd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsrlvd xmm1, xmm2, xmm3/m128    [AVX2]
        vpsrlvd ymm1, ymm2, ymm3/m256    [AVX2]
        vpsrlvd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpsrlvd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpsrlvd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpsrlvd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpsrlvq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsrlvq xmm1, xmm2, xmm3/m128    [AVX2]
        vpsrlvq ymm1, ymm2, ymm3/m256    [AVX2]
        vpsrlvq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpsrlvq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpsrlvq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpsrlvw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsrlvw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsrlvw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsrlvw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsrlw(self, dst: Reg | Masked, src: Reg | Mem, src2: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpsrlw xmm1, xmm2, imm8    [AVX]
        vpsrlw ymm1, ymm2, imm8    [AVX2]
        vpsrlw xmm1{k1}{z}, xmm2/m128, imm8    [AVX512BW AVX512VL]
        vpsrlw ymm1{k1}{z}, ymm2/m256, imm8    [AVX512BW AVX512VL]
        vpsrlw zmm1{k1}{z}, zmm2/m512, imm8    [AVX512BW]
        vpsrlw xmm1, xmm2, xmm3/m128    [AVX]
        vpsrlw ymm1, ymm2, xmm3/m128    [AVX2]
        vpsrlw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsrlw ymm1{k1}{z}, ymm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsrlw zmm1{k1}{z}, zmm2, xmm3/m128    [AVX512BW]
        """
    def vpsubb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubb xmm1, xmm2, xmm3/m128    [AVX]
        vpsubb ymm1, ymm2, ymm3/m256    [AVX2]
        vpsubb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsubb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsubb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsubd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubd xmm1, xmm2, xmm3/m128    [AVX]
        vpsubd ymm1, ymm2, ymm3/m256    [AVX2]
        vpsubd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpsubd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpsubd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpsubd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpsubq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubq xmm1, xmm2, xmm3/m128    [AVX]
        vpsubq ymm1, ymm2, ymm3/m256    [AVX2]
        vpsubq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpsubq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpsubq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpsubrd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubrd zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpsubrsetbd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubrsetbd zmm1{k1}, k2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpsubsb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubsb xmm1, xmm2, xmm3/m128    [AVX]
        vpsubsb ymm1, ymm2, ymm3/m256    [AVX2]
        vpsubsb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsubsb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsubsb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsubsetbd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubsetbd zmm1{k1}, k2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpsubsw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubsw xmm1, xmm2, xmm3/m128    [AVX]
        vpsubsw ymm1, ymm2, ymm3/m256    [AVX2]
        vpsubsw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsubsw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsubsw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsubusb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubusb xmm1, xmm2, xmm3/m128    [AVX]
        vpsubusb ymm1, ymm2, ymm3/m256    [AVX2]
        vpsubusb xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsubusb ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsubusb zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsubusw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubusw xmm1, xmm2, xmm3/m128    [AVX]
        vpsubusw ymm1, ymm2, ymm3/m256    [AVX2]
        vpsubusw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsubusw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsubusw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpsubw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpsubw xmm1, xmm2, xmm3/m128    [AVX]
        vpsubw ymm1, ymm2, ymm3/m256    [AVX2]
        vpsubw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpsubw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpsubw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpternlogd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpternlogd xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vpternlogd ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vpternlogd zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512F]
        """
    def vpternlogq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vpternlogq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vpternlogq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vpternlogq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F]
        """
    def vptest(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptest xmm1, xmm2/m128    [AVX]
        vptest ymm1, ymm2/m256    [AVX]
        """
    def vptestmb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptestmb k2{k1}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vptestmb k2{k1}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vptestmb k2{k1}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vptestmd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptestmd k2{k1}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vptestmd k2{k1}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vptestmd k2{k1}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vptestmd k2{k1}, zmm1, zmm2/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vptestmq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptestmq k2{k1}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vptestmq k2{k1}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vptestmq k2{k1}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vptestmw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptestmw k2{k1}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vptestmw k2{k1}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vptestmw k2{k1}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vptestnmb(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptestnmb k2{k1}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vptestnmb k2{k1}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vptestnmb k2{k1}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vptestnmd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptestnmd k2{k1}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vptestnmd k2{k1}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vptestnmd k2{k1}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vptestnmq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptestnmq k2{k1}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vptestnmq k2{k1}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vptestnmq k2{k1}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vptestnmw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vptestnmw k2{k1}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vptestnmw k2{k1}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vptestnmw k2{k1}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpunpckhbw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpunpckhbw xmm1, xmm2, xmm3/m128    [AVX]
        vpunpckhbw ymm1, ymm2, ymm3/m256    [AVX2]
        vpunpckhbw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpunpckhbw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpunpckhbw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpunpckhdq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpunpckhdq xmm1, xmm2, xmm3/m128    [AVX]
        vpunpckhdq ymm1, ymm2, ymm3/m256    [AVX2]
        vpunpckhdq xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpunpckhdq ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpunpckhdq zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vpunpckhqdq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpunpckhqdq xmm1, xmm2, xmm3/m128    [AVX]
        vpunpckhqdq ymm1, ymm2, ymm3/m256    [AVX2]
        vpunpckhqdq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpunpckhqdq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpunpckhqdq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpunpckhwd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpunpckhwd xmm1, xmm2, xmm3/m128    [AVX]
        vpunpckhwd ymm1, ymm2, ymm3/m256    [AVX2]
        vpunpckhwd xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpunpckhwd ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpunpckhwd zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpunpcklbw(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpunpcklbw xmm1, xmm2, xmm3/m128    [AVX]
        vpunpcklbw ymm1, ymm2, ymm3/m256    [AVX2]
        vpunpcklbw xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpunpcklbw ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpunpcklbw zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpunpckldq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpunpckldq xmm1, xmm2, xmm3/m128    [AVX]
        vpunpckldq ymm1, ymm2, ymm3/m256    [AVX2]
        vpunpckldq xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpunpckldq ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpunpckldq zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vpunpcklqdq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpunpcklqdq xmm1, xmm2, xmm3/m128    [AVX]
        vpunpcklqdq ymm1, ymm2, ymm3/m256    [AVX2]
        vpunpcklqdq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpunpcklqdq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpunpcklqdq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vpunpcklwd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpunpcklwd xmm1, xmm2, xmm3/m128    [AVX]
        vpunpcklwd ymm1, ymm2, ymm3/m256    [AVX2]
        vpunpcklwd xmm1{k1}{z}, xmm2, xmm3/m128    [AVX512BW AVX512VL]
        vpunpcklwd ymm1{k1}{z}, ymm2, ymm3/m256    [AVX512BW AVX512VL]
        vpunpcklwd zmm1{k1}{z}, zmm2, zmm3/m512    [AVX512BW]
        """
    def vpxor(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpxor xmm1, xmm2, xmm3/m128    [AVX]
        vpxor ymm1, ymm2, ymm3/m256    [AVX2]
        """
    def vpxord(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpxord xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vpxord ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vpxord zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        vpxord zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vpxorq(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vpxorq xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vpxorq ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vpxorq zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        vpxorq zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}    [KNC]
        """
    def vrangepd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrangepd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512DQ AVX512VL]
        vrangepd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512DQ AVX512VL]
        vrangepd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{sae}, imm8    [AVX512DQ]
        """
    def vrangeps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrangeps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512DQ AVX512VL]
        vrangeps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512DQ AVX512VL]
        vrangeps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{sae}, imm8    [AVX512DQ]
        """
    def vrangesd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrangesd xmm1{k1}{z}, xmm2, xmm3/m64{sae}, imm8    [AVX512DQ]
        """
    def vrangess(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrangess xmm1{k1}{z}, xmm2, xmm3/m32{sae}, imm8    [AVX512DQ]
        """
    def vrcp14pd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrcp14pd xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vrcp14pd ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vrcp14pd zmm1{k1}{z}, zmm2/m512/m64bcst    [AVX512F]
        """
    def vrcp14ps(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrcp14ps xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vrcp14ps ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vrcp14ps zmm1{k1}{z}, zmm2/m512/m32bcst    [AVX512F]
        """
    def vrcp14sd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrcp14sd xmm1{k1}{z}, xmm2, xmm3/m64    [AVX512F]
        """
    def vrcp14ss(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrcp14ss xmm1{k1}{z}, xmm2, xmm3/m32    [AVX512F]
        """
    def vrcp23ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrcp23ps zmm1{k1}, zmm2/m512{eh}{sae}    [KNC]
        """
    def vrcp28pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrcp28pd zmm1{k1}{z}, zmm2/m512/m64bcst{sae}    [AVX512ER]
        """
    def vrcp28ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrcp28ps zmm1{k1}{z}, zmm2/m512/m32bcst{sae}    [AVX512ER]
        """
    def vrcp28sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrcp28sd xmm1{k1}{z}, xmm2, xmm3/m64{sae}    [AVX512ER]
        """
    def vrcp28ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrcp28ss xmm1{k1}{z}, xmm2, xmm3/m32{sae}    [AVX512ER]
        """
    def vrcpph(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrcpph xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vrcpph ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vrcpph zmm1{k1}{z}, zmm2/m512/m16bcst    [AVX512_FP16]
        """
    def vrcpps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrcpps xmm1, xmm2/m128    [AVX]
        vrcpps ymm1, ymm2/m256    [AVX]
        """
    def vrcpsh(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrcpsh xmm1{k1}{z}, xmm2, xmm3/m16    [AVX512_FP16]
        """
    def vrcpss(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrcpss xmm1, xmm2, xmm3/m32    [AVX]
        """
    def vreducepd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vreducepd xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512DQ AVX512VL]
        vreducepd ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512DQ AVX512VL]
        vreducepd zmm1{k1}{z}, zmm2/m512/m64bcst{sae}, imm8    [AVX512DQ]
        """
    def vreduceph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vreduceph xmm1{k1}{z}, xmm2/m128/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vreduceph ymm1{k1}{z}, ymm2/m256/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vreduceph zmm1{k1}{z}, zmm2/m512/m16bcst{sae}, imm8    [AVX512_FP16]
        """
    def vreduceps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vreduceps xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512DQ AVX512VL]
        vreduceps ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512DQ AVX512VL]
        vreduceps zmm1{k1}{z}, zmm2/m512/m32bcst{sae}, imm8    [AVX512DQ]
        """
    def vreducesd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vreducesd xmm1{k1}{z}, xmm2, xmm3/m64{sae}, imm8    [AVX512DQ]
        """
    def vreducesh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vreducesh xmm1{k1}{z}, xmm2, xmm3/m16{sae}, imm8    [AVX512_FP16]
        """
    def vreducess(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vreducess xmm1{k1}{z}, xmm2, xmm3/m32{sae}, imm8    [AVX512DQ]
        """
    def vrndfxpntpd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrndfxpntpd zmm1{k1}, zmm2/m512/m64bcst/m256bcst{swizzle}{eh}{sae}, imm8    [KNC]
        """
    def vrndfxpntps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrndfxpntps zmm1{k1}, zmm2/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{sae}, imm8    [KNC]
        """
    def vrndscalepd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrndscalepd xmm1{k1}{z}, xmm2/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vrndscalepd ymm1{k1}{z}, ymm2/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vrndscalepd zmm1{k1}{z}, zmm2/m512/m64bcst{sae}, imm8    [AVX512F]
        """
    def vrndscaleph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrndscaleph xmm1{k1}{z}, xmm2/m128/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vrndscaleph ymm1{k1}{z}, ymm2/m256/m16bcst, imm8    [AVX512VL AVX512_FP16]
        vrndscaleph zmm1{k1}{z}, zmm2/m512/m16bcst{sae}, imm8    [AVX512_FP16]
        """
    def vrndscaleps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Int | Symbol | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrndscaleps xmm1{k1}{z}, xmm2/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vrndscaleps ymm1{k1}{z}, ymm2/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vrndscaleps zmm1{k1}{z}, zmm2/m512/m32bcst{sae}, imm8    [AVX512F]
        """
    def vrndscalesd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrndscalesd xmm1{k1}{z}, xmm2, xmm3/m64{sae}, imm8    [AVX512F]
        """
    def vrndscalesh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrndscalesh xmm1{k1}{z}, xmm2, xmm3/m16{sae}, imm8    [AVX512_FP16]
        """
    def vrndscaless(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Int | Symbol | Rounding, src4: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrndscaless xmm1{k1}{z}, xmm2, xmm3/m32{sae}, imm8    [AVX512F]
        """
    def vroundpd(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vroundpd xmm1, xmm2/m128, imm8    [AVX]
        vroundpd ymm1, ymm2/m256, imm8    [AVX]
        """
    def vroundps(self, dst: Reg, src: Reg | Mem, src2: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vroundps xmm1, xmm2/m128, imm8    [AVX]
        vroundps ymm1, ymm2/m256, imm8    [AVX]
        """
    def vroundsd(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vroundsd xmm1, xmm2, xmm3/m64, imm8    [AVX]
        """
    def vroundss(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vroundss xmm1, xmm2, xmm3/m32, imm8    [AVX]
        """
    def vrsqrt14pd(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt14pd xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vrsqrt14pd ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vrsqrt14pd zmm1{k1}{z}, zmm2/m512/m64bcst    [AVX512F]
        """
    def vrsqrt14ps(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt14ps xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vrsqrt14ps ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vrsqrt14ps zmm1{k1}{z}, zmm2/m512/m32bcst    [AVX512F]
        """
    def vrsqrt14sd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt14sd xmm1{k1}{z}, xmm2, xmm3/m64    [AVX512F]
        """
    def vrsqrt14ss(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt14ss xmm1{k1}{z}, xmm2, xmm3/m32    [AVX512F]
        """
    def vrsqrt23ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt23ps zmm1{k1}, zmm2/m512{eh}{sae}    [KNC]
        """
    def vrsqrt28pd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt28pd zmm1{k1}{z}, zmm2/m512/m64bcst{sae}    [AVX512ER]
        """
    def vrsqrt28ps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt28ps zmm1{k1}{z}, zmm2/m512/m32bcst{sae}    [AVX512ER]
        """
    def vrsqrt28sd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt28sd xmm1{k1}{z}, xmm2, xmm3/m64{sae}    [AVX512ER]
        """
    def vrsqrt28ss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vrsqrt28ss xmm1{k1}{z}, xmm2, xmm3/m32{sae}    [AVX512ER]
        """
    def vrsqrtph(self, dst: Reg | Masked, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrsqrtph xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vrsqrtph ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vrsqrtph zmm1{k1}{z}, zmm2/m512/m16bcst    [AVX512_FP16]
        """
    def vrsqrtps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrsqrtps xmm1, xmm2/m128    [AVX]
        vrsqrtps ymm1, ymm2/m256    [AVX]
        """
    def vrsqrtsh(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrsqrtsh xmm1{k1}{z}, xmm2, xmm3/m16    [AVX512_FP16]
        """
    def vrsqrtss(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vrsqrtss xmm1, xmm2, xmm3/m32    [AVX]
        """
    def vscalefpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vscalefpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vscalefpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vscalefpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        """
    def vscalefph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vscalefph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vscalefph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vscalefph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vscalefps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vscalefps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vscalefps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vscalefps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        """
    def vscalefsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vscalefsd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vscalefsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vscalefsh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vscalefss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vscalefss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vscaleps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vscaleps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vscatterdpd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vscatterdpd vm32x{k1}, xmm1    [AVX512F AVX512VL]
        vscatterdpd vm32x{k1}, ymm1    [AVX512F AVX512VL]
        vscatterdpd vm32y{k1}, zmm1    [AVX512F]
        vscatterdpd vm32z{k1}{eh}, zmm1    [KNC]
        """
    def vscatterdps(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vscatterdps vm32x{k1}, xmm1    [AVX512F AVX512VL]
        vscatterdps vm32y{k1}, ymm1    [AVX512F AVX512VL]
        vscatterdps vm32z{k1}, zmm1    [AVX512F]
        vscatterdps vm32z{k1}{eh}, zmm1{float16,uint8,sint8,uint16,sint16}    [KNC]
        """
    def vscatterpf0dpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf0dpd vm32y{k1}    [AVX512PF]
        """
    def vscatterpf0dps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf0dps vm32z{k1}    [AVX512PF]
        vscatterpf0dps vm32z{k1}{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vscatterpf0hintdpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf0hintdpd vm32z{k1}{eh}    [KNC]
        """
    def vscatterpf0hintdps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf0hintdps vm32z{k1}{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vscatterpf0qpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf0qpd vm64z{k1}    [AVX512PF]
        """
    def vscatterpf0qps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf0qps vm64z{k1}    [AVX512PF]
        """
    def vscatterpf1dpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf1dpd vm32y{k1}    [AVX512PF]
        """
    def vscatterpf1dps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf1dps vm32z{k1}    [AVX512PF]
        vscatterpf1dps vm32z{k1}{float16,uint8,sint8,uint16,sint16}{eh}    [KNC]
        """
    def vscatterpf1qpd(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf1qpd vm64z{k1}    [AVX512PF]
        """
    def vscatterpf1qps(self, dst: Masked | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vscatterpf1qps vm64z{k1}    [AVX512PF]
        """
    def vscatterqpd(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vscatterqpd vm64x{k1}, xmm1    [AVX512F AVX512VL]
        vscatterqpd vm64y{k1}, ymm1    [AVX512F AVX512VL]
        vscatterqpd vm64z{k1}, zmm1    [AVX512F]
        """
    def vscatterqps(self, dst: Masked | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vscatterqps vm64x{k1}, xmm1    [AVX512F AVX512VL]
        vscatterqps vm64y{k1}, xmm1    [AVX512F AVX512VL]
        vscatterqps vm64z{k1}, ymm1    [AVX512F]
        """
    def vsha512msg1(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vsha512msg1 ymm1, xmm2    [AVX SHA512]
        """
    def vsha512msg2(self, dst: Reg, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vsha512msg2 ymm1, ymm2    [AVX SHA512]
        """
    def vsha512rnds2(self, dst: Reg, src: Reg, src2: Reg, /, *, encoding: Encoding = None) -> None:
        """
        vsha512rnds2 ymm1, ymm2, xmm3    [AVX SHA512]
        """
    def vshuff32x4(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vshuff32x4 ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vshuff32x4 zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512F]
        """
    def vshuff64x2(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vshuff64x2 ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vshuff64x2 zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F]
        """
    def vshufi32x4(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vshufi32x4 ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vshufi32x4 zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512F]
        """
    def vshufi64x2(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vshufi64x2 ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vshufi64x2 zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F]
        """
    def vshufpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vshufpd xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vshufpd ymm1, ymm2, ymm3/m256, imm8    [AVX]
        vshufpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst, imm8    [AVX512F AVX512VL]
        vshufpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst, imm8    [AVX512F AVX512VL]
        vshufpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst, imm8    [AVX512F]
        """
    def vshufps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vshufps xmm1, xmm2, xmm3/m128, imm8    [AVX]
        vshufps ymm1, ymm2, ymm3/m256, imm8    [AVX]
        vshufps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst, imm8    [AVX512F AVX512VL]
        vshufps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst, imm8    [AVX512F AVX512VL]
        vshufps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst, imm8    [AVX512F]
        """
    def vsm3msg1(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vsm3msg1 xmm1, xmm2, xmm3/m128    [AVX SM3]
        """
    def vsm3msg2(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vsm3msg2 xmm1, xmm2, xmm3/m128    [AVX SM3]
        """
    def vsm3rnds2(self, dst: Reg, src: Reg, src2: Reg | Mem, src3: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        vsm3rnds2 xmm1, xmm2, xmm3/m128, imm8    [AVX SM3]
        """
    def vsm4key4(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vsm4key4 xmm1, xmm2, xmm3/m128    [AVX SM4]
        vsm4key4 ymm1, ymm2, ymm3/m256    [AVX SM4]
        """
    def vsm4rnds4(self, dst: Reg, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vsm4rnds4 xmm1, xmm2, xmm3/m128    [AVX SM4]
        vsm4rnds4 ymm1, ymm2, ymm3/m256    [AVX SM4]
        """
    def vsqrtpd(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsqrtpd xmm1, xmm2/m128    [AVX]
        vsqrtpd ymm1, ymm2/m256    [AVX]
        vsqrtpd xmm1{k1}{z}, xmm2/m128/m64bcst    [AVX512F AVX512VL]
        vsqrtpd ymm1{k1}{z}, ymm2/m256/m64bcst    [AVX512F AVX512VL]
        vsqrtpd zmm1{k1}{z}, zmm2/m512/m64bcst{er}    [AVX512F]
        """
    def vsqrtph(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsqrtph xmm1{k1}{z}, xmm2/m128/m16bcst    [AVX512VL AVX512_FP16]
        vsqrtph ymm1{k1}{z}, ymm2/m256/m16bcst    [AVX512VL AVX512_FP16]
        vsqrtph zmm1{k1}{z}, zmm2/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vsqrtps(self, dst: Reg | Masked, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsqrtps xmm1, xmm2/m128    [AVX]
        vsqrtps ymm1, ymm2/m256    [AVX]
        vsqrtps xmm1{k1}{z}, xmm2/m128/m32bcst    [AVX512F AVX512VL]
        vsqrtps ymm1{k1}{z}, ymm2/m256/m32bcst    [AVX512F AVX512VL]
        vsqrtps zmm1{k1}{z}, zmm2/m512/m32bcst{er}    [AVX512F]
        """
    def vsqrtsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsqrtsd xmm1, xmm2, xmm3/m64    [AVX]
        vsqrtsd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vsqrtsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsqrtsh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vsqrtss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsqrtss xmm1, xmm2, xmm3/m32    [AVX]
        vsqrtss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vstmxcsr(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        vstmxcsr m32    [AVX]
        """
    def vsubpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsubpd xmm1, xmm2, xmm3/m128    [AVX]
        vsubpd ymm1, ymm2, ymm3/m256    [AVX]
        vsubpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vsubpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vsubpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}    [AVX512F]
        vsubpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vsubph(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsubph xmm1{k1}{z}, xmm2, xmm3/m128/m16bcst    [AVX512VL AVX512_FP16]
        vsubph ymm1{k1}{z}, ymm2, ymm3/m256/m16bcst    [AVX512VL AVX512_FP16]
        vsubph zmm1{k1}{z}, zmm2, zmm3/m512/m16bcst{er}    [AVX512_FP16]
        """
    def vsubps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsubps xmm1, xmm2, xmm3/m128    [AVX]
        vsubps ymm1, ymm2, ymm3/m256    [AVX]
        vsubps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vsubps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vsubps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst{er}    [AVX512F]
        vsubps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vsubrpd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsubrpd zmm1{k1}, zmm2, zmm3/m512/m64bcst/m256bcst{swizzle}{eh}{er}    [KNC]
        """
    def vsubrps(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsubrps zmm1{k1}, zmm2, zmm3/m512/m32bcst/m128bcst{swizzle}{float16,uint8,sint8,uint16,sint16}{eh}{er}    [KNC]
        """
    def vsubsd(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsubsd xmm1, xmm2, xmm3/m64    [AVX]
        vsubsd xmm1{k1}{z}, xmm2, xmm3/m64{er}    [AVX512F]
        """
    def vsubsh(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsubsh xmm1{k1}{z}, xmm2, xmm3/m16{er}    [AVX512_FP16]
        """
    def vsubss(self, dst: Reg | Masked, src: Reg | Rounding, src2: Reg | Mem | Rounding, src3: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vsubss xmm1, xmm2, xmm3/m32    [AVX]
        vsubss xmm1{k1}{z}, xmm2, xmm3/m32{er}    [AVX512F]
        """
    def vtestpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vtestpd xmm1, xmm2/m128    [AVX]
        vtestpd ymm1, ymm2/m256    [AVX]
        """
    def vtestps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vtestps xmm1, xmm2/m128    [AVX]
        vtestps ymm1, ymm2/m256    [AVX]
        """
    def vucomisd(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vucomisd xmm1, xmm2/m64    [AVX]
        vucomisd xmm1, xmm2/m64{sae}    [AVX512F]
        """
    def vucomish(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vucomish xmm1, xmm2/m16{sae}    [AVX512_FP16]
        """
    def vucomiss(self, dst: Reg, src: Reg | Mem | Rounding, src2: Rounding = ..., /, *, encoding: Encoding = None) -> None:
        """
        vucomiss xmm1, xmm2/m32    [AVX]
        vucomiss xmm1, xmm2/m32{sae}    [AVX512F]
        """
    def vunpckhpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vunpckhpd xmm1, xmm2, xmm3/m128    [AVX]
        vunpckhpd ymm1, ymm2, ymm3/m256    [AVX]
        vunpckhpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vunpckhpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vunpckhpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vunpckhps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vunpckhps xmm1, xmm2, xmm3/m128    [AVX]
        vunpckhps ymm1, ymm2, ymm3/m256    [AVX]
        vunpckhps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vunpckhps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vunpckhps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vunpcklpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vunpcklpd xmm1, xmm2, xmm3/m128    [AVX]
        vunpcklpd ymm1, ymm2, ymm3/m256    [AVX]
        vunpcklpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512F AVX512VL]
        vunpcklpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512F AVX512VL]
        vunpcklpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512F]
        """
    def vunpcklps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vunpcklps xmm1, xmm2, xmm3/m128    [AVX]
        vunpcklps ymm1, ymm2, ymm3/m256    [AVX]
        vunpcklps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512F AVX512VL]
        vunpcklps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512F AVX512VL]
        vunpcklps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512F]
        """
    def vxorpd(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vxorpd xmm1, xmm2, xmm3/m128    [AVX]
        vxorpd ymm1, ymm2, ymm3/m256    [AVX]
        vxorpd xmm1{k1}{z}, xmm2, xmm3/m128/m64bcst    [AVX512DQ AVX512VL]
        vxorpd ymm1{k1}{z}, ymm2, ymm3/m256/m64bcst    [AVX512DQ AVX512VL]
        vxorpd zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst    [AVX512DQ]
        """
    def vxorps(self, dst: Reg | Masked, src: Reg, src2: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        vxorps xmm1, xmm2, xmm3/m128    [AVX]
        vxorps ymm1, ymm2, ymm3/m256    [AVX]
        vxorps xmm1{k1}{z}, xmm2, xmm3/m128/m32bcst    [AVX512DQ AVX512VL]
        vxorps ymm1{k1}{z}, ymm2, ymm3/m256/m32bcst    [AVX512DQ AVX512VL]
        vxorps zmm1{k1}{z}, zmm2, zmm3/m512/m32bcst    [AVX512DQ]
        """
    def vzeroall(self, *, encoding: Encoding = None) -> None:
        """
        vzeroall    [AVX]
        """
    def vzeroupper(self, *, encoding: Encoding = None) -> None:
        """
        vzeroupper    [AVX]
        """
    def wait(self, *, encoding: Encoding = None) -> None:
        """
        wait
        """
    def wbinvd(self, *, encoding: Encoding = None) -> None:
        """
        wbinvd
        """
    def wbnoinvd(self, *, encoding: Encoding = None) -> None:
        """
        wbnoinvd    [WBNOINVD]
        """
    def wrfsbase(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        wrfsbase r32    [FSGSBASE]
        wrfsbase r64    [FSGSBASE]
        """
    def wrgsbase(self, dst: Reg, /, *, encoding: Encoding = None) -> None:
        """
        wrgsbase r32    [FSGSBASE]
        wrgsbase r64    [FSGSBASE]
        """
    def wrmsr(self, *, encoding: Encoding = None) -> None:
        """
        wrmsr    [MSR]
        """
    def wrmsrlist(self, *, encoding: Encoding = None) -> None:
        """
        wrmsrlist    [MSRLIST]
        """
    def wrmsrns(self, *, encoding: Encoding = None) -> None:
        """
        wrmsrns    [WRMSRNS]
        """
    def wrpkru(self, *, encoding: Encoding = None) -> None:
        """
        wrpkru    [PKU]
        """
    def wrssd(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        wrssd m32, r32    [CET_SS]
        """
    def wrssq(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        wrssq m64, r64    [CET_SS]
        """
    def wrudbg(self, *, encoding: Encoding = None) -> None:
        """
        wrudbg    [UDBG]
        """
    def wrussd(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        wrussd m32, r32    [CET_SS]
        """
    def wrussq(self, dst: Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        wrussq m64, r64    [CET_SS]
        """
    def xabort(self, dst: Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        xabort imm8    [RTM]
        """
    def xadd(self, dst: Reg | Mem, src: Reg, /, *, encoding: Encoding = None) -> None:
        """
        xadd r/m8, r8
        xadd r/m16, r16
        xadd r/m32, r32
        xadd r/m64, r64
        """
    def xbegin(self, dst: Int | Symbol | Str, /, *, encoding: Encoding = None) -> None:
        """
        xbegin rel16    [RTM]
        xbegin rel32    [RTM]
        """
    def xchg(self, dst: Reg | Mem, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        xchg r/m8, r8
        xchg r/m16, r16
        xchg r/m32, r32
        xchg r/m64, r64
        xchg r16, ax
        xchg r32, eax
        xchg r64, rax
        xchg r8, r/m8
        xchg r16, r/m16
        xchg r32, r/m32
        xchg r64, r/m64
        xchg ax, r16
        xchg eax, r32
        xchg rax, r64
        """
    def xcryptcbc(self, *, encoding: Encoding = None) -> None:
        """
        xcryptcbc    [PADLOCK_ACE]
        xcryptcbc    [PADLOCK_ACE]
        """
    def xcryptcfb(self, *, encoding: Encoding = None) -> None:
        """
        xcryptcfb    [PADLOCK_ACE]
        xcryptcfb    [PADLOCK_ACE]
        """
    def xcryptctr(self, *, encoding: Encoding = None) -> None:
        """
        xcryptctr    [PADLOCK_ACE]
        xcryptctr    [PADLOCK_ACE]
        """
    def xcryptecb(self, *, encoding: Encoding = None) -> None:
        """
        xcryptecb    [PADLOCK_ACE]
        xcryptecb    [PADLOCK_ACE]
        """
    def xcryptofb(self, *, encoding: Encoding = None) -> None:
        """
        xcryptofb    [PADLOCK_ACE]
        xcryptofb    [PADLOCK_ACE]
        """
    def xend(self, *, encoding: Encoding = None) -> None:
        """
        xend    [RTM]
        """
    def xgetbv(self, *, encoding: Encoding = None) -> None:
        """
        xgetbv    [XSAVE]
        """
    def xlat(self, dst: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        xlatb <m8 ds:rbx+al>
        """
    def xlatb(self, dst: Mem = ..., /, *, encoding: Encoding = None) -> None:
        """
        xlatb <m8 ds:rbx+al>
        """
    def xor(self, dst: Reg | Mem, src: Reg | Mem | Int | Symbol, /, *, encoding: Encoding = None) -> None:
        """
        xor r/m8, r8
        xor r/m16, r16
        xor r/m32, r32
        xor r/m64, r64
        xor r8, r/m8
        xor r16, r/m16
        xor r32, r/m32
        xor r64, r/m64
        xor al, imm8
        xor ax, imm16
        xor eax, imm32
        xor rax, simm32
        xor r/m8, imm8
        xor r/m16, imm16
        xor r/m32, imm32
        xor r/m64, simm32
        xor r/m16, simm8
        xor r/m32, simm8
        xor r/m64, simm8
        """
    def xorpd(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        xorpd xmm1, xmm2/m128    [SSE2]
        """
    def xorps(self, dst: Reg, src: Reg | Mem, /, *, encoding: Encoding = None) -> None:
        """
        xorps xmm1, xmm2/m128    [SSE]
        """
    def xresldtrk(self, *, encoding: Encoding = None) -> None:
        """
        xresldtrk    [TSXLDTRK]
        """
    def xrstor(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xrstor mem    [XSAVE]
        """
    def xrstor64(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xrstor64 mem    [XSAVE]
        """
    def xrstors(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xrstors mem    [XSAVES]
        """
    def xrstors64(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xrstors64 mem    [XSAVES]
        """
    def xsave(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xsave mem    [XSAVE]
        """
    def xsave64(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xsave64 mem    [XSAVE]
        """
    def xsavec(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xsavec mem    [XSAVEC]
        """
    def xsavec64(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xsavec64 mem    [XSAVEC]
        """
    def xsaveopt(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xsaveopt mem    [XSAVEOPT]
        """
    def xsaveopt64(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xsaveopt64 mem    [XSAVEOPT]
        """
    def xsaves(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xsaves mem    [XSAVES]
        """
    def xsaves64(self, dst: Mem, /, *, encoding: Encoding = None) -> None:
        """
        xsaves64 mem    [XSAVES]
        """
    def xsetbv(self, *, encoding: Encoding = None) -> None:
        """
        xsetbv    [XSAVE]
        """
    def xsha1(self, *, encoding: Encoding = None) -> None:
        """
        xsha1    [PADLOCK_PHE]
        xsha1    [PADLOCK_PHE]
        """
    def xsha256(self, *, encoding: Encoding = None) -> None:
        """
        xsha256    [PADLOCK_PHE]
        xsha256    [PADLOCK_PHE]
        """
    def xsha512(self, *, encoding: Encoding = None) -> None:
        """
        xsha512    [PADLOCK_PHE]
        xsha512    [PADLOCK_PHE]
        """
    def xsha512_alt(self, *, encoding: Encoding = None) -> None:
        """
        xsha512_alt    [PADLOCK_PHE]
        xsha512_alt    [PADLOCK_PHE]
        """
    def xstore(self, *, encoding: Encoding = None) -> None:
        """
        xstore    [PADLOCK_RNG]
        xstore    [PADLOCK_RNG]
        """
    def xstore_alt(self, *, encoding: Encoding = None) -> None:
        """
        xstore_alt    [PADLOCK_RNG]
        xstore_alt    [PADLOCK_RNG]
        """
    def xsusldtrk(self, *, encoding: Encoding = None) -> None:
        """
        xsusldtrk    [TSXLDTRK]
        """
    def xtest(self, *, encoding: Encoding = None) -> None:
        """
        xtest    [HLE_OR_RTM]
        """
    @property
    def notrack(self) -> Mnemonics: ...
    @property
    def ht(self) -> Mnemonics: ...
    @property
    def hnt(self) -> Mnemonics: ...
    @property
    def bnd(self) -> Mnemonics: ...
    @property
    def rep(self) -> Mnemonics: ...
    @property
    def repe(self) -> Mnemonics: ...
    @property
    def repz(self) -> Mnemonics: ...
    @property
    def repne(self) -> Mnemonics: ...
    @property
    def repnz(self) -> Mnemonics: ...
    @property
    def xacquire(self) -> Mnemonics: ...
    @property
    def xrelease(self) -> Mnemonics: ...
    @property
    def lock(self) -> Mnemonics: ...
