/* SPDX-License-Identifier: Apache-2.0 */
#include "http/request.h"

#include "http/forms.h"
#include "http/multipart.h"
#include "http/parameter.h"
#include "http/peer.h"
#include "http/token.h"

#include <string.h>

static Str lower_copy(Arena *arena, Str text)
{
    char *copy = NEW(arena, char, text.len);
    if (text.len > 0) memcpy(copy, text.ptr, text.len);
    token_lower(copy, text.len);
    return (Str){copy, text.len};
}

/* The last address of the last X-Forwarded-For; empty if it is none. */
static Str forwarded_for(const HttpPairs *headers)
{
    Str last = STR("");
    Str list = STR("");
    for (size_t i = 0; i < headers->count; i++) {
        if (str_is(headers->at[i].name, STR("x-forwarded-for")))
            list = headers->at[i].value;
    }
    while (token_next(&list, ',', &last)) {
    }
    return peer_is_address(last) ? last : STR("");
}

bool request_is_secure(const HttpPairs *headers, bool proxied)
{
    Str proto = http_first(headers, STR("x-forwarded-proto"));
    return proxied && str_is(proto, STR("https"));
}

Refusal request_of_head(Arena *arena, const Head *head, Str peer, bool proxied,
                        HttpRequest *out)
{
    *out = (HttpRequest){.arena = arena, .method = head->method};
    out->path = head->path;
    out->target = head->target;
    out->headers = head->headers;
    out->query = head->query;
    out->peer = proxied ? forwarded_for(&head->headers) : peer;
    out->secure = request_is_secure(&head->headers, proxied);
    Str type = http_first(&head->headers, STR("content-type"));
    out->type = lower_copy(arena, parameter_word(type));
    return forms_cookies(arena, &head->headers, &out->cookies);
}

static Refusal take_multipart(HttpRequest *request, Str body)
{
    MultipartForm form = {0};
    Str type = http_first(&request->headers, STR("content-type"));
    Refusal why = multipart_read(request->arena, type, body, &form);
    if (why != REFUSAL_NONE) return why;
    request->form = form.fields;
    request->files = form.files;
    request->file_count = form.file_count;
    return REFUSAL_NONE;
}

Refusal request_take_body(HttpRequest *request, Str body)
{
    if (str_is(request->type, STR("application/x-www-form-urlencoded")))
        return forms_fields(request->arena, body, &request->form);
    if (str_is(request->type, STR("multipart/form-data")))
        return take_multipart(request, body);
    request->body = body;
    return REFUSAL_NONE;
}
