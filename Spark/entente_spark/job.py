# SPDX-License-Identifier: Apache-2.0
"""Reads an archive of pages into Parquet tables.

    spark-submit --py-files entente_spark.zip Spark/entente_spark/job.py INPUT OUTPUT --format warc
"""
import argparse
import os
import sys

from pyspark import SparkFiles
from pyspark.sql import SparkSession

from entente_spark import inputs, matching, tables
from entente_spark.worker import Worker

# What `Spark/bundle` packs, unpacked by Spark into each executor's folder under this name.
BUNDLE = "entente-bundle"


def reader(program, patience):
    """What `mapInArrow` runs in each partition: one worker that answers the partition's records."""

    def read(batches):
        import pyarrow as pa

        seen = set()

        def records():
            for batch in batches:
                for key, record in zip(batch.column("key").to_pylist(), batch.column("record").to_pylist()):
                    if key not in seen:
                        seen.add(key)
                        # A line break inside of JSON text is white space.
                        yield key, record.replace("\n", " ").encode()

        keys, answers = [], []
        for key, answer in worker(program, patience, "worker").answers(records()):
            keys.append(key)
            answers.append(answer.decode())
            if len(keys) == 200:
                yield pa.RecordBatch.from_pydict({"key": keys, "answer": answers})
                keys, answers = [], []
        yield pa.RecordBatch.from_pydict(
            {"key": pa.array(keys, pa.string()), "answer": pa.array(answers, pa.string())})

    return read


def worker(program, patience, *arguments):
    """A worker on this machine that runs `program` with `arguments`."""
    path, environment = located(program)
    return Worker(path, arguments, environment, patience)


def located(program):
    """The program's path on this machine and the environment that it needs: its own, or that of the bundle."""
    bundle = next((path for path in (BUNDLE, SparkFiles.get(BUNDLE)) if os.path.isdir(path)), None)
    if program or not bundle:
        return program or "entente", {}
    bundle = os.path.abspath(bundle)
    return os.path.join(bundle, "entente"), {
        "ENTENTE_MODEL": os.path.join(bundle, "model"),
        "ENTENTE_GAZETTEER": os.path.join(bundle, "places.bin"),
    }


def run(spark, source, target, form, program=None, partitions=None, patience=300, is_matched=True):
    """Reads `source` and writes the tables into the folder `target`; gives the number of rows of each.

    The answers are kept first (`target/answers`), the tables are made of them. A table is replaced whole, so a job that
    is run again leaves the same tables.
    """
    partitions = partitions or 4 * spark.sparkContext.defaultParallelism
    # Packed files cannot be split; several of them in one task would keep the others waiting.
    spark.conf.set("spark.sql.files.minPartitionNum", partitions)
    records = inputs.READERS[form](spark, source)
    kept = os.path.join(target, "answers")
    tables.answers(records, reader(program, patience), partitions).write.mode("overwrite").parquet(kept)
    counts = {}
    for name, table in tables.tables(spark.read.parquet(kept)).items():
        table.write.mode("overwrite").parquet(os.path.join(target, name))
        counts[name] = spark.read.parquet(os.path.join(target, name)).count()
    if is_matched:
        readings = spark.read.parquet(os.path.join(target, "readings"))
        # Comparing is quick beside reading, and each task starts a program.
        counts |= matching.match(readings, matcher(program, patience), target, max(1, partitions // 4))
    return counts


def matcher(program, patience):
    """What answers lines by a step of `entente match`."""
    return lambda step, of: matching.answering(lambda: worker(program, patience, "match", step, "--of", of))


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", help="a path, folder or pattern on any file system that Spark knows")
    parser.add_argument("output", help="the folder to write the tables into")
    parser.add_argument("--format", choices=sorted(inputs.READERS), required=True)
    parser.add_argument("--entente", help="the program's path, the same on every machine; default: the bundle's")
    parser.add_argument("--partitions", type=int, help="tasks to cut the work into; default: 4 for each core")
    parser.add_argument("--patience", type=int, default=300, help="seconds that one page may take")
    parser.add_argument("--no-matching", action="store_true", help="leave parties and entries as each page has them")
    options = parser.parse_args(arguments)
    spark = SparkSession.builder.appName("entente").getOrCreate()
    try:
        counts = run(
            spark, options.input, options.output, options.format, options.entente, options.partitions,
            options.patience, not options.no_matching)
    finally:
        spark.stop()
    for name, count in counts.items():
        print(f"{name}\t{count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
