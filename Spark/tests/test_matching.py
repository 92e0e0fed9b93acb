# SPDX-License-Identifier: Apache-2.0
"""What many pages say of one thing is brought together on the cluster as in a ledger."""
import base64
import collections
import itertools
import json
import pathlib
import sqlite3
import subprocess

import pytest

from entente_spark import job, matching

CORPUS = pathlib.Path(__file__).resolve().parents[2] / "Samples" / "corpus" / "pages"
TABLES = ["members", "records", "matches"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """The pages of the test corpus, each under its file's name."""
    path = tmp_path_factory.mktemp("corpus") / "pages.ndjson"
    lines = [
        json.dumps({"id": page.name, "bytes": base64.b64encode(page.read_bytes()).decode("ascii")})
        for page in sorted(CORPUS.glob("*.html"))]
    path.write_text("\n".join(lines))
    return path


@pytest.fixture(scope="module")
def target(spark, archive, program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    job.run(spark, str(archive), str(folder), "ndjson", program, partitions=3)
    return folder


@pytest.fixture(scope="module")
def ledger(archive, program, tmp_path_factory):
    """The record of each item by page and short id, in a ledger of the same pages."""
    path = tmp_path_factory.mktemp("ledger") / "ledger.sqlite"
    subprocess.run([program, "add", str(archive), "--ledger", str(path)], check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return {
            (page, short): record
            for page, short, record in database.execute(
                "SELECT source.record, item.short, membership.canonical FROM item "
                "JOIN source ON source.number = item.source JOIN membership ON membership.item = item.number")}


def found(spark, target):
    pages = {row.key: row.id for row in spark.read.parquet(str(target / "readings")).select("key", "id").collect()}
    rows = spark.read.parquet(str(target / "members")).collect()
    return {(pages[row.key], row.short): (row["class"], row.record) for row in rows}


def pairs(groups):
    """The pairs of items that are one."""
    members = collections.defaultdict(list)
    for item, group in groups.items():
        members[group].append(item)
    return {pair for items in members.values() for pair in itertools.combinations(sorted(items), 2)}


@pytest.mark.parametrize("classes, least", [(["bodies", "persons"], 0.95), (["entries"], 0.85)])
def test_the_cluster_brings_together_what_a_ledger_does(spark, target, ledger, classes, least):
    members = found(spark, target)
    assert members.keys() == ledger.keys()
    wanted = {item for item, (of, _) in members.items() if of in classes}
    mine = pairs({item: members[item] for item in wanted})
    theirs = pairs({item: ledger[item] for item in wanted})
    assert len(theirs) > 100
    f1 = 2 * len(mine & theirs) / (len(mine) + len(theirs))
    assert f1 >= least, sorted(mine ^ theirs)


def test_two_entries_of_one_page_are_never_one(spark, target):
    entries = [(page, record) for (page, _), (of, record) in found(spark, target).items() if of == "entries"]
    assert len(entries) == len(set(entries))


def test_every_item_is_in_one_record_that_counts_it(spark, target):
    members = spark.read.parquet(str(target / "members"))
    assert members.count() == members.select("item").distinct().count()
    counted = {row.record: (row.items, row.pages) for row in spark.read.parquet(str(target / "records")).collect()}
    truth = collections.defaultdict(list)
    for row in members.collect():
        truth[row.record].append(row.key)
    assert counted == {record: (len(keys), len(set(keys))) for record, keys in truth.items()}


def test_a_match_says_why(spark, target):
    matches = spark.read.parquet(str(target / "matches")).collect()
    assert matches
    assert all(row.left < row.right and row.reasons and 0 < row.score <= 1 for row in matches)


def test_the_tables_do_not_depend_on_partitions(spark, target, program, tmp_path):
    readings = spark.read.parquet(str(target / "readings"))
    matching.match(readings.repartition(5), job.matcher(program, 300), str(tmp_path), 2)
    for name in TABLES:
        before, after = (
            sorted(spark.read.parquet(str(folder / name)).toJSON().collect()) for folder in (target, tmp_path))
        assert before == after, name
    assert not (tmp_path / "matching").exists()


def test_components_of_long_chains_are_found_whole(spark, tmp_path):
    chain = [(f"n{number:03}", f"n{number + 1:03}") for number in range(60)] + [("x", "y"), ("z", "y")]
    steps = matching._Steps(spark, None, str(tmp_path), 2)
    rows = steps._components(spark.createDataFrame(chain, "left string, right string"), "chain").collect()
    groups = collections.defaultdict(set)
    for row in rows:
        groups[row.component].add(row.node)
    assert groups == {"n000": {f"n{number:03}" for number in range(61)}, "x": {"x", "y", "z"}}


def test_a_line_that_a_step_does_not_take_ends_the_job_with_its_reason(spark, program, tmp_path):
    steps = matching._Steps(spark, job.matcher(program, 60), str(tmp_path), 1)
    lines = spark.createDataFrame([("{}",)], "line string")
    with pytest.raises(Exception, match="LEDGER-021"):
        steps._answered(lines, "pairs", "bodies").collect()
