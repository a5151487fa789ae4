/* SPDX-License-Identifier: Apache-2.0 */
/*
 * about_walk.h - all about one person as sections of rows of cells: what the
 * forms of about.h are written from.
 */
#pragma once

#include "app/about.h"

typedef struct {
    const char *name;    /* as in the files, */
    const char *english; /* for reading */
    Str text;            /* never empty */
} AboutCell;

typedef struct {
    const char *name; /* "pegawai", "fakta" */
    const char *said[2];
    size_t rows;
} AboutSection;

/* Each section is begun, then its rows come, then it ends. */
typedef struct {
    void *context;
    void (*begin)(void *context, const AboutSection *section);
    void (*row)(void *context, const AboutCell *cells, size_t count);
    void (*end)(void *context);
} AboutVisitor;

/* Cells live until the visitor returns. */
void about_walk(const About *about, const AboutVisitor *visitor);
