#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the same article pages with this program and its open peers, one after the other, and prints what each reaches.

    Benchmarks/pages/compare.py [--entente .build/release/entente] [--articles ../shared/data/articles/pages]
                                [--scorer ../shared/tools/score_articles.py] [--peers NAME ...] [--json FILE]

Installs the peers into Python environments under the user's cache; rs-trafilatura, of which there are only builds for
Python 3.12, where a python3.12 is on the PATH. Quality is scored by the scorer that comes with the
pages. Exact pages are those that hold every expected string and none of the others. Caption leak is the share of the
texts of `figcaption` elements, 30 characters and more, that stand in a reader's text. Speed is megabytes of HTML for
each second of CPU time, start-up included; memory is the peak of the process.
"""
import argparse
import gzip
import html
import importlib.util
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "Benchmarks"))
import peers  # noqa: E402

# trafilatura needs the last one and does not always bring it.
PACKAGES = ["trafilatura", "htmldate", "resiliparse", "lxml_html_clean"]
# The one peer that wants another Python.
RUST_PEER = "rs-trafilatura"
RUST_PYTHON = "python3.12"
READERS = ["trafilatura", "trafilatura-fast", RUST_PEER, "resiliparse", "htmldate"]


def pythons(readers):
    """The Python that runs each reader; those that cannot run here are told of and left out."""
    found = {}
    if any(reader != RUST_PEER for reader in readers):
        python = peers.environment("page-peers", PACKAGES)
        found = {reader: python for reader in readers if reader != RUST_PEER}
    if RUST_PEER in readers:
        if works(RUST_PYTHON):
            found[RUST_PEER] = peers.environment(
                "page-peers-3.12", ["rs-trafilatura"], interpreter=shutil.which(RUST_PYTHON))
        else:
            print(f"{RUST_PEER} is left out: its only builds are for Python 3.12, and no {RUST_PYTHON} is on the PATH\n")
    return {reader: found[reader] for reader in readers if reader in found}


def works(program):
    """Whether the program is there and runs; a stand-in for one that is not installed does not."""
    return shutil.which(program) is not None and subprocess.run(
        [program, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def run(command, answers, errors):
    """CPU seconds, peak memory in MB, and the longest time between two answers."""
    with answers.open("wb") as output, errors.open("wb") as complaints:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints)
        longest, last = 0.0, time.monotonic()
        for line in process.stdout:
            now = time.monotonic()
            longest, last = max(longest, now - last), now
            output.write(line)
        _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, longest


def normalised(path):
    """The scorer wants `author`; the program writes `authors`."""
    answers = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    for answer in answers:
        if "authors" in answer:
            answer["author"] = answer.pop("authors")
    path.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")


CAPTION = re.compile(r"<figcaption\b[^>]*>(.*?)</figcaption>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def captions(scorer, pages):
    """The captions of each page, white space folded."""
    found = {}
    for path in sorted(pages.iterdir()):
        source = path.read_bytes().decode("utf-8", "replace")
        texts = {scorer.squash(html.unescape(TAG.sub(" ", text))) for text in CAPTION.findall(source)}
        found[path.name] = {text for text in texts if len(text) >= 30}
    return found


def loaded(scorer):
    specification = importlib.util.spec_from_file_location("scorer", scorer)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def closer_look(scorer, data, answers, known_captions):
    """The share of pages read exactly and the share of captions that leak into the text."""
    content = json.loads((data / "content.json").read_text(encoding="utf-8"))
    read = scorer.load(str(answers))
    _, pages = scorer.segments(content, read, scorer.squash)
    exact = sum(1 for wrong, *_ in pages if wrong == 0) / len(pages)
    texts = {name: scorer.squash((read.get(name) or {}).get("text") or "") for name in known_captions}
    leaks = [caption in texts[name] for name, found in known_captions.items() for caption in found]
    return exact, sum(leaks) / max(1, len(leaks))


def score(scorer, data, answers):
    printed = subprocess.run(
        [sys.executable, scorer, answers, "--gold", data, "--json"], check=True, capture_output=True, text=True)
    return json.loads(printed.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entente", type=pathlib.Path, default=ROOT / ".build/release/entente")
    parser.add_argument("--articles", type=pathlib.Path, default=ROOT.parent / "shared/data/articles/pages",
                        help="the folder of pages, which stands beside the files of what they say")
    parser.add_argument("--scorer", type=pathlib.Path, default=ROOT.parent / "shared/tools/score_articles.py")
    parser.add_argument("--peers", nargs="*", default=READERS, choices=READERS)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    data = options.articles.resolve().parent
    for path in (options.entente, options.articles, options.scorer):
        if not path.exists():
            sys.exit(f"compare.py: there is no {path}; say where it is (--help)")
    python = pythons(options.peers)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        pages = work / "pages"
        pages.mkdir()
        size = 0
        for path in sorted(options.articles.glob("*.html.gz")):
            with gzip.open(path) as source, (pages / path.stem).open("wb") as target:
                shutil.copyfileobj(source, target)
                size += target.tell()
        print(f"{len(list(pages.iterdir()))} pages, {size / 1e6:.0f} MB; {platform.platform()}, "
              f"{os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}\n")
        # The peak of a child is at least the memory of this process when it starts: so all run first.
        measured = {}
        for reader in [*python, "entente"]:
            answers, errors = work / f"{reader}.ndjson", work / f"{reader}.err"
            if reader == "entente":
                command = [options.entente, "article", "--format", "ndjson", pages]
            else:
                command = [python[reader], HERE / "readers.py", reader, pages]
            measured[reader] = run(list(map(str, command)), answers, errors)
        scorer = loaded(options.scorer)
        known_captions = captions(scorer, pages)
        print("| reader | segments F1 | exact pages | caption leak | title | authors "
              "| day: content / default / mediacloud | MB per CPU second | peak MB | slowest page |")
        print("|---|---|---|---|---|---|---|---|---|---|")
        figures = {}
        for reader, (cpu, memory, longest) in measured.items():
            answers, errors = work / f"{reader}.ndjson", work / f"{reader}.err"
            if not answers.stat().st_size:
                sys.exit(f"compare.py: {reader} gave no answer:\n{errors.read_text()[-2000:]}")
            if reader != "entente":
                longest = json.loads(errors.read_text().splitlines()[-1])[0]
            normalised(answers)
            result = score(options.scorer, data, answers)
            exact, leak = closer_look(scorer, data, answers, known_captions)
            days = [result[f"date {part}"]["exact"] for part in ("content", "default", "mediacloud-2020")]
            print(f"| {reader} | {result['segments']['f1']:.4f} | {exact:.3f} | {leak:.1%} "
                  f"| {result['title']['exact']:.3f} "
                  f"| {result['author']['exact']:.3f} | {' / '.join(f'{day:.3f}' for day in days)} "
                  f"| {size / 1e6 / cpu:.1f} | {memory:.0f} | {longest:.2f} s |", flush=True)
            figures[reader] = {
                **result, "exactPages": exact, "captionLeak": leak, "megabytesPerCPUSecond": size / 1e6 / cpu,
                "memory": memory, "slowestPage": longest}
        if options.json:
            options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


main()
