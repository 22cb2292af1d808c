"""Passes: IR to IR, one to a file, each a function `run` that changes a function in place.

A pass takes about linear time. It keeps the function such that the verifier accepts it and the interpreter gives the
same outcome, but for bail-outs that nobody needs (demanded.py, dead.py).
"""
