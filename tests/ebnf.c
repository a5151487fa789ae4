/* SPDX-License-Identifier: Apache-2.0 */
#include "ebnf.h"

typedef enum {
    NODE_NAME,
    NODE_TERMINAL,
    NODE_TOKEN,
    NODE_ALL, /* one behind the other */
    NODE_ANY, /* one of them */
    NODE_MAY,
    NODE_MANY
} NodeKind;

struct EbnfNode {
    NodeKind kind;
    Str text;
    VEC(EbnfNode *) parts;
};

typedef struct {
    Ebnf *grammar;
    Str text;
    size_t at;
} Source;

/* ---- reading --------------------------------------------------------------
 */

static bool fail(Source *s, const char *what)
{
    if (s->grammar->fault.len == 0)
        s->grammar->fault =
            str_format(s->grammar->arena, "%s at byte %zu", what, s->at);
    return false;
}

static void skip(Source *s)
{
    for (;;) {
        Str rest = str_slice(s->text, s->at, s->text.len);
        if (str_starts(rest, STR("(*"))) {
            size_t end = str_find(s->text, STR("*)"), s->at);
            s->at = end == SIZE_MAX ? s->text.len : end + 2;
        } else if (rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\n'))
            s->at++;
        else
            return;
    }
}

static bool sees(Source *s, char c)
{
    skip(s);
    return s->at < s->text.len && s->text.ptr[s->at] == c;
}

static bool takes(Source *s, char c)
{
    if (!sees(s, c)) return false;
    s->at++;
    return true;
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '.' || (c >= '0' && c <= '9');
}

static Str take_name(Source *s)
{
    skip(s);
    size_t from = s->at;
    while (s->at < s->text.len && is_name(s->text.ptr[s->at]))
        s->at++;
    return str_slice(s->text, from, s->at);
}

static Str take_to(Source *s, const char *mark)
{
    size_t from = s->at;
    size_t to = str_find(s->text, str_of(mark), from);
    if (to == SIZE_MAX) (void)fail(s, "not closed");
    s->at = to == SIZE_MAX ? s->text.len : to + 1;
    return str_slice(s->text, from, to);
}

static EbnfNode *node(Source *s, NodeKind kind, Str text)
{
    EbnfNode *n = NEW(s->grammar->arena, EbnfNode, 1);
    n->kind = kind;
    n->text = text;
    return n;
}

static EbnfNode *take_choice(Source *s);

static EbnfNode *inside(Source *s, NodeKind kind, char end)
{
    EbnfNode *n = node(s, kind, STR(""));
    VEC_PUSH(s->grammar->arena, &n->parts, take_choice(s));
    if (!takes(s, end)) (void)fail(s, "a bracket is not closed");
    return n;
}

static EbnfNode *take_factor(Source *s)
{
    if (takes(s, '"')) {
        Str text = take_to(s, "\"");
        VEC_PUSH(s->grammar->arena, &s->grammar->terminals, text);
        return node(s, NODE_TERMINAL, text);
    }
    if (takes(s, '?')) return node(s, NODE_TOKEN, take_to(s, "?"));
    if (takes(s, '[')) return inside(s, NODE_MAY, ']');
    if (takes(s, '{')) return inside(s, NODE_MANY, '}');
    if (takes(s, '(')) return inside(s, NODE_ALL, ')');
    Str name = take_name(s);
    if (name.len == 0) (void)fail(s, "no name");
    return node(s, NODE_NAME, name);
}

static EbnfNode *take_row(Source *s)
{
    EbnfNode *all = node(s, NODE_ALL, STR(""));
    do
        VEC_PUSH(s->grammar->arena, &all->parts, take_factor(s));
    while (s->grammar->fault.len == 0 && takes(s, ','));
    return all;
}

static EbnfNode *take_choice(Source *s)
{
    EbnfNode *any = node(s, NODE_ANY, STR(""));
    do
        VEC_PUSH(s->grammar->arena, &any->parts, take_row(s));
    while (s->grammar->fault.len == 0 && takes(s, '|'));
    return any;
}

static void take_rule(Source *s)
{
    EbnfRule rule = {.name = take_name(s)};
    if (rule.name.len == 0 || !takes(s, '=')) (void)fail(s, "no rule");
    rule.body = take_choice(s);
    if (!takes(s, ';')) (void)fail(s, "no ';'");
    VEC_PUSH(s->grammar->arena, &s->grammar->rules, rule);
}

EbnfRule *ebnf_find(Ebnf *grammar, Str name, Lang lang)
{
    const char *before = lang == LANG_EN ? "en" : "id";
    Str own = str_format(grammar->arena, "%s.%.*s", before, STR_ARG(name));
    for (size_t i = 0; i < grammar->rules.count; i++) {
        EbnfRule *rule = &grammar->rules.at[i];
        if (str_is(rule->name, own) || str_is(rule->name, name)) return rule;
    }
    return NULL;
}

static void look_up(Ebnf *grammar, const EbnfNode *n, Lang lang)
{
    for (size_t i = 0; i < n->parts.count; i++)
        look_up(grammar, n->parts.at[i], lang);
    if (n->kind != NODE_NAME) return;
    EbnfRule *rule = ebnf_find(grammar, n->text, lang);
    if (rule != NULL)
        rule->used = true;
    else
        grammar->fault =
            str_format(grammar->arena, "no rule '%.*s'", STR_ARG(n->text));
}

/* The names of a rule are those of its own language, or of both. */
static void look_up_all(Ebnf *grammar)
{
    for (size_t i = 0; i < grammar->rules.count; i++) {
        Str name = grammar->rules.at[i].name;
        const EbnfNode *body = grammar->rules.at[i].body;
        if (!str_starts(name, STR("en."))) look_up(grammar, body, LANG_ID);
        if (!str_starts(name, STR("id."))) look_up(grammar, body, LANG_EN);
    }
}

Ebnf ebnf_read(Arena *arena, Str text)
{
    Ebnf grammar = {.arena = arena};
    Source s = {.grammar = &grammar, .text = text};
    for (skip(&s); s.at < text.len && grammar.fault.len == 0; skip(&s))
        take_rule(&s);
    if (grammar.fault.len == 0) look_up_all(&grammar);
    return grammar;
}

/* ---- sentences ------------------------------------------------------------
 */

typedef struct {
    Ebnf *grammar;
    Arena *arena;
    Rand *rand;
    Lang lang;
    EbnfToken *token;
    Buf out;
} Maker;

static void put(Maker *m, Str word)
{
    bool first = m->out.len == 0 || m->out.ptr[m->out.len - 1] == '\n' ||
                 m->out.ptr[m->out.len - 1] == '(';
    bool joined = str_is(word, STR(",")) || str_is(word, STR(".")) ||
                  str_is(word, STR(";")) || str_is(word, STR(":")) ||
                  str_is(word, STR(")")) || str_is(word, STR("%")) ||
                  str_is(word, STR("\n"));
    if (word.len == 0) return;
    if (!first && !joined) buf_char(&m->out, ' ');
    buf_put(&m->out, word);
}

static void make(Maker *m, const EbnfNode *n)
{
    uint32_t times = 1;
    switch (n->kind) {
    case NODE_TERMINAL: put(m, n->text); return;
    case NODE_TOKEN:
        put(m, m->token(m->arena, m->rand, n->text, m->lang));
        return;
    case NODE_NAME:
        make(m, ebnf_find(m->grammar, n->text, m->lang)->body);
        return;
    case NODE_ANY:
        make(m, n->parts.at[rand_below(m->rand, (uint32_t)n->parts.count)]);
        return;
    case NODE_MAY: times = rand_chance(m->rand, 350); break;
    case NODE_MANY: times = rand_below(m->rand, 3); break;
    case NODE_ALL: break;
    }
    for (; times > 0; times--) {
        for (size_t i = 0; i < n->parts.count; i++)
            make(m, n->parts.at[i]);
    }
}

Str ebnf_sentence(Ebnf *grammar, Arena *arena, Rand *rand, Str rule, Lang lang,
                  EbnfToken *token)
{
    Maker m = {grammar, arena, rand, lang, token, buf_in(arena)};
    make(&m, ebnf_find(grammar, rule, lang)->body);
    return buf_str(&m.out);
}
