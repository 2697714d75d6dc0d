#!/usr/bin/env bash
# A whole session and every command under strace: no socket of the internet is opened, and local ones lead only to the display, to the
# desktop's and accessibility's buses, and to the program's own window.
#
#   tests/faults/network.sh [program]
#
# Needs strace, Xvfb and xdotool. Prints every kind of socket that was seen, and ends with 0 only if all of them are allowed.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/debug/trilemma}")
scratch=$(mktemp -d)
pids=()
cleanup() {
    local pid
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$scratch"
}
trap cleanup EXIT
export TRILEMMA_HOME=$scratch/home
# Mesa keeps compiled shaders in a cache; without this it asks the C library for the user's home, and that asks nscd.
export XDG_CACHE_HOME=$scratch/cache
traced() { strace -f -qq -e trace=network -o "$scratch/log" -A "$@"; }

# Every command.
ann=$scratch/ann.ron
cp profiles/public-api.ron "$ann"
cp profiles/prototype.ron "$scratch/ben.ron"
n=0
declare -A ran
command_line() {
    n=$((n + 1))
    ran[$1]=1
    traced "$program" "$@" >/dev/null 2>&1 || true
}
command_line --help
command_line assess "$ann" --robustness
command_line assess profiles --format csv
kinds=$("$program" chart --help | tr -s '\n ' ' ' | sed 's/.*--kind <KIND>[^]]*\] \[possible values: \([^]]*\)\].*/\1/; s/,//g')
for kind in $kinds; do
    for ending in svg png pdf csv; do command_line chart "$ann" --kind "$kind" -o "$scratch/chart.$ending"; done
done
command_line check profiles
command_line examples
command_line catalogue latency go
command_line catalogue claims
command_line precedents "$ann"
command_line validate
echo '{"workload": "cli_tool", "lifetime": "years"}' >"$scratch/facts.json"
command_line interview "$scratch/facts.json" -o "$scratch/new.ron"
echo '{"id": 1, "definition": "swing", "inputs": {"points": [100, 60]}}' >"$scratch/problem.json"
command_line solve "$scratch/problem.json"
command_line share "$ann"
command_line diff "$ann" "$scratch/ben.ron"
for ending in md html pdf; do command_line record "$ann" -o "$scratch/record.$ending"; done
command_line verify "$scratch/record.md" "$scratch/record.html"
command_line merge "$ann" "$scratch/ben.ron" -o "$scratch/team.ron"
command_line merge --driver "$ann" "$ann" "$scratch/ben.ron"
command_line completions bash
command_line man
env -u DISPLAY -u WAYLAND_DISPLAY strace -f -qq -e trace=network -o "$scratch/log" -A "$program" >/dev/null 2>&1
for name in $("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]\+\) .*/\1/p'); do
    [ "$name" = help ] || [ -n "${ran[$name]:-}" ] || { echo "the command $name was not tried" >&2; exit 1; }
done
echo "$n commands, among them every one that there is"

# A session of the window: opened, changed, saved, changed by somebody else, merged, charts, a second start, closed.
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/xvfb" &
pids+=($!)
for _ in $(seq 100); do [ -s "$scratch/display" ] && break; sleep 0.1; done
DISPLAY=:$(tr -d '[:space:]' <"$scratch/display")
export DISPLAY LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
strace -f -qq -e trace=network -o "$scratch/log" -A "$program" "$ann" >/dev/null 2>&1 &
app=$!
pids+=("$app")
window=
for _ in $(seq 600); do
    window=$(xdotool search --onlyvisible --name Trilemma 2>/dev/null | head -n 1) && [ -n "$window" ] && break
    sleep 0.1
done
[ -n "$window" ] || { echo 'no window came' >&2; exit 1; }
sleep 3
xdotool windowfocus "$window"
press() { for keys in "$@"; do xdotool key --clearmodifiers "$keys"; sleep 0.7; done; }
press F2 ctrl+a
xdotool type 'Another name'
press Return ctrl+s
for _ in $(seq 100); do grep -q 'Another name' "$ann" && break; sleep 0.1; done
grep -q 'Another name' "$ann" || { echo 'the window did not do what it was told' >&2; exit 1; }
press ctrl+z
sed -i 's/schema: 1,/schema: 1,\n    seed: 7,/' "$ann"
sleep 1
press ctrl+s Return Escape ctrl+2 ctrl+t ctrl+1 ctrl+shift+c ctrl+e Return Escape ctrl+k
xdotool type 'share code'
press Return Escape
traced "$program" "$scratch/ben.ron" >/dev/null 2>&1
sleep 2
press ctrl+s ctrl+d ctrl+q Return
for _ in $(seq 50); do kill -0 "$app" 2>/dev/null || break; sleep 0.1; done
# What is unsaved is asked about, and nobody answers; strace ends with what it traces.
pkill -P "$app" 2>/dev/null || true
wait "$app" 2>/dev/null || true

echo 'sockets that were opened:'
grep -o 'socket([A-Z_0-9]*' "$scratch/log" | sort | uniq -c
echo 'where they lead:'
grep -oE '(connect|bind)\([0-9]+(<[^>]*>)?, \{sa_family=[A-Z_0-9]+(, [^}]*)?' "$scratch/log" \
    | sed -E 's/\([0-9]+(<[^>]*>)?, /(/' | sort | uniq -c
wrong=0
if grep -E 'AF_INET|AF_PACKET|AF_VSOCK' "$scratch/log"; then echo 'a socket of the internet' >&2; wrong=1; fi
allowed='X11-unix|wayland-|/bus"|dbus|at-spi|trilemma-[0-9a-f]{16}\.sock'
if grep -E '(connect|bind)\(.*AF_UNIX' "$scratch/log" | grep -vE "$allowed"; then echo 'a local socket that is not allowed' >&2; wrong=1; fi
[ "$wrong" -eq 0 ] && echo 'No socket of the internet; local ones only where they may lead.'
exit "$wrong"
