/* SPDX-License-Identifier: Apache-2.0 */
/*
 * mkregister - write the made-up register of one example government.
 *
 *     mkregister GOVERNMENT OUTDIR
 *
 * writes OUTDIR/government.conf, register/ *.csv, events.csv, status.csv; the
 * same bytes each time, on any machine.  GOVERNMENT is bontang, balikpapan,
 * paser, kotim or bandarlampung.  Letters and decisions are not touched.
 */
#include "base/file.h"
#include "mkregister/parts.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static bool make_folder(const char *path, Err *err)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST) return true;
    return FAIL(err, ERR_IO, "%s: the folder cannot be made", path);
}

static bool write_all(Arena *arena, const Model *m, const char *folder,
                      Err *err)
{
    if (!make_folder(folder, err) ||
        !make_folder(file_path(arena, folder, "register"), err))
        return false;
    for (unsigned f = 0; f < FILE_COUNT; f++) {
        const char *name = table_file_name((TableFile)f);
        if (!file_write(file_path(arena, folder, name),
                        table_file_text(m, (TableFile)f), err))
            return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    const Example *example = argc == 3 ? example_find(str_of(argv[1])) : NULL;
    if (example == NULL) {
        (void)fprintf(stderr, "usage: mkregister GOVERNMENT OUTDIR, with "
                              "GOVERNMENT one of:");
        for (size_t i = 0; i < EXAMPLE_COUNT; i++)
            (void)fprintf(stderr, " %.*s", STR_ARG(examples[i].code));
        (void)fputc('\n', stderr);
        return 2;
    }
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Model m = example_register(arena, example);
    Err err = {0};
    if (!write_all(arena, &m, argv[2], &err)) {
        (void)fprintf(stderr, "mkregister: %s\n", err.text);
        return err_exit(err.kind);
    }
    return 0;
}
