// Codes of weighting and replicates: EST-040 to EST-059. Identifiers are never reused.
extension DiagnosticCode {
  static let weightingCodes: [DiagnosticCode] = [
    replicateColumnsMissing, replicateValuesUnusable, jackknifeWithStrata, calibrationBoundsUnusable,
    calibrationNotReached, negativeWeightsCalibrated, calibrationNumberMissing, trimSumChanged, trimLimitsUnusable,
    replicatesNotCalibrated, tooManyReplicateWeights, replicatesOfCenteredStrata, replicatesTooFew,
    replicateScalesDiffer, replicatesWithoutBase,
  ]

  /// No column fits the names of replicate weights.
  public static let replicateColumnsMissing = DiagnosticCode(
    "EST-040", .error,
    message: BilingualText(
      vi: "không có cột số nào khớp với {columns} trong replicates.columns",
      en: "no column of numbers fits {columns} in replicates.columns"),
    fix: BilingualText(
      vi: "sửa tên cột; trọng số lặp phải là câu hỏi kiểu số của biểu mẫu, ví dụ columns: [\"repw*\"]",
      en: "correct the names; replicate weights are number questions of the form, such as columns: [\"repw*\"]"))

  /// Replicate weights are missing or negative.
  public static let replicateValuesUnusable = DiagnosticCode(
    "EST-041", .error,
    message: BilingualText(
      vi: "{count} phiếu có trọng số lặp bị thiếu, âm hoặc không dùng được",
      en: "{count} records have replicate weights that are missing, negative or unusable"),
    fix: BilingualText(
      vi: "sửa các cột trọng số lặp; mỗi phiếu cần một số không âm ở mọi cột",
      en: "correct the columns; every record needs a number of 0 or more in each"))

  /// The jackknife for designs without strata is asked for in one with strata.
  public static let jackknifeWithStrata = DiagnosticCode(
    "EST-042", .error,
    message: BilingualText(
      vi: "JK1 không dùng cho thiết kế có {count} tầng",
      en: "JK1 does not serve a design of {count} strata"),
    fix: BilingualText(vi: "đặt type: JKn", en: "set type: JKn"))

  /// Bounds of calibration do not enclose 1, or are missing.
  public static let calibrationBoundsUnusable = DiagnosticCode(
    "EST-043", .error,
    message: BilingualText(
      vi: "bounds của calibrate phải gồm một số nhỏ hơn 1 và một số lớn hơn 1; method: logit bắt buộc có bounds",
      en: "the bounds of calibrate must be a number below 1 and one above 1; method: logit needs them"),
    fix: BilingualText(vi: "ví dụ bounds: [0.5, 2]", en: "for example bounds: [0.5, 2]"))

  /// No weights within the bounds meet the totals.
  public static let calibrationNotReached = DiagnosticCode(
    "EST-044", .error,
    message: BilingualText(
      vi:
        "không tìm được trọng số đạt các tổng của calibrate sau {iterations} bước; sai lệch tương đối lớn nhất {difference}",
      en:
        "no weights were found that meet the totals of calibrate in {iterations} steps; the largest relative difference is {difference}"
    ),
    fix: BilingualText(
      vi: "nới bounds, gộp mức hoặc bớt tổng; kiểm tra các tổng có cùng thời điểm và cùng định nghĩa",
      en: "widen the bounds, merge levels or ask for fewer totals; check that all totals are of one day and definition"
    ))

  /// Linear calibration made weights negative.
  public static let negativeWeightsCalibrated = DiagnosticCode(
    "EST-045", .warning,
    message: BilingualText(
      vi: "sau calibrate có {count} phiếu mang trọng số âm",
      en: "calibration gave {count} respondents a negative weight"),
    fix: BilingualText(
      vi: "đặt method: raking, hoặc thêm bounds, ví dụ [0.3, 3]",
      en: "set method: raking, or add bounds such as [0.3, 3]"))

  /// Records lack a number whose population total is known.
  public static let calibrationNumberMissing = DiagnosticCode(
    "EST-046", .error,
    message: BilingualText(
      vi: "{count} phiếu không có giá trị cho \"{field}\", là biến có tổng trong calibrate",
      en: "{count} records have no value of \"{field}\", whose total is in calibrate"),
    fix: BilingualText(
      vi: "bổ sung giá trị, hoặc bỏ biến này khỏi totals",
      en: "fill it in, or leave the question out of totals"))

  /// Trimming left no weight to give to.
  public static let trimSumChanged = DiagnosticCode(
    "EST-047", .warning,
    message: BilingualText(
      vi: "đã cắt {count} trọng số mà không còn trọng số nào để bù: tổng trọng số thay đổi",
      en: "{count} weights were trimmed and none is left to share the rest: the sum of weights changed"),
    fix: BilingualText(vi: "nới lower và upper của trim", en: "widen lower and upper of trim"))

  /// Limits of trimming do not enclose the mean weight.
  public static let trimLimitsUnusable = DiagnosticCode(
    "EST-048", .error,
    message: BilingualText(
      vi: "trim cần 0 ≤ lower < 1 < upper (bội số của trọng số bình quân)",
      en: "trim needs 0 ≤ lower < 1 < upper, multiples of the mean weight"),
    fix: BilingualText(vi: "ví dụ trim: {lower: 0.2, upper: 5}", en: "for example trim: {lower: 0.2, upper: 5}"))

  /// Some replicates cannot meet the population figures.
  public static let replicatesNotCalibrated = DiagnosticCode(
    "EST-049", .warning,
    message: BilingualText(
      vi: "{count} trong {total} bộ trọng số lặp không đạt được số liệu tổng thể",
      en: "{count} of {total} replicates do not meet the population figures"),
    fix: BilingualText(
      vi: "gộp các mức ít phiếu, hoặc nới bounds",
      en: "merge levels of few respondents, or widen the bounds"))

  /// Replicates times records are more than memory should hold.
  public static let tooManyReplicateWeights = DiagnosticCode(
    "EST-050", .error,
    message: BilingualText(
      vi: "{count} bộ trọng số lặp cho {units} đơn vị vượt quá giới hạn {limit} trọng số",
      en: "{count} replicates of {units} units are more than {limit} weights"),
    fix: BilingualText(
      vi: "ghi count nhỏ hơn (với JK1, JKn là số nhóm ngẫu nhiên của mỗi tầng), khai báo clusters, hoặc bỏ replicates",
      en:
        "give a smaller count (for JK1 and JKn that of random groups per stratum), name clusters, or leave out replicates"
    ))

  /// A rule for single PSUs has no meaning for replicates.
  public static let replicatesOfCenteredStrata = DiagnosticCode(
    "EST-051", .error,
    message: BilingualText(
      vi: "single_psu: centered không dùng được cùng replicates",
      en: "single_psu: centered cannot be used with replicates"),
    fix: BilingualText(
      vi: "gộp tầng, hoặc đặt single_psu: certainty hay average",
      en: "merge strata, or set single_psu to certainty or average"))

  /// A bootstrap of fewer than two replicates.
  public static let replicatesTooFew = DiagnosticCode(
    "EST-052", .error,
    message: BilingualText(
      vi: "replicates có count: {count}; cần ít nhất 2",
      en: "replicates has count: {count}; 2 at least are needed"),
    fix: BilingualText(vi: "đặt count: 500", en: "set count: 500"))

  /// Replicates and their scales differ in number.
  public static let replicateScalesDiffer = DiagnosticCode(
    "EST-053", .error,
    message: BilingualText(
      vi: "rscales có {scales} số cho {columns} cột trọng số lặp",
      en: "rscales has {scales} numbers for {columns} columns of replicate weights"),
    fix: BilingualText(vi: "ghi một số cho mỗi cột, hoặc dùng scale", en: "give one number per column, or use scale"))

  /// Records without a base weight have replicate weights.
  public static let replicatesWithoutBase = DiagnosticCode(
    "EST-054", .warning,
    message: BilingualText(
      vi: "{count} phiếu có trọng số bằng 0 nhưng trọng số lặp khác 0; các phiếu này không được tính",
      en: "{count} records have a weight of 0 and replicate weights above 0; they are not counted"),
    fix: BilingualText(
      vi: "kiểm tra cột weights có thuộc cùng bộ với các cột trọng số lặp không",
      en: "check that weights and replicate weights belong to the same set"))
}
