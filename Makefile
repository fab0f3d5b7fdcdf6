# Every target makes the virtual environment it needs. `make` alone explains them.

# The first of these that is new enough; PYTHON=… chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
CONFIG ?= config.yaml
MAKEFLAGS += --no-print-directory

.PHONY: help serve test check bench clean
.DEFAULT_GOAL := help

help: ## explain the targets
	@echo "Dépêche: search French news articles. Targets:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile
	@echo "Settings: CONFIG=FILE (config.yaml), PYTHON=python3.x; DEPECHE_SERVER_PORT=8001 make serve takes another port."

# What was skipped (3), or a loss that was refused (4), has been told, and leaves an index that can be served.
serve: $(VENV)/.core ## install, index the articles of config.yaml, serve the search page
	@"$(BIN)/depeche" reindex --config "$(CONFIG)" --if-needed || case $$? in 3|4) ;; *) exit 1;; esac
	@exec "$(BIN)/depeche" serve --config "$(CONFIG)"

test: $(VENV)/.test ## install, run every test
	@"$(BIN)/python" -m pytest -n 2 --dist loadfile

check: $(VENV)/.dev ## what every commit must pass: style, types, layers, tests
	@"$(BIN)/ruff" format --check .
	@"$(BIN)/ruff" check .
	@"$(BIN)/mypy"
	@"$(BIN)/python" -m pytest -q -n 2 --dist loadfile

bench: $(VENV)/.bench ## run the benchmarks (long), report on the facets, renew docs/benchmarks.md
	@for part in facets analysis recognition cleaning copies writing indexing answers; do \
	  echo "== $$part"; "$(BIN)/python" -m benchmarks.$$part || exit 1; done
	@echo "== engines"; "$(BIN)/python" -m benchmarks

clean: ## remove the virtual environment, the index of the seeds and every cache
	rm -rf $(VENV) var build dist *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# pip is asked for errors only (-qq): older ones, such as that of Python 3.11, warn that lxml has no extra html_clean, which
# justext asks for by its old spelling; setup.cfg itself asks for what that extra stands for.
# The modules are compiled here: where Python may write nothing beside them later (PYTHONDONTWRITEBYTECODE, as in many
# containers), every command would compile them anew, which takes longer than most of what it does.
# pip runs as a module: scripts of an environment in a long path with spaces may not start by themselves.
$(VENV)/.core: setup.cfg pyproject.toml | $(VENV)/bin/python
	@echo "Installing Dépêche into $(VENV) (a minute or so the first time) ..."
	@"$(BIN)/python" -m pip install -qq --disable-pip-version-check --editable .
	@"$(BIN)/python" -m compileall -q index search web
	@touch $@

$(VENV)/.test $(VENV)/.dev $(VENV)/.bench: $(VENV)/.%: setup.cfg pyproject.toml | $(VENV)/bin/python
	@echo "Installing Dépêche and what '$*' needs into $(VENV) ..."
	@"$(BIN)/python" -m pip install -qq --disable-pip-version-check --editable '.[$*]'
	@"$(BIN)/python" -m compileall -q index search web
	@touch $@ $(VENV)/.core

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Dépêche needs Python 3.11 or later, and found: $$(python3 --version 2>&1)."; \
	  echo "Install it (Debian, Ubuntu: apt install python3.11 python3.11-venv; Fedora: dnf install python3.12;"; \
	  echo "macOS: brew install python@3.12), or name one: make PYTHON=/path/to/python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Dépêche needs Python 3.11 or later; $(PYTHON) is $$("$(PYTHON)" --version 2>&1). Choose another: make PYTHON=python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing. Install it (Debian, Ubuntu: apt install python3-venv), then run make again."; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)
