/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"
#include "scenario.h"

enum { FILE_MOST = 1 << 20, GOES_ON = 6 /* blanks before a line that does */ };

/* ---- a line -------------------------------------------------------------- */

static const struct {
    const char *begins;
    SaidKind kind;
} kinds[] = {
    {"Fakta:",      SAID_NOTHING },
    {"Hari ",       SAID_DAY     },
    {"Jam ",        SAID_HOUR    },
    {"Surat ",      SAID_LETTER  },
    {"|",           SAID_TEXT    },
    {"Pegawai ",    SAID_PERSON  },
    {"Tanda ",      SAID_MARK    },
    {"Menunggu: ",  SAID_WAITING },
    {"Pada ",       SAID_JUDGING },
    {"Unit ",       SAID_EXPECTED},
    {"Pemeriksa:",  SAID_EXPECTED},
    {"Bawahan ",    SAID_EXPECTED},
    {"Perangkat ",  SAID_EXPECTED},
    {"Pemerintah,", SAID_EXPECTED},
    {"Rekap ",      SAID_EXPECTED},
    {"Masa ",       SAID_EXPECTED},
    {"E-kinerja ",  SAID_EXPECTED},
};

/* "A: " or "A, " */
static bool begins_with_label(Str text)
{
    char label = 0;
    return scenario_take_label(&text, &label) &&
           (scenario_take(&text, ": ") || scenario_take(&text, ", "));
}

/* "12. " */
static bool begins_with_number(Str text)
{
    int32_t number = 0;
    return scenario_take_number(&text, &number) && scenario_take(&text, ". ");
}

static SaidKind kind_of(Str text)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_starts(text, str_of(kinds[i].begins))) return kinds[i].kind;
    }
    if (begins_with_label(text)) return SAID_EXPECTED;
    return begins_with_number(text) ? SAID_FACT : SAID_UNREADABLE;
}

/* ---- a file -------------------------------------------------------------- */

static size_t indent_of(Str line)
{
    size_t blanks = 0;
    while (blanks < line.len && line.ptr[blanks] == ' ') {
        blanks++;
    }
    return blanks;
}

/* "Pemerintah kotim" and "Naskah X" stand before the first scenario. */
static bool take_head(Arena *arena, ScenarioFile *file, Str text)
{
    if (scenario_take(&text, "Pemerintah "))
        file->government =
            str_c(arena, str_format(arena, "examples/%.*s", STR_ARG(text)));
    else if (scenario_take(&text, "Naskah "))
        file->letter = text;
    else
        return false;
    return true;
}

static void join(Arena *arena, Said *said, Str more)
{
    said->text = str_format(arena, "%.*s %.*s", STR_ARG(said->text),
                            STR_ARG(str_trim(more)));
}

static void take_said(Arena *arena, Scenario *scenario, int number, Str line)
{
    Str text = str_trim(line);
    Said *last = scenario->said.count == 0
                     ? NULL
                     : &scenario->said.at[scenario->said.count - 1];
    if (last != NULL && indent_of(line) >= GOES_ON && text.ptr[0] != '|') {
        join(arena, last, text);
        return;
    }
    Said said = {number, kind_of(text), text};
    VEC_PUSH(arena, &scenario->said, said);
}

static void take_line(Arena *arena, ScenarioFile *file, int number, Str line)
{
    Str text = str_trim(line);
    if (scenario_take(&text, "Skenario: ")) {
        Scenario scenario = {.line = number, .title = text};
        VEC_PUSH(arena, &file->scenarios, scenario);
        return;
    }
    if (file->scenarios.count > 0) {
        take_said(arena, &file->scenarios.at[file->scenarios.count - 1], number,
                  line);
        return;
    }
    if (!take_head(arena, file, text))
        file->fault = str_format(arena, "%s:%d: '%.*s' before any scenario",
                                 file->path, number, STR_ARG(text));
}

ScenarioFile scenario_read_text(Arena *arena, const char *path, Str text)
{
    ScenarioFile file = {.path = path};
    Str line = {"", 0};
    int number = 0;
    while (str_next(&text, '\n', &line)) {
        number++;
        Str trimmed = str_trim(line);
        if (trimmed.len == 0 || str_starts(trimmed, STR("--"))) continue;
        take_line(arena, &file, number, line);
    }
    if (file.government == NULL || file.letter.len == 0)
        file.fault = STR("Pemerintah and Naskah must stand at the head");
    return file;
}

ScenarioFile scenario_read(Arena *arena, const char *path)
{
    Str text = {"", 0};
    Err err = {0};
    if (file_read(arena, path, FILE_MOST, &text, &err))
        return scenario_read_text(arena, path, text);
    return (ScenarioFile){
        .path = path,
        .fault = str_copy(arena, str_of(err.text)),
    };
}

/* Where the last brackets of the title open, or its length. */
static size_t brackets_of(Str title)
{
    size_t open = title.len;
    while (open > 0 && title.ptr[open - 1] != '(') {
        open--;
    }
    return open == 0 ? title.len : open;
}

bool scenario_names(const Scenario *scenario, Str id)
{
    Str title = scenario->title;
    Str rest = str_slice(title, brackets_of(title), title.len - 1);
    Str piece = {"", 0};
    while (str_next(&rest, ',', &piece)) {
        if (str_is(str_trim(piece), id)) return true;
    }
    return false;
}
