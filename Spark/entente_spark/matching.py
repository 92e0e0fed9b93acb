# SPDX-License-Identifier: Apache-2.0
"""Brings together on the cluster what many pages say of one party or entry, by the ledger's own block keys.

    members   item, key, short, class, record          the record of each party and entry of each page
    records   record, class, kind, name, items, pages  one row a record
    matches   class, left, right, score, reasons       what was compared and is likely one, for a person to see

What belongs together is decided by `entente match` alone; here the lines are shuffled between its steps. In each of three
rounds (bodies, then persons, then entries) a page's items are taken out, items under one key are compared, and what the
pairs tie together is cut into records. All of it depends on the set of pages alone, not on their order or partitions.
"""
import json
import os

from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.types import StringType, StructField, StructType

ROUNDS = ["bodies", "persons", "entries"]
# From this score on two things are made one, as in a ledger.
MERGE = 0.85
_LINE = StructType([StructField("line", StringType(), False)])
_ITEM = "array<struct<id: string, node: string, keys: array<bigint>, kind: string, name: string, profile: string>>"
_PAIR = "array<struct<left: string, right: string, score: double, reasons: array<string>>>"


def match(readings, answer, target, partitions):
    """Writes the tables into the folder `target`, made of the table `readings`; gives the number of rows of each.

    `answer(step, of)` gives what `mapInArrow` runs to have lines answered by a step of `entente match`.
    """
    spark = readings.sparkSession
    steps = _Steps(spark, answer, os.path.join(target, "matching"), partitions)
    placed = None
    for of in ROUNDS:
        members = steps.round(readings, placed, of)
        placed = members if placed is None else placed.unionByName(members)
    members = placed.select("item", "key", "short", "class", "record")
    tables = {
        "members": members,
        "records": _records(placed),
        "matches": steps.matches(),
    }
    counts = {}
    for name, table in tables.items():
        table.write.mode("overwrite").parquet(os.path.join(target, name))
        counts[name] = spark.read.parquet(os.path.join(target, name)).count()
    steps.clear()
    return counts


class _Steps:
    """The steps of a round; what each leaves is written, so that a lost executor costs no more than its own tasks."""

    def __init__(self, spark, answer, folder, partitions):
        self.spark = spark
        self.answer = answer
        self.folder = folder
        self.partitions = partitions

    def round(self, readings, placed, of):
        """The members of the records of one round: item, key, short, class, record, kind, name."""
        items = self._kept(self._items(readings, placed, of), f"{of}-items")
        pairs = self._kept(self._pairs(items, of), f"{of}-pairs")
        component = self._components(pairs.where(F.col("score") >= MERGE).select("left", "right"), of)
        records = self._kept(self._records(items, pairs, component, of), f"{of}-records")
        named = items.join(records, "node", "left").withColumn("group", F.coalesce("group", "node"))
        # A record is named after the first of its items.
        record = F.min("item").over(Window.partitionBy("group"))
        return self._kept(
            named.select("item", "key", "short", F.lit(of).alias("class"), record.alias("record"), "kind", "name"),
            f"{of}-members")

    def matches(self):
        """What was likely one in any round, with the first item of each node."""
        found = None
        for of in ROUNDS:
            first = self._read(f"{of}-items").groupBy("node").agg(F.min("item").alias("item"))
            pairs = self._read(f"{of}-pairs").where("score > 0")
            rows = (
                pairs.join(first.select(F.col("node").alias("left"), F.col("item").alias("left_item")), "left")
                .join(first.select(F.col("node").alias("right"), F.col("item").alias("right_item")), "right")
                .select(F.lit(of).alias("class"), F.least("left_item", "right_item").alias("left"),
                        F.greatest("left_item", "right_item").alias("right"), "score", "reasons"))
            found = rows if found is None else found.unionByName(rows)
        return found

    def _items(self, readings, placed, of):
        pages = readings.select("key", "reading")
        known = F.lit("null")
        if placed is not None:
            kinds = Window.partitionBy("record").orderBy(_kind_rank(), "item")
            entry = F.struct("short", F.struct("record", F.first("kind").over(kinds).alias("kind")).alias("placed"))
            by_page = placed.select("key", entry.alias("entry")).groupBy("key").agg(
                F.map_from_entries(F.sort_array(F.collect_list("entry"))).alias("records"))
            pages = pages.join(by_page, "key", "left")
            known = F.coalesce(F.to_json("records"), F.lit("null"))
        line = F.concat(
            F.lit('{"key":"'), "key", F.lit('","reading":'), "reading", F.lit(',"records":'), known, F.lit("}"))
        answers = self._answered(pages.select(line.alias("line")), "items", of)
        item = answers.select(F.explode(F.from_json("line", f"items {_ITEM}")["items"]).alias("item")).select("item.*")
        name = F.split("id", "#")
        return item.select(
            F.col("id").alias("item"), name[0].alias("key"), name[1].alias("short"), "node", "keys", "kind", "name",
            "profile")

    def _pairs(self, items, of):
        nodes = items.select("node", "keys", "profile").dropDuplicates(["node"])
        keyed = nodes.select(F.explode("keys").alias("block"), F.struct("node", "profile").alias("node"))
        blocks = keyed.groupBy("block").agg(F.sort_array(F.collect_set("node")).alias("nodes")).where(F.size("nodes") > 1)
        # Names of many spellings bring the same nodes together under several keys.
        blocks = blocks.select("nodes").dropDuplicates()
        answers = self._answered(blocks.select(F.to_json(F.struct("nodes")).alias("line")), "pairs", of)
        pair = answers.select(F.explode(F.from_json("line", f"pairs {_PAIR}")["pairs"]).alias("pair")).select("pair.*")
        return pair.dropDuplicates(["left", "right"])

    def _components(self, edges, of):
        """Node and component, the least node that it hangs together with; by alternating stars (Kiveris et al., 2014)."""
        edges = self._kept(edges.select(F.greatest("left", "right").alias("u"), F.least("left", "right").alias("v")),
                           f"{of}-edges-0")
        turn = 0
        while True:
            turn += 1
            both = edges.unionByName(edges.select(F.col("v").alias("u"), F.col("u").alias("v")))
            large = _star(both).where("v > u").select(F.col("v").alias("u"), F.col("least").alias("v")).distinct()
            # The small star: whatever is not greater than the node, and the node itself, hang on the least of them.
            near = _star(large)
            small = near.select(F.col("v").alias("u"), F.col("least").alias("v")).unionByName(
                near.select("u", F.col("least").alias("v"))).where("u <> v").distinct()
            fresh = self._kept(small, f"{of}-edges-{turn}")
            if fresh.exceptAll(edges).isEmpty() and edges.exceptAll(fresh).isEmpty():
                break
            edges = fresh
        roots = edges.select(F.col("v").alias("node"), F.col("v").alias("component")).distinct()
        found = edges.select(F.col("u").alias("node"), F.col("v").alias("component")).unionByName(roots)
        return self._kept(found, f"{of}-components")

    def _records(self, items, pairs, component, of):
        """Node and group for all that is one with something else."""
        left = component.select(F.col("node").alias("left"), "component")
        right = component.select(F.col("node").alias("right"), F.col("component").alias("other"))
        ties = (
            pairs.join(left, "left").join(right, "right").where("component = other").groupBy("component")
            .agg(F.sort_array(F.collect_list(F.struct("left", "right", "score"))).alias("ties")))
        here = items.select("key", "node").distinct().join(component, "node")
        there = here.select("key", F.col("node").alias("second"), F.col("component").alias("other"))
        apart = (
            here.join(there, "key").where("component = other AND node < second").groupBy("component")
            .agg(F.sort_array(F.collect_set(F.array("node", "second"))).alias("apart")))
        line = F.to_json(F.struct("ties", F.coalesce("apart", F.array().cast("array<array<string>>")).alias("apart")))
        lines = ties.join(apart, "component", "left").select(line.alias("line"))
        answers = self._answered(lines, "records", of)
        record = answers.select(
            F.explode(F.from_json("line", "records array<array<string>>")["records"]).alias("nodes"))
        return record.select(F.col("nodes")[0].alias("group"), F.explode("nodes").alias("node"))

    def _answered(self, lines, step, of):
        return lines.repartition(self.partitions).mapInArrow(self.answer(step, of), _LINE)

    def _kept(self, table, name):
        table.write.mode("overwrite").parquet(os.path.join(self.folder, name))
        return self._read(name)

    def clear(self):
        """Takes away what the steps left."""
        path = self.spark._jvm.org.apache.hadoop.fs.Path(self.folder)
        path.getFileSystem(self.spark._jsc.hadoopConfiguration()).delete(path, True)

    def _read(self, name):
        return self.spark.read.parquet(os.path.join(self.folder, name))


def _star(edges):
    """Each edge with the least of the node `u` and its neighbours."""
    least = edges.groupBy("u").agg(F.least(F.min("v"), F.first("u")).alias("least"))
    return edges.join(least, "u")


def _kind_rank():
    """What is a city or country on one page is so on all."""
    return F.when(F.col("kind") == "country", 0).when(F.col("kind") == "city", 1).otherwise(2)


def _records(members):
    names = members.groupBy("class", "record", "name").agg(F.count("*").alias("uses"))
    commonest = Window.partitionBy("record").orderBy(F.desc("uses"), "name")
    name = names.withColumn("rank", F.row_number().over(commonest)).where("rank = 1").select("record", "name")
    kinds = Window.partitionBy("record").orderBy(_kind_rank(), "item")
    kind = members.withColumn("rank", F.row_number().over(kinds)).where("rank = 1").select("record", "kind")
    counts = members.groupBy("record", "class").agg(
        F.count("*").alias("items"), F.countDistinct("key").alias("pages"))
    return counts.join(kind, "record").join(name, "record").select("record", "class", "kind", "name", "items", "pages")


def answering(worker):
    """What `mapInArrow` runs: each line of a partition is answered by `worker()`, a new worker on that machine."""

    def run(batches):
        import pyarrow as pa

        lines = ((None, line.encode()) for batch in batches for line in batch.column("line").to_pylist())
        answers, size = [], 0
        for _, answer in worker().answers(lines):
            if b'"entente.failure/1"' in answer[:400]:
                raise RuntimeError(f"entente match: {json.loads(answer)['error']['message']}")
            answers.append(answer.decode())
            size += len(answer)
            if size > 8_000_000:
                yield pa.RecordBatch.from_pydict({"line": answers})
                answers, size = [], 0
        yield pa.RecordBatch.from_pydict({"line": pa.array(answers, pa.string())})

    return run
