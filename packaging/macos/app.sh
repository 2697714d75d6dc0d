#!/usr/bin/env bash
# Trilemma.app from one or two built programs, and on a Mac the disk image.
#
#   packaging/macos/app.sh PROGRAM...        # target/aarch64-apple-darwin/release/trilemma target/x86_64-apple-darwin/release/trilemma
#
# The layout needs no Mac and lands in target/dist/Trilemma.app; two programs become one for both processors with lipo (llvm-lipo
# elsewhere). On a Mac it goes on, and each step is off unless its variable is set:
#
#   SIGN_IDENTITY    "Developer ID Application: …" signs for others; without it the app is signed ad hoc, which is enough to run it
#                    on the Mac that built it and, after a right click and Open, elsewhere.
#   NOTARY_PROFILE   a profile kept by `xcrun notarytool store-credentials`: Apple looks at the image, and the answer is stapled to it.
#                    Needs SIGN_IDENTITY.
#   NO_DMG=1         leaves the disk image out.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -ge 1 ] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
app=target/dist/Trilemma.app
fail() { echo "app: $*" >&2; exit 1; }

rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
if [ $# -gt 1 ]; then
    lipo=$(command -v lipo || command -v llvm-lipo) || fail 'lipo makes one program of two: install llvm'
    "$lipo" -create -output "$app/Contents/MacOS/trilemma" "$@"
else
    cp "$1" "$app/Contents/MacOS/trilemma"
fi
chmod 755 "$app/Contents/MacOS/trilemma"
sed "s/@VERSION@/$version/" packaging/macos/Info.plist >"$app/Contents/Info.plist"
printf 'APPL????' >"$app/Contents/PkgInfo"
cp assets/icon/trilemma.icns assets/licences.txt LICENSE-MIT LICENSE-APACHE "$app/Contents/Resources/"
echo "$app $version"

if [ "$(uname)" != Darwin ]; then
    echo 'Signing, the disk image and notarisation need a Mac.'
    exit 0
fi
plutil -lint "$app/Contents/Info.plist"
if [ -n "${SIGN_IDENTITY:-}" ]; then
    codesign --force --options runtime --timestamp --sign "$SIGN_IDENTITY" "$app"
else
    codesign --force --sign - "$app"
fi
codesign --verify --strict --verbose=2 "$app"
[ -z "${NO_DMG:-}" ] || exit 0

image=target/dist/Trilemma-$version.dmg
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname Trilemma -srcfolder "$folder" -fs HFS+ -format UDZO "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    [ -n "${SIGN_IDENTITY:-}" ] || fail 'NOTARY_PROFILE needs SIGN_IDENTITY'
    codesign --force --timestamp --sign "$SIGN_IDENTITY" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
shasum -a 256 "$image"
