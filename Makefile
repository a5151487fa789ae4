# Makefile - everything is built under build/, one folder for each variant.
#
#   make                  build/tatakerja (hardened) and build/tools/*
#   make test             build and run the tests; TEST=base runs test_base*
#   make V=clang-san test the same under the sanitizers
#   make check            all that must hold before a commit
#   make fuzz             each fuzz target for FUZZ_SECONDS
#   make bench|soak|coverage|examples|showcase
#
# Variants: gcc, clang-san, clang-tsan, analyzer (objects only), fuzz.  To work on
# a part while another is being rewritten, take folders and a build of your own:
#   make BUILD=build/mine FOLDERS="base register" TEST=register test

V ?= gcc
BUILD ?= build
TEST ?=
FUZZ_SECONDS ?= 60
FOLDERS ?= $(notdir $(patsubst %/,%,$(wildcard src/*/)))
B := $(BUILD)/$(V)
MAKEFLAGS += --no-builtin-rules
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += --jobs=$(shell nproc)
endif

# ------------------------------------------------------------------ sources

SRC := $(sort $(wildcard $(FOLDERS:%=src/%/*.c)))
MAIN := $(wildcard src/main.c)
TESTS := $(sort $(wildcard tests/test_$(TEST)*.c))
HELPERS := $(filter-out tests/test_% tests/harness.c,$(wildcard tests/*.c))
TOOLS := $(sort $(wildcard tools/*.c))
FUZZ := $(sort $(wildcard fuzz/fuzz_*.c))

# What pages say and look like, pressed into the program (src/web/asset.h).
PRESS := $(BUILD)/made/press
WORDS := $(BUILD)/made/id.mo $(BUILD)/made/en.mo
ASSETS := $(sort $(wildcard src/web/assets/*)) $(WORDS)
MADE := $(if $(filter web,$(FOLDERS)),$(BUILD)/made/assets.c)

OBJ := $(SRC:%.c=$(B)/%.o) $(MADE:$(BUILD)/%.c=$(B)/%.o)
LIB := $(B)/libtatakerja.a
PROGRAM := $(MAIN:src/main.c=$(B)/tatakerja)
TEST_PROGRAMS := $(TESTS:%.c=$(B)/%)
TOOL_PROGRAMS := $(TOOLS:%.c=$(B)/%)
FUZZ_PROGRAMS := $(FUZZ:%.c=$(B)/%)

# -------------------------------------------------------------------- flags

PACKAGES := libsodium libzip zlib expat xlsxwriter sqlite3 liboath libqrencode \
    jansson libical
PACKAGE_FLAGS := $(shell pkg-config --cflags $(PACKAGES))
LIBS := $(shell pkg-config --libs $(PACKAGES)) -lcsv -lm

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
    -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wvla \
    -Wundef -Wpointer-arith -Wcast-qual -Wcast-align -Wwrite-strings \
    -Wformat=2 -Wswitch-enum -Wdouble-promotion -Wimplicit-fallthrough \
    -Wnull-dereference -Werror
GCC_WARNINGS := -Wduplicated-cond -Wduplicated-branches -Wlogical-op \
    -Wjump-misses-init

# The flag, if the compiler knows it.  (Never -o /dev/null: as root a failing
# compiler deletes the device.)
knows = $(shell echo 'int x;' | \
    $(CC) -Werror $(1) -fsyntax-only -x c - 2>/dev/null && echo '$(1)')

ifeq ($(V),gcc)
CC := gcc
MODE = $(GCC_WARNINGS) -O2 -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
    -fstack-clash-protection $(call knows,-fcf-protection=full) -fPIE \
    $(call knows,-ftrivial-auto-var-init=zero)
LINK := -pie -Wl,-z,relro,-z,now -Wl,--as-needed
else ifeq ($(V),analyzer)
CC := gcc
MODE := $(GCC_WARNINGS) -O2 -fanalyzer
else ifeq ($(V),clang-san)
CC := clang
MODE := -O1 -fno-omit-frame-pointer \
    -fsanitize=address,undefined,implicit-conversion -fno-sanitize-recover=all
LINK := $(MODE)
else ifeq ($(V),clang-tsan)
CC := clang
MODE := -O1 -fno-omit-frame-pointer -fsanitize=thread
LINK := $(MODE)
else ifeq ($(V),coverage)
CC := gcc
MODE := -O0 --coverage
LINK := --coverage
else ifeq ($(V),fuzz)
CC := clang
MODE := -O1 -fno-omit-frame-pointer \
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
LINK := -fsanitize=fuzzer,address,undefined
else
$(error V=$(V) is not one of gcc, clang-san, clang-tsan, analyzer,\
    coverage, fuzz)
endif

CFLAGS := -std=c17 -D_POSIX_C_SOURCE=200809L -g $(MODE) $(WARNINGS) \
    -Isrc -Itests $(PACKAGE_FLAGS)

# -------------------------------------------------------------------- rules

.PHONY: all objects tests seeds test check tidy fuzz run-fuzz bench soak \
    coverage examples showcase clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:

ifeq ($(V),gcc)
all: $(PROGRAM:$(B)/%=$(BUILD)/%) $(TOOL_PROGRAMS:$(B)/%=$(BUILD)/%) $(LIB)
else
all: $(PROGRAM) $(TOOL_PROGRAMS) $(LIB)
endif
objects: $(OBJ)
tests: $(TEST_PROGRAMS)
seeds: $(FUZZ_PROGRAMS)

test: tests seeds
	@BUILD=$(BUILD) tools/run-tests $(V) $(TEST)

$(B)/%.o: %.c $(B)/flags
	@mkdir -p $(@D)
	@echo "$(V): $<"
	@$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(PRESS): tools/build/press.c
	@mkdir -p $(@D)
	@gcc -std=c17 -O2 -Wall -Wextra -Werror -o $@ $< \
	    $(shell pkg-config --libs libbrotlienc libsodium zlib)
$(BUILD)/made/id.mo: $(sort $(wildcard src/web/words/id/*.po))
	@mkdir -p $(@D)
	@msgcat --use-first -o $(@:.mo=.po) $^
	@msgfmt --check-format --check-domain -o $@ $(@:.mo=.po)
$(BUILD)/made/en.mo: src/web/words/en.po
	@mkdir -p $(@D)
	@msgfmt --check-format --check-domain -o $@ $<
$(BUILD)/made/assets.c: $(ASSETS) $(PRESS)
	@$(PRESS) $@ $(ASSETS)
$(B)/made/%.o: $(BUILD)/made/%.c $(B)/flags
	@mkdir -p $(@D)
	@echo "$(V): $<"
	@$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# Made anew, so that a file taken out of src/ does not linger in it.
$(LIB): $(OBJ) $(B)/members
	@rm -f $@
	@ar rcs $@ $(OBJ)

# Of what several tests share, only what a test uses is linked.
$(B)/tests/libhelpers.a: $(HELPERS:%.c=$(B)/%.o) $(B)/members
	@mkdir -p $(@D)
	@rm -f $@
	@ar rcs $@ $(filter %.o,$^)

link = @mkdir -p $(@D) && $(CC) $(LINK) -o $@ $(filter %.o %.a,$^) $(LIBS)

$(B)/tatakerja: $(B)/src/main.o $(LIB) $(B)/link
	$(link)
$(B)/tests/test_%: $(B)/tests/test_%.o $(B)/tests/harness.o \
    $(B)/tests/libhelpers.a $(LIB) $(B)/link
	$(link)
$(B)/tools/%: $(B)/tools/%.o $(LIB) $(B)/link
	$(link)

# libFuzzer brings a main; elsewhere fuzz/replay.c feeds the seeds.
REPLAY := $(if $(filter fuzz,$(V)),,$(B)/fuzz/replay.o)
$(B)/fuzz/fuzz_%: $(B)/fuzz/fuzz_%.o $(REPLAY) $(LIB) $(B)/link
	$(link)

$(BUILD)/tatakerja: $(B)/tatakerja
	@mkdir -p $(@D)
	@cp -f $< $@
$(BUILD)/tools/%: $(B)/tools/%
	@mkdir -p $(@D)
	@cp -f $< $@

# What was built with other flags, or of other members, is built again.
note = @mkdir -p $(@D); printf '%s\n' '$(1)' | cmp -s - $@ || \
    printf '%s\n' '$(1)' >$@
$(B)/flags: FORCE
	$(call note,$(CC) $(CFLAGS))
$(B)/link: FORCE
	$(call note,$(CC) $(LINK) $(LIBS))
$(B)/members: FORCE
	$(call note,$(OBJ) $(HELPERS))

-include $(OBJ:.o=.d) $(B)/src/main.d $(B)/tests/harness.d \
    $(HELPERS:%.c=$(B)/%.d) $(TEST_PROGRAMS:=.d) $(TOOL_PROGRAMS:=.d) $(FUZZ_PROGRAMS:=.d) \
    $(B)/fuzz/replay.d

# -------------------------------------------------------- checks and outings

# An object is rebuilt when any header of its file changes: so is the stamp.
TIDY := $(SRC) $(MAIN) $(TOOLS)
# Clang's analyzer takes eight times as long as all else that clang-tidy asks:
# ./check leaves it out (gcc's analyzer walks there), make soak does not.  How
# far it walks in a function: what it found so far lay well within a quarter of
# its own limit, 225000, which takes five times as long.
TIDY_NODES ?= 50000
TIDY_OFF ?=
tidy: $(TIDY:%.c=$(B)/tidy/%.ok)
$(B)/tidy/%.ok: $(B)/%.o .clang-tidy
	@mkdir -p $(@D)
	@echo "tidy: $*.c"
	@clang-tidy --quiet --checks='$(TIDY_OFF)' $*.c -- -std=c17 \
	    -D_POSIX_C_SOURCE=200809L -Isrc \
	    -Xclang -analyzer-config -Xclang max-nodes=$(TIDY_NODES) \
	    $(PACKAGE_FLAGS) 2>/dev/null
	@touch $@

check:
	+@./check

fuzz:
	@$(MAKE) V=fuzz run-fuzz
run-fuzz: $(FUZZ_PROGRAMS)
	@for p in $(FUZZ:fuzz/fuzz_%.c=%); do \
	    mkdir -p $(B)/corpus/$$p $(B)/found fuzz/seeds/$$p; words=; \
	    case $$p in letter*|check) words=-dict=fuzz/letter.dict ;; esac; \
	    $(B)/fuzz/fuzz_$$p $$words -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
	        -artifact_prefix=$(B)/found/$$p- -print_final_stats=0 \
	        -verbosity=0 $(B)/corpus/$$p fuzz/seeds/$$p || exit 1; \
	    echo "fuzz $$p: nothing found in $(FUZZ_SECONDS) s"; \
	done

# What these do lies in scripts of their own.
outing = @if [ -x $(1) ]; then $(1); else echo '$(1): not there'; fi
bench: all
	$(call outing,bench/run)
soak: all
	$(call outing,tools/soak)
coverage:
	@tools/coverage circular
examples: all
	$(call outing,tools/examples)
showcase: all
	$(call outing,tools/showcase)

clean:
	rm -rf $(BUILD)
