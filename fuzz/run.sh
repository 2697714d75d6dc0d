#!/usr/bin/env bash
# Coverage-guided fuzzing of everything that reads what a stranger wrote, seeded with every shipped profile.
#
#   fuzz/run.sh [seconds a target] [target...]
#
# Needs nothing but the compiler (its instruments are switched on by hand, so that neither a nightly nor cargo-fuzz is needed) and a
# C++ compiler for libFuzzer. An input that takes over a second, allocates over 64 MiB or panics is a finding: it is left in
# fuzz/findings and ends the run with an error. Put it into tests/files/fuzz/<target>, where `cargo test` reads it for ever.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-600}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(profile share_code settings)

host=$(rustc -vV | sed -n 's/^host: //p')
export RUSTC_BOOTSTRAP=1
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
-Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Zsanitizer=address -Ccodegen-units=1"
cargo build --release --target "$host" "${targets[@]/#/--bin=}"
# What the fuzzer is given to start with.
trilemma=$(realpath "${TRILEMMA:-../target/debug/trilemma}")
for target in "${targets[@]}"; do
    mkdir -p "corpus/$target" findings
    cp -n ../tests/files/fuzz/"$target"/* "corpus/$target/" 2>/dev/null || true
done
cp ../profiles/*.ron ../tests/files/*.ron corpus/profile/ 2>/dev/null || true
if [ -d corpus/share_code ] && [ -x "$trilemma" ]; then
    for file in ../profiles/*.ron; do "$trilemma" share "$file" >"corpus/share_code/$(basename "$file")"; done
fi
if [ -d corpus/settings ]; then
    echo '(theme: dark, zoom: 1.5, motion: false, renderer: glow, library: "/x", is_library_folded: true, window: (1.0, 2.0), last_profile: "/y", recent: ["/a", "/b"])' >corpus/settings/all
fi
for target in "${targets[@]}"; do
    echo "== $target, $seconds s"
    "target/$host/release/$target" "corpus/$target" -max_total_time="$seconds" -timeout=1 -malloc_limit_mb=64 -rss_limit_mb=1024 \
        -max_len=65536 -artifact_prefix="findings/$target-" -print_final_stats=1 2>&1 | tail -n 25
done
