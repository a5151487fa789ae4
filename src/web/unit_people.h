/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_people.h - the people of a unit and all below it, in words: the same
 * sentence for its head and for the personnel board.
 */
#pragma once

#include "app/unit_now.h"
#include "web/page.h"

/* Where all of them are expected, so that the parts make up the whole. */
void unit_people_put(Page *page, const UnitNow *now);

/* Of whom is it not known, since our server was down; 0: nothing. */
void unit_people_put_hidden(Page *page, int32_t hidden);
