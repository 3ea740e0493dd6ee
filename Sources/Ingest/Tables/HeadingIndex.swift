import Responses
import TextEncoding

/// The headings under which a form's questions may stand in a table.
struct HeadingIndex: Sendable {
  /// What a heading names.
  enum Target: Sendable, Hashable {
    /// A field.
    case field(Int)
    /// One choice of a field with several answers, from 0.
    case tick(field: Int, choice: Int)
    /// One place of a ranking, from 0.
    case place(field: Int, place: Int)
    /// A part of a place on the earth: latitude, longitude, altitude, accuracy.
    case part(field: Int, part: Int)
  }

  /// What was found for a heading.
  enum Match: Sendable, Hashable {
    /// One thing, by its name or path.
    case named(Target)
    /// One thing, by what the form says to people.
    case labelled(Target)
    /// One of these fields.
    case ambiguous([Int])
    /// Nothing.
    case none
  }

  private var names: [String: Target] = [:]
  private var nameKeys: [String: Set<Target>] = [:]
  private var labelKeys: [String: Set<Target>] = [:]
  private let layout: RecordLayout
  /// How many names at the beginning of every path may be left out: those around the rows of a repeat.
  private let depth: Int

  private static let separators = ["/", "-", ":", "."]

  init(_ layout: RecordLayout, _ wording: FormWording, depth: Int = 0) {
    self.layout = layout
    self.depth = depth
    for (position, field) in layout.fields.enumerated() where names[field.name] == nil {
      names[field.name] = .field(position)
    }
    for (position, field) in layout.fields.enumerated() { addNames(position, field) }
    for position in layout.fields.indices where wording.fields[position].isPoint {
      addParts(position, wording.fields[position])
    }
    for (name, target) in names { nameKeys[name.comparisonKey, default: []].insert(target) }
    for position in layout.fields.indices { addLabels(position, wording.fields[position]) }
  }

  /// The fields by their exact names and paths.
  func field(named name: String) -> Int? {
    guard case .field(let position)? = names[name] else { return nil }
    return position
  }

  /// What a heading names: exactly, else in other letters, else by labels, else by a name that a label follows.
  func match(_ heading: String) -> Match {
    if let target = names[heading] { return .named(target) }
    let key = heading.comparisonKey
    if key.isEmpty { return .none }
    if let found = nameKeys[key], found.count == 1, let target = found.first { return .named(target) }
    if let found = labelKeys[key] { return Self.labelled(found) }
    // LimeSurvey: "code. text", "code[sub]. text [subtext]".
    if let code = Self.leadingCode(heading), let target = names[code] { return .named(target) }
    return .none
  }

  private static func labelled(_ found: Set<Target>) -> Match {
    if found.count == 1, let target = found.first { return .labelled(target) }
    let fields = found.map { target in
      switch target {
      case .field(let field), .tick(let field, _), .place(let field, _), .part(let field, _): field
      }
    }
    return .ambiguous(Set(fields).sorted())
  }

  private static func leadingCode(_ heading: String) -> String? {
    let code = heading.prefix { !$0.isWhitespace }
    guard code.count < heading.count else { return nil }
    if let last = code.last, last == "." || last == ":" { return String(code.dropLast()) }
    let rest = heading.dropFirst(code.count).drop(while: \.isWhitespace)
    return rest.hasPrefix("- ") || rest.hasPrefix("– ") ? String(code) : nil
  }

  private mutating func addNames(_ position: Int, _ field: Field) {
    func add(_ name: String, _ target: Target) { if names[name] == nil { names[name] = target } }
    for separator in Self.separators {
      let path = field.path.joined(separator: separator)
      let inner = field.path.dropFirst(depth).joined(separator: separator)
      add(path, .field(position))
      add(inner, .field(position))
      let stems = Set([path, inner, field.name]).sorted()
      for stem in stems {
        switch field.storage {
        case .multiple:
          // The choice may stand behind another character than the names of groups: `group-q/choice` of ODK Central.
          for mark in Self.separators {
            for (choice, name) in field.choices.enumerated() {
              add(stem + mark + name, .tick(field: position, choice: choice))
            }
          }
        case .ranking:
          for mark in Self.separators {
            for place in field.choices.indices {
              add(stem + mark + String(place + 1), .place(field: position, place: place))
            }
          }
        default: continue
        }
      }
    }
    if field.path.count > 1, let group = field.path.dropLast().last {
      // A question of a grid, as LimeSurvey writes it.
      add("\(group)[\(field.name)]", .field(position))
    }
    guard field.storage == .multiple else { return }
    for (choice, name) in field.choices.enumerated() {
      add("\(field.name)[\(name)]", .tick(field: position, choice: choice))
      add("\(field.name)_\(name)", .tick(field: position, choice: choice))
    }
  }

  /// The columns of a place on the earth: `q-Latitude` of ODK Central, `_q_latitude` of KoboToolbox.
  private mutating func addParts(_ position: Int, _ wording: FormWording.FieldWording) {
    let field = layout.fields[position]
    for separator in Self.separators {
      for stem in [field.path, Array(field.path.dropFirst(depth)), [field.name]].map({ $0.joined(separator: separator) }
      ) {
        for (part, name) in ["Latitude", "Longitude", "Altitude", "Accuracy"].enumerated()
        where names[stem + separator + name] == nil {
          names[stem + separator + name] = .part(field: position, part: part)
        }
        for (part, name) in ["latitude", "longitude", "altitude", "precision"].enumerated()
        where names["_\(stem)_\(name)"] == nil {
          names["_\(stem)_\(name)"] = .part(field: position, part: part)
        }
      }
    }
    for label in wording.labels {
      for (part, name) in ["latitude", "longitude", "altitude", "precision"].enumerated() {
        labelKeys["_\(label)_\(name)".comparisonKey, default: []].insert(.part(field: position, part: part))
      }
    }
  }

  private mutating func addLabels(_ position: Int, _ wording: FormWording.FieldWording) {
    func add(_ text: String, _ target: Target) {
      let key = text.comparisonKey
      if !key.isEmpty { labelKeys[key, default: []].insert(target) }
    }
    for label in wording.labels { add(label, .field(position)) }
    for path in wording.paths where path.count > 1 {
      add(path.joined(separator: "/"), .field(position))
      // A row of a grid: the group asks, the question is the row.
      add("\(path[path.count - 2]) [\(path[path.count - 1])]", .field(position))
    }
    guard layout.fields[position].storage == .multiple else { return }
    for (choice, labels) in wording.choices.enumerated() {
      let target = Target.tick(field: position, choice: choice)
      for label in labels {
        for path in wording.paths {
          add((path + [label]).joined(separator: "/"), target)
          if let own = path.last {
            add("\(own)/\(label)", target)
            add("\(own) [\(label)]", target)
          }
        }
      }
      if choice < layout.fields[position].choices.count {
        for label in wording.labels { add("\(label)/\(layout.fields[position].choices[choice])", target) }
      }
    }
  }
}
