import Diagnostics
import YAML

extension TemplateSettings {
  /// Reads `template.yaml`; without one the defaults hold. What cannot be used is reported and left at its default.
  static func read(_ bytes: [UInt8]?, file: String) -> (TemplateSettings, [Diagnostic]) {
    var settings = TemplateSettings()
    guard let bytes else { return (settings, []) }
    let root: YAMLNode
    do throws(StageFailure) {
      root = try YAMLNode.parse(bytes: bytes, source: file)
    } catch {
      return (settings, error.diagnostics)
    }
    if root.isNull { return (settings, []) }
    var reader = SettingsReader(file: file)
    for (key, value) in reader.entries(root, "template.yaml") {
      switch key.text {
      case "document_type": reader.read(value, "document_type", into: &settings.documentType)
      case "title": reader.read(value, "title", into: &settings.title)
      case "style":
        if let style = value.text.flatMap(Style.init(rawValue:)) {
          settings.style = style
        } else {
          reader.refuse(value, "style", expected: "official | plain | sheets")
        }
      case "text_size":
        if let size = value.number, size == 13 || size == 14 {
          settings.textSize = Int(size)
        } else {
          reader.refuse(value, "text_size", expected: "13 | 14")
        }
      case "bands":
        for (band, share) in reader.entries(value, "bands") {
          switch band.text {
          case "high": reader.read(share, "bands.high", into: &settings.highBand)
          case "medium": reader.read(share, "bands.medium", into: &settings.mediumBand)
          default: reader.refuseKey(band, among: ["high", "medium"])
          }
        }
      default: reader.refuseKey(key, among: ["document_type", "title", "style", "text_size", "bands"])
      }
    }
    return (settings, reader.diagnostics)
  }
}

/// Takes values out of the settings and notes what cannot be used.
private struct SettingsReader {
  let file: String
  var diagnostics: [Diagnostic] = []

  mutating func entries(_ node: YAMLNode, _ setting: String) -> [(key: YAMLNode, value: YAMLNode)] {
    if let entries = node.entries { return entries }
    refuse(node, setting, expected: "key: value")
    return []
  }

  mutating func read(_ node: YAMLNode, _ setting: String, into text: inout LocalizedSetting) {
    if let common = node.text {
      text = LocalizedSetting(vi: common, en: common)
    } else if let vietnamese = node["vi"]?.text {
      text = LocalizedSetting(vi: vietnamese, en: node["en"]?.text ?? vietnamese)
    } else {
      refuse(node, setting, expected: "{vi: …, en: …}")
    }
  }

  mutating func read(_ node: YAMLNode, _ setting: String, into share: inout Double) {
    if let number = node.number, (0...1).contains(number) {
      share = number
    } else {
      refuse(node, setting, expected: "0…1")
    }
  }

  mutating func refuse(_ node: YAMLNode, _ setting: String, expected: String) {
    diagnostics.append(
      Diagnostic(
        .badTemplateSetting, at: position(node),
        ["setting": setting, "expected": expected, "found": node.text ?? (node.entries != nil ? "{…}" : "[…]")]))
  }

  mutating func refuseKey(_ node: YAMLNode, among names: [String]) {
    let found = node.text ?? ""
    diagnostics.append(
      Diagnostic(
        .unknownTemplateSetting, at: position(node),
        ["found": found, "nearest": nearestName(to: found, among: names) ?? names[0]]))
  }

  private func position(_ node: YAMLNode) -> SourcePosition {
    SourcePosition(file: file, line: node.line, column: node.column)
  }
}
