#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `--skip-unlikely` saves and what it loses: pages without a sign of cooperation are not read.

    Benchmarks/gate/compare.py [--articles FOLDER] [--press FOLDER] [--entente PROGRAM] [--json FILE]

Reads the pages of FOLDER (general news), the samples and, where there are any, the texts of the press releases, {"id",
"title", "text"} in JSON, with and without the option, and counts the entries that it costs, by kind.
"""
import argparse
import collections
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import peers  # noqa: E402

SHARED = peers.ROOT.parent / "shared" / "data"
# Of these a record of cooperation is made; figures and statements stand on every page.
KINDS = ["agreement", "engagement", "commitment", "institution", "programme", "figure", "statement"]


def entries(path):
    """How many entries of each kind each English page gives, by where the page is or the id of its record."""
    found = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            reading = json.loads(line)
            if not (reading["source"].get("language") or "en").startswith("en"):
                continue
            name = reading.get("id") or reading["source"].get("location")
            found[name] = collections.Counter(entry["kind"] for entry in reading["entries"])
    return found


def measured(entente, name, source, work):
    """What reading `source` costs and gives, without the option and with it."""
    sides = {}
    for side, option in [("all", []), ("likely", ["--skip-unlikely"])]:
        target = work / f"{name}-{side}.ndjson"
        with target.open("wb") as output:
            cost = peers.cost([entente, "read", "--format", "ndjson", "--jobs", "1", *option, source], output)
        sides[side] = (cost["cpu"], entries(target))
    before, after = sides["all"][1], sides["likely"][1]
    total, left = (sum(pages.values(), collections.Counter()) for pages in (before, after))
    return {
        "name": name, "pages": len(before),
        # Pages that give nothing either way may have been left out as well.
        "emptied": sum(1 for page in before if before[page] and not after[page]),
        "cpu": [round(sides["all"][0], 2), round(sides["likely"][0], 2)],
        "entries": {kind: [total[kind], total[kind] - left[kind]] for kind in KINDS},
    }


def press(folder, target):
    """The press releases as records."""
    with target.open("w", encoding="utf-8") as file:
        for path in sorted(folder.glob("*.json")):
            item = json.loads(path.read_text(encoding="utf-8"))
            if item.get("text"):
                record = {name: item[name] for name in ["id", "title", "text"] if item.get(name)}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=pathlib.Path, default=SHARED / "articles" / "pages")
    parser.add_argument("--press", type=pathlib.Path, default=SHARED / "gold" / "cooperation")
    parser.add_argument("--entente", type=pathlib.Path, default=peers.ROOT / ".build" / "release" / "entente")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    if not options.articles.is_dir():
        sys.exit(f"no pages at {options.articles}: name a folder of NAME.html.gz with --articles")
    figures = []
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        sources = {"general news": options.articles, "the samples": peers.ROOT / "Samples"}
        if options.press.is_dir():
            sources["press releases about cooperation"] = work / "press.ndjson"
            press(options.press, work / "press.ndjson")
        for name, source in sources.items():
            figures.append(measured(options.entente.resolve(), name, source, work))
    heading = ["English pages", "left without entries", "CPU, all and likely", *(f"{kind}s lost" for kind in KINDS)]
    print(peers.table(heading, [
        [f"{row['pages']:,} of {row['name']}", f"{row['emptied']:,} ({row['emptied'] / max(row['pages'], 1):.0%})",
         f"{row['cpu'][0]} s, {row['cpu'][1]} s",
         *(f"{lost} of {total}" for total, lost in row["entries"].values())]
        for row in figures]))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
