"""Loops spread over the lanes of vectors. lanes.py has the plan of it; start there."""
