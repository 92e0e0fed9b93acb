# SPDX-License-Identifier: Apache-2.0
"""Records for `entente worker` from archives of pages: a data frame with one column, `record`, a line of JSON each."""
import base64
import json

from pyspark.sql import functions as F
from pyspark.sql.types import StringType, StructField, StructType

RECORD = StructType([StructField("record", StringType(), False)])
# The columns of a Parquet table that a record may have; others are passed over.
FIELDS = [
    "id", "title", "text", "published", "html", "bytes", "contentType", "retrieved", "url", "publisher", "language",
]
# Bodies that cannot be pages are not worth sending.
PAGE_TYPES = ("text/", "application/xhtml", "application/xml")
# A larger page is refused by the reader anyway.
MOST_BYTES = 20_000_000


def ndjson(spark, path):
    """Records as they stand in NDJSON, packed by gzip or not."""
    lines = spark.read.text(path).withColumnRenamed("value", "record")
    return lines.where(F.trim("record") != "")


def parquet(spark, path):
    """Records from a table whose columns are named as the fields of a record; `bytes` is binary."""
    table = spark.read.parquet(path)
    found = [name for name in FIELDS if name in table.columns]
    if not {"text", "html", "bytes"} & set(found):
        raise ValueError(f"{path} has neither a column text, html nor bytes")
    return table.select(F.to_json(F.struct(*found)).alias("record"))


def warc(spark, path):
    """A record for each page that was fetched with success; WARC, packed or not.

    An archive on a disk that all executors see is read as a stream; from other file systems one archive is held in an
    executor's memory at a time (and Spark takes no single file over 2 GB).
    """
    archives = spark.read.format("binaryFile").load(path)
    paths = archives.select("path")
    is_local = paths.where(~F.col("path").startswith("file:")).limit(1).count() == 0
    source = paths if is_local else archives.select("path", "content")
    count = max(1, source.count())
    return source.repartition(count).mapInArrow(_warc_batches, RECORD)


def _warc_batches(batches):
    import pyarrow as pa

    rows, size = [], 0
    for batch in batches:
        for archive in batch.to_pylist():
            for record in _warc_records(archive["path"], archive.get("content")):
                rows.append(record)
                size += len(record)
                # Few rows a batch: pages are large.
                if size > 8_000_000:
                    yield pa.RecordBatch.from_pydict({"record": rows})
                    rows, size = [], 0
    yield pa.RecordBatch.from_pydict({"record": pa.array(rows, pa.string())})


def _warc_records(path, content):
    import io
    from urllib.parse import unquote, urlparse

    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream = io.BytesIO(content) if content is not None else open(unquote(urlparse(path).path), "rb")
    with stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            http = record.http_headers
            if http is None or http.status_code != 200:
                continue
            # The whole value, whose charset the reader goes by.
            declared = http.get("Content-Type")
            if declared and not declared.lower().startswith(PAGE_TYPES):
                continue
            body = record.reader.read(MOST_BYTES + 1)
            yield warc_line(record.headers, declared, body)


def warc_line(headers, content_type, body):
    """The record of one response."""
    fields = {
        "id": headers.get("WARC-Record-ID"),
        "url": headers.get("WARC-Target-URI"),
        "retrieved": headers.get("WARC-Date"),
        "contentType": content_type,
        "bytes": base64.b64encode(body).decode("ascii"),
    }
    return json.dumps({key: value for key, value in fields.items() if value is not None}, sort_keys=True)


READERS = {"ndjson": ndjson, "parquet": parquet, "warc": warc}
