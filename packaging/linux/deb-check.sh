#!/usr/bin/env bash
# A .deb in a fresh Debian 12: it installs, pulls what it needs, shows its window, opens a profile by its kind, and goes without a
# trace. The picture lands in screenshots/.
#
#   sudo packaging/linux/deb-check.sh [PACKAGE]      # the one in target/dist, where packages.sh puts it
#
# Needs root, for the tree; and, which it installs on Debian if missing: debootstrap lintian desktop-file-utils appstream xvfb xdotool
# imagemagick. Downloads about 250 MB of Debian packages and uses 1.5 GB below TMPDIR. The tree without the .deb is kept in
# TREE_CACHE, if that is set.
set -euo pipefail
cd "$(dirname "$0")/../.."
fail() { echo "deb-check: $*" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || fail 'only root can make a tree: sudo'
shopt -s nullglob
packages=("${1:-}")
[ -n "${1:-}" ] || packages=(target/dist/trilemma_*.deb)
[ ${#packages[@]} -eq 1 ] || fail 'name the package: target/dist holds none or several'
package=$(realpath "${packages[0]}")

for tool in debootstrap:debootstrap lintian:lintian desktop-file-validate:desktop-file-utils appstreamcli:appstream Xvfb:xvfb \
    xdotool:xdotool import:imagemagick; do
    command -v "${tool%%:*}" >/dev/null || apt-get install -y -qq --no-install-recommends "${tool#*:}" >/dev/null
done

scratch=$(mktemp -d)
tree=$scratch/tree
pids=()
cleanup() {
    local pid place
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    for place in proc dev tmp/.X11-unix; do umount "$tree/$place" 2>/dev/null || true; done
    if mountpoint -q "$tree/proc" || mountpoint -q "$tree/dev"; then
        echo "deb-check: $tree is still in use and stays" >&2
    else
        rm -rf --one-file-system "$scratch"
    fi
}
trap cleanup EXIT
wait_for() {
    local secs=$1 what=$2 end
    shift 2
    end=$((SECONDS + secs))
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || fail "$what did not come within $secs s"
        sleep 0.2
    done
}

echo '== What Debian and the desktops say to the package'
# Errors and warnings; those that are meant are explained in packaging/linux/lintian-overrides.
lintian --allow-root --fail-on error,warning "$package"
lintian --allow-root --show-overrides "$package" | grep -v "^[IP]:" || true
dpkg-deb --extract "$package" "$scratch/content"
desktop-file-validate "$scratch"/content/usr/share/applications/*.desktop
appstreamcli validate --no-net "$scratch"/content/usr/share/metainfo/*.xml
dpkg-deb --field "$package" Package Version Installed-Size Depends

echo '== A fresh Debian 12, with the desktop programs that open files'
if [ -n "${TREE_CACHE:-}" ] && [ -f "$TREE_CACHE" ]; then
    mkdir "$tree"
    tar -x -C "$tree" -f "$TREE_CACHE"
else
    debootstrap --variant=minbase --include=shared-mime-info,desktop-file-utils,libglib2.0-bin bookworm "$tree" >"$scratch/debootstrap" 2>&1 \
        || { tail -n 20 "$scratch/debootstrap" >&2; fail 'there is no tree'; }
    [ -z "${TREE_CACHE:-}" ] || tar -c --one-file-system -C "$tree" -f "$TREE_CACHE" .
fi
mount -t proc proc "$tree/proc"
mount --bind /dev "$tree/dev"
# The mount points of the display and of the profiles belong to this check.
mkdir -p "$tree/tmp/.X11-unix" "$tree/srv/profiles"
cp /etc/resolv.conf "$tree/etc/resolv.conf"
inside() { chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# Lists of packages, logs and caches come with every installation.
all() { (cd "$tree" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./srv -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg/info -o -path './var/lib/dpkg/*-old' \) -prune -o -print | sort); }
# shellcheck disable=SC2016 # dpkg-query fills it in
installed() { inside dpkg-query -W -f '${Package}\n' | sort; }
inside apt-get update -qq
all >"$scratch/before"
installed >"$scratch/packages-before"

echo '== Installing'
cp "$package" "$tree/srv/trilemma.deb"
inside apt-get install -y -qq --no-install-recommends /srv/trilemma.deb >"$scratch/install" 2>&1 || { cat "$scratch/install" >&2; fail 'it does not install'; }
installed >"$scratch/packages-after"
echo "pulled: $(comm -13 "$scratch/packages-before" "$scratch/packages-after" | tr '\n' ' ')"
inside trilemma --version
inside trilemma assess public-api | head -n 3
[ "$(inside gio mime application/x-trilemma-profile | grep -c 'alt.trilemma.Trilemma.desktop')" -ge 1 ] || fail 'profiles are not opened with it'
cp profiles/firmware.ron "$tree/srv/profiles/firmware.ron"
sed 1d profiles/firmware.ron >"$tree/srv/profiles/other.ron"
kind() { inside gio info --attributes=standard::content-type "/srv/profiles/$1" | sed -n 's/.*content-type: //p'; }
echo "a profile is $(kind firmware.ron), another RON file $(kind other.ron)"
[ "$(kind firmware.ron)" = application/x-trilemma-profile ] || fail 'a profile is not known by its first line'
[ "$(kind other.ron)" != application/x-trilemma-profile ] || fail 'every RON file is taken for a profile'

echo '== The window'
Xvfb -displayfd 3 -screen 0 1600x1000x24 -ac -nolisten tcp 3>"$scratch/display" 2>/dev/null &
pids+=($!)
wait_for 20 'the display' test -s "$scratch/display"
DISPLAY=:$(tr -d '[:space:]' <"$scratch/display")
export DISPLAY
mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"
shown() { window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1) && [ -n "$window" ]; }
running() { for exe in /proc/[0-9]*/exe; do [ "$(readlink "$exe" 2>/dev/null)" != "$tree/usr/bin/trilemma" ] || echo "$exe" | cut -d/ -f3; done; }
gone() { [ -z "$(running)" ]; }
quit() {
    local pid
    for pid in $(running); do kill "$pid"; done
    wait_for 20 'the end' gone
}
mkdir -p screenshots
# What the drivers would keep in a folder of their own is not the package's.
on_display() { inside DISPLAY="$DISPLAY" LIBGL_ALWAYS_SOFTWARE=1 MESA_SHADER_CACHE_DISABLE=true "$@"; }
on_display trilemma &
wait_for 60 'the window' shown 'Trilemma'
sleep 3
import -window "$window" screenshots/deb.png
colours=$(identify -format '%k' screenshots/deb.png)
[ "$colours" -ge 200 ] || fail "the window has $colours colours: it is blank"
echo "window: $(xdotool getwindowname "$window"), of class $(xprop -id "$window" WM_CLASS 2>/dev/null | cut -d= -f2), $colours colours"

name=$(sed -n 's/^ *name: "\(.*\)",$/\1/p' profiles/firmware.ron | head -n 1)
# As a double click does it: first into the window that is open, then without one.
by_kind() {
    on_display gio open /srv/profiles/firmware.ron
    wait_for 60 "a window with $name" shown "$name"
}
only_one() { [ "$(running | wc -l)" -eq 1 ]; }
first=$(running)
by_kind
wait_for 20 'a single program' only_one
[ "$(running)" = "$first" ] || fail 'the open window was not the one that got the profile'
echo "opened by its kind while it ran: $(xdotool getwindowname "$window"), in the same window"
quit
by_kind
echo "opened by its kind: $(xdotool getwindowname "$window")"
quit

echo '== Removing'
inside apt-get purge -y -qq --autoremove trilemma >"$scratch/remove" 2>&1 || { cat "$scratch/remove" >&2; fail 'it does not go'; }
all >"$scratch/after"
installed >"$scratch/packages-end"
cmp -s "$scratch/packages-before" "$scratch/packages-end" || fail "packages stay: $(comm -13 "$scratch/packages-before" "$scratch/packages-end" | tr '\n' ' ')"
left=$(comm -13 "$scratch/before" "$scratch/after")
echo "left behind by all packages together: ${left:-nothing}"
grep -qi trilemma <<<"$left" && fail 'something of Trilemma stays'
grep -rqi trilemma "$tree/usr/share/mime" "$tree/usr/share/applications" 2>/dev/null && fail 'a cache still knows it'
echo 'All of it holds.'
