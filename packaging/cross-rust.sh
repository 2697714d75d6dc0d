#!/usr/bin/env bash
# A Rust that can build for other systems where only Debian 12's archive can be reached: Debian's compiler for browsers, unpacked
# into a folder, with the sources of the standard library, which is then built along.
#
#   eval "$(packaging/cross-rust.sh FOLDER)"
#   packaging/release-build.sh --target x86_64-pc-windows-gnu --features launcher     # needs gcc-mingw-w64-x86-64-win32
#   cargo check --target aarch64-apple-darwin
#
# Elsewhere `rustup target add x86_64-pc-windows-gnu aarch64-apple-darwin` does the same, and better. The folder takes 900 MB.
set -euo pipefail
[ $# -eq 1 ] || { echo 'name a folder' >&2; exit 2; }
mkdir -p "$1"
folder=$(realpath "$1")
if [ ! -x "$folder/usr/bin/rustc" ]; then
    (
        cd "$folder"
        apt-get download -qq rustc-web rust-web-src libstd-rust-web-dev libstd-rust-web-1.96 libllvm22
        for package in ./*.deb; do dpkg -x "$package" .; done
        rm ./*.deb
    ) >&2
fi
# The compiler finds its own libraries, and nobody else is given them.
cat >"$folder/rustc" <<E2
#!/bin/sh
LD_LIBRARY_PATH=$folder/usr/lib/x86_64-linux-gnu exec $folder/usr/bin/rustc "\$@"
E2
chmod +x "$folder/rustc"
cat <<E2
export RUSTC=$folder/rustc RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort,panic_unwind
E2
