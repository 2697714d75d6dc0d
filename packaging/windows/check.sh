#!/usr/bin/env bash
# The Windows programs and their installer, tried under Wine: the command line prints and exits as it should, the window comes, the
# installer installs, associates, enters PATH and takes all of it back. The picture lands in screenshots/.
#
#   packaging/windows/check.sh [FOLDER]      # with trilemma.exe and trilemma-window.exe; target/x86_64-pc-windows-gnu/release
#
# Needs, which it installs on Debian if missing: wine64 nsis gcc-mingw-w64-x86-64-win32 xvfb xdotool imagemagick. Everything happens in a
# Wine of its own that is thrown away.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(realpath "${1:-target/x86_64-pc-windows-gnu/release}")
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
fail() { echo "windows-check: $*" >&2; exit 1; }
for program in trilemma trilemma-window; do [ -f "$folder/$program.exe" ] || fail "there is no $program.exe in $folder"; done
for tool in wine:wine makensis:nsis x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64-win32 Xvfb:xvfb xdotool:xdotool import:imagemagick; do
    command -v "${tool%%:*}" >/dev/null || apt-get install -y -qq --no-install-recommends "${tool#*:}" >/dev/null
done

scratch=$(mktemp -d)
pids=()
cleanup() {
    local pid
    wineserver -k 2>/dev/null || true
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$scratch"
}
trap cleanup EXIT
export WINEPREFIX=$scratch/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
wait_for() {
    local secs=$1 what=$2 end
    shift 2
    end=$((SECONDS + secs))
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || fail "$what did not come within $secs s"
        sleep 0.5
    done
}
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$scratch/display" 2>/dev/null &
pids+=($!)
wait_for 20 'the display' test -s "$scratch/display"
DISPLAY=:$(tr -d '[:space:]' <"$scratch/display")
export DISPLAY
wineboot -i >/dev/null 2>&1

# Wine before 9 lacks the library that gives programs their random numbers. A stand-in of one function beside the program will do.
if [ ! -e "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" ]; then
    cat >"$scratch/random.c" <<'C'
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
C
    x86_64-w64-mingw32-gcc -shared -O2 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$scratch/random.c" -ladvapi32
fi
plain() { tr -d '\r'; }
reg() { wine reg "$@" 2>/dev/null | plain; }

echo '== The program says what it is'
# The kinds of resource, as Windows numbers them: a group of icons, a version, a manifest.
resources=$(x86_64-w64-mingw32-objdump -p "$folder/trilemma.exe" | sed -n 's/.*Entry: ID: 0x0*\([0-9a-f]*\),.*/\1/p')
for kind in e 10 18; do grep -qx "$kind" <<<"$resources" || fail "trilemma.exe lacks resource $kind"; done
grep -aq consoleAllocationPolicy "$folder/trilemma.exe" || fail 'the manifest is another one'
subsystem() { x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^Subsystem.*(\(.*\))$/\1/p'; }
echo "trilemma.exe: $(subsystem "$folder/trilemma.exe"), trilemma-window.exe: $(subsystem "$folder/trilemma-window.exe")"
[ "$(subsystem "$folder/trilemma.exe")" = 'Windows CUI' ] || fail 'shells would not wait for trilemma.exe'
[ "$(subsystem "$folder/trilemma-window.exe")" = 'Windows GUI' ] || fail 'the Explorer would open a console'

echo '== Installing'
makensis -V2 -DVERSION="$version" -DPROGRAMS="$folder" -DOUT="$scratch/trilemma-$version-setup.exe" packaging/windows/installer.nsi
# A PATH longer than NSIS's own strings, with a variable and a folder that begins with ours.
long=$(printf 'C:\\some\\long\\folder%d;' $(seq 150))
path="%USERPROFILE%\\bin;${long}C:\\users\\$(id -un)\\AppData\\Local\\Programs\\Trilemma2"
reg add 'HKCU\Environment' /v Path /t REG_EXPAND_SZ /d "$path" /f >/dev/null
reg add 'HKCU\Software\Classes\.ron' /ve /d 'Somebody.Else' /f >/dev/null
# What the installer may touch. In a new Wine some of it does not exist yet, and is empty at the end.
state() {
    local key
    reg query 'HKCU\Environment' /v Path
    for key in Classes 'Microsoft\Windows\CurrentVersion\Uninstall'; do reg query "HKCU\\Software\\$key" /s || true; done | sed '/^$/d; /^reg: Unable/d'
    find "$WINEPREFIX/drive_c/users" -iname '*trilemma*'
}
state >"$scratch/before"
wine "$scratch/trilemma-$version-setup.exe" /S || fail 'the installer failed'
home=$(find "$WINEPREFIX/drive_c/users" -type d -path '*/AppData/Local/Programs/Trilemma')
for file in trilemma.exe trilemma-window.exe licences.txt; do [ -f "$home/$file" ] || fail "$file is not there"; done
where=$(wine winepath -w "$home" | plain)
state >"$scratch/installed"
grep -qF "Trilemma2;$where" "$scratch/installed" || fail 'PATH does not name the folder'
grep -qF '%USERPROFILE%\bin;C:\some\long\folder1;' "$scratch/installed" || fail 'PATH was spoilt'
grep -q 'alt.trilemma.Trilemma.Profile' "$scratch/installed" || fail 'it is not offered for .ron files'
reg query 'HKCU\Software\Classes\.ron' /ve | grep -q 'Somebody.Else' || fail 'it took .ron files from somebody else'
find "$WINEPREFIX/drive_c" -name 'Trilemma.lnk' | grep -q 'Start Menu' || fail 'the start menu lacks it'
echo "installed to $where: $(find "$home" -type f -printf '%f ')"

echo '== The command line'
cp profiles/firmware.ron "$home/profile.ron"
printf '(schema: 1, name: 5)' >"$home/broken.ron"
# Runs it with these arguments after the exit code that is due, and looks for words in what it prints.
run() {
    local due=$1 words=$2 code=0
    shift 2
    (cd "$home" && wine "$home/trilemma.exe" "$@") >"$scratch/out" 2>"$scratch/err" || code=$?
    echo "trilemma $*: exit code $code, $(wc -l <"$scratch/out") lines, $(wc -l <"$scratch/err") lines of errors"
    [ "$code" -eq "$due" ] || fail "that should have been $due: $(cat "$scratch/err")"
    [ -z "$words" ] || grep -q "$words" "$scratch/out" "$scratch/err" || fail "it does not say $words"
}
run 0 "$version" --version
run 0 Rust assess profile.ron
plain <"$scratch/out" | head -n 3
run 0 profile.ron check profile.ron
run 1 broken.ron check broken.ron
run 3 nowhere.ron check nowhere.ron
run 0 "" chart profile.ron -o radar.svg
grep -q '<svg' "$home/radar.svg" || fail 'there is no chart'
run 2 really nonsense --really
# The same input gives the same bytes on every system.
if [ -x target/release/trilemma ]; then
    target/release/trilemma chart profiles/firmware.ron -o "$scratch/radar.svg"
    cmp "$scratch/radar.svg" "$home/radar.svg" && echo 'the chart is the same as on Linux, byte for byte'
fi

echo '== The window, as the Explorer opens a file'
command=$(reg query 'HKCU\Software\Classes\alt.trilemma.Trilemma.Profile\shell\open\command' /ve | sed -n 's/.*REG_SZ *//p')
[ "$command" = "\"$where\\trilemma-window.exe\" \"%1\"" ] || fail "a file is opened with $command"
name=$(sed -n 's/^ *name: "\(.*\)",$/\1/p' profiles/firmware.ron | head -n 1)
TRILEMMA_RENDERER=glow wine start /unix "$home/trilemma-window.exe" "$where\\profile.ron" >/dev/null 2>&1 || fail 'it does not start'
shown() { window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1) && [ -n "$window" ]; }
wait_for 120 'the window' shown "$name"
sleep 8
mkdir -p screenshots
import -window "$window" screenshots/windows.png
colours=$(identify -format '%k' screenshots/windows.png)
[ "$colours" -ge 200 ] || fail "the window has $colours colours: it is blank"
echo "window: $(xdotool getwindowname "$window"), $colours colours"
cp profiles/developer-cli.ron "$home/other.ron"
other=$(sed -n 's/^ *name: "\(.*\)",$/\1/p' profiles/developer-cli.ron | head -n 1)
# How many programs run, by the names that Wine gives its processes.
running() {
    local file program n=0
    for file in /proc/[0-9]*/cmdline; do
        program=
        { IFS= read -r -d '' program <"$file"; } 2>/dev/null || true
        [[ $program != *'\Trilemma\trilemma.exe' ]] || n=$((n + 1))
    done
    echo "$n"
}
only_one() { [ "$(running)" -eq 1 ]; }
only_one || fail "$(running) programs for one window"
echo '== The window, as the Explorer opens another file while it runs'
wine start /unix "$home/trilemma-window.exe" "$where\\other.ron" >/dev/null 2>&1 || fail 'it does not start again'
wait_for 60 "$other in the window" shown "$other"
wait_for 20 'a single program' only_one
echo "window: $(xdotool getwindowname "$window"), the same one"
# Away by the keyboard, as a person leaves it.
xdotool windowfocus "$window"
xdotool key --clearmodifiers ctrl+q
gone() { [ "$(running)" -eq 0 ]; }
wait_for 30 'the end after Ctrl+Q' gone
runs=$(find "$WINEPREFIX/drive_c/users" -type d -path '*recovery/run-*')
[ -z "$runs" ] || fail "copies of unsaved work stay: $runs"

echo '== Removing'
rm -f "$home"/{profile.ron,other.ron,broken.ron,radar.svg}
wine "$home/uninstall.exe" /S
wait_for 60 'the end of the programs' test ! -e "$home"
sleep 1
# Settings and profiles are the user's and stay.
state | grep -v 'AppData/Roaming/trilemma' >"$scratch/after"
diff "$scratch/before" "$scratch/after" || fail 'something stays'
echo 'All of it holds.'
