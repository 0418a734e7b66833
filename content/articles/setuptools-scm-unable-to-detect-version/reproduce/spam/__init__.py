"""A package without a version of its own."""
