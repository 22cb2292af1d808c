"""The reference interpreter: what functions of the IR mean.

Words are ints read as signed, both floats are Python floats (a float32 one that a float32 can hold), bools are 0 or 1;
vectors are tuples of these (lanes.py).
Each operation becomes a closure over the numbers of its operands and its result in the list of values; what leaves the
function is raised as `_Left`. Memory is the memory of the process. Values are held against their ranges, and
operations whose preconditions fail raise IRError, so that mistakes of those who emit IR are found here.
"""

from __future__ import annotations

import ctypes
import math
import operator
import struct
from fractions import Fraction

from ..machine import context as layout
from ..records import NamedTuple
from . import ops
from .builder import to_f32
from .function import BRANCH, JUMP, RETURN, Exit
from .types import BOOL, F32, F64, FIRST_VECTOR, I64, MAX, MIN, NONE, WORD, signed
from .verify import IRError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from .function import Block, Function, Memory, Value

    Number = int | float
    Environment = list[Any]
    Step = Callable[[Environment], None]

DEPTH = 150
"""How deep calls may nest: three frames of Python each."""


class Outcome(NamedTuple):
    """How a call ended: with `results`, or by `exit` (then `results` is None).

    `operands` are the values of the exit's operands, `trace` the exits at the call sites that left after it, the
    outermost last, and `exception` what a Python function raised, if that was the reason.
    """

    results: tuple[Number, ...] | None
    effects: bool
    exit: Exit | None = None
    operands: tuple[Number, ...] = ()
    trace: tuple[Exit, ...] = ()
    exception: BaseException | None = None


def run(
    function: Function,
    arguments: Sequence[Number],
    *,
    context: int | None = None,
    callees: dict[str, Function] | None = None,
) -> Outcome:
    """Calls the function. `context` is the address of a context to use; `callees` are found by their symbols."""
    machine = _Machine({function.name: function} | (callees or {}), context)
    try:
        results = machine.call(function, arguments)
    except _Left as left:
        return Outcome(None, machine.effects, left.exit, left.operands, tuple(left.trace), left.exception)
    return Outcome(results, machine.effects)


def to_word(value: Number, type: int) -> int:
    """The 64 bits in which a value of that type travels, as an int from 0."""
    if type == F64:
        return int.from_bytes(struct.pack("<d", value), "little")
    if type == F32:
        return int.from_bytes(struct.pack("<f", value), "little")
    return int(value) & WORD


def from_word(word: int, type: int) -> Number:
    """The value of that type which the 64 bits stand for."""
    if type == F64:
        return float(struct.unpack("<d", word.to_bytes(8, "little"))[0])
    if type == F32:
        return float(struct.unpack("<f", (word & 0xFFFFFFFF).to_bytes(4, "little"))[0])
    return signed(word)


class _Left(Exception):
    """Control leaves by an exit."""

    def __init__(self, exit: Exit, operands: tuple[Number, ...], exception: BaseException | None = None) -> None:
        self.exit = exit
        self.operands = operands
        self.exception = exception
        self.trace: list[Exit] = []


class _Routine:
    """A function made ready to run: for each block its steps, and the values that all calls start from."""

    __slots__ = ("environment", "function", "steps")

    def __init__(self, machine: _Machine, function: Function) -> None:
        self.function = function
        self.environment: Environment = [None] * (function.next_id + 1)
        for constant in function.constants.values():
            self.environment[constant.id] = constant.attr
        self.steps: dict[int, list[Step]] = {}
        for block in function.blocks:
            steps = [_check_range(param) for param in block.params if _has_range(param)]
            for value in block.code:
                steps.append(_step(machine, value))
                if _has_range(value):
                    steps.append(_check_range(value))
            self.steps[block.id] = steps


class _Machine:
    """What all calls of one run share."""

    def __init__(self, functions: dict[str, Function], context: int | None) -> None:
        self.functions = functions
        self.routines: dict[int, _Routine] = {}
        self.buffers: list[Any] = []
        self.never = ctypes.c_uint32(0)  # what POLL looks at
        if context is None:
            context = self.allocate(layout.SIZE)
            ctypes.c_uint64.from_address(context + layout.POLL).value = ctypes.addressof(self.never)
        self.context = context
        self.depth = 0
        self.results: tuple[Number, ...] = ()  # of the last call, for RESULT_OF

    @property
    def effects(self) -> bool:
        return ctypes.c_uint32.from_address(self.context + layout.EFFECTS).value != 0

    def allocate(self, size: int) -> int:
        """The address of that many zero bytes, a multiple of 16, which last as long as the run."""
        buffer = ctypes.create_string_buffer(size + 16)
        self.buffers.append(buffer)
        return (ctypes.addressof(buffer) + 15) & -16

    def call(self, function: Function, arguments: Sequence[Number]) -> tuple[Number, ...]:
        routine = self.routines.get(id(function))
        if routine is None:
            routine = self.routines[id(function)] = _Routine(self, function)
        environment = routine.environment[:]
        params = function.entry.params
        if len(arguments) != len(params):
            raise IRError(f"{function.name} takes {len(params)} arguments, not {len(arguments)}")
        for param, argument in zip(params, arguments, strict=True):
            environment[param.id] = argument
        if self.depth >= DEPTH:
            if function.too_deep is None:
                raise IRError(f"{function.name}: calls nest too deep for the interpreter")
            raise _leave(environment, function.too_deep)
        self.depth += 1
        try:
            return _execute(routine.steps, environment, function.entry)
        finally:
            self.depth -= 1


def _execute(steps: dict[int, list[Step]], environment: Environment, block: Block) -> tuple[Number, ...]:
    while True:
        for step in steps[block.id]:
            step(environment)
        if block.kind == JUMP:
            taken = 0
        elif block.kind == BRANCH:
            taken = 0 if environment[block.operands[0].id] else 1
        elif block.kind == RETURN:
            return tuple(environment[result.id] for result in block.operands)
        else:
            assert block.exit is not None
            raise _leave(environment, block.exit)
        arguments = [environment[argument.id] for argument in block.arguments[taken]]
        block = block.targets[taken]
        for param, argument in zip(block.params, arguments, strict=True):
            environment[param.id] = argument


def _leave(environment: Environment, exit: Exit, exception: BaseException | None = None) -> _Left:
    operands = tuple(environment[operand.id] for operand in exit.operands)
    for held in exit.held:
        _reference(ctypes.pythonapi.Py_DecRef, environment[held.id])
    return _Left(exit, operands, exception)


def _reference(change: Any, address: int) -> None:
    change(ctypes.c_void_p(address))


# Steps.


def _step(machine: _Machine, value: Value) -> Step:
    op = value.op
    arguments = [argument.id for argument in value.args]
    result = value.id
    if value.type >= FIRST_VECTOR or any(argument.type >= FIRST_VECTOR for argument in value.args):
        from . import lanes

        return lanes.step(value, arguments, result)
    if op in _SPECIAL:
        return _SPECIAL[op](machine, value, arguments, result)
    if op in _CHECKED:
        return _checked(value, arguments, result)
    compute = _COMPUTE[op]
    if value.type == F32:
        compute = _IN_SINGLE.get(op) or _rounded(compute)
    if len(arguments) == 1:
        (a,) = arguments

        def unary(environment: Environment) -> None:
            environment[result] = compute(environment[a])

        return unary
    if len(arguments) == 2:
        a, b = arguments

        def binary(environment: Environment) -> None:
            environment[result] = compute(environment[a], environment[b])

        return binary
    a, b, c = arguments

    def ternary(environment: Environment) -> None:
        environment[result] = compute(environment[a], environment[b], environment[c])

    return ternary


def _has_range(value: Value) -> bool:
    return (value.type == I64 and (value.lo > MIN or value.hi < MAX)) or value.type == BOOL


def _check_range(value: Value) -> Step:
    result, lo, hi = value.id, value.lo, value.hi

    def check(environment: Environment) -> None:
        if not lo <= environment[result] <= hi:
            raise IRError(f"{value!r}: {environment[result]} is not in its range {lo}..{hi}")

    return check


def _checked(value: Value, arguments: list[int], result: int) -> Step:
    compute, is_signed = _CHECKED[value.op]
    a, b = arguments
    exit = value.exit
    assert exit is not None

    def checked_signed(environment: Environment) -> None:
        number = compute(environment[a], environment[b])
        if not MIN <= number <= MAX:
            raise _leave(environment, exit)
        environment[result] = number

    def checked_unsigned(environment: Environment) -> None:
        number = compute(environment[a] & WORD, environment[b] & WORD)
        if not 0 <= number <= WORD:
            raise _leave(environment, exit)
        environment[result] = signed(number)

    return checked_signed if is_signed else checked_unsigned


def _address(memory: Memory, base: int, index: list[int]) -> Callable[[Environment], int]:
    scale, displacement = memory.scale, memory.displacement
    if not index:
        return lambda environment: (environment[base] + displacement) & WORD
    (at,) = index
    return lambda environment: (environment[base] + environment[at] * scale + displacement) & WORD


def _load(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    memory: Memory = value.attr
    address = _address(memory, arguments[0], arguments[1:])
    convert: Callable[[Any], Number] = _LOADED.get(memory.kind.name, operator.pos)
    from_address = _CTYPES[memory.kind.name].from_address

    def load(environment: Environment) -> None:
        environment[result] = convert(from_address(address(environment)).value)

    return load


def _store(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    memory: Memory = value.attr
    stored = arguments[0]
    address = _address(memory, arguments[1], arguments[2:])
    from_address = _CTYPES[memory.kind.name].from_address

    def store(environment: Environment) -> None:
        from_address(address(environment)).value = environment[stored]

    return store


def _frame(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    def frame(environment: Environment) -> None:
        if environment[result] is None:
            environment[result] = machine.allocate(value.attr)

    return frame


def _context(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    def context(environment: Environment) -> None:
        environment[result] = machine.context

    return context


def _guard(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    (condition,) = arguments
    exit = value.exit
    assert exit is not None

    def guard(environment: Environment) -> None:
        if not environment[condition]:
            raise _leave(environment, exit)

    return guard


def _need(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    return lambda environment: None


def _effect(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    def effect(environment: Environment) -> None:
        ctypes.c_uint32.from_address(machine.context + layout.EFFECTS).value = 1

    return effect


def _call(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    exit = value.exit
    assert exit is not None

    def call(environment: Environment) -> None:
        callee = machine.functions.get(value.attr.symbol)
        if callee is None:
            raise IRError(f"{value!r}: no callee {value.attr.symbol!r} is given")
        try:
            results = machine.call(callee, [environment[argument] for argument in arguments])
        except _Left as left:
            _leave(environment, exit)
            left.trace.append(exit)
            raise
        machine.results = results
        if results:
            environment[result] = results[0]

    return call


def _ccall(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    signature = value.attr
    # With the GIL held: it may be a function of CPython's.
    prototype = ctypes.PYFUNCTYPE(_PASSED[signature.result], *[_PASSED[type] for type in signature.parameters])
    called = prototype(signature.address)

    def ccall(environment: Environment) -> None:
        given = called(*[environment[argument] for argument in arguments])
        environment[result] = int(given) if signature.result == BOOL else given

    return ccall


def _upcall(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    types = [argument.type for argument in value.args]
    results: tuple[int, ...] = value.attr.results
    exit = value.exit
    assert exit is not None

    def upcall(environment: Environment) -> None:
        words = [to_word(environment[argument], type) for argument, type in zip(arguments, types, strict=True)]
        try:
            given = value.attr.callable(words)
        except BaseException as exception:
            raise _leave(environment, exit, exception) from None
        if len(given) != len(results):
            raise IRError(f"{value.attr.name} gave {len(given)} words, not {len(results)}")
        machine.results = tuple(from_word(word, type) for word, type in zip(given, results, strict=True))
        if results:
            environment[result] = machine.results[0]

    return upcall


def _result_of(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    def result_of(environment: Environment) -> None:
        environment[result] = machine.results[value.attr]

    return result_of


def _retain(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    change = ctypes.pythonapi.Py_IncRef if value.op == ops.RETAIN else ctypes.pythonapi.Py_DecRef
    (address,) = arguments
    return lambda environment: _reference(change, environment[address])


def _poll(machine: _Machine, value: Value, arguments: list[int], result: int) -> Step:
    return lambda environment: None


_SPECIAL: dict[int, Callable[[_Machine, Value, list[int], int], Step]] = {
    ops.LOAD: _load,
    ops.STORE: _store,
    ops.FRAME: _frame,
    ops.CONTEXT: _context,
    ops.GUARD: _guard,
    ops.NEED: _need,
    ops.EFFECT: _effect,
    ops.CALL: _call,
    ops.CCALL: _ccall,
    ops.UPCALL: _upcall,
    ops.RESULT_OF: _result_of,
    ops.RETAIN: _retain,
    ops.RELEASE: _retain,
    ops.POLL: _poll,
}
_CTYPES: dict[str, Any] = {
    "i8": ctypes.c_int8,
    "u8": ctypes.c_uint8,
    "i16": ctypes.c_int16,
    "u16": ctypes.c_uint16,
    "i32": ctypes.c_int32,
    "u32": ctypes.c_uint32,
    "i64": ctypes.c_int64,
    "u64": ctypes.c_uint64,
    "f32": ctypes.c_float,
    "f64": ctypes.c_double,
    "bool": ctypes.c_uint8,
}
_LOADED: dict[str, Callable[[Any], Number]] = {"u64": signed, "bool": lambda byte: int(byte != 0)}
_PASSED: dict[int, Any] = {
    I64: ctypes.c_int64,
    F64: ctypes.c_double,
    F32: ctypes.c_float,
    BOOL: ctypes.c_bool,
    NONE: None,
}


# What operations compute. Float32 operations are computed in float64 and rounded, which gives the right result of
# + - * / and square root (Figueroa, "When is double rounding innocuous?", 1995). Others that need it have their own.


def _rounded(compute: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *operands: to_f32(compute(*operands))


def _divide(a: int, b: int) -> int:
    if b == 0 or (a == MIN and b == -1):
        raise IRError(f"undefined: {a} // {b}")
    return a // b


def _modulo(a: int, b: int) -> int:
    if b == 0 or (a == MIN and b == -1):
        raise IRError(f"undefined: {a} % {b}")
    return a % b


def _unsigned(compute: Callable[[int, int], int]) -> Callable[[int, int], int]:
    def unsigned(a: int, b: int) -> int:
        if b == 0:
            raise IRError("undefined: division by zero")
        return signed(compute(a & WORD, b & WORD))

    return unsigned


def _extension(bits: int, is_signed: bool) -> Callable[[int], int]:
    mask, bias = (1 << bits) - 1, 1 << bits - 1 if is_signed else 0
    return lambda a: ((a + bias) & mask) - bias


def _shift_left(a: int, b: int) -> int:
    if not 0 <= b <= 63:
        raise IRError(f"undefined: checked shift by {b}")
    return a << b


def _float_divide(a: float, b: float) -> float:
    if b:
        return a / b
    if a == 0 or a != a:
        return math.nan
    return math.copysign(math.inf, math.copysign(1, a) * math.copysign(1, b))


def _integral(compute: Callable[[float], int]) -> Callable[[float], float]:
    # The result's sign is the operand's, for a zero too.
    return lambda a: math.copysign(float(compute(a)), a) if math.isfinite(a) else a


def _to_int(a: float) -> int:
    return int(a) if -(2.0**63) <= a < 2.0**63 else MIN


def _nearest_f32(exact: Fraction | int) -> float:
    """The float32 nearest to a number, in one rounding: by way of the float64 rounded to odd."""
    number = _to_float(exact)
    if math.isfinite(number) and number != exact and not to_word(number, F64) & 1:
        number = math.nextafter(number, math.inf if exact > number else -math.inf)
    return to_f32(number)


def _to_float(exact: Fraction | int) -> float:
    try:
        return float(exact)
    except OverflowError:
        return math.inf if exact > 0 else -math.inf


def _fused(nearest: Callable[[Fraction], float]) -> Callable[[float, float, float], float]:
    def fused(a: float, b: float, c: float) -> float:
        if not (math.isfinite(a) and math.isfinite(b)):
            return a * b + c
        if not math.isfinite(c):
            return c
        exact = Fraction(a) * Fraction(b) + Fraction(c)
        return nearest(exact) if exact else a * b + c  # for the sign of a zero

    return fused


_COMPUTE: dict[int, Callable[..., Any]] = {
    ops.ADD: lambda a, b: signed(a + b),
    ops.SUB: lambda a, b: signed(a - b),
    ops.MUL: lambda a, b: signed(a * b),
    ops.AND: operator.and_,
    ops.OR: operator.or_,
    ops.XOR: operator.xor,
    ops.SHL: lambda a, b: signed(a << (b & 63)),
    ops.SAR: lambda a, b: a >> (b & 63),
    ops.SHR: lambda a, b: signed((a & WORD) >> (b & 63)),
    ops.DIV: _divide,
    ops.MOD: _modulo,
    ops.UDIV: _unsigned(operator.floordiv),
    ops.UMOD: _unsigned(operator.mod),
    ops.SEXT8: _extension(8, True),
    ops.SEXT16: _extension(16, True),
    ops.SEXT32: _extension(32, True),
    ops.ZEXT8: _extension(8, False),
    ops.ZEXT16: _extension(16, False),
    ops.ZEXT32: _extension(32, False),
    ops.POPCNT: lambda a: (a & WORD).bit_count(),
    ops.BITLEN: lambda a: (a & WORD).bit_length(),
    ops.MULHI: lambda a, b: a * b >> 64,
    ops.UMULHI: lambda a, b: signed((a & WORD) * (b & WORD) >> 64),
    ops.WRAP: operator.pos,
    ops.EQ: lambda a, b: int(a == b),
    ops.NE: lambda a, b: int(a != b),
    ops.LT: lambda a, b: int(a < b),
    ops.LE: lambda a, b: int(a <= b),
    ops.ULT: lambda a, b: int(a & WORD < b & WORD),
    ops.ULE: lambda a, b: int(a & WORD <= b & WORD),
    ops.FEQ: lambda a, b: int(a == b),
    ops.FNE: lambda a, b: int(a != b),
    ops.FLT: lambda a, b: int(a < b),
    ops.FLE: lambda a, b: int(a <= b),
    ops.BAND: operator.and_,
    ops.BOR: operator.or_,
    ops.BXOR: operator.xor,
    ops.BNOT: lambda a: a ^ 1,
    ops.SELECT: lambda condition, a, b: a if condition else b,
    ops.FADD: operator.add,
    ops.FSUB: operator.sub,
    ops.FMUL: operator.mul,
    ops.FDIV: _float_divide,
    ops.FNEG: operator.neg,
    ops.FABS: abs,
    ops.FSQRT: lambda a: math.sqrt(a) if a >= 0 else a if a != a else math.nan,
    ops.FCOPYSIGN: math.copysign,
    ops.FFLOOR: _integral(math.floor),
    ops.FCEIL: _integral(math.ceil),
    ops.FTRUNC: _integral(math.trunc),
    ops.FNEAREST: _integral(round),
    ops.FMA: _fused(_to_float),
    ops.B2I: operator.pos,
    ops.I2F: float,
    ops.U2F: lambda a: float(a & WORD),
    ops.I2S: _nearest_f32,
    ops.U2S: lambda a: _nearest_f32(a & WORD),
    ops.F2S: to_f32,
    ops.S2F: operator.pos,
    ops.F2I: _to_int,
    ops.FBITS: lambda a: signed(to_word(a, F64)),
    ops.SBITS: lambda a: to_word(a, F32),
    ops.IFBITS: lambda a: from_word(a & WORD, F64),
    ops.ISBITS: lambda a: from_word(a & WORD, F32),
}
_IN_SINGLE: dict[int, Callable[..., Any]] = {
    op: _COMPUTE[op] for op in (ops.SELECT, ops.FNEG, ops.FABS, ops.FCOPYSIGN, ops.I2S, ops.U2S, ops.F2S, ops.ISBITS)
} | {ops.FMA: _fused(_nearest_f32)}
"""Operations on float32 whose result needs no rounding, or has had its own."""
_CHECKED: dict[int, tuple[Callable[[int, int], int], bool]] = {
    ops.ADDO: (operator.add, True),
    ops.SUBO: (operator.sub, True),
    ops.MULO: (operator.mul, True),
    ops.UADDO: (operator.add, False),
    ops.USUBO: (operator.sub, False),
    ops.UMULO: (operator.mul, False),
    ops.SHLO: (_shift_left, True),
    ops.USHLO: (_shift_left, False),
}
"""The true result, which the exit is taken for if it is no signed (or else unsigned) word."""
