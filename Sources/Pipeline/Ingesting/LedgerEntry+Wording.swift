internal import Diagnostics
internal import ResponseStore

extension LedgerEntry {
  /// What happened to how many records, for people: `nhận sau khi cách ly: 3`.
  ///
  /// Counts are those that left; one that came instead is the same record under another heading, so only what left is told.
  func text(in language: InterfaceLanguage) -> String {
    let counts = [
      (accepted, language.pick("phiếu đã nhận", "accepted")),
      (quarantined, language.pick("phiếu cách ly", "quarantined")),
      (withheld, language.pick("phiếu giữ lại", "withheld")),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if action == .frozen || action == .unfrozen { return action.word(in: language) }
    return "\(action.word(in: language)): \(told.isEmpty ? "0" : told.joined(separator: ", "))"
  }
}

extension LedgerEntry.Action {
  /// The action for people.
  func word(in language: InterfaceLanguage) -> String {
    switch self {
    case .erased: language.pick("xóa theo yêu cầu", "erased")
    case .superseded: language.pick("được bản sửa thay", "superseded")
    case .deidentified: language.pick("khử nhận dạng", "de-identified")
    case .purged: language.pick("xóa khi hết hạn lưu", "purged")
    case .released: language.pick("nhận sau khi giải quyết", "released")
    case .rejected: language.pick("loại", "rejected")
    case .frozen: language.pick("chốt số liệu một kỳ", "a wave was frozen")
    case .unfrozen: language.pick("bỏ chốt số liệu một kỳ", "a wave was unfrozen")
    }
  }
}
