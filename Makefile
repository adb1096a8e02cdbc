# Ohlas. `make run` starts everything with the demo town, `make test` is the one command that means "sure".

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes

CATALOGUES := $(wildcard survey_app/translations/*/LC_MESSAGES/messages.po)
COMPILED := $(CATALOGUES:.po=.mo)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run test unit lint lock translations chromium

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

install: $(VENV)/runtime $(COMPILED) ## install what Ohlas needs to run, without the demo town

# `--tethered`: whoever kills make ends the service.
run: $(VENV)/runtime $(COMPILED) ## start Ohlas with the demo town on http://127.0.0.1:5000 (PORT=… for another port)
	@$(BIN)/python wsgi.py --demo --tethered

test: $(VENV)/development $(COMPILED) chromium ## install everything and run every test on real servers
	$(BIN)/python -m pytest -n 2 --dist loadscope

unit: $(VENV)/development $(COMPILED) ## the fast half of the tests: no browser, no crashes
	$(BIN)/python -m pytest -n 2 --dist loadscope --ignore tests/browser --ignore tests/crash --ignore tests/journeys

lint: $(VENV)/development ## style, types and the architecture's contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

lock: $(VENV)/development ## write the hash-locked requirement lists anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		pyproject.toml --group test --group lint -c requirements.txt -o requirements-dev.txt

translations: $(VENV)/development ## bring new texts of the pages into the catalogues, where they wait for a translation
	@mkdir -p $(VENV)/tmp
	$(BIN)/pybabel --quiet extract -F survey_app/translations/babel.cfg -k _l -k lazy_gettext --sort-output --add-location=file \
		-o $(VENV)/tmp/messages.pot .
	$(BIN)/pybabel --quiet update -i $(VENV)/tmp/messages.pot -d survey_app/translations --width 110 \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Ohlas needs Python 3.11 or newer. Install it with: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python's venv module is missing. Install it with: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime: requirements.txt | $(BIN)/python
	@echo "Installing what Ohlas needs (about a minute, once)…"
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/development: requirements-dev.txt | $(VENV)/runtime
	@echo "Installing what the tests need…"
	$(PIP) -r requirements-dev.txt
	@touch $@

%.mo: %.po | $(VENV)/runtime
	$(BIN)/pybabel --quiet compile -i $< -o $@

chromium:
	@command -v chromium >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core </dev/null; \
	else \
		echo "The browser tests need Chromium. Install it with: apt-get install chromium fonts-dejavu-core" >&2; exit 1; \
	fi
