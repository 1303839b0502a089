# What a person types. Everything happens in $(VENV); nothing is installed outside the checkout.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo install dev test lint types gate manual twins bench clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1 \t/' | expand -t 16

demo: install ## install into .venv and read the sample reports
	$(BIN)/lodeline demo

install: $(VENV)/.installed ## the command, at .venv/bin/lodeline

dev: $(VENV)/.installed-dev ## the command and what its development needs

test: dev ## run the tests
	$(BIN)/python -m pytest

lint: dev ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: dev ## strict types
	$(BIN)/mypy

gate: dev ## reading quality against its floors (tests/gate.toml)
	$(BIN)/python tests/gate.py

manual: dev ## write docs/reference/cli.md from the command's help
	$(BIN)/python scripts/write_cli_manual.py

twins: dev ## twins of a gold text: made, read, scored
	$(BIN)/python benchmarks/score_twins.py --shared $(SHARED)

bench: dev ## speed of reading, beside a tokenisation pass and beside other systems
	$(BIN)/python benchmarks/reading_speed.py
	$(BIN)/python benchmarks/against_others.py

clean: ## remove everything that the targets made
	rm -rf $(VENV) .venv-* build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
		echo "$(PYTHON) is not Python 3.11, 3.12 or 3.13; name one: make demo PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# The interpreter is an order-only prerequisite: its timestamp is the system's and says nothing.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed
