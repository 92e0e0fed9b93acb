#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what pages of the Desk cost, and how it bears a crowd.

    Benchmarks/desk/compare.py [--ledger FILE] [--seconds N] [--json FILE]

Without --ledger it makes one of 2,000 generated pages by `ledger-benchmark`. A ledger that is given is only read. Needs
wrk. "First" is a page that nobody asked for before, one client, CPU of the server; the rest are 100 clients.
"""
import argparse
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import peers  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
BUILD = ["swift", "build", "-c", "release", "--product"]
CLIENTS = 100
# As many different pages as a day's work of an office looks at again and again.
ADDRESSES = 50
PAIRS = """SELECT '/pairs/' || one.id || '/' || two.id FROM pair_contact AS pair
    JOIN canonical AS one ON one.number = pair.low JOIN canonical AS two ON two.number = pair.high
    ORDER BY pair.low * 7919 % 10007, pair.high LIMIT 2000"""
NAMES = "SELECT heading FROM canonical WHERE class = 'party' ORDER BY number * 7919 % 10007, number LIMIT 2000"


class Desk:
    """A running `entente serve`."""

    def __init__(self, ledger):
        program = peers.ROOT / ".build" / "release" / "entente"
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--ledger", ledger], stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip().rstrip("/")

    def cpu(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0.0

    def first(self, paths):
        """CPU milliseconds of a page, each asked for once."""
        before = self.cpu()
        for path in paths:
            with urllib.request.urlopen(self.address + path) as answer:
                answer.read()
        return (self.cpu() - before) * 1000 / len(paths)

    def crowd(self, paths, seconds, pause, work):
        command, environment = self.load(paths, seconds, pause, work)
        before = self.cpu()
        done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        figures = json.loads([line for line in done.stdout.splitlines() if line.startswith("{")][-1])
        return figures | {"cpu": (self.cpu() - before) * 1000 / max(1, figures["requests"]), "memory": self.memory()}

    def load(self, paths, seconds, pause, work):
        file = pathlib.Path(work) / "paths"
        file.write_text("".join(f"{path}\n" for path in paths))
        environment = os.environ | {"DESK_PATHS": str(file), "DESK_PAUSE": str(pause)}
        return ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "30s", "-s", HERE / "load.lua",
                self.address], environment

    def stop_under_load(self, paths, work):
        """Tells it to stop while all clients wait for answers; gives its exit status and the seconds that it took."""
        command, environment = self.load(paths, 10, 0, work)
        crowd = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        time.sleep(3)
        started = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=60)
        seconds = time.monotonic() - started
        crowd.wait()
        return status, seconds


def measured(ledger, seconds, work):
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as database:
        pairs = [row[0] for row in database.execute(PAIRS)]
        searches = ["/search?q=" + urllib.parse.quote(row[0]) for row in database.execute(NAMES)]
        entries = database.execute("SELECT count(*) FROM entry").fetchone()[0]
    rows = []
    for name, paths in [("pair page", pairs), ("search", searches)]:
        desk = Desk(ledger)
        desk.first(paths[-3:])
        first = desk.first(paths[ADDRESSES:ADDRESSES + 100])
        for manner, pause in [("each asks as soon as it is answered", 0), ("each looks at a page for 2 s", 2000)]:
            crowded = paths[:ADDRESSES]
            figures = desk.crowd(crowded, seconds, pause, work)
            rows.append({"page": name, "manner": manner, "first": first, "paths": len(crowded)} | figures)
        status, took = desk.stop_under_load(paths, work)
        rows[-1] |= {"status": status, "stop": took}
    return {"entries": entries, "rows": rows}


def text(figures):
    heading = ["page", "100 clients", "first, CPU", "answers a second", "failed", "median", "95 %", "99 %",
               "CPU a page", "memory, highest"]
    lines = [[
        f"{row['page']}, {row['paths']:,} addresses", row["manner"], f"{row['first']:.1f} ms",
        f"{row['requests'] / row['seconds']:,.0f}", f"{row['failed']:,}", f"{row['median']:,.0f} ms",
        f"{row['p95']:,.0f} ms", f"{row['p99']:,.0f} ms", f"{row['cpu']:.1f} ms", f"{row['memory']:,.0f} MB",
    ] for row in figures["rows"]]
    stops = ", ".join(f"{row['stop']:.1f} s (exit {row['status']})" for row in figures["rows"] if "stop" in row)
    return (f"A ledger of {figures['entries']:,} entries.\n\n{peers.table(heading, lines)}\n\n"
            f"Told to stop with requests in flight it was gone after {stops}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ledger", type=pathlib.Path, help="a ledger to ask, which is not changed")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("desk: wrk is missing; apt-get install wrk")
    with tempfile.TemporaryDirectory() as work:
        ledger = options.ledger
        if not ledger:
            ledger = pathlib.Path(work) / "ledger.sqlite"
            subprocess.run([*BUILD, "ledger-benchmark"], cwd=peers.ROOT, check=True, stdout=sys.stderr)
            subprocess.run([peers.ROOT / ".build" / "release" / "ledger-benchmark", "2000", ledger], check=True,
                           stdout=sys.stderr)
        figures = measured(ledger, options.seconds, work)
    print(text(figures))
    if options.json:
        options.json.write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
