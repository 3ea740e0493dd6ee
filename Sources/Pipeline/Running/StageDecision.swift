public import Diagnostics

/// Whether a stage has to run, and why.
public struct StageDecision: Sendable, Hashable {
  /// A stage of a run.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Answers are taken in.
    case ingest
    /// Figures are computed and the report is written.
    case report
  }

  /// Why a stage runs, or that it need not.
  public enum Reason: Sendable, Hashable {
    /// Nothing it depends on has changed.
    case unchanged
    /// It is told to.
    case forced
    /// There was no such run before.
    case first
    /// Another version of the program made the last one.
    case program
    /// An input changed, came or went.
    case input(String)
    /// A file of answers changed, came or went.
    case source(String)
    /// The store holds other answers.
    case answers
    /// The wave was frozen or unfrozen, or more records came too late: only their count may stand in the report.
    case late
    /// The report is dated another day.
    case day
    /// A file that was written is not there any more, or was changed.
    case output(String)

    /// The word by which a program knows it.
    public var code: String {
      switch self {
      case .unchanged: "unchanged"
      case .forced: "forced"
      case .first: "first run"
      case .program: "program changed"
      case .input(let path): "input changed: \(path)"
      case .source(let path): "source changed: \(path)"
      case .answers: "answers changed"
      case .late: "freeze changed"
      case .day: "other day"
      case .output(let path): "output changed: \(path)"
      }
    }

    /// What a person reads.
    public func text(in language: InterfaceLanguage) -> String {
      switch self {
      case .unchanged: language.pick("không có gì thay đổi", "nothing has changed")
      case .forced: language.pick("theo yêu cầu (--force)", "told to (--force)")
      case .first: language.pick("chưa chạy lần nào", "was never run")
      case .program: language.pick("phiên bản chương trình đã khác", "the program's version changed")
      case .input(let path): language.pick("đã thay đổi: ", "changed: ") + path.printable
      case .source(let path):
        language.pick("tệp phiếu mới hoặc đã thay đổi: ", "new or changed answers: ") + path.printable
      case .answers: language.pick("kho phiếu đã thay đổi", "the store holds other answers")
      case .late:
        language.pick("việc chốt số liệu hoặc số phiếu đến muộn đã khác", "the freeze or the late answers changed")
      case .day: language.pick("báo cáo đề ngày khác", "the report is dated another day")
      case .output(let path):
        language.pick("tệp kết quả mất hoặc bị sửa: ", "output missing or changed: ") + path.printable
      }
    }
  }

  /// Which stage.
  public var stage: Stage
  /// Why.
  public var reason: Reason

  /// Whether the stage has to run.
  public var runs: Bool { reason != .unchanged }

  /// One line for a person.
  public func text(in language: InterfaceLanguage) -> String {
    let name =
      switch stage {
      case .ingest: language.pick("nhận phiếu", "ingest")
      case .report: language.pick("ước lượng và báo cáo", "estimate and report")
      }
    let what = runs ? language.pick("chạy", "runs") : language.pick("bỏ qua", "is skipped")
    return "\(name): \(what) (\(reason.text(in: language)))"
  }
}

extension StageDecision {
  /// Whether answers must be looked for, given the last run and how things are now.
  static func ingest(_ last: RunManifest?, now: RunManifest, answers: String, isForced: Bool) -> StageDecision {
    let reason: Reason =
      if isForced {
        .forced
      } else if let last {
        if last.program != now.program {
          .program
        } else if let path = changes(last.inputs, now.inputs, named: \.path).first {
          .input(path)
        } else if let label = changes(last.sources, now.sources, named: \.label).first {
          .source(label)
        } else {
          last.answers == answers ? .unchanged : .answers
        }
      } else {
        .first
      }
    return StageDecision(stage: .ingest, reason: reason)
  }

  /// Whether the report must be made anew; `isWhole` tells whether the outputs of the last run still lie there.
  static func report(
    _ last: RunManifest?, now: RunManifest, isForced: Bool, changedOutput: String?
  ) -> StageDecision {
    let reason: Reason =
      if isForced {
        .forced
      } else if let last {
        if last.program != now.program {
          .program
        } else if let path = changes(last.inputs, now.inputs, named: \.path).first {
          .input(path)
        } else if last.answers != now.answers {
          .answers
        } else if last.freeze != now.freeze {
          .late
        } else if last.asOf != now.asOf {
          .day
        } else if let changedOutput {
          .output(changedOutput)
        } else {
          .unchanged
        }
      } else {
        .first
      }
    return StageDecision(stage: .report, reason: reason)
  }

  /// What is not the same in both lists, by name: what is new or changed, then what is gone.
  static func changes<Entry: Hashable>(_ old: [Entry], _ new: [Entry], named name: (Entry) -> String) -> [String] {
    let before = Set(old)
    let after = Set(new)
    var seen: Set<String> = []
    return (new.filter { !before.contains($0) } + old.filter { !after.contains($0) }).map(name)
      .filter { seen.insert($0).inserted }
  }
}
