/*
 * test_base_file.c - failures, files and log lines.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

FACT(failures_say_what_and_while_what)
{
    Err err = {0};
    EXPECT(!FAIL(&err, ERR_ABSENT, "no person %d", 17));
    EXPECT(!err_in(&err, "reading duty %d", 3));
    EXPECT_STR(err.text, "no person 17 while reading duty 3");
    EXPECT(err.line > 0 && strstr(err.file, "test_base_file.c") != NULL);
    EXPECT(err_http(err.kind) == 404 && err_exit(err.kind) == 1);
    EXPECT(err_exit(ERR_DENIED) == 1); /* the call is wrong, not the world */
    EXPECT(err_http(ERR_IO) == 500 && err_exit(ERR_IO) == 3);
    EXPECT(err_exit(ERR_CLASH) == 4 && err_exit(ERR_NONE) == 0);
}

FACT(a_failure_may_quote_the_one_before)
{
    Err err = {0};
    (void)FAIL(&err, ERR_INPUT, "inner");
    (void)FAIL(&err, ERR_IO, "outer: %s", err.text);
    EXPECT_STR(err.text, "outer: inner");
}

FACT(a_full_sentence_keeps_its_cause)
{
    Err err = {0};
    (void)FAIL(&err, ERR_INPUT, "%0399d", 0);
    (void)err_in(&err, "reading");
    EXPECT_INT((int64_t)strlen(err.text), 399);
}

/* Whoever reads it may take UTF-8 alone. */
FACT(a_sentence_holds_no_half_of_a_letter)
{
    Err err = {0};
    (void)FAIL(&err, ERR_INPUT, "'%.*s' is no day", 3, "a\xc3\xa9\xc3\xa9");
    (void)err_id(&err, "'%.*s' bukan hari", 2, "a\xc3\xa9");
    (void)err_in(&err, "reading '%.*s'", 2, "\xe2\x82\xac");
    EXPECT_STR(err.text, "'a\xc3\xa9' is no day while reading ''");
    EXPECT_STR(err.id, "'a' bukan hari");
    (void)FAIL(&err, ERR_INPUT, "%0398d\xc3\xa9", 0);
    EXPECT_INT((int64_t)strlen(err.text), 398);
}

static void err_in_nothing(void)
{
    Err err = {0};
    (void)err_in(&err, "reading");
}

FACT(context_without_a_failure_is_a_defect)
{
    EXPECT_DIES(err_in_nothing);
}

FACT(what_is_written_is_read)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    const char *path = file_path(tmp, harness_folder(), "a.csv");
    Err err = {0};
    Str got = {0};
    EXPECT(file_write(path, STR("old"), &err) && file_exists(path));
    EXPECT(chmod(path, 0640) == 0);
    EXPECT(file_write(path, STR("a\0b"), &err));
    EXPECT(file_read(tmp, path, 3, &got, &err));
    EXPECT_STR(got, STR("a\0b"));
    struct stat is = {0};
    EXPECT(stat(path, &is) == 0 && (is.st_mode & 0777) == 0640);
    EXPECT(file_write(path, STR(""), &err));
    EXPECT(file_read(tmp, path, 0, &got, &err));
    EXPECT_STR(got, "");
}

FACT(nothing_is_left_beside_a_written_file)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    const char *path = file_path(tmp, harness_folder(), "b.edaran");
    FileNames names = {0};
    Err err = {0};
    EXPECT(file_write(path, STR("x"), &err));
    EXPECT(file_list(tmp, harness_folder(), STR(""), &names, &err));
    EXPECT_INT((int64_t)names.count, 2);
    EXPECT_STR(names.at[0], "a.csv");
    EXPECT(file_list(tmp, harness_folder(), STR(".edaran"), &names, &err));
    EXPECT_INT((int64_t)names.count, 1);
    EXPECT_STR(names.at[0], "b.edaran");
}

FACT(what_cannot_be_read_is_said)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    const char *folder = harness_folder();
    const char *path = file_path(tmp, folder, "c");
    FileNames names = {0};
    Err err = {0};
    Str got = {0};
    EXPECT(!file_exists(path));
    EXPECT(!file_read(tmp, path, 9, &got, &err) && err.kind == ERR_IO);
    EXPECT_HAS(err.text, "No such file");
    EXPECT(!file_read(tmp, folder, 9, &got, &err));
    EXPECT_HAS(err.text, "is a folder");
    EXPECT(file_write(path, STR("0123456789"), &err));
    EXPECT(!file_read(tmp, path, 9, &got, &err) && err.kind == ERR_LIMIT);
    EXPECT_HAS(err.text, "has more than 9 bytes");
    EXPECT(!file_read(tmp, "/dev/zero", 100000, &got, &err));
    EXPECT_HAS(err.text, "has more than 100000 bytes");
    EXPECT(!file_list(tmp, path, STR(""), &names, &err));
    EXPECT_HAS(err.text, "cannot list");
    EXPECT(got.ptr == NULL && names.count == 0);
}

FACT(what_cannot_be_written_is_said)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    const char *lost = file_path(tmp, harness_folder(), "no/such/folder");
    Err err = {0};
    EXPECT(!file_write(lost, STR("x"), &err) && err.kind == ERR_IO);
    EXPECT_HAS(err.text, "cannot write");
    EXPECT(!file_write(harness_folder(), STR("x"), &err));
    EXPECT_HAS(err.text, "is not a regular file");
    EXPECT(!file_write("/dev/null", STR("x"), &err));
    EXPECT(!file_write("/dev/full", STR("x"), &err));
}

FACT(paths_have_one_slash)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    EXPECT_STR(file_path(tmp, "a", "b"), "a/b");
    EXPECT_STR(file_path(tmp, "a/", "b"), "a/b");
    EXPECT_STR(file_path(tmp, "/", "b"), "/b");
}

FACT(the_clock_runs_forwards)
{
    int64_t before = clock_monotonic_ns();
    EXPECT(clock_now().us > INT64_C(1577836800000000)); /* 2020 */
    EXPECT(clock_monotonic_ns() >= before);
}

/* Send stderr into a file while some lines are logged. */
static Str logged(Arena *arena)
{
    const char *path = file_path(arena, harness_folder(), "log");
    Err err = {0};
    Str got = {0};
    int kept = dup(STDERR_FILENO);
    CHECK(file_write(path, STR(""), &err));
    CHECK(freopen(path, "a", stderr) != NULL);
    log_level(LOG_WARN);
    log_line(LOG_INFO, "roster", "not=wanted");
    log_line(LOG_WARN, "roster", "unit=%s", "a\nlevel=error \x1b[0m");
    log_level(LOG_DEBUG);
    log_line(LOG_DEBUG, "roster", "%5000d", 1);
    CHECK(dup2(kept, STDERR_FILENO) >= 0 && close(kept) == 0);
    CHECK(file_read(arena, path, 1 << 20, &got, &err));
    return got;
}

FACT(a_log_record_is_one_line)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    Str rest = logged(tmp);
    Str line = {0};
    EXPECT(str_next(&rest, '\n', &line));
    EXPECT(str_starts(line, STR("time=20")));
    EXPECT_HAS(line, "Z level=warn topic=roster unit=a?level=error ?[0m");
    EXPECT(str_next(&rest, '\n', &line));
    EXPECT_HAS(line, "level=debug topic=roster");
    EXPECT_INT((int64_t)line.len, 2046);
    EXPECT(!str_next(&rest, '\n', &line));
}
