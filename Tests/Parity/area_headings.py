"""Headings: spellings, languages, attributes, and two headings of one column."""

from sheets import LISTS, add, survey

HEADINGS = [
    "hint", "Hint", "guidance_hint", "label::English (en)", "label:English", "label::", "media::image", "image", "media:image",
    "audio::English (en)", "big-image", "media::smell", "media", "bind", "bind::odk:length", "instance::tag", "body::tag",
    "control", "relevant::x", "name::x", "type::x", "calculation::x", "default::x", "appearance::x", "constraint_message",
    "required_message::English (en)", "jr:constraintMsg", "bind::jr:requiredMsg", "noAppErrorString", "intent", "rows",
    "compact_tag", "unknown", "guidance hint", "constraining message",
]
PAIRS = [
    "Label", "LABEL", "caption", "command", "value", "hint,Hint", "relevant,relevance", "relevant,bind::relevant",
    "bind::relevant,bind:relevant", "image,media::image", "media::image,media:image", "calculation,calculate",
    "readonly,read_only", "appearance,body::appearance", "constraint_message,bind::jr:constraintMsg", "note,Note",
    "label::English (en),Label::English (en)", "label::English (en),label:English (en)", "hint,hint::English (en)",
]
CHOICES = [
    "Label", "caption", "value", "Name", "image", "media::image", "image,media::image", "big-image", "extra", "Extra,extra",
    "x y", "media", "label::English (en)", "note::x",
]
SETTINGS = {
    "form_id": "abc", "form_title": "T", "title": "T", "version": "2", "name": "root", "name ": "1x", "style": "pages",
    "default_language": "English (en)", "instance_name": "${q}", "instance_name ": "${zz}", "submission_url": "https://x.org/s",
    "allow_choice_duplicates": "yes", "namespaces": 'x="http://example.org/x"', "attribute::a": "v", "unknown": "v",
    "form_title,set_form_title": "x", "form_id,set_form_id": "x", "form_title,title": "x", "version,Version": "x",
}

for heading in HEADINGS:
    for kind in ["text", "note", "select_one l"]:
        value = "1 = 1" if heading.startswith(("relevant", "calc")) else "v"
        add(f"heading {heading} {kind}", survey((kind, "q", "Q", value), columns=("type", "name", "label", heading)), LISTS)
    add(f"heading only {heading}", survey(("text", "q", "v"), columns=("type", "name", heading)))
for pair in PAIRS:
    headings = ("type", "name", "label", *pair.split(","))
    add(f"twice {pair}", survey(("text", "q", "Q"), columns=headings))
for pair in CHOICES:
    more = pair.split(",")
    rows = [["list_name", "name", "label", *more], ["l", "a", "A", *["x"] * len(more)], ["l", "b", "B", *[""] * len(more)]]
    add(f"choices {pair}", survey(("select_one l", "q", "Q")), rows)
for heading, value in SETTINGS.items():
    headings = [part.strip() for part in heading.split(",")]
    add(f"settings {heading} {value}", survey(("text", "q", "Q")), None, [headings, [value] * len(headings)])
