/* SPDX-License-Identifier: Apache-2.0 */
#include "web/qr.h"

#include <qrencode.h>

enum { QUIET = 4 }; /* modules of white around (ISO/IEC 18004) */

static void done(QRcode **code)
{
    QRcode_free(*code);
}

static bool is_dark(const QRcode *code, int row, int column)
{
    return column < code->width &&
           (code->data[row * code->width + column] & 1) != 0;
}

/* A run of dark modules: "M x y h n v 1 h -n z". */
static void put_run(Page *page, int row, int from, int to)
{
    page_put(page, HTML("M"));
    html_number(&page->html, from + QUIET);
    page_put(page, HTML(" "));
    html_number(&page->html, row + QUIET);
    page_put(page, HTML("h"));
    html_number(&page->html, to - from);
    page_put(page, HTML("v1h-"));
    html_number(&page->html, to - from);
    page_put(page, HTML("z"));
}

static void put_row(Page *page, const QRcode *code, int row)
{
    int from = -1;
    for (int column = 0; column <= code->width; column++) {
        bool dark = is_dark(code, row, column);
        if (dark && from < 0) from = column;
        if (dark || from < 0) continue;
        put_run(page, row, from, column);
        from = -1;
    }
}

void qr_put(Page *page, Str text, const char *label)
{
    AUTO(done)
    QRcode *code =
        QRcode_encodeString8bit(str_c(page->arena, text), 0, QR_ECLEVEL_M);
    if (code == NULL) return;
    page_put(page, HTML("<svg class=\"qr\" role=\"img\" aria-label=\""));
    page_say(page, label);
    page_put(page, HTML("\" viewBox=\"0 0 "));
    html_number(&page->html, code->width + 2 * QUIET);
    page_put(page, HTML(" "));
    html_number(&page->html, code->width + 2 * QUIET);
    page_put(page, HTML("\"><path d=\""));
    for (int row = 0; row < code->width; row++)
        put_row(page, code, row);
    page_put(page, HTML("\"/></svg>\n"));
}
