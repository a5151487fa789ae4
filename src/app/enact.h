/* SPDX-License-Identifier: Apache-2.0 */
/*
 * enact.h - use case: a letter comes into the law by two persons.
 *
 * One proposes its text (SIGN usul, with the text as a document "usulan"),
 * another puts it into force (SIGN berlaku): only then is it a file of the
 * government, from that day on.  Each time the letter is checked among the
 * others as they are: faults and examples that fail refuse it.
 */
#pragma once

#include "app/record.h"

#define ENACT_DRAFT_KIND STR("usulan")

typedef struct {
    FactId id;
    Str actor;
    Channel channel;
    Str name; /* "letters/800-0437.edaran", or decisions/... */
    Str body;
} EnactProposal;

/*
 * enact_propose - ERR_DENIED: the actor may not; ERR_INPUT: the name is none
 * of a letter, or the first fault of the letter, in both languages.
 */
MUST_USE bool enact_propose(Arena *arena, const RecordWorld *world,
                            const EnactProposal *proposal, Receipt *out,
                            Err *err);

typedef struct {
    FactId id, proposal;
    Str actor;
    Channel channel;
} EnactSigning;

/*
 * enact_letter - ERR_DENIED also when the same person proposed it; ERR_ABSENT:
 * there is no such proposal; ERR_STALE: it is in force already.
 */
MUST_USE bool enact_letter(Arena *arena, const RecordWorld *world,
                           const EnactSigning *signing, Receipt *out, Err *err);
