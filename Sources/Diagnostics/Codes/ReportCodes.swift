// Codes of the report stage: REPORT-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let reportCodes: [DiagnosticCode] = [
    templateMissing, templateNotUTF8, unclosedPlaceholder, emptyPlaceholder, unknownTemplateBlock,
    unclosedTemplateBlock, strayTemplateEnd, templateTooDeep, unknownPlaceholder, unknownPlaceholderWord,
    missingPlaceholderWord, statisticNotComputed, unknownTemplateSetting, badTemplateSetting, typedFigure,
    placeholderNotTranslated, templateNotTranslated, labelNotTranslated, templateWithoutPipeline, unknownSideTable,
    outsideUnits, unitsNotEstimated,
  ]

  /// The folder of a report holds no text.
  public static let templateMissing = DiagnosticCode(
    "REPORT-001", .error,
    message: BilingualText(vi: "thiếu tệp mẫu báo cáo", en: "the report's template is missing"),
    fix: BilingualText(
      vi: "tạo tệp template.md trong thư mục này (xem Documentation/reports.md)",
      en: "write template.md in this folder (see Documentation/reports.md)"))

  /// A template is no UTF-8.
  public static let templateNotUTF8 = DiagnosticCode(
    "REPORT-002", .error,
    message: BilingualText(vi: "tệp mẫu không phải là văn bản UTF-8", en: "the template is not UTF-8 text"),
    fix: BilingualText(vi: "lưu lại tệp với bảng mã UTF-8", en: "save the file as UTF-8"))

  /// `{{` without `}}` on its line.
  public static let unclosedPlaceholder = DiagnosticCode(
    "REPORT-003", .error,
    message: BilingualText(
      vi: "dấu “{{” không được đóng bằng “}}” trên cùng một dòng", en: "“{{” is not closed by “}}” on its line"),
    fix: BilingualText(vi: "thêm “}}” vào cuối chỗ trống", en: "add “}}” at the end of the placeholder"))

  /// `{{ }}`.
  public static let emptyPlaceholder = DiagnosticCode(
    "REPORT-004", .error,
    message: BilingualText(vi: "chỗ trống không có nội dung", en: "the placeholder names nothing"),
    fix: BilingualText(
      vi: "ghi tên chỗ trống trước, ví dụ {{ value agree TÊN_CÂU_HỎI }}",
      en: "begin with what it prints, such as {{ value agree QUESTION }}"))

  /// `{{#something}}` that is no block.
  public static let unknownTemplateBlock = DiagnosticCode(
    "REPORT-005", .error,
    message: BilingualText(
      vi: "không có khối {{{found}}}; có các khối #if, #each, #sentence",
      en: "there is no block {{{found}}}; blocks are #if, #each, #sentence"),
    fix: BilingualText(vi: "có phải ý là {{{nearest}}}?", en: "did you mean {{{nearest}}}?"))

  /// A block that is not closed, or closed by another's end.
  public static let unclosedTemplateBlock = DiagnosticCode(
    "REPORT-006", .error,
    message: BilingualText(
      vi: "khối {block} phải kết thúc bằng {expected} nhưng gặp {found}",
      en: "the block {block} should end with {expected} but {found} was found"),
    fix: BilingualText(vi: "thêm {expected} vào cuối khối", en: "add {expected} at the end of the block"))

  /// An end or `else` outside any block.
  public static let strayTemplateEnd = DiagnosticCode(
    "REPORT-007", .error,
    message: BilingualText(vi: "{{{found}}} không thuộc khối nào", en: "{{{found}}} belongs to no block"),
    fix: BilingualText(vi: "xóa dấu này hoặc thêm phần mở khối", en: "remove it, or open the block before it"))

  /// Blocks within blocks within blocks.
  public static let templateTooDeep = DiagnosticCode(
    "REPORT-008", .error,
    message: BilingualText(vi: "các khối lồng nhau quá {limit} tầng", en: "blocks are nested deeper than {limit}"),
    fix: BilingualText(vi: "viết mẫu đơn giản hơn", en: "write a simpler template"))

  /// A placeholder of a name that is not known.
  public static let unknownPlaceholder = DiagnosticCode(
    "REPORT-009", .error,
    message: BilingualText(vi: "không có chỗ trống tên “{found}”", en: "there is no placeholder “{found}”"),
    fix: BilingualText(vi: "có phải ý là “{nearest}”?", en: "did you mean “{nearest}”?"))

  /// A word of a placeholder that is not known: an item, an indicator, a statistic, a kind of table.
  public static let unknownPlaceholderWord = DiagnosticCode(
    "REPORT-010", .error,
    message: BilingualText(
      vi: "cần {expected} nhưng gặp “{found}”", en: "expected {expected} but found “{found}”"),
    fix: BilingualText(vi: "có phải ý là “{nearest}”?", en: "did you mean “{nearest}”?"))

  /// A placeholder that lacks a word.
  public static let missingPlaceholderWord = DiagnosticCode(
    "REPORT-011", .error,
    message: BilingualText(vi: "chỗ trống thiếu {expected}", en: "the placeholder lacks {expected}"),
    fix: BilingualText(vi: "xem Documentation/reports.md", en: "see Documentation/reports.md"))

  /// A figure that the estimates table does not hold.
  public static let statisticNotComputed = DiagnosticCode(
    "REPORT-012", .warning,
    message: BilingualText(
      vi: "bảng kết quả ước lượng không có “{statistic}” của “{item}”",
      en: "the estimates table has no “{statistic}” of “{item}”"),
    fix: BilingualText(
      vi: "kiểm tra chỉ số trong indicators.csv và mục “by” của quy trình; báo cáo in dấu “…”",
      en: "check indicators.csv and the pipeline's `by`; the report prints “…”"))

  /// A setting of template.yaml that is not known.
  public static let unknownTemplateSetting = DiagnosticCode(
    "REPORT-013", .error,
    message: BilingualText(vi: "không có thiết lập “{found}”", en: "there is no setting “{found}”"),
    fix: BilingualText(vi: "có phải ý là “{nearest}”?", en: "did you mean “{nearest}”?"))

  /// A setting of template.yaml whose value cannot be used.
  public static let badTemplateSetting = DiagnosticCode(
    "REPORT-014", .error,
    message: BilingualText(
      vi: "thiết lập “{setting}” cần {expected} nhưng gặp “{found}”",
      en: "the setting “{setting}” expects {expected} but found “{found}”"),
    fix: BilingualText(vi: "xem Documentation/reports.md", en: "see Documentation/reports.md"))

  /// A figure typed by hand where a placeholder could print it.
  public static let typedFigure = DiagnosticCode(
    "REPORT-015", .warning,
    message: BilingualText(vi: "con số {found} được gõ tay trong mẫu", en: "the figure {found} is typed by hand"),
    fix: BilingualText(
      vi: "thay bằng chỗ trống, ví dụ {{ value agree TÊN_CÂU_HỎI }}, để con số luôn khớp với bảng ước lượng",
      en: "put a placeholder in its place, such as {{ value agree QUESTION }}, so that it always follows the estimates")
  )

  /// A placeholder that stands in one language of a template and not in another.
  public static let placeholderNotTranslated = DiagnosticCode(
    "REPORT-016", .warning,
    message: BilingualText(
      vi: "{file} không có chỗ trống “{found}”", en: "{file} has no placeholder “{found}”"),
    fix: BilingualText(vi: "dịch phần này sang tệp kia", en: "translate this part into the other file"))

  /// A report's language has no text of its own.
  public static let templateNotTranslated = DiagnosticCode(
    "REPORT-017", .warning,
    message: BilingualText(
      vi: "báo cáo lập bằng ngôn ngữ “{language}” nhưng mẫu chỉ có tiếng Việt",
      en: "the report is made in “{language}”, the template speaks Vietnamese only"),
    fix: BilingualText(vi: "thêm tệp {file}", en: "add {file}"))

  /// An indicator has no label in the report's language.
  public static let labelNotTranslated = DiagnosticCode(
    "REPORT-018", .warning,
    message: BilingualText(
      vi: "chỉ số “{name}” không có nhãn bằng ngôn ngữ “{language}”",
      en: "the indicator “{name}” has no label in “{language}”"),
    fix: BilingualText(
      vi: "điền cột label::{language} của trang indicators", en: "fill in the column label::{language} of indicators"))

  /// A template that no pipeline uses.
  public static let templateWithoutPipeline = DiagnosticCode(
    "REPORT-019", .note,
    message: BilingualText(
      vi: "không quy trình nào dùng mẫu này nên tên câu hỏi, chỉ số chưa được kiểm tra",
      en: "no pipeline uses this template, so names of questions and indicators are not checked"),
    fix: BilingualText(
      vi: "kiểm tra qua quy trình: ykien report check pipelines/….yaml",
      en: "check it through a pipeline: ykien report check pipelines/….yaml"))

  /// A table beside the estimates that the pipeline does not make.
  public static let unknownSideTable = DiagnosticCode(
    "REPORT-020", .warning,
    message: BilingualText(
      vi: "quy trình không lập bảng “{found}”; có: {known}",
      en: "the pipeline makes no table “{found}”; there are: {known}"),
    fix: BilingualText(
      vi: "kiểm tra tên bảng bằng ykien estimate, hoặc khai báo phân tích tương ứng trong quy trình",
      en: "look at the names that ykien estimate knows, or ask for the analysis in the pipeline"))

  /// A placeholder about a unit outside the loop over units.
  public static let outsideUnits = DiagnosticCode(
    "REPORT-021", .error,
    message: BilingualText(
      vi: "“{found}” nói về một đơn vị nhưng đứng ngoài vòng lặp theo đơn vị",
      en: "“{found}” is about a unit but stands outside the loop over units"),
    fix: BilingualText(
      vi: "đặt giữa {{#each units}} và {{/each}}", en: "put it between {{#each units}} and {{/each}}"))

  /// The loop over units without estimates by unit.
  public static let unitsNotEstimated = DiagnosticCode(
    "REPORT-022", .warning,
    message: BilingualText(
      vi: "mẫu lập phiếu cho từng đơn vị nhưng quy trình không ước lượng theo “{question}”",
      en: "the template makes a sheet for each unit, but the pipeline does not estimate by “{question}”"),
    fix: BilingualText(
      vi: "thêm câu hỏi này vào by của quy trình; thiếu nó, phiếu chỉ có tỷ lệ trả lời",
      en: "add the question to by in the pipeline; without it sheets hold response rates only"))
}
