"""The lossless records inside an annotated Word document: a custom XML part that Word keeps."""

import json
import uuid
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.jsonl import loads
from reviewer.formats.record import records

PART = "customXml/reviewer.xml"
"""Its name while nobody else has saved the file; Word gives it another, and keeps what it holds."""
NAMESPACE = "urn:reviewer:review:1"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LARGEST = 512 * 2**20
"""Bytes of one part; more is taken for a decompression bomb."""


def embed(review: ProjectReview, document: Document) -> None:
    """Add the review's records to a document as a custom XML part with its properties."""
    root = etree.Element(f"{{{NAMESPACE}}}review", nsmap={"review": NAMESPACE})
    for record in records(review):
        # ASCII alone: JSON's own escapes carry what XML forbids.
        etree.SubElement(root, f"{{{NAMESPACE}}}record").text = json.dumps(record)
    package = document.part.package
    part = _part(package, PART, "application/xml", root)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    item = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    item.set(f"{{{_STORE}}}itemID", f"{{{str(uuid.uuid4()).upper()}}}")
    schemas = etree.SubElement(item, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    properties = _part(package, PART.replace(".", "Props."), _PROPERTIES, item)
    part.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def extract(path: Path) -> Iterator[tuple[str, object]]:
    """Yield the records of a document written here; raise ReviewerError where it holds none."""
    root = _find(path)
    for number, record in enumerate(root.iterchildren(f"{{{NAMESPACE}}}record"), start=1):
        try:
            yield f"record {number}", loads(record.text or "")
        except ValueError as error:
            raise ReviewerError(str(error), file=path.name, place=f"record {number}") from error


def _part(package: Package, name: str, content_type: str, root: etree._Element) -> Part:
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Part(PackURI(f"/{name}"), content_type, blob, package)


def _find(path: Path) -> etree._Element:
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                name = entry.filename
                if name.startswith("customXml/") and name.endswith(".xml") and entry.file_size <= _LARGEST:
                    root = etree.fromstring(archive.read(entry), _parser())
                    if root.tag == f"{{{NAMESPACE}}}review":
                        return root
    except OSError as error:
        raise ReviewerError(f"cannot be read: {(error.strerror or '').lower()}", file=path.name) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError, RuntimeError) as error:
        raise ReviewerError("this is not a whole Word document", file=path.name) from error
    raise ReviewerError(
        "the document carries no review", file=path.name, remedy="Open it as an article instead."
    )


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
