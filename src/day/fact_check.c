/* SPDX-License-Identifier: Apache-2.0 */
#include "day/fact_fields.h"

enum {
    TEXT_MOST = 8000,
    CODE_MOST = 120,
    DAY_MINUTES = 1440,
};

static const int64_t first_instant = 946684800000000LL;
static const int64_t end_instant = 7258118400000000LL;

static bool refuse(Err *err, const Fact *f, const char *field, const char *en,
                   const char *id)
{
    Str kind_en = fact_kind_word(f->kind, LANG_EN);
    Str kind_id = fact_kind_word(f->kind, LANG_ID);
    (void)FAIL(err, ERR_INPUT, "%.*s, %s: %s", STR_ARG(kind_en), field, en);
    return err_id(err, "%.*s, %s: %s", STR_ARG(kind_id), field, id);
}

/* ---- slots -------------------------------------------------------------- */

static bool slots_fit(const Fact *f, Err *err)
{
    const FactShape *shape = fact_shape(f->kind);
    for (unsigned s = 0; s < SLOT_COUNT; s++) {
        bool has = fact_has(f, (FactSlot)s);
        const char *column = fact_slot_column((FactSlot)s);
        if (!has && (shape->needs & (1U << s)) != 0)
            return refuse(err, f, column, "must be given", "harus diisi");
        if (has && ((shape->needs | shape->takes) & (1U << s)) == 0)
            return refuse(err, f, column, "does not belong to this kind",
                          "bukan bagian dari jenis ini");
    }
    return true;
}

static bool is_choice(const char *choices, Str word)
{
    Str rest = str_of(choices), choice;
    while (str_next(&rest, '|', &choice)) {
        if (str_is(choice, word)) return true;
    }
    return false;
}

static bool words_fit(const Fact *f, Err *err)
{
    const FactShape *shape = fact_shape(f->kind);
    if (f->word.len > 0 && !is_choice(shape->choices, f->word))
        return refuse(err, f, "kata", shape->choices, shape->choices);
    if (f->place.len > 0 && !is_choice("dalam|luar|tidak diketahui", f->place))
        return refuse(err, f, "lokasi", "dalam, luar or tidak diketahui",
                      "dalam, luar atau tidak diketahui");
    return true;
}

static bool about_fits(const Fact *f, Err *err)
{
    bool person = f->person.len > 0, unit = f->unit.len > 0;
    switch (fact_shape(f->kind)->about) {
    case ABOUT_PERSON:
        if (!person)
            return refuse(err, f, "pegawai", "must be given", "harus diisi");
        break;
    case ABOUT_UNIT:
        if (!unit || person)
            return refuse(err, f, "unit", "a unit, and no person",
                          "isi unit, tanpa pegawai");
        break;
    case ABOUT_EITHER:
        if (!person && !unit)
            return refuse(err, f, "pegawai", "a person or a unit",
                          "isi pegawai atau unit");
        break;
    case ABOUT_NONE: break;
    }
    return true;
}

/* ---- texts -------------------------------------------------------------- */

/* Line feeds belong in a report; no other control character belongs at all. */
static bool is_clean(Str text, bool lines)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c < 0x20 && !(lines && c == '\n')) || c == 0x7f) return false;
    }
    return str_utf8_fault(text) == SIZE_MAX;
}

static bool text_fits(const Fact *f, const FactField *field, Err *err)
{
    Str text = *(const Str *)(const void *)((const char *)f + field->offset);
    size_t at = field->offset;
    bool is_code = at == offsetof(Fact, actor) ||
                   at == offsetof(Fact, person) || at == offsetof(Fact, unit) ||
                   at == offsetof(Fact, word);
    bool lines = at == offsetof(Fact, text) || at == offsetof(Fact, list);
    if (text.len > (is_code ? CODE_MOST : TEXT_MOST))
        return refuse(err, f, field->name, "too long", "terlalu panjang");
    if (!is_clean(text, lines))
        return refuse(err, f, field->name,
                      "UTF-8 text without control characters",
                      "isi teks UTF-8 tanpa karakter kendali");
    return true;
}

static bool texts_fit(const Fact *f, Err *err)
{
    size_t count;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        if (fields[i].type == FIELD_STR && !text_fits(f, &fields[i], err))
            return false;
    }
    return true;
}

/* ---- numbers ------------------------------------------------------------ */

/* Percentages, pieces of work, versions: all are counted from 0. */
static bool number_fits(const Fact *f, Err *err)
{
    if (f->number == FACT_NO_NUMBER || f->number >= 0) return true;
    return refuse(err, f, "jumlah", "0 or more", "isi 0 atau lebih");
}

/* ---- times -------------------------------------------------------------- */

static bool is_of_our_age(Instant at)
{
    return at.us == 0 || (at.us >= first_instant && at.us < end_instant);
}

static bool instants_fit(const Fact *f, Err *err)
{
    if (!is_of_our_age(f->at) || !is_of_our_age(f->sent) ||
        !is_of_our_age(f->received) || !is_of_our_age(f->until))
        return refuse(err, f, "saat", "an instant from 2000 to 2199",
                      "isi saat antara tahun 2000 dan 2199");
    if (f->until.us != 0 && f->until.us < f->at.us)
        return refuse(err, f, "saat_akhir", "not before its beginning",
                      "tidak boleh mendahului awalnya");
    return true;
}

static bool is_day(Date day)
{
    return day.days >= -25567 && day.days <= 84005; /* 1900 to 2199 */
}

static bool days_fit(const Fact *f, Err *err)
{
    if (!is_day(f->day))
        return refuse(err, f, "hari", "a day must be given", "harus diisi");
    bool begins = f->days.first.days != 0, ends = f->days.last.days != -1;
    if (!begins && !ends) return true;
    /* One end alone would be taken as a window from or to 1970. */
    if (!begins || !ends || !is_day(f->days.first) ||
        (!is_day(f->days.last) && !date_is(f->days.last, DATE_NEVER)) ||
        window_is_empty(f->days))
        return refuse(err, f, "sampai", "days in order, both given",
                      "isi hari pertama lalu hari terakhir");
    return true;
}

static bool minutes_fit(const Fact *f, Err *err)
{
    bool in = f->from >= -1 && f->from < DAY_MINUTES && f->to >= -1 &&
              f->to <= DAY_MINUTES;
    if (!in || (f->from >= 0 && f->to >= 0 && f->to < f->from))
        return refuse(err, f, "hingga", "times of a day, in order",
                      "isi jam awal lalu jam akhir");
    return true;
}

static bool person_says_it(const Fact *f, Err *err)
{
    if (f->actor.len > 0) return true;
    return refuse(err, f, "pelaku", "must be given", "harus diisi");
}

bool fact_check(const Fact *f, Err *err)
{
    if (fact_id_none(f->id))
        return refuse(err, f, "id", "must be given by the sender",
                      "harus dibuat oleh pengirim");
    return person_says_it(f, err) && about_fits(f, err) && slots_fit(f, err) &&
           words_fit(f, err) && texts_fit(f, err) && instants_fit(f, err) &&
           days_fit(f, err) && minutes_fit(f, err) && number_fits(f, err);
}

/* ---- sameness ----------------------------------------------------------- */

static bool field_is(const Fact *a, const Fact *b, const FactField *field)
{
    const char *p = (const char *)a + field->offset;
    const char *q = (const char *)b + field->offset;
    switch (field->type) {
    case FIELD_ID:
        return fact_id_is(*(const FactId *)(const void *)p,
                          *(const FactId *)(const void *)q);
    case FIELD_STR:
        return str_is(*(const Str *)(const void *)p,
                      *(const Str *)(const void *)q);
    case FIELD_DAY:
        return date_is(*(const Date *)(const void *)p,
                       *(const Date *)(const void *)q);
    case FIELD_MINUTE:
        return *(const int16_t *)(const void *)p ==
               *(const int16_t *)(const void *)q;
    case FIELD_INSTANT:
        return ((const Instant *)(const void *)p)->us ==
               ((const Instant *)(const void *)q)->us;
    case FIELD_NUMBER:
        return *(const int32_t *)(const void *)p ==
               *(const int32_t *)(const void *)q;
    case FIELD_KIND: return a->kind == b->kind;
    case FIELD_CHANNEL: return a->channel == b->channel;
    case FIELD_ZONE: return a->zone == b->zone;
    }
    return false;
}

bool fact_is(const Fact *a, const Fact *b)
{
    size_t count;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        size_t at = fields[i].offset;
        if (at == offsetof(Fact, sent) || at == offsetof(Fact, received))
            continue;
        if (!field_is(a, b, &fields[i])) return false;
    }
    return true;
}
