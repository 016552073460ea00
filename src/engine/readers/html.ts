import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readOrdinal } from '../../core/speech/ordinals.ts';
import type { SourceText } from '../../core/speech/sourceText.ts';
import type { ReadingLimits } from './limits.ts';
import { PageLists } from './pageLists.ts';
import { tellParagraphs } from './pageParagraphs.ts';
import { tellParts } from './pageParts.ts';
import type { PageBox, PageLine } from './pageTree.ts';
import { exceeds } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';

/** Elements that show nothing, or controls; script in a page is never run, only left out. */
const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video', 'select', 'button', 'input', 'textarea', 'noframes', 'map', 'del', 'rp', 'rt']);
const blocks = new Set(['p', 'div', 'section', 'nav', 'article', 'main', 'header', 'footer', 'aside', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'center', 'figure', 'figcaption', 'address', 'fieldset', 'form', 'body']);

/** What a page shows only where no script runs and no frame is loaded, or what its script is to show. */
const spare = new Set(['noscript', 'noframes', 'template', 'textarea']);
const mayBeSpare = /<(?:noscript|noframes|template|textarea)\b/i;

/** A page that shows less is empty, and so much beside it is a text: "请启用脚本" is none. */
const leastText = 60;

/** Reads a web page, saved or exported: its blocks as paragraphs, headings with their level, a table's row as a line. */
export function readHtml(html: string, limits: ReadingLimits): SourceText {
  const page = readPage(parseWithin(html, limits, true), limits, unseen);
  const shown = lengthOf(page);
  if (shown >= leastText || !mayBeSpare.test(html)) return build(page, limits);
  const bare = readPage(parseWithin(html, limits, false), limits, new Set([...unseen].filter((name) => !spare.has(name))));
  return build(lengthOf(bare) >= shown + leastText ? bare : page, limits);
}

function lengthOf({ lines }: ReadPage): number {
  return lines.reduce((sum, line) => sum + line.shown, 0);
}

interface ReadPage {
  readonly lines: readonly PageLine[];
  readonly boxes: readonly PageBox[];
  /** What the page says in its head that its title is. */
  readonly titles: readonly string[];
}

function readPage(document: Tree.Document, limits: ReadingLimits, left: ReadonlySet<string>): ReadPage {
  const lines: PageLine[] = [];
  const boxes: PageBox[] = [];
  const titles: string[] = [];
  let line = '';
  /** The last character of `line`: asking a long line for it again and again would copy it each time. */
  let last = '';
  let level: number | null = null;
  let inLinks = 0;
  let linked = 0;
  let links = 0;
  /** Open elements that show line breaks as they stand. */
  let kept = 0;
  let box = -1;
  let behind: PageLine['behind'] = 'block';
  const lists = new PageLists();
  const hides = hidingOn(document);
  /** The number of the item that begins, until its first line does. */
  let number = '';
  const flush = (how: 'block' | 'break'): void => {
    const shown = squeeze(line);
    // What is a link belongs to a menu, whose numbers are seldom shown; some items are numbered in their text.
    const text = shown === '' || number === '' || (links > 0 && linked * 2 >= shownLength(shown)) || readOrdinal(shown, 0) !== null ? shown : `${number}${shown}`;
    if (text !== '') {
      number = '';
      const rows = kept > 0 ? line.trimEnd().split(/\r\n|[\r\n]/) : [line];
      for (const row of rows) {
        const own = rows.length === 1 ? text : squeeze(row);
        if (own !== '') lines.push({ text: own, indent: indentOf(row, kept > 0), level, table: false, box, shown: shownLength(own), linked: rows.length === 1 ? linked : 0, links: rows.length === 1 ? links : 0, behind });
        behind = own === '' ? 'empty' : 'break';
      }
      behind = how;
    } else if (how === 'block') behind = 'block';
    else if (behind === 'break') behind = 'empty';
    line = '';
    last = '';
    linked = 0;
    links = 0;
  };
  // The tree is walked with a stack of its own: a page nested without end must not overflow the call stack.
  const stack: { node: Tree.ChildNode; leaving: boolean; depth: number }[] = [];
  const push = (children: readonly Tree.ChildNode[], depth: number): void => {
    if (depth > limits.nesting) throw exceeds('nesting', limits);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const node = children[index];
      if (node !== undefined) stack.push({ node, leaving: false, depth });
    }
  };
  push(document.childNodes, 0);
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, leaving, depth } = entry;
    if (node.nodeName === '#text' && 'value' in node) {
      if (inLinks > 0) linked += shownLength(node.value);
      const before = last;
      const shown = kept > 0 || !/[\r\n]/.test(node.value) ? node.value : node.value.replace(/[\r\n]+/g, (_, at: number) => (/[\u2e80-\uffff]/.test(at === 0 ? before : node.value.charAt(at - 1)) ? '' : ' '));
      line += shown;
      if (shown !== '') last = shown.charAt(shown.length - 1);
    }
    if (!('tagName' in node)) continue;
    const name = node.tagName;
    const heading = /^h([1-6])$/.exec(name);
    if (leaving && name === 'a') {
      inLinks -= 1;
      continue;
    }
    if (leaving) {
      flush('block');
      if (name === 'li') number = '';
      const own = boxes[box];
      if (own !== undefined) {
        own.end = lines.length;
        box = own.parent;
      }
      if (heading !== null) level = null;
      if (name === 'pre') kept -= 1;
      continue;
    }
    if (name === 'head') titles.push(...node.childNodes.flatMap((child) => ('tagName' in child ? readTitle(child) : [])));
    // A page that shows something before its head ends has the rest of its head in its body.
    else if (name === 'title' || name === 'meta') {
      titles.push(...readTitle(node));
      continue;
    }
    if (left.has(name) || hides(node) || (name === 'sup' && isNoteMark(node, last))) continue;
    if (name === 'br') flush('break');
    else if (name === 'tr' && isRowOfData(node)) {
      flush('block');
      const row = rowText(node);
      const cells = row.split('\t').length;
      if (row !== '') {
        const inLink = lengthBelow(node, 'links');
        const shown = shownLength(row);
        lines.push({ text: row, indent: '', level: null, table: cells > 1, box, shown, linked: Math.min(inLink, shown), links: inLink > 0 ? cells : 0, behind: 'block' });
        behind = 'block';
      }
      continue;
    }
    // An anchor without an address is a place to be led to.
    if (name === 'a' && node.attrs.some((attribute) => attribute.name === 'href' || attribute.name === 'onclick')) {
      inLinks += 1;
      links += 1;
      stack.push({ node, leaving: true, depth });
    }
    if (blocks.has(name)) {
      flush('block');
      if (heading !== null) level = Number(heading[1]);
      boxes.push({ element: node, parent: box, first: lines.length, end: lines.length });
      box = boxes.length - 1;
      if (name === 'pre') kept += 1;
      if (name === 'li') number = lists.numberOf(node);
      stack.push({ node, leaving: true, depth });
    }
    push(spare.has(name) ? childrenOf(node, limits) : node.childNodes, depth + 1);
  }
  flush('block');
  return { lines, boxes, titles };
}

/** What stands in an element whose content is kept apart, or as text. */
function childrenOf(element: Tree.Element, limits: ReadingLimits): readonly Tree.ChildNode[] {
  if ('content' in element) return (element as Tree.Template).content.childNodes;
  const [text] = element.childNodes;
  const isText = element.childNodes.length === 1 && text !== undefined && text.nodeName === '#text' && 'value' in text;
  return isText && text.value.includes('<') ? parseWithin(text.value, limits, false).childNodes : element.childNodes;
}

/**
 * Parses a page, and gives it up while it is parsed where its elements stand too deep or are more than its text can
 * name: open formatting is repeated in every paragraph, so that a few kilobytes can ask for millions of elements.
 */
function parseWithin(html: string, limits: ReadingLimits, scriptingEnabled: boolean): Tree.Document {
  const most = html.length / 2 + 10_000;
  let elements = 0;
  let depth = 0;
  return parse(html, {
    scriptingEnabled,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        elements += 1;
        if (elements > most) throw exceeds('nesting', limits);
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      onItemPush() {
        depth += 1;
        // The walk below counts by the tree, which is what the limit is about; unclosed elements count here.
        if (depth > limits.nesting * 8) throw exceeds('nesting', limits);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
}

function build({ lines, boxes, titles }: ReadPage, limits: ReadingLimits): SourceText {
  const out = new SourceBuilder(limits);
  const { furniture, text: own, headline, amid } = tellParts(lines, boxes, titles);
  const opens = tellParagraphs(lines, furniture);
  lines.forEach(({ text, indent, level, table, behind }, index) => {
    if (behind === 'empty') out.add('');
    const isHeadline = headline !== null && index >= headline.first && index < headline.end;
    const isAmid = index >= amid.first && index < amid.end;
    out.add(indent + text, { level: isHeadline ? 1 : level, table, furniture: furniture[index] === 1, opens: opens[index] === 1, amid: isAmid, parted: isAmid && own !== null });
  });
  return out.build();
}

function squeeze(line: string): string {
  return (line.includes('  ') || line.includes('\t') ? line.replace(/[ \t]+/g, ' ') : line).trim();
}

/** Two spaces as wide as a character, however they are written, open a paragraph. */
function indentOf(line: string, kept: boolean): string {
  if (line.charCodeAt(0) > 0x3000) return '';
  const indent = /^[\s\u200b\ufeff]+/.exec(line)?.[0] ?? '';
  return /\u3000\u3000|[\u00a0\u2002\u2003]{2}/.test(indent) || (kept && indent.includes('    ')) ? '\u3000\u3000' : '';
}

/** `<title>` and what is said to those who share the page. */
function readTitle(node: Tree.Element): string[] {
  const value = (name: string): string => node.attrs.find((attribute) => attribute.name === name)?.value ?? '';
  const shared = node.tagName === 'meta' && /^(?:og:title|twitter:title|articletitle|title)$/i.test(value('property') || value('name'));
  const title = node.tagName === 'title' ? textBelow(node, longestTitle).text : shared ? value('content') : '';
  return title.trim() === '' || title.length > longestTitle ? [] : [title];
}

const longestTitle = 400;

/** Length without white space and the strokes that part the items of a menu. */
function shownLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x4e00 && unit <= 0x9fff) length += 1;
    else if (!/[\s|｜>»›·\-–—/]/u.test(text.charAt(index))) length += 1;
  }
  return length;
}

/** Length of the text below a node, hidden or not; of what stands in links where nothing else counts. */
function lengthBelow(parent: Tree.Document | Tree.Element, counts: 'all' | 'links'): number {
  let length = 0;
  const stack: { node: Tree.ChildNode; counted: boolean }[] = parent.childNodes.map((node) => ({ node, counted: counts === 'all' }));
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, counted } = entry;
    if (node.nodeName === '#text' && 'value' in node && counted) length += shownLength(node.value);
    if (!('tagName' in node) || unseen.has(node.tagName)) continue;
    for (const child of node.childNodes) stack.push({ node: child, counted: counted || node.tagName === 'a' });
  }
  return length;
}

/**
 * What no reader of the page sees, the notes of pages that Word saved among it. Type of size nothing is how some sites put
 * rubbish into what is copied from them.
 */
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0+(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|mso-hide\s*:\s*all|mso-element\s*:\s*(?:foot|end)note|mso-element\s*:\s*(?:comment|header|footer)|mso-(?:foot|end)note-id/i;

function isHidden(element: Tree.Element): boolean {
  return element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && hidden.test(value)));
}

/** A box that a script shows holds as much, and at least this share of the page's text; there are hardly several in each other. */
const leastShown = 200;
const mostOfPage = 0.5;
const mostShown = 4;

/**
 * Tells of the elements of a page whether nobody sees them. Some sites hide the text itself until their script has run, as public
 * accounts do (`<div id="js_content" style="visibility: hidden">`), and a page saved without running it has it so.
 */
function hidingOn(document: Tree.Document): (element: Tree.Element) => boolean {
  let whole = -1;
  let shown = 0;
  return (element) => {
    if (!isHidden(element)) return false;
    if (shown >= mostShown || !element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && byScript.test(value)))) return true;
    if (whole < 0) whole = lengthBelow(document, 'all');
    const length = lengthBelow(element, 'all');
    if (length < leastShown || length < whole * mostOfPage) return true;
    shown += 1;
    return false;
  };
}

const byScript = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** `[1]` and `①` point to notes; the 2 of m² belongs to the text. */
function isNoteMark(element: Tree.Element, before: string): boolean {
  const { text } = textBelow(element, 20);
  return !/[A-Za-z0-9]$/.test(before) && /^[[［〔(（]?[\d①-⑳*†,，-]{0,6}[\]］〕)）]?$/u.test(text.trim());
}

/** Longer cells, and those that hold tables or headings, are parts of a page that is laid out in tables. */
const longestCell = 400;

function isRowOfData(row: Tree.Element): boolean {
  return row.childNodes.every((cell) => {
    if (!('tagName' in cell)) return true;
    const { text, tags } = textBelow(cell, longestCell + 1);
    return text.length <= longestCell && !tags.some((tag) => tag === 'table' || /^h[1-6]$/.test(tag)) && !isLayout(text, tags);
  });
}

/** Several paragraphs in sentences, or a list of links: a cell of data holds a few words. */
const shortestLayout = 100;
const leastBlocks = 3;

function isLayout(text: string, tags: readonly string[]): boolean {
  const paragraphs = tags.filter((tag) => tag === 'p' || tag === 'div').length;
  if (paragraphs >= leastBlocks && text.length >= shortestLayout && (text.match(/。/g)?.length ?? 0) >= leastBlocks - 1) return true;
  return tags.filter((tag) => tag === 'li').length >= leastBlocks && tags.filter((tag) => tag === 'a').length >= leastBlocks;
}

/** The text below an element, up to about `most` characters, with the elements it passed. */
function textBelow(element: Tree.Element, most: number): { text: string; tags: string[] } {
  let text = '';
  const tags: string[] = [];
  const stack: Tree.ChildNode[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined && text.length < most && tags.length < 1000; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value.trim();
    if (!('tagName' in node) || unseen.has(node.tagName)) continue;
    tags.push(node.tagName);
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child !== undefined) stack.push(child);
    }
  }
  return { text, tags };
}

/** The cells of a row, tabs between them; a row of one cell is layout, and its lines are kept apart. */
function rowText(row: Tree.Element): string {
  const cells: string[] = [];
  const stack: Tree.ChildNode[] = [...row.childNodes].reverse();
  let text = '';
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value.replace(/\s+/g, ' ');
    if (!('tagName' in node) || unseen.has(node.tagName)) continue;
    if (node.tagName === 'td' || node.tagName === 'th') {
      cells.push(text.trim());
      text = '';
    } else if (node.tagName === 'br' || blocks.has(node.tagName)) text += '\n';
    stack.push(...[...node.childNodes].reverse());
  }
  cells.push(text.trim());
  const shown = cells.filter((cell) => cell !== '');
  return shown.length > 1 ? shown.map((cell) => cell.replace(/\s+/g, ' ')).join('\t') : (shown[0] ?? '');
}
