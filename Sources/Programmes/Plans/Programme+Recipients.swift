public import CivilCalendar
public import Diagnostics

extension Programme {
  /// Who gets the report on a day, under the names of that day.
  public struct Letter: Sendable, Hashable {
    /// Those it is addressed to.
    public var addressees: [String]
    /// Those who get copies, and the file.
    public var copies: [String]
    /// What became of bodies on the list.
    public var diagnostics: [Diagnostic]
  }

  /// The list of recipients on a day: a body that ended is left out, whoever took its place is put there once.
  public func letter(on day: CivilDay, agencies: AgencyRegister) -> Letter {
    var letter = Letter(addressees: [], copies: [], diagnostics: [])
    for recipient in recipients {
      for name in names(of: recipient, on: day, agencies, &letter.diagnostics) {
        if recipient.purpose == .report {
          if !letter.addressees.contains(name) { letter.addressees.append(name) }
        } else if !letter.copies.contains(name) {
          letter.copies.append(name)
        }
      }
    }
    return letter
  }

  private func names(
    of recipient: Recipient, on day: CivilDay, _ agencies: AgencyRegister, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    guard let id = recipient.agency, let agency = agencies.agencies[id] else {
      return recipient.label.map { [$0] } ?? []
    }
    guard agency.isOver(on: day) else { return [recipient.label ?? agency.label.vietnamese] }
    let heirs = agencies.successors(of: id, on: day).map(\.label.vietnamese)
    diagnostics.append(
      Diagnostic(
        heirs.isEmpty ? .programmeRecipientEnded : .programmeRecipientReplaced, at: recipient.position,
        [
          "agency": agency.label.vietnamese, "day": agency.ending?.wording ?? "",
          "successors": heirs.joined(separator: "; "),
        ]))
    return heirs
  }
}
