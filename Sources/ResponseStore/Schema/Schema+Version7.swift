extension Schema {
  /// Texts may lie by their lengths (``ColumnEncoding/lengths``): no table changes, but earlier versions cannot read them.
  static let version7 = "-- Texts by their lengths."
}
