// Codes of the form stage: what expressions can mean, and what they can never come to. Identifiers are never reused.
extension DiagnosticCode {
  /// A name stands in an expression without `${…}`.
  public static let formNameBare = DiagnosticCode(
    "FORM-120", .warning,
    message: BilingualText(
      vi: "“{name}” viết không có ${…} nên không chỉ câu hỏi nào",
      en: "“{name}” is written without ${…} and names no question"),
    fix: BilingualText(
      vi: "viết ${tên} nếu là câu hỏi (tên gần nhất: {nearest}), đặt trong dấu nháy nếu là chữ",
      en: "write ${name} for a question (nearest known: {nearest}), quotation marks around a text"))

  /// A choice filter names a column that the choices sheet does not have.
  public static let formFilterColumnUnknown = DiagnosticCode(
    "FORM-121", .warning,
    message: BilingualText(
      vi: "sheet choices không có cột “{name}” mà bộ lọc dùng",
      en: "the choices sheet has no column “{name}”, which the filter uses"),
    fix: BilingualText(
      vi: "sửa tên cột (tên gần nhất: {nearest}) hoặc thêm cột",
      en: "correct the name (nearest known: {nearest}), or add the column"))

  /// A function about choices is used on a question that has none.
  public static let formSelectionOfOther = DiagnosticCode(
    "FORM-122", .warning,
    message: BilingualText(
      vi: "{function}() dùng cho ${{name}} kiểu {type}, không phải câu hỏi lựa chọn",
      en: "{function}() is used on ${{name}}, whose type is {type} and not a select"),
    fix: BilingualText(
      vi: "so sánh trực tiếp bằng =, hoặc đổi kiểu câu hỏi thành select_one hay select_multiple",
      en: "compare with =, or make the question a select_one or select_multiple"))

  /// A select is compared with something that its list does not have.
  public static let formComparedChoiceUnknown = DiagnosticCode(
    "FORM-123", .warning,
    message: BilingualText(
      vi: "${{name}} được so với “{choice}”, danh sách {list} không có lựa chọn này",
      en: "${{name}} is compared with “{choice}”, which list {list} does not have"),
    fix: BilingualText(
      vi: "dùng một lựa chọn của danh sách (gần nhất: {nearest})",
      en: "use a choice of the list (nearest known: {nearest})"))

  /// Arithmetic, or an order, with something that is no number.
  public static let formTextAsNumber = DiagnosticCode(
    "FORM-124", .warning,
    message: BilingualText(
      vi: "phép “{operator}” cần số, nhưng {operand} là {type}",
      en: "“{operator}” needs numbers, but {operand} is {type}"),
    fix: BilingualText(
      vi: "dùng câu hỏi kiểu integer hoặc decimal; so sánh chữ bằng = hoặc !=",
      en: "use a question of type integer or decimal; compare texts with = or !="))

  /// A date is compared with a number.
  public static let formDateAsNumber = DiagnosticCode(
    "FORM-125", .warning,
    message: BilingualText(
      vi: "{operand} là ngày nhưng được so với số {number}",
      en: "{operand} is a date and is compared with the number {number}"),
    fix: BilingualText(
      vi: "so với ngày, như date('2026-12-15'), hoặc lấy năm bằng format-date(…, '%Y')",
      en: "compare with a date, such as date('2026-12-15'), or take the year by format-date(…, '%Y')"))

  /// A date is compared with a text that is no ISO date.
  public static let formDateUnreadable = DiagnosticCode(
    "FORM-126", .warning,
    message: BilingualText(
      vi: "{operand} là ngày nhưng được so với “{text}”, không đúng dạng năm-tháng-ngày",
      en: "{operand} is a date and is compared with “{text}”, which is not year-month-day"),
    fix: BilingualText(vi: "viết ngày như '2026-12-15'", en: "write the date like '2026-12-15'"))

  /// A relevance that no answers can make true.
  public static let formNeverShown = DiagnosticCode(
    "FORM-127", .warning,
    message: BilingualText(
      vi: "“{name}” không bao giờ được hiển thị: điều kiện không thể thỏa mãn",
      en: "“{name}” is never shown: no answers can meet its condition"),
    fix: BilingualText(
      vi: "sửa các điều kiện mâu thuẫn (cả của các nhóm chứa câu hỏi); có phải “or” thay vì “and”?",
      en: "correct the conditions that contradict each other (those of the groups around it too); is “or” meant?"))

  /// A constraint that no answer can meet.
  public static let formConstraintRefusesAll = DiagnosticCode(
    "FORM-128", .warning,
    message: BilingualText(
      vi: "ràng buộc của “{name}” từ chối mọi câu trả lời",
      en: "the constraint of “{name}” refuses every answer"),
    fix: BilingualText(
      vi: "sửa các điều kiện mâu thuẫn; có phải “or” thay vì “and”?",
      en: "correct the conditions that contradict each other; is “or” meant?"))

  /// The codes of a scale go up and down.
  public static let formScaleUnordered = DiagnosticCode(
    "FORM-129", .warning,
    message: BilingualText(
      vi: "thang đo {list}: mã “{name}” sai thứ tự, các mã phải tăng dần hoặc giảm dần",
      en: "scale {list}: code “{name}” is out of order; codes must go up or down throughout"),
    fix: BilingualText(
      vi: "sắp xếp lại các dòng của danh sách theo thứ tự của thang",
      en: "put the rows of the list in the order of the scale"))

  /// Two names that differ in Vietnamese diacritics only.
  public static let formNameDiffersInDiacritics = DiagnosticCode(
    "FORM-130", .warning,
    message: BilingualText(
      vi: "tên “{name}” chỉ khác dấu với “{other}” ở dòng {first}",
      en: "name “{name}” differs in diacritics only from “{other}” in row {first}"),
    fix: BilingualText(
      vi: "đặt tên khác hẳn nhau, nên không dùng dấu",
      en: "use names that differ in more, best without diacritics"))

  static let formLogicCodes: [DiagnosticCode] = [
    formNameBare, formFilterColumnUnknown, formSelectionOfOther, formComparedChoiceUnknown, formTextAsNumber,
    formDateAsNumber, formDateUnreadable, formNeverShown, formConstraintRefusesAll, formScaleUnordered,
    formNameDiffersInDiacritics,
  ]
}
