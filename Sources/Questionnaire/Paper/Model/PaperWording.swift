import Diagnostics

/// The fixed words of a questionnaire on paper.
struct PaperWording {
  let language: InterfaceLanguage

  var serialNumber: String { text("Mã phiếu", "Serial number") }
  var serialNote: String { text("(Cơ quan khảo sát ghi)", "(filled in by the surveying body)") }
  var organisation: String { text("Cơ quan, đơn vị:", "Organisation:") }
  var filledBy: String { text("Ngày trả lời", "Date of answering") }
  var instructions: String { text("Hướng dẫn trả lời", "How to answer") }
  var severalChoices: String { text("(Chọn một hoặc nhiều phương án)", "(Tick all that apply)") }
  var rankNote: String { text("(Ghi thứ tự 1, 2, 3… vào ô)", "(Write 1, 2, 3… in the boxes)") }
  var codeListTitle: String { text("Danh mục và mã", "List of codes") }
  var codeNote: String { text("Ghi mã của phương án được chọn vào ô.", "Write the code of your choice in the boxes.") }
  var statement: String { text("Nội dung", "Statement") }
  var number: String { text("Câu", "No.") }
  var row: String { text("TT", "No.") }
  var time: String { text("Lần", "No.") }
  var hour: String { text("giờ", "h") }
  var minute: String { text("phút", "min") }
  var latitude: String { text("Vĩ độ", "Latitude") }
  var longitude: String { text("Kinh độ", "Longitude") }
  var attachment: String {
    text(
      "Gửi kèm phiếu, ghi rõ mã phiếu và số câu.", "Hand in with this form; mark it with serial and question number.")
  }
  var decimalMark: String { text(",", ".") }
  var thanks: String { text("Xin trân trọng cảm ơn Ông/Bà!", "Thank you very much!") }
  var annexTitle: String { text("Phụ lục", "Annex") }
  var annexSubtitle: String { text("Bảng mã nhập liệu", "Codes for data entry") }
  var annexNote: String {
    text("(Dành cho người nhập liệu, không phát cho người trả lời)", "(For data entry; not handed to respondents)")
  }
  var entryName: String { text("Tên câu hỏi", "Question name") }
  var entryKind: String { text("Mã, kiểu", "Codes, kind") }
  var listName: String { text("Bảng mã", "List") }
  var listCodes: String { text("Mã trên phiếu = mã nhập (phương án)", "Code on paper = code keyed (choice)") }
  var listElsewhere: String { text("xem trang choices của phiếu", "see the choices sheet of the form") }
  var checkBlock: String {
    text(
      "Người nhập: ……………………… Ngày nhập: …/…/…… Người kiểm tra: ………………………",
      "Keyed by: ……………………… Date: …/…/…… Checked by: ………………………")
  }

  func version(_ identifier: String, _ version: String) -> String {
    version.isEmpty
      ? text("Mẫu phiếu: \(identifier)", "Form: \(identifier)")
      : text("Mẫu phiếu: \(identifier), phiên bản \(version)", "Form: \(identifier), version \(version)")
  }

  func questionCondition(_ condition: String) -> String {
    text("Chỉ trả lời nếu \(condition).", "Answer only if \(condition).")
  }

  func sectionCondition(_ condition: String) -> String {
    text("Chỉ trả lời phần này nếu \(condition).", "Answer this part only if \(condition).")
  }

  func noteCondition(_ condition: String) -> String { text("Nếu \(condition):", "If \(condition):") }

  func filtered(by questions: [String]) -> String {
    let names = questions.joined(separator: text(" và ", " and "))
    return text("Chỉ chọn phương án phù hợp với \(names).", "Choose only what fits \(names).")
  }

  func writtenChoice(_ list: String, _ count: Int) -> String {
    text(
      "Ghi tên phương án (danh mục “\(list)”, \(count) mục):", "Write the choice (list “\(list)”, \(count) entries):")
  }

  func roster(isTransposed: Bool) -> String {
    isTransposed
      ? text(
        "Mỗi cột ghi một trường hợp; thiếu cột thì ghi tiếp vào phiếu khác.",
        "One column for each case; continue on another form when there are more.")
      : text(
        "Mỗi dòng ghi một trường hợp; thiếu dòng thì ghi tiếp vào phiếu khác.",
        "One row for each case; continue on another form when there are more.")
  }

  /// The instruction that a way of answering calls for; nil when it explains itself.
  func instruction(_ answer: PaperAnswer) -> String? {
    switch answer {
    case .choices(_, isMultiple: false), .scale, .tick:
      text(
        "Đánh dấu ✕ vào ô cạnh phương án được chọn; mỗi câu chọn một phương án, trừ câu ghi “chọn một hoặc nhiều”.",
        "Put a cross in the box beside your choice; one choice for each question unless it says “all that apply”.")
    case .choices(_, isMultiple: true): nil
    case .ranking:
      text(
        "Câu xếp thứ tự: ghi số vào ô cạnh từng phương án, mỗi số dùng một lần.",
        "Rankings: write a number beside every choice, each number once.")
    case .digits:
      text(
        "Mỗi ô ghi một chữ số, ghi sát về bên phải.", "Write one digit in a box, the last digit in the last box.")
    case .date: text("Ngày ghi theo thứ tự ngày, tháng, năm.", "Dates are written as day, month, year.")
    default: nil
    }
  }

  var gridInstruction: String {
    text(
      "Bảng nhận định: mỗi dòng đánh dấu ✕ vào một ô, ở cột đúng với ý kiến của Ông/Bà.",
      "Tables of statements: put one cross in each row, in the column that fits your view.")
  }

  var correction: String {
    text(
      "Nếu chọn nhầm, khoanh tròn ô đã đánh dấu rồi đánh dấu ô khác.",
      "To correct a cross, encircle it and put another one.")
  }

  var jumpInstruction: String {
    text(
      "Gặp dấu → thì chuyển ngay đến câu ghi sau dấu; các câu ở giữa để trống.",
      "At an arrow →, go to the question named behind it; leave those between blank.")
  }

  /// What is keyed for an answer that is no choice.
  func kind(_ answer: PaperAnswer) -> String {
    switch answer {
    case .digits(_, let decimals):
      decimals == 0 ? text("chữ số", "digits") : text("số thập phân", "decimal number")
    case .date(hasTime: false): text("ngày yyyy-MM-dd", "date yyyy-MM-dd")
    case .date(hasTime: true): text("ngày giờ yyyy-MM-ddTHH:mm", "date and time yyyy-MM-ddTHH:mm")
    case .time: text("giờ HH:mm", "time HH:mm")
    case .scale: text("số", "number")
    case .tick: text("OK nếu có đánh dấu", "OK when ticked")
    case .place: text("vĩ độ, kinh độ", "latitude, longitude")
    case .attachment: text("tệp kèm theo", "file")
    default: text("chữ", "text")
    }
  }

  func several(_ list: String) -> String { text("\(list) (nhiều mã)", "\(list) (several)") }
  func ranks(_ list: String) -> String { text("\(list) (theo thứ tự)", "\(list) (in order)") }

  /// A decimal number with the language's mark.
  func decimal(_ number: String) -> String { number.replacing(".", with: decimalMark) }

  private func text(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }
}
