import CLibXML2

extension XMLParser {
  /// Reads one document in pieces, so that a large one needs no memory for all its steps at once.
  ///
  /// - Parameters:
  ///   - pieceByteCount: how many bytes are read between two deliveries.
  ///   - deliver: receives the steps of a piece, which may be none; a text may be cut between two pieces. Says whether
  ///     to go on.
  /// - Returns: nil when the document is well-formed or `deliver` ended it, else the first fault.
  /// - Complexity: O(bytes) time; memory for the steps of one piece.
  public func parse(
    _ document: [UInt8], pieceByteCount: Int = 1 << 16, deliver: (XMLEvents) -> Bool
  ) -> XMLFailure? {
    guard !document.isEmpty else { return XMLFailure(.empty, at: XMLPlace(line: 1, column: 1)) }
    if let zero = zeroByte(in: document) { return XMLFailure(.zeroByte, at: zero) }
    begin()
    let step = max(pieceByteCount, 1)
    var position = 0
    while position < document.count {
      let end = min(position + step, document.count)
      let failure = push(document[position..<end], isLast: end == document.count)
      let goesOn = lend(deliver)
      if let failure { return failure }
      if !goesOn { return nil }
      position = end
    }
    return nil
  }

  /// Makes the context ready for the pieces of a new document.
  private func begin() {
    renewDictionary()
    unsafe state.pointee.depth = 0
    unsafe state.pointee.failure = nil
    unsafe state.pointee.events.removeAll()
    unsafe xmlCtxtResetPush(context, nil, 0, nil, nil)
    unsafe xmlCtxtUseOptions(context, options)
  }

  private func push(_ piece: ArraySlice<UInt8>, isLast: Bool) -> XMLFailure? {
    _ = unsafe piece.withUnsafeBytes {
      unsafe xmlParseChunk(
        context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: $0.count), isLast ? 1 : 0)
    }
    if let failure = unsafe state.pointee.failure { return failure }
    guard isLast, unsafe context.pointee.wellFormed == 0 else { return nil }
    return unsafe XMLFailure(.malformed, at: state.pointee.place)
  }

  private func lend(_ deliver: (XMLEvents) -> Bool) -> Bool {
    let goesOn = unsafe deliver(state.pointee.events)
    unsafe state.pointee.events.removeAll()
    return goesOn
  }
}
