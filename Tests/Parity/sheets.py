"""Small forms for comparing with pyxform: each a name with its sheets, a list of rows whose first holds the headings."""

FORMS: dict[str, dict[str, list[list[str]]]] = {}

LISTS = [["list_name", "name", "label"], ["l", "a", "A"], ["l", "b", "B"], ["n", "1", "One"], ["n", "10", "Ten"]]


def add(name: str, survey: list, choices: list | None = None, settings: list | None = None) -> None:
    """Adds a form; a form of the same name is a mistake of the generator."""
    assert name not in FORMS, name
    sheets = {"survey": survey, "choices": choices, "settings": settings}
    FORMS[name] = {sheet: [list(row) for row in rows] for sheet, rows in sheets.items() if rows}


def survey(*rows: tuple, columns: tuple = ("type", "name", "label")) -> list:
    """A survey sheet; short rows are filled up."""
    return [list(columns)] + [list(row) + [""] * (len(columns) - len(row)) for row in rows]


def question(column: str, value: str, kind: str = "text", choices: list | None = None) -> list:
    """A question that has one more column, behind a text `a` and a number `b` for references."""
    head = ("type", "name", "label", column)
    return survey(("text", "a", "A"), ("integer", "b", "B"), (kind, "q", "Q", value), columns=head)
