/*
 * grants.h - who was given a task that no post brings.
 *
 * A clerk for each agency, two of the organisation office, one administrator:
 * staff without a post, who are neither absent nor marked nor leaving in the
 * period; nobody twice.
 */
#pragma once

#include "model.h"

void grants_add(Model *m);
