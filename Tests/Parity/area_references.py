"""References and conditions: how they are written, where they stand, what they name."""

from sheets import LISTS, add, question, survey

WRITTEN = [
    "${a}", "${ a }", "${a", "${a b}", "${1a}", "${a}${b}", "$a", "${zz}", "${last-saved#a}", "${last-saved#zz}", "${}", "$ {a}",
    "${a}}", "x ${ y", "${a:b}",
]
COLUMNS = ["label::English (en)", "hint", "constraint_message", "appearance", "remark", "media::image", "default"]
CONDITIONS = [
    "${b} > 1", "selected(${a}, 'x')", "${a} = 'x' and ${b} < 3", "count-selected(.) > 1", "../a = 'x'", "/data/a = 'x'",
    "${a}/x = 1", "regex(., '^[a-z]+$')", "once(uuid())", "if(${b} > 1, 'x', 'y') = 'x'", "string-length(${a}) > 0",
    "today() > date('2020-01-01')", "position(..) = 1", "coalesce(${a}, ${b}) = 1", "not(${a} = '')",
]

for text in WRITTEN:
    for column in COLUMNS:
        add(f"reference {text} {column}", question(column, text))
for text in CONDITIONS:
    for column in ["relevant", "constraint", "required"]:
        add(f"condition {text} {column}", question(column, text))
    add(f"condition {text} calculation", question("calculation", text, "calculate"))
for column in ["required", "readonly", "relevant"]:
    for value in ["yes", "YES", "true", "true()", "no", "FALSE", "false()"]:
        add(f"truth {column} {value}", question(column, value))
for value in ["x", "1", "-1", "2020-01-01", "today()", "${a}", "concat(${a}, 1)", "1 + 1", "a-b", "https://example.org/a"]:
    for kind in ["text", "integer", "date", "select_one l", "calculate"]:
        add(f"default {kind} {value}", question("default", value, kind), LISTS)
inside = [("begin repeat", "r", "R"), ("text", "x", "X"), ("integer", "n", "N"), ("end repeat",)]
for text in ["count(${x})", "sum(${n})", "join(', ', ${x})", "indexed-repeat(${x}, ${r}, 1)", "max(${n})", "count(${r})"]:
    rows = [*inside, ("calculate", "q", "", text)]
    add(f"repeat {text}", survey(*rows, columns=("type", "name", "label", "calculation")))
twice = [("begin group", "g", "G"), ("text", "x", "X"), ("end group",), ("begin group", "h", "H"), ("text", "x", "X"), ("end group",)]
add("reference to two", survey(*twice, ("note", "n", "${x}")))
add("reference to group", survey(*twice, ("note", "n", "${g}")))
for label in ["${q}", "${zz}", "${ q }", "a ${t} b"]:
    rows = [["list_name", "name", "label", "extra"], ["l", "a", label, "${zz}"]]
    add(f"choice label {label}", survey(("text", "t", "T"), ("select_one l", "q", "Q")), rows)
