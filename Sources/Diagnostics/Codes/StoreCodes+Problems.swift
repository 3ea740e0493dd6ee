// Codes of decisions about held records: STORE-070 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A record that was decided on stays held.
  public static let storeProblemStillHeld = DiagnosticCode(
    "STORE-070", .error,
    message: BilingualText(
      vi: "Phiếu giữ riêng số {number} vẫn chưa được nhận", en: "Held record {number} is still not taken in"),
    fix: BilingualText(
      vi: "sửa nốt các chỗ đã nêu; phiếu trùng khóa thì ghi khóa mới ở dòng (key), hoặc loại phiếu",
      en: "correct what was said about it; a record with another's key gets a new one in its row (key), or is rejected"
    ))

  /// A column of the table of problems is missing.
  public static let storeProblemColumn = DiagnosticCode(
    "STORE-071", .error,
    message: BilingualText(
      vi: "Bảng các chỗ sai thiếu cột “{column}”", en: "The table of problems has no column “{column}”"),
    fix: BilingualText(
      vi: "giữ nguyên dòng tiêu đề mà `ykien problems export` đã ghi",
      en: "keep the headings that `ykien problems export` wrote"))

  /// A decision is none.
  public static let storeProblemDecision = DiagnosticCode(
    "STORE-072", .error,
    message: BilingualText(
      vi: "Cột decision cần “chấp nhận”, “loại” hoặc để trống",
      en: "The column decision needs “accept”, “reject” or nothing"),
    fix: BilingualText(vi: "sửa ô này", en: "correct the cell"))

  /// A row is of another record than the store holds under its number.
  public static let storeProblemOther = DiagnosticCode(
    "STORE-073", .error,
    message: BilingualText(
      vi: "Trong kho, số {number} nay là phiếu khác với phiếu ở dòng này",
      en: "In the store, {number} is now another record than this row's"),
    fix: BilingualText(
      vi: "giữ nguyên các cột problem, source, record; bảng cũ thì xuất lại bằng `ykien problems export`",
      en: "leave the columns problem, source and record as they were; export an old table again"))

  /// A record is accepted in one row and rejected in another.
  public static let storeProblemContradiction = DiagnosticCode(
    "STORE-074", .error,
    message: BilingualText(
      vi: "Phiếu số {number} có quyết định khác ở dòng {line}",
      en: "Record {number} is decided otherwise in line {line}"),
    fix: BilingualText(vi: "giữ một quyết định cho mỗi phiếu", en: "keep one decision for each record"))

  /// A corrected answer stands in a row without a question.
  public static let storeProblemNoQuestion = DiagnosticCode(
    "STORE-075", .error,
    message: BilingualText(
      vi: "Dòng này của phiếu số {number} không nói về câu hỏi nào nên không sửa được ở đây",
      en: "This row of record {number} is about no question: nothing can be corrected here"),
    fix: BilingualText(
      vi: "sửa trong tệp nguồn rồi nhận lại bằng `ykien ingest`, hoặc loại phiếu",
      en: "correct the source file and take it in with `ykien ingest`, or reject the record"))

  /// A record came too late: it is not taken in by a decision about its answers.
  public static let storeProblemWithheld = DiagnosticCode(
    "STORE-076", .error,
    message: BilingualText(
      vi: "Phiếu số {number} đến sau kỳ, không nhận bằng cách này được",
      en: "Record {number} came after its period and is not taken in this way"),
    fix: BilingualText(
      vi: "để phiếu cho báo cáo bổ sung, hoặc loại phiếu", en: "leave it for a supplement, or reject it"))

  /// Two rows correct one answer differently.
  public static let storeProblemTwice = DiagnosticCode(
    "STORE-077", .error,
    message: BilingualText(
      vi: "Phiếu số {number}: câu {field} được sửa hai lần khác nhau",
      en: "Record {number}: {field} is corrected twice, differently"),
    fix: BilingualText(vi: "ghi một giá trị, ở một dòng", en: "write one value, in one row"))

  /// The answers that were not shown cannot be read.
  public static let storeConcealedDamaged = DiagnosticCode(
    "STORE-078", .error,
    message: BilingualText(
      vi: "Đoạn {segment}: các câu trả lời cho câu không hiển thị bị hỏng",
      en: "Segment {segment}: the answers to questions that were not shown are damaged"),
    fix: BilingualText(vi: "khôi phục từ bản sao lưu", en: "restore a backup"))

  static let storeProblemCodes: [DiagnosticCode] = [
    storeProblemStillHeld, storeProblemColumn, storeProblemDecision, storeProblemOther, storeProblemContradiction,
    storeProblemNoQuestion, storeProblemWithheld, storeProblemTwice, storeConcealedDamaged,
  ]
}
