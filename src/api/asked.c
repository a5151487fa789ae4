/* SPDX-License-Identifier: Apache-2.0 */
/*
 * asked.c - what somebody asks for: permits, and swaps with who could be asked.
 *
 * What for is told to those who decide, on its page: here it is what was asked,
 * of which days, and what became of it.
 */
#include "api/api.h"
#include "app/my_swaps.h"

enum { DAYS_OFFERED = 31 };

static const FieldRule swap_fields[] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = false},
};

static Str state_word(const MyRequest *request)
{
    switch (request->state) {
    case MY_ASKED:
        return request->request->kind == FACT_SWAP ? STR("menunggu rekan")
                                                   : STR("menunggu putusan");
    case MY_AGREED: return STR("menunggu putusan");
    case MY_ALLOWED: return STR("boleh menurut aturan");
    case MY_GRANTED: return STR("disetujui");
    case MY_REFUSED: return STR("ditolak");
    case MY_WITHDRAWN: return STR("ditarik");
    case MY_LAPSED: return STR("lewat tanpa putusan");
    }
    return STR("menunggu putusan");
}

static void put_answer(Json *json, const Visit *v, const Fact *answer)
{
    if (answer == NULL) {
        json_none(json, "jawaban");
        return;
    }
    json_open(json, "jawaban", '{');
    api_id(json, "id", answer->id);
    api_coded(json, "oleh", v, answer->actor);
    api_word(json, "kata", answer->word);
    api_instant(json, "saat", fact_when(answer));
    json_close(json);
}

static void put_request(Json *json, const Visit *v, const MyRequest *request)
{
    const Fact *f = request->request;
    bool swap = f->kind == FACT_SWAP;
    json_open(json, NULL, '{');
    api_id(json, "id", f->id);
    json_text(json, "jenis", fact_kind_word(f->kind, LANG_ID));
    api_coded(json, "orang", v, f->person);
    api_coded(json, "dengan", v, swap ? f->thing : STR(""));
    api_days(json, fact_days(f));
    api_minute(json, "dari_jam", f->from);
    api_minute(json, "hingga_jam", f->to);
    json_text(json, "keadaan", state_word(request));
    put_answer(json, v, request->answer);
    json_close(json);
}

static void put_requests(Json *json, const Visit *v, const MyDay *day,
                         const char *name, bool swaps)
{
    json_open(json, name, '[');
    for (size_t i = 0; i < day->request_count; i++) {
        if ((day->requests[i].request->kind == FACT_SWAP) == swaps)
            put_request(json, v, &day->requests[i]);
    }
    json_close(json);
}

static bool read_day(Visit *v, MyDay *out)
{
    Err err = {0};
    if (my_day(v->arena, v->view, v->about, v->today, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

static void show_permits(Visit *v)
{
    MyDay day;
    if (!read_day(v, &day)) return;
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    put_requests(&json, v, &day, "permohonan", false);
    api_close(v, &json);
}

/* ---- swaps ----------------------------------------------------------------
 */

static Str kin_word(SwapKin kin)
{
    switch (kin) {
    case SWAP_SECTION: return STR("seksi yang sama");
    case SWAP_UNIT: return STR("unit yang sama");
    case SWAP_OTHER: break;
    }
    return STR("unit lain");
}

static void put_offer(Json *json, const Visit *v, const MySwap *swap)
{
    json_open(json, NULL, '{');
    api_person(json, "dengan", v, swap->with);
    json_text(json, "dekat", kin_word(swap->kin));
    json_text(json, "huruf", (Str){&swap->mine, 1});
    api_date(json, "tanggal", swap->day);
    api_date(json, "kembali",
             date_is(swap->day, swap->back) ? DATE_NEVER : swap->back);
    api_word(json, "kalimat", swap->said[v->lang]);
    json_close(json);
}

/* With whom, of the day that is asked for; none asked for: null. */
static void put_offers(Json *json, const Visit *v, const MySwaps *swaps)
{
    if (!visit_field(v, "tanggal")->given) {
        json_none(json, "tawaran");
        return;
    }
    json_number(json, "dapat_diminta", swaps->possible);
    json_open(json, "tawaran", '[');
    for (size_t i = 0; i < swaps->count; i++)
        put_offer(json, v, &swaps->at[i]);
    json_close(json);
}

static void put_swap_days(Json *json, const Visit *v)
{
    Date days[DAYS_OFFERED];
    size_t count = my_swap_days(v->view, v->about, days, COUNT(days));
    json_open(json, "hari_dapat_ditukar", '[');
    for (size_t i = 0; i < count; i++)
        api_date(json, NULL, days[i]);
    json_close(json);
}

static void show_swaps(Visit *v)
{
    Err err = {0};
    MyDay day;
    MySwaps swaps = {0};
    const FieldValue *asked = visit_field(v, "tanggal");
    if (!read_day(v, &day)) return;
    if (asked->given &&
        !my_swaps(v->arena, v->view, v->about, asked->date, &swaps, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    put_requests(&json, v, &day, "tukar", true);
    put_swap_days(&json, v);
    put_offers(&json, v, &swaps);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/saya/permohonan", MAY_OF_SELF(SEE_PERSON),
               NO_FIELDS, show_permits, "What one has asked for"),
    ROUTE_DATA(GET, "/api/v1/saya/tukar", MAY_OF_SELF(SEE_PERSON),
               ROUTE_FIELDS(swap_fields), show_swaps,
               "Swaps of days, and who could be asked"),
};

const RouteTable api_asked_routes = {routes, COUNT(routes)};
