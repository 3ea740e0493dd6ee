public import Diagnostics

/// A questionnaire on paper in one language: what stands on it, in order, before any layout.
public struct PaperQuestionnaire: Sendable, Hashable {
  /// The language of the fixed words.
  public var language: InterfaceLanguage
  /// The title.
  public var title: String
  /// The form's identifier.
  public var identifier: String
  /// The form's version; "" when it has none.
  public var version: String
  /// How to fill it in, one sentence an entry; only what the questions call for.
  public var instructions: [String]
  /// Headings, notes and questions in order.
  public var blocks: [PaperBlock]
  /// The annex for re-keying.
  public var codebook: PaperCodebook
}

/// One piece of a questionnaire on paper.
public enum PaperBlock: Sendable, Hashable {
  /// A heading.
  case heading(PaperHeading)
  /// A text in a frame: what a respondent consents to, paragraph by paragraph.
  case notice([String])
  /// A text between questions, with the condition under which it speaks to the reader.
  case note(paragraphs: [String], condition: String?)
  /// A question on its own.
  case question(PaperQuestion)
  /// Questions that share their choices, as a table with one column per choice.
  case grid(PaperGrid)
  /// Questions answered by writing codes of one printed list.
  case codeList(PaperCodeList)
  /// Questions answered several times, as a table with blank rows.
  case roster(PaperRoster)
}

/// A heading of a questionnaire on paper.
public struct PaperHeading: Sendable, Hashable {
  /// How a heading stands out.
  public enum Level: Sendable, Hashable {
    /// Holds sections.
    case part
    /// Holds questions; numbered I, II, III.
    case section
    /// Inside a section.
    case subsection
  }

  /// Its level.
  public var level: Level
  /// Its Roman number; "" for other levels than sections.
  public var number: String
  /// The text.
  public var title: String
  /// The question that every item below answers; "" when the heading asks nothing.
  public var lead: String
  /// Who is to answer what stands below; nil: everybody.
  public var condition: String?
}

/// A question on paper.
public struct PaperQuestion: Sendable, Hashable {
  /// Its number, from 1 through the whole questionnaire.
  public var number: Int
  /// The question's name in the form.
  public var name: String
  /// The text of the question.
  public var label: String
  /// An explanation; "" when there is none.
  public var hint: String
  /// Who is to answer; nil: everybody who gets there.
  public var condition: String?
  /// Where to go on after certain answers.
  public var jumps: [String]
  /// How it is answered.
  public var answer: PaperAnswer
}

/// How a question is answered on paper.
public enum PaperAnswer: Sendable, Hashable {
  /// Boxes to tick.
  case choices([PaperChoice], isMultiple: Bool)
  /// Places to write ranks into, one per choice.
  case ranking([PaperChoice])
  /// A choice of a list too long to print, to be written out.
  case writtenChoice(list: String, count: Int)
  /// One box per digit, with boxes behind the decimal comma.
  case digits(whole: Int, decimals: Int)
  /// Day, month, year; and hour, minute when `hasTime`.
  case date(hasTime: Bool)
  /// Hour and minute.
  case time
  /// Numbers to encircle or tick.
  case scale([String])
  /// Lines to write on.
  case lines(Int)
  /// A single box beside the text.
  case tick
  /// Latitude and longitude.
  case place
  /// Something handed in with the questionnaire.
  case attachment
}

/// A choice on paper.
public struct PaperChoice: Sendable, Hashable {
  /// The code printed and re-keyed.
  public var code: String
  /// The text.
  public var label: String
}

/// Questions that share their choices.
public struct PaperGrid: Sendable, Hashable {
  /// The choices, one column each.
  public var columns: [PaperChoice]
  /// The questions, one row each.
  public var rows: [PaperQuestion]
}

/// Questions answered by codes of one list.
public struct PaperCodeList: Sendable, Hashable {
  /// The list, printed once.
  public var choices: [PaperChoice]
  /// The questions, each with boxes for a code.
  public var rows: [PaperQuestion]
}

/// Questions answered several times.
public struct PaperRoster: Sendable, Hashable {
  /// The questions.
  public var columns: [PaperQuestion]
  /// How many blank answers there is room for.
  public var count: Int
  /// Whether the questions run down the page and the repetitions across, as many questions need it.
  public var isTransposed: Bool
  /// Says how to fill it in, and which questions decide who answers it.
  public var instruction: String
}

/// What turns the codes on paper into the form's answers.
public struct PaperCodebook: Sendable, Hashable {
  /// A question: its number, its name, and what is keyed for it.
  public struct Entry: Sendable, Hashable {
    /// The number on paper.
    public var number: Int
    /// The name in the form.
    public var name: String
    /// The list of its codes, or what kind of value is keyed.
    public var kind: String
  }

  /// A list of choices: what is printed and what is keyed.
  public struct List: Sendable, Hashable {
    /// The list's name.
    public var name: String
    /// The choices in order; empty when the list is too long to print.
    public var codes: [Code]
  }

  /// A choice: the code printed, the code keyed, the text.
  public struct Code: Sendable, Hashable {
    /// What stands on paper.
    public var printed: String
    /// What is keyed.
    public var keyed: String
    /// What the respondent reads.
    public var label: String
  }

  /// The questions in order.
  public var entries: [Entry]
  /// The lists in the order of their first use.
  public var lists: [List]
}
