"""What perf and gdb are told. The tools themselves are asked where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """\
import os
from jitney import jit


@jit
def inner(n):
    s = 0
    for i in range(n):
        s += i * i % 7
    return s

@jit
def outer(n):
    t = 1.0
    t += inner(n)
    return t

outer(10)
print(os.getpid(), hex(inner._specialisations.popitem()[1].compiled.image.address), flush=True)
outer(COUNT)
outer(COUNT)
"""


def program(folder: Path, count: int = 1000) -> str:
    path = folder / "announced.py"
    path.write_text(PROGRAM.replace("COUNT", str(count)))
    return str(path)


def run(folder: Path, *command: str, **variables: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(folder), **variables}
    pipe = subprocess.PIPE
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: what it is told is not checked by it")
    return found


def test_the_map_names_functions(tmp_path: Path) -> None:
    process, address = run(tmp_path, sys.executable, program(tmp_path), JITNEY_PERF="1").split()
    path = Path(f"/tmp/perf-{process}.map")
    lines = [line for line in path.read_text().splitlines() if "routines for " not in line]
    path.unlink()
    names = dict.fromkeys(line.split(" ", 2)[2] for line in lines)  # compiled for the first call, and for good
    assert list(names) == ["outer(int)", "inner(int)", "entry of outer(int)"]
    assert lines[1].startswith(f"{address[2:]} ")


def test_perf_reads_the_dump(tmp_path: Path) -> None:
    perf = tool("perf")
    file = program(tmp_path, 200_000_000)
    try:
        record = (perf, "record", "-k", "mono", "-e", "cpu-clock", "-o", "given", sys.executable, file)
        run(tmp_path, *record, JITNEY_PERF="jitdump")
    except AssertionError as error:
        if "jit-" in " ".join(os.listdir(tmp_path)):
            raise
        pytest.skip(f"perf may not record here: {error}")
    run(tmp_path, perf, "inject", "--jit", "-i", "given", "-o", "injected")
    assert "inner(int)" in run(tmp_path, perf, "report", "-i", "injected", "--stdio")
    assert "announced.py:9" in run(tmp_path, perf, "annotate", "-i", "injected", "--stdio", "-l", "inner(int)")


def gdb(folder: Path, *commands: str) -> str:
    asked = [part for command in ("set breakpoint pending on", *commands) for part in ("-ex", command)]
    command = (tool("gdb"), "-q", "-nx", "-batch", *asked, "--args", sys.executable, program(folder))
    return run(folder, *command, JITNEY_GDB="1")


def test_gdb_names_functions_and_lines(tmp_path: Path) -> None:
    said = gdb(tmp_path, "break inner(int)", "run", "next", "bt 2", "next", "finish", "info symbol $pc")
    if "ptrace" in said:
        pytest.skip("gdb may not trace here")
    assert f"inner(int) () at {tmp_path}/announced.py:6" in said
    assert "#0  inner(int) () at" in said and "announced.py:8" in said
    assert "in outer(int) () at" in said and "announced.py:15" in said
    assert "s += i * i % 7" in said  # after the second `next`
    assert "outer(int) + " in said  # after `finish`


def test_gdb_finds_the_callers(tmp_path: Path) -> None:
    said = gdb(tmp_path, "break inner(int)", "run", "bt", "continue", "bt", "continue", "bt")
    if "ptrace" in said:
        pytest.skip("gdb may not trace here")
    calls: list[list[str]] = []
    for row in said.splitlines():
        if row.startswith("#"):
            if row.startswith("#0 "):
                calls.append([])
            calls[-1].append(row)
    assert len(calls) == 3
    ways = (" in routines for ", " in entry of outer(int) ", " in entry of outer(int) ")  # compiled twice, then entered
    for rows, way in zip(calls, ways, strict=True):
        wanted = ("inner(int) ", " in outer(int) ", way)
        assert all(name in row for name, row in zip(wanted, rows[:3], strict=True)), rows
        assert "main" in rows[-1] + rows[-2], rows


def test_stacks_stay_as_they_are() -> None:
    text = "import jitney.explain.gdb as gdb\ngdb._Interface()\nprint(open('/proc/self/maps').read())"
    maps = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout
    assert [row.split()[1] for row in maps.splitlines() if "[stack]" in row] == ["rw-p"]


def test_gdb_forgets_what_is_freed(tmp_path: Path) -> None:
    from jitney import jit
    from jitney.explain.announce import Loaded
    from jitney.explain.gdb import _Interface

    interface = _Interface()

    def registered() -> list[str]:
        found, entry = [], interface.descriptor.first
        while entry:
            found.append(entry.contents.size)
            entry = entry.contents.next
        return found

    def loaded() -> Loaded:
        @jit
        def double(x: float) -> float:
            return x + x

        double(1.0)
        (spec,) = double._specialisations.values()
        return Loaded("double", __file__, 1, spec.compiled.image, [(0, 1)])

    first, second = loaded(), loaded()
    interface.add(first)
    interface.add(second)
    assert len(registered()) == 2
    number = len(interface.entries)
    interface.gone.append(next(iter(interface.entries)))  # as the finaliser does
    interface.add(first)
    assert len(registered()) == len(interface.entries) == number
    assert interface.descriptor.action == 1


def test_the_library_and_the_objects_are_sound(tmp_path: Path) -> None:
    readelf = tool("readelf")
    from jitney.explain import elf

    path = tmp_path / "library.so"
    path.write_bytes(elf.shared_library({"code": b"\xc3", "more": b"\x90\xc3"}, {"data": bytes(24)}))
    said = run(tmp_path, readelf, "-a", "-W", str(path))
    assert "arning" not in said and "rror" not in said.replace("ERROR", "")
    assert all(name in said for name in ("code", "more", "data", "DYNAMIC"))
