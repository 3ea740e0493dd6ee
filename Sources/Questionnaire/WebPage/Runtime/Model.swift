extension WebPage {
  /// The questionnaire while it is filled in: nodes, relevance, calculations and checks.
  static let model = #"""
    const SILENT = ["calculate", "hidden"];
    const isVisible = def => def.k !== "q" || !(SILENT.includes(def.t) || def.t.startsWith("meta-")) && !(def.calc && !pick(def.l));
    let serial = 0;

    /** A node with its answer; a repeat's children are its repetitions (kind "i"). */
    function makeNode(def, parent) {
      const node = {def, parent, kind: def.k, value: def.def || "", shown: true, children: [], id: "n" + ++serial};
      node.x = Object.assign(Object.create(LIBRARY), {
        q: name => { const found = find(node, name); return found && found.shown ? found.value : ""; },
        all: name => everyNode(root, other => other.def.n === name && other.kind !== "r" && other.shown).map(other => other.value),
        at: column => node.item ? (column === "name" ? node.item.n : (node.item.a || {})[column] ?? "") : "",
        here: () => node.value, look, f: functionsFor(node)
      });
      if (def.k === "g") node.children = def.c.map(child => makeNode(child, node));
      return node;
    }

    function addRepetition(node) {
      const item = {def: {k: "i", n: node.def.n, l: node.def.l, c: node.def.c}, parent: node, kind: "i", value: "", shown: true, id: "n" + ++serial};
      item.children = node.def.c.map(child => makeNode(child, item));
      node.children.push(item);
      return item;
    }

    const root = {def: {k: "g", n: "data", c: FORM.nodes}, parent: null, kind: "g", value: "", shown: true, id: "root"};
    root.children = FORM.nodes.map(def => makeNode(def, root));

    function everyNode(start, holds) {
      const found = [];
      const visit = node => { if (holds(node)) found.push(node); node.children.forEach(visit); };
      start.children.forEach(visit);
      return found;
    }

    /** The node of a name that is nearest: in the same repetition, else further out. */
    function find(from, name) {
      const below = node => {
        for (const child of node.children) {
          if (child.def.n === name) return child;
          const deeper = child.kind === "g" ? below(child) : null;
          if (deeper) return deeper;
        }
        return null;
      };
      for (let scope = from.parent; scope; scope = scope.parent) {
        const found = below(scope);
        if (found) return found;
      }
      return null;
    }

    function positionOf(node) {
      for (let scope = node; scope; scope = scope.parent) if (scope.kind === "i") return scope.parent.children.indexOf(scope) + 1;
      return 1;
    }

    /** The choices open to a node, its filter applied. */
    function choicesOf(node) {
      const all = FORM.lists[node.def.list] || [];
      if (!node.def.filter) return all;
      return all.filter(item => { node.item = item; const holds = bool(node.def.filter(node.x)); node.item = null; return holds; });
    }

    function choiceLabel(from, name, code) {
      const node = find(from, name);
      const choice = node && (FORM.lists[node.def.list] || []).find(item => item.n === code);
      return choice ? pick(choice.l) : code;
    }

    /** Brings relevance, calculations and filtered choices up to date; what depends on what settles in a few rounds. */
    function recompute() {
      for (let round = 0; round < 20; round++) {
        let changed = false;
        const visit = node => {
          const def = node.def;
          const shown = node.parent.shown && (!def.rel || bool(def.rel(node.x)));
          if (shown !== node.shown) { node.shown = shown; changed = true; }
          if (def.calc && !waits(node)) {
            const value = str(def.calc(node.x));
            if (value !== node.value) { node.value = value; changed = true; }
          }
          if (def.filter && node.value !== "") {
            const open = choicesOf(node).map(item => item.n);
            const value = words(node.value).filter(code => open.includes(code)).join(" ");
            if (value !== words(node.value).join(" ")) { node.value = value; changed = true; }
          }
          if (node.kind === "r" && def.count && shown) {
            const count = Math.max(0, Math.min(200, Math.trunc(num(def.count(node.x))) || 0));
            while (node.children.length < count) { addRepetition(node); changed = true; }
            if (node.children.length > count) { node.children.length = count; changed = true; }
          }
          node.children.forEach(visit);
        };
        root.children.forEach(visit);
        if (!changed) return;
      }
    }

    /** What is wrong with an answer; "" when nothing is. */
    function problemOf(node) {
      const def = node.def;
      if (node.kind !== "q" || !node.shown || !isVisible(def) || def.t === "note" || def.t === "device") return "";
      const value = node.value.trim();
      if (value === "") return def.req && bool(def.req(node.x)) ? filled(node, pick(def.reqm)) || say("missing") : "";
      if (def.t === "integer" && !/^-?\d{1,15}$/.test(value)) return say("notInteger");
      if (def.t === "decimal" && !/^-?\d{1,15}([.]\d{1,15})?$/.test(value)) return say("notNumber");
      if (["date", "dateTime"].includes(def.t) && Number.isNaN(daysOf(value))) return say("notDate");
      if (isPlace(def)) { const problem = placeProblem(def, value); if (problem) return problem; }
      if (def.t === "range") {
        const {start, end} = rangeOf(def);
        if (!(Number(value) >= Math.min(start, end) && Number(value) <= Math.max(start, end))) return say("notRange", {start, end});
      }
      return def.con && !bool(def.con(node.x)) ? filled(node, pick(def.conm)) || say("invalid") : "";
    }

    function rangeOf(def) {
      const read = (name, otherwise) => { const value = Number((def.p || {})[name] ?? otherwise); return Number.isFinite(value) ? value : otherwise; };
      return {start: read("start", 1), end: read("end", 10), step: Math.abs(read("step", 1)) || 1};
    }

    /** The answer as a reader understands it. */
    function answerText(node) {
      const value = node.value;
      if (value === "") return "";
      const label = code => { const item = (FORM.lists[node.def.list] || []).find(item => item.n === code); return item ? pick(item.l) : code; };
      switch (node.def.t) {
      case "one": return label(value);
      case "many": return words(value).map(label).join("; ");
      case "rank": return words(value).map((code, index) => (index + 1) + ". " + label(code)).join("; ");
      case "geopoint": return value.split(" ").slice(0, 2).map(text => language === "vi" ? text.replace(".", ",") : text).join("; ");
      case "geotrace": case "geoshape": return pointLines(value, node.def.t === "geoshape");
      case "file": return node.file ? node.file.name : value;
      case "acknowledge": return say("yes");
      case "date": return language === "vi" ? value.split("-").reverse().join("/") : value;
      case "time": return value.slice(0, 5);
      case "dateTime": return formatDate(value, language === "vi" ? "%H:%M %d/%m/%Y" : "%Y-%m-%d %H:%M");
      case "decimal": return language === "vi" ? value.replace(".", ",") : value;
      default: return value;
      }
    }
    """#
}
