"""Every type across the boundary, compared with ctypes, with struct and with what Python's own functions accept."""

from __future__ import annotations

import array
import ctypes
import math
import random
import struct
from typing import Any

import pytest
from calls.support import CTYPES, add_floats, call_address, dumper, echo
from hypothesis import given, settings
from hypothesis import strategies as st

from jitney.calls import Callback, Function, load
from jitney.machine.signature import TYPES

INTEGERS = [name for name, type in TYPES.items() if type.kind in ("signed", "unsigned")]
PARAMETERS = [name for name in TYPES if name != "None"]


class Index:
    def __init__(self, value: Any) -> None:
        self.value = value

    def __index__(self) -> Any:
        return self.value


class Float:
    def __init__(self, value: Any) -> None:
        self.value = value

    def __float__(self) -> Any:
        return self.value


def edges(name: str) -> list[int]:
    """The limits of an integer type, and numbers of all digit counts around the powers of two within."""
    type = TYPES[name]
    low, high = type.minimum, type.maximum
    around = {sign * (1 << bits) + step for bits in range(66) for step in (-1, 0, 1) for sign in (1, -1)}
    return sorted(number for number in around | {low, high} if low <= number <= high)


@pytest.mark.parametrize("name", INTEGERS)
def test_ints_in_range_come_back(name: str) -> None:
    f = echo(name)
    for number in edges(name):
        for value in (number, Index(number)):
            result = f(value)
            assert type(result) is int and result == number


@pytest.mark.parametrize("name", INTEGERS)
def test_ints_out_of_range_raise(name: str) -> None:
    f = echo(name)
    low, high = TYPES[name].minimum, TYPES[name].maximum
    for number in (low - 1, high + 1, 2 * low - 1, 2 * high + 2, 1 << 70, -(1 << 70), 1 << 64, -(1 << 64), -(1 << 90)):
        if low <= number <= high:
            continue
        with pytest.raises(OverflowError, match=rf"^echo\(\) argument 'arg0': {number} is out of range for {name} \("):
            f(number)
        with pytest.raises(OverflowError, match="'arg0': the value of this Index is out of range"):
            f(Index(number))
    with pytest.raises(OverflowError, match="an int of 40001 bits is out of range"):
        f(1 << 40000)


@pytest.mark.parametrize("name", INTEGERS)
def test_what_is_no_int(name: str) -> None:
    f = echo(name)
    assert f(True) == 1 and type(f(False)) is int
    for value in (1.0, "1", None, b"1", Float(1), [], object(), 1j, math.nan):
        with pytest.raises(TypeError, match=rf"^echo\(\) argument 'arg0' must be int, not {type(value).__name__}$"):
            f(value)
    with pytest.raises(TypeError, match="returned non-int"):
        f(Index("1"))


def test_int_subclasses() -> None:
    class Odd(int):
        def __index__(self) -> int:
            raise AssertionError("an int is one already")

    for name in ("int64", "uint8", "uint64", "pointer"):
        assert echo(name)(Odd(77)) == 77
    assert echo("float64")(Odd(77)) == 77.0


FLOATS = [0.0, -0.0, 1.5, -1.0, 5e-324, -2.2250738585072014e-308, 1.7976931348623157e308, math.inf, -math.inf, math.pi]


def bits(value: float) -> bytes:
    return struct.pack("d", value)


def test_floats_come_back_to_the_bit() -> None:
    f = echo("float64")
    for value in FLOATS:
        assert bits(f(value)) == bits(value)
        assert bits(f(Float(value))) == bits(value)
    for payload in (0x7FF8000000000000, 0xFFF8000000000001, 0x7FF8DEADBEEF0001):
        nan = struct.unpack("d", payload.to_bytes(8, "little"))[0]
        assert bits(f(nan)) == bits(nan)


def test_floats_take_what_math_takes() -> None:
    f = echo("float64")
    numbers = (0, 1, -1, True, 2**53 + 1, 2**53 + 3, -(2**62) - 1, 2**63 - 1, -(2**63), 2**63, 2**64 + 5, 10**300)
    for number in (*numbers, 2**1023):
        assert bits(f(number)) == bits(math.copysign(number, number)), number
        assert bits(f(Index(int(number)))) == bits(float(number))
    for value in ("1", None, b"1", [], 1j):
        with pytest.raises(TypeError, match=rf"^echo\(\) argument 'arg0' must be float, not {type(value).__name__}$"):
            f(value)
    with pytest.raises(OverflowError, match="'arg0': an int of 1025 bits is out of range for float64"):
        f(1 << 1024)
    with pytest.raises(TypeError):
        f(Float("1"))
    with pytest.raises(ValueError, match="own"):
        f(type("Raising", (), {"__float__": lambda self: (_ for _ in ()).throw(ValueError("own"))})())


@given(st.floats(width=32))
def test_float32_comes_back(value: float) -> None:
    assert struct.pack("f", echo32(value)) == struct.pack("f", value)


@given(st.floats())
def test_float32_rounds_as_struct_does(value: float) -> None:
    try:
        expected = struct.pack("<f", value)  # without "<" it does not look
    except OverflowError:
        with pytest.raises(OverflowError, match="out of range for float32"):
            echo32(value)
    else:
        assert struct.pack("<f", echo32(value)) == expected


def test_float32_limits() -> None:
    largest = struct.unpack("f", b"\xff\xff\x7f\x7f")[0]
    assert echo32(largest) == largest
    halfway = largest + 2.0**103
    assert echo32(math.nextafter(halfway, 0) if hasattr(math, "nextafter") else largest) == largest
    for value in (halfway, -halfway, 1e39, int(halfway)):
        with pytest.raises(OverflowError):
            echo32(value)
    assert echo32(math.inf) == math.inf and echo32(-math.inf) == -math.inf and math.isnan(echo32(math.nan))
    assert echo32(16777217) == 16777216.0


echo32 = echo("float32")


def test_bools() -> None:
    f = echo("bool")
    assert f(True) is True and f(False) is False
    for value in (1, 0, None, "", 1.0, Index(1)):
        with pytest.raises(TypeError, match=rf"^echo\(\) argument 'arg0' must be bool, not {type(value).__name__}$"):
            f(value)
    assert echo("uint8", "bool")(2) is True and echo("uint16", "bool")(0x100) is False  # only al counts


def test_numpy_scalars_and_arrays() -> None:
    np = pytest.importorskip("numpy")
    assert echo("bool")(np.True_) is True and echo("bool")(np.False_) is False
    with pytest.raises(TypeError):
        echo("bool")(np.int64(1))
    assert echo("int8")(np.int64(-5)) == -5
    with pytest.raises(OverflowError):
        echo("int8")(np.int64(128))
    assert echo("float64")(np.float32(0.1)) == float(np.float32(0.1))
    assert echo("float64")(np.float64(0.1)) == 0.1
    values = np.arange(4.0)
    for name in ("pointer", "pointer[mut]"):
        assert echo(name)(values) == values.ctypes.data
        assert echo(name)(np.arange(3)[:1]) != 0  # one int is still an array
        assert echo(name)(np.int64(4096)) == 4096  # an integer is an address
    with pytest.raises(ValueError, match=r"^echo\(\) argument 'arg0': .*contiguous"):
        echo("pointer")(values[::2])
    values.flags.writeable = False
    assert echo("pointer")(values) == values.ctypes.data
    with pytest.raises(ValueError, match=r"^echo\(\) argument 'arg0': .*read-only"):
        echo("pointer[mut]")(values)


def test_pointers() -> None:
    f, mut = echo("pointer"), echo("pointer[mut]")
    for number in edges("uint64"):
        assert f(number) == number and mut(Index(number)) == number
    numbers = array.array("d", [1.0, 2.0])
    assert f(numbers) == mut(numbers) == numbers.buffer_info()[0]
    text = b"bytes"
    assert ctypes.string_at(f(text)) == text
    with pytest.raises(BufferError, match=r"^echo\(\) argument 'arg0': .*writable"):
        mut(text)
    with pytest.raises(BufferError, match=r"^echo\(\) argument 'arg0': .*contiguous"):
        f(memoryview(bytearray(10))[::2])
    for value in (None, "text", 1.0, [1], object()):
        expected = rf"argument 'arg0' must be an address \(int\) or an object with a buffer, not {type(value).__name__}"
        with pytest.raises(TypeError, match=expected):
            f(value)
    with pytest.raises(OverflowError, match="-1 is out of range for pointer"):
        f(-1)
    assert f(f) == f.address  # code is a pointer, too
    for empty in (b"", bytearray(), array.array("d")):
        f(empty)
    view = memoryview(bytearray(3))
    view.release()
    with pytest.raises(ValueError, match="released"):
        f(view)


def test_buffers_are_held_during_the_call() -> None:
    data = bytearray(b"data")

    def resize(address: int) -> int:
        with pytest.raises(BufferError):
            data.append(1)
        return address

    from calls.support import calls_through

    from jitney.calls import callback

    f = calls_through(callback(resize, "(pointer) -> pointer"), "(pointer) -> pointer")
    f(data)
    data.append(1)  # and not longer
    assert data == b"data\1"


@pytest.mark.parametrize("name", [name for name in TYPES if name != "pointer[mut]"])
def test_results_are_those_of_ctypes(name: str) -> None:
    """Whatever is in rax or xmm0, only the bits of the type count."""
    source = "float64" if TYPES[name].kind == "float" else "int64"
    f = echo(source, name)
    same = ctypes.CFUNCTYPE(CTYPES[name], CTYPES[source])(f.address)
    rng = random.Random(1)
    for _ in range(200):
        value: Any = rng.getrandbits(64) - 2**63
        if source == "float64":
            value = struct.unpack("d", struct.pack("q", value))[0]
            if math.isnan(value):
                continue
        expected = same(value)
        if name == "pointer":
            expected = expected or 0
        result = f(value)
        assert type(result) is type(expected)
        assert result == expected or (result != result and expected != expected)


def test_nothing_in_nothing_out() -> None:
    f = load(b"\xc3", "() -> None")
    assert f() is None
    with pytest.raises(TypeError, match=r"^f\(\) takes no arguments \(1 given\)$"):
        f(1)


def draw(rng: random.Random, name: str) -> Any:
    type = TYPES[name]
    if type.kind == "float":
        value = rng.choice((rng.uniform(-1e6, 1e6), rng.randrange(-(2**20), 2**20), rng.choice(FLOATS[:4])))
        return struct.unpack("f", struct.pack("f", value))[0] if type.size == 4 else value
    if type.kind == "bool":
        return rng.random() < 0.5
    value = rng.choice((rng.randint(type.minimum, type.maximum), rng.randint(0, 100), type.minimum, type.maximum))
    return Index(value) if rng.random() < 0.02 else value


def as_stored(name: str, value: Any) -> int:
    """What a register or a word of the stack holds for a value; ints are extended to all 64 bits."""
    if isinstance(value, Index):
        value = value.value
    if name == "float64":
        return int.from_bytes(struct.pack("d", value), "little")
    if name == "float32":
        return int.from_bytes(struct.pack("f", value), "little")
    return int(value) & (1 << 64) - 1


@pytest.mark.parametrize("nogil", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_random_signatures_put_arguments_where_they_belong(seed: int, nogil: bool) -> None:
    rng = random.Random(seed)
    for _ in range(6):
        types = [rng.choice(PARAMETERS) for _ in range(rng.randrange(40))]
        signature = f"({', '.join(types)}) -> int32"
        buffer = (ctypes.c_uint64 * max(1, len(types)))()
        f = dumper(signature, buffer)
        if nogil:
            f = call_address(f.address, signature, nogil=True), f
            f, _keep = f
        reference = ctypes.CFUNCTYPE(ctypes.c_int32, *(CTYPES[name] for name in types))(f.address)
        for _ in range(4):
            values = [draw(rng, name) for name in types]
            expected = [as_stored(name, value) for name, value in zip(types, values, strict=True)]
            masks = [(1 << 32) - 1 if name == "float32" else (1 << 64) - 1 for name in types]
            ctypes.memset(buffer, 0xEE, ctypes.sizeof(buffer))
            assert f(*values) == 7
            got = [word & mask for word, mask in zip(buffer, masks, strict=False)]
            assert got == expected, signature
            ctypes.memset(buffer, 0xEE, ctypes.sizeof(buffer))
            assert reference(*(value.value if isinstance(value, Index) else value for value in values)) == 7
            for name, ours, theirs in zip(types, got, buffer, strict=False):
                size = 8 * TYPES[name].size
                assert ours & (1 << size) - 1 == theirs & (1 << size) - 1


@pytest.mark.parametrize("count", [1, 6, 7, 8, 9, 15, 64, 255, 600, 1024])
def test_many_arguments(count: int) -> None:
    types = ("float64", "int64", "pointer", "uint8")
    signature = f"({', '.join(types[index % 4] for index in range(count))}) -> int32"
    buffer = (ctypes.c_uint64 * count)()
    f = dumper(signature, buffer)
    values = [float(index) if index % 4 == 0 else index % 200 for index in range(count)]
    f(*values)
    assert list(buffer) == [as_stored(types[index % 4], value) for index, value in enumerate(values)]
    f(**{f"arg{index}": value for index, value in reversed(list(enumerate(values)))})
    assert list(buffer) == [as_stored(types[index % 4], value) for index, value in enumerate(values)]
    kept = [bytearray(b"%d" % index) for index in range(count)]
    g = dumper(f"({', '.join(['pointer'] * count)}) -> int32", buffer)
    g(*kept)
    assert [ctypes.string_at(address) for address in buffer] == [bytes(item) for item in kept]
    with pytest.raises(TypeError, match=f"argument 'arg{count - 1}'"):
        g(*kept[:-1], None)
    for item in kept:
        item.append(0)  # all released


@settings(max_examples=300)
@given(st.lists(st.one_of(st.floats(), st.integers(-(2**70), 2**70), st.booleans()), min_size=2, max_size=2))
def test_addition_is_pythons(values: list[Any]) -> None:
    result, expected = add(*values), float(values[0]) + float(values[1])
    assert bits(result) == bits(expected) or (math.isnan(result) and math.isnan(expected))


add = add_floats()


def test_errors_of_c_code_name_the_parameter() -> None:
    class Bad:
        def __index__(self) -> Any:
            return 1.5

        def __float__(self) -> Any:
            return "text"

    for type_name in ("int8", "int64", "uint64", "float32", "float64", "pointer"):
        f = load("c3", f"(first: int64, second: {type_name}) -> None", name="f")
        with pytest.raises(TypeError, match=r"^f\(\) argument 'second': .*returned non-(int|float)"):
            f(1, Bad())
    numpy = pytest.importorskip("numpy")
    with pytest.raises(TypeError, match=r"^f\(\) argument 'second': only .*scalar"):
        load("c3", "(first: int64, second: int64) -> None", name="f")(1, numpy.array([3, 4]))


def test_errors_of_python_code_are_left_alone() -> None:
    class Bad:
        def __index__(self) -> int:
            raise OverflowError("mine")

        __float__ = __index__

    for type_name in ("int64", "uint64", "float64", "pointer"):
        with pytest.raises(OverflowError, match=r"^mine$"):
            load("c3", f"({type_name}) -> None")(Bad())


def test_sequences_with_an_index_are_no_pointers() -> None:
    class Sequence:
        def __index__(self) -> int:
            return 5

        def __getitem__(self, index: int) -> int:
            return index

    f = load("48 89 f8 c3", "(p: pointer) -> pointer", name="f")
    with pytest.raises(TypeError, match=r"^f\(\) argument 'p' must be an address \(int\) or .*buffer, not Sequence$"):
        f(Sequence())


def test_functions_that_were_never_made_are_no_pointers() -> None:
    f = load("48 89 f8 c3", "(p: pointer) -> pointer", name="f")
    assert f(f) == f.address
    for cls in (Function, Callback):
        with pytest.raises(TypeError, match=rf"^f\(\) argument 'p' must be an address .*, not a dead {cls.__name__}$"):
            f(object.__new__(cls))
