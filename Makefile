# SPDX-License-Identifier: GPL-2.0-or-later
#
# speelveld: `make demo` and `make check` do everything, and install what is missing themselves.

# Every Debian package that speelveld needs stands here, and nowhere else.
PACKAGES_BUILD := gcc libc6-dev pkg-config gettext libigraph-dev libgraphviz-dev libcjson-dev libutf8proc-dev \
                  libzip-dev libxml2-dev libxlsxwriter-dev libcairo2-dev libpango1.0-dev librsvg2-dev \
                  fontconfig fonts-dejavu-core
PACKAGES_CHECK := g++ libcmocka-dev libxml2-dev libxml2-utils libpango1.0-dev libcairo2-dev poppler-utils graphviz python3-jsonschema zlib1g-dev strace libasan8 libubsan1
PACKAGES_FUZZ  := clang libclang-rt-14-dev unzip
PACKAGES_OFFICE := libreoffice-calc
PACKAGES_CALENDAR := python3-icalendar
PACKAGES_VALGRIND := valgrind
PACKAGES_BENCH := graphviz python3
# Programs to compare with; one that is not to be had is left out.
PACKAGES_PEERS := python3-igraph python3-networkx python3-graph-tool r-cran-sna

PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
LIBDIR     ?= $(PREFIX)/lib
LIBEXECDIR ?= $(PREFIX)/libexec/speelveld
INCLUDEDIR ?= $(PREFIX)/include
DATADIR    ?= $(PREFIX)/share/speelveld
MANDIR     ?= $(PREFIX)/share/man
BASHDIR    ?= $(PREFIX)/share/bash-completion/completions

# Published networks and council registers that tests compare with; tests skip, saying so, where they are absent.
DATA ?= ../shared/data

CC      ?= gcc
VERSION := $(shell sed -n 's/^\#define SV_VERSION "\(.*\)"/\1/p' include/speelveld/base.h)

# What is done is said in a word; V=1 shows the whole commands.
V ?=
quiet = $(if $(V),,@echo "  $(1) $@"; )

# As many compilers at once as there are processors, unless make was told otherwise.
JOBS := $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))

# MODE is "" for the program people use, "asan" for the one the tests use. Each has a folder of its own.
MODE  ?=
BUILD := build$(if $(MODE),/$(MODE))
WARNINGS := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes
CFLAGS   ?= -O2 -g
MODE_FLAGS_asan := -O1 -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
# No fused multiply-add: the same map gives the same digits on every machine.
ALL_CFLAGS = -std=gnu17 -D_GNU_SOURCE -fPIC -pthread -ffp-contract=off $(WARNINGS) $(CFLAGS) $(MODE_FLAGS_$(MODE)) -Iinclude -Isrc -MMD -MP \
             -DSV_LIBEXECDIR='"$(LIBEXECDIR)"'

LIBRARY_FOLDERS := base picture model format network score advice draw report
LIBRARY_SOURCES := $(foreach folder,$(LIBRARY_FOLDERS),$(wildcard src/$(folder)/*.c))
CLI_SOURCES     := $(wildcard src/cli/*.c)
RENDER_SOURCES  := $(wildcard src/render/*.c)
object = $(patsubst src/%.c,$(BUILD)/%.o,$(1))

# The shared library shows what the public headers declare, and nothing else.
SONAME := libspeelveld.so.$(firstword $(subst ., ,$(VERSION)))
SHARED := libspeelveld.so.$(VERSION)

LIBRARY_OBJECTS := $(call object,$(LIBRARY_SOURCES)) $(BUILD)/dutch_table.o
RENDER_OBJECTS  := $(call object,$(RENDER_SOURCES) $(wildcard src/base/*.c src/picture/*.c)) $(BUILD)/dutch_table.o

# Asked for only when a recipe runs: on a bare machine pkg-config comes with the packages.
LIBRARY_PACKAGES := igraph libcjson libutf8proc libzip libxml-2.0 xlsxwriter cairo pangocairo librsvg-2.0
LIBRARY_CFLAGS = $(shell pkg-config --cflags $(LIBRARY_PACKAGES))
LIBRARY_LIBS   = $(shell pkg-config --libs $(LIBRARY_PACKAGES)) -lm
RENDER_CFLAGS  = $(shell pkg-config --cflags libcgraph libgvc)
RENDER_LIBS    = $(shell pkg-config --libs libcgraph libgvc libutf8proc) -lm

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all demo check check-all asan pictures bench fuzz layers headers language docs-pictures accept install uninstall clean help packages installed-check

all: packages ## Build the program, the renderer and the library
	@$(MAKE) --no-print-directory $(JOBS) build-all

.PHONY: build-all
build-all: $(BUILD)/speelveld $(BUILD)/speelveld-render $(BUILD)/libspeelveld.a $(BUILD)/$(SHARED)

demo: packages ## Draw the two sample maps and say where to look
	@$(MAKE) --no-print-directory $(JOBS) build-all
	@sh tests/demo.sh $(BUILD)

check: packages packages-check ## Run all tests
	@$(MAKE) --no-print-directory $(JOBS) build-all
	@$(MAKE) --no-print-directory $(JOBS) MODE=asan build-all build-tests
	@sh tests/check.sh "$(DATA)"

check-all: check pictures fuzz packages-office packages-calendar packages-valgrind build/bench/repeat ## Run all tests, every page of every view, the fuzzers for a while, LibreOffice, a calendar program and valgrind
	@sh tests/libreoffice.sh
	@sh tests/calendar.sh
	@GLIBC_TUNABLES=glibc.malloc.tcache_count=0 build/bench/repeat 1000 data/waterrijk
	@valgrind -q --error-exitcode=1 --leak-check=full build/bench/repeat 3 data/waterrijk

asan: packages packages-check ## Build everything with the address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory $(JOBS) MODE=asan build-all build-tests

bench: packages packages-bench ## Compare speed and memory with other programs, side by side
	@$(MAKE) --no-print-directory $(JOBS) build-all build/bench/generate build/bench/side_by_side build/bench/measure build/bench/repeat
	@{ sh tests/bench/bench.sh "$(DATA)"; echo $$? >build/bench/code; } | tee build/bench/other.txt; exit $$(cat build/bench/code)
	@python3 tests/bench/scores.py build/bench/other.txt

pictures: packages packages-check ## Look at every view on every page, in every theme and language
	@$(MAKE) --no-print-directory $(JOBS) build-all $(VIEW_TESTS) build/bench/generate
	@sh tests/pictures.sh $(VIEW_TESTS)

fuzz: packages packages-fuzz ## Feed the readers random input (FUZZ_SECONDS=30 each)
	@sh tests/fuzz/fuzz.sh

layers: ## Check the order of the folders and the homes of the libraries
	@sh tests/layers.sh

headers: packages packages-check ## Compile every public header alone, as C and as C++
	@sh tests/headers.sh

docs-pictures: packages ## Draw the pictures that the README shows
	@$(MAKE) --no-print-directory $(JOBS) build-all
	@for view in network:waterrijk council:raadszaal field:krachtenveld; do \
	    build/speelveld draw data/waterrijk --lang nl --as-of 2026-10-01 --issue huis-van-de-wijk --view $${view%:*} -o docs/$${view#*:}.svg || exit 1; done

language: packages ## Collect the texts for translating into data/locale
	@sh data/locale/collect.sh

accept: ## Show how command line answers changed, and accept them
	@sh tests/cli/run.sh --accept build/asan

# ---- packages ----

define install_packages
@sh tests/packages.sh "$(NO_INSTALL)" $(1)
endef
.PHONY: packages-check packages-fuzz packages-bench packages-office packages-calendar packages-valgrind
packages:
	$(call install_packages,$(PACKAGES_BUILD))
packages-check: packages
	$(call install_packages,$(PACKAGES_CHECK))
packages-fuzz: packages
	$(call install_packages,$(PACKAGES_FUZZ))
packages-office: packages
	$(call install_packages,$(PACKAGES_OFFICE))
packages-calendar: packages
	$(call install_packages,$(PACKAGES_CALENDAR))
packages-valgrind: packages
	$(call install_packages,$(PACKAGES_VALGRIND))
packages-bench: packages
	$(call install_packages,$(PACKAGES_BENCH))
	@for peer in $(PACKAGES_PEERS); do sh tests/packages.sh "$(NO_INSTALL)" $$peer || echo "Left out of the comparison: $$peer"; done

# ---- building ----

$(BUILD)/speelveld: $(call object,$(CLI_SOURCES)) $(BUILD)/libspeelveld.a
	$(call quiet,LD)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/speelveld-render: $(RENDER_OBJECTS)
	$(call quiet,LD)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(RENDER_LIBS)

$(BUILD)/libspeelveld.a: $(LIBRARY_OBJECTS)
	@rm -f $@
	$(call quiet,AR)ar rcsD $@ $^

$(BUILD)/public.map: $(wildcard include/speelveld/*.h)
	@mkdir -p $(@D)
	@{ echo '{ global:'; sed -n 's/^[a-z].*[ *]\(sv_[a-z0-9_]*\)(.*/  \1;/p' $^ | sort -u; echo 'local: *; };'; } > $@

$(BUILD)/$(SHARED): $(LIBRARY_OBJECTS) $(BUILD)/public.map
	$(call quiet,LD)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$(SONAME) -Wl,--version-script,$(BUILD)/public.map -o $@ \
	    $(LIBRARY_OBJECTS) $(LIBRARY_LIBS)

$(BUILD)/render/%.o: src/render/%.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CFLAGS) $(RENDER_CFLAGS) -c -o $@ $<

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CFLAGS) $(LIBRARY_CFLAGS) -c -o $@ $<

# The Dutch texts: checked and compiled by gettext's tools, held in the program as bytes.
build/nl.mo: data/locale/nl.po
	@mkdir -p $(@D)
	$(call quiet,MO)msgfmt --check --endianness=little -o $@ $<

build/dutch_table.c: build/nl.mo
	@{ echo '#include "base/language.h"'; echo 'const unsigned char sv_dutch_table[] = {'; \
	  od -An -v -tu1 $< | sed 's/\([0-9][0-9]*\)/\1,/g'; \
	  echo '};'; echo 'const size_t sv_dutch_table_size = sizeof sv_dutch_table;'; } > $@

$(BUILD)/dutch_table.o: build/dutch_table.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# ---- tests ----

TEST_SOURCES  := $(wildcard tests/unit/test_*.c)
TEST_SUPPORT  := $(filter-out $(TEST_SOURCES),$(wildcard tests/unit/*.c))
TEST_PROGRAMS := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(TEST_SOURCES))
TEST_CFLAGS = $(shell pkg-config --cflags cmocka libxml-2.0 pangocairo zlib)
TEST_LIBS   = $(shell pkg-config --libs cmocka libxml-2.0 pangocairo zlib)

# What looks at whole pictures; of these `make pictures` looks at every page, with the program that people use, as that is faster.
VIEW_TESTS := $(patsubst tests/unit/%.c,build/unit/%,$(wildcard tests/unit/test_*_view.c) tests/unit/test_views.c tests/unit/test_hostile.c \
                tests/unit/test_leak_pictures.c)

.PHONY: build-tests
build-tests: $(TEST_PROGRAMS) build/bench/generate

$(BUILD)/unit/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CFLAGS) -Isrc $(LIBRARY_CFLAGS) $(TEST_CFLAGS) -c -o $@ $<

# A test may make the system's calls fail: those it names in a line "wraps: malloc write".
$(BUILD)/unit/%: $(BUILD)/unit/%.o $(patsubst tests/unit/%.c,$(BUILD)/unit/%.o,$(TEST_SUPPORT)) $(BUILD)/libspeelveld.a
	$(call quiet,LD)$(CC) $(ALL_CFLAGS) $(LDFLAGS) $(addprefix -Wl$(comma)--wrap=,$(shell sed -n 's/.*wraps: *\(.*\)\*\//\1/p' tests/unit/$*.c)) \
	    -o $@ $^ $(TEST_LIBS) $(LIBRARY_LIBS)
comma := ,

.PRECIOUS: $(BUILD)/unit/%.o

build/bench/repeat: tests/bench/repeat.c build/libspeelveld.a
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARY_LIBS)

build/bench/generate: $(wildcard tests/bench/generate/*.c) tests/bench/generate/generate.h
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) -std=gnu17 -D_GNU_SOURCE $(WARNINGS) $(CFLAGS) -o $@ $(filter %.c,$^)

build/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) -std=gnu17 -D_GNU_SOURCE $(WARNINGS) $(CFLAGS) -o $@ $< -lm

# ---- installing ----

install: all ## Install under PREFIX (default /usr/local); DESTDIR is honoured
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBEXECDIR) $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(INCLUDEDIR)/speelveld $(DESTDIR)$(DATADIR) \
	    $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/nl/man1 $(DESTDIR)$(BASHDIR)
	install -m 755 build/speelveld $(DESTDIR)$(BINDIR)/speelveld
	install -m 755 build/speelveld-render $(DESTDIR)$(LIBEXECDIR)/speelveld-render
	install -m 644 build/libspeelveld.a $(DESTDIR)$(LIBDIR)/libspeelveld.a
	install -m 755 build/$(SHARED) $(DESTDIR)$(LIBDIR)/$(SHARED)
	ln -sf $(SHARED) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libspeelveld.so
	install -m 644 include/speelveld.h $(DESTDIR)$(INCLUDEDIR)/speelveld.h
	install -m 644 include/speelveld/*.h $(DESTDIR)$(INCLUDEDIR)/speelveld/
	build/speelveld help --man --lang en > $(DESTDIR)$(MANDIR)/man1/speelveld.1
	build/speelveld help --man --lang nl > $(DESTDIR)$(MANDIR)/nl/man1/speelveld.1
	build/speelveld help --bash > $(DESTDIR)$(BASHDIR)/speelveld
	for map in buurthuis samen-a samen-b waterrijk; do install -d $(DESTDIR)$(DATADIR)/$$map && install -m 644 data/$$map/* $(DESTDIR)$(DATADIR)/$$map/; done
	{ echo 'prefix=$(PREFIX)'; echo 'Name: speelveld'; echo 'Description: Maps the playing field around an issue'; \
	  echo 'Version: $(VERSION)'; echo 'Requires.private: $(LIBRARY_PACKAGES)'; \
	  echo 'Cflags: -I$(INCLUDEDIR)'; echo 'Libs: -L$(LIBDIR) -lspeelveld'; echo 'Libs.private: -lm -pthread'; } > $(DESTDIR)$(LIBDIR)/pkgconfig/speelveld.pc

uninstall: ## Remove what install put there
	rm -f $(DESTDIR)$(BINDIR)/speelveld $(DESTDIR)$(LIBDIR)/libspeelveld.* $(DESTDIR)$(LIBDIR)/pkgconfig/speelveld.pc $(DESTDIR)$(INCLUDEDIR)/speelveld.h
	rm -f $(DESTDIR)$(MANDIR)/man1/speelveld.1 $(DESTDIR)$(MANDIR)/nl/man1/speelveld.1 $(DESTDIR)$(BASHDIR)/speelveld
	rm -rf $(DESTDIR)$(LIBEXECDIR) $(DESTDIR)$(INCLUDEDIR)/speelveld $(DESTDIR)$(DATADIR)

clean: ## Remove everything that was built
	rm -rf build

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

-include $(wildcard $(BUILD)/*.d $(BUILD)/*/*.d)
