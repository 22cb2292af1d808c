"""What load gives: its attributes, how it is called, what it refuses, and that no argument of the API does harm."""

from __future__ import annotations

import ctypes
import functools
import inspect
import itertools
import math
import operator
import sys
import time
from typing import Any

import pytest
from calls.support import UNKNOWN_LAYOUT, add_floats, child, function
from hypothesis import given
from hypothesis import strategies as st

from jitney.calls import Function, callback, load
from jitney.errors import JitneyError, LinkError, MissingFeatureError, SignatureError
from jitney.x86 import Assembler, cpu, eax, rax, rdi, rdx, rsi

ADD = b"\xf2\x0f\x58\xc1\xc3"


def weigh() -> Any:
    """100x + 10y + z"""

    def write(a: Any) -> None:
        a.imul(rax, rdi, 100)
        a.imul(rsi, rsi, 10)
        a.add(rax, rsi)
        a.add(rax, rdx)
        a.ret()

    return function(write, "(x: int64, y: int64, z: int64) -> int64", name="weigh")


def test_attributes() -> None:
    f = load(ADD, "(x: float64, y: float64) -> float64", name="add", doc="Adds.")
    assert (f.__name__, f.__qualname__, f.__doc__, f.__module__) == ("add", "add", "Adds.", __name__)
    assert str(f.signature) == "(x: float64, y: float64) -> float64"
    assert str(inspect.signature(f)) == "(x: float, y: float) -> float"
    assert repr(f) == f"<jitney.Function add(x: float64, y: float64) -> float64 at {f.address:#x}>"
    assert ctypes.string_at(f.address, len(ADD)) == ADD
    assert bytes(f.code.layout().sections["text"].data) == ADD
    assert "c3" in f.listing()
    again = load(f.code, f.signature)
    assert again(1.0, 2.0) == 3.0 and again.address != f.address and again.__doc__ is None
    assert type(f) is Function and isinstance(f, Function) and callable(f)
    assert f == f and f != again and len({f, again, f}) == 2
    f.note = "anything"
    assert f.note == "anything"
    wrapped = functools.wraps(f)(lambda *args: f(*args))
    assert wrapped.__name__ == "add" and str(inspect.signature(wrapped)) == "(x: float, y: float) -> float"
    assert functools.partial(f, y=2.0)(1.0) == 3.0
    assert list(map(f, [1.0, 2.0], [3, 4])) == [4.0, 6.0]
    assert functools.reduce(f, [1.0, 2.0, 3.0]) == 6.0


def test_not_a_method() -> None:
    class Owner:
        f = load(ADD, "(x: float64, y: float64) -> float64")

    assert Owner().f(1.0, 2.0) == 3.0 and Owner.f(1.0, 2.0) == 3.0


def test_an_entry_by_name() -> None:
    a = Assembler()
    for number in (1, 2):
        a.bind(f"entry{number}")
        a.mov(eax, number)
        a.ret()
    code = a.code()
    assert load(code, "() -> int64")() == 1
    f = load(code, "() -> int64", entry="entry2")
    assert f() == 2 and f.__name__ == "entry2"
    a.section("data")
    a.bind("entry3")
    a.u64(1)
    for other, name in ((code, "entry3"), (a.code(), "entry3"), (code, "")):
        with pytest.raises(ValueError, match=f"no symbol '{name}' in its text"):
            load(other, "() -> int64", entry=name)


def test_functions_are_externals_of_others() -> None:
    def link_to(f: Any) -> Any:
        return function(lambda a: a.jmp(a.extern("add", f)), "(float64, float64) -> float64"), f.address

    g, address = link_to(add_floats())
    assert all(add_floats().address != address for _ in range(20))  # g keeps it
    assert g(1.0, 2.0) == 3.0


def test_keywords_in_every_order() -> None:
    f = weigh()
    for order in itertools.permutations("xyz"):
        for positional in range(4):
            names = [name for name in order if name in "xyz"[positional:]]
            assert f(*(1, 2, 3)[:positional], **{name: "xyz".index(name) + 1 for name in names}) == 123
    long = function(lambda a: (a.mov(rax, rdi), a.ret()), "(first: int64, second: int64) -> int64")
    new = {"".join(letters): number for number, letters in enumerate(("second", "first"))}  # equal, but other objects
    assert long(**new) == 1

    class Text(str):
        __slots__ = ()

    assert f(1, **{Text("z"): 3, Text("y"): 2}) == 123
    assert f(1, 2, z=sys.maxsize - 120) == sys.maxsize


@pytest.mark.parametrize(
    ("args", "kwargs", "message"),
    [
        ((), {}, "weigh() takes exactly 3 arguments (0 given)"),
        ((1, 2), {}, "weigh() takes exactly 3 arguments (2 given)"),
        ((1, 2, 3, 4), {}, "weigh() takes exactly 3 arguments (4 given)"),
        ((1, 2, 3), {"x": 1}, "weigh() takes exactly 3 arguments (4 given)"),
        ((1, 2), {"w": 1}, "weigh() got an unexpected keyword argument 'w'"),
        ((1, 2), {"x": 1}, "weigh() got multiple values for argument 'x'"),
        ((1,), {"z": 3}, "weigh() missing required argument 'y' (pos 2)"),
        ((), {"z": 3, "w": 1}, "weigh() got an unexpected keyword argument 'w'"),
        ((), {"z": 3, "y": 1}, "weigh() missing required argument 'x' (pos 1)"),
        ((1, 2, "3"), {}, "weigh() argument 'z' must be int, not str"),
        ((1,), {"z": 3, "y": 2.0}, "weigh() argument 'y' must be int, not float"),
        ((1,), {"z": 3, "y": None}, "weigh() argument 'y' must be int, not NoneType"),
    ],
)
def test_wrong_calls(args: Any, kwargs: Any, message: str) -> None:
    with pytest.raises(TypeError) as info:
        weigh()(*args, **kwargs)
    assert str(info.value) == message
    assert len(info.traceback) == 1  # nothing of ours shows
    assert info.value.__context__ is None


def test_many_wrong_arguments() -> None:
    with pytest.raises(TypeError, match=r"\(100000 given\)"):
        weigh()(*range(100000))
    with pytest.raises(TypeError, match=r"\(5001 given\)"):
        weigh()(1, **{f"k{number}": 1 for number in range(5000)})


def test_the_oddest_way_to_call() -> None:
    """Without the flag of PY_VECTORCALL_ARGUMENTS_OFFSET, by tp_call, and with an empty dict of keywords."""
    f = weigh()
    assert f.__call__(1, 2, 3) == 123 and type(f).__call__(f, 1, 2, z=3) == 123
    call = ctypes.pythonapi.PyObject_VectorcallDict
    call.restype = ctypes.py_object
    call.argtypes = [ctypes.py_object, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p]
    values = (ctypes.py_object * 4)(None, 1, 2, 3)
    start = ctypes.addressof(values) + 8
    for keywords in (None, id(empty := {})):
        for flag in (0, 1 << 63):
            assert call(f, start, 3 | flag, keywords) == 123
            assert call(f, start, 2 | flag, id(rest := {"z": 7})) == 127
            assert values[0] is None
    assert not empty and rest


def test_features_that_this_processor_lacks() -> None:
    a = Assembler()
    a.ret()
    code = a.code()
    code.features = frozenset({"KNC", "SSE2"})
    assert cpu.missing(code.features) == ["KNC"]
    with pytest.raises(MissingFeatureError, match="KNC"):
        load(code, "() -> None")


def test_undefined_externals() -> None:
    with pytest.raises(LinkError, match="no_such_function"):
        function(lambda a: a.call(a.extern("no_such_function")), "() -> None")


def test_c_functions() -> None:
    """The C library by name, at the bits: what it gives is what math gives."""

    def jump_to(name: str, signature: str, **options: Any) -> Any:
        return function(lambda a: a.jmp(a.extern(name)), signature, **options)

    for name in ("cos", "exp", "tanh"):
        f, g = jump_to(name, "(float64) -> float64"), getattr(math, name)
        assert all(f(x / 7) == g(x / 7) for x in range(-50, 50))
    ldexp = jump_to("ldexp", "(float64, int32) -> float64")
    assert ldexp(0.75, -3) == math.ldexp(0.75, -3)
    assert jump_to("strlen", "(pointer) -> uint64")(b"five!") == 5
    memcpy = jump_to("memcpy", "(pointer[mut], pointer, uint64) -> pointer", nogil=True)
    target = bytearray(5)
    memcpy(target, b"hello", 5)
    assert target == b"hello"
    with pytest.raises(BufferError):
        memcpy(b"12345", b"hello", 5)


def test_target_errors_are_not_ours() -> None:
    """Code that calls the C API with the GIL held works on Python objects."""

    def write(a: Any) -> None:
        a.jmp(a.extern("PyLong_AsLong"))

    assert function(write, "(pointer) -> int64")(id(12345678)) == 12345678


def test_options_of_the_wrong_type() -> None:
    for options in ({"name": 5}, {"doc": b"x"}, {"entry": 1}, {"name": ["x"]}):
        with pytest.raises(TypeError, match="is a str or None, not"):
            load(ADD, "() -> None", **options)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        load(ADD)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        load(ADD, "() -> None", wrong=1)  # type: ignore[call-arg]
    with pytest.raises(SignatureError):
        load(ADD, "nothing")


odd_objects = [
    object(), int, float, len, 1 << 200, -(1 << 64), math.nan, bytearray(3), memoryview(b"x"), range(3), add_floats(),
    callback(print, "() -> None"), type("Index", (), {"__index__": lambda self: 3})(),
    type("Bad", (), {"__index__": lambda self: "x", "__float__": lambda self: None})(),
]  # fmt: skip
atoms = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.binary(max_size=5),
    st.complex_numbers(), st.sampled_from(odd_objects),
)  # fmt: skip
objects = st.one_of(atoms, st.lists(atoms, max_size=3), st.tuples(atoms), st.dictionaries(st.text(max_size=3), atoms))
safe = [
    function(lambda a: (a.mov(rax, rdi), a.ret()), f"(a: {first}, b: {second}) -> {result}", nogil=nogil)
    for first, second, result in (
        ("int8", "pointer", "int8"), ("uint64", "float32", "bool"), ("bool", "pointer[mut]", "bool"),
        ("float64", "uint16", "float64"), ("int64", "int64", "None"), ("pointer", "pointer", "pointer"),
    )
    for nogil in (False, True)
]  # fmt: skip


@given(st.integers(0, len(safe) - 1), st.lists(objects, max_size=3), st.dictionaries(st.sampled_from("abc"), objects))
def test_any_arguments_give_a_result_or_an_error(which: int, args: list[Any], kwargs: dict[str, Any]) -> None:
    f = safe[which]
    try:
        result = f(*args, **kwargs)
    except (TypeError, OverflowError, BufferError) as error:
        assert str(error).startswith("f() ") or "__index__" in str(error) or "__float__" in str(error)
    else:
        assert result is None or isinstance(result, (int, float))


@given(objects, objects)
def test_any_arguments_of_load_and_callback(first: Any, second: Any) -> None:
    for make in (load, callback):
        for arguments in ((first, second), (first, "() -> None"), (ADD if make is load else print, second)):
            try:
                made = make(*arguments)
            except (TypeError, JitneyError):
                continue
            assert made.address


def pairs_of_types() -> list[str]:
    return ["int64", "float64", "bool", "pointer", "float32", "uint8"]


@pytest.mark.parametrize("first", pairs_of_types())
def test_errors_name_the_parameter_behind_good_ones(first: str) -> None:
    good = {"bool": True, "float64": 1.5, "float32": 1.5}.get(first, 1)
    for second in pairs_of_types():
        f = load(b"\xc3", f"(one: {first}, two: {second}, three: {first}) -> None")
        with pytest.raises(TypeError, match="argument 'two'"):
            f(good, [], good)
        with pytest.raises(TypeError, match="argument 'three'"):
            f(good, {"bool": True, "float64": 1.5, "float32": 1.5}.get(second, 1), "x")


def test_names_may_be_spoilt() -> None:
    f = add_floats()
    f.__qualname__ = 5
    with pytest.raises(TypeError, match=r"^Function\(\) takes exactly"):
        f()
    assert "5" in repr(f)
    f.__qualname__ = "new"
    with pytest.raises(TypeError, match=r"^new\(\) takes exactly"):
        f()


def test_no_ctypes_on_the_way() -> None:
    """A call makes no Python frame and enters no other builtin."""
    f, events = add_floats(), []
    sys.setprofile(lambda frame, event, argument: events.append((event, argument)))
    f(1.0, 2.0)
    f(1, y=2)
    sys.setprofile(None)
    inside = [event for event in events if event[1] not in (sys.setprofile, f)]
    assert inside == []


def best(action: str, names: dict[str, Any]) -> float:
    import timeit

    return min(timeit.repeat(action, globals=names, number=20000, repeat=7))


@pytest.mark.skipif(UNKNOWN_LAYOUT, reason="only known layouts are converted in line")
def test_calls_cost_about_what_builtins_cost() -> None:
    """With a wide margin, since the machine may be busy: the benchmark has the figures."""
    f = add_floats()
    g = load(b"\x48\x8d\x04\x37\xc3", "(int64, int64) -> int64")
    names = {"f": f, "g": g, "copysign": math.copysign, "add": operator.add}
    for ours, peer, factor in (("f(1.5, 2.5)", "copysign(1.5, 2.5)", 2.0), ("g(3, 4)", "add(3, 4)", 2.5)):
        for _ in range(5):
            ratio = best(ours, names) / best(peer, names)
            if ratio < factor:
                break
            time.sleep(0.2)
        assert ratio < factor, f"{ours} takes {ratio:.2f} times as long as {peer}"


@pytest.mark.skipif(UNKNOWN_LAYOUT, reason="starts its own process")
def test_the_unknown_layout_is_forced() -> None:
    program = "from jitney.calls.layout import layout; print(layout() is None)"
    assert child(program, layout="unknown") == "True\n"
    assert child(program, layout="") == "False\n"


def test_first_use_on_many_threads() -> None:
    """The runtime must be one, however many threads come first."""
    output = child(
        """
import sys, threading
sys.setswitchinterval(1e-6)
from jitney.calls.runtime import runtime
found, start = [], threading.Barrier(8)
def work():
    start.wait()
    found.append(runtime())
threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(set(map(id, found))))
"""
    )
    assert output == "1\n"


def test_the_class_has_no_signature_of_an_instance() -> None:
    """`inspect` would find the descriptor in the class, and reject it."""
    f = load("c3", "(a: int64) -> None")
    assert list(inspect.signature(f).parameters) == ["a"]
    assert list(inspect.signature(Function).parameters) != ["a"]
    assert not hasattr(Function, "__signature__")


ORDERS = {
    "from jitney": "from jitney import Callback, callback",
    "class first": "import jitney; Callback = jitney.Callback; callback = jitney.callback",
    "function first": "import jitney; callback = jitney.callback; Callback = jitney.Callback",
    "from calls": "from jitney.calls import Callback, callback",
    "module first": "import jitney, jitney.calls.callbacks; callback = jitney.callback; Callback = jitney.Callback",
    "after a failed pointer": """
import jitney
try:
    jitney.load("c3", "(pointer) -> None")(None)
except TypeError:
    pass
callback, Callback = jitney.callback, jitney.Callback
""",
}


@pytest.mark.parametrize("order", list(ORDERS))
def test_callables_in_every_order_of_first_use(order: str) -> None:
    program = """
import jitney, jitney.calls
assert type(Callback) is type and jitney.Callback is jitney.calls.Callback is Callback
assert jitney.callback is jitney.calls.callback is callback
assert type(callback(lambda: 1, "() -> int64")) is Callback
assert type(jitney.load("c3", "() -> None")) is jitney.Function
print("fine")
"""
    assert child(f"{ORDERS[order]}\n{program}") == "fine\n"


@pytest.mark.parametrize("module", ["loading", "callbacks", "nativetype", "permanent", "thunk", "runtime"])
def test_callables_after_the_import_of_a_module(module: str) -> None:
    program = f"import jitney.calls.{module}; print(jitney.load('48 89 f8 c3', '(int64) -> int64')(5))"
    assert child(program + "; print(jitney.callback(len, '(int64) -> int64').function is len)") == "5\nTrue\n"
