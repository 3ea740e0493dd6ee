extension WebPage {
  /// Conversions and comparisons of XPath 1.0, as the expressions of the form call them.
  static let expressionLibrary = #"""
    const DAY = 86400000;
    const pad = (number, width) => String(number).padStart(width, "0");

    /** Minutes east of UTC at an instant, on this computer. */
    const offsetAt = instant => -new Date(instant).getTimezoneOffset();
    const offsetText = minutes =>
      (minutes >= 0 ? "+" : "-") + pad(Math.floor(Math.abs(minutes) / 60), 2) + ":" + pad(Math.abs(minutes) % 60, 2);

    /** Local days since 1970-01-01 of an ISO date or date and time; NaN for anything else. */
    function daysOf(text) {
      const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/.exec(text);
      if (!parts) return NaN;
      const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
      const midnight = new Date(0);
      midnight.setUTCFullYear(year, month - 1, day);
      if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return NaN;
      if (parts[4] === undefined) return midnight.getTime() / DAY;
      const fraction = Number("0." + (parts[7] || "0"));
      let local = midnight.getTime() + ((Number(parts[4]) * 60 + Number(parts[5])) * 60 + Number(parts[6] || 0) + fraction) * 1000;
      if (parts[8]) {
        const sign = parts[8][0] === "-" ? -1 : 1;
        const minutes = parts[8].length > 3 ? Number(parts[8].slice(-2)) : 0;
        const zone = parts[8] === "Z" ? 0 : sign * (Number(parts[8].slice(1, 3)) * 60 + minutes);
        const instant = local - zone * 60000;
        local = instant + offsetAt(instant) * 60000;
      }
      return local / DAY;
    }

    /** The ISO date of local days since 1970-01-01. */
    function dateText(days) {
      if (!Number.isFinite(days)) return "";
      const date = new Date(Math.floor(days) * DAY);
      const year = date.getUTCFullYear();
      return year >= 0 && year <= 9999 ? pad(year, 4) + "-" + pad(date.getUTCMonth() + 1, 2) + "-" + pad(date.getUTCDate(), 2) : "";
    }

    /** The ISO date and time, with this computer's offset, of local days since 1970-01-01. */
    function momentText(days) {
      const date = dateText(days);
      if (!date) return "";
      const time = Math.min(Math.round((days - Math.floor(days)) * DAY), DAY - 1);
      const guess = days * DAY;
      const offset = offsetAt(guess - offsetAt(guess) * 60000);
      const clock = [Math.floor(time / 3600000), Math.floor(time / 60000) % 60, Math.floor(time / 1000) % 60];
      return date + "T" + clock.map(part => pad(part, 2)).join(":") + "." + pad(time % 1000, 3) + offsetText(offset);
    }

    const localNow = () => (Date.now() + offsetAt(Date.now()) * 60000) / DAY;

    /** What expressions are written against; `q`, `all`, `at` and `here` are added for each node. */
    const LIBRARY = {
      str(value) {
        if (typeof value === "string") return value;
        if (typeof value === "boolean") return value ? "true" : "false";
        if (!Number.isFinite(value)) return String(value);
        const text = String(value);
        if (!text.includes("e")) return text === "-0" ? "0" : text;
        return value.toLocaleString("en-US", {useGrouping: false, maximumFractionDigits: 20, maximumSignificantDigits: 21});
      },
      num(value) {
        if (typeof value === "number") return value;
        if (typeof value === "boolean") return value ? 1 : 0;
        const text = value.trim();
        if (/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
        return daysOf(text);
      },
      bool: value => typeof value === "boolean" ? value : typeof value === "number" ? value !== 0 && !Number.isNaN(value) : value !== "",
      eq(left, right) {
        if (typeof left === "string" && typeof right === "string") return left.normalize("NFC") === right.normalize("NFC");
        if (typeof left === "boolean" || typeof right === "boolean") return LIBRARY.bool(left) === LIBRARY.bool(right);
        return LIBRARY.num(left) === LIBRARY.num(right);
      },
      ne: (left, right) => !LIBRARY.eq(left, right),
      lt: (left, right) => LIBRARY.num(left) < LIBRARY.num(right),
      le: (left, right) => LIBRARY.num(left) <= LIBRARY.num(right),
      gt: (left, right) => LIBRARY.num(left) > LIBRARY.num(right),
      ge: (left, right) => LIBRARY.num(left) >= LIBRARY.num(right),
      first: (...values) => values.flat()[0] ?? ""
    };
    """#
}
