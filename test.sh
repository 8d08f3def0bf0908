#!/usr/bin/env bash
# Checks everything: the formatting, the build without a warning, all the tests. Its last line counts the tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
report=TestResults/tests.xml
passed=0 failed=0 skipped=0

# Whatever happened, the counts come last: all zero when no test has run.
trap 'echo "$passed passed, $failed failed, $skipped skipped"' EXIT

# A number from the first line of the runner's report that describes the assembly.
count() {
  grep -m 1 '<assembly ' "$report" | sed -E "s/.*<assembly [^>]* $1=\"([0-9]+)\".*/\1/"
}

scripts/get-prerequisites.sh postgres chromium

dotnet restore -v q
dotnet format --no-restore --verify-no-changes
dotnet build -c Release --no-restore --nologo -v q -warnaserror

rm -rf TestResults
mkdir -p TestResults
status=0
dotnet MusicTimeMachine.Tests/bin/Release/net10.0/MusicTimeMachine.Tests.dll -noLogo -noColor -xml "$report" || status=$?

if [[ -f $report ]]; then
  passed=$(count passed)
  failed=$(($(count failed) + $(count errors)))
  skipped=$(count skipped)
fi
[[ $status -eq 0 && $failed -eq 0 && $passed -gt 0 ]]
