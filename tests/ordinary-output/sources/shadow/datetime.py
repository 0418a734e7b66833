"""Hides the module of the standard library."""
def now(): return 3
