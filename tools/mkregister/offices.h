/* SPDX-License-Identifier: Apache-2.0 */
/*
 * offices.h - the root, the regional secretariat, the agencies, their UPTD.
 */
#pragma once

#include "model.h"

void offices_build(Model *m);

/* A unit headed by a post of its own, as most are. */
typedef struct {
    UnitType type;
    const char *word;    /* "Bidang": before the name, and in "Kepala ..." */
    const char *echelon; /* of its head */
    Role role;
} NodeKind;

/* Add "<word> <name>", or "<word>" alone, under `parent`, of the parent's part,
 * jobs and service, and its head's post. */
uint32_t offices_node(Model *m, uint32_t parent, const NodeKind *kind,
                      Str name);
