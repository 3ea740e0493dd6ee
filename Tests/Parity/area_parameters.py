"""Parameters of questions: values that clients understand and others."""

from sheets import LISTS, add, survey

PARAMETERS = {
    "image": ["max-pixels=640", "max-pixels=x", "max-pixels=1.5", "app=com.a", "app=bad", "app=a..b", "app=1.b", "app=a.b-c", "foo=1"],
    "audio": ["quality=low", "quality=Low", "quality=bad", "quality=external"],
    "background-audio": ["quality=normal", "quality=external"],
    "geopoint": ["capture-accuracy=2.5", "capture-accuracy=x", "warning-accuracy=x", "allow-mock-accuracy=maybe", "incremental=true"],
    "geotrace": ["incremental=true", "incremental=false", "allow-mock-accuracy=TRUE", "reference-geometry=l", "reference-geometry=zz"],
    "text": ["rows=5", "rows=x", "rows=1.0", "foo=1"],
    "integer": ["foo=1", "foo", "=1", "a=b=c"],
    "select_one l": ["randomize=true", "randomize=yes", "randomize=true seed=4", "randomize=true seed=x", "seed=3",
                     "randomize=false seed=3", "randomize=true,seed=${s}", "randomize = true", "value=a"],
    "rank l": ["randomize=true", "randomize=true seed=3"],
    "range": ["", "start=0 end=10 step=2", "start=0;end=1;step=0.1", "end=20", "start=10 end=0", "step=0", "step=x", "step=20",
              "start=1 end=1", "placeholder=3", "placeholder=3.5", "placeholder=11", "placeholder=x", "tick_interval=3",
              "tick_interval=0", "tick_interval=1.5", "tick_interval=11", "tick_labelset=n", "tick_labelset=l",
              "tick_labelset=zz", "start=0 end=1 step=0.1 tick_interval=0.3", "end=inf", "foo=1"],
    "audit": ["track-changes=true", "track-changes=x", "identify-user=3", "track-changes-reasons=x",
              "track-changes-reasons=on-form-edit", "location-priority=balanced",
              "location-priority=balanced location-min-interval=60 location-max-age=120",
              "location-priority=x location-min-interval=60 location-max-age=120",
              "location-priority=balanced location-min-interval=60 location-max-age=20"],
}
COLUMNS = ("type", "name", "label", "parameters", "appearance")

for kind, values in PARAMETERS.items():
    for value in values:
        row = (kind, "" if kind == "audit" else "q", "Q", value, "")
        add(f"parameters {kind} {value}", survey(("integer", "s", "S"), row, columns=COLUMNS), LISTS)
for appearance in ["vertical", "no-ticks", "rating", "vertical no-ticks"]:
    for value in ["placeholder=3", "tick_labelset=n", "step=3"]:
        row = ("range", "q", "Q", value, appearance)
        add(f"parameters range {value} {appearance}", survey(row, columns=COLUMNS), LISTS)
