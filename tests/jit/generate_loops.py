"""Random loops over arrays for the fuzzer: such as a compiler spreads over lanes of vectors, and such as look alike.

A program is one function with some loops, element by element, reductions, conditions, stencils, early exits, nests,
over arrays long enough for vectors, that may be views of one another at any distance. The same seed gives the same
program.
"""

from __future__ import annotations

import ast
import random
import re

from .generate import Program

INTS = ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64")
FLOATS = ("float64", "float64", "float32")
NAMES = ("a", "b", "c")


def generate(seed: int) -> Program:
    program = _Loops(random.Random(seed)).program()
    rng = random.Random(f"helpers {seed}")
    return program._replace(source=with_helpers(program.source, rng)) if rng.random() < 0.3 else program


def with_helpers(source: str, rng: random.Random) -> str:
    """The source with some of what it stores, or the stores themselves, in functions of their own."""
    helpers: list[str] = []

    def function(body: ast.stmt) -> str:
        """A call of a new function with that body, which reads what it is passed."""
        names = sorted({node.id for node in ast.walk(body) if isinstance(node, ast.Name)} - _FUNCTIONS)
        helpers.append(f"def h{len(helpers)}({', '.join(names)}):\n    {ast.unparse(body)}\n\n\n")
        return f"h{len(helpers) - 1}({', '.join(names)})"

    lines = source.splitlines()
    for number, line in enumerate(lines):
        text = line.lstrip()
        found = re.match(r"(\w+(?:\[.*\])?) (\W*=) (.+)$", text)
        if found is None or ";" in text or len(line) - len(text) < 8 or rng.random() < 0.4:
            continue
        target, assigns, value = found.groups()
        if "[" in target and rng.random() < 0.3:
            line = function(ast.parse(text).body[0])
        else:
            line = f"{target} {assigns} {function(ast.parse(f'return {value}').body[0])}"
        lines[number] = " " * (len(lines[number]) - len(text)) + line
    return "".join(helpers) + "\n".join(lines) + "\n"


_FUNCTIONS = frozenset(("int", "float", "abs", "min", "max", "len", "range"))


class _Loops:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.lines: list[str] = []
        self.floats = rng.random() < 0.45
        pool = FLOATS if self.floats else INTS
        first = rng.choice(pool)
        mixed = rng.random()
        self.dtypes = {
            name: first if mixed < 0.5 else rng.choice(pool if mixed < 0.85 else (*INTS, *FLOATS)) for name in NAMES
        }
        self.flags = [name for name in "bc" if rng.random() < 0.1]  # arrays of bools
        self.dtypes.update(dict.fromkeys(self.flags, "bool"))
        self.accumulators = ["s", "t"]
        self.plain = rng.random() < 0.5  # whether elements become Python's numbers first
        self.buffers = rng.random() < 0.2
        self.nested = False
        self.step = ""
        """What indices are mostly multiplied by, in loops over elements that take turns."""
        self.width = 0
        self.rounds = False
        """Whether a loop inside goes through their parts."""

    def program(self) -> Program:
        rng = self.rng
        start = rng.choice(("0", "0", "0.0", "1", "k"))
        self.put(1, f"s = {start}; t = {rng.choice(('0', '0.0', 'a[0]', 'k'))}; n = len(a)")
        if rng.random() < 0.15:  # made here, of a length that nothing is known of
            self.put(
                1,
                f"{rng.choice('bc')} = np.zeros({rng.choice(('n', 'n + 1', 'len(b) + k % 5'))}, np.{self.dtypes['a']})",
            )
        if rng.random() < 0.15:  # what loops may rely on
            self.put(1, rng.choice(("if k < 0: return s", "if not 0 <= k < n: k = 1", "assert k > 0", "k = min(k, 9)")))
        for _ in range(rng.choice((1, 1, 1, 2))):
            self.loop()
        self.put(1, f"return {rng.choice(('s, t', 's', 's, t, n'))}")
        source = "def f(a, b, c, k, x):\n" + "\n".join(self.lines) + "\n"
        return Program(source, tuple(self.arguments() for _ in range(3)))

    def put(self, depth: int, line: str) -> None:
        self.lines.append("    " * depth + line)

    def loop(self) -> None:
        rng = self.rng
        kind = rng.random()
        if kind < 0.54:
            head = rng.choice(
                (
                    "range(len(a))",
                    "range(n)",
                    "range(1, n - 1)",
                    "range(n - 1, -1, -1)",
                    "range(0, n, 2)",
                    "range(k, n)",
                    "range(min(len(a), len(b), len(c)))",
                    "range(3, n - 3)",
                    "range(n + 1)",
                )
            )
            self.put(1, f"for i in {head}:")
            self.body(2, "i")
        elif kind < 0.60:
            self.interleaved()
        elif kind < 0.62:
            self.window()
        elif kind < 0.72:
            self.put(1, f"i = {rng.choice(('0', 'k', '1'))}")
            self.put(1, f"while i < {rng.choice(('n', 'n - 2', 'len(b)'))}:")
            self.body(2, "i")
            self.put(2, f"i += {rng.choice((1, 1, 2))}")
        elif kind < 0.75:
            self.outer()
        elif kind < 0.79:
            self.collect()
        elif kind < 0.81:
            self.shift()
        elif kind < 0.86:
            self.put(1, f"for v in {rng.choice(NAMES)}:")
            self.reduce(2, self.of("v"))
            if rng.random() < 0.3:
                self.reduce(2, self.of("v"))
        elif kind < 0.88:
            self.recurrence()
        elif kind < 0.90:
            self.turns()
        elif kind < 0.92:
            self.previous()
        elif kind < 0.94:
            self.nearest()
        elif kind < 0.95 and self.floats:
            self.busy()
        elif kind < 0.96:
            self.bits()
        else:
            self.put(1, f"for j in range({rng.choice(('3', '4', 'n // 16', 'k % 5'))}):")
            if rng.random() < 0.4:
                self.put(2, rng.choice(("t = 0", "t = 0.0", "s = 0")))
            self.put(2, f"for i in range({rng.choice(('n', 'n // 2', '16', 'n // 8'))}):")
            self.nested = True
            self.body(3, "i")
            self.nested = False
            if rng.random() < 0.5:
                self.put(2, f"{rng.choice(NAMES)}[j] = {rng.choice(('t', 's', 'a[j]'))}")

    def recurrence(self) -> None:
        """A generator of numbers or a hash: its rounds can be composed, and what they look at may be looked at."""
        rng = self.rng
        mask = rng.choice(("& 0xFFFFFFFF", "% 2**31", "& 255", "& 0xFFFFFFFFFFFFFFFF", "% 65536"))
        factor = rng.choice(("3", "31", "-7", "16777619", "1103515245", "6364136223846793005"))
        rest = rng.choice(("12345", "i", "int(s)", "(i ^ k)", "-1"))
        h = rng.choice(("h", "h", "(h ^ i)", "(h >> 3)"))
        head = rng.choice(
            ("for i in range(n)", "for i in range(n, -9, -2)", "for i in range(k & 63, 70)", "while i != n")
        )
        self.put(1, "h = k & 0xFFFF; i = 0")
        self.put(1, f"{head}:")
        step = rng.choice((f"{factor} * {h} + {rest}", f"{rest} - {h} * {factor}", f"({h} << 5) + h"))
        self.put(2, f"h = ({step}) {mask}")
        if rng.random() < 0.4:
            self.put(2, rng.choice(("s = h", "t = t + (h & 7)", "s = (h >> 4) & 7")))
        if head.startswith("while"):
            self.put(2, "i += 1")
        self.put(1, "t = t + (h & 1)")

    def previous(self) -> None:
        """What an iteration has found is wanted by the next one."""
        rng = self.rng
        last = rng.choice(("0", "1", "False", "k", "a[0]", "0.5", "int(x)", "True"))
        self.put(1, f"last = {last}; m = {rng.choice(('0', 'k'))}")
        self.put(1, f"for i in {rng.choice(('range(n)', 'range(1, n)', 'range(n - 1, 0, -1)', 'range(0, n, 2)'))}:")
        here = self.value("i", rng.choice((0, 0, 1)))
        if rng.random() < 0.1:
            self.put(2, rng.choice(("if i >= len(b): break", "if i >= len(c) - 1: break", "if a[i] > 90: break")))
        if rng.random() < 0.3:
            self.put(2, f"{rng.choice(NAMES)}[i] = {self.value('i', 1)}")
        self.put(2, f"v = {rng.choice((here, here, f'{here} > 2'))}")
        for _ in range(rng.choice((1, 1, 2))):
            use = rng.choice(
                (
                    "if v != last: s += 1",
                    "t += v - last",
                    "if last and not v: t += 1",
                    "a[i] = v - last",
                    "b[i] = last",
                    "c[i] = v if last > 2 else m",
                    "if v > 90: break",
                    "m = last",
                    "if last == v: s += i",
                )
            )
            self.put(2, use)
        self.put(
            2,
            rng.choice(
                (
                    "last = v",
                    "last = v",
                    "last = v",
                    "last = v > 3",
                    "last = v if v > 1 else 0",
                    "if v > 20: last = False\n        elif not last: last = True; s += 1",
                    "if v > 2 or i == 7: last = v\n        elif v < -1: last = 5\n        else: last = -v",
                    "if v > 2: last = v",
                )
            ),
        )
        self.put(1, "s += last")
        self.put(1, "t += m")

    def turns(self) -> None:
        """Stores that take turns, most often without gaps."""
        rng = self.rng
        count = rng.choice((2, 2, 2, 4, 3))
        name, first = rng.choice(NAMES), rng.choice((0, 0, 0, 1, -1))
        self.put(1, f"for i in {rng.choice((f'range(n // {count})', f'range(1, n // {count})', 'range(n)'))}:")
        depth = 2
        if rng.random() < 0.3:
            self.put(2, f"if {self.condition('i')}:")
            depth = 3
        places = [*range(first, first + count)]
        if rng.random() < 0.3:
            rng.shuffle(places)
        if rng.random() < 0.15:
            places.append(rng.choice((*places, count)))
        if rng.random() < 0.1:
            places.pop()
        for place in places:
            self.put(depth, f"{name}[{count} * i + {place}] = {self.value(rng.choice(('i', 'i', f'i * {count}')), 1)}")
            if rng.random() < 0.1:
                self.simple(depth, "i")

    def interleaved(self) -> None:
        """A loop over pixels, points, pairs: elements that take turns, read and written, all of them or some."""
        rng = self.rng
        self.width = rng.choice((2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8))
        self.step = str(self.width)
        if rng.random() < 0.3:  # known only when it runs
            self.put(1, f"m = {rng.choice((f'{self.width} if k < 200 else {self.width - 1}', 'k', 'len(b) % 5'))}")
            self.step = "m"
        count = f"n // {self.width}"
        heads = (f"range({count})",) * 4
        heads += (f"range(1, {count})", f"range({count} - 1, -1, -1)", f"range(k, {count})", f"range({count} + 1)")
        if self.step == "m":
            heads += ("range(n // m if m > 0 else 0)",)
        self.put(1, f"for i in {rng.choice(heads)}:")
        for _ in range(rng.choice((1, 1, 2, 3))):
            way = rng.random()
            name = rng.choice(NAMES)
            if way < 0.3:
                self.put(2, f"{name}[i] = {self.value('i', rng.choice((0, 1, 2, 2)))}")
            elif way < 0.5:
                self.reduce(2, self.value("i", rng.choice((1, 2))))
            elif way < 0.6:
                self.body(2, "i")
            elif way < 0.75:
                self.put(2, f"for d in range({rng.choice((self.width, self.width, 3, 2))}):")
                self.rounds = True
                if rng.random() < 0.3:
                    self.reduce(3, self.value("i", 2))
                if rng.random() < 0.8:
                    assigns = rng.choice(("=", "=", "=", "+=", "-="))
                    self.put(3, f"{name}[{self.step} * i + d] {assigns} {self.value('i', rng.choice((0, 1, 2)))}")
                else:
                    self.body(3, "i")
                self.rounds = False
            else:
                places = [*range(self.width)]
                if rng.random() < 0.2:
                    rng.shuffle(places)
                if rng.random() < 0.1:
                    places.pop()
                assigns = rng.choice(("=", "=", "=", "+="))
                values = [self.value("i", rng.choice((0, 1))) for _ in places]
                if rng.random() < 0.4:  # all are read before
                    self.put(2, "; ".join(f"p{place} = {value}" for place, value in zip(places, values, strict=True)))
                    values = [f"p{place}" for place in places]
                for place, value in zip(places, values, strict=True):
                    self.put(2, f"{name}[{self.step} * i + {place}] {assigns} {value}")
        self.step = ""

    def shift(self) -> None:
        """A loop whose condition looks at what the body moves, as those of sorts do."""
        rng = self.rng
        name, by = rng.choice(NAMES), rng.choice(("1", "1", "2", "k", "3"))
        self.put(1, f"for i in {rng.choice(('range(n)', 'range(1, n)', 'range(k, n)', 'range(n - 1, -1, -3)'))}:")
        self.put(
            2, f"v = {name}[{rng.choice(('i', 'i', '-i', 'i - 1'))}]; j = {rng.choice(('i', 'i', 'i - 1', 'k'))}; m = 0"
        )
        least = rng.choice((f"j >= {by}", f"j > {by}", "j >= 0", "j > -n", "j"))
        self.put(
            2, f"while {least} and m < 20 and {name}[j - {by}] {rng.choice(('>', '<', '!='))} {rng.choice(('v', 'x'))}:"
        )
        self.put(3, f"{rng.choice((name, name, *NAMES))}[{rng.choice(('j', 'j', 'j - 1'))}] = {name}[j - {by}]")
        self.put(3, f"j -= {by}; m += 1")
        self.put(2, f"{name}[j] = v; s += m")

    def outer(self) -> None:
        """A loop whose iterations each go round a loop of their own."""
        rng = self.rng
        self.put(1, f"for i in {rng.choice(('range(n)', 'range(n - 8)', 'range(1, n // 2)', 'range(len(b))'))}:")
        if rng.random() < 0.8:
            self.put(
                2,
                rng.choice(
                    (
                        "t = 0",
                        "t = 0.0",
                        "t = 1",
                        "t = x",
                        self.of("t = a[i]")
                        .replace("int(t = a[i])", "t = int(a[i])")
                        .replace("float(t = a[i])", "t = float(a[i])"),
                    )
                ),
            )
        spans = (
            "3",
            "5",
            "k % 6",
            "len(c)",
            "n // 16",
            "1, 4",
            "i",
            "-1, 2",
            "i - 1, i + 2",
            "8",
            "4, -1, -2",
            "k, k + 2",
        )
        self.put(2, f"for j in range({rng.choice(spans)}):")
        if rng.random() < 0.2:
            self.put(3, f"if {self.condition(rng.choice(('i', 'j')))}: {rng.choice(('break', 'continue', 's += j'))}")
        for _ in range(rng.choice((1, 1, 2))):
            kind = rng.random()
            if kind < 0.7:
                self.reduce(3, self.value(rng.choice(("i", "j", "i", "i + j", "i * 4 + j")), rng.choice((0, 1, 1))))
            elif kind < 0.85:
                self.put(3, f"t = t * {self.value('j', 0)} + {self.value('i', 0)}")
            else:
                self.put(3, f"if {self.condition(rng.choice(('i', 'j')))}:")
                self.reduce(4, self.value(rng.choice(("i", "j")), 0))
        if rng.random() < 0.8:
            self.put(2, f"{rng.choice(NAMES)}[i] = {rng.choice(('t', 's', 't'))}")
        else:
            self.put(2, "s += t")

    def bits(self) -> None:
        """A loop that counts the bits of a number, or something like it."""
        rng = self.rng
        self.put(1, f"for i in {rng.choice(('range(n)', 'range(n - 1, 0, -2)', 'range(len(b))'))}:")
        self.put(2, f"v = {rng.choice(('i', 'i', 'int(a[i]) & 255', 'abs(k) + i', 'i % 5', 'abs(int(b[i % 3]))'))}")
        self.put(2, rng.choice(("m = 0", "m = k", "m = 2**63 - 40", "m = 0.0")))
        self.put(2, f"while {rng.choice(('v', 'v', 'v > 0', 'v != 0', 'v > 1'))}:")
        self.put(3, rng.choice(("v &= v - 1", "v = v & (v - 1)", "v >>= 1", "v //= 2", "v >>= 2")))
        self.put(3, rng.choice(("m += 1", "m += 1", "m += 3", "m -= 1", "m += v", "m += 1; w = v")))
        self.put(2, rng.choice(("s = m", "t = v", "s = m - v", "t = m & 7")))

    def nearest(self) -> None:
        """A search for the least or greatest in each iteration, which may begin with a number of another type."""
        rng = self.rng
        self.put(1, f"for i in {rng.choice(('range(n)', 'range(n - 8)', 'range(1, n // 2)', 'range(len(b))'))}:")
        self.put(
            2, f"m = {rng.choice(('1e300', '0.0', '0', 'x', '1.5', 'a[i]'))}; w = {rng.choice(('0', '-1', '0.0'))}"
        )
        self.put(2, f"for j in range({rng.choice(('3', '5', 'k % 6', 'len(c)', 'n // 16', '1, 4', 'i'))}):")
        if rng.random() < 0.3:
            self.put(3, f"v = ({self.value('i', 0)} - {self.value('j', 0)}) ** 2 + ({self.value('i', 0)}) ** 2")
        else:
            self.put(3, f"v = {self.value('i', 0)} - {self.value(rng.choice(('j', 'i + j', 'i * 2 + j')), 1)}")
        self.put(3, f"if v {rng.choice(('<', '<', '>', '<='))} m:")
        self.put(4, rng.choice(("m, w = v, j", "m = v; w = j", "m = v", "m = v; w = v", "m = v; s += 1")))
        if rng.random() < 0.4:
            self.put(2, f"if {self.value('i', 0)} != w:")
            self.put(3, f"{rng.choice(NAMES)}[i] = {rng.choice(('w', 'm', '1'))}; t += 1")
        elif rng.random() < 0.5:
            self.put(2, f"{rng.choice(NAMES)}[i] = {rng.choice(('w', 'm', 'm + w'))}")
        self.put(2, rng.choice(("s += m", "s += w", "t -= m", "s += m; t += w", "s = m")))

    def busy(self) -> None:
        """Sums of floats whose terms take longer than to add them."""
        rng = self.rng
        self.put(1, f"for i in {rng.choice(('range(n)', 'range(1, n)', 'range(n - 1, -1, -1)', 'range(0, n, 2)'))}:")
        name = rng.choice(self.accumulators)
        for _ in range(rng.choice((1, 1, 2, 3))):
            term = f"({self.value('i', 1)} - {self.value('i', 0)}) ** 2 / (1.5 + abs({self.value('i', 1)}))"
            if rng.random() < 0.3:
                term = f"({self.value('i', 1)}) ** 2"
            depth = 2
            if rng.random() < 0.4:
                self.put(2, f"if {self.condition('i')}:")
                depth = 3
            self.put(depth, f"{name} {rng.choice('++-*/')}= {term}")
            if depth == 3 and rng.random() < 0.4:
                self.put(2, "else:")
                self.put(3, f"{name} {rng.choice('+-')}= {self.value('i', 1)}")

    def window(self) -> None:
        """A loop whose iterations each look at what lies around, up to the ends and beyond."""
        rng = self.rng
        self.put(1, f"r = {rng.choice(('1', '2', 'k % 4', 'k % 7', 'len(c) % 5', 'min(abs(k), 40)'))}")
        heads = ("range(r, n - r)", "range(r, n - r)", "range(n)", "range(r, n - r + 1)", "range(2, n // 2)")
        spans = ("-r, r + 1", "-r, r + 1", "r", "-1, 2", "2 * r + 1", "len(c) % 9", "3")
        self.put(1, f"for i in {rng.choice((*heads, 'range(n - 1, r, -1)'))}:")
        self.put(2, rng.choice(("t = 0", "t = 0", "t = 0.0", "t = 3")))
        self.put(2, f"for d in range({rng.choice(spans)}):")
        depth, at = 3, rng.choice(("i + d", "i + d", "i - r + d", "i - d", "i - len(c) // 2 + d"))
        if rng.random() < 0.4:
            self.put(3, f"for e in range({rng.choice((*spans, 'd'))}):")
            depth, at = 4, rng.choice((at, f"{at} + e", f"{at} + e * 8"))
        element = self.of(f"{rng.choice(NAMES)}[{at}]")
        factor = rng.choice(("", "", " * c[d]", f" * {self.of('b[d]')}", " * x", " * k"))
        if rng.random() < 0.15:
            self.put(depth, f"t = max(t, {element}{factor})")
        else:
            self.put(depth, f"t {rng.choice(('+', '+', '+', '-', '|' if not self.floats else '+'))}= {element}{factor}")
        by = rng.choice(("(2 * r + 1)", "k", "n", "len(c)", "r", "(r + 1) ** 2", "9"))
        how = rng.choice(("t", "t", f"t // {by}", f"t // {by}", f"abs(t) // {by}", f"t % {by}", "(t >> 2) & 127"))
        if self.floats:
            how = how.replace("(t >> 2) & 127", "t * 0.5")
        self.put(2, rng.choice((f"{rng.choice(NAMES)}[i] = {how}", f"b[i] = {how}", f"s += {how}")))

    def collect(self) -> None:
        """A nest whose inner loop collects in memory, beside what may overlap the place."""
        rng = self.rng
        self.put(1, f"for i in {rng.choice(('range(n)', 'range(n - 8)', 'range(1, n // 2)', 'range(len(b))'))}:")
        name = rng.choice(NAMES)
        place = rng.choice(("i", "i", "i", "i + 1", "n - 1 - i", "k", "0", "i * 2"))
        if rng.random() < 0.4:
            self.put(2, f"{name}[{place}] = {rng.choice(('0', 'x', self.value('i', 1)))}")
        self.put(2, f"for j in range({rng.choice(('3', '20', 'k % 6', 'len(c)', 'n', 'n // 16', 'i', '-1, 2'))}):")
        depth = 3
        if rng.random() < 0.15:
            self.put(3, f"for m in range({rng.choice(('2', 'j', 'n // 8'))}):")
            depth = 4
        self.nested = True
        for _ in range(rng.choice((1, 1, 1, 2))):
            op = rng.choice("+++-|^" if not self.floats else "+++-*")
            self.put(depth, f"{name}[{place}] {op}= {self.value(rng.choice(('j', 'j', 'i + j', 'j * 4 + i')), 1)}")
            if rng.random() < 0.25:
                self.statement(depth, rng.choice(("j", "i + j")))
            if rng.random() < 0.25:
                name, place = rng.choice(NAMES), rng.choice(("i", "j", "k", "i + 1"))
        self.nested = False
        if rng.random() < 0.3:
            self.put(2, f"{name}[i] = {self.value('i', 1)}")

    def body(self, depth: int, i: str) -> None:
        for _ in range(self.rng.choice((1, 1, 2))):
            self.statement(depth, i)

    def statement(self, depth: int, i: str) -> None:
        rng = self.rng
        kind = rng.random()
        if kind < 0.4:
            self.put(depth, f"{rng.choice(NAMES)}[{self.index(i)}] = {self.value(i, 2)}")
        elif kind < 0.6:
            self.reduce(depth, self.value(i, 1))
        elif kind < 0.66:
            self.meeting(depth, i)
        elif kind < 0.85:
            self.put(depth, f"if {self.condition(i)}:")
            self.simple(depth + 1, i)
            if rng.random() < 0.4:
                self.put(depth, "else:")
                self.simple(depth + 1, i)
        elif kind < 0.92:
            self.put(depth, f"if {self.condition(i)}:")
            self.put(depth + 1, rng.choice(("break", "return i", "raise ValueError(i)", "continue")))
            if self.lines[-1].endswith("continue") and any(line.lstrip().startswith("while") for line in self.lines):
                self.lines[-1] = "    " * (depth + 1) + "break"
            self.simple(depth, i)
        else:
            self.put(depth, f"v = {self.value(i, 1)}")
            self.put(depth, f"if v {rng.choice(('<', '>', '<=', '>='))} {rng.choice(('s', 't'))}:")
            name = self.lines[-1].rstrip(":")[-1]
            self.put(depth + 1, f"{name} = v")

    def meeting(self, depth: int, i: str) -> None:
        """All ways store to the same place, what they find near by: that can be one store, and a selection."""
        rng = self.rng
        name, index = rng.choice(NAMES), self.index(i)
        near = [
            f"{other}[{index} {by}]" for other in (name, name, rng.choice(NAMES)) for by in ("", "+ 1", "- 1", "- 2")
        ]
        heads = [f"if {self.condition(i)}:", *[f"elif {self.condition(i)}:"] * rng.choice((0, 0, 1)), "else:"]
        for head in heads:
            self.put(depth, head)
            if rng.random() < 0.15:
                self.simple(depth + 1, i)
            one, two = self.of(rng.choice(near)), self.of(rng.choice(near))
            stored = (one, f"max({one}, {two})", f"min({one}, {two})", f"{one} + 1", f"{one} - {two}", self.value(i, 1))
            self.put(depth + 1, f"{name}[{index}] = {rng.choice(stored)}")
            if rng.random() < 0.1:
                self.simple(depth + 1, i)

    def simple(self, depth: int, i: str) -> None:
        if self.flags and self.rng.random() < 0.5:
            self.put(depth, f"{self.rng.choice(self.flags)}[{self.index(i)}] = {self.rng.choice(('True', 'False'))}")
        elif self.rng.random() < 0.5:
            self.put(depth, f"{self.rng.choice(NAMES)}[{self.index(i)}] = {self.value(i, 1)}")
        else:
            self.reduce(depth, self.value(i, 1))

    def reduce(self, depth: int, value: str) -> None:
        rng = self.rng
        name = rng.choice(self.accumulators)
        op = rng.choice(("+", "+", "+", "-", "|", "^", "&", "*") if not self.floats else ("+", "+", "-", "*"))
        if rng.random() < 0.2:
            value = "1"
            op = "+"
        if rng.random() < 0.15:
            self.put(depth, f"{name} = {rng.choice(('max', 'min'))}({name}, {value})")
        else:
            self.put(depth, f"{name} {op}= {value}")

    def index(self, i: str) -> str:
        rng = self.rng
        if self.step and rng.random() < 0.85:
            least = rng.choice((0, 0, 0, 0, 0, 0, -1, 1))
            if self.rounds and rng.random() < 0.7:
                return rng.choice((f"{self.step} * {i} + d", f"{self.step} * {i} + d", f"{i} + d", "d", f"{i} * 2 - d"))
            return f"{self.step} * {i} + {rng.randrange(least, self.width + least)}"
        if self.nested and rng.random() < 0.3:
            return rng.choice((f"j * 8 + {i}", "j", f"{i} + j", f"{i} * 2 + j"))
        if rng.random() < 0.06:  # round the ends
            by = rng.choice(("+ 1", "- 1", "- 1", "+ 2", "- 3", "+ k", "* 2"))
            return f"({i} {by}) % {rng.choice(('n', 'n', 'len(b)', 'k', '37', 'len(c)'))}"
        return rng.choice((i, i, i, i, f"{i} + 1", f"{i} - 1", f"n - 1 - {i}", f"{i} + 2", f"{i} - k", f"{i} * 2", "k"))

    def of(self, element: str) -> str:
        if not self.plain:
            return element
        return f"{'float' if self.floats else 'int'}({element})"

    def value(self, i: str, depth: int) -> str:
        rng = self.rng
        kind = rng.random()
        if depth == 0 or kind < 0.35:
            index = self.index(i)
            if rng.random() < 0.08:  # gathered, perhaps from where nothing is
                index = rng.choice((f"int(b[{i}]) % n", f"int(c[{i}])", f"abs(int(a[{i}])) % 64", f"int(b[{i}]) & 31"))
            element = self.of(f"{rng.choice(NAMES)}[{index}]")
            return rng.choice(
                (element, element, element, element, i, "k", "x", str(rng.choice((0, 1, 2, 3, 100, 255))))
            )
        left, right = self.value(i, depth - 1), self.value(i, depth - 1)
        if self.floats:
            if kind < 0.45:
                return f"{left} ** 2" if left[0].isalpha() else f"({left}) ** 2"
            if kind < 0.9:
                return f"({left} {rng.choice('+-**/')} {right})"
            return rng.choice(
                (f"abs({left})", f"-{left}", f"max({left}, {right})", f"({left} if {left} > x else {right})")
            )
        if kind < 0.75:
            return f"({left} {rng.choice(('+', '-', '*', '&', '|', '^'))} {right})"
        return rng.choice(
            (
                f"({left} // {rng.choice((2, 3, 7, 9, 10))})",
                f"({left} % {rng.choice((2, 4, 5, 7))})",
                f"({left} >> {rng.choice((1, 2, 4, 8))})",
                f"({left} << {rng.choice((1, 2, 5))})",
                f"(({left} {rng.choice('+-')} {rng.choice('kx')}) % {rng.choice((3, 7, 26, 300))})",
                f"min({left}, {right})",
                f"abs({left})",
                f"(({left} + {right}) & 255)",
                f"({left} * 0.5)",
                f"({left} if {left} > k else {right})",
            )
        )

    def condition(self, i: str) -> str:
        rng = self.rng
        left = self.value(i, 1)
        if self.flags and rng.random() < 0.6:
            return f"{rng.choice(('', 'not '))}{rng.choice(self.flags)}[{self.index(i)}]"
        right = rng.choice((self.value(i, 0), "k", "x", "3"))
        simple = f"{left} {rng.choice(('<', '>', '==', '!=', '<=', '>='))} {right}"
        if rng.random() < 0.2:
            return f"{simple} {rng.choice(('and', 'or'))} {self.value(i, 0)} > 1"
        if rng.random() < 0.2:
            return rng.choice(
                (
                    f"{rng.randrange(-2, 9)} <= {left} {rng.choice(('<', '<='))} {rng.randrange(3, 60)}",
                    f"{left} == 3 or {left} == {rng.choice((2, 4, 7, 9))}",
                    f"0 <= {i} + k < n",
                    f"{left} < 2 or {left} > {rng.choice((1, 5, 40, 255))}",
                    f"{i} < 0 or {i} >= len(b)",
                    f"{left} != 5 and {left} != 4 and {left} != 6",
                )
            )
        return simple

    def arguments(self) -> str:
        rng = self.rng
        length = rng.choice((0, 1, 5, 17, 40, 64, 100, 131, 200)) * (rng.choice((1, 2, 4)) if self.width else 1)
        k = rng.choice(("0", "1", "2", "3", "7", "-1", "100", "2**40", "2**62"))
        x = (
            rng.choice(("0.5", "0.0", "-1.0", "1.5", "1e300"))
            if self.floats
            else rng.choice(("3", "100", "-1", "2**33"))
        )
        parts: list[str] = []
        shared = rng.random() < 0.4
        for name in NAMES:
            dtype = self.dtypes[name]
            if shared and name != "a" and dtype == self.dtypes["a"]:
                shift = rng.choice((0, 0, 1, 2, 3, 8, 16, 31))
                parts.append(
                    rng.choice((f"w[{shift}:][:{length}]", f"w[:{length}]", f"w[{shift}::2]", f"w[{shift}:][::-1]"))
                )
                continue
            size = max(length + rng.choice((0, 0, 0, 40, -1)), 0)
            text = self.array(dtype, size + 40 if name == "a" and shared else size)
            if name == "a" and shared:
                text = f"(w := {text})[{rng.choice((0, 4, 16))}:][:{length}]"
            elif self.buffers and not shared and dtype in _CODES:
                text = f"array('{_CODES[dtype]}', {text}.tobytes())"
            parts.append(text)
        return ", ".join((*parts, k, x))

    def array(self, dtype: str, size: int) -> str:
        rng = self.rng
        seed = rng.randrange(1000)
        if dtype == "bool":
            return f"(np.random.default_rng({seed}).random({size}) < 0.4)"
        if dtype.startswith("float"):
            whole = f"np.random.default_rng({seed}).uniform(-2, 2, {size})"
            if rng.random() < 0.2:
                whole = f"np.random.default_rng({seed}).choice([0.0, -0.0, 1.0, np.nan, np.inf, -1.5], {size})"
            return f"{whole}.astype('{dtype}')"
        bits, signed = int(dtype.strip("uint")), dtype[0] == "i"
        low, high = (-(1 << bits - 1), 1 << bits - 1) if signed else (0, 1 << bits)
        if rng.random() < 0.5:
            low, high = max(low, -9), min(high, 100)
        return f"np.random.default_rng({seed}).integers({low}, {high}, {size}, dtype='{dtype}')"


_CODES = {
    "int8": "b",
    "uint8": "B",
    "int16": "h",
    "uint16": "H",
    "int32": "i",
    "uint32": "I",
    "int64": "q",
    "float32": "f",
    "float64": "d",
}
"""array.array's letters."""
