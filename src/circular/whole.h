/* SPDX-License-Identifier: Apache-2.0 */
/*
 * whole.h - has a node what its kind cannot be without?
 *
 * The reader makes whole nodes only, and the printer counts on it; a tree from
 * elsewhere is asked.  What a whole node may say, the gates of the text tell.
 */
#pragma once

#include "circular/shape.h"

/* The name in JSON of a member that the node lacks, or NULL.  The nodes inside
 * were asked before. */
const char *whole_lacks(ShapeId id, const void *node);
