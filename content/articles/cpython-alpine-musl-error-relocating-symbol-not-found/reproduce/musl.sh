# Unpacks musl, the C library of Alpine, beside the C library of this system.
set -e
apt-get download -qq musl
dpkg-deb -x musl_*.deb musl
