import FormDefinition
import Markup

extension XFormBuilder {
  /// What a select offers.
  func writeChoices(of question: Question, _ place: FormPaths.Place, _ writer: inout MarkupWriter) {
    guard let list = question.type.choiceList ?? question.parameters["tick_labelset"] else { return }
    switch ChoiceSource(list: list) {
    case .sheet where question.searchesFile: writeItems(form.choiceLists[list], &writer)
    case .sheet:
      let label = texts.lists.contains(list) ? "jr:itext(itextId)" : "label"
      itemset(instance(list, question, place), question, place, value: "name", label: label, &writer)
    case .file(let file):
      itemset(
        instance(file.instance, question, place), question, place, value: file.valueColumn, label: file.labelColumn,
        &writer)
    case .answers(let name):
      guard let nodeset = answers(name, question, place) else { return }
      itemset(nodeset, question, place, value: name, label: name, &writer)
    case .externalSheet: break
    }
  }

  /// Where a client looks up the choices of a list that does not stand in the form.
  func query(of question: Question, _ place: FormPaths.Place) -> String? {
    guard case .externalSheet(let list)? = question.type.choiceSource else { return nil }
    return instance(list, question, place)
  }

  private func instance(_ name: String, _ question: Question, _ place: FormPaths.Place) -> String {
    let filter = xpath(question.choiceFilter, from: place, isPredicate: true).map { "[\($0)]" }
    return "instance('\(name)')/root/item\(filter ?? "")"
  }

  private func itemset(
    _ nodeset: String, _ question: Question, _ place: FormPaths.Place, value: String, label: String,
    _ writer: inout MarkupWriter
  ) {
    var nodeset = nodeset
    if question.parameters["randomize"] == "true" {
      nodeset = "randomize(\(nodeset)\(seed(of: question, place).map { ", \($0)" } ?? ""))"
    }
    writer.element("itemset", [("nodeset", nodeset)]) { writer in
      writer.empty("value", [("ref", value)])
      writer.empty("label", [("ref", label)])
    }
  }

  /// The number that fixes the order: written, or the answer to a question.
  private func seed(of question: Question, _ place: FormPaths.Place) -> String? {
    question.parameters["seed"].map { PathText($0, from: place, paths).resolved().filter { $0 != " " } }
  }

  private func writeItems(_ list: ChoiceList?, _ writer: inout MarkupWriter) {
    for (index, choice) in (list?.choices ?? []).enumerated() {
      writer.element("item") { writer in
        if texts.lists.contains(list?.name ?? "") {
          writer.empty("label", [("ref", "jr:itext('\(list?.name ?? "")-\(index)')")])
        } else {
          writer.leaf("label", text: choice.label.text(in: "").straightenedQuotes)
        }
        writer.leaf("value", text: choice.name)
      }
    }
  }

  /// The nodes around the answers that serve as choices, those without an answer left out.
  private func answers(_ name: String, _ question: Question, _ place: FormPaths.Place) -> String? {
    guard let target = paths.place(of: name) else { return nil }
    var holder = target
    holder.names.removeLast()
    let filter = question.choiceFilter.map { expression in
      PathText(expression.text, from: place, paths) { reference in
        guard let other = paths.place(of: reference) else { return nil }
        if other.names.count > holder.names.count, other.names.starts(with: holder.names) {
          return "./" + other.names.dropFirst(holder.names.count).joined(separator: "/")
        }
        let path = other.climbingPath(from: place)
        return path.hasPrefix("..") ? "current()/\(path)" : path
      }.resolved(isPredicate: true)
    }
    return holder.climbingPath(from: place) + "[\(filter ?? "./\(name) != ''")]"
  }
}

extension FormPaths.Place {
  /// The path to the node in a set of repetitions: inside a common repeat it names the repeat itself, so that all its
  /// repetitions are meant.
  fileprivate func climbingPath(from context: FormPaths.Place) -> String {
    let depth = min(repeatDepth, context.repeatDepth)
    guard depth > 0, names.prefix(depth) == context.names.prefix(depth) else { return absolute }
    let kept = repeatDepth == depth ? depth - 1 : depth
    return String(repeating: "../", count: context.names.count - kept)
      + names.dropFirst(kept).joined(separator: "/")
  }
}
