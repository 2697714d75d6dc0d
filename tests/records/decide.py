"""Prints a copy of a profile with an accepted decision in it: decide.py PROFILE.ron ALTERNATIVE"""

import pathlib
import sys

path, alternative = sys.argv[1:]
text = pathlib.Path(path).read_text(encoding="utf-8").rstrip()
assert text.endswith(")"), "a profile ends with its bracket"
decision = f'decision: (status: accepted, chosen: "{alternative}", decided_by: ["Ann", "Ben"], date: "2026-11-20", reason: "It leads"),'
print(f"{text[:-1]}    {decision}\n)")
