"""Annotate a table of texts with Spark: the pure function of the library under `mapInPandas`.

    pip install pyspark pyarrow pandas
    python examples/spark_corpus.py texts.jsonl annotated

Reads JSON lines with the columns id, text and published, writes Parquet with a document a row. Each Python worker
of Spark loads the model once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pandas
from pyspark.sql import SparkSession

from claims.corpus import annotate_batch

SCHEMA = "id string, document string, words long, sentences long, claims long, kind string, error string"


def annotate(frames: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
    """Annotate the frames of one partition."""
    for frame in frames:
        records = frame.astype(object).where(frame.notna(), None).to_dict("records")
        yield pandas.DataFrame(annotate_batch(records), columns=[field.split()[0] for field in SCHEMA.split(", ")])


def main(source: str, target: str) -> None:
    """Annotate one file or folder of JSON lines."""
    spark = SparkSession.builder.appName("claims").getOrCreate()
    # Frames of 64 texts instead of 10,000: what a worker holds at a time.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 64)
    done = spark.read.json(source).mapInPandas(annotate, SCHEMA)
    done.write.mode("errorifexists").parquet(target)
    print(f"{target}: {spark.read.parquet(target).count()} texts")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
