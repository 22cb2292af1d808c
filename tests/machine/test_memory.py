"""Executable memory: what is allocated, what the kernel says about it, and that nothing breaks under refusal,
fork, threads, signals and load. Whatever could crash, or uses up something, runs in a child process."""

import ctypes
import errno
import gc
import itertools
import os
import platform
import struct
import subprocess
import sys
import textwrap
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jitney
from jitney.errors import ExecutableMemoryError, JitneyError
from jitney.machine import memory
from jitney.machine.memory import Arena, Block, arena

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="runs x86-64 code on Linux"
)

PAGE = os.sysconf("SC_PAGE_SIZE")
ANSWER = b"\xb8\x2a\x00\x00\x00\xc3"  # mov eax, 42; ret


def returns(number):
    """Code that returns `number`: mov eax, imm32; ret."""
    return b"\xb8" + struct.pack("<i", number) + b"\xc3"


def call(block):
    return ctypes.CFUNCTYPE(ctypes.c_int)(block.text_address)()


def mappings(of):
    """(start, end, permissions) of each mapping that touches an arena's range, from the kernel."""
    found = []
    with open("/proc/self/maps") as lines:
        for line in lines:
            addresses, permissions = line.split()[:2]
            start, end = (int(part, 16) for part in addresses.split("-"))
            if start < of._base + of.reserved and end > of._base:
                found.append((start, end, permissions))
    return found


def permissions_at(of, address):
    (found,) = [p for start, end, p in mappings(of) if start <= address < end]
    return found


def resident(address, size):
    """How many bytes of a span are in memory, from the kernel."""
    with open("/proc/self/pagemap", "rb", buffering=0) as file:
        file.seek(address // PAGE * 8)
        entries = struct.unpack(f"<{size // PAGE}Q", file.read(size // PAGE * 8))
    return sum(entry >> 63 for entry in entries) * PAGE


# What a child may use; its own text follows.
PRELUDE = """
import ctypes, gc, os, random, resource, signal, sys, threading, time
from jitney.errors import ExecutableMemoryError
from jitney.machine.memory import Arena, arena
ANSWER = bytes.fromhex("b82a000000c3")
def returns(number):
    return b"\\xb8" + number.to_bytes(4, "little") + b"\\xc3"
prototype = ctypes.CFUNCTYPE(ctypes.c_int)
def call(block):
    return prototype(block.text_address)()
def made(text=ANSWER, data=b""):
    block = arena().allocate(len(text), len(data))
    block.write(text, data)
    return block
def mappings():
    base, end = arena()._base, arena()._base + arena().reserved
    spans = (line.split()[0].split("-") for line in open("/proc/self/maps"))
    return sum(base <= int(start, 16) < end for start, _ in spans)
libc = ctypes.CDLL(None, use_errno=True)
"""


def child(source, expected=0):
    """Run a program with the prelude in a process of its own and return its output; it must end with status 0."""
    env = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(jitney.__file__))}
    program = PRELUDE + textwrap.dedent(source)
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", program], env=env, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == expected, f"status {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture
def small():
    """An arena of its own, of the smallest size."""
    made = Arena(memory.SMALLEST_RANGE)
    yield made
    gc.collect()
    made._system.munmap(made._base, made.reserved)


# What a block is


def test_bytes_run():
    block = arena().allocate(len(ANSWER))
    block.write(ANSWER)
    assert call(block) == 42


def test_text_reaches_data_by_a_32_bit_displacement():
    block = arena().allocate(7, 8)
    # mov eax, [rip + displacement]; ret
    text = b"\x8b\x05" + struct.pack("<i", block.data_address - (block.text_address + 6)) + b"\xc3"
    block.write(text, struct.pack("<i", -7))
    assert call(block) == -7
    ctypes.c_int.from_address(block.data_address).value = 12345
    assert call(block) == 12345


def test_both_ends_of_the_range_reach_each_other():
    found = arena()
    assert found.reserved == memory.LARGEST_RANGE  # else this proves nothing
    lowest, highest = found._base, found._base + found.reserved - 1
    assert highest - lowest <= 2**31 - 1
    assert lowest - highest >= -(2**31)


def test_there_is_one_arena():
    assert arena() is arena()
    assert child("print(len({id(arena()) for _ in range(10)}))") == "1\n"


def test_threads_that_come_first_together_get_one_arena():
    child(
        """
        sys.setswitchinterval(1e-6)
        for _ in range(30):
            import jitney.machine.memory as memory
            memory._arenas.clear()
            found, barrier = [], threading.Barrier(4)
            def ask():
                barrier.wait()
                found.append(arena())
            threads = [threading.Thread(target=ask) for _ in range(4)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            assert len(found) == 4 and len(set(map(id, found))) == 1, found
            assert call(made()) == 42
        """
    )


def test_addresses_are_aligned_and_blocks_do_not_overlap(small):
    blocks = [small.allocate(text, data) for text in (1, 64, 4096, 5000) for data in (0, 1, 64, 65, 2048, 2049, 9000)]
    spans = []
    for block in blocks:
        assert block.text_address % 64 == 0
        assert block.data_address % 64 == 0
        spans.append((block.text_address, block.text_size))
        if block.data_size:
            spans.append((block.data_address, block.data_size))
        else:
            assert small._base <= block.data_address < small._base + small.reserved
    spans.sort()
    for (start, size), (following, _) in itertools.pairwise(spans):
        assert start + size <= following
    # A page of text has one owner.
    owners = {}
    for block in blocks:
        for page in range(block.text_address // PAGE, (block.text_address + block.text_size - 1) // PAGE + 1):
            assert owners.setdefault(page, block) is block


def test_data_is_zero_where_nothing_is_written(small):
    for size in (200, 6000):
        block = small.allocate(1, size)
        block.write(b"\xc3", b"abc")
        assert ctypes.string_at(block.data_address, size) == b"abc".ljust(size, b"\0")


def test_data_is_zero_when_its_memory_is_used_again(small):
    for size in (1, 64, 200, 2048, 2049, 6000, 50_000):
        block = small.allocate(1, size)
        address = block.data_address
        block.write(b"\xc3", b"\xff" * size)
        block.free()
        again = small.allocate(1, size)
        assert again.data_address == address
        assert ctypes.string_at(address, size) == bytes(size)
        again.free()


def test_small_functions_start_at_different_cache_lines(small):
    blocks = [small.allocate(100) for _ in range(31)]
    offsets = [block.text_address % PAGE for block in blocks]
    assert len(set(offsets)) == len(offsets)
    assert all(offset + 100 <= PAGE for offset in offsets)


def test_stats_count_blocks_and_bytes(small):
    before = small.stats()
    assert (before.blocks, before.text_used, before.data_used, before.mode) == (0, 0, 0, "anonymous")
    assert before.reserved == small.reserved == before.text_free + before.data_free
    blocks = [small.allocate(10), small.allocate(PAGE + 1, 65), small.allocate(1, 3 * PAGE)]
    during = small.stats()
    assert during.blocks == 3
    assert during.text_used == 4 * PAGE
    assert during.data_used == 128 + 3 * PAGE
    assert during.text_free + during.text_used == before.text_free
    assert during.data_free + during.data_used == before.data_free
    blocks.clear()
    after = small.stats()
    assert (after.blocks, after.text_used, after.data_used) == (0, 0, 0)
    assert (after.text_peak, after.data_peak) == (4 * PAGE, 128 + 3 * PAGE)
    assert "blocks=0" in repr(after)


# Protection


def test_no_mapping_is_ever_writable_and_executable(small, monkeypatch):
    seen = []
    original = small._system.memmove

    def memmove(address, text, size):
        seen.append(permissions_at(small, address))
        return original(address, text, size)

    monkeypatch.setattr(small._system, "memmove", memmove)
    block = small.allocate(10, 10)
    block.write(ANSWER, b"data")
    assert seen == ["rw-p", "rw-p"]
    assert permissions_at(small, block.text_address) == "r-xp"
    assert permissions_at(small, block.data_address) == "rw-p"
    address = block.text_address
    block.free()
    assert permissions_at(small, address) == "r-xp"  # kept for the next tenant: the mapping is not split
    assert resident(address // PAGE * PAGE, PAGE) == 0
    assert not any("w" in p and "x" in p for _, _, p in mappings(small))


def test_all_text_is_one_mapping(small):
    blocks = []
    for number in range(50):
        block = small.allocate(10, 10)
        block.write(returns(number))
        blocks.append(block)
    count = len(mappings(small))
    assert [p for _, _, p in mappings(small)].count("r-xp") == 1
    del blocks[10:40:2]
    assert len(mappings(small)) == count
    for number in range(15):
        block = small.allocate(10, 10)
        block.write(returns(number))
        blocks.append(block)
    assert len(mappings(small)) == count


def test_large_freed_data_goes_back_to_the_kernel(small):
    block = small.allocate(1, 20 * PAGE)
    address = block.data_address
    block.write(b"\xc3", b"x" * (20 * PAGE))
    assert resident(address, 20 * PAGE) == 20 * PAGE
    block.free()
    assert resident(address, 20 * PAGE) == 0


# Placement


def test_the_lowest_gap_that_is_large_enough_is_taken(small):
    one, two, three, four = (small.allocate(2 * PAGE) for _ in range(4))
    starts = [block.text_address for block in (one, two, three, four)]
    two.free()
    assert small.allocate(3 * PAGE).text_address > starts[3]  # dropped at once, as nothing keeps it
    again = small.allocate(2 * PAGE)
    assert again.text_address == starts[1]
    three.free()
    again.free()
    merged = small.allocate(4 * PAGE)  # the two gaps, now one
    assert merged.text_address == starts[1]
    assert small.stats().text_used == 8 * PAGE


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 5 * PAGE), st.integers(0, 5000)), max_size=60))
def test_blocks_keep_their_contents_whatever_comes_and_goes(steps):
    """Against a list of slots: allocate into an empty slot, free a full one; first fit computed page by page."""
    own = Arena(memory.SMALLEST_RANGE)
    try:
        slots = {}
        taken = {}
        for slot, text_size, data_size in steps:
            if slot in slots:
                block, *_ = slots.pop(slot)
                block.free()
                taken = {page: owner for page, owner in taken.items() if owner != slot}
            else:
                pages = max(1, -(-text_size // PAGE))
                start = next(p for p in range(10**6) if not any(q in taken for q in range(p, p + pages)))
                text, data = os.urandom(text_size), os.urandom(data_size)
                block = own.allocate(text_size, data_size)
                block.write(text, data)
                assert (block.text_address - own._text.base) // PAGE == start
                taken.update(dict.fromkeys(range(start, start + pages), slot))
                slots[slot] = block, text, data
            for block, text, data in slots.values():
                assert ctypes.string_at(block.text_address, len(text)) == text
                assert ctypes.string_at(block.data_address, len(data)) == data
        stats = own.stats()
        assert stats.blocks == len(slots)
        assert stats.text_used == len(taken) * PAGE
        for block, _, _ in slots.values():
            block.free()
        assert (own.stats().blocks, own.stats().text_used, own.stats().data_used) == (0, 0, 0)
    finally:
        own._system.munmap(own._base, own.reserved)


def test_a_full_range_says_so_and_goes_on(small):
    blocks = []
    with pytest.raises(ExecutableMemoryError, match=r"no room for 4,096 bytes of text.*are in use by 192 blocks"):
        while True:
            blocks.append(small.allocate(10))
    assert small.stats().text_free == 0
    with pytest.raises(MemoryError):
        small.allocate(1)
    assert issubclass(ExecutableMemoryError, JitneyError)
    blocks.pop(77)
    block = small.allocate(10)
    block.write(ANSWER)
    assert call(block) == 42


def test_when_data_does_not_fit_its_text_is_given_back(small):
    with pytest.raises(ExecutableMemoryError, match="of data in one piece") as caught:
        small.allocate(1, small.reserved)
    assert caught.value.__traceback__ is not None  # although that still refers to the block
    assert small.stats().blocks == 0
    assert small.stats().text_used == 0
    for size in (2**31, 2**63, 2**100):
        with pytest.raises(ExecutableMemoryError, match="no room"):
            small.allocate(size)
    assert small.stats().text_used == 0


# Wrong use


@pytest.mark.parametrize("size", ["10", 1.0, None, b"1", [1]])
def test_a_size_that_is_no_int_is_a_type_error(small, size):
    with pytest.raises(TypeError, match="a size must be an int"):
        small.allocate(size)
    with pytest.raises(TypeError, match="a size must be an int"):
        small.allocate(1, size)


def test_a_negative_size_is_a_value_error(small):
    with pytest.raises(ValueError, match="negative: -1"):
        small.allocate(-1)
    with pytest.raises(ValueError, match="negative: -1"):
        small.allocate(1, -1)


@pytest.mark.parametrize("text", ["\xc3", 5, None, [0xC3], 1.5])
def test_writing_what_is_no_bytes_is_a_type_error(small, text):
    block = small.allocate(10, 10)
    with pytest.raises(TypeError, match="text must be bytes"):
        block.write(text)
    with pytest.raises(TypeError, match="data must be bytes"):
        block.write(b"\xc3", text)
    block.write(ANSWER)  # a refused write is no write
    assert call(block) == 42


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, lambda text: memoryview(bytearray(text))])
def test_all_bytes_like_objects_can_be_written(small, kind):
    block = small.allocate(10, 10)
    block.write(kind(ANSWER), kind(b"1234"))
    assert call(block) == 42
    assert ctypes.string_at(block.data_address, 5) == b"1234\0"


def test_more_than_the_block_holds_is_a_value_error(small):
    block = small.allocate(10, 10)
    with pytest.raises(ValueError, match="11 bytes of text for a block of 10"):
        block.write(b"\xc3" * 11)
    with pytest.raises(ValueError, match="11 bytes of data for a block of 10"):
        block.write(b"\xc3", b"x" * 11)
    block.write(b"\xc3" * 10, b"x" * 10)


def test_a_block_is_written_once(small):
    block = small.allocate(10)
    block.write(ANSWER)
    with pytest.raises(ValueError, match="written already"):
        block.write(b"\xc3")
    assert call(block) == 42
    block.free()
    with pytest.raises(ValueError, match="freed"):
        block.write(b"\xc3")


def test_free_may_be_called_again_and_before_write(small):
    unwritten = small.allocate(10, 10)
    unwritten.free()
    unwritten.free()
    block = small.allocate(10, 10)
    block.write(ANSWER)
    block.free()
    other = small.allocate(10, 10)  # has the same memory now
    assert other.text_address // PAGE == block.text_address // PAGE
    other.write(ANSWER)
    block.free()
    del block, unwritten
    assert call(other) == 42
    assert small.stats().blocks == 1
    assert "freed" not in repr(other)
    other.free()
    assert "freed" in repr(other)


def test_free_during_write_does_nothing(small, monkeypatch):
    block = small.allocate(10)
    original = small._system.memmove

    def memmove(*arguments):
        block.free()
        with pytest.raises(ValueError, match="being written"):
            block.write(b"\xc3")
        return original(*arguments)

    monkeypatch.setattr(small._system, "memmove", memmove)
    block.write(ANSWER)
    assert call(block) == 42
    block.free()
    assert small.stats().blocks == 0


# Refusal


class Refusing:
    """A system call that fails with an `errno` where `when` says so of its arguments."""

    def __init__(self, original, code, when, result=-1):
        self.original, self.code, self.when, self.result, self.refused = original, code, when, result, 0

    def __call__(self, *arguments):
        if self.when(*arguments):
            self.refused += 1
            ctypes.set_errno(self.code)
            return self.result
        return self.original(*arguments)


def refuse(monkeypatch, of, name, code, when=lambda *arguments: True, result=-1):
    call = Refusing(getattr(of._system, name), code, when, result)
    monkeypatch.setattr(of._system, name, call)
    return call


def executable(address, size, protection, *rest):
    return protection & 4


def test_a_refused_reservation_is_halved(monkeypatch):
    class System(memory._System):
        def __init__(self):
            super().__init__()
            self.mmap = Refusing(self.mmap, errno.ENOMEM, lambda _, size, *rest: size > 1 << 25, self.MAP_FAILED)

    monkeypatch.setattr(memory, "_System", System)
    own = Arena()
    assert own.reserved == own.stats().reserved == 1 << 25
    assert own._system.mmap.refused == 6
    block = own.allocate(10, 10)
    block.write(ANSWER)
    assert call(block) == 42


def test_a_reservation_refused_at_any_size_says_what_and_why(monkeypatch):
    class System(memory._System):
        def __init__(self):
            super().__init__()
            self.mmap = Refusing(self.mmap, errno.ENOMEM, lambda *rest: True, self.MAP_FAILED)

    with monkeypatch.context() as patch:
        patch.setattr(memory, "_System", System)
        with pytest.raises(ExecutableMemoryError, match=r"mmap of 1,048,576 bytes to reserve.*ENOMEM.*ulimit -v"):
            Arena()
    Arena(memory.SMALLEST_RANGE)


def test_elsewhere_than_on_linux_the_error_says_so(monkeypatch):
    monkeypatch.setattr(sys, "platform", "plan9")
    with pytest.raises(ExecutableMemoryError, match="not for plan9"):
        Arena()


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM])
def test_where_text_may_not_become_executable_a_sealed_memfd_serves(small, monkeypatch, code):
    early = small.allocate(10)
    early.write(returns(1))
    mprotect = refuse(monkeypatch, small, "mprotect", code, executable)
    blocks = []
    for number in range(20):
        block = small.allocate(PAGE + 10, 10)
        block.write(returns(number), b"data")
        blocks.append(block)
    assert mprotect.refused == 1  # it is remembered
    assert small.stats().mode == "memfd"
    assert [call(block) for block in blocks] == list(range(20))
    assert call(early) == 1
    for block in blocks:
        assert permissions_at(small, block.text_address) == "r-xp"
    early.free()
    del block, blocks[5:]
    assert small.stats().blocks == 5
    text = [p for start, _, p in mappings(small) if start >= small._text.base]
    assert text.count("r-xp") == 5
    assert len(text) <= 7  # what was freed is one with its neighbours again
    block = small.allocate(10)
    block.write(ANSWER)
    assert call(block) == 42


def test_where_nothing_may_become_executable_both_refusals_are_told(small, monkeypatch):
    refuse(monkeypatch, small, "mprotect", errno.EACCES, executable)
    with monkeypatch.context() as patch:
        refuse(patch, small, "mmap", errno.EPERM, executable, small._system.MAP_FAILED)
        block = small.allocate(10, 10)
        with pytest.raises(ExecutableMemoryError, match=r"mprotect of 4,096.*EACCES.*SELinux.*mmap of 4,096.*EPERM"):
            block.write(ANSWER)
        assert small.stats().blocks == 0
        assert small.stats().mode == "anonymous"  # the other way was no better
        assert not any("x" in p for _, _, p in mappings(small))
        assert not any("w" in p for start, _, p in mappings(small) if start >= small._text.base)
    block = small.allocate(10, 10)
    block.write(ANSWER)
    assert call(block) == 42


def test_where_there_is_no_memfd_the_error_says_so(small, monkeypatch):
    refuse(monkeypatch, small, "mprotect", errno.EPERM, executable)
    with monkeypatch.context() as patch:
        patch.delattr(os, "memfd_create")
        with pytest.raises(ExecutableMemoryError, match=r"EPERM.*Instead, memfd_create is not available"):
            small.allocate(10).write(ANSWER)

    def memfd_create(*arguments):
        raise OSError(errno.EMFILE, "Too many open files")

    with monkeypatch.context() as patch:
        patch.setattr(os, "memfd_create", memfd_create)
        with pytest.raises(ExecutableMemoryError, match=r"EPERM.*Instead, memfd_create.*EMFILE"):
            small.allocate(10).write(ANSWER)
    assert small.stats().blocks == 0


def test_a_memfd_takes_text_that_is_written_in_pieces(small, monkeypatch):
    refuse(monkeypatch, small, "mprotect", errno.EPERM, executable)
    original = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda file, text, offset: original(file, text[:1000], offset))
    text = os.urandom(3 * PAGE - 5)
    block = small.allocate(len(text))
    block.write(text)
    assert ctypes.string_at(block.text_address, len(text)) == text


@pytest.mark.parametrize("protection", [memory.PROT_WRITE, memory.PROT_EXEC])
def test_running_out_of_mappings_is_an_error_and_not_the_end(small, monkeypatch, protection):
    with monkeypatch.context() as patch:
        refuse(patch, small, "mprotect", errno.ENOMEM, lambda address, size, asked: asked & protection)
        block = small.allocate(10)
        with pytest.raises(ExecutableMemoryError, match=r"ENOMEM.*vm\.max_map_count"):
            block.write(ANSWER)
        assert small.stats().blocks == 0
        assert small.stats().mode == "anonymous"
        assert not any("w" in p for _, _, p in mappings(small))
        with pytest.raises(ValueError, match="freed"):
            block.write(ANSWER)
    block = small.allocate(10)
    block.write(ANSWER)
    assert call(block) == 42


def test_refused_data_gives_back_the_whole_block(small, monkeypatch):
    for size in (10, 5000):
        with monkeypatch.context() as patch:
            refuse(patch, small, "mprotect", errno.ENOMEM)
            with pytest.raises(ExecutableMemoryError, match="for data"):
                small.allocate(10, size)
        assert small.stats().blocks == 0
        assert small.stats().data_used == 0
    block = small.allocate(10, 5000)
    block.write(ANSWER, b"x" * 5000)
    assert call(block) == 42


def test_memory_that_the_kernel_will_not_discard_is_still_zeroed(small, monkeypatch):
    madvise = refuse(monkeypatch, small, "madvise", errno.EINVAL)  # as for locked pages
    block = small.allocate(10, 5 * PAGE)
    block.write(ANSWER, b"x" * (5 * PAGE))
    address = block.data_address
    block.free()
    assert madvise.refused == 2
    block = small.allocate(10, 5 * PAGE)
    assert block.data_address == address
    assert ctypes.string_at(address, 5 * PAGE) == bytes(5 * PAGE)
    block.write(ANSWER)
    assert call(block) == 42


def test_under_a_limit_of_address_space():
    output = child(
        """
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (used + 1000, hard))
        try:
            arena()
        except ExecutableMemoryError as error:
            print(error)
        resource.setrlimit(resource.RLIMIT_AS, (used + (64 << 20), hard))
        assert call(made()) == 42
        assert arena().reserved <= (used + (64 << 20)) // 8, "others need address space too"
        """
    )
    assert "mmap of 1,048,576 bytes to reserve addresses was refused: ENOMEM" in output


def test_under_a_limit_of_writable_memory():
    output = child(
        """
        blocks = [made()]
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (100, hard))
        try:
            arena().allocate(10, 10)
        except ExecutableMemoryError as error:
            resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))
            print(error)
        assert arena().stats().blocks == 1
        assert call(made(data=b"data")) == 42
        """
    )
    assert "mprotect of 1,048,576 bytes for data was refused: ENOMEM" in output


def test_under_a_kernel_that_refuses_gains_of_execute_permission():
    output = child(
        """
        blocks = [made(returns(1))]
        PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN = 65, 1
        if libc.prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0) != 0:
            print("no such prctl")
            sys.exit()
        for number in range(2, 500):
            blocks.append(made(returns(number), b"data"))
        assert [call(block) for block in blocks] == list(range(1, 500))
        del blocks[::2]
        blocks += [made(returns(number)) for number in range(1, 500)]
        assert all(call(block) for block in blocks)
        blocks.clear()
        print(arena().stats().mode, arena().stats().blocks, mappings() < 6)
        """
    )
    if "no such prctl" in output:
        pytest.skip("the kernel has no PR_SET_MDWE")
    assert output == "memfd 0 True\n"


SECCOMP = """
# Linux, Documentation/userspace-api/seccomp_filter.rst. Refuses execute permission in the given system calls.
def forbid_execute(*numbers):
    class Filter(ctypes.Structure):
        _fields_ = [("code", ctypes.c_ushort), ("jt", ctypes.c_ubyte), ("jf", ctypes.c_ubyte), ("k", ctypes.c_uint)]
    class Program(ctypes.Structure):
        _fields_ = [("len", ctypes.c_ushort), ("filter", ctypes.POINTER(Filter))]
    LOAD, EQUAL, ANY, RETURN = 0x20, 0x15, 0x45, 0x06
    steps = [(LOAD, 0, 0, 0)]
    for position, number in enumerate(numbers):
        steps.append((EQUAL, len(numbers) - position, 0, number))
    steps += [(RETURN, 0, 0, 0x7FFF0000), (LOAD, 0, 0, 16 + 2 * 8), (ANY, 0, 1, 4)]
    steps += [(RETURN, 0, 0, 0x00050000 | 1), (RETURN, 0, 0, 0x7FFF0000)]
    filters = (Filter * len(steps))(*steps)
    program = Program(len(steps), filters)
    PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP = 38, 22
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(PR_SET_SECCOMP, 2, ctypes.byref(program)):
        print("no seccomp")
        sys.exit()
MMAP, MPROTECT = 9, 10
block = made()
"""


def test_under_a_seccomp_filter_of_mprotect():
    output = child(
        SECCOMP
        + """
forbid_execute(MPROTECT)
assert call(made(returns(5))) == 5
assert call(block) == 42
print(arena().stats().mode)
"""
    )
    if "no seccomp" in output:
        pytest.skip("the kernel has no seccomp filters")
    assert output == "memfd\n"


def test_under_a_seccomp_filter_of_mprotect_and_mmap():
    output = child(
        SECCOMP
        + """
import fcntl  # or it might be too late to load that
forbid_execute(MPROTECT, MMAP)
for attempt in range(3):
    try:
        made()
    except ExecutableMemoryError as error:
        print(error)
assert call(block) == 42
assert arena().stats().blocks == 1
"""
    )
    if "no seccomp" in output:
        pytest.skip("the kernel has no seccomp filters")
    lines = output.splitlines()
    assert len(lines) == 3
    assert "mprotect of 4,096 bytes to make text executable was refused: EPERM" in lines[0]
    assert "Instead, mmap of 4,096 bytes of a sealed memfd to execute was refused: EPERM" in lines[0]


def test_memfds_leave_mappings_to_others():
    output = child(
        """
        import jitney.machine.memory as memory
        arena().mode = "memfd"
        blocks, limit = [], int(open("/proc/sys/vm/max_map_count").read())
        if limit > 100_000:
            memory._mapping_limit = lambda: 65_530
            limit = 65_530
        for attempt in range(2):
            try:
                while True:
                    blocks.append(made())
            except ExecutableMemoryError as error:
                print(error)
            assert len(blocks) == limit * 3 // 8
            assert mappings() < limit * 0.4
            del blocks[::2]  # no two of these are neighbours
            assert mappings() < limit * 0.4
            assert all(call(block) == 42 for block in blocks[::100])
        blocks.clear()
        print(arena().stats().blocks, mappings() < 6)
        """
    )
    assert output.count("where each takes a mapping (limit: vm.max_map_count)") == 2
    assert output.endswith("\n0 True\n")


# Fork


def test_both_sides_of_a_fork_go_on():
    child(
        """
        blocks = [made(returns(number), b"data") for number in range(20)]
        pid = os.fork()
        side = 1000 if pid == 0 else 2000
        assert [call(block) for block in blocks] == list(range(20))
        del blocks[5:10]
        new = [made(returns(side + number), bytes([side // 1000]) * 100) for number in range(30)]
        time.sleep(0.05)
        assert [call(block) for block in new] == [side + number for number in range(30)]
        assert all(ctypes.string_at(b.data_address, 100) == bytes([side // 1000]) * 100 for b in new)
        assert [call(block) for block in blocks] == [0, 1, 2, 3, 4, *range(10, 20)]
        assert mappings() < 12, mappings()
        if pid == 0:
            os._exit(0)
        assert os.waitpid(pid, 0)[1] == 0
        """
    )


def test_a_fork_while_other_threads_allocate():
    child(
        """
        import warnings
        warnings.simplefilter("ignore", DeprecationWarning)
        sys.setswitchinterval(1e-5)
        stop = False
        def work():
            kept = []
            while not stop:
                kept.append(made(data=b"x"))
                if len(kept) > 20:
                    del kept[::2]
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads: thread.start()
        inherited = made(returns(7))
        for _ in range(40):
            pid = os.fork()
            if pid == 0:
                signal.alarm(20)
                own = [made(returns(number), b"y") for number in range(50)]
                ok = [call(block) for block in own] == list(range(50)) and call(inherited) == 7
                inherited.free()
                own.clear()
                os._exit(0 if ok else 1)
            assert os.waitpid(pid, 0)[1] == 0
        stop = True
        for thread in threads: thread.join()
        assert call(inherited) == 7
        assert arena().stats().blocks == 1
        """
    )


# Threads, signals, finalisers


def test_threads_that_allocate_and_free():
    output = child(
        """
        sys.setswitchinterval(1e-6)
        shared = []
        def work(seed):
            generator = random.Random(seed)
            for number in range(4000):
                value = generator.randrange(1 << 30)
                shared.append((value, made(returns(value), value.to_bytes(4, "little") * generator.randrange(1, 20))))
                if len(shared) > 100 or generator.random() < 0.3:
                    try:
                        value, block = shared.pop(generator.randrange(len(shared)))
                    except (IndexError, ValueError):
                        continue
                    assert call(block) == value
                    assert ctypes.string_at(block.data_address, 4) == value.to_bytes(4, "little")
                    if generator.random() < 0.5:
                        block.free()
            done.append(seed)
        done = []
        threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        assert all(call(block) == value for value, block in shared)
        assert arena().stats().blocks == len(shared)
        shared.clear()
        print(len(done), arena().stats().blocks, arena().stats().data_used)
        """
    )
    assert output == "4 0 0\n"


def test_threads_that_free_the_same_block(small):
    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        blocks = []
        for _ in range(150):
            block = small.allocate(10, 10)
            block.write(ANSWER)
            blocks.append(block)

        def free():
            for block in blocks:
                block.free()

        threads = [threading.Thread(target=free) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(switch)
    assert (small.stats().blocks, small.stats().text_used, small.stats().data_used) == (0, 0, 0)


def test_another_allocation_may_run_between_any_two_bytecodes():
    """A trace function stands in for a signal handler or finaliser: in the first operation before the first bytecode,
    in the second before the second, and so on until an operation has no more."""
    output = child(
        """
        import jitney.machine.memory as memory
        countdown, nested, interrupted, operations = 0, [], 0, 0
        def trace(frame, event, argument):
            global countdown, interrupted
            if frame.f_code.co_filename != memory.__file__:
                return None
            frame.f_trace_opcodes = True
            if event == "opcode":
                countdown -= 1
                if countdown == 0:
                    interrupted += 1
                    value = interrupted
                    nested.append((value, made(returns(value), value.to_bytes(4, "little") * 9)))
                    if len(nested) > 10:
                        nested.pop(value % 11)[1].free()
            return trace
        def operate():
            global operations
            operations += 1
            own.append((operations, made(returns(operations), bytes([operations % 256]) * 70)))
            if len(own) > 10:
                own.pop(operations % 11)[1].free()
        sys._getframe().f_trace_opcodes = True  # CPython 3.12 wants to know before it begins
        own, step, before = [(0, made())], 0, -1
        arena().allocate(1, 1)
        while interrupted > before:
            before, step = interrupted, step + 1
            countdown = step
            sys.settrace(trace)
            operate()
            sys.settrace(None)
            for value, block in own[1:]:
                assert call(block) == value and ctypes.string_at(block.data_address, 70) == bytes([value % 256]) * 70
            for value, block in nested:
                assert call(block) == value
                assert ctypes.string_at(block.data_address, 36) == value.to_bytes(4, "little") * 9
            blocks = [block for _, block in own + nested]
            assert len({block.text_address // 4096 for block in blocks}) == len(blocks) == arena().stats().blocks
        block = None
        own.clear(), nested.clear(), blocks.clear()
        print(interrupted > 300, arena().stats().blocks, arena().stats().text_used, arena().stats().data_used)
        """
    )
    assert output == "True 0 0 0\n"


def test_a_signal_handler_that_allocates_and_frees():
    output = child(
        """
        kept, runs = [], 0
        def handler(number, frame):
            global runs
            runs += 1
            kept.append((runs, made(returns(runs), b"signal")))
            if len(kept) > 10:
                value, block = kept.pop(runs % 11)
                assert call(block) == value
            signal.setitimer(signal.ITIMER_REAL, random.uniform(1e-6, 1e-4))
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, 1e-6)
        end = time.monotonic() + 2
        own, total = [], 0
        while time.monotonic() < end:
            total += 1
            own.append((total, made(returns(total), b"main")))
            if len(own) > 10:
                value, block = own.pop(total % 11)
                assert call(block) == value
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        assert all(call(block) == value for value, block in own + kept)
        assert arena().stats().blocks == len(own + kept) + (block not in [b for _, b in own + kept])
        own.clear(), kept.clear()
        block = None
        print(runs > 1000, total > 1000, arena().stats().blocks)
        """
    )
    assert output == "True True 0\n"


def test_a_signal_handler_that_raises_leaks_nothing():
    """Except, as for every object in Python, where it runs just as `__del__` begins: then that is not called again."""
    output = child(
        """
        class Stop(Exception): pass
        def handler(number, frame): raise Stop
        signal.signal(signal.SIGALRM, handler)
        unraisable = []
        sys.unraisablehook = unraisable.append
        arena()
        kept, stopped, lost = [], 0, 0
        def operate():
            signal.setitimer(signal.ITIMER_REAL, random.uniform(2e-6, 80e-6))
            for number in range(6):
                kept.append(made(returns(number), b"data"))
                if len(kept) > 10:
                    kept.pop(3).free()
                    kept.pop(5)
            time.sleep(0.001)
        end = time.monotonic() + 2
        while time.monotonic() < end:
            try:
                operate()  # a call, as CPython 3.13.0 forgets that the end of a loop may be inside a `try`
            except Stop:
                stopped += 1
            leaked = arena().stats().blocks - len(kept) - lost
            assert 0 <= leaked <= len(unraisable), (leaked, unraisable)
            lost += leaked
            unraisable.clear()
        assert all(0 <= call(block) < 6 for block in kept)
        kept.clear()
        print(stopped > 100, arena().stats().blocks == lost, lost < stopped / 20)
        """
    )
    assert output == "True True True\n"


def test_an_interrupted_free_is_finished_later(small, monkeypatch):
    class Stop(Exception):
        pass

    def interrupt(*arguments):
        raise Stop

    # At its first step, and after the text has gone.
    for name in ("madvise", "memset"):
        block = small.allocate(10, 10)
        block.write(ANSWER, b"data")
        with monkeypatch.context() as patch:
            patch.setattr(small._system, name, interrupt)
            with pytest.raises(Stop):
                block.free()
        assert small.stats().data_used == 64
        block.free()
        assert (small.stats().blocks, small.stats().text_used, small.stats().data_used) == (0, 0, 0)


def test_blocks_in_cycles_are_freed_by_the_collector(small):
    class Owner:
        pass

    for _ in range(10):
        owner = Owner()
        owner.itself, owner.block = owner, small.allocate(10, 10)
        owner.block.write(ANSWER)
    del owner
    gc.collect()
    assert small.stats().blocks == 0


def test_a_block_that_outlives_an_error_is_freed_with_it(small):
    block = Block(small, memory._Run(small._text, 1), memory._Run(small._small, 0), 10, 0)
    del block  # what `allocate` leaves behind when a signal handler stops it at once
    assert small.stats().blocks == 0


def test_a_long_history_is_forgotten():
    """Someone paused for long holds an old state and so all that followed; letting go of that must not recurse."""
    child(
        """
        space = arena()._small
        paused = space.current()
        for _ in range(300_000):
            arena().allocate(1, 1).free()
        del paused
        assert not space.current().successor
        """
    )


def test_text_still_runs_while_the_process_ends():
    child(
        """
        # mov edi, 7; mov eax, 231 (exit_group); syscall
        block = made(bytes.fromhex("bf07000000b8e70000000f05"))
        libc.__cxa_atexit(ctypes.c_void_p(block.text_address), None, None)
        """,
        expected=7,
    )


# Load


def test_a_hundred_thousand_blocks_made_and_dropped():
    output = child(
        """
        def resident():
            return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()
        def cycle(count):
            for number in range(count):
                block = arena().allocate(100, number % 3 * 50)
                block.write(ANSWER, b"data"[:block.data_size])
        cycle(100)
        before = mappings(), resident()
        cycle(100_000)
        print(mappings() == before[0], resident() - before[1] < 1 << 20, arena().stats().text_peak // 4096)
        """
    )
    assert output == "True True 2\n"  # the next block is made before the last is dropped


def test_a_hundred_thousand_blocks_alive_and_a_random_half_made_anew():
    output = child(
        """
        def resident():
            return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()
        def make(number):
            block = arena().allocate(100, 40)
            block.write(returns(number), b"data")
            return block
        blocks = [make(number) for number in range(100_000)]
        before = mappings(), resident(), arena().stats().text_used
        generator = random.Random(1)
        chosen = generator.sample(range(100_000), 50_000)
        for number in chosen:
            blocks[number] = None
        assert mappings() == before[0]
        assert resident() < before[1] - 50_000 * 4096 * 0.9
        for number in chosen:
            blocks[number] = make(number)
        assert all(call(blocks[number]) == number for number in range(0, 100_000, 50))
        assert mappings() == before[0] < 10, (mappings(), before)
        assert resident() - before[1] < 4 << 20, resident() - before[1]
        assert arena().stats().text_peak == arena().stats().text_used == before[2] == 100_000 * 4096
        blocks.clear()
        print(mappings() <= before[0], arena().stats().blocks)
        """
    )
    assert output == "True 0\n"
