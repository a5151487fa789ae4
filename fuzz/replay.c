/*
 * replay.c - a main for fuzz targets where there is no fuzzer: feed each file
 * of the folder given to the target once, as a test.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool feed(const char *path, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Str seed = {0};
    if (!file_read(tmp, path, (size_t)16 << 20, &seed, err)) return false;
    (void)LLVMFuzzerTestOneInput((const uint8_t *)seed.ptr, seed.len);
    return true;
}

int main(int argc, char **argv)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    FileNames names = {0};
    Err err = {0};
    if (argc != 2) return ERR_USAGE;
    if (!file_list(tmp, argv[1], STR(""), &names, &err)) {
        printf("%s\n0 passed, 1 failed\n", err.text);
        return 1;
    }
    for (size_t i = 0; i < names.count; i++) {
        const char *path = file_path(tmp, argv[1], names.at[i].ptr);
        if (!feed(path, &err)) {
            printf("%s\n%zu passed, 1 failed\n", err.text, i);
            return 1;
        }
    }
    printf("%zu passed, 0 failed\n", names.count);
    return 0;
}
