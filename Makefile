# Every target does all that it needs, from a bare checkout.
PYTHON ?= python3
# Some machines forbid it: then every program of the tests would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile --quiet --no-config --universal --generate-hashes --custom-compile-command "make lock"
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
READY := .venv/ready

.PHONY: setup serve build check quick test types tests versions bench guide pictures forms release lock clean

setup: $(READY)

# Nothing is installed but what the locks name, file by file; what comes as source is built by a locked builder too.
$(READY): requirements-build.lock requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements-build.lock
	$(PIP) --require-hashes --no-build-isolation -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	# Who forbids Python to keep compiled modules would compile them at every command: 0.4 of the 3.8 s after one edit of 1,000.
	$(BIN)/python -m compileall -q hooks
	touch $(READY)

serve: $(READY)
	$(BIN)/board serve

build: $(READY)
	$(BIN)/board build --strict

check: $(READY)
	$(BIN)/board check --strict

# How texts are read, and what holds the house together: no board is built, no program started.
QUICK := content fixing markup privacy search times test_architecture.py test_specification.py
quick: $(READY)
	$(BIN)/pytest -n auto -m "not site and not browser and not slow" $(QUICK:%=tests/%)

# Types are checked meanwhile. Browsers, builds and servers keep a worker waiting: half as many again as processors use these.
test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(MAKE) --jobs types tests

types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	$(BIN)/pytest -n $$($(BIN)/python -c 'import os; print(os.cpu_count() * 3 // 2)') --dist worksteal

# The program with the lowest and with the highest versions of what it stands on, which the locks do not name: all that calls
# a library, the whole board once, and those of the whole sites that lean on MkDocs and the theme.
SITES := door docs theme_files
versions: versions-lowest-direct versions-highest

versions-%:
	$(PYTHON) -m venv .venv/$*
	.venv/$*/bin/pip install --quiet --disable-pip-version-check uv
	.venv/$*/bin/uv pip compile --quiet --no-config --resolution $* --group build --extra dev pyproject.toml --output-file .venv/$*/requirements.txt
	.venv/$*/bin/uv pip install --quiet --no-config --python .venv/$* --requirement .venv/$*/requirements.txt
	.venv/$*/bin/uv pip install --quiet --no-config --python .venv/$* --no-deps --no-build-isolation --editable .
	.venv/$*/bin/pytest -n auto -m "not browser and not site and not slow"
	.venv/$*/bin/board build --strict --site-dir .venv/$*/site
	.venv/$*/bin/pytest -n auto $(SITES:%=tests/site/test_%.py)

# The board without MkDocs or Material: exits-properdocs, exits-materialx, exits-zensical.
exits-%: $(READY)
	$(BIN)/python .ci/exits.py $*

bench: $(READY)
	$(BIN)/python -m benchmarks

# Writes the guide's pages of fields and checks anew from what the program declares.
guide: $(READY)
	$(BIN)/python -m noticeboard.writing.guide_tables docs/guide/fields.md
	$(BIN)/python -m noticeboard.writing.front_matter_schema docs/assets/front-matter.schema.json
	$(BIN)/python -m noticeboard.writing.editor_snippets .vscode/board.code-snippets
	$(BIN)/python -m noticeboard.writing.manual docs/guide

# Takes the guide's pictures anew, in Chromium with fonts-noto-cjk.
pictures: $(READY)
	for script in .ci/pictures/of_*.py; do PYTHONPATH=tests $(BIN)/python $$script || exit 1; done

# Bundles the program of the forms at /admin/ anew, with the versions that its lock names; needs Node.js.
forms:
	cd .ci/forms && npm ci --ignore-scripts --no-audit --no-fund && node bundle.mjs

# The wheel of a tagged version, its notes, its bill of materials and checksums, into dist/. The same commit, the same bytes.
release: $(READY)
	rm -rf dist build
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	rm -rf build
	$(BIN)/python .ci/release.py "$(TAG)" dist

# Writes the locks anew from pyproject.toml, for every system and every Python that it allows.
lock:
	$(PYTHON) -m venv .venv
	$(PIP) uv
	$(LOCK) --group build --output-file requirements-build.lock
	$(LOCK) pyproject.toml --extra dev --output-file requirements.lock

# Everything that was made here, also what somebody put into git: compiled code is read before the code it stands for.
clean:
	rm -rf .venv .cache .pytest_cache .ruff_cache .mypy_cache .hypothesis site .site.* export .export.* build dist
	find . -name .git -prune -o \( -name __pycache__ -o -name '*.egg-info' \) -prune -exec rm -rf {} +
