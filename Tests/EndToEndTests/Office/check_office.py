"""Checks Word documents and Excel workbooks against the schemas of ECMA-376 and the rules of the Open XML SDK.

usage: check_office.py SCHEMAS FILE...

SCHEMAS is a folder with the schema files of ECMA-376, 1st edition. Prints a line for each finding and nothing else.

The few names that later editions (ISO/IEC 29500) added and these files use are left out before a part is compared; what
they may hold is checked by openxml-audit, which follows the rules of the Open XML SDK for current versions of Office.
"""

import pathlib
import re
import sys
import tempfile
import zipfile

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

XSD = "{http://www.w3.org/2001/XMLSchema}"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Elements and attributes of later editions.
LATER_ELEMENTS = {W + "tblCaption", W + "tblDescription", W + "compatSetting"}
LATER_ATTRIBUTES = {(W + "tblLook", W + name) for name in ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")}
LATER_ATTRIBUTES |= {("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr", "title")}

# What the schemas refer to and do not hold themselves: attributes of XML, elements of Dublin Core.
STUBS = {
    XML_NAMESPACE: """<xs:attribute name="lang" type="xs:language"/>
      <xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
      <xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute>""",
    "http://purl.org/dc/elements/1.1/": "".join(
        f'<xs:element name="{name}" type="xs:string"/>'
        for name in ("creator", "description", "identifier", "language", "subject", "title")
    ),
    "http://purl.org/dc/terms/": """<xs:complexType name="W3CDTF"><xs:simpleContent><xs:extension base="xs:string"/>
      </xs:simpleContent></xs:complexType>
      <xs:element name="created" type="xs:anyType"/><xs:element name="modified" type="xs:anyType"/>""",
}


def compiled(folder: pathlib.Path) -> etree.XMLSchema:
    """One schema of all files: libxml2 reads one import of a namespace, so each namespace gets a file of includes."""
    files: dict[str, list[str]] = {}
    trees = {}
    for path in sorted(folder.glob("*.xsd")):
        tree = etree.parse(path)
        trees[path.name] = tree
        files.setdefault(tree.getroot().get("targetNamespace"), []).append(path.name)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        gates = {namespace: f"gate{number}.xsd" for number, namespace in enumerate([*files, *STUBS])}
        for file, tree in trees.items():
            seen = set()
            for element in tree.getroot().findall(XSD + "import"):
                namespace = element.get("namespace")
                if namespace in seen or namespace not in gates:
                    element.getparent().remove(element)
                else:
                    element.set("schemaLocation", gates[namespace])
                seen.add(namespace)
            for element in tree.getroot().findall(XSD + "include"):
                element.getparent().remove(element)
            tree.write(work / file)
        for namespace, gate in gates.items():
            content = STUBS.get(namespace) or "".join(f'<xs:include schemaLocation="{file}"/>' for file in files[namespace])
            (work / gate).write_text(
                f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{namespace}">{content}</xs:schema>'
            )
        imports = "".join(f'<xs:import namespace="{space}" schemaLocation="{gate}"/>' for space, gate in gates.items())
        (work / "all.xsd").write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
        return etree.XMLSchema(file=str(work / "all.xsd"))


def without_later_names(root: etree._Element) -> None:
    for element in list(root.iter(*LATER_ELEMENTS)):
        element.getparent().remove(element)
    for owner, attribute in LATER_ATTRIBUTES:
        for element in root.iter(owner):
            element.attrib.pop(attribute, None)


def findings(path: str, schema: etree.XMLSchema) -> list[str]:
    found = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(package.read(name))
            without_later_names(root)
            if not schema.validate(root.getroottree()):
                found += [f"{name}: {re.sub(r'{[^}]*}', '', entry.message)}" for entry in schema.error_log]
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=50).validate(path)
    return found + [f"{error.part_uri}: {error.description} ({error.path})" for error in result.errors]


def main() -> None:
    schema = compiled(pathlib.Path(sys.argv[1]))
    for path in sys.argv[2:]:
        for line in findings(path, schema)[:40]:
            print(f"{pathlib.Path(path).name}: {line}")


main()
