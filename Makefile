# make run    install what is needed, then serve the product (PORT=8501 by default)
# make test   install what the tests need, then run every test
# Only Python 3.11 or later, make and a network are assumed; uv is used when it is there.

PORT ?= 8501
VENV ?= .venv
BIN := $(VENV)/bin
TOOLS := .outils
AXE_VERSION := 4.14.1
AXE := $(TOOLS)/axe-core-$(AXE_VERSION)/axe.min.js
UV_VERSION := 0.13.9
UV ?= $(shell command -v uv || echo $(TOOLS)/uv/bin/uv)
AUDIT := $(TOOLS)/audit

# The first interpreter that really runs and is recent enough.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$python && break; done)

# $(call install,FILE): every package at its version and with its hash, or nothing; uv when it is there (with the
# certificates of the machine), pip otherwise or if uv fails.
define install
	@if command -v uv >/dev/null 2>&1 && UV_SYSTEM_CERTS=1 uv pip install --quiet --require-hashes --python $(BIN)/python -r $(1); then :; \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); fi
endef

# $(call lock,NAME,OPTIONS): requirements-NAME.txt from requirements-NAME.in, for every system and Python from 3.11 on.
define lock
	@UV_SYSTEM_CERTS=1 $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make verrou" $(2) requirements$(1).in -o requirements$(1).txt
endef

.PHONY: run install test axe bench bench-long spark lint docs verrou licences vulnerabilites clean
.DEFAULT_GOAL := run

run: install
	@echo "Démarrage de SPAPSER sur http://127.0.0.1:$(PORT) (Ctrl+C pour arrêter)"
	@exec $(BIN)/python -m streamlit run app.py --server.port $(PORT)

install: $(VENV)/.installed

test: $(VENV)/.installed-dev axe
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal $(ARGS)

bench: $(VENV)/.installed-bench
	@set -e; for file in bench/[a-z]*.py; do echo "$$file"; $(BIN)/python "$$file"; done

# An hour: thirty minutes of visitors, pages over ten million rows.
bench-long: $(VENV)/.installed-bench
	@$(BIN)/python bench/visiteurs.py --long
	@$(BIN)/python bench/croissance.py --dix-millions

# The indicator queries run by Spark: needs Java 17, takes 500 MB and a few minutes.
spark: $(VENV)/.installed-spark
	@$(BIN)/python -m pytest tests/echelle $(ARGS)

lint: $(VENV)/.installed-dev
	@$(BIN)/python -m ruff check .

docs: install
	@$(BIN)/python -m spapser documenter

# The locked versions stay as they are unless a .in file asks for another one; ARGS=--upgrade raises them all.
verrou: | $(UV)
	$(call lock,,$(ARGS))
	$(call lock,-dev,-c requirements.txt $(ARGS))
	$(call lock,-audit,$(ARGS))
	$(call lock,-bench,-c requirements-dev.txt $(ARGS))
	$(call lock,-spark,-c requirements-dev.txt $(ARGS))

licences: $(VENV)/.installed-dev
	@$(BIN)/pip-licenses --from=mixed --summary

# Status 1 only for a known vulnerability; a database out of reach is said in one line (SECURITY.md: what to do then).
vulnerabilites: $(AUDIT)/.installed requirements.txt
	@$(AUDIT)/bin/python .ci/vulnerabilites.py requirements.txt

$(AUDIT)/.installed: requirements-audit.txt | $(BIN)/python
	@$(BIN)/python -m venv $(AUDIT)
	@$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
	@touch $@

$(TOOLS)/uv/bin/uv: | $(BIN)/python
	@$(BIN)/python -m venv $(TOOLS)/uv
	@$(TOOLS)/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

clean:
	rm -rf $(VENV) $(TOOLS) .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 ou plus récent est nécessaire : installez-le, ou indiquez-le avec PYTHON=…" >&2; exit 1; }
	@echo "Création de $(VENV) avec $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(BIN)/python
	@echo "Installation des dépendances (une seule fois)"
	$(call install,requirements.txt)
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt requirements.txt | $(BIN)/python
	@echo "Installation des dépendances de test (une seule fois)"
	$(call install,requirements-dev.txt)
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-bench: requirements-bench.txt $(VENV)/.installed-dev
	@echo "Installation des outils de mesure (une seule fois)"
	$(call install,requirements-bench.txt)
	@touch $@

$(VENV)/.installed-spark: requirements-spark.txt $(VENV)/.installed-dev
	@echo "Installation de Spark (une seule fois)"
	$(call install,requirements-spark.txt)
	@touch $@

# The accessibility engine is an npm package: fetched once when npm is there; without it, the tests that need it say so.
axe:
	@test -f $(AXE) || ! command -v npm >/dev/null 2>&1 || $(MAKE) --no-print-directory $(AXE) || true

$(AXE):
	@mkdir -p $(@D)
	@cd $(@D) && npm pack axe-core@$(AXE_VERSION) --silent --fetch-timeout=60000 --fetch-retries=1 >/dev/null \
		&& tar -xzf axe-core-$(AXE_VERSION).tgz --strip-components=1 package/axe.min.js package/LICENSE \
		&& rm axe-core-$(AXE_VERSION).tgz
