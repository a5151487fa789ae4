/*
 * load_part.h - between the rooms of load.
 *
 *   load_folder.c  the folder, read and checked
 *   load.c         what of it is new, written
 */
#pragma once

#include "app/load.h"

/* The first fact of the folder that publishes this document (a plan, its
 * certificate, a version), or that stores it with these bytes; or NULL. */
const Fact *load_said(const LoadFolder *from, Str kind, Str name, Str digest);

/* "arsip/KIND/NAME: ..."; false. */
bool load_refuse_archive(const Document *doc, const char *id, const char *en,
                         Err *err);
