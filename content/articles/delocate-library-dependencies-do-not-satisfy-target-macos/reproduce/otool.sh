#!/bin/sh
# LLVM's otool without the option -m of Apple's, which delocate 0.13.0 passes.
for argument do
  shift
  [ "$argument" = -m ] || set -- "$@" "$argument"
done
exec llvm-otool-14 "$@"
