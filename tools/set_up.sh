#!/bin/sh
# Make this folder ready to run: virtual environment, pinned dependencies, Qt's system libraries, the
# print font. Run by make; safe to run again, and quick when nothing changed.
#
#   tools/set_up.sh         what the program needs
#   tools/set_up.sh dev     also what the tests and checks need
#
#   PYTHON=...  the interpreter to use (3.11, 3.12 or 3.13); otherwise the first one that really runs
#   VENV=...    the virtual environment's folder; otherwise .venv
set -eu

cd "$(dirname "$0")/.."
kind=${1:-run}
venv=${VENV:-.venv}
case $kind in
run) requirements='requirements.txt' ;;
dev) requirements='requirements-dev.txt' ;;
*)
    echo "usage: tools/set_up.sh [run|dev]" >&2
    exit 2
    ;;
esac

say() { echo "set-up: $*" >&2; }
fail() {
    say "$*"
    exit 1
}

# --- Debian's and Ubuntu's packages -------------------------------------------------------------

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_install() {
    say "installing system packages:" "$@"
    # Lists may be missing or old on a fresh machine: they are fetched when the first try fails.
    apt_try "$@" >/dev/null 2>&1 && return
    log=$(apt-get update -qq 2>&1 && apt_try "$@" 2>&1) && return
    echo "$log" >&2
    return 1
}

apt_try() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "$@"
}

# --- Python -------------------------------------------------------------------------------------

# Running it is the only proof: a version manager's shim may exist for a version it does not offer.
version_of() {
    "$1" -c 'import sys
version = sys.version_info[:2]
if (3, 11) <= version < (3, 14):
    print("%d.%d" % version)' 2>/dev/null || true
}

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if [ -n "$(version_of "$candidate")" ]; then
            echo "$candidate"
            return
        fi
    done
}

make_venv() {
    if [ -n "${PYTHON:-}" ]; then
        python=$PYTHON
        [ -n "$(version_of "$python")" ] || fail "PYTHON=$python is not a working Python 3.11 to 3.13"
    else
        python=$(find_python)
        [ -n "$python" ] || fail "Python 3.11, 3.12 or 3.13 is needed; none was found (PYTHON=... names one)"
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        package=python$(version_of "$python")-venv
        may_install || fail "$python cannot make a virtual environment; on Debian or Ubuntu: apt-get install $package"
        apt_install "$package"
    fi
    say "making $venv with Python $(version_of "$python")"
    rm -rf "$venv"
    "$python" -m venv "$venv"
}

have=$(version_of "$venv/bin/python")
if [ -z "$have" ]; then
    make_venv
elif [ -n "${PYTHON:-}" ] && [ "$have" != "$(version_of "$PYTHON")" ]; then
    make_venv
fi

# --- Dependencies -------------------------------------------------------------------------------

# A stamp holds the checksum of the pins it was installed from. The tests' pins contain the
# program's, so either kind of set-up serves `run`.
sum_of() { cksum <"$1"; }
installed() { [ "$(cat "$venv/.installed-$1" 2>/dev/null)" = "$(sum_of "$1")" ]; }

if ! installed "$requirements" &&
    ! { [ "$kind" = run ] && installed requirements-dev.txt; }; then
    say "installing the packages of $requirements (about 150 MB, once)"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
    # Only now, so that an interrupted installation is taken up again.
    sum_of "$requirements" >"$venv/.installed-$requirements"
fi

# --- Qt's system libraries ----------------------------------------------------------------------

# libcups2 is for the printers: without it Qt knows of none.
qt_packages="libcups2 libegl1 libgl1 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 libgssapi-krb5-2
 libx11-6 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0
 libxcb-xkb1 libxkbcommon0 libxkbcommon-x11-0"

# Asked of the loader, not of the package list: names differ between releases, libraries do not.
missing_libraries() {
    qt=$("$venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')/Qt
    ldd "$qt/plugins/platforms/libqxcb.so" "$qt/plugins/printsupport/libcupsprintersupport.so" \
        "$qt/lib/libQt6Widgets.so.6" "$qt/lib/libQt6Network.so.6" "$qt/lib/libQt6PdfWidgets.so.6" \
        "$qt/lib/libQt6PrintSupport.so.6" 2>/dev/null |
        awk '/not found/ { print $1 }' | sort -u | tr '\n' ' '
}

if [ "$(uname -s)" = Linux ]; then
    missing=$(missing_libraries)
    if [ -n "$missing" ]; then
        if may_install; then
            # shellcheck disable=SC2086 # a list of words
            apt_install $qt_packages || true
            missing=$(missing_libraries)
        fi
        # The command line works without them, so this is no reason to stop.
        # shellcheck disable=SC2086
        [ -z "$missing" ] ||
            say "the window lacks ${missing% }; on Debian or Ubuntu: sudo apt-get install" $qt_packages
    fi
    if [ "$kind" = dev ] && ! command -v Xvfb >/dev/null 2>&1; then
        if ! may_install || ! apt_install xvfb; then
            say "without Xvfb the tests draw into memory only; on Debian or Ubuntu: sudo apt-get install xvfb"
        fi
    fi
    # What counts is that the binding finds the library, whatever its package is called here.
    if [ "$kind" = dev ] && ! "$venv/bin/python" -c 'import pyzbar.pyzbar' 2>/dev/null; then
        if ! may_install || ! apt_install libzbar0; then
            say "without libzbar0 no test reads a barcode; on Debian or Ubuntu: sudo apt-get install libzbar0"
        fi
    fi
fi

# --- The print font -----------------------------------------------------------------------------

"$venv/bin/python" -m printing.fonts >/dev/null
