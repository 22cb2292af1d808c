"""Entries: unboxing arguments, making results."""

from __future__ import annotations

import array as arrays
import ctypes
import gc
import random
import struct
from typing import Any

import pytest
from calls.entry_support import WORD, counted, dispatcher, dump, hooks, needs_layout, plain, returns

from jitney.calls import kinds
from jitney.calls.dispatchroutines import RERUN
from jitney.calls.entry import Specialisation
from jitney.calls.kinds import BOOL, BYTES, FLOAT, INT, NONE, OBJECT, OWNED, UINT, Kind

np = pytest.importorskip("numpy")

pytestmark = needs_layout
_ = hooks

F8, I4 = np.dtype(np.float64), np.dtype(np.int32)


def bits(number: float, format: str = "<d") -> int:
    return int.from_bytes(struct.pack(format, number), "little")


def array_words(value: Any, strided: bool) -> list[int]:
    strides = [stride & WORD for stride in value.strides] if strided else []
    return [value.ctypes.data, *value.shape, *strides, id(value)]


SQUARE = np.arange(12.0).reshape(3, 4)
FROZEN = np.arange(3.0)
FROZEN.flags.writeable = False
DATA = bytearray(b"0123456789abcdef")
DOUBLES = arrays.array("d", [1.0, 2.0, 3.0])
VIEW = memoryview(DOUBLES)
TEXT = b"some bytes"
MARK = object()


def address(value: Any) -> int:
    return ctypes.addressof(ctypes.c_char.from_buffer(value)) if len(value) else 0


def floats(ndim: int, **options: bool) -> Kind:
    return kinds.array(np.ndarray, F8, ndim, **{"contiguous": True, "writable": True, **options})


CASES: dict[str, tuple[Kind, list[tuple[Any, list[int]]], list[Any]]] = {
    "int": (
        INT,
        [
            (sign * number, [sign * number & WORD])
            for number in (0, 1, 255, 2**30 - 1, 2**30, 2**45 + 7, 2**60 - 1, 2**60, 2**63 - 1)
            for sign in (1, -1)
        ],
        [2**63, -(2**63) - 1, 2**90, -(2**90), -(2**64), True, 1.0, None, np.int64(3), "1"],
    ),
    "uint": (UINT, [(n, [n]) for n in (2**63, 2**64 - 1)], [2**63 - 1, 0, -1, 2**64, 2**95, -(2**63), 1.5]),
    "float": (FLOAT, [(x, [bits(x)]) for x in (0.0, -0.0, 1.5, float("inf"))], [1, np.float64(1.0), True, None]),
    "bool": (BOOL, [(True, [1]), (False, [0])], [1, 0, None, np.True_]),
    "none": (NONE, [(None, [])], [0, False]),
    "constant": (kinds.constant(MARK), [(MARK, [])], [object(), None]),
    "float64": (kinds.scalar(np.float64, 8, "f"), [(np.float64(2.5), [bits(2.5)])], [2.5, np.float32(2.5)]),
    "float32": (kinds.scalar(np.float32, 4, "s"), [(np.float32(2.5), [bits(2.5, "<f")])], [2.5, np.float64(2.5)]),
    "int8": (kinds.scalar(np.int8, 1, "i"), [(np.int8(n), [n & WORD]) for n in (-128, -1, 127)], [1, np.uint8(1)]),
    "uint8": (kinds.scalar(np.uint8, 1, "i", False), [(np.uint8(255), [255])], [np.int8(1)]),
    "int16": (kinds.scalar(np.int16, 2, "i"), [(np.int16(-300), [-300 & WORD])], [np.uint16(1)]),
    "uint16": (kinds.scalar(np.uint16, 2, "i", False), [(np.uint16(65535), [65535])], [1]),
    "int32": (kinds.scalar(np.int32, 4, "i"), [(np.int32(-7), [-7 & WORD])], [1]),
    "uint32": (kinds.scalar(np.uint32, 4, "i", False), [(np.uint32(2**32 - 1), [2**32 - 1])], [1]),
    "int64": (kinds.scalar(np.int64, 8, "i"), [(np.int64(-7), [-7 & WORD])], [1, np.uint64(1)]),
    "uint64": (kinds.scalar(np.uint64, 8, "i", False), [(np.uint64(2**64 - 1), [2**64 - 1])], [1]),
    "numpy bool": (kinds.truth(np.True_, np.False_), [(np.True_, [1]), (np.False_, [0])], [True, 1]),
    "array": (
        floats(2),
        [(a, array_words(a, False)) for a in (SQUARE, SQUARE[:0], SQUARE[1:])],
        [SQUARE.T, SQUARE[::2], SQUARE[0], SQUARE.astype("f4"), SQUARE.astype(">f8"), [1.0], np.ma.array(SQUARE)],
    ),
    "strided": (
        floats(2, contiguous=False),
        [(a, array_words(a, True)) for a in (SQUARE, SQUARE.T, SQUARE[::-1, ::2])],
        [SQUARE[0], SQUARE.astype("i8"), np.zeros(49, np.uint8)[1:].view("f8").reshape(2, 3)],
    ),
    "frozen": (floats(1, writable=False), [(FROZEN, array_words(FROZEN, False))], [np.arange(3.0)]),
    "0-d": (floats(0), [(a, array_words(a, False)) for a in (np.array(3.0),)], [np.arange(3.0), FROZEN]),
    "bytes": (BYTES, [(TEXT, [id(TEXT) + 32, len(TEXT), id(TEXT)]), (b"", [id(b"") + 32, 0, id(b"")])], [DATA, "s"]),
    "bytearray": (
        kinds.buffer(bytearray, "B", 1, writable=True),
        [(DATA, [address(DATA), len(DATA), id(DATA)])],
        [b"some", memoryview(bytearray(3)), 3],
    ),
    "array.array": (
        kinds.buffer(arrays.array, "d", 8, writable=True),
        [(DOUBLES, [address(DOUBLES), 3, id(DOUBLES)])],
        [arrays.array("f", [1.0]), arrays.array("q", [1]), DATA],
    ),
    "memoryview": (
        kinds.buffer(memoryview, "d", 8, writable=True),
        [(VIEW, [address(DOUBLES), 3, id(VIEW)]), (VIEW[1:], [address(DOUBLES) + 8, 2, -1])],
        [VIEW[::2], VIEW.toreadonly(), memoryview(bytearray(3)), memoryview(np.zeros((2, 2)))],
    ),
    "tuple": (
        kinds.tuple_of(INT, kinds.tuple_of(FLOAT, BOOL), NONE),
        [((5, (2.5, True), None), [5, bits(2.5), 1])],
        [(5, (2.5, True)), (5, (2.5,), None), (5, [2.5, True], None), [5], (5.0, (2.5, True), None), ()],
    ),
    "empty tuple": (kinds.tuple_of(), [((), [])], [(1,), []]),
    "tuple of buffers": (
        kinds.tuple_of(kinds.buffer(bytearray, "B", 1, writable=True), floats(1)),
        [((DATA, SQUARE[0]), [address(DATA), len(DATA), id(DATA), -1, 4, -1])],
        [(DATA,), (b"", SQUARE[0]), (DATA, SQUARE), DATA],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("nogil", [False, True])
def test_parameter(hooks: Any, name: str, nogil: bool) -> None:
    kind, good, bad = CASES[name]
    buffer = (ctypes.c_uint64 * 64)()
    f = dispatcher(dump(kind.words, buffer), [kind], [INT], nogil=nogil)
    assert len(kind.words) == len(good[0][1])
    for value, words in good:
        with counted(value, f):
            for _ in range(50):
                assert f(value) == 7
        expected = [seen if word == -1 else word for word, seen in zip(words, buffer, strict=False)]
        got = [word & 0xFFFFFFFF if letter == "s" else word for letter, word in zip(kind.words, buffer, strict=False)]
        assert got == expected
    assert hooks.log == []
    for value in bad:
        with counted(value, f):
            for _ in range(50):
                missed, names, (came,) = f(value)
                assert (missed, names) == ("missed", None) and came is value
                del came
    DATA.append(0)  # the buffer isn't exported any more
    DATA.pop()


def test_many_parameters(hooks: Any) -> None:
    choose = random.Random(17)
    for _ in range(40):
        chosen = [choose.choice(list(CASES)) for _ in range(choose.randrange(1, 14))]
        parameters = [CASES[name][0] for name in chosen]
        words = "".join(kind.words for kind in parameters)
        buffer = (ctypes.c_uint64 * 64)()
        special = Specialisation(1, parameters, [INT])
        assert special.can_enter() == (len(words) <= 60)
        if len(words) > 60:
            continue
        nogil = choose.random() < 0.3
        f = dispatcher(dump(words, buffer), parameters, [INT], nogil=nogil)
        for _ in range(5):
            picked = [choose.choice(CASES[name][1]) for name in chosen]
            values = [value for value, _ in picked]
            assert f(*values) == 7
            expected = [word for _, part in picked for word in part]
            for letter, want, got in zip(words, expected, buffer, strict=False):
                assert want == -1 or want == (got & 0xFFFFFFFF if letter == "s" else got)
            place = choose.randrange(len(values))
            values[place] = choose.choice(CASES[chosen[place]][2])
            assert f(*values)[0] == "missed"
            assert all(x is y for x, y in zip(f(*values)[2], values, strict=True))
    DATA.append(0)
    DATA.pop()


def test_released_memoryview_is_a_miss(hooks: Any) -> None:
    view = memoryview(bytearray(8))
    f = dispatcher(dump("iii", (ctypes.c_uint64 * 3)()), [kinds.buffer(memoryview, "B", 1, writable=True)], [INT])
    assert f(view) == 7
    view.release()
    assert f(view)[0] == "missed"


SAMPLE = np.arange(3.0)

RESULTS: list[tuple[Kind, list[tuple[str, int]], Any]] = [
    (INT, [("i", -5)], -5),
    (INT, [("i", 2**63)], -(2**63)),
    (UINT, [("i", 2**64 - 1)], 2**64 - 1),
    (FLOAT, [("f", bits(-0.0))], -0.0),
    (BOOL, [("b", 1)], True),
    (BOOL, [("b", 0)], False),
    (NONE, [], None),
    (kinds.constant(MARK), [], MARK),
    (kinds.truth(np.True_, np.False_), [("b", 1)], np.True_),
    (kinds.scalar(np.float64, 8, "f"), [("f", bits(2.5))], np.float64(2.5)),
    (kinds.scalar(np.float32, 4, "s"), [("s", bits(2.5, "<f"))], np.float32(2.5)),
    (kinds.scalar(np.int8, 1, "i"), [("i", -7)], np.int8(-7)),
    (kinds.scalar(np.uint16, 2, "i"), [("i", 65535)], np.uint16(65535)),
    (kinds.scalar(np.int32, 4, "i"), [("i", -7)], np.int32(-7)),
    (kinds.scalar(np.uint64, 8, "i"), [("i", 2**64 - 1)], np.uint64(2**64 - 1)),
    (OBJECT, [("i", id(SAMPLE))], SAMPLE),
    (kinds.tuple_of(), [], ()),
    (
        kinds.tuple_of(INT, FLOAT, INT, FLOAT),
        [("i", 1), ("f", bits(2.0)), ("i", 3), ("f", bits(4.0))],
        (1, 2.0, 3, 4.0),
    ),
    (kinds.tuple_of(FLOAT, BOOL), [("f", bits(2.0)), ("b", 1)], (2.0, True)),
    (
        kinds.tuple_of(kinds.tuple_of(INT, NONE), kinds.scalar(np.int16, 2, "i"), OBJECT),
        [("i", 1), ("i", -2), ("i", id(MARK))],
        ((1, None), np.int16(-2), MARK),
    ),
    (kinds.built(lambda *words: list(words), 3), [("i", 1), ("i", -2), ("i", 3)], [1, -2, 3]),
    (kinds.built(lambda: "nothing", 0), [], "nothing"),
    (kinds.tuple_of(INT, kinds.built(lambda *words: words, 2)), [("i", 9), ("i", 8), ("i", 7)], (9, (8, 7))),
]


def same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return one is other or (repr(one) == repr(other) and one == other)


@pytest.mark.parametrize("number", range(len(RESULTS)))
@pytest.mark.parametrize("nogil", [False, True])
def test_result(hooks: Any, number: int, nogil: bool) -> None:
    kind, words, expected = RESULTS[number]
    f = dispatcher(returns(*words), [], [kind], nogil=nogil)
    with counted(expected, f):
        for _ in range(50):
            assert same(f(), expected)
    if isinstance(expected, tuple):
        assert gc.is_tracked(f()) or not expected


def test_owned_result(hooks: Any) -> None:
    thing = object()
    f = dispatcher(returns(("i", id(thing))), [], [OWNED])
    with counted(thing, f):
        for _ in range(50):
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))
            assert f() is thing


def test_result_that_is_one_of_several(hooks: Any) -> None:
    several = [kind for kind, words, _ in RESULTS if len(kind.words) == len(words)]
    for tag, (kind, words, expected) in enumerate(RESULTS):
        f = dispatcher(returns(("i", tag), *(("i", word) for _, word in words)), [], several)
        assert same(f(), expected), kind


def test_building_that_fails(hooks: Any) -> None:
    def refuse(*words: int) -> Any:
        raise ValueError(words)

    for kind, count in (
        (kinds.built(refuse, 1), 1),
        (kinds.tuple_of(INT, kinds.tuple_of(OBJECT, kinds.built(refuse, 1))), 3),
    ):
        thing = object()
        f = dispatcher(returns(*[("i", id(thing))] * count), [], [kind])
        with counted(thing, f):
            for _ in range(50):
                with pytest.raises(ValueError, match=str(id(thing))):
                    f()


def test_defaults(hooks: Any) -> None:
    buffer = (ctypes.c_uint64 * 4)()
    f = dispatcher(dump("iifi", buffer), [INT, INT, FLOAT, INT], [INT], defaults=(10, 2.5, -1))
    for args, words in (
        ((1,), [1, 10, bits(2.5), WORD]),
        ((1, 2), [1, 2, bits(2.5), WORD]),
        ((1, 2, 0.5), [1, 2, bits(0.5), WORD]),
        ((1, 2, 0.5, 3), [1, 2, bits(0.5), 3]),
    ):
        assert f(*args) == 7
        assert list(buffer) == words
    for args in ((), (1, 2, 3), (1, 2, 0.5, 3, 4), (1.5,), (1, None)):
        assert f(*args) == ("missed", None, args)
    all_of_them = dispatcher(dump("ii", buffer), [INT, INT], [INT], defaults=(5, 6))
    assert all_of_them() == 7 and buffer[:2] == [5, 6]
    assert all_of_them(7) == 7 and buffer[:2] == [7, 6]
    wrong = dispatcher(dump("ii", buffer), [INT, INT], [INT], defaults=(5, None))
    assert wrong(1) == ("missed", None, (1,)) and wrong(1, 2) == 7


def test_defaults_come_back_as_they_were(hooks: Any) -> None:
    hooks.miss = lambda f, names, *args: RERUN
    f = dispatcher(dump("ii", (ctypes.c_uint64 * 2)()), [INT, INT], [INT], plain, defaults=(2.5,))
    assert f(1) == ("python", (1,), {})
