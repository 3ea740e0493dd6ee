"""Prints what a .sav or .dta file holds, a fact a line, so that a test can compare it."""

import sys

import pyreadstat

path = sys.argv[1]
read = pyreadstat.read_sav if path.endswith(".sav") else pyreadstat.read_dta
frame, facts = read(path, user_missing=True)
print("label", facts.file_label)
for name in facts.column_names:
    values = [None if value is None or value != value else value for value in frame[name].tolist()]
    print(name, "|", facts.column_names_to_labels[name], "|", ";".join(str(value) for value in values))
    if name in facts.variable_value_labels:
        print(" ", ";".join(f"{key}={label}" for key, label in facts.variable_value_labels[name].items()))
    if name in facts.missing_ranges:
        print("  missing", ";".join(f"{part['lo']}-{part['hi']}" for part in facts.missing_ranges[name]))
    if name in facts.missing_user_values:
        print("  missing", ";".join(sorted(facts.missing_user_values[name])))
