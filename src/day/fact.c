/* SPDX-License-Identifier: Apache-2.0 */
#include "day/fact.h"

#include <string.h>

/* ---- ids ---------------------------------------------------------------- */

bool fact_id_is(FactId a, FactId b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

bool fact_id_none(FactId id)
{
    return fact_id_is(id, (FactId){{0}});
}

int fact_id_order(FactId a, FactId b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes);
}

/* A dash stands before these bytes. */
static bool dash_before(size_t byte)
{
    return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

const char *fact_id_text(FactId id, char text[FACT_ID_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    char *to = text;
    for (size_t i = 0; i < sizeof id.bytes; i++) {
        if (dash_before(i)) *to++ = '-';
        *to++ = digits[id.bytes[i] >> 4];
        *to++ = digits[id.bytes[i] & 15];
    }
    *to = '\0';
    return text;
}

static int hex_of(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool fact_id_parse(Str text, FactId *out)
{
    FactId id = {{0}};
    size_t at = 0;
    if (text.len != FACT_ID_TEXT - 1) return false;
    for (size_t i = 0; i < sizeof id.bytes; i++) {
        if (dash_before(i) && text.ptr[at++] != '-') return false;
        int high = hex_of(text.ptr[at]), low = hex_of(text.ptr[at + 1]);
        if (high < 0 || low < 0) return false;
        id.bytes[i] = (uint8_t)(high * 16 + low);
        at += 2;
    }
    *out = id;
    return true;
}

FactId fact_id_of(Instant at, uint64_t random_a, uint64_t random_b)
{
    FactId id;
    uint64_t ms = (uint64_t)(at.us / 1000);
    for (size_t i = 0; i < 6; i++)
        id.bytes[i] = (uint8_t)(ms >> (8 * (5 - i)));
    for (size_t i = 6; i < 8; i++)
        id.bytes[i] = (uint8_t)(random_a >> (8 * (i - 6)));
    for (size_t i = 8; i < 16; i++)
        id.bytes[i] = (uint8_t)(random_b >> (8 * (i - 8)));
    id.bytes[6] = (uint8_t)(0x70 | (id.bytes[6] & 0x0f));
    id.bytes[8] = (uint8_t)(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

Instant fact_id_instant(FactId id)
{
    int64_t ms = 0;
    for (size_t i = 0; i < 6; i++)
        ms = ms << 8 | id.bytes[i];
    return (Instant){ms * 1000};
}

/* ---- kinds, channels, slots --------------------------------------------- */

#define S(slot) (1U << (SLOT_##slot))

static const FactShape shapes[] = {
#define FACT_KIND(name, word, english, about, needs, takes, choices) \
    [FACT_##name] = {word, english, ABOUT_##about, needs, takes, choices},
#include "day/facts.def"
#undef FACT_KIND
};

static const struct {
    const char *word, *english;
    bool typed;
} channels[] = {
#define X(name, word, english, typed) [CHANNEL_##name] = {word, english, typed},
    CHANNELS(X)
#undef X
};

Fact fact_blank(FactKind kind)
{
    return (Fact){
        .kind = kind,
        .days = {{0}, {-1}},
        .from = -1,
        .to = -1,
        .number = FACT_NO_NUMBER,
    };
}

const FactShape *fact_shape(FactKind kind)
{
    CHECK((size_t)kind < COUNT(shapes));
    return &shapes[kind];
}

bool fact_kind_parse(Str word, FactKind *out)
{
    for (size_t i = 0; i < COUNT(shapes); i++) {
        if (!str_folded_is(word, str_of(shapes[i].word))) continue;
        *out = (FactKind)i;
        return true;
    }
    return false;
}

Str fact_kind_word(FactKind kind, Lang lang)
{
    const FactShape *shape = fact_shape(kind);
    return str_of(lang == LANG_ID ? shape->word : shape->english);
}

bool channel_parse(Str word, Channel *out)
{
    for (size_t i = 0; i < COUNT(channels); i++) {
        if (!str_folded_is(word, str_of(channels[i].word))) continue;
        *out = (Channel)i;
        return true;
    }
    return false;
}

Str channel_word(Channel channel, Lang lang)
{
    CHECK((size_t)channel < COUNT(channels));
    return str_of(lang == LANG_ID ? channels[channel].word
                                  : channels[channel].english);
}

bool channel_is_typed(Channel channel)
{
    CHECK((size_t)channel < COUNT(channels));
    return channels[channel].typed;
}

bool fact_is_typed(const Fact *f)
{
    bool other = f->person.len > 0 && !str_is(f->actor, f->person);
    return channel_is_typed(f->channel) ||
           (f->channel == CHANNEL_WHATSAPP && other);
}

const char *fact_slot_column(FactSlot slot)
{
    static const char *const columns[] = {
#define X(name, column) column,
        FACT_SLOTS(X)
#undef X
    };
    CHECK((size_t)slot < COUNT(columns));
    return columns[slot];
}

bool fact_has(const Fact *f, FactSlot slot)
{
    switch (slot) {
    case SLOT_ABOUT: return !fact_id_none(f->about);
    case SLOT_THING: return f->thing.len > 0;
    case SLOT_WORD: return f->word.len > 0;
    case SLOT_PLACE: return f->place.len > 0;
    case SLOT_TEXT: return f->text.len > 0;
    case SLOT_PRIORITY: return f->priority.len > 0;
    case SLOT_URGENCY: return f->urgency.len > 0;
    case SLOT_DAYS: return !window_is_empty(f->days);
    case SLOT_HOURS: return f->from >= 0 || f->to >= 0;
    case SLOT_UNTIL: return f->until.us != 0;
    case SLOT_NUMBER: return f->number != FACT_NO_NUMBER;
    case SLOT_MEASURE: return f->measure.len > 0;
    case SLOT_LIST: return f->list.len > 0;
    case SLOT_EVIDENCE: return f->evidence.len > 0;
    case SLOT_SEALED: return f->sealed.len > 0;
    case SLOT_COUNT: break;
    }
    return false;
}

/* ---- when --------------------------------------------------------------- */

Instant fact_when(const Fact *f)
{
    int64_t at = f->at.us, sent = f->sent.us, received = f->received.us;
    if (at == 0) return f->received;
    if (received == 0) return f->at;
    if (!fact_is_typed(f)) {
        if (sent == 0) return f->received;
        int64_t waited = sent > at ? sent - at : 0;
        return (Instant){received - waited};
    }
    return (Instant){at < received ? at : received};
}

int fact_clock_ahead(const Fact *f)
{
    const int64_t minute = 60 * 1000000LL, most = 30000;
    if (f->sent.us == 0 || f->received.us == 0 || fact_is_typed(f)) return 0;
    int64_t us = f->sent.us - f->received.us;
    int64_t ahead = (us + (us < 0 ? -minute : minute) / 2) / minute;
    return (int)(ahead > most ? most : ahead < -most ? -most : ahead);
}

int fact_minute(const Fact *f)
{
    Instant midnight = zone_instant(f->zone, f->day, 0);
    int64_t us = fact_when(f).us - midnight.us, minute = 60 * 1000000LL;
    int64_t whole = us / minute;
    if (us < 0 && us % minute != 0) whole--;
    if (whole < -30000) return -30000;
    return whole > 30000 ? 30000 : (int)whole;
}

/* ---- where it belongs --------------------------------------------------- */

static bool has_days(FactKind kind)
{
    return kind == FACT_RECALL || kind == FACT_TRAVEL || kind == FACT_VISIT ||
           kind == FACT_TRIP || kind == FACT_MEETING || kind == FACT_LEAVE ||
           kind == FACT_DEVIATION || kind == FACT_MARK || kind == FACT_PIN ||
           kind == FACT_SWAP || kind == FACT_TASK || kind == FACT_TARGET ||
           kind == FACT_RHYTHM || kind == FACT_TEAM || kind == FACT_ERASE;
}

Window fact_days(const Fact *f)
{
    bool goes_on = f->kind == FACT_RHYTHM || f->kind == FACT_TEAM;
    if (has_days(f->kind) && !window_is_empty(f->days)) return f->days;
    return (Window){f->day, goes_on ? DATE_NEVER : f->day};
}

bool fact_follows(const Fact *f)
{
    return f->kind != FACT_REPORT && f->kind != FACT_MESSAGE &&
           f->kind != FACT_ERASE && !fact_id_none(f->about);
}

/* One without days says of its record no more than that it was. */
bool fact_is_gap(const Fact *f)
{
    return f->kind == FACT_ERASE && !window_is_empty(f->days);
}
