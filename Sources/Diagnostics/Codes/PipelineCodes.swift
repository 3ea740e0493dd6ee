// Codes of pipelines and their runs: PIPE-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A key that pipelines do not know.
  public static let pipelineUnknownKey = DiagnosticCode(
    "PIPE-001", .error,
    message: BilingualText(
      vi: "không có khóa “{key}” trong mục “{section}”{suggestion}",
      en: "there is no key “{key}” in “{section}”{suggestion}"),
    fix: BilingualText(vi: "các khóa dùng được: {known}", en: "known keys are {known}"))

  /// A key that stands for something this version cannot do.
  public static let pipelineUnsupportedKey = DiagnosticCode(
    "PIPE-002", .error,
    message: BilingualText(
      vi: "phiên bản này chưa hỗ trợ “{key}” trong mục “{section}”",
      en: "this version does not support “{key}” in “{section}”"),
    fix: BilingualText(vi: "bỏ khóa này", en: "remove the key"))

  /// A value of the wrong kind.
  public static let pipelineBadValue = DiagnosticCode(
    "PIPE-003", .error,
    message: BilingualText(
      vi: "giá trị của “{key}” không dùng được: cần {expected}",
      en: "the value of “{key}” is unusable: expected {expected}"),
    fix: BilingualText(vi: "sửa giá trị ở chỗ này", en: "correct the value at this place"))

  /// A key that pipelines cannot do without.
  public static let pipelineMissingKey = DiagnosticCode(
    "PIPE-004", .error,
    message: BilingualText(vi: "mục “{section}” thiếu khóa “{key}”", en: "“{section}” lacks the key “{key}”"),
    fix: BilingualText(vi: "thêm dòng “{key}: …”", en: "add a line “{key}: …”"))

  /// Simulated answers beside real ones.
  public static let pipelineMixedSources = DiagnosticCode(
    "PIPE-005", .error,
    message: BilingualText(
      vi: "số liệu mô phỏng không được đi cùng tệp câu trả lời thật",
      en: "simulated answers cannot stand beside files of real ones"),
    fix: BilingualText(
      vi: "bỏ dòng “simulate”, hoặc chuyển nó sang một pipeline khác với kho khác",
      en: "remove the line “simulate”, or move it to a pipeline with a store of its own"))

  /// A pattern without files.
  public static let pipelineNoFiles = DiagnosticCode(
    "PIPE-006", .warning,
    message: BilingualText(vi: "không có tệp nào khớp “{pattern}”", en: "no file matches “{pattern}”"),
    fix: BilingualText(vi: "kiểm tra đường dẫn, hoặc chờ phiếu gửi về", en: "check the path, or wait for answers"))

  /// A frame without figures for a margin.
  public static let pipelineFrameWithoutVariable = DiagnosticCode(
    "PIPE-007", .error,
    message: BilingualText(
      vi: "tệp tổng thể {file} không có dòng nào cho “{variable}”", en: "the frame {file} has no row for “{variable}”"),
    fix: BilingualText(
      vi: "thêm dòng với variable = {variable}, hoặc sửa tên biến",
      en: "add rows with variable = {variable}, or correct the name"))

  /// A question that the form does not have.
  public static let pipelineUnknownQuestion = DiagnosticCode(
    "PIPE-008", .error,
    message: BilingualText(
      vi: "phiếu không có câu hỏi “{name}” (mục “{key}”){suggestion}",
      en: "the form has no question “{name}” (in “{key}”){suggestion}"),
    fix: BilingualText(vi: "dùng tên câu hỏi trong trang survey", en: "use a name of the survey sheet"))

  /// A form with errors.
  public static let pipelineFormUnusable = DiagnosticCode(
    "PIPE-009", .error,
    message: BilingualText(
      vi: "phiếu {form} có lỗi, không chạy được", en: "the form {form} has errors and cannot be used"),
    fix: BilingualText(
      vi: "chạy `ykien form check {form}` và sửa các lỗi", en: "run `ykien form check {form}` and mend the errors"))

  /// A folder without a form.
  public static let pipelineFormMissing = DiagnosticCode(
    "PIPE-010", .error,
    message: BilingualText(vi: "không tìm thấy phiếu ở {form}", en: "there is no form at {form}"),
    fix: BilingualText(
      vi: "cần một thư mục có survey.csv và settings.csv, hoặc một tệp .xlsx, .xls, .md hay .csv nhiều trang",
      en: "a form is a folder with survey.csv and settings.csv, or one .xlsx, .xls, .md or sectioned .csv file"))

  /// A template that is not there.
  public static let pipelineTemplateMissing = DiagnosticCode(
    "PIPE-011", .error,
    message: BilingualText(
      vi: "không tìm thấy mẫu báo cáo ở {template}", en: "there is no report template at {template}"),
    fix: BilingualText(vi: "cần một thư mục có template.md", en: "a template is a folder with template.md"))

  /// A format this version cannot write.
  public static let pipelineFormatUnsupported = DiagnosticCode(
    "PIPE-012", .error,
    message: BilingualText(
      vi: "phiên bản này chưa xuất được “{format}”; chỉ có {known}",
      en: "this version cannot write “{format}”; it writes {known}"),
    fix: BilingualText(vi: "chọn một dạng trong số đó", en: "choose one of them"))

  /// A store of a kind this version does not know.
  public static let pipelineStoreURL = DiagnosticCode(
    "PIPE-013", .error,
    message: BilingualText(vi: "“{url}” không phải địa chỉ kho", en: "“{url}” does not name a store"),
    fix: BilingualText(
      vi: "viết sqlite:ĐƯỜNG_DẪN, ví dụ sqlite:var/ykien.sqlite", en: "write sqlite:PATH, as in sqlite:var/ykien.sqlite"
    ))

  /// Another run holds the pipeline.
  public static let pipelineLocked = DiagnosticCode(
    "PIPE-014", .error,
    message: BilingualText(
      vi: "pipeline “{name}” đang được chạy ở nơi khác", en: "the pipeline “{name}” is being run elsewhere"),
    fix: BilingualText(vi: "chờ lần chạy kia xong rồi thử lại", en: "wait for the other run to end, then try again"))

  /// A report was asked for and the pipeline names none.
  public static let pipelineNoReport = DiagnosticCode(
    "PIPE-015", .error,
    message: BilingualText(vi: "pipeline không có mục “report”", en: "the pipeline has no section “report”"),
    fix: BilingualText(
      vi: "thêm mục report với template và output", en: "add a section report with template and output"))

  /// A store that was not made yet.
  public static let pipelineStoreMissing = DiagnosticCode(
    "PIPE-016", .error,
    message: BilingualText(vi: "chưa có kho {store}", en: "the store {store} does not exist yet"),
    fix: BilingualText(
      vi: "nhận phiếu trước: `ykien run {pipeline}`", en: "take answers in first: `ykien run {pipeline}`"))

  /// Simulated answers in a store of real ones, or the reverse.
  public static let pipelineMixedStore = DiagnosticCode(
    "PIPE-017", .error,
    message: BilingualText(
      vi: "kho {store} không thể giữ cả phiếu mô phỏng lẫn phiếu thật",
      en: "the store {store} cannot hold simulated answers beside real ones"),
    fix: BilingualText(
      vi: "dùng một kho mới; nếu kho này chỉ có phiếu diễn tập thì xóa tệp kho rồi chạy lại",
      en: "use a new store; if this one holds nothing but a rehearsal, delete its file and run again"))

  /// A program that makes a document is not installed.
  public static let pipelineProgramMissing = DiagnosticCode(
    "PIPE-018", .error,
    message: BilingualText(
      vi: "Không thấy chương trình “{program}”, cần để tạo tệp {format}",
      en: "The program “{program}”, which makes {format} files, is not there"),
    fix: BilingualText(
      vi: "cài gói Debian {package} (apt-get install {package})",
      en: "install the Debian package {package} (apt-get install {package})"))

  /// A program that makes a document ended with an error.
  public static let pipelineProgramFailed = DiagnosticCode(
    "PIPE-019", .error,
    message: BilingualText(
      vi: "Chương trình “{program}” không tạo được tệp {format}: {reason}",
      en: "The program “{program}” could not make the {format} file: {reason}"),
    fix: BilingualText(
      vi: "chạy `ykien doctor`, rồi cài lại gói Debian {package}",
      en: "run `ykien doctor`, then install the Debian package {package} anew"))

  static let pipelineCodes: [DiagnosticCode] = [
    pipelineUnknownKey, pipelineUnsupportedKey, pipelineBadValue, pipelineMissingKey, pipelineMixedSources,
    pipelineNoFiles, pipelineFrameWithoutVariable, pipelineUnknownQuestion, pipelineFormUnusable, pipelineFormMissing,
    pipelineTemplateMissing, pipelineFormatUnsupported, pipelineStoreURL, pipelineLocked, pipelineNoReport,
    pipelineStoreMissing, pipelineMixedStore, pipelineProgramMissing, pipelineProgramFailed,
  ]
}
