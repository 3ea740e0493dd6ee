extension WebPage {
  /// The questionnaire cut into pages, one for each group at the top.
  static let pages = #"""
    /** Whether a group only gathers other groups, each of which then has a page of its own. */
    const isChapter = node => node.kind === "g" && !/field-list|table-list|likert/.test(node.def.app || "")
      && node.children.some(child => child.kind !== "q");

    /** The pages: every group or repeat on its own, questions between them together. */
    function makePages(nodes) {
      const pages = [];
      let loose = null;
      for (const node of nodes) {
        if (node.kind === "q") {
          if (!isVisible(node.def)) continue;
          if (!loose) { loose = {nodes: [], label: null}; pages.push(loose); }
          loose.nodes.push(node);
        } else {
          loose = null;
          pages.push(...(isChapter(node) ? makePages(node.children) : [{nodes: [node], label: node}]));
        }
      }
      return pages;
    }

    const pageList = makePages(root.children);
    const asked = start => everyNode({children: [start]}, node => node.kind === "q" && node.shown && isVisible(node.def));
    const isOpen = page => page.nodes.some(node => node.shown && (node.kind === "r" || asked(node).length > 0));
    const openPages = () => pageList.filter(isOpen);

    /** The nodes of a group in order, opinions on one scale gathered into tables. */
    function elementsOf(nodes, parent) {
      const elements = [];
      for (let index = 0; index < nodes.length; index++) {
        const node = nodes[index];
        if (node.kind === "q" && !isVisible(node.def)) continue;
        if (node.kind === "g") { elements.push(sectionElement(node)); continue; }
        if (node.kind === "r") { elements.push(repeatElement(node)); continue; }
        const run = [node];
        const wants = other => asksForTable(other.def) || parent && asksForTable(parent.def);
        if (wants(node)) {
          while (index + 1 < nodes.length && nodes[index + 1].kind === "q" && wants(nodes[index + 1]) && hasSameScale(node, nodes[index + 1])) run.push(nodes[++index]);
        }
        elements.push(run.length > 1 ? opinionTable(run) : questionElement(node));
      }
      return elements;
    }

    function sectionElement(node) {
      const title = pick(node.def.l);
      const heading = title ? labelOf(node, title, el("h3", {id: node.id + "-title"})) : null;
      node.element = el("section", {class: "section", "aria-labelledby": heading && heading.id}, heading, ...elementsOf(node.children, node));
      return node.element;
    }

    function repeatElement(node) {
      const title = pick(node.def.l);
      const holder = el("div", {});
      const draw = focus => {
        holder.replaceChildren(...node.children.map((item, index) => {
          const heading = el("h3", {id: item.id + "-title", tabindex: "-1"}, say("item", {label: title, number: index + 1}));
          const remove = el("button", {type: "button", class: "secondary", onclick: () => {
            node.children.splice(index, 1);
            recompute(); draw(Math.max(0, index - 1)); refresh(); saveDraft();
          }}, say("remove", {number: index + 1}));
          item.element = el("section", {class: "section item", "aria-labelledby": heading.id}, heading, ...elementsOf(item.children, item), node.def.count ? null : remove);
          return item.element;
        }));
        drawn = node.children.length;
        if (focus !== undefined) {
          const target = holder.children[focus] ? holder.children[focus].querySelector("h3") : add;
          target.focus();
        }
      };
      let drawn = -1;
      const add = el("button", {type: "button", class: "secondary", onclick: () => {
        addRepetition(node);
        recompute(); draw(node.children.length - 1); refresh(); saveDraft();
      }}, say("add", {label: title}));
      add.hidden = Boolean(node.def.count);
      node.updates = [() => { if (drawn !== node.children.length) draw(); }];
      draw();
      node.element = el("div", {class: "repeat"}, holder, add);
      return node.element;
    }

    function pageElement(page) {
      const node = page.label;
      const title = node ? pick(node.def.l) : "";
      page.heading = el("h2", {tabindex: "-1", class: title ? "" : "quiet"});
      if (title) labelOf(node, title, page.heading); else page.heading.textContent = pick(FORM.title);
      page.summary = el("div", {class: "summary", role: "alert"});
      const content = node && node.kind === "g" ? elementsOf(node.children, node) : elementsOf(page.nodes, null);
      page.element = el("section", {class: "page"}, page.heading, page.summary, ...content);
      if (node && node.kind === "g") node.element = page.element;
      return page.element;
    }
    """#
}
