/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/rules.h"

/*
 * Rows of tables, read again.  A row holds for a unit on a day when each label
 * is borne: one of a class by the unit, one of hari by the day of the week, one
 * of an area by a status that was known and holds that day.  The law spreads a
 * row over clauses, by area; this asks unit by unit and day by day, and
 * compares.
 *
 *     law:     is there a clause of the row that is in force and means the
 * unit? letter:  do all labels of the row stand there?
 */
typedef struct {
    const RuleDay *day;
    const Clause *clause; /* the first one of the row */
    const Sentence *table;
} RowReview;

/* ---- words, one after the other ------------------------------------------ */

static Str first_word(Str *rest)
{
    Str text = str_trim(*rest);
    size_t to = str_find(text, STR(" "), 0);
    if (to > text.len) to = text.len;
    *rest = str_slice(text, to, text.len);
    return str_slice(text, 0, to);
}

static bool speaks_of(Str text, Str word)
{
    while (text.len > 0) {
        Str own = first_word(&text);
        if (own.len > 0 && str_folded_is(own, word)) return true;
    }
    return false;
}

static bool joins(Str word)
{
    return word.len > 0 && speaks_of(STR("dan atau and or"), word);
}

/* The words up to the next "dan" or "atau". */
static Str first_piece(Str *rest)
{
    Str text = *rest;
    while (rest->len > 0) {
        size_t to = text.len - rest->len;
        if (joins(first_word(rest))) return str_trim(str_slice(text, 0, to));
    }
    return str_trim(text);
}

/* "PPKM level 4" under "level PPKM": the words of the key may be dropped from
 * both sides, those that are left are the same. */
static bool piece_stands_for(Str status, Str label, Str key)
{
    bool left = false;
    for (Str rest = label; rest.len > 0;) {
        Str word = first_word(&rest);
        if (word.len > 0 && !speaks_of(key, word)) left = true;
    }
    for (Str rest = status; rest.len > 0;) {
        Str word = first_word(&rest);
        if (word.len > 0 && !speaks_of(key, word) && !speaks_of(label, word))
            return false;
    }
    for (Str rest = label; rest.len > 0;) {
        Str word = first_word(&rest);
        if (word.len > 0 && (!left || !speaks_of(key, word)) &&
            !speaks_of(status, word))
            return false;
    }
    return true;
}

/* "level 3 dan level 4": either of them. */
static bool stands_for(Str status, Str label, Str key)
{
    bool stands = piece_stands_for(status, label, key);
    while (!stands && label.len > 0)
        stands = piece_stands_for(status, first_piece(&label), key);
    return stands;
}

/* ---- the n-th key of the table ------------------------------------------- */

static Str key_at(const Sentence *table, uint32_t n)
{
    Str keys = {"", 0}, key = {"", 0};
    for (uint32_t i = 0; i < table->frame_count; i++) {
        if (table->frames[i].kind == FRAME_BY) keys = table->frames[i].words;
    }
    for (uint32_t at = 0; at <= n; at++) {
        size_t to = str_find(keys, STR(" dan "), 0);
        key = str_slice(keys, 0, to);
        keys =
            to == SIZE_MAX ? (Str){"", 0} : str_slice(keys, to + 5, keys.len);
    }
    return key;
}

/* ---- where and what a unit is -------------------------------------------- */

/* Is any label of the n-th key borne in the area that day? */
static bool has_news(const RowReview *v, uint32_t n, Str key, Str area)
{
    const Corpus *c = v->day->corpus;
    for (uint32_t s = 0; s < c->r->status_count; s++) {
        const AreaStatus *status = &c->r->statuses[s];
        if (status->known.days > c->known.days ||
            !str_folded_is(status->area, area) ||
            !window_has(status->window, v->day->date))
            continue;
        for (uint32_t k = 0; k < v->table->row_count; k++) {
            if (stands_for(status->status, v->table->rows[k].labels[n], key))
                return true;
        }
    }
    return false;
}

static Str area_at(const RowReview *v, uint32_t n, Str key, uint32_t unit)
{
    const Corpus *c = v->day->corpus;
    Str area = c->r->units[unit].area;
    for (UnitId up = c->r->units[unit].parent;
         area.len == 0 && up.index != NO_INDEX;
         up = c->r->units[up.index].parent)
        area = c->r->units[up.index].area;
    return area.len > 0 && has_news(v, n, key, area) ? area
                                                     : c->government->area;
}

static bool status_holds(const RowReview *v, Str label, Str key, Str area)
{
    const Corpus *c = v->day->corpus;
    for (uint32_t s = 0; s < c->r->status_count; s++) {
        const AreaStatus *status = &c->r->statuses[s];
        if (status->known.days <= c->known.days &&
            str_folded_is(status->area, area) &&
            window_has(status->window, v->day->date) &&
            stands_for(status->status, label, key))
            return true;
    }
    return false;
}

static bool class_is_one(const RowReview *v, Str label, uint32_t unit)
{
    const Register *r = v->day->corpus->r;
    ServiceClass service = r->units[unit].service;
    for (UnitId up = r->units[unit].parent;
         service == SERVICE_NONE && up.index != NO_INDEX;
         up = r->units[up.index].parent)
        service = r->units[up.index].service;
    if (str_folded_is(label, STR("nonesensial")))
        return service != SERVICE_ESSENTIAL && service != SERVICE_CRITICAL;
    return str_folded_is(label, service_class_word(service));
}

static bool names_class(Str piece)
{
    bool names = str_folded_is(piece, STR("nonesensial"));
    for (int i = SERVICE_NONE; i <= SERVICE_CRITICAL; i++)
        names |= str_folded_is(piece, service_class_word((ServiceClass)i));
    return names;
}

/* Of several, each has to name a class. */
static bool class_is(const RowReview *v, Str label, uint32_t unit)
{
    bool is = false;
    while (label.len > 0) {
        Str piece = first_piece(&label);
        if (!names_class(piece)) return false;
        is |= class_is_one(v, piece, unit);
    }
    return is;
}

static int weekday_named(Str word)
{
    int day = MONDAY;
    while (day <= SUNDAY &&
           !str_folded_is(word, date_weekday_name((Weekday)day, LANG_ID)) &&
           !str_folded_is(word, date_weekday_name((Weekday)day, LANG_EN)))
        day++;
    return day <= SUNDAY ? day : -1;
}

/* "Senin sampai dengan Kamis", "Jumat", "Selasa dan Rabu": the names one after
 * the other; a run goes on to the name behind it, over the week's end too.  One
 * that names anything else is no label of days. */
static bool day_is(const RowReview *v, Str label)
{
    int today = (int)date_weekday(v->day->date), last = -1;
    bool run = false, holds = false, any = false;
    while (label.len > 0) {
        Str word = first_word(&label);
        int day = weekday_named(word);
        if (day < 0 && !speaks_of(STR("sampai dengan dan to and"), word))
            return false;
        run |= str_is(word, STR("sampai")) || str_is(word, STR("to"));
        if (day < 0) continue;
        int length = (day - last + 7) % 7, gone = (today - last + 7) % 7;
        holds |= today == day || (run && gone <= length);
        any = true;
        last = day;
        run = false;
    }
    return any && holds;
}

static bool label_holds(const RowReview *v, uint32_t n, uint32_t unit)
{
    Str label = v->clause->row->labels[n];
    Str key = key_at(v->table, n);
    size_t own = str_find(key, STR(" tempat unit kerja"), 0);
    Str area = v->day->corpus->government->area;
    if (str_starts(key, STR("sektor")) || str_starts(key, STR("sifat")))
        return class_is(v, label, unit);
    if (str_starts(key, STR("hari"))) return day_is(v, label);
    if (own != SIZE_MAX) {
        key = str_slice(key, 0, own);
        area = area_at(v, n, key, unit);
    }
    return status_holds(v, label, key, area);
}

/* ---- the two readings ---------------------------------------------------- */

/* In force but for its labels? */
static bool is_in_force(const RowReview *v)
{
    const Clause *c = v->clause;
    Date day = v->day->date;
    const CorpusLetter *letter = &v->day->corpus->letters[c->letter];
    bool listed = c->date_count == 0;
    /* begins or ends within the day: only one half is the day's */
    if ((letter->starts_at > 0 && date_is(letter->starts_on, day)) ||
        (letter->ends_at >= 0 && date_is(letter->ends_on, day)) ||
        (c->starts_at > 0 && date_is(c->window.first, day)) ||
        (c->ends_at >= 0 && date_is(c->window.last, day)))
        return false;
    for (uint32_t i = 0; i < c->date_count; i++)
        listed |= date_is(c->dates[i], day);
    return listed && window_has(c->window, day) &&
           (c->weekdays == 0 || (c->weekdays >> date_weekday(day) & 1U) != 0) &&
           letter_holds(letter, day);
}

static bool law_has(const RowReview *v, uint32_t unit)
{
    uint32_t count = 0;
    const ClauseId *clauses = law_clauses(v->day->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *c = corpus_clause(v->day->corpus, clauses[i]);
        if (c->row == v->clause->row && c->bound == v->clause->bound &&
            (c->among == NULL || c->among[unit] != 0))
            return true;
    }
    return false;
}

static bool row_holds(const RowReview *v, Err *err)
{
    const Corpus *c = v->day->corpus;
    char text[DATE_TEXT];
    for (uint32_t u = 0; u < c->r->unit_count; u++) {
        bool borne = true;
        for (uint32_t n = 0; n < v->clause->row->label_count; n++)
            borne = borne && label_holds(v, n, u);
        if (borne == law_has(v, u)) continue;
        Str cite = v->clause->cite, code = c->r->units[u].code;
        (void)date_iso(v->day->date, text);
        (void)FAIL(err, ERR_INPUT, "%.*s on %s: %.*s %s there", STR_ARG(code),
                   text, STR_ARG(cite), borne ? "should hold" : "cannot hold");
        return err_id(err, "%.*s pada %s: %.*s %s di sana", STR_ARG(code), text,
                      STR_ARG(cite),
                      borne ? "seharusnya berlaku" : "tidak boleh berlaku");
    }
    return true;
}

/* The table of the row: the sentence of its rule that has it. */
static const Sentence *table_of(const Clause *clause)
{
    for (uint32_t i = 0; i < clause->rule->sentence_count; i++) {
        const Sentence *s = &clause->rule->sentences[i];
        for (uint32_t k = 0; k < s->row_count; k++) {
            if (&s->rows[k] == clause->row) return s;
        }
    }
    return NULL;
}

/* The clauses of a row stand together, as many as it has bounds and areas. */
static bool was_reviewed(const Corpus *c, uint32_t clause)
{
    for (uint32_t i = clause; i-- > 0 && c->clauses[i].row != NULL;) {
        if (c->clauses[i].row == c->clauses[clause].row &&
            c->clauses[i].bound == c->clauses[clause].bound)
            return true;
    }
    return false;
}

bool row_rule_holds(const RuleDay *day, Err *err)
{
    const Corpus *c = day->corpus;
    for (uint32_t i = 0; i < c->clause_count; i++) {
        RowReview v = {day, &c->clauses[i], NULL};
        if (v.clause->row == NULL || was_reviewed(c, i)) continue;
        v.table = table_of(v.clause);
        if (v.table == NULL)
            return FAIL(err, ERR_INPUT, "%.*s is a row of no table",
                        STR_ARG(v.clause->cite));
        if (is_in_force(&v) && !row_holds(&v, err)) return false;
    }
    return true;
}
