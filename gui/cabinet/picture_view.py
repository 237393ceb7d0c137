"""A picture as large as there is room; a click shows it dot by dot."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_MOST_DOTS = 6000
"""Of one side: a photograph has less, and more would only take memory."""
_TOGGLE = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


def read_picture(data: bytes, most: int = _MOST_DOTS) -> QImage:
    """Read a picture from memory, upright as the camera was held.

    Args:
        data: the whole file.
        most: longest side in dots; a larger picture is read smaller.

    Returns:
        The picture; null where it is damaged.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if max(size.width(), size.height()) > most:
        reader.setScaledSize(size.scaled(most, most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class PictureView(QScrollArea):
    """Shows one picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("sheets", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._canvas = _Canvas(self)
        self._whole = True
        self.setWidget(self._canvas)
        self.setWidgetResizable(True)

    @property
    def is_whole(self) -> bool:
        """Whether the picture is fitted into the view."""
        return self._whole

    @property
    def picture(self) -> QImage:
        """What is shown; null where nothing is."""
        return self._canvas.picture

    def show_picture(self, picture: QImage) -> None:
        """Show another picture, whole."""
        self._canvas.picture = picture
        self._fit(whole=True)

    def forget(self) -> None:
        """Show nothing."""
        self._canvas.forget()
        self._fit(whole=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TOGGLE:
            self._fit(whole=not self._whole)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._fit(whole=not self._whole)
        super().mouseReleaseEvent(event)

    def _fit(self, *, whole: bool) -> None:
        self._whole = whole
        own = self._canvas.picture.size() / self.devicePixelRatioF()
        self._canvas.setMinimumSize(QSize(0, 0) if whole else own)
        self._canvas.update()


class _Canvas(QWidget):
    """What the picture is painted on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self._fitted = QImage()
        self._of = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture.isNull():
            return
        dots = self.devicePixelRatioF()
        size = self.picture.size()
        if self.minimumWidth() == 0:
            room = self.size() * dots
            if size.width() > room.width() or size.height() > room.height():
                size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        shown = self._scaled(size)
        area = QRect(QPoint(), size / dots)
        area.moveCenter(self.rect().center())
        QPainter(self).drawImage(area, shown)

    def forget(self) -> None:
        """Let go of every copy."""
        self.picture = self._fitted = QImage()

    def _scaled(self, size: QSize) -> QImage:
        """The picture at this size, made once: a photograph takes 50 ms."""
        if size == self.picture.size():
            return self.picture
        if self._fitted.size() != size or self._of != self.picture.cacheKey():
            self._of = self.picture.cacheKey()
            smooth = Qt.TransformationMode.SmoothTransformation
            self._fitted = self.picture.scaled(size, mode=smooth)
        return self._fitted
