#!/usr/bin/env bash
# The program as it is released: the same commit gives the same bytes in any folder, and the program carries the list of what is in it.
#
#   packaging/release-build.sh [arguments of cargo build]      # --target x86_64-pc-windows-gnu --features launcher
#
# The list needs `cargo install --locked cargo-auditable`; without it the program is built without one, and that is said.
# The same bytes need the same compiler; which one that was is in the notes of a release.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD cargo_home=${CARGO_HOME:-$HOME/.cargo}
flags=()
if command -v cygpath >/dev/null; then
    here=$(cygpath -w "$here") cargo_home=$(cygpath -w "$cargo_home")
    # Nobody should have to install Microsoft's run-time library first.
    flags+=(-Ctarget-feature=+crt-static)
fi
# Paths in messages of panics: those of this machine say nothing to others and differ from folder to folder. The last that fits counts.
flags+=("--remap-path-prefix=$here=trilemma" "--remap-path-prefix=$cargo_home=cargo")
flags+=("--remap-path-prefix=${CARGO_TARGET_DIR:-$here/target}=target")
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; echo "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS
# As in packaging/macos/Info.plist.
export MACOSX_DEPLOYMENT_TARGET=11.0
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
build=(build)
if cargo auditable --version >/dev/null 2>&1; then
    build=(auditable build)
else
    echo 'release-build: without the list of dependencies: cargo install --locked cargo-auditable' >&2
fi
cargo "${build[@]}" --release --locked "$@"
