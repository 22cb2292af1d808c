"""The back end in order: from a function of the IR to relocatable machine code."""

from __future__ import annotations

from .allocate import Allocator
from .blocks import order
from .caching import cache
from .emit import Emitter
from .liveness import number, ranges, solve
from .select import Selector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Function
    from ..machine import Code
    from .target import Target


def generate(function: Function, target: Target, externals: dict[str, int], check: bool = False) -> Code:
    """Machine code for a function, which is left as it was; its entry is the symbol `function.name`.

    `externals` has the addresses of the permanent routines pause, deepen, upcall, retain and release. Functions that it
    calls are externals without address. With `check`, the allocation of registers is verified.
    """
    nodes, loops = order(function)
    if function.vectors:
        from .vectors import VectorSelector, vector_types

        vectors = target.vectors(vector_types(nodes))
        selector: Selector = VectorSelector(function, vectors, nodes)
        target = vectors
    else:
        selector = Selector(function, target, nodes)
    selector.run()
    number(nodes)
    solve(nodes)
    count = function.next_id + 1
    live = ranges(nodes, count)
    allocation = Allocator(target, nodes, live, count).run()
    cache(target, nodes, loops, live, allocation)
    log = None
    if check:
        from .checker import Log

        log = Log(nodes, live, target)
    writer = target.writer(externals)
    Emitter(function, target, writer, nodes, live, allocation, selector.frames, log).run()
    if log is not None:
        log.verify()
    for node in nodes:
        node.forget()
    return writer.code()  # type: ignore[no-any-return]
