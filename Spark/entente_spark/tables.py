# SPDX-License-Identifier: Apache-2.0
"""The tables that a job writes.

    readings   key, id, source, location, published, language, title, reading   one row a page, the reading whole
    parties    key, party, kind, name, party_json
    entries    key, entry, kind, type, title, date, confidence, entry_json
    evidence   key, entry, number, start, end, byte_start, byte_end, quote
    conflicts  key, number, kind, reason, conflict_json
    failures   key, id, code, message                                           pages that could not be read

`key` is the SHA-256 of the record, so that the same record is the same row wherever and however often it is read.
"""
from pyspark.sql import functions as F
from pyspark.sql.types import BinaryType, StringType, StructField, StructType

ANSWER = StructType([StructField("key", StringType(), False), StructField("answer", StringType(), False)])

_READING = """
    id string, schema string, source struct<id: string, location: string, language: string,
    published: struct<value: string>>, article struct<title: string>, parties array<string>, entries array<string>,
    conflicts array<string>, error struct<code: string, message: string>
"""
_SPAN = "array<struct<start: int, end: int, byteStart: int, byteEnd: int, quote: string>>"


def answers(records, read, partitions):
    """One answer for each distinct record; `read` is what `mapInArrow` takes."""
    keyed = records.select(F.sha2("record", 256).alias("key"), "record")
    # The same record is always in the same partition, which drops it there without another shuffle.
    return keyed.repartition(partitions, "key").mapInArrow(read, ANSWER)


def tables(answers):
    """The tables by their names, made of answers that were kept."""
    parsed = answers.withColumn("r", F.from_json("answer", _READING))
    whole = parsed.where(F.col("r.error").isNull())
    entries = _items(whole, "entries", "id string, kind string, type string, title string, confidence double, "
                                       f"date struct<value: string>, evidence {_SPAN}")
    return {
        "readings": whole.select(
            "key", F.col("r.id").alias("id"), F.col("r.source.id").alias("source"),
            F.col("r.source.location").alias("location"), F.col("r.source.published.value").alias("published"),
            F.col("r.source.language").alias("language"), F.col("r.article.title").alias("title"),
            F.col("answer").alias("reading")),
        "parties": _items(whole, "parties", "id string, kind string, name string").select(
            "key", F.col("item.id").alias("party"), "item.kind", "item.name", F.col("json").alias("party_json")),
        "entries": entries.select(
            "key", F.col("item.id").alias("entry"), "item.kind", "item.type", "item.title",
            F.col("item.date.value").alias("date"), "item.confidence", F.col("json").alias("entry_json")),
        "evidence": entries.select(
            "key", F.col("item.id").alias("entry"), F.posexplode("item.evidence").alias("number", "span")).select(
            "key", "entry", "number", "span.start", "span.end", F.col("span.byteStart").alias("byte_start"),
            F.col("span.byteEnd").alias("byte_end"), "span.quote"),
        "conflicts": _items(whole, "conflicts", "kind string, reason string").select(
            "key", "number", "item.kind", "item.reason", F.col("json").alias("conflict_json")),
        "failures": parsed.where(F.col("r.error").isNotNull()).select(
            "key", F.col("r.id").alias("id"), "r.error.code", "r.error.message"),
    }


def _items(parsed, name, schema):
    """A row for each item of one list of a reading, with its JSON."""
    items = parsed.select("key", F.posexplode(f"r.{name}").alias("number", "json"))
    return items.withColumn("item", F.from_json("json", schema))
