/// Who issues the report, to whom, and who signs: placeholders in brackets stand until an office fills them in.
public struct IssuerFacts: Sendable, Hashable {
  /// The body above the issuer; "" leaves its line out.
  public var parent = "ỦY BAN MTTQ VIỆT NAM [TỈNH/THÀNH PHỐ]"
  /// The issuing body.
  public var name = "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT [TỈNH/THÀNH PHỐ]"
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
