"""Functions of CPython and the C library, as Python code here calls them, or by the names that they have."""

from __future__ import annotations

import functools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def new_tls_key() -> int:
    """The key of a new word of thread-specific storage, 0 in each thread."""
    import ctypes

    key = ctypes.c_uint32()
    if ctypes.CDLL(None).pthread_key_create(ctypes.byref(key), None) != 0:
        raise MemoryError("no thread-specific storage is left (pthread_key_create)")
    return key.value


@functools.cache
def object_function(name: str) -> Callable[[object], None]:
    """A C function of CPython that takes an object, `void name(PyObject *)`."""
    import ctypes

    # Not `ctypes.pythonapi.name`, which others may have given other types.
    return ctypes.PYFUNCTYPE(None, ctypes.py_object)((name, ctypes.pythonapi))


def has(function: str) -> bool:
    """Whether this interpreter has a C function of that name."""
    import ctypes

    return hasattr(ctypes.pythonapi, function)


def current_thread_state() -> str:
    """The C function for the thread state that holds the GIL, or NULL; it became public with CPython 3.13."""
    public = "PyThreadState_GetUnchecked"
    return public if has(public) else "_PyThreadState_UncheckedGet"
