/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_confine.c - what a confined child can no longer do.  Each try is made
 * twice: in a child that is not confined it succeeds, so that a refusal says
 * something.
 */
#define _DEFAULT_SOURCE 1 /* NOLINT(*-identifier*): MAP_ANONYMOUS */
#include "app/confine.h"
#include "harness.h"
#include "picture.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int kept_open = -1; /* a file that the parent holds */

static bool opens_a_file(void)
{
    return open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0;
}

static bool reads_what_was_open(void)
{
    char byte;
    return read(kept_open, &byte, 1) == 1;
}

static bool writes_what_was_open(void)
{
    return write(kept_open, "x", 1) == 1;
}

static bool speaks_to_the_terminal(void)
{
    return write(STDERR_FILENO, "", 0) == 0 || write(STDOUT_FILENO, "", 0) == 0;
}

static bool opens_a_socket(void)
{
    return socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static bool has_a_child(void)
{
    pid_t child = fork();
    if (child == 0) _exit(0);
    return child > 0;
}

static bool signals_its_parent(void)
{
    return kill(getppid(), 0) == 0;
}

/* Much room is taken already when it is born, as by the threads of a server. */
static bool has_some_memory(void)
{
    void *some = mmap(NULL, (size_t)100 << 20, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return some != MAP_FAILED;
}

static bool has_much_memory(void)
{
    void *much = mmap(NULL, (size_t)1200 << 20, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return much != MAP_FAILED;
}

typedef bool Try(void);

/* 'y' or 'n' as the child says through the pipe; '!' when it said nothing. */
static char tried(Try *try, bool is_confined)
{
    int ends[2];
    char said = '!';
    CHECK(pipe(ends) == 0);
    if (kept_open >= 0) CHECK(lseek(kept_open, 0, SEEK_SET) == 0);
    pid_t child = fork();
    if (child == 0) {
        if (is_confined && !confine(ends[1])) _exit(1);
        said = try() ? 'y' : 'n';
        _exit(write(ends[1], &said, 1) == 1 ? 0 : 1);
    }
    CHECK(close(ends[1]) == 0);
    if (read(ends[0], &said, 1) != 1) said = '!';
    CHECK(close(ends[0]) == 0 && waitpid(child, NULL, 0) == child);
    return said;
}

static void open_something(void)
{
    char name[200];
    (void)snprintf(name, sizeof name, "%s/open", harness_folder());
    kept_open = open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    CHECK(kept_open >= 0 && write(kept_open, "secret", 6) == 6);
}

FACT(a_confined_child_can_do_nothing_else)
{
    static const struct {
        const char *what;
        Try *try;
    } cases[] = {
        {"open a file",           opens_a_file          },
        {"read what was open",    reads_what_was_open   },
        {"write what was open",   writes_what_was_open  },
        {"write to the terminal", speaks_to_the_terminal},
        {"open a socket",         opens_a_socket        },
        {"have a child",          has_a_child           },
        {"signal its parent",     signals_its_parent    },
    };
    open_something();
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].what);
        EXPECT_INT(tried(cases[i].try, false), 'y');
        EXPECT_INT(tried(cases[i].try, true), 'n');
    }
    CHECK(close(kept_open) == 0);
    kept_open = -1;
}

FACT(its_memory_counts_from_what_it_was_born_with)
{
    const size_t reserved = (size_t)3 << 30;
    void *held = mmap(NULL, reserved, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    CHECK(held != MAP_FAILED);
    EXPECT_INT(tried(has_some_memory, true), 'y');
    EXPECT_INT(tried(has_much_memory, false), 'y');
    if (!harness_sanitized()) EXPECT_INT(tried(has_much_memory, true), 'n');
    CHECK(munmap(held, reserved) == 0);
}

/* By itself, without the filter and the limits.  A kernel that has none says
 * so, and then nothing is refused. */
static bool opens_with_landlock_alone(void)
{
    bool held = confine_files();
    return opens_a_file() == held; /* 'n': as it should be */
}

FACT(landlock_alone_opens_no_file)
{
    EXPECT_INT(tried(opens_with_landlock_alone, false), 'n');
}

/* The child gives what clean_file gives here. */
FACT(a_file_is_cleaned_by_a_confined_child)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Str given = picture_png(arena, true);
    CleanFile here = {0}, there = {0};
    Err err = {0};
    EXPECT(clean_file(arena, given, &here, &err));
    EXPECT(confine_file(arena, given, &there, &err));
    EXPECT(str_is(there.bytes, here.bytes));
    EXPECT_STR(str_of(there.ending), "png");
    EXPECT(there.bytes.len < given.len);
    EXPECT(!confine_file(arena, str_slice(given, 0, 60), &there, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    EXPECT_STR(str_of(err.text), "the PNG file is cut off or damaged");
    EXPECT_STR(str_of(err.id), "berkas PNG itu terpotong atau rusak");
    EXPECT(!confine_file(arena, STR("MZ"), &there, &err));
    EXPECT_HAS(str_of(err.id), "hanya gambar");
}
