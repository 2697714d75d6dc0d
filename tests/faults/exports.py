#!/usr/bin/env python3
"""Reads what `tests/hostile.rs` exported of hostile profiles with other people's parsers: expat for SVG, Python's reader for CSV.

    cargo test --test hostile && tests/faults/exports.py
"""

import csv
import os
import pathlib
import xml.etree.ElementTree as tree

DRAWN = {"svg", "title", "desc", "rect", "text", "polyline", "polygon", "circle", "path", "line", "g"}
FORMULA = tuple("=+-@\t\r＝＋－＠")
STEERING = {chr(c) for c in [*range(32), 127, *range(0x80, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFFFE, 0xFFFF]} - {"\n"}


def is_number(cell):
    try:
        return abs(float(cell)) < float("inf")
    except ValueError:
        return False


def check_svg(path):
    for node in tree.fromstring(path.read_bytes()).iter():
        name = node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else "a comment or an instruction"
        assert name in DRAWN, f"{path}: {name}"
        for attribute in node.attrib:
            assert not attribute.startswith("on") and "href" not in attribute, f"{path}: {attribute}"
        said = [node.text or "", node.tail or "", *node.attrib.values()]
        assert not STEERING & set("".join(said)), f"{path}: {said!r}"


def check_csv(path):
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    assert len({len(row) for row in rows}) == 1, f"{path}: rows of different lengths"
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(FORMULA) or is_number(cell), f"{path}: {cell!r} is a formula"
        assert not STEERING & set(cell), f"{path}: {cell!r}"
    return sum(map(len, rows))


root = pathlib.Path(__file__).resolve().parents[2]
folder = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target")) / "tmp/hostile-exports"
svg, tables = sorted(folder.glob("*.svg")), sorted(folder.glob("*.csv"))
assert svg and tables, "nothing was exported"
for path in svg:
    check_svg(path)
cells = sum(map(check_csv, tables))
print(f"{len(svg)} pictures read by expat, {len(tables)} tables with {cells} cells by csv: all of it text.")
