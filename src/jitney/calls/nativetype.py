"""The type of loaded functions: a native base whose instances start in generated code, and `Function` on top of it.

An instance of the base is (offsets in runtime.py) the object header, the vectorcall slot, the address of the machine
code, and one reference, `_held`, to whatever must live as long as the function. The slots can be read but not written
from Python. The collector knows of `_held` through traverse, clear and dealloc routines in the runtime's machine code;
clearing empties the vectorcall slot first, so that a finaliser that calls a function in a dead cycle gets a TypeError.
"""

from __future__ import annotations

import ctypes

from .cpython import object_function
from .heaptype import T_OBJECT, T_ULONGLONG, enable_vectorcall, heap_type
from .runtime import ADDRESS, BASIC_SIZE, HELD, VECTORCALL, runtime

TYPE_CHECKING = False
if TYPE_CHECKING:
    import inspect
    from typing import Any, NoReturn

    from ..machine import Code, Image
    from ..machine.memory import Block
    from ..machine.signature import Signature
    from .thunk import Thunk

    # The names are first, where `slow` (runtime.py) looks for them. The blocks are here too: the collector never clears
    # a tuple, while it may clear an Image and a Thunk before the function that needs them.
    Held = tuple[tuple[str, ...], Signature, Code, Image, Block, Thunk, Block]


def _native_base() -> type:
    members = (
        ("address", T_ULONGLONG, ADDRESS, "Where the machine code starts. Keeps nothing alive."),
        ("_held", T_OBJECT, HELD, None),
    )
    return heap_type("jitney.calls.nativetype.NativeFunction", BASIC_SIZE, VECTORCALL, members, runtime().address)


class _InstanceSignature:
    """`__signature__` of functions. The class has none of its own, or `inspect` would take this object for it."""

    def __get__(self, function: Function | None, owner: type) -> inspect.Signature:
        if function is None:
            raise AttributeError("the class has no __signature__")
        return function.signature.inspect()

    def __set__(self, function: Function, value: object) -> NoReturn:
        raise AttributeError("the signature of a function cannot be changed")


class Function(_native_base()):  # type: ignore[misc]
    """Machine code that Python can call. Made by `jitney.load`.

    `address` is where the code starts. `_as_parameter_` lets ctypes pass it as a function pointer.
    """

    __slots__ = ("__dict__", "__weakref__")

    _is_machine_code = True  # may be passed where machine code wants a pointer
    address: int
    __qualname__: str
    _held: Held | None  # None once the collector has cleared a dead function

    def __new__(cls, *args: object, **kwargs: object) -> Function:
        raise TypeError("functions are made by jitney.load(code, signature)")

    def __init_subclass__(cls, **kwargs: object) -> NoReturn:
        raise TypeError("type 'jitney.Function' is not an acceptable base type")

    @property
    def code(self) -> Code:
        """The code as it was before linking: relocatable, and loadable again."""
        return self._living[2]

    @property
    def signature(self) -> Signature:
        """Types and names of the parameters, and the type of the result."""
        return self._living[1]

    @property
    def _alive(self) -> bool:
        return self._held is not None

    @property
    def _living(self) -> Held:
        held = self._held
        if held is None:
            raise AttributeError("the function is dead")
        return held

    __signature__ = _InstanceSignature()

    def listing(self, base: int = 0) -> str:
        """The machine code as text: offsets from `base`, the bytes as they are in memory, instructions."""
        return self._living[3].listing(base)

    @property
    def _as_parameter_(self) -> Any:
        pointer = self.signature.ctypes()(self.address)
        pointer.function = self  # lives as long as the pointer does
        return pointer

    def __copy__(self) -> Function:
        return self

    def __deepcopy__(self, memo: object) -> Function:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"cannot pickle {self!r}: machine code in memory; save its .code instead")

    def __repr__(self) -> str:
        if self._held is None:
            return "<jitney.Function, dead>"
        name = getattr(self, "__qualname__", "?")
        return f"<jitney.Function {name}{self.signature} at {self.address:#x}>"


enable_vectorcall(Function)


def make_function(entry: int, address: int, held: Held) -> Function:
    """A function whose calls start at `entry` (a thunk) with machine code at `address`, keeping `held` alive."""
    function = object.__new__(Function)
    slots = (ctypes.c_uint64 * 3).from_address(id(function) + VECTORCALL)
    object_function("Py_IncRef")(held)
    slots[2] = id(held)
    slots[1] = address
    slots[0] = entry
    return function
