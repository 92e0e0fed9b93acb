#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What one would build instead from ready parts: pages in, articles with names, dates, statements and noun phrases out.

    pipeline.py FOLDER [--limit N] > readings.ndjson

trafilatura finds the article, spaCy its sentences and entities, textacy the direct quotations and subject-verb-object
triples, dateparser reads the dates. It finds far less than a reading holds; it is here for its cost.
"""
import argparse
import gzip
import json
import os
import pathlib
import sys
import warnings

for variable in ("OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ[variable] = "1"
warnings.filterwarnings("ignore")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--model", required=True)
    options = parser.parse_args()

    import dateparser
    import spacy
    import textacy.extract
    import trafilatura

    nlp = spacy.load(options.model)
    paths = sorted(options.folder.glob("*.html*"))[: options.limit]

    def articles():
        for path in paths:
            body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            found = trafilatura.bare_extraction(body, with_metadata=True)
            if found and found.text:
                yield found.text, (path.name, found)

    for doc, (name, found) in nlp.pipe(articles(), as_tuples=True):
        base = dateparser.parse(found.date) if found.date else None
        settings = {"RELATIVE_BASE": base} if base else {}
        dates = []
        for entity in doc.ents:
            if entity.label_ == "DATE":
                value = dateparser.parse(entity.text, languages=["en"], settings=settings)
                dates.append([entity.start_char, entity.end_char, value and value.date().isoformat()])
        try:
            quotes = [[quote.content.text, [str(token) for token in quote.speaker]]
                      for quote in textacy.extract.direct_quotations(doc)]
        except ValueError:
            quotes = []  # It gives up where quotation marks do not come in pairs.
        print(json.dumps({
            "file": name,
            "title": found.title,
            "date": found.date,
            "text": found.text,
            "entities": [[entity.start_char, entity.end_char, entity.label_] for entity in doc.ents],
            "dates": dates,
            "quotes": quotes,
            "triples": [[str(part) for part in triple] for triple in textacy.extract.subject_verb_object_triples(doc)],
        }))


if __name__ == "__main__":
    sys.exit(main())
