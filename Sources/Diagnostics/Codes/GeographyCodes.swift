// Codes of lists of localities: GEO-001 to GEO-029. Identifiers are never reused.
extension DiagnosticCode {
  static let geographyCodes: [DiagnosticCode] = [
    crosswalkColumnMissing, crosswalkCodeDigits, crosswalkRelationUnknown, crosswalkDayUnreadable,
    crosswalkSeveralDays, crosswalkRowRepeated, crosswalkWholeTwice, crosswalkSinglePart, crosswalkTwoProvinces,
    crosswalkEmpty, areaUnknown, areaOfOtherList, areaAmbiguous, areaZerosLost, answersUnknown, answersOfOtherList,
    answersZerosLost, answersWithoutList,
  ]

  /// A crosswalk lacks a column.
  public static let crosswalkColumnMissing = DiagnosticCode(
    "GEO-001", .error,
    message: BilingualText(
      vi: "bảng chuyển đổi địa bàn thiếu cột {column}", en: "the crosswalk of localities lacks the column {column}"),
    fix: BilingualText(
      vi: "thêm cột {column}; mẫu là pipelines/geography/crosswalk-2025-07-01.csv",
      en: "add the column {column}; pipelines/geography/crosswalk-2025-07-01.csv is a model"))

  /// A code in a crosswalk does not have its digits.
  public static let crosswalkCodeDigits = DiagnosticCode(
    "GEO-002", .error,
    message: BilingualText(
      vi: "cột {column} cần mã gồm {expected} chữ số, tìm thấy “{found}”",
      en: "the column {column} needs a code of {expected} digits, found “{found}”"),
    fix: BilingualText(
      vi: "ghi đủ chữ số; bảng tính hay làm mất số 0 ở đầu, hãy định dạng cột là văn bản",
      en: "write all digits; spreadsheets lose leading zeros, so format the column as text"))

  /// A relation that is not known.
  public static let crosswalkRelationUnknown = DiagnosticCode(
    "GEO-003", .error,
    message: BilingualText(
      vi: "cột relation cần một trong {expected}, tìm thấy “{found}”",
      en: "the column relation needs one of {expected}, found “{found}”"),
    fix: BilingualText(
      vi: "ghi whole khi toàn bộ xã cũ thuộc xã mới, part hoặc part_default khi xã cũ bị chia",
      en: "write whole when all of the former commune lies in the present one, part or part_default when it was split"))

  /// A day that cannot be read.
  public static let crosswalkDayUnreadable = DiagnosticCode(
    "GEO-004", .error,
    message: BilingualText(
      vi: "cột valid_from cần một ngày dạng yyyy-MM-dd", en: "the column valid_from needs a day, yyyy-MM-dd"),
    fix: BilingualText(vi: "ví dụ 2025-07-01", en: "for example 2025-07-01"))

  /// A crosswalk of several changes.
  public static let crosswalkSeveralDays = DiagnosticCode(
    "GEO-005", .error,
    message: BilingualText(
      vi: "bảng chuyển đổi có hai ngày hiệu lực: {first} và {found}",
      en: "the crosswalk has two days of change: {first} and {found}"),
    fix: BilingualText(
      vi: "mỗi lần sắp xếp đơn vị hành chính dùng một tệp riêng", en: "use one file for each change of the lists"))

  /// A row stands twice.
  public static let crosswalkRowRepeated = DiagnosticCode(
    "GEO-006", .error,
    message: BilingualText(
      vi: "xã cũ {code} và xã mới {present} đã có ở một dòng trước",
      en: "the former commune {code} with the present commune {present} stands in an earlier row"),
    fix: BilingualText(vi: "xóa dòng thừa", en: "delete one of the rows"))

  /// A whole commune in two places.
  public static let crosswalkWholeTwice = DiagnosticCode(
    "GEO-007", .error,
    message: BilingualText(
      vi: "xã cũ {code} ghi whole nhưng có ở nhiều xã mới",
      en: "the former commune {code} is whole, yet lies in several present communes"),
    fix: BilingualText(
      vi: "ghi part, part_default cho các phần, hoặc xóa dòng sai",
      en: "write part and part_default for its parts, or delete the wrong row"))

  /// A split of one part.
  public static let crosswalkSinglePart = DiagnosticCode(
    "GEO-008", .error,
    message: BilingualText(
      vi: "xã cũ {code} ghi là bị chia nhưng chỉ có một phần",
      en: "the former commune {code} is said to be split, yet one part is given"),
    fix: BilingualText(
      vi: "thêm các phần còn lại, hoặc ghi whole", en: "add the other parts, or write whole"))

  /// A commune in two provinces.
  public static let crosswalkTwoProvinces = DiagnosticCode(
    "GEO-009", .error,
    message: BilingualText(
      vi: "xã mới {code} thuộc tỉnh {first} ở dòng trước, thuộc tỉnh {found} ở dòng này",
      en: "the present commune {code} is in province {first} in an earlier row and in {found} here"),
    fix: BilingualText(vi: "sửa mã tỉnh", en: "correct the province code"))

  /// A crosswalk without rows.
  public static let crosswalkEmpty = DiagnosticCode(
    "GEO-010", .error,
    message: BilingualText(vi: "bảng chuyển đổi không có dòng nào", en: "the crosswalk has no rows"),
    fix: BilingualText(
      vi: "dùng pipelines/geography/crosswalk-2025-07-01.csv", en: "use pipelines/geography/crosswalk-2025-07-01.csv"))

  /// A code that no list has.
  public static let areaUnknown = DiagnosticCode(
    "GEO-011", .warning,
    message: BilingualText(
      vi: "không danh mục nào có mã “{code}” cấp {level}",
      en: "no list has the {level} code “{code}”"),
    fix: BilingualText(
      vi: "kiểm tra mã{suggestion}; địa bàn ngoài bảng chuyển đổi không quy đổi được",
      en: "check the code{suggestion}; areas outside the crosswalk cannot be harmonised"))

  /// A code of the other list.
  public static let areaOfOtherList = DiagnosticCode(
    "GEO-012", .warning,
    message: BilingualText(
      vi: "mã “{code}” cấp {level} không có trong danh mục đã khai nhưng có trong danh mục kia",
      en: "the {level} code “{code}” is not in the list that is stated; the other list has it"),
    fix: BilingualText(
      vi: "sửa ngày hiệu lực: trước {day} là danh mục cũ, từ ngày đó là danh mục mới",
      en: "correct the day of the list: before {day} it is the former one, from that day the present one"))

  /// A code that names different areas.
  public static let areaAmbiguous = DiagnosticCode(
    "GEO-013", .warning,
    message: BilingualText(
      vi: "mã “{code}” cấp {level} chỉ hai địa bàn khác nhau trước và sau ngày {day}",
      en: "the {level} code “{code}” stands for different areas before and since {day}"),
    fix: BilingualText(
      vi: "ghi ngày hiệu lực của danh mục cùng với mã", en: "state the day of the list together with the code"))

  /// Leading zeros were lost.
  public static let areaZerosLost = DiagnosticCode(
    "GEO-014", .warning,
    message: BilingualText(
      vi: "mã “{found}” cấp {level} thiếu số 0 ở đầu, được hiểu là {code}",
      en: "the {level} code “{found}” lacks leading zeros and is taken for {code}"),
    fix: BilingualText(
      vi: "định dạng cột mã là văn bản trước khi nhập vào bảng tính",
      en: "format the column as text before codes are typed into a spreadsheet"))

  /// Answers with a code that no list has.
  public static let answersUnknown = DiagnosticCode(
    "GEO-015", .warning,
    message: BilingualText(
      vi: "{count} phiếu có mã ở câu {field} không thuộc danh mục nào trong bảng chuyển đổi",
      en: "{count} records have a code in {field} that no list of the crosswalk has"),
    fix: BilingualText(
      vi: "kiểm tra mã; địa bàn ngoài bảng chuyển đổi được tách thành mức “?”",
      en: "check the codes; areas outside the crosswalk are kept apart as the level “?”"))

  /// Answers with a code of the other list.
  public static let answersOfOtherList = DiagnosticCode(
    "GEO-016", .warning,
    message: BilingualText(
      vi:
        "{count} phiếu có mã ở câu {field} chỉ có trong danh mục kia (trước hoặc từ ngày {day}); phiếu được hiểu theo danh mục đó",
      en:
        "{count} records have a code in {field} that only the other list has (before or since {day}); they are read by that list"
    ),
    fix: BilingualText(
      vi: "kiểm tra câu cho biết danh mục được dùng", en: "check the question that tells which list was used"))

  /// Answers without their leading zeros.
  public static let answersZerosLost = DiagnosticCode(
    "GEO-017", .warning,
    message: BilingualText(
      vi: "{count} phiếu có mã ở câu {field} thiếu số 0 ở đầu; số 0 được thêm lại",
      en: "{count} records have a code in {field} without its leading zeros; they are put back"),
    fix: BilingualText(
      vi: "định dạng cột mã là văn bản trước khi nhập", en: "format the column as text before codes are typed"))

  /// Answers of which nobody knows the list.
  public static let answersWithoutList = DiagnosticCode(
    "GEO-018", .warning,
    message: BilingualText(
      vi:
        "{count} phiếu không cho biết mã ở câu {field} thuộc danh mục trước hay từ ngày {day}; được tách thành mức “?”",
      en:
        "{count} records do not tell whether the code in {field} is of the list before or since {day}; they are kept apart as the level “?”"
    ),
    fix: BilingualText(
      vi: "khai báo list: former hoặc list: present, hoặc hỏi danh mục trong biểu mẫu",
      en: "set list: former or list: present, or ask for the list in the form"))
}
