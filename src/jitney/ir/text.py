"""The text form of functions, which prints what people read and parses back to the same function.

    function sum(v1: i64, v2: i64) -> i64 {
    b3:
      jump b4(0, 0)
    b4(v5: i64 0..1000, v6: i64): depth 1
      v7: i64 = load u32 data[v1 + v5*4 + 16]  ; line 3
      v8: i64 = addo v6, v7  ! bail #0 line 3 (v5) holding (v1)  ; line 3
      v9: i64 0..1000 = add v5, 1
      v10: bool = lt v9, v2
      branch v10, b4(v9, v8), b11
    b11: cold
      return v8
    }

A value is written with its type and, for words, its range; constants stand where they are used: `1`, `true`, `0.5`,
`0.5:f32`. Behind `!` stands the exit; the same number behind `#` is the same exit. Behind `;` stands the source line,
and an exit's payload, which isn't parsed. C functions and Python functions are written by name: who parses tells what
they are.
"""

from __future__ import annotations

import json
import re
import struct

from . import ops
from .function import BRANCH, JUMP, LEAVE, RETURN, TERMINATORS, Block, Callee, CFunction, Exit, Function, Memory, Upcall
from .types import BOOL, F32, F64, FIRST_VECTOR, I64, KINDS, MAX, MIN, NAMES, NONE
from .verify import IRError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TypeVar

    from .function import Value

    T = TypeVar("T")

_TYPES = {name: type for type, name in enumerate(NAMES) if name and (type >= FIRST_VECTOR or type <= NONE)}
_KINDS = ("raise", "bail", "pass on")


def print_function(function: Function) -> str:
    """The function as text."""
    return _Printer(function).text()


def parse_function(text: str, known: dict[str, Any] | None = None) -> Function:
    """The function that the text describes. `known` gives, by name, the CFunction or Upcall that a name stands for; C
    functions not given there are looked up in the process. Raises IRError, which names the line."""
    return _Parser(text, known or {}).function


class _Printer:
    def __init__(self, function: Function) -> None:
        self.function = function
        self.exits: dict[int, int] = {}  # the order in which exits appear, by identity

    def text(self) -> str:
        function = self.function
        results = f" -> {_types(function.results)}" if function.results else ""
        params = ", ".join(map(_definition, function.entry.params))
        lines = [f"function {_name(function.name)}({params}){results} {{"]
        if function.too_deep is not None:
            lines.append("  too deep" + self.exit(function.too_deep) + self.note(0, function.too_deep))
        for block in function.blocks:
            lines.append(self.header(block))
            for value in block.code:
                lines.append(f"  {self.value(value)}")
            lines.append(f"  {self.terminator(block)}")
        return "\n".join([*lines, "}", ""])

    def header(self, block: Block) -> str:
        text = f"b{block.id}"
        if block.params and block is not self.function.entry:
            text += f"({', '.join(map(_definition, block.params))})"
        return text + ":" + (f" depth {block.depth}" if block.depth else "") + (" cold" if block.cold else "")

    def value(self, value: Value) -> str:
        left = f"{_definition(value)} = " if value.type != NONE else ""
        body = _BODIES.get(value.op, _plain)(value)
        return f"{left}{ops.NAMES[value.op]}{body}{self.exit(value.exit)}{self.note(value.line, value.exit)}"

    def terminator(self, block: Block) -> str:
        parts = [_operand(operand) for operand in block.operands]
        for target, arguments in zip(block.targets, block.arguments, strict=True):
            parts.append(f"b{target.id}" + (f"({_operands(arguments)})" if arguments else ""))
        name = TERMINATORS[block.kind] if 0 <= block.kind < len(TERMINATORS) else "no terminator"
        return f"{name} {', '.join(parts)}".rstrip() + self.exit(block.exit) + self.note(block.line, block.exit)

    def exit(self, exit: Exit | None) -> str:
        if exit is None:
            return ""
        text = f"  ! {exit.kind} #{self.exits.setdefault(id(exit), len(self.exits))} line {exit.line}"
        if exit.operands:
            text += f" ({_operands(exit.operands)})"
        if exit.held:
            text += f" holding ({_operands(exit.held)})"
        return text + (f" number {exit.number}" if exit.number >= 0 else "")

    def note(self, line: int, exit: Exit | None) -> str:
        notes = [f"line {line}"] if line else []
        if exit is not None and exit.payload is not None:
            notes.append(" ".join(repr(exit.payload).split()))
        return f"  ; {', '.join(notes)}" if notes else ""


def _name(name: str) -> str:
    return name if re.fullmatch(r"(?!(inf|nan)\b)[A-Za-z_][\w.]*", name) else json.dumps(name)


def _types(types: Iterable[int]) -> str:
    names = [NAMES[type] for type in types]
    return names[0] if len(names) == 1 else f"({', '.join(names)})"


def _definition(value: Value) -> str:
    text = f"v{value.id}: {NAMES[value.type]}"
    if value.type == I64 and (value.lo > MIN or value.hi < MAX):
        lo, hi = value.lo if value.lo > MIN else "", value.hi if value.hi < MAX else ""
        text += f" {lo}..{hi}"
    return text


def _operand(value: Value) -> str:
    if value.op != ops.CONST:
        return f"v{value.id}"
    number = value.attr
    if value.type == BOOL:
        return "true" if number else "false"
    if value.type == I64:
        return str(number)
    text = repr(float(number))
    if number != number and (bits := struct.pack(">d", number).hex()) != "7ff8000000000000":
        text = f"nan.{bits}"
    return f"{text}:f32" if value.type == F32 else text


def _operands(values: Iterable[Value]) -> str:
    return ", ".join(map(_operand, values))


def _plain(value: Value) -> str:
    return f" {_operands(value.args)}" if value.args else ""


def _address(memory: Memory, base: Value, index: Value | None = None) -> str:
    text = f" {memory.kind.name} {_name(memory.alias) if memory.alias else ''}[{_operand(base)}"
    if index is not None:
        text += f" + {_operand(index)}*{memory.scale}"
    if memory.displacement:
        text += f" {'+' if memory.displacement > 0 else '-'} {abs(memory.displacement)}"
    return text + "]"


def _ends(values: tuple[Value, ...]) -> tuple[Value, Value]:
    return values[0], values[-1]


def _called(value: Value) -> str:
    attr = value.attr
    if isinstance(attr, CFunction):
        return f" {'pure ' if attr.pure else ''}{_name(attr.symbol)}({_operands(value.args)})"
    name = attr.symbol if isinstance(attr, Callee) else attr.name
    more = f" -> {_types(attr.results)}" if len(attr.results) > 1 else ""
    return f" {_name(name)}({_operands(value.args)}){more}"


_BODIES: dict[int, Callable[[Value], str]] = {
    ops.LOAD: lambda value: _address(value.attr, *value.args),
    ops.STORE: lambda value: f"{_address(value.attr, *value.args[1:])}, {_operand(value.args[0])}",
    ops.MLOAD: lambda value: f"{_address(value.attr, *value.args[:-1])}, {_operand(value.args[-1])}",
    ops.MSTORE: lambda value: f"{_address(value.attr, *value.args[1:-1])}, {_operands(_ends(value.args))}",
    ops.REDUCE: lambda value: f" {value.attr} of {_operand(value.args[0])}",
    ops.EXTRACT: lambda value: f" {value.attr} of {_operand(value.args[0])}",
    ops.SHUFFLE: lambda value: f" {', '.join(map(str, value.attr))} of {_operands(value.args)}",
    ops.FRAME: lambda value: f" {value.attr}",
    ops.CALL: _called,
    ops.CCALL: _called,
    ops.UPCALL: _called,
    ops.RESULT_OF: lambda value: f" {value.attr} of {_operand(value.args[0])}",
}
_BODIES[ops.GATHER], _BODIES[ops.SCATTER] = _BODIES[ops.MLOAD], _BODIES[ops.MSTORE]

_TOKEN = re.compile(
    r"""\s*(?:(?P<string>"(?:[^"\\]|\\.)*")
      |(?P<note>;.*)
      |(?P<number>-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|inf\b|nan\b(?:\.[0-9a-f]{16})?)(?::f32)?)
      |(?P<word>[A-Za-z_][\w.]*)
      |(?P<mark>->|\.\.|.))""",
    re.VERBOSE,
)


class _Parser:
    """Takes the text line by line; `tokens` are those of the line that are yet to come, the next last."""

    def __init__(self, text: str, known: dict[str, Any]) -> None:
        self.known = known
        self.values: dict[str, Value] = {}
        self.defined: set[str] = set()
        self.blocks: dict[str, Block] = {}
        self.exits: dict[str, Exit] = {}
        self.tokens: list[tuple[str, str]] = []
        self.line = 0
        self.note = ""
        self.function = Function("")
        self.function.next_id = max((int(id) for id in re.findall(r"\b[vb](\d+)\b", text)), default=0)
        block: Block | None = None
        open = False
        for self.line, line in enumerate(text.splitlines(), 1):
            self.tokenize(line)
            if not self.tokens:
                continue
            if not open:
                entry = self.head()
                open = True
            elif self.accept("}"):
                open = False
            elif line[0] != " ":
                block = self.header(entry if block is None else None)
            elif self.accept("too"):
                self.expect("deep")
                self.function.too_deep = self.exit()
            elif block is None:
                raise self.error("code before the first block")
            else:
                self.statement(block)
            if self.tokens:
                raise self.error(f"{self.tokens[-1][1]!r} is not expected here")
        if undefined := self.values.keys() - self.defined:
            raise self.error(f"{min(undefined)} is used and defined nowhere")

    # Tokens.

    def error(self, message: str) -> IRError:
        return IRError(f"line {self.line} of the text: {message}")

    def tokenize(self, line: str) -> None:
        self.note = ""
        tokens: list[tuple[str, str]] = []
        for match in _TOKEN.finditer(line.rstrip()):
            kind = match.lastgroup or ""
            if kind == "note":
                self.note = match[kind]
            else:
                tokens.append((kind, match[kind]))
        self.tokens = tokens[::-1]

    def next(self) -> tuple[str, str]:
        if not self.tokens:
            raise self.error("the line ends too early")
        return self.tokens.pop()

    def accept(self, token: str) -> bool:
        if self.tokens and self.tokens[-1][1] == token:
            self.tokens.pop()
            return True
        return False

    def expect(self, token: str) -> None:
        if not self.accept(token):
            found = self.tokens[-1][1] if self.tokens else "the end of the line"
            raise self.error(f"{token!r} is expected, not {found!r}")

    def peek(self, *tokens: str) -> bool:
        return bool(self.tokens) and self.tokens[-1][1] in tokens

    def integer(self) -> int:
        token = self.next()[1]
        try:
            return int(token)
        except ValueError:
            raise self.error(f"an integer is expected, not {token!r}") from None

    def name(self) -> str:
        kind, token = self.next()
        if kind == "string":
            return str(json.loads(token))
        if kind != "word":
            raise self.error(f"a name is expected, not {token!r}")
        return token

    def listed(self, item: Callable[[], T]) -> list[T]:
        """Items with commas between, up to the closing parenthesis."""
        items: list[T] = []
        while not self.accept(")"):
            if items:
                self.expect(",")
            items.append(item())
        return items

    # Parts.

    def type(self) -> int:
        token = self.next()[1]
        if token not in _TYPES:
            raise self.error(f"{token!r} is no type")
        return _TYPES[token]

    def types(self) -> tuple[int, ...]:
        return tuple(self.listed(self.type)) if self.accept("(") else (self.type(),)

    def reference(self, token: str) -> Value:
        if token not in self.values:
            if not re.fullmatch(r"v\d+", token):
                raise self.error(f"{token!r} is no value")
            value = self.values[token] = self.function.value(ops.PARAM, NONE)
            self.function.next_id -= 1
            value.id = int(token[1:])
        return self.values[token]

    def definition(self) -> Value:
        token = self.next()[1]
        value = self.reference(token)
        if token in self.defined:
            raise self.error(f"{token} is defined twice")
        self.defined.add(token)
        self.expect(":")
        value.type = self.type()
        if value.type >= FIRST_VECTOR:
            self.function.vectors = True
        if value.type == BOOL:
            value.lo, value.hi = 0, 1
        elif self.tokens and self.tokens[-1][0] == "number":
            value.lo = self.integer()
        if self.accept("..") and self.tokens and self.tokens[-1][0] == "number":
            value.hi = self.integer()
        return value

    def operand(self) -> Value:
        kind, token = self.next()
        const = self.function.const
        if kind == "number":
            number, _, single = token.partition(":")
            if number.startswith("nan."):
                (value,) = struct.unpack(">d", bytes.fromhex(number[4:]))
            elif re.fullmatch(r"-?\d+", number) and not single:
                return const(I64, int(number))
            else:
                value = float(number)
            return const(F32 if single else F64, value)
        if token in ("true", "false"):
            return const(BOOL, int(token == "true"))
        return self.reference(token)

    def block(self) -> Block:
        token = self.next()[1]
        if token not in self.blocks:
            if not re.fullmatch(r"b\d+", token):
                raise self.error(f"{token!r} is no block")
            self.blocks[token] = Block(int(token[1:]))
        return self.blocks[token]

    def target(self) -> tuple[Block, list[Value]]:
        return self.block(), self.listed(self.operand) if self.accept("(") else []

    def exit(self) -> Exit | None:
        if not self.accept("!"):
            return None
        kind = self.next()[1]
        if kind == "pass":
            self.expect("on")
            kind = "pass on"
        if kind not in _KINDS:
            raise self.error(f"{kind!r} is no kind of exit")
        self.expect("#")
        exit = self.exits.setdefault(self.next()[1], Exit(kind, 0))
        if self.accept("line"):
            exit.line = self.integer()
        if self.accept("("):
            exit.operands = tuple(self.listed(self.operand))
        if self.accept("holding"):
            self.expect("(")
            exit.held = tuple(self.listed(self.operand))
        if self.accept("number"):
            exit.number = self.integer()
        return exit

    def source_line(self) -> int:
        found = re.match(r";\s*line (\d+)", self.note)
        return int(found[1]) if found else 0

    # Lines.

    def head(self) -> list[Value]:
        """The first line; gives the parameters of the entry."""
        self.expect("function")
        self.function.name = self.name()
        self.expect("(")
        params = self.listed(self.definition)
        if self.accept("->"):
            self.function.results = self.types()
        self.expect("{")
        return params

    def header(self, entry: list[Value] | None) -> Block:
        block = self.block()
        if block in self.function.blocks:
            raise self.error(f"b{block.id} stands there twice")
        self.function.blocks.append(block)
        block.params = self.listed(self.definition) if self.accept("(") else []
        if entry is not None:
            block.params = entry
        self.expect(":")
        if self.accept("depth"):
            block.depth = self.integer()
        block.cold = self.accept("cold")
        return block

    def statement(self, block: Block) -> None:
        if self.peek(*TERMINATORS):
            self.terminator(block)
            return
        if self.tokens[-2:-1] == [("mark", ":")]:
            value = self.definition()
            self.expect("=")
        else:
            value = self.function.value(0, NONE)
        name = self.next()[1]
        if name not in ops.CODES:
            raise self.error(f"{name!r} is no operation")
        value.op = ops.CODES[name]
        body = _PARSERS.get(value.op)
        if body is not None:
            body(self, value)
        else:
            value.args = tuple(self.plain())
        value.exit = self.exit()
        value.line = self.source_line()
        block.code.append(value)

    def plain(self) -> list[Value]:
        operands: list[Value] = []
        if self.tokens and not self.peek("!"):
            operands.append(self.operand())
            while self.accept(","):
                operands.append(self.operand())
        return operands

    def terminator(self, block: Block) -> None:
        block.kind = TERMINATORS.index(self.next()[1])
        targets: list[tuple[Block, list[Value]]] = []
        if block.kind == RETURN:
            block.operands = tuple(self.plain())
        elif block.kind == BRANCH:
            block.operands = (self.operand(),)
            for _ in range(2):
                self.expect(",")
                targets.append(self.target())
        elif block.kind == JUMP:
            targets.append(self.target())
        block.targets = tuple([target for target, _ in targets])
        block.arguments = tuple([arguments for _, arguments in targets])
        if block.kind == LEAVE:
            block.exit = self.exit()
        block.line = self.source_line()

    # Operations that are more than operands.

    def address(self) -> tuple[Memory, list[Value]]:
        kind = self.next()[1]
        if kind not in KINDS:
            raise self.error(f"{kind!r} is no kind of memory")
        alias = "" if self.peek("[") else self.name()
        self.expect("[")
        operands = [self.operand()]
        scale, displacement = 1, 0
        while not self.accept("]"):
            sign = self.next()[1]
            if sign not in ("+", "-"):
                raise self.error(f"{sign!r} is not expected in an address")
            if sign == "+" and len(self.tokens) > 1 and self.tokens[-2][1] == "*":
                operands.append(self.operand())
                self.expect("*")
                scale = self.integer()
            else:
                displacement = self.integer() if sign == "+" else -self.integer()
        return Memory(KINDS[kind], scale, displacement, alias), operands

    def load(self, value: Value) -> None:
        value.attr, operands = self.address()
        value.args = tuple(operands)

    def store(self, value: Value) -> None:
        value.attr, operands = self.address()
        self.expect(",")
        value.args = (self.operand(), *operands)

    def load_masked(self, value: Value) -> None:
        self.load(value)
        self.expect(",")
        value.args = (*value.args, self.operand())

    def store_masked(self, value: Value) -> None:
        self.store(value)
        self.expect(",")
        value.args = (*value.args, self.operand())

    def reduce(self, value: Value) -> None:
        value.attr = self.name()
        self.expect("of")
        value.args = (self.operand(),)

    def shuffle(self, value: Value) -> None:
        lanes = [self.integer()]
        while self.accept(","):
            lanes.append(self.integer())
        value.attr = tuple(lanes)
        self.expect("of")
        first = self.operand()
        self.expect(",")
        value.args = (first, self.operand())

    def frame(self, value: Value) -> None:
        value.attr = self.integer()

    def result_of(self, value: Value) -> None:
        value.attr = self.integer()
        self.expect("of")
        value.args = (self.operand(),)

    def call(self, value: Value) -> None:
        pure = len(self.tokens) > 1 and self.tokens[-2][1] != "(" and self.accept("pure")
        name = self.name()
        self.expect("(")
        value.args = tuple(self.listed(self.operand))
        results = self.types() if self.accept("->") else (value.type,) if value.type != NONE else ()
        value.attr = self.known.get(name)
        if value.op == ops.CCALL and value.attr is None:
            from ..machine.externals import address_of

            parameters = tuple([arg.type for arg in value.args])
            value.attr = CFunction(name, address_of(name), parameters, value.type, pure)
        elif value.op == ops.CALL:
            value.attr = Callee(name, tuple([arg.type for arg in value.args]), results)
        elif value.attr is None:
            value.attr = Upcall(name, None, results)


_PARSERS: dict[int, Callable[[_Parser, Value], None]] = {
    ops.LOAD: _Parser.load,
    ops.STORE: _Parser.store,
    ops.FRAME: _Parser.frame,
    ops.CALL: _Parser.call,
    ops.CCALL: _Parser.call,
    ops.UPCALL: _Parser.call,
    ops.RESULT_OF: _Parser.result_of,
    ops.EXTRACT: _Parser.result_of,
    ops.REDUCE: _Parser.reduce,
    ops.SHUFFLE: _Parser.shuffle,
    **dict.fromkeys((ops.MLOAD, ops.GATHER), _Parser.load_masked),
    **dict.fromkeys((ops.MSTORE, ops.SCATTER), _Parser.store_masked),
}
