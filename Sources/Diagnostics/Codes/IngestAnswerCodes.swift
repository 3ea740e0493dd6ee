// Ingest: findings about single answers, INGEST-060 and up.
extension DiagnosticCode {
  /// An answer is no choice of the question's list.
  public static let answerNotAChoice = DiagnosticCode(
    "INGEST-060", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' không có trong danh sách lựa chọn",
      en: "the answer to '{field}' is no choice of its list"),
    fix: BilingualText(
      vi: "sửa mã trả lời, hoặc bổ sung lựa chọn vào phiếu",
      en: "correct the code, or add the choice to the form"))

  /// A ranking names a choice twice.
  public static let answerRepeatedChoice = DiagnosticCode(
    "INGEST-061", .error,
    message: BilingualText(
      vi: "xếp hạng '{field}' nêu một lựa chọn hai lần",
      en: "the ranking '{field}' names a choice twice"),
    fix: BilingualText(
      vi: "để mỗi lựa chọn ở một vị trí",
      en: "give each choice one place"))

  /// An answer is no whole number.
  public static let answerNotAnInteger = DiagnosticCode(
    "INGEST-062", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' không phải số nguyên",
      en: "the answer to '{field}' is no whole number"),
    fix: BilingualText(
      vi: "ghi số nguyên, không có dấu phân cách hàng nghìn",
      en: "write a whole number without separators"))

  /// An answer is no number.
  public static let answerNotANumber = DiagnosticCode(
    "INGEST-063", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' không phải số",
      en: "the answer to '{field}' is no number"),
    fix: BilingualText(
      vi: "ghi số với dấu chấm thập phân",
      en: "write a number with a decimal point"))

  /// An answer is no date.
  public static let answerNotADate = DiagnosticCode(
    "INGEST-064", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' không phải ngày dạng 2026-12-15",
      en: "the answer to '{field}' is no date like 2026-12-15"),
    fix: BilingualText(
      vi: "ghi ngày theo dạng năm-tháng-ngày",
      en: "write the date as year-month-day"))

  /// An answer is no time of day.
  public static let answerNotATime = DiagnosticCode(
    "INGEST-065", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' không phải giờ dạng 07:30",
      en: "the answer to '{field}' is no time of day like 07:30"),
    fix: BilingualText(
      vi: "ghi giờ theo dạng giờ:phút",
      en: "write the time as hours:minutes"))

  /// An answer is no moment.
  public static let answerNotADateTime = DiagnosticCode(
    "INGEST-066", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' không phải thời điểm dạng 2026-12-15T07:30:00+07:00",
      en: "the answer to '{field}' is no moment like 2026-12-15T07:30:00+07:00"),
    fix: BilingualText(
      vi: "ghi theo dạng ISO 8601",
      en: "write it in ISO 8601 form"))

  /// A column of one choice holds neither 0 nor 1.
  public static let answerNotATick = DiagnosticCode(
    "INGEST-067", .error,
    message: BilingualText(
      vi: "ô của một lựa chọn trong '{field}' không phải 0 hoặc 1",
      en: "a cell for one choice of '{field}' is neither 0 nor 1"),
    fix: BilingualText(
      vi: "ghi 1 nếu được chọn, 0 nếu không",
      en: "write 1 for chosen, 0 for not chosen"))

  /// An answer's bytes are not UTF-8.
  public static let answerNotUTF8 = DiagnosticCode(
    "INGEST-068", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' không phải UTF-8",
      en: "the answer to '{field}' is not UTF-8"),
    fix: BilingualText(
      vi: "lưu lại tệp bằng UTF-8",
      en: "save the file in UTF-8"))

  /// A required answer is missing.
  public static let answerRequired = DiagnosticCode(
    "INGEST-069", .error,
    message: BilingualText(
      vi: "thiếu câu trả lời bắt buộc của '{field}'",
      en: "the required answer to '{field}' is missing"),
    fix: BilingualText(
      vi: "hỏi lại người trả lời, hoặc bỏ yêu cầu bắt buộc trong phiếu",
      en: "ask the respondent, or make the question optional in the form"))

  /// An answer breaks its constraint.
  public static let answerConstraint = DiagnosticCode(
    "INGEST-070", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' vi phạm ràng buộc {constraint}",
      en: "the answer to '{field}' breaks the constraint {constraint}"),
    fix: BilingualText(
      vi: "sửa câu trả lời theo điều kiện của phiếu",
      en: "correct the answer as the form demands"))

  /// A number lies outside its scale or between its steps.
  public static let answerOutOfRange = DiagnosticCode(
    "INGEST-071", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' nằm ngoài thang {start}…{end}, bước {step}",
      en: "the answer to '{field}' lies outside the scale {start}…{end} by {step}"),
    fix: BilingualText(
      vi: "ghi một giá trị có trên thang",
      en: "write a value that the scale has"))

  /// A question that was not shown has an answer; it was dropped.
  public static let answerNotShown = DiagnosticCode(
    "INGEST-072", .warning,
    message: BilingualText(
      vi: "'{field}' không được hiển thị nhưng có câu trả lời; câu trả lời này không được tính",
      en: "'{field}' was not shown and has an answer, which is not counted"),
    fix: BilingualText(
      vi: "kiểm tra điều kiện hiển thị của câu hỏi",
      en: "check the question's relevance"))

  /// An answer is a choice that the question's filter does not offer.
  public static let answerNotOffered = DiagnosticCode(
    "INGEST-073", .error,
    message: BilingualText(
      vi: "câu trả lời của '{field}' không nằm trong các lựa chọn còn lại theo bộ lọc {filter}",
      en: "the answer to '{field}' is none of the choices that the filter {filter} offers"),
    fix: BilingualText(
      vi: "đối chiếu với các câu mà bộ lọc dựa vào; sửa câu trả lời, hoặc cột lọc trong sheet choices",
      en: "compare the questions on which the filter depends; correct the answer, or the column of the choices sheet"))

  static let ingestAnswerCodes: [DiagnosticCode] = [
    answerNotAChoice, answerRepeatedChoice, answerNotAnInteger, answerNotANumber, answerNotADate, answerNotATime,
    answerNotADateTime, answerNotATick, answerNotUTF8, answerRequired, answerConstraint, answerOutOfRange,
    answerNotShown, answerNotOffered,
  ]
}
