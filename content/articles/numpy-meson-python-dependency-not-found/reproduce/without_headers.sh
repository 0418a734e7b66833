# Hides the headers and the pkg-config file of Python, then runs a command.
hide() {
  mount -t tmpfs none "$(python -c "import sysconfig; print($1)")"
}
hide "sysconfig.get_path('include')"
hide "sysconfig.get_config_var('LIBPC')"
exec "$@"
