"""Edges of the choice among encodings, assembled by GNU as: the bytes are those that Jitney chose."""

from __future__ import annotations

import re

import pytest
from gnu import gnu, gnu_version

from jitney.x86.select import selector

pytestmark = pytest.mark.skipif(not gnu_version(), reason="GNU as is not installed")
CASES = """
mov rax, 1 | mov rax, 0xffffffff | mov rax, -1 | mov rax, 0xfffffffffffffff0 | mov eax, dword ptr ds:[0x12345678]
add ax, 0xfff0 | add eax, 0xfffffff0 | add eax, 1 | add al, 1 | add eax, 1000 | xchg rbx, rax | xchg eax, eax
lea rax, [rbx*2] | lea rax, [rbx + rsp] | lea rax, [rbp] | lea rax, [r13] | lea rax, [r12] | lea rax, [eax + 4]
vaddpd ymm1, ymm2, ymmword ptr [rax + 0x400] | vmovaps xmm1, xmm9 | vmovaps xmm9, xmm1 | vaddpd xmm1, xmm2, xmm9
mov rax, qword ptr fs:[0x28] | push 1 | push 0x1234 | push ax | shl rax, 1 | imul eax, ebx, 3 | movq xmm1, rax
int 3 | int 4 | xchg rax, rax | xchg ax, ax | xchg r8, rax
vpsrld xmm1, xmmword ptr [rax], 4 | vmovdqu8 xmm1, xmmword ptr [rax + 0x10] | crc32 eax, bl | in eax, dx | ret 4
"""


@pytest.mark.parametrize("line", [case.strip() for case in CASES.replace("\n", "|").split("|") if case.strip()])
def test_edges(line: str) -> None:
    """Cases that the random sample may miss: operands are rebuilt from the text with Python itself."""
    from jitney.x86.operands import REGISTERS, SIZES

    mnemonic, _, rest = line.partition(" ")
    names = {**REGISTERS, **SIZES}
    text = re.sub(r"(\w+) ptr (?:(fs|ds):)?\[", lambda m: f"{m[1]}[" + (f"{m[2]}:" if m[2] else ""), rest)
    text = re.sub(r"(?<!\w)\[", "ptr[", text)
    operands = eval(f"({text},)", {}, names)
    data = selector(mnemonic)(operands).data
    assert gnu([line]) == [data]
