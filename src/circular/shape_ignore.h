/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shape_ignore.h - what of tree.def its reader does not ask for is nothing.
 *
 * Included again and again, each time before tree.def: hence no guard.
 */
#ifndef CHOICES
#define CHOICES(type, prefix)
#endif
#ifndef CHOICE
#define CHOICE(id)
#endif
#ifndef END_CHOICES
#define END_CHOICES
#endif
#ifndef NODE
#define NODE(type)
#endif
#ifndef END_NODE
#define END_NODE
#endif
#ifndef TEXT
#define TEXT(type, member)
#define TRUTH(type, member)
#define SPAN(type, member)
#define NUMBER(type, member, unsaid, least, most)
#define ONE_OF(type, member, of)
#define KIND(type, member, of)
#define DAY(type, member, unsaid)
#define DAY_SAID(type, member)
#define PART(type, member, of)
#define LINK(type, member, of)
#define ROW(type, member, number, of, few)
#define TEXTS(type, member, number)
#define BESIDE(type, member, number, of)
#define TRUTHS(type, member, number)
#define DAYS(type, member, number)
#define MANY_OF(type, member, number, of)
#define MINUTES_OF(type, member, number)
#define WORD(type, member)
#endif
