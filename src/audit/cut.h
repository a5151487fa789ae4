/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cut.h - a cut that no flow can satisfy.
 */
#pragma once

#include "audit/network.h"

/*
 * cut_is_violated - the set X of a CLASH (certificate.h): more must enter than
 * may leave, or an arc with exactly one end in X has its least above its most.
 * ERR_INPUT otherwise.
 */
MUST_USE bool cut_is_violated(const Network *net, const Certificate *c,
                              Err *err);
