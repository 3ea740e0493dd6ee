extension Expression {
  /// Whether the value hangs on the moment at which it is worked out (`now()`, `today()`): later it cannot be told.
  public var usesMoment: Bool {
    var found = false
    root.visitAll { node in
      if case .call(let function, _) = node, function == .now || function == .today { found = true }
    }
    return found
  }
}
