# Runs "import spam" from a file system that is mounted with the options given.
mkdir -p mounted
mount -t tmpfs -o "$1" tmpfs mounted
mv spam.so mounted
findmnt -T mounted/spam.so -o TARGET,OPTIONS
PYTHONPATH=mounted python -c "import spam"
