# Set-up and every job, on a machine with Python 3.11 or newer, make and git.

PYTHON ?= python3
BIN := .venv/bin
SITE_READY := .venv/.site-ready
TEST_READY := .venv/.test-ready

.PHONY: install site serve check test lint captures weigh bench clean lock forms owners

install: $(SITE_READY)

site: $(SITE_READY)
	$(BIN)/odl build

serve: $(SITE_READY)
	$(BIN)/odl serve

check: $(SITE_READY)
	$(BIN)/odl check

test: $(TEST_READY)
	$(BIN)/python -m tests.provision
	$(BIN)/pytest -n auto

lint: $(TEST_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Draws the pictures of the guides again, after a change of what they show.
captures: $(TEST_READY)
	$(BIN)/python -m tests.provision
	$(BIN)/python -m captures

# What each kind of page costs its reader: bytes and requests.
weigh: site
	$(BIN)/python -m bench.weigh

# How long builds take, with their parts, for kits of N entries, beside Hugo where it is there.
N ?= 100 1000 10000
RUNS ?= 5
HUGO ?=
bench: $(SITE_READY)
	$(BIN)/python -m bench.speed --runs $(RUNS) --hugo "$(HUGO)" $(N)

clean:
	rm -rf build site .venv .pytest_cache .mypy_cache .ruff_cache

# Writes the lock files again from pyproject.toml; asks the registry, so run it by hand.
lock: $(TEST_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra test pyproject.toml -o requirements-test.lock

# Writes the form for those who will not touch files, when the canevas or a vocabulary has changed.
forms: $(SITE_READY)
	$(BIN)/python -m generator.issue_form offre > .github/ISSUE_TEMPLATE/proposer-une-offre.yml

# Gives a line of CODEOWNERS to each offer. Run it when you wish: an offer without one falls to its folder's.
OWNERS := .github/CODEOWNERS
owners:
	{ grep -v '^/atd_offers/[^ ]*\.' $(OWNERS); for file in atd_offers/*.*; do \
	  name=$${file##*/}; echo "/$$file @opendatafrance/kit @opendatafrance/atd-$${name%.*}"; done; } > $(OWNERS).new
	mv $(OWNERS).new $(OWNERS)

# A Python without « ensurepip » (Debian's) gets it from the package manager when this may install.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Il faut Python 3.11 ou plus récent : make PYTHON=python3.12 …" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && apt-get install -y -qq python3-venv; } || \
	  { echo "Il manque le module venv de Python : installez le paquet « python3-venv »." >&2; exit 2; }
	$(PYTHON) -m venv .venv

$(SITE_READY): requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q generator  # else each command may have to, where Python must not write
	@touch $@

$(TEST_READY): requirements-test.lock pyproject.toml | $(SITE_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@
