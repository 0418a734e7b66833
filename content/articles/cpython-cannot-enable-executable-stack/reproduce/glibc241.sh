# Fetches glibc 2.41 of Debian 13 into ./glibc, without installing it.
set -e
mkdir -p apt/lists/partial apt/archives/partial glibc
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keyring] http://deb.debian.org/debian trixie main" > apt/sources.list
options="-o Dir::Etc::sourcelist=$PWD/apt/sources.list -o Dir::Etc::sourceparts=- \
  -o Dir::State::lists=$PWD/apt/lists -o Dir::Cache=$PWD/apt"
apt-get -qq $options update
apt-get -qq $options download libc6
dpkg-deb -x libc6_*.deb glibc
