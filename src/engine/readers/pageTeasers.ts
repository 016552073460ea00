import { LineSums, isLinkLine, type PageBox, type PageLine } from './pageTree.ts';

/** Boxes of one shape, each with a linked title, are a list of other pages from so many on. */
const leastTeasers = 3;
/** What visitors say stands below each other from so many on. */
const leastComments = 2;
const shortestTitle = 6;
const longestTeaser = 220;
/** Lines of an item. */
const longestItem = 12;
/** What visitors say is the smaller part of a page. */
const mostSaid = 0.5;

/** Lists of other pages, whose items hold a linked title with a date, a source or the first sentences; and what visitors say. */
export function markTeasers(lines: readonly PageLine[], boxes: readonly PageBox[], children: readonly number[][], furniture: Uint8Array): void {
  const shown = new LineSums(lines.map((line) => line.shown));
  for (const group of children) {
    if (group.length < leastComments) continue;
    const shapes = new Map<string, PageBox[]>();
    for (const index of group) {
      const box = boxes[index] as PageBox;
      const shape = shapeOf(box);
      const alike = shapes.get(shape);
      if (alike === undefined) shapes.set(shape, [box]);
      else alike.push(box);
    }
    for (const alike of shapes.values()) {
      const teasers = alike.filter((box) => box.end - box.first <= longestItem && isTeaser(lines.slice(box.first, box.end)));
      if (teasers.length >= leastTeasers && teasers.length * 10 >= alike.length * 6) for (const box of teasers) furniture.fill(1, box.first, box.end);
      const comments = alike.filter((box) => box.end - box.first <= longestItem && isComment(lines.slice(box.first, box.end)));
      if (comments.length < leastComments) continue;
      // Most of a record of what was said, hour by hour, is the page's text.
      const said = comments.reduce((sum, box) => sum + shown.of(box), 0);
      if (said < shown.of({ first: 0, end: lines.length }) * mostSaid) for (const box of comments) furniture.fill(1, box.first, box.end);
    }
  }
}

function shapeOf({ element }: PageBox): string {
  const name = element.attrs.find((attribute) => attribute.name === 'class')?.value ?? '';
  return `${element.tagName} ${/^[A-Za-z_-]+/.exec(name)?.[0] ?? ''}`;
}

function isTeaser(lines: readonly PageLine[]): boolean {
  const rest = lines.reduce((sum, line) => sum + line.shown - line.linked, 0);
  return rest <= longestTeaser && lines.some((line) => isLinkLine(line) && line.shown >= shortestTitle);
}

const clock = /\d{1,2}:\d{2}/;

/** What a visitor said, with a name or a button that is a link, and the hour. */
function isComment(lines: readonly PageLine[]): boolean {
  if (lines.length < 2) return false;
  const rest = lines.reduce((sum, line) => sum + line.shown - line.linked, 0);
  return rest <= longestTeaser && lines.some((line) => line.links > 0) && lines.some((line) => clock.test(line.text) && line.shown < 60 && !/[，。！？]/u.test(line.text));
}
