#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What every export and a brief of a ledger cost, beside a dump of the same ledger by Python's own SQLite.

    Benchmarks/exports/compare.py [--ledger FILE] [--pages N] [--entente PROGRAM] [--json FILE]

Without --ledger, `ledger-benchmark` makes one of N generated pages (1,000 unless told). Each export is a run of the
program; its memory is the peak of the whole process. Formats whose program is missing are left out, and said so.
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ledger", type=pathlib.Path)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--entente", type=pathlib.Path, default=peers.ROOT / ".build" / "release" / "entente")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    entente = options.entente.resolve()
    environment = peers.environment("exports", ["duckdb-cli==1.5.6"])
    os.environ["PATH"] = f"{environment.parent}:{os.environ['PATH']}"
    rows = []
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as work:
        work = pathlib.Path(work)
        ledger = options.ledger or generated(options.pages, work / "ledger.sqlite")
        entries, records, pair, shared = facts(ledger)
        dump = peers.cost([sys.executable, "-c", DUMP, ledger])
        rows.append({"name": "dump by Python's sqlite3", **dump, "bytes": None})
        for name in formats(entente):
            target = work / "export"
            try:
                cost = peers.cost([entente, "export", name, "--ledger", ledger, "--output", target])
            except SystemExit as fault:
                print(f"left out: {name}: {fault}", file=sys.stderr)
                continue
            rows.append({"name": f"`export {name}`", **cost, "bytes": size(target)})
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        brief = work / "brief"
        cost = peers.cost(
            [entente, "brief", *pair, "--ledger", ledger, "--format", "html", "--output", brief])
        rows.append({"name": "`brief` of two cities, HTML", **cost, "bytes": size(brief)})
    figures = {"entries": entries, "records": records, "shared": shared, "rows": rows}
    print(text(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def text(figures):
    peer = figures["rows"][0]
    lines = [[row["name"], f"{row['cpu']:.1f} s", f"{row['wall']:.1f} s", f"{row['cpu'] / peer['cpu']:.2f}",
              f"{row['memory']:,.0f} MB", "" if row["bytes"] is None else f"{row['bytes'] / 1e6:,.1f} MB"]
             for row in figures["rows"]]
    return (f"A ledger of {figures['entries']:,} generated entries, {figures['records']:,} records; the two cities of the"
            f" brief share {figures['shared']:,} entries.\n\n"
            + peers.table(["what", "CPU", "by the clock", "times the dump", "memory", "written"], lines))


if __name__ == "__main__":
    main()
