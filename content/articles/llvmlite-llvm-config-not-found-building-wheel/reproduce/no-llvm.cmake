# CMake then finds no LLVM of the machine.
set(CMAKE_FIND_ROOT_PATH /nonexistent)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
