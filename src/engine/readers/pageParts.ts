import { endsSentence } from '../../core/speech/punctuation.ts';
import { furnitureScore } from '../../core/speech/furnitureScore.ts';
import { countLicenceWords } from '../../core/speech/siteChrome.ts';
import { isSignature } from '../../core/speech/signature.ts';
import { isLabelled } from '../../core/speech/title.ts';
import { findAmid, mostOfText } from './pageAmid.ts';
import { findHeadline, guessHeadline, isSiteName } from './pageHeadline.ts';
import { markTeasers } from './pageTeasers.ts';
import { LineSums, childrenOf, isLinkLine, type LineRange, type PageBox, type PageLine } from './pageTree.ts';
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

/** A named part of as much of the page holds the text itself, whatever it is called. */
const mostOfPage = 0.3;
/** A page with fewer lines of nothing but links is a document that was saved as a page. */
const leastLinks = 3;
/** A line with a sentence of as many characters outside links may be the text's. */
const leastSentence = 15;
/** A title may be a sentence; a longer one is the text's first. */
const leastParagraph = 45;
/** So much of what a box holds must stand in one box within, for the text to be looked for there. */
const mostlyWithin = 0.8;
/** Boxes beside the text with as many characters of sentences, and few links, are parts of the text. */
const leastPart = 60;
const mostLinked = 0.3;
/** Among the text a box goes where so much of it stands in links; a line by itself, where so much. */
const halfLinks = 0.5;
const mostlyLinks = 0.8;
/** A box with more of the page's sentences is none beside the text, whatever it is called. */
const mostBeside = 0.15;
const leastBeside = 150;
/** A name that sites give to the part with the text counts as so many times its sentences. */
const namedText = 1.5;
/** A line as much like a page's has no weight. */
const likelyFurniture = 1;
/** So many words of licences in a box of no more than so many characters. */
const leastLicence = 3;
const longestLicence = 600;
/** Where no text stands out, the title is looked for in as many lines. */
const furthestTitle = 60;
/** Within the text's own box, a title that only its place tells is one of as many lines. */
const mostOfTitle = 6;

export function tellParts(lines: readonly PageLine[], boxes: readonly PageBox[], titles: readonly string[]): PageParts {
  const furniture = new Uint8Array(lines.length);
  markZones(lines, boxes, furniture);
  markLinks(lines, furniture);
  const isSaved = lines.filter((line) => isLinkLine(line)).length >= leastLinks;
  const children = isSaved ? childrenOf(boxes) : [];
  if (isSaved) markTeasers(lines, boxes, children, furniture);
  const page = isSaved ? new Page(lines, boxes, children, furniture) : null;
  const text = page?.findText() ?? null;
  const above = text === null || page === null ? Math.min(lines.length, furthestTitle) : page.firstParagraph(text);
  const said = findHeadline(lines, titles, above);
  const headline = said ?? (text === null ? null : guessHeadline(lines, boxes, Math.min(above, text.first + mostOfTitle)));
  if (page !== null && text !== null) {
    page.markWithin(text);
    page.markBeside(text, headline);
    // A site's name may be the page's first heading.
    for (let index = 0; index < text.first; index += 1) if (lines[index]?.level === 1 && isSiteName(lines[index]?.text ?? '')) furniture[index] = 1;
  }
  if (headline !== null) furniture.fill(0, headline.first, headline.end);
  return { furniture, text, headline, amid: findAmid(lines, furniture, { text: text ?? { first: 0, end: isSaved ? 0 : lines.length }, headline: said }) };
}

function markZones(lines: readonly PageLine[], boxes: readonly PageBox[], furniture: Uint8Array): void {
  const shown = new LineSums(lines.map((line) => line.shown));
  const headings = new LineSums(lines.map((line) => (line.level === 1 ? 1 : 0)));
  const most = Math.max(60, shown.of({ first: 0, end: lines.length }) * mostOfPage);
  for (const box of boxes) {
    // The page's own title is its text's, wherever it stands.
    const isOnlyZone = shown.of(box) < most && headings.of(box) === 0;
    if (box.end > box.first && furniture[box.first] === 0 && (box.element.tagName === 'nav' || (isNamedZone(box.element) && isOnlyZone))) furniture.fill(1, box.first, box.end);
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

/** When a site put the text up, to the minute. */
const stamp = /(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}.{0,16}\d{1,2}:\d{2}/u;
/** `Qzone`, `+1`, `A-`: what no title is followed by. */
const buttons = /^(?:[A-Za-z]{1,12}|\+\d{1,3}|A[+-])$/;
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
  readonly #links: LineSums;

  constructor(lines: readonly PageLine[], boxes: readonly PageBox[], children: readonly number[][], furniture: Uint8Array) {
    this.#lines = lines;
    this.#boxes = boxes;
    this.#children = children;
    this.#furniture = furniture;
    this.#prose = lines.map((line, index) => (furniture[index] === 1 ? 0 : proseOf(line)));
    this.#proseSums = new LineSums(this.#prose);
    this.#shown = new LineSums(lines.map((line) => line.shown));
    this.#linked = new LineSums(lines.map((line) => line.linked));
    this.#links = new LineSums(lines.map((line) => line.links));
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
      if (within === undefined || isParagraph(this.#boxes[within] as PageBox)) return box;
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
      if (prose > 0 && countLicenceWords(line.text) >= leastLicence - 1) return 0;
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
      // 根据《…》《…》 may be a line of the text, and both names links.
      if (this.#proseSums.of(box) > 0 || this.#linkShare(box) < (box.end - box.first === 1 && furnitureScore(this.#lines[box.first]?.text ?? '') < 0 ? mostlyLinks : halfLinks)) return;
      if (this.#links.of(box) >= 2) this.#mark(box.first, box.end);
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
    const texts = new Set(boxes.filter((box) => this.#isText(box, own)));
    const firstText = [...texts].reduce((first, box) => Math.min(first, box.first), own.first);
    const lastText = [...texts].reduce((end, box) => Math.max(end, box.end), own.end);
    for (const box of boxes) {
      covered.fill(1, box.first, box.end);
      if (texts.has(box)) continue;
      const links = this.#linked.of(box);
      // Among the parts of a text stand its heads.
      if (links === 0 && nearest && box.first >= firstText && box.first < lastText && !this.#isNamedBeside(box, own)) continue;
      const full = this.#linkShare(box) >= mostLinked || this.#isNamedBeside(box, own) || (box.first >= own.end && this.#isLicence(box));
      for (let index = box.first; index < box.end; index += 1) {
        if (this.#isBeside({ index, own, full, linked: links > 0 && this.#proseSums.of(box) < leastPart, below })) this.#mark(index, index + 1);
      }
    }
    for (let index = around.first; index < around.end; index += 1) {
      if (covered[index] === 1 || (index >= own.first && index < own.end) || (this.#prose[index] ?? 0) > 0) continue;
      const line = this.#lines[index] as PageLine;
      if (line.linked > 0 || (index >= own.end && !this.#maySign(index, own.end) && furnitureScore(line.text) >= 0)) this.#mark(index, index + 1);
    }
  }

  #isBeside({ index, own, full, linked, below }: { index: number; own: LineRange; full: boolean; linked: boolean; below: number }): boolean {
    const line = this.#lines[index] as PageLine;
    const isSentence = (this.#prose[index] ?? 0) > 0;
    if (index >= own.end) return isSentence ? full || (linked && furnitureScore(line.text) > mostOfText) : !this.#maySign(index, own.end);
    // Between the title and the text stand who wrote it and when.
    if (index >= below) return !isSentence && ((line.linked > 0 && full) || buttons.test(line.text) || (stamp.test(line.text) && !isLabelled(line.text)));
    return isSentence ? full : full || below < Infinity;
  }

  /** A name or a day right below the text. */
  #maySign(index: number, end: number): boolean {
    if (index >= end + 4) return false;
    for (let at = end; at <= index; at += 1) if (this.#furniture[at] === 1 || (this.#lines[at]?.links ?? 0) > 0 || !isSignature(this.#lines[at]?.text ?? '')) return false;
    return true;
  }

  #isNamedBeside(box: PageBox, own: LineRange): boolean {
    return isNamedBeside(box.element) && this.#proseSums.of(box) <= Math.max(leastBeside, this.#proseSums.of(own) * mostBeside);
  }

  #isText(box: PageBox, own: LineRange): boolean {
    const prose = this.#proseSums.of(box);
    return prose >= leastPart && !this.#isLicence(box) && this.#linkShare(box) < mostLinked && !this.#isNamedBeside(box, own);
  }

  /** Who may reprint what is said in its own box below the text. */
  #isLicence(box: PageBox): boolean {
    return this.#shown.of(box) <= longestLicence && countLicenceWords(this.#lines.slice(box.first, box.end).map((line) => line.text).join('')) >= leastLicence;
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
