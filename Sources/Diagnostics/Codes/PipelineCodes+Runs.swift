// Codes of runs and their manifests: PIPE-110 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A file is no manifest.
  public static let pipelineManifestUnreadable = DiagnosticCode(
    "PIPE-110", .error,
    message: BilingualText(
      vi: "tệp này không phải biên bản chạy (manifest) của phiên bản này",
      en: "this file is no manifest of a run of this version"),
    fix: BilingualText(
      vi: "chọn tệp manifest.json trong thư mục báo cáo", en: "choose the manifest.json of a report's folder"))

  /// A manifest belongs to another pipeline.
  public static let pipelineManifestForeign = DiagnosticCode(
    "PIPE-111", .error,
    message: BilingualText(
      vi: "biên bản này là của pipeline \"{found}\", không phải \"{expected}\"",
      en: "this manifest is of the pipeline \"{found}\", not of \"{expected}\""),
    fix: BilingualText(vi: "chọn đúng tệp pipeline", en: "choose the pipeline it belongs to"))

  /// An input is not what it was.
  public static let pipelineInputDiffers = DiagnosticCode(
    "PIPE-112", .warning,
    message: BilingualText(
      vi: "{what} không còn như khi lập báo cáo", en: "{what} is not what it was when the report was made"),
    fix: BilingualText(
      vi: "lấy lại bản cũ để so sánh từng byte", en: "bring the former one back to compare byte for byte"))

  /// No name is left for a folder of a day.
  public static let pipelineFoldersFull = DiagnosticCode(
    "PIPE-113", .error,
    message: BilingualText(
      vi: "ngày {day} đã có quá nhiều thư mục báo cáo", en: "there are too many folders of reports for {day}"),
    fix: BilingualText(vi: "chuyển bớt thư mục cũ đi nơi khác", en: "move old folders elsewhere"))

  static let pipelineRunCodes: [DiagnosticCode] = [
    pipelineManifestUnreadable, pipelineManifestForeign, pipelineInputDiffers, pipelineFoldersFull,
  ]
}
