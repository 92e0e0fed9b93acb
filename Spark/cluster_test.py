#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads many pages on a cluster of this machine's own, kills a worker on the way, and compares with one machine.

    Spark/cluster_test.py [--articles FOLDER] [--pages 20000] [--json FILE]

Starts a standalone master and two workers on loopback, each on a core of its own. The pages are those of FOLDER (or the
samples), repeated under ids of their own until there are enough, and some damaged records. Checks that the killed
worker's pages are read all the same, that the result equals that of `entente worker` on one machine byte for byte after
sorting, nothing twice and nothing lost, and that the records that the job made of them are those that a Spark of one
process makes. Then reads a part of the pages with one and with two workers and compares the times, for which the machine
should be idle. Every step has a limit of time, so that a job that hangs is an error.
"""
import argparse
import base64
import gzip
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
# Seconds that one job may take.
LIMIT = 1800


def source_pages(folder):
    """The bytes of the pages to repeat, those in English first, since they take the most work."""
    if folder and folder.is_dir():
        paths = sorted(folder.glob("*.html.gz"))
        return [(path.name[:-8], gzip.decompress(path.read_bytes())) for path in paths]
    return [(path.stem, path.read_bytes()) for path in sorted((ROOT / "Samples" / "pages").glob("*.html"))]


def write_records(path, pages, count, files=8):
    """Writes `count` records and, on every thousandth place, one that is damaged; several files, as archives come."""
    path.mkdir()
    outputs = [gzip.open(path / f"part-{number}.ndjson.gz", "wb", compresslevel=1) for number in range(files)]
    encoded = [(name, base64.b64encode(body).decode("ascii")) for name, body in pages]
    for number in range(count):
        name, body = encoded[number % len(encoded)]
        line = json.dumps({"bytes": body, "id": f"{name}-{number // len(encoded)}"})
        if number % 1000 == 999:
            line = line[: len(line) // 2]
        outputs[number % files].write(line.encode() + b"\n")
    for output in outputs:
        output.close()


def on_one_machine(program, records, target):
    """The answers of two workers side by side, without Spark; their CPU seconds."""
    before = os.times()
    unpack = "zcat " + " ".join(str(part) for part in sorted(records.iterdir()))
    with open(target, "wb") as output:
        subprocess.run(f"{unpack} | {program} worker --jobs 2", shell=True, check=True, stdout=output, timeout=LIMIT)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


class Cluster:
    """A standalone master and workers, each a process that is known by its id."""

    def __init__(self, work, workers, memory):
        self.work = work
        self.processes = []
        self.port, self.page = free_port(), free_port()
        self.environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": str(work / "executors")}
        self._start("master.Master", "--port", str(self.port), "--webui-port", str(self.page))
        self._wait(lambda state: state["status"] == "ALIVE")
        cores = sorted(os.sched_getaffinity(0))
        self.workers = [
            self._start(
                "worker.Worker", "--cores", "1", "--memory", memory, "--webui-port", "0", self.url,
                core=cores[number % len(cores)])
            for number in range(workers)]
        self._wait(lambda state: state["aliveworkers"] == workers)

    @property
    def url(self):
        return f"spark://127.0.0.1:{self.port}"

    def _start(self, name, *arguments, core=None):
        """Starts a part of Spark, where `core` is given on that core alone, as on a machine that has but one."""
        import pyspark

        home = pathlib.Path(pyspark.__file__).parent
        command = [home / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", "--host", "127.0.0.1", *arguments]
        log = open(self.work / f"{name}-{len(self.processes)}.log", "wb")
        # A group of its own, so that a worker is killed with its executors.
        process = subprocess.Popen(
            command, stdout=log, stderr=log, start_new_session=True,
            preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
            env={**self.environment, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable})
        self.processes.append(process)
        return process

    def _wait(self, holds, seconds=120):
        for _ in range(seconds * 2):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.page}/json/") as answer:
                    if holds(json.load(answer)):
                        return
            except OSError:
                pass
            time.sleep(0.5)
        sys.exit(f"the cluster did not come up; see the logs in {self.work}")

    def kill_worker(self):
        os.killpg(self.workers[-1].pid, signal.SIGKILL)

    def stop(self):
        for process in self.processes:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def submit(cluster, program, source, target, partitions, *options):
    """Runs the job as a user would; its seconds by the clock."""
    package = cluster.work / "entente_spark.zip"
    with zipfile.ZipFile(package, "w") as archive:
        for module in sorted((HERE / "entente_spark").glob("*.py")):
            archive.write(module, f"entente_spark/{module.name}")
    import pyspark

    home = pathlib.Path(pyspark.__file__).parent
    command = [
        home / "bin" / "spark-submit", "--master", cluster.url, "--py-files", package,
        "--conf", "spark.executor.memory=1g", "--conf", "spark.driver.memory=1g", "--conf", "spark.task.maxFailures=8",
        "--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR", HERE / "entente_spark" / "job.py", source,
        target, "--format", "ndjson", "--entente", program, "--partitions", str(partitions), *options,
    ]
    started = time.monotonic()
    environment = {**cluster.environment, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable}
    log = cluster.work / "submit.log"
    with open(log, "ab") as output:
        try:
            subprocess.run(
                [str(part) for part in command], check=True, env=environment, stdout=output, stderr=output, timeout=LIMIT)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            sys.exit(f"the job failed: {error}\n{log.read_text(errors='replace')[-4000:]}")
    return time.monotonic() - started


def read_back(target):
    """The readings and failures that a job wrote, sorted."""
    import pyarrow.parquet

    readings = pyarrow.parquet.read_table(target / "readings", columns=["key", "reading"]).to_pydict()
    failures = pyarrow.parquet.read_table(target / "failures", columns=["key", "code"]).to_pydict()
    if len(set(readings["key"])) != len(readings["key"]):
        sys.exit("a page was read twice")
    return sorted(readings["reading"]), sorted(failures["code"])


def matched(target):
    """The rows of the records that a job made, sorted."""
    import pyarrow.parquet

    return {
        name: sorted(json.dumps(row, sort_keys=True) for row in pyarrow.parquet.read_table(target / name).to_pylist())
        for name in ("members", "records", "matches")}


def match_on_one_machine(program, readings, target):
    """Makes the records of `readings` in this process, without the cluster."""
    sys.path.insert(0, str(HERE))
    os.environ["PYTHONPATH"] = str(HERE)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    from pyspark.sql import SparkSession

    from entente_spark import job, matching

    spark = (
        SparkSession.builder.master("local[2]").appName("entente-one-machine").config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "3").config("spark.driver.memory", "1g")
        .config("spark.log.level", "ERROR").getOrCreate())
    try:
        matching.match(spark.read.parquet(str(readings)), job.matcher(program, LIMIT), str(target), 5)
    finally:
        spark.stop()


def expected(answers):
    readings, codes = [], []
    with open(answers, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            error = json.loads(line).get("error")
            if error:
                codes.append(error["code"])
            else:
                readings.append(line)
    return sorted(readings), sorted(codes)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=pathlib.Path, help="a folder of NAME.html.gz")
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--timed", type=int, help="pages for the comparison of one and two workers; default: as many")
    parser.add_argument("--entente", default=str(ROOT / ".build" / "release" / "entente"))
    parser.add_argument("--memory", default="2g", help="memory of each worker")
    parser.add_argument("--json", type=pathlib.Path, help="also write the figures to this file")
    options = parser.parse_args()
    timed = options.pages if options.timed is None else options.timed
    program = shutil.which(options.entente) or sys.exit(f"no program at {options.entente}: run make build")
    figures = {"pages": options.pages}
    with tempfile.TemporaryDirectory(prefix="entente-spark-") as folder:
        work = pathlib.Path(folder)
        pages = source_pages(options.articles)
        write_records(work / "records", pages, options.pages)
        figures["oneMachineCPUSeconds"] = round(
            on_one_machine(program, work / "records", work / "answers.ndjson"), 1)

        cluster = Cluster(work, workers=2, memory=options.memory)
        killer = threading.Timer(figures["oneMachineCPUSeconds"] / 6 + 20, cluster.kill_worker)
        try:
            killer.start()
            figures["secondsWithOneWorkerKilled"] = round(
                submit(cluster, program, work / "records", work / "tables", partitions=64), 1)
            figures["killed"] = cluster.workers[-1].poll() is not None
        finally:
            killer.cancel()
            cluster.stop()
        same = read_back(work / "tables") == expected(work / "answers.ndjson")
        figures["same"] = same
        match_on_one_machine(program, work / "tables" / "readings", work / "one-machine")
        records = matched(work / "tables")
        figures["items"], figures["records"] = len(records["members"]), len(records["records"])
        figures["sameRecords"] = records == matched(work / "one-machine")

        if timed:
            write_records(work / "timed", pages, timed)
            for workers in [1, 2]:
                cluster = Cluster(work, workers=workers, memory=options.memory)
                try:
                    figures[f"secondsWith{workers}"] = round(
                        submit(
                            cluster, program, work / "timed", work / f"timed-{workers}", 16, "--no-matching"), 1)
                finally:
                    cluster.stop()
    if timed:
        figures["twoAgainstOne"] = round(figures["secondsWith2"] / figures["secondsWith1"], 2)
    print(json.dumps(figures, indent=2))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    if not figures["killed"]:
        sys.exit("the job had ended before a worker was killed; give it more pages")
    return 0 if same and figures["sameRecords"] else 1


if __name__ == "__main__":
    sys.exit(main())
