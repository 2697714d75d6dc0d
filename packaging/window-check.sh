#!/usr/bin/env bash
# A real window under Xvfb: it opens, shows something, sleeps while nothing happens, answers to the keyboard and closes.
# The pictures land in screenshots/, which git ignores.
#
#   packaging/window-check.sh [program]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/trilemma}")
[ -x "$program" ] || { echo "there is no program at $program: cargo build" >&2; exit 1; }

width=1280 height=800
idle_secs=10
# A debug build paints a frame in some hundredths of a second: more than this in all that time is not sleep.
max_idle_ticks=50

scratch=$(mktemp -d)
pids=()
cleanup() {
    local pid
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$scratch"
}
trap cleanup EXIT
fail() { echo "window-check: $*" >&2; [ ! -s "$scratch/frames" ] || grep -v '^frame' "$scratch/frames" >&2 || true; exit 1; }

# Waits for a condition, at most so many seconds.
wait_for() {
    local secs=$1 what=$2 end
    shift 2
    end=$((SECONDS + secs))
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || fail "$what did not come within $secs s"
        sleep 0.1
    done
}

# A display of its own on a free number, which Xvfb chooses itself.
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/xvfb" &
pids+=($!)
wait_for 20 'the display' test -s "$scratch/display"
DISPLAY=:$(tr -d '[:space:]' <"$scratch/display")
export DISPLAY
unset WAYLAND_DISPLAY

TRILEMMA_HOME=$scratch/home TRILEMMA_FRAMES=1 LIBGL_ALWAYS_SOFTWARE=1 "$program" >"$scratch/out" 2>"$scratch/frames" &
app=$!
pids+=("$app")
alive() { kill -0 "$app" 2>/dev/null || { cat "$scratch/out" >&2; fail 'the program ended early'; }; }
shown() { alive; window=$(xdotool search --onlyvisible --name Trilemma 2>/dev/null | head -n 1) && [ -n "$window" ]; }
wait_for 60 'the window' shown

frames() { grep -c '^frame' "$scratch/frames" || true; }
ticks() { awk '{ print $14 + $15 }' "/proc/$app/stat"; }

# Rest: no frame for two seconds. The first frames and the background's answer come before.
rested() {
    local before
    alive
    before=$(frames)
    [ "$before" -gt 0 ] || return 1
    sleep 2
    [ "$(frames)" -eq "$before" ]
}
wait_for 60 'rest' rested

# Takes a picture and sees that it is one: its size, and enough colours for text, marks and curves.
mkdir -p screenshots
picture() {
    local file=screenshots/$1.png size colours
    import -window "$window" "$file"
    size=$(identify -format '%wx%h' "$file")
    colours=$(identify -format '%k' "$file")
    [ "$size" = "${width}x$height" ] || fail "$file is $size, not ${width}x$height"
    [ "$colours" -ge 200 ] || fail "$file has $colours colours: it is blank"
    echo "$file: $size, $colours colours"
}
picture decide

# Idle: not a frame, and next to no processor time.
n_frames=$(frames) n_ticks=$(ticks)
sleep "$idle_secs"
alive
n_frames=$(($(frames) - n_frames)) n_ticks=$(($(ticks) - n_ticks))
echo "idle for $idle_secs s: $n_frames frames, $((n_ticks * 1000 / $(getconf CLK_TCK))) ms of processor time"
[ "$n_frames" -eq 0 ] || fail "an idle window painted $n_frames frames"
[ "$n_ticks" -le "$max_idle_ticks" ] || fail "an idle window took $n_ticks ticks of processor time"

# It answers to a real keyboard: the charts, the keys of the dark theme's command, and away.
press() { xdotool key --clearmodifiers "$@"; sleep 0.3; }
xdotool windowfocus "$window"
press ctrl+2
wait_for 20 'rest after Ctrl+2' rested
picture analyse
cmp -s screenshots/decide.png screenshots/analyse.png && fail 'Ctrl+2 changed nothing'
press ctrl+k
xdotool type --delay 50 'dark theme'
press Return
wait_for 20 'rest in the dark theme' rested
picture analyse-dark
cmp -s screenshots/analyse.png screenshots/analyse-dark.png && fail 'the dark theme changed nothing'

press ctrl+q
gone() { ! kill -0 "$app" 2>/dev/null; }
wait_for 20 'the end after Ctrl+Q' gone
code=0
wait "$app" || code=$?
[ "$code" -eq 0 ] || fail "the program ended with $code"
grep -qi dark "$scratch/home/settings.ron" || fail 'the theme was not remembered'
if grep -v '^frame' "$scratch/frames" | grep -qi panic; then fail 'something panicked'; fi
echo 'closed with exit code 0'
