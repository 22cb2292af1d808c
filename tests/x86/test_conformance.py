"""A sample of `make conformance`: each form once, against the decoder, GNU as and LLVM."""

from __future__ import annotations

import pytest

pytest.importorskip("iced_x86")

import conformance

from jitney.x86.forms import forms

PARTS = 6
EVERY = conformance.all_forms()


@pytest.mark.parametrize("part", range(PARTS))
def test_sample(part: int) -> None:
    tallies, skipped = conformance.run(EVERY[part::PARTS], draws=1, seed=part, verified=True)
    assert not [(tally.name, line) for tally in tallies for line in tally.wrong]
    assert all(tally.same > 400 for tally in tallies)
    if skipped:
        pytest.skip("; ".join(skipped))


def test_what_the_table_says_of_masks_and_groups() -> None:
    """Where an instruction of the form that the table is made from would mislead."""
    (xlatb,) = forms("xlatb")
    assert xlatb.implied == "rbx:r al:rw"
    assert all("k:rw" in form.notes for form in forms("vpgatherdd") if form.encoding == "EVEX")
    assert all("whole" in form.notes for form in forms("vblendmpd"))
    assert not any(form.implied for name in ("v4fmaddps", "vp2intersectd") for form in forms(name))
    assert "rcx:crcw" in forms("encls")[0].implied
