/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_letter.c - reading letters: a large one, and hostile ones.
 *
 *     bench_letter OUT.tsv
 *
 * A letter of 200 sentences is parsed and checked (gates and linter, as far as
 * no register is asked); texts of 1 MB that are made to be slow are parsed to
 * their errors, with the memory that it takes.  Median of the runs, and of the
 * large one the first in the process too.  The arena is that of a command.
 */
#include "circular/check.h"
#include "circular/letter_json.h"
#include "circular/parse.h"
#include "circular/print.h"
#include "figure.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RUNS = 5, LARGE = 1000 * 1000, CLAUSES = 200 };

typedef struct {
    double ms;
    double mb;
    bool read;
} Run;

static int64_t cpu_ns(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) != 0) exit(1);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static Run run(Str text, bool check)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 21);
    Source source = {STR("bench"), text};
    Letter letter = {0};
    Diags diags = diags_in(arena);
    int64_t begun = cpu_ns();
    bool read = letter_parse(arena, &source, &letter, &diags);
    if (read && check) check_alone(arena, &letter, &source, &diags);
    double ms = (double)(cpu_ns() - begun) / 1e6;
    return (Run){ms, (double)arena_used(arena) / 1e6, read};
}

static void put(FILE *out, const char *name, double value, const char *unit,
                double limit)
{
    Figure f = {.id = "letter",
                .name = name,
                .value = value,
                .unit = unit,
                .peer = "limit",
                .peer_value = limit,
                .goal = 1,
                .less = true};
    figure_put(out, &f);
}

static Run median(Str text, bool check)
{
    double ms[RUNS];
    Run last = {0};
    for (int i = 0; i < RUNS; i++) {
        last = run(text, check);
        ms[i] = last.ms;
    }
    last.ms = figure_median(ms, RUNS);
    return last;
}

/* ---- a letter that is meant ------------------------------------------------
 */

static const char *const sentences[] = {
    "Kepala perangkat daerah, camat dan lurah wajib di kantor.",
    "Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh pegawai, "
    "dibulatkan ke bawah, tidak kurang dari 1 orang.",
    "Pegawai pada bagian pelayanan pada BPBD, BPPRD dan DLH wajib di kantor.",
    "Pegawai di rumah wajib melapor setiap hari kerja kepada atasan langsung "
    "melalui aplikasi, telepon atau surat elektronik.",
    "Mulai 3 Agustus 2020, pada setiap kecamatan: pegawai yang hamil atau yang "
    "menyusui boleh di rumah, kecuali pada 17 Agustus 2020.",
};

static Str letter_of(Arena *arena, int clauses)
{
    Buf out = buf_in(arena);
    buf_c(&out, "surat edaran 1/T\ntentang \"besar\"\nberlaku 1 Agustus 2020 "
                "sampai dengan 31 Desember 2020\nbagi seluruh pegawai\n");
    for (int i = 0; i < clauses; i++) {
        if (i % 10 == 0)
            buf_format(&out, "\naturan %d \"bagian\"\n", i / 10 + 1);
        buf_format(&out, "(%d) %s\n", i % 10 + 1,
                   sentences[(size_t)i % COUNT(sentences)]);
    }
    return buf_str(&out);
}

static void bench_large(FILE *out)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Str text = letter_of(arena, CLAUSES);
    Run first = run(text, true);
    Run got = median(text, true);
    if (!got.read) exit(1);
    put(out, "200 clauses, the first of a process", first.ms, "ms", 5);
    put(out, "200 clauses, parsed and checked", got.ms, "ms", 5);
    Letter letter = {0};
    Source source = {STR("bench"), text};
    Diags diags = diags_in(arena);
    Buf printed = buf_in(arena);
    (void)letter_parse(arena, &source, &letter, &diags);
    int64_t begun = cpu_ns();
    letter_print(&letter, LANG_EN, &printed);
    put(out, "200 clauses, printed", (double)(cpu_ns() - begun) / 1e6, "ms",
        50);
    Buf json = buf_in(arena);
    Err err = {0};
    begun = cpu_ns();
    if (!letter_to_json(&letter, &json) ||
        !letter_from_json(arena, buf_str(&json), STR("bench"), &letter, &diags,
                          &err))
        exit(1);
    put(out, "200 clauses to JSON and back, with all gates",
        (double)(cpu_ns() - begun) / 1e6, "ms", 100);
}

/* ---- texts that are made to be slow ----------------------------------------
 */

static const struct {
    const char *name, *before, *again;
} hostile[] = {
    {"units within units", "(1) Pegawai", " pada bidang A"},
    {"a list without an end", "(1) Pegawai pada", " seksi A,"},
    {"terms joined by serta", "(1) Pegawai", ", serta lurah"},
    {"quotes that do not close", "(1) Pegawai", " \"a\nb"},
    {"a quote and empty lines", "(1) Pegawai", " \"\n\n"},
    {"sentences full of faults", "", "Pegawai wajib terbang.\n"},
    {"refused words", "(1) Pegawai", " segera"},
    {"numbers", "(1) Pegawai paling banyak", " 12"},
    {"one long name", "(1) Pegawai pada ", "Abc"},
    {"a name of many words", "(1) Pegawai pada", " Abc"},
    {"near misses of words", "(1) Pegawai", " paling banyakk sedikitt"},
    {"words that begin phrases", "(1) Pegawai pada", " pejabat"},
    {"half of long phrases", "(1) Pegawai pada",
     " level PPKM tempat unit kerja"},
    {"headings", "", "aturan 2 \"a\"\n"},
    {"the same paragraph", "", "(1) Apel ditiadakan.\n"},
    {"colons", "(1) Menurut zona risiko", ": a"},
    {"rows", "(1) Menurut zona risiko: a", ": apel ditiadakan; b"},
    {"listed items", "(1) Pegawai pada unit berikut wajib di kantor:\n",
     "a. BPBD;\n"},
    {"comments", "", "-- a\n"},
    {"tails", "(1) Pegawai wajib di rumah", ", mulai 3 Agustus 2020"},
    {"dates", "(1) Pada 1", ", 2"},
    {"brackets", "", "(1"},
    {"full stops", "", ". "},
    {"changes", "", "aturan 5 dihapus.\n"},
    {"lines of the head", "", "menimbang \"a\"\n"},
};

static Str text_of(Arena *arena, size_t i)
{
    bool head = strcmp(hostile[i].name, "lines of the head") == 0;
    Buf out = buf_in(arena);
    buf_c(&out, "surat edaran 1/T\n");
    if (!head) buf_c(&out, "\naturan 1 \"a\"\n");
    buf_c(&out, hostile[i].before);
    while (out.len < LARGE)
        buf_c(&out, hostile[i].again);
    return buf_str(&out);
}

static void bench_hostile(FILE *out)
{
    double slowest = 0, largest = 0;
    for (size_t i = 0; i < COUNT(hostile); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        char name[80];
        Run got = median(text_of(arena, i), false);
        (void)snprintf(name, sizeof name, "1 MB: %s", hostile[i].name);
        put(out, name, got.ms, "ms", 100);
        slowest = got.ms > slowest ? got.ms : slowest;
        largest = got.mb > largest ? got.mb : largest;
    }
    put(out, "1 MB of hostile text, the slowest", slowest, "ms", 100);
    put(out, "1 MB of hostile text, the most memory", largest, "MB", 512);
}

int main(int argc, char **argv)
{
    FILE *out = argc == 2 ? fopen(argv[1], "a") : NULL;
    if (out == NULL) return 2;
    bench_large(out);
    bench_hostile(out);
    return fclose(out) == 0 ? 0 : 3;
}
