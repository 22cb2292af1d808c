"""Machine code that calls Python: values both ways, exceptions through machine code, threads, and the GIL."""

from __future__ import annotations

import ctypes
import gc
import random
import signal
import sys
import threading
import time
from typing import Any

import pytest
from calls.support import CTYPES, call_address, calls_through, child, function

from jitney.calls import callback
from jitney.machine.signature import TYPES
from jitney.x86 import dword, eax, ptr, qword, r12, rax, rbx, rcx, rdi, rdx, rsi, rsp

PASSED = [name for name in TYPES if name not in ("None", "pointer[mut]")]


class Problem(Exception):
    pass


def qsort(**options: Any) -> Any:
    def write(a: Any) -> None:
        a.jmp(a.extern("qsort"))

    return function(write, "(base: pointer[mut], count: uint64, size: uint64, compare: pointer) -> None", **options)


def compare_doubles(a: int, b: int) -> int:
    x, y = ctypes.c_double.from_address(a).value, ctypes.c_double.from_address(b).value
    return (x > y) - (x < y)


@pytest.mark.parametrize("nogil", [False, True])
def test_qsort_with_a_python_comparison(nogil: bool) -> None:
    numbers = (ctypes.c_double * 200)(*(random.Random(1).random() for _ in range(200)))
    expected = sorted(numbers)
    compare = callback(compare_doubles, "(pointer, pointer) -> int32")
    assert qsort(nogil=nogil)(numbers, 200, 8, compare) is None
    assert list(numbers) == expected


@pytest.mark.parametrize("nogil", [False, True])
@pytest.mark.parametrize("after", [1, 5, 100])
def test_an_exception_comes_out_of_the_outer_call(nogil: bool, after: int) -> None:
    calls = 0

    def compare(a: int, b: int) -> int:
        nonlocal calls
        calls += 1
        if calls >= after:
            raise Problem(calls)
        return compare_doubles(a, b)

    numbers = (ctypes.c_double * 100)(*(random.Random(2).random() for _ in range(100)))
    sort = qsort(nogil=nogil)
    back = callback(compare, "(pointer, pointer) -> int32")
    with pytest.raises(Problem) as info:
        sort(numbers, 100, 8, back)
    assert info.value.args == (after,)
    assert calls == after  # later comparisons didn't reach Python
    assert [entry.name for entry in info.traceback] == [sys._getframe().f_code.co_name, "compare"]
    calls = -1000
    sort(numbers, 100, 8, back)  # and the next call is a new one
    assert sorted(numbers) == list(numbers)


@pytest.mark.parametrize("count", [0, 1, 5, 6, 7, 9, 14, 15, 40, 300])
def test_callbacks_get_their_arguments(count: int) -> None:
    rng = random.Random(count)
    types = [rng.choice(PASSED) for _ in range(count)]
    seen: list[Any] = []

    def take(*values: Any) -> int:
        seen.append(values)
        return 99

    signature = f"({', '.join(types)}) -> int16"
    back = callback(take, signature)
    values: list[Any] = []
    for name in types:
        wanted = TYPES[name]
        if wanted.kind == "float":
            values.append(rng.randrange(-1000, 1000) / 8)
        elif wanted.kind == "bool":
            values.append(rng.random() < 0.5)
        else:
            values.append(rng.choice((wanted.minimum, wanted.maximum, rng.randint(wanted.minimum, wanted.maximum))))
    assert call_address(back.address, signature)(*values) == 99
    same = ctypes.CFUNCTYPE(ctypes.c_int16, *(CTYPES[name] for name in types))(back.address)
    assert same(*values) == 99
    for got in seen:
        assert list(got) == values
        assert [type(item) for item in got] == [type(item) for item in values]


@pytest.mark.parametrize("name", PASSED)
def test_results_of_callbacks(name: str) -> None:
    wanted = TYPES[name]
    result: Any = None
    back = callback(lambda: result, f"() -> {name}")
    f = calls_through(back, f"() -> {name}")
    if wanted.kind == "float":
        good, bad = [0.5, -0.0, 3, True], ["x", None, 1j]
    elif wanted.kind == "bool":
        good, bad = [True, False], [1, None, "x"]
    else:
        good, bad = [0, wanted.minimum, wanted.maximum, True], [1.0, None, "x", b"bytes"]
    for result in good:
        assert f() == result
    expected = {"float": "float", "bool": "bool", "pointer": r"an address \(int\)"}.get(wanted.kind, "int")
    for result in bad:  # noqa: B007 (the callback looks at it)
        with pytest.raises(TypeError, match=rf"^the result of callback .*<lambda>\(\) must be {expected}, not "):
            f()
    if wanted.kind in ("signed", "unsigned", "pointer"):
        for result in (wanted.minimum - 1, wanted.maximum + 1, 1 << 80):
            with pytest.raises(OverflowError, match=rf"^the result of .* {result} is out of range for {name} "):
                f()
    for result in good:
        assert f() == result


def test_results_of_no_type_are_ignored() -> None:
    assert calls_through(callback(lambda: "anything", "() -> None"), "() -> None")() is None


def test_nested_calls_and_callbacks() -> None:
    """f -> callback -> g -> callback raises: out of g, caught or not, and out of f."""
    for inner_nogil in (False, True):
        for outer_nogil in (False, True):

            def raising(x: float) -> float:
                raise Problem(x)

            g = calls_through(callback(raising, "(float64) -> float64"), "(float64) -> float64", nogil=inner_nogil)

            def catches(x: float, g: Any = g) -> float:
                with pytest.raises(Problem):
                    g(x)
                return 1.0

            caught = callback(catches, "(float64) -> float64")
            f = calls_through(caught, "(float64) -> float64", nogil=outer_nogil)
            assert f(1.0) == 1.0
            assert f(2.0) == 1.0
            passed_on = calls_through(callback(g, "(float64) -> float64"), "(float64) -> float64", nogil=outer_nogil)
            with pytest.raises(Problem, match=r"3\.0"):
                passed_on(3.0)
            assert f(4.0) == 1.0


def test_recursion_ends_in_recursion_error() -> None:
    depth = 0

    def deeper(x: int) -> int:
        nonlocal depth
        depth = x
        return f(x + 1)

    f = calls_through(callback(deeper, "(int64) -> int64"), "(int64) -> int64")
    with pytest.raises(RecursionError):
        f(0)
    assert depth > 50
    with pytest.raises(RecursionError):
        f(0)


@pytest.mark.parametrize("count", [20, 40, 200, 1024])
def test_recursion_with_large_frames_does_not_overflow_the_stack(count: int) -> None:
    """The buffers of 200 pointers take 18 kB of stack, and Python allows a thousand calls within calls."""
    child(
        """
import sys
from jitney.calls import callback, load
from jitney.x86 import Assembler, rsp
a = Assembler(); a.sub(rsp, 8); back = callback(lambda: f(*data), "() -> None")
a.call(a.extern("back", back)); a.add(rsp, 8); a.ret()
count = COUNT
data = [bytearray(8) for _ in range(count)]
for nogil in (False, True):
    f = load(a.code(), f"({', '.join(['pointer'] * count)}) -> None", nogil=nogil)
    for _ in range(3):
        try:
            f(*data)
        except RecursionError:
            pass
        else:
            raise AssertionError("RecursionError expected")
    data[0].append(1)
    load("c3", f"({', '.join(['pointer'] * count)}) -> None", nogil=nogil)(*data)
""".replace("COUNT", str(count))
    )


@pytest.mark.parametrize("count", [100, 127, 128, 500, 1024])
def test_recursion_through_callbacks_with_many_parameters(count: int) -> None:
    """Each level takes 8 bytes of stack for a parameter where it is pushed, and 8 where the adapter keeps it."""
    child(
        """
from jitney.calls import callback, load
from jitney.x86 import Assembler, rbp, rsp
count = COUNT
def calls(action):
    back = callback(action, f"({', '.join(['int64'] * count)}) -> int64")
    a = Assembler(); a.push(rbp); a.mov(rbp, rsp); a.sub(rsp, 8 * (count + count % 2))
    a.call(a.extern("back", back)); a.leave(); a.ret()
    return a.code()
for nogil in (False, True):
    f = load(calls(lambda *values: f()), "() -> int64", nogil=nogil)
    for _ in range(3):
        try:
            f()
        except RecursionError:
            pass
        else:
            raise AssertionError("RecursionError expected")
g = load(calls(lambda *values: len(values)), "() -> int64")
for _ in range(3000):  # levels that were not given back would add up
    assert g() == count
""".replace("COUNT", str(count))
    )


def test_mutual_recursion_computes() -> None:
    back = callback(lambda n: n * f(n - 1) if n > 1 else 1, "(int64) -> int64")
    f = calls_through(back, "(int64) -> int64")
    assert f(15) == 1307674368000


@pytest.mark.parametrize("nogil", [False, True])
def test_callbacks_on_foreign_threads(nogil: bool) -> None:
    """A thread that Python doesn't know, made by generated code with pthread_create."""
    seen: list[Any] = []
    problem = Problem("on a thread of its own")
    fails = False

    def work(argument: int) -> int:
        seen.append((argument, threading.get_native_id()))
        if fails:
            raise problem
        return argument

    back = callback(work, "(pointer) -> pointer")

    def write(
        a: Any,
    ) -> None:  # pthread_t t; pthread_create(&t, 0, back, argument); void *r; pthread_join(t, &r); return r
        a.sub(rsp, 24)
        a.mov(rcx, rdi)
        a.lea(rdi, ptr[rsp])
        a.xor(eax, eax)
        a.mov(rsi, rax)
        a.mov(rdx, a.extern("back", back))
        a.call(a.extern("pthread_create"))
        a.mov(rdi, qword[rsp])
        a.lea(rsi, ptr[rsp + 8])
        a.call(a.extern("pthread_join"))
        a.mov(rax, qword[rsp + 8])
        a.add(rsp, 24)
        a.ret()

    f = function(write, "(pointer) -> pointer", nogil=True)
    for number in range(20):
        assert f(number + 1) == number + 1
    assert [argument for argument, _ in seen] == list(range(1, 21))
    assert threading.get_native_id() not in {thread for _, thread in seen}
    fails = True
    reports: list[Any] = []
    old, sys.unraisablehook = sys.unraisablehook, reports.append
    try:
        assert f(5) == 0
    finally:
        sys.unraisablehook = old
    assert reports[0].exc_value is problem and reports[0].object is work
    reports.clear()


def test_ctypes_may_call_callbacks() -> None:
    back = callback(lambda x, y: x / y, "(float64, float64) -> float64")
    same = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double, ctypes.c_double)(back.address)
    assert same(1.0, 4.0) == 0.25
    reports: list[Any] = []
    old, sys.unraisablehook = sys.unraisablehook, reports.append
    try:
        assert same(1.0, 0.0) == 0.0
    finally:
        sys.unraisablehook = old
    assert type(reports[0].exc_value) is ZeroDivisionError
    reports.clear()
    numbers = (ctypes.c_double * 5)(3, 1, 2, 5, 4)
    compare = callback(compare_doubles, "(pointer, pointer) -> int32")
    ctypes.CDLL(None).qsort(numbers, ctypes.c_size_t(5), ctypes.c_size_t(8), compare)
    assert list(numbers) == [1, 2, 3, 4, 5]


def test_functions_are_function_pointers_for_ctypes() -> None:
    """A loaded function as the comparison of the C library's qsort: as a ctypes argument, and as one of ours."""

    def write(a: Any) -> None:
        a.mov(eax, dword[rdi])
        a.sub(eax, dword[rsi])
        a.ret()

    compare = function(write, "(pointer, pointer) -> int32")
    for sort in (lambda *args: ctypes.CDLL(None).qsort(*args), lambda n, c, s, f: qsort()(n, c.value, s.value, f)):
        numbers = (ctypes.c_int32 * 5)(3, 1, 2, 5, 4)
        sort(numbers, ctypes.c_size_t(5), ctypes.c_size_t(4), compare)
        assert list(numbers) == [1, 2, 3, 4, 5]
    typed = ctypes.CDLL(None).qsort
    typed.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, compare.signature.ctypes()]
    typed.restype = None
    numbers = (ctypes.c_int32 * 3)(3, 1, 2)
    typed(numbers, 3, 4, compare)
    assert list(numbers) == [1, 2, 3]
    typed.argtypes = None


def test_nogil_lets_other_threads_run() -> None:
    def write(a: Any) -> None:  # while (!*flag); return 1
        loop = a.here()
        a.cmp(qword[rdi], 0)
        a.je(loop)
        a.mov(eax, 1)
        a.ret()

    spin = function(write, "(flag: pointer) -> int64", nogil=True)
    flag = ctypes.c_int64(0)

    def release() -> None:
        time.sleep(0.05)
        flag.value = 1

    thread = threading.Thread(target=release)
    thread.start()
    assert spin(flag) == 1  # would never end with the GIL held
    thread.join()


def test_code_may_release_the_gil_by_itself() -> None:
    """The state in memory is then another thread's; results and exceptions must still be right."""
    calls = 0

    def write(a: Any) -> None:
        a.push(rbx)
        a.push(r12)
        a.sub(rsp, 8)
        a.mov(rbx, rdi)
        a.call(a.extern("PyEval_SaveThread"))
        a.mov(r12, rax)
        a.mov(rdi, 3000)
        a.call(a.extern("usleep"))
        a.mov(rdi, r12)
        a.call(a.extern("PyEval_RestoreThread"))
        a.mov(rax, rbx)
        a.add(rsp, 8)
        a.pop(r12)
        a.pop(rbx)
        a.ret()

    f = function(write, "(int64) -> int64")
    results: list[int] = []

    def work() -> None:
        nonlocal calls
        for number in range(40):
            results.append(f(number) - number)
            calls += 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert calls == 160 and not any(results)


def test_threads_raise_their_own_exceptions() -> None:
    errors: list[str] = []
    end = time.monotonic() + 1.0

    def work(number: int) -> None:
        def back(x: int) -> int:
            if x % 3 == 0:
                raise Problem(number, x)
            time.sleep(0)
            return x + number

        f = calls_through(callback(back, "(int64) -> int64"), "(int64) -> int64", nogil=number % 2 == 0)
        x = 0
        while time.monotonic() < end:
            x += 1
            try:
                result = f(x)
            except Problem as error:
                if error.args != (number, x) or x % 3:
                    errors.append(f"{number}: {error}")
            except BaseException as error:
                errors.append(repr(error))
            else:
                if result != x + number or x % 3 == 0:
                    errors.append(f"{number}: {x} gave {result}")

    old = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(old)
    assert not errors


def test_a_signal_handler_raises_out_of_a_callback() -> None:
    def handler(*_: Any) -> None:
        raise Problem("signal")

    def back(x: int) -> int:
        while True:
            time.sleep(0.001)

    f = calls_through(callback(back, "(int64) -> int64"), "(int64) -> int64")
    old = signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(Problem, match="signal"):
            f(1)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def test_system_exit_and_keyboard_interrupt_pass() -> None:
    for error in (SystemExit, KeyboardInterrupt, GeneratorExit, MemoryError):

        def back(error: type[BaseException] = error) -> None:
            raise error("out")

        with pytest.raises(error):
            calls_through(callback(back, "() -> None"), "() -> None")()


def test_the_callable_is_kept_while_it_runs() -> None:
    box: list[Any] = []

    def make() -> None:
        def last(x: int) -> int:
            box.clear()
            gc.collect()
            return x + 1

        box.append(callback(last, "(int64) -> int64"))

    make()
    f = call_address(box[0].address, "(int64) -> int64")  # doesn't keep it
    assert f(1) == 2
    assert box == []


def test_what_callbacks_are() -> None:
    back = callback(compare_doubles, "(pointer, pointer) -> int32")
    assert repr(back).startswith("<jitney.Callback compare_doubles(pointer, pointer) -> int32 at 0x")
    assert back.function is compare_doubles and str(back.signature) == "(pointer, pointer) -> int32"
    assert back.address != callback(compare_doubles, "(pointer, pointer) -> int32").address
    for name in ("address", "function", "_block", "anything"):
        with pytest.raises(AttributeError):
            setattr(back, name, 0)
        with pytest.raises(AttributeError):
            delattr(back, name)
    with pytest.raises(TypeError, match="again"):
        back.__init__(print, "() -> None")  # type: ignore[misc]
    with pytest.raises(TypeError, match="wraps a callable, not int"):
        callback(5, "() -> None")  # type: ignore[arg-type]
    value = ctypes.c_double(2.0)
    assert back(ctypes.addressof(value), ctypes.addressof(value)) == 0


SUB_INTERPRETERS = """
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
"""


def test_callbacks_after_a_sub_interpreter() -> None:
    """From then on PyGILState_Check says that every thread holds the GIL: ctypes, nogil and foreign threads don't."""
    output = child(
        SUB_INTERPRETERS
        + """
import ctypes
from jitney.calls import callback, load
from jitney.x86 import Assembler
interpreters.create()
library = ctypes.CDLL(None)
def compare(a, b):
    x, y = ctypes.c_int32.from_address(a).value, ctypes.c_int32.from_address(b).value
    return (x > y) - (x < y)
back = callback(compare, "(pointer, pointer) -> int32")
def shuffled():
    return (ctypes.c_int32 * 500)(*(number * 7919 % 500 for number in range(500)))
numbers = shuffled()
library.qsort(numbers, ctypes.c_size_t(500), ctypes.c_size_t(4), back)
assert list(numbers) == list(range(500))
a = Assembler(); a.jmp(a.extern("qsort"))
for nogil in (False, True):
    numbers = shuffled()
    load(a.code(), "(pointer, uint64, uint64, pointer) -> None", nogil=nogil)(numbers, 500, 4, back)
    assert list(numbers) == list(range(500))
seen = []
work = callback(lambda argument: seen.append(argument) or argument, "(pointer) -> pointer")
threads = []
for number in range(20):
    thread = ctypes.c_ulong()
    made = library.pthread_create(ctypes.byref(thread), None, ctypes.c_void_p(work.address), ctypes.c_void_p(number))
    assert made == 0
    threads.append(thread)
for thread in threads:
    library.pthread_join(thread, None)
assert sorted(seen) == list(range(20))
print("fine")
"""
    )
    assert output == "fine\n"


def test_sub_interpreters_are_refused_in_words() -> None:
    inside = """
import jitney
for action in (lambda: jitney.load("c3", "() -> None"), lambda: jitney.callback(print, "() -> None")) * 2:
    try:
        action()
    except jitney.JitneyError as error:
        print(error, flush=True)
"""
    output = child(
        SUB_INTERPRETERS
        + f"""
import jitney
interpreters.run_string(interpreters.create(), {inside!r})
print(jitney.load("48 89 f8 c3", "(int64) -> int64")(5))
"""
    ).splitlines()
    assert len(output) == 5 and output[-1] == "5"
    assert all("sub-interpreter" in line or "subinterpreters" in line for line in output[:-1])


def calls_both(first: Any, second: Any, signature: str, **options: Any) -> Any:
    """A function that calls two C functions, ctypes' or ours, and returns the result of the second."""

    def write(a: Any) -> None:
        a.sub(rsp, 8)
        for number, target in enumerate((first, second)):
            address = target if isinstance(target, int) else ctypes.cast(target, ctypes.c_void_p).value
            a.call(a.extern(f"target {number}", address))
        a.add(rsp, 8)
        a.ret()

    return function(write, signature, **options)


def raises_problem() -> int:
    raise Problem


def test_an_exception_after_a_call_by_another_route() -> None:
    """Machine code -> ctypes -> Python -> a call of ours: the outer call is still there for the next exception."""
    nothing = function(lambda a: a.ret(), "() -> None")
    back = callback(raises_problem, "() -> int64")
    fine = callback(lambda: 1, "() -> int64")
    for inner in (nothing, calls_through(fine, "() -> int64")):
        route = ctypes.PYFUNCTYPE(None)(lambda inner=inner: inner() and None)
        with pytest.raises(Problem):
            calls_both(route, back.address, "() -> int64")()


@pytest.mark.parametrize("nogil", [False, True])
def test_an_exception_that_was_caught_on_another_route(nogil: bool) -> None:
    """Machine code -> ctypes -> Python -> ctypes -> a callback that raises, and Python catches it."""
    caught: list[BaseException] = []
    back = callback(raises_problem, "() -> int64")
    good = callback(lambda: 42, "() -> int64")
    raising = ctypes.PYFUNCTYPE(ctypes.c_int64)(back.address)

    def catches() -> None:
        try:
            raising()
        except Problem as error:
            caught.append(error)

    route = (ctypes.CFUNCTYPE if nogil else ctypes.PYFUNCTYPE)(None)(catches)
    reports: list[Any] = []
    old, sys.unraisablehook = sys.unraisablehook, reports.append
    try:
        assert calls_both(route, good.address, "() -> int64", nogil=nogil)() == 42
        with pytest.raises(Problem):
            calls_both(route, back.address, "() -> int64", nogil=nogil)()
    finally:
        sys.unraisablehook = old
    assert len(caught) + len(reports) == 2
    reports.clear()


def test_another_threads_exception_is_its_own() -> None:
    """One thread is in machine code that waits in Python by another route, when a callback of this thread raises."""
    waiting, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        waiting.set()
        go_on.wait(20)

    back = callback(raises_problem, "() -> int64")
    good = callback(lambda: 42, "() -> int64")
    route = ctypes.PYFUNCTYPE(None)(wait)
    f = calls_both(route, good.address, "() -> int64")
    results: list[int] = []
    reports: list[Any] = []
    old, sys.unraisablehook = sys.unraisablehook, reports.append
    thread = threading.Thread(target=lambda: results.append(f()))
    thread.start()
    try:
        assert waiting.wait(20)
        try:
            assert ctypes.PYFUNCTYPE(ctypes.c_int64)(back.address)() == 0
        except Problem:
            reports.append(None)
        assert ctypes.PYFUNCTYPE(ctypes.c_int64)(good.address)() == 42
        with pytest.raises(Problem):
            calls_through(back, "() -> int64")()
    finally:
        go_on.set()
        thread.join()
        sys.unraisablehook = old
    assert results == [42] and len(reports) == 1
    reports.clear()
