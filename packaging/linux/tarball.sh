#!/usr/bin/env bash
# The portable archive: what would lie below /usr, in one folder. The same commit gives the same bytes.
#
#   packaging/linux/tarball.sh [FOLDER]      # of packaging/linux/stage.py; target/package
#
# Unpack it anywhere and start bin/trilemma; unpacked over ~/.local, menus and file managers find it as well.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:-target/package}
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
name=trilemma-$version-$(uname -m)-linux
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
mkdir -p target/dist
tar --create --directory "$folder/usr" --transform "s,^\.,$name," --sort=name --owner=0 --group=0 --numeric-owner \
    --mtime "@$epoch" --mode=go=rX,u+rw . | gzip --no-name --best >"target/dist/$name.tar.gz"
(cd target/dist && sha256sum "$name.tar.gz")
