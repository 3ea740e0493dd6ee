// Ingest: findings about tables with the rows of repeats, INGEST-185 to 199.
extension DiagnosticCode {
  /// A table holds rows of a repeat, and nothing holds their records.
  public static let repeatRecordsMissing = DiagnosticCode(
    "INGEST-185", .error,
    message: BilingualText(
      vi: "bảng này chứa các dòng của nhóm lặp, nhưng không có bảng phiếu đi kèm",
      en: "this table holds rows of a repeat, and the table of their records is not there"),
    fix: BilingualText(
      vi: "nạp cùng lúc bảng phiếu và các bảng nhóm lặp, hoặc nạp cả thư mục hay tệp zip chứa chúng",
      en: "name the table of records and those of its repeats together, or the folder or zip that holds them"))

  /// A table of rows may belong to several tables of records or to several repeats, or to none.
  public static let repeatUncertain = DiagnosticCode(
    "INGEST-186", .error,
    message: BilingualText(
      vi: "không rõ các dòng của bảng này thuộc nhóm lặp hay bảng phiếu nào; các khả năng: {candidates}",
      en: "which repeat or table of records the rows of this table belong to cannot be told; possible are {candidates}"),
    fix: BilingualText(
      vi: "đặt tên tệp theo dạng <bảng phiếu>-<nhóm lặp>.csv, hoặc đặt tên trang theo tên nhóm lặp",
      en: "name the file <table of records>-<repeat>.csv, or the sheet like the repeat"))

  /// No column says to which records rows belong.
  public static let repeatLinkMissing = DiagnosticCode(
    "INGEST-187", .error,
    message: BilingualText(
      vi: "không có cột nối dòng với phiếu: cần PARENT_KEY và KEY, hoặc _parent_index và _index",
      en: "no column joins rows to records: expected PARENT_KEY and KEY, or _parent_index and _index"),
    fix: BilingualText(
      vi: "xuất lại các bảng kèm cột khóa",
      en: "export the tables again with their key columns"))

  /// No record, or row around it, has the key that a row names.
  public static let rowWithoutRecord = DiagnosticCode(
    "INGEST-188", .error,
    message: BilingualText(
      vi: "không có phiếu nào mang khóa mà dòng này của '{group}' ghi",
      en: "no record has the key that this row of '{group}' names"),
    fix: BilingualText(
      vi: "bổ sung phiếu còn thiếu vào bảng phiếu, hoặc sửa khóa của dòng, rồi nạp lại",
      en: "add the missing record to its table, or correct the row's key, then ingest again"))

  /// A row does not say to which record it belongs.
  public static let rowWithoutParent = DiagnosticCode(
    "INGEST-189", .error,
    message: BilingualText(
      vi: "dòng của '{group}' không ghi thuộc phiếu nào",
      en: "the row of '{group}' does not say to which record it belongs"),
    fix: BilingualText(
      vi: "điền khóa của phiếu vào dòng này, rồi nạp lại",
      en: "fill in the record's key, then ingest again"))

  /// Two rows of a repeat have one key.
  public static let rowKeyRepeated = DiagnosticCode(
    "INGEST-190", .error,
    message: BilingualText(
      vi: "có dòng khác của '{group}' mang cùng khóa",
      en: "another row of '{group}' has this row's key"),
    fix: BilingualText(
      vi: "xóa dòng thừa hoặc sửa khóa, rồi nạp lại",
      en: "delete the row that is one too many or correct its key, then ingest again"))

  /// The tables of a form's repeats are larger than may be held in memory.
  public static let repeatsTooLarge = DiagnosticCode(
    "INGEST-191", .error,
    message: BilingualText(
      vi: "các bảng nhóm lặp lớn hơn {limit} byte",
      en: "the tables of repeats are larger than {limit} bytes"),
    fix: BilingualText(
      vi: "chia phiếu thành nhiều phần cùng các dòng của chúng, mỗi phần một thư mục, hoặc nạp phiếu XML",
      en: "divide the records with their rows into several folders, or take in the submissions"))

  /// A table of records waits for a table of its repeats that cannot be used.
  public static let repeatTableUnusable = DiagnosticCode(
    "INGEST-192", .error,
    message: BilingualText(
      vi: "bảng nhóm lặp '{file}' không dùng được, nên phiếu của bảng này chưa được nạp",
      en: "the table of a repeat, '{file}', cannot be used, so the records of this table are not taken in"),
    fix: BilingualText(
      vi: "sửa lỗi của bảng đó rồi nạp lại cả hai",
      en: "mend what is reported about that table, then ingest both again"))

  /// The rows that name a record belong to another one already.
  public static let rowsOfAnother = DiagnosticCode(
    "INGEST-193", .error,
    message: BilingualText(
      vi: "các dòng của '{group}' ghi phiếu này đã thuộc một phiếu khác mang cùng số",
      en: "the rows of '{group}' that name this record belong to another record with its number already"),
    fix: BilingualText(
      vi: "không ghép các bảng xuất khác nhau vào một bảng; nạp từng bộ bảng riêng",
      en: "do not paste exports together; ingest each with its own tables"))

  static let ingestRepeatCodes: [DiagnosticCode] = [
    repeatRecordsMissing, repeatUncertain, repeatLinkMissing, rowWithoutRecord, rowWithoutParent, rowKeyRepeated,
    repeatsTooLarge, repeatTableUnusable, rowsOfAnother,
  ]
}
