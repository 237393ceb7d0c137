"""Texts looked for in files: as they stand, inside zip members and streams, and on PDF pages."""

import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from io import BytesIO

import pypdfium2

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "gb18030": lambda text: text.encode("gb18030"),
    "json": lambda text: text.encode("ascii", "backslashreplace"),
}
"""All the ways in which a text may stand in a file."""
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_DEEPEST = 3


def found_in(content: bytes, texts: Collection[str]) -> set[str]:
    """The texts that stand in the content, or in what is packed in it, in one of the encodings."""
    wanted = [(text, _encoded(text)) for text in texts]
    return {
        text
        for layer in layers(content)
        for text, encoded in wanted
        if any(one in layer for one in encoded)
    }


def shown_by(content: bytes, texts: Collection[str]) -> set[str]:
    """The texts that somebody reads who opens a PDF, a workbook or a list in text."""
    if not content.startswith(b"%PDF"):
        return found_in(content, texts)
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    shown = "".join("".join(pages).split())
    return {text for text in texts if "".join(text.split()) in shown}


def layers(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """The content itself, and whatever is packed in it; of a zip only its members."""
    if depth < _DEEPEST and zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            yield "\n".join(packed.namelist()).encode()
            for name in packed.namelist():
                yield from layers(packed.read(name), depth + 1)
        return
    yield content
    if content.startswith(b"%PDF"):
        for stream in _STREAM.finditer(content):
            inflated = zlib.decompressobj()
            try:
                yield inflated.decompress(stream[1])
            except zlib.error:  # packed in another way, as pictures are
                continue


def _encoded(text: str) -> set[bytes]:
    return {encode(text) for encode in ENCODINGS.values()}
