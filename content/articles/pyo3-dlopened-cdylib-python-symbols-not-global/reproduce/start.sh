# Gives a command, or the shell that reads this file, the shared libpython and the packages of the Python on the PATH.
LD_LIBRARY_PATH=$(python -c "import sysconfig; print(sysconfig.get_config_var('LIBDIR'))")
PYTHONPATH=$(python -c "import sysconfig; print(sysconfig.get_path('platlib'))"):.
export LD_LIBRARY_PATH PYTHONPATH
exec "$@"
