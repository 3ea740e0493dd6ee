/// The columns that a form's sheets may have, by their canonical headings.
enum SheetColumn: String, Sendable, Hashable, CaseIterable {
  // survey
  case type, name, label, hint
  case guidanceHint = "guidance_hint"
  case required
  case requiredMessage = "required_message"
  case relevant, constraint
  case constraintMessage = "constraint_message"
  case calculation, appearance
  case defaultValue = "default"
  case readOnly = "readonly"
  case noAppMessage = "no_app_error_string"
  case choiceFilter = "choice_filter"
  case parameters
  case repeatCount = "repeat_count"
  case disabled
  // choices
  case listName = "list_name"
  case missing
  // settings
  case formTitle = "form_title"
  case translatedTitle = "translated_title"
  case formID = "form_id"
  case version
  case instanceName = "instance_name"
  case defaultLanguage = "default_language"
  case submissionURL = "submission_url"
  case allowChoiceDuplicates = "allow_choice_duplicates"
  case consent
  // indicators
  case kind, items, group, scale, agree, disagree, reverse
  case params
  // Standard columns that are read by other tools and have no effect here.
  case trigger, image, audio, video, style, prefix, delimiter, namespaces
  case bigImage = "big-image"
  case publicKey = "public_key"
  case autoSend = "auto_send"
  case autoDelete = "auto_delete"
  case saveTo = "save_to"
  case clientEditable = "client_editable"
}

/// The sheets of a form.
enum SheetKind: String, Sendable, CaseIterable {
  case survey, choices, settings, indicators
  case externalChoices = "external_choices"

  /// The columns that have an effect.
  var columns: Set<SheetColumn> {
    switch self {
    case .survey:
      [
        .type, .name, .label, .hint, .guidanceHint, .required, .requiredMessage, .relevant, .constraint,
        .constraintMessage, .calculation, .appearance, .defaultValue, .readOnly, .choiceFilter, .parameters,
        .repeatCount, .disabled, .trigger, .noAppMessage, .image, .bigImage, .audio, .video,
      ]
    case .choices: [.listName, .name, .label, .missing, .image, .bigImage, .audio, .video]
    case .externalChoices: [.listName, .name, .label]
    case .settings:
      [
        .formTitle, .translatedTitle, .formID, .version, .instanceName, .defaultLanguage, .submissionURL,
        .allowChoiceDuplicates, .consent, .style, .autoSend, .autoDelete, .namespaces, .name, .prefix,
        .delimiter, .clientEditable,
      ]
    case .indicators: [.name, .kind, .items, .label, .group, .scale, .agree, .disagree, .reverse, .params]
    }
  }

  /// Standard columns that have no effect here and are said so.
  var ineffectiveColumns: Set<SheetColumn> {
    switch self {
    case .survey:
      [.saveTo]
    case .choices: []
    case .settings: [.publicKey]
    case .indicators, .externalChoices: []
    }
  }

  /// Whether further columns may be added for choice filters.
  var hasFreeColumns: Bool { self == .choices || self == .externalChoices }

  /// The columns without which a sheet cannot be read.
  var necessaryColumns: [SheetColumn] {
    switch self {
    case .survey: [.type, .name]
    case .choices, .externalChoices: [.listName, .name]
    case .settings: []
    case .indicators: [.name, .kind]
    }
  }

  /// Other headings under which a column is known.
  var aliases: [String: SheetColumn] {
    switch self {
    case .survey:
      [
        "caption": .label, "command": .type, "tag": .name, "value": .name, "relevance": .relevant,
        "read_only": .readOnly, "calculate": .calculation, "count": .repeatCount, "jr:count": .repeatCount,
        "constraining_message": .constraintMessage, "jr:constraintmsg": .constraintMessage,
        "requiredmsg": .requiredMessage, "jr:requiredmsg": .requiredMessage,
        "noapperrorstring": .noAppMessage, "jr:noapperrorstring": .noAppMessage,
      ]
    case .choices, .externalChoices: ["caption": .label, "value": .name]
    case .settings:
      ["title": .formTitle, "set_form_title": .formTitle, "id_string": .formID, "set_form_id": .formID]
    case .indicators: ["parameters": .params]
    }
  }
}
