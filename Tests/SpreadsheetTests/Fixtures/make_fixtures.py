"""Makes the workbooks beside this file; see README.md. Needs openpyxl 3.1 and xlwt 1.3 (PyPI)."""

import csv
import datetime
import pathlib
import zipfile

import openpyxl
import xlwt

HERE = pathlib.Path(__file__).parent
MOMENT = datetime.datetime(2026, 11, 21, 8, 30)
SHEETS = ["survey", "choices", "settings", "indicators"]


def values_xlsx():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Giá trị"
    sheet.append(["Ý kiến “trí thức”", 1, 1.5, -7, "007"])
    sheet.append([MOMENT.date(), MOMENT, MOMENT.time()])
    sheet.append([True, False])
    sheet["D5"] = "last"
    book.create_sheet("empty")
    book.save(HERE / "values.xlsx")


def values_xls():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Giá trị")
    for column, value in enumerate(["Ý kiến “trí thức”", 1, 1.5, -7, "007"]):
        sheet.write(0, column, value)
    moments = [(MOMENT.date(), "yyyy-mm-dd"), (MOMENT, "yyyy-mm-dd hh:mm:ss"), (MOMENT.time(), "hh:mm:ss")]
    for column, (value, code) in enumerate(moments):
        style = xlwt.XFStyle()
        style.num_format_str = code
        sheet.write(1, column, value, style)
    sheet.write(2, 0, True)
    sheet.write(2, 1, False)
    sheet.write(4, 3, "last")
    book.add_sheet("empty")
    book.save(str(HERE / "values.xls"))


def form():
    modern = openpyxl.Workbook()
    modern.remove(modern.active)
    legacy = xlwt.Workbook(encoding="utf-8")
    for name in SHEETS:
        with open(HERE / "tap-huan" / f"{name}.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        new, old = modern.create_sheet(name), legacy.add_sheet(name)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text:
                    value = int(text) if text.isdigit() else text
                    new.cell(row + 1, column + 1).value = value
                    old.write(row, column, value)
    modern.save(HERE / "tap-huan.xlsx")
    legacy.save(str(HERE / "tap-huan.xls"))


def bomb():
    with zipfile.ZipFile(HERE / "values.xlsx") as source:
        with zipfile.ZipFile(HERE / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
            for name in source.namelist():
                data = source.read(name)
                if name.endswith("sheet1.xml"):
                    data = data.replace(b"</sheetData>", b" " * (16 << 20) + b"</sheetData>")
                target.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def protected():
    # What an encrypted workbook looks like from outside: a compound file whose directory names the package.
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    entry = "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0")
    (HERE / "protected.xlsx").write_bytes(head + bytes(128) + entry + bytes(256))


values_xlsx()
values_xls()
form()
bomb()
protected()
