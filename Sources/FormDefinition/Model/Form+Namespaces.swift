extension Form {
  /// The prefixes that every XForms document declares, with the addresses of their namespaces.
  public static let standardNamespaces: [(prefix: String, address: String)] = [
    ("h", "http://www.w3.org/1999/xhtml"), ("ev", "http://www.w3.org/2001/xml-events"),
    ("xsd", "http://www.w3.org/2001/XMLSchema"), ("jr", "http://openrosa.org/javarosa"),
    ("orx", "http://openrosa.org/xforms"), ("odk", "http://www.opendatakit.org/xforms"),
  ]

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
