#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lets one peer read every page of a folder; compare.py calls it in the environment that it has made.

    readers.py trafilatura|trafilatura-fast|rs-trafilatura|resiliparse|htmldate FOLDER > ANSWERS.ndjson

Writes one JSON object a page and, as the last line of standard error, the seconds of the slowest page and its name.
"""
import json
import pathlib
import sys
import time


def trafilatura(fast):
    from trafilatura import bare_extraction

    def read(page):
        answer = bare_extraction(page, with_metadata=True, include_comments=False, fast=fast)
        if answer is None:
            return {}
        return {"text": answer.text, "title": answer.title, "author": answer.author, "date": answer.date}

    return read


def rs_trafilatura():
    import rs_trafilatura

    def read(page):
        answer = rs_trafilatura.extract_bytes(page)
        return {"text": answer.main_content, "title": answer.title, "author": answer.author, "date": answer.date}

    return read


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def read(page):
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        text = extract_plain_text(tree, main_content=True, alt_texts=False, comments=False)
        return {"text": text, "title": tree.title}

    return read


def htmldate():
    from htmldate import find_date

    return lambda page: {"date": find_date(page.decode("utf-8", "replace"), original_date=True)}


READERS = {
    "trafilatura": lambda: trafilatura(fast=False),
    "trafilatura-fast": lambda: trafilatura(fast=True),
    "rs-trafilatura": rs_trafilatura,
    "resiliparse": resiliparse,
    "htmldate": htmldate,
}


def main():
    read = READERS[sys.argv[1]]()
    slowest = (0.0, "")
    for path in sorted(pathlib.Path(sys.argv[2]).glob("*.html")):
        page = path.read_bytes()
        start = time.process_time()
        try:
            answer = read(page)
        except Exception as error:  # A peer that fails on a page has no answer for it.
            print(f"{path.name}: {error!r}", file=sys.stderr)
            answer = {}
        slowest = max(slowest, (time.process_time() - start, path.name))
        print(json.dumps({"file": path.name, **answer}, ensure_ascii=False))
    print(json.dumps(slowest), file=sys.stderr)


main()
