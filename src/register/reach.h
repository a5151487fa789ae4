/* SPDX-License-Identifier: Apache-2.0 */
/*
 * reach.h - how the public reaches a counter: by telephone, by going there with
 * the right papers, or without leaving home.
 *
 * Each is empty where the register has none, and then nothing is shown.  What
 * becomes a link is checked here, so that no page needs to.
 */
#pragma once

#include "base/str.h"

typedef struct {
    Str phone;     /* as written: "0542 000001", "+62 542 000001" */
    Str address;   /* "Jalan Contoh No. 1, Bontang" */
    Str documents; /* to bring: "KTP; Kartu Keluarga" */
    Str point;     /* "-1.27,116.83": latitude and longitude, without blanks */
    Str online;    /* "https://..." */
} CounterReach;

/* Digits and blanks, a plus sign only in front; 3 to 15 digits (E.164). */
bool reach_phone_is(Str text);
Str reach_phone_dialled(Arena *arena, Str phone); /* without blanks */

/* "-1.27, 116.83": decimal degrees within 90 and 180; *point has no blanks. */
bool reach_point_parse(Arena *arena, Str text, Str *point);

/* An address of https with a host of letters, digits, dots and hyphens, a port
 * perhaps, and nothing that a page or a reader could be misled by: no name or
 * password before the host, no blank, quote or sign beyond ASCII. */
bool reach_online_is(Str text);

/* The next paper that `rest` names; false when none is left. */
bool reach_next_document(Str *rest, Str *document);
