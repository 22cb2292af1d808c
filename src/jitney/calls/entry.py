"""Entries: the generated code between a dispatcher's vectorcall and compiled code, one for each specialisation.

    PyObject *entry(callable, PyObject *const *args, size_t nargsf, PyObject *kwnames)

It takes the call if nothing was passed by keyword, the count of arguments fits (defaults given), each argument is of
the kind wanted, and nothing that it watches has changed. Else it goes on, everything as it came: to the next entry,
whose address is in its data, `miss` (dispatchroutines.py) at first; or to `changed`. In order, it does:

    frame; a missing argument's default
    export buffers, if there are parameters that need it: from here on with a reference to the dispatcher
    unbox every argument straight into its place (jitroutines.py has the convention)
    compare dict versions and cells' contents with what its data says
    take a reference to the dispatcher; fill in the context; let go of the GIL if asked to; call
    if it has left by an exit: `leave`, and what that says
    make the result an object; give the buffers back
    jump to `drop`, which lets the dispatcher go, and perhaps this code with it

The frame, upwards from rsp: arguments that go on the stack, the context, spilled registers (nogil), arguments with
defaults filled in, buffers; then nargsf and args as they came, and r15, rbx, rbp, as pushed.

Entries rely on object layouts: where these are unknown there are none (`can_enter`), and every call is a miss.
"""

from __future__ import annotations

import ctypes

from ..machine import context, link
from ..x86 import (
    Assembler,
    dword,
    ecx,
    ptr,
    qword,
    r8d,
    r10,
    r11,
    r15,
    rax,
    rbp,
    rbx,
    rcx,
    rdi,
    rdx,
    rip,
    rsi,
    rsp,
    xmm0,
)
from ..x86.frame import frame_of
from ..x86.target import ENTRY
from .boxing import Boxing
from .common import common
from .cpython import current_thread_state
from .dispatchroutines import FLAGS_SHIFT, RERUN, dispatch_routines
from .jitroutines import ARGUMENT_REGISTERS, FIRST_STACK
from .kinds import Kind, objects_of
from .layout import layout
from .numpylayout import (
    can_make,
    knows_arrays,
    knows_scalar,
)
from .poll import NEVER, poll
from .unboxing import Unboxing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CellType
    from typing import Any

    from ..machine import Code, Image
    from .layout import Layout

SAVED = (rbp, rbx, r15, rsi, rdx)
"""What the frame begins with: registers for the caller, and arguments as they came."""

MAX_WORDS = 60
"""More, and calls are misses: the frame is on the stack of who calls."""

EMPTY: Any = object()
"""The content of a cell that is unbound."""


class Specialisation:
    """What an entry is for.

    `target` is the address of compiled code, or a symbol that is linked with it. `results` are the kinds that the
    result may be: where there are several, the code's first result is a word that says which, and the words of that
    one follow, all of them as words (floats as their bits). `defaults` are those of the last parameters. `dicts` are
    watched with the versions (layout.dict_version) that they had before anything was read from them, `cells` with
    their contents (EMPTY where unbound). `number` is what the hook `changed` is told. `polls`: whether the code has
    safepoints.
    """

    __slots__ = ("cells", "defaults", "dicts", "nogil", "number", "parameters", "polls", "results", "target")

    def __init__(
        self,
        target: int | str,
        parameters: Sequence[Kind],
        results: Sequence[Kind],
        *,
        defaults: Sequence[object] = (),
        dicts: Sequence[tuple[dict[str, Any], int]] = (),
        cells: Sequence[tuple[CellType, object]] = (),
        number: int = 0,
        nogil: bool = False,
        polls: bool = True,
    ) -> None:
        self.target = target
        self.parameters = parameters
        self.results = results
        self.defaults = defaults
        self.dicts = dicts
        self.cells = cells
        self.number = number
        self.nogil = nogil
        self.polls = polls

    def can_enter(self) -> bool:
        """Whether there can be an entry for it in this process."""
        return (
            layout() is not None
            and sum(len(kind.words) for kind in self.parameters) <= MAX_WORDS
            and all(len(kind.words) < context.WORD_COUNT for kind in self.results)
            and all(_known(kind, False) for kind in self.parameters)
            and all(_known(kind, True) for kind in self.results)
        )


def _known(kind: Kind, result: bool) -> bool:
    """Whether the layout of such objects is known."""
    if kind.name == "scalar":
        return (can_make if result else knows_scalar)(kind.objects[0], kind.detail[0], kind.words)
    if kind.name == "array":
        return knows_arrays(kind.objects[0])
    return all(_known(item, result) for item in kind.items)


class Entry:
    """A linked entry. `kept` is what a dispatcher has to `hold` as long as it may be called."""

    __slots__ = ("_contents", "_expected", "_next", "_versions", "address", "image", "kept", "number")

    def __init__(self, writer: EntryWriter, image: Image) -> None:
        special = writer.special
        self.image = image
        self.address = image.address_of(writer.start)
        self.number = special.number
        self._next = image.address_of(writer.next)
        self._versions = image.address_of(writer.versions)
        self._contents = image.address_of(writer.contents)
        self._expected = [content for _, content in special.cells]
        objects = [thing for kind in (*special.parameters, *special.results) for thing in objects_of(kind)]
        objects += [namespace for namespace, _ in special.dicts]
        objects += [cell for cell, _ in special.cells]
        self.kept = (image.block, tuple(objects), tuple(special.defaults), self._expected)

    def set_next(self, address: int) -> None:
        """Where calls go on to that are not for this entry."""
        ctypes.c_uint64.from_address(self._next).value = address

    def expect_version(self, index: int, version: int) -> None:
        """The version that dict number `index` must have from now on."""
        ctypes.c_uint64.from_address(self._versions + 8 * index).value = version

    def expect_content(self, index: int, content: object) -> None:
        """What cell number `index` must contain from now on."""
        before = self._expected[index]
        self._expected[index] = content
        ctypes.c_uint64.from_address(self._contents + 8 * index).value = _content(content)
        del before  # not earlier: something else could have come to be at its address


def _content(content: object) -> int:
    return 0 if content is EMPTY else id(content)


def entry(special: Specialisation) -> Entry:
    """Writes and links an entry on its own; its target is an address."""
    writer = EntryWriter(special)
    return Entry(writer, link(writer.code()))


class EntryWriter:
    """Writes one entry: `code()`, to be linked, alone or together with what it calls; then `Entry(writer, image)`."""

    def __init__(self, special: Specialisation) -> None:
        known = layout()
        assert known is not None
        self.layout: Layout = known
        self.special = special
        self.a = a = Assembler(follow=any(kind.items for kind in special.results))  # tuples are kept on the stack
        self.start = a.label("entry")
        self.next = a.label("next")
        self.versions = a.label("versions")
        self.contents = a.label("contents")
        self.later: list[Callable[[], None]] = []
        """Writers of the parts that stand out of line, after the straight path."""
        self.unboxing = unboxing = Unboxing(a, known, special.parameters, self.extern, self.later)
        self.boxing = Boxing(a, known, self.extern, self.later)

        self.buffers = bool(unboxing.buffers)
        self.context = -(-8 * unboxing.stacked // 16) * 16
        self.spill = self.context + context.SIZE
        self.filled = self.spill + (8 * len(ARGUMENT_REGISTERS) if special.nogil else 0)
        self.views = unboxing.views = self.filled + (8 * len(special.parameters) if special.defaults else 0)
        self.frame = -(-(self.views + unboxing.views_size) // 16) * 16
        # The return address and five words pushed keep the stack aligned.
        self.around = frame_of(SAVED, self.frame)

    def extern(self, name: str) -> Any:
        return self.a.extern(name, (common().address | dispatch_routines())[name])

    def code(self) -> Code:
        a, special = self.a, self.special
        count = len(special.parameters)
        missed, other_count, framed, left, changed, finish = (a.label() for _ in range(6))
        a.bind(self.start)
        a.mov(rax, rdx)
        a.shl(rax, FLAGS_SHIFT)
        a.test(rcx, rcx)
        a.jne(missed)
        a.cmp(rax, count << FLAGS_SHIFT)
        a.jne(other_count)
        self.push()
        a.mov(rbp, rsi)
        a.bind(framed)
        a.lea(r15, ptr[rsp + self.context])
        self.find_poll_word()
        unboxing = self.unboxing
        mismatch = unboxing.mismatch
        if self.buffers:
            unboxing.export_buffers()
        unboxing.unbox_all()
        self.compare_watched(changed)
        if not self.buffers:
            a.inc(qword[rbx + self.layout.refcount])
        self.fill_context()
        if special.nogil:
            self.let_go_of_gil()
        target = special.target
        a.call(a.extern("target", target) if isinstance(target, int) else a.extern(target))
        a.jc(left)
        if special.nogil:
            self.take_gil_back()
        self.boxing.result(special.results)
        a.bind(finish)
        if self.buffers:
            a.mov(rbp, rax)
            a.lea(rdi, ptr[rsp + self.views])
            a.call(self.extern("release_quietly"))
            a.mov(rax, rbp)
        a.mov(rdi, rbx)
        frame_of((rbp, rbx, r15), self.frame + 16).leave(a)
        a.jmp(self.extern("drop"))
        self.around.resume(a)

        a.bind(left)
        self.leave(finish)
        for write in self.later:
            write()
        a.bind(changed)
        self.go_on(self.extern("changed"), held=self.buffers, number=special.number)
        a.bind(mismatch)
        self.go_on(qword[rip + self.next], held=False)
        if self.buffers:
            a.bind(unboxing.mismatch)
            self.go_on(qword[rip + self.next], held=True)
        a.unwind(ENTRY)
        a.bind(other_count)
        if special.defaults:
            self.fill_defaults(framed)
        a.jmp(qword[rip + self.next])
        a.bind(missed)
        a.jmp(self.extern("miss"))

        a.section("data")
        a.align(8)
        a.bind(self.next)
        a.u64(dispatch_routines()["miss"])
        a.bind(self.versions)
        a.u64(*(version for _, version in special.dicts))
        a.bind(self.contents)
        a.u64(*(_content(content) for _, content in special.cells))
        return a.code()

    def push(self) -> None:
        self.around.enter(self.a)
        self.a.mov(rbx, rdi)

    def pop(self) -> None:
        """The reverse; the arguments are as they came."""
        a = self.a
        a.mov(rdi, rbx)
        self.around.leave(a)
        a.xor(ecx, ecx)

    def go_on(self, target: Any, *, held: bool, number: int | None = None) -> None:
        """Goes on to other code with the arguments as they came, giving back what is held: buffers, a reference."""
        a = self.a
        if held:
            a.lea(rdi, ptr[rsp + self.views])
            a.call(self.extern("release"))
        self.pop()
        if number is not None:
            a.mov(r8d, number)
        if held:
            a.mov(rax, target)
            a.jmp(self.extern("call_on"))
        else:
            a.jmp(target)
        self.around.resume(a)

    def fill_defaults(self, framed: Any) -> None:
        """With some of the last arguments missing: makes the frame, and a list of arguments that is complete."""
        a, special = self.a, self.special
        count, missing = len(special.parameters), len(special.defaults)
        wrong, copy, copied = (a.label() for _ in range(3))
        a.cmp(rax, count << FLAGS_SHIFT)
        a.ja(wrong)
        if missing < count:
            a.cmp(rax, count - missing << FLAGS_SHIFT)
            a.jb(wrong)
        self.push()
        for index, value in enumerate(special.defaults, count - missing):
            # those that were given are overwritten
            a.mov(r10, id(value))
            a.mov(qword[rsp + self.filled + 8 * index], r10)
        a.bind(copy)
        a.sub(rax, 8)
        a.js(copied)
        a.mov(r10, qword[rsi + rax])
        a.mov(qword[rsp + self.filled + rax], r10)
        a.jmp(copy)
        a.bind(copied)
        a.lea(rbp, ptr[rsp + self.filled])
        a.jmp(framed)
        a.unwind(ENTRY)
        a.bind(wrong)

    # The call

    def compare_watched(self, changed: Any) -> None:
        a, special = self.a, self.special
        watched: list[tuple[object, int, Any]] = [
            (namespace, self.layout.dict_version, self.versions) for namespace, _ in special.dicts
        ]
        watched += [(cell, self.layout.cell_content, self.contents) for cell, _ in special.cells]
        places = [*range(len(special.dicts)), *range(len(special.cells))]
        for place, (thing, offset, table) in zip(places, watched, strict=True):
            a.mov(r11, id(thing))
            a.mov(r10, qword[r11 + offset])
            a.cmp(r10, qword[rip + table + 8 * place])
            a.jne(changed)

    def find_poll_word(self) -> None:
        """The word to poll into the context, where it depends on the thread. Before unboxing: this calls C."""
        if not self.special.polls:
            return
        a = self.a
        found = poll(self.special.nogil)
        if found.per_thread:
            a.call(a.extern(current_thread_state()))
            a.add(rax, found.word)
        elif found.main_thread:
            a.call(a.extern("pthread_self"))
            a.mov(r11, found.main_thread)
            a.cmp(qword[r11], rax)
            a.mov(rax, found.word)
            a.mov(r10, NEVER.word)
            a.cmovne(rax, r10)
        else:
            return
        a.mov(qword[r15 + context.POLL], rax)

    def fill_context(self) -> None:
        a = self.a
        a.mov(qword[r15 + context.EXIT], 0)  # and TRACED
        a.mov(qword[r15 + context.EFFECTS], 0)  # and NOGIL
        a.lea(rax, ptr[rsp - FIRST_STACK])
        a.mov(qword[r15 + context.STACK_LIMIT], rax)
        if self.special.polls:
            found = poll(self.special.nogil)
            if not found.per_thread and not found.main_thread:
                a.mov(rax, found.word)
                a.mov(qword[r15 + context.POLL], rax)
            a.mov(qword[r15 + context.NEXT_PAUSE], 0)

    def let_go_of_gil(self) -> None:
        a = self.a
        self.unboxing.move_registers(self.spill, save=True)
        a.call(a.extern("PyEval_SaveThread"))
        a.mov(qword[r15 + context.THREAD], rax)
        a.mov(dword[r15 + context.NOGIL], 1)
        self.unboxing.move_registers(self.spill, save=False)

    def take_gil_back(self) -> None:
        """The results' registers stay as they are."""
        a = self.a
        a.mov(qword[rsp + self.spill], rax)
        a.movsd(qword[rsp + self.spill + 8], xmm0)
        a.mov(rdi, qword[r15 + context.THREAD])
        a.call(a.extern("PyEval_RestoreThread"))
        a.mov(rax, qword[rsp + self.spill])
        a.movsd(xmm0, qword[rsp + self.spill + 8])

    def leave(self, finish: Any) -> None:
        """Compiled code has left by an exit: what the hook says is done."""
        a = self.a
        if self.special.nogil:
            a.mov(rdi, qword[r15 + context.THREAD])
            a.call(a.extern("PyEval_RestoreThread"))
            a.mov(dword[r15 + context.NOGIL], 0)
        a.mov(rdi, rbx)
        a.mov(rsi, r15)
        a.call(self.extern("leave"))
        a.mov(r10, id(RERUN))
        a.cmp(rax, r10)
        a.jne(finish)
        if self.buffers:
            a.lea(rdi, ptr[rsp + self.views])
            a.call(self.extern("release"))
        self.pop()  # the frame goes first: reruns may be deep
        a.jmp(self.extern("rerun"))
        self.around.resume(a)
