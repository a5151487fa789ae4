/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cases.h - how many cases the "jika" of a closure asks for.
 *
 *     jika ada kasus positif pada suatu unit kerja          one
 *     jika ada paling sedikit 3 kasus positif ...           three
 *     jika ada lebih dari 2 (dua) kasus ...                 three
 *     jika ada klaster ...                                  a cluster: two, or
 *                                                  whatever whoever orders it
 *                                                  takes for one
 *     jika kantor terendam banjir                           of no case at all
 */
#pragma once

#include "base/str.h"

typedef struct {
    bool of_cases; /* else an order for a case is not meant, nor one by cases */
    bool said;     /* the number is, in figures or in words */
    int32_t least; /* 1: any case */
} CasesAsked;

CasesAsked cases_asked(Str event);
