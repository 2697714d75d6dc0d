#!/usr/bin/env python3
"""Collects the licences of everything that is linked into Trilemma, and of its typeface, in one file that ships.

    packaging/licences/collect.py            # writes assets/licences.txt
    packaging/licences/collect.py --check    # exit code 1 if that file is not what would be written

What is linked is what `cargo metadata` resolves for the three systems without development, build and macro crates. Where a
crate leaves the choice, the licence that stands first in CHOICE is taken, so that most share one text. A crate without a text
of its own gets the text of its licence from another crate. The same Cargo.lock gives the same bytes.

Needs Python 3.9 and Cargo; reads the sources of the crates, which `cargo fetch` brings. Licences that nobody has agreed to
end it with an error: whoever adds one to CHOICE has read it. deny.toml says the same to cargo-deny.
"""

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "assets/licences.txt"
TARGETS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"]
# The licences that are agreed to, the one that is taken first at the front.
CHOICE = [
    "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "0BSD", "BSL-1.0", "Unicode-3.0", "MPL-2.0",
    "Apache-2.0 WITH LLVM-exception", "Unlicense", "CC0-1.0",
]
# How the files with the texts are called, beside LICENSE and the like.
NAMES = {
    "Apache-2.0": ["apache"], "MIT": ["mit"], "BSD-2-Clause": ["bsd"], "BSD-3-Clause": ["bsd"], "Zlib": ["zlib"], "ISC": ["isc"],
    "Unicode-3.0": ["unicode"], "MPL-2.0": ["mpl"], "BSL-1.0": ["boost", "bsl"], "0BSD": ["0bsd"], "CC0-1.0": ["cc0"],
}
# By which words a text is known to be of a licence.
MARKS = {
    "Apache-2.0": "apache license version 2.0", "MIT": "permission is hereby granted, free of charge, to any person",
    "BSD-2-Clause": "redistributions in binary form", "BSD-3-Clause": "redistributions in binary form",
    "Zlib": "altered source versions must be plainly marked", "ISC": "permission to use, copy, modify, and/or distribute",
    "Unicode-3.0": "unicode license v3", "MPL-2.0": "mozilla public license version 2.0", "BSL-1.0": "boost software license",
    "0BSD": "permission to use, copy, modify, and/or distribute", "CC0-1.0": "cc0 1.0 universal",
    "Apache-2.0 WITH LLVM-exception": "llvm exceptions to the apache 2.0 license", "Unlicense": "this is free and unencumbered software",
}
WIDTH = 78


def metadata(target):
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


def linked():
    """Every package that ends in a program, by name and version; ours apart."""
    found = {}
    for target in TARGETS:
        resolved = metadata(target)
        packages = {package["id"]: package for package in resolved["packages"]}
        nodes = {node["id"]: node for node in resolved["resolve"]["nodes"]}
        root = resolved["resolve"]["root"]
        waiting, seen = [root], {root}
        while waiting:
            for dependency in nodes[waiting.pop()]["deps"]:
                id = dependency["pkg"]
                is_macro = any("proc-macro" in part["kind"] for part in packages[id]["targets"])
                is_linked = any(kind["kind"] is None for kind in dependency["dep_kinds"])
                if is_linked and not is_macro and id not in seen:
                    seen.add(id)
                    waiting.append(id)
        for id in seen - {root}:
            package = packages[id]
            found[package["name"], package["version"]] = package
    return [found[key] for key in sorted(found)]


def chosen(expression):
    """The licences that apply: one of each group that leaves a choice, all of those joined by AND."""
    expression = expression.replace("/", " OR ")
    licences = []
    for part in re.split(r"\s+AND\s+(?![^(]*\))", expression):
        options = [option.strip() for option in part.strip(" ()").split(" OR ")]
        known = [licence for licence in CHOICE if licence in options]
        if not known:
            sys.exit(f"{expression}: none of these licences is agreed to")
        licences.append(known[0])
    return licences


def tidy(text):
    """Plain lines of bearable width without trailing blanks, tabs and page feeds, in composed characters."""
    text = unicodedata.normalize("NFC", text.replace("\ufeff", "").replace("\t", "    ").replace("\f", "\n"))
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    text = "\n".join("\n".join(wrapped(line.split())) if len(line) > 90 else line for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def words(text):
    return re.sub(r"[\s,]+", " ", re.sub(r"[^\w\s.,/-]", " ", text)).strip().lower()


def is_of(text, licence):
    mark = MARKS[licence].replace(",", "")
    return words(mark) in words(text)


def texts(package, licence):
    """The texts of one licence in a package: the file named after it, else any that reads like it."""
    folder = Path(package["manifest_path"]).parent
    files = sorted(
        file for file in list(folder.iterdir()) + list(folder.glob("LICENSES/*")) + list(folder.glob("licenses/*"))
        if file.is_file() and re.match(r"(?i)(licen[cs]e|copying|unlicense|notice|mit|apache|mpl)", file.name)
    )
    found = [(file, tidy(file.read_text("utf-8", "replace"))) for file in files]
    named = [text for file, text in found if any(name in file.name.lower() for name in NAMES.get(licence, [])) and is_of(text, licence)]
    return named[:1] or [text for _, text in found if is_of(text, licence)][:1]


def notices(package):
    folder = Path(package["manifest_path"]).parent
    return [tidy(file.read_text("utf-8", "replace")) for file in sorted(folder.iterdir()) if re.match(r"(?i)notice(\.|$)", file.name)]


def standard(licence):
    """The words of a licence that names nobody, for crates that bring none."""
    if licence == "Apache-2.0":
        return tidy((ROOT / "LICENSE-APACHE").read_text("utf-8"))
    if licence == "MIT":
        text = tidy((ROOT / "LICENSE-MIT").read_text("utf-8"))
        return re.sub(r"(?m)^Copyright .*$\n*", "", text)
    return None


def wrapped(words, indent=""):
    lines, line = [], indent
    for word in words:
        if len(line) + len(word) + 1 > WIDTH and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += word + " "
    return lines + [line.rstrip()]


def collected():
    packages = linked()
    by_text, missing = {}, []
    for package in packages:
        # A crate that names only a file says in it what its licence is.
        for licence in chosen(package["license"]):
            name = f"{package['name']} {package['version']}"
            # One text for all: the Apache licence names nobody.
            found = [] if licence == "Apache-2.0" else texts(package, licence)
            text = found[0] if found else standard(licence)
            if text is None:
                missing.append((name, licence))
                continue
            if not found and licence == "MIT":
                people = [re.sub(r"\s*<.*>", "", author) for author in package["authors"]] or [f"the authors of {package['name']}"]
                text = text.replace("Permission is hereby", "Copyright (c) " + ", ".join(people) + "\n\nPermission is hereby", 1)
            by_text.setdefault((CHOICE.index(licence), licence, words(text)), (text, []))[1].append(name)
    # Without a text of its own: the first of the same licence.
    for name, licence in missing:
        same = sorted(key for key in by_text if key[1] == licence)
        if not same:
            sys.exit(f"{name}: nobody brings the text of {licence}")
        by_text[same[0]][1].append(name)
    rule = "=" * WIDTH
    out = [
        "Licences of what is inside Trilemma", "",
        *wrapped("Trilemma itself is under the MIT or the Apache 2.0 licence, at your choice. Linked into its programs for Linux, "
                 "Windows and macOS are the packages below, each under the licence beside it; the texts follow.".split()), "",
    ]
    out.append(f"Packages: {len(packages)}")
    out += [f"  {package['name']} {package['version']}: {' and '.join(chosen(package['license']))}" for package in packages]
    out += ["", "Typeface: Inter: OFL-1.1"]
    for (_, licence, _), (text, names) in sorted(by_text.items(), key=lambda item: (item[0][0], item[1][1])):
        out += ["", rule, licence, *wrapped([name.replace(" ", "\u00a0") + "," for name in names[:-1]] + [names[-1].replace(" ", "\u00a0")]), rule, "", text]
    for package in packages:
        for text in notices(package):
            out += ["", rule, f"Notice of {package['name']} {package['version']}", rule, "", text]
    out += ["", rule, "OFL-1.1", "Inter, the typeface", rule, "", tidy((ROOT / "assets/fonts/OFL.txt").read_text("utf-8"))]
    return "\n".join(out).replace("\u00a0", " ") + "\n"


def main():
    text = collected()
    if "--check" in sys.argv[1:]:
        if not OUTPUT.is_file() or OUTPUT.read_text("utf-8") != text:
            sys.exit(f"{OUTPUT.relative_to(ROOT)} is not current: packaging/licences/collect.py")
    else:
        OUTPUT.write_text(text, "utf-8", newline="\n")
    print(f"{OUTPUT.relative_to(ROOT)}: {len(text) // 1024} KB, {text.count(chr(10))} lines")


if __name__ == "__main__":
    main()
