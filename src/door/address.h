/* SPDX-License-Identifier: Apache-2.0 */
/*
 * address.h - texts as parts of addresses.
 */
#pragma once

#include "base/buf.h"

/* A segment or a value, percent-encoded: only letters, digits and -._~ stay. */
Str address_part(Arena *arena, Str text);

/* A path of ours to go back to: begins with one "/", no "//" or "/\", no
 * scheme, printable ASCII.  What is none becomes "/". */
Str address_back(Str path);
