"""Types: all names, old ones too, and how they are misspelt."""

from sheets import LISTS, add, survey

PLAIN = (
    "text string int integer decimal date time dateTime datetime note hidden geopoint geotrace geoshape image photo audio "
    "video file barcode acknowledge trigger start end today deviceid username phonenumber email simserial subscriberid "
    "start-geopoint background-audio range gps location imei percentage uri:deviceid uri:email"
).split()
PHRASES = [
    "q string", "q int", "q decimal", "q date", "q note", "q image", "q audio", "q video", "q barcode", "q location",
    "add text prompt", "add integer prompt", "add date prompt", "add note prompt", "add image prompt", "add file prompt",
    "date time", "start time", "get end time", "get today", "phone number", "device id", "sim id", "subscriber id",
    "number of days in last month", "number of days in last year",
]
WRONG = ["Text", "INTEGER", "Note", "DateTime", "te xt", "foo", "geo point", "begin", "begin foo", "rank_from_file x.csv"]
SELECTS = [
    "select_one l", "select_multiple l", "rank l", "select1 l", "select one l", "select one from l", "select_one  l",
    "select all that apply l", "select all that apply from l", "add select one prompt using l", "select_one l or_other",
    "select_multiple l or_other", "select_one l or other", "select_one l or specify other", "rank l or_other",
    "select multiple l", "Select_one l", "select_one l OR_OTHER", "select_one l x", "select_one", "rank", "select_one zz",
    "select_one l,n", "select_multiple n", "add select multiple prompt using n",
]
GROUPS = ["begin group", "begin_group", "begin  group", "begin repeat", "begin_repeat", "begin lgroup", "begin looped group"]

for kind in PLAIN + PHRASES + WRONG:
    add(f"type {kind}", survey((kind, "q", "Q")))
    add(f"type without label {kind}", survey((kind, "q"), ("text", "w", "W")))
for kind in SELECTS:
    add(f"select {kind}", survey((kind, "q", "Q")), LISTS)
    add(f"select in repeat {kind}", survey(("begin repeat", "r", "R"), (kind, "q", "Q"), ("end repeat",)), LISTS)
for begin in GROUPS + ["Begin group", "begin table"]:
    end = begin.lower().replace("begin", "end")
    inside = ("text", "q", "Q")
    add(f"group {begin}", survey((begin, "g", "G"), inside, (end,)), LISTS)
    add(f"group without label {begin}", survey((begin, "g"), inside, (end,)), LISTS)
    add(f"group without name {begin}", survey((begin, "", "G"), inside, (end,)), LISTS)
    add(f"group empty {begin}", survey(("text", "z", "Z"), (begin, "g", "G"), (end,)), LISTS)
    add(f"group open {begin}", survey((begin, "g", "G"), inside), LISTS)
    other = "end group" if "group" not in begin.lower() else "end repeat"
    add(f"group closed otherwise {begin}", survey((begin, "g", "G"), inside, (other,)), LISTS)
for begin, end in [("begin loop over l", "end loop"), ("begin loop", "end loop"), ("begin loop over zz", "end_loop")]:
    add(f"loop {begin}", survey((begin, "g", "G"), ("text", "q", "Q %(label)s"), (end,)), LISTS)
add("audit", survey(("audit", "", ""), ("text", "q", "Q")))
add("audit named", survey(("audit", "log", ""), ("text", "q", "Q")))
add("end only", survey(("text", "q", "Q"), ("end group",)))
