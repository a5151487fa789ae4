/* SPDX-License-Identifier: Apache-2.0 */
#include "store/commit.h"

#include <string.h>

struct CommitToken {
    const Db *done; /* where it was done */
};

bool commit_finish(Db *db, Arena *tmp, const CommitToken **out, Err *err)
{
    if (!db->backend->commit(db, err)) return false;
    CommitToken *token = NEW(tmp, CommitToken, 1);
    token->done = db;
    *out = token;
    return true;
}

Receipt commit_receipt(const CommitToken *token, const Entry *entry)
{
    CHECK(token != NULL && token->done != NULL);
    Receipt receipt = {.id = entry->id,
                       .number = entry->number,
                       .received = entry->received,
                       .again = entry->again};
    memcpy(receipt.seal, entry->commitment.bytes, sizeof receipt.seal);
    return receipt;
}
