/* SPDX-License-Identifier: Apache-2.0 */
#include "day/fact_fields.h"

#define AT(member) offsetof(Fact, member)

static const FactField fields[] = {
    {"id", FIELD_ID, AT(id)},
    {"jenis", FIELD_KIND, AT(kind)},
    {"saluran", FIELD_CHANNEL, AT(channel)},
    {"zona", FIELD_ZONE, AT(zone)},
    {"pelaku", FIELD_STR, AT(actor)},
    {"pegawai", FIELD_STR, AT(person)},
    {"unit", FIELD_STR, AT(unit)},
    {"hari", FIELD_DAY, AT(day)},
    {"saat", FIELD_INSTANT, AT(at)},
    {"dikirim", FIELD_INSTANT, AT(sent)},
    {"diterima", FIELD_INSTANT, AT(received)},
    {"tentang", FIELD_ID, AT(about)},
    {"hal", FIELD_STR, AT(thing)},
    {"kata", FIELD_STR, AT(word)},
    {"lokasi", FIELD_STR, AT(place)},
    {"isi", FIELD_STR, AT(text)},
    {"prioritas", FIELD_STR, AT(priority)},
    {"urgensi", FIELD_STR, AT(urgency)},
    {"mulai", FIELD_DAY, AT(days.first)},
    {"sampai", FIELD_DAY, AT(days.last)},
    {"dari", FIELD_MINUTE, AT(from)},
    {"hingga", FIELD_MINUTE, AT(to)},
    {"saat_akhir", FIELD_INSTANT, AT(until)},
    {"jumlah", FIELD_NUMBER, AT(number)},
    {"satuan", FIELD_STR, AT(measure)},
    {"daftar", FIELD_STR, AT(list)},
    {"bukti", FIELD_STR, AT(evidence)},
    {"tersegel", FIELD_STR, AT(sealed)},
};

#undef AT

const FactField *fact_fields(size_t *count)
{
    *count = COUNT(fields);
    return fields;
}

/* ---- instants: 2020-08-03T00:31:05.123456Z ------------------------------ */

enum { DAY_SECONDS = 86400 };
static const int64_t second = 1000000;

static void put_instant(Instant at, Buf *out)
{
    int64_t day = at.us / (DAY_SECONDS * second);
    int64_t rest = at.us - day * DAY_SECONDS * second;
    if (rest < 0) day--, rest += DAY_SECONDS * second;
    int64_t s = rest / second;
    char text[DATE_TEXT];
    buf_c(out, date_iso((Date){(int32_t)day}, text));
    buf_format(out, "T%02d:%02d:%02d.%06dZ", (int)(s / 3600),
               (int)(s / 60 % 60), (int)(s % 60), (int)(rest % second));
}

/* The number that the next `n` digits are, or -1. */
static int64_t digits(Str text, size_t from, size_t n)
{
    int64_t value = 0;
    if (from + n > text.len) return -1;
    for (size_t i = from; i < from + n; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return -1;
        value = value * 10 + (text.ptr[i] - '0');
    }
    return value;
}

static bool marks_stand(Str t)
{
    return t.ptr[10] == 'T' && t.ptr[13] == ':' && t.ptr[16] == ':' &&
           t.ptr[19] == '.' && t.ptr[26] == 'Z';
}

static bool take_instant(Str t, Instant *out)
{
    Date day;
    Err ignored = {0};
    if (t.len != 27 || !marks_stand(t) ||
        !date_parse(str_slice(t, 0, 10), &day, &ignored))
        return false;
    int64_t h = digits(t, 11, 2), m = digits(t, 14, 2), s = digits(t, 17, 2);
    int64_t us = digits(t, 20, 6);
    if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59 || us < 0)
        return false;
    out->us =
        ((int64_t)day.days * DAY_SECONDS + h * 3600 + m * 60 + s) * second + us;
    return true;
}

/* ---- minutes: 07.30 ----------------------------------------------------- */

static bool take_minute(Str t, int16_t *out)
{
    if (t.len != 5 || (t.ptr[2] != '.' && t.ptr[2] != ':')) return false;
    int64_t h = digits(t, 0, 2), m = digits(t, 3, 2);
    if (h < 0 || m < 0 || m > 59 || h > 24 || (h == 24 && m > 0)) return false;
    *out = (int16_t)(h * 60 + m);
    return true;
}

static bool take_number(Str t, int32_t *out)
{
    bool minus = t.len > 0 && t.ptr[0] == '-';
    size_t from = minus ? 1 : 0;
    if (t.len == from || t.len - from > 9) return false;
    int64_t value = digits(t, from, t.len - from);
    if (value < 0) return false;
    *out = (int32_t)(minus ? -value : value);
    return true;
}

/* ---- both ways ---------------------------------------------------------- */

static const void *place_of(const Fact *fact, const FactField *field)
{
    return (const char *)fact + field->offset;
}

static void put_day(Date day, Buf *out)
{
    if (date_is(day, DATE_NEVER)) {
        buf_c(out, "..");
    } else {
        char text[DATE_TEXT];
        buf_c(out, date_iso(day, text));
    }
}

static void put_id(FactId id, Buf *out)
{
    if (fact_id_none(id)) return;
    char text[FACT_ID_TEXT];
    buf_c(out, fact_id_text(id, text));
}

/* A day of a window that is not said stands as 0 and -1: no text. */
static bool day_unsaid(const Fact *f, const FactField *field)
{
    return field->offset != offsetof(Fact, day) && window_is_empty(f->days);
}

void fact_field_put(const Fact *f, const FactField *field, Buf *out)
{
    const void *p = place_of(f, field);
    switch (field->type) {
    case FIELD_ID: put_id(*(const FactId *)p, out); break;
    case FIELD_KIND: buf_put(out, fact_kind_word(f->kind, LANG_ID)); break;
    case FIELD_CHANNEL: buf_put(out, channel_word(f->channel, LANG_ID)); break;
    case FIELD_ZONE: buf_put(out, zone_name(f->zone)); break;
    case FIELD_STR: buf_put(out, *(const Str *)p); break;
    case FIELD_DAY:
        if (!day_unsaid(f, field)) put_day(*(const Date *)p, out);
        break;
    case FIELD_MINUTE: {
        int minute = *(const int16_t *)p;
        if (minute >= 0) buf_format(out, "%02d.%02d", minute / 60, minute % 60);
        break;
    }
    case FIELD_INSTANT:
        if (((const Instant *)p)->us != 0)
            put_instant(*(const Instant *)p, out);
        break;
    case FIELD_NUMBER:
        if (*(const int32_t *)p != FACT_NO_NUMBER)
            buf_number(out, *(const int32_t *)p);
        break;
    }
}

static bool take_day(Str text, Date *out)
{
    Err ignored = {0};
    if (!str_is(text, STR(".."))) return date_parse(text, out, &ignored);
    *out = DATE_NEVER;
    return true;
}

static bool take(const FactField *field, Str text, Fact *fact)
{
    void *p = (char *)fact + field->offset;
    switch (field->type) {
    case FIELD_ID: return fact_id_parse(text, p);
    case FIELD_KIND: return fact_kind_parse(text, &fact->kind);
    case FIELD_CHANNEL: return channel_parse(text, &fact->channel);
    case FIELD_ZONE: return zone_parse(text, &fact->zone);
    case FIELD_STR: *(Str *)p = text; return true;
    case FIELD_DAY: return take_day(text, p);
    case FIELD_MINUTE: return take_minute(text, p);
    case FIELD_INSTANT: return take_instant(text, p);
    case FIELD_NUMBER: return take_number(text, p);
    }
    return false;
}

/* What a field's text looks like, in both languages. */
static const char *const looks[][2] = {
    [FIELD_ID] = {"tiga puluh dua angka heksadesimal huruf kecil seperti "
                  "0192f3c1-8a4b-7000-8000-000000000001",
                  "thirty-two small hexadecimal digits such as "
                  "0192f3c1-8a4b-7000-8000-000000000001"},
    [FIELD_KIND] = {"satu jenis fakta, misalnya masuk",
                    "a kind of fact, such as masuk"},
    [FIELD_CHANNEL] = {"satu saluran, misalnya aplikasi",
                       "a channel, such as aplikasi"},
    [FIELD_ZONE] = {"WIB, WITA atau WIT", "WIB, WITA or WIT"},
    [FIELD_STR] = {"teks", "text"},
    [FIELD_DAY] = {"tanggal seperti 2020-08-03", "a date such as 2020-08-03"},
    [FIELD_MINUTE] = {"jam seperti 07.30", "a time such as 07.30"},
    [FIELD_INSTANT] = {"saat seperti 2020-08-03T00:31:05.000000Z",
                       "an instant such as 2020-08-03T00:31:05.000000Z"},
    [FIELD_NUMBER] = {"bilangan bulat paling banyak sembilan angka",
                      "a whole number of at most nine digits"},
};

bool fact_field_take(const FactField *field, Str text, Fact *fact, Err *err)
{
    if (text.len == 0 || take(field, text, fact)) return true;
    Str shown = str_slice(text, 0, 60);
    (void)FAIL(err, ERR_INPUT, "%s: '%.*s' is not %s", field->name,
               STR_ARG(shown), looks[field->type][1]);
    return err_id(err, "%s: '%.*s' bukan %s", field->name, STR_ARG(shown),
                  looks[field->type][0]);
}
