/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/report_said.h"

#include "circular/words.h"

/* ---- what is handed in ------------------------------------------------- */

static bool is_report(const Term *term)
{
    if (term->kind == TERM_THING) return term->value == THING_REPORT;
    return term->kind == TERM_NAME && str_starts(term->name, STR("laporan"));
}

bool report_named(const Who *who)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            if (is_report(&who->groups[g].terms[t])) return true;
        }
    }
    return false;
}

static const Tail *tail_of(const Sentence *s, TailKind kind)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

bool report_goes_up(const Sentence *s)
{
    const Tail *to = tail_of(s, TAIL_TO);
    for (uint32_t g = 0; to != NULL && g < to->who->group_count; g++) {
        for (uint32_t t = 0; t < to->who->groups[g].count; t++) {
            if (to->who->groups[g].terms[t].kind == TERM_SUPERIOR) return false;
        }
    }
    return to != NULL && report_named(s->object);
}

bool report_said(const Sentence *s)
{
    if (s->pred != PRED_DO) return false;
    if (s->verb == VERB_REPORT || s->verb == VERB_REPORT_ON) return true;
    bool own = s->verb == VERB_FILL_IN ||
               (s->verb == VERB_SUBMIT && !report_goes_up(s));
    return own && tail_of(s, TAIL_RHYTHM) != NULL && report_named(s->object);
}

/* ---- rhythms in names ---------------------------------------------------- */

static const struct {
    Str last, first; /* words of the name: Indonesian, English */
    TimeUnit unit;
} rhythms[] = {
    {STR_INIT("harian"),   STR_INIT("daily"),   WORKING_DAYS},
    {STR_INIT("mingguan"), STR_INIT("weekly"),  WEEKS       },
    {STR_INIT("bulanan"),  STR_INIT("monthly"), MONTHS      },
};

static bool ends_in(Str name, Str word)
{
    if (name.len < word.len) return false;
    size_t at = name.len - word.len;
    return str_folded_is(str_slice(name, at, name.len), word) &&
           (at == 0 || name.ptr[at - 1] == ' ');
}

static bool begins_with(Str name, Str word)
{
    return name.len > word.len && name.ptr[word.len] == ' ' &&
           str_folded_is(str_slice(name, 0, word.len), word);
}

static bool rhythm_of(const Term *term, Duration *out)
{
    for (size_t i = 0; i < COUNT(rhythms); i++) {
        if (!ends_in(term->name, rhythms[i].last) &&
            !begins_with(term->name, rhythms[i].first))
            continue;
        *out = (Duration){.number = 1, .unit = rhythms[i].unit};
        return true;
    }
    return false;
}

bool report_rhythm(const Who *object, Duration *out)
{
    for (uint32_t g = 0; object != NULL && g < object->group_count; g++) {
        for (uint32_t t = 0; t < object->groups[g].count; t++) {
            if (rhythm_of(&object->groups[g].terms[t], out)) return true;
        }
    }
    return false;
}
