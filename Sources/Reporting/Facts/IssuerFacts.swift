/// Who issues the report, to whom, and who signs: placeholders in brackets stand until an office fills them in.
public struct IssuerFacts: Sendable, Hashable {
  /// Whose rules of layout the report follows: those of whoever issues it, not of whoever receives it.
  public enum Style: String, Sendable, CaseIterable {
    /// Nghị định 30/2020/NĐ-CP: state bodies and associations.
    case state
    /// A body of the Party (Hướng dẫn 36-HD/VPTW and 05-HD/VPTW).
    case party
  }

  /// Whose rules of layout the report follows.
  public var style = Style.state
  /// The body above the issuer; "" leaves its line out.
  public var parent = "ỦY BAN MTTQ VIỆT NAM [TỈNH/THÀNH PHỐ]"
  /// The issuing body.
  public var name = "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT [TỈNH/THÀNH PHỐ]"
  /// How the issuer calls itself within sentences.
  public var called = "Liên hiệp các Hội Khoa học và Kỹ thuật"
  /// The number and symbol, without the word for "number": `05/BC-LHH`.
  public var number = "[Số]/BC-LHH"
  /// The place of issue.
  public var place = "[Địa danh]"
  /// The bodies the report is addressed to.
  public var addressees = ["[Cơ quan nhận báo cáo]"]
  /// The signer's authority and office, a line each.
  public var signer = ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"]
  /// The signer's name, without academic titles.
  public var signerName = "[Họ và tên]"
  /// Who receives copies.
  public var recipients = ["Như trên", "Lưu: VT"]

  /// Creates an issuer of placeholders.
  public init() {}
}
