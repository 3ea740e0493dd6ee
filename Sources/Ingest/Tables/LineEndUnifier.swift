/// Makes a carriage return that stands alone a line end, as old programs for the Macintosh write it; those within quotes
/// belong to an answer and stay.
struct LineEndUnifier {
  private var isQuoted = false
  private var isReturnPending = false

  /// The next bytes with their line ends made one.
  mutating func unify(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 1)
    for byte in bytes {
      if isReturnPending {
        isReturnPending = false
        output.append(byte == Bytes.lineFeed ? Bytes.carriageReturn : Bytes.lineFeed)
      }
      if byte == Bytes.quote { isQuoted.toggle() }
      if byte == Bytes.carriageReturn, !isQuoted {
        isReturnPending = true
      } else {
        output.append(byte)
      }
    }
    if isLast, isReturnPending {
      isReturnPending = false
      output.append(Bytes.lineFeed)
    }
    return output
  }
}
