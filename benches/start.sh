#!/usr/bin/env bash
# Time to the first frame and resident memory of Trilemma beside an empty eframe window:
# alternating starts under a display, then the medians and their ratios.
#
#   cargo build --release --bins --example empty_window
#   xvfb-run -s "-screen 0 1400x900x24" benches/start.sh [starts]
set -euo pipefail
cd "$(dirname "$0")/.."
starts=${1:-20}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

# Starts a program; prints milliseconds to its first frame and kilobytes resident two seconds later.
start() {
    local log=$home/log began now pid
    : >"$log"
    began=$(date +%s%N)
    TRILEMMA_HOME=$home TRILEMMA_FRAMES=1 "$1" 2>"$log" >/dev/null &
    pid=$!
    until grep -q '^frame' "$log"; do
        kill -0 "$pid" 2>/dev/null || { echo "$1 ended without a frame: $(cat "$log")" >&2; exit 1; }
        sleep 0.001
    done
    now=$(date +%s%N)
    sleep 2
    echo "$(((now - began) / 1000000)) $(awk '/VmRSS/ {print $2}' "/proc/$pid/status")"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
}

start target/release/trilemma >/dev/null
start target/release/examples/empty_window >/dev/null
for _ in $(seq "$starts"); do
    start target/release/trilemma >>"$home/trilemma"
    start target/release/examples/empty_window >>"$home/empty"
done

python3 - "$home/trilemma" "$home/empty" <<'PYTHON'
import statistics, sys
def medians(path):
    rows = [tuple(map(float, line.split())) for line in open(path)]
    return [statistics.median(column) for column in zip(*rows)]
(time, memory), (empty_time, empty_memory) = medians(sys.argv[1]), medians(sys.argv[2])
print(f"first frame  {time:6.0f} ms beside {empty_time:6.0f} ms: {time / empty_time:.2f} times")
print(f"resident     {memory / 1024:6.1f} MB beside {empty_memory / 1024:6.1f} MB: {memory / empty_memory:.2f} times")
PYTHON
