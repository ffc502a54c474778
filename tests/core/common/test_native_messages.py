"""What libraries in C print goes to the log, and standard error is as it was."""

import logging
import os
import threading
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from colorizer_gui.core.common import native_messages
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo_io import read_photo


def test_what_is_printed_is_logged_once_for_each_line(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    os.write(2, b"before\n")
    with native_messages.logged():
        os.write(2, b"LZWDecode: code not in table\nLZWDecode: code not in table\n\nanother\n")
    os.write(2, b"after\n")
    assert [record.getMessage() for record in caplog.records] == ["LZWDecode: code not in table", "another"]
    assert {record.levelno for record in caplog.records} == {logging.INFO}
    assert capfd.readouterr().err == "before\nafter\n"


def test_threads_share_the_diversion(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    inside, leave = threading.Event(), threading.Event()

    def stay() -> None:
        with native_messages.logged():
            inside.set()
            leave.wait()

    thread = threading.Thread(target=stay)
    thread.start()
    inside.wait()
    with native_messages.logged():
        os.write(2, b"of both\n")
    assert not caplog.records, "somebody is inside"
    leave.set()
    thread.join()
    assert [record.getMessage() for record in caplog.records] == ["of both"]
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"


def test_what_libpng_says_of_a_file_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    stream = BytesIO()
    Image.new("L", (4, 3)).save(stream, "PNG")
    data = bytearray(stream.getvalue())
    data[27] = 9  # the method of the filter, in the header
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    (tmp_path / "photo.png").write_bytes(data)
    with pytest.raises(PhotoReadError, match="damaged"):
        read_photo(tmp_path / "photo.png")
    assert capfd.readouterr().err == ""
    assert any("filter method" in text for text in caplog.messages)


def test_an_error_passes(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    def fail() -> None:
        with native_messages.logged():
            os.write(2, b"why\n")
            raise ValueError("damaged")

    with pytest.raises(ValueError, match="damaged"):
        fail()
    assert caplog.messages == ["why"]
