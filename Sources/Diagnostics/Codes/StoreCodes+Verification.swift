// What `ykien store verify` finds: STORE-020 to STORE-041. Identifiers are never reused.
extension DiagnosticCode {
  /// The file can be read by others.
  public static let storeModeOpen = DiagnosticCode(
    "STORE-020", .warning,
    message: BilingualText(
      vi: "Quyền của {file} là {found}: người khác đọc được",
      en: "The mode of {file} is {found}: others can read it"),
    fix: BilingualText(
      vi: "chmod 600 {file}",
      en: "chmod 600 {file}"))

  /// Pages are damaged.
  public static let storePagesDamaged = DiagnosticCode(
    "STORE-021", .error,
    message: BilingualText(
      vi: "Trang của kho bị hỏng: {detail}",
      en: "Pages of the store are damaged: {detail}"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// A table or index is missing.
  public static let storeSchemaMissing = DiagnosticCode(
    "STORE-022", .error,
    message: BilingualText(
      vi: "Kho thiếu bảng hoặc chỉ mục “{name}”",
      en: "The store lacks the table or index “{name}”"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// A table or index differs.
  public static let storeSchemaOther = DiagnosticCode(
    "STORE-023", .error,
    message: BilingualText(
      vi: "Bảng hoặc chỉ mục “{name}” khác với khuôn mẫu của phiên bản này",
      en: "The table or index “{name}” is not that of this version"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Something that is not ours lies in the store.
  public static let storeSchemaForeign = DiagnosticCode(
    "STORE-024", .error,
    message: BilingualText(
      vi: "Kho có thành phần lạ “{name}”",
      en: "The store holds “{name}”, which is not ours"),
    fix: BilingualText(
      vi: "không ghi vào kho bằng chương trình khác; khôi phục từ bản sao lưu gần nhất",
      en: "write to a store with no other program; restore the latest backup"))

  /// Rows without the row they belong to.
  public static let storeOrphans = DiagnosticCode(
    "STORE-025", .error,
    message: BilingualText(
      vi: "Bảng {table}: {count} dòng trỏ tới dòng không có trong {parent}",
      en: "Table {table}: {count} rows point to rows that {parent} lacks"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// A version of a form cannot be read.
  public static let storeLayoutDamaged = DiagnosticCode(
    "STORE-026", .error,
    message: BilingualText(
      vi: "Không đọc được một phiên bản của phiếu {form}",
      en: "A version of the form {form} cannot be read"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Digests are damaged.
  public static let storeDigestsDamaged = DiagnosticCode(
    "STORE-027", .error,
    message: BilingualText(
      vi: "Lô {segment}: mã băm không khớp với tổng kiểm tra",
      en: "Segment {segment}: the digests do not match their checksum"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Keys, numbers or sources are damaged.
  public static let storeIdentitiesDamaged = DiagnosticCode(
    "STORE-028", .error,
    message: BilingualText(
      vi: "Lô {segment}: không đọc được khóa, số thứ tự hoặc nguồn",
      en: "Segment {segment}: keys, record numbers or sources cannot be read"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// A column is damaged.
  public static let storeColumnDamaged = DiagnosticCode(
    "STORE-029", .error,
    message: BilingualText(
      vi: "Lô {segment}: cột {column} thiếu hoặc không khớp với tổng kiểm tra",
      en: "Segment {segment}: the column {column} is missing or does not match its checksum"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Columns beyond the form.
  public static let storeColumnForeign = DiagnosticCode(
    "STORE-030", .error,
    message: BilingualText(
      vi: "Lô {segment}: có {count} cột ngoài phiếu",
      en: "Segment {segment}: {count} columns that the form does not have"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Rows of a repeat are damaged.
  public static let storeRowsDamaged = DiagnosticCode(
    "STORE-031", .error,
    message: BilingualText(
      vi: "Lô {segment}: các dòng của nhóm lặp {repeat} không khớp",
      en: "Segment {segment}: the rows of the repeat {repeat} are not what was written"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Originals are damaged.
  public static let storeOriginalsDamaged = DiagnosticCode(
    "STORE-032", .error,
    message: BilingualText(
      vi: "Lô {segment}: không đọc được bản gốc của các phiếu",
      en: "Segment {segment}: the original submissions cannot be read"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Keys and digests differ.
  public static let storeKeysWrong = DiagnosticCode(
    "STORE-033", .error,
    message: BilingualText(
      vi: "Lô {segment}: {count} khóa không khớp với mã băm",
      en: "Segment {segment}: {count} keys do not match their digests"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Keys are there twice.
  public static let storeKeysDoubled = DiagnosticCode(
    "STORE-034", .error,
    message: BilingualText(
      vi: "Lô {segment}: {count} khóa đã có trong kho",
      en: "Segment {segment}: {count} keys are in the store twice"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Erased records are there.
  public static let storeErasedPresent = DiagnosticCode(
    "STORE-035", .error,
    message: BilingualText(
      vi: "Lô {segment}: {count} phiếu đã xóa vẫn còn",
      en: "Segment {segment}: {count} records that were erased are there"),
    fix: BilingualText(
      vi: "chạy lại `ykien forget` với mã của các phiếu ấy; kiểm tra xem kho có được khôi phục từ bản sao cũ không",
      en: "run `ykien forget` for them again; was the store restored from an older backup?"))

  /// A held record is damaged.
  public static let storeHeldDamaged = DiagnosticCode(
    "STORE-036", .error,
    message: BilingualText(
      vi: "Không đọc được phiếu cách ly ở dòng {row}",
      en: "The held record in row {row} cannot be read"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// The accounting of a source does not balance.
  public static let storeLawBroken = DiagnosticCode(
    "STORE-037", .error,
    message: BilingualText(
      vi: "Nguồn {source}: số đọc không bằng tổng các phần",
      en: "Source {source}: its counts do not add up to the records read"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Accepted records of a source are missing or too many.
  public static let storeAcceptedWrong = DiagnosticCode(
    "STORE-038", .error,
    message: BilingualText(
      vi: "Nguồn {source}: phải còn {expected} phiếu, thấy {found}",
      en: "Source {source}: expected {expected} accepted records, found {found}"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// Held records of a source are too many.
  public static let storeHeldWrong = DiagnosticCode(
    "STORE-039", .error,
    message: BilingualText(
      vi: "Nguồn {source}: tối đa {expected} phiếu giữ riêng, thấy {found}",
      en: "Source {source}: at most {expected} held records, found {found}"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// The sums of a form do not balance.
  public static let storeFormWrong = DiagnosticCode(
    "STORE-040", .error,
    message: BilingualText(
      vi: "Phiếu {form}: phải còn {expected} bản ghi, thấy {found}",
      en: "Form {form}: expected {expected} records, found {found}"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// A form's count is wrong.
  public static let storeCountWrong = DiagnosticCode(
    "STORE-041", .error,
    message: BilingualText(
      vi: "Phiếu {form}: kho khai {expected} bản ghi, đọc được {found}",
      en: "Form {form}: the store states {expected} records, {found} can be read"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  /// The earlier versions of a source's records are not those that the ledger says.
  public static let storeSupersededWrong = DiagnosticCode(
    "STORE-060", .error,
    message: BilingualText(
      vi: "Nguồn {source}: phải còn {expected} bản cũ của các phiếu đã sửa, thấy {found}",
      en: "Source {source}: expected {expected} earlier versions of edited records, found {found}"),
    fix: BilingualText(
      vi: "khôi phục từ bản sao lưu gần nhất, hoặc lập kho mới và nhận lại các tệp phiếu",
      en: "restore the latest backup, or begin a new store and take the files in again"))

  static let storeVerificationCodes: [DiagnosticCode] = [
    storeModeOpen, storePagesDamaged, storeSchemaMissing, storeSchemaOther, storeSchemaForeign, storeOrphans,
    storeLayoutDamaged, storeDigestsDamaged, storeIdentitiesDamaged, storeColumnDamaged, storeColumnForeign,
    storeRowsDamaged, storeOriginalsDamaged, storeKeysWrong, storeKeysDoubled, storeErasedPresent, storeHeldDamaged,
    storeLawBroken, storeAcceptedWrong, storeHeldWrong, storeFormWrong, storeCountWrong,
    storeSupersededWrong,
  ]
}
