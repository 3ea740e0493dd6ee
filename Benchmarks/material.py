"""The form, the tables and the pipelines that are measured with."""

LIKERT = 48
DOMAINS = {"sex": ("female", "male"), "sector": tuple(f"s{n}" for n in range(1, 13)),
           "band": tuple(f"b{n}" for n in range(1, 7)), "area": tuple(f"a{n}" for n in range(1, 5))}


def write_form(folder):
    """A form of 64 columns: a key, domains, a weight and Likert items."""
    folder.mkdir(parents=True)
    survey = ["type,name,label,required,constraint"]
    survey += ["select_one sex,sex,Sex", "select_one sector,sector,Sector", "select_one band,band,Age band"]
    survey += ["select_one area,area,Area", "decimal,weight,Weight,yes,. > 0 and . < 5"]
    survey += ["integer,age,Age,yes,. >= 18 and . < 90"]
    survey += [f"select_one agree5,item_{n:02},Item {n}" for n in range(1, LIKERT + 1)]
    survey += [f"text,text_{n},Text {n}" for n in range(1, 10)]
    choices = ["list_name,name,label,missing"]
    choices += [f"agree5,{n},{n}," for n in range(1, 6)] + ["agree5,98,Don't know,dont_know"]
    choices += [f"{name},{level},{level}," for name, levels in DOMAINS.items() for level in levels]
    items = " ".join(f"item_{n:02}" for n in range(1, LIKERT + 1))
    (folder / "survey.csv").write_text("\n".join(survey) + "\n")
    (folder / "choices.csv").write_text("\n".join(choices) + "\n")
    (folder / "settings.csv").write_text("form_title,form_id,version\nBenchmark,benchmark,1\n")
    (folder / "indicators.csv").write_text(
        "name,kind,items,label::en,group,scale,agree,reverse,params\n" f"items,consensus,{items},Items,,,4 5,,\n"
    )


def write_pipeline(path, store, design="{sample: opt_in}", by="[sex, sector, band, area]"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"name: benchmark\nform: forms/benchmark\nstore: sqlite:{store}\nwave: 1\n"
        f"sources:\n  - {{files: 'inbox/*.csv'}}\ndesign: {design}\nby: {by}\ndisclosure: {{minimum_count: 1}}\n"
    )
    return path


def write_frame(path, per_person=10):
    """Populations of three margins, ten times what the simulator draws on the average."""
    rows = ["variable,level,population,as_of,source,definition"]
    for name in ("sex", "sector", "area"):
        levels = DOMAINS[name]
        rows += [f"{name},{level},{per_person * 1200 // len(levels)},2026-01-01,benchmark," for level in levels]
    path.write_text("\n".join(rows) + "\n")
