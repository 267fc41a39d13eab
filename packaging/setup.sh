#!/usr/bin/env bash
# Makes everything that `make run` and `make test` need: the system's libraries and .venv.
#
#     packaging/setup.sh [run|test|bundle|bundle-test]
#
# test, the default, also wants a virtual screen and a mouse; bundle what packs the program, and
# bundle-test what makes an empty Debian.
#
# Quick where nothing has changed: .venv carries stamps of what it was made from.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose=${1:-test}
case $purpose in
  run | test | bundle | bundle-test) ;;
  *) echo "usage: packaging/setup.sh [run|test|bundle|bundle-test]" >&2; exit 2 ;;
esac

venv=.venv
# pip shows its progress to a person, and a log only its errors.
pip=("$venv/bin/python" -m pip --disable-pip-version-check)
[ -t 2 ] || pip+=(-q -q)
lock=packaging/requirements.lock

say() { printf 'setup: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# ---------------------------------------------------------------------------------------------
# System libraries: what Qt's libraries and its xcb, Wayland and offscreen plugins are linked with
# (objdump -p) and PySide6 does not bring itself. Left: the file looked for; right: Debian's package.
qt_libraries='
libEGL.so.1                libegl1
libGL.so.1                 libgl1
libX11.so.6                libx11-6
libX11-xcb.so.1            libx11-xcb1
libbrotlidec.so.1          libbrotli1
libdbus-1.so.3             libdbus-1-3
libfontconfig.so.1         libfontconfig1
libfreetype.so.6           libfreetype6
libglib-2.0.so.0           libglib2.0-0
libgssapi_krb5.so.2        libgssapi-krb5-2
libwayland-client.so.0     libwayland-client0
libwayland-cursor.so.0     libwayland-cursor0
libxcb.so.1                libxcb1
libxcb-cursor.so.0         libxcb-cursor0
libxcb-glx.so.0            libxcb-glx0
libxcb-icccm.so.4          libxcb-icccm4
libxcb-image.so.0          libxcb-image0
libxcb-keysyms.so.1        libxcb-keysyms1
libxcb-randr.so.0          libxcb-randr0
libxcb-render.so.0         libxcb-render0
libxcb-render-util.so.0    libxcb-render-util0
libxcb-shape.so.0          libxcb-shape0
libxcb-shm.so.0            libxcb-shm0
libxcb-sync.so.1           libxcb-sync1
libxcb-util.so.1           libxcb-util1
libxcb-xfixes.so.0         libxcb-xfixes0
libxcb-xkb.so.1            libxcb-xkb1
libxkbcommon.so.0          libxkbcommon0
libxkbcommon-x11.so.0      libxkbcommon-x11-0
libzstd.so.1               libzstd1
'
# The tests' screen, mouse and window manager.
test_commands='
Xvfb       xvfb
xdotool    xdotool
openbox    openbox
'
# What PyInstaller looks into libraries with, and what packs.
bundle_commands='
objdump    binutils
zstd       zstd
dpkg-deb   dpkg
'
bundle_test_commands='
debootstrap    debootstrap
unshare        util-linux
'

missing=()
missing_files=()

note_missing() {
  missing_files+=("$1")
  missing+=("$2")
}

look_for_libraries() {
  local ldconfig known file package
  ldconfig=$(PATH="$PATH:/sbin:/usr/sbin" command -v ldconfig) || return 0
  known=$("$ldconfig" -p)
  while read -r file package; do
    [ -n "$file" ] || continue
    grep -qF "$file " <<<"$known" || note_missing "$file" "$package"
  done <<<"$qt_libraries"
}

look_for_commands() {
  local file package
  while read -r file package; do
    [ -n "$file" ] || continue
    command -v "$file" >/dev/null || note_missing "$file" "$package"
  done <<<"$1"
}

# The first Python that is new enough; 3.11 is what the lock was resolved and tested on.
find_python() {
  local name
  for name in ${PYTHON:-} python3.11 python3 python3.12 python3.13 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return 0
    fi
  done
  return 1
}

# Debian keeps the part that fills a new environment with pip in a package of its own.
look_for_python() {
  local python version
  if ! python=$(find_python); then
    note_missing "Python 3.11 or newer" python3
    note_missing "Python's venv" python3-venv
  elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    note_missing "Python's venv" "python$version-venv"
  fi
}

install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  say "missing: ${missing_files[*]}"
  if ! command -v apt-get >/dev/null; then
    say "This is no Debian or Ubuntu, so nothing is installed. There, the packages are called:"
    say "  ${missing[*]}"
    say "Going on; if Qt says that it could not load a platform plugin, install these first."
    return 0
  fi
  if [ "$(id -u)" -ne 0 ]; then
    say "Please run, and then the same command again:"
    printf '\n    sudo apt-get update && sudo apt-get install --no-install-recommends %s\n\n' \
      "${missing[*]}" >&2
    exit 1
  fi
  say "installing: ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
}

# ---------------------------------------------------------------------------------------------
# The environment, made from the lock alone.
make_environment() {
  local python made_from installed_from
  python=$(find_python) || die "Python 3.11 or newer is needed, and was not found"
  made_from="$(cksum <"$lock")"
  installed_from="$(cksum <pyproject.toml) $(pwd -P)"

  if [ -e "$venv" ] && ! "$venv/bin/python" -c '' 2>/dev/null; then
    say "$venv has no working Python any more; making it anew"
    rm -rf "$venv"
  elif [ -f "$venv/.lock-stamp" ] && [ "$(cat "$venv/.lock-stamp")" != "$made_from" ]; then
    say "the lock has changed; making $venv anew"
    rm -rf "$venv"
  fi

  if [ ! -f "$venv/.lock-stamp" ]; then
    say "making $venv with $("$python" --version) from $lock (a few minutes, once)"
    [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
    "${pip[@]}" install -r "$lock"
    echo "$made_from" >"$venv/.lock-stamp"
    rm -f "$venv/.project-stamp"
  fi

  if [ "$(cat "$venv/.project-stamp" 2>/dev/null)" != "$installed_from" ]; then
    "${pip[@]}" install --no-deps --no-build-isolation --editable .
    echo "$installed_from" >"$venv/.project-stamp"
  fi
}

if [ "$(uname -s)" = Linux ]; then
  look_for_libraries
  case $purpose in
    test) look_for_commands "$test_commands" ;;
    bundle) look_for_commands "$bundle_commands" ;;
    bundle-test) look_for_commands "$bundle_commands$bundle_test_commands" ;;
  esac
fi
look_for_python
install_missing
make_environment
