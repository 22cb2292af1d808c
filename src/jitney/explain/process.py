"""A look at another process through /proc: what is mapped where, and what its memory holds."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

MAP = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \d+ *(.*)")


class Region(NamedTuple):
    """A range of addresses: what may be done there (`rwx`, a dash for what may not), and the file or its like."""

    start: int
    end: int
    rights: str
    name: str


class Process:
    """The regions of a process as they were when this was made; memory is read when asked for, while it is there."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.regions: list[Region] = []
        try:
            with open(f"/proc/{number}/maps", encoding="utf-8", errors="replace") as file:
                for line in file:
                    if found := MAP.match(line):
                        start, end, rights, name = found.groups()
                        self.regions.append(Region(int(start, 16), int(end, 16), rights[:3], name))
        except OSError:
            pass  # then nothing is known of it

    def region(self, address: int) -> Region | None:
        """What is mapped at an address."""
        return next((region for region in self.regions if region.start <= address < region.end), None)

    def around(self, address: int) -> tuple[Region | None, Region | None]:
        """The regions before and behind an address that is in none."""
        before = [region for region in self.regions if region.end <= address]
        behind = [region for region in self.regions if region.start > address]
        return (before[-1] if before else None), (behind[0] if behind else None)

    def read(self, address: int, size: int) -> bytes:
        """The memory there, as far as it can be read."""
        if not 0 <= address < 1 << 47:
            return b""
        try:
            handle = os.open(f"/proc/{self.number}/mem", os.O_RDONLY)
        except OSError:
            return b""
        try:
            return os.pread(handle, size, address)
        except OSError:
            rest = -address % 4096  # up to the end of the page
            try:
                return os.pread(handle, rest, address) if rest < size else b""
            except OSError:
                return b""
        finally:
            os.close(handle)

    def words(self, address: int, count: int) -> Iterator[tuple[int, int]]:
        """(address, word) of memory, as far as it can be read."""
        data = self.read(address, 8 * count)
        for at in range(0, len(data) - 7, 8):
            yield address + at, int.from_bytes(data[at : at + 8], "little")
