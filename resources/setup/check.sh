#!/usr/bin/env bash
# Installs everything a bare machine lacks and runs every check and every test, the ones on a real Electron included.
# The last line counts the tests.
#   bash resources/setup/check.sh
set -uo pipefail
cd "$(dirname "$0")/../.."
. resources/setup/install.sh || exit 1

bash resources/setup/debian-packages.sh || exit 1
node resources/setup/fetch-electron.mjs >/dev/null || exit 1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=0

echo 'Building …'
npm run --silent build || exit 1

for check in format types lint rooms unused; do
  echo "Checking: $check …"
  npm run --silent "$check" || { echo "Not in order: $check"; failed=1; }
done

echo 'Testing …'
vitest run --reporter=default --reporter=json --outputFile.json="$results/units.json" || failed=1
bash resources/setup/e2e.sh --reporter=default --reporter=json --outputFile.json="$results/window.json" || failed=1
node resources/setup/count-tests.mjs "$results/units.json" "$results/window.json" || failed=1
exit "$failed"
