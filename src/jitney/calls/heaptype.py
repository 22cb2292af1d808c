"""Types whose instances are called through a slot of their own (PEP 590), made without a C compiler."""

from __future__ import annotations

import ctypes

from .cpython import object_function
from .layout import layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Include/structmember.h, object.h and typeslots.h; all in the stable ABI.
T_PYSSIZET, T_ULONGLONG, T_OBJECT = 19, 18, 6
_READONLY = 1
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


def heap_type(
    name: str,
    basic_size: int,
    vectorcall: int,
    members: Sequence[tuple[str, int, int, str | None]],
    routines: Mapping[str, int],
) -> type:
    """A type that classes may inherit from, with the vectorcall slot at offset `vectorcall` of its instances.

    `members` can be read from Python: name, type (T_...), offset, documentation. `routines` has the addresses of
    traverse, clear and dealloc. The type lives to the end of the process.
    """
    rows = [("__vectorcalloffset__", T_PYSSIZET, vectorcall, None), *members]
    table = (_Member * (len(rows) + 1))()
    for place, (member, kind, offset, doc) in enumerate(rows):
        table[place] = _Member(member.encode(), kind, offset, _READONLY, doc and doc.encode())
    slots = (_Slot * 6)(
        _Slot(_SLOT_MEMBERS, ctypes.addressof(table)),
        _Slot(_SLOT_CALL, ctypes.cast(ctypes.pythonapi.PyVectorcall_Call, ctypes.c_void_p).value),
        _Slot(_SLOT_TRAVERSE, routines["traverse"]),
        _Slot(_SLOT_CLEAR, routines["clear"]),
        _Slot(_SLOT_DEALLOC, routines["dealloc"]),
    )
    flags = _DEFAULT | _BASETYPE | _HAVE_GC | _HAVE_VECTORCALL
    spec = _Spec(name.encode(), basic_size, 0, flags, slots)
    make = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.POINTER(_Spec))(("PyType_FromSpec", ctypes.pythonapi))
    object_function("Py_IncRef")((table, slots, spec))  # the type goes on referring to them
    return make(ctypes.byref(spec))  # type: ignore[no-any-return]


def enable_vectorcall(cls: type) -> None:
    """Lets a class made in Python on top of such a type be called directly.

    Up to 3.11 it doesn't inherit the flag, and calls would take the detour over tp_call.
    """
    known = layout()
    if known is not None and not cls.__flags__ & _HAVE_VECTORCALL:
        ctypes.c_ulong.from_address(id(cls) + known.type_flags).value |= _HAVE_VECTORCALL
