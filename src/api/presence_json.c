/* SPDX-License-Identifier: Apache-2.0 */
#include "api/presence_json.h"

#include "api/input.h"

typedef enum {
    MEMBER_PERSON,
    MEMBER_NIP,
    MEMBER_LOCAL,
    MEMBER_AT,
    MEMBER_KIND,
    MEMBER_PLACE,
    MEMBER_ID,
    MEMBER_COUNT
} Member;

static const struct {
    const char *name, *id, *en, *schema;
} members[MEMBER_COUNT] = {
    [MEMBER_PERSON] = {"orang", "kode pegawai", "code of a person", NULL},
    [MEMBER_NIP] = {"nip", "NIP", "a NIP", "^[0-9]{18}$"},
    [MEMBER_LOCAL] = {"nomor_lokal", "nomor lokal", "a local number", NULL},
    [MEMBER_AT] = {"saat",
                   "saat dengan selisih zona antara tahun 2000 dan 2199, "
                   "misalnya 2020-08-03T07:31:05+08:00",
                   "an instant from 2000 to 2199 with an offset, such as "
                   "2020-08-03T07:31:05+08:00",
                   NULL},
    [MEMBER_KIND] = {"jenis", "masuk atau pulang", "masuk or pulang",
                     "^(masuk|pulang)$"},
    [MEMBER_PLACE] = {"tempat", "kantor, rumah, lapangan atau dinas",
                      "kantor, rumah, lapangan or dinas",
                      "^(kantor|rumah|lapangan|dinas)$"},
    [MEMBER_ID] = {"id", "id fakta", "the id of a fact",
                   "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
};

/* ---- an item --------------------------------------------------------------
 */

static bool take_kind(Str text, Fact *fact)
{
    bool out = str_is(text, STR("pulang"));
    if (!out && !str_is(text, STR("masuk"))) return false;
    fact->kind = out ? FACT_CHECK_OUT : FACT_CHECK_IN;
    return true;
}

static bool take_place(Str text, Fact *fact)
{
    static const char *const places[] = {"kantor", "rumah", "lapangan",
                                         "dinas"};
    fact->word = text;
    for (size_t i = 0; i < COUNT(places); i++) {
        if (str_is(text, str_of(places[i]))) return true;
    }
    return false;
}

static bool take(Member member, Str text, ApiPresence *item)
{
    switch (member) {
    case MEMBER_PERSON: item->code = text; return true;
    case MEMBER_NIP: item->nip = text; return true;
    case MEMBER_LOCAL: item->local = text; return true;
    case MEMBER_AT:
        return input_instant(text, &item->fact.at) &&
               input_instant_fits(item->fact.at);
    case MEMBER_KIND: return take_kind(text, &item->fact);
    case MEMBER_PLACE: return take_place(text, &item->fact);
    case MEMBER_ID: return fact_id_parse(text, &item->fact.id);
    case MEMBER_COUNT: break;
    }
    return false;
}

static Member member_of(Str name)
{
    Member m = 0;
    while (m < MEMBER_COUNT && !str_is(name, str_of(members[m].name)))
        m++;
    return m;
}

static bool take_member(Arena *arena, Str name, const json_t *value,
                        ApiPresence *item)
{
    Str text;
    Member m = member_of(name);
    if (m == MEMBER_COUNT)
        return input_wrong(&item->wrong, name, "isian ini tidak dikenal",
                           "there is no such member");
    if (input_text(arena, value, &text) &&
        (text.len == 0 || take(m, text, item)))
        return true;
    return input_wrong(&item->wrong, name, members[m].id, members[m].en);
}

static bool is_whole(ApiPresence *item, bool kind)
{
    int named =
        (item->code.len > 0) + (item->nip.len > 0) + (item->local.len > 0);
    if (named != 1)
        return input_wrong(&item->wrong, STR("orang"),
                           "isi salah satu: orang, nip atau nomor_lokal",
                           "give one of orang, nip and nomor_lokal");
    bool placed = item->fact.kind != FACT_CHECK_IN || item->fact.word.len > 0;
    if (kind && item->fact.at.us != 0 && placed) return true;
    Member m = !kind                   ? MEMBER_KIND
               : item->fact.at.us == 0 ? MEMBER_AT
                                       : MEMBER_PLACE;
    return input_wrong(&item->wrong, str_of(members[m].name), members[m].id,
                       members[m].en);
}

static void read_item(Arena *arena, json_t *object, ApiPresence *item)
{
    const char *name;
    size_t length;
    json_t *value;
    *item = (ApiPresence){.fact = fact_blank(FACT_CHECK_IN)};
    if (!json_is_object(object)) {
        (void)input_wrong(&item->wrong, STR("isi"), "harus objek JSON",
                          "must be a JSON object");
        return;
    }
    json_object_keylen_foreach(object, name, length, value)
    {
        if (!take_member(arena, (Str){name, length}, value, item)) return;
    }
    (void)is_whole(item, json_object_get(object, "jenis") != NULL);
}

bool api_presence_read(Arena *arena, Str body, ApiPresence **out, size_t *count,
                       Err *err)
{
    AUTO(input_done) json_t *array = NULL;
    if (!input_read(body, INPUT_LIST_MOST, &array, err)) return false;
    if (!json_is_array(array))
        return input_wrong(err, STR("isi"), "harus larik JSON",
                           "must be a JSON array");
    size_t items = json_array_size(array);
    if (items > INPUT_ITEMS_MOST) {
        (void)FAIL(err, ERR_LIMIT, "more than %d items; send them in parts",
                   INPUT_ITEMS_MOST);
        return err_id(err, "lebih dari %d butir; kirim sebagian-sebagian",
                      INPUT_ITEMS_MOST);
    }
    ApiPresence *all = NEW(arena, ApiPresence, items + 1);
    for (size_t i = 0; i < items; i++)
        read_item(arena, json_array_get(array, i), &all[i]);
    *out = all;
    *count = items;
    return true;
}

/* ---- what may be said -----------------------------------------------------
 */

static void put_members(Json *json)
{
    json_open(json, "properties", '{');
    for (Member m = 0; m < MEMBER_COUNT; m++) {
        json_open(json, members[m].name, '{');
        json_text(json, "type", STR("string"));
        json_text(json, "description", str_of(members[m].en));
        if (m == MEMBER_AT) json_text(json, "format", STR("date-time"));
        if (members[m].schema != NULL)
            json_text(json, "pattern", str_of(members[m].schema));
        json_close(json);
    }
    json_close(json);
}

void api_presence_schema(Json *json)
{
    json_text(json, "type", STR("array"));
    json_number(json, "maxItems", INPUT_ITEMS_MOST);
    json_open(json, "items", '{');
    json_text(json, "type", STR("object"));
    json_truth(json, "additionalProperties", false);
    json_open(json, "required", '[');
    json_text(json, NULL, STR("saat"));
    json_text(json, NULL, STR("jenis"));
    json_close(json);
    put_members(json);
    json_close(json);
}
