/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is sealed opens to one role, and is nowhere else.
 */
#include "app/export.h"
#include "app_world.h"
#include "base/file.h"
#include "harness.h"

/* ---- leave, marks and what is sealed ------------------------------------- */

static const AppRow of_leave[] = {
    {1, "$S", "cuti",
     "pegawai=$P;mulai=2020-07-30;sampai=2020-08-05;kata=sakit;"
     "rahasia=KENARI-CUTI-7731",
     NULL},
    {0, "$P", "cuti", "pegawai=$P;mulai=2020-08-10;sampai=2020-08-11;kata=cuti",
     "may not"},
    {2, "$B", "tanda",
     "pegawai=$M;mulai=2020-07-30;sampai=2020-08-12;kata=tidak dipanggil;"
     "rahasia=KENARI-TANDA-9942",
     NULL},
    {0, "$S", "tanda",
     "pegawai=$M;mulai=2020-07-30;sampai=2020-08-12;kata=boleh di rumah;"
     "rahasia=KENARI-DITOLAK-5511",
     "may not"},
    {0, "$K", "tanda",
     "pegawai=$M;mulai=2020-07-30;sampai=2020-08-12;kata=boleh di rumah;"
     "rahasia=KENARI-DITOLAK-5511",
     "may not"},
    {0, "$S", "kembali bekerja", "pegawai=$P;tentang=$1;hari=2020-07-29",
     "has not begun"},
    {0, "$S", "kembali bekerja", "pegawai=$P;tentang=$1", NULL},
    {0, "$S", "kembali bekerja", "pegawai=$P;tentang=$1", "noted already"},
    {0, "$S", "kembali bekerja", "pegawai=$P;tentang=$2", "must name a leave"},
};

static const AppRow recalled[] = {
    {0, "$S", "panggilan",
     "pegawai=$M;isi=x;mulai=2020-07-31;sampai=2020-07-31",
     "must not be called"},
};

static bool is_in_file(const char *path, const char *word)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Str bytes = {0};
    Err err = {0};
    return file_read(tmp, path, 1 << 28, &bytes, &err) &&
           str_find(bytes, str_of(word), 0) != SIZE_MAX;
}

/* Is the word in any file of the folder or below it? */
static bool is_below(const char *folder, const char *word)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    FileNames names = {0};
    Err err = {0};
    if (!file_list(tmp, folder, STR(""), &names, &err)) return false;
    for (size_t i = 0; i < names.count; i++) {
        const char *path = file_path(tmp, folder, names.at[i].ptr);
        if (is_in_file(path, word) || is_below(path, word)) return true;
    }
    return false;
}

static void look_at(AppWorld *w)
{
    Err err = {0};
    Str text = {0};
    RecordLook look = {.id = app_world_id(w),
                       .about = w->labels[2],
                       .actor = w->superior,
                       .reason = STR("pemeriksaan"),
                       .channel = CHANNEL_WEB};
    uint64_t before = app_world_kept(w);
    EXPECT(!record_look(w->arena, &w->record, &look, &text, &err));
    EXPECT_HAS(err.text, "may not");
    EXPECT(app_world_kept(w) == before);
    look.actor = w->of_board;
    EXPECT(!record_look(w->arena, &w->record, &look, &text, &err));
    EXPECT(app_world_kept(w) == before);
    look.actor = w->board;
    EXPECT(record_look(w->arena, &w->record, &look, &text, &err));
    EXPECT_STR(text, "KENARI-TANDA-9942");
    EXPECT(app_world_kept(w) == before + 1);
    EXPECT(record_look(w->arena, &w->record, &look, &text, &err));
    EXPECT(app_world_kept(w) == before + 1);
    look.id = app_world_id(w);
    look.reason = STR("");
    EXPECT(!record_look(w->arena, &w->record, &look, &text, &err));
    EXPECT(app_world_kept(w) == before + 1);
}

FACT(what_is_sealed_is_nowhere)
{
    static const char *const canaries[] = {
        "KENARI-CUTI-7731", "KENARI-TANDA-9942", "KENARI-DITOLAK-5511"};
    AppWorld *w = app_world_open("sealed");
    Err err = {0};
    app_world_play_all(w, of_leave, COUNT(of_leave));
    look_at(w);
    app_world_again(w);
    app_world_play_all(w, recalled, COUNT(recalled));
    const char *copy = file_path(w->arena, harness_folder(), "sealed-copy");
    const char *folder = file_path(w->arena, harness_folder(), "sealed-export");
    Exported exported = {0};
    EXPECT(store_backup(w->store, copy, false, &err));
    EXPECT(export_folder(w->arena, w->store,
                         &(ExportWish){.government = STR("paser")}, folder,
                         &exported, &err));
    EXPECT(exported.facts >= 4);
    for (size_t i = 0; i < COUNT(canaries); i++) {
        ROW("%s", canaries[i]);
        EXPECT(!is_below(w->folder, canaries[i]));
        EXPECT(!is_below(copy, canaries[i]));
    }
    app_world_close(w);
    for (size_t i = 0; i < COUNT(canaries); i++) {
        ROW("%s, closed", canaries[i]);
        EXPECT(!is_below(harness_folder(), canaries[i]));
    }
}
