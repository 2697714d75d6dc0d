#!/usr/bin/env python3
"""Lays out everything that belongs to a Linux installation as it will lie below `/usr`, from a built program.

    packaging/linux/stage.py [PROGRAM] [FOLDER]      # target/release/trilemma, target/package

FOLDER/usr gets the program, its manual pages and completions (which it prints itself), icons, the entry for menus, the kind of
file, the page for software centres, licences and changelog; FOLDER/debian what only a .deb needs. From it come the .deb, the
.rpm and the .tar.gz. With REPOSITORY_URL (`https://…/owner/name`) the page for software centres has addresses and pictures.
The same commit gives the same bytes. Needs Python 3.10 and binutils.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import changelog  # noqa: E402

APP_ID = re.search(r'APP_ID: &str = "(.+)"', (ROOT / "src/store/dirs.rs").read_text("utf-8")).group(1)
SCREENSHOTS = [
    ("window-light.png", "The work at the left, the answer at the right"),
    ("radar-dark.png", "The ratings as a radar, in the dark theme"),
]


def put(path, content, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.chmod(mode)


def packed(content):
    return gzip.compress(content.encode() if isinstance(content, str) else content, 9, mtime=0)


def said(program, *arguments):
    return subprocess.run([program, *arguments], check=True, stdout=subprocess.PIPE).stdout


def metainfo():
    text = (ROOT / f"packaging/linux/{APP_ID}.metainfo.xml").read_text("utf-8")
    more = []
    repository = os.environ.get("REPOSITORY_URL", "").rstrip("/")
    if repository:
        addresses = {"homepage": "", "bugtracker": "/issues", "vcs-browser": ""}
        more += [f'  <url type="{kind}">{escape(repository + path)}</url>' for kind, path in addresses.items()]
        more.append("  <screenshots>")
        for at, (name, caption) in enumerate(SCREENSHOTS):
            kind = ' type="default"' if at == 0 else ""
            address = f"{repository}/raw/v{changelog.version()}/assets/screenshots/{name}"
            more += [f"    <screenshot{kind}>", f"      <caption>{escape(caption)}</caption>", f"      <image>{escape(address)}</image>", "    </screenshot>"]
        more.append("  </screenshots>")
    return text.replace("</component>", "\n".join([*more, changelog.appstream(), "</component>"]))


def copyright():
    def block(name):
        lines = (ROOT / name).read_text("utf-8").strip().splitlines()
        return "\n".join(f" {line}" if line.strip() else " ." for line in lines)
    text = (ROOT / "packaging/linux/copyright").read_text("utf-8")
    return text.replace("@MIT@", block("LICENSE-MIT")).replace("@OFL@", block("assets/fonts/OFL.txt"))


def main():
    program = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/trilemma").resolve()
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / "target/package").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    usr, share, doc = folder / "usr", folder / "usr/share", folder / "usr/share/doc/trilemma"
    linux, icons = ROOT / "packaging/linux", ROOT / "assets/icon"

    put(usr / "bin/trilemma", program.read_bytes(), 0o755)
    subprocess.run(["strip", "--strip-all", usr / "bin/trilemma"], check=True)
    page = said(program, "man").decode()
    put(share / "man/man1/trilemma.1.gz", packed(page))
    commands = sorted(set(re.findall(r"trilemma\\-([a-z]+)\(1\)", page)) - {"help"})
    if len(commands) < 5:
        sys.exit("the manual page names no commands")
    for command in commands:
        put(share / f"man/man1/trilemma-{command}.1.gz", packed(said(program, "man", command)))
    put(share / "bash-completion/completions/trilemma", said(program, "completions", "bash"))
    put(share / "zsh/vendor-completions/_trilemma", said(program, "completions", "zsh"))
    put(share / "fish/vendor_completions.d/trilemma.fish", said(program, "completions", "fish"))

    put(share / f"applications/{APP_ID}.desktop", (linux / f"{APP_ID}.desktop").read_bytes())
    put(share / f"mime/packages/{APP_ID}.xml", (linux / f"{APP_ID}.mime.xml").read_bytes())
    put(share / f"metainfo/{APP_ID}.metainfo.xml", metainfo())
    for picture in icons.glob("[0-9]*.png"):
        put(share / f"icons/hicolor/{picture.stem}x{picture.stem}/apps/{APP_ID}.png", picture.read_bytes())
    put(share / f"icons/hicolor/scalable/apps/{APP_ID}.svg", (icons / "trilemma.svg").read_bytes())

    put(doc / "copyright", copyright())
    put(doc / "licences.txt.gz", packed((ROOT / "assets/licences.txt").read_bytes()))
    put(doc / "changelog.gz", packed((ROOT / "CHANGELOG.md").read_bytes()))
    put(doc / "README.md", (ROOT / "README.md").read_bytes())
    put(folder / "debian/changelog", changelog.debian())
    put(folder / "debian/share/lintian/overrides/trilemma", (linux / "lintian-overrides").read_bytes())
    print(f"{folder}: {sum(file.is_file() for file in folder.rglob('*'))} files, {len(commands)} commands")


if __name__ == "__main__":
    main()
