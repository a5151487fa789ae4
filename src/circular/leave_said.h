/* SPDX-License-Identifier: Apache-2.0 */
/*
 * leave_said.h - what a sentence says of leave.
 *
 *     Cuti ditunda, kecuali untuk keperluan mendesak.
 *     Pegawai dilarang mengambil cuti.
 *
 * It speaks of leave that somebody may choose the days of; illness, birth and
 * study are let be.
 */
#pragma once

#include "circular/tree.h"

typedef enum {
    LEAVE_FREE,     /* it restricts none */
    LEAVE_FOR_NEED, /* only with a reason: urgent, or by permission */
    LEAVE_REFUSED   /* none at all */
} LeaveSaid;

LeaveSaid leave_said(const Sentence *s);
