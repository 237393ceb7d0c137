#!/bin/sh
# Pin what pyproject.toml asks for: requirements.txt (the program), requirements-dev.txt (and tests).
#
# The pins hold for Python 3.11 to 3.13 on Windows, macOS and Linux, carry the hash of every file,
# and name no package index: where packages come from is the affair of whoever installs them.
# Versions move only with `make lock UPGRADE=1`.
set -eu

cd "$(dirname "$0")/.."
python=${VENV:-.venv}/bin/python

"$python" -m uv --version >/dev/null 2>&1 || "$python" -m pip install --quiet uv

pin() {
    "$python" -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --custom-compile-command 'make lock' \
        ${UPGRADE:+--upgrade} pyproject.toml "$@"
}

pin --output-file requirements.txt
# The tests run with exactly the versions that the program ships with.
pin --extra dev --constraint requirements.txt --output-file requirements-dev.txt
