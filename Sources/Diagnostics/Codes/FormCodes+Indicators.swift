// Codes of the form stage: the indicators sheet. Identifiers are never reused.
extension DiagnosticCode {
  /// An indicator has no name.
  public static let formIndicatorNameMissing = DiagnosticCode(
    "FORM-080", .error,
    message: BilingualText(
      vi: "chỉ tiêu không có tên",
      en: "the indicator has no name"),
    fix: BilingualText(
      vi: "điền cột name",
      en: "fill in the name column"))

  /// Two indicators have one name.
  public static let formIndicatorTwice = DiagnosticCode(
    "FORM-081", .error,
    message: BilingualText(
      vi: "tên chỉ tiêu \"{name}\" đã có ở dòng {first}",
      en: "the indicator \"{name}\" is already on row {first}"),
    fix: BilingualText(
      vi: "đổi tên",
      en: "rename it"))

  /// The kind of an indicator is not known.
  public static let formIndicatorKindUnknown = DiagnosticCode(
    "FORM-082", .error,
    message: BilingualText(
      vi: "không biết loại chỉ tiêu \"{name}\"",
      en: "the indicator kind \"{name}\" is not known"),
    fix: BilingualText(
      vi: "dùng một trong: {kinds} (tên gần nhất: {nearest})",
      en: "use one of {kinds} (nearest known: {nearest})"))

  /// An indicator names no question.
  public static let formIndicatorWithoutItems = DiagnosticCode(
    "FORM-083", .error,
    message: BilingualText(
      vi: "chỉ tiêu \"{name}\" không nêu câu hỏi nào",
      en: "the indicator \"{name}\" names no question"),
    fix: BilingualText(
      vi: "điền cột items",
      en: "fill in the items column"))

  /// An item names no question.
  public static let formIndicatorItemUnknown = DiagnosticCode(
    "FORM-084", .error,
    message: BilingualText(
      vi: "không có câu hỏi \"{item}\"",
      en: "there is no question \"{item}\""),
    fix: BilingualText(
      vi: "sửa tên (tên gần nhất: {nearest})",
      en: "correct the name (nearest known: {nearest})"))

  /// A pattern fits no question.
  public static let formIndicatorPatternEmpty = DiagnosticCode(
    "FORM-085", .error,
    message: BilingualText(
      vi: "không câu hỏi nào khớp với mẫu \"{item}\"",
      en: "no question fits the pattern \"{item}\""),
    fix: BilingualText(
      vi: "sửa mẫu; * thay cho một đoạn bất kỳ",
      en: "correct the pattern; * stands for any text"))

  /// A pair of questions is not complete.
  public static let formIndicatorPairBroken = DiagnosticCode(
    "FORM-086", .error,
    message: BilingualText(
      vi: "cặp \"{item}\" không đủ hai câu hỏi: {missing}",
      en: "the pair \"{item}\" is not complete: {missing}"),
    fix: BilingualText(
      vi: "viết dạng x_imp|x_prov (tỷ số: x/y), hai vế có cùng số dấu *",
      en: "write x_imp|x_prov (a ratio: x/y), with as many * on both sides"))

  /// A question's type does not fit the indicator's kind.
  public static let formIndicatorItemUnfit = DiagnosticCode(
    "FORM-087", .error,
    message: BilingualText(
      vi: "câu hỏi \"{item}\" (kiểu {type}) không dùng được cho chỉ tiêu loại {kind}",
      en: "the question \"{item}\" (type {type}) cannot be used by an indicator of kind {kind}"),
    fix: BilingualText(
      vi: "loại {kind} cần: {expected}",
      en: "the kind {kind} takes {expected}"))

  /// A code is not in the list of an item.
  public static let formIndicatorCodeUnknown = DiagnosticCode(
    "FORM-088", .error,
    message: BilingualText(
      vi: "mã \"{code}\" ở cột {column} không có trong danh sách \"{list}\" của \"{item}\"",
      en: "the code \"{code}\" in {column} is not in the list \"{list}\" of \"{item}\""),
    fix: BilingualText(
      vi: "dùng mã của danh sách, cách nhau bằng khoảng trắng",
      en: "use codes of the list, separated by blanks"))

  /// A code that is no answer is used as one.
  public static let formIndicatorCodeMissing = DiagnosticCode(
    "FORM-089", .error,
    message: BilingualText(
      vi: "mã \"{code}\" ở cột {column} là mã không trả lời",
      en: "the code \"{code}\" in {column} is declared as no answer"),
    fix: BilingualText(
      vi: "bỏ mã này",
      en: "remove the code"))

  /// A reversed item is not among the items.
  public static let formIndicatorReverseUnknown = DiagnosticCode(
    "FORM-090", .error,
    message: BilingualText(
      vi: "\"{item}\" ở cột reverse không có trong cột items",
      en: "\"{item}\" in the reverse column is not among the items"),
    fix: BilingualText(
      vi: "sửa tên hoặc thêm vào cột items",
      en: "correct the name or add it to the items"))

  /// Parameters are not written as name=value.
  public static let formIndicatorParametersUnreadable = DiagnosticCode(
    "FORM-091", .error,
    message: BilingualText(
      vi: "không đọc được tham số \"{word}\"",
      en: "the parameter \"{word}\" cannot be read"),
    fix: BilingualText(
      vi: "viết dạng ten=gia_tri, cách nhau bằng khoảng trắng",
      en: "write name=value, separated by blanks"))

  /// A consensus indicator does not say which codes agree.
  public static let formIndicatorAgreeMissing = DiagnosticCode(
    "FORM-092", .warning,
    message: BilingualText(
      vi: "chỉ tiêu đồng thuận \"{name}\" không có cột agree; không tính được tỷ lệ đồng thuận",
      en: "the consensus indicator \"{name}\" has no agree codes; no agree share is computed"),
    fix: BilingualText(
      vi: "ghi các mã đồng ý, ví dụ 4 5",
      en: "write the codes that agree, such as 4 5"))

  /// A code stands twice, or agrees and disagrees.
  public static let formIndicatorCodeTwice = DiagnosticCode(
    "FORM-093", .error,
    message: BilingualText(
      vi: "mã \"{code}\" được ghi hai lần hoặc vừa đồng ý vừa không đồng ý",
      en: "the code \"{code}\" stands twice, or both agrees and disagrees"),
    fix: BilingualText(
      vi: "giữ mỗi mã một lần",
      en: "write each code once"))

  /// An indicator has no label.
  public static let formIndicatorLabelMissing = DiagnosticCode(
    "FORM-094", .warning,
    message: BilingualText(
      vi: "chỉ tiêu \"{name}\" không có nhãn; báo cáo dùng tên",
      en: "the indicator \"{name}\" has no label; reports use its name"),
    fix: BilingualText(
      vi: "điền cột label::vi và label::en",
      en: "fill in label::vi and label::en"))

  /// An item lies in a repeat.
  public static let formIndicatorItemRepeated = DiagnosticCode(
    "FORM-095", .warning,
    message: BilingualText(
      vi: "câu hỏi \"{item}\" nằm trong nhóm lặp nên chưa được tính",
      en: "the question \"{item}\" lies in a repeat and is not computed yet"),
    fix: BilingualText(
      vi: "dùng câu hỏi ngoài nhóm lặp",
      en: "use questions outside repeats"))

  /// A scale has fewer than two codes.
  public static let formIndicatorScaleShort = DiagnosticCode(
    "FORM-096", .warning,
    message: BilingualText(
      vi: "thang đo của \"{item}\" có ít hơn 2 mã; không tính được mức độ đồng thuận",
      en: "the scale of \"{item}\" has fewer than two codes; no consensus can be computed"),
    fix: BilingualText(
      vi: "dùng danh sách có từ 2 lựa chọn trở lên",
      en: "use a list of two choices or more"))

  /// An indicator has a parameter its kind does not know.
  public static let formIndicatorParameterUnknown = DiagnosticCode(
    "FORM-210", .warning,
    message: BilingualText(
      vi: "loại chỉ tiêu {kind} không có tham số \"{name}\"",
      en: "indicators of kind {kind} have no parameter \"{name}\""),
    fix: BilingualText(
      vi: "dùng một trong: {known} (tên gần nhất: {nearest})",
      en: "use one of {known} (nearest known: {nearest})"))

  /// The value of an indicator's parameter does not fit.
  public static let formIndicatorParameterUnfit = DiagnosticCode(
    "FORM-211", .warning,
    message: BilingualText(
      vi: "tham số \"{name}\" không nhận giá trị \"{value}\"",
      en: "the parameter \"{name}\" does not take \"{value}\""),
    fix: BilingualText(
      vi: "ghi giá trị thuộc dạng: {expected}; nếu không, giá trị mặc định được dùng",
      en: "write a value such as {expected}; the default is used otherwise"))

  /// An indicator asks for a statistic its kind does not have.
  public static let formIndicatorStatisticUnknown = DiagnosticCode(
    "FORM-212", .warning,
    message: BilingualText(
      vi: "loại chỉ tiêu {kind} không có đại lượng \"{name}\" để chọn thêm",
      en: "indicators of kind {kind} have no optional statistic \"{name}\""),
    fix: BilingualText(
      vi: "chọn trong: {known}; nối các tên bằng dấu +",
      en: "choose from {known}, joined by +"))
}
