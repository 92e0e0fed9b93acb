# SPDX-License-Identifier: Apache-2.0
"""The table of places as a file.

THE FORMAT (version 1), which Sources/Gazetteer/PlaceTable.swift reads through a memory map.
All numbers are little-endian; all text is UTF-8; offsets of text count from the start of the text section.

    header, 48 bytes
        0   8 bytes   "ENTENTEG"
        8   u32       version of the format
        12  u32       number of places
        16  u32       number of names
        20  u32       bytes of text
        24  u32       offset of the edition (which script and sources) in the text
        28  u32       bytes of the edition
        32  u64       bytes of the whole file
        40  8 bytes   zero
    places, 36 bytes each, ordered by GeoNames id
        0   u32       GeoNames id, 0 where there is none
        4   i32       latitude in 1/100,000 degree, 2147483647 where the position is not known
        8   i32       longitude likewise
        12  u32       population, 0 where it is not known
        16  u32       offset of the name
        20  u32       number of the place that contains it, 4294967295 for none
        24  u32       offset of the code: ISO 3166-1 alpha-3 of a country, ISO 3166-2 of a subdivision
        28  u16       bytes of the name
        30  u8        bytes of the code
        31  u8        kind: 0 country, 1 province, 2 district, 3 city
        32  2 bytes   ISO 3166-1 alpha-2
        34  u16       zero
    names, 12 bytes each, ordered by the bytes of the key, then in the order in which places are to be offered
        0   u32       offset of the key, which is the folded name
        4   u32       number of the place
        8   u16       bytes of the key
        10  u8        0: the place's own name; 1: an own name that is an everyday word too; 2: an alternate name
        11  u8        zero
    text

A country has one key more than its names: its alpha-2 code in capitals, which no folded name holds.
"""

import os
import struct

from gazetteer.places import COUNTRY

FORMAT_VERSION = 1
MAGIC = b"ENTENTEG"
NO_PLACE = 0xFFFFFFFF
NO_POSITION = 0x7FFFFFFF


class Text:
    """The text section: each run once."""

    def __init__(self):
        self.bytes, self.offsets = bytearray(), {}

    def add(self, text):
        data = text.encode("utf-8")
        if data not in self.offsets:
            self.offsets[data] = len(self.bytes)
            self.bytes += data
        return self.offsets[data], len(data)


def table(builder, edition):
    """The file's bytes."""
    text = Text()
    edition_offset, edition_length = text.add(edition)
    number = {place: index for index, place in enumerate(builder.places)}
    places = bytearray()
    for place in builder.places:
        name, code = text.add(place.name), text.add(place.code)
        latitude, longitude = place.position or (None, None)
        places += struct.pack(
            "<IiiIIIIHBB2sH",
            place.identifier,
            NO_POSITION if latitude is None else round(latitude * 100_000),
            NO_POSITION if longitude is None else round(longitude * 100_000),
            min(place.population, 0xFFFFFFFF), name[0],
            NO_PLACE if place.parent is None else number[place.parent],
            code[0], name[1], code[1], place.kind, place.country.encode("ascii"), 0,
        )
    rows = sorted(
        (key.encode("utf-8"), standing, place.kind != COUNTRY, -place.stands_before, number[place], key)
        for key, standing, place in builder.names()
    )
    names = bytearray()
    for _, standing, _, _, place, key in rows:
        offset, length = text.add(key)
        names += struct.pack("<IIHBB", offset, place, length, standing, 0)
    total = 48 + len(places) + len(names) + len(text.bytes)
    header = MAGIC + struct.pack(
        "<IIIIIIQQ", FORMAT_VERSION, len(builder.places), len(rows), len(text.bytes),
        edition_offset, edition_length, total, 0,
    )
    return header + bytes(places) + bytes(names) + bytes(text.bytes)


def edition_in(path):
    """The edition of a table that is there already, or None."""
    try:
        with open(path, "rb") as file:
            header = file.read(48)
            if len(header) < 48 or header[:8] != MAGIC:
                return None
            version, places, names, _, offset, length, total, _ = struct.unpack("<IIIIIIQQ", header[8:])
            if version != FORMAT_VERSION or total != os.fstat(file.fileno()).st_size:
                return None
            file.seek(48 + 36 * places + 12 * names + offset)
            return file.read(length).decode("utf-8", "replace")
    except FileNotFoundError:
        return None
