// Edits, bulk files and doubtful records: INGEST-150 to INGEST-169. Identifiers are never reused.
extension DiagnosticCode {
  /// A record took the place of an earlier version.
  public static let editApplied = DiagnosticCode(
    "INGEST-150", .note,
    message: BilingualText(
      vi: "phiếu là bản sửa và thay phiếu '{original}'",
      en: "the record is an edit and takes the place of '{original}'"),
    fix: BilingualText(
      vi: "không cần làm gì; bản cũ được giữ riêng và không còn tính vào số liệu",
      en: "nothing needs to be done; the earlier version is kept apart and counted no more"))

  /// A record edits one that is not there.
  public static let editOfUnknown = DiagnosticCode(
    "INGEST-151", .warning,
    message: BilingualText(
      vi: "phiếu là bản sửa của phiếu '{original}', nhưng kho chưa có phiếu đó",
      en: "the record edits '{original}', which is not in the store"),
    fix: BilingualText(
      vi: "nạp cả phiếu gốc nếu có; khi đến sau, phiếu gốc sẽ không được tính thêm",
      en: "take the original in too if there is one; coming later, it will not be counted besides"))

  /// A record edits a version that another one has replaced.
  public static let editOutdated = DiagnosticCode(
    "INGEST-152", .error,
    message: BilingualText(
      vi: "phiếu sửa phiếu '{original}', nhưng phiếu đó đã được một bản sửa khác thay, hoặc chính nó bị giữ lại vì vậy",
      en: "the record edits '{original}', which another edit has replaced already, or which is held for that reason"),
    fix: BilingualText(
      vi: "xem bản sửa nào đúng; bản đang có trong kho được giữ",
      en: "find out which edit is right; the one in the store is kept"))

  /// A record came after its edit.
  public static let recordSuperseded = DiagnosticCode(
    "INGEST-153", .note,
    message: BilingualText(
      vi: "phiếu đã có bản sửa trong kho hoặc trong cùng đợt nạp; được giữ làm bản cũ, không tính vào số liệu",
      en: "the record has been replaced by an edit that is there; it is kept as an earlier version and not counted"),
    fix: BilingualText(vi: "không cần làm gì", en: "nothing needs to be done"))

  /// An edit takes consent back.
  public static let editDeclined = DiagnosticCode(
    "INGEST-154", .warning,
    message: BilingualText(
      vi: "bản sửa không còn đồng ý tham gia, nên không được lưu; phiếu gốc vẫn được tính",
      en: "the edit takes consent back and was not stored; the original is still counted"),
    fix: BilingualText(
      vi: "xóa phiếu gốc bằng `ykien forget` nếu người trả lời muốn rút phiếu",
      en: "erase the original by `ykien forget` if the respondent withdraws"))

  /// The rest of a file of many submissions cannot be divided.
  public static let bulkRest = DiagnosticCode(
    "INGEST-155", .error,
    message: BilingualText(
      vi: "từ dòng này đến hết tệp ({bytes} byte, khoảng {count} phiếu) không tách được thành từng phiếu",
      en: "from this line to the end of the file ({bytes} bytes, some {count} submissions) nothing can be told apart"),
    fix: BilingualText(
      vi: "sửa chỗ chú thích hoặc CDATA chưa đóng, hoặc xuất lại tệp; các phiếu phía trước đã được đọc",
      en: "close the comment or CDATA section, or export the file again; the submissions before it were read"))

  /// Records under different keys have the same answers.
  public static let recordsAlike = DiagnosticCode(
    "INGEST-156", .warning,
    message: BilingualText(
      vi: "{count} phiếu khác mã có mọi câu trả lời giống hệt nhau: {key}; {others}",
      en: "{count} records with different keys have all their answers alike: {key}; {others}"),
    fix: BilingualText(
      vi: "xem có phải một người gửi hai lần không; phiếu vẫn được tính cho đến khi bạn xóa bớt",
      en: "find out whether one person answered twice; they are counted until you erase one"))

  /// A record has one answer to all questions of a block.
  public static let recordStraight = DiagnosticCode(
    "INGEST-157", .warning,
    message: BilingualText(
      vi: "phiếu {key} chọn cùng một phương án cho mọi câu từ '{first}' đến '{last}'",
      en: "the record {key} has the same choice for all questions from '{first}' to '{last}'"),
    fix: BilingualText(
      vi: "xem người trả lời có đọc câu hỏi không; phiếu vẫn được tính",
      en: "consider whether the questions were read; the record is counted"))

  /// An interview took too little time.
  public static let recordTooFast = DiagnosticCode(
    "INGEST-158", .warning,
    message: BilingualText(
      vi: "phiếu {key} được trả lời trong chưa đầy {minutes} phút",
      en: "the record {key} was answered in less than {minutes} minutes"),
    fix: BilingualText(
      vi: "xem lại phiếu; phiếu vẫn được tính",
      en: "look at the record; it is counted"))

  static let ingestIdentityCodes: [DiagnosticCode] = [
    editApplied, editOfUnknown, editOutdated, recordSuperseded, editDeclined, bulkRest,
    recordsAlike, recordStraight, recordTooFast,
  ]
}
