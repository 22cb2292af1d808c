"""Every form of the table against three oracles, and its effects and its text: `make conformance`.

    python tests/x86/conformance.py [--draws N] [--seed N] [--only MNEMONIC]... [--write docs/conformance.md]

Operands are drawn for every form: all registers, every kind of address, edges of displacements and immediates, masks,
broadcasts, roundings, prefixes. The instruction, encoded in that form, must decode to what was written (iced-x86); what
Jitney makes of its text must be what GNU as and LLVM make of it. Where they don't agree, differences.py says why, or
it is a mismatch, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import differences
import drawing
import effects
import iced
from gnu import gnu, gnu_version
from llvm import llvm, llvm_version

from jitney.errors import AssemblyError
from jitney.machine.code import Code
from jitney.x86 import Assembler
from jitney.x86.forms import Form, forms, mnemonics
from jitney.x86.operands import Masked, Mem, Reg
from jitney.x86.select import PREFIXES, Instruction, selector
from jitney.x86.text import assemble

DRAWS = 60
ATTEMPTS = 40  # to draw operands that make an instruction
DISTANCES = (0, 1, 2, 100, 127, 128, 200, 300)
BRANCH_ROOM = 512
MAX_REFUSALS = 1  # of a form of Knights Corner, before an oracle is asked no more
MAX_SHOWN = 100


class Case(NamedTuple):
    """An instruction in a form, and what the text says that the other assemblers read."""

    form: Form
    made: Instruction
    decoded: Any
    text: str = ""  # none: the size of the memory was left out, and the text would be ambiguous
    wanted: bytes = b""  # Jitney's bytes for the text
    operands: tuple[Any, ...] = ()
    prefixes: tuple[str, ...] = ()

    @property
    def is_form(self) -> bool:
        """Whether the text gives this very form; else assemblers prefer another one for these operands."""
        return self.wanted == self.made.data


@dataclass
class Tally:
    """What came of the cases for one oracle."""

    name: str
    forms: set[Form] = field(default_factory=set)
    """Forms of which an instruction was the same in all bytes."""
    same: int = 0
    explained: dict[str, list[Case]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return self.same + sum(map(len, self.explained.values())) + len(self.wrong)


def all_forms(only: Iterable[str] = ()) -> list[Form]:
    wanted = set(only)
    return [form for name in mnemonics() if not wanted or name in wanted for form in forms(name)]


def cases(form: Form, draws: int, seed: int, wrong: list[str]) -> Iterator[Case]:
    """Drawn instructions of a form. What the decoder reads differently goes to `wrong`."""
    rng = drawing.Dealer(f"{form} {form.opcode} {seed}")
    marks = drawing.marks(form)
    allowed = sorted(name for name, (_, note) in PREFIXES.items() if note in form.notes)
    for number in range(draws):
        for _ in range(ATTEMPTS):
            operands = drawing.draw(form, rng, marks[(number + seed) % len(marks)])
            prefixes = _prefixes(allowed, rng)
            hints = _hints(form, rng, operands)
            try:
                if iced.is_its_own(form, operands):
                    made, decoded = iced.check(form, operands, prefixes, hints)
                else:
                    made, decoded = selector(form.mnemonic)(operands, prefixes, (form.opcode, *hints)), None
            except AssemblyError:  # a prefix that does not fit the operands, or more than 15 bytes
                continue
            except AssertionError as error:
                wrong.append(str(error))
                break
            text, wanted = _text(made, operands, prefixes, hints)
            yield Case(form, made, decoded, text, wanted, operands, prefixes)
            break
        else:
            wrong.append(f"no operands were found for {form} | {form.opcode}")


def _prefixes(allowed: list[str], rng: drawing.Dealer) -> tuple[str, ...]:
    if not allowed or rng.random() > 0.3:
        return ()
    prefix = rng.deal(allowed, "prefix")
    if prefix in ("xacquire", "xrelease") and "lock" in allowed and rng.random() < 0.8:
        return (prefix, "lock")
    return (prefix,)


def _hints(form: Form, rng: drawing.Dealer, operands: tuple[Any, ...]) -> tuple[str, ...]:
    """Now and then a longer encoding than the shortest."""
    if form.encoding == "MVEX" or rng.random() > 0.15:
        return ()
    memory = next((o[0] if isinstance(o, Masked) else o for o in operands if isinstance(o, (Mem, Masked))), None)
    is_implied = any(text.startswith("<m") for text in form.operands)
    base = memory.address.base if isinstance(memory, Mem) and not is_implied else None
    if base is not None and base.family != "rip":
        return ("disp32",)
    return ("vex3",) if form.encoding == "VEX" else ()


def _text(
    made: Instruction, operands: tuple[Any, ...], prefixes: tuple[str, ...], hints: tuple[str, ...]
) -> tuple[str, bytes]:
    """The instruction as a text that gives this very form, where there is one, and Jitney's bytes for it."""
    choose = selector(made.mnemonic).choose
    default = ("", b"")
    for more in ((), ("evex",), ("vex",)):
        if "vex3" in hints and more:
            continue
        try:
            other = choose(operands, prefixes, (*more, *hints) or None)
        except AssemblyError:
            continue
        text = "".join(f"{{{hint}}} " for hint in (*more, *hints)) + str(other)
        if other.data == made.data:
            return text, other.data
        default = (text, other.data) if not default[0] else default
    return default


def compare(tally: Tally, oracle: Callable[..., list[bytes | str]], found: list[Case]) -> None:
    """Assemble the cases' texts with an oracle, those that it refuses once more in its own spelling."""
    asked = Counter[Form]()
    found = [case for case in found if case.text and not _hopeless(case, asked)]
    theirs = oracle([case.text for case in found])
    again = {
        number: respelled
        for number, answer in enumerate(theirs)
        if isinstance(answer, str) and (respelled := differences.respelled(tally.name, found[number].text))
    }
    for number, answer in zip(again, oracle([text for text, _ in again.values()]) if again else (), strict=True):
        if not isinstance(answer, str):
            theirs[number] = answer
    for number, (case, answer) in enumerate(zip(found, theirs, strict=True)):
        if answer == case.wanted:
            tally.forms.update((case.form,) if case.is_form else ())
            if number in again:
                tally.explained.setdefault(f"spelled otherwise: {again[number][1]}", []).append(case)
            else:
                tally.same += 1
            continue
        reason = differences.explained(tally.name, case, answer)
        if reason is None:
            said = answer if isinstance(answer, str) else answer.hex(" ")
            tally.wrong.append(f"{case.form} | {case.form.opcode} | {case.text}: {case.wanted.hex(' ')}, there: {said}")
        else:
            tally.explained.setdefault(reason, []).append(case)


def _hopeless(case: Case, asked: Counter[Form]) -> bool:
    """Whether it is of Knights Corner, and other assemblers refused enough of its form."""
    asked[case.form] += 1
    return "knc" in case.form.notes and asked[case.form] > MAX_REFUSALS


def forced(tally: Tally, found: list[Case]) -> None:
    """GNU as can be asked for the other one of two forms that move between registers."""
    turned = [
        case
        for case in found
        if case.text
        and not case.is_form
        and not case.prefixes
        and all(isinstance(operand, (Reg, Masked)) for operand in case.operands)
        and case.form not in tally.forms
        and {"R", "M"} <= set(case.form.places)
    ]
    ways = [(case, way) for case in turned for way in ("{load}", "{store}")]
    hints = [next((h for h in ("{evex} ", "{vex3} ") if case.text.startswith(h)), "") for case, _ in ways]
    lines = [f"{way} {hint}{case.text.removeprefix(hint)}" for (case, way), hint in zip(ways, hints, strict=True)]
    for (case, _), answer in zip(ways, gnu(lines) if lines else (), strict=True):
        if answer == case.made.data:
            tally.forms.add(case.form)


def branches(chosen: list[Form]) -> Iterator[tuple[str, int]]:
    """Programs for GNU as and LLVM, each with one branch, and where it is."""
    near = {form.mnemonic for form in chosen if form.operands[-1:] == ("rel32",)}
    for mnemonic, mask in {(form.mnemonic, len(form.operands) == 2) for form in chosen if "D" in form.places}:
        for hint in ("", "short ") if mnemonic in near else ("",):
            branch = f"{mnemonic} {hint}{'k3, ' if mask else ''}1"
            for distance in DISTANCES:
                yield f"{branch}f; .skip {distance}, 0x90; 1:", 0
                yield f"1: .skip {distance}, 0x90; {branch}b", distance


def compare_branches(tally: Tally, oracle: Callable[..., list[bytes | str]], chosen: list[Form]) -> None:
    """Branches over distances around the edges, in whole programs."""
    programs = sorted(branches(chosen))
    theirs = oracle([text for text, _ in programs], BRANCH_ROOM) if programs else []
    by_key = {(form.mnemonic, ", ".join(form.operands), form.opcode): form for form in all_forms()}
    for (text, at), answer in zip(programs, theirs, strict=True):
        ours = _assembled(text)
        form = by_key.get(iced.form_key(iced.decode(ours[at:], "KNC").code)) if ours else None
        case = Case(form or chosen[0], Instruction(ours, form or chosen[0], ()), None, text, ours)
        if answer == ours or (not ours and isinstance(answer, str)):  # or out of reach for both
            tally.same += 1
            tally.forms.update({form} - {None})
        elif not ours and answer == _assembled(text.replace("short ", "")):
            tally.explained.setdefault("it takes a `short` that does not reach as no more than a wish", []).append(case)
        elif ours and (reason := differences.explained(tally.name, case, answer)) is not None:
            tally.explained.setdefault(reason, []).append(case)
        else:
            said = answer if isinstance(answer, str) else answer.hex(" ")
            tally.wrong.append(f"{text}: {ours.hex(' ')}, there: {said}")


def _assembled(program: str) -> bytes:
    """Jitney's bytes for a program, none if it refuses it."""
    try:
        return assemble(program.replace(";", "\n"))
    except AssemblyError:
        return b""


def read_back(tally: Tally, found: list[Case]) -> None:
    """The texts and the rows of a listing of all cases, read again: the bytes must be the same.

    Knights Corner's instructions only in rows: their names are those of AVX-512.
    """
    plain = [case for case in found if case.text and "knc" not in case.form.notes]
    for texts, wanted in (
        ([case.text for case in plain], [case.wanted for case in plain]),
        (_rows(found), [case.made.data for case in found]),
    ):
        if assemble("\n".join(texts)) == b"".join(wanted):
            tally.same += len(texts)
            continue
        for text, data in zip(texts, wanted, strict=True):
            try:
                read = assemble(text)
            except AssemblyError as error:
                tally.wrong.append(str(error))
                continue
            if read == data:
                tally.same += 1
            else:
                tally.wrong.append(f"{text}: {data.hex(' ')}, read as {read.hex(' ')}")
    tally.forms.update(case.form for case in found)


def read_again(tally: Tally, form: Form, code: Code) -> None:
    """The listing of a program, read again: the bytes must be the same."""
    again = Assembler()
    again.text(code.listing())
    if again.code().layout().sections["text"].data == code.layout().sections["text"].data:
        tally.same += 1
        tally.forms.add(form)
    else:
        tally.wrong.append(code.listing())


def _rows(found: list[Case]) -> list[str]:
    """A listing of the cases, one text an instruction."""
    a = Assembler()
    for case in found:
        a._append(case.made)
    rows: list[str] = []
    for row in a.code().listing().splitlines():
        if row[42:].strip():
            rows.append(row)
        else:  # the bytes of a long instruction go on
            rows[-1] += "\n" + row
    return rows


def compare_effects(tally: Tally, found: list[Case]) -> None:
    """Registers, flags and memory that are read and written, by the table and by the decoder."""
    for case in found:
        if case.decoded is None:
            continue
        different = effects.difference(case)
        reason = effects.explained(case) if different else None
        if not different:
            tally.same += 1
        elif reason is not None:
            tally.explained.setdefault(reason, []).append(case)
        else:
            tally.wrong.append(different)
        tally.forms.add(case.form)


def run(chosen: list[Form], draws: int, seed: int = 0, verified: bool = False) -> tuple[list[Tally], list[str]]:
    """All comparisons of these forms, and what was skipped: an oracle that is missing, or `verified` and another
    version than the one that differences.py is written for."""
    decoder, reads, texts = Tally("iced-x86"), Tally("effects"), Tally("listings")
    plain = [form for form in chosen if "D" not in form.places]
    found: list[Case] = []
    for form in plain:
        found += cases(form, draws, seed, decoder.wrong)
    for form in chosen:
        if "D" in form.places:
            for distance in (-100, 0, 100):
                code = iced.check_branch(form, distance)
                decoder.same += 1
                read_again(texts, form, code)
            decoder.forms.add(form)
    own = [case for case in found if case.decoded is not None]
    decoder.same += len(own)
    decoder.forms |= {case.form for case in own}
    others = [case for case in found if case.decoded is None]
    for case in others:
        decoder.explained.setdefault("the decoder has another name for it with these operands", []).append(case)
    compare_effects(reads, found)
    for _, some in groupby(found, lambda case: case.form):  # form by form, so that a mistake stays near its place
        read_back(texts, list(some))
    tallies, skipped = [decoder], []
    for name, present, oracle in (
        (differences.GNU, gnu_version(), gnu), (differences.LLVM, llvm_version(), llvm),
    ):  # fmt: skip
        tally = Tally(name)
        if not present or (verified and present not in differences.VERIFIED[name]):
            why = "of another version than differences.py is written for" if present else "not installed"
            skipped.append(f"{name} is {why}: its comparisons are SKIPPED")
            continue
        compare(tally, oracle, found)
        compare_branches(tally, oracle, chosen)
        if oracle is gnu:
            forced(tally, found)
        tallies.append(tally)
    return [*tallies, reads, texts], skipped


WHAT = {
    "iced-x86": "decodes to the same form, operands, mask, rounding, prefixes",
    differences.GNU: "assembles the text to the same bytes",
    differences.LLVM: "assembles the text to the same bytes",
    "effects": "table and decoder agree on registers, flags and memory read and written",
    "listings": "text and listing row, read again, give the same bytes",
}


def report(tallies: list[Tally], skipped: list[str], chosen: list[Form], draws: int) -> str:
    """The tables of docs/conformance.md."""
    versions = {
        "iced-x86": version("iced-x86"),
        differences.GNU: ".".join(map(str, gnu_version())),
        differences.LLVM: str(llvm_version()),
    }
    lines = [INTRODUCTION.format(count=len(chosen), draws=draws)]
    lines += _table("oracle", "what is compared", "forms:", "instructions:", "same:", "explained:", "mismatches:")
    for tally in tallies:
        explained = sum(map(len, tally.explained.values()))
        name = f"{tally.name} {versions.get(tally.name, '')}".strip()
        counts = (len(tally.forms), tally.count, tally.same, explained, len(tally.wrong))
        lines.append(f"| {name} | {WHAT[tally.name]} | {' | '.join(f'{count:,}' for count in counts)} |")
    lines += [f"\n{text}." for text in skipped]
    lines += [DISAGREEMENTS, *_table("oracle", "reason", "forms:", "instructions:", "for example")]
    for tally in tallies:
        for reason, some in sorted(tally.explained.items(), key=lambda item: (-len(item[1]), item[0])):
            example = (some[0].text or str(some[0].made)).replace("|", "\\|")
            forms_ = len({case.form for case in some})
            lines.append(f"| {tally.name} | {reason} | {forms_} | {len(some):,} | `{example}` |")
    lines += [UNSEEN, *_table("why", "forms:", "for example")]
    unseen = _unseen(tallies, chosen)
    for reason, those in sorted(unseen.items(), key=lambda item: (-len(item[1]), item[0])):
        example = f"{those[0]}` as `{those[0].opcode}"
        lines.append(f"| {reason} | {len(those)} | `{example}` |")
    return "\n".join(lines) + "\n"


INTRODUCTION = """\
# Conformance of the assembler

Written by `make conformance`: tests/x86/conformance.py draws and compares, tests/x86/differences.py holds the
explanations, each of which derives the bytes that it allows.

{count:,} forms, {draws} drawn sets of operands for each: all registers, every kind of address, displacements and
immediates at their edges, masks, zeroing, broadcasts, rounding modes, prefixes. A form counts for an oracle when at
least one instruction in that very form was the same in all bytes.
"""
DISAGREEMENTS = """
## Where they disagree

Refused: the oracle has no such instruction. Spelled otherwise: it wants other words for the same bytes. In all other
cases its bytes are exactly those that the reason leads to.
"""
UNSEEN = """
## Forms that only the decoder has confirmed

Neither of the two assemblers was seen to write them. Jitney writes them when `encoding=` asks for them.
"""


def _table(*columns: str) -> list[str]:
    """The head of a table; columns of numbers end in a colon."""
    return [
        f"| {' | '.join(column.rstrip(':') for column in columns)} |",
        f"|{'|'.join('--:' if column.endswith(':') else '---' for column in columns)}|",
    ]


def _unseen(tallies: list[Tally], chosen: list[Form]) -> dict[str, list[Form]]:
    """The forms that neither assembler wrote, by reason."""
    assemblers = [tally for tally in tallies if tally.name in (differences.GNU, differences.LLVM)]
    refused: dict[Form, str] = {}
    for tally in assemblers:
        for reason, some in tally.explained.items():
            if reason.startswith("refused: "):
                refused.update(
                    (case.form, reason.removeprefix("refused: ").replace("to it", "to them")) for case in some
                )
    found: dict[str, list[Form]] = {}
    for form in chosen:
        if not any(form in tally.forms for tally in assemblers):
            reason = refused.get(form, "they write these operands in another form, which is shorter or comes first")
            if "knc" in form.notes:
                reason = "Knights Corner (MVEX) is unknown to them"
            elif "D" in form.places:
                reason = "their text does not tell this branch from another"
            found.setdefault(reason, []).append(form)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=DRAWS, help="sets of operands for each form")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", action="append", default=[], metavar="MNEMONIC")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the tables there too")
    options = parser.parse_args()
    chosen = all_forms(options.only)
    tallies, skipped = run(chosen, options.draws, options.seed)
    text = report(tallies, skipped, chosen, options.draws)
    print(text)
    wrong = [(tally.name, line) for tally in tallies for line in tally.wrong]
    for name, line in wrong[:MAX_SHOWN]:
        print(f"MISMATCH with {name}: {line}")
    print(f"{len(chosen)} forms x {len(tallies)} comparisons: {len(wrong)} mismatches")
    for line in skipped:
        print(f"!!! {line}")
    if options.write:
        options.write.write_text(text)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
