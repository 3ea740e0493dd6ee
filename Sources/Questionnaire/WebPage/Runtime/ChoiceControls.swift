extension WebPage {
  /// Questions answered from a list: buttons, boxes, drop-downs, and opinions side by side.
  static let choiceControls = #"""
    /** Runs a function now and whenever the open choices are others than before. */
    function followChoices(node, draw) {
      let drawn = null;
      const update = () => {
        const open = choicesOf(node);
        const now = open.map(item => item.n).join(" ");
        if (now !== drawn) { drawn = now; draw(open); }
      };
      (node.updates ||= []).push(update);
      update();
    }

    function clearButton(node) {
      const button = el("button", {type: "button", class: "link clear", onclick: () => {
        setAnswer(node, "");
        if (node.controls[0]) node.controls[0].focus();
      }}, say("clear"));
      (node.updates ||= []).push(() => { button.hidden = node.value === "" || Boolean(node.def.req && bool(node.def.req(node.x))); });
      button.hidden = node.value === "" || Boolean(node.def.req);
      return button;
    }

    /** The frame of a question that is answered by several controls. */
    function group(node, kind, ...content) {
      const {hint, described} = surroundings(node);
      const legend = el("legend", {class: "label"}, labelOf(node, pick(node.def.l), el("span")), requiredMark(node));
      const frame = el("fieldset", {"aria-describedby": described, role: kind === "radio" ? "radiogroup" : null,
        "aria-required": kind === "radio" && node.def.req ? "true" : null}, legend, hint, ...content, node.error);
      node.frame = frame;
      return frame;
    }

    function option(node, item, type, onchange) {
      const id = node.id + "-" + item.n;
      const control = el("input", {type, name: node.id, id, value: item.n, onchange});
      control.checked = words(node.value).includes(item.n);
      node.controls.push(control);
      return el("label", {class: "option" + (item.missing ? " apart" : ""), for: id}, control, labelOf(node, pick(item.l), el("span")));
    }

    const followAnswer = node => (node.updates ||= []).push(() => {
      for (const control of node.controls) control.checked = words(node.value).includes(control.value);
    });

    function radios(node) {
      const holder = el("div", {class: "options"});
      const frame = group(node, "radio", holder, clearButton(node));
      followChoices(node, open => {
        node.controls = [];
        holder.classList.toggle("long", open.length > 5);
        holder.replaceChildren(...open.map(item => option(node, item, "radio", event => setAnswer(node, event.target.value))));
      });
      followAnswer(node);
      return [frame];
    }

    function checkBoxes(node) {
      const holder = el("div", {class: "options"});
      const frame = group(node, "check", el("p", {class: "hint"}, say("many")), isLongList(node.def) ? searchAmong(node, holder) : null, holder);
      followChoices(node, open => {
        node.controls = [];
        holder.classList.toggle("long", open.length > 5);
        const isMissing = control => Boolean(open.find(item => item.n === control.value)?.missing);
        // "No answer" stands alone: it takes the place of other choices, and they of it.
        const change = event => {
          if (event.target.checked) {
            const alone = isMissing(event.target);
            for (const control of node.controls) if (control !== event.target && (alone || isMissing(control))) control.checked = false;
          }
          keep();
        };
        const keep = () => setAnswer(node, node.controls.filter(control => control.checked).map(control => control.value).join(" "));
        holder.replaceChildren(...open.map(item => option(node, item, "checkbox", change)));
      });
      followAnswer(node);
      return [frame];
    }

    function dropDown(node) {
      const {hint, described} = surroundings(node);
      const control = el("select", {id: node.id + "-control", "aria-describedby": described, "aria-required": node.def.req ? "true" : null,
        onchange: () => setAnswer(node, control.value)});
      const paper = el("ul", {class: "paper", "aria-hidden": "true"});
      node.controls = [control];
      followChoices(node, open => {
        control.replaceChildren(el("option", {value: ""}, say("choose")), ...open.map(item => el("option", {value: item.n}, filled(node, pick(item.l)))));
        control.value = node.value;
        paper.replaceChildren(...(open.length ? open : FORM.lists[node.def.list] || []).slice(0, 40).map(item => el("li", {}, pick(item.l))));
      });
      (node.updates ||= []).push(() => { control.value = node.value; });
      return [el("label", {for: control.id, class: "label"}, labelOf(node, pick(node.def.l), el("span")), requiredMark(node)), hint, control, paper, node.error];
    }

    const hasSameScale = (one, other) => one.def.t === "one" && other.def.t === "one" && one.def.list === other.def.list && !one.def.filter && !other.def.filter;
    const asksForTable = def => /\b(table-list|likert|list-nolabel|label)\b/.test(def.app || "");

    /** Opinions on one scale, side by side where there is room and one below the other where there is none. */
    function opinionTable(nodes) {
      const choices = FORM.lists[nodes[0].def.list] || [];
      const columns = choices.map(item => item.missing ? "minmax(4rem, .8fr)" : "minmax(4.4rem, 1fr)").join(" ");
      const table = el("div", {class: "opinions"});
      table.style.setProperty("--columns", columns);
      table.append(el("div", {class: "scale", "aria-hidden": "true"}, el("span", {}),
        ...choices.map(item => el("span", {class: item.missing ? "apart" : ""}, pick(item.l)))));
      for (const node of nodes) {
        const {hint, described} = surroundings(node);
        const labelId = node.id + "-label";
        node.controls = [];
        const cells = choices.map(item => option(node, item, "radio", event => setAnswer(node, event.target.value)));
        const row = el("div", {role: "radiogroup", class: "cells", "aria-labelledby": labelId, "aria-describedby": described, "aria-required": node.def.req ? "true" : null},
          el("div", {class: "statement"}, el("span", {id: labelId}, labelOf(node, pick(node.def.l), el("span")), requiredMark(node)), hint, clearButton(node), node.error),
          ...cells);
        node.frame = row;
        node.element = el("div", {class: "question opinion", id: node.id}, row);
        followAnswer(node);
        table.append(node.element);
      }
      return table;
    }
    """#
}
