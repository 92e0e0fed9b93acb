# SPDX-License-Identifier: Apache-2.0
#
# Every target does its own set-up; a second run only checks. `make help` lists them.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# What `make eval` measures on: a folder of gold sets.
GOLD ?= ../shared/data/gold
# How long `make fuzz` tries each parser.
SECONDS ?= 60

# One configuration for everything: the language model is too slow without the optimiser.
CONFIGURATION := -c release
PROGRAM := .build/release/entente

export SWIFT
# The Python of this checkout, for the scripts that need packages.
export ENTENTE_PYTHON := $(CURDIR)/.build-python/bin/python

# The pages that `make bench` and `make spark-test` read: a folder of NAME.html.gz.
ARTICLES ?= ../shared/data/articles/pages

# Where `make serve` listens.
PORT ?= 8080

.PHONY: help demo serve test build install uninstall lint format model gazetteer map parity parsers bench bench-pages eval gold \
	fuzz spark-check spark-test clean system

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build gazetteer ## read the sample pages and show what was found
	@scripts/setup-model medium
	@scripts/demo $(PROGRAM)

serve: build gazetteer map ## open the Desk on the invented pages (PORT=8080)
	@scripts/setup-model medium
	@scripts/serve $(PROGRAM) $(PORT)

test: system gazetteer map ## build and run every test
	@scripts/setup-model small medium
	@scripts/setup-test-tools
	@$(SWIFT) build $(CONFIGURATION) --build-tests # as `make build` builds, so that neither undoes the other's work
	@scripts/copy-libraries
	@$(SWIFT) test $(CONFIGURATION) --skip-build
	@scripts/test-browser

build: system ## build the program
	@$(SWIFT) build $(CONFIGURATION) --product entente
	@scripts/copy-libraries

install: build ## install the program under PREFIX (/usr/local)
	@scripts/install-program "$(DESTDIR)" "$(PREFIX)"

uninstall: ## remove what `make install` put under PREFIX
	@scripts/install-program --remove "$(DESTDIR)" "$(PREFIX)"

lint: ## check the layout of the code and the rules of the house
	@scripts/setup-system --swift-only
	@scripts/lint

format: ## lay the code out as `make lint` wants it
	@$(SWIFT) format -i -r Sources Tests Package.swift

model: ## fetch and check the language models
	@scripts/setup-system --python-only
	@scripts/setup-model small medium

gazetteer: ## fetch and build the table of places
	@scripts/setup-system --python-only
	@scripts/python scripts/build-gazetteer

map: ## fetch the outlines of countries under the Desk's maps
	@scripts/setup-system --python-only
	@scripts/python scripts/build-map

parity: build ## compare the language runtime with spaCy on public texts
	@scripts/setup-model small medium
	@scripts/python Benchmarks/language/compare.py

bench: build gazetteer ## measure speed beside other programs, into Documentation/performance.md
	@scripts/setup-model small medium
	@scripts/python Benchmarks/run.py --articles "$(ARTICLES)"

spark-check: build gazetteer ## test the job for Apache Spark in small
	@scripts/setup-model medium
	@python=$$(Spark/setup) && timeout 900 $$python -m pytest -q -p no:cacheprovider Spark/tests

spark-test: build gazetteer ## read 20,000 pages on a cluster of this machine's own, and kill a worker on the way
	@scripts/setup-model medium
	@python=$$(Spark/setup) && $$python Spark/cluster_test.py --articles "$(ARTICLES)"

bench-pages: build ## compare the reading of pages with its open peers
	@python3 Benchmarks/pages/compare.py

eval: gold build gazetteer ## measure the reader on gold (GOLD=folder)
	@scripts/setup-model medium
	@$(PROGRAM) eval "$(GOLD)"

parsers: ## compare the speed of the HTML parser with its peers
	@Benchmarks/html/compare.py

fuzz: system ## feed the parsers with made-up bytes (SECONDS=60 each)
	@scripts/fuzz $(SECONDS)

# Said before anything is built.
gold:
	@[ -d "$(GOLD)" ] || { \
		echo "eval: there is no gold at $(GOLD); say make eval GOLD=folder, see Documentation/accuracy.md" >&2; exit 2; }

system: ## install what the build needs from the system
	@scripts/setup-system

clean: ## remove everything that was built here
	rm -rf .build .build-*
