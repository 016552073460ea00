import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outline, Section, Speech } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';
import { lineAt, opensParagraph } from './ownDocuments.ts';
import { heldOutSpeeches, tuningSpeeches } from './speeches.ts';

/** Two articles of a magazine whose columns were mixed up on the way, as two authors wrote them. */

interface Article {
  readonly title: string;
  readonly author: string;
  readonly paragraphs: readonly string[];
}

interface ColumnScore {
  readonly paragraphs: number;
  /** Whole and in the article they belong to. */
  readonly returned: number;
  /** In an article they do not belong to. */
  readonly strayed: number;
}

const places = ['青石', '白河', '柳湾', '云岭', '沙洲', '望山', '平湖', '临泽'] as const;
const authors = ['周海山', '吴一水', '郑文静', '王国栋', '冯秀英', '陈一鸣', '褚大川', '卫明远'] as const;
/** So many paragraphs of each speech make an article. */
const length = 9;
const width = 22;

const ways: readonly (readonly [string, (left: Article, right: Article) => string])[] = [
  // The openings stand side by side on a page, what is left of each follows on the next.
  ['continued below', (left, right) => [...head(left), ...left.paragraphs.slice(0, 2), ...head(right), ...right.paragraphs.slice(0, 2), ...left.paragraphs.slice(2), ...right.paragraphs.slice(2)].join('\n')],
  ['block by block', (left, right) => [...head(left), ...head(right), ...left.paragraphs.flatMap((paragraph, index) => [paragraph, right.paragraphs[index] ?? ''])].join('\n')],
  ['line by line', (left, right) => [...head(left), ...head(right), ...across(left, right).flatMap(([one, other]) => [one, other]).filter((line) => line !== '')].join('\n')],
  ['side by side', (left, right) => [...head(left), ...head(right), ...across(left, right).map(([one, other]) => `${one.padEnd(width, '　')}　　　　${other}`.trimEnd())].join('\n')],
];

function head({ title, author }: Article): string[] {
  return ['', title, '', author, ''];
}

/** The rows of two columns, each filled from its own article. */
function across(left: Article, right: Article): [string, string][] {
  const rows = ({ paragraphs }: Article): string[] => paragraphs.flatMap((paragraph) => `　　${paragraph}`.match(new RegExp(`.{1,${String(width)}}`, 'gu')) ?? []);
  const [one, other] = [rows(left), rows(right)];
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [one[index] ?? '', other[index] ?? '']);
}

/** How many paragraphs come back to their article, printed and returned by the way in which the columns were mixed. */
export async function reportColumns(directory: string, verbose: boolean): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const heldOut of [false, true]) {
    for (const [way, score] of await measureColumns(directory, heldOut, verbose && !heldOut)) {
      figures[`${way}, ${heldOut ? 'held out' : 'tuning'}`] = score;
      const percent = (part: number): string => `${((100 * part) / score.paragraphs).toFixed(1)} %`;
      console.log(`columns ${way.padEnd(16)} ${heldOut ? 'held out' : 'tuning  '} ${String(score.paragraphs).padStart(4)} paragraphs  returned ${percent(score.returned)}  strayed ${percent(score.strayed)}`);
    }
  }
  return figures;
}

async function measureColumns(directory: string, heldOut: boolean, verbose: boolean): Promise<ReadonlyMap<string, ColumnScore>> {
  const names = heldOut ? heldOutSpeeches(directory) : tuningSpeeches(directory);
  const articles: Article[] = [];
  for (const [index, name] of names.entries()) {
    const { outline, text } = await readDocument(readFileSync(join(directory, name)), name);
    const made = articleOf({ outline, text }, places[index % places.length] ?? '', authors[index % authors.length] ?? '');
    if (made.paragraphs.length === length) articles.push(made);
  }
  const scores = new Map<string, ColumnScore>();
  for (let pair = 0; pair + 1 < articles.length; pair += 2) {
    const [left, right] = [articles[pair], articles[pair + 1]];
    if (left === undefined || right === undefined) continue;
    for (const [way, mix] of ways) {
      const { outline } = parseSpeech({ text: mix(left, right), hints: [], layout: 'lines' }, 'a.txt');
      const found = outline.articles.map((article) => ({ title: plain(article.title ?? ''), paragraphs: textsOf(article).map(plain) }));
      const score = { paragraphs: 0, returned: 0, strayed: 0, ...scores.get(way) };
      for (const article of [left, right]) {
        const own = found.find(({ title }) => title === plain(article.title));
        for (const paragraph of article.paragraphs) {
          score.paragraphs += 1;
          const text = plain(paragraph);
          if (own?.paragraphs.some((each) => text.endsWith(each) && each.length * 2 > text.length) === true) score.returned += 1;
          else if (found.some((each) => each !== own && each.paragraphs.some((other) => other.includes(text.slice(-12))))) score.strayed += 1;
          else if (verbose) console.log(`  ${way}: neither whole nor elsewhere: ${paragraph.slice(0, 24)}`);
        }
      }
      scores.set(way, score);
    }
  }
  return scores;
}

function articleOf({ outline, text }: { readonly outline: Outline; readonly text: string }, place: string, author: string): Article {
  const [speech] = outline.articles;
  const own = (text: string): string => text.replace(/〔市名〕/gu, `${place}市`).replace(/〔[^〕]*数[^〕]*〕/gu, '三').replace(/〔[^〕]*〕/gu, '某某');
  const paragraphs = speech === undefined ? [] : textsOf(speech, text).map(own).filter((each) => each.length >= 80).slice(1, length + 1);
  return { title: own(speech?.title ?? '').split('——')[0] ?? '', author: `${author} ${place}市科学技术协会党组书记、主席`, paragraphs: paragraphs.map((each, index) => (index % 3 === 0 ? `${place}市科协要先把这件事想明白。${each}` : each)) };
}

/** The paragraphs of an article, with the heads without numbers that open them where the clean text is given. */
function textsOf({ paragraphs, sections }: Speech, clean = ''): string[] {
  const below = (section: Section): string[] => [
    ...section.paragraphs.map(({ text }, index) => (index === 0 && clean !== '' && opensParagraph(section, clean) ? lineAt(clean, section.span.start) : text)),
    ...section.sections.flatMap(below),
  ];
  return [...paragraphs.map(({ text }) => text), ...sections.flatMap(below)];
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '');
}
