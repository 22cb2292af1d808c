#!/usr/bin/env bash
# All checks: lint, format and types once; the tests on every interpreter found, and the call tests once more with the
# object layouts taken as unknown. Arguments go to pytest. Stops at the first failure.
set -euo pipefail
exec </dev/null
cd "$(dirname "$0")/.."

step() {
    echo "--- $*"
    "$@"
}

venvs=$(tools/setup.sh dev all)
step .venv/bin/ruff check
step .venv/bin/ruff format --check
step .venv/bin/mypy
for venv in $venvs; do
    # thousands of random programs, and the long tables whole, on the first interpreter; samples on the others
    if [ "$venv" = .venv ]; then
        export JITNEY_FUZZ_CHUNKS=30 JITNEY_TABLES=1
    else
        export JITNEY_FUZZ_CHUNKS=1 JITNEY_TABLES=8
    fi
    step "$venv/bin/python" -m pytest -q -n 2 "$@"
    if [ "$venv" = .venv ]; then
        for level in avx2 sse2; do # vector instructions of older processors
            step env JITNEY_CPU=$level "$venv/bin/python" -m pytest -q -n 2 tests/kernels
        done
    fi
    step env JITNEY_LAYOUT=unknown "$venv/bin/python" -m pytest -q -n 2 tests/calls
done
