// Codes of workbooks and of texts that hold several sheets: SHEET-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let spreadsheetCodes: [DiagnosticCode] = [
    sheetFileUnknown, sheetFileDamaged, sheetFileProtected, sheetFileTooLarge, sheetPartMissing, sheetPartDamaged,
    sheetTooManyRows, sheetTooManyColumns, sheetTooManyCells, sheetTooManyTexts, sheetFormulaWithoutValue,
    sheetErrorValue, sheetMergedCells, sheetCellUnreadable, sheetHidden, sheetTwice, sheetTextOutside,
    sheetSeveralWorkbooks,
  ]

  /// A file is no workbook that can be read.
  public static let sheetFileUnknown = DiagnosticCode(
    "SHEET-001", .error,
    message: BilingualText(
      vi: "tệp không phải bảng tính .xlsx hoặc .xls",
      en: "the file is neither an .xlsx nor an .xls workbook"),
    fix: BilingualText(
      vi: "mở bằng phần mềm bảng tính và lưu lại dạng .xlsx",
      en: "open it in a spreadsheet program and save it as .xlsx"))

  /// A workbook is cut off or damaged.
  public static let sheetFileDamaged = DiagnosticCode(
    "SHEET-002", .error,
    message: BilingualText(
      vi: "tệp bảng tính bị hỏng hoặc bị cắt cụt",
      en: "the workbook is damaged or cut off"),
    fix: BilingualText(
      vi: "sao chép hoặc tải lại tệp; nếu vẫn lỗi, mở bằng phần mềm bảng tính và lưu lại",
      en: "copy or download it again; if that fails, open it in a spreadsheet program and save it again"))

  /// A workbook is protected with a password.
  public static let sheetFileProtected = DiagnosticCode(
    "SHEET-003", .error,
    message: BilingualText(
      vi: "tệp bảng tính được bảo vệ bằng mật khẩu",
      en: "the workbook is protected with a password"),
    fix: BilingualText(
      vi: "lưu lại tệp không đặt mật khẩu",
      en: "save it without a password"))

  /// A part of a workbook unpacks to suspiciously much.
  public static let sheetFileTooLarge = DiagnosticCode(
    "SHEET-004", .error,
    message: BilingualText(
      vi: "phần {part} của tệp bảng tính giải nén ra quá lớn (giới hạn {limit})",
      en: "the part {part} of the workbook unpacks to too much (limit {limit})"),
    fix: BilingualText(
      vi: "xóa các dòng, cột và định dạng thừa rồi lưu lại",
      en: "delete surplus rows, columns and formats and save it again"))

  /// A part that a workbook needs is not in it.
  public static let sheetPartMissing = DiagnosticCode(
    "SHEET-005", .error,
    message: BilingualText(
      vi: "tệp bảng tính thiếu phần {part}",
      en: "the workbook lacks the part {part}"),
    fix: BilingualText(
      vi: "mở bằng phần mềm bảng tính và lưu lại dạng .xlsx",
      en: "open it in a spreadsheet program and save it as .xlsx"))

  /// A part of a workbook is no well-formed XML.
  public static let sheetPartDamaged = DiagnosticCode(
    "SHEET-006", .error,
    message: BilingualText(
      vi: "phần {part} của tệp bảng tính bị hỏng ({reason})",
      en: "the part {part} of the workbook is damaged ({reason})"),
    fix: BilingualText(
      vi: "mở bằng phần mềm bảng tính và lưu lại dạng .xlsx",
      en: "open it in a spreadsheet program and save it as .xlsx"))

  /// A sheet has more rows than any spreadsheet program allows.
  public static let sheetTooManyRows = DiagnosticCode(
    "SHEET-007", .error,
    message: BilingualText(
      vi: "trang có dòng ngoài giới hạn {limit} dòng; các dòng ấy không được đọc",
      en: "the sheet has rows beyond the limit of {limit}; they are not read"),
    fix: BilingualText(
      vi: "xóa các dòng thừa", en: "delete the surplus rows"))

  /// A sheet has more columns than any spreadsheet program allows.
  public static let sheetTooManyColumns = DiagnosticCode(
    "SHEET-008", .error,
    message: BilingualText(
      vi: "trang có cột ngoài giới hạn {limit} cột; các cột ấy không được đọc",
      en: "the sheet has columns beyond the limit of {limit}; they are not read"),
    fix: BilingualText(
      vi: "xóa các cột thừa", en: "delete the surplus columns"))

  /// A sheet holds more cells than are held in memory.
  public static let sheetTooManyCells = DiagnosticCode(
    "SHEET-009", .error,
    message: BilingualText(
      vi: "trang có hơn {limit} ô; các ô sau không được đọc",
      en: "the sheet has more than {limit} cells; the rest are not read"),
    fix: BilingualText(
      vi: "xóa các dòng, cột thừa hoặc chia nhỏ tệp", en: "delete surplus rows and columns, or split the file"))

  /// A workbook holds more distinct texts than are held in memory.
  public static let sheetTooManyTexts = DiagnosticCode(
    "SHEET-010", .error,
    message: BilingualText(
      vi: "tệp bảng tính có quá nhiều chữ (giới hạn {limit})",
      en: "the workbook holds too much text (limit {limit})"),
    fix: BilingualText(
      vi: "xóa các trang thừa hoặc chia nhỏ tệp", en: "delete surplus sheets, or split the file"))

  /// A formula was never computed.
  public static let sheetFormulaWithoutValue = DiagnosticCode(
    "SHEET-011", .error,
    message: BilingualText(
      vi: "ô có công thức nhưng tệp không lưu kết quả",
      en: "the cell holds a formula whose result is not in the file"),
    fix: BilingualText(
      vi: "mở bằng phần mềm bảng tính và lưu lại, hoặc thay công thức bằng giá trị",
      en: "open the file in a spreadsheet program and save it, or replace the formula by its value"))

  /// A cell holds an error of a formula.
  public static let sheetErrorValue = DiagnosticCode(
    "SHEET-012", .error,
    message: BilingualText(
      vi: "ô có giá trị lỗi {value}",
      en: "the cell holds the error {value}"),
    fix: BilingualText(
      vi: "sửa công thức hoặc thay bằng giá trị", en: "mend the formula or replace it by a value"))

  /// Cells are merged into one.
  public static let sheetMergedCells = DiagnosticCode(
    "SHEET-013", .warning,
    message: BilingualText(
      vi: "các ô {range} được gộp; nội dung chỉ thuộc ô đầu, các ô kia trống",
      en: "the cells {range} are merged; only the first has content, the others are empty"),
    fix: BilingualText(
      vi: "bỏ gộp ô và điền từng ô", en: "unmerge them and fill in each cell"))

  /// A cell's content cannot be understood.
  public static let sheetCellUnreadable = DiagnosticCode(
    "SHEET-014", .error,
    message: BilingualText(
      vi: "không đọc được nội dung của ô", en: "the cell's content cannot be read"),
    fix: BilingualText(
      vi: "nhập lại ô rồi lưu tệp", en: "enter the cell again and save the file"))

  /// A sheet that is read is hidden.
  public static let sheetHidden = DiagnosticCode(
    "SHEET-015", .note,
    message: BilingualText(
      vi: "trang bị ẩn nhưng vẫn được đọc", en: "the sheet is hidden and read all the same"),
    fix: BilingualText(
      vi: "bỏ ẩn trang, hoặc xóa trang nếu không dùng", en: "unhide it, or delete it if it is not wanted"))

  /// Two sheets have one name.
  public static let sheetTwice = DiagnosticCode(
    "SHEET-016", .error,
    message: BilingualText(
      vi: "trang \"{name}\" có hai lần (lần đầu: {first}); chỉ đọc trang đầu",
      en: "the sheet \"{name}\" stands there twice (first: {first}); only the first is read"),
    fix: BilingualText(
      vi: "gộp hai trang hoặc đổi tên một trang", en: "merge the two, or rename one"))

  /// Rows stand before the first sheet's name.
  public static let sheetTextOutside = DiagnosticCode(
    "SHEET-017", .error,
    message: BilingualText(
      vi: "dòng đứng trước tên trang đầu tiên; không được đọc",
      en: "the row stands before the first sheet's name and is not read"),
    fix: BilingualText(
      vi: "viết tên trang (survey, choices, …) một mình ở cột đầu, các dòng của trang bắt đầu bằng ô trống",
      en: "write the sheet's name (survey, choices, …) alone in the first column; its rows begin with an empty cell"))

  /// A folder holds several workbooks.
  public static let sheetSeveralWorkbooks = DiagnosticCode(
    "SHEET-018", .error,
    message: BilingualText(
      vi: "thư mục có nhiều tệp bảng tính: {names}", en: "the folder holds several workbooks: {names}"),
    fix: BilingualText(
      vi: "ghi rõ tên tệp cần dùng", en: "name the file that is meant"))
}
