# Two commands set everything up on a machine with Python 3.11, make and a package index:
#   make run    reads the sample newsroom into a ledger and a report
#   make test   runs the tests
PYTHON ?= python3.11
VENV := .venv
READY := $(VENV)/.ready

.PHONY: run test ui lint lock clean

run: $(READY)
	@$(VENV)/bin/claims run

test: $(READY)
	@$(VENV)/bin/python -m pytest

ui: $(READY)
	@$(VENV)/bin/dg dev --host 127.0.0.1 --port 3000

lint: $(READY)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

# The environment is made again when the locked versions change, and only then.
$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) not found. Install Python 3.11, or name one: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(READY)

# Resolve pyproject.toml anew in an empty environment and write down what came out.
lock:
	sh scripts/lock.sh $(PYTHON)

clean:
	rm -rf $(VENV) out .dagster .dg
