#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what the next page and each question cost as the ledger grows.

    Benchmarks/ledger/compare.py [--pages N] [--figures FILE.csv] [--json FILE]

Builds `ledger-benchmark` and lets it add N generated pages (10,000 unless told) to a new ledger. With --figures it prints
what an earlier run of the program wrote instead, since 100,000 pages take most of an hour.
"""
import argparse
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import peers  # noqa: E402

BUILD = ["swift", "build", "-c", "release", "--product", "ledger-benchmark"]
QUESTIONS = ["search", "pair", "due", "record"]


def measured(pages):
    subprocess.run(BUILD, cwd=peers.ROOT, check=True, stdout=sys.stderr)
    program = peers.ROOT / ".build" / "release" / "ledger-benchmark"
    with tempfile.TemporaryDirectory() as work:
        done = subprocess.run(
            [program, str(pages), pathlib.Path(work) / "ledger.sqlite"], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def growth(text):
    return [{name: float(value) for name, value in row.items()} for row in csv.DictReader(io.StringIO(text))]


def text(rows):
    heading = ["pages", "entries", "records", "file", "next page, CPU, median and 95 %",
               "`search`, `pair`, `due`, `show`, 95 %"]
    lines = [[
        f"{row['pages']:,.0f}", f"{row['entries']:,.0f}", f"{row['records']:,.0f}", f"{row['bytes'] / 1e6:,.0f} MB",
        f"{row['add median']:.1f} and {row['add p95']:.1f} ms",
        ", ".join(f"{row[name + ' p95']:.1f}" for name in QUESTIONS) + " ms",
    ] for row in rows]
    first, last = rows[0], rows[-1]
    return ("Generated pages: relationships of two cities, ten entries and six parties a page, one page in four a copy."
            f" All times are processor time.\n\n{peers.table(heading, lines)}\n\n"
            f"The next page costs {last['add median'] / first['add median']:.2f} times as much at"
            f" {last['pages']:,.0f} pages as at {first['pages']:,.0f}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--figures", type=pathlib.Path, help="what an earlier run wrote")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    rows = growth(options.figures.read_text() if options.figures else measured(options.pages))
    print(text(rows))
    if options.json:
        options.json.write_text(json.dumps({"growth": rows}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
