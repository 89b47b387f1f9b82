# make demo   set up and grade the example submissions
# make test   set up and run everything that CI runs
# make nightly   the same, with what is random drawn far more often
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test nightly lint types unit prove editor

demo: .venv/ready
	@$(BIN)/python examples/demo.py

test: lint types prove unit

nightly:
	GRADE_TESTS=nightly $(MAKE) test

lint: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/ready
	$(BIN)/mypy

prove: .venv/ready
	$(BIN)/grade stub --check
	$(BIN)/grade prove

unit: .venv/ready
	$(BIN)/pytest -n auto --dist loadfile

# The editor of the browser edition, bundled from CodeMirror: needs npm, and only when it is to change.
editor:
	cd templates/web/editor && npm install --no-package-lock --no-fund --no-audit && npm run build
	rm -rf templates/web/editor/node_modules

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@
