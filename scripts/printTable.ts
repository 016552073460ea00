/** Columns a text takes on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60\u3000]/u.test(character) ? 2 : 1), 0);
}

/** Prints rows as a table with columns as wide as their widest cell; a row of two cells is a remark. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(width(title), ...rows.filter((row) => row.length > 2).map((row) => width(row[column] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)))).join('  ').trimEnd();
  process.stdout.write(`${[line(head), line(widths.map((columns) => '-'.repeat(columns))), ...rows.map(line)].join('\n')}\n`);
}
