"""Tells whether an XForms document means what pyxform makes of the same sheets.

usage: same_meaning.py FORM_FOLDER OURS.xml

Compares the tree of the instance, the binds (type, relevant, required, constraint, calculate, readonly, preload,
messages), the choices, the actions and the body with every text in every language. Prints one line per difference and
ends with 1 if there is one. What may differ: the order of binds, blanks and quotation marks in expressions, the
namespace of `meta` (OpenRosa's here, none there) and the column `missing`, which is left out of the choices here.
"""

import csv
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

from pyxform.xls2xform import convert

XFORMS = "{http://www.w3.org/2002/xforms}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def pyxform_document(folder: pathlib.Path) -> str:
    sheets: dict = {}
    for name in ("survey", "choices", "settings"):
        path = folder / f"{name}.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                rows = csv.DictReader(file)
                sheets[name] = [{key: value for key, value in row.items() if value} for row in rows]
                sheets[f"{name}_header"] = [dict.fromkeys(rows.fieldnames or [])]
    return convert(sheets, warnings=[], validate=False, form_name="data").xform


def local(name: str) -> str:
    return name.split("}")[-1]


def plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def expression(text: str | None) -> str:
    return re.sub(r" ?(<=|>=|!=|[=<>,()\[\]+]) ?", r"\1", plain(text).replace('"', "'").replace("orx:", ""))


class Document:
    """The parts of an XForms document in a form that can be compared."""

    def __init__(self, text: str) -> None:
        root = ElementTree.fromstring(text)
        self.model = root.find(f"{XHTML}head/{XFORMS}model")
        self.texts: dict[str, list] = {}
        for translation in self.model.iter(f"{XFORMS}translation"):
            for entry in translation.iter(f"{XFORMS}text"):
                for value in entry.iter(f"{XFORMS}value"):
                    said = (translation.get("lang"), value.get("form"), self.content(value))
                    self.texts.setdefault(entry.get("id"), []).append(said)
        instances = self.model.findall(f"{XFORMS}instance")
        self.parts = {
            "title": [root.find(f"{XHTML}head/{XHTML}title").text],
            "instance": self.nodes(instances[0][0], ""),
            "bind": sorted(self.binds()),
            "choices": sorted(line for instance in instances[1:] for line in self.choices(instance)),
            "action": sorted(self.actions()),
            "body": self.controls(root.find(f"{XHTML}body"), ""),
        }

    @staticmethod
    def content(element: ElementTree.Element) -> str:
        parts = [element.text or ""]
        for child in element:
            parts.append(f"<{expression(child.get('value'))}>{child.tail or ''}")
        return plain("".join(parts))

    def said(self, reference: str) -> str:
        match = re.fullmatch(r"jr:itext\('(.*)'\)", reference)
        return repr(sorted(self.texts.get(match[1], []), key=repr)) if match else plain(reference)

    def attributes(self, element: ElementTree.Element) -> str:
        return " ".join(
            f"{local(name)}={self.said(value) if value.startswith('jr:itext(') else expression(value)}"
            for name, value in sorted(element.attrib.items(), key=lambda pair: local(pair[0]))
        )

    def nodes(self, element: ElementTree.Element, path: str) -> list[str]:
        path += "/" + local(element.tag)
        lines = [f"{path} {self.attributes(element)} {plain(element.text)}"]
        return lines + [line for child in element for line in self.nodes(child, path)]

    def binds(self):
        for bind in self.model.findall(f"{XFORMS}bind"):
            yield self.attributes(bind)

    def choices(self, instance: ElementTree.Element):
        for number, item in enumerate(instance.iter(f"{XFORMS}item")):
            columns = {local(column.tag): column.text or "" for column in item if local(column.tag) != "missing"}
            if "itextId" in columns:
                columns["label"] = self.said(f"jr:itext('{columns.pop('itextId')}')")
            yield f"{instance.get('id')} {number:05} {sorted(columns.items())}"

    def actions(self):
        for element in self.model:
            if local(element.tag) not in ("itext", "instance", "bind"):
                yield f"{local(element.tag)} {self.attributes(element)}"

    def controls(self, element: ElementTree.Element, path: str) -> list[str]:
        path += "/" + local(element.tag)
        if local(element.tag) in ("label", "hint"):
            return [f"{path} {self.attributes(element)} {self.content(element)}"]
        lines = [f"{path} {self.attributes(element)}"]
        return lines + [line for child in element for line in self.controls(child, path)]


def main() -> None:
    folder, ours = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    here = Document(ours.read_text(encoding="utf-8")).parts
    there = Document(pyxform_document(folder)).parts
    differences = []
    for part, lines in here.items():
        if lines == there[part]:
            continue
        others = there[part]
        only_here = [line for line in lines if line not in others]
        only_there = [line for line in others if line not in lines]
        differences += [f"{part}, only here: {line}" for line in only_here]
        differences += [f"{part}, only in pyxform's: {line}" for line in only_there]
        if not only_here and not only_there:
            differences.append(f"{part}: in another order")
    print("\n".join(differences))
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
