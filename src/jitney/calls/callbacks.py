"""Callbacks: a Python callable as a C function that machine code can call.

Each callback has its own entry of two instructions, which names the callable and goes on to an adapter. There is one
adapter for each list of types: it makes a frame, stores the arguments in slots, and goes on to the runtime's
`callback`.
"""

from __future__ import annotations

import weakref

from ..machine import link
from ..machine.signature import parse
from ..x86 import Assembler, ecx, ptr, qword, r8d, r11, rax, rbp, rdi, rdx, rip, rsi, rsp
from .runtime import runtime
from .thunk import VECTOR_REGISTERS, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    from ..machine import Image
    from ..machine.signature import Signature


class Adapter:
    """A linked adapter, entered with the callable in r11."""

    __slots__ = ("__weakref__", "_block", "address")

    def __init__(self, image: Image) -> None:
        self._block = image.block
        self.address = image.address


_adapters: weakref.WeakValueDictionary[tuple[object, ...], Adapter] = weakref.WeakValueDictionary()
"""The code cache: adapters in use, by result and parameters."""


def _adapter(signature: Signature) -> Adapter:
    key = (signature.result.code, bytes(type.code for type in signature.parameters))
    found = _adapters.get(key)
    if found is None:
        found = _adapters.setdefault(key, Adapter(link(_write_adapter(signature))))
    return found


def _write_adapter(signature: Signature) -> Any:
    a = Assembler()
    count = len(signature.parameters)
    codes = a.label("codes")
    a.push(rbp)
    a.mov(rbp, rsp)
    if count:
        a.sub(rsp, 8 * (count + count % 2))
    for index, place in enumerate(places(signature.parameters)):
        slot = qword[rsp + 8 * index]
        if isinstance(place, int):
            a.mov(rax, qword[rbp + 16 + 8 * place])
            a.mov(slot, rax)
        elif place in VECTOR_REGISTERS:
            a.movsd(slot, place)
        else:
            a.mov(slot, place)
    a.mov(rdi, r11)
    a.mov(rsi, rsp)
    a.lea(rdx, ptr[rip + codes])
    a.mov(ecx, count)
    a.mov(r8d, signature.result.code)
    a.jmp(runtime().extern(a, "callback"))
    a.section("rodata")
    a.bind(codes)
    a.bytes(bytes(type.code for type in signature.parameters) or b"\0")
    return a.code()


class Callback:
    """A Python callable that machine code can call at `address`, for as long as this object lives.

    It takes the GIL where it isn't held. An exception in the callable makes the callback return 0 at once, as do all
    further callbacks until the machine code returns; then it comes out of the call from Python that the machine code
    belongs to. Where there is no such call (on a thread that a library made) it goes to `sys.unraisablehook`.

    Can be an external of machine code, a pointer argument of a loaded function, and a function pointer for ctypes.
    """

    __slots__ = ("__weakref__", "_adapter", "_address", "_block", "_function", "_signature")

    _is_machine_code = True  # may be passed where machine code wants a pointer
    _address: int
    _function: Callable[..., Any]
    _signature: Signature

    def __init__(self, function: Callable[..., Any], signature: str | Signature) -> None:
        if not callable(function):
            raise TypeError(f"a callback wraps a callable, not {type(function).__name__}")
        if hasattr(self, "_address"):
            raise TypeError("a callback cannot be made again")
        parsed = parse(signature)
        adapter = _adapter(parsed)
        a = Assembler()
        a.mov(r11, a.extern("function", id(function)))
        a.jmp(a.extern("adapter", adapter.address))
        image = link(a.code())
        for name, value in (
            ("_function", function), ("_signature", parsed), ("_adapter", adapter), ("_block", image.block),
            ("_address", image.address),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a Callback cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a Callback cannot be changed")

    @property
    def _alive(self) -> bool:
        return hasattr(self, "_address")

    @property
    def address(self) -> int:
        """Where machine code calls it. Keeps nothing alive."""
        return self._address

    @property
    def function(self) -> Callable[..., Any]:
        """The Python callable."""
        return self._function

    @property
    def signature(self) -> Signature:
        return self._signature

    @property
    def _as_parameter_(self) -> Any:
        pointer = self._signature.ctypes()(self._address)
        pointer.callback = self  # lives as long as the pointer does
        return pointer

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Calls the Python callable itself, so that a decorated function stays callable."""
        return self._function(*args, **kwargs)

    def __copy__(self) -> Callback:
        return self

    def __deepcopy__(self, memo: object) -> Callback:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"cannot pickle {self!r}: it is machine code in memory")

    def __repr__(self) -> str:
        if not hasattr(self, "_address"):
            return "<jitney.Callback, not made>"
        name = getattr(self._function, "__qualname__", type(self._function).__name__)
        return f"<jitney.Callback {name}{self._signature} at {self._address:#x}>"


def callback(function: Callable[..., Any], signature: str | Signature) -> Callback:
    """`function` as a C function of that signature, such as "(pointer, pointer) -> int32".

    Pointers reach the function as ints, and its result may be one. Keep the result alive as long as machine code may
    call it. Raises SignatureError, TypeError, ExecutableMemoryError, and JitneyError in a sub-interpreter.
    """
    return Callback(function, signature)
