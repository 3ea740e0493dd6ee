// Codes of headcounts of organisations: TARGET-020 to TARGET-039. Identifiers are never reused.
extension DiagnosticCode {
  static let headcountCodes: [DiagnosticCode] = [
    headcountUnitRepeated, headcountTotalDiffers, headcountUnitsMissing, headcountUnitNotListed,
    headcountDefinitionsDiffer, headcountOwnDefinition, headcountWomenDiffer, headcountRowImpossible,
    headcountRowRepeated, headcountDaysDiffer, headcountAreaCut, headcountMeasureUnknown, headcountRoundIncomplete,
    unitListUnreadable, unitListedTwice, headcountCommuneUnknown, headcountDefinitionAssumed,
  ]

  /// Several reports of one organisation in a year.
  public static let headcountUnitRepeated = DiagnosticCode(
    "TARGET-020", .warning,
    message: BilingualText(
      vi:
        "một đơn vị có nhiều biểu số lượng trong năm {year}; biểu này không được tính, biểu có thời điểm muộn hơn được tính",
      en: "an organisation has several headcounts in {year}; this one is not counted, the later one is"),
    fix: BilingualText(
      vi: "kiểm tra biểu nào đúng, xóa hoặc từ chối biểu kia", en: "find out which one is right and withdraw the other")
  )

  /// The rows do not add up to the total.
  public static let headcountTotalDiffers = DiagnosticCode(
    "TARGET-021", .warning,
    message: BilingualText(
      vi: "cộng các dòng không bằng tổng số theo hồ sơ của đơn vị; dùng số cộng các dòng",
      en: "the rows do not add up to the total of the organisation's files; the sum of the rows is used"),
    fix: BilingualText(vi: "đề nghị đơn vị đối chiếu", en: "ask the organisation to compare them"))

  /// Organisations that have not reported.
  public static let headcountUnitsMissing = DiagnosticCode(
    "TARGET-022", .warning,
    message: BilingualText(
      vi: "năm {year}, khái niệm {definition}: thiếu {count} trong {total} đơn vị ({units})",
      en: "{year}, definition {definition}: {count} of {total} organisations are missing ({units})"),
    fix: BilingualText(vi: "đôn đốc các đơn vị còn thiếu", en: "remind those that are missing"))

  /// An organisation that is not to report.
  public static let headcountUnitNotListed = DiagnosticCode(
    "TARGET-023", .warning,
    message: BilingualText(
      vi: "đơn vị của biểu này không có trong danh sách đơn vị; biểu không được tính",
      en: "the organisation of this report is not on the list; the report is not counted"),
    fix: BilingualText(
      vi: "sửa mã đơn vị, hoặc thêm đơn vị vào danh sách", en: "correct its code, or add it to the list"))

  /// Reports of a year under different definitions.
  public static let headcountDefinitionsDiffer = DiagnosticCode(
    "TARGET-024", .warning,
    message: BilingualText(
      vi: "năm {year} các đơn vị thống kê theo khái niệm khác nhau ({definitions}); số liệu không được cộng với nhau",
      en: "in {year} organisations counted under different definitions ({definitions}); they are not added up"),
    fix: BilingualText(
      vi: "thống nhất một khái niệm và đề nghị các đơn vị thống kê lại", en: "agree on one definition and count again"))

  /// A definition that no other shares.
  public static let headcountOwnDefinition = DiagnosticCode(
    "TARGET-025", .warning,
    message: BilingualText(
      vi: "biểu này theo khái niệm riêng của đơn vị; không cộng với biểu nào",
      en: "this report follows a definition of its own; it is added to no other"),
    fix: BilingualText(
      vi: "đề nghị đơn vị thống kê theo khái niệm chung", en: "ask the organisation to count under the common one"))

  /// The women do not add up.
  public static let headcountWomenDiffer = DiagnosticCode(
    "TARGET-026", .warning,
    message: BilingualText(
      vi: "cộng số nữ các dòng không bằng số nữ theo hồ sơ; dùng số cộng các dòng",
      en: "the women of the rows do not add up to those of the files; the sum of the rows is used"),
    fix: BilingualText(vi: "đề nghị đơn vị đối chiếu", en: "ask the organisation to compare them"))

  /// A row that cannot be.
  public static let headcountRowImpossible = DiagnosticCode(
    "TARGET-027", .warning,
    message: BilingualText(
      vi: "có dòng số nữ lớn hơn tổng số hoặc số âm; dòng đó không được tính",
      en: "a row has more women than people, or a negative number; it is not counted"),
    fix: BilingualText(vi: "đề nghị đơn vị sửa biểu", en: "ask the organisation to correct it"))

  /// A combination stands twice.
  public static let headcountRowRepeated = DiagnosticCode(
    "TARGET-028", .note,
    message: BilingualText(
      vi: "một tổ hợp trình độ, ngành, địa bàn có nhiều dòng; các dòng được cộng",
      en: "a combination of qualification, sector and locality has several rows; they are added up"),
    fix: BilingualText(vi: "kiểm tra xem có ghi lặp không", en: "make sure that nobody was entered twice"))

  /// Reports of different days.
  public static let headcountDaysDiffer = DiagnosticCode(
    "TARGET-029", .note,
    message: BilingualText(
      vi:
        "năm {year}, khái niệm {definition}: các biểu có thời điểm từ {first} đến {last}; số cộng được ghi vào ngày {last}",
      en: "{year}, definition {definition}: the reports are of {first} to {last}; their sum stands for {last}"),
    fix: BilingualText(vi: "quy định một thời điểm chung", en: "set one day for all"))

  /// Communes across the border of a target's area.
  public static let headcountAreaCut = DiagnosticCode(
    "TARGET-030", .warning,
    message: BilingualText(
      vi: "chỉ tiêu “{target}”: số liệu năm {year} có xã nằm vắt qua ranh giới của {area}; không so sánh được",
      en: "target “{target}”: in {year} communes lie across the border of {area}; not comparable"),
    fix: BilingualText(
      vi: "thống kê theo danh mục xã của thời điểm đặt chỉ tiêu, và khai báo geography.crosswalk",
      en: "count by the communes of the list the target was set in, and name geography.crosswalk"))

  /// A measure of no code.
  public static let headcountMeasureUnknown = DiagnosticCode(
    "TARGET-031", .warning,
    message: BilingualText(
      vi: "chỉ tiêu “{target}”: biểu bm-01 không có {measure}{suggestion}",
      en: "target “{target}”: the form bm-01 does not count {measure}{suggestion}"),
    fix: BilingualText(vi: "dùng một trong: {known}", en: "use one of: {known}"))

  /// A year of which organisations are missing.
  public static let headcountRoundIncomplete = DiagnosticCode(
    "TARGET-032", .warning,
    message: BilingualText(
      vi: "số liệu năm {year} theo khái niệm {definition} chưa đủ đơn vị nên không dùng để so với chỉ tiêu",
      en: "the figures of {year} under {definition} lack organisations and are not held against targets"),
    fix: BilingualText(
      vi: "thu đủ biểu, hoặc đặt incomplete: include nếu chấp nhận số thấp hơn thực tế",
      en: "collect all reports, or set incomplete: include to accept figures that are too low"))

  /// A list of organisations that cannot be read.
  public static let unitListUnreadable = DiagnosticCode(
    "TARGET-033", .error,
    message: BilingualText(
      vi: "danh sách đơn vị cần cột unit, mỗi đơn vị một dòng",
      en: "the list of organisations needs a column unit, one row each"),
    fix: BilingualText(
      vi: "ghi mã đơn vị như trong biểu bm-01", en: "write the codes as in the form bm-01"))

  /// An organisation stands twice on the list.
  public static let unitListedTwice = DiagnosticCode(
    "TARGET-034", .error,
    message: BilingualText(
      vi: "đơn vị “{unit}” đã có ở dòng {first}", en: "the organisation “{unit}” stands in line {first} already"),
    fix: BilingualText(vi: "xóa dòng thừa", en: "delete one of the rows"))

  /// Communes that no list has.
  public static let headcountCommuneUnknown = DiagnosticCode(
    "TARGET-035", .warning,
    message: BilingualText(
      vi:
        "biểu này có {count} dòng mang mã xã không thuộc danh mục đã khai; các dòng đó không thuộc địa bàn của chỉ tiêu nào",
      en:
        "this report has {count} rows with a commune code that its list does not have; they lie in the area of no target"
    ),
    fix: BilingualText(
      vi: "sửa mã xã hoặc câu “Danh mục đơn vị hành chính sử dụng”",
      en: "correct the codes, or the answer that says which list was used"))

  /// Headcounts stand for targets of plans that do not say who counts.
  public static let headcountDefinitionAssumed = DiagnosticCode(
    "TARGET-036", .note,
    message: BilingualText(
      vi:
        "số liệu năm {year} theo khái niệm {definition} được dùng cho các chỉ tiêu mà kế hoạch không nêu khái niệm",
      en: "the figures of {year} under {definition} stand for targets whose plan does not say who counts"),
    fix: BilingualText(
      vi: "hỏi cơ quan ban hành kế hoạch về khái niệm, rồi ghi vào cột definition",
      en: "ask who set the plan, and write the definition into the register"))
}
