"""What became of the loops of a jitted function: spread over vectors or not, and why not; checks that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frontend.source import source_line
from ..ir.function import LoopReport
from .report import heading

if TYPE_CHECKING:
    from ..frontend.session import Specialisation


def loops_report(spec: Specialisation) -> str:
    """For each loop of the specialisation its line, and below it what was done, and what stood in the way of more."""
    rows = [f"; {heading(spec)}"]
    reports, shared = _reports(spec)
    if not reports:
        rows.append("; no loops")
    for place, report in enumerate(reports):
        indent = "  " * (report.depth - 1)
        rows.append(f"{report.line:5}  {indent}{source_line(spec.source, report.line).strip()}")
        found = ["shared by threads"] if report.line in shared else []
        rows += [f"       {indent}  - {row}" for row in [*found, *_rows(report, reports[:place])]]
    return "\n".join([*rows, ""])


def _reports(spec: Specialisation) -> tuple[list[LoopReport], set[int]]:
    """The loops of a function, and the lines of those that threads share: their bodies are functions of their own."""
    assert spec.function is not None
    parts = [_reports(part) for callee in spec.callees if callee.is_driver for part in callee.callees]
    bodies = {loops[0].line: loops for loops, _ in parts if loops}
    found: list[LoopReport] = []
    written = [LoopReport(line, depth, written=rounds) for line, (depth, rounds) in spec.function.unrolled.items()]
    for report in spec.function.loops:
        if report.line not in bodies:
            found.append(report)
        elif not any(other.line == report.line for other in found):
            found += [other._replace(depth=other.depth + report.depth - 1) for other in bodies[report.line]]
    lines = {report.line for report in found}
    for report in written:
        if report.line not in lines:
            behind = [place for place, other in enumerate(found) if other.line > report.line]
            found.insert(min(behind, default=len(found)), report)
    return found, set(bodies).union(*[shared for _, shared in parts])


def _rows(report: LoopReport, above: list[LoopReport]) -> list[str]:
    rows: list[str] = []
    if report.written:
        return [f"unrolled: written once for each of its {report.written} rounds"]
    if report.lanes:
        again = f", {report.unrolled} vectors at a time" if report.unrolled > 1 else ""
        rows.append(f"vectorised: {report.lanes} iterations at a time, in lanes of {report.bits} bits{again}")
    elif around := _around(report, above):
        rows.append(f"computed for {around.lanes} iterations of the loop at line {around.line} at a time")
    elif report.reason:
        where = f" (line {report.reason_line})" if report.reason_line not in (0, report.line) else ""
        rows.append(f"not vectorised: {report.reason}{where}")
    elif report.inner:
        rows.append("a loop inside is vectorised")
    if report.ordered:
        rows.append("what is added up is computed so, and added one after the other")
    if report.staged:
        rows.append("calls that few iterations need are made for many of them together")
    if report.unrolled > 1 and not report.lanes:
        rows.append(f"{report.unrolled} rounds at a time")
    if report.composed:
        rows.append(f"{report.composed} rounds at a time: what each needs of the one before is computed from the first")
    if report.split:
        checks = f"{report.checks} check{'s' * (report.checks != 1)} made before the loop"
        rows.append(checks if report.checks else "signals are looked for once in many iterations")
    return rows


def _around(report: LoopReport, above: list[LoopReport]) -> LoopReport | None:
    """The vectorised loop that this one is inside of."""
    depth = report.depth
    for other in reversed(above):
        if other.depth < depth:
            depth = other.depth
            if other.lanes:
                return other
    return None
