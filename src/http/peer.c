/* SPDX-License-Identifier: Apache-2.0 */
#include "http/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

Str peer_text(const struct sockaddr_storage *address, char text[PEER_TEXT])
{
    const void *bytes = NULL;
    if (address->ss_family == AF_INET)
        bytes = &((const struct sockaddr_in *)address)->sin_addr;
    if (address->ss_family == AF_INET6)
        bytes = &((const struct sockaddr_in6 *)address)->sin6_addr;
    if (bytes == NULL ||
        inet_ntop(address->ss_family, bytes, text, PEER_TEXT) == NULL)
        return STR("");
    return str_of(text);
}

/* The family of the address, its bytes in `out`; AF_UNSPEC if it is none. */
static int read_address(Str text, unsigned char out[16])
{
    char copy[PEER_TEXT] = {0};
    if (text.len == 0 || text.len >= sizeof copy) return AF_UNSPEC;
    memcpy(copy, text.ptr, text.len);
    if (strlen(copy) != text.len) return AF_UNSPEC;
    if (inet_pton(AF_INET, copy, out) == 1) return AF_INET;
    return inet_pton(AF_INET6, copy, out) == 1 ? AF_INET6 : AF_UNSPEC;
}

bool peer_is_address(Str text)
{
    unsigned char bytes[16];
    return read_address(text, bytes) != AF_UNSPEC;
}

bool peer_is_loopback(Str text)
{
    static const unsigned char one[16] = {[15] = 1};
    unsigned char bytes[16];
    int family = read_address(text, bytes);
    if (family == AF_INET) return bytes[0] == 127;
    return family == AF_INET6 && memcmp(bytes, one, sizeof one) == 0;
}

/* Of four numbers: written by hand, for every request has a line in the log. */
static Str mask_last(Str peer, char text[PEER_TEXT])
{
    size_t len = peer.len;
    while (peer.ptr[len - 1] != '.')
        len--;
    memcpy(text, peer.ptr, len);
    memcpy(text + len, "0/24", sizeof "0/24");
    return (Str){text, len + 4};
}

Str peer_masked(Str peer, char text[PEER_TEXT])
{
    unsigned char bytes[16] = {0};
    int family = read_address(peer, bytes);
    if (family == AF_UNSPEC) return STR("");
    if (family == AF_INET) return mask_last(peer, text);
    memset(bytes + 6, 0, sizeof bytes - 6);
    CHECK(inet_ntop(family, bytes, text, PEER_TEXT) != NULL);
    memcpy(text + strlen(text), "/48", sizeof "/48");
    return str_of(text);
}
