"""x86-64 as the back end sees it: registers, conventions, and for each op the rule that emits it."""

from __future__ import annotations

from functools import lru_cache

from . import abi, cpu, division, floats, words
from .conditions import INVERSE
from .writer import Writer, fits32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Protocol

    from .rules import Rule
    from .vectorlowering import VectorLowering

    class Operand(Protocol):
        """What a rule is chosen by: whether the operand is constant, and the range of the word read as signed."""

        attr: Any
        lo: int
        hi: int

        @property
        def is_const(self) -> bool: ...


class Lowering:
    """`features` and `registers` (how many of either kind are allocated) may be less than the processor has."""

    context = abi.CONTEXT
    stack_pointer = abi.RSP
    word_scratch = abi.WORD_SCRATCH
    float_scratch = abi.FLOAT_SCRATCH
    scratches: tuple[int, ...] = (abi.WORD_SCRATCH, abi.FLOAT_SCRATCH)
    first_float = abi.FIRST_FLOAT
    register_count = abi.COUNT
    registers = abi.LOCATIONS
    kinds: tuple[int, ...] = (0,) * 16 + (1,) * 16
    """By register: of words, of floats."""
    classes: tuple[int, ...] = (0, 1, 1, 0, 0)
    """By IR type: what kind of register it wants."""
    wide = 0
    """Bytes of the slots of vectors."""
    word_arguments = abi.WORD_ARGUMENTS
    float_arguments = abi.FLOAT_ARGUMENTS
    word_result = abi.WORD_RESULT
    float_result = abi.FLOAT_RESULT
    callee_saved = abi.CALLEE_SAVED
    caller_saved: tuple[int, ...] = abi.CALLER_SAVED
    scales = frozenset((1, 2, 4, 8))
    return_address = 8
    """Bytes between the stack pointer on entry and the first parameter on the stack."""
    stack_alignment = 16
    fits = staticmethod(fits32)
    invert = staticmethod(INVERSE.__getitem__)
    select = staticmethod(words.select)
    set_bool = staticmethod(words.set_bool)
    check_index = staticmethod(words.check_index)

    def __init__(self, features: frozenset[str], registers: int = abi.COUNT) -> None:
        self.features = features
        self.vex = "AVX" in features
        order: tuple[int, ...] = abi.WORD_ORDER
        if registers < len(order):
            order = tuple(one for pair in zip(abi.CALLEE_SAVED, order, strict=False) for one in pair)
        self.limit = registers
        self.orders: tuple[tuple[int, ...], ...] = (order[:registers], abi.FLOAT_ORDER[:registers])
        self.word_rules: dict[str, Rule] = {**words.rules(features), **division.RULES}
        self.float_rules: dict[str, tuple[Rule, Rule]] = floats.rules(features)
        self.comparisons: dict[str, Rule] = words.COMPARISONS
        self.float_comparisons: dict[str, tuple[Rule, Rule]] = floats.comparisons()
        self.loads: dict[str, Rule] = {**words.LOADS, **floats.LOADS}
        self.stores: dict[str, Rule] = {**words.STORES, **floats.STORES}
        self.variants: dict[str, Callable[[Sequence[Operand]], str]] = _VARIANTS

    def vectors(self, types: set[int]) -> VectorLowering:
        """The same for functions that have vectors, of these types."""
        from .vectorlowering import vector_lowering, widest

        return vector_lowering(self.features, self.limit, widest(self.features, types))

    def writer(self, externals: dict[str, int]) -> Writer:
        return Writer(self.vex, externals)


@lru_cache(maxsize=8)
def lowering(features: frozenset[str] | None = None, registers: int = abi.COUNT) -> Lowering:
    """That of this processor, or of one with these features."""
    return Lowering(cpu.chosen() if features is None else features, registers)


# Names of rules for ops that have several.


def _sub(args: Sequence[Operand]) -> str:
    return "neg" if args[0].is_const and args[0].attr == 0 else "sub"


def _subo(args: Sequence[Operand]) -> str:
    return "nego" if args[0].is_const and args[0].attr == 0 else "subo"


def _and(args: Sequence[Operand]) -> str:
    if not args[1].is_const:
        return "and"
    mask = args[1].attr
    found = {0xFF: "and 8", 0xFFFF: "and 16", 0xFFFF_FFFF: "and 32"}.get(mask)
    return found or ("and low" if 0 <= mask < 1 << 32 else "and")


def _xor(args: Sequence[Operand]) -> str:
    return "invert" if args[1].is_const and args[1].attr == -1 else "xor"


def _shift(name: str) -> Callable[[Sequence[Operand]], str]:
    return lambda args: name + " const" if args[1].is_const else name


def _division(name: str) -> Callable[[Sequence[Operand]], str]:
    def choose(args: Sequence[Operand]) -> str:
        x, y = args
        return division.choose(name, y.attr if y.is_const else None, (x.lo, x.hi), (y.lo, y.hi))

    return choose


_VARIANTS: dict[str, Callable[[Sequence[Operand]], str]] = {
    "sub": _sub,
    "subo": _subo,
    "and": _and,
    "xor": _xor,
    **{name: _shift(name) for name in ("shl", "sar", "shr", "shlo", "ushlo")},
    **{name: _division(name) for name in ("div", "mod", "udiv", "umod")},
}
