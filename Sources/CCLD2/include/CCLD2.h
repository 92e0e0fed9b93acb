/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CCLD2_H
#define CCLD2_H

#ifdef __cplusplus
extern "C" {
#endif

/* Room for the longest language code that CLD2 knows, with its closing NUL. */
#define CCLD2_CODE_LENGTH 16

/*
 * Guesses the main language of `length` bytes of UTF-8 text without mark-up.
 *
 * Writes its code, closed by NUL, into `code`: an empty one if the language cannot be told. Returns 1 if CLD2 calls
 * the guess reliable and 0 if not. Bytes that are not UTF-8 give an empty code. Keeps no memory and may be called
 * from several threads at once.
 */
int ccld2_guess(const char *text, int length, char code[CCLD2_CODE_LENGTH]);

#ifdef __cplusplus
}
#endif

#endif
