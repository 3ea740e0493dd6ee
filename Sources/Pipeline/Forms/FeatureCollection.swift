internal import FormDefinition
internal import FoundationEssentials

/// The features of a GeoJSON FeatureCollection as a table: one row per feature, one column per property.
///
/// The feature's own `id` serves when the properties have none; the position of a point is the column `geometry`.
enum FeatureCollection {
  /// Reads a document; the line of a row is the number of its feature.
  static func read(_ bytes: [UInt8], source: String) -> FormFileReading {
    guard let document = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
      return .unreadable(reason: "JSON")
    }
    guard case .object(let root) = document, case .array(let features)? = root["features"] else {
      return .unreadable(reason: "GeoJSON: features")
    }
    var table = FileTable()
    for (number, feature) in features.enumerated() {
      table.begin(line: number + 2)
      if case .object(let members) = feature {
        if case .object(let properties)? = members["properties"] {
          for (name, value) in properties.sorted(by: { $0.key < $1.key }) { table.set(name, value.text) }
        }
        if let identifier = members["id"] { table.set("id", identifier.text) }
        if case .object(let geometry)? = members["geometry"], case .array(let pair)? = geometry["coordinates"],
          pair.count >= 2, case .number = pair[0]
        {
          table.set("geometry", "\(pair[1].text) \(pair[0].text) 0 0")
        }
      }
      table.end()
    }
    return .read(table.table(source: source))
  }
}

/// A value of JSON.
private indirect enum JSONValue: Decodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Double)
  case truth(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value as a cell: whole numbers without a decimal point; "" for objects, arrays and null.
  var text: String {
    switch self {
    case .text(let text): text
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): Int64(exactly: number).map(String.init) ?? "\(number)"
    case .object, .array, .null: ""
    }
  }
}
