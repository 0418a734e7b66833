"""What bad.c needs."""
