"""The base of what `@jit` returns: an object with a vectorcall slot that can be turned to other code at any time.

An instance is (offsets in dispatchroutines.py) the object header, the vectorcall slot, the undecorated function and
`_held`: a tuple of what must live as long as the instance can be called. It holds tuples and blocks of memory, which
the collector never clears, so that nothing goes before the instance's own `clear` has emptied the slot.
"""

from __future__ import annotations

import ctypes

from .cpython import object_function
from .dispatchroutines import BASIC_SIZE, HELD, PY_FUNC, VECTORCALL, dispatch_routines
from .heaptype import T_OBJECT, T_ULONGLONG, enable_vectorcall, heap_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar


def _base() -> type:
    members = (
        ("py_func", T_OBJECT, PY_FUNC, "The undecorated function."),
        ("_held", T_OBJECT, HELD, None),
        ("_entry", T_ULONGLONG, VECTORCALL, None),
    )
    return heap_type("jitney.calls.jittype.NativeDispatcher", BASIC_SIZE, VECTORCALL, members, dispatch_routines())


class JitBase(_base()):  # type: ignore[misc]
    """Made by `make`. Every class that inherits from it is given to `enable_vectorcall` once."""

    __slots__ = ("__dict__", "__weakref__")

    py_func: Callable[..., Any]
    _held: tuple[object, ...] | None  # None once the collector has cleared a dead instance
    _entry: int

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        enable_vectorcall(cls)


enable_vectorcall(JitBase)

if TYPE_CHECKING:
    Made = TypeVar("Made", bound=JitBase)


def make(cls: type[Made], py_func: Callable[..., Any]) -> Made:
    """A dispatcher of that class whose calls go to `miss`."""
    instance = object.__new__(cls)
    slots = (ctypes.c_uint64 * 3).from_address(id(instance) + VECTORCALL)
    held: tuple[object, ...] = ()
    for place, value in ((1, py_func), (2, held)):
        object_function("Py_IncRef")(value)
        slots[place] = id(value)
    slots[0] = dispatch_routines()["miss"]
    return instance


def set_entry(instance: JitBase, address: int) -> None:
    """Calls of the instance go to `address` from now on: an entry that it holds, or one of the permanent routines."""
    ctypes.c_uint64.from_address(id(instance) + VECTORCALL).value = address


def hold(instance: JitBase, *things: object) -> None:
    """Keeps things alive as long as the instance can be called. Whoever calls this lets no other thread do so too."""
    before = instance._held
    if before is None:
        raise ReferenceError("the function is dead")
    after = (*before, *things)
    object_function("Py_IncRef")(after)
    ctypes.c_uint64.from_address(id(instance) + HELD).value = id(after)
    object_function("Py_DecRef")(before)
