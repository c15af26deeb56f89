#!/usr/bin/env bash
# Installs the Debian libraries Electron and its tests need, where they are missing. As root; elsewhere it says what is needed.
#   debian-packages.sh
set -euo pipefail

needed="libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatk-bridge2.0-0 libcups2 libdrm2 libnotify4 xvfb xauth fonts-liberation strace"

command -v dpkg-query >/dev/null || exit 0 # not Debian: nothing to do here
missing=""
for package in $needed; do
  # Newer Debian and Ubuntu name some of them …t64.
  state=$(dpkg-query -W -f='${Status}\n' "$package" "${package}t64" 2>/dev/null || true)
  case $state in *'install ok installed'*) ;; *) missing="$missing $package" ;; esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "Please install as root: apt-get install$missing" >&2
  exit 1
fi
echo "Installing Debian packages:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
said=$(mktemp)
trap 'rm -f "$said"' EXIT
quietly() { "$@" >"$said" 2>&1 || { cat "$said" >&2; exit 1; }; }
quietly apt-get update -q
for package in $missing; do
  apt-cache show "$package" >/dev/null 2>&1 || missing="${missing/ $package/ ${package}t64}"
done
# shellcheck disable=SC2086
quietly apt-get install -y -q --no-install-recommends $missing
