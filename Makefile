# `make run` and `make test` work from a clean clone on Debian 12 with a Swift toolchain on the PATH.
SHELL := /bin/sh
PREFIX ?= /usr/local
DESTDIR ?=
YKIEN := .build/release/ykien
SOURCES := Sources Tests Fuzzing Package.swift

.PHONY: help run build test fuzz sanitize parity bench lint format install packages test-packages swift

help: ## Shows this list.
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

run: test-packages build ## Builds, makes the two example reports and prints where they lie.
	$(YKIEN) run pipelines/bfi.yaml
	$(YKIEN) run pipelines/bao-cao-nam.yaml

build: packages swift ## Builds the program in release mode.
	swift build -c release --product ykien

test: test-packages swift ## Builds with warnings as errors and runs every test.
	swift build --build-tests
	swift test --skip-build

fuzz: test-packages swift ## Feeds hostile bytes to every reader, a minute each.
	Fuzzing/run.sh 60

sanitize: test-packages swift ## Runs the tests under AddressSanitizer and ThreadSanitizer; takes half an hour.
	Packaging/sanitize.sh

parity: ## Compares forms with pyxform and ODK Validate over small forms (needs Packaging/check-tools.sh).
	swift build --product ykien
	.build/tools/venv/bin/python Tests/Parity/check.py .build/debug/ykien

bench: build ## Prints rates and ratios to peers measured in the same run (DuckDB, libxml2, R's survey, samplics, svy).
	Packaging/install-packages.sh benchmark
	python3 Benchmarks/bench.py --ykien $(YKIEN)

lint: swift ## Checks formatting and where unsafe code stands.
	swift format lint --strict --parallel --recursive $(SOURCES)
	Packaging/lint.sh

format: swift ## Formats the sources in place.
	swift format format --in-place --parallel --recursive $(SOURCES)

install: build ## Installs under PREFIX (default /usr/local): program, man pages, completions.
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/vi/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(YKIEN) $(DESTDIR)$(PREFIX)/bin/ykien
	install -d $(DESTDIR)$(PREFIX)/share/ykien/dictionaries/open-text
	install -m 644 dictionaries/open-text/*.csv $(DESTDIR)$(PREFIX)/share/ykien/dictionaries/open-text
	$(YKIEN) manual --language en > $(DESTDIR)$(PREFIX)/share/man/man1/ykien.1
	$(YKIEN) manual --language vi > $(DESTDIR)$(PREFIX)/share/man/vi/man1/ykien.1
	$(YKIEN) completions bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ykien
	$(YKIEN) completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ykien
	$(YKIEN) completions fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ykien.fish

packages:
	@Packaging/install-packages.sh build

test-packages:
	@Packaging/install-packages.sh build documents

swift:
	@Packaging/check-swift.sh
