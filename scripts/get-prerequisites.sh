#!/usr/bin/env bash
# Makes sure that what the named steps need is on this machine: `get-prerequisites.sh postgres chromium`.
# It installs with apt-get where it may (root, or sudo without a password) and never asks anything.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

may_install() {
  command -v apt-get >/dev/null && { [[ $EUID -eq 0 ]] || sudo -n true 2>/dev/null; }
}

install_packages() {
  local as_root=()
  [[ $EUID -eq 0 ]] || as_root=(sudo -n)
  echo "Installing $* ..."
  "${as_root[@]}" apt-get update -qq >/dev/null 2>&1 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

has_postgres() {
  [[ -n ${ConnectionStrings__MusicTimeMachine:-} || -n ${Database__BinariesDirectory:-} || -x $root/.local/postgresql/bin/postgres ]] && return
  local server version
  for server in /usr/lib/postgresql/*/bin/postgres /usr/pgsql-*/bin/postgres /opt/homebrew/opt/postgresql@*/bin/postgres \
    /usr/local/opt/postgresql@*/bin/postgres /Applications/Postgres.app/Contents/Versions/*/bin/postgres "$(command -v postgres || true)"; do
    [[ -x $server ]] || continue
    version=$("$server" --version | sed -nE 's/.*\(PostgreSQL\) ([0-9]+).*/\1/p')
    [[ ${version:-0} -ge 15 ]] && return
  done
  return 1
}

install_postgres() {
  # Only the programs are wanted: the distribution would otherwise start a server of its own. The file is gone
  # afterwards, so that a server installed later behaves as its owner expects.
  local as_root=() quiet=/etc/postgresql-common/createcluster.d/music-time-machine.conf
  [[ $EUID -eq 0 ]] || as_root=(sudo -n)
  "${as_root[@]}" mkdir -p "${quiet%/*}"
  echo "create_main_cluster = false" | "${as_root[@]}" tee "$quiet" >/dev/null
  local installed=0
  install_packages postgresql || installed=$?
  "${as_root[@]}" rm -f "$quiet"
  return "$installed"
}

need_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.' && return
  echo "The .NET 10 SDK is missing: install it and see that dotnet is in the PATH." >&2
  exit 1
}

need_postgres() {
  has_postgres && return
  if may_install && install_postgres && has_postgres; then
    return
  fi
  "$root/scripts/get-postgres.sh"
}

need_chromium() {
  [[ -n ${MTM_CHROMIUM:-} || -x /usr/bin/chromium || -x /usr/bin/google-chrome ]] && return
  if may_install && install_packages chromium; then
    return
  fi
  echo "There is no Chromium and it cannot be installed: the browser tests will be skipped (Debian: apt-get install chromium)."
}

need_dotnet
for what in "$@"; do
  "need_$what"
done
