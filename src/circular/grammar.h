/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grammar.h - the parse functions, by the noun that they read.
 *
 * Each follows the contract of reader.h.  Those called reader_sees_* look and
 * do not take.
 */
#pragma once

#include "circular/reader.h"

/* ---- dates, times, numbers (parse_date.c, parse_when.c, parse_count.c) -- */

bool reader_sees_date(const Reader *r, uint32_t at);
bool reader_date(Reader *r, Date *out);

typedef struct {
    const Date *dates;
    uint32_t count;
    Window window; /* of "4 sampai dengan 7 ...", when count is 0 */
} DateList;

bool reader_dates(Reader *r, DateList *out);

/* An empty When; its window is all days. */
When when_empty(void);

/* One part of a When, if its opening word is next; else *found is false. */
bool reader_when_part(Reader *r, When *when, bool *found);

/* As many parts as there are, at least one. */
bool reader_when(Reader *r, When *when);

bool reader_sees_when(const Reader *r);
bool reader_sees_weekday(const Reader *r, uint32_t at);

/* "pukul" (or "jam" before a time). */
bool reader_sees_clock(const Reader *r);
/* A time; the zone behind it, which must be that of those before. */
bool reader_clock(Reader *r, int16_t *minute, Str *zone);
bool reader_clocks(Reader *r, Tail *tail);
/* [ "pukul" time ] of a day */
bool reader_minute(Reader *r, int16_t *minute, Str *zone);

/* A number, in figures or words: 3, 3 (tiga), tiga; 7,5 where it has parts. */
bool reader_sees_number(const Reader *r);
bool reader_number(Reader *r, int32_t *out, int32_t *hundredths);
bool reader_whole(Reader *r, int32_t *out);
/* "2.5%", "7.5 jam" at that token: parts are written with a comma. */
bool reader_sees_point(const Reader *r, uint32_t at);
bool reader_fault_point(Reader *r);

/* A number in words, from that token on ("dua puluh lima"), and in how many;
 * 0: none that is known (parse_cardinal.c). */
int32_t reader_cardinal(const Reader *r, uint32_t from, uint32_t *words);
/* "2 kali sehari", "dua kali sehari", "twice a day"; taken up to "sehari". */
bool reader_sees_times(const Reader *r, uint32_t at);
bool reader_times(Reader *r, Amount *out);

bool reader_duration(Reader *r, Duration *out);

/* "orang", "hari kerja", ... behind the number at that token; whole ones, but
 * of hours and lengths. */
bool reader_counted(Reader *r, uint32_t number, Amount *out);

/* What follows a comparison: number and unit, percent, or who sets it. */
bool reader_amount(Reader *r, Amount *out);
bool reader_sees_amount(const Reader *r, uint32_t at);

/* ---- references (parse_ref.c) ------------------------------------------- */

bool reader_sees_ref(const Reader *r);
bool reader_ref(Reader *r, Ref *out);
bool reader_refs(Reader *r, const Ref **refs, uint32_t *count);
bool reader_instrument(Reader *r, Instrument *out);

/* "1", "2A" behind "aturan"; "1", "1a" in brackets. */
bool reader_rule_number(Reader *r, Str *out);
bool reader_paragraph_number(Reader *r, Str *out);
bool reader_sees_paragraph(const Reader *r, uint32_t at); /* "(1)" or "1." */

/* ---- who (parse_who.c, parse_term.c, parse_limit.c) --------------------- */

typedef enum {
    WHO_SUBJECT, /* a place may follow that is the predicate's */
    WHO_EXAMPLE, /* no places: they are the example's */
    WHO_UNITS,   /* behind pada: units only */
    WHO_OBJECT,  /* things too, and no "pada" of theirs */
    WHO_TAIL
} WhoUse;

/* who = group { "serta" group } [ ", masing-masing" restriction ] */
bool reader_who(Reader *r, WhoUse use, Who **out);
bool reader_excepted(Reader *r, WhoUse use, Who **out); /* "kecuali" who */
bool reader_term(Reader *r, WhoUse use, Term *out);
bool reader_sees_limit(const Reader *r, WhoUse use);
bool reader_limit(Reader *r, WhoUse use, Limit *out);
/* English: "pregnant" before "staff" (parse_adjective.c). */
bool reader_takes_adjective(Reader *r, Limit *out);
/* English: "breastfeeding" for "are breastfeeding" at that token; NULL: no. */
const Phrase *reader_short_mark(const Reader *r, uint32_t at);
/* Units by their working week; false and nothing taken: none stand here. */
bool reader_takes_work_week(Reader *r, Term *term);

/* The list behind the colon that is next: "unit berikut" said without words. */
bool reader_listed(Reader *r, Who **out);

/* A known word for people, courtesies before it or not. */
bool reader_sees_person(const Reader *r, uint32_t at);

bool reader_sees_marked_count(const Reader *r);
bool reader_sees_mark(const Reader *r, uint32_t at); /* hamil, divaksin */

/* Is the place that is next the predicate: does an amount follow? */
bool reader_sees_counted_place(const Reader *r);

/* ---- tails (parse_tail.c, parse_words.c) -------------------------------- */

typedef struct {
    Tail at[TAIL_COUNT];
    bool has[TAIL_COUNT];
    Who *except; /* kecuali who */
} Tails;

/* Which tail does the next word open?  TAIL_COUNT: none (parse_opener.c). */
TailKind reader_tail_kind(const Reader *r);

/* A word that only joins a time: "yaitu pukul 08.00". */
bool reader_sees_that_is(const Reader *r);

/* Take that word; some tails have two, and those keep which. */
void reader_tail_opener(Reader *r, TailKind kind, Tail *tail);

/* "secara harian", "per minggu", taken when there; else *every is nothing. */
bool reader_takes_periodic(Reader *r, Duration *every);
bool reader_sees_adverb(const Reader *r, uint32_t at); /* "daily" */

bool reader_tails(Reader *r, Tails *out);
void reader_keep_tails(Reader *r, const Tails *tails, Sentence *out);

/* words = word { "," word } ("dan" | "atau") word */
bool reader_words(Reader *r, Tail *out);

/* "selama surat edaran ini berlaku", taken when there (parse_while.c). */
bool reader_own_time(Reader *r);

/* The pattern behind "bergilir", if there is one: "selang seminggu". */
bool reader_pattern(Reader *r, Tail *tail);

/* ---- places said otherwise (parse_place.c) ------------------------------ */

/* places = place { "atau" place } (parse_predicate.c) */
bool reader_places(Reader *r, const Where **list, uint32_t *count);

/* "bergilir", "bergantian di kantor"; the same behind a wajib, boleh, ... */
bool reader_turn(Reader *r, Sentence *out, Tails *tails);
bool reader_turned_duty(Reader *r, Sentence *out, Tails *tails);
/* "di kantor dan dari rumah" before turns; false, and nothing taken: no. */
bool reader_places_in_turns(Reader *r, Sentence *out);

/* "presensi paling lambat pukul 08.00" has its clock. */
void reader_keep_due(const Sentence *s, Tails *tails);

/* True, and said of the newest fault what to write, if it is so: a place that
 * begins at that token, without wajib, with an hour behind it; that tail is
 * the hour of a place; a unit stands for a place; "wajib piket". */
bool reader_advise_start(Reader *r, uint32_t place);
bool reader_advise_hour(Reader *r, const Sentence *s, const Tail *tail);
bool reader_advise_unit(Reader *r);
bool reader_advise_picket(Reader *r);

/* ---- scope (parse_scope.c) ---------------------------------------------- */

bool reader_this_letter(Reader *r); /* "surat edaran ini"; taken when there */
bool reader_sees_scope_first(const Reader *r);
bool reader_scope_first(Reader *r, Sentence *out);
bool reader_scope_behind(Reader *r, Sentence *out);
bool reader_scoped(Reader *r, Sentence *out);
bool reader_without_leave_fits(Reader *r, const Sentence *s);

/* ---- sentences (parse_sentence.c, parse_frame.c, parse_predicate.c) ----- */

/* The end of the sentence that begins at the next token: its full stop, or the
 * first token of what cannot be part of it. */
uint32_t reader_sentence_end(const Reader *r);

/* sentence = [ "(1)" ] [ frames ":" ] body "."; always ends behind it. */
bool reader_sentence(Reader *r, Sentence *out);
bool reader_frames(Reader *r, Sentence *out, uint32_t *keys);

/* "Selama bekerja dari rumah," before a sentence, and of whom it then is; a
 * fault where the sentence has nobody who could be there (parse_while.c). */
typedef struct {
    Where place; /* WHERE_NONE: nothing of the kind was said */
    Span span;
} While;

bool reader_while(Reader *r, While *out);
bool reader_keep_while(Reader *r, Sentence *s, const While *during);

bool reader_body(Reader *r, Sentence *out);
bool reader_predicate(Reader *r, Sentence *out, Tails *tails);

/* ---- what to write instead (parse_advice.c, parse_duty.c, parse_passive.c) */

/* Say it of the newest fault; always false. */
bool reader_advise(Reader *r, Str in_indonesian, Str in_english);

/* No predicate stands behind those people: the likeliest cause is said. */
bool reader_no_predicate(Reader *r, const Who *who);

/* Behind wajib, boleh, ... stands a verb that is not known. */
bool reader_unknown_duty(Reader *r, Strength strength);

/* The sentence was complete, and goes on with what is no slot. */
bool reader_unknown_slot(Reader *r, const Sentence *s);

/* Tokens as a text for quotation marks; "..." when they cannot be one. */
Str reader_pasted(const Reader *r, uint32_t from, uint32_t to);

/* The sentence behind its frames as a record, under that topic; false. */
bool reader_advise_whole(Reader *r);
Str reader_other_provision(const Reader *r);

/* Behind wajib, boleh, ... stands what happens to a thing (disampaikan). */
bool reader_says_passive(const Reader *r);
bool reader_advise_passive(Reader *r);

/* "dibatasi paling banyak 40%": true, and the count is advised, if it is so. */
bool reader_limited_count(Reader *r, const Sentence *s, const Tail *tail);

/* "wajib memakai masker": nobody is named. */
bool reader_sees_no_subject(const Reader *r);
bool reader_no_subject(Reader *r);

/* "paling banyak 50% di kantor": the place comes first. */
bool reader_amount_first(Reader *r);

/* What stands before a sentence, from that token on, has no colon. */
bool reader_no_colon(Reader *r, uint32_t from);

/* "bekerja dari rumah" behind its people, without wajib or boleh. */
bool reader_weak_place(Reader *r, const Limit *limit);

/* rows = label { "," label } ":" body { ";" row }, of a table or a ladder */
bool reader_rows(Reader *r, Sentence *out, uint32_t keys);
bool reader_ladder(Reader *r, Sentence *out);

/* The fitting gate: do subject, predicate and tails go together? */
bool reader_fits(Reader *r, const Sentence *s);

/* ---- letters ------------------------------------------------------------ */

bool reader_head(Reader *r, Letter *out);
bool reader_sees_heading(const Reader *r, uint32_t at);
bool reader_sees_change(const Reader *r, uint32_t at);
bool reader_sees_examples(const Reader *r, uint32_t at);
bool reader_sees_annex(const Reader *r, uint32_t at);
void reader_rule(Reader *r, Rule *out);
bool reader_change(Reader *r, Change *out);
bool reader_annex(Reader *r, Annex *out);
bool reader_example(Reader *r, Example *out);
bool reader_valid_line(Reader *r, When *out); /* behind "berlaku" */

/* Sentences up to the next heading, change, annex or examples. */
void reader_sentences(Reader *r, Rule *rule, Str first_number);

/* Behind what could not be read: go to the end of the sentence. */
void reader_recover(Reader *r);

/* The first token of the next line. */
uint32_t reader_line_end(const Reader *r);
