import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { SourceText } from '../../core/speech/sourceText.ts';
import type { ReadingLimits } from './limits.ts';
import { exceeds } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';

/** Elements that show nothing, or controls; script in a page is never run, only left out. */
const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video', 'select', 'button', 'input', 'textarea', 'nav', 'map', 'del', 'rp', 'rt']);
const blocks = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'center', 'figure', 'figcaption', 'address', 'fieldset', 'form', 'body', 'title']);

/** Reads a web page, saved or exported: its blocks as paragraphs, headings with their level, a table's row as a line. */
export function readHtml(html: string, limits: ReadingLimits): SourceText {
  const lines: PageLine[] = [];
  let line = '';
  /** The last character of `line`: asking a long line for it again and again would copy it each time. */
  let last = '';
  let level: number | null = null;
  let inLinks = 0;
  let linked = 0;
  let links = 0;
  /** Open elements that show line breaks as they stand. */
  let kept = 0;
  /** Open parts of the page that their element or its name tells to be no text. */
  let zones = 0;
  const flush = (): void => {
    const text = line.replace(/[ \t]+/g, ' ').trim();
    if (text !== '') lines.push({ text, level, table: false, zone: zones > 0, links: linked >= shownLength(text) ? links : 0 });
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
  const document = parseWithin(html, limits);
  const isZone = zoneTest(document);
  push(document.childNodes, 0);
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, leaving, depth } = entry;
    if (node.nodeName === '#text' && 'value' in node) {
      if (inLinks > 0) linked += shownLength(node.value);
      const before = last;
      const shown = kept > 0 ? node.value : node.value.replace(/[\r\n]+/g, (_, at: number) => (/[\u2e80-\uffff]/.test(at === 0 ? before : node.value.charAt(at - 1)) ? '' : ' '));
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
      flush();
      if (isZone(node)) zones -= 1;
      if (heading !== null) level = null;
      if (name === 'pre') kept -= 1;
      continue;
    }
    if (unseen.has(name) || isHidden(node) || (name === 'sup' && isNoteMark(node, last))) continue;
    if (name === 'br') flush();
    else if (name === 'tr' && isRowOfData(node)) {
      flush();
      const row = rowText(node);
      const cells = row.split('\t').length;
      if (row !== '') lines.push({ text: row, level: null, table: cells > 1, zone: zones > 0, links: linkedLength(node) >= shownLength(row) ? cells : 0 });
      continue;
    }
    if (name === 'a') {
      inLinks += 1;
      links += 1;
      stack.push({ node, leaving: true, depth });
    }
    if (blocks.has(name)) {
      flush();
      if (heading !== null) level = Number(heading[1]);
      if (isZone(node)) zones += 1;
      if (name === 'pre') kept += 1;
      stack.push({ node, leaving: true, depth });
    }
    push(node.childNodes, depth + 1);
  }
  flush();
  return build(lines, limits);
}

/**
 * Parses a page, and gives it up while it is parsed where its elements stand too deep or are more than its text can
 * name: open formatting is repeated in every paragraph, so that a few kilobytes can ask for millions of elements.
 */
function parseWithin(html: string, limits: ReadingLimits): Tree.Document {
  const most = html.length / 2 + 10_000;
  let elements = 0;
  let depth = 0;
  return parse(html, {
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

interface PageLine {
  readonly text: string;
  readonly level: number | null;
  readonly table: boolean;
  /** Whether it stands in a part of the page that is no text. */
  readonly zone: boolean;
  /** How many links make up the whole line; 0 where anything else stands in it. */
  readonly links: number;
}

/**
 * Lines of nothing but links, several together, are menus, paths and lists of other pages, whatever their words. They
 * are told as furniture, so that their removal is reported. A heading that is a link, or one link alone, may be the text's.
 */
function build(lines: readonly PageLine[], limits: ReadingLimits): SourceText {
  const out = new SourceBuilder(limits);
  lines.forEach(({ text, level, table, zone, links }, index) => {
    const beside = (lines[index - 1]?.links ?? 0) > 0 || (lines[index + 1]?.links ?? 0) > 0;
    out.add(text, { level, table, furniture: (zone && level !== 1) || (level === null && (links > 1 || (links === 1 && beside))) });
  });
  return out.build();
}

/** Elements, and words in the names of their classes, for what stands around the text of a page. */
const zoneElements = new Set(['aside', 'footer']);
const zoneRoles = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog|alertdialog)$/i;
const zoneNames =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menus?|topbar|top-?bar|bread-?crumbs?|crumbs?|foot(?:er)?|copy-?right|side-?bars?|share|sharing|bds?share|social|related|recommend(?:ed|ation)?s?|hot-?(?:list|news|articles)|rank(?:ing)?s?|comments?|reply|replies|tool-?bars?|tool-?tips?|login|sign-?in|search-?(?:box|bar|form)?|ads?|advert(?:isement)?s?|gg|qr-?codes?|erweima|pagination|pagers?|page-?nav|prev-?next|pre-?next|friend-?links?|links-?box|pop-?ups?|modal|download-?(?:bar|box|app)|app-?download|weixin|wx-?code|dianzan|vip-?(?:tips?|box)|editor-?info|zeren|bianji)(?=$|[\s_-])/i;
/** A part of as much of the page holds the text itself, whatever it is called. */
const mostOfPage = 0.3;

/** Tells the parts of a page that are no text: by their element, role or name, where little of the page stands in them. */
function zoneTest(document: Tree.Document): (element: Tree.Element) => boolean {
  const most = Math.max(60, lengthBelow(document, Infinity) * mostOfPage);
  const known = new Map<Tree.Element, boolean>();
  return (element) => {
    if (!isNamedZone(element)) return false;
    let zone = known.get(element);
    if (zone === undefined) {
      zone = lengthBelow(element, most) < most && !holdsHeading(element);
      known.set(element, zone);
    }
    return zone;
  };
}

function isNamedZone(element: Tree.Element): boolean {
  if (element.tagName === 'body' || element.tagName === 'html') return false;
  if (zoneElements.has(element.tagName)) return true;
  return element.attrs.some(({ name, value }) => (name === 'role' && zoneRoles.test(value)) || ((name === 'class' || name === 'id') && value.length < 200 && zoneNames.test(value)));
}

/** The page's own title is its text's, wherever it stands. */
function holdsHeading(element: Tree.Element): boolean {
  return textBelow(element, 2000).tags.includes('h1');
}

/** A part of more nodes is no menu; and counting them again for each part around must come to an end. */
const mostNodes = 20_000;

/** Length of the text below a node, counted up to about `most`. */
function lengthBelow(node: Tree.Document | Tree.Element, most: number): number {
  let length = 0;
  let nodes = 0;
  const stack: Tree.ChildNode[] = [...node.childNodes];
  for (let next = stack.pop(); next !== undefined && length < most; next = stack.pop()) {
    nodes += 1;
    if (nodes > mostNodes && most < Infinity) return Infinity;
    if (next.nodeName === '#text' && 'value' in next) length += shownLength(next.value);
    if (!('tagName' in next) || unseen.has(next.tagName)) continue;
    for (const child of next.childNodes) stack.push(child);
  }
  return length;
}

/** Length without white space and the strokes that part the items of a menu. */
function shownLength(text: string): number {
  return text.replace(/[\s|｜>»›·\-–—/]+/gu, '').length;
}

/** Length of the text that stands in links below an element. */
function linkedLength(element: Tree.Element): number {
  let length = 0;
  const stack: { node: Tree.ChildNode; inLink: boolean }[] = element.childNodes.map((node) => ({ node, inLink: false }));
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, inLink } = entry;
    if (node.nodeName === '#text' && 'value' in node && inLink) length += shownLength(node.value);
    if (!('tagName' in node) || unseen.has(node.tagName)) continue;
    for (const child of node.childNodes) stack.push({ node: child, inLink: inLink || node.tagName === 'a' });
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
    return text.length <= longestCell && !tags.some((tag) => tag === 'table' || /^h[1-6]$/.test(tag));
  });
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
