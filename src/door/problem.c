/* SPDX-License-Identifier: Apache-2.0 */
#include "door/problem.h"

#include "base/json.h"
#include "door/door.h"
#include "http/answer.h"

/* Its words are for who looks after the machine: paths, what SQLite says. */
static bool is_inward(const Err *err)
{
    return err->kind == ERR_IO || err->kind == ERR_FULL;
}

static Str inward_said(ErrKind kind, Lang lang)
{
    if (kind == ERR_FULL)
        return lang == LANG_ID ? STR("tidak ada ruang lagi untuk menyimpan; "
                                     "yang baru dikirim belum tersimpan")
                               : STR("no room is left to store it; what was "
                                     "just sent is not stored");
    return lang == LANG_ID
               ? STR("server gagal membaca atau menyimpan; anggap yang baru "
                     "dikirim belum tersimpan")
               : STR("the server could not read or store; take what was just "
                     "sent as not stored");
}

void problem_cause(Visit *v, const Err *err)
{
    if (!is_inward(err)) return;
    v->answer->cause =
        str_format(v->arena, "%s (%s:%d)", err->text,
                   err->file != NULL ? err->file : "?", err->line);
}

Str problem_said(const Err *err, Lang lang)
{
    if (is_inward(err)) return inward_said(err->kind, lang);
    bool indonesian = lang == LANG_ID && err->id[0] != '\0';
    return str_of(indonesian ? err->id : err->text);
}

/* By its number the line of the log is found. */
static Str with_number(const Visit *v, Str text)
{
    return str_format(v->arena,
                      v->lang == LANG_ID
                          ? "%.*s. Coba lagi nanti; bila tetap begini, "
                            "sebutkan permintaan nomor %llu kepada pengelola"
                          : "%.*s. Try again later; if it stays so, tell the "
                            "administrator of request number %llu",
                      STR_ARG(text), (unsigned long long)v->request->number);
}

Str problem_said_to(const Visit *v, const Err *err)
{
    Str text = problem_said(err, v->lang);
    if (is_inward(err)) return with_number(v, text);
    Str code = str_slice(v->actor, 0, 60);
    bool named = err->kind == ERR_DENIED && code.len > 0 &&
                 str_starts(text, code) && text.len > code.len &&
                 text.ptr[code.len] == ' ';
    if (!named) return text;
    return str_format(v->arena, "%s%.*s", v->lang == LANG_ID ? "Anda" : "You",
                      STR_ARG(str_slice(text, code.len, text.len)));
}

/* ---- fields ---------------------------------------------------------------
 */

static const char *const fault_words[][2] = {
    [FIELD_FINE] = {"baik",                               "fine"                    },
    [FIELD_MISSING] = {"wajib diisi",                        "must be filled in"       },
    [FIELD_LONG] = {"terlalu panjang atau terlalu besar",
                    "too long or too large"                                         },
    [FIELD_MALFORMED] = {"bentuknya tidak dikenal",            "is not well formed"      },
    [FIELD_UNKNOWN] = {"isian ini tidak dikenal",            "is no field of this form"},
};

/* What would be right, by the kind. */
static const char *const right_words[][2] = {
    [FIELD_LINE] = {"satu baris tanpa tanda kendali", "one line of plain text"    },
    [FIELD_TEXT] = {"teks biasa",                     "plain text"                },
    [FIELD_SECRET] = {"kata sandi",                     "a password"                },
    [FIELD_DATE] = {"tanggal, misalnya 2020-08-03",
                    "a date such as 2020-08-03"                                   },
    [FIELD_MONTH] = {"bulan, misalnya 2020-08",        "a month such as 2020-08"   },
    [FIELD_MINUTE] = {"jam, misalnya 07.30",            "a time such as 07:30"      },
    [FIELD_INSTANT] = {"saat dalam milidetik",           "an instant in milliseconds"},
    [FIELD_NUMBER] = {"bilangan dalam batasnya",        "a number within its limits"},
    [FIELD_CODE] = {"kode",                           "a code"                    },
    [FIELD_ID] = {"nomor catatan",                  "the id of a record"        },
    [FIELD_CHOICE] = {"salah satu pilihan",             "one of the choices"        },
    [FIELD_FLAG] = {"ya atau kosong",                 "yes or nothing"            },
    [FIELD_FILE] = {"berkas",                         "a file"                    },
};

Str problem_field_said(Arena *arena, const FieldFault *fault, Lang lang)
{
    const char *what = fault_words[fault->kind][lang];
    Str name = str_cut(fault->name, 60);
    if (fault->kind != FIELD_MALFORMED)
        return str_format(arena, "%.*s: %s", STR_ARG(name), what);
    return str_format(arena,
                      lang == LANG_ID ? "%.*s: %s; yang benar: %s"
                                      : "%.*s: %s; right would be %s",
                      STR_ARG(name), what,
                      right_words[fault->rule->kind][lang]);
}

/* ---- as data --------------------------------------------------------------
 */

static void put_faults(const Visit *v, Json *json)
{
    json_open(json, "errors", '[');
    for (size_t i = 0; i < v->fields.faults.count; i++) {
        const FieldFault *fault = &v->fields.faults.at[i];
        json_open(json, NULL, '{');
        json_text(json, "field", fault->name);
        json_text(json, "detail", problem_field_said(v->arena, fault, v->lang));
        json_close(json);
    }
    json_close(json);
}

static void as_data(Visit *v, const Err *err)
{
    Json json = json_in(&v->answer->body);
    json_open(&json, NULL, '{');
    json_text(&json, "type", STR("about:blank"));
    json_number(&json, "status", v->answer->status);
    json_text(&json, "title", http_status_words(v->answer->status));
    json_text(&json, "detail", problem_said(err, v->lang));
    json_text(&json, "instance",
              str_format(v->arena, "urn:tatakerja:permintaan:%llu",
                         (unsigned long long)v->request->number));
    for (size_t i = 0; i < v->beside.count; i++)
        json_text(&json, str_c(v->arena, v->beside.at[i].name),
                  v->beside.at[i].value);
    if (v->fields.faults.count > 0) put_faults(v, &json);
    json_close(&json);
    v->answer->type = STR("application/problem+json");
    CHECK(json_done(&json));
}

/* Of data when the route is, or when nothing else can be read: by the outbox
 * of a phone, by who asks below /api/. */
static bool wants_data(const Visit *v)
{
    if (http_has(&v->request->headers, STR("x-kotak"))) return true;
    if (v->route != NULL) return v->route->data;
    return str_starts(v->request->path, STR("/api/"));
}

/* What is only asked at hand is not said: a worker will ask again, and say it.
 */
static void answer(Visit *v, const Err *err)
{
    if (v->at_hand) return;
    v->answer->cache = STR("no-store");
    if (wants_data(v) || v->door->problem == NULL)
        as_data(v, err);
    else
        v->door->problem(v, err);
}

/* To people it is an old address, loaded again. */
void problem_method(Visit *v)
{
    Err err = {0};
    if (wants_data(v)) {
        (void)FAIL(&err, ERR_INPUT, "this address does not take that method");
        (void)err_id(&err, "alamat ini tidak menerima cara itu");
    } else {
        (void)FAIL(&err, ERR_INPUT,
                   "this address does not open by itself; go back and use the "
                   "button that leads here");
        (void)err_id(&err,
                     "alamat ini tidak dibuka langsung; kembali dan pakai "
                     "tombol yang menuju ke sini");
    }
    v->answer->status = 405;
    answer(v, &err);
}

void problem_type(Visit *v)
{
    bool data = v->route->data;
    Err err = {0};
    (void)FAIL(&err, ERR_INPUT, "send it as %s",
               data ? "application/json" : "a form");
    (void)err_id(&err, "kirim sebagai %s",
                 data ? "application/json" : "formulir");
    http_header(v->answer, STR("accept"),
                data ? STR("application/json")
                     : STR("application/x-www-form-urlencoded, "
                           "multipart/form-data"));
    v->answer->status = 415;
    answer(v, &err);
}

void problem_fields(Visit *v)
{
    Err err = {0};
    (void)FAIL(&err, ERR_INPUT, "some fields are not right");
    (void)err_id(&err, "ada isian yang belum benar");
    v->answer->status = 422;
    answer(v, &err);
}

void problem_unknown(Visit *v, const Err *why)
{
    http_header(v->answer, STR("www-authenticate"), STR("Bearer"));
    v->answer->status = 401;
    answer(v, why);
}

void problem_often(Visit *v, const Err *why)
{
    v->answer->status = 429;
    answer(v, why);
}

void visit_refuse(Visit *v, const Err *err)
{
    v->answer->status = err_http(err->kind);
    problem_cause(v, err);
    if (err->kind == ERR_BUSY)
        http_header(v->answer, STR("Retry-After"), STR("1"));
    answer(v, err);
}

void visit_refuse_with(Visit *v, ErrKind kind, const char *id, const char *en)
{
    Err err = {0};
    (void)FAIL(&err, kind, "%s", en);
    (void)err_id(&err, "%s", id);
    visit_refuse(v, &err);
}
