"""Executable memory in one process: what is allocated, what the kernel then says about it, wrong use, and refusals."""

import ctypes
import errno
import gc
import itertools
import os
import platform
import struct
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.fixture
def small():
    """An arena of its own, of the smallest size. Never unmapped, as blocks may outlive a test that fails."""
    return Arena(memory.SMALLEST_RANGE)


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


# Interruption


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
