// Codes of the form stage: the survey sheet. Identifiers are never reused.
extension DiagnosticCode {
  /// A row has no type.
  public static let formTypeMissing = DiagnosticCode(
    "FORM-020", .error,
    message: BilingualText(
      vi: "dòng không có kiểu câu hỏi",
      en: "the row has no type"),
    fix: BilingualText(
      vi: "điền cột type",
      en: "fill in the type column"))

  /// A type is not known.
  public static let formTypeUnknown = DiagnosticCode(
    "FORM-021", .error,
    message: BilingualText(
      vi: "không biết kiểu câu hỏi \"{name}\"",
      en: "the type \"{name}\" is not known"),
    fix: BilingualText(
      vi: "dùng một kiểu trong tài liệu về biểu mẫu (tên gần nhất: {nearest})",
      en: "use a type of the form reference (nearest known: {nearest})"))

  /// A standard type that is not supported.
  public static let formTypeUnsupported = DiagnosticCode(
    "FORM-022", .error,
    message: BilingualText(
      vi: "kiểu \"{name}\" chưa được hỗ trợ",
      en: "the type \"{name}\" is not supported"),
    fix: BilingualText(
      vi: "dùng kiểu khác; danh sách lựa chọn đặt trong trang choices",
      en: "use another type; put choices into the choices sheet"))

  /// A select without the name of its list.
  public static let formListNameMissing = DiagnosticCode(
    "FORM-023", .error,
    message: BilingualText(
      vi: "kiểu \"{name}\" thiếu tên danh sách lựa chọn",
      en: "the type \"{name}\" lacks the name of its list"),
    fix: BilingualText(
      vi: "viết tên danh sách sau kiểu: {name} ten_danh_sach",
      en: "write the list's name after it: {name} my_list"))

  /// A select names a list that is not in the choices sheet.
  public static let formListUnknown = DiagnosticCode(
    "FORM-024", .error,
    message: BilingualText(
      vi: "không có danh sách \"{name}\" trong trang choices",
      en: "the list \"{name}\" is not in the choices sheet"),
    fix: BilingualText(
      vi: "thêm danh sách hoặc sửa tên (tên gần nhất: {nearest})",
      en: "add the list or correct its name (nearest known: {nearest})"))

  /// A question or group has no name.
  public static let formNameMissing = DiagnosticCode(
    "FORM-025", .error,
    message: BilingualText(
      vi: "câu hỏi hoặc nhóm không có tên",
      en: "the question or group has no name"),
    fix: BilingualText(
      vi: "điền cột name",
      en: "fill in the name column"))

  /// A name is not a valid XML name without colon.
  public static let formNameInvalid = DiagnosticCode(
    "FORM-026", .error,
    message: BilingualText(
      vi: "tên \"{name}\" không hợp lệ",
      en: "the name \"{name}\" is not valid"),
    fix: BilingualText(
      vi: "bắt đầu bằng chữ cái hoặc _, sau đó dùng chữ, chữ số, _, - và .; không dùng khoảng trắng",
      en: "begin with a letter or _, then use letters, digits, _, - and .; no blanks"))

  /// A name is reserved.
  public static let formNameReserved = DiagnosticCode(
    "FORM-027", .error,
    message: BilingualText(
      vi: "tên \"{name}\" dành riêng cho thông tin của phiếu",
      en: "the name \"{name}\" is reserved"),
    fix: BilingualText(
      vi: "chọn tên khác",
      en: "choose another name"))

  /// Two siblings have one name.
  public static let formNameTwice = DiagnosticCode(
    "FORM-028", .error,
    message: BilingualText(
      vi: "tên \"{name}\" đã dùng ở dòng {first} trong cùng nhóm",
      en: "the name \"{name}\" is already used on row {first} of the same group"),
    fix: BilingualText(
      vi: "đổi một trong hai tên",
      en: "rename one of the two"))

  /// Two siblings have names that differ in case only.
  public static let formNameDiffersInCase = DiagnosticCode(
    "FORM-029", .warning,
    message: BilingualText(
      vi: "tên \"{name}\" chỉ khác chữ hoa, chữ thường với \"{other}\" ở dòng {first}",
      en: "the name \"{name}\" differs from \"{other}\" on row {first} in case only"),
    fix: BilingualText(
      vi: "đổi một trong hai tên",
      en: "rename one of the two"))

  /// A name is used in two groups.
  public static let formNameInOtherGroup = DiagnosticCode(
    "FORM-030", .warning,
    message: BilingualText(
      vi: "tên \"{name}\" đã dùng ở dòng {first} trong nhóm khác; các cột số liệu sẽ trùng tên",
      en: "the name \"{name}\" is already used on row {first} in another group; columns of data will share it"),
    fix: BilingualText(
      vi: "đặt tên không trùng trong toàn biểu mẫu",
      en: "use each name once in the form"))

  /// Two repeats have one name, or a repeat has the name of the root.
  public static let formRepeatNameTwice = DiagnosticCode(
    "FORM-031", .error,
    message: BilingualText(
      vi: "tên nhóm lặp \"{name}\" đã được dùng",
      en: "the name \"{name}\" of the repeat is already used"),
    fix: BilingualText(
      vi: "đổi tên nhóm lặp",
      en: "rename the repeat"))

  /// A question has neither label nor hint.
  public static let formLabelMissing = DiagnosticCode(
    "FORM-032", .error,
    message: BilingualText(
      vi: "câu hỏi \"{name}\" không có nhãn",
      en: "the question \"{name}\" has no label"),
    fix: BilingualText(
      vi: "điền cột label",
      en: "fill in the label column"))

  /// A text lacks a translation.
  public static let formTranslationMissing = DiagnosticCode(
    "FORM-033", .warning,
    message: BilingualText(
      vi: "{column} của \"{name}\" chưa có bản dịch sang {language}",
      en: "{column} of \"{name}\" has no translation into {language}"),
    fix: BilingualText(
      vi: "điền cột {column}::{language}",
      en: "fill in {column}::{language}"))

  /// A column of texts lacks one of the languages.
  public static let formTranslationColumnMissing = DiagnosticCode(
    "FORM-034", .warning,
    message: BilingualText(
      vi: "không có cột {column}::{language}; người đọc ngôn ngữ này thấy ngôn ngữ khác",
      en: "there is no column {column}::{language}; its readers see another language"),
    fix: BilingualText(
      vi: "thêm cột {column}::{language}",
      en: "add the column {column}::{language}"))

  /// A text is not in Unicode NFC.
  public static let formTextNotComposed = DiagnosticCode(
    "FORM-035", .warning,
    message: BilingualText(
      vi: "văn bản dùng dấu rời (Unicode tổ hợp), dễ sai khi tìm kiếm và so sánh",
      en: "the text uses combining marks (Unicode NFD), which break search and comparison"),
    fix: BilingualText(
      vi: "chuyển sang Unicode dựng sẵn (NFC)",
      en: "convert the text to Unicode NFC"))

  /// A group is not closed.
  public static let formGroupNotClosed = DiagnosticCode(
    "FORM-036", .error,
    message: BilingualText(
      vi: "nhóm \"{name}\" không có dòng kết thúc",
      en: "the group \"{name}\" is not closed"),
    fix: BilingualText(
      vi: "thêm dòng {end}",
      en: "add a row {end}"))

  /// A group is closed that was not opened.
  public static let formGroupNotOpened = DiagnosticCode(
    "FORM-037", .error,
    message: BilingualText(
      vi: "dòng {end} không có dòng mở nhóm tương ứng",
      en: "the row {end} closes a group that was not opened"),
    fix: BilingualText(
      vi: "bỏ dòng này hoặc thêm dòng mở nhóm",
      en: "remove the row or add the one that opens the group"))

  /// A group is closed as another kind.
  public static let formGroupEndsOtherwise = DiagnosticCode(
    "FORM-038", .error,
    message: BilingualText(
      vi: "nhóm mở ở dòng {first} phải kết thúc bằng {expected}, không phải {end}",
      en: "the group opened on row {first} must be closed by {expected}, not {end}"),
    fix: BilingualText(
      vi: "đổi thành {expected}",
      en: "change it to {expected}"))

  /// Groups are nested too deep.
  public static let formGroupTooDeep = DiagnosticCode(
    "FORM-039", .error,
    message: BilingualText(
      vi: "nhóm lồng nhau quá {limit} cấp",
      en: "groups are nested more than {limit} deep"),
    fix: BilingualText(
      vi: "giảm số cấp nhóm",
      en: "use fewer levels"))

  /// A group holds nothing.
  public static let formGroupEmpty = DiagnosticCode(
    "FORM-040", .error,
    message: BilingualText(
      vi: "nhóm \"{name}\" không có câu hỏi nào",
      en: "the group \"{name}\" holds nothing"),
    fix: BilingualText(
      vi: "thêm câu hỏi hoặc bỏ nhóm",
      en: "add a question or remove the group"))

  /// A calculate row has no calculation.
  public static let formCalculationMissing = DiagnosticCode(
    "FORM-041", .error,
    message: BilingualText(
      vi: "dòng calculate \"{name}\" không có công thức",
      en: "the calculate row \"{name}\" has no calculation"),
    fix: BilingualText(
      vi: "điền cột calculation",
      en: "fill in the calculation column"))

  /// Parameters are not written as name=value.
  public static let formParametersUnreadable = DiagnosticCode(
    "FORM-042", .error,
    message: BilingualText(
      vi: "không đọc được tham số \"{word}\"",
      en: "the parameter \"{word}\" cannot be read"),
    fix: BilingualText(
      vi: "viết dạng ten=gia_tri, cách nhau bằng khoảng trắng",
      en: "write name=value, separated by blanks"))

  /// A range's start, end and step do not fit.
  public static let formRangeInvalid = DiagnosticCode(
    "FORM-043", .error,
    message: BilingualText(
      vi: "tham số {parameter} của range không hợp lệ",
      en: "the parameter {parameter} of the range is not valid"),
    fix: BilingualText(
      vi: "dùng số; step khác 0 và không vượt khoảng từ start đến end",
      en: "use numbers; step is not 0 and fits between start and end"))

  /// A default is none of the list's choices.
  public static let formDefaultNotAChoice = DiagnosticCode(
    "FORM-044", .warning,
    message: BilingualText(
      vi: "giá trị mặc định không có trong danh sách \"{list}\"",
      en: "the default is not in the list \"{list}\""),
    fix: BilingualText(
      vi: "sửa giá trị mặc định hoặc để trống",
      en: "correct the default or leave it empty"))

  /// A parameter is not known for the type of the question.
  public static let formParameterUnknown = DiagnosticCode(
    "FORM-046", .error,
    message: BilingualText(
      vi: "kiểu {type} không có tham số \"{name}\"",
      en: "the type {type} has no parameter \"{name}\""),
    fix: BilingualText(
      vi: "sửa tên (tên gần nhất: {nearest}) hoặc bỏ tham số",
      en: "correct the name (nearest known: {nearest}) or remove it"))

  /// or_other together with a choice filter.
  public static let formOtherWithFilter = DiagnosticCode(
    "FORM-045", .error,
    message: BilingualText(
      vi: "không dùng được or_other cùng với choice_filter",
      en: "or_other cannot be used with a choice_filter"),
    fix: BilingualText(
      vi: "thêm lựa chọn và câu hỏi ghi rõ vào biểu mẫu",
      en: "add the choice and the text question to the form"))
}
