/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_news.h - A11: notices, and changes of my plan, read or not.
 */
#pragma once

#include "door/visit.h"

extern const FieldRule staff_news_read_fields[2]; /* "id", "nomor" (many) */

void staff_news_show(Visit *v);
void staff_news_read(Visit *v);
