import type { PageLine } from './pdfLayout.ts';

/** A line at a page's head or foot, with the page it stands on. */
interface EndLine {
  readonly line: PageLine;
  readonly page: number;
}

/**
 * Lines at the head or foot of pages that come back, their digits aside, and page numbers there; left and right pages may
 * have different ones. Two lines at each end of a page are looked at, and what runs across it.
 */
export function findFurniture(pages: readonly (readonly PageLine[])[]): Set<PageLine> {
  const places = new Map<string, EndLine[]>();
  pages.forEach((page, index) => {
    for (const line of endsOf(page)) {
      if (line.text.length > 60) continue;
      const key = line.text.replace(/[\s\d０-９]+/gu, '#');
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ line, page: index }]);
      else known.push({ line, page: index });
    }
  });
  const furniture = new Set<PageLine>();
  for (const [key, ends] of places) if (comesBack(key, ends, pages.length)) for (const { line } of ends) furniture.add(line);
  for (const line of standingApart(pages)) furniture.add(line);
  return furniture;
}

function endsOf(page: readonly PageLine[]): Set<PageLine> {
  const byHeight = page.filter((line) => !line.aside).sort((a, b) => b.y - a.y);
  const ends = byHeight.length <= 4 ? byHeight : [...byHeight.slice(0, 2), ...byHeight.slice(-2)];
  return new Set([...ends, ...page.filter((line) => line.aside && !line.note)]);
}

function comesBack(key: string, ends: readonly EndLine[], pages: number): boolean {
  const lines = ends.map(({ line }) => line);
  const number = /^[-—–－·•第页共/／#]+$/u.test(key);
  const same = new Set(lines.map((line) => line.text)).size === 1;
  const isSteady = spread(lines) < 12;
  const enough = number ? 2 : same ? Math.max(2, pages * 0.6) : 3;
  if (isSteady && lines.length >= enough && lines.length * 3 >= pages) return true;
  // The head of the left pages is another than that of the right ones.
  const sides = new Set(ends.map(({ page }) => page % 2));
  return isSteady && same && sides.size === 1 && lines.length >= Math.max(2, Math.floor(pages / 2) * 0.6);
}

function spread(lines: readonly PageLine[]): number {
  const heights = lines.map((line) => line.y);
  return Math.max(...heights) - Math.min(...heights);
}

/** A head or foot that changes with the chapters comes back in its place alone: in smaller type, at one height, apart from the text. */
function standingApart(pages: readonly (readonly PageLine[])[]): PageLine[] {
  const ordered = pages.map((page) => page.filter((line) => !line.aside).sort((a, b) => b.y - a.y));
  const size = median(ordered.flatMap((page) => page.map((line) => line.size)));
  // Pages may hold few lines, of which two are heads and feet: the smaller distances are those between lines of text.
  const pitch = quantile(ordered.flatMap((page) => page.slice(1).map((line, index) => (page[index]?.y ?? 0) - line.y)), 0.25);
  const isApart = (line: PageLine | undefined, next: PageLine | undefined): line is PageLine =>
    line !== undefined && next !== undefined && line.text.length <= 40 && line.size < size * 0.9 && Math.abs(line.y - next.y) > pitch * 1.5;
  const found: PageLine[] = [];
  for (const page of [ordered, ordered.map((lines) => [...lines].reverse())]) {
    const ends = page.flatMap(([first, second]) => (isApart(first, second) ? [first] : []));
    const height = median(ends.map((line) => line.y));
    const level = ends.filter((line) => Math.abs(line.y - height) < 3);
    if (level.length >= 3 && level.length * 10 >= pages.length * 6) found.push(...level);
  }
  return found;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
