#!/usr/bin/env bash
# Installs what the reproductions need in a Debian container: uv with several Pythons, and Rust.
set -euo pipefail

git config --global --add safe.directory "$PWD"
apt-get update
apt-get install --yes --no-install-recommends cargo cmake gdb gfortran python3-venv
python3 -m venv /opt/uv
/opt/uv/bin/pip install --quiet uv==0.13.9
ln -s /opt/uv/bin/uv /usr/local/bin/uv
uv python install 3.9 3.10 3.11 3.12 3.13 3.13t 3.14
npm ci --ignore-scripts
