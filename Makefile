# Everything a newcomer needs: `make run`, `make test`. Each sets up what it misses first.
SHELL := /bin/bash
VENV_PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench pictures translations bundle deb bundle-test setup clean

help:
	@echo "make run           open the window (no display: the tour, into build/tour)"
	@echo "make test          run the tests"
	@echo "make lint          style, types, and which room may import which"
	@echo "make format        put the code into the project's style"
	@echo "make bench         measure; writes build/bench.json"
	@echo "make pictures      take the pictures of docs/editor.md anew"
	@echo "make translations  bring the translations up to date with the code"
	@echo "make bundle        the program as one folder, without Python, into dist/"
	@echo "make deb           the same as a Debian package"
	@echo "make bundle-test   try both on an empty Debian (as root)"
	@echo "make setup         what the above need: system libraries and .venv"
	@echo "make clean         remove what was made here, .venv excepted"

run:
	@packaging/setup.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
	  exec .venv/bin/explorer; \
	else \
	  echo "No display here: taking the tour through the same window offscreen, into build/tour"; \
	  exec .venv/bin/explorer tour --out build/tour; \
	fi

# On every core, and then what measures time with the machine to itself.
test: setup
	@failed=0; \
	$(VENV_PYTHON) -m pytest -q -m "not alone" --numprocesses auto --dist loadfile || failed=1; \
	$(VENV_PYTHON) -m pytest -q -m alone || failed=1; \
	exit $$failed

# Every check runs, also after one that failed.
lint: setup
	@failed=0; \
	for check in "ruff check ." "ruff format --check ." "mypy" "lint-imports"; do \
	  echo "== $$check"; .venv/bin/$$check || failed=1; \
	done; \
	exit $$failed

format: setup
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: setup
	$(VENV_PYTHON) -m tests.bench

pictures: setup
	$(VENV_PYTHON) docs/pictures.py

translations: setup
	$(VENV_PYTHON) packaging/translations/update.py

bundle:
	@packaging/setup.sh bundle
	@packaging/bundle.sh bundle

deb:
	@packaging/setup.sh bundle
	@packaging/bundle.sh deb

bundle-test: deb
	@packaging/setup.sh bundle-test
	$(VENV_PYTHON) -m tests.bundle

setup:
	@packaging/setup.sh test

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find explorer tests -name __pycache__ -type d -prune -exec rm -rf {} +
