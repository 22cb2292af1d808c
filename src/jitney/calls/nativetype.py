"""The type of loaded functions: a native base whose instances start in generated code, and `Function` on top of it.

An instance of the base is (offsets in runtime.py) the object header, the vectorcall slot, the address of the machine
code, and one reference, `_held`, to whatever must live as long as the function. The slots can be read but not written
from Python. The collector knows of `_held` through traverse, clear and dealloc routines in the runtime's machine code;
clearing empties the vectorcall slot first, so that a finaliser that calls a function in a dead cycle gets a TypeError.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, NoReturn

from .layout import layout
from .runtime import ADDRESS, BASIC_SIZE, HELD, VECTORCALL, object_function, runtime

if TYPE_CHECKING:
    import inspect

    from ..machine import Code, Image
    from ..machine.memory import Block
    from .signature import Signature
    from .thunk import Thunk

    # The names are first, where `slow` (runtime.py) looks for them. The blocks are here too: the collector never clears
    # a tuple, while it may clear an Image and a Thunk before the function that needs them.
    Held = tuple[tuple[str, ...], Signature, Code, Image, Block, Thunk, Block]

# Include/structmember.h, object.h and typeslots.h; all in the stable ABI.
_T_PYSSIZET, _T_ULONGLONG, _T_OBJECT, _READONLY = 19, 18, 6, 1
_DEFAULT, _BASETYPE, _HAVE_GC, _HAVE_VECTORCALL = 1 << 18, 1 << 10, 1 << 14, 1 << 11
_SLOT_CALL, _SLOT_CLEAR, _SLOT_DEALLOC, _SLOT_TRAVERSE, _SLOT_MEMBERS = 50, 51, 52, 71, 72


class _Member(ctypes.Structure):
    """PyMemberDef"""

    _fields_ = [
        ("name", ctypes.c_char_p),
        ("type", ctypes.c_int),
        ("offset", ctypes.c_ssize_t),
        ("flags", ctypes.c_int),
        ("doc", ctypes.c_char_p),
    ]


class _Slot(ctypes.Structure):
    """PyType_Slot"""

    _fields_ = [("slot", ctypes.c_int), ("function", ctypes.c_void_p)]


class _Spec(ctypes.Structure):
    """PyType_Spec"""

    _fields_ = [
        ("name", ctypes.c_char_p),
        ("basic_size", ctypes.c_int),
        ("item_size", ctypes.c_int),
        ("flags", ctypes.c_uint),
        ("slots", ctypes.POINTER(_Slot)),
    ]


def _native_base() -> type:
    """Makes the native type."""
    members = (_Member * 4)(
        _Member(b"__vectorcalloffset__", _T_PYSSIZET, VECTORCALL, _READONLY, None),
        _Member(b"address", _T_ULONGLONG, ADDRESS, _READONLY, b"Where the machine code starts. Keeps nothing alive."),
        _Member(b"_held", _T_OBJECT, HELD, _READONLY, None),
    )
    address = runtime().address
    slots = (_Slot * 6)(
        _Slot(_SLOT_MEMBERS, ctypes.addressof(members)),
        _Slot(_SLOT_CALL, ctypes.cast(ctypes.pythonapi.PyVectorcall_Call, ctypes.c_void_p).value),
        _Slot(_SLOT_TRAVERSE, address["traverse"]),
        _Slot(_SLOT_CLEAR, address["clear"]),
        _Slot(_SLOT_DEALLOC, address["dealloc"]),
    )
    flags = _DEFAULT | _BASETYPE | _HAVE_GC | _HAVE_VECTORCALL
    spec = _Spec(b"jitney.calls.nativetype.NativeFunction", BASIC_SIZE, 0, flags, slots)
    make = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.POINTER(_Spec))(("PyType_FromSpec", ctypes.pythonapi))
    object_function("Py_IncRef")((members, slots, spec))  # the type goes on referring to them
    return make(ctypes.byref(spec))  # type: ignore[no-any-return]


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


def _enable_vectorcall() -> None:
    """Up to 3.11 a class made in Python doesn't inherit the flag, and calls would take the detour over tp_call."""
    known = layout()
    if known is not None and not Function.__flags__ & _HAVE_VECTORCALL:
        ctypes.c_ulong.from_address(id(Function) + known.type_flags).value |= _HAVE_VECTORCALL


_enable_vectorcall()


def make_function(entry: int, address: int, held: Held) -> Function:
    """A function whose calls start at `entry` (a thunk) with machine code at `address`, keeping `held` alive."""
    function = object.__new__(Function)
    slots = (ctypes.c_uint64 * 3).from_address(id(function) + VECTORCALL)
    object_function("Py_IncRef")(held)
    slots[2] = id(held)
    slots[1] = address
    slots[0] = entry
    return function
