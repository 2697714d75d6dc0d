#!/usr/bin/env bash
# Building one commit twice gives the same Linux program, byte for byte: once here, once from a second copy in another folder.
#
#   packaging/same-bytes-check.sh [BUILT]      # target/release/trilemma, made by packaging/release-build.sh
#
# What is built is the last commit, so there must be nothing that is not committed. Needs git, and as long as a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
built=$(realpath -m "${1:-target/release/trilemma}")
fail() { echo "same-bytes-check: $*" >&2; exit 1; }
git diff --quiet HEAD -- src assets profiles packaging/build.rs Cargo.toml Cargo.lock || fail 'something is not committed'
[ -x "$built" ] || packaging/release-build.sh
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git archive HEAD | tar -x -C "$copy"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) CARGO_TARGET_DIR="$copy/elsewhere" "$copy/packaging/release-build.sh"
sha256sum "$built" "$copy/elsewhere/release/trilemma" | sed "s,$copy,(second copy),"
cmp "$built" "$copy/elsewhere/release/trilemma" || fail 'the two programs differ'
echo "the same $(stat -c %s "$built") bytes"
