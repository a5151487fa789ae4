/* SPDX-License-Identifier: Apache-2.0 */
/*
 * districts.h - kecamatan with their kelurahan; puskesmas and schools there.
 */
#pragma once

#include "model.h"

/* After offices_build: puskesmas are of Dinas Kesehatan, schools of Dinas
 * Pendidikan. */
void districts_build(Model *m);
