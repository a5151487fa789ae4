/* SPDX-License-Identifier: Apache-2.0 */
/*
 * form.h - forms: every task is one, with or without scripts.
 *
 * A form carries the token of its session and, where it writes a fact, the id
 * that the fact will have: sent twice, it is one.  Faults of a posted form are
 * told once at its top and again at each field (GOV.UK's error summary).
 */
#pragma once

#include "web/page.h"

/* <form method=post>, with its token; `id`: and a new id of a fact. */
void form_open(Page *page, Str action);
void form_open_id(Page *page, Str action);
/* The same, and it may wait in the phone's outbox (kotak.js): `what` says to
 * the person what waits, in English. */
void form_open_outbox(Page *page, Str action, const char *what);
/* Which may have files too. */
void form_open_outbox_files(Page *page, Str action, const char *what);
void form_open_files(Page *page, Str action); /* multipart */
void form_close(Page *page);

/* The faults of the visit's fields, as links to them; nothing if none. */
void form_faults(Page *page);

typedef struct {
    const char *name;     /* a field of the route that the form goes to */
    const char *label;    /* in English; NULL: that of the field's rule */
    const char *hint;     /* in English; or NULL */
    Str value;            /* shown at first; what was posted wins */
    const char *type;     /* of the input; NULL: text */
    const char *complete; /* autocomplete; or NULL */
    const char *mode;     /* inputmode: "numeric"; or NULL */
    int rows;             /* > 0: a textarea */
    bool needed;
} FormField;

void form_field(Page *page, const FormField *field);

typedef struct {
    Str value, text, hint;
    bool chosen;
} FormChoice;

/* A group of radios, or of checkboxes; its legend in English. */
void form_radios(Page *page, const char *name, const char *legend,
                 const FormChoice *choices, size_t count);
void form_checks(Page *page, const char *name, const char *legend,
                 const FormChoice *choices, size_t count);
void form_select(Page *page, const char *name, const char *label,
                 const FormChoice *choices, size_t count);

void form_hidden(Page *page, const char *name, Str value);

/* The one filled button of the page, or another. */
void form_button(Page *page, const char *english);
void form_button_named(Page *page, const char *english, const char *name,
                       Str value, bool filled);
