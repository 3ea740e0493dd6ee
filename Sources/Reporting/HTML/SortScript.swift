/// Lets readers on screen sort a table by a column.
///
/// Tables with groups of rows stay as they are; rows without a figure, and totals without a number, stay last. Without scripts, and on paper, nothing is
/// missing.
enum SortScript {
  static let element = """
    <script>
    for (const table of document.querySelectorAll(".table table")) {
      const body = table.tBodies[0];
      if (body.rows.length < 3 || body.querySelector("tr.heading")) continue;
      const heads = [...table.tHead.rows[0].cells];
      const key = (row, column) => {
        const cell = row.cells[column], first = row.cells[0];
        if (!cell || cell.colSpan > 1 || (first.className === "ordinal" && first.textContent === "")) return null;
        const figure = cell.querySelector("data");
        if (figure) return Number(figure.value);
        const text = cell.textContent.trim();
        return text === "" || text === "…" || text === "-" ? null : cell.className === "ordinal" ? Number(text) : text;
      };
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const sign = head.ariaSort === "ascending" ? -1 : 1;
          const compare = (left, right) => {
            const a = key(left, column), b = key(right, column);
            if (a === null || b === null) return (a === null) - (b === null);
            return sign * (typeof a === "string" ? a.localeCompare(b, document.documentElement.lang) : a - b);
          };
          body.append(...[...body.rows].sort(compare));
          heads.forEach((other) => other.removeAttribute("aria-sort"));
          head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
        });
      });
    }
    </script>

    """
}
