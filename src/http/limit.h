/* SPDX-License-Identifier: Apache-2.0 */
/*
 * limit.h - the limits of limit.def, as LIMIT_HEAD and so on.
 */
#pragma once

enum {
#define X(name, most, what) LIMIT_##name = (most),
#include "http/limit.def"
#undef X
};
