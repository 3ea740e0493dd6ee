// Codes of the estimation stage: EST-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  static let estimationCodes: [DiagnosticCode] = [
    frameColumnMissing, framePopulationUnreadable, frameLevelRepeated, planUnknownQuestion, planUnsuitableQuestion,
    weightsUnusable, designValueMissing, populationSizeUnusable, singleUnitStratum, unmatchedRespondents,
    emptyFrameLevels, rakingNotConverged, marginTotalsDiffer, zeroPopulationLevel, recordsWithoutPeriod, noRecords,
    itemNotAmongRecords, itemUnsuitable, itemPairOutsideNeeds, itemListsDiffer, scoreCodesUnknown, zeroWeights,
    tooManyStages, tooManyPopulationSizes, tooManyLevels, periodReversed, unmatchedRespondentsTreated,
    comparisonItemUnknown, comparisonItemUnsuitable,
    explainedItemUnknown, explainedDomainUnknown, explainedStatisticUnknown,
  ]

  /// A frame lacks a column.
  public static let frameColumnMissing = DiagnosticCode(
    "EST-001", .error,
    message: BilingualText(
      vi: "bảng dân số không có cột \"{column}\"",
      en: "the frame has no column \"{column}\""),
    fix: BilingualText(
      vi: "thêm cột; dòng tiêu đề là variable,level,population,as_of,source,definition",
      en: "add the column; the headings are variable,level,population,as_of,source,definition"))

  /// A population is no number of 0 or more.
  public static let framePopulationUnreadable = DiagnosticCode(
    "EST-002", .error,
    message: BilingualText(
      vi: "số người của mức \"{level}\" phải là số không âm, viết không có dấu cách nhóm",
      en: "the population of level \"{level}\" must be a number of 0 or more, without thousands marks"),
    fix: BilingualText(
      vi: "ghi số người bằng chữ số, ví dụ 32510",
      en: "write the number of people in digits, such as 32510"))

  /// A level of a frame is stated twice.
  public static let frameLevelRepeated = DiagnosticCode(
    "EST-003", .error,
    message: BilingualText(
      vi: "mức \"{level}\" của biến \"{variable}\" đã có ở dòng {first}",
      en: "level \"{level}\" of variable \"{variable}\" already stands in line {first}"),
    fix: BilingualText(
      vi: "giữ lại một dòng",
      en: "keep one of the two rows"))

  /// A plan names a question the records do not have.
  public static let planUnknownQuestion = DiagnosticCode(
    "EST-004", .error,
    message: BilingualText(
      vi: "\"{field}\" ({use}) không có trong biểu mẫu{suggestion}",
      en: "\"{field}\" ({use}) is no question of the form{suggestion}"),
    fix: BilingualText(
      vi: "sửa tên câu hỏi trong tệp quy trình hoặc trong bảng indicators",
      en: "correct the name in the pipeline or in the indicators sheet"))

  /// A question's kind of answer does not fit its use.
  public static let planUnsuitableQuestion = DiagnosticCode(
    "EST-005", .error,
    message: BilingualText(
      vi: "\"{field}\" không dùng được làm {use}: kiểu trả lời là {found}, cần {expected}",
      en: "\"{field}\" cannot serve as {use}: its answers are {found}, {expected} is needed"),
    fix: BilingualText(
      vi: "chọn câu hỏi khác hoặc đổi kiểu câu hỏi",
      en: "choose another question or change its type"))

  /// Design weights are missing, negative, infinite or out of range.
  public static let weightsUnusable = DiagnosticCode(
    "EST-006", .error,
    message: BilingualText(
      vi:
        "trọng số \"{field}\": {missing} phiếu không có, {negative} phiếu có số âm, {other} phiếu có số không dùng được",
      en:
        "weights \"{field}\": {missing} records have none, {negative} a negative one, {other} one that is not finite or not between 1e-100 and 1e100"
    ),
    fix: BilingualText(
      vi: "sửa trọng số trong tệp nguồn; trọng số là số không âm",
      en: "correct the weights in the source; a weight is a number of 0 or more"))

  /// Records lack a stratum, a cluster or a population size.
  public static let designValueMissing = DiagnosticCode(
    "EST-007", .error,
    message: BilingualText(
      vi: "{count} phiếu không có giá trị cho \"{field}\" ({use})",
      en: "{count} records have no value of \"{field}\" ({use})"),
    fix: BilingualText(
      vi: "bổ sung giá trị; mọi phiếu đều cần biết tầng, cụm và quy mô tổng thể",
      en: "fill it in; every record needs its stratum, clusters and population sizes"))

  /// Population sizes contradict the sample.
  public static let populationSizeUnusable = DiagnosticCode(
    "EST-008", .error,
    message: BilingualText(
      vi:
        "\"{field}\": {varying} nhóm có nhiều giá trị khác nhau, {small} nhóm có quy mô nhỏ hơn số đơn vị đã chọn, {invalid} nhóm có giá trị không dương",
      en:
        "\"{field}\": {varying} groups have several values, {small} a size below the number of sampled units, {invalid} a value that is not above 0"
    ),
    fix: BilingualText(
      vi: "mỗi tầng (hoặc cụm) có đúng một quy mô tổng thể hay một tỷ lệ mẫu",
      en: "give each stratum (or cluster) exactly one population size or sampling fraction"))

  /// Strata with a single PSU leave the variance undefined.
  public static let singleUnitStratum = DiagnosticCode(
    "EST-009", .error,
    message: BilingualText(
      vi: "{count} tầng chỉ có một đơn vị mẫu cấp một: không tính được phương sai",
      en: "{count} strata have a single primary sampling unit: the variance is undefined"),
    fix: BilingualText(
      vi: "gộp tầng, hoặc đặt single_psu: certainty, centered hay average",
      en: "merge strata, or set single_psu to certainty, centered or average"))

  /// Respondents have no cell in the frame.
  public static let unmatchedRespondents = DiagnosticCode(
    "EST-010", .error,
    message: BilingualText(
      vi: "biến \"{field}\": {count} phiếu có mức không có trong bảng dân số ({levels})",
      en: "\"{field}\": {count} respondents have a level without a population figure ({levels})"),
    fix: BilingualText(
      vi: "thêm mức vào bảng dân số, dùng map, hoặc đặt unmatched: exclude hay base_weight",
      en: "add the level to the frame, use map, or set unmatched to exclude or base_weight"))

  /// Levels of the frame have no respondents.
  public static let emptyFrameLevels = DiagnosticCode(
    "EST-011", .error,
    message: BilingualText(
      vi: "biến \"{field}\": không có phiếu nào ở {levels}, đại diện cho {population} người",
      en: "\"{field}\": nobody answered at {levels}, which stand for {population} people"),
    fix: BilingualText(
      vi: "gộp mức trong bảng dân số, dùng map, hoặc đặt unmatched: exclude hay base_weight",
      en: "merge levels of the frame, use map, or set unmatched to exclude or base_weight"))

  /// Raking did not come within its tolerance.
  public static let rakingNotConverged = DiagnosticCode(
    "EST-012", .warning,
    message: BilingualText(
      vi: "hiệu chỉnh trọng số chưa hội tụ sau {iterations} vòng; sai lệch tương đối lớn nhất {difference}",
      en: "raking did not converge in {iterations} sweeps; the largest relative difference is {difference}"),
    fix: BilingualText(
      vi: "kiểm tra tổng của các biến trong bảng dân số, tăng iterations, hoặc gộp mức",
      en: "check that the margins have the same total, allow more iterations, or merge levels"))

  /// The margins of a frame have different totals.
  public static let marginTotalsDiffer = DiagnosticCode(
    "EST-013", .warning,
    message: BilingualText(
      vi: "tổng dân số của các biến hiệu chỉnh khác nhau: {totals}",
      en: "the margins' population totals differ: {totals}"),
    fix: BilingualText(
      vi: "dùng các số liệu cùng thời điểm và cùng định nghĩa",
      en: "take figures of the same day and definition"))

  /// Respondents belong to a level whose population is 0.
  public static let zeroPopulationLevel = DiagnosticCode(
    "EST-014", .warning,
    message: BilingualText(
      vi: "biến \"{field}\": {count} phiếu thuộc mức có dân số bằng 0, nên trọng số bằng 0",
      en: "\"{field}\": {count} respondents belong to levels whose population is 0, so their weight is 0"),
    fix: BilingualText(
      vi: "kiểm tra bảng dân số",
      en: "check the frame"))

  /// Records lack the date that would place them in a period.
  public static let recordsWithoutPeriod = DiagnosticCode(
    "EST-015", .warning,
    message: BilingualText(
      vi: "{count} phiếu không có ngày ở \"{field}\" nên không thuộc kỳ nào",
      en: "{count} records have no date in \"{field}\" and belong to no period"),
    fix: BilingualText(
      vi: "bổ sung ngày, hoặc bỏ period",
      en: "fill in the date, or leave out period"))

  /// There is nothing to estimate from.
  public static let noRecords = DiagnosticCode(
    "EST-016", .warning,
    message: BilingualText(
      vi: "không có phiếu nào để tính",
      en: "there are no records to estimate from"),
    fix: BilingualText(
      vi: "nạp phiếu bằng ykien ingest, hoặc kiểm tra period",
      en: "take in answers with ykien ingest, or check period"))

  /// An indicator's question is not among the fields of the records.
  public static let itemNotAmongRecords = DiagnosticCode(
    "EST-017", .warning,
    message: BilingualText(
      vi: "chỉ báo \"{indicator}\": bỏ qua \"{field}\" vì số liệu không có câu hỏi này",
      en: "indicator \"{indicator}\": \"{field}\" is left out, the records do not have it"),
    fix: BilingualText(
      vi: "sửa cột items; câu hỏi trong nhóm lặp chưa được tính",
      en: "correct the items column; questions inside repeats are not counted yet"))

  /// An indicator's question has answers of another kind than it needs.
  public static let itemUnsuitable = DiagnosticCode(
    "EST-018", .warning,
    message: BilingualText(
      vi: "chỉ báo \"{indicator}\": bỏ qua \"{field}\" vì kiểu trả lời không hợp với loại chỉ báo",
      en: "indicator \"{indicator}\": \"{field}\" is left out, its kind of answer does not fit the kind of indicator"),
    fix: BilingualText(
      vi: "đổi kind của chỉ báo hoặc kiểu câu hỏi",
      en: "change the indicator's kind or the question's type"))

  /// A pair of questions stands in an indicator that is no need.
  public static let itemPairOutsideNeeds = DiagnosticCode(
    "EST-019", .warning,
    message: BilingualText(
      vi: "chỉ báo \"{indicator}\": bỏ qua cặp \"{field}\"; chỉ loại need dùng cặp câu hỏi",
      en: "indicator \"{indicator}\": the pair \"{field}\" is left out, only needs take pairs"),
    fix: BilingualText(
      vi: "đặt kind là need, hoặc ghi từng câu hỏi riêng",
      en: "set the kind to need, or name the questions one by one"))

  /// The questions of a ranking have different lists.
  public static let itemListsDiffer = DiagnosticCode(
    "EST-020", .warning,
    message: BilingualText(
      vi: "chỉ báo \"{indicator}\": danh sách lựa chọn của \"{field}\" khác với câu hỏi đầu",
      en: "indicator \"{indicator}\": \"{field}\" has another list than the first question"),
    fix: BilingualText(
      vi: "dùng cùng một danh sách lựa chọn cho mọi thứ bậc",
      en: "use the same list for every place"))

  /// A scale or an agree set names codes the choice list does not have.
  public static let scoreCodesUnknown = DiagnosticCode(
    "EST-021", .error,
    message: BilingualText(
      vi: "chỉ báo \"{indicator}\": mã {codes} không có trong danh sách lựa chọn của \"{field}\"",
      en: "indicator \"{indicator}\": {codes} are no choices of \"{field}\""),
    fix: BilingualText(
      vi: "sửa cột scale, agree hoặc disagree",
      en: "correct the scale, agree or disagree column"))

  /// All weights are 0.
  public static let zeroWeights = DiagnosticCode(
    "EST-022", .warning,
    message: BilingualText(
      vi: "mọi trọng số đều bằng 0: không có ước lượng nào",
      en: "every weight is 0: nothing can be estimated"),
    fix: BilingualText(
      vi: "kiểm tra cột trọng số và bảng dân số",
      en: "check the weights and the frame"))

  /// A design names more than two stages of clusters.
  public static let tooManyStages = DiagnosticCode(
    "EST-023", .error,
    message: BilingualText(
      vi: "thiết kế mẫu có {count} cấp cụm; chỉ dùng được một hoặc hai cấp",
      en: "the design has {count} stages of clusters; one or two can be used"),
    fix: BilingualText(
      vi: "chỉ ghi hai cấp đầu trong clusters",
      en: "name the first two stages in clusters only"))

  /// A design has more population sizes than stages.
  public static let tooManyPopulationSizes = DiagnosticCode(
    "EST-024", .error,
    message: BilingualText(
      vi: "fpc có {count} cột, nhiều hơn số cấp chọn mẫu",
      en: "fpc names {count} columns, more than there are stages of sampling"),
    fix: BilingualText(
      vi: "ghi mỗi cấp một cột",
      en: "name one column per stage"))

  /// A domain has more levels than a table can show.
  public static let tooManyLevels = DiagnosticCode(
    "EST-025", .error,
    message: BilingualText(
      vi: "\"{field}\" có {count} mức, nhiều hơn {limit}",
      en: "\"{field}\" has {count} levels, more than {limit}"),
    fix: BilingualText(
      vi: "dùng câu hỏi có ít lựa chọn hơn làm nhóm",
      en: "use a question with fewer answers as a domain"))

  /// A period ends before it begins.
  public static let periodReversed = DiagnosticCode(
    "EST-026", .error,
    message: BilingualText(
      vi: "kỳ tính theo \"{field}\" kết thúc trước khi bắt đầu",
      en: "the period by \"{field}\" ends before it begins"),
    fix: BilingualText(
      vi: "đổi chỗ from và to",
      en: "exchange from and to"))

  /// Respondents have no cell in the frame, and the pipeline says what becomes of them.
  public static let unmatchedRespondentsTreated = DiagnosticCode(
    "EST-027", .note,
    message: BilingualText(
      vi: "biến \"{field}\": {count} phiếu có mức không có trong bảng dân số ({levels}), xử lý theo unmatched: {rule}",
      en: "\"{field}\": {count} respondents have a level without a population figure ({levels}); unmatched: {rule}"),
    fix: BilingualText(
      vi: "nếu muốn tính cả các phiếu này, thêm mức vào bảng dân số hoặc dùng map",
      en: "to count them too, add the level to the frame or use map"))
}
