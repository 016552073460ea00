import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { SourceText } from '../../core/speech/sourceText.ts';
import type { ReadingLimits } from './limits.ts';
import { exceeds } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';

/** Elements that show nothing, or controls; script in a page is never run, only left out. */
const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video', 'select', 'button', 'input', 'textarea', 'nav', 'form', 'map', 'sup']);
const blocks = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'table', 'tbody', 'thead', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'center', 'figure', 'figcaption', 'address', 'fieldset', 'body', 'title']);

/** Reads a web page, saved or exported: its blocks as paragraphs, headings with their level, a table's row as a line. */
export function readHtml(html: string, limits: ReadingLimits): SourceText {
  const out = new SourceBuilder(limits);
  let line = '';
  let level: number | null = null;
  const flush = (): void => {
    const text = line.replace(/[ \t]+/g, ' ').trim();
    line = '';
    if (text !== '') out.add(text, { level });
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
  push(parse(html).childNodes, 0);
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, leaving, depth } = entry;
    if (node.nodeName === '#text' && 'value' in node) line += node.value.replace(/[\r\n]+/g, (breaks) => (/[\u2e80-\uffff]$/.test(line) ? '' : breaks.slice(0, 0) + ' '));
    if (!('tagName' in node)) continue;
    const name = node.tagName;
    const heading = /^h([1-6])$/.exec(name);
    if (leaving) {
      flush();
      if (heading !== null) level = null;
      continue;
    }
    if (unseen.has(name) || isHidden(node)) continue;
    if (name === 'br') flush();
    else if (name === 'tr') {
      flush();
      const row = rowText(node);
      if (row !== '') out.add(row, { table: row.includes('\t') });
      continue;
    }
    if (blocks.has(name)) {
      flush();
      if (heading !== null) level = Number(heading[1]);
      stack.push({ node, leaving: true, depth });
    }
    push(node.childNodes, depth + 1);
  }
  flush();
  return out.build();
}

function isHidden(element: Tree.Element): boolean {
  return element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)));
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
