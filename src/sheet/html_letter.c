/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/html_letter.h"

#include "register/placement.h"

Html html_letter_class(char letter)
{
    switch (letter) {
    case PLACED_OFFICE: return HTML("k");
    case PLACED_HOME: return HTML("r");
    case PLACED_FIELD: return HTML("l");
    case PLACED_LEAVE: return HTML("c");
    case PLACED_TRIP: return HTML("d");
    case PLACED_CLOSED: return HTML("x");
    case PLACED_USUAL: return HTML("b");
    default: return HTML("n");
    }
}

void html_letter_capital(HtmlPage *page, Str text)
{
    static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char first = '\0';
    if (text.len > 0) first = text.ptr[0];
    if (first >= 'a' && first <= 'z') {
        html_text(page, (Str){capitals + (first - 'a'), 1});
        text = str_slice(text, 1, text.len);
    }
    html_text(page, text);
}
