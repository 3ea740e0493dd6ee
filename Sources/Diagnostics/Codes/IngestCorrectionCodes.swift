// Codes of corrected answers and of rules: INGEST-170 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A correction names no question of the record.
  public static let correctionWithoutField = DiagnosticCode(
    "INGEST-170", .error,
    message: BilingualText(
      vi: "phiếu không có câu “{field}” để sửa", en: "the record has no question “{field}” to be corrected"),
    fix: BilingualText(
      vi: "giữ nguyên cột field; thêm dòng thì ghi đúng tên câu hỏi, như tuoi hoặc viec[2]/ket_qua",
      en: "leave the column field as it was; in an added row write the question's name, as age or task[2]/status"))

  /// A correction answers for the respondent whether they consent.
  public static let correctionOfConsent = DiagnosticCode(
    "INGEST-171", .error,
    message: BilingualText(
      vi: "câu “{field}” là sự đồng ý của người trả lời, không ai sửa thay được",
      en: "“{field}” is the respondent's consent, which nobody else can give"),
    fix: BilingualText(
      vi: "hỏi lại người trả lời và nhận phiếu mới của họ, hoặc loại phiếu",
      en: "ask the respondent and take in their new record, or reject this one"))

  /// A correction answers a question that the source does not have.
  public static let correctionWithoutColumn = DiagnosticCode(
    "INGEST-172", .error,
    message: BilingualText(
      vi: "tệp nguồn không có cột của câu “{field}”", en: "the source has no column of “{field}”"),
    fix: BilingualText(
      vi: "nối cột bằng tệp --mapping, hoặc bỏ chỗ sửa này",
      en: "map the column with --mapping, or leave this correction out"))

  /// A calculated value is not what the answers give.
  public static let answerNotAsCalculated = DiagnosticCode(
    "INGEST-173", .warning,
    message: BilingualText(
      vi: "giá trị của '{field}' khác với giá trị tính lại từ các câu trả lời",
      en: "the value of '{field}' is not the one that the answers give"),
    fix: BilingualText(
      vi: "xem câu trả lời nào đã đổi sau khi tính; giá trị gửi đến được giữ nguyên",
      en: "see which answer was changed after it was worked out; the value that came is kept"))

  /// A held record comes back without the key it was held with.
  public static let correctionLosesKey = DiagnosticCode(
    "INGEST-174", .error,
    message: BilingualText(
      vi: "phiếu có mã khi bị cách ly, nay đọc lại không thấy mã",
      en: "the record had a key when it was held and has none now"),
    fix: BilingualText(
      vi: "chạy lại lệnh với --mapping đã dùng khi nạp tệp, trong đó key là cột mã",
      en: "give the --mapping by which the file was taken in; its key names the column"))

  static let ingestCorrectionCodes: [DiagnosticCode] = [
    correctionWithoutField, correctionOfConsent, correctionWithoutColumn, answerNotAsCalculated,
    correctionLosesKey,
  ]
}
