#!/usr/bin/env bash
# Installs the packages of the lock file where they are missing or older than it (no package's own scripts are run), and puts
# the project's Node 24 first. Sourced by the other scripts from the repository's root.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo 'Installing packages …'
  npm ci --ignore-scripts --include=dev --include=optional --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
export PATH="$PWD/node_modules/.bin:$PATH"
