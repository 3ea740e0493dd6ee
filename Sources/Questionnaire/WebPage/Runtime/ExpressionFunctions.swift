extension WebPage {
  /// The functions of ODK XForms that the page can compute.
  static let expressionFunctions = #"""
    const words = text => text.split(/\s+/).filter(word => word !== "");
    const str = value => LIBRARY.str(value);
    const num = value => LIBRARY.num(value);
    const bool = value => LIBRARY.bool(value);
    const answered = values => values.flat().map(str).filter(text => text !== "").map(num);
    const between = (total, least, most) =>
      (num(least) === -1 || total >= num(least)) && (num(most) === -1 || total <= num(most));
    const patterns = new Map();

    function wholeMatch(text, pattern) {
      if (!patterns.has(pattern)) {
        let expression = null;
        try { expression = new RegExp("^(?:" + pattern + ")$", "u"); } catch {
          try { expression = new RegExp("^(?:" + pattern + ")$"); } catch { expression = null; }
        }
        patterns.set(pattern, expression);
      }
      const expression = patterns.get(pattern);
      return expression === null || expression.test(text);
    }

    function formatDate(value, pattern) {
      const days = num(value);
      if (value === "" || !Number.isFinite(days)) return "";
      const date = new Date(Math.floor(days) * DAY);
      const time = Math.round((days - Math.floor(days)) * DAY);
      const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
      const parts = {
        Y: pad(date.getUTCFullYear(), 4), y: pad(date.getUTCFullYear() % 100, 2), m: pad(date.getUTCMonth() + 1, 2),
        n: date.getUTCMonth() + 1, b: months[date.getUTCMonth()], d: pad(date.getUTCDate(), 2), e: date.getUTCDate(),
        a: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][date.getUTCDay()], H: pad(Math.floor(time / 3600000), 2),
        h: Math.floor(time / 3600000), M: pad(Math.floor(time / 60000) % 60, 2), S: pad(Math.floor(time / 1000) % 60, 2),
        3: pad(time % 1000, 3), "%": "%"
      };
      return str(pattern).replace(/%(.)/g, (all, mark) => mark in parts ? parts[mark] : all);
    }

    function rounded(value, digits) {
      const scale = 10 ** Math.abs(Math.trunc(digits));
      return digits >= 0 ? Math.floor(value * scale + 0.5) / scale : Math.floor(value / scale + 0.5) * scale;
    }

    function substr(text, start, end) {
      const characters = [...str(text)];
      return characters.slice(Math.trunc(num(start)) || 0, end === undefined ? undefined : Math.trunc(num(end)) || 0).join("");
    }

    function substring(text, start, length) {
      const first = Math.floor(num(start) + 0.5);
      const end = length === undefined ? Infinity : first + Math.floor(num(length) + 0.5);
      return [...str(text)].filter((character, index) => index + 1 >= first && index + 1 < end).join("");
    }

    const moment = (value, write) => value === "" ? "" : write(num(value));

    /** Functions by name; `node` is the node under test, for functions that need its surroundings. */
    const functionsFor = node => ({
      "selected": (list, choice) => words(str(list)).includes(str(choice).trim()),
      "selected-at": (list, index) => words(str(list))[Math.trunc(num(index))] ?? "",
      "count-selected": list => words(str(list)).length,
      "jr:choice-name": (choice, name) => choiceLabel(node, name, str(choice)),
      "coalesce": (...values) => values.map(str).find(text => text !== "") ?? "",
      "once": value => node.value !== "" ? node.value : str(value),
      "position": () => positionOf(node),
      "indexed-repeat": (value, repeat, index) => "",
      "regex": (text, pattern) => wholeMatch(str(text), str(pattern)),
      "string": value => str(value === undefined ? node.value : value),
      "string-length": value => [...str(value === undefined ? node.value : value)].length,
      "substr": substr, "substring": substring,
      "substring-before": (text, part) => { const at = str(text).indexOf(str(part)); return at < 0 ? "" : str(text).slice(0, at); },
      "substring-after": (text, part) => { const at = str(text).indexOf(str(part)); return at < 0 ? "" : str(text).slice(at + str(part).length); },
      "contains": (text, part) => str(text).includes(str(part)),
      "starts-with": (text, part) => str(text).startsWith(str(part)),
      "ends-with": (text, part) => str(text).endsWith(str(part)),
      "concat": (...values) => values.flat().map(str).join(""),
      "join": (separator, ...values) => values.flat().map(str).join(str(separator)),
      "normalize-space": value => words(str(value === undefined ? node.value : value)).join(" "),
      "translate": (text, from, to) => [...str(text)].map(character => {
        const at = [...str(from)].indexOf(character);
        return at < 0 ? character : [...str(to)][at] ?? "";
      }).join(""),
      "int": value => Math.trunc(num(value)), "number": value => num(value === undefined ? node.value : value),
      "round": (value, digits) => rounded(num(value), digits === undefined ? 0 : num(digits)),
      "floor": value => Math.floor(num(value)), "ceiling": value => Math.ceil(num(value)), "abs": value => Math.abs(num(value)),
      "pow": (base, power) => num(base) ** num(power), "sqrt": value => Math.sqrt(num(value)), "exp": value => Math.exp(num(value)),
      "exp10": value => 10 ** num(value), "log": value => Math.log(num(value)), "log10": value => Math.log10(num(value)),
      "sin": value => Math.sin(num(value)), "cos": value => Math.cos(num(value)), "tan": value => Math.tan(num(value)),
      "asin": value => Math.asin(num(value)), "acos": value => Math.acos(num(value)), "atan": value => Math.atan(num(value)),
      "atan2": (y, x) => Math.atan2(num(y), num(x)), "pi": () => Math.PI,
      "min": (...values) => { const all = answered(values); return all.length ? Math.min(...all) : NaN; },
      "max": (...values) => { const all = answered(values); return all.length ? Math.max(...all) : NaN; },
      "sum": (...values) => answered(values).reduce((total, value) => total + value, 0),
      "count": (...values) => values.flat().length,
      "count-non-empty": (...values) => values.flat().filter(value => str(value) !== "").length,
      "not": value => !bool(value), "true": () => true, "false": () => false, "boolean": bool,
      "boolean-from-string": value => ["true", "1"].includes(str(value)),
      "checklist": (least, most, ...values) => between(values.filter(bool).length, least, most),
      "weighted-checklist": (least, most, ...values) =>
        between(values.reduce((total, value, index) => index % 2 === 0 && bool(value) ? total + num(values[index + 1]) : total, 0), least, most),
      "today": () => dateText(localNow()), "now": () => momentText(localNow()),
      "date": value => moment(value, dateText), "date-time": value => moment(value, momentText),
      "decimal-date-time": value => value === "" ? NaN : num(value),
      "decimal-time": value => {
        const parts = /^(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?/.exec(str(value));
        return parts ? (Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] || 0)) / 86400 : num(value) - Math.floor(num(value));
      },
      "format-date": formatDate, "format-date-time": formatDate,
      "random": () => Math.random(), "uuid": () => randomIdentifier(), "version": () => FORM.version,
      "jr:itext": () => "", "pulldata": pull, "randomize": value => value, "digest": () => "", "property": () => "",
      "area": () => "", "distance": () => "", "base64-decode": () => "", "current": () => "", "instance": () => ""
    });
    """#
}
