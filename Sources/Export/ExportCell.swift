import DelimitedText
import Responses

/// What stands in a cell of an export.
enum ExportCell {
  /// Nothing: the question was not asked or not answered.
  case none
  /// A text.
  case text(String)
  /// A choice, by its position in the column's list.
  case choice(Int)
  /// Several choices in order, by their positions.
  case choices([Int])
  /// A whole number, or 1 and 0 for chosen and not chosen.
  case whole(Int64)
  /// A number.
  case decimal(Double)
  /// Days since 1970-01-01.
  case day(Int64)
  /// Milliseconds since midnight.
  case time(Int64)
  /// Milliseconds since 1970-01-01 UTC, and minutes by which the clock on the wall was ahead.
  case moment(Int64, offsetMinutes: Int)

  /// The answer of a row, which there is, as a column has it.
  init(_ answers: AnswerColumn, _ row: Int, _ field: Field, _ column: ExportColumn) {
    switch answers {
    case .coded(let codes): self = .choice(Int(codes[row]) - 1)
    case .wideCoded(let codes): self = .choice(Int(codes[row]) - 1)
    case .multiple(let several):
      func isChosen(_ choice: Int) -> Bool {
        several.words[row * several.wordsPerRecord + choice / 64] >> UInt64(choice % 64) & 1 == 1
      }
      if case .tick(_, let choice) = column.content {
        // Who chose "no answer" said nothing about the other choices.
        let isUnsaid = !isChosen(choice) && field.missingChoices.contains(where: isChosen)
        self = isUnsaid ? .none : .whole(isChosen(choice) ? 1 : 0)
      } else {
        self = .choices(field.choices.indices.filter(isChosen))
      }
    case .ranking(let ranking):
      let places = ranking.places[(row * ranking.width)..<((row + 1) * ranking.width)]
      if case .place(_, let place, _) = column.content {
        let chosen = place < ranking.width ? Int(places[places.startIndex + place]) : 0
        self = chosen > 0 ? .choice(chosen - 1) : .none
      } else {
        self = .choices(places.filter { $0 > 0 }.map { Int($0) - 1 })
      }
    case .integer(let numbers):
      switch field.storage {
      case .date: self = .day(numbers.values[row])
      case .time: self = .time(numbers.values[row])
      default: self = .whole(numbers.values[row])
      }
    case .decimal(let numbers): self = .decimal(numbers.values[row])
    case .dateTime(let moments):
      self = .moment(moments.milliseconds[row], offsetMinutes: Int(moments.offsetMinutes[row]))
    case .text(let texts): self = .text(texts[row])
    }
  }
}

extension ExportColumn {
  /// Whether choices are written as respondents read them.
  private var isLabel: Bool {
    switch content {
    case .label: true
    case .place(_, _, let isLabel): isLabel
    case .key, .parentKey, .answer, .tick: false
    }
  }

  /// A choice as the column writes it; "" for one that the list does not have.
  func text(ofChoice position: Int) -> String {
    guard choices.indices.contains(position) else { return "" }
    return isLabel ? choices[position].label : choices[position].code
  }

  /// Several choices as the column writes them.
  func text(ofChoices positions: [Int]) -> String {
    positions.map(text(ofChoice:)).joined(separator: isLabel ? "; " : " ")
  }
}

/// A time of day in milliseconds as `08:30:00.000`.
func isoTime(_ milliseconds: Int64) -> String {
  // A moment on the first day is written with its time; only that part is wanted.
  String(isoDateTime(milliseconds: milliseconds, offsetMinutes: 0).dropFirst(11).prefix(12))
}

extension String {
  /// The number that the text is the shortest way to write; nil for other texts, `01` and `1e5` among them.
  var plainNumber: Double? {
    guard let number = Double(self), number.isFinite, number.shortestText == self else { return nil }
    return number
  }
}
