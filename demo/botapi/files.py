"""Files that were sent: kept in memory, found again by id or by path."""

import mimetypes
import struct
from dataclasses import dataclass, field
from pathlib import PurePath

from demo.botapi.asked import Asked, Upload
from demo.botapi.people import Json
from demo.botapi.refused import Refused, bad

UPLOAD_LIMIT, PHOTO_LIMIT, DOWNLOAD_LIMIT = 50 << 20, 10 << 20, 20 << 20
MOST_PIXELS, MOST_RATIO = 10_000, 20


@dataclass(frozen=True)
class Stored:
    """One file as the service knows it."""

    file_id: str
    path: str
    name: str
    mime: str
    data: bytes

    def as_file(self) -> Json:
        unique = f"u{self.file_id}"
        return {"file_id": self.file_id, "file_unique_id": unique, "file_size": len(self.data)}

    def as_photo(self) -> list[Json]:
        width, height = pixels(self.data) or (0, 0)
        return [{**self.as_file(), "width": width, "height": height}]

    def as_document(self) -> Json:
        return {**self.as_file(), "file_name": self.name, "mime_type": self.mime}

    def as_voice(self, seconds: int) -> Json:
        return {**self.as_file(), "duration": seconds, "mime_type": "audio/ogg"}


@dataclass
class Shelf:
    """All files of one server."""

    by_id: dict[str, Stored] = field(default_factory=dict)
    by_path: dict[str, Stored] = field(default_factory=dict)

    def put(self, kind: str, upload: Upload) -> Stored:
        number = len(self.by_id) + 1
        name = PurePath(upload.name or "file").name
        path = f"{kind}s/file_{number}{PurePath(name).suffix.lower()[:8]}"
        mime = image_type(upload.data) or mimetypes.guess_type(name)[0]
        stored = Stored(
            f"{kind}-{number}", path, name, mime or "application/octet-stream", upload.data
        )
        self.by_id[stored.file_id] = self.by_path[path] = stored
        return stored

    def sent(self, asked: Asked, field_name: str, kind: str) -> Stored:
        """The file of a call: uploaded with it, or known by its id."""
        if not (asked.text(field_name) or field_name in asked.files):
            raise bad(f"there is no {kind} in the request")
        return self.named(asked, asked.text(field_name) or f"attach://{field_name}", kind)

    def named(self, asked: Asked, value: str, kind: str) -> Stored:
        """The file that *value* points to: attach://name of an upload, or a file_id."""
        key = value.removeprefix("attach://")
        upload = asked.files.get(key) if value.startswith("attach://") else None
        if upload:
            return self.put(kind, _fitting(kind, upload))
        if value in self.by_id:
            return self.by_id[value]
        if value.startswith(("http://", "https://")):
            raise bad("failed to get HTTP URL content (this local server fetches nothing)")
        raise bad("wrong file identifier/HTTP URL specified")

    def downloadable(self, file_id: str) -> Stored:
        if file_id not in self.by_id:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(self.by_id[file_id].data) > DOWNLOAD_LIMIT:
            raise bad("file is too big")
        return self.by_id[file_id]


def _fitting(kind: str, upload: Upload) -> Upload:
    size = len(upload.data)
    if size == 0:
        raise bad("file must be non-empty")
    if size > UPLOAD_LIMIT:
        raise Refused(413, "Request Entity Too Large")
    if kind == "photo":
        _fitting_photo(size, pixels(upload.data))
    return upload


def _fitting_photo(size: int, area: tuple[int, int] | None) -> None:
    if size > PHOTO_LIMIT:
        raise bad(
            f"file of size {size} bytes is too big for a photo; "
            f"the maximum size is {PHOTO_LIMIT} bytes"
        )
    if not area:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(area) > MOST_PIXELS or max(area) > MOST_RATIO * min(area):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def image_type(data: bytes) -> str | None:
    """The kind of picture, told by its first bytes; None for everything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG or GIF; None if it is no such picture."""
    kind = image_type(data)
    if kind == "image/png" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
    elif kind == "image/gif" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
    elif kind == "image/jpeg":
        return _jpeg_pixels(data)
    else:
        return None
    return (width, height) if width and height else None


def _jpeg_pixels(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 + length
    return None
