/* SPDX-License-Identifier: Apache-2.0 */
#include "api/plan.h"
#include "app/public_counters.h"

static const char *kind_word(UnitRuleKind kind)
{
    switch (kind) {
    case UNIT_RULE_CAP: return "batas";
    case UNIT_RULE_PLACE: return "tempat";
    case UNIT_RULE_COUNTERS: return "loket";
    }
    return "batas";
}

/* Without a plan nothing is kept. */
static const char *state_word(const UnitRule *rule, bool planned)
{
    if (rule->bad != 0) return "dilanggar";
    return planned ? "ditepati" : "belum ada jadwal";
}

static void put_clause(Json *json, const Visit *v, const UnitRule *rule)
{
    bool cited = rule->kind != UNIT_RULE_COUNTERS;
    api_clause(json, "dasar", v, cited ? rule->clause : NO_CLAUSE);
    api_word(json, "kalimat",
             cited ? public_clause(v->arena, v->view, rule->clause, v->lang)
                   : STR(""));
}

static void put_rule(Json *json, const Visit *v, const UnitMonth *month,
                     const UnitRule *rule)
{
    json_open(json, NULL, '{');
    json_text(json, "jenis", str_of(kind_word(rule->kind)));
    put_clause(json, v, rule);
    json_text(json, "keadaan",
              str_of(state_word(rule, unit_month_is_planned(month))));
    json_number(json, "hari", rule->days);
    json_number(json, "pegawai", rule->people);
    api_plan_put_days(json, "hari_dilanggar", month, rule->bad);
    api_plan_put_days(json, "hari_dilanggar_konsep", month, rule->worse);
    json_close(json);
}

static void put_fairness(Json *json, const UnitFairness *f)
{
    json_open(json, "keadilan", '{');
    json_number(json, "pegawai", f->people);
    json_number(json, "paling_sedikit", f->least);
    json_number(json, "paling_banyak", f->most);
    json_number(json, "tengah", f->middle);
    json_number(json, "dalam_satu_hari", f->within);
    json_close(json);
}

void api_plan_put_rules(Json *json, const Visit *v, const UnitMonth *month)
{
    put_fairness(json, &month->fairness);
    json_open(json, "aturan", '[');
    for (uint32_t i = 0; i < month->rule_count; i++)
        put_rule(json, v, month, &month->rules[i]);
    json_close(json);
}
