/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ENTENTE_CCURL_H
#define ENTENTE_CCURL_H

/* Its macros check the types of variadic arguments, which only a C compiler can use. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/*
 * curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call. These have one type each.
 */

static inline CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

/* For CURLOPT_HEADERFUNCTION and CURLOPT_WRITEFUNCTION. */
static inline CURLcode ccurl_set_receiver(
    CURL *handle, CURLoption option, size_t (*receiver)(char *bytes, size_t size, size_t count, void *context)) {
    return curl_easy_setopt(handle, option, receiver);
}

static inline CURLcode ccurl_set_progress(
    CURL *handle,
    int (*progress)(void *context, curl_off_t total, curl_off_t now, curl_off_t sending, curl_off_t sent)) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, progress);
}

/*
 * The callback sees the address that a connection really goes to, after the name was looked up, and returns whether
 * it may be made.
 */
struct ccurl_guard {
    void *context;
    int (*allows)(void *context, const struct sockaddr *address);
};

static inline curl_socket_t ccurl_open_socket(void *guard, curlsocktype purpose, struct curl_sockaddr *address) {
    const struct ccurl_guard *checks = (const struct ccurl_guard *)guard;
    if (purpose != CURLSOCKTYPE_IPCXN || !checks->allows(checks->context, &address->addr)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* `guard` must live as long as the handle. */
static inline CURLcode ccurl_set_guard(CURL *handle, struct ccurl_guard *guard) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, guard);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, ccurl_open_socket) : code;
}

static inline long ccurl_number(CURL *handle, CURLINFO info) {
    long value = 0;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

static inline curl_off_t ccurl_size(CURL *handle, CURLINFO info) {
    curl_off_t value = 0;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

#endif
