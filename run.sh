#!/usr/bin/env bash
# Starts Music Time Machine and stays until Ctrl-C: ./run.sh
# With a verb it runs the command line instead:       ./run.sh import --user ann export.zip
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
app=$root/.local/app
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# Everything that goes into the app, one name a line.
sources() {
  (cd "$root" && find MusicTimeMachine build appsettings.json Directory.*.props .editorconfig \
    \( -name bin -o -name obj -o -name _framework \) -prune -o -type f "$@" -print | LC_ALL=C sort)
}

is_current() {
  [[ -f $app/.sources ]] && cmp -s "$app/.sources" <(sources) && [[ -z $(sources -newer "$app/.sources") ]]
}

publish() {
  echo "Building Music Time Machine ..."
  local new=$root/.local/app.$$
  mkdir -p "$new"
  # Its time is that of the beginning: whatever is edited meanwhile is newer.
  sources >"$new/.sources"
  # A folder of its own: an app that is running keeps the files that it has opened.
  dotnet publish "$root/MusicTimeMachine" -c Release -o "$new" --nologo -v q || { rm -rf "$new"; exit 1; }
  rm -rf "$app"
  mv "$new" "$app"
}

# The address to look at, from what the app itself reads: argument, environment, settings.
address() {
  local url previous='' argument
  url=${URLS:-${Urls:-$(sed -nE 's/^ *"Urls": *"([^"]+)".*/\1/p' "$app/appsettings.json" | head -n 1)}}
  for argument in "$@"; do
    [[ $previous == --[Uu]rls ]] && url=$argument
    [[ $argument == --[Uu]rls=* ]] && url=${argument#--[Uu]rls=}
    previous=$argument
  done
  echo "${url:-${ASPNETCORE_URLS:-http://127.0.0.1:5080}}"
}

# The host and port at which this machine reaches an address; nothing for what is none.
reached_at() {
  [[ $1 =~ ^(https?)://(\[[^]]*\]|[^:/]+)(:([0-9]+))? ]] || return 0
  local port=${BASH_REMATCH[4]:-$([[ ${BASH_REMATCH[1]} == https ]] && echo 443 || echo 80)}
  case ${BASH_REMATCH[2]} in
    '*' | + | 0.0.0.0 | '[::]' | localhost) echo "127.0.0.1 $port" ;;
    *) echo "$(tr -d '[]' <<<"${BASH_REMATCH[2]}") $port" ;;
  esac
}

listens() {
  (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

# curl need not be there: the shell itself asks.
answers() {
  (
    exec 3<>"/dev/tcp/$1/$2" || exit 1
    printf 'GET /health/live HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" >&3
    [[ $(head -c 5 <&3) == HTTP/ ]]
  ) 2>/dev/null
}

# Says so when the app answers; gives up when it has ended.
announce() {
  local url=$1 host=$2 port=$3 ask=answers
  # Of HTTPS the shell only knows whether somebody listens.
  [[ $url == https:* ]] && ask=listens
  while kill -0 $$ 2>/dev/null; do
    if "$ask" "$host" "$port"; then
      echo "Music Time Machine is ready at ${url%/}"
      return 0
    fi
    sleep 0.1
  done
}

"$root/scripts/get-prerequisites.sh" postgres
is_current || publish

export Demo__Enabled=${Demo__Enabled:-true}
# The app may be started from anywhere; what it serves lies beside it, what the arguments name does not.
export ASPNETCORE_CONTENTROOT=$app
if [[ $# -eq 0 || $1 == --*=* || $1 == --[Uu]rls ]]; then
  URLS=$(address "$@")
  unset Urls # Settings know no case: two of a name would be told apart by chance.
  export URLS
  first=${URLS%%;*}
  read -r host port < <(reached_at "$first") || true
  if [[ -n ${port:-} ]]; then
    if listens "$host" "$port"; then
      echo "Another program already listens at $first. Stop it, or choose another address: ./run.sh --Urls=http://127.0.0.1:5081" >&2
      exit 1
    fi
    announce "$first" "$host" "$port" &
  fi
fi
# The app takes this script's place, so Ctrl-C and the exit code are its own.
exec dotnet "$app/MusicTimeMachine.dll" "$@"
