"""Makes the workbooks beside this file; see README.md. Needs openpyxl 3.1 and xlwt 1.3 (PyPI)."""

import datetime
import pathlib

import openpyxl
import xlwt

HERE = pathlib.Path(__file__).parent
SURVEY = "Ông/bà cần gì nhất?"


def kobo():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Phiếu"
    sheet.append(
        ["start", "Giới tính", "Tuổi của ông/bà", "Thu nhập (triệu đồng)", "Nơi làm việc", SURVEY, f"{SURVEY}/Nhà ở"]
        + [f"{SURVEY}/Lương, phụ cấp", "_id", "_uuid", "_submission_time", "_index"]
    )
    moment = datetime.datetime(2026, 11, 21, 8, 30)
    sheet.append([moment, "Nữ", 35, 12.345, "Đồng Nai", "Nhà ở", 1, 0, 7, "s-1", moment, 1])
    sheet.append([moment, "Nam", None, None, None, None, None, None, 8, "s-2", moment, 2])
    rows = book.create_sheet("children")
    rows.append(["age", "_index", "_parent_table_name", "_parent_index"])
    rows.append([3, 1, "Phiếu", 1])
    book.save(HERE / "kobo.xlsx")


def google():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Câu trả lời biểu mẫu 1"
    sheet.append(["Dấu thời gian", "Giới tính", "Tuổi của ông/bà", SURVEY, "Ngày sinh"])
    moment = datetime.datetime(2026, 11, 21, 8, 30, 15)
    sheet.append([moment, "Nữ", 35, "Lương, phụ cấp, Học tập, bồi dưỡng", datetime.date(1991, 4, 3)])
    sheet.append([])
    sheet.append([moment, "Nam", "=40", None, None])
    summary = book.create_sheet("Tổng hợp")
    summary.append(["Giới tính", "Số phiếu"])
    summary.append(["Nữ", 1])
    book.save(HERE / "google.xlsx")


def office():
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    for column, text in enumerate(["id", "sex", "area", "born", "wish"]):
        sheet.write(0, column, text)
    day = xlwt.XFStyle()
    day.num_format_str = "dd/mm/yyyy"
    # The letters of an ABC font stand in the cell as if they were Western.
    words = "Cộng hòa xã hội; nguyện vọng, điều kiện làm việc, chế độ đãi ngộ tốt hơn"
    for row, (sex, area) in enumerate([("female", 2), ("male", 10)], start=1):
        sheet.write(row, 0, row)
        sheet.write(row, 1, sex)
        sheet.write(row, 2, area)
        sheet.write(row, 3, datetime.date(1991, 4, 3), day)
        sheet.write(row, 4, TCVN3(words))
    book.save(str(HERE / "van-phong.xls"))


def TCVN3(text):
    """The bytes of TCVN 5712 read as Windows-1252, for the letters that the text above has."""
    table = dict(zip("ộòãệọềđếốơàạ", "éß·ÖäÒ®Õè¬µ¹"))
    table |= dict(zip("ồưỡ", "å­ì"))
    return "".join(table.get(letter, letter) for letter in text)


def entry():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Nhập liệu"
    sheet.append(["KEY", "sex", "age", "area", "needs/pay", "needs/home", "needs/study", "first/1", "first/2", "at"])
    sheet.append(["Số phiếu", "1. Giới tính", "2. Tuổi của ông/bà", "3. Nơi làm việc", "pay", "home", "study"] + ["x"] * 3)
    moment = datetime.datetime(2026, 11, 21, 8, 30)
    first = ["home – Nhà ở", "pay – Lương, phụ cấp", moment]
    sheet.append(["A-001", "female – Nữ", 35, "02 – Đồng Nai", 1, 0, None] + first)
    sheet.append([None, "male", None, "Quảng Ngãi", None, None, None, None, None, None])
    codes = book.create_sheet("Mã")
    codes.append(["sex", "area"])
    codes.append(["female – Nữ", "02 – Đồng Nai"])
    about = book.create_sheet("Thông tin")
    for pair in [["ykien_entry_workbook", 1], ["form_id", "dialects"], ["header_row", 1], ["first_record_row", 3]]:
        about.append(pair)
    about.append(["sheet", "Nhập liệu", None])
    book.save(HERE / "nhap-lieu.xlsx")


kobo()
google()
office()
entry()
