/* SPDX-License-Identifier: Apache-2.0 */
/*
 * qr.h - a text as a square of dots that the camera of a phone reads.
 */
#pragma once

#include "web/page.h"

/* An <svg class="qr">; `label`, in English, says what it holds.  Nothing when
 * the text is too long for one: the text itself always stands beside it. */
void qr_put(Page *page, Str text, const char *label);
