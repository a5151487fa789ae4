/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the pages say of units that are above their cap: never hidden, and
 * with its cause.  The example of Kotim has one recall into a full unit.
 */
#include "base/file.h"
#include "cli_run.h"
#include "harness.h"

static const struct {
    const char *page;
    const char *says;
} causes[] = {
    {"k.html",               "hari-unit di atas batas: panggilan 1, wajib hadir"},
    {"k.html",               "1 hari di atas batas: panggilan 1"                },
    {"k_files/bappeda.html", "1 dari 10 hari di atas batas: panggilan 1"        },
    {"k_files/korpri.html",  "10 dari 10 hari di atas batas: wajib hadir 10"    },
    {"k_files/setda.html",   "10 dari 10 hari</span>"                           },
};

FACT(pages_tell_who_is_above_a_cap_and_why)
{
    Ran ran = cli_run("roster --government examples/kotim -o @k.html");
    EXPECT_INT(ran.code, 0);
    EXPECT_HAS(ran.out, "Badan Perencanaan Pembangunan Daerah: paling banyak "
                        "1 orang sehari; hari menurut sebab: panggilan 1");
    for (size_t i = 0; i < COUNT(causes); i++) {
        ROW("%s", causes[i].page);
        EXPECT_HAS(cli_content(causes[i].page), causes[i].says);
    }
}
