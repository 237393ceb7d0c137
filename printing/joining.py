"""Volumes joined to one document, one after the other; nothing is drawn or compressed anew.

A long run is drawn in volumes, so that its pages never stand in memory all at once and two
processes can draw (`volumes.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

from pypdf import PdfWriter


def join(volumes: Sequence[bytes], out: BinaryIO) -> str:
    """Write volumes as one document; a single one as it is.

    Title, author and the printer's hints are the first volume's; the same volumes make the same
    bytes.

    Args:
        volumes: PDFs, at least one.
        out: where the document goes.

    Returns:
        SHA-256 of its bytes, in hex.
    """
    data = volumes[0] if len(volumes) == 1 else _joined(volumes)
    out.write(data)
    return hashlib.sha256(data).hexdigest()


def _joined(volumes: Sequence[bytes]) -> bytes:
    """The pages of all volumes under the catalogue of the first."""
    writer = PdfWriter(clone_from=BytesIO(volumes[0]))
    for volume in volumes[1:]:
        writer.append(BytesIO(volume), import_outline=False)
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()
