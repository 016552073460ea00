// node scripts/readers/markSaved.ts FROM TO
// Marks saved pages by the structure of their HTML, which tells nearly all that a page puts around a text, whatever the words
// (docs/reading.md): each `.html` of the folder FROM, its visible lines one below the other as they are copied, goes to a `.txt`
// in TO with the marks of scripts/eval/reading/markedPages.ts. What the reader of HTML leaves out is the page's; a long line
// among it that reads like text may be either's. Pages without a text of some length, or without anything around it, are left out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { furnitureScore } from '../../src/core/speech/furnitureScore.ts';
import { countHan } from '../../src/core/text/han.ts';
import { decodePage } from '../../src/engine/readers/decodeText.ts';
import { readDocument } from '../../src/engine/readers/readDocument.ts';
import { filesBelow } from '../texts/filesBelow.ts';

/** Of a text: Chinese characters, sentences and lines; of what stands around it: lines. */
const leastHan = 350;
const leastSentences = 5;
const leastLines = 4;
const leastAround = 6;
/** A text's lines are as long in the mean, and its sentences no longer. */
const leastMean = 14;
const longestSentence = 90;
/** A line that the reader left out may be the text's from this length on and below this score; of a text no more than this share. */
const longLine = 30;
const likelyText = -2.5;
const mostDoubtful = 0.15;
/** Of the clean text that was found line by line. */
const leastFound = 0.95;
/** A line stands as many characters behind the last that was found, a short one fewer. */
const reach = (length: number): number => (length >= 12 ? 3000 : length >= 4 ? 60 : 4);

const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'iframe', 'object', 'embed', 'svg', 'canvas', 'audio', 'video', 'select', 'textarea', 'input', 'map']);
const inline = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'wbr']);

const [from = '.', to = '.'] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
let written = 0;
for (const file of filesBelow(from, /\.html?$/iu)) {
  const marked = await marksOfPage(readFileSync(file));
  if (marked === null) continue;
  writeFileSync(join(to, `${basename(file).replace(/\.html?$/iu, '')}.txt`), `# ${basename(file)}\n${marked}\n`);
  written += 1;
}
console.log(`${written} pages`);

function visibleLines(html: string): string[] {
  const lines: string[] = [];
  let line = '';
  const close = (): void => {
    const text = line.replace(/[\s\u3000]+/gu, ' ').trim();
    if (plainOf(text) !== '') lines.push(text);
    line = '';
  };
  const isHidden = (node: DefaultTreeAdapterTypes.Element): boolean => node.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(value)));
  const waiting: (DefaultTreeAdapterTypes.Node | 'close')[] = [parse(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === 'close') close();
    else if (defaultTreeAdapter.isTextNode(node)) line += node.value;
    else if ('childNodes' in node) {
      if (defaultTreeAdapter.isElementNode(node)) {
        if (unseen.has(node.tagName) || isHidden(node)) continue;
        if (!inline.has(node.tagName)) {
          close();
          waiting.push('close');
        }
      }
      waiting.push(...[...node.childNodes].reverse());
    }
  }
  close();
  return lines;
}

function plainOf(line: string): string {
  return line.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]+/gu, '');
}

async function marksOfPage(bytes: Buffer): Promise<string | null> {
  const html = decodePage(bytes);
  if (countHan(html) < leastHan) return null;
  const clean = plainOf((await readDocument(bytes, 'page.html')).text);
  const counts = { han: 0, lines: 0, sentences: 0, around: 0, doubtful: 0 };
  let found = 0;
  const marked = visibleLines(html).map((line) => {
    const plain = plainOf(line);
    const shown = line.replace(/[⟦⟧⟨⟩⟪⟫]/gu, '');
    const at = clean.indexOf(plain, found);
    if (at >= 0 && at - found <= reach(plain.length)) {
      found = at + plain.length;
      counts.han += countHan(plain);
      counts.lines += 1;
      counts.sentences += plain.match(/[。！？]/gu)?.length ?? 0;
      return shown;
    }
    if (plain.length >= longLine && furnitureScore(line) < likelyText) {
      counts.doubtful += countHan(plain);
      return `⟨${shown}⟩`;
    }
    counts.around += 1;
    return `⟦${shown}⟧`;
  });
  const isText = counts.han >= leastHan && counts.sentences >= leastSentences && counts.lines >= leastLines && counts.sentences * longestSentence >= counts.han && counts.han >= counts.lines * leastMean;
  return isText && counts.around >= leastAround && counts.doubtful <= counts.han * mostDoubtful && found >= clean.length * leastFound ? marked.join('\n') : null;
}
