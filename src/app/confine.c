/* SPDX-License-Identifier: Apache-2.0 */
#define _DEFAULT_SOURCE 1 /* NOLINT(*-identifier*): closefrom */
#include "app/confine.h"

#include "base/clock.h"
#include "base/file.h"
#include "register/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    SECONDS_MOST = 20,
    MEMORY_MOST = 1 << 30,
    TEXT_MOST = 256 << 20, /* bytes that the child may send */
    SENT_TEXT = 'T',       /* first byte of an answer: a text, or an error */
    SENT_ERR = 'E'
};

/* A sanitizer reserves more address space than any limit would leave. */
#if defined(__SANITIZE_ADDRESS__)
enum { LIMIT_MEMORY = 0 };
#elif defined(__has_feature)
#    if __has_feature(address_sanitizer)
enum { LIMIT_MEMORY = 0 };
#    else
enum { LIMIT_MEMORY = 1 };
#    endif
#else
enum { LIMIT_MEMORY = 1 };
#endif

#if defined(__x86_64__)
#    define OWN_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#    define OWN_ARCH AUDIT_ARCH_AARCH64
#else
#    define OWN_ARCH 0
#endif

/* ---- the child --------------------------------------------------------- */

static bool limit_to(int resource, rlim_t most)
{
    struct rlimit limit = {.rlim_cur = most, .rlim_max = most};
    return setrlimit((__rlimit_resource_t)resource, &limit) == 0;
}

/*
 * A filter over system calls: what is listed may run, all else is refused with
 * EPERM, so that a library which asks for the time zone goes on without it.
 */
static bool limit_calls(void)
{
#define ALLOW(name)                                         \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 1), \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCH, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        ALLOW(read),
        ALLOW(write),
        ALLOW(close),
        ALLOW(brk),
        ALLOW(mmap),
        ALLOW(munmap),
        ALLOW(mremap),
        ALLOW(mprotect),
        ALLOW(madvise),
        ALLOW(futex),
        ALLOW(getrandom),
        ALLOW(clock_gettime),
        ALLOW(getpid),
        ALLOW(gettid),
        ALLOW(rt_sigaction),
        ALLOW(rt_sigprocmask),
        ALLOW(rt_sigreturn),
        ALLOW(sigaltstack),
        ALLOW(exit),
        ALLOW(exit_group),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    };
#undef ALLOW
    struct sock_fprog program = {.len = COUNT(rules), .filter = rules};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* No file by any name, not even one that the filter below would let through.  A
 * kernel without Landlock has the filter and the limits. */
bool confine_files(void)
{
    /* All that its first version knows, and later ones keep. */
    struct landlock_ruleset_attr none = {
        .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    int fd = (int)syscall(__NR_landlock_create_ruleset, &none, sizeof none, 0);
    if (fd < 0) return false;
    bool held = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                syscall(__NR_landlock_restrict_self, fd, 0) == 0;
    return close(fd) == 0 && held;
}

/* Databases, connections, the journal: a copy of ours has them all open.  The
 * pipe is the lowest meanwhile, so that all above can go. */
static bool close_others(int pipe)
{
    if (pipe != 0 && dup2(pipe, 0) < 0) return false;
    closefrom(1);
    return dup2(0, pipe) == pipe && (pipe == 0 || close(0) == 0);
}

/* What a copy of us has mapped already, in bytes: threads reserve much. */
static rlim_t mapped(void)
{
    char text[32] = "";
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
    if (fd >= 0) (void)close(fd);
    if (got <= 0) return 0;
    return (rlim_t)strtoull(text, NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* What is mapped already is asked of a file: names go last. */
static bool limit_all(int pipe)
{
    return close_others(pipe) && limit_to(RLIMIT_CPU, SECONDS_MOST) &&
           limit_to(RLIMIT_FSIZE, 0) && limit_to(RLIMIT_CORE, 0) &&
           (LIMIT_MEMORY == 0 || limit_to(RLIMIT_AS, mapped() + MEMORY_MOST)) &&
           (confine_files() || errno == ENOSYS || errno == EOPNOTSUPP) &&
           limit_to(RLIMIT_NOFILE, 0);
}

/* A kernel without the filter still has the limits. */
bool confine(int pipe)
{
    return limit_all(pipe) &&
           (OWN_ARCH == 0 || limit_calls() || errno == EINVAL);
}

/* Rows keep the lines of the sheet: empty ones are sent as empty lines. */
static void put_rows(Buf *out, const Csv *csv)
{
    uint32_t line = 1;
    for (size_t i = 0; i < csv->rows.count; i++, line++) {
        const CsvRow *row = &csv->rows.at[i];
        for (; line < row->line; line++)
            buf_char(out, '\n');
        for (uint32_t c = 0; c < row->count; c++)
            csv_put(out, row->field[c], ',', c + 1 == row->count);
    }
}

/* ---- what it does there -------------------------------------------------- */

/* Into `out` as the parent will parse it. */
typedef struct {
    bool (*work)(Arena *arena, Str in, Buf *out, Err *err);
    const char *what[2], *instead[2]; /* by Lang: it could not be done */
} Task;

static bool read_sheet(Arena *arena, Str in, Buf *out, Err *err)
{
    Csv csv = {0};
    if (!xlsx_read(arena, in, &csv, err)) return false;
    put_rows(out, &csv);
    return true;
}

/* Its ending, then its bytes. */
static bool read_file(Arena *arena, Str in, Buf *out, Err *err)
{
    CleanFile clean;
    if (!clean_file(arena, in, &clean, err)) return false;
    buf_c(out, clean.ending);
    buf_put(out, clean.bytes);
    return true;
}

static const Task sheet = {
    read_sheet,
    {"lembar kerja",                         "the spreadsheet"            },
    {"simpan lembar pertamanya sebagai CSV", "save its first sheet as CSV"}
};
static const Task file = {
    read_file,
    {"berkas itu",             "the file"         },
    {"kirim berkas yang lain", "send another file"}
};

static _Noreturn void serve(Arena *arena, const Task *task, Str in, int fd)
{
    Err err = {0};
    Buf made = buf_in(arena), out = buf_in(arena);
    bool read = (confine(fd) || FAIL(&err, ERR_IO, "cannot confine a child")) &&
                task->work(arena, in, &made, &err);
    buf_char(&out, (char)(read ? SENT_TEXT : SENT_ERR));
    if (read)
        buf_put(&out, buf_str(&made));
    else
        buf_format(&out, "%c%s\n%s", 'a' + (int)err.kind, err.text, err.id);
    (void)!file_put(fd, buf_str(&out)); /* or nobody listens any more */
    _exit(buf_ok(&out) && buf_ok(&made) ? 0 : 1);
}

/* ---- the parent -------------------------------------------------------- */

/* Everything until the pipe closes; false when time or room ran out. */
static bool listen_to(int fd, Buf *out)
{
    char part[64 << 10];
    int64_t ends = clock_monotonic_ns() + SECONDS_MOST * INT64_C(1000000000);
    for (;;) {
        struct pollfd watch = {.fd = fd, .events = POLLIN};
        int64_t left = (ends - clock_monotonic_ns()) / 1000000;
        if (left <= 0 || out->len > TEXT_MOST) return false;
        if (poll(&watch, 1, (int)left) < 0 && errno != EINTR) return false;
        if (watch.revents == 0) continue;
        ssize_t got = read(fd, part, sizeof part);
        if (got == 0) return buf_ok(out);
        if (got < 0 && errno != EINTR) return false;
        if (got > 0) buf_put(out, (Str){part, (size_t)got});
    }
}

/* The child has ended or is ended; true if it ended well. */
static bool reap(pid_t child, bool kill_it)
{
    int status = 0;
    if (kill_it) (void)kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool understand(Str said, Str *csv, Err *err)
{
    if (said.len >= 1 && said.ptr[0] == SENT_TEXT) {
        *csv = str_slice(said, 1, said.len);
        return true;
    }
    int kind = said.len >= 2 ? said.ptr[1] - 'a' : ERR_IO;
    if (kind <= ERR_NONE || kind > ERR_IO) kind = ERR_IO;
    Str both = str_slice(said, 2, said.len);
    Str text = {0};
    (void)str_next(&both, '\n', &text);
    (void)FAIL(err, (ErrKind)kind, "%.*s", STR_ARG(text));
    return err_id(err, "%.*s", STR_ARG(both));
}

static bool no_child(Err *err)
{
    (void)FAIL(err, ERR_IO, "the process that opens files cannot start");
    return err_id(err, "proses yang membuka berkas tidak dapat dimulai");
}

static bool too_much(const Task *task, Err *err)
{
    (void)FAIL(err, ERR_LIMIT,
               "%s cannot be opened within %d seconds and %d MB; %s",
               task->what[LANG_EN], SECONDS_MOST, MEMORY_MOST >> 20,
               task->instead[LANG_EN]);
    return err_id(err, "%s tidak dapat dibuka dalam %d detik dan %d MB; %s",
                  task->what[LANG_ID], SECONDS_MOST, MEMORY_MOST >> 20,
                  task->instead[LANG_ID]);
}

static bool run(Arena *arena, const Task *task, Str in, Str *out, Err *err)
{
    int ends[2];
    Buf said = buf_in(arena);
    if (pipe(ends) != 0) return no_child(err);
    pid_t child = fork();
    if (child == 0) {
        (void)close(ends[0]);
        serve(arena, task, in, ends[1]);
    }
    (void)close(ends[1]);
    bool heard = child > 0 && listen_to(ends[0], &said);
    (void)close(ends[0]);
    if (child < 0) return no_child(err);
    if (!reap(child, !heard) || !heard) return too_much(task, err);
    return understand(buf_str(&said), out, err);
}

bool confine_sheet(Arena *arena, Str xlsx, Str *csv, Err *err)
{
    return run(arena, &sheet, xlsx, csv, err);
}

/* Whatever the child says: one of our endings, and no more than was given. */
static bool take_file(Str said, Str given, CleanFile *out)
{
    static const char *const endings[] = {"jpg", "png", "pdf"};
    for (size_t i = 0; i < COUNT(endings); i++) {
        Str ending = str_of(endings[i]);
        if (!str_starts(said, ending)) continue;
        *out = (CleanFile){endings[i], str_slice(said, ending.len, said.len)};
        return out->bytes.len > 0 && out->bytes.len <= given.len;
    }
    return false;
}

bool confine_file(Arena *arena, Str bytes, CleanFile *out, Err *err)
{
    Str said = {0};
    if (!run(arena, &file, bytes, &said, err)) return false;
    return take_file(said, bytes, out) || too_much(&file, err);
}
