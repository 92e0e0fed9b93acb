#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every benchmark and writes its tables and plots into Documentation/performance.md.

    Benchmarks/run.py [--articles FOLDER] [--figures FILE] [--ledger FILE] [--ledgers FILE ...]
                      [--only NAME ...]

A benchmark is a script Benchmarks/NAME/compare.py that prints its tables in Markdown and takes `--json FILE` for its
figures. Its tables go between the comments `NAME begins` and `NAME ends` of the document; one that the document does
not have gets a section at the end.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

import peers

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENT = peers.ROOT / "Documentation" / "performance.md"
PLOTS = peers.ROOT / "Documentation" / "plots"
MATPLOTLIB = ["matplotlib==3.11.2"]


def benchmarks(only):
    names = sorted(path.parent.name for path in HERE.glob("*/compare.py"))
    return [name for name in names if not only or name in only]


def machine():
    model = "unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, {datetime.date.today().isoformat()}"


def replaced(document, name, content):
    """The document with the section of a benchmark replaced, or added at its end."""
    begin, end = f"<!-- {name} begins -->", f"<!-- {name} ends -->"
    section = f"{begin}\n{content.strip()}\n{end}"
    if begin not in document:
        return f"{document.rstrip()}\n\n## {name.capitalize()}\n\n{section}\n"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    return pattern.sub(lambda _: section, document)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=pathlib.Path, help="a folder of NAME.html.gz, for those that read pages")
    parser.add_argument("--figures", type=pathlib.Path, help="what a long run measured before, for those that take it")
    parser.add_argument("--ledger", type=pathlib.Path, help="a large ledger, for those that ask one")
    parser.add_argument("--ledgers", type=pathlib.Path, nargs="*", help="the same, of growing size")
    parser.add_argument("--only", nargs="*", help="the benchmarks to run")
    options = parser.parse_args()
    failed = []
    with tempfile.TemporaryDirectory() as work:
        for name in benchmarks(options.only):
            print(f"bench: {name}", file=sys.stderr, flush=True)
            figures = pathlib.Path(work) / f"{name}.json"
            script = HERE / name / "compare.py"
            command = [sys.executable, script, "--json", figures]
            for option in ["articles", "figures", "ledger", "ledgers"]:
                value = getattr(options, option)
                if value and f'"--{option}"' in script.read_text(encoding="utf-8"):
                    command += [f"--{option}", *(value if isinstance(value, list) else [value])]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
            print(done.stdout, flush=True)
            if done.returncode != 0:
                failed.append(name)
                continue
            content = f"{done.stdout.strip()}\n\n{machine()}."
            if figures.exists() and plot(name, figures):
                content += f"\n\n![{name}](plots/{name}.svg)"
            DOCUMENT.write_text(
                replaced(DOCUMENT.read_text(encoding="utf-8"), name, content), encoding="utf-8")
    if failed:
        sys.exit(f"bench: failed: {', '.join(failed)}")


def plot(name, figures):
    """Draws the figures of a benchmark, where plots.py knows how; whether it did."""
    python = peers.environment("plots", MATPLOTLIB)
    PLOTS.mkdir(exist_ok=True)
    done = subprocess.run([python, HERE / "plots.py", name, figures, PLOTS / f"{name}.svg"])
    return done.returncode == 0


if __name__ == "__main__":
    main()
