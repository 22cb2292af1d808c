"""What LLVM's assembler makes of lines in Intel syntax, by way of llvmlite.

LLVM ends the process at the first line that it refuses. So the lines go in chunks to a child, which sends the bytes of
each chunk; when one dies, the next begins behind the line that it complained of. As a script it reads lines from its
input and writes a JSON list: the bytes of a line in hexadecimal, or a list with the reason why it was refused.
"""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator

ROOM = 32  # bytes for each line in the object file, unless it needs more
END = 0x06  # an invalid opcode, which no instruction ends with a run of zeros after
CHUNK = 200
UNKNOWN = "invalid instruction mnemonic"


def llvm(lines: list[str], room: int = ROOM) -> list[bytes | str]:
    """For each line its bytes, or why LLVM refuses it."""
    command = [sys.executable, __file__, str(room)]
    run = subprocess.run(command, input="\n".join(lines), stdout=subprocess.PIPE, text=True, check=True)
    return [found[0] if isinstance(found, list) else bytes.fromhex(found) for found in json.loads(run.stdout)]


def llvm_version() -> int:
    """LLVM's major version, 0 if llvmlite is not installed."""
    try:
        from llvmlite import binding
    except ImportError:
        return 0
    return int(binding.llvm_version_info[0])


def section_of(elf: bytes, wanted: bytes = b".text") -> bytes:
    """The content of a section of a 64-bit ELF file."""
    (table,) = struct.unpack_from("<Q", elf, 0x28)
    size, count, names = struct.unpack_from("<HHH", elf, 0x3A)
    headers = [struct.unpack_from("<IIQQQQ", elf, table + number * size) for number in range(count)]
    for name, _, _, _, offset, length in headers:
        start = headers[names][4] + name
        if elf[start : elf.index(b"\0", start)] == wanted:
            return elf[offset : offset + length]
    raise AssertionError(f"there is no section {wanted!r}")


def in_rooms(lines: list[str], room: int) -> str:
    """A source with each line in a room of its own."""
    return "".join(f".balign {room}, 0\n{line}\n.byte {END}\n" for line in lines)


def from_rooms(data: bytes, count: int, room: int) -> list[bytes]:
    """The bytes of each line of `in_rooms`."""
    return [data[at : at + room].rstrip(b"\0")[:-1] for at in range(0, count * room, room)]


def _assemble(lines: list[str], room: int) -> list[bytes | str]:
    from llvmlite import binding

    binding.initialize_all_targets()
    binding.initialize_all_asmprinters()
    binding.initialize_native_asmparser()
    machine = binding.Target.from_triple("x86_64-unknown-linux-gnu").create_target_machine()

    def object_file(lines: list[str]) -> bytes:
        text = ".intel_syntax noprefix\n" + in_rooms(lines, room)
        quoted = text.replace("\\", r"\5C").replace('"', r"\22").replace("\n", r"\0A")
        return machine.emit_object(binding.parse_assembly(f'module asm "{quoted}"\n'))  # type: ignore[no-any-return]

    def chunks(numbers: list[int], size: int) -> Iterator[list[bytes]]:
        for at in range(0, len(numbers), size):
            chunk = [lines[number] for number in numbers[at : at + size]]
            yield from_rooms(section_of(object_file(chunk)), len(chunk), room)

    found: list[bytes | str] = [""] * len(lines)
    unknown: dict[str, str] = {}
    waiting = list(range(len(lines)))
    left: list[int] = []
    size = CHUNK
    while left or waiting:
        if not left:  # not all at once, as each refusal looks at all that are left
            left, waiting = waiting[: 10 * CHUNK], waiting[10 * CHUNK :]
        for number in left:
            found[number] = next((unknown[word] for word in lines[number].split() if word in unknown), "")
        left = [number for number in left if not found[number]]
        done, message = _in_child(chunks(left, size))
        for number, data in zip(left, done, strict=False):
            found[number] = data
        left = left[len(done) :]
        if not left:
            continue
        message = message.partition("error: ")[2].partition("\n")[0]
        match = re.search(r":(\d+):\d+: (.*)", message)
        if match is None and size > 1:  # found late, without a place: line by line up to it
            size = 1
            continue
        bad = left.pop((int(match[1]) - 3) // 3 if match else 0)
        found[bad] = reason = match[2] if match else message
        if reason.startswith(UNKNOWN):
            unknown[reason.split("'")[1]] = reason
        size = CHUNK
    return found


def _in_child(chunks: Iterator[list[bytes]]) -> tuple[list[bytes], str]:
    """What an iterator gives when it runs in a fork, up to the chunk that ends the process, and its last words."""
    here, there = os.pipe()
    with tempfile.TemporaryFile("w+", errors="replace") as errors:
        child = os.fork()
        if child == 0:
            os.dup2(errors.fileno(), 2)
            for chunk in chunks:
                with os.fdopen(os.dup(there), "w") as pipe:
                    pipe.write("".join(f"{data.hex()}\n" for data in chunk))
            os._exit(0)
        os.close(there)
        with os.fdopen(here) as pipe:
            done = [bytes.fromhex(line) for line in pipe]
        os.waitpid(child, 0)
        errors.seek(0)
        return done, errors.read()


if __name__ == "__main__":
    answers = _assemble(sys.stdin.read().split("\n"), int(sys.argv[1]))
    print(json.dumps([[found] if isinstance(found, str) else found.hex() for found in answers]))
