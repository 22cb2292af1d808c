"""The permanent routines, assembled, for each version of CPython: made by tools/make_routines.py."""
