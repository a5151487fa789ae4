/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_said.h - sentences that ask people for reports of their own work.
 *
 * "melapor", "melaporkan hasil pekerjaan", and "menyampaikan laporan" or
 * "mengisi laporan" of every day, week or month; one that goes up to another
 * office than the superior's is a recap of the unit (types_duties.c).
 */
#pragma once

#include "circular/tree.h"

bool report_said(const Sentence *s);

/* Is a report among what is named: "laporan", "laporan kinerja bulanan"? */
bool report_named(const Who *who);

/* Does it go to another office than the superior's: a recap of the unit? */
bool report_goes_up(const Sentence *s);

/* The rhythm that the name of a report says ("laporan harian", "laporan kinerja
 * bulanan", "daily notes"); false when it says none. */
bool report_rhythm(const Who *object, Duration *out);
