"""Compares `ykien` with pyxform over small forms written here by the documented rules.

usage: check.py YKIEN [--show]

Each form is written as a folder of CSV sheets. Both tools accept or refuse it: what pyxform accepts must be accepted,
unless ODK Validate refuses pyxform's document; what it refuses must be refused, at the row that pyxform names; and the
XForms documents of forms that both accept must mean the same (by the comparison of Tests/QuestionnaireTests/Pyxform).
Ends with 1 when a share falls below what is laid down here. --show prints every difference.
"""

import concurrent.futures
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "QuestionnaireTests" / "Pyxform"))

import area_headings  # noqa: E402, F401
import area_parameters  # noqa: E402, F401
import area_references  # noqa: E402, F401
import area_structure  # noqa: E402, F401
import area_types  # noqa: E402, F401
from same_meaning import Document, pyxform_document  # noqa: E402
from sheets import FORMS  # noqa: E402

JAR = HERE.parent.parent / ".build" / "tools" / "ODK_Validate.jar"
LEAST = {"accepted": 0.98, "refused": 0.98, "placed": 0.97, "same": 0.94}


def write(folder: pathlib.Path, sheets: dict) -> None:
    folder.mkdir()
    for name, rows in sheets.items():
        width = max(len(row) for row in rows)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(row + [""] * (width - len(row)) for row in rows)


def theirs(folder: pathlib.Path) -> tuple[str | None, str]:
    """Pyxform's document, or why it refuses the form."""
    try:
        return pyxform_document(folder), ""
    except Exception as error:  # noqa: BLE001: it refuses some forms by crashing
        return None, str(error)


def rejected(documents: dict[str, str], folder: pathlib.Path) -> set[str]:
    """The forms whose documents ODK Validate refuses."""
    if not documents or not JAR.exists():
        return set()
    files = {}
    for name, text in documents.items():
        path = folder / f"{name}.xml"
        path.write_text(text, encoding="utf-8")
        files[name] = str(path)
    command = ["java", "-Djava.awt.headless=true", "-jar", str(JAR), *files.values()]
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
    parts = re.split(r"^Validating: ", output, flags=re.MULTILINE)[1:]
    return {pathlib.Path(part.split("\n")[0].strip()).stem for part in parts if "is invalid" in part}


def differences(program: str, folder: pathlib.Path, document: str) -> list[str]:
    out = folder / "out"
    run = subprocess.run([program, "form", "build", "--to", "xform", "-o", str(out), str(folder)], capture_output=True)
    files = sorted(out.glob("*.xml")) if out.is_dir() else []
    if run.returncode or not files:
        return ["no document"]
    text = files[0].read_text(encoding="utf-8")
    try:
        # A form without title and identifier is called after its folder here, `data` there.
        here, there = Document(re.sub(rf"(?<=[>\"]){folder.name}(?=[<\"])", "data", text)).parts, Document(document).parts
    except Exception as error:  # noqa: BLE001: a document of theirs that is not well formed cannot be compared
        return [] if "xml" not in type(error).__module__ else [str(error)]
    return [part for part in here if here[part] != there[part]]


def is_placed(reason: str, errors: list[dict]) -> bool:
    row = re.search(r"\[row : (\d+)\]", reason)
    sheet = re.search(r"the '(\w+)' sheet", reason)
    return any(
        (not row or abs(finding.get("line", 0) - int(row[1])) <= (1 if sheet and sheet[1] == "settings" else 0))
        and (not sheet or sheet[1] in finding["file"])
        for finding in errors
    )


def main() -> None:
    program, show = sys.argv[1], "--show" in sys.argv
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary)
        folders = {}
        for number, (name, sheets) in enumerate(FORMS.items()):
            folders[name] = root / f"f{number:04}"
            write(folders[name], sheets)
        command = [program, "form", "check", "--format", "json", *map(str, folders.values())]
        checked = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
        errors: dict[str, list[dict]] = {}
        for finding in findings(checked):
            match = re.search(r"/(f\d{4})(?:/|$)", finding["file"])
            if match and finding["severity"] == "error":
                errors.setdefault(match[1], []).append(finding)
        outcome = {name: theirs(folder) for name, folder in folders.items()}
        accepted = {name: document for name, (document, _) in outcome.items() if document is not None}
        lost = {folders[name].name: accepted[name] for name in accepted if folders[name].name in errors}
        bad = rejected(lost, root)
        wanted = [name for name in accepted if folders[name].name not in bad]
        both = [name for name in wanted if folders[name].name not in errors]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            parts = list(pool.map(lambda name: differences(program, folders[name], accepted[name]), both))
        refused = [name for name in outcome if name not in accepted]
        right = [name for name in refused if folders[name].name in errors]
        placed = [name for name in right if re.search(r"\[row :", outcome[name][1])]
        hit = [name for name in placed if is_placed(outcome[name][1], errors[folders[name].name])]
        same = [name for name, part in zip(both, parts) if not part]
        shares = {
            "accepted": (len(both), len(wanted)),
            "refused": (len(right), len(refused)),
            "placed": (len(hit), len(placed)),
            "same": (len(same), len(wanted)),
        }
        if show:
            for name in wanted:
                if name not in both:
                    print(f"refused: {name}: {errors[folders[name].name][0]['code']}")
            for name in refused:
                if name not in right:
                    print(f"accepted: {name}: {outcome[name][1][:120]}")
            for name in placed:
                if name not in hit:
                    print(f"placed elsewhere: {name}: {outcome[name][1][:120]}")
            for name, part in zip(both, parts):
                if part:
                    print(f"differs: {name}: {', '.join(part)}")
    failed = False
    print(f"{len(FORMS)} forms; pyxform accepts {len(accepted)}, ODK Validate refuses {len(bad)} of those")
    for name, (count, total) in shares.items():
        share = count / max(1, total)
        failed = failed or share < LEAST[name]
        print(f"{name:9} {count:4} of {total:4}  {share:6.1%}  (at least {LEAST[name]:.0%})")
    sys.exit(1 if failed else 0)


def findings(checked) -> list[dict]:
    """The findings of `form check --format json`, each with file, line, severity and code."""
    return checked if isinstance(checked, list) else checked["findings"]


if __name__ == "__main__":
    main()
