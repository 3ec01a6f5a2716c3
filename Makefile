# The same commands that continuous integration runs. PYTHON picks the interpreter of the virtual environment.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help setup demo page lint format types test bench record wheel clean

help:
	@echo "make demo    set up what the embedded model needs and read an example article"
	@echo "make page    the same as a web page on this machine"
	@echo "make test    set up everything and run the tests"
	@echo "make setup   set up everything"
	@echo "make lint types bench wheel format clean"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet "torch==2.13.0" -e ".[dev]"
	@touch $(VENV)/.base $@

setup: $(VENV)/.dev

demo: $(VENV)/.base
	$(BIN)/jisr read examples/politics.ar.txt --offline

page: $(VENV)/.base
	$(BIN)/python app.py

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev
	$(BIN)/mypy

test: $(VENV)/.dev
	$(BIN)/python -m pytest

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

# CORPUS names a folder with development sets; see docs/evaluation.md.
CORPUS ?= corpus

record: $(VENV)/.dev
	$(BIN)/python -m eval record --corpus $(CORPUS)

wheel: $(VENV)/.dev
	$(BIN)/python -m pip wheel --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
