// SPDX-License-Identifier: Apache-2.0

// CLD2's header names FILE without including this.
#include <cstdio>

#include <cstring>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "CCLD2.h"

int ccld2_guess(const char *text, int length, char code[CCLD2_CODE_LENGTH]) {
    code[0] = '\0';
    // No hints: neither a language header, a domain, an encoding nor a language is known.
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3];
    int shares[3];
    double scores[3];
    int text_bytes = 0;
    bool reliable = false;
    int valid_prefix = 0;
    CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
        text, length, true, &hints, 0, languages, shares, scores, nullptr, &text_bytes, &reliable, &valid_prefix);
    if (valid_prefix < length || language == CLD2::UNKNOWN_LANGUAGE) return 0;
    std::strncpy(code, CLD2::LanguageCode(language), CCLD2_CODE_LENGTH - 1);
    code[CCLD2_CODE_LENGTH - 1] = '\0';
    return reliable ? 1 : 0;
}
