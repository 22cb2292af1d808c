"""Some thousands of random programs; fuzz.py runs more of them, and makes failing ones small."""

from __future__ import annotations

import os

import pytest

pytest.importorskip("numpy")

from jit.fuzz import FAILURES, REFUSED, run_chunk

CHUNK = 100
CHUNKS = int(os.environ.get("JITNEY_FUZZ_CHUNKS", 30))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_random_programs(chunk: int) -> None:
    findings = list(run_chunk(chunk * CHUNK, CHUNK))
    failures = [f"seed {seed} {kind}: {details}" for seed, (kind, details) in findings if kind in FAILURES]
    assert not failures, "\n\n".join(failures)
    refused = [verdict.details for _, verdict in findings if verdict.kind == REFUSED]
    assert len(refused) <= CHUNK // 10, "\n\n".join(refused)
