#!/usr/bin/env bash
# Coverage-guided fuzzing of everything that reads what a stranger wrote, seeded with every shipped profile.
#
#   fuzz/run.sh [seconds a target] [target...]
#
# Needs nothing but the compiler (its instruments are switched on by hand, so that neither a nightly nor cargo-fuzz is needed) and a
# C++ compiler for libFuzzer. The share codes to start with come from the program itself, which is built unless TRILEMMA names one.
# An input that takes over a second, allocates over 64 MiB or panics is a finding: it is left in fuzz/findings and ends the run with
# an error. Put it into tests/files/fuzz/<target>, where `cargo test` reads it for ever.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-600}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(profile share_code settings)

# Before the instruments are switched on: this one is the ordinary program.
if [ -n "${TRILEMMA:-}" ]; then
    trilemma=$(realpath "$TRILEMMA")
else
    trilemma=$(cd .. && cargo build --bin trilemma >&2 && realpath "${CARGO_TARGET_DIR:-target}/debug/trilemma")
fi

host=$(rustc -vV | sed -n 's/^host: //p')
export RUSTC_BOOTSTRAP=1
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
-Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Zsanitizer=address -Ccodegen-units=1"
cargo build --release --target "$host" "${targets[@]/#/--bin=}"
# What the fuzzer is given to start with: files, and the words that they are made of.
for target in "${targets[@]}"; do
    mkdir -p "corpus/$target" smallest findings
    cp -n ../tests/files/fuzz/"$target"/* "corpus/$target/"
done
if [ -d corpus/profile ]; then cp ../profiles/*.ron ../tests/files/*.ron corpus/profile/; fi
if [ -d corpus/share_code ]; then
    for file in ../profiles/*.ron; do "$trilemma" share "$file" >"corpus/share_code/$(basename "$file" .ron)"; done
fi
for target in "${targets[@]}"; do
    grep -ahoE '"[a-z][a-z_0-9.]*"|[a-z_]+: ?|Some\(|r#"|#!\[enable\([a-z_]+\)\]|/\*|//|\\u\{' corpus/"$target"/* ../profiles/*.ron |
        sort -u | sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/"&"/' >"corpus/$target.words"
    echo "== $target, $seconds s"
    "target/$host/release/$target" "corpus/$target" -dict="corpus/$target.words" -max_total_time="$seconds" -timeout=1 -malloc_limit_mb=64 \
        -rss_limit_mb=1024 -max_len=65536 -artifact_prefix="findings/$target-" -print_final_stats=1 2>&1 | tail -n 25
    # As few inputs as reach whatever was reached, for whoever wants to keep some.
    rm -rf "smallest/$target" && mkdir "smallest/$target"
    "target/$host/release/$target" -set_cover_merge=1 -max_len=4096 "smallest/$target" "corpus/$target" 2>&1 | tail -n 1
done
