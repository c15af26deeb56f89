#!/usr/bin/env bash
# The main job on the sample month, from a fresh clone: installs, builds, imports the July 2015 extracts, prints the measures with
# their status, and writes the Board's workbook and the comparison charts into out/. Run it as often as you like.
#   bash resources/setup/demo.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
. resources/setup/install.sh

store=out/workbench.sqlite
workbench() { node resources/setup/workbench.mjs "$@" --store "$store"; }

mkdir -p out
echo 'Building …'
node resources/setup/build-if-older.mjs

echo
echo 'Importing the sample month …'
find resources/sample -mindepth 2 -type f ! -name '*.md' -print0 | sort -z > out/.files
mapfile -d '' files < out/.files
rm out/.files
workbench import "${files[@]}" > out/import.txt
grep -E '^[A-Z][^:]*: resources/sample/' out/import.txt
echo "How each sheet was read: out/import.txt"

echo
workbench measures

echo
echo 'Writing the hand-over …'
workbench report --as-at 2015-06 --out out/board-2015-06.xlsx
for kind in png svg; do
  workbench compare --measure all-crime --from 2015-04 --to 2015-06 --chart "out/msg-all-crime-2015-06.$kind" > out/comparison.txt
done
cat out/comparison.txt

echo
echo 'Written:'
ls out/board-2015-06.xlsx out/msg-all-crime-2015-06.png out/msg-all-crime-2015-06.svg out/comparison.txt "$store" | sed "s|^|  $PWD/|"
echo
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo 'The window on the same store: npm start'
else
  echo 'No display here. With one, `npm start` opens the window on the same store;'
  echo 'without one: bash resources/setup/debian-packages.sh && xvfb-run -a npm start'
fi
