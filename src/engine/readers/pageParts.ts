import { endsSentence } from '../../core/speech/punctuation.ts';
import { furnitureScore } from '../../core/speech/furnitureScore.ts';
import { countLicenceWords } from '../../core/speech/siteChrome.ts';
import { isSignature } from '../../core/speech/signature.ts';
import { findHeadline } from './pageHeadline.ts';
import { LineSums, isLinkLine, type PageBox, type PageLine } from './pageTree.ts';
import { isNamedBeside, isNamedText, isNamedZone } from './pageZones.ts';

/**
 * What on a page is its text and what stands around it, told by structure: by the share of links, by names of elements,
 * by boxes of one shape that come back, and by the place beside the box that holds most of the sentences. Sentences
 * outside of that box are left to be judged by their words, unless their own box is full of links.
 */
export interface PageParts {
  /** 1 for each line that is none of the text. */
  readonly furniture: Uint8Array;
  /** The lines of the box that holds the text; `null` where none stands out. */
  readonly text: LineRange | null;
  /** The lines of its title; `null` where the page does not tell. */
  readonly headline: LineRange | null;
  /** From the first line to the last that is surely the text's. */
  readonly amid: LineRange;
}

export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** A named part of as much of the page holds the text itself, whatever it is called. */
const mostOfPage = 0.3;
/** A page with fewer lines of nothing but links is a document that was saved as a page. */
const leastLinks = 3;
/** A line with a sentence of as many characters outside links may be the text's. */
const leastSentence = 15;
/** A title may be a sentence; a longer one is the text's first.  */
const leastParagraph = 45;
/** So much of what a box holds must stand in one box within, for the text to be looked for there. */
const mostlyWithin = 0.8;
/** Boxes beside the text with as many characters of sentences, and few links, are parts of the text. */
const leastPart = 60;
const mostLinked = 0.3;
/** A name that sites give to the part with the text counts as so many times its sentences. */
const namedText = 1.5;
/** A line as much like a page's has no weight. */
const likelyFurniture = 1;
/** A line of as many characters that scores less is surely the text's. */
const shortestSure = 12;
/** Without a sentence, as many. */
const longSure = 25;
const mostOfText = -2;
/** Boxes of one shape, each with a linked title, are a list of other pages from so many on. */
const leastTeasers = 3;
const shortestTitle = 6;
const longestTeaser = 220;
/** Where no text stands out, the title is looked for in as many lines. */
const furthestTitle = 60;

export function tellParts(lines: readonly PageLine[], boxes: readonly PageBox[], titles: readonly string[]): PageParts {
  const furniture = new Uint8Array(lines.length);
  markZones(lines, boxes, furniture);
  markLinks(lines, furniture);
  const isSaved = lines.filter((line) => isLinkLine(line)).length >= leastLinks;
  const children = isSaved ? childrenOf(boxes) : [];
  if (isSaved) markTeasers(lines, boxes, children, furniture);
  const page = isSaved ? new Page(lines, boxes, children, furniture) : null;
  const text = page?.findText() ?? null;
  const headline = findHeadline(lines, titles, text === null || page === null ? Math.min(lines.length, furthestTitle) : page.firstParagraph(text));
  if (page !== null && text !== null) {
    page.markWithin(text);
    page.markBeside(text, headline);
  }
  if (headline !== null) furniture.fill(0, headline.first, headline.end);
  return { furniture, text, headline, amid: findAmid(lines, furniture, { text: text ?? { first: 0, end: isSaved ? 0 : lines.length }, headline }) };
}

/** Where a text begins and ends by its own lines: a page's words may stand above and below them in the same box. */
function findAmid(lines: readonly PageLine[], furniture: Uint8Array, { text, headline }: { text: LineRange; headline: LineRange | null }): LineRange {
  let first = Math.max(text.first, headline?.end ?? 0);
  let { end } = text;
  const isSure = (index: number): boolean => furniture[index] === 0 && isSurelyText(lines[index] as PageLine);
  // Where the page does not name its title, a line that reads like one may be it.
  while (first < end && !isSure(first) && !(headline === null && isLikelyTitle(lines[first] as PageLine))) first += 1;
  while (end > first && !isSure(end - 1)) end -= 1;
  return { first, end };
}

function isLikelyTitle({ text, shown, linked }: PageLine): boolean {
  return linked === 0 && shown >= shortestTitle && furnitureScore(text) < mostOfText;
}

function isSurelyText({ text, shown, linked }: PageLine): boolean {
  if (linked > 0 || shown < shortestSure || (shown < longSure && !/[，。；！？]/u.test(text))) return false;
  return furnitureScore(text) < mostOfText && countLicenceWords(text) === 0;
}

function markZones(lines: readonly PageLine[], boxes: readonly PageBox[], furniture: Uint8Array): void {
  const shown = new LineSums(lines.map((line) => line.shown));
  const headings = new LineSums(lines.map((line) => (line.level === 1 ? 1 : 0)));
  const most = Math.max(60, shown.of({ first: 0, end: lines.length }) * mostOfPage);
  for (const box of boxes) {
    // The page's own title is its text's, wherever it stands.
    if (box.end > box.first && furniture[box.first] === 0 && isNamedZone(box.element) && shown.of(box) < most && headings.of(box) === 0) furniture.fill(1, box.first, box.end);
  }
}

/**
 * Lines of nothing but links, several together, are menus, paths and lists of other pages, whatever their words. A heading
 * that is a link, or one link alone, may be the text's.
 */
function markLinks(lines: readonly PageLine[], furniture: Uint8Array): void {
  lines.forEach((line, index) => {
    if (line.level !== null || !isLinkLine(line)) return;
    const beside = [lines[index - 1], lines[index + 1]].some((near) => near !== undefined && isLinkLine(near));
    if (line.links > 1 || beside) furniture[index] = 1;
  });
}

function childrenOf(boxes: readonly PageBox[]): number[][] {
  const children: number[][] = boxes.map(() => []);
  boxes.forEach((box, index) => {
    if (box.parent >= 0 && box.end > box.first) children[box.parent]?.push(index);
  });
  return children;
}

/** Lists of other pages, whose items hold a linked title with a date, a source or the first sentences. */
function markTeasers(lines: readonly PageLine[], boxes: readonly PageBox[], children: readonly number[][], furniture: Uint8Array): void {
  for (const group of children) {
    if (group.length < leastTeasers) continue;
    const shapes = new Map<string, PageBox[]>();
    for (const index of group) {
      const box = boxes[index] as PageBox;
      const shape = shapeOf(box);
      const alike = shapes.get(shape);
      if (alike === undefined) shapes.set(shape, [box]);
      else alike.push(box);
    }
    for (const alike of shapes.values()) {
      if (alike.length < leastTeasers) continue;
      const teasers = alike.filter((box) => isTeaser(lines.slice(box.first, box.end)));
      if (teasers.length < leastTeasers || teasers.length * 10 < alike.length * 6) continue;
      for (const box of teasers) furniture.fill(1, box.first, box.end);
    }
  }
}

function shapeOf({ element }: PageBox): string {
  const name = element.attrs.find((attribute) => attribute.name === 'class')?.value ?? '';
  return `${element.tagName} ${/^[A-Za-z_-]+/.exec(name)?.[0] ?? ''}`;
}

function isTeaser(lines: readonly PageLine[]): boolean {
  if (lines.length > 12) return false;
  const rest = lines.reduce((sum, line) => sum + line.shown - line.linked, 0);
  return rest <= longestTeaser && lines.some((line) => isLinkLine(line) && line.shown >= shortestTitle);
}

/** A box on the way to the text, and what stands beside it in the box around both. */
interface Level {
  readonly own: LineRange;
  readonly around: LineRange;
  readonly boxes: readonly PageBox[];
  /** Whether the box is the text itself. */
  readonly nearest: boolean;
  /** Where the title ends. */
  readonly below: number;
}

class Page {
  readonly #lines: readonly PageLine[];
  readonly #boxes: readonly PageBox[];
  readonly #children: readonly number[][];
  readonly #furniture: Uint8Array;
  /** Characters of sentences, line by line. */
  readonly #prose: readonly number[];
  readonly #proseSums: LineSums;
  readonly #shown: LineSums;
  readonly #linked: LineSums;

  constructor(lines: readonly PageLine[], boxes: readonly PageBox[], children: readonly number[][], furniture: Uint8Array) {
    this.#lines = lines;
    this.#boxes = boxes;
    this.#children = children;
    this.#furniture = furniture;
    this.#prose = lines.map((line, index) => (furniture[index] === 1 ? 0 : proseOf(line)));
    this.#proseSums = new LineSums(this.#prose);
    this.#shown = new LineSums(lines.map((line) => line.shown));
    this.#linked = new LineSums(lines.map((line) => line.linked));
  }

  /** The innermost box that most of the page's sentences stand in. */
  findText(): PageBox | null {
    const weights = this.#weights();
    const root = this.#boxes.findIndex((box) => box.parent < 0 && weights.of(box) * 2 > weights.of({ first: 0, end: this.#lines.length }));
    if (root < 0) return null;
    let index = root;
    for (;;) {
      const box = this.#boxes[index] as PageBox;
      const own = weights.of(box);
      if (own <= 0) return null;
      const within = (this.#children[index] ?? []).find((child) => weights.of(this.#boxes[child] as PageBox) >= own * mostlyWithin);
      // A paragraph that holds nearly all is one of several all the same.
      if (within === undefined || isParagraph(this.#boxes[within] as PageBox)) return index === root && box.parent < 0 && box.end - box.first === this.#lines.length ? { ...box } : box;
      index = within;
    }
  }

  /** The line of the first sentence of a text. */
  firstParagraph({ first, end }: LineRange): number {
    for (let index = first; index < end; index += 1) if ((this.#prose[index] ?? 0) >= leastParagraph) return index;
    return end;
  }

  #weights(): LineSums {
    const weights = this.#lines.map((line, index) => {
      if (this.#furniture[index] === 1) return 0;
      const prose = this.#prose[index] ?? 0;
      return prose > 0 ? prose : line.linked === 0 && line.shown >= 4 ? line.shown * 0.2 : 0;
    });
    const named = new Uint8Array(weights.length);
    for (const box of this.#boxes) if (box.end > box.first && named[box.first] === 0 && isNamedText(box.element)) named.fill(1, box.first, box.end);
    return new LineSums(weights.map((weight, index) => (named[index] === 1 ? weight * namedText : weight)));
  }

  /** Among the text: boxes of links that hold no sentence, with the words above them. */
  markWithin(text: PageBox): void {
    this.#boxes.forEach((box) => {
      if (box.first < text.first || box.end > text.end || box.end - box.first >= text.end - text.first || box.end === box.first) return;
      if (this.#proseSums.of(box) > 0 || this.#linkShare(box) < 0.5) return;
      const links = this.#lines.slice(box.first, box.end).reduce((sum, line) => sum + line.links, 0);
      if (links >= 2) this.#mark(box.first, box.end);
    });
  }

  /** Beside the text: all but its title, its author and what may be more of the text. */
  markBeside(text: PageBox, headline: LineRange | null): void {
    let inner = this.#boxes.indexOf(text);
    for (let outer = text.parent; inner >= 0; inner = outer, outer = this.#boxes[outer]?.parent ?? -1) {
      const siblings = outer >= 0 ? (this.#children[outer] ?? []) : this.#boxes.flatMap((box, index) => (box.parent < 0 && box.end > box.first ? [index] : []));
      const around = this.#boxes[outer] ?? { first: 0, end: this.#lines.length };
      const own = this.#boxes[inner] as PageBox;
      const boxes = siblings.filter((index) => index !== inner).map((index) => this.#boxes[index] as PageBox);
      this.#markLevel({ own, around, boxes, nearest: own === text, below: headline?.end ?? Infinity });
      if (outer < 0) break;
    }
  }

  #markLevel({ own, around, boxes, nearest, below }: Level): void {
    const covered = new Uint8Array(this.#lines.length);
    const texts = boxes.filter((box) => this.#isText(box));
    const lastText = Math.max(own.end, ...texts.map((box) => box.end));
    for (const box of boxes) {
      covered.fill(1, box.first, box.end);
      if (texts.includes(box)) continue;
      const links = this.#linked.of(box);
      // Among the parts of a text stand its heads.
      if (links === 0 && nearest && box.first < lastText && !isNamedBeside(box.element)) continue;
      const full = this.#linkShare(box) >= mostLinked || isNamedBeside(box.element);
      for (let index = box.first; index < box.end; index += 1) {
        if (this.#isBeside({ index, own, full, below })) this.#mark(index, index + 1);
      }
    }
    for (let index = around.first; index < around.end; index += 1) {
      if (covered[index] === 0 && (index < own.first || index >= own.end) && (this.#lines[index]?.linked ?? 0) > 0 && (this.#prose[index] ?? 0) === 0) this.#mark(index, index + 1);
    }
  }

  #isBeside({ index, own, full, below }: { index: number; own: LineRange; full: boolean; below: number }): boolean {
    const line = this.#lines[index] as PageLine;
    const isSentence = (this.#prose[index] ?? 0) > 0;
    if (index >= own.end) return isSentence ? full : !this.#maySign(index, own.end);
    // Between the title and the text stand who wrote it and when.
    if (index >= below) return !isSentence && line.linked > 0 && full;
    return isSentence ? full : full || below < Infinity;
  }

  /** A name or a day right below the text. */
  #maySign(index: number, end: number): boolean {
    if (index >= end + 4) return false;
    for (let at = end; at <= index; at += 1) if (this.#furniture[at] === 1 || (this.#lines[at]?.links ?? 0) > 0 || !isSignature(this.#lines[at]?.text ?? '')) return false;
    return true;
  }

  #isText(box: PageBox): boolean {
    const prose = this.#proseSums.of(box);
    return prose >= leastPart && this.#linkShare(box) < mostLinked && !isNamedBeside(box.element);
  }

  #linkShare(box: PageBox): number {
    return this.#linked.of(box) / Math.max(1, this.#shown.of(box));
  }

  #mark(first: number, end: number): void {
    this.#furniture.fill(1, first, end);
  }
}

/** Characters of a line that stand in no link, where they hold a sentence and do not read like a page's. */
function proseOf(line: PageLine): number {
  const own = line.shown - line.linked;
  if (line.table || own < leastSentence || line.linked * 2 > line.shown || !(/[，。！？；]/u.test(line.text) || endsSentence(line.text))) return 0;
  return furnitureScore(line.text) >= likelyFurniture ? 0 : own;
}

function isParagraph({ element }: PageBox): boolean {
  return element.tagName === 'p' || element.tagName === 'li' || /^h[1-6]$/.test(element.tagName);
}
