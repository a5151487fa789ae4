/* SPDX-License-Identifier: Apache-2.0 */
#include "app/clean_file.h"

enum { PDF_TAIL = 1024, PDF_HEAD = 8 };

static bool refuse_kind(Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "only pictures (JPEG, PNG) and PDF files are taken");
    return err_id(err, "hanya gambar (JPEG, PNG) dan berkas PDF yang diterima");
}

static bool refuse_broken(const char *kind, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "the %s file is cut off or damaged", kind);
    return err_id(err, "berkas %s itu terpotong atau rusak", kind);
}

/* "%PDF-1.7" at its start, "%%EOF" near its end. */
static bool pdf_is_whole(Str bytes)
{
    size_t from = bytes.len > PDF_TAIL ? bytes.len - PDF_TAIL : 0;
    return bytes.len > PDF_HEAD && bytes.ptr[5] >= '1' && bytes.ptr[5] <= '2' &&
           bytes.ptr[6] == '.' &&
           str_find(bytes, STR("%%EOF"), from) != SIZE_MAX;
}

bool clean_file(Arena *arena, Str bytes, CleanFile *out, Err *err)
{
    Str clean = bytes;
    if (str_starts(bytes, STR("\xff\xd8\xff"))) {
        if (!clean_jpeg(arena, bytes, &clean))
            return refuse_broken("JPEG", err);
        *out = (CleanFile){"jpg", clean};
    } else if (str_starts(bytes, STR("\x89PNG\r\n\x1a\n"))) {
        if (!clean_png(arena, bytes, &clean)) return refuse_broken("PNG", err);
        *out = (CleanFile){"png", clean};
    } else if (str_starts(bytes, STR("%PDF-"))) {
        if (!pdf_is_whole(bytes)) return refuse_broken("PDF", err);
        *out = (CleanFile){"pdf", bytes};
    } else {
        return refuse_kind(err);
    }
    return true;
}
