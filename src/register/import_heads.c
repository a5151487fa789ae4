/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

/*
 * Heads: at most one post of a unit is its head, and its full holders follow
 * each other.  An agency, and a unit kerja of more than one person, must have
 * such a post; that nobody holds it is only worth saying.
 */

/* The head post of each unit, NO_INDEX for none; a second one is a fault. */
static uint32_t *head_posts(Intake *in)
{
    uint32_t *heads = NEW(in->arena, uint32_t, in->units.count);
    for (size_t i = 0; i < in->units.count; i++)
        heads[i] = NO_INDEX;
    for (uint32_t i = 0; i < in->posts.count; i++) {
        const Post *post = &in->posts.at[i];
        if (!post->head) continue;
        if (heads[post->unit.index] == NO_INDEX)
            heads[post->unit.index] = i;
        else
            line_fault_of(in->post_lines.at[i], POSTS_KEPALA, REPAIR_HEAD,
                          in->units.at[post->unit.index].name);
    }
    return heads;
}

/* Full holders of one head post must follow each other. */
static void find_rivals(Intake *in)
{
    Place *places = NEW(in->arena, Place, in->holdings.count);
    size_t count = 0;
    for (uint32_t i = 0; i < in->holdings.count; i++) {
        const Holding *h = &in->holdings.at[i];
        if (h->kind == HOLD_FULL && in->posts.at[h->post.index].head)
            places[count++] = (Place){h->post.index, h->window.first.days, i};
    }
    places_sort(places, count);
    Date until = DATE_ALWAYS;
    for (size_t i = 0; i < count; i++) {
        const Holding *h = &in->holdings.at[places[i].at];
        bool same = i > 0 && places[i].owner == places[i - 1].owner;
        if (same && !date_before(until, h->window.first))
            line_fault(in->holding_lines.at[places[i].at], POSTS_PEMANGKU,
                       REPAIR_HEAD, STR(""));
        if (!same || date_before(until, h->window.last)) until = h->window.last;
    }
}

/* --- units without a head --------------------------------------------------
 */

static bool is_led(const Unit *unit)
{
    return unit->agency || unit->work_unit;
}

/* How many serve in each unit kerja, those of its bidang and seksi included.
 * Parents may still run in a circle: the way up is bounded. */
static uint32_t *staff_of(Intake *in)
{
    enum { DEEPEST = 32 };
    uint32_t *staff = NEW(in->arena, uint32_t, in->units.count);
    for (size_t p = 0; p < in->people.count; p++) {
        uint32_t at = in->people.at[p].unit.index;
        for (int up = 0; at != NO_INDEX && up < DEEPEST; up++) {
            staff[at]++;
            if (is_led(&in->units.at[at])) break;
            at = in->units.at[at].parent.index;
        }
    }
    return staff;
}

/* "Camat Baamang" for "Kecamatan Baamang"; "Kepala Dinas Sosial" for most. */
static Str head_title(Intake *in, const Unit *unit)
{
    static const struct {
        UnitType type;
        Str unit, head;
    } titles[] = {
        {UNIT_KECAMATAN,   STR_INIT("Kecamatan "),  STR_INIT("Camat ")    },
        {UNIT_KELURAHAN,   STR_INIT("Kelurahan "),  STR_INIT("Lurah ")    },
        {UNIT_INSPEKTORAT, STR_INIT("Inspektorat"), STR_INIT("Inspektur") },
        {UNIT_SETDA,       STR_INIT("Sekretariat"), STR_INIT("Sekretaris")},
        {UNIT_SETWAN,      STR_INIT("Sekretariat"), STR_INIT("Sekretaris")},
        {UNIT_RSUD,        STR_INIT(""),            STR_INIT("Direktur ") },
    };
    Str name = unit->name;
    for (size_t i = 0; i < COUNT(titles); i++) {
        if (unit->type != titles[i].type || !str_starts(name, titles[i].unit))
            continue;
        Str rest = str_slice(name, titles[i].unit.len, name.len);
        return str_format(in->arena, "%.*s%.*s", STR_ARG(titles[i].head),
                          STR_ARG(rest));
    }
    return str_format(in->arena, "Kepala %.*s", STR_ARG(name));
}

static void tell_units(Intake *in, DiagLevel level, const char *id,
                       const HeaderNames *units, const char *said[2])
{
    if (units->count == 0) return;
    Str list = intake_list(in, units->at, units->count);
    intake_remark(in, level, id,
                  str_format(in->arena, "%zu %s: %.*s", units->count, said[0],
                             STR_ARG(list)),
                  str_format(in->arena, "%zu %s: %.*s", units->count, said[1],
                             STR_ARG(list)));
}

/* What a unit kerja is must be said by the file: a guess refuses nothing. */
static bool must_be_led(const Intake *in, const Unit *unit, uint32_t staff)
{
    return unit->agency ||
           (unit->work_unit && !in->guessed_work_units && staff > 1);
}

/* Are the posts given, and could each be placed? */
static bool posts_are_whole(const Intake *in)
{
    return in->table[TABLE_UNITS].whole && in->table[TABLE_POSTS].whole &&
           !in->posts_lost;
}

/* Units below the root without a head post: a fault of the unit's row where
 * it must be led. */
static void find_headless(Intake *in, const uint32_t *heads)
{
    const uint32_t *staff = staff_of(in);
    bool asked = posts_are_whole(in);
    HeaderNames without = {0};
    for (size_t i = 0; i < in->units.count; i++) {
        const Unit *unit = &in->units.at[i];
        if (unit->parent.index == NO_INDEX || heads[i] != NO_INDEX) continue;
        if (asked && must_be_led(in, unit, staff[i]))
            line_fault(in->unit_lines.at[i], UNITS_NAMA, REPAIR_NO_HEAD,
                       head_title(in, unit));
        else
            VEC_PUSH(in->arena, &without, unit->name);
    }
    tell_units(in, DIAG_NOTE, "impor-06", &without,
               (const char *[]){"unit tanpa jabatan kepala",
                                "units without a head post"});
}

/* Head posts that nobody holds, neither fully nor acting. */
static void tell_vacant(Intake *in, const uint32_t *heads)
{
    bool *held = NEW(in->arena, bool, in->posts.count);
    HeaderNames led = {0};
    HeaderNames others = {0};
    for (size_t i = 0; i < in->holdings.count; i++)
        held[in->holdings.at[i].post.index] = true;
    for (size_t i = 0; i < in->units.count; i++) {
        if (heads[i] == NO_INDEX || held[heads[i]]) continue;
        HeaderNames *list = is_led(&in->units.at[i]) ? &led : &others;
        VEC_PUSH(in->arena, list, in->units.at[i].name);
    }
    tell_units(in, DIAG_WARNING, "impor-07", &led,
               (const char *[]){
                   "perangkat daerah atau unit kerja tanpa pejabat kepala; isi "
                   "pemangku pada posts.csv, atau catat plt",
                   "agencies or units kerja whose head post is vacant; fill in "
                   "its holder in posts.csv, or an acting one (plt)"});
    tell_units(in, DIAG_NOTE, "impor-10", &others,
               (const char *[]){"bagian unit yang jabatan kepalanya kosong",
                                "parts of units whose head post is vacant"});
}

void intake_heads(Intake *in)
{
    const uint32_t *heads = head_posts(in);
    find_rivals(in);
    find_headless(in, heads);
    tell_vacant(in, heads);
}
