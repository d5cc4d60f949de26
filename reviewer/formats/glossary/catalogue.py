"""The table of the formats of glossaries."""

from reviewer.formats.form import Carries, Format, Kind

_TERMS = frozenset({Carries.GLOSSARY})

GLOSSARIES: tuple[Format, ...] = (
    Format(
        id="glossary-csv",
        title="Glossary (CSV or TSV)",
        suffixes=(".csv", ".tsv", ".tab"),
        kind=Kind.GLOSSARY,
        carries=_TERMS,
        reader="reviewer.formats.glossary.table:read_delimited",
        writer="reviewer.formats.glossary.table:write_delimited",
    ),
    Format(
        id="glossary-xlsx",
        title="Glossary (Excel workbook)",
        suffixes=(".xlsx",),
        kind=Kind.GLOSSARY,
        carries=_TERMS,
        reader="reviewer.formats.glossary.table:read_xlsx",
        writer="reviewer.formats.glossary.table:write_xlsx",
    ),
    Format(
        id="glossary-tbx",
        title="Glossary (TBX 3)",
        suffixes=(".tbx",),
        kind=Kind.GLOSSARY,
        carries=_TERMS,
        reader="reviewer.formats.glossary.tbx:read",
        signature="reviewer.formats.glossary.tbx:is_own",
        writer="reviewer.formats.glossary.tbx:write",
    ),
    Format(
        id="glossary-tbx-2",
        title="Glossary (TBX 2)",
        suffixes=(".tbx",),
        kind=Kind.GLOSSARY,
        carries=_TERMS,
        writer="reviewer.formats.glossary.tbx:write_v2",
    ),
)
