/* SPDX-License-Identifier: Apache-2.0 */
#include "app/check_letters.h"
#include "cli/clash_text.h"
#include "cli/commands.h"
#include "cli/open.h"
#include "cli/summary.h"
#include "cli/types_text.h"

static void put_counts(Buf *out, Lang lang, const Diags *diags)
{
    const char *errors = diags->errors == 1 ? "error" : "errors";
    const char *warnings = diags->warnings == 1 ? "warning" : "warnings";
    const char *notes = diags->notes == 1 ? "note" : "notes";
    if (lang == LANG_EN)
        buf_format(out, "%zu %s, %zu %s, %zu %s\n", diags->errors, errors,
                   diags->warnings, warnings, diags->notes, notes);
    else
        buf_format(out, "%zu galat, %zu peringatan, %zu catatan\n",
                   diags->errors, diags->warnings, diags->notes);
}

static const char *why_not(const CheckedLetters *c, Lang lang)
{
    bool told = lang == LANG_ID && c->why_not.id[0] != '\0';
    return told ? c->why_not.id : c->why_not.text;
}

/* It can be kept: on which days, and what it costs all the same. */
static void put_fits(Buf *out, const Call *call, const CheckedLetters *c)
{
    const Plan *plan = &c->roster.demand.plan;
    Str first = date_words(call->arena, plan->window.first, call->lang);
    Str last = date_words(call->arena, plan->window.last, call->lang);
    say_format(out, call->lang,
               "Setiap unit dapat memenuhinya setiap hari, %.*s sampai dengan "
               "%.*s.\n",
               "Every unit can keep it on every day, %.*s to %.*s.\n",
               STR_ARG(first), STR_ARG(last));
    if (c->more)
        say_format(out, call->lang,
                   "Surat berlaku lebih lama; hari sesudahnya dicoba dengan "
                   "roster --from dan --to.\n",
                   "The letter goes on; later days are tried with roster "
                   "--from and --to.\n");
    if (c->roster.demand.shortage_count > 0)
        say_format(out, call->lang,
                   "Tetapi %u hari loket kekurangan petugas (lihat roster).\n",
                   "But %u counter days are short of staff (see roster).\n",
                   c->roster.demand.shortage_count);
}

/* What the letters come to for this government. */
static void put_verdict(Buf *out, const Call *call, const CheckedLetters *c)
{
    switch (c->as) {
    case CHECKED_ALONE:
        say_format(out, call->lang,
                   "Hanya surat yang diperiksa; dengan --government diperiksa "
                   "pula siapa yang dimaksud dan apakah dapat dipenuhi.\n",
                   "Only the text was checked; with --government also whom it "
                   "means and whether it can be kept.\n");
        break;
    case CHECKED_FAULTY:
        say_format(out, call->lang, "Belum dapat dijalankan.\n",
                   "It cannot be carried out yet.\n");
        break;
    case CHECKED_CLASH: clash_text(&c->roster, call->lang, out); break;
    case CHECKED_NO_ROSTER:
        say_format(out, call->lang, "Jadwal belum dapat disusun: %s\n",
                   "A roster cannot be made yet: %s\n", why_not(c, call->lang));
        break;
    case CHECKED_FITS: put_fits(out, call, c); break;
    case CHECKED_UNPROVED:
        say_format(out, call->lang,
                   "Jadwal yang memenuhi semuanya tidak terbukti: %.*s\n",
                   "No roster is proved to keep it all: %.*s\n",
                   STR_ARG(c->roster.audit_said[call->lang]));
        break;
    }
}

static int code_of(const CheckedLetters *c)
{
    switch (c->as) {
    case CHECKED_ALONE:
    case CHECKED_FITS: return EXIT_DONE;
    case CHECKED_CLASH:
    case CHECKED_UNPROVED: return EXIT_CLASH;
    case CHECKED_FAULTY: return EXIT_INPUT;
    case CHECKED_NO_ROSTER: return err_exit(c->why_not.kind);
    }
    return EXIT_INPUT;
}

int cmd_check(const Call *call)
{
    Err err = {0};
    CheckedLetters checked = {0};
    OfficeWish from;
    int code = EXIT_DONE;
    for (size_t i = 0; i < call->word_count; i++) {
        if (!open_file(call, call->words[i], &code)) return code;
    }
    bool alone = call->option[OPT_GOVERNMENT] == NULL;
    if (!open_wish(call, &from)) return EXIT_USAGE;
    if (alone && from.data != NULL)
        return say_usage(call, "'--data' meminta '--government'",
                         "'--data' asks for '--government'");
    if (!check_letters(call->arena, call->words, call->word_count,
                       alone ? NULL : &from, &checked, &err))
        return say_refusal(call, &checked.office, &err);

    Buf out = buf_in(call->arena);
    say_remarks(&out, call->lang, &checked.office);
    diags_print(&checked.office.diags, call->lang, &out);
    put_counts(&out, call->lang, &checked.office.diags);
    for (size_t i = 0; i < call->word_count; i++)
        recorded_text(&checked.letters[i], call->lang, &out);
    put_verdict(&out, call, &checked);
    for (size_t i = 0; call->option[OPT_TYPES] != NULL && i < call->word_count;
         i++)
        types_text(&checked.letters[i], call->lang, &out);
    return say_result(call, &out, code_of(&checked));
}
