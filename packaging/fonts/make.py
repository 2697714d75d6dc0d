#!/usr/bin/env python3
"""Make assets/fonts from the `inter-ui` package: two weights, the scripts we need, figures of equal width.

    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    pip install fonttools brotli
    python3 packaging/fonts/make.py package/web assets/fonts

Inter's OpenType feature `tnum` is written into the character map, because neither egui nor
a table of advances asks for features. Inter carries no reserved font name (OFL 1.1).
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# Latin with its extensions, Greek, Cyrillic, punctuation, currency, arrows, mathematics, shapes.
RANGES = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2300, 0x23FF), (0x25A0, 0x25FF), (0x2700, 0x27BF), (0xFFFD, 0xFFFD),
]


def main(source: pathlib.Path, target: pathlib.Path) -> None:
    for weight in ("Regular", "SemiBold"):
        font = TTFont(source / f"Inter-{weight}.woff2")
        equal_width = {}
        gsub = font["GSUB"].table
        for record in gsub.FeatureList.FeatureRecord:
            if record.FeatureTag == "tnum":
                for index in record.Feature.LookupListIndex:
                    for table in gsub.LookupList.Lookup[index].SubTable:
                        equal_width.update(getattr(table, "ExtSubTable", table).mapping)
        for table in font["cmap"].tables:
            for code, glyph in list(table.cmap.items()):
                if chr(code) in "0123456789":
                    table.cmap[code] = equal_width.get(glyph, glyph)  # tables may share a map
        options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp"], name_IDs=["*"], hinting=False)
        options.flavor = None
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
        subsetter.subset(font)
        font.flavor = None
        font["head"].modified = font["head"].created  # the same input gives the same bytes
        font.recalcTimestamp = False
        font.save(target / f"Inter-{weight}.ttf")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
