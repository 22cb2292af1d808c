"""Python code run in a process of its own: with a time limit, where a crash is only a failure; source for `@jit`."""

from __future__ import annotations

import linecache
import os
import subprocess
import sys
import textwrap
from typing import Any


def run(code: str, *, timeout: float = 60, **environment: str) -> str:
    """Run a script, which is kept as source that jitted functions can be compiled from. What it has printed."""
    process = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", f"{_RUNNER}\nrun({textwrap.dedent(code)!r})"],
        capture_output=True,
        text=True,
        timeout=timeout,
        env={**os.environ, **environment},
    )
    assert process.returncode == 0, f"the child ended with {process.returncode}:\n{process.stdout}\n{process.stderr}"
    return process.stdout


_RUNNER = """
import linecache, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells have what they run in the background ignore it
def run(text):
    linecache.cache["<child>"] = (len(text), None, text.splitlines(keepends=True), "<child>")
    exec(compile(text, "<child>", "exec"), sys.modules["__main__"].__dict__)
"""


def define(text: str, filename: str, **names: Any) -> dict[str, Any]:
    """The globals after running source that is registered under a file name."""
    text = textwrap.dedent(text)
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    namespace: dict[str, Any] = {"__name__": "defined", **names}
    exec(compile(text, filename, "exec"), namespace)
    return namespace
