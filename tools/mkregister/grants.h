/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grants.h - who was given a task that no post brings.
 *
 * A clerk for each agency, two of the organisation office, one administrator,
 * three analysts of the personnel board: staff without a post, who are neither
 * absent nor marked nor leaving in the period; nobody twice.  And the device at
 * the door of the civil registry, which its people share.
 */
#pragma once

#include "model.h"

void grants_add(Model *m);
