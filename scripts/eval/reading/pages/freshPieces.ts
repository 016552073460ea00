import { halfWidth, pick, type CleanLine, type DamagedPiece, type Random } from '../damage.ts';
import { added } from './page.ts';

/** What the pages of freshPages.ts are put together from. */

export const own = (text: string): DamagedPiece => ({ text, added: false });

export const whole = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

/** The lines, on some pages; on the others nothing. */
export const some = (random: Random, chance: number, ...lines: readonly string[]): readonly string[] => (random() < chance ? lines : []);

/** Between `least` and `most` lines of one making. */
export const several = (random: Random, [least, most]: readonly [number, number], make: (number: number) => string): string[] =>
  Array.from({ length: whole(random, least, most) }, (_, index) => make(index + 1));

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

export function someDay(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${whole(random, 2011, 2025)}-${two(whole(random, 1, 12))}-${two(whole(random, 1, 28))}`;
}

const circles = ['全县', '全市', '全区', '某镇', '市直机关', '教育系统', '某集团', '县供销社', '街道', '水务系统', '住建系统', '卫健系统'] as const;
const occasions = ['防汛抗旱工作会议', '春季造林现场会', '老干部座谈会', '禁毒工作推进会', '统计工作会议', '文明城市创建动员会', '信访工作例会', '招商引资汇报会', '护士节表彰会', '军转干部座谈会', '档案业务培训班', '夏粮收购会议', '消防演练总结会', '环境整治调度会'] as const;
const forms = ['讲话', '讲话稿', '主持词', '发言提纲', '表态发言', '致辞', '总结讲话', '动员讲话', '讲话要点'] as const;

const matters = ['安全隐患排查', '党风廉政建设', '乡村道路养护', '暑期值班', '读书月活动', '老旧小区改造', '基层减负', '秸秆禁烧', '垃圾分类', '青年文明号创建'] as const;

/** The title of some other text, as sites link to them. */
export function otherTitle(random: Random): string {
  const [circle, occasion, form] = [pick(random, circles), pick(random, occasions), pick(random, forms)];
  const matter = pick(random, matters);
  if (random() < 0.3) return pick(random, [`${matter}工作总结`, `${circle}召开${occasion}`, `关于${matter}的实施方案`, `${matter}心得体会${whole(random, 2, 9)}篇`, `关于印发${matter}考核办法的通知`, `${circle}${matter}倡议书`]);
  return pick(random, [`在${circle}${occasion}上的${form}`, `${circle}${occasion}${form}`, `书记在${circle}${occasion}上的${form}`, `${whole(random, 2012, 2024)}年${circle}${occasion}${form}`]);
}

/** A list of other texts, all its lines in one of the `styles`. */
export function linked(random: Random, range: readonly [number, number], styles: readonly [Style, ...Style[]]): string[] {
  const style = pick(random, styles);
  return several(random, range, (index) => style(otherTitle(random), index));
}

type Style = (title: string, index: number) => string;

export const bare: Style = (title) => title;

/** A title that is nearly the speech's, as sites make for search engines. */
export const nearly = (random: Random, title: string): string =>
  pick(random, [`最新${title}`, `${title}材料`, `${title.replace(/讲话|致辞|发言|汇报/u, '$&稿')}模板`, `20XX年${title}`, `领导${title}`, `${title}稿件`]);

/** One line of the page's again and again, well apart. */
export function repeated(random: Random, [least, most]: readonly [number, number], make: () => string): { readonly share: number; readonly text: string }[] {
  const count = whole(random, least, most);
  return Array.from({ length: count }, (_, index) => ({ share: 0.1 + ((index + 0.2 + random() * 0.6) * 0.8) / count, text: make() }));
}

/** The speech as the page shows it: what the corpus leaves open is masked in one way or left as it is. */
export function shown(random: Random, title: string, lines: readonly CleanLine[]): { readonly title: string; readonly lines: readonly CleanLine[] } {
  const mask = pick(random, ['××', 'XX', '**', 'xx', null, null]);
  const change = (text: string): string => (mask === null ? text : text.replace(/〔[^〕]*〕/gu, mask));
  return { title: change(title), lines: lines.map((line) => ({ ...line, text: change(line.text) })) };
}

export interface Layout {
  readonly gap: string;
  readonly indent: string;
}

/** Paragraphs on lines of their own, in the ways sites set them. */
export function paragraphs(random: Random): Layout {
  return pick(random, [
    { gap: '\n', indent: '' },
    { gap: '\n', indent: '　　' },
    { gap: '\n', indent: '    ' },
    { gap: '\n\n', indent: '' },
    { gap: '\n\n', indent: '　　' },
  ]);
}

/** No breaks at all, or breaks that became spaces. */
export function run(random: Random): Layout {
  return { gap: pick(random, ['', '', ' ', '　　', '  ']), indent: '' };
}

interface Additions {
  /** Lines of the page between paragraphs, each `share` of the way through. */
  readonly among?: readonly { readonly share: number; readonly text: string }[];
  /** What the page puts behind a line, on that line. */
  readonly behind?: (line: CleanLine) => string;
}

/** The lines in a layout, with what the page puts between and behind them. */
export function laid(lines: readonly CleanLine[], { gap, indent }: Layout, { among = [], behind = () => '' }: Additions = {}): DamagedPiece[] {
  const rows = new Map(among.map(({ share, text }) => [Math.max(2, Math.round(share * lines.length)), text]));
  return lines.flatMap((line, index) => [
    added(rows.has(index) ? `${rows.get(index) ?? ''}${gap}` : ''),
    own(`${line.kind === 'title' || line.kind === 'address' ? '' : indent}${line.text}`),
    added(behind(line)),
    own(index < lines.length - 1 ? gap : ''),
  ]);
}

/** The speech up to the middle of a sentence, as far as a page shows it to those who have not paid. */
export function cutShort(random: Random, lines: readonly CleanLine[]): CleanLine[] {
  const least = Math.max(3, Math.round(lines.length * (0.25 + random() * 0.5)));
  const end = lines.findIndex((line, index) => index >= least && line.kind === 'body' && line.text.length >= 60);
  const last = lines[end];
  if (last === undefined) return [...lines];
  const from = 20 + Math.floor(random() * (last.text.length - 40));
  const at = last.text.slice(from).search(/(?<=[\u4e00-\u9fff]{3})[\u4e00-\u9fff]{3}/u);
  return [...lines.slice(0, end), { ...last, text: last.text.slice(0, at < 0 ? 20 : from + at) }];
}

/** The page as it is stored: on some sites, as often as `halfWidthChance` says, with half-width marks; here and there its own lines are set wide or indented. */
export function finished(random: Random, halfWidthChance: number, pieces: readonly DamagedPiece[]): DamagedPiece[] {
  const stored = random() < halfWidthChance ? halfWidth : (text: string): string => text;
  const gap = pick(random, ['\n', '\n', '\n', '\n\n', '\n \n', '\n　　', '\n\t']);
  return pieces.map(({ text, added: theirs }) => ({ text: stored(theirs ? text.replace(/\n(?=.)/gu, gap) : text), added: theirs }));
}

/** Blocks of the page's lines in any order. */
export const mixed = (random: Random, blocks: readonly (readonly string[])[]): string[] => shuffled(random, blocks).flat();

/** An outline that a page makes of the heads. */
export const outline = (lines: readonly CleanLine[]): string[] => lines.filter(({ kind, text }) => kind === 'head' && text.length <= 40).map(({ text }) => text);

/** The text's beginning, as a site quotes it. */
export const beginning = (lines: readonly CleanLine[], length: number): string =>
  lines
    .slice(1)
    .map((line) => line.text)
    .join('')
    .slice(0, length);
