// Codes of the form stage: values of parameters. Identifiers are never reused.
extension DiagnosticCode {
  static let formParameterCodes: [DiagnosticCode] = [
    formParameterNotWhole, formParameterNotNumber, formParameterNotInList, formParameterApp, formSeedAlone,
    formReferenceGeometryUnknown, formRangeAppearance, formRangeValueUnfit, formRangeLabelsUnfit,
    formAuditLocationIncomplete,
  ]

  /// A parameter is no whole number.
  public static let formParameterNotWhole = DiagnosticCode(
    "FORM-174", .error,
    message: BilingualText(
      vi: "tham số {name} phải là số nguyên", en: "the parameter {name} must be a whole number"),
    fix: BilingualText(vi: "viết {name}={example}", en: "write {name}={example}"))

  /// A parameter is no number.
  public static let formParameterNotNumber = DiagnosticCode(
    "FORM-175", .error,
    message: BilingualText(vi: "tham số {name} phải là số", en: "the parameter {name} must be a number"),
    fix: BilingualText(vi: "viết {name}={example}", en: "write {name}={example}"))

  /// A parameter is none of the words it may be.
  public static let formParameterNotInList = DiagnosticCode(
    "FORM-176", .error,
    message: BilingualText(
      vi: "tham số {name} của kiểu {type} không nhận giá trị này",
      en: "the parameter {name} of the type {type} does not take this value"),
    fix: BilingualText(vi: "dùng một trong: {values}", en: "use one of {values}"))

  /// The app parameter is no package name.
  public static let formParameterApp = DiagnosticCode(
    "FORM-177", .error,
    message: BilingualText(
      vi: "tham số app không phải tên gói Android", en: "the parameter app is no Android package name"),
    fix: BilingualText(
      vi: "viết ít nhất hai đoạn nối bằng dấu chấm, mỗi đoạn bắt đầu bằng chữ cái, như com.example.app",
      en: "write two or more parts joined by dots, each beginning with a letter, such as com.example.app"))

  /// A seed without randomize.
  public static let formSeedAlone = DiagnosticCode(
    "FORM-178", .error,
    message: BilingualText(
      vi: "tham số seed chỉ dùng cùng randomize=true", en: "the parameter seed is used with randomize=true only"),
    fix: BilingualText(vi: "thêm randomize=true hoặc bỏ seed", en: "add randomize=true or remove the seed"))

  /// reference-geometry names nothing that holds geometry.
  public static let formReferenceGeometryUnknown = DiagnosticCode(
    "FORM-179", .error,
    message: BilingualText(
      vi: "tham số reference-geometry không chỉ danh sách, tệp hay nhóm lặp nào",
      en: "the parameter reference-geometry names no list, file or repeat"),
    fix: BilingualText(
      vi: "viết tên danh sách, tên tệp không có phần mở rộng, hoặc ${ten_nhom_lap}",
      en: "write the name of a list, of a file without its extension, or ${name_of_a_repeat}"))

  /// Marks on a range whose appearance has none.
  public static let formRangeAppearance = DiagnosticCode(
    "FORM-180", .error,
    message: BilingualText(
      vi: "tham số {name} không dùng được với appearance này",
      en: "the parameter {name} does not go with this appearance"),
    fix: BilingualText(
      vi: "để trống appearance, hoặc dùng vertical, no-ticks",
      en: "leave the appearance empty, or use vertical or no-ticks"))

  /// A mark of a range lies beside its steps or outside.
  public static let formRangeValueUnfit = DiagnosticCode(
    "FORM-181", .error,
    message: BilingualText(
      vi: "tham số {name} không khớp với start, end và step",
      en: "the parameter {name} does not fit start, end and step"),
    fix: BilingualText(
      vi: "dùng bội số của step trong khoảng từ start đến end",
      en: "use a multiple of the step between start and end"))

  /// The labels of a range do not fit.
  public static let formRangeLabelsUnfit = DiagnosticCode(
    "FORM-182", .error,
    message: BilingualText(
      vi: "danh sách \"{list}\" của tick_labelset không khớp với start, end và step",
      en: "the list \"{list}\" of tick_labelset does not fit start, end and step"),
    fix: BilingualText(
      vi: "mã lựa chọn phải là các số mà thang có vạch; với no-ticks chỉ gồm start và end",
      en: "name the choices by numbers at which the scale has marks; with no-ticks by start and end only"))

  /// Only some of the three parameters that record where a form is filled in.
  public static let formAuditLocationIncomplete = DiagnosticCode(
    "FORM-183", .error,
    message: BilingualText(
      vi: "thiếu tham số {name} để ghi vị trí", en: "the parameter {name} is needed to record locations"),
    fix: BilingualText(
      vi: "ghi đủ location-priority, location-min-interval, location-max-age (không nhỏ hơn min-interval)",
      en: "give location-priority, location-min-interval and location-max-age (not less than the interval)"))
}
