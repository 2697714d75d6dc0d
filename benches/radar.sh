#!/usr/bin/env bash
# The same radar as a PNG of 1600 × 1200 pixels by Trilemma and by matplotlib: whole processes, alternating, then the medians of the
# wall times and their ratio. Accepted when Trilemma is at least ten times as fast.
#
#   cargo build --release
#   python3 -m pip install matplotlib
#   benches/radar.sh [runs]
#
# PYTHON names another python3, such as one with matplotlib in an environment of its own;
# TRILEMMA names another binary than target/release/trilemma.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-15}
python=${PYTHON:-python3}
trilemma=${TRILEMMA:-target/release/trilemma}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$trilemma" chart public-api --kind radar -o "$work/radar.csv"

# Microseconds of one whole process.
timed() {
    local began
    began=$(date +%s%N)
    "$@" >/dev/null
    echo "$((($(date +%s%N) - began) / 1000))"
}
ours() { timed "$trilemma" chart public-api --kind radar --size 800x600 --scale 2 -o "$work/ours.png"; }
theirs() { timed "$python" benches/radar_matplotlib.py "$work/radar.csv" "$work/theirs.png"; }

# Once without counting: caches of files and of fonts.
ours >/dev/null
theirs >/dev/null
for _ in $(seq "$runs"); do
    ours >>"$work/ours"
    theirs >>"$work/theirs"
done

"$python" - "$work" <<'PYTHON'
import pathlib, statistics, struct, sys
work = pathlib.Path(sys.argv[1])
median = lambda name: statistics.median(int(line) for line in (work / name).read_text().split()) / 1000
for name in ["ours.png", "theirs.png"]:
    size = struct.unpack(">II", (work / name).read_bytes()[16:24])
    assert size == (1600, 1200), f"{name} has {size} pixels"
ours, theirs = median("ours"), median("theirs")
print(f"trilemma {ours:.0f} ms, matplotlib {theirs:.0f} ms: {theirs / ours:.1f} times as fast, the median of whole processes")
sys.exit(0 if theirs >= 10 * ours else 1)
PYTHON
