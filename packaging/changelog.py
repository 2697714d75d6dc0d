#!/usr/bin/env python3
"""CHANGELOG.md for those who want it otherwise: the notes of one version, AppStream's list of releases, a Debian changelog.

    packaging/changelog.py notes 0.2.0     # this released version's section, as Markdown; exit code 1 if there is none
    packaging/changelog.py debian          # every version, as debian/changelog
    packaging/changelog.py check           # exit code 1 if the file is not as described here

A version is a heading `## 0.2.0 (2026-12-24)`. What stands under `## Unreleased` belongs to the version in Cargo.toml and to the
day of SOURCE_DATE_EPOCH or, without that, of the last commit; packages that are built before a release say so. Notes are of releases
alone. Needs Python 3.10.
"""

import datetime
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
MAINTAINER = "The Trilemma developers <developers@trilemma.invalid>"


def version():
    return re.search(r'(?m)^version = "(.+)"$', (ROOT / "Cargo.toml").read_text("utf-8")).group(1)


def last_day():
    """Seconds since 1970 of what is built, so that building it again gives the same."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    command = ["git", "log", "-1", "--format=%ct"]
    seconds = int(given or subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


def sections():
    """Version, day and Markdown of each version, the latest first; an unreleased one that says nothing is left out."""
    found = []
    parts = re.split(r"(?m)^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    for heading, text in zip(parts[1::2], parts[2::2]):
        released = re.fullmatch(r"(\d+\.\d+\.\d+\S*) \((\d{4}-\d\d-\d\d)\)", heading.strip())
        if released:
            day = datetime.datetime.fromisoformat(released[2] + "T00:00:00+00:00")
            found.append((released[1], day, text.strip(), True))
        elif heading.strip() == "Unreleased":
            if text.strip():
                found.append((version(), last_day(), text.strip(), False))
        else:
            sys.exit(f"CHANGELOG.md: “{heading}” is neither “Unreleased” nor “0.2.0 (2026-12-24)”")
    return found


def items(markdown):
    """Headings as None and a text, items as the heading before and a text, without Markdown's signs."""
    heading, items = "", []
    for block in re.split(r"\n(?=- |#)|\n\n+", markdown):
        block = " ".join(block.split())
        if block.startswith("#"):
            heading = block.lstrip("# ")
        elif block:
            items.append((heading, re.sub(r"\*\*|`", "", block.removeprefix("- "))))
    return items


def notes(wanted):
    for name, _, text, is_released in sections():
        if name == wanted and is_released:
            return text + "\n"
    sys.exit(f"CHANGELOG.md has no section “## {wanted} (…)”")


def debian():
    entries = []
    for name, day, text, _ in sections():
        lines = [textwrap.fill(item, 78, initial_indent="  * ", subsequent_indent="    ") for _, item in items(text)]
        date = day.strftime("%a, %d %b %Y %H:%M:%S +0000")
        entries.append(f"trilemma ({name}-1) unstable; urgency=medium\n\n" + "\n".join(lines) + f"\n\n -- {MAINTAINER}  {date}\n")
    return "\n".join(entries)


def appstream(indent="  "):
    lines = ["<releases>"]
    for name, day, text, is_released in sections():
        kind = "stable" if is_released else "development"
        lines += [f'  <release version="{name}" date="{day:%Y-%m-%d}" type="{kind}">', "    <description>"]
        last = None
        for heading, item in items(text):
            if heading != last:
                lines += ["      </ul>"] if last is not None else []
                lines += [f"      <p>{escape(heading)}</p>"] if heading else []
                lines.append("      <ul>")
                last = heading
            lines.append(f"        <li>{escape(item)}</li>")
        lines += ["      </ul>", "    </description>", "  </release>"] if last is not None else ["    </description>", "  </release>"]
    return "\n".join(indent + line for line in lines + ["</releases>"])


def main():
    match sys.argv[1:]:
        case ["notes", wanted]:
            print(notes(wanted), end="")
        case ["debian"]:
            print(debian(), end="")
        case ["check"]:
            print(f"CHANGELOG.md: {len(sections())} versions")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
