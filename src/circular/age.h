/* SPDX-License-Identifier: Apache-2.0 */
/*
 * age.h - whether a person is as old as a letter says ("berusia paling sedikit
 * 50 tahun").
 *
 * The age is in whole years, by the birth date in the NIP.  Who has no such
 * date may bear an age as a mark; a mark says the least that it can be: of
 * "berusia 60 tahun ke atas" whoever asks for 50 is given them too, and nobody
 * who asks for at most an age.
 */
#pragma once

#include "circular/tree.h"
#include "register/register.h"

bool age_fits(const Amount *asked, const Register *r, PersonId person, Date day,
              Date known);
