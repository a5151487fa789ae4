/* SPDX-License-Identifier: Apache-2.0 */
#include "register/fault.h"

#include <string.h>

enum { KEPT = 1000, SHOWN = 5, LONGEST = 60 };

typedef struct {
    const char *id, *said_id, *said_en, *how_id, *how_en;
} Group;

static const Group groups[] = {
#define X(name, id, said_id, said_en, how_id, how_en) \
    [REPAIR_##name] = {id, said_id, said_en, how_id, how_en},
    REPAIRS(X)
#undef X
};

bool faults_are_full(const Faults *faults)
{
    return faults->list.count >= KEPT;
}

void fault_add(Faults *faults, Repair repair, Fault fault)
{
    faults->count++;
    if (faults_are_full(faults)) return;
    fault.repair = groups[repair].id;
    VEC_PUSH(faults->arena, &faults->list, fault);
}

/* 1 -> A, 26 -> Z, 27 -> AA. */
static void put_letters(Buf *out, uint32_t column)
{
    char letters[8];
    size_t at = sizeof letters;
    for (uint32_t n = column; n > 0 && at > 0; n = (n - 1) / 26)
        letters[--at] = (char)('A' + (n - 1) % 26);
    buf_put(out, (Str){letters + at, sizeof letters - at});
}

/* At most LONGEST bytes of a cell, cut where a character begins. */
static void put_value(Buf *out, Str value)
{
    size_t len = value.len < LONGEST ? value.len : LONGEST;
    while (len > 0 && len < value.len && (value.ptr[len] & 0xc0) == 0x80)
        len--;
    buf_char(out, '\'');
    for (size_t i = 0; i < len; i++) {
        bool printed = (unsigned char)value.ptr[i] >= ' ';
        buf_put(out, printed ? str_slice(value, i, i + 1) : STR(" "));
    }
    buf_c(out, len < value.len ? "...'" : "'");
}

/* "  people.csv baris 17, kolom B (nip): '1.98609E+17'; mungkin 'x'" */
static void put_place(Buf *out, const Fault *fault, Lang lang)
{
    buf_c(out, "  ");
    buf_put(out, fault->file);
    if (fault->row > 0)
        buf_format(out, lang == LANG_EN ? " row %u" : " baris %u", fault->row);
    if (fault->column > 0) {
        buf_c(out, lang == LANG_EN ? ", column " : ", kolom ");
        put_letters(out, fault->column);
    }
    if (fault->header.len > 0)
        buf_format(out, " (%.*s)", STR_ARG(fault->header));
    if (fault->value_id.len > 0 && lang == LANG_ID)
        buf_format(out, ": %.*s", STR_ARG(fault->value_id));
    else if (fault->value_id.len > 0)
        buf_format(out, ": %.*s", STR_ARG(fault->value));
    else if (fault->value.len > 0) {
        buf_c(out, ": ");
        put_value(out, fault->value);
    }
    if (fault->right.len > 0) {
        buf_c(out, lang == LANG_EN ? "; perhaps " : "; mungkin ");
        put_value(out, fault->right);
    }
    if (fault->choices.len > 0)
        buf_format(out, lang == LANG_EN ? "; one of: %.*s" : "; pilihan: %.*s",
                   STR_ARG(fault->choices));
    buf_char(out, '\n');
}

static size_t count_of(const Faults *faults, const Group *group)
{
    size_t count = 0;
    for (size_t i = 0; i < faults->list.count; i++)
        count += strcmp(faults->list.at[i].repair, group->id) == 0;
    return count;
}

/* How many were put. */
static size_t put_places(const Faults *faults, const Group *group, Lang lang,
                         Buf *out)
{
    size_t shown = 0;
    for (size_t i = 0; i < faults->list.count && shown < SHOWN; i++) {
        const Fault *fault = &faults->list.at[i];
        if (strcmp(fault->repair, group->id) != 0) continue;
        put_place(out, fault, lang);
        shown++;
    }
    return shown;
}

static void put_more(size_t more, Lang lang, Buf *out)
{
    if (more > 0)
        buf_format(out,
                   lang == LANG_EN ? "  and %zu more\n" : "  dan %zu lagi\n",
                   more);
}

bool faults_group(Arena *arena, const Faults *faults, size_t at, Lang lang,
                  FaultGroup *out)
{
    Buf places = buf_in(arena);
    if (at >= COUNT(groups)) return false;
    const Group *group = &groups[at];
    size_t shown = put_places(faults, group, lang, &places);
    size_t count = count_of(faults, group);
    put_more(count - shown, lang, &places);
    *out = (FaultGroup){
        .id = str_of(group->id),
        .said = str_of(lang == LANG_EN ? group->said_en : group->said_id),
        .how = str_of(lang == LANG_EN ? group->how_en : group->how_id),
        .count = count,
        .places = buf_str(&places)};
    return true;
}

static void put_group(const Faults *faults, const Group *group, Lang lang,
                      Buf *out)
{
    size_t count = count_of(faults, group);
    if (count == 0) return;
    buf_format(out, "%s [%s]: %zu\n",
               lang == LANG_EN ? group->said_en : group->said_id, group->id,
               count);
    size_t shown = put_places(faults, group, lang, out);
    put_more(count - shown, lang, out);
    buf_format(out, "  -> %s\n",
               lang == LANG_EN ? group->how_en : group->how_id);
}

void faults_print(const Faults *faults, Lang lang, Buf *out)
{
    for (size_t i = 0; i < COUNT(groups); i++)
        put_group(faults, &groups[i], lang, out);
    if (faults->count > faults->list.count)
        buf_format(out,
                   lang == LANG_EN
                       ? "and %zu further faults that are not listed\n"
                       : "dan %zu kesalahan lain yang tidak didaftar\n",
                   faults->count - faults->list.count);
}
