#!/usr/bin/env bash
# Decision records as others read them: HTML by html5lib (strict) and, for accessibility, by axe-core in Chromium on light and dark
# screens and on paper; Markdown by markdownlint and cmark-gfm; PDF by poppler. Checks the record of every example, undecided and
# decided, and those of hostile profiles, which the test of hostile texts makes. Needs python3, npm, chromium, cmark-gfm and
# poppler-utils.
#
#   tests/records/check.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
for program in python3 npm chromium cmark-gfm pdfinfo pdftotext; do
    command -v "$program" >/dev/null || { echo "missing: $program" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet html5lib==1.1
npm install --silent --no-audit --no-fund --prefix "$work/node" axe-core@4 playwright-core@1 markdownlint-cli@0.45 >/dev/null

export CARGO_TERM_COLOR=never
cargo build --quiet
hostile=${CARGO_TARGET_DIR:-target}/tmp/hostile-records
cargo test --quiet --test hostile hostile_texts_come_out_of_every_record_as_text >/dev/null
trilemma=${CARGO_TARGET_DIR:-target}/debug/trilemma
records=$work/records
mkdir "$records"
for file in profiles/*.ron; do
    id=$(basename "$file" .ron)
    leader=$("$trilemma" assess "$file" --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)["ranking"][0]["alternative"])')
    python3 tests/records/decide.py "$file" "$leader" >"$records/$id-decided.ron"
    for format in md html pdf; do
        "$trilemma" record "$id" -o "$records/$id.$format" 2>/dev/null
        "$trilemma" record "$records/$id-decided.ron" -o "$records/$id-decided.$format"
    done
done

"$work/python/bin/python" - "$records" "$hostile" <<'PYTHON'
import pathlib, sys
import html5lib

for folder in sys.argv[1:]:
    pages = sorted(pathlib.Path(folder).glob("*.html"))
    for page in pages:
        html5lib.HTMLParser(strict=True).parse(page.read_bytes())
    print(f"html5lib, strict: {len(pages)} pages of {pathlib.Path(folder).name}, no error")
PYTHON

export NODE_PATH=$work/node/node_modules
node tests/records/axe.cjs light,dark,print "$records"/*.html
node tests/records/axe.cjs light "$hostile"/*.html

"$work/node/node_modules/.bin/markdownlint" "$records"/*.md
echo "markdownlint: $(ls "$records"/*.md | wc -l) records, no finding"
python3 - "$records" "$hostile" <<'PYTHON'
import pathlib, re, subprocess, sys

extensions = [word for name in ("table", "strikethrough", "autolink", "footnotes", "tasklist") for word in ("-e", name)]
for folder in map(pathlib.Path, sys.argv[1:]):
    harmless = None
    for record in sorted(folder.glob("*.md")):
        made = subprocess.run(["cmark-gfm", "--unsafe", *extensions, record], capture_output=True, check=True, text=True).stdout
        # The front matter reads as a rule and a heading there; the one comment is ours.
        text = re.sub(r"<pre.*?</pre>", "", made, flags=re.S)
        found = set(re.findall(r"<[^ >]+|href=\"[^\"]*\"|src=\"[^\"]*\"", text))
        assert "<table" in found and "<img" in found, record
        if folder.name == "hostile-records":
            harmless = harmless or found
            assert found <= harmless, (record, found - harmless)
    print(f"cmark-gfm: {len(list(folder.glob('*.md')))} records of {folder.name}")
PYTHON

n=0
for pdf in "$records"/*.pdf; do
    info=$(pdfinfo "$pdf" 2>/dev/null)
    grep -q '^Title: *[^ ]' <<<"$info" || { echo "$pdf has no title" >&2; exit 1; }
    grep -q '^Tagged: *yes' <<<"$info" || { echo "$pdf is not tagged" >&2; exit 1; }
    # Every picture has a text that stands for it. The structure is not compressed, so it can be searched.
    figures=$(grep -ao '/S/Figure' "$pdf" | wc -l) texts=$(grep -aoE '/S/Figure/P [0-9]+ 0 R/Alt ?[(<]' "$pdf" | wc -l)
    [ "$figures" -gt 0 ] && [ "$figures" -eq "$texts" ] || { echo "$pdf has $figures pictures, $texts texts for them" >&2; exit 1; }
    grep -aq '/Lang(en)' "$pdf" || { echo "$pdf has no language" >&2; exit 1; }
    pdftotext "$pdf" - | grep 'Decision Outcome' >/dev/null || { echo "$pdf has no text to select" >&2; exit 1; }
    n=$((n + 1))
done
echo "PDF: $n records are tagged, named, in English, with a text for every picture, and their text can be selected"
