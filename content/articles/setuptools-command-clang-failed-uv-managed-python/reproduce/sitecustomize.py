"""Gives sysconfig the compiler and archiver that python-build-standalone records on Linux x86-64."""

import sysconfig

values = sysconfig.get_config_vars()
values.update(
    CC="clang -pthread",
    CXX="clang++ -pthread",
    LDSHARED="clang -pthread -shared",
    LDCXXSHARED="clang++ -pthread -shared",
    AR="/tools/clang-linux64/bin/llvm-ar",
)
