/* SPDX-License-Identifier: Apache-2.0 */
#include "door/saying.h"

#include "door/door.h"
#include "http/answer.h"

/* As long as a worker is patient with the scribe, which the refusal says. */
enum { PATIENCE_MS = 10000 };

void saying_handle(Visit *v)
{
    Recorded recorded;
    Fact fact = v->route->saying->fact(v);
    if (!visit_record(v, &fact, STR(""), &recorded)) return;
    v->route->saying->told(v, &recorded);
}

/* ---- without a thread -----------------------------------------------------
 */

static void wake(void *wait)
{
    http_wake(wait);
}

static bool give_up(void *kept)
{
    const Visit *v = kept;
    return live_withdraw(v->wait);
}

/* The world's word, which a worker could not better. */
static bool is_final(ErrKind kind)
{
    return kind == ERR_BUSY || kind == ERR_FULL || kind == ERR_IO;
}

static bool resume(void *kept)
{
    Visit *v = kept;
    Err err = {0};
    Recorded recorded = {0};
    bool fine = live_end(v->wait, &recorded, &err);
    bool final = fine || is_final(err.kind);
    v->at_hand = false; /* what is said from here on is meant */
    if (fine)
        v->route->saying->told(v, &recorded);
    else if (final)
        visit_refuse(v, &err);
    visit_close(v);
    if (!final) answer_init(v->answer, v->arena);
    return final;
}

bool saying_begin(Visit *v, HttpWait *wait)
{
    Err ignored = {0};
    RecordTell tell = {wake, wait};
    Fact fact = v->route->saying->fact(v);
    wait->kept = v;
    wait->resume = resume;
    wait->give_up = give_up;
    wait->patience_ms =
        v->door->patience_ms > 0 ? v->door->patience_ms : PATIENCE_MS;
    if (live_begin(v->view, v->arena, &fact, &tell, &v->wait, &ignored))
        return true;
    wait->resume = NULL;
    return false;
}
