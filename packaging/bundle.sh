#!/usr/bin/env bash
# The program as one folder, packed, and as a Debian package: into dist/.
#
#     packaging/bundle.sh [bundle|deb]
#
# Everything is made from .venv, which packaging/setup.sh makes from the lock alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose=${1:-bundle}
name=architecture-explorer
python=.venv/bin/python
version=$(PYTHONPATH=packaging "$python" -c 'import about; print(about.version())')
machine=$(uname -m)

say() { printf 'bundle: %s\n' "$*" >&2; }

make_bundle() {
  local started=$SECONDS packed
  rm -rf "dist/$name"
  # the source tree's own explorer, wherever .venv's editable installation leads
  PYTHONPATH=$PWD "$python" -m PyInstaller --noconfirm --log-level ERROR \
    --distpath dist --workpath build/bundle/work packaging/explorer.spec
  say "dist/$name: $(du -sm "dist/$name" | cut -f1) MB, made in $((SECONDS - started)) s"
  started=$SECONDS
  packed=dist/$name-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$machine.tar.zst
  tar -C dist --owner=0 --group=0 --sort=name -c "$name" | zstd -q -f -T0 -10 -o "$packed"
  say "$packed: $(($(stat -c %s "$packed") / 1000000)) MB, packed in $((SECONDS - started)) s"
}

up_to_date() {
  [ -x "dist/$name/explorer" ] &&
    [ -z "$(find explorer resources packaging pyproject.toml -newer "dist/$name/explorer" \
      -not -path '*/__pycache__*' -type f -print -quit)" ]
}

make_deb() {
  local started=$SECONDS root=build/bundle/deb deb
  up_to_date || make_bundle
  rm -rf "$root"
  PYTHONPATH=$PWD "$python" packaging/debian.py "dist/$name" "$root"
  deb=dist/${name}_${version}_$(dpkg --print-architecture).deb
  dpkg-deb --root-owner-group -Zzstd -z10 --build "$root" "$deb" >/dev/null
  rm -rf "$root"
  say "$deb: $(($(stat -c %s "$deb") / 1000000)) MB, made in $((SECONDS - started)) s"
}

case $purpose in
  bundle) make_bundle ;;
  deb) make_deb ;;
  *) echo "usage: packaging/bundle.sh [bundle|deb]" >&2; exit 2 ;;
esac
