# Made by tools/make_stubs.py; do not edit.
from . import operands as operands
from .assembler import Assembler as Assembler
from .operands import Address as Address
from .operands import Conversion as Conversion
from .operands import Masked as Masked
from .operands import Mem as Mem
from .operands import Reg as Reg
from .operands import Rounding as Rounding
from .operands import Size as Size
from .operands import aaaa as aaaa
from .operands import badc as badc
from .operands import bbbb as bbbb
from .operands import byte as byte
from .operands import cccc as cccc
from .operands import cdab as cdab
from .operands import dacb as dacb
from .operands import dddd as dddd
from .operands import dword as dword
from .operands import dword_bcst as dword_bcst
from .operands import eh as eh
from .operands import float16 as float16
from .operands import fword as fword
from .operands import ptr as ptr
from .operands import qword as qword
from .operands import qword_bcst as qword_bcst
from .operands import rd as rd
from .operands import rd_sae as rd_sae
from .operands import rn as rn
from .operands import rn_sae as rn_sae
from .operands import ru as ru
from .operands import ru_sae as ru_sae
from .operands import rz as rz
from .operands import rz_sae as rz_sae
from .operands import sae as sae
from .operands import sint16 as sint16
from .operands import sint8 as sint8
from .operands import st as st
from .operands import tbyte as tbyte
from .operands import uint16 as uint16
from .operands import uint8 as uint8
from .operands import word as word
from .operands import word_bcst as word_bcst
from .operands import xmmword as xmmword
from .operands import xmmword_bcst as xmmword_bcst
from .operands import ymmword as ymmword
from .operands import ymmword_bcst as ymmword_bcst
from .operands import z as z
from .operands import zmmword as zmmword
from .target import X86_64 as X86_64
from .text import assemble as assemble

al: Reg
cl: Reg
dl: Reg
bl: Reg
spl: Reg
bpl: Reg
sil: Reg
dil: Reg
ah: Reg
ch: Reg
dh: Reg
bh: Reg
ax: Reg
cx: Reg
dx: Reg
bx: Reg
sp: Reg
bp: Reg
si: Reg
di: Reg
eax: Reg
ecx: Reg
edx: Reg
ebx: Reg
esp: Reg
ebp: Reg
esi: Reg
edi: Reg
rax: Reg
rcx: Reg
rdx: Reg
rbx: Reg
rsp: Reg
rbp: Reg
rsi: Reg
rdi: Reg
r8b: Reg
r9b: Reg
r10b: Reg
r11b: Reg
r12b: Reg
r13b: Reg
r14b: Reg
r15b: Reg
r8w: Reg
r9w: Reg
r10w: Reg
r11w: Reg
r12w: Reg
r13w: Reg
r14w: Reg
r15w: Reg
r8d: Reg
r9d: Reg
r10d: Reg
r11d: Reg
r12d: Reg
r13d: Reg
r14d: Reg
r15d: Reg
r8: Reg
r9: Reg
r10: Reg
r11: Reg
r12: Reg
r13: Reg
r14: Reg
r15: Reg
mm0: Reg
mm1: Reg
mm2: Reg
mm3: Reg
mm4: Reg
mm5: Reg
mm6: Reg
mm7: Reg
xmm0: Reg
xmm1: Reg
xmm2: Reg
xmm3: Reg
xmm4: Reg
xmm5: Reg
xmm6: Reg
xmm7: Reg
xmm8: Reg
xmm9: Reg
xmm10: Reg
xmm11: Reg
xmm12: Reg
xmm13: Reg
xmm14: Reg
xmm15: Reg
xmm16: Reg
xmm17: Reg
xmm18: Reg
xmm19: Reg
xmm20: Reg
xmm21: Reg
xmm22: Reg
xmm23: Reg
xmm24: Reg
xmm25: Reg
xmm26: Reg
xmm27: Reg
xmm28: Reg
xmm29: Reg
xmm30: Reg
xmm31: Reg
ymm0: Reg
ymm1: Reg
ymm2: Reg
ymm3: Reg
ymm4: Reg
ymm5: Reg
ymm6: Reg
ymm7: Reg
ymm8: Reg
ymm9: Reg
ymm10: Reg
ymm11: Reg
ymm12: Reg
ymm13: Reg
ymm14: Reg
ymm15: Reg
ymm16: Reg
ymm17: Reg
ymm18: Reg
ymm19: Reg
ymm20: Reg
ymm21: Reg
ymm22: Reg
ymm23: Reg
ymm24: Reg
ymm25: Reg
ymm26: Reg
ymm27: Reg
ymm28: Reg
ymm29: Reg
ymm30: Reg
ymm31: Reg
zmm0: Reg
zmm1: Reg
zmm2: Reg
zmm3: Reg
zmm4: Reg
zmm5: Reg
zmm6: Reg
zmm7: Reg
zmm8: Reg
zmm9: Reg
zmm10: Reg
zmm11: Reg
zmm12: Reg
zmm13: Reg
zmm14: Reg
zmm15: Reg
zmm16: Reg
zmm17: Reg
zmm18: Reg
zmm19: Reg
zmm20: Reg
zmm21: Reg
zmm22: Reg
zmm23: Reg
zmm24: Reg
zmm25: Reg
zmm26: Reg
zmm27: Reg
zmm28: Reg
zmm29: Reg
zmm30: Reg
zmm31: Reg
k0: Reg
k1: Reg
k2: Reg
k3: Reg
k4: Reg
k5: Reg
k6: Reg
k7: Reg
st0: Reg
st1: Reg
st2: Reg
st3: Reg
st4: Reg
st5: Reg
st6: Reg
st7: Reg
tmm0: Reg
tmm1: Reg
tmm2: Reg
tmm3: Reg
tmm4: Reg
tmm5: Reg
tmm6: Reg
tmm7: Reg
bnd0: Reg
bnd1: Reg
bnd2: Reg
bnd3: Reg
dr0: Reg
dr1: Reg
dr2: Reg
dr3: Reg
dr4: Reg
dr5: Reg
dr6: Reg
dr7: Reg
cr0: Reg
cr2: Reg
cr3: Reg
cr4: Reg
cr8: Reg
es: Reg
cs: Reg
ss: Reg
ds: Reg
fs: Reg
gs: Reg
rip: Reg
eip: Reg
