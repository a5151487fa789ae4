/* SPDX-License-Identifier: Apache-2.0 */
/*
 * site.h - all pages: their routes in one place, and the page of a problem.
 *
 * To add a page: a handler, a row in its area's table, its sentences in the
 * area's catalogue.
 */
#pragma once

#include "door/door.h"

/* The tables of every area; *count of them. */
const RouteTable *site_tables(size_t *count);

/* A DoorProblem: says what is wrong and what would be right. */
void site_problem(Visit *v, const Err *err);
