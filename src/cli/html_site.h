/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_site.h - a roster as pages: "x.html" and the folder "x_files" beside it.
 */
#pragma once

#include "cli/say.h"
#include "cli/summary.h"

/* `path` ends in ".html".  The overview is written last, so that what it
 * links to is there. */
MUST_USE bool html_site(const Call *call, const Summary *summary,
                        const char *path, Err *err);
