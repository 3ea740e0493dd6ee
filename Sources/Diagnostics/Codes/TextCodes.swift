// Codes of open answers: TEXT-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A file of the dictionary lacks a column.
  public static let dictionaryColumnMissing = DiagnosticCode(
    "TEXT-001", .error,
    message: BilingualText(
      vi: "từ điển chủ đề: tệp này cần cột “{column}”, nhưng không có",
      en: "dictionary of themes: this file needs the column “{column}”, which is not there"),
    fix: BilingualText(vi: "thêm cột {column} vào dòng đầu", en: "add the column {column} to the first row"))

  /// A phrase names a theme that does not exist.
  public static let dictionaryUnknownTheme = DiagnosticCode(
    "TEXT-002", .error,
    message: BilingualText(
      vi: "cụm từ này được gán cho chủ đề “{theme}”, nhưng themes.csv không có chủ đề đó",
      en: "this phrase speaks of the theme “{theme}”, which themes.csv does not have"),
    fix: BilingualText(
      vi: "sửa tên chủ đề, hoặc thêm chủ đề vào themes.csv; dùng “-” khi cụm từ không nói về chủ đề nào",
      en: "correct the name, or add the theme to themes.csv; write “-” when the phrase speaks of none"))

  /// A theme is named twice, or its name cannot stand in a table.
  public static let dictionaryBadThemeName = DiagnosticCode(
    "TEXT-003", .error,
    message: BilingualText(
      vi: "tên chủ đề “{theme}” bị lặp lại hoặc không hợp lệ: cần chữ không dấu, chữ số và dấu gạch dưới",
      en: "the name of the theme “{theme}” is repeated or not usable: letters without marks, digits and _ are expected"),
    fix: BilingualText(vi: "đặt cho chủ đề một tên riêng", en: "give the theme a name of its own"))

  /// There are more themes than fit.
  public static let dictionaryTooManyThemes = DiagnosticCode(
    "TEXT-004", .error,
    message: BilingualText(
      vi: "từ điển có {count} chủ đề, nhiều hơn {limit}", en: "the dictionary has {count} themes, more than {limit}"),
    fix: BilingualText(vi: "gộp các chủ đề gần nhau", en: "put themes together that are near each other"))

  /// A phrase cannot be used.
  public static let dictionaryUnusablePhrase = DiagnosticCode(
    "TEXT-005", .error,
    message: BilingualText(
      vi: "cụm từ này không dùng được: cần ít nhất một chữ, và nhiều nhất một dấu “~” giữa hai phần",
      en: "this phrase cannot be used: at least one letter is expected, and at most one “~” between two parts"),
    fix: BilingualText(vi: "viết lại cụm từ, hoặc xóa dòng này", en: "write the phrase anew, or delete the row"))

  /// A word of a file of the dictionary is none of those expected.
  public static let dictionaryBadWord = DiagnosticCode(
    "TEXT-006", .error,
    message: BilingualText(
      vi: "cột “{column}” của từ điển cần một trong các từ: {expected}",
      en: "the column “{column}” of the dictionary takes one of: {expected}"),
    fix: BilingualText(vi: "sửa ô này", en: "correct the cell"))

  /// The dictionary has no phrase: nothing will be found.
  public static let dictionaryEmpty = DiagnosticCode(
    "TEXT-007", .warning,
    message: BilingualText(
      vi: "từ điển chủ đề không có chủ đề hoặc cụm từ nào, nên mọi ý kiến đều là chưa phân loại",
      en: "the dictionary has no theme or no phrase, so that every answer stays uncoded"),
    fix: BilingualText(
      vi: "kiểm tra khóa texts.dictionary của tệp pipeline và tệp phrases.csv",
      en: "check the key texts.dictionary of the pipeline file, and phrases.csv"))

  /// A row of a phrases table has no counts.
  public static let phraseCountUnreadable = DiagnosticCode(
    "TEXT-010", .error,
    message: BilingualText(
      vi: "dòng này của bảng cụm từ cần hai số nguyên: people không lớn hơn base",
      en: "this row of the table of phrases needs two whole numbers: people, no larger than base"),
    fix: BilingualText(
      vi: "dùng tệp phrases.csv do ykien ghi ra ở kỳ trước",
      en: "use the phrases.csv that ykien wrote in the former wave"))

  /// Nobody wrote anything.
  public static let noOpenAnswers = DiagnosticCode(
    "TEXT-011", .note,
    message: BilingualText(
      vi: "không có ai ghi ý kiến mở trong kỳ này", en: "nobody wrote an open answer in this wave"),
    fix: BilingualText(
      vi: "kiểm tra khóa texts.questions và period của tệp pipeline",
      en: "check the keys texts.questions and period of the pipeline file"))

  /// A coding sheet cannot be read.
  public static let codingSheetUnusable = DiagnosticCode(
    "TEXT-012", .error,
    message: BilingualText(
      vi: "phiếu mã hóa cần các cột “id”, “text” và một cột cho mỗi chủ đề; ô chủ đề để trống, 0 hoặc 1",
      en: "a coding sheet needs the columns “id”, “text” and one per theme; cells of themes are empty, 0 or 1"),
    fix: BilingualText(
      vi: "dùng tệp do `ykien texts sheet` tạo ra và chỉ điền các cột chủ đề",
      en: "use the file that `ykien texts sheet` made, and fill in the columns of themes only"))

  /// Two coding sheets have no answer in common.
  public static let codingSheetsDiffer = DiagnosticCode(
    "TEXT-013", .error,
    message: BilingualText(
      vi: "hai phiếu mã hóa không có ý kiến chung nào hoặc khác nhau về chủ đề",
      en: "the two coding sheets have no answer in common, or different themes"),
    fix: BilingualText(
      vi: "giao cho hai người cùng một tệp do `ykien texts sheet` tạo ra",
      en: "give both coders the same file made by `ykien texts sheet`"))

  static let textCodes: [DiagnosticCode] = [
    dictionaryColumnMissing, dictionaryUnknownTheme, dictionaryBadThemeName, dictionaryTooManyThemes,
    dictionaryUnusablePhrase, dictionaryBadWord, dictionaryEmpty,
    phraseCountUnreadable, noOpenAnswers, codingSheetUnusable, codingSheetsDiffer,
  ]
}
