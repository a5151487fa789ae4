/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_text.h - a published plan and its moves, in words.
 */
#pragma once

#include "app/follow_plan.h"
#include "cli/say.h"

/* What following brought, plan by plan; a clash with its ways out.  True when
 * no plan clashes. */
bool plan_text_followed(const Call *call, const Office *office,
                        const FollowedList *list, Buf *out);

/* A plan with all its versions: when, what came before it, how many days and
 * people; `facts` are those of the government. */
void plan_text_versions(const Call *call, const Office *office,
                        const Published *published, const DataFacts *facts,
                        Buf *out);

/* What one person has been told of: that it was published, and the moves that
 * concern them; how many. */
size_t plan_text_told(const Call *call, const Office *office,
                      const Published *published, const DataFacts *facts,
                      PersonId person, Buf *out);
