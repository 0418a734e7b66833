# Copies the Python of this environment to ./base, without the libpython that an extension could link.
set -e
prefix=$(python -c "import sys; print(sys.base_prefix)")
version=$(python -c "import sys; print('%d.%d' % sys.version_info[:2])")
mkdir -p base/lib
tar -C "$prefix" --exclude=test --exclude=__pycache__ --exclude=site-packages --exclude='*.a' \
  -cf - bin include "lib/python$version" | tar -xf - -C base
sed -i "s#$prefix#$PWD/base#g" base/lib/python$version/_sysconfigdata*.py "base/bin/python$version-config"
