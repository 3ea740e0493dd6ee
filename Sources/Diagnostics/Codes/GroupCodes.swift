// Codes of opinion groups: GROUP-001 and up. Identifiers are never reused.
extension DiagnosticCode {
  /// A population without groups gives partitions just as clear.
  public static let groupsNotDistinct = DiagnosticCode(
    "GROUP-001", .note,
    message: BilingualText(
      vi: "không có các nhóm ý kiến tách biệt: số liệu không có nhóm nào cũng cho kết quả chia rõ như vậy",
      en: "there are no distinct opinion groups: data without any divide just as clearly"),
    fix: readAll)

  /// People differ by degree.
  public static let groupsNotSeparated = DiagnosticCode(
    "GROUP-009", .note,
    message: BilingualText(
      vi: "không có các nhóm ý kiến tách biệt: người trả lời khác nhau về mức độ, không có khoảng trống giữa các nhóm",
      en: "there are no distinct opinion groups: people differ by degree, with no gap between groups"),
    fix: readAll)

  /// Other samples give other groups.
  public static let groupsNotStable = DiagnosticCode(
    "GROUP-010", .note,
    message: BilingualText(
      vi: "không có các nhóm ý kiến tách biệt: chọn mẫu lại thì ra các nhóm khác",
      en: "there are no distinct opinion groups: other samples of the same people give other groups"),
    fix: readAll)

  /// Every partition has a group that is too small.
  public static let groupsTooSmall = DiagnosticCode(
    "GROUP-011", .note,
    message: BilingualText(
      vi: "không nêu nhóm ý kiến nào: cách chia nào cũng có nhóm quá nhỏ để công bố",
      en: "no opinion groups are given: every partition has a group too small to be shown"),
    fix: readAll)

  private static let readAll = BilingualText(
    vi: "đọc kết quả chung; không chia người trả lời thành phe",
    en: "read the figures of all; do not divide the respondents into camps")

  /// Too few people or items.
  public static let groupsTooFew = DiagnosticCode(
    "GROUP-002", .warning,
    message: BilingualText(
      vi: "chưa đủ phiếu hoặc câu hỏi để tìm nhóm ý kiến: cần ít nhất {people} người và 2 câu có ý kiến khác nhau",
      en:
        "too few people or items to look for opinion groups: at least {people} people and 2 items that vary are needed"),
    fix: BilingualText(vi: "chờ thêm phiếu, hoặc bỏ mục groups", en: "wait for more answers, or remove the key groups"))

  /// People who left too much out.
  public static let groupsLeftOut = DiagnosticCode(
    "GROUP-003", .note,
    message: BilingualText(
      vi: "{count} người bỏ trống quá nhiều câu nên không được xếp vào nhóm ý kiến nào",
      en: "{count} people left too many items out and belong to no opinion group"),
    fix: BilingualText(
      vi: "không cần làm gì; ngưỡng là groups.most_missing", en: "nothing; the limit is groups.most_missing"))

  /// Items that everybody answered alike.
  public static let groupItemsConstant = DiagnosticCode(
    "GROUP-004", .note,
    message: BilingualText(
      vi: "các câu không có ý kiến khác nhau nên không dùng để chia nhóm: {items}",
      en: "items without different answers, not used for opinion groups: {items}"),
    fix: BilingualText(vi: "không cần làm gì", en: "nothing"))

  /// Items that say the same.
  public static let groupItemsRepeated = DiagnosticCode(
    "GROUP-005", .warning,
    message: BilingualText(
      vi: "các câu trùng nhau hoàn toàn về câu trả lời, đang được tính nhiều lần khi chia nhóm: {items}",
      en: "items whose answers repeat each other count more than once in opinion groups: {items}"),
    fix: BilingualText(
      vi: "chỉ giữ một câu của mỗi cặp trong groups.items", en: "keep one of each pair in groups.items"))

  /// A name that is no item.
  public static let groupItemUnknown = DiagnosticCode(
    "GROUP-006", .error,
    message: BilingualText(
      vi: "groups nêu {name}, không phải chỉ số đồng thuận hay câu hỏi của chỉ số đồng thuận nào{suggestion}",
      en: "groups names {name}, which is no consensus indicator or item of one{suggestion}"),
    fix: BilingualText(
      vi: "dùng tên trong trang indicators có kind là consensus",
      en: "use names of the indicators sheet whose kind is consensus"))

  /// An item without single coded answers.
  public static let groupItemUnsuitable = DiagnosticCode(
    "GROUP-007", .warning,
    message: BilingualText(
      vi: "câu này không có đúng một câu trả lời trên thang nên không dùng để chia nhóm ý kiến",
      en: "this item has no single answer on a scale and is not used for opinion groups"),
    fix: BilingualText(vi: "bỏ câu này khỏi groups.items", en: "remove it from groups.items"))

  /// A question has the name of the groups' field.
  public static let groupNameTaken = DiagnosticCode(
    "GROUP-008", .error,
    message: BilingualText(
      vi: "biểu mẫu đã có câu hỏi hoặc chỉ số tên {name}, là tên dành cho nhóm ý kiến",
      en: "the form has a question or indicator named {name}, the name of opinion groups"),
    fix: BilingualText(vi: "đổi tên câu hỏi hoặc chỉ số đó", en: "rename it"))

  static let groupCodes: [DiagnosticCode] = [
    groupsNotDistinct, groupsTooFew, groupsLeftOut, groupItemsConstant, groupItemsRepeated, groupItemUnknown,
    groupItemUnsuitable, groupNameTaken, groupsNotSeparated, groupsNotStable, groupsTooSmall,
  ]
}
