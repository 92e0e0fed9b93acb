#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the language runtime against spaCy: same results, and how many CPU seconds each takes.

    Benchmarks/language/compare.py --entente .build/release/entente [--model small|medium|both] [--data FOLDER]

Installs spaCy and the models into a Python environment under the user's cache, reads all English texts of the gold
data (../shared/data/gold, or --data), lets both programs parse them on one thread, compares token by token
(scripts/parity.py), and prints a table. Fails if more than one token in 100,000 differs.
"""
import argparse
import gzip
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import peers

ROOT = peers.ROOT
PARITY = ROOT / "scripts" / "parity.py"
SPACY = "spacy==3.8.18"
LONGEST = 1_000_000
# The multiplications and additions of a token whose words are known (the rest is looked up): three convolutions of
# 288 x 288 in each of two encoders, and what tagger, parser and entity recognizer multiply.
OPERATIONS_PER_TOKEN = 2 * (6 * 288 * 288 + 96 * 50 + 96 * 64 + 64 * 1024 + 2.05 * 64 * 106 + 96 * 64 + 64 * 384 + 64 * 74)
PEAK = """
import time, numpy
a, b = (numpy.random.rand(1024, 1024).astype("f") for _ in range(2))
best = 1e9
for _ in range(20):
    start = time.process_time(); a @ b; best = min(best, time.process_time() - start)
print(2 * 1024 ** 3 / best)
"""


def texts(data):
    """Every English text of the gold data once, with a name."""
    seen = set()
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        if path.suffix == ".json":
            items = [json.loads(path.read_text(encoding="utf-8"))]
        elif path.name.endswith((".ndjson", ".ndjson.gz")):
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8") as file:
                items = [json.loads(line) for line in file if line.strip()]
        else:
            continue
        for item in items:
            text = item.get("text")
            if not text or item.get("lang", "en") != "en" or len(text) > LONGEST:
                continue
            if item.get("title") and path.suffix == ".json":
                text = f"{item['title']}\n\n{text}"
            if text not in seen:
                seen.add(text)
                yield {"id": f"{path.parent.name}/{item.get('id')}", "text": text}


def ours(entente, size, source, target):
    """Lets our program parse; the CPU seconds it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(source, "rb") as stdin, open(target, "wb") as stdout:
        command = [entente, "parse", "--jobs", "1", "--format", "ndjson", "--model", size, "-"]
        subprocess.run(command, check=True, stdin=stdin, stdout=stdout)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def reference(python, folder, source, target, backend, quiet):
    """Lets spaCy parse; the CPU seconds it took, loading and printing not counted."""
    timing = target.with_suffix(".timing")
    command = [python, PARITY, "dump", "--model", folder, "--backend", backend, "--timing", timing]
    with open(source, "rb") as stdin, open(target, "wb") as stdout:
        subprocess.run(command + (["--quiet"] if quiet else []), check=True, stdin=stdin, stdout=stdout)
    return json.loads(timing.read_text())


def peak(python):
    """The multiplications and additions a second that numpy's OpenBLAS reaches on one thread here."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    return float(subprocess.run([python, "-c", PEAK], check=True, env=environment, stdout=subprocess.PIPE).stdout)


def measure(options, python, model, folder, source, empty):
    work = source.parent
    size = model["size"]
    installed = reference(python, folder, source, work / f"{size}.reference.ndjson", "installed", quiet=False)
    openblas = reference(python, folder, source, work / f"{size}.openblas.ndjson", "openblas", quiet=True)
    loading = ours(options.entente, size, empty, work / f"{size}.empty.ndjson")
    whole = ours(options.entente, size, source, work / f"{size}.ours.ndjson")
    command = [sys.executable, PARITY, "compare", work / f"{size}.reference.ndjson", work / f"{size}.ours.ndjson"]
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    outcome = json.loads(result.stdout) if result.stdout else {"differing": "?"}
    parsing = whole - loading
    floor = installed["tokens"] * OPERATIONS_PER_TOKEN / peak(python)
    row = {
        "model": model["name"],
        "tokens": installed["tokens"],
        "differing": outcome["differing"],
        "spacySeconds": round(installed["cpuSeconds"], 2),
        "spacyOpenBLASSeconds": round(openblas["cpuSeconds"], 2),
        "ententeSeconds": round(parsing, 2),
        "ententeLoadingSeconds": round(loading, 2),
        "floorSeconds": round(floor, 2),
        "shareOfFloor": round(floor / parsing, 2),
        "ratio": round(installed["cpuSeconds"] / parsing, 1),
        "ratioOpenBLAS": round(openblas["cpuSeconds"] / parsing, 1),
    }
    return row, result.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entente", type=pathlib.Path, default=ROOT / ".build" / "release" / "entente")
    parser.add_argument("--model", choices=["small", "medium", "both"], default="both")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data" / "gold")
    parser.add_argument("--json", type=pathlib.Path, help="also write the figures to this file")
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"no gold data at {options.data}: name its folder with --data")
    if not options.entente.exists():
        sys.exit(f"no program at {options.entente}: run `make build`, or name it with --entente")
    options.entente = options.entente.resolve()
    known = peers.MODELS
    # The models name an older spaCy as what they need, which is why they come without their dependencies.
    python = peers.environment("parity", [SPACY], [f"{model['package']}=={model['version']}" for model in known])
    rows, agreed = [], True
    with tempfile.TemporaryDirectory() as work:
        source, empty = pathlib.Path(work) / "texts.ndjson", pathlib.Path(work) / "empty.ndjson"
        empty.write_text('{"id": "empty", "text": ""}\n')
        with open(source, "w", encoding="utf-8") as file:
            for item in texts(options.data):
                print(json.dumps(item, ensure_ascii=False), file=file)
        for model in known:
            if options.model in (model["size"], "both"):
                row, agrees = measure(options, python, model, peers.model_folder(python, model), source, empty)
                rows.append(row)
                agreed = agreed and agrees
    print("| model | tokens | differing | spaCy as installed | spaCy, OpenBLAS | Entente | ratios | floor |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in rows:
        print(
            f"| {row['model']} | {row['tokens']:,} | {row['differing']} | {row['spacySeconds']} s "
            f"| {row['spacyOpenBLASSeconds']} s | {row['ententeSeconds']} s (and {row['ententeLoadingSeconds']} s "
            f"to load) | {row['ratio']} and {row['ratioOpenBLAS']} "
            f"| {row['floorSeconds']} s, {row['shareOfFloor']:.0%} |"
        )
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(main())
