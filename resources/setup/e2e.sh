#!/usr/bin/env bash
# Runs the tests that drive a real Electron, on a virtual display where there is none. More words go on to vitest.
#   bash resources/setup/e2e.sh [vitest options]
set -euo pipefail
cd "$(dirname "$0")/../.."
. resources/setup/install.sh

bash resources/setup/debian-packages.sh
node resources/setup/fetch-electron.mjs >/dev/null
node resources/setup/build-if-older.mjs
display=()
[ -n "${DISPLAY:-}" ] || display=(xvfb-run -a --server-args='-screen 0 1600x1000x24')
exec "${display[@]}" vitest run --config tests/e2e/vitest.config.ts "$@"
