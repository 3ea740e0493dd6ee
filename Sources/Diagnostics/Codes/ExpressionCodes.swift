// Codes of the expression stage: EXPR-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A token stands where it makes no sense.
  public static let unexpectedToken = DiagnosticCode(
    "EXPR-001", .error,
    message: BilingualText(
      vi: "biểu thức sai cú pháp tại ký tự thứ {column}: không chờ đợi “{found}”",
      en: "syntax error at character {column}: “{found}” was not expected"),
    fix: BilingualText(
      vi: "kiểm tra dấu ngoặc, dấu phẩy và phép toán trước ký tự đó",
      en: "check brackets, commas and operators before that character"))

  /// The text ends where something should follow.
  public static let unexpectedEnd = DiagnosticCode(
    "EXPR-002", .error,
    message: BilingualText(
      vi: "biểu thức kết thúc giữa chừng tại ký tự thứ {column}",
      en: "the expression ends too early at character {column}"),
    fix: BilingualText(
      vi: "viết tiếp vế còn thiếu sau phép toán cuối", en: "complete what should follow the last operator"))

  /// A string literal is not closed.
  public static let unterminatedString = DiagnosticCode(
    "EXPR-003", .error,
    message: BilingualText(
      vi: "chuỗi mở tại ký tự thứ {column} không có dấu nháy đóng",
      en: "the string opened at character {column} is not closed"),
    fix: BilingualText(vi: "thêm dấu nháy đóng cùng loại", en: "add the closing quotation mark of the same kind"))

  /// A function nobody knows, but one with a similar name exists.
  public static let misspelledFunction = DiagnosticCode(
    "EXPR-004", .error,
    message: BilingualText(
      vi: "không có hàm “{function}” (ký tự thứ {column})", en: "there is no function “{function}” (character {column})"
    ),
    fix: BilingualText(vi: "có phải là “{suggestion}”?", en: "did you mean “{suggestion}”?"))

  /// A function nobody knows.
  public static let unknownFunction = DiagnosticCode(
    "EXPR-005", .error,
    message: BilingualText(
      vi: "không có hàm “{function}” (ký tự thứ {column})", en: "there is no function “{function}” (character {column})"
    ),
    fix: BilingualText(
      vi: "chọn hàm trong Documentation/expressions.md", en: "choose a function of Documentation/expressions.md"))

  /// A function with too few or too many arguments.
  public static let wrongArgumentCount = DiagnosticCode(
    "EXPR-006", .error,
    message: BilingualText(
      vi: "hàm “{function}” (ký tự thứ {column}) cần {expected} đối số, tìm thấy {found}",
      en: "function “{function}” (character {column}) takes {expected} arguments, found {found}"),
    fix: BilingualText(vi: "sửa lại số đối số", en: "correct the number of arguments"))

  /// Brackets or calls nested beyond the limit.
  public static let nestedTooDeeply = DiagnosticCode(
    "EXPR-007", .error,
    message: BilingualText(
      vi: "biểu thức lồng nhau quá {limit} mức (ký tự thứ {column})",
      en: "the expression is nested more than {limit} levels deep (character {column})"),
    fix: BilingualText(
      vi: "tách một phần sang câu hỏi kiểu calculate", en: "move a part of it into a question of type calculate"))

  /// A regular expression that cannot be read.
  public static let invalidPattern = DiagnosticCode(
    "EXPR-008", .error,
    message: BilingualText(
      vi: "mẫu của regex() tại ký tự thứ {column} sai ở vị trí {offset} của mẫu: “{found}”",
      en: "the pattern of regex() at character {column} is wrong at its character {offset}: “{found}”"),
    fix: BilingualText(
      vi: "sửa mẫu; đặt \\ trước ký tự đặc biệt nếu muốn dùng chính ký tự đó",
      en: "correct the pattern; put \\ before a special character that stands for itself"))

  /// A regular expression with a construct that is not checked when answers come in.
  public static let uncheckedPattern = DiagnosticCode(
    "EXPR-009", .warning,
    message: BilingualText(
      vi: "mẫu của regex() tại ký tự thứ {column} dùng “{found}”: ykien không kiểm tra được khi nhận phiếu",
      en: "the pattern of regex() at character {column} uses “{found}”, which is not checked when answers come in"),
    fix: BilingualText(
      vi: "viết lại mẫu không dùng cấu trúc này", en: "write the pattern without this construct"))

  /// A typographic quotation mark.
  public static let curlyQuote = DiagnosticCode(
    "EXPR-010", .error,
    message: BilingualText(
      vi: "dấu nháy cong {found} tại ký tự thứ {column}", en: "typographic quotation mark {found} at character {column}"
    ),
    fix: BilingualText(vi: "dùng dấu nháy thẳng ' hoặc \"", en: "use a straight quotation mark, ' or \""))

  /// An expression without content.
  public static let emptyExpression = DiagnosticCode(
    "EXPR-011", .error,
    message: BilingualText(vi: "biểu thức rỗng", en: "the expression is empty"),
    fix: BilingualText(vi: "viết biểu thức hoặc xóa khoảng trắng trong ô", en: "write an expression or clear the cell"))

  /// An operator of another language.
  public static let foreignOperator = DiagnosticCode(
    "EXPR-012", .error,
    message: BilingualText(
      vi: "“{found}” tại ký tự thứ {column} không phải phép toán của XPath",
      en: "“{found}” at character {column} is not an operator of XPath"),
    fix: BilingualText(vi: "viết “{expected}”", en: "write “{expected}”"))

  /// A `${` without a name or a closing brace.
  public static let brokenReference = DiagnosticCode(
    "EXPR-013", .error,
    message: BilingualText(
      vi: "tham chiếu “{found}” tại ký tự thứ {column} không đúng dạng",
      en: "the reference “{found}” at character {column} is malformed"),
    fix: BilingualText(vi: "viết ${tên_câu_hỏi}", en: "write ${question_name}"))

  /// A bracket that is not closed.
  public static let unclosed = DiagnosticCode(
    "EXPR-014", .error,
    message: BilingualText(
      vi: "thiếu “{expected}” ở cuối biểu thức (ký tự thứ {column})",
      en: "“{expected}” is missing at the end of the expression (character {column})"),
    fix: BilingualText(vi: "thêm “{expected}”", en: "add “{expected}”"))

  /// An operator without an operand on one side.
  public static let missingOperand = DiagnosticCode(
    "EXPR-015", .error,
    message: BilingualText(
      vi: "tại ký tự thứ {column} cần một giá trị, tìm thấy “{found}”",
      en: "a value was expected at character {column}, found “{found}”"),
    fix: BilingualText(
      vi: "viết một số, một chuỗi trong dấu nháy, ${tên} hoặc một hàm",
      en: "write a number, a string in quotation marks, ${name} or a function"))

  static let expressionCodes: [DiagnosticCode] = [
    unexpectedToken, unexpectedEnd, unterminatedString, misspelledFunction, unknownFunction, wrongArgumentCount,
    nestedTooDeeply, invalidPattern, uncheckedPattern, curlyQuote, emptyExpression, foreignOperator, brokenReference,
    unclosed, missingOperand,
  ]
}
