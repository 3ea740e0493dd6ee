import Diagnostics

extension EntryGuide {
  /// How to fill in a workbook.
  static func instructions(
    _ words: EntryWording, identifier: String, version: String, sheets: [EntrySheet], names: EntrySheetNames
  ) -> EntryGuide {
    let records = sheets.first?.name ?? ""
    let form = identifier + (version.isEmpty ? "" : words.text(", phiên bản ", ", version ") + version)
    var sentences = [
      words.text("Tệp này dùng cho mẫu phiếu \(form).", "This workbook is for the form \(form)."),
      words.text(
        "Ghi vào sheet “\(records)”, mỗi phiếu một dòng, bắt đầu từ dòng 3; không sửa, không xóa dòng 1 và dòng 2, "
          + "không đổi thứ tự hay thêm cột.",
        "Write on the sheet “\(records)”, one questionnaire in each row, from row 3 on; do not change rows 1 and 2, nor "
          + "add or move columns."),
      words.text(
        "Số trước nội dung ở dòng 2 là số câu trên phiếu giấy; dấu * là câu bắt buộc, ô còn thiếu có nền đỏ nhạt.",
        "The number above a column is the question's number on paper; * marks what is required, and cells that still "
          + "lack it turn light red."),
      words.text(
        "Ô nền xám là câu người này không phải trả lời: để trống.",
        "Grey cells are questions that this respondent does not answer: leave them blank."),
      words.text(
        "Câu chọn một phương án: bấm mũi tên của ô rồi chọn; danh mục đầy đủ ở sheet “\(names.codes)”.",
        "One choice: click the cell's arrow and choose; the lists are on the sheet “\(names.codes)”."),
      words.text(
        "Câu chọn nhiều phương án: mỗi phương án một cột, ghi 1 nếu chọn, để trống nếu không.",
        "Several choices: one column for each choice, 1 when chosen, else blank."),
      words.text(
        "Ngày ghi theo thứ tự ngày/tháng/năm. Người trả lời bỏ trống câu nào thì để trống ô đó.",
        "Leave a cell blank where the respondent left the question blank."),
    ]
    if sheets.count > 1 {
      let others = sheets.dropFirst().map { "“\($0.name)”" }.joined(separator: ", ")
      sentences.append(
        words.text(
          "Phần hỏi nhiều lần ghi ở sheet \(others), mỗi lần một dòng; cột PARENT_KEY ghi lại số của phiếu.",
          "What is asked several times goes on \(others), one row each time; PARENT_KEY repeats the questionnaire's "
            + "number."))
    }
    sentences.append(
      words.text(
        "Dán dữ liệu từ nơi khác thì chọn “Dán giá trị” (Paste Values) để giữ các ô kiểm tra.",
        "When pasting from elsewhere, paste values only, which keeps the checks."))
    sentences.append(
      words.text(
        "Tệp có câu trả lời là dữ liệu cá nhân: không gửi qua thư điện tử cá nhân hay mạng xã hội; gửi theo kênh mà cơ "
          + "quan chủ trì khảo sát đã hướng dẫn, rồi xóa bản lưu khi được báo đã nhận.",
        "A filled-in workbook holds personal data: send it only by the way that the surveying body has named, and delete "
          + "your copy once it has been received."))
    return EntryGuide(heading: words.text("Hướng dẫn nhập liệu", "How to fill in this workbook"), sentences: sentences)
  }
}
