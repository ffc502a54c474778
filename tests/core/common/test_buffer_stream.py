"""Files that lie in memory, and what is put behind them."""

import io
import mmap
from pathlib import Path

import pytest

from colorizer_gui.core.common.buffer_stream import stream_of

DATA, BEHIND = bytes(range(200)), b"behind"


@pytest.mark.parametrize("kind", ["bytes", "bytearray", "map"])
def test_what_stands_behind_is_read_as_if_it_were_in_the_file(tmp_path: Path, kind: str) -> None:
    (tmp_path / "file").write_bytes(DATA)
    with (tmp_path / "file").open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as lies:
        kinds: dict[str, bytes | bytearray | mmap.mmap] = {
            "bytes": DATA,
            "bytearray": bytearray(DATA),
            "map": lies,
        }
        data = kinds[kind]
        stream = stream_of(data, BEHIND)
        assert stream.read() == DATA + BEHIND
        assert stream.seek(0, io.SEEK_END) == len(DATA) + len(BEHIND)
        stream.seek(len(DATA) - 3)
        assert stream.read(5) == DATA[-3:] + BEHIND[:2]
        stream.seek(-2, io.SEEK_END)
        assert stream.read(9) == BEHIND[-2:]
        assert stream.read(9) == b""
        assert stream_of(data).read() == DATA
        stream.close()
