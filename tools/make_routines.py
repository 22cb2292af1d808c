"""Assemble the permanent routines for the running version of CPython: src/jitney/calls/assembled/cp3XX.py.

Usage: python tools/make_routines.py [--check]

With `--check` nothing is written, and the exit status tells whether the file is up to date. What it has in place of
text is machine code; `jitney.calls.permanent` says what for, and the modules named below have it in assembly.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from jitney.calls import common, dispatchroutines, jitroutines, runtime
from jitney.calls.layout import layout
from jitney.calls.permanent import conditions, packed

WRITERS = {"common": common.write, "jit": jitroutines.write, "dispatch": dispatchroutines.write, "calls": runtime.write}
FOLDER = Path(__file__).resolve().parent.parent / "src" / "jitney" / "calls" / "assembled"


def assembled() -> str:
    """The text of the file for this version."""
    known = layout()
    if known is None:
        raise SystemExit("the layout of this interpreter's objects is unknown: there is nothing to assemble for it")
    lines = [
        "# Made by tools/make_routines.py; do not edit.",
        "",
        f"CONDITIONS = {conditions(known)!r}",
        "",
        "ROUTINES = {",
    ]
    for kind, write in WRITERS.items():
        writer = write(known)
        lines += [f"    {kind!r}: (", f"        {writer.exported!r},", "        ("]
        lines += [line for part in packed(writer.a.code()) for line in _listed(part)]
        lines += ["        ),", "    ),"]
    return "\n".join([*lines, "}", ""])


def _listed(items: list[Any]) -> list[str]:
    lines = []
    for item in items:
        if isinstance(item[-1], bytes):  # a section
            *head, data = item
            lines += [f"                ({', '.join(map(repr, head))}, (", *_pieces(data), "                )),"]
        else:
            lines.append(f"                {item!r},")
    return ["            [", *lines, "            ],"]


def _pieces(data: bytes) -> list[str]:
    return [f"                    {data[at : at + 24]!r}" for at in range(0, len(data), 24)]


def main() -> int:
    path = FOLDER / f"cp{sys.version_info[0]}{sys.version_info[1]}.py"
    text = assembled()
    if "--check" in sys.argv[1:]:
        return 0 if path.exists() and path.read_text() == text else 1
    path.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
