/* SPDX-License-Identifier: Apache-2.0 */
#include "app/evidence.h"

#include "app/confine.h"

typedef struct {
    Arena *arena;
    const LiveView *view;
    const EvidenceWish *wish;
    Evidence out;
} Taking;

static bool refuse_many(Err *err)
{
    (void)FAIL(err, ERR_INPUT, "at most %d files with a report",
               EVIDENCE_FILES);
    return err_id(err, "paling banyak %d berkas pada satu laporan",
                  EVIDENCE_FILES);
}

static bool refuse_large(Str name, Err *err)
{
    int most = STORE_EVIDENCE_MOST >> 20;
    Str shown = str_slice(name, 0, 100);
    (void)FAIL(err, ERR_INPUT, "'%.*s' is larger than %d MB", STR_ARG(shown),
               most);
    return err_id(err, "'%.*s' lebih besar dari %d MB", STR_ARG(shown), most);
}

static bool refuse_absent(Err *err)
{
    (void)FAIL(err, ERR_ABSENT, "there is no such file");
    return err_id(err, "berkas itu tidak ada");
}

/* The same file twice is one. */
static bool put(Taking *t, const char *ending, Str bytes, Err *err)
{
    Str name;
    if (!store_evidence_put(
            live_store(t->view->live), t->arena,
            &(EvidenceOf){t->view->office->government.code, t->wish->fact},
            ending, bytes, &name, err))
        return false;
    for (size_t i = 0; i < t->out.count; i++) {
        if (str_is(t->out.files[i], name)) return true;
    }
    t->out.files[t->out.count++] = name;
    return true;
}

static bool take_given(Taking *t, const EvidenceGiven *given, Err *err)
{
    CleanFile clean;
    if (given->bytes.len > STORE_EVIDENCE_MOST)
        return refuse_large(given->name, err);
    return confine_file(t->arena, given->bytes, &clean, err) &&
           put(t, clean.ending, clean.bytes, err);
}

static bool read(Arena *arena, const LiveView *view, const Fact *fact, Str name,
                 Str *out, Err *err)
{
    bool found = false;
    if (!evidence_names(fact->evidence, name)) return refuse_absent(err);
    return store_evidence(
               live_store(view->live), arena,
               &(EvidenceOf){view->office->government.code, fact->id}, name,
               out, &found, err) &&
           (found || refuse_absent(err));
}

static bool take_kept(Taking *t, Str name, Err *err)
{
    Str bytes;
    if (!evidence_look(t->arena, t->view, t->wish->person, t->wish->before,
                       name, &bytes, err))
        return false;
    const char *ending =
        str_c(t->arena, str_slice(name, name.len - 3, name.len));
    return put(t, ending, bytes, err);
}

bool evidence_take(Arena *arena, const LiveView *view, const EvidenceWish *wish,
                   Str *bukti, Err *err)
{
    Taking t = {.arena = arena, .view = view, .wish = wish};
    if (wish->given_count + wish->kept_count > EVIDENCE_FILES)
        return refuse_many(err);
    for (size_t i = 0; i < wish->kept_count; i++) {
        if (!take_kept(&t, wish->kept[i], err)) return false;
    }
    for (size_t i = 0; i < wish->given_count; i++) {
        if (!take_given(&t, &wish->given[i], err)) return false;
    }
    t.out.address = wish->address;
    *bukti = evidence_text(arena, &t.out);
    return true;
}

bool evidence_look(Arena *arena, const LiveView *view, Str person, FactId fact,
                   Str name, Str *out, Err *err)
{
    Fact report;
    bool found = false;
    if (!store_fact(live_store(view->live), arena,
                    view->office->government.code, fact, &report, &found, err))
        return false;
    if (!found || report.kind != FACT_REPORT || !str_is(report.person, person))
        return refuse_absent(err);
    return read(arena, view, &report, name, out, err);
}
