#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What every export and a brief of a ledger cost, beside a dump of the same ledger by Python's own SQLite.

    Benchmarks/exports/compare.py [--ledgers FILE ...] [--pages N] [--entente PROGRAM] [--json FILE]

Without --ledgers, `ledger-benchmark` makes one of N generated pages (1,000 unless told). Of several, the smaller first,
the table shows what grows. Each export is a run of the program; its memory is the peak of the whole process. Formats
whose program is missing, or of which the ledger has nothing, are left out, and said so.
"""
import argparse
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import peers  # noqa: E402

BUILD = ["swift", "build", "-c", "release", "--product", "ledger-benchmark"]
DUMP = "import sqlite3, sys\nfor line in sqlite3.connect(sys.argv[1]).iterdump(): sys.stdout.write(line)"


def generated(pages, target):
    subprocess.run(BUILD, cwd=peers.ROOT, check=True, stdout=sys.stderr)
    program = peers.ROOT / ".build" / "release" / "ledger-benchmark"
    subprocess.run([program, str(pages), target], check=True, stdout=subprocess.DEVNULL)
    return target


def facts(ledger):
    """The numbers of entries and records, and the two cities with the most in common."""
    with sqlite3.connect(ledger) as database:
        entries = database.execute("SELECT count(*) FROM entry").fetchone()[0]
        records = database.execute("SELECT count(*) FROM canonical").fetchone()[0]
        *pair, shared = database.execute(
            "SELECT low.id, high.id, count(*) AS entries FROM pair_entry "
            "JOIN canonical AS low ON low.number = low JOIN canonical AS high ON high.number = high "
            "WHERE low.kind = 'city' AND high.kind = 'city' GROUP BY low.id, high.id ORDER BY entries DESC, 1, 2 LIMIT 1"
        ).fetchone()
    return entries, records, pair, shared


def formats(entente):
    shown = subprocess.run([entente, "help", "export"], stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = shown.split("FORMATS\n")[1].split("\n\n")[0].splitlines()
    return [line.split()[0] for line in lines if line.startswith("  ")]


def size(path):
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files)


def measured(ledger, entente, work):
    """The costs of all exports of a ledger, and of a brief."""
    entries, records, pair, shared = facts(ledger)
    rows = {"dump by Python's sqlite3": {**peers.cost([sys.executable, "-c", DUMP, ledger]), "bytes": None}}
    for name in formats(entente):
        target = work / "export"
        try:
            cost = peers.cost([entente, "export", name, "--ledger", ledger, "--output", target])
        except SystemExit as fault:
            print(f"left out: {name}: {fault}", file=sys.stderr)
            continue
        rows[f"`export {name}`"] = {**cost, "bytes": size(target)}
        print(name, rows[f"`export {name}`"], file=sys.stderr, flush=True)
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    brief = work / "brief"
    cost = peers.cost([entente, "brief", *pair, "--ledger", ledger, "--format", "html", "--output", brief])
    rows["`brief` of two cities, HTML"] = {**cost, "bytes": size(brief)}
    return {"entries": entries, "records": records, "shared": shared, "rows": rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ledgers", type=pathlib.Path, nargs="*", default=[])
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--entente", type=pathlib.Path, default=peers.ROOT / ".build" / "release" / "entente")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    entente = options.entente.resolve()
    environment = peers.environment("exports", ["duckdb-cli==1.5.6"])
    os.environ["PATH"] = f"{environment.parent}:{os.environ['PATH']}"
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as work:
        work = pathlib.Path(work)
        ledgers = options.ledgers or [generated(options.pages, work / "ledger.sqlite")]
        figures = [measured(ledger, entente, work) for ledger in ledgers]
    print(text(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def text(figures):
    told = "; ".join(
        f"{ledger['entries']:,} generated entries, {ledger['records']:,} records, of which the two cities of the brief"
        f" share {ledger['shared']:,}" for ledger in figures)
    sizes = [f"{ledger['entries']:,}" for ledger in figures]
    heads = ["what", *(f"CPU, {size}" for size in sizes), *(f"memory, {size}" for size in sizes), "CPU against the dump",
             "written"]
    lines = []
    for name in figures[0]["rows"]:
        rows = [ledger["rows"].get(name) for ledger in figures]
        last, dump = [(row, ledger["rows"]["dump by Python's sqlite3"]) for row, ledger in zip(rows, figures) if row][-1]
        share = last["cpu"] / dump["cpu"]
        lines.append([
            name, *(f"{row['cpu']:.1f} s" if row else "" for row in rows),
            *(f"{row['memory']:,.0f} MB" if row else "" for row in rows), f"{share:.2f}",
            "" if last["bytes"] is None else f"{last['bytes'] / 1e6:,.1f} MB"])
    return f"Ledgers of {told}.\n\n{peers.table(heads, lines)}"


if __name__ == "__main__":
    main()
