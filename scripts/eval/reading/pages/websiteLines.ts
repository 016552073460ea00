import { halfWidth, pick, type CleanLine, type DamagedPiece, type Random } from '../damage.ts';
import { added } from './page.ts';

/** What the families of websites share: ways to lay a speech out, and titles, leads and headlines that differ from page to page. */

type Several<T> = readonly [T, ...T[]];

/** What parts paragraphs from each other, and what stands before each. */
export interface Layout {
  readonly gap: string;
  readonly indent: string;
}

export const paragraphs: Several<Layout> = [
  { gap: '\n', indent: '' },
  { gap: '\n', indent: '　　' },
  { gap: '\n\n', indent: '' },
  { gap: '\n\n', indent: '　　' },
  { gap: '\n', indent: '    ' },
];

/** All in one line: the breaks became spaces or were lost. */
export const oneLine: Several<Layout> = [
  { gap: ' ', indent: '' },
  { gap: '　　', indent: '' },
  { gap: '', indent: '' },
];

export function own(text: string): DamagedPiece {
  return { text, added: false };
}

export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** The lines, on some pages only. */
export function maybe(random: Random, share: number, ...lines: string[]): string[] {
  return random() < share ? lines : [];
}

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list.map((value) => ({ value, rank: random() })).sort((a, b) => a.rank - b.rank).map(({ value }) => value);
}

/** So many of them, in any order. */
export function some<T>(random: Random, list: readonly T[], count: number): T[] {
  return shuffled(random, list).slice(0, count);
}

/** A phrase of the page amid the text: on a line between paragraphs, or glued behind a paragraph or behind a head. */
export interface Placed {
  readonly share: number;
  readonly text: string;
  readonly where?: 'line' | 'behind' | 'behindHead';
}

/** The speech in a layout, with phrases of the page in it. */
export function laid(lines: readonly CleanLine[], { gap, indent }: Layout, placed: readonly Placed[] = []): DamagedPiece[] {
  const targets = placed.map((phrase) => ({ ...phrase, at: targetOf(lines, phrase) }));
  return lines.flatMap((line, index) => {
    const here = targets.filter(({ at }) => at === index);
    const text = (line.kind === 'title' ? '' : indent) + line.text;
    const behind = here.filter(({ where }) => where === 'behind' || where === 'behindHead').map((phrase) => added(phrase.text));
    const before = here.filter(({ where }) => where === undefined || where === 'line').map((phrase) => added(indent + phrase.text + gap));
    return [...before, own(text), ...behind, ...(index < lines.length - 1 ? [own(gap)] : [])];
  });
}

/** The line that a phrase stands before or behind, from its share of the way on; none is found where the rest holds none of its kind. */
function targetOf(lines: readonly CleanLine[], { share, where }: Placed): number {
  const from = Math.max(2, Math.round(share * lines.length));
  return lines.findIndex(({ kind, text }, index) => {
    if (index < from) return false;
    if (where === 'behindHead') return kind === 'head';
    return where === 'behind' ? kind === 'body' && text.endsWith('。') : true;
  });
}

/** The same phrase or a handful of them, on lines of their own every so often through the text. */
export function again(random: Random, texts: Several<string>, times: number): Placed[] {
  return Array.from({ length: times }, (_, index) => ({ share: (index + 0.4 + random() * 0.5) / times, text: pick(random, texts) }));
}

/** The page: what stands above and below, parted as this page parts its lines. */
export function sheet(random: Random, above: readonly string[], speech: readonly DamagedPiece[], below: readonly string[]): DamagedPiece[] {
  const gap = pick(random, ['\n', '\n', '\n\n', '\n  ']);
  return [...(above.length === 0 ? [] : [added(above.join(gap) + pick(random, ['\n', '\n\n']))]), ...speech, ...(below.length === 0 ? [] : [added(`\n${random() < 0.3 ? '\n' : ''}${below.join(gap)}${random() < 0.5 ? '\n' : ''}`)])];
}

/** The speech's title on its own, the page's lines under it, and the rest of the speech. */
export function underTitle(lines: readonly CleanLine[], rows: readonly string[], layout: Layout, placed: readonly Placed[] = []): DamagedPiece[] {
  const [title, ...rest] = lines;
  const shift = lines.length === 0 ? 0 : 1 / lines.length;
  return [own(title?.text ?? ''), own('\n'), ...(rows.length === 0 ? [] : [added(`${rows.join('\n')}\n`)]), ...laid(rest, layout, placed.map((phrase) => ({ ...phrase, share: Math.max(0, phrase.share - shift) })))];
}

/** The speech up to the middle of a sentence of its last long paragraph, where a trial ends. */
export function brokenOff(lines: readonly CleanLine[], random: Random): readonly CleanLine[] {
  const last = lines.findLastIndex(({ kind, text }) => kind === 'body' && text.length > 60);
  const line = lines[last];
  if (line === undefined) return lines;
  const from = Math.floor(line.text.length * (0.4 + random() * 0.4));
  const length = line.text.slice(from).search(/[\u4e00-\u9fff](?=[\u4e00-\u9fff]{2})/u);
  return length < 0 ? lines : [...lines.slice(0, last), { kind: 'body', text: line.text.slice(0, from + length + 1) }];
}

/** What a site adds right before and right behind the title that stands nearest to the text. */
export function decorated([title, ...rest]: readonly DamagedPiece[], before: string, behind: string): DamagedPiece[] {
  if (title === undefined) return [];
  return [...(before === '' ? [] : [added(before)]), title, ...(behind === '' ? [] : [added(behind)]), ...rest];
}

/** A phrase glued in front of the text below the title. */
export function beforeText([title, gap, ...rest]: readonly DamagedPiece[], text: string): DamagedPiece[] {
  return title === undefined || gap === undefined ? [] : [title, gap, added(text), ...rest];
}

/** The break behind the title is lost. */
export function titleRunIn(pieces: readonly DamagedPiece[]): DamagedPiece[] {
  const at = pieces.findIndex(({ text }) => text !== '' && text.trim() === '');
  return pieces.filter((_, index) => index !== at);
}

/** A page that stores its punctuation half-width, what it adds as well as what it shows. */
export function halfWidthPage(pieces: readonly DamagedPiece[]): DamagedPiece[] {
  return pieces.map((piece) => ({ ...piece, text: halfWidth(piece.text) }));
}

const occasions = ['全市招商引资推进会', '安全生产月启动仪式', '新任职干部集体谈话', '教师节庆祝大会', '秋季田径运动会开幕式', '重点工程开工典礼', '信访工作联席会议', '机关党支部换届选举大会', '老干部迎春茶话会', '护士节表彰大会', '年度述职评议会', '文明城市创建动员会', '青年干部座谈会', '防汛抗旱部署会', '校庆纪念大会', '森林防火现场会', '农技推广培训班', '职工代表大会', '读书月活动开幕式', '商会成立大会'] as const;
const roles = ['局长', '书记', '校长', '董事长', '主任', '院长', '会长', '总经理'] as const;

/** Titles of other articles, as lists of links show them. */
export function otherTitles(random: Random, count: number): string[] {
  return some(random, occasions, count).map((occasion) => {
    const role = pick(random, roles);
    return pick(random, [
      `在${occasion}上的讲话`,
      `${role}在${occasion}上的讲话`,
      `${occasion}领导讲话稿（${whole(random, 2, 9)}篇）`,
      `${occasion}${role}致辞`,
      `${occasion}主持词`,
      `${whole(random, 2013, 2024)}年${occasion}发言材料`,
      `${occasion}上的发言提纲`,
      `${role}${occasion}讲话精选`,
    ]);
  });
}

const headlines = ['这条老街换了新颜，街坊们都说好', '夜校开到了家门口，报名两小时就满了', '今年第一场雪什么时候来？气象台给出答案', '跨河大桥合龙，两岸通行缩短四十分钟', '小小合作社，带富半个村', '十项便民措施下月起施行', '菜价回落，早市人气旺', '暑期夏令营安全提示请查收', '博物馆延时开放，夜游路线公布', '高铁新站进入装修阶段', '一颗脆桃的出山路', '社区食堂里的烟火气', '非遗传承人走进小学课堂', '全民健身中心试运行', '首届邻里节闭幕', '河湖长制七年，水清了鱼回来了', '公积金业务又有新变化', '乡镇卫生院添了新设备', '老旧小区加装电梯有了时间表', '冬小麦播种过半'] as const;

/** Headlines of other news. */
export function otherNews(random: Random, count: number): string[] {
  return some(random, headlines, count);
}

const words = ['工作总结', '心得体会', '主持词', '述职报告', '开幕词', '倡议书', '党课讲稿', '演讲稿', '会议纪要', '感谢信', '发言稿', '致辞', '国旗下讲话', '竞聘稿', '动员讲话', '表态发言', '先进事迹', '调研报告', '读后感', '实施方案'] as const;

/** Words of a tag cloud. */
export function tags(random: Random, count: number): string[] {
  return some(random, words, count);
}

/** A title like the speech's own, as sites vary it. */
export function likeTitle(random: Random, title: string): string {
  const count = whole(random, 2, 18);
  return pick(random, [`${title}(精选${count}篇)`, `${title}【${count}篇】`, `最新${title}（通用${count}篇）`, `${title}范文汇总`, `${whole(random, 2015, 2024)}年${title}优质${count}篇`, `${title}_讲话稿`, `${title}模板（${count}）`, `关于${title.replace(/^在/u, '')}的范文`, `${title}.docx`]);
}

/** What sites write for search engines above a text: long, in whole sentences, about no text in particular. */
export function searchLead(random: Random, title: string): string {
  const opening = pick(random, [
    '随着时代不断向前，大家越来越多地需要上台讲话，一篇条理分明的稿子能让听的人更快领会意图。',
    '无论在单位还是在学校，谁都免不了要当众说上几句，提前写好稿子，心里就会踏实许多。',
    '您是不是正在为一份讲话稿发愁，翻来覆去不知道从哪里落笔？',
    '好的讲话能凝聚人心，也能鼓舞干劲，因此动笔之前多看几份现成的文章总是没有坏处的。',
    '讲话稿是各类会议上最常用到的文书，格式不复杂，要写出彩却不容易。',
    '讲话稿其实离我们不远，开会用得着，典礼用得着，连班级活动也用得着。',
  ]);
  const offer = pick(random, [
    `本站编辑特意搜集了《${title}》一文，放在下面，盼着能给您带来一点启发。`,
    `下面这篇“${title}”是热心网友传上来的，觉得不错的话可以收藏起来慢慢看。`,
    `为此，我们给大家备好了${title}，内容仅作参考，用的时候请按自己的情况改一改。`,
    `现把${title}分享在这里，想了解更多同类文章的朋友，请多多留意本栏目的更新。`,
    `接下来就请跟着小编一块儿来瞧瞧${title}吧，相信会对你有所帮助！`,
  ]);
  return opening + offer;
}
