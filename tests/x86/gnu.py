"""What GNU as makes of lines in Intel syntax."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from llvm import ROOM, from_rooms, in_rooms, section_of


def gnu(lines: list[str], room: int = ROOM) -> list[bytes | str]:
    """For each line its bytes, or why GNU as refuses it."""
    found: list[bytes | str] = [""] * len(lines)
    left = list(range(len(lines)))
    with tempfile.TemporaryDirectory() as name:
        source, made = Path(name, "t.s"), Path(name, "t.o")
        while True:
            source.write_text(".intel_syntax noprefix\n" + in_rooms([lines[number] for number in left], room))
            run = subprocess.run(["as", "-o", made, source], capture_output=True, text=True, check=False)
            refused = re.findall(r"t\.s:(\d+): Error: (.*)", run.stderr)
            if not refused:
                break
            for line, message in refused:
                found[left[(int(line) - 3) // 3]] = message
            left = [number for number in left if not found[number]]
        assert run.returncode == 0, run.stderr
        for number, data in zip(left, from_rooms(section_of(made.read_bytes()), len(left), room), strict=True):
            found[number] = data
    return found


def gnu_version() -> tuple[int, ...]:
    """The version of GNU as, empty if it is not installed."""
    if shutil.which("as") is None:
        return ()
    first = subprocess.run(["as", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    digits = re.search(r"(\d+)\.(\d+)", first)
    return tuple(map(int, digits.groups())) if digits and "GNU" in first else ()
