"""Functions by their signature: `Assembler.function` writes around a body what makes it a function that C can call.

    a = Assembler()
    with a.function("(x: int64, p: pointer) -> int64", keep="x") as f:
        f.call(a.extern("strlen"), f.p)
        a.add(rax, f.x)
    strange = jitney.load(a.code(), f.signature)

Parameters are operands: `f.x` is the register in which x arrives (System V psABI x86-64, section 3.2.3), as wide as its
type. At the end of the block all is known that a frame depends on, and is written around the body: which registers it
has changed that belong to the caller, what room it wants, whether it calls. Such a function looks like this:

    push rbp
    mov rbp, rsp            rbp is the frame pointer: parameters on the stack and locals are found from it
    sub rsp, ...            room for locals, and what it takes to keep the stack aligned
    push rbx ...            what the body changes of rbx, r12, r13, r14, r15
    (body)
    pop rbx ...             before each `ret`, each `jmp` to elsewhere, and at the end
    leave
    ret

A function that needs none of this stays without a frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..errors import AssemblyError
from ..machine.sections import TEXT, Symbol, given_address
from ..machine.signature import Signature, parse
from . import abi
from .assembler import Mark
from .body import POINTER, STACK_ALIGNMENT, Body
from .operands import (
    REGISTERS,
    Address,
    Masked,
    Mem,
    Reg,
    byte,
    dword,
    ptr,
    qword,
    rip,
    shown,
    word,
    xmmword,
    ymmword,
    zmmword,
)
from .target import ENTRY
from .unwind import CALL, END, JUMP, MOVE, RBP, RSP, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

    from ..machine.signature import Type
    from .assembler import Assembler

SAVED = tuple(REGISTERS[name] for name in ("rbx", "r12", "r13", "r14", "r15"))
"""Registers that belong to the caller, less rbp."""
NUMBERS = {register.number: register for register in SAVED}
SIZES = {1: byte, 2: word, 4: dword, 8: qword, 16: xmmword, 32: ymmword, 64: zmmword}
XMM = -1
VOLATILE = (*abi.WORD_ARGUMENTS, XMM)
"""Numbers of the registers that parameters arrive in and calls overwrite; one for all that hold floats."""
VIEWS = {1: abi.WORDS8, 2: abi.WORDS16, 4: abi.WORDS32, 8: abi.WORDS}
WORD_FAMILIES = {"r64": 8, "r32": 4, "r16": 2, "r8": 1}
RAX, EAX, R10, R11 = (REGISTERS[name] for name in ("rax", "eax", "r10", "r11"))
XMM0 = REGISTERS["xmm0"]
WORD_SCRATCH = (R11, R10, RAX)
FLOAT_SCRATCH = tuple(REGISTERS[f"xmm{number}"] for number in (15, 14, 13))


class Function:
    """A function that is being written: see `Assembler.function`. `label` is its entry, `signature` what it was given.

    A parameter is an attribute or, if a method has that name, an item: `f.x`, `f["call"]`, `f[0]`.
    """

    def __init__(
        self, assembler: Assembler, signature: str | Signature, name: str | None, keep: bool | str | Iterable[str]
    ) -> None:
        self.signature = parse(signature)
        self.label = assembler.label(name)
        assembler._signatures[self.label] = self.signature
        names = self.signature.names
        if isinstance(keep, str):
            keep = keep.replace(",", " ").split()
        self._kept = frozenset((names if keep else ()) if isinstance(keep, bool) else keep)
        if unknown := sorted(self._kept - set(names)):
            raise AssemblyError(f"keep={unknown[0]!r}: there is no such parameter in {self.signature}")
        self._assembler = assembler
        self._types = dict(zip(names, self.signature.parameters, strict=True))
        self._homes: dict[str, Any] = {}
        self._saved: set[Reg] = set()
        self._floats: set[Mem] = set()  # memory that holds floats
        self._room = 0
        self._lost: dict[int, Any] = {}  # numbers of registers, and the instructions that have overwritten them
        self._looked_at = 0
        self._framed = False
        self._begins = 0

    def __enter__(self) -> Function:
        a = self._assembler
        if a._section != TEXT or a._function is not None:
            raise AssemblyError("a function begins in section text, and not within another function")
        a._function = self
        a.align(16)
        a.unwind(ENTRY)
        a.bind(self.label)
        self._begins = self._looked_at = len(a._contents[TEXT])
        self._place_parameters()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._assembler._function = None
        if kind is None:
            if self._assembler._section != TEXT:
                raise AssemblyError("a function ends in section text")
            self._finish()

    # Parameters

    def _place_parameters(self) -> None:
        a = self._assembler
        registers = iter(SAVED)
        places = abi.places(type.kind == "float" for type in self.signature.parameters)
        for (name, type), place in zip(self._types.items(), places, strict=True):
            if isinstance(place, int):  # above the return address and the caller's rbp
                self._framed = True
                self._homes[name] = SIZES[type.size][RBP + 16 + 8 * place]
                continue
            self._homes[name] = place if type.kind == "float" else VIEWS[type.size][place.number]
            if name in self._kept:
                home = None if type.kind == "float" else next(registers, None)
                if home is not None:
                    a.mov(home, place)
                    self._homes[name] = VIEWS[type.size][home.number]
                else:
                    self._homes[name] = local = SIZES[type.size][self.local(8).address]
                    if type.kind == "float":
                        (a.movsd if type.size == 8 else a.movss)(local, place)
                    else:
                        a.mov(qword[local.address], place)

    def __getitem__(self, which: str | int) -> Any:
        """The operand of a parameter, by its name or its place."""
        names = self.signature.names
        if isinstance(which, int) and -len(names) <= which < len(names):
            which = names[which]
        if which in self._types and which not in self._homes:
            raise AssemblyError(f"{which} is used outside of `with a.function(...) as f:`, which begins the function")
        if which not in self._homes:
            raise AssemblyError(f"{self.signature} has no parameter {shown(which)}")
        home = self._homes[which]
        if isinstance(home, Reg) and which not in self._kept and (culprit := self._overwriter(home)):
            raise AssemblyError(
                f"{which} arrived in {home}, which `{culprit}` above overwrites: "
                f"with a.function(..., keep={which!r}) it is kept elsewhere"
            )
        return home

    def _overwriter(self, home: Reg) -> Any:
        """The first instruction so far that has overwritten a register unasked: a call, or one such as `idiv`."""
        items = self._assembler._contents[TEXT]
        for item in items[self._looked_at :]:
            if item.form is None:
                continue
            if kind_of(item.form) == CALL:
                for number in VOLATILE:
                    self._lost.setdefault(number, item)
                continue
            for pair in item.form.implied.split():
                name, _, access = pair.partition(":")
                # What strings and loops read and write too, is there to be counted.
                register = REGISTERS.get(name)
                if register is not None and register.family in WORD_FAMILIES:
                    if access == "w" or (name == "rdx" and "w" in access):
                        self._lost.setdefault(register.number, item)
        self._looked_at = len(items)
        return self._lost.get(home.number if home.family != "xmm" else XMM)

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "_" or name not in self._types:
            raise AttributeError(f"no parameter of {self.signature} is called {name!r}")
        return self[name]

    # What bodies need

    def local(self, size: int, align: int | None = None) -> Mem:
        """Memory of `size` bytes that lives as long as the call, with nothing in it yet. It is an operand, sized where
        there are operands of that size; `memory.address + 8` is an address in it. `align` is 16 at most."""
        if not isinstance(size, int) or not 0 < size < 1 << 30:
            raise AssemblyError(f"local({shown(size)}): give a number of bytes")
        if align is None:
            align = min(STACK_ALIGNMENT, 1 << (size - 1).bit_length())
        if align not in (1, 2, 4, 8, 16):
            raise AssemblyError(f"local(..., align={shown(align)}): on the stack that can be 1, 2, 4, 8 or 16")
        self._framed = True
        self._room = -(-(self._room + size) // align) * align
        return SIZES.get(size, ptr)[RBP - self._room]

    def save(self, *registers: Reg) -> None:
        """These registers are the caller's, and are restored. What the body's instructions write is found without."""
        for register in registers:
            if register not in SAVED:
                raise AssemblyError(f"save({register!r}): what functions save is {', '.join(map(repr, SAVED))}")
            self._saved.add(register)

    def ret(self, value: Any = None) -> None:
        """Returns, with a value if the signature has a result: a register, memory, a number, a label, an address."""
        a = self._assembler
        result = self.signature.result
        if result.kind == "none" and value is not None:
            raise AssemblyError(f"ret({shown(value)}): {self.signature} has no result")
        if value is not None:
            self._move_result(result, value)
        a.ret()

    def _move_result(self, type: Type, value: Any) -> None:
        a = self._assembler
        wrong = AssemblyError(f"ret({shown(value)}): the result is {type.name}")
        if type.kind == "float":
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                value = self._constant(float(value), type.size)
            if isinstance(value, Mem) and value.size.bits in (0, 8 * type.size):
                (a.movsd if type.size == 8 else a.movss)(XMM0, value)
            elif isinstance(value, Reg) and value.family == "xmm":
                if value is not XMM0:
                    a.movaps(XMM0, value)
            else:
                raise wrong
            return
        if isinstance(value, int):
            if not (value in (0, 1) if type.kind == "bool" else type.minimum <= value <= type.maximum):
                raise wrong
            self._load(RAX, value)
        elif isinstance(value, (Symbol, Address)):
            if type.size != 8:
                raise wrong
            self._load(RAX, value)
        elif isinstance(value, Mem) and value.size.bits in (0, 8 * type.size):
            self._load(RAX, SIZES[type.size][value.address] if value.segment is None else value, type)
        elif isinstance(value, Reg) and WORD_FAMILIES.get(value.family, 0) >= type.size:
            size = max(4, type.size)
            source = value if type.size < 4 and value.rex == 2 else VIEWS[type.size][value.number]
            if type.size < 4:
                self._load(RAX, source, type)
            elif value.number != RAX.number:
                a.mov(VIEWS[size][0], VIEWS[size][value.number])
        else:
            raise wrong

    # Calls

    def call(self, target: Any, *arguments: Any) -> None:
        """Calls a function as C does: a label or its name, an external, a register, memory, or anything with an
        address. What it returns is in rax or xmm0; it may change all registers but rbx, rbp and r12 to r15.

        Arguments are registers, memory, ints, floats, labels and addresses (`rbx + 8`, which is passed, not what lies
        there), and bytes, which are stored in the read-only section. `xmm` registers and floats are passed as floats.
        Where the signature is known, that of callbacks, loaded functions and those that `a.function` has begun, it says
        how arguments are passed. Raises AssemblyError for what does not fit it.
        """
        a = self._assembler
        if isinstance(target, str):
            target = a.label(target)
        signature = self._signature_of(target)
        if not isinstance(target, (Symbol, Reg, Mem)):
            address = given_address(target)
            if address is None:
                raise AssemblyError(f"call({shown(target)}): neither a label, a register nor something with an address")
            target = a.extern(f"{getattr(target, '__name__', 'function')}@{address:x}", target)
        if signature is None:
            values = [self._argument(argument) for argument in arguments]
            floats = [self._is_float(value) for value in values]
        else:
            values = self._fitted(target, signature, arguments)
            floats = [type.kind == "float" for type in signature.parameters]
        places = abi.places(floats)
        moves = [(place, value) for place, value in zip(places, values, strict=True) if isinstance(place, Reg)]
        stacked = [value for place, value in zip(places, values, strict=True) if isinstance(place, int)]
        if not isinstance(target, Symbol):
            moves.append((R11, target))
            target = R11
        below = -(-8 * len(stacked) // STACK_ALIGNMENT) * STACK_ALIGNMENT
        if stacked:
            self._push_arguments(stacked, below, [value for _, value in moves])
        self._move_all(moves)
        if not isinstance(target, Symbol) or target.is_external:  # perhaps variadic: it wants to know in al
            self._load(RAX, sum(place.__class__ is Reg for place, yes in zip(places, floats, strict=True) if yes))
        a.call(target)
        if below:
            a.add(RSP, below)

    def _signature_of(self, target: Any) -> Signature | None:
        """What a callee takes, if it is known."""
        if isinstance(target, Symbol):
            known = self._assembler._signatures.get(target)
            if known is not None:
                return known
            target = target.value
        found = getattr(target, "signature", None)
        return found if isinstance(found, Signature) else None

    def _fitted(self, target: Any, signature: Signature, arguments: tuple[Any, ...]) -> list[Any]:
        """What is to be moved for the arguments of a function of that signature."""
        callee = f"call({target if isinstance(target, Symbol) else shown(target)}, ...)"
        if len(arguments) != len(signature.parameters):
            plural = "" if len(signature.parameters) == 1 else "s"
            count = f"{len(signature.parameters)} argument{plural}, not {len(arguments)}"
            raise AssemblyError(f"{callee}: {signature} takes {count}")
        values = []
        for name, type, value in zip(signature.names, signature.parameters, arguments, strict=True):
            hint = self._misfit(value, type)
            if hint is not None:
                raise AssemblyError(f"{callee}: {shown(value)} for {name}, which is {type.name}: {hint}")
            is_number = isinstance(value, (int, float)) and type.kind == "float"
            values.append(self._constant(float(value), type.size) if is_number else self._argument(value))
        return values

    def _misfit(self, value: Any, type: Type) -> str | None:
        """Why a value cannot be passed as one of a type; None if it can."""
        known = self._type_of(value)
        if type.kind == "float":
            if isinstance(value, (int, float)):
                return None if _packs(value, type.size) else "it does not fit"
            if not isinstance(value, (Reg, Mem)):
                return "it is no number"
            is_float = self._is_float(value) if known or isinstance(value, Reg) else isinstance(value, Mem)
            size = known.size if known else value.size.bits // 8 if isinstance(value, Mem) else type.size
            if not is_float:
                return "convert it with cvtsi2sd or cvtsi2ss, or move it to an xmm register"
            return None if size in (0, type.size) else "convert it with cvtss2sd or cvtsd2ss"
        if isinstance(value, float) or self._is_float(value):
            return "convert it with cvttsd2si or cvttss2si"
        if isinstance(value, int):
            fits = value in (0, 1) if type.kind == "bool" else type.minimum <= value <= type.maximum
            return None if fits else "it is out of range"
        if isinstance(value, (bytes, bytearray, Symbol, Address)):
            return None if type.size == 8 else "an address has 64 bits"
        if isinstance(value, (Reg, Mem)):
            bits = value.bits if isinstance(value, Reg) else value.size.bits
            is_extended = known is not None and (type.size <= 4 or known.kind != "signed")  # by _load
            if 0 < bits < 8 * type.size and not is_extended:
                return f"it has {bits} bits: extend it with movsx, movsxd or movzx"
        return None

    def _argument(self, value: Any) -> Any:
        """What is to be moved for an argument."""
        if isinstance(value, (bytes, bytearray)):
            return self._assembler.constant(bytes(value), align=1)
        if isinstance(value, float):
            return self._constant(value, 8)
        if isinstance(value, (int, Symbol, Address)):
            return value
        if isinstance(value, Reg) and (value.family in WORD_FAMILIES or value.family == "xmm"):
            if value.bits >= 32 or any(value is home for home in self._homes.values()):
                return value
        if isinstance(value, Mem) and value.size in (dword, qword, xmmword):
            return value
        if isinstance(value, Mem) and value in self._homes.values():
            return value
        hint = {str: "a text is given as bytes, with a zero at the end where C wants one"}.get(
            type(value), "extend small ones with movsx or movzx, and say the size of memory"
        )
        raise AssemblyError(f"call(..., {shown(value)}): this cannot be passed; {hint}")

    def _type_of(self, value: Any) -> Type | None:
        """The type of a parameter by its operand."""
        for name, home in self._homes.items():
            if home is value or (isinstance(value, Mem) and home == value):
                return self._types[name]
        return None

    def _is_float(self, value: Any) -> bool:
        if isinstance(value, Reg):
            return value.family == "xmm"
        if not isinstance(value, Mem):
            return False
        known = self._type_of(value)
        if known is not None:
            return known.kind == "float"
        return value.size is xmmword or value in self._floats

    def _constant(self, number: float, size: int) -> Mem:
        """Memory with a number; from here on, such memory is known to be a float."""
        import struct

        memory = SIZES[size][rip + self._assembler.constant(struct.pack("<d" if size == 8 else "<f", number))]
        self._floats.add(memory)
        return memory

    def _push_arguments(self, values: list[Any], below: int, others: list[Any]) -> None:
        """Arguments to where the stack's top will be at the call, before those that go in registers are moved."""
        a = self._assembler
        used = set().union(*map(_registers, (*values, *others)))
        if RSP in used:
            raise AssemblyError("call: with arguments on the stack none can be given relative to rsp: use f.local(...)")
        a.sub(RSP, below)
        word = next(register for register in WORD_SCRATCH if register not in used)
        single = next(register for register in FLOAT_SCRATCH if register not in used)
        for number, value in enumerate(values):
            place = RSP + 8 * number
            scratch = single if self._is_float(value) else word
            if isinstance(value, Reg) and value.bits != 32 and self._type_of(value) is None:
                scratch = value
            else:
                self._load(scratch, value, self._type_of(value))
            (a.movsd if scratch.family == "xmm" else a.mov)(qword[place], scratch)

    def _move_all(self, moves: list[tuple[Reg, Any]]) -> None:
        """All at once: none is overwritten that is still to be read."""
        free = [*WORD_SCRATCH, *FLOAT_SCRATCH]
        for target, value in moves:
            free = [register for register in free if register is not target and register not in _registers(value)]
        pending = [(target, value, self._type_of(value)) for target, value in moves]
        while pending:
            for number, (target, value, type) in enumerate(pending):
                others = (other for _, other, _ in pending[:number] + pending[number + 1 :])
                if not any(target in _registers(other) for other in others):
                    self._load(target, value, type)
                    del pending[number]
                    break
            else:  # in a circle
                target = pending[0][0]
                scratch = next(register for register in free if register.family == target.family)
                free.remove(scratch)
                self._load(scratch, target)
                pending = [(place, _instead(value, target, scratch), type) for place, value, type in pending]

    def _load(self, target: Reg, value: Any, type: Type | None = None) -> None:
        """A value into a register of 64 bits, or into an xmm register."""
        a = self._assembler
        narrow = VIEWS[4][target.number] if target.family == "r64" else target
        if isinstance(value, int):
            if value == 0:
                a.xor(narrow, narrow)
            elif 0 < value < 1 << 32:
                a.mov(narrow, value)
            else:
                a.mov(target, value)
        elif isinstance(value, Symbol):
            if value.is_external:
                a.mov(target, value)
            else:
                a.lea(target, ptr[rip + value])
        elif isinstance(value, Address):
            a.lea(target, ptr[value])
        elif target.family == "xmm":
            if isinstance(value, Reg):
                if value is not target:
                    a.movaps(target, value)
            else:
                {dword: a.movss, qword: a.movsd}.get(value.size, a.movups)(target, value)
        else:
            bits = value.bits if isinstance(value, Reg) else value.size.bits
            if bits < 32:
                (a.movsx if type is not None and type.kind == "signed" else a.movzx)(narrow, value)
            elif not isinstance(value, Reg) or value.number != target.number:
                a.mov(target if bits == 64 else narrow, value)

    # The frame

    def _finish(self) -> None:
        """Writes the function around its body."""
        a = self._assembler
        items = a._contents[TEXT]
        body = items[self._begins :]
        kinds = [kind_of(item.form) if item.form is not None else None for item in body]
        written = {number for item in body if item.form is not None for number in written_by(item)}
        if RBP.number in written:
            raise AssemblyError(
                f"{self._name()} writes to rbp, which is its frame pointer: use another register, such as rbx; "
                "the frame itself is made for you"
            )
        saved = [register for register in SAVED if register.number in written or register in self._saved]
        moves = MOVE in kinds or RSP.number in written
        framed = self._framed or bool(saved) or moves or CALL in kinds
        last = next((kind for kind in reversed(kinds) if kind is not None), None)
        if last not in (END, JUMP) or any(item.__class__ is Mark for item in _behind_last_instruction(body)):
            a.ret()
            body.append(items[-1])
        if not framed:
            items[self._begins :] = body
            return
        del items[self._begins :]
        room = self._room + -(self._room + 8 * len(saved)) % STACK_ALIGNMENT
        a.push(RBP)
        a.mov(RBP, RSP)
        if room:
            a.sub(RSP, room)
        for register in saved:
            a.push(register)
        others = (item for items in a._contents.values() for item in items)
        for item in body:
            if item.form is not None and item.form.mnemonic == "ret" and item.operands:
                raise AssemblyError(
                    f"{self._name()}: `{item}`: C functions leave their arguments to the caller: use ret()"
                )
        whole = Body(body, self._name(), others)
        for index, item in enumerate(body):
            if index in whole.leaving or (item.form is not None and item.form.mnemonic == "ret" and not item.operands):
                if saved and moves:
                    a.lea(RSP, ptr[RBP - room - 8 * len(saved)])
                for register in reversed(saved):
                    a.pop(register)
                a.leave()
            items.append(item)
        if moves:
            whole.check_stack(POINTER + room + 8 * len(saved))

    def _name(self) -> str:
        return f"function {self.label.name}" if self.label.name[0] != "." else "the function"

    def __repr__(self) -> str:
        return f"<{self._name()} {self.signature}>"


def written_by(item: Any) -> Iterator[int]:
    """The hardware numbers of the general registers that an instruction writes; less rsp where it is implied."""
    form = item.form
    operands = [operand[0] if operand.__class__ is Masked else operand for operand in item.operands]
    operands = [operand for operand in operands if isinstance(operand, (Reg, Mem, Symbol, int))]
    positions = range(len(form.operands)) if len(operands) == len(form.operands) else form.explicit
    for position, operand in zip(positions, operands, strict=False):
        if isinstance(operand, Reg) and operand.family in WORD_FAMILIES and "w" in form.access[position]:
            yield operand.number - 4 if operand.rex == 2 else operand.number
    for pair in form.implied.split():
        name, _, access = pair.partition(":")
        register = REGISTERS.get(name)
        if register is not None and register.family in WORD_FAMILIES and register is not RSP and "w" in access:
            yield register.number


def _packs(number: float, size: int) -> bool:
    """Whether a number has a value as a float of that size."""
    import struct

    try:
        struct.pack("<d" if size == 8 else "<f", float(number))
    except OverflowError:
        return False
    return True


def _behind_last_instruction(body: list[Any]) -> list[Any]:
    last = max((index for index, item in enumerate(body) if item.form is not None), default=-1)
    return body[last + 1 :]


def _registers(value: Any) -> set[Reg]:
    """The registers that an operand reads, in their full width."""
    if isinstance(value, Mem):
        value = value.address
    if isinstance(value, Address):
        return set().union(*(_registers(part) for part in (value.base, value.index)))
    if isinstance(value, Reg) and value.family in WORD_FAMILIES:
        return {VIEWS[8][value.number - 4 if value.rex == 2 else value.number]}
    return {value} if isinstance(value, Reg) and value.family == "xmm" else set()


def _instead(value: Any, old: Reg, new: Reg) -> Any:
    """An operand with another register in place of one, at the same width."""
    if isinstance(value, Mem):
        return tuple.__new__(Mem, (value.size, _instead(value.address, old, new), value.segment))
    if isinstance(value, Address):
        base, index, scale, displacement, symbol = value
        base, index = _instead(base, old, new), _instead(index, old, new)
        return tuple.__new__(Address, (base, index, scale, displacement, symbol))
    if isinstance(value, Reg) and old in _registers(value):
        return new if new.family == "xmm" else VIEWS[value.bits // 8][new.number]
    return value
