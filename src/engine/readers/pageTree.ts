import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A line of a page, with what its elements say of it. */
export interface PageLine {
  readonly text: string;
  /** The indent that it shows, as white space. */
  readonly indent: string;
  /** Level of the heading it stands in. */
  readonly level: number | null;
  readonly table: boolean;
  /** The innermost box around it. */
  readonly box: number;
  /** Length without white space and without the strokes between the items of a menu, and how much of that stands in links. */
  readonly shown: number;
  readonly linked: number;
  readonly links: number;
  /** What parts it from the line above: a paragraph, a break, or breaks with an empty line between. */
  readonly behind: 'block' | 'break' | 'empty';
}

/** Whether nothing but links stands in a line. */
export function isLinkLine({ links, linked, shown }: PageLine): boolean {
  return links > 0 && linked >= shown;
}

/** An element that parts lines: its lines follow each other, and those of the boxes within it are among them. */
export interface PageBox {
  readonly element: Tree.Element;
  /** Index of the box around it; −1 for the outermost. Boxes stand in the order in which they open. */
  readonly parent: number;
  readonly first: number;
  end: number;
}

export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** What can be summed up over the lines of a page, so that each box is asked in no time. */
export class LineSums {
  readonly #sums: Float64Array;

  constructor(values: readonly number[]) {
    this.#sums = new Float64Array(values.length + 1);
    values.forEach((value, index) => (this.#sums[index + 1] = (this.#sums[index] ?? 0) + value));
  }

  of({ first, end }: LineRange): number {
    return (this.#sums[end] ?? 0) - (this.#sums[first] ?? 0);
  }
}

/** The boxes with lines that stand right in each box. */
export function childrenOf(boxes: readonly PageBox[]): number[][] {
  const children: number[][] = boxes.map(() => []);
  boxes.forEach((box, index) => {
    if (box.parent >= 0 && box.end > box.first) children[box.parent]?.push(index);
  });
  return children;
}
