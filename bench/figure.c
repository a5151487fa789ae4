/* SPDX-License-Identifier: Apache-2.0 */
#include "figure.h"

#include <stdlib.h>

void figure_put(FILE *out, const Figure *f)
{
    const char *peer = f->peer == NULL ? "-" : f->peer;
    double ratio = f->peer == NULL ? 0
                   : f->less       ? f->peer_value / f->value
                                   : f->value / f->peer_value;
    const char *met = f->goal <= 0 ? "-" : ratio >= f->goal ? "yes" : "no";
    (void)fprintf(out, "%s\t%s\t%.4g\t%s\t%s\t%.4g\t%.2f\t%.4g\t%s\n", f->id,
                  f->name, f->value, f->unit, peer, f->peer_value, ratio,
                  f->goal, met);
    (void)printf("%-7s %-52s %10.4g %-8s %s %.4g: ratio %.2f %s\n", f->id,
                 f->name, f->value, f->unit, peer, f->peer_value, ratio, met);
}

static int by_size(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;
    return *x < *y ? -1 : *x > *y;
}

double figure_median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, by_size);
    return values[count / 2];
}
