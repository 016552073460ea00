import { pick, type CleanLine, type DamagedPiece, type Random } from '../damage.ts';
import { added, body } from './page.ts';

/** What makes two pages of one family differ: lines that stand there or do not, orders, layouts, titles of other papers. */

export function chance(random: Random, share = 0.5): boolean {
  return random() < share;
}

export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** The lines that this page has, in their order; each is there on `share` of the pages. */
export function some(random: Random, lines: readonly string[], share = 0.7): string[] {
  return lines.filter(() => random() < share);
}

export function shuffled(random: Random, lines: readonly string[]): string[] {
  return lines
    .map((line) => ({ line, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ line }) => line);
}

const circles = ['全市', '全县', '全区', '全镇', '本系统', '集团公司', '县直机关', '街道'] as const;
const matters = ['森林防火', '春耕备播', '老旧小区改造', '招商引资', '河道清淤', '困难职工帮扶', '校园食品安全', '消防安全', '档案规范化', '人才公寓建设', '文旅融合', '妇女儿童', '垃圾分类', '清欠农民工工资', '退役军人服务', '粮食收储'] as const;
const occasions = ['调度会', '推进会', '现场观摩会', '专题部署会', '培训班开班式', '约谈会', '启动式', '半年小结会', '表彰会'] as const;
const kinds = ['讲话', '发言', '讲话提纲', '表态发言', '主持讲话', '总结讲话'] as const;
const others = ['镇长个人述职（五分钟版）', '驻村第一书记工作小结', '离任村干部座谈提纲', '谈心谈话记录填写样例', '社区网格员先进事迹', '国庆值班安排的通知', '物业公司安全检查报告', '年轻干部调研体会', '乡镇半年工作汇报', '信访件答复意见书格式'] as const;

/** The title of another paper, such as sites list beside the one shown. */
export function otherTitle(random: Random): string {
  return chance(random, 0.8) ? `在${pick(random, circles)}${pick(random, matters)}${pick(random, occasions)}上的${pick(random, kinds)}` : pick(random, others);
}

export function otherTitles(random: Random, least: number, most: number, row: (title: string, index: number) => string = (title) => title): string[] {
  const titles = new Set(Array.from({ length: whole(random, least, most) }, () => otherTitle(random)));
  return [...titles].map(row);
}

const layouts = {
  lines: { gap: '\n', indent: '' },
  indented: { gap: '\n', indent: '　　' },
  apart: { gap: '\n\n', indent: '' },
  indentedApart: { gap: '\n\n', indent: '　　' },
  spaces: { gap: ' ', indent: '' },
  wideSpaces: { gap: '　　', indent: '' },
  joined: { gap: '', indent: '' },
} as const;

export type Layout = keyof typeof layouts;

/** The speech in one of the layouts named. */
export function laid(lines: readonly CleanLine[], random: Random, among: readonly [Layout, ...Layout[]]): DamagedPiece[] {
  const { gap, indent } = layouts[pick(random, among)];
  return body(lines, gap, indent);
}

export const asParagraphs: readonly [Layout, ...Layout[]] = ['lines', 'indented', 'apart', 'indentedApart'];
export const runTogether: readonly [Layout, ...Layout[]] = ['joined', 'spaces', 'wideSpaces'];

/** Rows of the page between the paragraphs: whatever `row` gives stands before the line of that number. */
export function strewn(lines: readonly CleanLine[], random: Random, row: (index: number) => string | null): DamagedPiece[] {
  const { gap, indent } = layouts[pick(random, asParagraphs)];
  return lines.flatMap((line, index) => {
    const text = index < 2 ? null : row(index);
    return [...(text === null ? [] : [added(text + gap)]), ...body([line], gap, indent), ...(index < lines.length - 1 ? body([{ kind: 'title', text: gap }]) : [])];
  });
}

/** The speech as far as a page on trial shows it: it breaks off within a sentence. */
export function brokenOff(lines: readonly CleanLine[], random: Random): CleanLine[] {
  const from = Math.max(2, Math.floor(lines.length * (0.4 + random() * 0.5)));
  const last = lines.findIndex((line, index) => index >= from && line.kind === 'body' && line.text.length >= 40);
  if (last < 0) return [...lines];
  const { kind, text } = lines[last] ?? { kind: 'body', text: '' };
  const share = Math.floor(text.length * (0.3 + random() * 0.5));
  const at = text.slice(share).search(/[\u4e00-\u9fff]{2}/u);
  return [...lines.slice(0, last), { kind, text: at < 0 ? text : text.slice(0, share + at + 1) }];
}

/** A phrase behind the last character of the text, with no break. */
export function behind(pieces: readonly DamagedPiece[], text: string): DamagedPiece[] {
  return [...pieces, added(text)];
}

/** Marks of half width, as sites leave them that were moved from one system to another. */
export function halfWidth(lines: readonly CleanLine[]): CleanLine[] {
  const half: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '！': '!', '？': '?', '（': '(', '）': ')' };
  return lines.map(({ kind, text }) => ({ kind, text: text.replace(/[，；：！？（）]/gu, (mark) => half[mark] ?? mark) }));
}

export function lengthOf(lines: readonly CleanLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** A page so long that the text has two of them, or one of the usual size. */
export function pageSize(lines: readonly CleanLine[], random: Random): number {
  return chance(random, 0.35) ? Math.ceil(lengthOf(lines) * 0.55) : whole(random, 380, 1100);
}
