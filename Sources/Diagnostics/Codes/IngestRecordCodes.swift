// Ingest: findings about records, INGEST-030 to 059.
extension DiagnosticCode {
  /// A quoted cell is never closed.
  public static let recordUnterminatedQuote = DiagnosticCode(
    "INGEST-030", .error,
    message: BilingualText(
      vi: "dấu nháy mở ra không được đóng lại: tệp bị cắt cụt hoặc thừa dấu nháy",
      en: "a quote is opened and never closed: the file was cut off, or the quote is one too many"),
    fix: BilingualText(
      vi: "lấy lại tệp đầy đủ, hoặc sửa dấu nháy ở dòng này",
      en: "get the complete file again, or correct the quote on this line"))

  /// A row has too few or too many cells.
  public static let recordRagged = DiagnosticCode(
    "INGEST-031", .error,
    message: BilingualText(
      vi: "dòng có {found} ô, cần {expected}",
      en: "the row has {found} cells, expected {expected}"),
    fix: BilingualText(
      vi: "kiểm tra dấu phân cách và dấu nháy trong dòng này",
      en: "check the separators and quotes of this row"))

  /// Text follows a closing quote.
  public static let recordBadQuote = DiagnosticCode(
    "INGEST-032", .error,
    message: BilingualText(
      vi: "có ký tự ngay sau dấu nháy đóng",
      en: "text follows a closing quote"),
    fix: BilingualText(
      vi: "nhân đôi dấu nháy nằm trong ô",
      en: "double the quotes inside a cell"))

  /// A record's bytes are not UTF-8.
  public static let recordNotUTF8 = DiagnosticCode(
    "INGEST-033", .error,
    message: BilingualText(
      vi: "có byte không phải UTF-8",
      en: "bytes are not UTF-8"),
    fix: BilingualText(
      vi: "lưu lại tệp bằng UTF-8",
      en: "save the file in UTF-8"))

  /// A record holds a NUL byte.
  public static let recordZeroByte = DiagnosticCode(
    "INGEST-034", .error,
    message: BilingualText(
      vi: "có byte NUL",
      en: "there is a NUL byte"),
    fix: BilingualText(
      vi: "xuất lại tệp từ nguồn; byte này không thể có trong câu trả lời",
      en: "export the file again; no answer can hold this byte"))

  /// A record is longer than any record may be.
  public static let recordTooLong = DiagnosticCode(
    "INGEST-035", .error,
    message: BilingualText(
      vi: "phiếu dài hơn {limit} byte",
      en: "the record is longer than {limit} bytes"),
    fix: BilingualText(
      vi: "kiểm tra dấu nháy và ký tự xuống dòng của tệp",
      en: "check the quotes and line ends of the file"))

  /// The key column of a row is empty.
  public static let recordKeyMissing = DiagnosticCode(
    "INGEST-036", .error,
    message: BilingualText(
      vi: "ô khóa trống",
      en: "the key cell is empty"),
    fix: BilingualText(
      vi: "điền khóa, hoặc bỏ 'key' khỏi tệp ánh xạ",
      en: "fill in the key, or leave 'key' out of the mapping"))

  /// A record with the same key and other answers is there already.
  public static let recordConflicting = DiagnosticCode(
    "INGEST-037", .error,
    message: BilingualText(
      vi: "đã có phiếu cùng khóa nhưng câu trả lời khác",
      en: "there is a record with this key and other answers"),
    fix: BilingualText(
      vi:
        "xác định phiếu nào đúng; phiếu đang có được giữ nguyên, trừ khi bạn nhận phiếu này bằng `ykien problems accept`",
      en:
        "find out which is right; the one in the store is kept unless you take this one in with `ykien problems accept`"
    ))

  /// A submission is not well-formed XML.
  public static let submissionMalformed = DiagnosticCode(
    "INGEST-040", .error,
    message: BilingualText(
      vi: "XML sai cú pháp",
      en: "the XML is not well-formed"),
    fix: BilingualText(
      vi: "lấy lại phiếu từ thiết bị",
      en: "fetch the submission from the device again"))

  /// A submission ends before its end.
  public static let submissionTruncated = DiagnosticCode(
    "INGEST-041", .error,
    message: BilingualText(
      vi: "XML bị cắt cụt",
      en: "the XML is cut off"),
    fix: BilingualText(
      vi: "lấy lại phiếu đầy đủ từ thiết bị",
      en: "fetch the complete submission from the device again"))

  /// A submission has a document type declaration.
  public static let submissionDocumentType = DiagnosticCode(
    "INGEST-042", .error,
    message: BilingualText(
      vi: "XML có khai báo DOCTYPE, không được chấp nhận",
      en: "the XML has a DOCTYPE declaration, which is refused"),
    fix: BilingualText(
      vi: "bỏ phần DOCTYPE; phiếu thật không bao giờ có phần này",
      en: "remove the DOCTYPE; real submissions never have one"))

  /// A submission nests elements too deeply.
  public static let submissionTooDeep = DiagnosticCode(
    "INGEST-043", .error,
    message: BilingualText(
      vi: "XML lồng quá sâu",
      en: "the XML is nested too deeply"),
    fix: BilingualText(
      vi: "kiểm tra nguồn gốc của phiếu",
      en: "check where the submission comes from"))

  /// A submission has nothing in it.
  public static let submissionEmpty = DiagnosticCode(
    "INGEST-044", .error,
    message: BilingualText(
      vi: "tệp trống hoặc không phải XML",
      en: "the file is empty, or no XML"),
    fix: BilingualText(
      vi: "lấy lại phiếu từ thiết bị",
      en: "fetch the submission from the device again"))

  /// A submission belongs to another form.
  public static let submissionOtherForm = DiagnosticCode(
    "INGEST-045", .error,
    message: BilingualText(
      vi: "phiếu thuộc bộ câu hỏi '{found}', cần '{expected}'",
      en: "the submission belongs to form '{found}', expected '{expected}'"),
    fix: BilingualText(
      vi: "nạp phiếu này với đúng bộ câu hỏi",
      en: "ingest it with the form it belongs to"))

  /// A submission replaces an earlier one: the reason for which stores of earlier versions hold it.
  public static let submissionEdited = DiagnosticCode(
    "INGEST-046", .error,
    message: BilingualText(
      vi: "phiếu là bản sửa của phiếu '{original}'; phiên bản này chưa áp dụng bản sửa",
      en: "the submission edits '{original}'; edits are not applied yet"),
    fix: BilingualText(
      vi: "chạy `ykien problems retry`: nay bản sửa thay được bản cũ",
      en: "run `ykien problems retry`: edits are applied now"))

  /// A submission has an element that belongs to no question.
  public static let submissionUnknownElement = DiagnosticCode(
    "INGEST-047", .warning,
    message: BilingualText(
      vi: "phần tử '{element}' không ứng với câu hỏi nào",
      en: "element '{element}' belongs to no question"),
    fix: BilingualText(
      vi: "kiểm tra xem phiếu có đúng phiên bản không",
      en: "check that the submission is of this form's version"))

  /// None of a submission's elements belongs to the form.
  public static let submissionNothingKnown = DiagnosticCode(
    "INGEST-140", .error,
    message: BilingualText(
      vi: "không phần tử nào của phiếu ứng với câu hỏi của biểu mẫu",
      en: "none of the submission's elements belongs to a question of the form"),
    fix: BilingualText(
      vi: "nạp phiếu với đúng biểu mẫu và phiên bản mà người trả lời đã dùng; phiếu được giữ ở khu chờ xử lý",
      en: "take it in with the form and version that the respondent used; the submission is kept in quarantine"))

  /// A submission answers a question twice.
  public static let submissionAnsweredTwice = DiagnosticCode(
    "INGEST-048", .error,
    message: BilingualText(
      vi: "câu hỏi được trả lời hai lần",
      en: "the question is answered twice"),
    fix: BilingualText(
      vi: "lấy lại phiếu từ thiết bị",
      en: "fetch the submission from the device again"))

  /// A submission has no instanceID.
  public static let submissionWithoutIdentifier = DiagnosticCode(
    "INGEST-049", .note,
    message: BilingualText(
      vi: "phiếu không có instanceID; khóa được tính từ nội dung",
      en: "the submission has no instanceID; its key is derived from its content"),
    fix: BilingualText(
      vi: "dùng biểu mẫu có meta/instanceID để nhận ra phiếu gửi lại",
      en: "use a form with meta/instanceID, so that resent submissions are recognised"))

  /// A record came after the last day of its period.
  public static let recordLate = DiagnosticCode(
    "INGEST-050", .note,
    message: BilingualText(
      vi: "phiếu đến sau ngày cuối của kỳ ({last})",
      en: "the record is later than the last day of its period ({last})"),
    fix: BilingualText(
      vi: "phiếu được giữ riêng cho báo cáo bổ sung",
      en: "it is kept apart for a supplement"))

  static let ingestRecordCodes: [DiagnosticCode] = [
    recordUnterminatedQuote, recordRagged, recordBadQuote, recordNotUTF8, recordZeroByte, recordTooLong,
    recordKeyMissing, recordConflicting, submissionMalformed, submissionTruncated, submissionDocumentType,
    submissionTooDeep, submissionEmpty, submissionOtherForm, submissionEdited, submissionUnknownElement,
    submissionNothingKnown, submissionAnsweredTwice, submissionWithoutIdentifier, recordLate,
  ]
}
