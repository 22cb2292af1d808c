"""Lowering of expressions: names, constants, operators, comparisons, attributes, subscripts and calls.

Expressions that reach this file have no control flow in them (flow.py has seen to it), so each gives its value at the
current point of the current block.
"""

from __future__ import annotations

import operator

from ..ir import ops
from ..ir.types import MAX
from . import buffers, flow, raising, sequences, texts
from . import syntax as ast
from .comparisons import Comparisons
from .library import rule_for
from .objects import (
    MISSING,
    borrowed,
    constant_words,
    is_named_tuple,
    numpy_loaded,
    sample,
    scalar_of,
    type_of,
)
from .operators import FOLDED, FUNCTIONS, OPERATORS, SYMBOLS
from .types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    RANGE,
    UINT,
    UNBOUND,
    Array,
    Buffer,
    Object,
    Scalar,
    Tuple,
    Val,
    is_number,
    make_tuple,
    object_of,
    raised_of,
    tuple_items,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    from ..ir.builder import Builder
    from ..ir.function import Exit, Value
    from .session import Session, Specialisation
    from .types import Type


class _Unknown:
    """Stands for a value that is not known while compiling."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = _Unknown()


class Expressions(Comparisons):
    """The part of the lowering that knows expressions."""

    UNKNOWN = UNKNOWN

    if TYPE_CHECKING:
        b: Builder
        env: dict[str, Val]
        node: Any
        session: Session
        spec: Specialisation
        temporaries: list[Value]
        splits: set[flow.Position]
        below: dict[int, Value]
        entering: dict[int, tuple[int, int]]

        def unsupported(self, message: str, hint: str | None = None, node: Any = None) -> NoReturn: ...

        def leave(self, exit: Exit) -> NoReturn: ...

        def __getattr__(self, name: str) -> Any: ...

    def lower_expression(self, node: ast.expr) -> Val:
        method = getattr(self, "x_" + type(node).__name__, None)
        if method is None:
            self.unsupported(_NAMES.get(type(node).__name__, type(node).__name__), node=node)
        outer = self.node
        self.node = node
        value = method(node)
        self.node = outer
        return value  # type: ignore[no-any-return]

    # Names and constants.

    def x_Constant(self, node: ast.Constant) -> Val:
        return self.make_constant(node.value)

    def x_Name(self, node: ast.Name) -> Val:
        return self.read(node.id)

    def read(self, name: str) -> Val:
        """The value of a variable, or of a global."""
        found = self.env.get(name)
        if found is not None and found.type is not UNBOUND:
            return found
        if name in self.spec.source.locals or name.startswith("."):
            self.leave(self.raises(raising.unbound_local(name)))
        return self.session.resolve(self, name)  # type: ignore[arg-type]

    def make_constant(self, value: object) -> Val:
        """A Python object that is known while compiling."""
        type = type_of(value)
        if type is None or isinstance(type, Object):
            return Val(object_of(value))
        if isinstance(type, Tuple):
            return make_tuple([self.make_constant(item) for item in value], type.cls)  # type: ignore[attr-defined]
        return constant_words(self, type, value)  # type: ignore[arg-type]

    def constant(self, value: Val) -> Any:
        """The Python object that a value is known to be, or UNKNOWN."""
        type = value.type
        if isinstance(type, Object):
            return type.value
        if type is NONE:
            return None
        if isinstance(type, Tuple):
            items = [self.constant(item) for item in tuple_items(value)]
            return UNKNOWN if any(item is UNKNOWN for item in items) else tuple.__new__(type.cls, items)
        if not value.words or any(not word.is_const for word in value.words):
            return UNKNOWN
        number = value.words[0].attr
        if type is UINT:
            return number & 0xFFFFFFFFFFFFFFFF
        if type is BOOL:
            return bool(number)
        if isinstance(type, Scalar):
            numpy = numpy_loaded()
            if type.dtype == "uint64":
                number &= 0xFFFFFFFFFFFFFFFF
            try:
                return numpy.dtype(type.dtype).type(number)
            except OverflowError:  # behind an operation that NumPy refuses for that number: control doesn't get here
                return UNKNOWN
        return number if type is INT or type is FLOAT else UNKNOWN

    def x_Tuple(self, node: ast.Tuple) -> Val:
        return make_tuple([self.lower_expression(item) for item in node.elts])

    def x_JoinedStr(self, node: ast.JoinedStr) -> Val:
        return texts.joined(self, [self.lower_expression(value) for value in node.values])  # type: ignore[arg-type]

    def x_FormattedValue(self, node: ast.FormattedValue) -> Val:
        value = self.lower_expression(node.value)
        spec = "" if node.format_spec is None else self.constant(self.lower_expression(node.format_spec))
        if not isinstance(spec, str):
            self.unsupported("a format that is known at run time only")
        conversion = "" if node.conversion < 0 else chr(node.conversion)
        return texts.formatted(self, value, conversion, spec)  # type: ignore[arg-type]

    # Operators.

    def x_BinOp(self, node: ast.BinOp) -> Val:
        left = self.lower_expression(node.left)
        right = self.lower_expression(node.right)
        if isinstance(left.type, Buffer) and left.type.kind != "bytes" and getattr(node, "augmented", False):
            self.unsupported(
                f"augmented assignment to {left.type.name}, which changes it", "write x = x + y for a new one"
            )
        return self.binary(OPERATORS[type(node.op).__name__], left, right)

    def binary(self, op: str, a: Val, b: Val) -> Val:
        s, t = a.type, b.type
        x, y = self.constant(a), self.constant(b)
        if type(x) in FOLDED and type(y) in FOLDED:
            found = self.fold(op, x, y)
            if found is not None:
                return found
        if is_number(s) and is_number(t) and op != "matmul":
            if isinstance(s, Scalar) or isinstance(t, Scalar):
                from . import scalars

                return scalars.binary(self, op, a, b)  # type: ignore[arg-type]
            from . import numbers

            return numbers.binary(self, op, a, b)  # type: ignore[arg-type]
        if (type(x) is int and is_number(t)) or (type(y) is int and is_number(s)):
            self.leave(self.bails("an int left 64 bits"))
        if isinstance(s, Tuple) and isinstance(t, Tuple) and op == "add":
            return make_tuple(tuple_items(a) + tuple_items(b))
        if op == "mul" and (isinstance(s, Tuple) or isinstance(t, Tuple)):
            repeated, times = (b, a) if isinstance(t, Tuple) else (a, b)
            count = self.constant(times)
            items = tuple_items(repeated)
            if count is not UNKNOWN and isinstance(count, int) and count * len(items) <= 100:
                return make_tuple(items * count)
        found = texts.binary(self, op, a, b)  # type: ignore[arg-type]
        if found is None and (isinstance(s, Buffer) or isinstance(t, Buffer)):
            found = sequences.binary(self, op, a, b)  # type: ignore[arg-type]
        if found is not None:
            return found
        function = getattr(operator, FUNCTIONS.get(op, op))
        return self.misuse(function, [a, b], f"{SYMBOLS[op]!r} of {s.name} and {t.name}", self.array_hint(s, t))

    def fold(self, op: str, x: Any, y: Any) -> Val | None:
        """The result for operands that are known; None where it raises, or is too large to be kept."""
        if op in ("pow", "lshift") and not (isinstance(y, (int, float)) and abs(y) <= 4096):
            return None
        if op == "mul" and (isinstance(x, str) or isinstance(y, str)):
            return None
        try:
            return self.make_constant(getattr(operator, FUNCTIONS.get(op, op))(x, y))
        except Exception:
            return None

    def array_hint(self, *types: Type) -> str | None:
        if any(isinstance(type, Array) for type in types):
            return "whole-array expressions are not compiled yet: write a loop over the items"
        return None

    def x_UnaryOp(self, node: ast.UnaryOp) -> Val:
        return self.unary(OPERATORS[type(node.op).__name__], self.lower_expression(node.operand))

    def unary(self, op: str, a: Val) -> Val:
        if op == "not":
            return Val(BOOL, (self.b.not_(self.truth(a)),))
        known = self.constant(a)
        if type(known) is int or (type(known) is float and op != "invert"):
            return self.make_constant(getattr(operator, op)(known))
        if isinstance(a.type, Scalar):
            from . import scalars

            return scalars.unary(self, op, a)  # type: ignore[arg-type]
        if is_number(a.type):
            from . import numbers

            return numbers.unary(self, op, a)  # type: ignore[arg-type]
        return self.misuse(getattr(operator, op), [a], f"{SYMBOLS[op]!r} of {a.type.name}", self.array_hint(a.type))

    def misuse(
        self,
        function: Callable[..., object],
        values: list[Val],
        message: str,
        hint: str | None = None,
        errors: tuple[type[Exception], ...] = (TypeError, AttributeError),
    ) -> NoReturn:
        """For operands that compiled code has no rule for. If Python has none either, for types that these are, its
        exception is raised at run time; else the function is refused."""
        if any(isinstance(value.type, Object) and type(value.type.value) is int for value in values):
            self.leave(self.bails("an int beyond 64 bits"))
        samples = [sample(value.type) for value in values]
        if all(found is not MISSING for found in samples):
            try:
                function(*samples)
            except errors:
                self.leave(self.raises(function, *values))
            except Exception:
                pass
        self.unsupported(message, hint)

    def truth(self, value: Val) -> Value:
        """bool(value)"""
        type, b = value.type, self.b
        if type is BOOL or (isinstance(type, Scalar) and type.kind == "b"):
            return value.word
        if type is INT or type is UINT or (isinstance(type, Scalar) and type.kind in "iu"):
            return b.ne(value.word, b.zero)
        if type is FLOAT:
            return b.fne(value.word, b.float(0.0))
        if isinstance(type, Scalar):
            return b.fne(value.word, b.single(0.0) if type.bits == 32 else b.float(0.0))
        if isinstance(type, Buffer):
            return b.ne(value.words[1], b.zero)
        if isinstance(type, Tuple):
            return b.bool(type.items)
        if type is NONE:
            return b.false
        if type is RANGE:
            from .iteration import _range_length

            return b.ne(_range_length(self, *value.words), b.zero)  # type: ignore[arg-type]
        if isinstance(type, Object):
            return b.bool(bool(type.value))
        if isinstance(type, Array):
            return self.truth_of_array(value)
        return self.unsupported(f"the truth of {type.name}")

    # Conversions that the language makes by itself.

    def to_int_word(self, value: Val) -> Value:
        """The signed word of what has an `__index__`; others raise as Python does."""
        type, b = value.type, self.b
        if type is INT or (isinstance(type, Scalar) and type.kind in "iu" and type.dtype != "uint64"):
            return value.word
        if type is UINT or (isinstance(type, Scalar) and type.dtype == "uint64"):
            b.guard(b.le(b.zero, value.word), self.bails("an int beyond 63 bits"))
            if not value.word.is_const and value.word.lo < 0:
                return self.nonnegative(value.word)
            return value.word
        if type is BOOL:
            return b.b2i(value.word)
        if isinstance(type, Array) and type.ndim == 0:
            return self.to_int_word(buffers.Place(value, value.words[0], None, 1).load(self))  # type: ignore[arg-type]
        return self.leave(self.raises(operator.index, value))

    def nonnegative(self, word: Value) -> Value:
        """The word, which a guard has found not to be negative, with that known of it."""
        found = self.b.share(ops.AND, word.type, (word, self.b.word(MAX)))
        found.lo = max(found.lo, 0)
        return found

    def to_float(self, value: Val) -> Value:
        type, b = value.type, self.b
        if type is FLOAT:
            return value.word
        if isinstance(type, Scalar):
            if type.kind == "f":
                return value.word if type.bits == 64 else b.s2f(value.word)
            if type.kind == "b":
                return b.i2f(b.b2i(value.word))
            return b.u2f(value.word) if type.dtype == "uint64" else b.i2f(value.word)
        if type is INT:
            return b.i2f(value.word)
        if type is UINT:
            return b.u2f(value.word)
        if type is BOOL:
            return b.i2f(b.b2i(value.word))
        if isinstance(type, Array) and type.ndim == 0:
            return self.to_float(buffers.Place(value, value.words[0], None, 1).load(self))  # type: ignore[arg-type]
        return self.leave(self.raises(float, value))

    # Attributes, subscripts.

    def x_Attribute(self, node: ast.Attribute) -> Val:
        value = self.lower_expression(node.value)
        return self.attribute(value, node.attr)

    def attribute(self, value: Val, name: str) -> Val:
        type = value.type
        if isinstance(type, Object):
            try:
                return self.session.attribute(self, type.value, name)  # type: ignore[arg-type]
            except AttributeError as error:
                self.unsupported(f"{error}.")
        if isinstance(type, Array):
            found = buffers.array_attribute(self, value, name)  # type: ignore[arg-type]
            if found is not None:
                return found
        if isinstance(type, Scalar) or type in (INT, UINT, FLOAT, BOOL):
            if name in ("real",):
                return value if type is not BOOL else Val(INT, (self.b.b2i(value.word),))
            if name == "imag":
                zero = (
                    numpy_loaded().dtype(type.dtype).type(0)
                    if isinstance(type, Scalar)
                    else 0.0
                    if type is FLOAT
                    else 0
                )
                return self.make_constant(zero)
            if name == "T" and isinstance(type, Scalar):
                return value
            if name in _SCALAR_ATTRIBUTES and isinstance(type, Scalar):
                return self.make_constant(getattr(sample(type), name))
            if name in ("numerator", "denominator") and type in (INT, UINT, BOOL):
                return self.unary("pos", value) if name == "numerator" else self.make_constant(1)
        if isinstance(type, Buffer):
            found = buffers.buffer_attribute(self, value, name)  # type: ignore[arg-type]
            if found is not None:
                return found
        if isinstance(type, Tuple) and name in getattr(type.cls, "_fields", ()):
            return tuple_items(value)[type.cls._fields.index(name)]  # type: ignore[attr-defined]
        if type is RANGE and name in _RANGE_ATTRIBUTES:
            return Val(INT, (value.words[_RANGE_ATTRIBUTES.index(name)],))
        return self.misuse(operator.attrgetter(name), [value], f"the attribute {name!r} of {type.name}")

    def x_Subscript(self, node: ast.Subscript) -> Val:
        value = self.lower_expression(node.value)
        return self.subscript(value, node.slice)

    def subscript(self, value: Val, slice: ast.expr | Given) -> Val:
        """value[slice]"""
        if isinstance(value.type, Tuple):
            return self.tuple_item(value, slice)
        if isinstance(value.type, (Array, Buffer)):
            return buffers.subscript(self, value, slice)  # type: ignore[arg-type]
        if value.type is RANGE:
            return buffers.range_item(self, value, slice)  # type: ignore[arg-type]
        message = f"a subscript of {value.type.name}"
        if isinstance(slice, ast.Slice):
            self.unsupported(message)
        where = self.index(slice)
        known, number = self.constant(value), self.constant(where)
        if isinstance(known, str) and isinstance(number, int) and -len(known) <= number < len(known):
            return self.make_constant(known[number])
        return self.misuse(operator.getitem, [value, where], message)

    def index(self, part: ast.expr | Given) -> Val:
        """The value of an index, which may have been lowered already."""
        return part.value if isinstance(part, Given) else self.lower_expression(part)

    def tuple_item(self, value: Val, index: ast.expr | Given) -> Val:
        items = tuple_items(value)
        if isinstance(index, ast.Slice):
            bounds = []
            for part in (index.lower, index.upper, index.step):
                bound = None if part is None else self.constant(self.lower_expression(part))
                if bound is UNKNOWN:
                    self.unsupported("a slice of a tuple with bounds known at run time only")
                bounds.append(bound)
            try:
                return make_tuple(items[slice(*bounds)])
            except (TypeError, ValueError):
                bad = self.make_constant(tuple(bounds))
                self.leave(self.raises(lambda tuple, bounds: tuple[slice(*bounds)], value, bad))
        where = self.index(index)
        number = self.constant(where)
        if number is not UNKNOWN:
            try:
                return items[operator.index(number)]
            except (IndexError, TypeError):
                self.leave(self.raises(operator.getitem, value, where))
        if not is_number(where.type) or not items:
            self.misuse(operator.getitem, [value, where], "such an index", None, (TypeError, IndexError))
        if where.type is FLOAT or (isinstance(where.type, Scalar) and where.type.kind in "fb"):
            self.leave(self.raises(operator.getitem, value, where))
        word = self.to_int_word(where)
        at = buffers.wrapped(self, word, self.b.word(len(items)), lambda: self.raises(operator.getitem, value, where))  # type: ignore[arg-type]
        return self.choose([(self.b.eq(at, self.b.word(k)), item) for k, item in enumerate(items)])

    def item_at(self, value: Val, number: Value) -> Val:
        return buffers.item_at(self, value, number)  # type: ignore[arg-type]

    def store_item(self, target: ast.Subscript, value: Val) -> None:
        whole = self.lower_expression(target.value)
        if isinstance(whole.type, (Array, Buffer)):
            self.node = target
            buffers.store(self, whole, target.slice, value)  # type: ignore[arg-type]
        else:
            message = f"assignment to an item of {whole.type.name}"
            if isinstance(target.slice, ast.Slice):
                self.unsupported(message, node=target)
            self.node = target
            self.misuse(operator.setitem, [whole, self.lower_expression(target.slice), value], message)

    def unpack_buffer(self, value: Val, count: int) -> list[Val]:
        return buffers.unpack(self, value, count)  # type: ignore[arg-type]

    def truth_of_array(self, value: Val) -> Value:
        return self.unsupported(f"the truth of {value.type.name}", "use len() or .size")

    # Calls.

    def x_Call(self, node: ast.Call) -> Val:
        if any(w.arg is None for w in node.keywords):
            self.unsupported("a call with **")
        if isinstance(node.func, ast.Attribute):
            owner = self.lower_expression(node.func.value)
            if not isinstance(owner.type, Object) or isinstance(owner.type.value, str):
                arguments, keywords = self.arguments(node)
                self.node = node
                return self.method(owner, node.func.attr, arguments, keywords)
            callee = self.attribute(owner, node.func.attr)
        else:
            callee = self.lower_expression(node.func)
        arguments, keywords = self.arguments(node)
        self.node = node
        if not isinstance(callee.type, Object):
            self.misuse(lambda callee: callee(), [callee], f"a call of {callee.type.name}")
        return self.call_object(callee.type.value, arguments, keywords)

    def arguments(self, node: ast.Call) -> tuple[list[Val], dict[str, Val]]:
        arguments: list[Val] = []
        for argument in node.args:
            if not isinstance(argument, ast.Starred):
                arguments.append(self.lower_expression(argument))
                continue
            value = self.lower_expression(argument.value)
            if not isinstance(value.type, Tuple):
                self.unsupported(f"* of {value.type.name}", "how many items there are must be known", argument)
            arguments += tuple_items(value)
        keywords = {str(word.arg): self.lower_expression(word.value) for word in node.keywords}
        return arguments, keywords

    def call_object(self, callee: Any, arguments: list[Val], keywords: dict[str, Val]) -> Val:
        """Calls a Python object that is known while compiling."""
        if getattr(type(callee), "_is_jitted", False):
            ways = self.call_jitted(callee, arguments, keywords)
            if len(ways) > 1:
                from .lowering import NeedsSplit

                raise NeedsSplit(self.position(), ways, made=True)
            return self.made(ways[0][1])  # type: ignore[no-any-return]
        rule = rule_for(callee)
        if rule is not None:
            return rule(self, arguments, keywords)  # type: ignore[arg-type]
        if isinstance(callee, type) and scalar_of(callee) is not None:
            rule_for(numpy_loaded().sqrt)  # loads what is known of numpy
            rule = rule_for(callee)
            if rule is not None:
                return rule(self, arguments, keywords)  # type: ignore[arg-type]
        if isinstance(callee, type) and issubclass(callee, BaseException):
            if keywords:
                self.unsupported("an exception made with keywords")
            value = make_tuple(arguments)
            self.upcall_takes(value)
            return Val(raised_of(callee, value.type.items), value.words)  # type: ignore[attr-defined]
        if isinstance(callee, type) and issubclass(callee, tuple) and is_named_tuple(callee):
            return self.named_tuple(callee, arguments, keywords)
        name = getattr(callee, "__qualname__", None) or repr(callee)
        plain = type(callee) is type(type_of)
        return self.unsupported(
            f"a call of {name}",
            f"decorate {name} with @jit, and it is compiled too" if plain else None,
        )

    def named_tuple(self, cls: Any, arguments: list[Val], keywords: dict[str, Val]) -> Val:
        """A new one, from its fields and their defaults."""
        fields = cls._fields
        values = dict(zip(fields, arguments, strict=False))
        good = len(arguments) <= len(fields) and not any(name in values or name not in fields for name in keywords)
        values.update(keywords)
        for name, default in cls._field_defaults.items():
            if name not in values:
                values[name] = self.make_constant(default)
        if not good or len(values) < len(fields):
            names, count = tuple(keywords), len(arguments)
            self.leave(
                self.raises(
                    lambda *given: cls(*given[:count], **dict(zip(names, given[count:], strict=True))),
                    *arguments,
                    *keywords.values(),
                )
            )
        return make_tuple([values[name] for name in fields], cls)

    def method(self, owner: Val, name: str, arguments: list[Val], keywords: dict[str, Val]) -> Val:
        from .library import methods

        rule = methods.rule_for(owner.type, name)
        if rule is None:
            self.misuse(operator.attrgetter(name), [owner], f"the method {name!r} of {owner.type.name}")
        return rule(self, owner, arguments, keywords)  # type: ignore[arg-type]

    def call_jitted(self, callee: Any, arguments: list[Val], keywords: dict[str, Val]) -> list[tuple[Value, Val]]:
        """Calls a jitted function. For each type that its result may have: whether it has, and the result then."""
        from .lowering import Unreachable

        values = self.session.bind(self, callee, arguments, keywords)  # type: ignore[arg-type]
        for value in values:
            self.upcall_takes(value)
        types = tuple([borrowed(value.type) for value in values])
        spec = self.session.specialise(self, callee, types)  # type: ignore[arg-type]
        if spec.lowering:  # every recursion comes by such a call: a safepoint, as at the end of a loop's iteration
            self.b.poll(self.passes_on())
        words = tuple([word for value in values for word in value.words])
        if not spec.results:  # not known yet, or it never returns
            if spec.complete:
                self.call_specialisation(spec, words)
                self.leave(self.bails("a function returned that never does"))
            raise Unreachable
        results = self.call_specialisation(spec, words)
        if len(spec.results) == 1:
            type = spec.results[0]
            return [(self.b.true, Val(type, tuple(results)))]
        ways = []
        for number, type in enumerate(spec.results):
            if results[0].is_const and results[0].attr != number:  # inlined, and these arguments decide it
                continue
            value = self.alternative(type, results[1:])
            ways.append((self.b.eq(results[0], self.b.word(number)), value))
        return ways


class Given:
    """An index that has been lowered already, in the place of its syntax."""

    __slots__ = ("value",)

    def __init__(self, value: Val) -> None:
        self.value = value


_SCALAR_ATTRIBUTES = ("dtype", "ndim", "size", "itemsize", "nbytes", "shape", "strides")
_RANGE_ATTRIBUTES = ("start", "stop", "step")
_NAMES = {
    "List": "a list", "Dict": "a dict", "Set": "a set", "ListComp": "a list comprehension", "Lambda": "a lambda",
    "DictComp": "a dict comprehension", "SetComp": "a set comprehension", "GeneratorExp": "a generator expression",
    "Await": "await", "Yield": "yield", "YieldFrom": "yield from", "Starred": "a starred expression",
}  # fmt: skip
