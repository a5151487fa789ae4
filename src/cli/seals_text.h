/* SPDX-License-Identifier: Apache-2.0 */
/*
 * seals_text.h - the warning that sealed texts do not open in some data.
 */
#pragma once

#include "app/data.h"
#include "cli/command.h"

/* A line for each government of whose sealed facts some do not open here,
 * naming the file of the key that is to be brought back. */
MUST_USE bool seals_text(const Call *call, Store *store, Buf *out, Err *err);
