/* SPDX-License-Identifier: Apache-2.0 */
#include "app/enact.h"

#include "app/record_part.h"
#include "circular/parse.h"

enum { LETTER_MOST = 1 << 20 };

/* ---- the letter ---------------------------------------------------------- */

static bool first_fault(const Diags *diags, Err *err)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        if (diag->level != DIAG_ERROR) continue;
        (void)FAIL(err, ERR_INPUT, "%s: %.*s", diag->id,
                   STR_ARG(diag->said[LANG_EN]));
        return err_id(err, "%s: %.*s", diag->id, STR_ARG(diag->said[LANG_ID]));
    }
    return record_refuse(err, "surat ini belum dapat diberlakukan",
                         "this letter cannot be enacted yet");
}

/* Among the other letters, with its own examples. */
static bool holds_among(Office *office, const Letter *tree, Err *err)
{
    Corpus *corpus = NEW(office->arena, Corpus, 1);
    CorpusFrom from = office_from(office);
    if (!office_law(office, DATE_NEVER, corpus, err))
        return first_fault(&office->diags, err);
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (corpus->letters[i].tree != tree) continue;
        check_letter(office->arena, corpus, i, &office->diags);
        check_examples(office->arena, &from, corpus, i, &office->diags);
    }
    return office->diags.errors == 0 || first_fault(&office->diags, err);
}

static bool letter_is_sound(Arena *arena, const RecordWorld *world, Str name,
                            Str body, Err *err)
{
    Office office = *world->office;
    Source *source = NEW(arena, Source, 1);
    Letter *tree = NEW(arena, Letter, 1);
    *source = (Source){name, body};
    office.arena = arena;
    office.diags = diags_in(arena);
    office.letters = NEW(arena, CorpusInput, office.letter_count + 1);
    for (size_t i = 0; i < office.letter_count; i++)
        office.letters[i] = world->office->letters[i];
    if (!letter_parse(arena, source, tree, &office.diags))
        return first_fault(&office.diags, err);
    office_put_letter(&office, (CorpusInput){.tree = tree,
                                             .source = source,
                                             .decision = str_starts(
                                                 name, STR("decisions/"))});
    return holds_among(&office, tree, err);
}

/* "letters/x.edaran": one folder, one name, no way out. */
static bool name_fits(Str name, Err *err)
{
    size_t slash = str_find(name, STR("/"), 0);
    Str folder = str_slice(name, 0, slash);
    Str file =
        slash == SIZE_MAX ? STR("") : str_slice(name, slash + 1, name.len);
    bool placed =
        str_is(folder, STR("letters")) || str_is(folder, STR("decisions"));
    bool named = file.len > sizeof ".edaran" - 1 && file.len < 200 &&
                 file.ptr[0] != '.' && str_ends(file, STR(".edaran")) &&
                 str_find(file, STR("/"), 0) == SIZE_MAX;
    if (placed && named) return true;
    return record_refuse(err, "hal: beri nama seperti letters/800-0437.edaran",
                         "hal: give a name such as letters/800-0437.edaran");
}

/* ---- signing ------------------------------------------------------------- */

static Fact sign_of(const RecordWorld *world, FactId id, Str actor, Str name,
                    const char *word)
{
    Fact fact = fact_blank(FACT_SIGN);
    fact.id = id;
    fact.actor = actor;
    fact.zone = world->office->government.zone;
    fact.day = world->today;
    fact.thing = name;
    fact.word = str_of(word);
    return fact;
}

static bool may_sign(const RecordWorld *world, Str actor, Err *err)
{
    AccessWorld who = {&world->office->r, &world->office->government};
    AccessAsked asked = {.actor = actor,
                         .use = ACCESS_ENACT,
                         .person = NO_PERSON,
                         .unit = NO_UNIT,
                         .day = world->today};
    return access_allows(&who, &asked, err);
}

bool enact_propose(Arena *arena, const RecordWorld *world,
                   const EnactProposal *proposal, Receipt *out, Err *err)
{
    Fact fact =
        sign_of(world, proposal->id, proposal->actor, proposal->name, "usul");
    DocumentPut draft = {ENACT_DRAFT_KIND, proposal->name, world->today,
                         proposal->body};
    Intent intent = {.government = world->office->government.code,
                     .facts = &fact,
                     .fact_count = 1,
                     .documents = &draft,
                     .document_count = 1};
    fact.channel = proposal->channel;
    if (proposal->body.len == 0 || proposal->body.len > LETTER_MOST)
        return record_refuse(err, "isi surat kosong atau lebih dari 1 MB",
                             "the letter is empty or larger than 1 MB");
    return may_sign(world, proposal->actor, err) &&
           name_fits(proposal->name, err) &&
           letter_is_sound(arena, world, proposal->name, proposal->body, err) &&
           store_write(world->store, &intent, out, err);
}

typedef struct {
    Arena *arena;
    const RecordWorld *world;
    const EnactSigning *signing;
    Fact proposal;
    Document draft;
} Enacting;

static bool find_proposal(Enacting *e, Err *err)
{
    bool found = false;
    if (!store_fact(e->world->store, e->arena,
                    e->world->office->government.code, e->signing->proposal,
                    &e->proposal, &found, err))
        return false;
    if (found && e->proposal.kind == FACT_SIGN &&
        str_is(e->proposal.word, STR("usul")) &&
        !str_is(e->proposal.thing, STR("koreksi")))
        return true;
    (void)FAIL(err, ERR_ABSENT, "there is no such proposal of a letter");
    return err_id(err, "usulan surat itu tidak ada");
}

static bool is_another(const Enacting *e, Err *err)
{
    if (!str_is(e->proposal.actor, e->signing->actor)) return true;
    (void)FAIL(err, ERR_DENIED,
               "a letter is enacted by two persons; ask another who may sign");
    return err_id(err,
                  "surat diberlakukan oleh dua orang; minta orang lain yang "
                  "berwenang menandatangani");
}

/* The newest draft of the name must be the one that was proposed. */
static bool find_draft(Enacting *e, Err *err)
{
    bool found = false;
    if (!store_document(e->world->store, e->arena,
                        e->world->office->government.code, ENACT_DRAFT_KIND,
                        e->proposal.thing, DATE_NEVER, &e->draft, &found, err))
        return false;
    if (found && fact_id_is(e->draft.by, e->proposal.id)) return true;
    (void)FAIL(err, ERR_STALE, "another text was proposed since; look at it");
    return err_id(err,
                  "usulan itu sudah diganti usulan lain; periksa yang baru");
}

static bool take_enacted(void *context, uint64_t number, const Fact *fact,
                         Err *err)
{
    const Enacting *e = context;
    (void)number;
    if (!fact_id_is(fact->about, e->signing->proposal) ||
        !str_is(fact->word, STR("berlaku")))
        return true;
    (void)FAIL(err, ERR_STALE, "that letter is in force already");
    return err_id(err, "surat itu sudah diberlakukan");
}

static bool still_open(Store *store, void *context, Err *err)
{
    Enacting *e = context;
    FactQuery query = {.government = e->world->office->government.code,
                       .days = WINDOW_ALL,
                       .kinds = UINT64_C(1) << FACT_SIGN};
    return find_draft(e, err) &&
           store_facts(store, e->arena, &query, take_enacted, e, err);
}

/* That the file was stored, as load says it. */
static Fact stored_fact(const Enacting *e, const Fact *sign)
{
    Fact fact = fact_blank(FACT_DOCUMENT);
    fact.id = sign->id;
    fact.id.bytes[15] ^= 1;
    fact.channel = sign->channel;
    fact.zone = sign->zone;
    fact.actor = sign->actor;
    fact.day = sign->day;
    fact.thing = sign->thing;
    fact.text = DATA_FILE_KIND;
    fact.evidence = data_digest(e->arena, e->draft.body);
    return fact;
}

bool enact_letter(Arena *arena, const RecordWorld *world,
                  const EnactSigning *signing, Receipt *out, Err *err)
{
    Enacting e = {.arena = arena, .world = world, .signing = signing};
    if (!may_sign(world, signing->actor, err) || !find_proposal(&e, err) ||
        !is_another(&e, err) || !find_draft(&e, err) ||
        !letter_is_sound(arena, world, e.proposal.thing, e.draft.body, err))
        return false;
    Fact facts[2];
    facts[0] = sign_of(world, signing->id, signing->actor, e.proposal.thing,
                       "berlaku");
    facts[0].channel = signing->channel;
    facts[0].about = signing->proposal;
    facts[1] = stored_fact(&e, &facts[0]);
    DocumentPut file = {DATA_FILE_KIND, e.proposal.thing, world->today,
                        e.draft.body};
    Intent intent = {.government = world->office->government.code,
                     .facts = facts,
                     .fact_count = COUNT(facts),
                     .documents = &file,
                     .document_count = 1,
                     .guard = still_open,
                     .context = &e};
    return store_write(world->store, &intent, out, err);
}
