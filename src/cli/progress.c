/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { WIDE = 40 };

Progress progress_begin(const Call *call)
{
    return (Progress){call, isatty(STDERR_FILENO) == 1, -1};
}

void progress_end(Progress *progress)
{
    if (progress->terminal && progress->shown >= 0)
        (void)fputs("\r\033[K", stderr);
    progress->shown = -1;
}

void progress_step(Progress *progress, const char *id, const char *en)
{
    const char *name = progress->call->lang == LANG_EN ? en : id;
    progress_end(progress);
    (void)fprintf(stderr, progress->terminal ? "%s ..." : "%s\n", name);
    (void)fflush(stderr);
    progress->shown = 0;
}

void progress_tick(void *context, uint64_t done, uint64_t all)
{
    static const char bar[WIDE + 1] =
        "########################################";
    Progress *progress = context;
    int percent = all == 0 ? 100 : (int)(done * 100 / all);
    if (!progress->terminal || percent == progress->shown) return;
    progress->shown = percent;
    int full = percent * WIDE / 100;
    (void)fprintf(stderr, "\r\033[K[%.*s%*s] %d%%", full, bar, WIDE - full, "",
                  percent);
    (void)fflush(stderr);
}
