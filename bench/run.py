"""Print Jitney's figures beside those of named peers, taken in turns in one run: `make bench`.

    python bench/run.py [--only WORD]... [--quick] [--json FILE] [--report FOLDER]

A row shows a loss as plainly as a gain: `ok` where the floor is reached, `LOSS` where it is not, nothing where the
figure is for information. A peer that is not installed is reported, and its rows are missing.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import platform
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import build, calls, jit, kernels, memory, parallel, report, startup, text
from bench.measure import Figure, Row, Skipped

FIGURES: list[Figure] = [
    calls.against_builtins,
    calls.against_ctypes,
    calls.against_numba,
    startup.import_time,
    startup.first_result,
    build.builder,
    build.first_program,
    build.emit_to_call,
    text.against_keystone,
    text.growth,
    text.first_line,
    memory.many_functions,
    jit.calls,
    jit.cold_process,
    jit.compile_time_by_size,
    parallel.against_threads,
    parallel.against_numba,
]

COLUMNS = "{:<48} {:>9} {:<9} {:<28} {:>9} {:>7}  {:<24} {}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", default=[], metavar="WORD", help="figures and kernels named so")
    parser.add_argument("--quick", action="store_true", help="kernels in fewer rounds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there too")
    help = "write the kernels' tables and plot there (a full run writes benchmarks/, unless it is quick)"
    parser.add_argument("--report", type=Path, metavar="FOLDER", help=help)
    options = parser.parse_args()

    measured: list[kernels.Measured] = []
    figures: dict[str, Figure] = {f"{f.__module__.rpartition('.')[2]}.{f.__name__}": f for f in FIGURES}
    figures = {name: f for name, f in figures.items() if not options.only or any(w in name for w in options.only)}
    chosen = kernels.choose([] if "kernels" in options.only else options.only)
    effort = kernels.QUICK if options.quick else kernels.Effort()
    if chosen:
        figures["kernels.against_peers"] = partial(kernels.against_peers, chosen, effort, measured)
    if not figures:
        parser.error(f"no figure and no kernel is named {' or '.join(options.only)}")

    print(f"{_processor()}, {platform.python_implementation()} {platform.python_version()}\n")
    print(COLUMNS.format("what", "jitney", "", "peer", "", "ratio", "floor", ""))
    rows: list[Row] = []
    skipped: list[str] = []
    for name, figure in figures.items():
        try:
            for row in figure():
                if isinstance(row, Row):
                    rows.append(row)
                print(_line(row) if isinstance(row, Row) else row, flush=True)
        except Skipped as reason:
            skipped.append(f"{name}: {reason}")
            print(f"{name}: SKIPPED, {reason}", flush=True)

    losses = sum(row.ok is False for row in rows)
    print(f"\n{len(rows)} rows, {losses} losses, {len(skipped)} figures skipped")
    if options.json:
        found = {
            "kernels": [dataclasses.asdict(one) for one in measured],
            "processor": _processor(),
            "python": platform.python_version(),
            "rows": [{**dataclasses.asdict(row), "ok": row.ok} for row in rows],
            "skipped": skipped,
        }
        options.json.write_text(json.dumps(found, indent=1) + "\n")
    folder = options.report or (None if options.only or options.quick else report.FOLDER)
    if folder and measured:
        report.write(folder, measured, _processor())
        print(f"written: {folder / report.TABLES} and {folder / report.PLOT}")


def _line(row: Row) -> str:
    return COLUMNS.format(
        row.what,
        _number(row.ours),
        row.unit,
        row.peer,
        "" if row.theirs is None else _number(row.theirs),
        "" if row.ratio is None else f"{row.ratio:.2f}x",
        row.floor.text if row.floor else "",
        {True: "ok", False: "LOSS", None: ""}[row.ok],
    ).rstrip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"


def _processor() -> str:
    from jitney.x86 import cpu

    return cpu.processor().brand


if __name__ == "__main__":
    main()
