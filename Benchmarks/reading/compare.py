#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Page to reading, beside what one would build from ready parts (pipeline.py): cost, memory, start, growth, cores.

    Benchmarks/reading/compare.py [--articles FOLDER] [--entente PROGRAM] [--pages 120] [--json FILE]

Takes the first English pages of FOLDER (NAME.html.gz), lets both programs read them in turn on one thread, twice, and
prints tables in Markdown.
"""
import argparse
import gzip
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import peers

PACKAGES = ["spacy==3.8.18", "trafilatura==2.3.1", "textacy==0.13.0", "dateparser==1.5.0"]
# How many pages' instructions are counted: counting makes a program some fifty times slower.
COUNTED = 5
BUILD = ["swift", "build", "-c", "release", "--product", "reading-benchmark"]
PIPELINE = pathlib.Path(__file__).with_name("pipeline.py")


def english(entente, folder, count, target):
    """Links to the first English pages of `folder`, in groups that can be read one by one."""
    paths = sorted(folder.glob("*.html.gz"))
    found = 0
    for start in range(0, len(paths), 50):
        group = paths[start:start + 50]
        done = subprocess.run(
            [entente, "article", "--format", "json", *group], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        languages = {}
        decoder, text, place = json.JSONDecoder(), done.stdout.decode(), 0
        while place < len(text):
            record, place = decoder.raw_decode(text, place)
            place += len(text[place:]) - len(text[place:].lstrip())
            languages[record["source"].get("location")] = record["source"].get("language", "")
        for path in group:
            if languages.get(str(path), "").startswith("en") and found < count:
                (target / path.name).symlink_to(path)
                found += 1
        if found == count:
            break
    return found


def reading(entente, folder, jobs=1):
    return [entente, "read", "--format", "ndjson", "--jobs", str(jobs), folder]


def parts(model, folder, work):
    """What reading adds to the language runtime on the pages of `folder`, the least of three runs."""
    subprocess.run(BUILD, cwd=peers.ROOT, check=True, stdout=sys.stderr)
    pages = work / "pages"
    pages.mkdir()
    for path in folder.iterdir():
        (pages / path.name.removesuffix(".gz")).write_bytes(gzip.decompress(path.read_bytes()))
    program = peers.ROOT / ".build" / "release" / "reading-benchmark"
    runs = [json.loads(subprocess.run([program, model, pages], check=True, stdout=subprocess.PIPE).stdout)
            for _ in range(3)]
    return min(runs, key=lambda run: run["reading"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=pathlib.Path,
                        default=peers.ROOT.parent / "shared" / "data" / "articles" / "pages")
    parser.add_argument("--entente", type=pathlib.Path, default=peers.ROOT / ".build" / "release" / "entente")
    parser.add_argument("--pages", type=int, default=120)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    if not options.articles.is_dir():
        sys.exit(f"no pages at {options.articles}: name a folder of NAME.html.gz with --articles")
    entente = options.entente.resolve()
    model = next(model for model in peers.MODELS if model["size"] == "medium")
    python = peers.environment("reading", PACKAGES, [f"{model['package']}=={model['version']}"])
    model = peers.model_folder(python, model)
    peer = [python, PIPELINE, "--model", model]
    figures = {"pages": options.pages}
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / "english"
        folder.mkdir()
        found = english(entente, options.articles.resolve(), options.pages, folder)
        figures["pages"] = found
        sizes = sorted({1, min(COUNTED, found), found // 4, found // 2, found} - {0})
        growth = []
        for size in sizes:
            part = pathlib.Path(work) / f"part-{size}"
            part.mkdir()
            for path in sorted(folder.iterdir())[:size]:
                (part / path.name).symlink_to(path.resolve())
            runs = [(peers.cost(reading(entente, part)), peers.cost([*peer, part])) for _ in range(2)]
            growth.append({
                "pages": size,
                **{f"{who}{what.capitalize()}": round(min(run[number][what] for run in runs), 2)
                   for number, who in enumerate(["entente", "peer"]) for what in ["cpu", "wall", "memory"]},
                "ratio": round(statistics.median(theirs["cpu"] / ours["cpu"] for ours, theirs in runs), 1),
            })
        figures["growth"] = growth
        few = pathlib.Path(work) / f"part-{min(COUNTED, found)}"
        # Valgrind does not understand the notes for debuggers.
        stripped = pathlib.Path(work) / "entente"
        subprocess.run(["strip", "-o", stripped, entente], check=True)
        figures["instructions"] = {
            "pages": min(COUNTED, found),
            "entente": peers.instructions(reading(stripped, few)), "peer": peers.instructions([*peer, few])}
        figures["start"] = round(
            min(peers.cost(reading(entente, pathlib.Path(work) / "part-1"))["wall"] for _ in range(5)), 2)
        figures["parts"] = parts(model, folder, pathlib.Path(work))
        # Over many pages: with few the loading of the model, which one thread does, is a part of the time.
        rounds = [[peers.cost(reading(entente, options.articles, jobs)) for jobs in (1, 2)] for _ in range(3)]
        one, two = zip(*rounds)
        figures["twoThreads"] = round(min(r["wall"] for r in one) / min(r["wall"] for r in two), 2)
        figures["twoThreadsCpu"] = round(min(r["cpu"] for r in two) / min(r["cpu"] for r in one), 2)
        figures["wholeSet"] = {"pages": len(list(options.articles.glob("*.html.gz"))),
                               "cpu": round(min(run["cpu"] for run in one), 1),
                               "memory": [round(max(run["memory"] for run in runs)) for runs in (one, two)]}
        stripped_size = stripped.stat().st_size
    resources = sum(path.stat().st_size for folder in entente.parent.glob("*.resources")
                    if "Tests" not in folder.name for path in folder.rglob("*") if path.is_file())
    figures["megabytes"] = {"program": round(entente.stat().st_size / 1e6, 1),
                            "stripped": round(stripped_size / 1e6, 1), "resources": round(resources / 1e6, 1)}
    print(text(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def text(figures):
    rows = [[row["pages"], f"{row['ententeCpu']} s", f"{row['peerCpu']} s", row["ratio"],
             f"{row['ententeMemory']:.0f} MB", f"{row['peerMemory']:.0f} MB"] for row in figures["growth"]]
    first, last = figures["growth"][0], figures["growth"][-1]
    per_page = {who: (last[f"{who}Cpu"] - first[f"{who}Cpu"]) / (last["pages"] - first["pages"])
                for who in ["entente", "peer"]}
    whole, size, parts = figures["wholeSet"], figures["megabytes"], figures["parts"]
    added = parts["reading"] - parts["language"]
    count = figures["instructions"]
    instructions = [] if count["entente"] is None else [
        [f"instructions, {count['pages']} pages",
         f"{count['entente']:,} million against {count['peer']:,} million "
         f"({count['peer'] / count['entente']:.1f} times)"]]
    others = [
        ["one more page, CPU", f"{1000 * per_page['entente']:.1f} ms against {1000 * per_page['peer']:.0f} ms "
                               f"({per_page['peer'] / per_page['entente']:.0f} times)"],
        [f"reading beside the language runtime, {parts['pages']} articles, {parts['tokens']:,} tokens",
         f"{added:.2f} s and {parts['language']:.2f} s: it adds {added / parts['language']:.2f} of the runtime's time"],
        ["the runtime page by page, and all pages in one call",
         f"{parts['pageByPage']:.2f} s and {parts['together']:.2f} s"],
        *instructions,
        ["start to the first reading, by the clock", f"{figures['start']} s"],
        ["two threads against one, all pages, by the clock",
         f"{figures['twoThreads']} times as fast, for {figures['twoThreadsCpu']} times the CPU"],
        [f"all {whole['pages']:,} pages, of which many are in other languages", f"{whole['cpu']} s of CPU"],
        ["peak memory over all of them, one and two threads", " and ".join(f"{m} MB" for m in whole["memory"])],
        ["program, stripped, resources", f"{size['program']} MB, {size['stripped']} MB, {size['resources']} MB"],
    ]
    heading = ["pages", "Entente, CPU", "Python, CPU", "ratio", "Entente, memory", "Python, memory"]
    return peers.table(heading, rows) + "\n\n" + peers.table(["measure", "value"], others)


if __name__ == "__main__":
    sys.exit(main())
