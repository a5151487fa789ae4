/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/compare_view.h"
#include "cli/open.h"

static bool ends(const char *path, const char *ending)
{
    return str_ends(str_of(path), str_of(ending));
}

static bool too_large(const char *path, Err *err)
{
    (void)FAIL(err, ERR_LIMIT, "it is too much for '%s'; take fewer days",
               path);
    return err_id(err, "terlalu banyak untuk '%s'; pakai hari lebih sedikit",
                  path);
}

static bool write_to(const Call *call, const CompareView *view,
                     const char *path, Err *err)
{
    Html page = {0};
    Buf out = buf_in(call->arena);
    bool html = ends(path, ".html");
    bool whole = html ? compare_html(view, call->lang, &page)
                      : compare_json(view, &out) && buf_ok(&out);
    if (!whole) return too_large(path, err);
    return file_write(path, html ? page.safe : buf_str(&out), err);
}

static int code_of(const Compared *compared)
{
    for (int i = 0; i < COMPARE_SIDES; i++) {
        const ComparedSide *side = &compared->side[i];
        if (!side->rostered) return err_exit(side->why_not.kind);
        if (!side->made.solved) return EXIT_CLASH;
    }
    return EXIT_DONE;
}

static int refuse(const Call *call, const Compared *compared, const Err *err)
{
    if (compared->office.diags.errors > 0) {
        Buf out = buf_in(call->arena);
        diags_print(&compared->office.diags, call->lang, &out);
        return say_result(call, &out, EXIT_INPUT);
    }
    return say_refusal(call, &compared->office, err);
}

static int tell(const Call *call, const Compared *compared)
{
    Err err = {0};
    Buf out = buf_in(call->arena);
    const char *path = call->option[OPT_OUTPUT];
    CompareView view = compare_view(call->arena, compared);
    if (path != NULL && !write_to(call, &view, path, &err))
        return say_refusal(call, NULL, &err);
    compare_text(&view, call->lang, &out);
    if (path != NULL) buf_format(&out, "\n%s\n", path);
    return say_result(call, &out, code_of(compared));
}

int cmd_compare(const Call *call)
{
    Err err = {0};
    OfficeWish from;
    Compared compared = {0};
    Window days = {DATE_NEVER, DATE_ALWAYS};
    const char *path = call->option[OPT_OUTPUT];
    int code = EXIT_DONE;
    for (size_t i = 0; i < call->word_count; i++) {
        if (!open_file(call, call->words[i], &code)) return code;
    }
    if (path != NULL && !ends(path, ".json") && !ends(path, ".html"))
        return say_usage(call, "berkas keluaran: .json atau .html",
                         "the output is a .json or .html file");
    if (!open_wish(call, &from) || !args_window(call, &days)) return EXIT_USAGE;
    if (!compare_letters(call->arena, call->words, &from, days, &compared,
                         &err))
        return refuse(call, &compared, &err);
    return tell(call, &compared);
}
