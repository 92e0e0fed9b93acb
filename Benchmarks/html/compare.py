#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the HTML parser against gumbo and lexbor: megabytes of pages parsed per CPU second, in one run.

    Benchmarks/html/compare.py [--articles FOLDER] [--rounds N] [--json FILE]

FOLDER holds pages as *.html or *.html.gz (default: ../shared/data/articles/pages beside the checkout). They are decoded
to UTF-8 first, which is not timed. Every round runs each parser once over all pages in a process of its own; the best
round counts. Needs libgumbo-dev; lexbor comes with the Python package selectolax, installed under the user's cache, and
its time includes the step from Python into C.
"""
import argparse
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SELECTOLAX = "selectolax==1.0.2"
LEXBOR = """
import sys, time
from selectolax.lexbor import LexborHTMLParser
data, pages, place = open(sys.argv[1], "rb").read(), [], 0
while place < len(data):
    end = data.index(b"\\n", place)
    length = int(data[place:end])
    pages.append(data[end + 1:end + 1 + length])
    place = end + 1 + length
start = time.process_time()
for page in pages:
    LexborHTMLParser(page)
print(time.process_time() - start, 0)
"""


def python():
    base = os.environ.get("XDG_CACHE_HOME", "")
    cache = pathlib.Path(base if base.startswith("/") else pathlib.Path.home() / ".cache")
    folder = cache / "entente" / "parsers"
    program = folder / "bin" / "python"
    if subprocess.run([program, "-c", "import selectolax"], capture_output=True).returncode if program.exists() else 1:
        venv.create(folder, with_pip=True)
        subprocess.run([program, "-m", "pip", "install", "--quiet", SELECTOLAX], check=True)
    return program


def gather(folder, target):
    total = count = 0
    for path in sorted(folder.glob("*.html*")):
        data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            data = data.decode("cp1252", "replace").encode()
        target.write(b"%d\n" % len(data) + data)
        total += len(data)
        count += 1
    return count, total


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=pathlib.Path, default=ROOT.parent / "shared" / "data" / "articles" / "pages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    if not options.articles.is_dir():
        sys.exit(f"compare: there are no pages at {options.articles}; name a folder with --articles")
    if subprocess.run(["pkg-config", "--exists", "gumbo"]).returncode:
        sys.exit("compare: gumbo is missing; install it with apt-get install libgumbo-dev")
    subprocess.run([os.environ.get("SWIFT", "swift"), "build", "-c", "release", "--package-path", HERE], check=True,
                   stdout=sys.stderr)
    program = HERE / ".build" / "release" / "parse"
    with tempfile.NamedTemporaryFile() as file:
        count, total = gather(options.articles, file)
        file.flush()
        commands = {
            "gumbo": [program, "gumbo", file.name],
            "lexbor (selectolax)": [python(), "-c", LEXBOR, file.name],
            "Entente's HTML": [program, "html", file.name],
        }
        best = {}
        for _ in range(options.rounds):
            for name, command in commands.items():
                output = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
                best[name] = min(best.get(name, 1e9), float(output[0]))
                if output[1] != "0":
                    sys.exit(f"compare: {name} refused {output[1]} pages")
    print(f"{count} pages, {total / 1e6:.1f} MB; the best of {options.rounds} rounds\n")
    print("| parser | CPU seconds | MB per CPU second | times gumbo |\n| --- | --- | --- | --- |")
    for name, seconds in best.items():
        print(f"| {name} | {seconds:.2f} | {total / 1e6 / seconds:.0f} | {best['gumbo'] / seconds:.1f} |")
    if options.json:
        options.json.write_text(json.dumps({"megabytes": total / 1e6, "seconds": best}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
