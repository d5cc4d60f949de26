"""`reviewer score --parquet …` and `--database …`: the arguments."""

from argparse import ArgumentParser, Namespace
from pathlib import Path


def add_archive_arguments(parser: ArgumentParser) -> None:
    """Take an archive, its columns, and where it is worked on."""
    archive = parser.add_argument_group("archives of millions of segments, in Parquet files or a database")
    archive.add_argument("--parquet", type=Path, nargs="+", metavar="FILE")
    archive.add_argument("--database", metavar="URL", help="such as postgresql+psycopg://user@host/name")
    archive.add_argument("--table", metavar="NAME", help="of the database")
    archive.add_argument("--key", default="id", metavar="COLUMN", help="its whole-number key")
    archive.add_argument("--hypothesis-column", nargs="+", metavar="COLUMN", help="one a system")
    archive.add_argument("--reference-column", nargs="+", metavar="COLUMN")
    archive.add_argument("--document-column", default="", metavar="COLUMN", help="resample these as wholes")
    archive.add_argument("--partition-rows", type=int, default=50_000, metavar="N", help="worked on at once")
    archive.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="of a Dask cluster, to work there")


def is_archive(options: Namespace) -> bool:
    """Whether the arguments name an archive."""
    return bool(options.parquet or options.database)
