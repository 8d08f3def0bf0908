#!/usr/bin/env bash
# Whether the app on this port of this machine is alive: `healthcheck.sh 8080`. The shell asks by itself, because
# the image that the app runs in has neither curl nor wget.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET /health/live HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[[ $status == 200 ]]
