from setuptools import Extension, setup

setup(name="needs-ldap", version="1.0", ext_modules=[Extension("needs_ldap", ["needs_ldap.c"])])
