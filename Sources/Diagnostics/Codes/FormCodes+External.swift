extension DiagnosticCode {
  /// A select from a file of a format that is not read.
  public static let formFileFormatUnknown = DiagnosticCode(
    "FORM-150", .error,
    message: BilingualText(
      vi: "tệp lựa chọn “{name}” không phải .csv, .xml hoặc .geojson",
      en: "the file of choices “{name}” is not .csv, .xml or .geojson"),
    fix: BilingualText(
      vi: "ghi tên tệp có phần mở rộng sau loại câu hỏi, như select_one_from_file xa.csv",
      en: "write the file's name with its extension after the type, as in select_one_from_file cities.csv"))

  /// Answers to another question serve as choices of a question of an unfit type.
  public static let formAnswersAsChoicesUnfit = DiagnosticCode(
    "FORM-151", .error,
    message: BilingualText(
      vi: "câu hỏi loại {type} không dùng được câu trả lời của câu khác làm lựa chọn",
      en: "a question of type {type} cannot use the answers to another question as choices"),
    fix: BilingualText(
      vi: "dùng select_one hoặc rank", en: "use select_one or rank"))

  /// Two different tables have one name.
  public static let formInstanceConflict = DiagnosticCode(
    "FORM-152", .error,
    message: BilingualText(
      vi: "tên bảng “{name}” dùng cho hai nguồn khác nhau: {first} và {second}",
      en: "the name “{name}” stands for two different tables: {first} and {second}"),
    fix: BilingualText(
      vi: "đặt tên khác cho một tệp hoặc danh sách", en: "give one of the files or lists another name"))

  /// A trigger that no respondent answers.
  public static let formTriggerUnseen = DiagnosticCode(
    "FORM-153", .error,
    message: BilingualText(
      vi: "“{trigger}” không được hỏi nên không thể kích hoạt “{name}”",
      en: "“{trigger}” is not asked, so it cannot trigger “{name}”"),
    fix: BilingualText(
      vi: "ghi một câu hỏi mà người trả lời nhìn thấy",
      en: "name a question that respondents see"))

  /// A trigger that the device fills in.
  public static let formTriggerSilent = DiagnosticCode(
    "FORM-154", .warning,
    message: BilingualText(
      vi: "“{trigger}” do thiết bị ghi nên không bao giờ kích hoạt “{name}”",
      en: "“{trigger}” is filled in by the device and never triggers “{name}”"),
    fix: BilingualText(
      vi: "ghi một câu hỏi mà người trả lời nhìn thấy",
      en: "name a question that respondents see"))

  /// A background place without a trigger.
  public static let formTriggerMissing = DiagnosticCode(
    "FORM-155", .error,
    message: BilingualText(
      vi: "background-geopoint “{name}” phải có cột trigger",
      en: "background-geopoint “{name}” needs a trigger"),
    fix: BilingualText(
      vi: "ghi ${câu_hỏi} vào cột trigger",
      en: "write ${question} into the column trigger"))

  /// A background place with a calculation.
  public static let formTriggerWithCalculation = DiagnosticCode(
    "FORM-156", .error,
    message: BilingualText(
      vi: "background-geopoint “{name}” không được có calculation",
      en: "background-geopoint “{name}” cannot have a calculation"),
    fix: BilingualText(
      vi: "xóa ô calculation",
      en: "clear the cell calculation"))

  /// A list used with and without search().
  public static let formSearchedListShared = DiagnosticCode(
    "FORM-157", .error,
    message: BilingualText(
      vi: "danh sách {list} dùng với search() ở “{name}” và không có search() ở “{other}”",
      en: "list {list} is used with search() by “{name}” and without it by “{other}”"),
    fix: BilingualText(
      vi: "dùng hai danh sách riêng",
      en: "use two lists"))

  /// search() on a question whose choices come from a file.
  public static let formSearchOfFile = DiagnosticCode(
    "FORM-158", .error,
    message: BilingualText(
      vi: "“{name}” lấy lựa chọn từ tệp nên không dùng được search()",
      en: "“{name}” takes its choices from a file and cannot use search()"),
    fix: BilingualText(
      vi: "dùng choice_filter thay cho search()",
      en: "use a choice_filter instead of search()"))

  /// A select from external choices without a filter.
  public static let formExternalFilterMissing = DiagnosticCode(
    "FORM-159", .error,
    message: BilingualText(
      vi: "select_one_external “{name}” phải có choice_filter",
      en: "select_one_external “{name}” needs a choice_filter"),
    fix: BilingualText(
      vi: "ghi điều kiện vào cột choice_filter, hoặc dùng select_one",
      en: "write a condition into the column choice_filter, or use select_one"))

  /// or_other on choices that are not in the choices sheet.
  public static let formOtherWithFile = DiagnosticCode(
    "FORM-160", .error,
    message: BilingualText(
      vi: "không dùng được or_other: lựa chọn của “{name}” không ở trong trang choices",
      en: "or_other cannot be used: the choices of “{name}” are not in the choices sheet"),
    fix: BilingualText(
      vi: "thêm lựa chọn và câu hỏi ghi rõ vào biểu mẫu",
      en: "add the choice and the text question to the form"))

  /// A parameter names a column by what cannot be a column's name.
  public static let formFileColumnNameInvalid = DiagnosticCode(
    "FORM-161", .error,
    message: BilingualText(
      vi: "tham số {parameter} của “{name}” không dùng được",
      en: "parameter {parameter} of “{name}” cannot be used"),
    fix: BilingualText(
      vi:
        "ghi tên cột của tệp: chữ cái hoặc _, rồi chữ cái, chữ số, _, - hoặc .",
      en:
        "write the name of a column of the file: a letter or _, then letters, digits, _, - or ."
    ))

  /// A default that looks computed and is no expression.
  public static let formDefaultNotComputable = DiagnosticCode(
    "FORM-162", .warning,
    message: BilingualText(
      vi: "giá trị mặc định của “{name}” giống biểu thức nhưng không tính được; nó được giữ nguyên văn",
      en: "the default of “{name}” looks like an expression but cannot be computed; it is taken as it stands"),
    fix: BilingualText(
      vi: "sửa biểu thức, hoặc bỏ các dấu + * | ( ) khỏi giá trị",
      en: "correct the expression, or leave + * | ( ) out of the value"))

  /// A file beside the form is missing.
  public static let formFileMissing = DiagnosticCode(
    "FORM-163", .warning,
    message: BilingualText(
      vi: "không có tệp “{file}” cạnh biểu mẫu",
      en: "there is no file “{file}” beside the form"),
    fix: BilingualText(
      vi: "đặt tệp vào thư mục của biểu mẫu; thiếu tệp thì câu trả lời không được kiểm tra",
      en: "put the file into the form's folder; without it answers are not checked"))

  /// A file beside the form cannot be read.
  public static let formFileUnreadable = DiagnosticCode(
    "FORM-164", .warning,
    message: BilingualText(
      vi: "không đọc được tệp “{file}”: {reason}",
      en: "the file “{file}” cannot be read: {reason}"),
    fix: BilingualText(
      vi: "lưu lại tệp đúng định dạng của phần mở rộng",
      en: "save the file again in the format of its extension"))

  /// A file lacks a column that the form reads.
  public static let formFileColumnMissing = DiagnosticCode(
    "FORM-165", .warning,
    message: BilingualText(
      vi: "tệp “{file}” không có cột “{column}”",
      en: "the file “{file}” has no column “{column}”"),
    fix: BilingualText(
      vi: "sửa tên cột; gần nhất: {nearest}",
      en: "correct the column's name; nearest: {nearest}"))

  /// A code stands twice in a file.
  public static let formFileChoiceTwice = DiagnosticCode(
    "FORM-166", .warning,
    message: BilingualText(
      vi: "tệp “{file}”: mã ở dòng này trùng với dòng {first}",
      en: "file “{file}”: the code in this row is that of row {first} too"),
    fix: BilingualText(
      vi: "xóa dòng trùng, hoặc dùng choice_filter để phân biệt",
      en: "delete the row that is double, or tell the rows apart by a choice_filter"))

  /// A row of a file has no code.
  public static let formFileCodeMissing = DiagnosticCode(
    "FORM-167", .warning,
    message: BilingualText(
      vi: "tệp “{file}”: {count} dòng không có mã, như dòng này, không dùng được",
      en: "file “{file}”: {count} rows have no code, this one for instance, and are not used"),
    fix: BilingualText(
      vi: "điền mã, hoặc xóa các dòng đó",
      en: "fill in the codes, or delete the rows"))

  /// An expression looks into a table that the form does not have.
  public static let formTableUnknown = DiagnosticCode(
    "FORM-168", .warning,
    message: BilingualText(
      vi: "biểu thức tìm trong bảng “{name}”, biểu mẫu không có bảng này",
      en: "an expression looks into the table “{name}”, which the form does not have"),
    fix: BilingualText(
      vi: "thêm dòng csv-external hoặc danh sách mang tên đó; gần nhất: {nearest}",
      en: "add a row csv-external of that name or a list; nearest: {nearest}"))
}

extension DiagnosticCode {
  static let formExternalCodes: [DiagnosticCode] = [
    formFileFormatUnknown, formAnswersAsChoicesUnfit, formInstanceConflict, formTriggerUnseen, formTriggerSilent,
    formTriggerMissing, formTriggerWithCalculation, formSearchedListShared, formSearchOfFile, formExternalFilterMissing,
    formOtherWithFile, formFileColumnNameInvalid, formDefaultNotComputable, formFileMissing, formFileUnreadable,
    formFileColumnMissing, formFileChoiceTwice, formFileCodeMissing, formTableUnknown,
  ]
}
