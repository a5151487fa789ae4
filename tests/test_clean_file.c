/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_clean_file.c - what is taken of the files that people hand in: three
 * kinds, whole, and without what they say beside the picture.
 */
#include "app/clean_file.h"
#include "base/buf.h"
#include "harness.h"
#include "picture.h"

static bool clean(Arena *arena, Str bytes, CleanFile *out, Err *err)
{
    *err = (Err){0};
    *out = (CleanFile){0};
    return clean_file(arena, bytes, out, err);
}

FACT(a_picture_keeps_its_picture_and_nothing_else)
{
    static const char *const words[] = {"KENARI", "KOMENTAR", "Exif",
                                        "adobe",  "html",     "Photoshop"};
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const struct {
        const char *ending;
        Str more, bare;
    } rows[] = {
        {"jpg", picture_jpeg(arena, true), picture_jpeg(arena, false)},
        {"png", picture_png(arena, true), picture_png(arena, false)},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].ending);
        CleanFile out;
        Err err;
        EXPECT(clean(arena, rows[i].more, &out, &err));
        EXPECT_STR(out.ending, rows[i].ending);
        EXPECT_STR(out.bytes, rows[i].bare);
        for (size_t k = 0; k < COUNT(words); k++)
            EXPECT(str_find(out.bytes, str_of(words[k]), 0) == SIZE_MAX);
        EXPECT(clean(arena, rows[i].bare, &out, &err));
        EXPECT_STR(out.bytes, rows[i].bare);
    }
}

FACT(one_that_is_cut_off_anywhere_is_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Str whole[] = {picture_jpeg(arena, false), picture_png(arena, false)};
    for (size_t i = 0; i < COUNT(whole); i++) {
        for (size_t end = 0; end < whole[i].len; end++) {
            ROW("file %zu, %zu of %zu bytes", i, end, whole[i].len);
            CleanFile out;
            Err err;
            EXPECT(!clean(arena, str_slice(whole[i], 0, end), &out, &err));
            EXPECT_INT(err.kind, ERR_INPUT);
        }
    }
}

FACT(other_kinds_and_other_structures_are_refused_in_both_languages)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Str jpeg = picture_jpeg(arena, false);
    size_t frame = str_find(jpeg, STR("\xff\xc0"), 0);
    Buf out = buf_in(arena);
    buf_put(&out, str_slice(jpeg, 0, frame));
    buf_put(&out, str_slice(jpeg, frame + 13, jpeg.len));
    Str no_frame = buf_str(&out);
    const struct {
        const char *what;
        Str bytes;
        const char *en, *id;
    } rows[] = {
        {"nothing", STR(""), "only pictures", "hanya gambar"},
        {"a page", STR("<!doctype html><script>1</script>"), "only pictures",
         "hanya gambar"},
        {"a drawing", STR("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
         "only pictures", "hanya gambar"},
        {"GIF", STR("GIF89a\1\0\1\0\0\0\0;"), "only pictures", "hanya gambar"},
        {"ZIP", STR("PK\3\4"), "only pictures", "hanya gambar"},
        {"a page that begins as a JPEG", STR("\xff\xd8\xff<html>"),
         "the JPEG file is cut off", "berkas JPEG itu terpotong"},
        {"a JPEG of no frame", no_frame, "the JPEG file is cut off",
         "berkas JPEG itu terpotong"},
        {"a page that begins as a PNG", STR("\x89PNG\r\n\x1a\n<html>"),
         "the PNG file is cut off", "berkas PNG itu terpotong"},
        {"a PDF without an end", STR("%PDF-1.4\n1 0 obj"),
         "the PDF file is cut off", "berkas PDF itu terpotong"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].what);
        CleanFile file;
        Err err;
        EXPECT(!clean(arena, rows[i].bytes, &file, &err));
        EXPECT_INT(err.kind, ERR_INPUT);
        EXPECT_HAS(err.text, rows[i].en);
        EXPECT_HAS(err.id, rows[i].id);
    }
}

/* 60,000 by 60,000 dots would be 3.6 GB: nobody unfolds them here. */
FACT(a_picture_of_many_dots_costs_as_much_as_its_bytes)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    CleanFile out;
    Err err;
    Str wide = picture_wide_png(arena);
    size_t before = arena_used(arena);
    EXPECT(clean(arena, wide, &out, &err));
    EXPECT(arena_used(arena) - before < 1 << 16);
    EXPECT(clean(arena, picture_pdf(), &out, &err));
    EXPECT_STR(out.ending, "pdf");
    EXPECT_STR(out.bytes, picture_pdf());
}
