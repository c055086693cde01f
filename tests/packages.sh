#!/bin/sh
# Installs the Debian packages that are missing: packages.sh NO_INSTALL PACKAGE...
# With NO_INSTALL set it names them and stops. On other systems it says what is needed and goes on.
no_install=$1
shift
command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=
for package in "$@"; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
        "install ok installed") ;;
        *) missing="$missing $package" ;;
    esac
done
[ -z "$missing" ] && exit 0
if [ -n "$no_install" ]; then
    echo "speelveld needs these Debian packages:$missing" >&2
    echo "Install them with: apt-get install$missing" >&2
    exit 1
fi
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
if [ -n "$sudo" ] && ! command -v sudo >/dev/null 2>&1; then
    echo "speelveld needs these Debian packages, and installing them takes root:$missing" >&2
    exit 1
fi
echo "Installing what speelveld needs:$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
for step in "update -q" "install -y -q --no-install-recommends$missing"; do
    if ! $sudo apt-get $step >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$log"
        echo "Installing failed; see above. The packages:$missing" >&2
        exit 1
    fi
done
rm -f "$log"
