"""From IR to machine code, as far as it is the same on every processor.

`codegen.generate` is the whole of it: the order of blocks (blocks.py), choice of instructions (select.py), liveness
(liveness.py), allocation of registers (allocate.py), and writing all down (emit.py), which `checker.py` can check. What
a processor is like comes as a description (target.py).
"""
