/// A kind of file shown or played with a label.
public enum MediaKind: String, Sendable, Hashable, CaseIterable {
  /// A picture, the picture it opens in full size, a sound, a film.
  case image, bigImage = "big-image", audio, video

  /// The name of the folder in which clients keep files of this kind.
  public var folder: String {
    switch self {
    case .image, .bigImage: "images"
    case .audio, .video: rawValue
    }
  }
}

/// The files shown with a label, by kind; a file may differ from language to language.
public typealias LabelMedia = [MediaKind: LocalizedText]
