# Two commands do all the set-up: `make demo` and `make test`. `make check` is what CI runs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
DEMO   := build/demo

.PHONY: demo test check lint types floors docs bench lock clean

demo: $(STAMP)  ## import a real plan, show its status, write the year-end report
	@rm -rf $(DEMO) && mkdir -p $(DEMO)/data
	@cp -r data/ledger data/sources $(DEMO)/data/ && cp -r gongkai.yaml evidence $(DEMO)/
	@$(BIN)/gongkai -C $(DEMO) import data/sources/guangzhou-sports-2021-plan.txt
	@$(BIN)/gongkai -C $(DEMO) status --plan guangzhou-sports-2021 --as-of 2021-09-20
	@$(BIN)/gongkai -C $(DEMO) report year-end --plan guangzhou-sports-2021 --as-of 2022-01-10

test: $(STAMP)  ## run the tests
	$(BIN)/python -m pytest

check: $(STAMP) lint types floors  ## everything CI runs
	$(BIN)/python -m pytest --cov --cov-report=term --cov-report=

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

floors: $(STAMP)
	$(BIN)/lint-imports

docs: $(STAMP)  ## write the pages that are made from the code
	$(BIN)/python tools/make_checks_page.py
	$(BIN)/python tools/make_schemas.py

bench: $(STAMP)  ## print speed ratios from one run on this machine
	$(BIN)/python tools/bench.py

lock:  ## pin the development requirements anew (asks the package index)
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip install --quiet pip-tools
	.cache/lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--output-file requirements-dev.txt requirements-dev.in pyproject.toml

$(STAMP): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) build dist
