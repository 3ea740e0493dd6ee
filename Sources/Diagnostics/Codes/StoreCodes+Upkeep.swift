// Backup, erasing and the end of a wave: STORE-042 to STORE-055. Identifiers are never reused.
extension DiagnosticCode {
  /// A backup does not hold what the store holds.
  public static let storeBackupFailed = DiagnosticCode(
    "STORE-042", .error,
    message: BilingualText(
      vi: "Bản sao lưu {file} không đúng với kho",
      en: "The backup {file} is not what the store holds"),
    fix: BilingualText(
      vi: "kiểm tra ổ đĩa rồi sao lưu lại; không dùng bản sao này",
      en: "check the disk and make another backup; do not use this one"))

  /// A backup's file exists.
  public static let storeBackupExists = DiagnosticCode(
    "STORE-043", .error,
    message: BilingualText(
      vi: "Đã có tệp {file}",
      en: "There is a file {file} already"),
    fix: BilingualText(
      vi: "chọn tên khác; bản sao lưu không ghi đè tệp có sẵn",
      en: "choose another name; a backup replaces no file"))

  /// No record has the key.
  public static let storeKeyUnknown = DiagnosticCode(
    "STORE-044", .error,
    message: BilingualText(
      vi: "Kho không có phiếu nào với mã thứ {number}",
      en: "The store has no record with code number {number}"),
    fix: BilingualText(
      vi: "kiểm tra mã; phiếu có thể chưa được nhận hoặc đã được khử nhận dạng",
      en: "check the code; the record may not have been taken in yet, or been de-identified"))

  /// Old pages wait in the log.
  public static let storePagesPending = DiagnosticCode(
    "STORE-045", .error,
    message: BilingualText(
      vi: "Phiếu đã được xóa, nhưng nhật ký ghi của kho còn giữ bản cũ vì một tiến trình khác đang đọc",
      en: "The records are erased, but the store's log still holds their old pages because another process is reading"),
    fix: BilingualText(
      vi: "chờ tiến trình kia xong rồi chạy lại đúng lệnh này",
      en: "wait for it to end, then run the same command again"))

  /// A file outside may hold the person.
  public static let storeCopiesRemain = DiagnosticCode(
    "STORE-046", .warning,
    message: BilingualText(
      vi: "{file} có thể vẫn giữ câu trả lời của người này",
      en: "{file} may still hold this person's answers"),
    fix: BilingualText(
      vi: "xóa tệp, hoặc xóa phần của người này trong tệp",
      en: "remove the file, or the person's part of it"))

  /// Estimates are out of date.
  public static let storeEstimatesOutdated = DiagnosticCode(
    "STORE-047", .note,
    message: BilingualText(
      vi: "Số liệu của phiếu {form} tính trước lúc này không còn đúng",
      en: "Estimates of the form {form} made before this moment are out of date"),
    fix: BilingualText(
      vi: "chạy lại `ykien run` cho các báo cáo của kỳ này",
      en: "run the wave's pipelines again"))

  /// The wave has no records.
  public static let storeWaveEmpty = DiagnosticCode(
    "STORE-048", .error,
    message: BilingualText(
      vi: "Kho không có phiếu nào của kỳ {wave}",
      en: "The store has no record of the wave {wave}"),
    fix: BilingualText(
      vi: "kiểm tra kỳ trong tệp pipeline và ngày của phiếu",
      en: "check the pipeline's wave and period"))

  /// Held records remain.
  public static let storeHeldRemain = DiagnosticCode(
    "STORE-049", .warning,
    message: BilingualText(
      vi: "Còn {count} phiếu giữ riêng nhận sau kỳ này",
      en: "{count} held records taken in after the period remain"),
    fix: BilingualText(
      vi: "xem lại các phiếu ấy; chúng không thuộc kỳ này theo ngày nhận",
      en: "look at them; by the day of taking in they are not of this wave"))

  /// The wave is not the pipeline's.
  public static let storeWaveOther = DiagnosticCode(
    "STORE-050", .error,
    message: BilingualText(
      vi: "Kỳ “{found}” không phải kỳ của tệp pipeline này ({expected})",
      en: "The wave “{found}” is not the pipeline's, which is “{expected}”"),
    fix: BilingualText(
      vi: "dùng tệp pipeline của kỳ ấy, hoặc viết --wave {expected}",
      en: "use that wave's pipeline, or write --wave {expected}"))

  /// The pipeline has no period.
  public static let storeWavePeriod = DiagnosticCode(
    "STORE-051", .error,
    message: BilingualText(
      vi: "Tệp pipeline không ghi thời gian của kỳ: không biết phiếu nào thuộc kỳ",
      en: "The pipeline states no period: nobody can tell which records are of the wave"),
    fix: BilingualText(
      vi: "ghi `period` với `field`, `from` và `to` trong tệp pipeline",
      en: "write `period` with `field`, `from` and `to` in the pipeline"))

  /// A question named for keeping or removing is not there.
  public static let storeWaveQuestion = DiagnosticCode(
    "STORE-052", .error,
    message: BilingualText(
      vi: "Phiếu {form} không có câu hỏi “{name}”",
      en: "The form {form} has no question “{name}”"),
    fix: BilingualText(
      vi: "kiểm tra tên câu hỏi",
      en: "check the question's name"))

  /// A file outside may hold the wave.
  public static let storeWaveCopies = DiagnosticCode(
    "STORE-053", .warning,
    message: BilingualText(
      vi: "{file} có thể vẫn giữ câu trả lời của kỳ này",
      en: "{file} may still hold answers of this wave"),
    fix: BilingualText(
      vi: "xóa tệp",
      en: "remove the file"))

  /// No held record has the number.
  public static let storeProblemUnknown = DiagnosticCode(
    "STORE-054", .error,
    message: BilingualText(
      vi: "Phiếu này không có phiếu giữ riêng số {number}", en: "The form has no held record {number}"),
    fix: BilingualText(vi: "xem số trong `ykien problems list`", en: "see the numbers in `ykien problems list`"))

  /// A file with held records is gone or changed.
  public static let storeRetrySource = DiagnosticCode(
    "STORE-055", .warning,
    message: BilingualText(
      vi: "{file} không còn, hoặc không phải tệp đã nhận: không thử lại được các phiếu giữ riêng từ tệp này",
      en: "{file} is gone, or not the file that was taken in: its held records cannot be tried again"),
    fix: BilingualText(
      vi: "đặt lại tệp cũ vào chỗ, hoặc nhận tệp đã sửa bằng `ykien ingest`",
      en: "put the old file back, or take the corrected file in with `ykien ingest`"))

  static let storeUpkeepCodes: [DiagnosticCode] = [
    storeBackupFailed, storeBackupExists, storeKeyUnknown, storePagesPending, storeCopiesRemain, storeEstimatesOutdated,
    storeWaveEmpty, storeHeldRemain, storeWaveOther, storeWavePeriod, storeWaveQuestion, storeWaveCopies,
    storeProblemUnknown, storeRetrySource,
  ]
}
