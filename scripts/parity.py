#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares `entente parse --format ndjson` with spaCy itself.

    parity.py dump --model FOLDER [--backend openblas] [--text] [--timing FILE] < texts.ndjson > reference.ndjson
    parity.py compare reference.ndjson ours.ndjson [--allow-per N]

A line of texts.ndjson is an object with "text" and maybe "id". `dump` needs spaCy and the model's folder, and
prints a line a text with the fields that Sources/EntenteCommand/Formats/ParseRecord.swift names. `compare` needs
nothing but Python; it prints how many tokens differ and in what, and fails if more than one in N does.
"""
import argparse
import collections
import contextlib
import json
import os
import sys
import time

FIELDS = ("norm", "tag", "pos", "morph", "lemma", "dep", "head", "sent", "iob", "ent")
SHOWN = 20


def read_lines(stream):
    for line in stream:
        if line.strip():
            yield json.loads(line)


def byte_offsets(text):
    """The UTF-8 bytes before every scalar of the text, and before its end."""
    offsets = [0]
    for scalar in text:
        offsets.append(offsets[-1] + len(scalar.encode("utf-8")))
    return offsets


def record(identity, doc, with_text):
    offsets = byte_offsets(doc.text)
    tokens = [
        {
            "t": token.text,
            "b": offsets[token.idx],
            "e": offsets[token.idx + len(token.text)],
            "u": token.idx,
            "ws": int(bool(token.whitespace_)),
            "norm": token.norm_,
            "tag": token.tag_,
            "pos": token.pos_,
            "morph": str(token.morph),
            "lemma": token.lemma_,
            "dep": token.dep_,
            "head": token.head.i,
            "sent": int(bool(token.is_sent_start)),
            "iob": token.ent_iob_ or "O",
            "ent": token.ent_type_,
        }
        for token in doc
    ]
    result = {"id": identity}
    if with_text:
        result["text"] = doc.text
    result["text_bytes"] = offsets[-1]
    result["tokens"] = tokens
    result["ents"] = [[entity.start, entity.end, entity.label_] for entity in doc.ents]
    result["sents"] = [[sentence.start, sentence.end] for sentence in doc.sents] if tokens else []
    return result


def dump(options):
    # Set before the numerical libraries start: one thread is compared with one thread.
    for variable in ("OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ[variable] = "1"
    import warnings

    warnings.filterwarnings("ignore", message=".*was trained with spaCy.*")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    if options.backend == "openblas":
        set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(options.model)
    items = list(read_lines(sys.stdin))
    texts = [item["text"] for item in items]
    nlp.max_length = max([nlp.max_length] + [len(text) + 1 for text in texts])
    list(nlp.pipe(texts[:3]))
    start = time.process_time()
    docs = list(nlp.pipe(texts))
    seconds = time.process_time() - start
    if options.timing:
        with open(options.timing, "w", encoding="utf-8") as file:
            json.dump({"cpuSeconds": seconds, "tokens": sum(map(len, docs))}, file)
    if not options.quiet:
        for item, doc in zip(items, docs):
            print(json.dumps(record(item.get("id"), doc, options.text), ensure_ascii=False))
    return 0


def places(tokens):
    return [(token["b"], token["e"], token["ws"]) for token in tokens]


def compare(options):
    counts = collections.Counter()
    differences = []
    with contextlib.ExitStack() as stack:
        reference, ours = (
            stack.enter_context(open(path, encoding="utf-8")) for path in (options.reference, options.ours)
        )
        left, right = list(read_lines(reference)), list(read_lines(ours))
    if len(left) != len(right):
        print(f"{len(left)} documents expected, {len(right)} found", file=sys.stderr)
        return 1
    differing = 0
    for number, (expected, found) in enumerate(zip(left, right)):
        name = expected.get("id") or f"document {number}"
        tokens = expected["tokens"]
        counts["documents"] += 1
        counts["tokens"] += len(tokens)
        if places(tokens) != places(found["tokens"]):
            odd = set(places(tokens)) ^ set(places(found["tokens"]))
            counts["tokenization"] += len(odd)
            differing += len(odd)
            differences.append(f"{name}: other tokens at bytes {sorted(odd)[:4]}")
            continue
        for index, (token, other) in enumerate(zip(tokens, found["tokens"])):
            wrong = [field for field in FIELDS if token[field] != other[field]]
            counts.update(wrong)
            differing += bool(wrong)
            for field in wrong:
                differences.append(
                    f"{name}: token {index} {token['t']!r}: {field} is {other[field]!r}, not {token[field]!r}"
                )
        for field in ("text_bytes", "ents", "sents"):
            if expected[field] != found[field]:
                counts[field] += 1
                differing += field == "text_bytes"
    for line in differences[:SHOWN]:
        print(line, file=sys.stderr)
    if len(differences) > SHOWN:
        print(f"and {len(differences) - SHOWN} more", file=sys.stderr)
    summary = {"documents": counts.pop("documents", 0), "tokens": counts.pop("tokens", 0), "differing": differing}
    print(json.dumps({**summary, "fields": dict(sorted(counts.items()))}))
    return int(differing * options.allow_per > summary["tokens"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    dumping = commands.add_parser("dump", help="print what spaCy says about the texts on standard input")
    dumping.add_argument("--model", required=True, help="the model's folder")
    dumping.add_argument("--backend", choices=["installed", "openblas"], default="installed")
    dumping.add_argument("--text", action="store_true", help="repeat the text in each line")
    dumping.add_argument("--quiet", action="store_true", help="print nothing; for --timing")
    dumping.add_argument("--timing", help="write the CPU seconds to this file")
    dumping.set_defaults(run=dump)
    comparing = commands.add_parser("compare", help="compare two files of parsed documents")
    comparing.add_argument("reference")
    comparing.add_argument("ours")
    comparing.add_argument("--allow-per", type=int, default=100_000, metavar="N", help="let one token in N differ")
    comparing.set_defaults(run=compare)
    options = parser.parse_args()
    return options.run(options)


if __name__ == "__main__":
    sys.exit(main())
