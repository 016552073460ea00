/** Turns offsets of a text into lines and columns, both from 1; columns count code units, as editors do. */
export class LinePlaces {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) this.starts.push(index + 1);
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  range(start: number, end: number): { line: number; column: number; endLine: number; endColumn: number } {
    const from = this.at(start);
    const to = this.at(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }
}
