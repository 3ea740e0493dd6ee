extension Double {
  /// The number, or nil when it is not a number: how the C functions say that an argument is outside their domain.
  var ifNumber: Double? { isNaN ? nil : self }
}
