# What a checkout can do. Needs Python 3.11 to 3.13 with pip, and make; no root, no service, nothing else.

PORT ?= 8000
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# The whole suite runs on all processors; what TESTS names runs in one process.
ALL := $(if $(TESTS),,--numprocesses auto --dist worksteal)

# The demonstration keeps to this folder whatever the machine's own settings say; its day is said on every page.
VAR := $(CURDIR)/var
DEMONSTRATION := CTOCTRACK_MODE=demonstration CTOCTRACK_TODAY=2008-12-01 CTOCTRACK_VAR="$(VAR)" \
	BASE_URL=http://127.0.0.1:$(PORT) LOG_LEVEL=WARNING PYTHONUNBUFFERED=1
# And this, on servers as a real installation has them, to a folder of its own.
SERVICES := $(subst CTOCTRACK_VAR="$(VAR)",CTOCTRACK_VAR="$(VAR)/services",$(DEMONSTRATION))

# A set of requirements is installed again only when its file has changed; $(1) is the file.
define install
	@test -n "$(PYTHON)" || { echo "ctoctrack needs Python 3.11, 3.12 or 3.13; name it: make $@ PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	@want=$$(cksum < $(1)); test "$$want" = "$$(cat .venv/$(1).installed 2>/dev/null)" || { \
		echo "Installing $(1) into .venv (once) ..."; \
		$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check -r $(1) \
		&& echo "$$want" > .venv/$(1).installed; }
endef

.PHONY: help run demo-reset install install-dev services test test-services faults fuzz accuracy axe check lint format
.NOTPARALLEL:

help:
	@echo "make run         the demonstration, with web pages, worker and timetable, until Ctrl-C (PORT=$(PORT))"
	@echo "make demo-reset  the demonstration is gone; the next run makes it afresh"
	@echo "make services    the same as processes of production: PostgreSQL, Valkey, two web workers, worker, beat"
	@echo "make test        the tests"
	@echo "make test-services  the same on PostgreSQL and Valkey, or on what TEST_DATABASE_URL and TEST_REDIS_URL name"
	@echo "make coverage    how many lines of what the project exists for the tests run"
	@echo "make faults      processes are killed at random moments, and what was said is compared with what was heard"
	@echo "make fuzz        20,000 damaged and hostile files are read under the limits; prints what became of them"
	@echo "make accuracy    the reader is measured on texts in many styles; prints precision, recall and F1 of each field"
	@echo "make axe         axe looks at every page, in every language, light and dark; prints a table"
	@echo "make check       all that is checked before a change goes in: format, lint, types, imports, templates, tests"
	@echo "make lint        what make check says without the tests"
	@echo "make format      the code is formatted"

run: install
	@$(DEMONSTRATION) $(BIN)/python manage.py demo
	@exec env $(DEMONSTRATION) PORT=$(PORT) $(BIN)/python -m ctoctrack.supervisor

services: install-dev
	@exec env $(SERVICES) PORT=$(PORT) $(BIN)/python -m ctoctrack.installation

demo-reset: install
	@$(DEMONSTRATION) $(BIN)/python manage.py demo --reset

install:
	$(call install,requirements.txt)

install-dev:
	$(call install,requirements-dev.txt)

test: install-dev
	@$(BIN)/python manage.py compile_translations --verbosity 0
	@$(BIN)/python -m pytest $(ALL) $(TESTS)

# The servers come with the requirements and end with the tests.
test-services: install-dev
	@$(BIN)/python manage.py compile_translations --verbosity 0
	@$(BIN)/python -m tests.servers $(BIN)/python -m pytest $(ALL) $(TESTS)

# Reading, extraction, scheduling, actions and notices: at least 95 % of their lines, or it fails.
coverage: install-dev
	@$(BIN)/python manage.py compile_translations --verbosity 0
	@mkdir -p var
	@$(BIN)/python -m coverage run -m pytest tests/sessions tests/mandates
	@$(BIN)/python -m coverage report

# It takes long; FAULTS="--kills-per-target 1 --messages 60" for a smaller one.
faults: install-dev
	@$(BIN)/python -m tests.faults $(FAULTS)

# ACCURACY="--misses" lists every miss, ACCURACY=--record makes the figures those below which none may fall.
accuracy: install-dev
	@$(BIN)/python -m tests.accuracy $(ACCURACY)

# Some five minutes of two processors; FUZZ="--files 500 --seed 2" for fewer, and others.
fuzz: install-dev
	@$(BIN)/python -m tests.fuzz $(FUZZ)

# Needs Debian's chromium.
axe: install-dev
	@$(BIN)/python manage.py compile_translations --verbosity 0
	@$(BIN)/python -m tests.browser.axe

check: lint test

lint: install-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/python manage.py makemigrations --check --dry-run

format: install-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix --quiet .
