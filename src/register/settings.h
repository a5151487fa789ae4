/* SPDX-License-Identifier: Apache-2.0 */
/*
 * settings.h - government.conf, in UCL: who we are.
 */
#pragma once

#include "base/diag.h"
#include "register/register.h"

/* Faults (unknown key, missing zone, bad colour) go to diags. */
bool settings_read(Arena *arena, const Source *file, Government *out,
                   Diags *diags);
