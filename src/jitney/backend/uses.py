"""What rules, and those who carry them out, say of operands."""

WORDS, FLOATS, VECTOR, MASK = range(4)
"""Kinds of registers. Of vectors and masks there are some in functions that have vectors."""

MEMORY, FREE, IMMEDIATE, CONSTANT, MIDDLE, LATE = 1, 2, 4, 8, 16, 32
"""Of an operand: it may be in memory, and that is free; may be a number that fits, any constant; its register is kept
until the clobbered ones are written, or until the result is."""
