/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_reasons.h"

#include "circular/print.h"

#include <string.h>

#define PUT(page, literal) html_put((page), HTML(literal))

static const char *const step_words[STEP_COUNT][2] = {
    [STEP_CLOSURE] = {"Unit ditutup",                     "Unit closed"           },
    [STEP_DAY_OFF] = {"Bukan hari kerja",                 "No working day"        },
    [STEP_HEALTH] = {"Tanda wajib di rumah",             "Marked to stay home"   },
    [STEP_ABSENCE] = {"Cuti atau dinas luar",             "Leave or trip"         },
    [STEP_RECALL] = {"Dipanggil, rapat, atau kunjungan",
                      "Recall, meeting or visit"                                  },
    [STEP_EXEMPT] = {"Surat tidak berlaku baginya",      "Exempt from the letter"},
    [STEP_DECISION] = {"Keputusan kepala",                 "A head's decision"     },
    [STEP_MUST] = {"Wajib",                            "Must"                  },
    [STEP_TURN] = {"Giliran",                          "Turn"                  },
    [STEP_MAY] = {"Boleh",                            "May"                   },
    [STEP_REST] = {"Selebihnya",                       "The rest"              },
    [STEP_NO_RULE] = {"Tidak diatur: bekerja biasa",
                      "Under no rule: works as usual"                             },
};

Reasons html_reasons(const View *view)
{
    size_t room = (size_t)view->plan->reason_count + 1;
    return (Reasons){
        .view = view,
        .number = NEW(view->arena, uint16_t, room),
        .listed = NEW(view->arena, uint16_t, room),
    };
}

uint16_t html_reasons_number(Reasons *reasons, uint16_t reason)
{
    uint16_t *number = &reasons->number[reason];
    if (*number == 0) {
        reasons->listed[reasons->count] = reason;
        *number = ++reasons->count;
    }
    return *number;
}

/* "aturan 1 (1) SE ...: 'sentence'" */
static void put_rule(HtmlPage *page, const View *view, Str cite)
{
    Str words = cite_words(view->arena, view->corpus, cite, view->lang);
    ClauseId clause = corpus_find(view->corpus, cite);
    html_text(page, words);
    if (clause.index == NO_INDEX) return;
    Buf sentence = buf_in(view->arena);
    sentence_print(corpus_clause(view->corpus, clause)->sentence, view->lang,
                   &sentence);
    PUT(page, ": <q>");
    html_text(page, buf_str(&sentence));
    PUT(page, "</q>");
}

/* The unit, counter or kind of absence that the reason names. */
static Str thing_name(const View *view, uint16_t index)
{
    const Reason *reason = &view->plan->reason[index];
    uint32_t counter = view->counter_of[index];
    if (counter != NO_INDEX) return view->r->counters[counter].name;
    uint32_t unit = map_find(&view->r->unit_codes, reason->thing);
    if (unit != NO_INDEX) return view->r->units[unit].name;
    return reason->step == STEP_ABSENCE ? reason->thing : STR("");
}

static void put_reason(HtmlPage *page, const View *view, uint16_t index)
{
    const Reason *reason = &view->plan->reason[index];
    Str thing = thing_name(view, index);
    PUT(page, "<b>");
    html_words(page, step_words[reason->step][view->lang]);
    if (view->counter_of[index] != NO_INDEX)
        html_view_say(page, view, ", bertugas di loket", ", at a counter");
    PUT(page, "</b>");
    if (thing.len > 0) {
        PUT(page, " (");
        html_text(page, thing);
        PUT(page, ")");
    }
    if (reason->rule.len > 0) {
        PUT(page, " · ");
        put_rule(page, view, reason->rule);
    }
    if (reason->other.len > 0) {
        PUT(page, " · ");
        put_rule(page, view, reason->other);
    }
}

void html_reasons_list(HtmlPage *page, const Reasons *reasons)
{
    const View *view = reasons->view;
    PUT(page, "<section class=alasan><h2>");
    html_view_say(page, view, "Alasan setiap sel", "The reason of every cell");
    PUT(page, "</h2><p class=\"xs mut\">");
    html_view_say(page, view,
                  "Kolom Alasan menyebut nomor alasan bagi setiap huruf pada "
                  "baris itu; sel dengan alasan lain memuat nomornya sendiri.",
                  "The column Why gives the number of the reason for each "
                  "letter of the row; a cell with another reason carries its "
                  "own number.");
    PUT(page, "</p><ol>");
    for (uint16_t i = 0; i < reasons->count; i++) {
        PUT(page, "\n<li id=a");
        html_number(page, i + 1);
        PUT(page, "><b>");
        html_number(page, i + 1);
        PUT(page, "</b>");
        put_reason(page, view, reasons->listed[i]);
    }
    PUT(page, "</ol></section>\n");
}
