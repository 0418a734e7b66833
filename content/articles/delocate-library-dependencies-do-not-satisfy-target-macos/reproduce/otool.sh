#!/bin/sh
# LLVM's otool without the option -m of Apple's, which delocate 0.13.0 passes.
[ "$1" != -m ] || shift
exec llvm-otool-14 "$@"
