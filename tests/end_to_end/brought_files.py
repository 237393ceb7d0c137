"""What people bring into the window in a day: lists, files for a pouch, and what they type."""

import base64
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from xlsxwriter import Workbook

HEADS = ("客户名称", "电话", "地址", "联系人", "手机", "业务员", "片区")
WHOSE = ("李明", "武侯")
BROUGHT = {
    "客户名单乙.xlsx": "窗口导入工作簿轮胎公司",
    "客户名单甲.csv": "窗口导入文本叉车公司",
    "附件租赁合同.pdf": "attachment-text-of-the-lease",
    "附件门头照片.png": "attachment-bytes-of-the-front",
}
"""Names of the files, with something that stands in each."""
TYPED = {
    "unsaved": "打字打到一半没有保存的喜好",
    "receiver": "窗口副本收件人辛",
    "purpose": "窗口导出用途壬癸",
    "reason": "请示理由子丑寅卯",
    "killed": "进程被杀死时正在打的字",
}
"""What is typed and kept; the last of it by a process that is killed."""
KILLED = TYPED["killed"]
SEARCHED = "没有这样一家搜索过的客户"
"""What is searched for, which is kept nowhere."""
BROKEN = "出错时卡片上的名字申酉"
"""What stands in errors that nobody expected."""

_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def write_brought(folder: Path) -> None:
    """Write them all."""
    book, text, lease, front = BROUGHT
    with Workbook(folder / book) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(
            1, 0, (BROUGHT[book], "028-87650001", "书页路一号", "阮工作", "13900008801", *WHOSE)
        )
    line = (BROUGHT[text], "028-87650002", "文本路二号", "阮文本", "13900008802", *WHOSE)
    (folder / text).write_text(",".join(HEADS) + "\n" + ",".join(line) + "\n", encoding="gb18030")
    (folder / lease).write_bytes(_pdf(BROUGHT[lease]))
    (folder / front).write_bytes(_DOT + BROUGHT[front].encode())


def _pdf(text: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=0)
    canvas.drawString(72, 700, text)
    canvas.save()
    return out.getvalue()
