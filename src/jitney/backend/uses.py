"""What a rule says of an operand."""

MEMORY, FREE, IMMEDIATE, CONSTANT, MIDDLE, LATE = 1, 2, 4, 8, 16, 32
"""It may be in memory, and that is free; may be a number that fits, any constant; its register is kept until the
clobbered ones are written, or until the result is."""
