#!/usr/bin/env bash
# Trilemma.app has what Info.plist promises: every key, the icon, the program, the licences. On a Mac it is also started from a terminal.
#
#   packaging/macos/check.sh [APP]           # target/dist/Trilemma.app
#
# Needs Python 3.9.
set -euo pipefail
cd "$(dirname "$0")/../.."
app=${1:-target/dist/Trilemma.app}
python3 - "$app" <<'PY'
import plistlib, re, sys
from pathlib import Path

app = Path(sys.argv[1])
plist = plistlib.loads((app / "Contents/Info.plist").read_bytes())
version = re.search(r'(?m)^version = "(.+)"$', Path("Cargo.toml").read_text("utf-8")).group(1)
expected = {
    "CFBundleIdentifier": re.search(r'APP_ID: &str = "(.+)"', Path("src/store/dirs.rs").read_text("utf-8")).group(1),
    "CFBundlePackageType": "APPL", "CFBundleShortVersionString": version, "CFBundleVersion": version,
    "LSMinimumSystemVersion": "11.0", "LSApplicationCategoryType": "public.app-category.developer-tools", "NSHighResolutionCapable": True,
}
for key, value in expected.items():
    assert plist[key] == value, f"{key} is {plist.get(key)}, not {value}"
[document] = plist["CFBundleDocumentTypes"]
assert document["LSHandlerRank"] == "Alternate" and document["CFBundleTypeRole"] == "Editor", document
[kind] = plist["UTImportedTypeDeclarations"]
assert kind["UTTypeIdentifier"] in document["LSItemContentTypes"]
assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["ron"]
program = app / "Contents/MacOS" / plist["CFBundleExecutable"]
icon = app / "Contents/Resources" / (plist["CFBundleIconFile"] + ".icns")
assert program.stat().st_mode & 0o111, f"{program} cannot be started"
assert icon.read_bytes()[:4] == b"icns", f"{icon} is no icon"
assert (app / "Contents/Resources/licences.txt").is_file()
print(f"{app}: {len(plist)} keys, all that are promised")
PY
[ "$(uname)" = Darwin ] || exit 0
program=$app/Contents/MacOS/trilemma
lipo -archs "$program"
"$program" assess public-api
"$program" check profiles
