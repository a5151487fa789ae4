/* SPDX-License-Identifier: Apache-2.0 */
#include "store/row.h"

#include "day/fact_fields.h"

/* ---- words and their numbers --------------------------------------------- */

static Str kind_word(size_t i)
{
    return fact_kind_word((FactKind)i, LANG_ID);
}

static Str channel_word_of(size_t i)
{
    return channel_word((Channel)i, LANG_ID);
}

static Str zone_word(size_t i)
{
    return zone_name((Zone)i);
}

/* The lists that rows speak of; `at` in RowCodec. */
static const struct {
    const char *family;
    size_t count, at;
    Str (*word)(size_t member);
} families[] = {
    {"jenis",   FACT_KIND_COUNT, offsetof(RowCodec, kind),    kind_word      },
    {"saluran", CHANNEL_COUNT,   offsetof(RowCodec, channel), channel_word_of},
    {"zona",    ZONE_WIT + 1,    offsetof(RowCodec, zone),    zone_word      },
};

_Static_assert((int)FACT_KIND_COUNT < (int)TERM_MOST, "kinds are a mask");

static TermList *list_of(RowCodec *codec, size_t family)
{
    return (TermList *)(void *)((char *)codec + families[family].at);
}

static void join(TermList *list, size_t member, int64_t number)
{
    list->number[member] = (uint8_t)number;
    list->member[number] = (uint8_t)member;
}

/* A word that we do not know stays unknown: a newer version wrote it. */
static void take_term(RowCodec *codec, const Statement *q)
{
    int64_t number = db_int(q, COLUMN_NUMBER, -1);
    if (number < 0 || number >= TERM_MOST) return;
    for (size_t f = 0; f < COUNT(families); f++) {
        Str family = db_text(q, COLUMN_FAMILY);
        if (!str_is(family, str_of(families[f].family))) continue;
        Str word = db_text(q, COLUMN_TERM);
        for (size_t i = 0; i < families[f].count; i++) {
            if (str_is(word, families[f].word(i)))
                join(list_of(codec, f), i, number);
        }
    }
}

static bool load(Db *db, RowCodec *codec, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_TERMS);
    bool row = false;
    for (size_t f = 0; f < COUNT(families); f++) {
        TermList *list = list_of(codec, f);
        for (size_t i = 0; i < TERM_MOST; i++)
            list->number[i] = list->member[i] = TERM_MOST;
    }
    do {
        if (!db_next(q, &row, err)) return false;
        if (row) take_term(codec, q);
    } while (row);
    return true;
}

static bool give_number(Db *db, size_t family, size_t member, int64_t number,
                        Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_TERM_PUT);
    db_put_text(q, COLUMN_FAMILY, str_of(families[family].family));
    db_put_int(q, COLUMN_NUMBER, number);
    db_put_text(q, COLUMN_TERM, families[family].word(member));
    return db_run(q, err);
}

static bool complete_list(Db *db, RowCodec *codec, size_t family, Err *err)
{
    TermList *list = list_of(codec, family);
    int64_t next = 0;
    for (size_t i = 0; i < families[family].count; i++) {
        if (list->number[i] != TERM_MOST) continue;
        while (next < TERM_MOST && list->member[next] != TERM_MOST)
            next++;
        if (next == TERM_MOST)
            return FAIL(err, ERR_LIMIT, "no number is left for a word");
        if (!give_number(db, family, i, next, err)) return false;
        join(list, i, next);
    }
    return true;
}

static bool is_complete(RowCodec *codec)
{
    for (size_t f = 0; f < COUNT(families); f++) {
        for (size_t i = 0; i < families[f].count; i++) {
            if (list_of(codec, f)->number[i] == TERM_MOST) return false;
        }
    }
    return true;
}

static bool complete(Db *db, RowCodec *codec, Err *err)
{
    if (!db_begin(db, err)) return false;
    bool fine = true;
    for (size_t f = 0; fine && f < COUNT(families); f++)
        fine = complete_list(db, codec, f, err);
    if (fine && db->backend->commit(db, err)) return true;
    db_rollback(db);
    return false;
}

bool row_codec(Db *db, RowCodec *out, Err *err)
{
    RowCodec codec = {0};
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    CHECK(count == ROW_FIELDS);
    for (size_t i = 0; i < count; i++) {
        codec.column[i] = query_column(str_of(fields[i].name));
        CHECK(codec.column[i] < COLUMN_COUNT);
    }
    if (!load(db, &codec, err)) return false;
    if (db->write && !is_complete(&codec) && !complete(db, &codec, err))
        return false;
    *out = codec;
    return true;
}

uint64_t row_kinds(const RowCodec *codec, uint64_t kinds)
{
    uint64_t numbers = 0;
    for (size_t i = 0; i < FACT_KIND_COUNT; i++) {
        uint8_t number = codec->kind.number[i];
        if (((kinds >> i) & 1) != 0 && number < TERM_MOST)
            numbers |= (uint64_t)1 << number;
    }
    return numbers;
}

/* ---- into a row ---------------------------------------------------------- */

static Value no_value(void)
{
    return (Value){.type = VALUE_NONE};
}

static Value int_value(int64_t number, bool said)
{
    return said ? (Value){.type = VALUE_INT, .number = number} : no_value();
}

static Value id_value(const FactId *id)
{
    if (fact_id_none(*id)) return no_value();
    return (Value){
        .type = VALUE_BYTES,
        .bytes = {(const char *)id->bytes, sizeof id->bytes}
    };
}

static Value text_value(const Fact *f, const FactField *field, Str text)
{
    bool is_person_again =
        field->offset == offsetof(Fact, actor) && str_is(text, f->person);
    if (text.len == 0 || is_person_again) return no_value();
    return (Value){.type = VALUE_TEXT, .bytes = text};
}

static Value instant_value(const Fact *f, const FactField *field)
{
    if (field->offset == offsetof(Fact, received))
        return int_value(f->received.us - fact_id_instant(f->id).us, true);
    if (field->offset == offsetof(Fact, at))
        return int_value(f->received.us - f->at.us, f->at.us != 0);
    if (field->offset == offsetof(Fact, sent))
        return int_value(f->sent.us - f->at.us, f->sent.us != 0);
    return int_value(f->until.us, f->until.us != 0);
}

static Value day_value(const Fact *f, const FactField *field, Date day)
{
    bool said =
        field->offset == offsetof(Fact, day) || !window_is_empty(f->days);
    return int_value(day.days, said);
}

static Value field_value(const RowCodec *codec, const Fact *f,
                         const FactField *field)
{
    const void *p = (const char *)f + field->offset;
    switch (field->type) {
    case FIELD_ID: return id_value(p);
    case FIELD_KIND: return int_value(codec->kind.number[f->kind], true);
    case FIELD_CHANNEL:
        return int_value(codec->channel.number[f->channel], true);
    case FIELD_ZONE: return int_value(codec->zone.number[f->zone], true);
    case FIELD_STR: return text_value(f, field, *(const Str *)p);
    case FIELD_DAY: return day_value(f, field, *(const Date *)p);
    case FIELD_MINUTE:
        return int_value(*(const int16_t *)p, *(const int16_t *)p >= 0);
    case FIELD_INSTANT: return instant_value(f, field);
    case FIELD_NUMBER:
        return int_value(*(const int32_t *)p,
                         *(const int32_t *)p != FACT_NO_NUMBER);
    }
    return no_value();
}

void row_put_fact(Statement *q, const RowCodec *codec, const Fact *fact)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        Column column = codec->column[i];
        if (q->parameter[column] != NO_PLACE)
            db_put(q, column, field_value(codec, fact, &fields[i]));
    }
}

bool row_has_rest(const Fact *fact)
{
    static const FactSlot slots[] = {
        SLOT_PRIORITY, SLOT_URGENCY, SLOT_DAYS, SLOT_HOURS,    SLOT_UNTIL,
        SLOT_NUMBER,   SLOT_MEASURE, SLOT_LIST, SLOT_EVIDENCE, SLOT_SEALED};
    for (size_t i = 0; i < COUNT(slots); i++) {
        if (fact_has(fact, slots[i])) return true;
    }
    return false;
}

/* ---- out of a row -------------------------------------------------------- */

static bool take_member(const TermList *list, Value value, size_t *out)
{
    if (value.type != VALUE_INT || value.number < 0 ||
        value.number >= TERM_MOST || list->member[value.number] == TERM_MOST)
        return false;
    *out = list->member[value.number];
    return true;
}

static bool take_id(Value value, FactId *out)
{
    if (value.type == VALUE_NONE) return true;
    if (value.type != VALUE_BYTES || value.bytes.len != sizeof out->bytes)
        return false;
    for (size_t i = 0; i < sizeof out->bytes; i++)
        out->bytes[i] = (uint8_t)value.bytes.ptr[i];
    return true;
}

static bool take_text(Arena *arena, Value value, Str *out)
{
    if (value.type == VALUE_NONE) return true;
    if (value.type != VALUE_TEXT || value.bytes.len == 0) return false;
    *out = str_copy(arena, value.bytes);
    return true;
}

static bool take_between(Value value, int64_t low, int64_t high, int64_t *out)
{
    if (value.type != VALUE_INT || value.number < low || value.number > high)
        return false;
    *out = value.number;
    return true;
}

static bool take_day(Value value, Date *out)
{
    int64_t n = 0;
    if (value.type == VALUE_NONE) return true;
    if (!take_between(value, INT32_MIN, INT32_MAX, &n)) return false;
    out->days = (int32_t)n;
    return true;
}

static bool take_minute(Value value, int16_t *out)
{
    int64_t n = 0;
    if (value.type == VALUE_NONE) return true;
    if (!take_between(value, 0, INT16_MAX, &n)) return false;
    *out = (int16_t)n;
    return true;
}

static bool take_number(Value value, int32_t *out)
{
    int64_t n = 0;
    if (value.type == VALUE_NONE) return true;
    if (!take_between(value, INT32_MIN + 1, INT32_MAX, &n)) return false;
    *out = (int32_t)n;
    return true;
}

static bool take_field(Arena *arena, Value value, const RowCodec *codec,
                       const FactField *field, Fact *f)
{
    void *p = (char *)f + field->offset;
    size_t member = 0;
    switch (field->type) {
    case FIELD_ID: return take_id(value, p);
    case FIELD_KIND:
        if (!take_member(&codec->kind, value, &member)) return false;
        f->kind = (FactKind)member;
        return true;
    case FIELD_CHANNEL:
        if (!take_member(&codec->channel, value, &member)) return false;
        f->channel = (Channel)member;
        return true;
    case FIELD_ZONE:
        if (!take_member(&codec->zone, value, &member)) return false;
        f->zone = (Zone)member;
        return true;
    case FIELD_STR: return take_text(arena, value, p);
    case FIELD_DAY: return take_day(value, p);
    case FIELD_MINUTE: return take_minute(value, p);
    case FIELD_INSTANT: /* together, by take_instants */ return true;
    case FIELD_NUMBER: return take_number(value, p);
    }
    return false;
}

bool row_received(const Statement *q, Instant *out)
{
    FactId id = {{0}};
    Value received = db_value(q, COLUMN_RECEIVED);
    return take_id(db_value(q, COLUMN_ID), &id) && received.type == VALUE_INT &&
           !__builtin_add_overflow(fact_id_instant(id).us, received.number,
                                   &out->us);
}

/* a - b, or a + b, of two columns; NULL: unsaid. */
static bool take_instants(const Statement *q, Fact *f)
{
    Value at = db_value(q, COLUMN_AT);
    Value sent = db_value(q, COLUMN_SENT);
    Value until = db_value(q, COLUMN_UNTIL);
    if (!row_received(q, &f->received)) return false;
    f->until.us = until.type == VALUE_INT ? until.number : 0;
    if (at.type == VALUE_INT &&
        __builtin_sub_overflow(f->received.us, at.number, &f->at.us))
        return false;
    return sent.type != VALUE_INT ||
           !__builtin_add_overflow(f->at.us, sent.number, &f->sent.us);
}

bool row_erased(const Statement *q)
{
    return db_none(q, COLUMN_KIND);
}

bool row_kind(const Statement *q, const RowCodec *codec, FactKind *out)
{
    size_t member = 0;
    if (!take_member(&codec->kind, db_value(q, COLUMN_KIND), &member))
        return false;
    *out = (FactKind)member;
    return true;
}

static bool damaged(const Statement *q, const char *what, Err *err)
{
    long long number = (long long)db_int(q, COLUMN_NUMBER, 0);
    (void)FAIL(err, ERR_IO, "record %lld is damaged: %s", number, what);
    return err_id(err, "catatan %lld rusak: %s", number, what);
}

bool row_fact(Arena *arena, const Statement *q, const RowCodec *codec,
              Fact *out, Err *err)
{
    Fact fact = fact_blank(FACT_CHECK_IN);
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    if (!take_instants(q, &fact)) return damaged(q, "diterima", err);
    for (size_t i = 0; i < count; i++) {
        Value value = db_value(q, codec->column[i]);
        if (!take_field(arena, value, codec, &fields[i], &fact))
            return damaged(q, fields[i].name, err);
    }
    if (fact.actor.len == 0) fact.actor = fact.person;
    Err why = {0};
    if (!fact_check(&fact, &why)) return damaged(q, why.text, err);
    *out = fact;
    return true;
}
