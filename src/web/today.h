/* SPDX-License-Identifier: Apache-2.0 */
/*
 * today.h - A1: where I work today, what I must do, and the one button.
 */
#pragma once

#include "app/my_day.h"
#include "app/my_month.h"
#include "web/page.h"

/* The page; `day` is of today. */
void today_put(Page *page, const MyDay *day);

/* Parts that other pages show too. */
void today_put_steps(Page *page, const MyDay *day); /* why, and by what plan */
void today_put_reasons(Page *page, const MyWhy *why);
void today_put_why(Page *page, const MyDay *day); /* and what one can do */
void today_put_week(Page *page, const MyDay *day);
