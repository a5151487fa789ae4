/* SPDX-License-Identifier: Apache-2.0 */
/*
 * figure.h - a row of bench/results/latest.tsv, and the median of runs.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct {
    const char *id, *name;
    double value;
    const char *unit;
    const char *peer; /* "limit", "goal" or who is measured beside; or NULL */
    double peer_value;
    double goal; /* of the ratio to the peer; 0: none is set */
    bool less;   /* a smaller value is the better one */
} Figure;

/* Also said on stdout.  The ratio is over 1 where ours is the better. */
void figure_put(FILE *out, const Figure *figure);

/* Sorts them. */
double figure_median(double *values, size_t count);
