"""Makes an ordinary Python say that it is free-threaded."""

import sysconfig

sysconfig.get_config_vars()["Py_GIL_DISABLED"] = 1
