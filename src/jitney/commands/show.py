"""`jitney show`: the machine code of a Python function beside its source."""

from __future__ import annotations

import argparse
import os
import sys

from ..errors import CommandError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..dispatch import Dispatcher


def show(options: argparse.Namespace) -> None:
    path, _, name = options.function.rpartition(":")
    if not path or not name:
        raise CommandError(f"{options.function!r}: which function? Write FILE.py:FUNCTION")
    function = _found(_imported(path), path, name)
    signature = None
    if options.types is not None:
        signature = _given(function, options.types)
    elif not function.signatures:
        signature = _annotated(function)
    if options.ir or options.stage:
        from ..explain.report import STAGES

        stage = options.stage or "final"
        if stage not in STAGES:
            raise CommandError(f"{stage!r} is no stage; the stages are {', '.join(STAGES)}")
        print(function.inspect_ir(stage, signature))
    print(function.inspect_asm(signature))
    print(function.explain_loops(signature))


def _imported(path: str) -> Any:
    """The file as a module. Raises CommandError."""
    from importlib.util import module_from_spec, spec_from_file_location

    if not os.path.isfile(path):
        raise CommandError(f"there is no file {path!r}")
    directory, filename = os.path.split(os.path.abspath(path))
    name = os.path.splitext(filename)[0]
    spec = spec_from_file_location(name, os.path.join(directory, filename))
    if spec is None or spec.loader is None:
        raise CommandError(f"{path!r} is no Python file")
    sys.path.insert(0, directory)
    module = sys.modules[name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise CommandError(f"{path} cannot be imported: {type(error).__name__}: {error}") from error
    return module


def _found(module: Any, path: str, name: str) -> Dispatcher:
    """The jitted function of that name, which may be a method's; a plain one is jitted."""
    from .. import jit
    from ..dispatch import Dispatcher

    found = module
    for part in name.split("."):
        try:
            found = getattr(found, part)
        except AttributeError:
            own = [key for key, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__]
            raise CommandError(f"{path} has no {name!r}; it defines {', '.join(own) or 'no function'}") from None
    if not isinstance(found, Dispatcher):
        if not hasattr(found, "__code__"):
            raise CommandError(f"{name} is a {type(found).__name__}, not a function of Python")
        found = jit(found)
        if not isinstance(found, Dispatcher):
            raise CommandError("nothing is compiled while JITNEY_DISABLE is set")
    return found


def _given(function: Dispatcher, text: str) -> Any:
    from ..frontend.signatures import parse_types

    types, parameters = parse_types(text), function.source.parameters
    if len(types) != len(parameters):
        shown = f"{function.source.name}({', '.join(parameters)})"
        raise CommandError(f"{shown} has {len(parameters)} parameters, and --types names {len(types)} types")
    return types


def _annotated(function: Dispatcher) -> Any:
    """The types that a function is annotated with, where it wasn't called."""
    from ..errors import SignatureError
    from ..frontend.signatures import from_annotations

    try:
        return from_annotations(function.py_func)
    except SignatureError as error:
        name, parameters = function.source.name, ", ".join(function.source.parameters)
        raise CommandError(
            f"{name}({parameters}) was not called while the file was imported: "
            f'say for which types to compile it, such as --types "float64[:], int64"\n  ({error})'
        ) from None
