"""Random programs for the fuzzer: typed enough that most of them run, and bounded, so that all of them end soon.

A program is the source of a function `f`, perhaps with helpers that it calls, and the sources of the arguments of some
calls. The same seed gives the same program. Kinds are the names of types ("int", "np.uint8", "bytes"), "num" for some
scalar or other, and "array DTYPE NDIM" and "tuple KIND KIND".
"""

from __future__ import annotations

import random
from typing import NamedTuple

try:
    import numpy as np
except ImportError:
    np = None  # type: ignore[assignment]

NUMPY_INTS = ("np.int8", "np.uint8", "np.int16", "np.uint16", "np.int32", "np.uint32", "np.int64", "np.uint64")
NUMPY_FLOATS = ("np.float32", "np.float64")
NUMPY_SCALARS = (*NUMPY_INTS, *NUMPY_FLOATS) if np is not None else ()
SCALARS = ("int", "float", "bool", *NUMPY_SCALARS)
DTYPES = ("bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64")
BUFFERS = ("bytes", "bytearray", "array i", "array B", "array d", "array q")

SMALL = ("0", "1", "2", "3", "5", "7", "10", "-1", "-2", "-5")
LARGE = (
    "255",
    "256",
    "1000",
    "-1000",
    "65535",
    "2**31 - 1",
    "2**31",
    "-2**31",
    "2**32",
    "2**53 + 1",
    "2**61",
    "2**62",
    "2**63 - 1",
    "-2**63",
    "2**63",
    "2**64 - 1",
)
REALS = (
    "0.0",
    "1.0",
    "-1.0",
    "0.5",
    "-2.5",
    "3.25",
    "0.1",
    "1e10",
    "-1e-3",
    "1e300",
    "-0.0",
    "2.0**53",
    "math.inf",
    "math.nan",
    "1e18",
)
MASKS = ("255", "0xFFFF", "0xFFFFFFFF", "0x7FFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFF", "63", "7", "(1 << 48) - 1")
ERRORS = ("ValueError", "IndexError", "KeyError", "RuntimeError", "ArithmeticError", "TypeError", "StopIteration")
FUNCTIONS = ("sqrt", "sin", "cos", "exp", "log", "floor", "ceil", "fabs", "atan", "log2", "expm1", "tanh", "trunc")
UFUNCS = ("sqrt", "sin", "exp", "log", "floor", "abs", "isnan", "sign", "square", "rint", "ceil", "trunc")


class Program(NamedTuple):
    source: str
    calls: tuple[str, ...]


class Helper(NamedTuple):
    name: str
    parameters: tuple[str, ...]
    result: str


def generate(seed: int) -> Program:
    """The program of that seed."""
    rng = random.Random(seed)
    scalars = ("int", "float", "bool", *rng.sample(NUMPY_SCALARS, rng.choice((0, 1, 1, 2)) if NUMPY_SCALARS else 0))
    helpers: list[Helper] = []
    parts: list[str] = []
    calls_much = random.Random(f"calls {seed}").random() < 0.25
    for number in range(rng.randint(2, 4) if calls_much else rng.choice((0, 0, 1, 1, 2))):
        kinds = tuple(
            rng.choice(("int", "int", "float", *scalars, _array(rng, scalars))) for _ in range(rng.randint(1, 3))
        )
        helper = Helper(f"h{number}", kinds, rng.choice(("int", "float", "num", "tuple int float", *scalars)))
        parts.append(_Writer(rng, scalars, helpers, True, calls_much).helper(helper))
        helpers.append(helper)
    kinds = tuple(_parameter(rng, scalars) for _ in range(rng.randint(1, 4)))
    parts.append(_Writer(rng, scalars, helpers, False, calls_much).function(kinds))
    calls = [_arguments(rng, kinds) for _ in range(3)]
    if rng.random() < 0.3:  # once more with other types
        calls.append(_arguments(rng, tuple(_other(rng, kind) for kind in kinds)))
    return Program("\n\n".join(parts), tuple(calls))


def _parameter(rng: random.Random, scalars: tuple[str, ...]) -> str:
    chance = rng.random()
    if chance < 0.35:
        return rng.choice(("int", "int", "float", "bool"))
    if chance < 0.5 or np is None:
        return rng.choice(scalars if chance < 0.45 else (*BUFFERS, "tuple int float", "tuple float int"))
    return _array(rng, scalars)


def _other(rng: random.Random, kind: str) -> str:
    """A kind that a call may have in place of that one."""
    name, *rest = kind.split()
    if kind in SCALARS:
        return rng.choice(SCALARS)
    return f"array {rng.choice(DTYPES)} {rest[1]}" if name == "array" and len(rest) == 2 else kind


def _array(rng: random.Random, scalars: tuple[str, ...]) -> str:
    """Most often of a dtype that the program has scalars of."""
    if np is None:
        return rng.choice(BUFFERS)
    dtypes = [kind[3:] for kind in scalars if kind.startswith("np.")]
    dtype = rng.choice(dtypes if dtypes and rng.random() < 0.7 else DTYPES)
    return f"array {dtype} {rng.choice((1, 1, 1, 2, 2, 3))}"


def _arguments(rng: random.Random, kinds: tuple[str, ...]) -> str:
    return ", ".join(_argument(rng, kind) for kind in kinds)


def _argument(rng: random.Random, kind: str) -> str:
    name, *rest = kind.split()
    if name == "int":
        return rng.choice(SMALL if rng.random() < 0.75 else LARGE)
    if name == "float":
        return rng.choice(REALS)
    if name == "bool":
        return rng.choice(("True", "False"))
    if name == "tuple":
        return f"({', '.join(_argument(rng, item) for item in rest)})"
    if name.startswith("np."):
        return f"{name}({_fitting(rng, name[3:])})"
    if name in ("bytes", "bytearray"):
        return f"{name}({[rng.randrange(256) for _ in range(rng.randint(0, 7))]})"
    if len(rest) == 1:
        values = [
            round(rng.uniform(-9, 9), 2) if rest[0] == "d" else rng.randrange(100) for _ in range(rng.randint(0, 7))
        ]
        return f"array('{rest[0]}', {values})"
    dtype, ndim = rest[0], int(rest[1])
    shape = tuple(rng.choice((0, 1, 2, 3, 4, 5, 7)) if ndim < 2 else rng.choice((1, 2, 3, 4)) for _ in range(ndim))
    size = 1
    for length in shape:
        size *= length
    if rng.random() < 0.25:  # every other element of a longer one, or from its end
        doubled = (2 * shape[-1],)
        values = ", ".join(_fitting(rng, dtype) for _ in range(2 * size))
        view = rng.choice(("::2", "1::2", "::-2"))
        return f"np.array([{values}], '{dtype}').reshape({shape[:-1] + doubled})[..., {view}]"
    values = ", ".join(_fitting(rng, dtype) for _ in range(size))
    transposed = ".T" if ndim > 1 and rng.random() < 0.2 else ""
    return f"np.array([{values}], '{dtype}').reshape({shape}){transposed}"


def _fitting(rng: random.Random, dtype: str) -> str:
    """A number that the dtype holds."""
    if dtype.startswith("bool"):
        return str(rng.randrange(2))
    if dtype.startswith("float"):
        return rng.choice(REALS[:9] if dtype == "float32" else REALS)
    bits = int(dtype.lstrip("uint"))
    low, high = (0, 2**bits - 1) if dtype.startswith("u") else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    chance = rng.random()
    if chance < 0.6:
        return str(max(low, min(high, rng.randint(-3, 9))))
    return str(rng.choice((low, high)) if chance < 0.75 else rng.randint(low, high))


class _Writer:
    """Writes one function, a helper if `inside`. With `calls_much`, most helpers have no loops, and are called often.
    `known` are the variables that have a value, `maybe` those that may have one."""

    def __init__(
        self, rng: random.Random, scalars: tuple[str, ...], helpers: list[Helper], inside: bool, calls_much: bool
    ) -> None:
        self.rng = rng
        self.scalars = scalars
        self.numpy_scalars = tuple(kind for kind in scalars if kind.startswith("np."))
        self.helpers = helpers[:]
        self.lines: list[str] = []
        self.known: dict[str, str] = {}
        self.maybe: dict[str, str] = {}
        self.fixed: set[str] = set()  # loop counters, which keep loops short
        self.inside = inside
        self.calls_much = calls_much
        self.calling = 0  # calls in the arguments of calls
        self.loops = 0
        self.most_loops = (int(rng.random() < 0.1) if calls_much else 1) if inside else 3
        # Where statements repeat, products of variables are masked: ints would grow beyond all bounds.
        self.repeats = 1 if inside else 0
        self.budget = self.rng.randint(3, 8) if inside else self.rng.randint(5, 18)
        self.counter = 0

    def function(self, kinds: tuple[str, ...]) -> str:
        names = [f"p{number}" for number in range(len(kinds))]
        self.known.update(zip(names, kinds, strict=True))
        for number, kind in enumerate(self.scalars):
            if kind != "bool" and self.rng.random() < 0.6:
                self.put(1, f"s{number} = {self.leaf(kind)}")
                self.known[f"s{number}"] = kind
        self.block(1)
        results = [name for name in self.known if name not in self.fixed]
        chosen = self.rng.sample(results, min(len(results), self.rng.randint(1, 5)))
        if self.maybe and self.rng.random() < 0.05:
            chosen.append(self.rng.choice(sorted(self.maybe)))
        self.put(1, f"return {', '.join(chosen)}")
        return f"def f({', '.join(names)}):\n" + "\n".join(self.lines) + "\n"

    def helper(self, helper: Helper) -> str:
        names = [f"q{number}" for number in range(len(helper.parameters))]
        self.known.update(zip(names, helper.parameters, strict=True))
        if self.rng.random() < 0.25 and helper.parameters[0] == "int":  # recursive, some levels deep
            self.fixed.add("q0")
            self.put(1, f"if not 0 < q0 < {self.rng.randint(2, 9)}:")
            self.put(2, f"return {self.expression(helper.result, 2)}")
            self.block(1)
            rest = [self.expression(kind, 1) for kind in helper.parameters[1:]]
            self.put(1, f"return {helper.name}({', '.join(['q0 - 1', *rest])})")
        else:
            self.block(1)
            self.put(1, f"return {self.expression(helper.result, 2)}")
        return f"def {helper.name}({', '.join(names)}):\n" + "\n".join(self.lines) + "\n"

    # --- statements

    def put(self, depth: int, line: str) -> None:
        self.lines.append("    " * depth + line)

    def block(self, depth: int) -> None:
        """Some statements; at least one."""
        for number in range(self.rng.randint(1, 4) if depth > 1 else self.rng.randint(2, 8)):
            if self.budget <= 0:
                if not number:
                    self.put(depth, "pass")
                break
            self.budget -= 1
            self.statement(depth)

    def statement(self, depth: int) -> None:
        rng = self.rng
        chance = rng.random()
        if chance < 0.3 or depth > 4:
            self.assignment(depth)
        elif chance < 0.42:
            self.augmented(depth)
        elif chance < 0.52:
            self.store(depth)
        elif chance < 0.66:
            self.branch(depth)
        elif chance < 0.86 and self.loops < self.most_loops:
            self.loop(depth)
        elif chance < 0.9:
            self.early_exit(depth)
        elif chance < 0.92 and self.loops:
            self.put(depth, f"if {self.expression('bool', 1)}:")
            self.put(depth + 1, rng.choice(("break", "continue")))
        elif chance < 0.95:
            a, b = (self.pick(SCALARS) for _ in range(2))
            if a and b and a not in self.fixed and b not in self.fixed:
                self.put(depth, f"{a}, {b} = {b}, {a}")
                if a != b:
                    self.known[a], self.known[b] = self.known[b], self.known[a]
            else:
                self.assignment(depth)
        elif chance < 0.96 and len(self.known) > 2:
            name = rng.choice(sorted(self.known))
            if name not in self.fixed and rng.random() < 0.3:
                self.put(depth, f"del {name}")
                del self.known[name]
            else:
                self.assignment(depth)
        elif chance < 0.98:
            self.tuple_assignment(depth)
        else:
            self.put(depth, f"assert {self.expression('bool', 2)}, {self.expression('int', 1)}")

    def assignment(self, depth: int) -> None:
        rng = self.rng
        old = [name for name in self.known if name not in self.fixed and self.known[name] in (*SCALARS, "num")]
        if old and rng.random() < 0.5:
            name = rng.choice(old)
            kind = self.known[name] if rng.random() < 0.93 else rng.choice(self.scalars)
        else:
            name = f"v{len(self.known) + len(self.maybe) + rng.randrange(2)}"
            if name in self.known:
                name += "x"
            kind = rng.choice(("int", "int", "float", "float", "bool", *self.scalars))
        annotation = ": object" if rng.random() < 0.02 else ""
        self.put(depth, f"{name}{annotation} = {self.expression(kind, 3)}")
        self.known[name] = kind

    def tuple_assignment(self, depth: int) -> None:
        kinds = [self.rng.choice(("int", "float", *self.scalars)) for _ in range(2)]
        self.counter += 1
        if self.rng.random() < 0.5:
            names = [f"t{self.counter}a", f"t{self.counter}b"]
            self.put(depth, f"{', '.join(names)} = {', '.join(self.expression(kind, 2) for kind in kinds)}")
            self.known.update(zip(names, kinds, strict=True))
        else:
            name = f"t{self.counter}"
            self.put(depth, f"{name} = {', '.join(self.expression(kind, 2) for kind in kinds)}")
            self.known[name] = f"tuple {' '.join(kinds)}"

    def augmented(self, depth: int) -> None:
        name = self.pick((*SCALARS, "num"))
        if name is None or name in self.fixed:
            return self.assignment(depth)
        kind = self.known[name]
        rng = self.rng
        if kind == "bool":
            self.put(depth, f"{name} {rng.choice(('&=', '|=', '^='))} {self.expression('bool', 2)}")
        elif kind in ("float", *NUMPY_FLOATS):
            other = self.expression(rng.choice(("float", "int", kind, "num")), 2)
            self.put(depth, f"{name} {rng.choice(('+=', '-=', '*=', '/='))} {other}")
            self.known[name] = kind if kind in ("float", "np.float64") else "num"
        elif kind in NUMPY_INTS:
            op = rng.choice(("+=", "-=", "*=", "&=", "|=", "^=", "//=", "%="))
            self.put(depth, f"{name} {op} {self.expression(kind, 2) if rng.random() < 0.6 else rng.choice(SMALL[:7])}")
        elif rng.random() < 0.2:
            self.put(depth, f"{name} += {self.expression('num', 2)}")
            self.known[name] = "num"
        else:
            op = rng.choice(("+=", "-=", "*=", "&=", "|=", "^=", "//=", "%=") if kind == "int" else ("+=", "-="))
            self.put(depth, f"{name} {op} {rng.choice(SMALL) if op == '*=' else self.expression('int', 2)}")
        return None

    def store(self, depth: int) -> None:
        name = self.pick_where(lambda kind: kind.startswith(("array", "bytearray")))
        if name is None:
            return self.assignment(depth)
        kind = self.known[name]
        item = self.item_of(kind)
        rng = self.rng
        value = self.expression(item if rng.random() < 0.6 else "num" if rng.random() < 0.15 else "int", 2)
        if item not in ("float", *NUMPY_FLOATS) and rng.random() < 0.6:
            value = f"({self.expression('int', 2)}) & {rng.choice(('1', '15', '127'))}"
        element = self.element(name, kind)
        if rng.random() < 0.35:
            self.put(depth, f"{element} {rng.choice(('+=', '-=', '*=') if item != 'bool' else ('|=', '&='))} {value}")
        else:
            self.put(depth, f"{element} = {value}")
        return None

    def branch(self, depth: int) -> None:
        if self.rng.random() < 0.05:
            self.counter += 1
            name = f"w{self.counter}"
            self.put(depth, f"if ({name} := {self.expression('int', 2)}) > {self.rng.choice(SMALL)}:")
            self.known[name] = "int"
        else:
            self.put(depth, f"if {self.expression(self.rng.choice(('bool', 'bool', 'bool', 'num')), 2)}:")
        before, maybe = dict(self.known), dict(self.maybe)
        self.block(depth + 1)
        if self.rng.random() < 0.55:
            after, self.known = self.known, before
            self.put(depth, "else:" if self.rng.random() < 0.8 else f"elif {self.expression('bool', 2)}:")
            self.block(depth + 1)
            before = after
        self.join(before, maybe)

    def join(self, other: dict[str, str], maybe: dict[str, str]) -> None:
        """What is known where two ways meet, one with what is known now and one with what `other` says."""
        known: dict[str, str] = {}
        for name in sorted({*self.known, *other}):
            a, b = self.known.get(name), other.get(name)
            if a == b and a is not None:
                known[name] = a
            elif a and b and not (a.startswith(("tuple", "array")) or b.startswith(("tuple", "array"))):
                known[name] = "num"
            else:
                maybe[name] = a or b or "num"
        self.known, self.maybe = known, {name: kind for name, kind in maybe.items() if name not in known}

    def loop(self, depth: int) -> None:
        rng = self.rng
        self.counter += 1
        name = f"i{self.counter}"
        bound = str(rng.randint(1, 7)) if rng.random() < 0.7 else f"({self.expression('int', 1)}) % {rng.randint(2, 8)}"
        before, maybe = dict(self.known), dict(self.maybe)
        sequence = self.pick_where(lambda kind: kind.split()[0] in ("array", "bytes", "bytearray"))
        chance = rng.random()
        if chance < 0.12:
            self.put(depth, f"{name} = {rng.randint(1, 9)}")
            self.put(depth, f"while {name} > 0 and {self.atom('bool', 2)}:")
            self.put(depth + 1, f"{name} -= {rng.choice((1, 1, 2))}")
            self.known[name] = "int"
        elif chance < 0.3 and sequence:
            self.put(depth, f"for {name} in {sequence}:")
            self.known[name] = self.row_of(self.known[sequence])
        elif chance < 0.4 and sequence:
            self.put(depth, f"for {name}, {name}e in enumerate({sequence}):")
            self.known.update({name: "int", f"{name}e": self.row_of(self.known[sequence])})
        elif chance < 0.45 and sequence:
            self.put(depth, f"for {name}, {name}e in zip({sequence}, range({bound})):")
            self.known.update({name: self.row_of(self.known[sequence]), f"{name}e": "int"})
        elif chance < 0.5:
            kind = rng.choice(("int", "float"))
            self.put(depth, f"for {name} in ({', '.join(self.expression(kind, 1) for _ in range(rng.randint(2, 3)))}):")
            self.known[name] = kind
        elif chance < 0.6 and sequence:
            self.put(depth, f"for {name} in range(len({sequence})):")
            self.known[name] = "int"
        else:
            step = rng.choice(
                (
                    f"range({bound})",
                    f"range(1, {bound})",
                    f"range({bound}, 0, -1)",
                    f"range(0, 2 * {bound}, 2)",
                    f"reversed(range({bound}))",
                )
            )
            self.put(depth, f"for {name} in {step}:")
            self.known[name] = "int"
        self.fixed.add(name)
        self.loops += 1
        self.repeats += 1
        self.block(depth + 1)
        self.loops -= 1
        self.repeats -= 1
        self.join(before, maybe)
        if rng.random() < 0.12:
            self.put(depth, "else:")
            before, maybe = dict(self.known), dict(self.maybe)
            self.block(depth + 1)
            self.join(before, maybe)

    def early_exit(self, depth: int) -> None:
        rng = self.rng
        self.put(depth, f"if {self.expression('bool', 2)}:")
        if rng.random() < 0.6:
            self.put(depth + 1, f"return {self.expression(rng.choice(self.scalars), 2)}")
        else:
            arguments = ", ".join(self.expression(rng.choice(("int", "float")), 1) for _ in range(rng.randint(0, 2)))
            self.put(depth + 1, f"raise {rng.choice(ERRORS)}({arguments})")

    # --- expressions

    def pick(self, kinds: tuple[str, ...]) -> str | None:
        return self.pick_where(lambda kind: kind in kinds)

    def pick_where(self, fits: object) -> str | None:
        """A variable whose kind fits."""
        names = [name for name, kind in self.known.items() if fits(kind)]  # type: ignore[operator]
        return self.rng.choice(names) if names else None

    def expression(self, kind: str, depth: int) -> str:
        rng = self.rng
        if rng.random() < 0.004 and self.maybe:
            return rng.choice(sorted(self.maybe))
        if kind == "num":
            kind = rng.choice(("int", "float", "bool", *self.scalars))
            if depth > 0 and rng.random() < 0.4:
                other = rng.choice(self.scalars)
                return f"{self.atom(kind, depth)} {rng.choice('+-')} {self.atom(other, depth)}"
        if depth <= 0 or rng.random() < 0.25:
            return self.leaf(kind)
        if depth > 1 and rng.random() < 0.08:
            a, b = self.atom(kind, depth), self.atom(kind, depth)
            return f"{a} if {self.atom('bool', depth - 1)} else {b}"
        if self.calls_much:
            fitting = [helper for helper in self.helpers if helper.result in (kind, "num")]
            if fitting and self.calling < 2 and rng.random() < 0.4 and (text := self.call(rng.choice(fitting))):
                return text
        elif rng.random() < 0.1 and self.loops < (1 if self.inside else 2):
            helper = next((h for h in self.helpers if h.result == kind), None)
            if helper is not None and (text := self.call(helper)):
                return text
        if kind == "int":
            return self.int_expression(depth)
        if kind == "float":
            return self.float_expression(depth)
        if kind == "bool":
            return self.bool_expression(depth)
        if kind.startswith("np."):
            return self.numpy_expression(kind, depth)
        if kind.startswith("tuple"):
            return f"({', '.join(self.expression(item, depth - 1) for item in kind.split()[1:])})"
        return self.leaf(kind)

    def atom(self, kind: str, depth: int) -> str:
        """An expression in parentheses where it needs them."""
        text = self.expression(kind, depth - 1)
        return text if text.isidentifier() or text.isdigit() or text.replace(".", "").isdigit() else f"({text})"

    def call(self, helper: Helper) -> str:
        arguments = []
        self.calling += 1
        for number, kind in enumerate(helper.parameters):
            if kind.split()[0] in ("array", "bytes", "bytearray"):
                name = self.pick((kind,))
                if name is None:
                    self.calling -= 1
                    return ""
                arguments.append(name)
            else:
                arguments.append(self.expression(kind, 1 if number else 0))
        self.calling -= 1
        return f"{helper.name}({', '.join(arguments)})"

    def leaf(self, kind: str) -> str:
        rng = self.rng
        name = self.pick((kind,))
        if name is not None and rng.random() < 0.75:
            return name
        if kind == "int":
            sized = self.pick_where(lambda kind: kind.split()[0] in ("array", "bytes", "bytearray"))
            if sized and rng.random() < 0.15:
                return f"len({sized})"
            return rng.choice(SMALL if rng.random() < 0.85 else LARGE)
        if kind == "float":
            return rng.choice(REALS)
        if kind == "bool":
            number = self.pick(("int", "float"))
            if number and rng.random() < 0.8:
                return f"({number} {rng.choice(('<', '>', '==', '!='))} {rng.choice(SMALL)})"
            return rng.choice(("True", "False"))
        if kind.startswith("np."):
            holder = self.pick_where(lambda held: held.startswith("array") and f"np.{held.split()[1]}" == kind)
            if holder and rng.random() < 0.7:
                return self.element(holder, self.known[holder])
            return f"{kind}({_fitting(rng, kind[3:])})"
        if kind.startswith("tuple"):
            return f"({', '.join(self.leaf(item) for item in kind.split()[1:])})"
        return name or _argument(rng, kind)

    def int_expression(self, depth: int) -> str:
        rng = self.rng
        a, b = self.atom("int", depth), self.atom("int", depth)
        real = self.atom("float", depth)
        buffer = self.pick(("bytes", "bytearray", "array i", "array q", "array B"))
        options = [
            f"{a} + {b}", f"{a} - {b}", f"{a} * {rng.choice(SMALL)}", f"({a} * {b}) & {rng.choice(MASKS)}",
            f"{a} & {b}", f"{a} | {b}",
            f"{a} ^ {b}", f"{a} // {b}", f"{a} % {b}", f"{a} // ({b} or 3)",
            f"{a} % {rng.choice(('7', '10', '-3', '2**32', '256'))}",
            f"({a} + {b} * 31) & {rng.choice(MASKS)}", f"{a} >> ({b} & 63)",
            f"({a} << ({b} & 31)) & {rng.choice(MASKS)}", f"{a} << ({b} & 7)",
            f"-{a}", f"~{a}", f"abs({a})", f"min({a}, {b})", f"max({a}, {b})", f"{a} + {self.atom('bool', depth)}",
            f"({a}).bit_length()",
            f"int({real})", f"round({real})", f"math.floor({real})", f"divmod({a}, {b})[{rng.randrange(2)}]",
            f"{a} and {b}", f"{a} or {b}",
            f"pow({a}, {rng.randint(0, 5)}, {b})", f"({a} & 15) ** ({b} & 3)", f"{a} + {b} - {a}",
            f"({a} ^ {a} >> 13) * 0x9E3779B1 & 0xFFFFFFFF",
        ]  # fmt: skip
        if buffer and rng.random() < 0.12:
            return self.element(buffer, self.known[buffer])
        if self.numpy_scalars:
            options += [f"int({self.expression(rng.choice(self.numpy_scalars), depth - 1)})"] * 2
        if not self.repeats:
            options += [f"{a} * {b}", f"{a} ** 2", f"{a} << ({b} & 63)"]
        return rng.choice(options)

    def float_expression(self, depth: int) -> str:
        rng = self.rng
        a, b, n = self.atom("float", depth), self.atom("float", depth), self.atom("int", depth)
        # `copysign` takes no sign from a NaN: which it is where two NaNs meet is a matter of CPython's C compiler
        options = [
            f"{a} + {b}", f"{a} - {b}", f"{a} * {b}", f"{a} / {b}", f"{a} / ({b} or 1.5)", f"{a} // {b}", f"{a} % {b}",
            f"-{a}",
            f"abs({a})", f"min({a}, {b})", f"max({a}, {b})", f"{a} * {n}", f"{n} - {a}",
            f"{n} / {self.atom('int', depth)}", f"float({n})",
            f"math.{rng.choice(FUNCTIONS)}({a}) * 1.0", f"math.sqrt(abs({a}))", f"{a} ** 2", f"{a} * {a} + {b}",
            f"{a} - {b} + {a}", f"{n} + 0.5",
            f"round({a}, {rng.randrange(4)})", f"math.hypot({a}, {b})", f"math.copysign({a}, max(-1e300, {b}))",
            f"math.fmod({a}, {b})", f"{a} or {b}",
        ]  # fmt: skip
        if self.numpy_scalars:
            options += [f"float({self.expression(rng.choice(self.numpy_scalars), depth - 1)})"] * 2
        buffer = self.pick(("array d",))
        if buffer and rng.random() < 0.15:
            return self.element(buffer, "array d")
        return rng.choice(options)

    def bool_expression(self, depth: int) -> str:
        rng = self.rng
        kind = rng.choice(("int", "int", "float", *self.scalars))
        a, b = self.atom(kind, depth), self.atom(kind if rng.random() < 0.8 else "num", depth)
        compare = rng.choice(("<", "<=", "==", "!=", ">", ">="))
        p, q = self.atom("bool", depth), self.atom("bool", depth)
        options = [f"{a} {compare} {b}"] * 6 + [
            f"not {p}", f"{p} and {q}", f"{p} or {q}",
            f"{a} {compare} {b} {rng.choice(('<', '!='))} {self.atom('int', depth)}", f"bool({a})",
            f"{p} == {q}", f"{a} in ({b}, {self.atom('int', depth)})", f"{p} ^ {q}", f"({a}, {b}) < ({b}, {a})",
            f"{a} is None" if a.isidentifier() else f"not {a}", f"{p} & {q}",
        ]  # fmt: skip
        return rng.choice(options)

    def numpy_expression(self, kind: str, depth: int) -> str:
        rng = self.rng
        a, b = self.atom(kind, depth), self.atom(kind, depth)
        if kind in NUMPY_FLOATS:
            options = [f"{a} {op} {b}" for op in ("+", "-", "*", "/", "//", "%")]
            options += [
                f"-{a}",
                f"abs({a})",
                f"{a} * 2",
                f"{a} + 0.5",
                f"{kind}({self.expression('float', depth - 1)})",
                f"min({a}, {b})",
                f"{a} ** 2",
            ]
            options += [f"np.{rng.choice(UFUNCS)}({a}) + {b}", f"np.maximum({a}, {b})", f"np.sqrt({a})"]
        else:
            options = [f"{a} {op} {b}" for op in ("+", "-", "*", "&", "|", "^", "//", "%", "+", "*", "^")]
            options += [
                f"~{a}",
                f"{a} + {rng.choice(SMALL[:6])}",
                f"{a} * 3",
                f"{a} >> {rng.randint(0, 9)}",
                f"{a} << {rng.randint(0, 9)}",
                f"max({a}, {b})",
            ]
            options += [f"{kind}(({self.expression('int', depth - 1)}) & 127)"] * 3 + [
                f"abs({a})",
                f"{a} & 15",
                f"{a} + {rng.choice(LARGE)}",
            ]
        return rng.choice(options)

    def element(self, name: str, kind: str) -> str:
        """An element of an array or buffer, most often in range."""
        rng = self.rng
        parts = kind.split()
        ndim = int(parts[2]) if len(parts) == 3 else 1
        indices = []
        for axis in range(ndim):
            chance = rng.random()
            counter = self.pick_where(lambda kind: kind == "int")
            length = f"len({name})" if axis == 0 else f"{name}.shape[{axis}]"
            if chance < 0.45:
                indices.append(f"({self.expression('int', 1)}) % {length}")
            elif chance < 0.7 and counter:
                indices.append(counter)
            else:
                indices.append(rng.choice(("0", "0", "0", "1", "-1", "-1", "2", "-2", "5")))
        if ndim > 1 and rng.random() < 0.2:
            return name + "".join(f"[{index}]" for index in indices)
        return f"{name}[{', '.join(indices)}]"

    @staticmethod
    def item_of(kind: str) -> str:
        """The kind of the elements."""
        parts = kind.split()
        if len(parts) == 3:
            return "bool" if parts[1] == "bool" else f"np.{parts[1]}"
        return "float" if parts[-1] == "d" else "int"

    @classmethod
    def row_of(cls, kind: str) -> str:
        """The kind of what iterating gives."""
        parts = kind.split()
        if len(parts) == 3 and int(parts[2]) > 1:
            return f"array {parts[1]} {int(parts[2]) - 1}"
        return cls.item_of(kind)
