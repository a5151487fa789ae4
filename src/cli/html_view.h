/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_view.h - what every page of one roster is drawn from.
 */
#pragma once

#include "base/html.h"
#include "cli/say.h"
#include "cli/summary.h"
#include "sheet/html_letter.h"

typedef struct {
    Arena *arena;
    Lang lang;
    const Summary *summary;
    const RosterMade *made;
    const Plan *plan;
    const Register *r;
    const Corpus *corpus;
    const Government *government;
    Str index;        /* file name of the overview: "kotim.html" */
    Str folder;       /* of the agencies' pages, beside it: "kotim_files" */
    const Str *pages; /* per unit: file name in the folder; empty: no page */
    const uint32_t *counter_of; /* per reason of the plan; NO_INDEX: none */
    Html style;
    Date day;    /* the day whose cell each page explains */
    LawDay *law; /* of that day */
    Html title;  /* "Jadwal kerja 3 - 30 Agustus 2020" */
    bool proved; /* the plan that is shown was proved by audit/ */
} View;

View html_view(const Call *call, const Summary *summary, const char *path);

/* The text of the language. */
Str html_view_text(const View *view, const char *id, const char *en);
void html_view_say(HtmlPage *page, const View *view, const char *id,
                   const char *en);

/* "12.000" / "12,000"; and with a tenth. */
void html_view_number(HtmlPage *page, const View *view, int64_t number);
void html_view_tenths(HtmlPage *page, const View *view, int64_t tenths);

/* The letterhead and everything up to the content; `agency` NO_UNIT: the
 * overview.  The end closes the page with the note on the data. */
void html_view_begin(HtmlPage *page, const View *view, UnitId agency);
void html_view_end(HtmlPage *page, const View *view);
