#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the figures of a benchmark:   plots.py NAME FIGURES.json TARGET.svg   (status 3 for one it does not know)."""
import json
import sys

import matplotlib

matplotlib.use("svg")
# No date and no random names: the same figures give the same bytes.
matplotlib.rcParams["svg.hashsalt"] = "entente"
import matplotlib.pyplot as pyplot


def language(figures, axes):
    names = [row["model"] for row in figures]
    series = [("spaCy as installed", "spacySeconds"), ("spaCy, OpenBLAS", "spacyOpenBLASSeconds"),
              ("Entente", "ententeSeconds"), ("matrix product alone", "floorSeconds")]
    for number, (label, key) in enumerate(series):
        places = [index + 0.2 * (number - 1.5) for index in range(len(names))]
        bars = axes.bar(places, [row[key] for row in figures], 0.2, label=label)
        axes.bar_label(bars, fmt="%.1f")
    axes.set_xticks(range(len(names)), names)
    axes.set_ylabel("CPU seconds, one thread")
    axes.set_title(f"Text to Doc, {figures[0]['tokens']:,} tokens")
    axes.legend()


def reading(figures, axes):
    growth = figures["growth"]
    pages = [row["pages"] for row in growth]
    for label, key in [("trafilatura + spaCy + textacy + dateparser", "peerCpu"), ("Entente", "ententeCpu")]:
        axes.plot(pages, [row[key] for row in growth], marker="o", label=label)
    axes.set_yscale("log")
    axes.set_xlabel("pages")
    axes.set_ylabel("CPU seconds, one thread")
    axes.set_title("Page to reading, whole process")
    axes.legend()


def ledger(figures, axes):
    growth = figures["growth"]
    pages = [row["pages"] for row in growth]
    for label, key in [("next page, median", "add median"), ("next page, 95 %", "add p95"), ("search, 95 %", "search p95"),
                       ("pair, 95 %", "pair p95"), ("due, 95 %", "due p95"), ("show, 95 %", "record p95")]:
        axes.plot(pages, [row[key] for row in growth], marker="o", label=label)
    axes.set(xscale="log", yscale="log", xlabel="pages in the ledger", ylabel="milliseconds")
    axes.set_title("The next page and each question, by the size of the ledger")
    axes.grid(True, alpha=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))


DRAWINGS = {"language": language, "reading": reading, "ledger": ledger}


def main():
    name, source, target = sys.argv[1:]
    if name not in DRAWINGS:
        return 3
    figure, axes = pyplot.subplots(figsize=(7, 4), layout="constrained")
    with open(source, encoding="utf-8") as file:
        DRAWINGS[name](json.load(file), axes)
    figure.savefig(target, metadata={"Date": None})
    return 0


if __name__ == "__main__":
    sys.exit(main())
