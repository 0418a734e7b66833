import pathlib, re, sys, sysconfig

header = pathlib.Path(sysconfig.get_path("include"), "pyconfig.h").read_text()
defined = re.search(r"^\s*#\s*define\s+Py_GIL_DISABLED\b", header, re.M)
print(sys.version.split()[0])
print("interpreter free-threaded:", bool(sysconfig.get_config_var("Py_GIL_DISABLED")))
print("header free-threaded:     ", bool(defined))
