# make        set up, show the demo, then make the answer keys of all exercises, so that no command waits for one
# make demo   set up and show three mistakes
# make test   set up and run everything that CI runs
# make course   what `grade start` writes: stubs, notebooks, public keys
# make docs   the docs as a site in build/site/, and the man page
# make dist   build wheel and sdist with that course, and check them
# make bench   every figure of speed beside its floor, in under ten minutes
# make nightly   the same, with all of which it takes a sample, and what is random drawn far more often
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all demo keys test nightly bench lint types unit prove editor course dist docs

all: demo keys

keys: .venv/ready
	@$(BIN)/python .ci/make_keys.py

course: keys
	rm -f grader/course.zip
	$(BIN)/grade release grader/course.zip

docs: .venv/ready
	rm -rf build/docs && mkdir -p build && cp -r docs build/docs
	cp README.md CONTRIBUTING.md CHANGELOG.md build/
	$(BIN)/python .ci/reference.py build/docs build/grade.1
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

dist: course
	rm -rf dist
	$(BIN)/python -m hatchling build
	$(BIN)/python .ci/check_dist.py dist

demo: .venv/ready
	@$(BIN)/python examples/demo.py

test: lint
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target types prove
	@$(MAKE) --no-print-directory unit

nightly:
	GRADE_TESTS=nightly $(MAKE) test

bench: .venv/ready
	$(BIN)/python bench/speed.py

lint: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/ready
	$(BIN)/mypy

prove: .venv/ready
	$(BIN)/grade stub --check
	$(BIN)/grade prove

unit: .venv/ready
	$(BIN)/pytest -n auto --dist worksteal

# The editor of the browser edition, bundled from CodeMirror: needs npm, and only when it is to change.
editor:
	cd templates/web/editor && npm install --no-package-lock --no-fund --no-audit && npm run build
	rm -rf templates/web/editor/node_modules

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@
