/// How long interviews took, with the names of the shortest.
struct FastInterviews: Sendable {
  /// Tenths of a second, of every interview.
  private var times: [UInt32] = []
  private var shortest: [(time: Int64, place: Int, record: QualityReview.Record)] = []
  private var longestNamed = Int64.max

  /// The most interviews that are named.
  static let mostNamed = 10_000

  /// The number of interviews.
  var count: Int { times.count }

  /// Adds an interview; it is named only when it may be among the shortest.
  mutating func add(_ milliseconds: Int64, _ name: () -> QualityReview.Record) {
    times.append(UInt32(clamping: milliseconds / 100))
    guard milliseconds < longestNamed else { return }
    shortest.append((milliseconds, times.count, name()))
    guard shortest.count >= 2 * Self.mostNamed else { return }
    shortest.sort { ($0.time, $0.place) < ($1.time, $1.place) }
    shortest.removeLast(Self.mostNamed)
    longestNamed = shortest.last?.time ?? longestNamed
  }

  /// The milliseconds of all, to a tenth of a second.
  var all: [Int64] { times.map { Int64($0) * 100 } }

  /// The interviews below a limit, the shortest 10 000 at most, in the order of the records.
  func records(below limit: Int64) -> [QualityReview.Record] {
    shortest.filter { $0.time < limit }.sorted { $0.place < $1.place }.map(\.record)
  }
}
