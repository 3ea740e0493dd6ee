// Codes of a pipeline's open answers: PIPE-070 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// Something of the section `texts` is needed and not there.
  public static let pipelineTextsMissing = DiagnosticCode(
    "PIPE-070", .error,
    message: BilingualText(
      vi: "tệp pipeline không có mục “{key}”, nên không biết xem câu hỏi mở nào",
      en: "the pipeline file has no “{key}”, so that there is no telling which open answers are meant"),
    fix: BilingualText(
      vi: "thêm mục texts, chẳng hạn “texts: {questions: [open_proposal], quotes: {consent: [consent_quote]}}”",
      en: "add a section such as “texts: {questions: [open_proposal], quotes: {consent: [consent_quote]}}”"))

  /// A question of the section `texts` is not answered in words.
  public static let pipelineTextsUnsuitable = DiagnosticCode(
    "PIPE-071", .error,
    message: BilingualText(
      vi: "câu hỏi “{name}” trong mục texts không phải câu hỏi mở",
      en: "the question “{name}” in the section texts is not answered in words"),
    fix: BilingualText(vi: "nêu các câu hỏi kiểu text", en: "name questions of type text"))

  /// There is no dictionary of themes.
  public static let pipelineDictionaryMissing = DiagnosticCode(
    "PIPE-072", .error,
    message: BilingualText(
      vi: "không tìm thấy từ điển chủ đề: cần themes.csv và phrases.csv trong {folder}",
      en: "there is no dictionary of themes: themes.csv and phrases.csv are expected in {folder}"),
    fix: BilingualText(
      vi: "chép thư mục dictionaries/open-text của sản phẩm vào đó, hoặc sửa khóa texts.dictionary",
      en: "copy the folder dictionaries/open-text of the product there, or correct the key texts.dictionary"))

  static let pipelineTextsCodes: [DiagnosticCode] = [
    pipelineTextsMissing, pipelineTextsUnsuitable, pipelineDictionaryMissing,
  ]
}
