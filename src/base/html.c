/* SPDX-License-Identifier: Apache-2.0 */
#include "base/html.h"

#include "base/unseen.h"

HtmlPage html_page(Arena *arena)
{
    return (HtmlPage){buf_in(arena)};
}

void html_put(HtmlPage *page, Html part)
{
    buf_put(&page->buf, part.safe);
}

/* What stands for a byte, or an empty text when it stands for itself. */
static Str reference(unsigned char c)
{
    switch (c) {
    case '&': return STR("&amp;");
    case '<': return STR("&lt;");
    case '>': return STR("&gt;");
    case '"': return STR("&quot;");
    case '\'': return STR("&#39;");
    default: break;
    }
    bool control = (c < ' ' && c != '\t' && c != '\n') || c == 0x7f;
    return control ? STR("\xef\xbf\xbd") : STR("");
}

/* Bytes; what nobody sees stands apart, and is shown to be there. */
static void escape_seen(Buf *out, Str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        Str instead = reference((unsigned char)text.ptr[i]);
        if (instead.len == 0) continue;
        buf_put(out, str_slice(text, from, i));
        buf_put(out, instead);
        from = i + 1;
    }
    buf_put(out, str_slice(text, from, text.len));
}

static void escape(Buf *out, Str text)
{
    size_t at = 0;
    size_t width = unseen_find(text, &at);
    for (; width > 0; width = unseen_find(text, &at)) {
        escape_seen(out, str_slice(text, 0, at));
        buf_put(out, STR("\xef\xbf\xbd"));
        text = str_slice(text, at + width, text.len);
    }
    escape_seen(out, text);
}

void html_text(HtmlPage *page, Str text)
{
    escape(&page->buf, text);
}

void html_words(HtmlPage *page, const char *text)
{
    escape(&page->buf, str_of(text));
}

void html_number(HtmlPage *page, int64_t number)
{
    buf_number(&page->buf, number);
}

void html_tenths(HtmlPage *page, int64_t tenths)
{
    CHECK(tenths >= 0);
    buf_number(&page->buf, tenths / 10);
    if (tenths % 10 == 0) return;
    buf_char(&page->buf, '.');
    buf_number(&page->buf, tenths % 10);
}

bool html_done(const HtmlPage *page, Html *out)
{
    out->safe = buf_str(&page->buf);
    return buf_ok(&page->buf);
}

Html html_escaped(Arena *arena, Str text)
{
    Buf out = buf_in(arena);
    escape(&out, text);
    return (Html){buf_str(&out)};
}
