extension String {
  /// The mark before what the digest of a source says about the tables of rows that belong to it.
  public static let rowsMark = "+r"

  /// The SHA-256 of a source, with that of the rows of its records where these stand in other files; what follows about
  /// the mapping with which they were read is left out.
  public var recordsDigest: String {
    let parts = split(separator: "+", omittingEmptySubsequences: false)
    return ([parts.first ?? ""] + parts.dropFirst().filter { $0.hasPrefix("r") }).joined(separator: "+")
  }
}
