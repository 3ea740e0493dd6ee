extension WebPage {
  /// Questions as they appear: label, hint, error and the controls for texts, numbers, dates and boxes to tick.
  static let controls = #"""
    /** An element with properties, attributes and content; texts stay texts. */
    function el(name, options, ...content) {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(options || {})) {
        if (value === undefined || value === null || value === false) continue;
        if (key === "class") element.className = value;
        else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
        else if (key in element && typeof value !== "string") element[key] = value;
        else element.setAttribute(key, value === true ? "" : value);
      }
      element.append(...content.filter(part => part !== null && part !== undefined));
      return element;
    }

    /** A text of the form with the answers it names. */
    function filled(node, text) {
      const parts = text.split(/\$\{\s*([^}]+?)\s*\}/);
      return parts.map((part, index) => index % 2 ? (node.x ? node.x.q(part) : "") || "…" : part).join("");
    }

    /** A label of the form, lines kept; `${name}` follows the answer. */
    function labelOf(node, text, target) {
      const fill = () => { target.textContent = filled(node, text); };
      fill();
      if (text.includes("${")) (node.updates ||= []).push(fill);
      return target;
    }

    /** Keeps an answer and brings the page up to date. */
    function setAnswer(node, value) {
      if (node.value === value) return;
      node.value = value;
      recompute();
      refresh();
      if (node.showsError) showProblem(node, problemOf(node));
      saveDraft();
    }

    /** Shows what is true now: hidden questions, filtered choices, answers in labels, calculated values. */
    function refresh() {
      everyNode(root, () => true).forEach(node => {
        if (node.element) node.element.classList.toggle("off", !node.shown);
        if (node.shown) (node.updates || []).forEach(update => update());
      });
      if (typeof updateProgress === "function") updateProgress();
    }

    function showProblem(node, problem) {
      node.showsError = true;
      if (!node.error) return;
      node.error.textContent = problem;
      node.error.hidden = problem === "";
      node.element.classList.toggle("wrong", problem !== "");
      for (const control of node.controls || []) {
        if (problem) control.setAttribute("aria-invalid", "true"); else control.removeAttribute("aria-invalid");
      }
    }

    const requiredMark = node => node.def.req && bool(node.def.req(node.x))
      ? el("span", {class: "mark"}, el("span", {"aria-hidden": "true"}, " *"), el("span", {class: "quiet"}, " (" + say("required") + ")")) : null;

    /** The parts around a control: hint and error, and the ids by which the control names them. */
    function surroundings(node) {
      const hintText = pick(node.def.h) || (node.def.t === "barcode" ? say("barcode") : "");
      const hint = hintText ? labelOf(node, hintText, el("p", {class: "hint", id: node.id + "-hint"})) : null;
      node.error = el("p", {class: "error", id: node.id + "-error", hidden: true});
      const described = [hint && hint.id, node.error.id].filter(Boolean).join(" ");
      return {hint, described};
    }

    /** A question with its control. */
    function questionElement(node) {
      const def = node.def;
      if (def.t === "note") {
        const lines = labelOf(node, pick(def.l), el("p", {class: "note"}));
        node.element = el("div", {class: "question"}, lines, pick(def.h) ? labelOf(node, pick(def.h), el("p", {class: "hint"})) : null);
        return node.element;
      }
      const build = {one: isLongList(def) ? searchableList : isMinimal(def) ? dropDown : radios, many: checkBoxes, rank: ranking, acknowledge: tickBox, range: slider,
        geopoint: placeControl, geotrace: shapeControl, geoshape: shapeControl, file: fileChooser, device: deviceOnly}[def.t] || field;
      node.element = el("div", {class: "question q-" + def.t, id: node.id}, ...build(node));
      return node.element;
    }

    const isMinimal = def => /\b(minimal|autocomplete|search)\b/.test(def.app || "");

    /** One box for a text, a number, a date or a time. */
    function field(node) {
      const def = node.def;
      const {hint, described} = surroundings(node);
      const common = {id: node.id + "-control", "aria-describedby": described, "aria-required": def.req ? "true" : null, autocomplete: "off"};
      const kinds = {date: "date", time: "time", dateTime: "datetime-local"};
      const isLong = def.t === "text" && /multiline/.test(def.app || "");
      const control = isLong ? el("textarea", {...common, rows: "5"})
        : el("input", {...common, type: kinds[def.t] || "text", inputmode: def.t === "integer" ? "numeric" : def.t === "decimal" ? "decimal" : null, class: "w-" + def.t});
      const read = {
        integer: text => text.trim(), decimal: text => text.trim().replace(",", "."),
        time: text => text && text + ":00.000" + offsetText(offsetAt(Date.now())),
        dateTime: text => text && (text.length === 16 ? text + ":00.000" : text) + offsetText(offsetAt(new Date(text).getTime()))
      }[def.t] || (text => text);
      const write = {
        decimal: value => language === "vi" ? value.replace(".", ",") : value, time: value => value.slice(0, 5), dateTime: value => value.slice(0, 16)
      }[def.t] || (value => value);
      control.value = write(node.value);
      control.addEventListener("input", () => setAnswer(node, read(control.value)));
      node.controls = [control];
      (node.updates ||= []).push(() => {
        control.readOnly = Boolean(def.calc && !def.trig) || Boolean(def.ro && bool(def.ro(node.x)));
        if (document.activeElement !== control && control.value !== write(node.value)) control.value = write(node.value);
      });
      return [el("label", {for: control.id, class: "label"}, labelOf(node, pick(def.l), el("span")), requiredMark(node)), hint, control, node.error];
    }

    /** A box to tick. */
    function tickBox(node) {
      const {hint, described} = surroundings(node);
      const control = el("input", {type: "checkbox", id: node.id + "-control", "aria-describedby": described, "aria-required": node.def.req ? "true" : null});
      control.checked = node.value === "OK";
      control.addEventListener("change", () => setAnswer(node, control.checked ? "OK" : ""));
      node.controls = [control];
      (node.updates ||= []).push(() => { control.checked = node.value === "OK"; });
      return [el("label", {class: "option", for: control.id}, control, labelOf(node, pick(node.def.l), el("span")), requiredMark(node)), hint, node.error];
    }

    /** A scale with a handle; nothing is answered until it is moved. */
    function slider(node) {
      const {start, end, step} = rangeOf(node.def);
      const {hint, described} = surroundings(node);
      const control = el("input", {type: "range", id: node.id + "-control", min: String(Math.min(start, end)), max: String(Math.max(start, end)), step: String(step),
        "aria-describedby": node.id + "-value " + described});
      const value = el("output", {id: node.id + "-value", for: control.id, class: "value"});
      const clear = el("button", {type: "button", class: "link", onclick: () => setAnswer(node, "")}, say("clear"));
      for (const happening of ["input", "change", "pointerup", "keydown"]) {
        control.addEventListener(happening, event => {
          if (happening === "keydown" && !["Enter", " "].includes(event.key)) return;
          if (happening === "keydown") event.preventDefault();
          setAnswer(node, control.value);
        });
      }
      node.controls = [control];
      const update = () => {
        const isBlank = node.value === "";
        value.textContent = isBlank ? say("notYet") : node.value;
        control.classList.toggle("blank", isBlank);
        clear.hidden = isBlank;
        control.value = isBlank ? String(start + Math.floor((end - start) / step / 2) * step) : node.value;
      };
      (node.updates ||= []).push(update);
      update();
      return [el("label", {for: control.id, class: "label"}, labelOf(node, pick(node.def.l), el("span")), requiredMark(node)), hint,
        el("div", {class: "slider"}, el("span", {"aria-hidden": "true"}, control.min), control, el("span", {"aria-hidden": "true"}, control.max), value, clear), node.error];
    }

    function deviceOnly(node) {
      surroundings(node);
      return [el("p", {class: "label"}, pick(node.def.l)), el("p", {class: "hint"}, say("device")), node.error];
    }
    """#
}
