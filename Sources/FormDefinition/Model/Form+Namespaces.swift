extension Form {
  /// The namespaces that the setting `namespaces` declares: `esri="http://esri.com/xforms" …`.
  ///
  /// What cannot be read as a prefix with an address is left out.
  public var declaredNamespaces: [(prefix: String, address: String)] {
    var declared: [(prefix: String, address: String)] = []
    var rest = Substring((settings["namespaces"] ?? "").straightenedQuotes)
    while let sign = rest.firstIndex(of: "=") {
      let prefix = rest[..<sign].split(whereSeparator: \.isWhitespace).last ?? ""
      rest = rest[rest.index(after: sign)...].drop(while: \.isWhitespace)
      guard let quote = rest.first, quote == "\"" || quote == "'", let end = rest.dropFirst().firstIndex(of: quote)
      else {
        continue
      }
      let address = rest.dropFirst().prefix(upTo: end)
      if !prefix.isEmpty, !address.isEmpty { declared.append((String(prefix), String(address))) }
      rest = rest[rest.index(after: end)...]
    }
    return declared
  }
}
