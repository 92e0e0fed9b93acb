# SPDX-License-Identifier: Apache-2.0
"""A job gives what one machine gives, from each kind of archive."""
import base64
import gzip
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

from entente_spark import inputs, job

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Samples" / "pages"
COPIES = 2
TABLES = ["conflicts", "entries", "evidence", "failures", "parties", "readings"]


def pages():
    return [(path.name, path.read_bytes()) for path in sorted(SAMPLES.glob("*.html"))]


def records():
    """The sample pages, twice under other names, one record twice, and two that are damaged."""
    lines = []
    for copy in range(COPIES):
        for name, body in pages():
            lines.append(json.dumps({"id": f"{name}-{copy}", "bytes": base64.b64encode(body).decode("ascii")}))
    return [*lines, lines[0], "{not json", json.dumps({"id": "blank", "text": " "})]


def answers(program, lines):
    """What the program says on this machine, without Spark."""
    done = subprocess.run([program, "worker"], input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().splitlines()


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "pages.ndjson.gz"
    path.write_bytes(gzip.compress("\n".join(records()).encode()))
    return path


@pytest.fixture(scope="module")
def target(spark, archive, program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    job.run(spark, str(archive), str(folder), "ndjson", program, partitions=3, is_matched=False)
    return folder


def rows(spark, folder, name):
    return sorted(spark.read.parquet(str(folder / name)).toJSON().collect())


def test_the_readings_are_those_of_one_machine_each_once(spark, target, program):
    expected = [line for line in answers(program, sorted(set(records()))) if "error" not in json.loads(line)]
    table = spark.read.parquet(str(target / "readings"))
    assert sorted(row.reading for row in table.collect()) == sorted(expected)
    assert len(expected) == COPIES * len(pages())


def test_damaged_records_end_in_their_table(spark, target):
    failures = spark.read.parquet(str(target / "failures")).collect()
    assert sorted((row.id or "", row.code) for row in failures) == [("", "PAGE-007"), ("blank", "PAGE-001")]


def test_every_entry_has_evidence_whose_quote_stands_in_the_text(spark, target):
    texts = {}
    for row in spark.read.parquet(str(target / "readings")).collect():
        texts[row.key] = json.loads(row.reading)["article"]["text"]
    evidence = spark.read.parquet(str(target / "evidence")).collect()
    assert evidence
    assert all(texts[row.key][row.start:row.end] == row.quote for row in evidence)
    proven = {(row.key, row.entry) for row in evidence}
    entries = spark.read.parquet(str(target / "entries")).collect()
    assert {(row.key, row.entry) for row in entries} == proven


def test_a_job_that_is_run_again_leaves_the_same_tables(spark, archive, target, program):
    before = {name: rows(spark, target, name) for name in TABLES}
    job.run(spark, str(archive), str(target), "ndjson", program, partitions=5, is_matched=False)
    assert {name: rows(spark, target, name) for name in TABLES} == before


def exported(program, ledger):
    done = subprocess.run(
        [program, "export", "ndjson", "--with-text", "--ledger", ledger], stdout=subprocess.PIPE, check=True)
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    # Of two records of one page either may come first.
    return sorted(json.dumps({**reading, "id": None}, sort_keys=True) for reading in readings)


def test_entente_import_takes_the_tables_and_gives_the_ledger_of_one_machine(archive, target, program, tmp_path):
    search = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    assert shutil.which("duckdb", path=search), "DuckDB, which reads Parquet, is not installed"
    readings = [line for line in answers(program, records()) if "error" not in json.loads(line)]
    (tmp_path / "readings.ndjson").write_text("\n".join(readings) + "\n")
    ledgers = []
    for source in [target, tmp_path / "readings.ndjson"]:
        ledgers.append(tmp_path / f"{len(ledgers)}.sqlite")
        told = subprocess.run(
            [program, "import", source, "--ledger", ledgers[-1]], env={**os.environ, "PATH": search},
            stdout=subprocess.PIPE, check=True).stdout.decode()
        assert told.startswith(f"{len(pages())} added") and "0 refused" in told, told
    assert exported(program, ledgers[0]) == exported(program, ledgers[1])


def test_parquet_and_warc_give_the_readings_of_the_same_pages(spark, program, tmp_path):
    from pyspark.sql import Row

    table = [Row(url=f"https://example.org/{name}", bytes=bytearray(body)) for name, body in pages()]
    spark.createDataFrame(table).write.parquet(str(tmp_path / "pages.parquet"))
    (tmp_path / "pages.warc.gz").write_bytes(warc(pages()))
    found = {}
    for form in ["parquet", "warc"]:
        job.run(spark, str(tmp_path / f"pages.{form}{'.gz' if form == 'warc' else ''}"), str(tmp_path / form), form,
                program, partitions=2, is_matched=False)
        found[form] = sorted(
            (row.location, row.source, row.title)
            for row in spark.read.parquet(str(tmp_path / form / "readings")).collect())
    assert found["warc"] == found["parquet"]
    assert len(found["warc"]) == len(pages())


def test_a_table_without_pages_is_refused(spark, tmp_path):
    spark.range(3).write.parquet(str(tmp_path / "numbers"))
    with pytest.raises(ValueError, match="neither a column"):
        inputs.parquet(spark, str(tmp_path / "numbers"))


def warc(pages):
    """An archive with a response for each page, one that failed, and a picture."""
    packed = io.BytesIO()
    responses = [(name, b"200 OK", b"text/html", body) for name, body in pages]
    responses += [("gone", b"404 Not Found", b"text/html", b"<p>Gone"), ("dot", b"200 OK", b"image/png", b"\x89PNG")]
    for name, status, kind, body in responses:
        http = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
            f"WARC-Target-URI: https://example.org/{name}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n").encode()
        packed.write(gzip.compress(head + http + b"\r\n\r\n"))
    return packed.getvalue()
