def code_from(x): return x
