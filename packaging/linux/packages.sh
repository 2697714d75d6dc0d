#!/usr/bin/env bash
# The .deb, the .rpm and the .tar.gz of a program that packaging/release-build.sh has built; they land in target/dist.
#
#   packaging/linux/packages.sh
#
# Needs Python 3.10, binutils and: cargo install --locked cargo-deb cargo-generate-rpm
set -euo pipefail
cd "$(dirname "$0")/../.."
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
mkdir -p target/dist
packaging/linux/stage.py target/release/trilemma target/package
packaging/linux/tarball.sh target/package
cargo deb --no-build --no-strip --output target/dist/
cargo generate-rpm --output target/dist/ --source-date "$SOURCE_DATE_EPOCH"
ls -l target/dist
