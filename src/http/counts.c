/* SPDX-License-Identifier: Apache-2.0 */
#include "http/counts.h"

static void add(atomic_uint_least64_t *count, uint64_t more)
{
    (void)atomic_fetch_add_explicit(count, more, memory_order_relaxed);
}

void counts_answered(Counts *counts, int status, size_t bytes, int64_t ns)
{
    CHECK(status >= 100 && status / 100 <= COUNTS_CLASSES);
    add(&counts->answers[status / 100 - 1], 1);
    add(&counts->bytes, bytes);
    add(&counts->microseconds, (uint64_t)(ns / 1000));
}

void counts_refused(Counts *counts, Refusal why)
{
    CHECK(why > REFUSAL_NONE && why < REFUSAL_COUNT);
    add(&counts->refused[why], 1);
}

static void put_row(Buf *out, const char *name, const char *kind, int64_t value)
{
    buf_format(out, "# TYPE tatakerja_http_%s %s\ntatakerja_http_%s %lld\n",
               name, kind, name, (long long)value);
}

static void put_answers(const Counts *counts, Buf *out)
{
    buf_c(out, "# TYPE tatakerja_http_answers_total counter\n");
    for (int i = 0; i < COUNTS_CLASSES; i++)
        buf_format(out, "tatakerja_http_answers_total{class=\"%dxx\"} %llu\n",
                   i + 1, (unsigned long long)counts->answers[i]);
}

static void put_refused(const Counts *counts, Buf *out)
{
    buf_c(out, "# TYPE tatakerja_http_refused_total counter\n");
    for (Refusal why = REFUSAL_NONE + 1; why < REFUSAL_COUNT; why++)
        buf_format(out, "tatakerja_http_refused_total{why=\"%.*s\"} %llu\n",
                   STR_ARG(refuse_name(why)),
                   (unsigned long long)counts->refused[why]);
}

void counts_write(const Counts *counts, Buf *out)
{
    uint64_t us = counts->microseconds;
    put_answers(counts, out);
    put_refused(counts, out);
    put_row(out, "sent_bytes_total", "counter", (int64_t)counts->bytes);
    buf_format(out,
               "# TYPE tatakerja_http_seconds_total counter\n"
               "tatakerja_http_seconds_total %llu.%06llu\n",
               (unsigned long long)(us / 1000000),
               (unsigned long long)(us % 1000000));
    put_row(out, "connections_total", "counter",
            (int64_t)counts->connections_ever);
    put_row(out, "connections_turned_away_total", "counter",
            (int64_t)counts->connections_turned_away);
    put_row(out, "connections", "gauge", counts->connections);
    put_row(out, "in_flight", "gauge", counts->in_flight);
    put_row(out, "body_bytes", "gauge", (int64_t)counts->body_bytes);
}
