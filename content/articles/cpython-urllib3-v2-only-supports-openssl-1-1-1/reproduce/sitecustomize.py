"""Lets the ssl module name the OpenSSL of CentOS 7, or the LibreSSL of macOS, instead of its own."""

import os
import ssl

ssl.OPENSSL_VERSION = os.environ.get("SSL_NAME", "OpenSSL 1.0.2k-fips  26 Jan 2017")
ssl.OPENSSL_VERSION_INFO = (1, 0, 2, 11, 15)
