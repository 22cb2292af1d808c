"""The language in the middle: SSA over a control-flow graph with block parameters.

`ops` is the table of operations, `types` and `function` are the data, `builder` makes them, `text` prints and parses
them, `verify` checks them and `interpret` says what they mean.
"""
