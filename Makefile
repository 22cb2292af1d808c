# Every target sets up what it needs, in .venv (and .venv-3.x for the other interpreters that `make test` uses).

.PHONY: demo test fuzz conformance bench forms routines clean

# The main job: machine code from bytes and from the assembler, called from Python.
demo:
	@tools/setup.sh tools >/dev/null
	@.venv/bin/jitney demo

# Lint, types, and all tests on each CPython from 3.10 on that is found here.
test:
	@tools/test.sh

# Random programs, compiled in three ways, against the interpreter: COUNT of them, from SEED on.
COUNT ?= 10000
SEED ?= 0
fuzz:
	@tools/setup.sh dev >/dev/null
	@.venv/bin/python tests/jit/fuzz.py --count $(COUNT) --seed $(SEED)

# Every instruction form, with drawn operands, against iced-x86, GNU as and LLVM: the tables of docs/conformance.md.
conformance:
	@tools/setup.sh dev >/dev/null
	@.venv/bin/python tests/x86/conformance.py --write docs/conformance.md

# The figures, as ratios against named peers: ONLY=image those named so, QUICK=1 in fewer rounds. A full run writes
# benchmarks/RESULTS.md and a plot.
bench:
	@tools/setup.sh bench >/dev/null
	@.venv/bin/python bench/run.py $(foreach word,$(ONLY),--only $(word)) $(if $(QUICK),--quick)

# The table of instruction forms and the type stubs, made anew from the decoder library's tables.
forms:
	@tools/setup.sh dev >/dev/null
	@.venv/bin/python tools/make_forms.py
	@.venv/bin/python tools/make_stubs.py

# The permanent routines, assembled for each CPython that is found here.
routines:
	@for venv in $$(tools/setup.sh dev all); do $$venv/bin/python tools/make_routines.py; done

clean:
	rm -rf .venv .venv-3.* .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
