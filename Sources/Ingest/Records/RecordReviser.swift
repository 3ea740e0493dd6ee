import Diagnostics
import FormDefinition
import Responses

/// Puts what people decided about held records into the records as they are read again.
struct RecordReviser {
  /// What came of a run.
  struct Revised {
    /// Whether each record is to be taken in at all.
    var isWanted: [Bool]
    /// The records whose answers may break rules.
    var accepted: Set<Int> = []
    /// The records that take the place of those with their keys.
    var replacing: Set<Int> = []
  }

  private let revisions: RecordRevisions
  private let layout: RecordLayout
  /// The texts that stand for choices, by ordinal of the field.
  private let wording: FormWording
  /// The questions by which people consent: nobody else answers them.
  private let consents: Set<String>

  init(_ revisions: RecordRevisions, form: Form, layout: RecordLayout) {
    self.revisions = revisions
    self.layout = layout
    wording = FormWording(form: form, layout: layout, withRows: true)
    consents = Set(form.consent?.references ?? [])
  }

  /// Applies the decisions to a run.
  func apply(to run: inout RecordRun, _ sources: OpenSources) -> Revised {
    var revised = Revised(isWanted: Array(repeating: false, count: run.count))
    for row in 0..<run.count {
      let source = sources.descriptions[Int(run.sources[row])]
      guard let revision = revisions[source.sha256, run.numbers[row]] else { continue }
      revised.isWanted[row] = true
      if revision.isAccepted { revised.accepted.insert(row) }
      if revision.replacesSame { revised.replacing.insert(row) }
      if let key = revision.key, !key.isEmpty {
        var own = TextColumn()
        own.append(Array(key.utf8))
        run.keys = run.keys.replacing(row: row, with: own)
        run.keyless.removeAll { $0 == row }
      } else if revision.heldKey != run.keys[row], revision.heldKey.hasSuffix(run.keys[row]) {
        // A derived key in its place, or one without its prefix, would let the same record in twice.
        let position = SourcePosition(file: source.label, line: run.lines[row] == 0 ? nil : Int(run.lines[row]))
        run.findings.append((row, Diagnostic(.correctionLosesKey, at: position, record: String(run.numbers[row]))))
        revised.accepted.remove(row)
        revised.replacing.remove(row)
      }
      for (name, text) in revision.answers.sorted(by: { $0.key < $1.key }) {
        // Who mistypes a correction has not seen what would be taken in.
        if answer(name, with: text, row: row, in: &run, source.label) { continue }
        revised.accepted.remove(row)
        revised.replacing.remove(row)
      }
    }
    return revised
  }

  /// Corrects one answer; false when the text is no answer to the question.
  private func answer(
    _ name: String, with text: String, row: Int, in run: inout RecordRun, _ label: String
  ) -> Bool {
    let position = SourcePosition(file: label, line: run.lines[row] == 0 ? nil : Int(run.lines[row]))
    func refuse(_ code: DiagnosticCode) -> Bool {
      run.findings.append(
        (row, Diagnostic(code, at: position, record: String(run.numbers[row]), field: name.printable)))
      return false
    }
    guard let (ordinal, repeatRow) = layout.place(ofField: name, record: row, in: run.repeats) else {
      return refuse(.correctionWithoutField)
    }
    let (field, repeated) = layout.field(atOrdinal: ordinal)
    if consents.contains(field.name) || field.name.hasPrefix("consent_") { return refuse(.correctionOfConsent) }
    guard run.present[ordinal] else { return refuse(.correctionWithoutColumn) }
    var builder = ColumnBuilder(field, notation: notation(of: field, at: ordinal))
    let fault = builder.append(Array(text.utf8).span)
    let answer = builder.finish()
    if let repeated, let repeatRow {
      run.repeats[repeated].columns[ordinal - layout.firstField(ofRepeat: repeated)]?.replace(
        row: repeatRow, with: answer)
    } else {
      run.columns[ordinal].replace(row: row, with: answer)
    }
    let line = run.faults.first { $0.fault.row == row }?.line ?? Int(run.lines[row])
    run.faults.removeAll { $0.fault.row == row && $0.fault.field == ordinal && $0.fault.repeatRow == repeatRow }
    guard let fault else { return true }
    run.faults.append((CellFault(row: row, field: ordinal, fault: fault, found: text, repeatRow: repeatRow), line, nil))
    return false
  }

  /// How people in Vietnam write: the day first, choices by name or label; a number that can be read in two ways is no
  /// answer.
  private func notation(of field: Field, at ordinal: Int) -> AnswerNotation {
    var notation = AnswerNotation(decimalMark: .ambiguous, dateOrder: .certain(.dayFirst))
    let labels = wording.fields.indices.contains(ordinal) ? wording.fields[ordinal].choices : []
    if !field.choices.isEmpty, labels.count == field.choices.count {
      notation.choices = ChoiceVocabulary(names: field.choices, labels: labels)
    }
    return notation
  }
}
