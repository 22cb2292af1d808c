"""What a full run of the kernels writes: benchmarks/RESULTS.md and the plot benchmarks/results.svg, losses first."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from . import native
from .kernels import CHECKED, GCC, JITNEY, NUMBA, PEERS, SLOW, Measured, summary
from .measure import Skipped, geometric_mean

FOLDER = Path(__file__).resolve().parent.parent / "benchmarks"
TABLES, PLOT, REASONS = "RESULTS.md", "results.svg", "reasons.txt"

METHOD = """\
Every kernel is an ordinary Python function of tests/kernels. Jitney runs it with every check on: bounds, overflow,
division by zero, Python's exact answer. Numba has its defaults (no bounds checks, ints that wrap), then
`boundscheck=True`. The C twins in benchmarks/c are the same algorithm with the same types, compiled by `gcc -O3
-march=native` and called through ctypes.

All run in one process, warm, in turns, on the same memory, which is filled anew before each call; the best of some
rounds counts, in time of the thread on the processor, and a ratio is Jitney's time to the peer's: **below 1 Jitney is
faster**. Jitney's answers on small inputs are CPython's to the last bit; on large ones all are compared, ints exactly
and floats to 1e-9, and where they differ CPython decides. The twins are compared in a build with `-ffp-contract=off`:
at the flags that are timed, gcc fuses products and sums, and floats differ in their last digits. First calls are
timed from a new function to its second result of a small input (the second call may compile what the first left for
later), the better of two, with no cache of any kind. `make bench` writes this page."""


def write(folder: Path, measured: list[Measured], processor: str) -> None:
    """Write the tables and the plot into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    reasons = _reasons(FOLDER / REASONS)
    lines = ["# Results", "", METHOD, "", *_machine(processor), "", *_summary(measured), *_families(measured)]
    lines += [f"![The ratios of all kernels, worst first]({PLOT})", ""]
    lines += [*_kernels(measured, reasons), *_apart(measured), *_compile_times(measured)]
    (folder / TABLES).write_text("\n".join(lines).rstrip() + "\n")
    _plot(folder / PLOT, measured)


def _machine(processor: str) -> Iterator[str]:
    try:
        gcc = native.compiler_version()
    except Skipped as reason:
        gcc = f"**{reason}**"
    versions = f"Numba {_version('numba')}, NumPy {_version('numpy')}"
    yield f"{processor}; CPython {platform.python_version()}, {versions}; {gcc}."


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _reasons(path: Path) -> dict[str, str]:
    """Why a kernel is slow, as somebody found out: lines of `kernel: reason`."""
    lines = path.read_text().splitlines() if path.exists() else []
    pairs = (line.partition(": ") for line in lines if line and not line.startswith("#"))
    return {name.strip(): reason.strip() for name, _, reason in pairs}


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = list(heads)
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _summary(measured: list[Measured]) -> Iterator[str]:
    rows = [
        (
            row.what,
            row.peer,
            f"{row.ours:.3g} {row.unit}".strip(),
            row.floor.text if row.floor else "",
            {True: "yes", False: "**no**", None: ""}[row.ok],
        )
        for row in summary(measured)
    ]
    yield from _table(("figure", "beside", "", "floor", "reached"), rows)


def _families(measured: list[Measured]) -> Iterator[str]:
    yield from ["## By family", "", "Geometric means.", ""]
    rows = []
    for family in dict.fromkeys(one.family for one in measured):
        members = [one for one in measured if one.family == family]
        means = []
        for peer in PEERS:
            ratios = [ratio for one in members if (ratio := one.ratio(peer)) is not None]
            means.append(_ratio(geometric_mean(ratios) if ratios else None))
        rows.append((family, str(len(members)), *means))
    yield from _table(("family", "kernels", *PEERS), rows)


def _kernels(measured: list[Measured], reasons: dict[str, str]) -> Iterator[str]:
    yield from ["## Every kernel, worst first", ""]
    yield f"Where a ratio to Numba or gcc is above {SLOW}: the reason, if somebody has found it; then facts about"
    yield "the machine code, which hint at a cause and prove none (a vector loop need not be the hot one)."
    yield ""
    rows = []
    for one in sorted((one for one in measured if one.run), key=_worst, reverse=True):
        slow = any((one.ratio(peer) or 0) > SLOW for peer in (NUMBA, GCC))
        known = [reasons[one.name]] if one.name in reasons else []
        reason = ("; ".join(known + one.remarks) or "not looked into") if slow else ""
        ratios = [_ratio(one.ratio(peer)) for peer in PEERS]
        rows.append((one.name, one.family, f"{one.run[JITNEY]:.2f}", *ratios, reason))
    yield from _table(("kernel", "family", "Jitney, ms", *PEERS, "reason, or hints"), rows)


def _worst(one: Measured) -> float:
    return max(one.ratio(NUMBA) or 0.0, one.ratio(GCC) or 0.0)


def _apart(measured: list[Measured]) -> Iterator[str]:
    yield from [
        "## Listed apart",
        "",
        "A peer that refuses a kernel, or answers otherwise than CPython, has no ratio.",
        "",
    ]
    rows = [
        (one.name, who, problem.replace("|", "\\|"), f"{one.run[JITNEY]:.2f}" if one.run else "")
        for one in measured
        for who, problem in one.problems.items()
        if who != CHECKED or problem != one.problems.get(NUMBA)
    ]
    yield from _table(("kernel", "who", "what", "Jitney, ms"), rows)


def _compile_times(measured: list[Measured]) -> Iterator[str]:
    yield from ["## First two calls, the longest", "", "Milliseconds.", ""]
    longest = sorted((one for one in measured if JITNEY in one.first), key=lambda one: -one.first[JITNEY])[:15]
    rows = []
    for one in longest:
        theirs = [f"{one.first[who]:.0f}" if who in one.first else "" for who in (NUMBA, CHECKED)]
        rows.append((one.name, f"{one.first[JITNEY]:.1f}", *theirs, _ratio(one.compile_ratio())))
    yield from _table(("kernel", JITNEY, NUMBA, CHECKED, "Jitney / Numba"), rows)


def _plot(path: Path, measured: list[Measured]) -> None:
    """For each peer, a bar for each kernel, worst first: up where Jitney is slower, down where it is faster."""
    try:
        import matplotlib
    except ImportError:
        print("matplotlib is not installed: NO PLOT")
        return
    matplotlib.use("svg")
    from matplotlib import pyplot

    matplotlib.rcParams.update({"svg.hashsalt": "jitney", "svg.fonttype": "none", "font.size": 9})
    figure, axes = pyplot.subplots(len(PEERS), 1, figsize=(11, 10), sharey=True, layout="constrained")
    for axis, peer in zip(axes, PEERS, strict=True):
        _panel(axis, peer, measured)
    figure.suptitle("Time of Jitney, every check on, to the peer's: one bar a kernel; below the line Jitney is faster")
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


def _panel(axis: Any, peer: str, measured: list[Measured]) -> None:
    found = sorted(((ratio, one.name) for one in measured if (ratio := one.ratio(peer)) is not None), reverse=True)
    axis.set_yscale("log", base=2)
    powers = range(-4, 8)
    axis.set_yticks([2.0**power for power in powers], [f"1/{2**-p}" if p < 0 else str(2**p) for p in powers])
    axis.axhline(1, color="black", linewidth=0.8)
    axis.grid(axis="y", linewidth=0.3)
    axis.set_xticks([])
    axis.margins(x=0.01)
    if not found:
        axis.set_title(f"{peer}: not measured here", loc="left")
        return
    ratios = [ratio for ratio, _ in found]
    colours = ["#c0504d" if ratio > 1 else "#4f81bd" for ratio in ratios]
    axis.bar(range(len(ratios)), [ratio - 1 for ratio in ratios], bottom=1, color=colours, width=0.9)
    for where, title, named in ((0.6, "worst", found[:4]), (0.8, "best", found[:-5:-1])):
        names = "\n".join([title, *(f"{ratio:.2f}  {name}" for ratio, name in named)])
        axis.text(where, 0.95, names, transform=axis.transAxes, va="top")
    axis.set_title(f"{peer}: geometric mean {geometric_mean(ratios):.2f} over {len(ratios)} kernels", loc="left")
