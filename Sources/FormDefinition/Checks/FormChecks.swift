import Diagnostics

/// The rules that a form must satisfy, one file each.
enum FormChecks {
  /// Everything that the rules find in a form.
  static func findings(in draft: FormDraft) -> [Diagnostic] { [] }
}
