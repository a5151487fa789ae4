/* SPDX-License-Identifier: Apache-2.0 */
#include "web/nav.h"

#include "app/unit_now.h"
#include "door/door.h"
#include "web/note.h"
#include "web/words.h"

enum { UNITS_MOST = 64 };

/* Whom an entry is for. */
enum {
    FOR_ALL = 0,
    FOR_SUPERIOR = 1,
    FOR_HEAD = 2,
    FOR_BOARD = 4,
    FOR_INVITER = 8, /* of accounts */
    FOR_ADMIN = 16,
    FOR_CLERK = 32 /* notes for others by a grant */
};

typedef struct {
    const char *path, *english;
    unsigned who;
} NavEntry;

/* The wide navigation, in this order. */
static const NavEntry entries[] = {
    {"/",             N_("Today"),          FOR_ALL                 },
    {"/tim",          N_("Team"),           FOR_SUPERIOR            },
    {"/tinjau",       N_("Review reports"), FOR_SUPERIOR            },
    {"/catat",        N_("Noting"),         FOR_SUPERIOR | FOR_CLERK},
    {"/unit",         N_("Unit"),           FOR_HEAD                },
    {"/jadwal",       N_("Schedule"),       FOR_HEAD                },
    {"/permintaan",   N_("Requests"),       FOR_SUPERIOR | FOR_HEAD },
    {"/pantau",       N_("Monitoring"),     FOR_BOARD               },
    {"/kehadiran",    N_("Attendance"),     FOR_BOARD               },
    {"/tidak-sesuai", N_("Deviations"),     FOR_BOARD               },
    {"/klarifikasi",  N_("Clarifications"), FOR_SUPERIOR            },
    {"/akun",         N_("Accounts"),       FOR_INVITER             },
    {"/token",        N_("Service tokens"), FOR_ADMIN               },
    {"/rekap",        N_("Recaps"),         FOR_BOARD | FOR_HEAD    },
    {"/pegawai",      N_("People"),         FOR_BOARD               },
    {"/jadwal/saya",  N_("My schedule"),    FOR_ALL                 },
    {"/laporan",      N_("My reports"),     FOR_ALL                 },
    {"/lainnya",      N_("More"),           FOR_ALL                 },
};

/* The four tabs of a phone, with their pictures. */
static const struct {
    const char *path, *english;
    const char *picture;
} tabs[] = {
    {"/",            N_("Today"),    "M4 10.5 12 4l8 6.5V20h-5v-6H9v6H4z"},
    {"/jadwal/saya", N_("Schedule"), "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"},
    {"/laporan",     N_("Reports"),  "M6 3h9l4 4v14H6zM9 12h7M9 16h5"    },
    {"/lainnya",     N_("More"),     "M4 7h16M4 12h16M4 17h16"           },
};

/* A clerk of some unit, or an administrator. */
static bool may_invite(Visit *v)
{
    const Register *r = &v->view->office->r;
    for (uint32_t i = 0; i < r->grant_count; i++) {
        if (r->grants[i].person.index == v->person.index &&
            visit_may(v, ACCESS_INVITE, NO_PERSON, r->grants[i].unit, NULL))
            return true;
    }
    return false;
}

unsigned nav_roles(Visit *v)
{
    UnitId headed[UNITS_MOST];
    unsigned who = FOR_ALL;
    const Register *r = &v->view->office->r;
    size_t count = unit_now_headed(v->view, v->person, headed, COUNT(headed));
    for (size_t i = 0; i < count && i < COUNT(headed); i++) {
        const Unit *unit = &r->units[headed[i].index];
        who |= FOR_SUPERIOR | FOR_INVITER;
        if (unit->agency || unit->work_unit) who |= FOR_HEAD;
    }
    if (visit_may(v, ACCESS_MONITOR, NO_PERSON, NO_UNIT, NULL))
        who |= FOR_BOARD;
    if (visit_may(v, ACCESS_TOKEN, NO_PERSON, NO_UNIT, NULL)) who |= FOR_ADMIN;
    if (may_invite(v)) who |= FOR_INVITER;
    if (note_is_clerk(v)) who |= FOR_CLERK;
    return who;
}

static bool is_here(const Page *page, const char *path)
{
    return page->head.here != NULL &&
           str_is(str_of(page->head.here), str_of(path));
}

static void put_current(Page *page, const char *path)
{
    if (is_here(page, path)) page_put(page, HTML(" aria-current=\"page\""));
}

static void put_entry(Page *page, const NavEntry *entry)
{
    page_put(page, HTML("<li><a href=\""));
    page_text(page, str_of(entry->path));
    page_put(page, HTML("\""));
    put_current(page, entry->path);
    page_put(page, HTML(">"));
    page_say(page, entry->english);
    page_put(page, HTML("</a></li>"));
}

static bool navigates(const Page *page)
{
    return page->visit->signed_in && !page->head.alone;
}

bool nav_is_wide(const Page *page)
{
    return page->head.frame == PAGE_PHONE && navigates(page);
}

static void put_wide(Page *page)
{
    unsigned who = nav_roles(page->visit);
    page_put(page, page->head.frame == PAGE_PHONE
                       ? HTML("<nav class=\"nav lebar\" aria-label=\"")
                       : HTML("<nav class=\"nav\" aria-label=\""));
    page_say(page, "Main");
    page_put(page, HTML("\"><div class=\"page\"><ul>"));
    for (size_t i = 0; i < COUNT(entries); i++) {
        if (entries[i].who == FOR_ALL || (entries[i].who & who) != 0)
            put_entry(page, &entries[i]);
    }
    page_put(page, HTML("</ul></div></nav>\n"));
}

bool nav_is_there(const Page *page, const char *path)
{
    const Door *door = page->visit->door;
    return route_find(page->arena, door->tables, door->table_count, HTTP_GET,
                      str_of(path))
               .route != NULL;
}

static bool is_of_roles(const Page *page, const NavEntry *entry, unsigned who)
{
    return (entry->who & who) != 0 && nav_is_there(page, entry->path);
}

bool nav_put_list(Page *page, const char *heading)
{
    unsigned who = nav_roles(page->visit);
    size_t count = 0;
    for (size_t i = 0; i < COUNT(entries); i++)
        count += is_of_roles(page, &entries[i], who);
    if (count == 0) return false;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, heading);
    page_put(page, HTML("</h2><ul class=\"pilihan\">"));
    for (size_t i = 0; i < COUNT(entries); i++) {
        if (is_of_roles(page, &entries[i], who)) put_entry(page, &entries[i]);
    }
    page_put(page, HTML("</ul></section>\n"));
    return true;
}

/* Sentences that the module of the outbox puts there instead. */
static void put_sending_words(Page *page)
{
    static const struct {
        const char *name, *english;
    } words[] = {
        {"luring",    N_("No signal since {jam}. You can go on working.")     },
        {"menunggu",  N_("{n} waiting to be sent")                            },
        {"terkirim",  N_("All is sent, {jam}")                                },
        {"sudah",     N_("Sent {jam}")                                        },
        {"draf",      N_("On this phone since {jam}, not sent yet.")          },
        {"nanti",     N_("Send as soon as there is a signal")                 },
        {"masuk",     N_("Sign in again, so that it can be sent.")            },
        {"tersimpan", N_("Not noted yet. It is kept on this phone and sent "
                         "as soon as there is a signal.")},
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        Str text = words_say(page->speech.lang, words[i].english);
        page_put(page, HTML(" data-"));
        page_text(page, str_of(words[i].name));
        page_put(page, HTML("=\""));
        page_text(page, text);
        page_put(page, HTML("\""));
    }
}

/* What the server received so shortly before the page was made may not have
 * been committed yet when the page read the store: it knows nothing of that. */
enum { COMMIT_MS = 3000 };

/* What was sent: true when this page was made, and mended by the module that
 * keeps the outbox. */
static void put_sending(Page *page)
{
    const Visit *v = page->visit;
    Zone zone = v->view->office->government.zone;
    page_put(page, HTML("<p class=\"net\" role=\"status\" id=\"kirim\""));
    put_sending_words(page);
    page_put(page, HTML(" data-saat=\""));
    html_number(&page->html, v->now.us / 1000 - COMMIT_MS);
    page_put(page, HTML("\""));
    page_put(page, HTML("><i></i><span>"));
    PAGE_SAY(page, "Data as of {time} {zone}",
             {"time", said_time(&page->speech, zone, v->now)},
             {"zone", zone_name(zone)});
    page_put(page, HTML("</span></p>\n"));
}

void nav_top(Page *page)
{
    if (!navigates(page)) return;
    if (page->head.frame == PAGE_DESK || nav_is_wide(page)) put_wide(page);
    if (page->head.frame == PAGE_PHONE) put_sending(page);
}

/* A page that only the wide navigation names is found behind the last tab. */
static bool is_tab_current(const Page *page, size_t i)
{
    if (is_here(page, tabs[i].path)) return true;
    if (page->head.here == NULL || i + 1 < COUNT(tabs)) return false;
    for (size_t other = 0; other < i; other++) {
        if (is_here(page, tabs[other].path)) return false;
    }
    return true;
}

static void put_tab(Page *page, size_t i)
{
    page_put(page, HTML("<a href=\""));
    page_text(page, str_of(tabs[i].path));
    page_put(page, HTML("\""));
    if (is_tab_current(page, i)) page_put(page, HTML(" aria-current=\"page\""));
    page_put(page, HTML("><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
                        "<path d=\""));
    page_put(page, (Html){str_of(tabs[i].picture)});
    page_put(page, HTML("\"/></svg>"));
    page_say(page, tabs[i].english);
    page_put(page, HTML("</a>"));
}

static void put_note(Page *page)
{
    Str note = page->visit->has_government && !page->head.of_all
                   ? page->visit->view->office->government.note
                   : STR("");
    if (note.len == 0) return;
    /* The government's own sentence, in its language. */
    page_put(page, HTML("<footer class=\"kaki xs mut\"><p lang=\"id\">"));
    page_text(page, note);
    page_put(page, HTML("</p></footer>\n"));
}

void nav_bottom(Page *page)
{
    put_note(page);
    if (page->head.frame != PAGE_PHONE || !navigates(page)) return;
    page_put(page, HTML("<nav class=\"tabs\" aria-label=\""));
    page_say(page, "Main");
    page_put(page, HTML("\">"));
    for (size_t i = 0; i < COUNT(tabs); i++)
        put_tab(page, i);
    page_put(page, HTML("</nav>\n"));
}

/* Of the page, not what others hung on its link. */
static bool is_of_page(const Page *page, Str name)
{
    FieldRules rules = page->visit->fields.rules;
    bool known = str_is(name, STR("pemda"));
    for (size_t i = 0; i < rules.count && !known; i++)
        known = str_is(name, str_of(rules.at[i].name));
    return known;
}

/* What else was asked for stays: the government, a search. */
static Str other_query(const Page *page)
{
    const HttpPairs *query = &page->visit->request->query;
    Buf out = buf_in(page->arena);
    for (size_t i = 0; i < query->count; i++) {
        Str name = query->at[i].name;
        if (!is_of_page(page, name)) continue;
        buf_format(&out, "&%.*s=%.*s", STR_ARG(address_part(page->arena, name)),
                   STR_ARG(address_part(page->arena, query->at[i].value)));
    }
    return buf_str(&out);
}

void nav_language(Page *page)
{
    bool english = page->speech.lang == LANG_EN;
    page_put(page, english
                       ? HTML("<a class=\"s\" lang=\"id\" href=\"?bahasa=id")
                       : HTML("<a class=\"s\" lang=\"en\" href=\"?bahasa=en"));
    page_text(page, other_query(page));
    page_put(page, english ? HTML("\">Bahasa Indonesia</a>")
                           : HTML("\">English</a>"));
}
