# SPDX-License-Identifier: Apache-2.0
"""Names: the key they are compared by, and which of them can be trusted."""

import unicodedata

# Letters that have no decomposition; Sources/Gazetteer/NameFolding.swift holds the same table.
PLAIN_LETTERS = {
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l", "ŋ": "n", "ø": "o", "ŧ": "t",
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ǝ": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ʻ": "", "ʼ": "",
    "ʹ": "", "ʺ": "",
}

# Words of kind around a subdivision's proper name. They are taken off to get at the proper name.
KIND_PREFIXES = (
    "changwat ", "county of ", "departamento de ", "departement de ", "department of ", "governorate of ", "land ",
    "propinsi ", "province of ", "provincia de ", "provincia di ", "provinsi ", "region of ", "regione ", "state of ",
    "tinh ", "thanh pho ", "republic of ", "free state of ",
)
KIND_SUFFIXES = (
    " administrative region", " autonomous region", " canton", " department", " district", " governorate",
    " krai", " kray", " metropolitan city", " municipality", " oblast", " oblast'", " oblast’", " prefecture",
    " province", " region", " republic", " sheng", " shi", " state", " territory", " voivodeship", "-do", "-si",
    "-gwangyeoksi", "-teukbyeolsi", "-teukbyeoljachido", "-ken", "-fu",
)
# Korean says north and south behind a province's name, English in front of it.
KOREAN_DIRECTIONS = {"buk-do": "North ", "bukdo": "North ", "nam-do": "South ", "namdo": "South "}
KOREAN_DISTRICTS = {"-gu": "District", "-gun": "County", "-si": "City"}


def fold(name):
    """The key of a name: compatibility forms, no case, no marks, nothing but letters and digits."""
    key = []
    for character in unicodedata.normalize("NFKD", name):
        category = unicodedata.category(character)
        if category[0] not in "LN":
            continue
        for lower in character.lower():
            if unicodedata.category(lower)[0] in "LN":
                key.append(PLAIN_LETTERS.get(lower, lower))
    return "".join(key)


def is_readable(name):
    """Whether every letter is Latin or Hangul, the scripts that pages are read in."""
    for character in name:
        if unicodedata.category(character)[0] == "L" and not unicodedata.name(character, "").startswith(
            ("LATIN ", "HANGUL ", "MODIFIER LETTER ")
        ):
            return False
    return True


def is_usable_alternate(name, common_words):
    """Whether an alternate name can be trusted enough to look a place up by it.

    The lists hold machine transliterations (all in small letters), airport codes (three capitals) and fragments.
    """
    if not is_readable(name):
        return False
    letters = [character for character in name if character.isalpha()]
    if not letters:
        return False
    if "HANGUL" in unicodedata.name(letters[0], ""):
        return len(letters) >= 2
    if len(letters) < 3 or not any(letter.isupper() for letter in letters):
        return False
    if len(letters) == 3 and all(letter.isupper() for letter in letters):
        return False
    return fold(name) not in common_words


def proper_names(name):
    """A subdivision's names without the word for its kind."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if unicodedata.category(c) != "Mn").lower()
    plain = plain.replace("đ", "d")
    if len(plain) != len(unicodedata.normalize("NFC", name)):
        return
    text = unicodedata.normalize("NFC", name)
    for prefix in KIND_PREFIXES:
        if plain.startswith(prefix):
            yield text[len(prefix):]
    for suffix in KIND_SUFFIXES:
        if plain.endswith(suffix) and len(plain) > len(suffix) + 2:
            yield text[: -len(suffix)]
    if ", " in text:
        yield text.split(", ")[0]


def korean_names(name, is_province):
    """English ways of putting the name of a Korean subdivision."""
    if is_province:
        for ending, direction in KOREAN_DIRECTIONS.items():
            if name.endswith(ending):
                yield direction + name[: -len(ending)]
                yield direction + name[: -len(ending)] + " Province"
    else:
        for ending, word in KOREAN_DISTRICTS.items():
            if name.endswith(ending):
                yield name[: -len(ending)]
                yield f"{name[: -len(ending)]} {word}"
