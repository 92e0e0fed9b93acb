#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws what `ledger-benchmark` measured: the cost of the next page and of each question by the size of the ledger.

    Benchmarks/ledger/plot.py figures.csv plot.svg

Needs matplotlib.
"""
import csv
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402


def main():
    rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
    pages = [int(row["pages"]) for row in rows]
    figure, axes = plt.subplots(figsize=(8, 4.5))
    for name in ("add median", "add p95", "pair p95", "due p95", "record p95"):
        axes.plot(pages, [float(row[name]) for row in rows], marker="o", label=name)
    axes.set(xscale="log", yscale="log", xlabel="pages in the ledger", ylabel="milliseconds")
    axes.grid(True, alpha=0.3)
    axes.legend()
    # The same figures give the same bytes.
    plt.rcParams["svg.hashsalt"] = "entente"
    figure.savefig(sys.argv[2], metadata={"Date": None})


if __name__ == "__main__":
    main()
