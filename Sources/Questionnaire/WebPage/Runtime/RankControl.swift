extension WebPage {
  /// Choices put in order, by buttons or by the number of the place; works without a mouse.
  static let rankControl = #"""
    function ranking(node) {
      const list = el("ol", {class: "ranking"});
      const state = el("p", {class: "hint on-screen"});
      const said = el("p", {class: "quiet", "aria-live": "polite"});
      const keep = el("button", {type: "button", class: "secondary", onclick: () => { store(order()); said.textContent = say("rankDone"); }}, say("keep"));
      const clear = el("button", {type: "button", class: "link", onclick: () => { setAnswer(node, ""); draw(); keep.focus(); }}, say("clear"));
      let focusAfter = null;

      /** The order shown: as answered, what is new at the end. */
      function order() {
        const open = choicesOf(node);
        const answered = words(node.value).map(code => open.find(item => item.n === code)).filter(Boolean);
        return [...answered, ...open.filter(item => !answered.includes(item))];
      }

      function store(items) { setAnswer(node, items.map(item => item.n).join(" ")); draw(); }

      function move(item, place) {
        const items = order();
        const from = items.indexOf(item);
        const to = Math.max(0, Math.min(items.length - 1, place));
        items.splice(from, 1);
        items.splice(to, 0, item);
        store(items);
        said.textContent = say("moved", {item: pick(item.l), place: to + 1, count: items.length});
      }

      function draw() {
        const items = order();
        node.controls = [];
        list.replaceChildren(...items.map((item, index) => {
          const label = pick(item.l);
          const act = (kind, place) => () => { focusAfter = [item.n, kind]; move(item, place); };
          const box = el("select", {"aria-label": say("place") + ": " + label, "data-kind": "box", onchange: event => { focusAfter = [item.n, "box"]; move(item, Number(event.target.value)); }},
            ...items.map((other, place) => el("option", {value: String(place)}, String(place + 1))));
          box.value = String(index);
          node.controls.push(box);
          const button = (kind, sign, step) => el("button", {type: "button", class: "step", "data-kind": kind, "aria-label": say(kind) + ": " + label,
            "aria-disabled": index + step < 0 || index + step >= items.length ? "true" : null, onclick: act(kind, index + step)}, sign);
          return el("li", {"data-item": item.n, class: node.value === "" ? "blank" : ""}, box, el("span", {class: "rank-label"}, label), button("up", "▲", -1), button("down", "▼", 1));
        }));
        state.textContent = node.value === "" ? say("rankNone") : say("rankDone");
        keep.hidden = node.value !== "";
        clear.hidden = node.value === "";
        if (focusAfter) {
          const row = [...list.children].find(child => child.dataset.item === focusAfter[0]);
          if (row) row.querySelector("[data-kind=" + focusAfter[1] + "]").focus();
          focusAfter = null;
        }
      }

      const frame = group(node, "rank", el("p", {class: "hint on-screen"}, say("rankHelp")), list, state, keep, clear, said);
      followChoices(node, draw);
      return [frame];
    }
    """#
}
