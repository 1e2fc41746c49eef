# Every target does all that it needs, from a bare checkout.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: setup serve build check test bench guide lock clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(READY)

serve: $(READY)
	$(BIN)/board serve

build: $(READY)
	$(BIN)/board build --strict

check: $(READY)
	$(BIN)/board check --strict

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/pytest

bench: $(READY)
	$(BIN)/python -m benchmarks

# Writes the guide's pages of fields and checks anew from what the program declares.
guide: $(READY)
	$(BIN)/python -m noticeboard.writing.guide_tables docs/guide/fields.md
	$(BIN)/python -m noticeboard.writing.front_matter_schema docs/assets/front-matter.schema.json
	$(BIN)/python -m noticeboard.writing.snippets .vscode/board.code-snippets
	$(BIN)/python -m noticeboard.writing.manual docs/guide/checks.md

# Writes requirements.lock anew from pyproject.toml.
lock:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --extra dev --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-options --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv .cache site export
