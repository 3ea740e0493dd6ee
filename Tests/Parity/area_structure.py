"""Rows: names, labels, duplicates, comments, choices, languages."""

from sheets import LISTS, add, survey

NAMES = ["q", "_q", "q-1", "q.1", "1q", "q q", "đơn_vị", "q!", "meta", "Meta", "data", "name", "q/x", "-q", ".q", "数", "instanceID"]
ROWS = {
    "no name": [("text", "", "Q")], "note without name": [("note", "", "Q")], "no type": [("", "q", "Q"), ("text", "w", "W")],
    "only label": [("", "", "Q"), ("text", "w", "W")], "blank": [("", "", ""), ("text", "w", "W")],
    "calculate without": [("calculate", "q")], "no label": [("text", "q")], "twice": [("text", "q", "Q"), ("text", "q", "Q")],
    "case": [("text", "q", "Q"), ("text", "Q", "Q")],
    "two groups": [("begin group", "g", "G"), ("text", "q", "Q"), ("end group",), ("text", "q", "Q")],
    "group as question": [("begin group", "g", "G"), ("text", "g", "Q"), ("end group",)],
    "two repeats": [("begin repeat", "r", "R"), ("text", "q", "Q"), ("end repeat",), ("begin group", "g", "G"),
                    ("begin repeat", "r", "R"), ("text", "q", "Q"), ("end repeat",), ("end group",)],
    "other": [("select_one l or_other", "q", "Q"), ("text", "q_other", "Q")],
}
CHOICES = {
    "no name": [("l", "", "A")], "no label": [("l", "a", "")], "no list": [("", "a", "A"), ("l", "b", "B")],
    "twice": [("l", "a", "A"), ("l", "a", "B")], "blank in name": [("l", "a b", "A")], "number": [("l", "1.0", "A")],
    "quotes": [("l", "a'b", "A")], "two lists": [("l", "a", "A"), ("m", "a", "B")],
}
LABELS = ["a\nb", "  two  spaces ", "<b>x</b> & y", "*md* _x_", "# Heading", "“quoted”", "-", "1", "&amp;", "< 3", "đ"]

for name in NAMES:
    add(f"name {name}", survey(("text", name, "Q")))
    add(f"name of group {name}", survey(("begin group", name, "G"), ("text", "w", "W"), ("end group",)))
    add(f"name of repeat {name}", survey(("begin repeat", name, "R"), ("text", "w", "W"), ("end repeat",)))
for name, rows in ROWS.items():
    add(f"rows {name}", survey(*rows), LISTS)
for name, rows in CHOICES.items():
    for kind in ["select_one l", "select_multiple l", "rank l"]:
        add(f"choices {name} {kind}", survey((kind, "q", "Q")), [["list_name", "name", "label"], *rows])
    allowed = [["allow_choice_duplicates"], ["yes"]]
    add(f"choices {name} allowed", survey(("select_one l", "q", "Q")), [["list_name", "name", "label"], *rows], allowed)
for label in LABELS:
    add(f"label {label!r}", survey(("text", "q", label), ("begin group", "g", label), ("note", "n", label), ("end group",)))
english, french = "label::English (en)", "label::French (fr)"
for headings in [("label", french), (english, french), (english,), ("label", english)]:
    for texts in [("A", "B"), ("A", ""), ("", "B")]:
        row = ("text", "q", *texts[: len(headings)], "h")
        columns = ("type", "name", *headings, "hint::English (en)")
        add(f"languages {headings} {texts}", survey(row, ("text", "w", "W", "W"), columns=columns))
for column, value in [("hint", "h"), ("image", "a.jpg"), ("guidance_hint", "h"), ("calculation", "1"), ("big-image", "b.jpg")]:
    add(f"instead of label {column}", survey(("text", "q", value), columns=("type", "name", column)))
for appearance in ["field-list", "table-list"]:
    rows = [("begin group", "g", "G", appearance), ("select_one l", "q", "Q"), ("select_one n", "r", "R"), ("end group",)]
    add(f"mixed lists {appearance}", survey(*rows, columns=("type", "name", "label", "appearance")), LISTS)
