"""Fuzz the compiler: random programs, run by the interpreter and compiled in several ways, must do the same.

    python tests/jit/fuzz.py [--count N] [--seed S] [--jobs J]     so many programs, from that seed on
    python tests/jit/fuzz.py --show SEED                           one program, and how it fails
    python tests/jit/fuzz.py --reduce SEED                         the least of it that still fails as it does

Programs run in child processes, so a crash or a hang is told from a wrong answer, and ends nothing else.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

import checking
from jit import generate_loops
from jit.generate import Program
from jit.generate import generate as generate_any
from jit.support import build, decorated, difference, eval_arguments, outcome

from jitney import UnsupportedError, jit
from jitney.compiler import INLINING, MERGING, PASSES
from jitney.passes import split

checking.install()


WAYS: dict[str, Callable[[Any], Any]] = {
    "native": jit,
    "without passes": jit(_passes=False),
    **{f"without {name}": jit(_passes=frozenset((name,))) for name in (INLINING, MERGING, *[n for n, _ in PASSES[1:]])},
    "interpreted IR": jit(_interpreter=True),
}
"""What compiled functions are made by. Each decorates the program's functions."""

LEVELS = ("avx512", "avx2", "sse2")
"""What vector instructions there are: chunks of programs take turns, unless JITNEY_CPU says which."""

LOOPS = int(os.environ.get("JITNEY_FUZZ_LOOPS", 4))
"""One program in so many is made of loops that vectors are for."""


def generate(seed: int) -> Program:
    """The program of that seed."""
    return generate_loops.generate(seed) if seed % LOOPS == LOOPS - 1 else generate_any(seed)


def some_ways(seed: int) -> dict[str, Callable[[Any], Any]]:
    """Three ways: of those that leave out passes, the program's turn."""
    names = list(WAYS)
    return {name: WAYS[name] for name in (names[0], names[1 + seed % (len(names) - 2)], names[-1])}


SAME, REFUSED, PARTLY = "same", "refused", "partly written"
WRONG, CRASHED, HANGS, BROKEN = FAILURES = ("wrong", "crashed", "hangs", "broken")
SECONDS = 120
"""What a child process may take for a chunk of programs."""


class Verdict(NamedTuple):
    """How the calls of a program went: the worst of them."""

    kind: str
    details: str = ""


def check(program: Program, ways: dict[str, Callable[[Any], Any]] = WAYS) -> Verdict:
    """Compare the interpreter with each way."""
    source = decorated(program.source)
    python = build(source, lambda function: function)
    worst = Verdict(SAME)
    for name, way in ways.items():
        compiled = build(source, way)
        for call in program.calls:
            expected = outcome(python, eval_arguments(call))
            got = outcome(compiled, eval_arguments(call))
            problem = difference(expected, got)
            if not problem:
                continue
            if isinstance(got.error, UnsupportedError):
                worst = Verdict(REFUSED, str(got.error))
            elif type(got.error) is OverflowError and "partly written" in str(got.error):
                worst = worst if worst.kind == REFUSED else Verdict(PARTLY)
            else:
                return Verdict(WRONG, f"{name}: f({call})\n{problem}")
    return worst


# --- in child processes


def work(first: int, count: int) -> None:
    """Check `count` programs, and print a line before each and about each that is more than the same."""
    for seed in range(first, first + count):
        print("at", seed, flush=True)
        verdict = check(generate(seed), some_ways(seed))
        if verdict.kind != SAME:
            print("found", json.dumps([seed, *verdict]), flush=True)
    print("done", flush=True)


def run_chunk(first: int, count: int) -> Iterator[tuple[int, Verdict]]:
    """The seeds whose programs are not simply the same, with how they are; past a crash it goes on behind it."""
    end = first + count
    level = os.environ.get("JITNEY_CPU", LEVELS[first // count % len(LEVELS)])
    while first < end:
        output, verdict = _child("--work", str(first), str(end - first), level=level)
        for line in output:
            word, _, rest = line.partition(" ")
            if word == "at":
                first = int(rest)
            elif word == "found":
                seed, kind, details = json.loads(rest)
                yield seed, Verdict(kind, details)
            elif word == "done":
                return
        yield first, verdict
        first += 1


def check_apart(program: Program) -> Verdict:
    """Check a program in a child process."""
    output, verdict = _child("--work-on", json.dumps(program))
    for line in output:
        if line.startswith("found "):
            return Verdict(*json.loads(line[6:]))
    return verdict


def _child(*arguments: str, level: str = os.environ.get("JITNEY_CPU", LEVELS[0])) -> tuple[list[str], Verdict]:
    """What a child process printed, and what its end says if it isn't a good one."""
    command = [sys.executable, "-X", "faulthandler", __file__, *arguments]
    environment = {**os.environ, "JITNEY_CPU": level}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            output, errors = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            return output.splitlines(), Verdict(HANGS, f"not done after {SECONDS} s")
    code = process.returncode
    if code < 0:
        return output.splitlines(), Verdict(CRASHED, f"{signal.Signals(-code).name}\n{errors[-2000:]}")
    if code > 0:  # an exception in this file
        return output.splitlines(), Verdict(BROKEN, errors[-3000:])
    return output.splitlines(), Verdict(SAME)


# --- making a failing program small


def reduce(program: Program, tries: int = 400) -> Program:
    """Delete statements and calls, as long as the program fails in the same way. One that doesn't fail stays."""
    failure = _failure(check_apart(program))
    if failure[0] not in FAILURES:
        return program
    for call in program.calls:
        if _failure(check_apart(single := Program(program.source, (call,)))) == failure:
            program = single
            break
    progress = True
    while progress and tries > 0:
        progress = False
        for source in _smaller(program.source):
            tries -= 1
            candidate = Program(source, program.calls)
            if _failure(check_apart(candidate)) == failure:
                program, progress = candidate, True
                break
            if tries <= 0:
                break
    return program


def _failure(verdict: Verdict) -> tuple[str, ...]:
    """What two failures have in common if they may well have the same cause: the way, and the error if there is one."""
    return verdict.kind, *re.findall(r"^[\w ]+: (?=f\()|^ +got \w+Error|^argument", verdict.details, re.MULTILINE)


def _smaller(source: str) -> Iterator[str]:
    """The source with one statement deleted, or replaced by what is in it, or an operation by one of its operands."""
    count = sum(1 for _ in ast.walk(ast.parse(source)))
    for number in range(count):
        for change in (_delete, _unwrap):
            tree = ast.parse(source)
            if change(tree, number):
                yield ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    for number in range(count):
        for choice in range(2):
            tree = ast.parse(source)
            if _simplify(tree, number, choice):
                yield ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _statement(tree: ast.AST, number: int) -> tuple[list[ast.stmt], int] | None:
    """Where the statement of that number stands: outer ones come first."""
    fields = [getattr(node, field, None) for node in ast.walk(tree) for field in ("body", "orelse")]
    places = [(body, index) for body in fields if isinstance(body, list) for index in range(len(body))]
    return places[number] if number < len(places) else None


def _delete(tree: ast.AST, number: int) -> bool:
    if (place := _statement(tree, number)) is None:
        return False
    body, index = place
    if isinstance(body[index], ast.Pass) and len(body) == 1:
        return False
    body[index : index + 1] = [] if len(body) > 1 else [ast.Pass()]
    return True


def _unwrap(tree: ast.AST, number: int) -> bool:
    if (place := _statement(tree, number)) is None:
        return False
    body, index = place
    inner = getattr(body[index], "body", None)
    if not isinstance(inner, list) or isinstance(body[index], ast.FunctionDef):
        return False
    body[index : index + 1] = inner
    return True


def _simplify(tree: ast.AST, number: int, choice: int) -> bool:
    """Replace the expression of that number by one of its operands, or a constant index or the like by 1."""
    seen = -1
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            values = value if isinstance(value, list) else [value]
            for position, child in enumerate(values):
                if not isinstance(child, ast.expr) or isinstance(child, ast.Name | ast.Constant):
                    continue
                seen += 1
                if seen != number:
                    continue
                operands = [part for part in ast.iter_child_nodes(child) if isinstance(part, ast.expr)]
                if choice >= len(operands) or not isinstance(getattr(child, "ctx", ast.Load()), ast.Load):
                    return False
                operand = operands[-1 - choice]
                if isinstance(value, list):
                    value[position] = operand
                else:
                    setattr(node, field, operand)
                return True
    return False


# --- the command


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--chunk", type=int, default=250, help="programs to a child process")
    parser.add_argument("--show", type=int, metavar="SEED")
    parser.add_argument("--reduce", type=int, metavar="SEED")
    parser.add_argument("--reduced", type=int, default=3, help="how many failures to reduce at the end")
    parser.add_argument("--work", type=int, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--work-on", help=argparse.SUPPRESS)
    options = parser.parse_args()
    split.CHUNK = 64  # so that short loops have several chunks
    split.WORTH = split.Copy.least = 2
    if options.work:
        work(*options.work)
    elif options.work_on:
        verdict = check(Program(*json.loads(options.work_on)))
        print("found", json.dumps(verdict))
    elif options.show is not None:
        program = generate(options.show)
        print(program.source, *program.calls, "", check_apart(program), sep="\n")
    elif options.reduce is not None:
        _print_reduced(options.reduce)
    else:
        sys.exit(_fuzz(options))


def _fuzz(options: argparse.Namespace) -> int:
    start = time.perf_counter()
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    failed: list[int] = []

    def chunk(first: int) -> list[tuple[int, Verdict]]:
        return list(run_chunk(first, min(options.chunk, options.seed + options.count - first)))

    with ThreadPoolExecutor(options.jobs) as pool:
        for findings in pool.map(chunk, range(options.seed, options.seed + options.count, options.chunk)):
            for seed, verdict in findings:
                counts[verdict.kind] += 1
                if verdict.kind in FAILURES:
                    failed.append(seed)
                    print(f"seed {seed} {verdict.kind}: {verdict.details}\n", flush=True)
                elif verdict.kind == REFUSED:
                    reasons[_reason(verdict.details)] += 1
    elapsed = time.perf_counter() - start
    shown = ", ".join(f"{count} {kind}" for kind, count in counts.most_common()) or "all the same"
    print(f"{options.count} programs in {elapsed:.0f} s: {shown}")
    print(f"refused: {100 * counts[REFUSED] / max(options.count, 1):.1f} %")
    for reason, count in reasons.most_common(12):
        print(f"    {count:5} {reason}")
    for seed in failed[: options.reduced]:
        _print_reduced(seed)
    return 1 if failed else 0


def _reason(message: str) -> str:
    """The line of a refusal that says what is not supported, for counting."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return re.sub(r"^.*?>:\d+: in \w+: ", "", lines[0])[:110] if lines else ""


def _print_reduced(seed: int) -> None:
    program = reduce(generate(seed))
    kind, details = check_apart(program)
    print(f"--- seed {seed}, reduced, {kind}:\n{program.source}", *(f"f({call})" for call in program.calls), sep="\n")
    print(details, flush=True)


if __name__ == "__main__":
    main()
