/* SPDX-License-Identifier: Apache-2.0 */
#include "register/register.h"

enum { NAME_MOST = 256 };

/* Digits of the text without blanks; 0 when it is no number or too long. */
static size_t digits_of(Str text, char out[NAME_MOST])
{
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == ' ') continue;
        if (c < '0' || c > '9' || len == NAME_MOST) return 0;
        out[len++] = c;
    }
    return len;
}

static bool is_called(const Person *person, Str text, Str number)
{
    if (str_is(person->code, text) || str_folded_is(person->name, text))
        return true;
    if (person->local.len > 0 && str_folded_is(person->local, text))
        return true;
    return person->nip.len > 0 && str_is(person->nip, number);
}

size_t person_search(const Register *r, Str text, PersonId *out, size_t room)
{
    char digits[NAME_MOST];
    Str number = {digits, digits_of(text, digits)};
    size_t found = 0;
    text = str_trim(text);
    if (text.len == 0) return 0;
    for (uint32_t i = 0; i < r->person_count; i++) {
        if (!is_called(&r->people[i], text, number)) continue;
        if (found < room) out[found] = (PersonId){i};
        found++;
    }
    return found;
}

/* What `unit_names` holds: the folded form, here without an arena. */
static Str folded_name(Str text, char out[NAME_MOST])
{
    size_t len = 0;
    text = str_trim(text);
    for (size_t i = 0; i < text.len && len < NAME_MOST; i++) {
        char c = text.ptr[i];
        bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (!blank)
            out[len++] = c;
        else if (len > 0 && out[len - 1] != ' ')
            out[len++] = ' ';
    }
    return (Str){out, len};
}

static uint32_t find_name(const Register *r, Str name)
{
    char folded[NAME_MOST];
    if (name.len > NAME_MOST) return NO_INDEX;
    return map_find(&r->unit_names, folded_name(name, folded));
}

bool unit_search(const Register *r, Str name, UnitId *out, bool *several)
{
    *several = false;
    uint32_t unit = map_find(&r->unit_codes, str_trim(name));
    if (unit == NO_INDEX) unit = find_name(r, name);
    if (unit == NO_INDEX - 1) *several = true;
    if (unit >= NO_INDEX - 1) return false;
    *out = (UnitId){unit};
    return true;
}

/* The nearest names so far, best first. */
typedef struct {
    Str *out;
    size_t *far;
    size_t room, count, limit;
} Nearest;

/* A name that several units bear is offered once. */
static bool is_offered(const Nearest *n, Str name)
{
    for (size_t i = 0; i < n->count; i++) {
        if (str_folded_is(n->out[i], name)) return true;
    }
    return false;
}

static void offer(Nearest *n, Str name, Str wanted)
{
    if (name.len == 0 || n->room == 0) return;
    size_t far = str_distance(name, wanted, n->limit);
    if (far > n->limit || is_offered(n, name)) return;
    if (n->count == n->room) {
        if (far >= n->far[n->count - 1]) return;
        n->count--;
    }
    size_t at = n->count++;
    for (; at > 0 && n->far[at - 1] > far; at--) {
        n->far[at] = n->far[at - 1];
        n->out[at] = n->out[at - 1];
    }
    n->far[at] = far;
    n->out[at] = name;
}

size_t unit_nearest(Arena *tmp, const Register *r, Str name, Str *out,
                    size_t room)
{
    Nearest n = {.out = out,
                 .far = NEW(tmp, size_t, room),
                 .room = room,
                 .limit = name.len < 6 ? 2 : name.len / 3};
    for (uint32_t i = 0; i < r->unit_count; i++) {
        const Unit *unit = &r->units[i];
        Str rest = unit->aliases;
        Str alias = {0};
        offer(&n, unit->name, name);
        offer(&n, unit->short_name, name);
        while (str_next(&rest, '|', &alias))
            offer(&n, str_trim(alias), name);
    }
    return n.count;
}
