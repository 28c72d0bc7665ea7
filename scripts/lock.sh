#!/bin/sh
# Resolve pyproject.toml (with the dev extra) in an empty environment and write requirements.lock.
set -eu
python="${1:-python3.11}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
"$python" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check ".[dev]"
{
    echo "# Written by \`make lock\` from pyproject.toml: every package that an installation gets, in the version that was tested."
    # The CPU build carries a local version ("+cpu"), which only some indexes serve under that name.
    "$folder/venv/bin/python" -m pip freeze --exclude claims-pipeline | sed 's/+cpu$//'
} > requirements.lock
echo "requirements.lock: $(grep -c == requirements.lock) packages"
