/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

#include <string.h>

/* How a finding is told: in whose text, with what would be right, and with
 * whose names. */

enum { NAMES_SHOWN = 5 };

/* What would be right, where the finding itself does not say. */
static const struct {
    const char *id, *advice[2];
} advices[] = {
    {"periksa-04",
     {"tulis nomornya di baris pertama bila sudah ada",
      "write the number in the first line once there is one"}                },
    {"periksa-05",
     {"tambahkan baris 'ditetapkan ...'", "add a line 'enacted ...'"}        },
    {"periksa-06",
     {"mulai pada hari kerja, atau biarkan bila memang demikian",
      "begin on a working day, or leave it if it is meant so"}               },
    {"periksa-07",
     {"samakan harinya, atau biarkan bila memang demikian",
      "make the days the same, or leave it if it is meant so"}               },
    {"periksa-09",
     {"ganti dengan tanggal dari sumbernya di status.csv",
      "put the dates of the source into status.csv"}                         },
    {"periksa-11",
     {"tambahkan 'sebagaimana terakhir diubah dengan surat edaran ...'",
      "add 'as last amended by circular ...'"}                               },
    {"periksa-12",
     {"periksa nama jabatan, peran atau tandanya, atau hapus kalimat ini",
      "look at the name of the post, role or mark, or drop this sentence"}   },
    {"periksa-16",
     {"naikkan batasnya, atau tambahkan 'tidak kurang dari yang wajib hadir'",
      "raise the bound, or add 'not fewer than those who must attend'"}      },
    {"periksa-20",
     {"betulkan contohnya, atau aturan yang disebut",
      "mend the example, or the rule that is named"}                         },
    {"periksa-21",
     {"pilih hari kerja, dan jabatan, jenis atau unit yang ada di register",
      "choose a working day, and a post, kind or unit that the register has"}},
    {"periksa-28",
     {"hapus dari salah satunya", "take them out of one of the two"}         },
};

Lint lint_of(Arena *arena, const Corpus *corpus, uint32_t letter, Diags *diags)
{
    const CorpusLetter *own = &corpus->letters[letter];
    return (Lint){
        .arena = arena,
        .c = corpus,
        .letter = letter,
        .tree = own->tree,
        .source = own->source,
        .diags = diags,
        .by = letter,
        .from = DATE_ALWAYS,
    };
}

static void say(Diags *diags, const Letter *tree, const Source *source,
                DiagLevel level, const char *id, Span span, const Str said[2])
{
    diag_quote(diags, tree->lang);
    diag_add(diags, level, id, source, span, said[LANG_ID], said[LANG_EN]);
    for (size_t i = 0; i < COUNT(advices); i++) {
        if (strcmp(advices[i].id, id) == 0)
            diag_advise(diags, str_of(advices[i].advice[LANG_ID]),
                        str_of(advices[i].advice[LANG_EN]));
    }
}

void lint_say(const Lint *l, DiagLevel level, const char *id, Span span,
              Str said_id, Str said_en)
{
    const Str said[] = {[LANG_ID] = said_id, [LANG_EN] = said_en};
    say(l->diags, l->tree, l->source, level, id, span, said);
}

void lint_say_by(const Lint *l, uint32_t letter, DiagLevel level,
                 const char *id, Span span, Str said_id, Str said_en)
{
    const CorpusLetter *by = &l->c->letters[letter];
    const Str said[] = {[LANG_ID] = said_id, [LANG_EN] = said_en};
    say(l->diags, by->tree, by->source, level, id, span, said);
}

void lint_say_of(const Lint *l, const Clause *clause, DiagLevel level,
                 const char *id, Str said_id, Str said_en)
{
    lint_say_by(l, clause->brought_by, level, id, clause->sentence->span,
                said_id, said_en);
}

NameList lint_names(const Lint *l)
{
    return (NameList){buf_in(l->arena), 0};
}

void lint_name(NameList *list, Str name)
{
    if (list->count < NAMES_SHOWN) {
        if (list->count > 0) buf_c(&list->names, ", ");
        buf_put(&list->names, name);
    } else if (list->count == NAMES_SHOWN) {
        buf_c(&list->names, ", ...");
    }
    list->count++;
}

static bool is_called_so_alone(const Register *r, UnitId unit)
{
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (u != unit.index &&
            str_folded_is(r->units[u].name, r->units[unit.index].name))
            return false;
    }
    return true;
}

void lint_unit(const Lint *l, NameList *list, UnitId unit)
{
    const Register *r = l->c->r;
    UnitId agency = r->agency_of[unit.index];
    Str name = r->units[unit.index].name;
    if (agency.index != NO_INDEX && agency.index != unit.index &&
        list->count < NAMES_SHOWN && !is_called_so_alone(r, unit))
        name = str_format(l->arena, "%.*s pada %.*s", STR_ARG(name),
                          STR_ARG(r->units[agency.index].name));
    lint_name(list, name);
}
