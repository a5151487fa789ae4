/* SPDX-License-Identifier: Apache-2.0 */
#include "examples.h"

const Example examples[EXAMPLE_COUNT] = {
#include "examples.def"
};

const Example *example_find(Str code)
{
    for (size_t i = 0; i < COUNT(examples); i++)
        if (str_is(examples[i].code, code)) return &examples[i];
    return NULL;
}
