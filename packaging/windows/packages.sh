#!/usr/bin/env bash
# The installer and the portable archive for Windows from two built programs; they land in target/dist.
#
#   packaging/windows/packages.sh FOLDER     # with trilemma.exe and trilemma-window.exe
#
# Needs makensis (Debian's nsis, which makes 64-bit installers) and Python 3.
set -euo pipefail
folder=$(realpath "$1")
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
mkdir -p target/dist
out=$(realpath target/dist)
makensis -V2 -DVERSION="$version" -DPROGRAMS="$folder" -DOUT="$out/trilemma-$version-x86_64-setup.exe" packaging/windows/installer.nsi
portable=$(mktemp -d)
trap 'rm -rf "$portable"' EXIT
name=trilemma-$version-x86_64-windows
mkdir "$portable/$name"
cp "$folder/trilemma.exe" "$folder/trilemma-window.exe" assets/licences.txt LICENSE-MIT LICENSE-APACHE README.md "$portable/$name/"
(cd "$portable" && python3 -m zipfile -c "$out/$name.zip" "$name")
(cd "$out" && sha256sum trilemma-"$version"-x86_64-*)
