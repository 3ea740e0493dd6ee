import CivilCalendar
import Diagnostics

/// The fixed words of an entry workbook.
struct EntryWording {
  let language: InterfaceLanguage

  var respondents: String { text("Nhập liệu", "Data entry") }
  var sheetNames: EntrySheetNames {
    EntrySheetNames(
      guide: text("Hướng dẫn", "Instructions"), codes: text("Mã", "Codes"), about: text("Thông tin", "About"))
  }

  var key: String { text("Số phiếu", "Questionnaire number") }
  var rowKey: String { text("Số dòng", "Row number") }
  func parentKey(_ sheet: String) -> String { text("Thuộc phiếu (sheet “\(sheet)”)", "Belongs to (sheet “\(sheet)”)") }
  func parentRow(_ sheet: String) -> String {
    text("Thuộc dòng (sheet “\(sheet)”)", "Belongs to row (sheet “\(sheet)”)")
  }
  var today: String { text("hôm nay", "today") }
  var dateOfAnswering: String { text("Ngày điền phiếu", "Date of answering") }

  func keyMessage(isRequired: Bool) -> String {
    text(
      "Ghi mã đơn vị rồi số thứ tự, ví dụ DV01-0001; mỗi phiếu một số, không trùng phiếu nào, kể cả ở đơn vị khác.",
      "Office code, then a running number, for example DV01-0001; unlike every other questionnaire of all offices.")
      + (isRequired ? "" : text(" Để trống cũng được.", " May be left blank."))
  }
  var keyError: String {
    text("Số này đã có ở dòng khác; mỗi dòng một số.", "This number is in another row; every row has its own.")
  }
  var parentMessage: String {
    text("Chọn số đã ghi ở sheet đó.", "Choose a number written on that sheet.")
  }
  var parentError: String {
    text("Sheet kia không có số này; ghi ở đó trước.", "That sheet does not have this number; write it there first.")
  }
  func rowKeyMessage(isRequired: Bool) -> String {
    isRequired
      ? text(
        "Ghi số của dòng, không trùng dòng khác; sheet khác dùng số này.",
        "A number unlike that of every other row; other sheets refer to it.")
      : text("Để trống được.", "May be left blank.")
  }

  var errorTitle: String { text("Chưa đúng", "Please check") }
  var choiceError: String {
    text("Chọn một mục trong danh sách, hoặc để trống.", "Choose an entry of the list, or leave the cell blank.")
  }
  var tickMessage: String { text("Ghi 1 nếu chọn, để trống nếu không.", "1 when chosen, else blank.") }
  var tickError: String { text("Ghi 1 hoặc 0, hoặc để trống.", "Write 1 or 0, or leave the cell blank.") }
  var okMessage: String { text("Chọn OK nếu có đánh dấu, để trống nếu không.", "OK when ticked, else blank.") }
  var codesMessage: String {
    text("Ghi các mã (sheet Mã), cách nhau bằng dấu cách.", "Write the codes (sheet Codes) with blanks between them.")
  }
  var orderedCodesMessage: String {
    text(
      "Ghi các mã (sheet Mã) theo thứ tự ưu tiên, cách nhau bằng dấu cách.",
      "Write the codes (sheet Codes) in order, the most preferred first, with blanks between them.")
  }
  var dateMessage: String { text("Ghi ngày/tháng/năm, ví dụ 21/11/2026.", "Write a date.") }
  var dateTimeMessage: String {
    text("Ghi ngày/tháng/năm giờ:phút, ví dụ 21/11/2026 08:30.", "Write a date, a blank, hours:minutes.")
  }
  var timeMessage: String { text("Ghi giờ:phút, ví dụ 08:30.", "Write hours:minutes, for example 08:30.") }
  var placeMessage: String {
    text(
      "Ghi vĩ độ, kinh độ (độ, dấu chấm thập phân), cách nhau bằng dấu cách; nhiều điểm thì cách nhau bằng dấu ;",
      "Latitude, longitude in degrees with a decimal point and a blank between them; several points with ; between.")
  }
  func place(_ number: Int) -> String { text("thứ \(number)", "place \(number)") }

  func onlyIf(_ condition: String) -> String {
    text("Chỉ ghi nếu \(condition).", "Only if \(condition).")
  }

  func filtered(by questions: [String]) -> String {
    let names = questions.joined(separator: text(" và ", " and "))
    return text("Chọn mục phù hợp với \(names).", "Choose what fits \(names).")
  }

  /// The range of a number or date in words; "" when it has none.
  func range(_ bounds: EntryBounds, of content: EntryContent) -> String {
    let kind =
      switch content {
      case .number(isWhole: true, _): text("Số nguyên", "A whole number")
      case .number: text("Số", "A number")
      default: text("Ngày", "A date")
      }
    let isDate = if case .date = content { true } else { false }
    switch (bounds.minimum, bounds.maximum) {
    case (let low?, let high?) where low.isInclusive && high.isInclusive:
      return kind + text(" từ \(low.words) đến \(high.words).", " from \(low.words) to \(high.words).")
    case (let low, let high):
      let ends = [
        low.map {
          $0.isInclusive
            ? text("từ \($0.words) trở \(isDate ? "đi" : "lên")", "not less than \($0.words)")
            : text("\(isDate ? "sau" : "lớn hơn") \($0.words)", "more than \($0.words)")
        },
        high.map {
          $0.isInclusive
            ? text("không \(isDate ? "sau" : "quá") \($0.words)", "not more than \($0.words)")
            : text("\(isDate ? "trước" : "nhỏ hơn") \($0.words)", "less than \($0.words)")
        },
      ].compactMap { $0 }
      return ends.isEmpty ? kind + "." : kind + " " + ends.joined(separator: ", ") + "."
    }
  }

  /// A number as it is written in the language.
  func number(_ text: String) -> String { language == .vietnamese ? text.replacing(".", with: ",") : text }

  /// A day as it is written in the language.
  func day(_ day: CivilDay) -> String {
    if language == .english { return day.iso }
    let parts = day.iso.split(separator: "-")
    return parts.reversed().joined(separator: "/")
  }

  func text(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }
}
