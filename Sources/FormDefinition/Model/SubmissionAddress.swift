/// The address to which a form's web page sends questionnaires, and the only place it may connect to.
public struct SubmissionAddress: Sendable, Hashable {
  /// The address as the form states it.
  public let url: String
  /// What the content security policy allows: scheme, host and port, or `'self'` for an address on the same server.
  public let allowedOrigin: String

  /// Reads a form's `submission_url`; nil when there is none or when a page cannot send to it.
  ///
  /// Taken are `https://host[:port]/…`, `http://…` likewise and a path on the same server (`/…`). User names, hosts
  /// written in brackets or other signs than letters, digits, hyphens and dots, and control characters are refused: the
  /// policy could not name them.
  public init?(_ text: String?) {
    guard let text, !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }) else { return nil }
    url = text
    if text.hasPrefix("/"), !text.hasPrefix("//") {
      allowedOrigin = "'self'"
      return
    }
    let lowercase = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lowercase.hasPrefix($0) }) else { return nil }
    let authority = lowercase.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return nil }
    guard host.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    if parts.count == 2 {
      guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(parts[1]), port > 0 else {
        return nil
      }
    }
    allowedOrigin = scheme + authority
  }
}
