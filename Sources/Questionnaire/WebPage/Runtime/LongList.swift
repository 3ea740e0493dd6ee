extension WebPage {
  /// Lists too long to read through: a box to type in part of a name, and the choices that have it.
  static let longList = #"""
    const LONG = 20;
    const isLongList = def => (FORM.lists[def.list] || []).length > LONG;

    /** Letters alone: case and tone marks do not matter in a search. */
    const plainText = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();

    /** A search box over something, and how many it leaves; `apply` is given a test of labels and returns the count. */
    function searchBox(node, label, apply) {
      const control = el("input", {type: "search", id: node.id + "-search", class: "search", autocomplete: "off", placeholder: say("searchHint")});
      const found = el("p", {class: "hint on-screen", role: "status"});
      const search = () => {
        const wanted = plainText(control.value).split(/\s+/).filter(Boolean);
        const count = apply(text => { const plain = plainText(text); return wanted.every(part => plain.includes(part)); });
        found.textContent = wanted.length ? say("searchFound", {count}) : "";
      };
      control.addEventListener("input", search);
      return {control, search, parts: [el("label", {for: control.id, class: "quiet"}, say("search") + ": " + label), control, found]};
    }

    /** One choice of a long list: a search box above a list; arrows go from the one into the other. */
    function searchableList(node) {
      const {hint, described} = surroundings(node);
      const control = el("select", {id: node.id + "-control", size: "6", class: "list", "aria-describedby": described, "aria-required": node.def.req ? "true" : null,
        onchange: () => setAnswer(node, control.value)});
      const chosen = el("p", {class: "chosen on-screen", role: "status"});
      const paper = el("ul", {class: "paper", "aria-hidden": "true"});
      let open = [];
      const box = searchBox(node, pick(node.def.l), holds => {
        const shown = open.filter(item => holds(pick(item.l)));
        control.replaceChildren(...shown.map(item => el("option", {value: item.n}, filled(node, pick(item.l)))));
        control.value = node.value;
        return shown.length;
      });
      box.control.addEventListener("keydown", event => {
        if (event.key !== "ArrowDown" && event.key !== "Enter" || control.options.length === 0) return;
        event.preventDefault();
        if (control.selectedIndex < 0) { control.selectedIndex = 0; setAnswer(node, control.value); }
        control.focus();
      });
      node.controls = [control];
      const clear = clearButton(node);
      followChoices(node, items => {
        open = items;
        box.search();
        paper.replaceChildren(...(open.length ? open : FORM.lists[node.def.list] || []).slice(0, 40).map(item => el("li", {}, pick(item.l))));
      });
      const update = () => {
        if (control.value !== node.value) control.value = node.value;
        chosen.textContent = node.value === "" ? say("chosenNone") : say("chosen", {item: answerText(node)});
      };
      (node.updates ||= []).push(update);
      update();
      return [el("label", {for: control.id, class: "label"}, labelOf(node, pick(node.def.l), el("span")), requiredMark(node)), hint, ...box.parts, control, chosen, clear,
        paper, node.error];
    }

    /** Hides the boxes of a long list that do not have what is searched for; those ticked stay. */
    function searchAmong(node, holder) {
      const box = searchBox(node, pick(node.def.l), holds => {
        const shown = [...holder.children].filter(line => {
          line.hidden = !holds(line.textContent) && !line.querySelector("input").checked;
          return !line.hidden;
        });
        return shown.length;
      });
      return el("div", {class: "on-screen"}, ...box.parts);
    }
    """#
}
