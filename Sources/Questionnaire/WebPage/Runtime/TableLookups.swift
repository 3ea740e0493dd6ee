extension WebPage {
  /// Look-ups in the tables of the form, and what happens when the answer to a trigger changes.
  static let tableLookups = #"""
    /** The rows of a table by the text of a column, made at the first search. */
    function rowsBy(table, column) {
      table.index ||= new Map();
      if (!table.index.has(column)) {
        const index = new Map();
        for (const row of table.r) {
          const key = (row[column] ?? "").trim();
          if (!index.has(key)) index.set(key, row);
        }
        table.index.set(column, index);
      }
      return table.index.get(column);
    }

    /** The texts of a column in the rows that meet all conditions; without a column one empty text for each row. */
    function look(name, conditions, column) {
      const table = FORM.tables[name];
      if (!table) return [];
      const place = column === null ? -1 : table.c.indexOf(column);
      if (column !== null && place < 0) return [];
      let rows = table.r;
      for (const condition of conditions) {
        rows = rows.filter((row, number) => {
          const value = condition(heading => heading === undefined ? number + 1 : (row[table.c.indexOf(heading)] ?? "").trim());
          return typeof value === "number" ? value === number + 1 : bool(value);
        });
      }
      return rows.map(row => place < 0 ? "" : (row[place] ?? "").trim());
    }

    /** The first row with a key gives the value. */
    function pull(name, column, keyColumn, key) {
      const table = FORM.tables[str(name)];
      if (!table) return "";
      const [place, keyPlace] = [table.c.indexOf(str(column)), table.c.indexOf(str(keyColumn))];
      if (place < 0 || keyPlace < 0) return "";
      return (rowsBy(table, keyPlace).get(str(key))?.[place] ?? "").trim();
    }

    /** Whether a calculation waits: one with triggers is carried out only when the answer to one of them has changed. */
    function waits(node) {
      if (!node.def.trig) return false;
      const state = JSON.stringify(node.def.trig.map(name => node.x.q(name)));
      const known = node.triggerState;
      node.triggerState = state;
      return known === undefined || known === state;
    }
    """#
}
