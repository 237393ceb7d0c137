# make run and make test do everything, from a fresh clone on; see tools/set_up.sh for PYTHON and VENV.

VENV ?= .venv
export VENV
python = $(VENV)/bin/python

# Xvfb, where it is there, is started by pytest itself, one display for each worker.
pytest = $(if $(shell command -v Xvfb 2>/dev/null),,QT_QPA_PLATFORM=offscreen) $(python) -m pytest

.PHONY: run test soak bench lint format lock set-up set-up-dev clean

run: set-up ## open the window
	$(python) main.py

test: set-up-dev ## run the tests; CARD_CABINET_SAMPLES=DIR also reads the sample files there
	$(pytest) -n auto --maxprocesses 4

soak: set-up-dev ## the big numbers: thousands of days and kills
	CARD_CABINET_SOAK=1 $(pytest) -m soak

bench: set-up ## the README's figures, each beside a bare baseline
	$(python) main.py bench

lint: set-up-dev ## format, lint, types, import contracts
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(python) -m mypy
	$(VENV)/bin/lint-imports

format: set-up-dev
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

lock: set-up-dev ## pin the dependencies anew; UPGRADE=1 moves them to their newest versions
	tools/lock.sh

set-up:
	@tools/set_up.sh run

set-up-dev:
	@tools/set_up.sh dev

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
