import sysconfig

from setuptools import Extension, setup

limited = not sysconfig.get_config_var("Py_GIL_DISABLED")

setup(
    name="spam",
    version="1.0",
    ext_modules=[
        Extension(
            "spam",
            ["spam.c"],
            py_limited_api=limited,
            define_macros=[("Py_LIMITED_API", "0x03090000")] if limited else [],
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp39"}} if limited else {},
)
