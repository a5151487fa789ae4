/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_site.h"

#include "base/file.h"
#include "cli/html_agency.h"
#include "cli/html_index.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static bool make_folder(const char *path, Err *err)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST) return true;
    char why[128] = "?";
    (void)strerror_r(errno, why, sizeof why);
    (void)FAIL(err, ERR_IO, "cannot make the folder '%s': %s", path, why);
    return err_id(err, "folder '%s' tidak dapat dibuat: %s", path, why);
}

static bool write_page(const char *path, bool whole, Html page, Err *err)
{
    if (whole) return file_write(path, page.safe, err);
    (void)FAIL(err, ERR_LIMIT, "the page '%s' is too large", path);
    return err_id(err, "halaman '%s' terlalu besar", path);
}

/* The pages of an agency live in an arena of their own: none is needed for
 * the next. */
static bool write_agency(const View *view, const AgencySummary *agency,
                         const char *folder, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    View own = *view;
    own.arena = arena;
    Blocks blocks = html_block_list(&own, agency);
    for (uint32_t p = 0; p < blocks.pages; p++) {
        Html page = {0};
        const char *path =
            file_path(arena, folder,
                      str_c(arena, html_agency_file(&own, agency->unit, p)));
        bool whole = html_agency(&own, agency, &blocks, p, &page);
        if (!write_page(path, whole, page, err)) return false;
    }
    return true;
}

bool html_site(const Call *call, const Summary *summary, const char *path,
               Err *err)
{
    View view = html_view(call, summary, path);
    Html index = {0};
    size_t stem = strlen(path) - (sizeof ".html" - 1);
    const char *folder =
        str_format(call->arena, "%.*s_files", (int)stem, path).ptr;
    if (!make_folder(folder, err)) return false;
    for (uint32_t i = 0; i < summary->agency_count; i++) {
        if (!write_agency(&view, &summary->agencies[i], folder, err))
            return false;
    }
    bool whole = html_index(&view, &index);
    return write_page(path, whole, index, err);
}
