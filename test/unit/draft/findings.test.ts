import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDraft } from '../../../src/core/draft/check.ts';
import { commonSlips } from '../../../src/core/draft/commonSlips.ts';
import { proseOf } from '../../../src/core/draft/prose.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import type { LexiconEntry } from '../../../src/core/formulations/lexiconEntry.ts';
import { parsePhraseBook } from '../../../src/core/formulations/phraseBook.ts';

const entry = (id: string, text: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({ id, text, category: '政治建设', origin: 'curated', ...more });

const lexicon = new Lexicon();
lexicon.add([
  entry('four', '增强“四个意识”', { members: ['政治意识', '大局意识', '核心意识', '看齐意识'] }),
  entry('two', '坚决做到“两个维护”'),
  entry('represent', '“三个代表”重要思想'),
  entry('combine', '“两个结合”'),
  entry('month', '全国科普月'),
  entry('day', '全国科普日', { superseded: { by: '全国科普月', byId: 'month', since: '2024-12-25' } }),
  entry('master', '人民当家作主', { wrong: ['人民当家做主'] }),
]);

/** `code|what it stands on|what its first fix writes` of each finding. */
function found(text: string, phraseBook = ''): string[] {
  const lines = text.split('\n');
  const { phrases } = parsePhraseBook(phraseBook);
  return checkDraft(text, '', { lexicon, phrases }).map(({ code, line, column, endColumn, fixes }) => {
    const on = (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
    const to = fixes[0]?.edits[0]?.newText;
    return to === undefined ? `${code}|${on}` : `${code}|${on}|${to}`;
  });
}

/** The text with the marked finding in it, e.g. `认真[布署]`. */
function on(marked: string): { readonly text: string; readonly part: string } {
  const part = /\[([^\]]*)\]/u.exec(marked)?.[1] ?? '';
  return { text: marked.replace(/\[([^\]]*)\]/u, '$1'), part };
}

const faults: readonly (readonly [marked: string, code: string, fix?: string])[] = [
  ['要认真[的]落实每一项措施。', 'slip', '地'],
  ['这件事大家做[的]很到位。', 'slip', '得'],
  ['各级要[全力以付]。', 'slip', '全力以赴'],
  ['要[象]爱护眼睛一样爱护生态。', 'slip', '像'],
  ['会议[按装]了新设备。', 'slip', '安装'],
  ['大家[要要]形成合力。', 'doubled-word', '要'],
  ['会议定于5月1日[25时]开始。', 'date'],
  ['合格率由85%提高到92%，提高了[5]个百分点。', 'count'],
  ['要认真[布署]今年的工作。', 'slip', '部署'],
  ['我们[己经]完成了任务。', 'slip', '已经'],
  ['请[付市长]讲话。', 'slip', '副市长'],
  ['[截止]2025年底，建成五家。', 'slip', '截至'],
  ['参加的[大约100人左右]。', 'slip'],
  ['这是我们[的的]责任。', 'doubled-word', '的'],
  ['要[加强加强]基层组织建设。', 'doubled-word', '加强'],
  ['各位[科技工作者科技工作者]，大家好。', 'doubled-word', '科技工作者'],
  ['要抓好落实，[要抓住关键环节，要抓住关键环节]。', 'doubled-word', '要抓住关键环节'],
  ['科普工作很重要[，，]要抓好。', 'doubled-mark', '，'],
  ['科普工作很重要[，。]', 'doubled-mark', '。'],
  ['弘扬“[，]科学家精神”。', 'stray-mark', ''],
  ['要抓好科普[,]抓好人才。', 'half-width', '，'],
  ['抓好科普[.]', 'half-width', '。'],
  ['科普教育基地[(含流动馆)]要开放。', 'half-width', '（含流动馆）'],
  ['大力弘扬["科学家精神"]。', 'half-width', '“科学家精神”'],
  ['道路还很长[...]', 'half-width', '……'],
  ['要推动科技资源下沉，把学会的专家请到企业车间和田间地头，帮助基层解决实际困难[，]\n\n下一段。', 'unfinished', '。'],
  ['会议定于[2月30日]召开。', 'date'],
  ['会议定于[6月31号]召开。', 'date'],
  ['下面请[***]同志讲话。', 'placeholder'],
  ['会议定于[X]月8日召开。', 'placeholder'],
  ['走访了[○○]村的农户。', 'placeholder'],
  ['同比增长[？？]%。', 'placeholder'],
  ['会议[强调强调]，要守住底线。', 'doubled-word', '强调'],
  ['要抓好四件事：一是建队伍，[三]是强保障。', 'numbering', '二'],
  ['抓好[三项]工作：一是建好场馆，二是办好活动。', 'count'],
  ['会议定于[2026年2月29日]召开。', 'date'],
  ['会议定于[2026年3月1日（星期一）]召开。', 'date'],
  ['[2025—2021年]的工作。', 'date'],
  ['会议定于[13月5日]召开。', 'date'],
  ['要弘扬[“]科学家精神，抓好落实。', 'unpaired', ''],
  ['上一句话说了一半\n[，]下一半在这里。', 'stray-mark'],
  ['增强[四个意识]。', 'quotes', '“四个意识”'],
  ['增强“四个意识”（[政治意识、大局意识、核心意识]）。', 'members', '政治意识、大局意识、核心意识、看齐意识'],
  ['增强“四个意识”，即[政治意识、核心意识、大局意识、看齐意识]。', 'members', '政治意识、大局意识、核心意识、看齐意识'],
  ['一是抓学习。二是抓落实。[四]是抓队伍。', 'numbering', '三'],
  ['重点抓好[三项]工作：一是抓学习；二是抓落实；三是抓队伍；四是抓作风。', 'count'],
  ['下面，我讲[三点]意见。\n\n## 一、人才\n\n## 二、科普\n', 'count'],
  ['## （一）[、]人才\n', 'head-mark', ''],
  ['# 讲话\n\n## 一、人才\n\n## 二、科普[。]\n\n## 三、组织\n', 'head-mark', ''],
  ['[要在新的一年里坚持不懈地把面向基层广大科技工作者特别是青年科技工作者的各项服务工作做得更加扎实更加细致更有成效]。', 'long'],
  ['力争新增〔数量〕家。', 'placeholder'],
  ['由（[待定]）同志负责。', 'placeholder'],
  ['目标是完成[____]项。', 'placeholder'],
];

for (const [marked, code, fix] of faults) {
  test(`${code}: ${marked.replaceAll('\n', '⏎')}`, () => {
    const { text, part } = on(marked);
    const findings = found(text);
    if (code === 'placeholder') {
      assert.ok(findings.length === 1 && findings[0]?.startsWith('placeholder|'), findings.join(' / '));
      return;
    }
    assert.deepEqual(findings, [fix === undefined ? `${code}|${part}` : `${code}|${part}|${fix}`]);
  });
}

test('good Chinese is left alone', () => {
  for (const text of [
    '达到目的的办法很多，大家的的确确辛苦了，也加深了了解。',
    '坚持实事求是是我们的传统，要把实实在在的好处送到群众手里，和和美美过年。',
    '任务一件一件抓，能给多少给多少，研究研究再定，一个阶段一个阶段推进。',
    '参与与会的学会会员，听取了重要要素的汇报，自己经过努力，态度未端正的要批评。',
    '国发〔2024〕12号文件要求，到2030年建成。',
    '他说：“好！”大家都笑了。真的吗？！当然……',
    '时间是9:30，比例为3:1，见https://example.org/a,b(甲)。',
    '第一代表团、三个代表团参加，把两个结合起来。“坚持四个意识的学习”是题目。',
    '2024年2月29日，2026年3月1日（星期日），2021—2025年，二〇二五年十二月三十一日。',
    '一、三次致敬\n\n二、一种精神\n\n三、一线的期盼',
    '一是抓学习，二是抓落实。三要素齐备。\n\n一要抓紧，二要抓实。',
    '我讲两点意见。\n\n一、人才\n\n（一）引\n\n（二）育\n\n二、科普\n',
    '“要把论文写在大地上。\n\n“要到基层去。”',
    '要弘扬“科学家\n精神”，抓好落实（包括\n督查）。',
    '为期13月。',
    '会议纪要要记下分歧，发挥积极的推动作用，做深入的宣传教育，按装机容量核算，表现出良好的形象。',
    '合格率由85.2%提高到92.1%，提高6.9个百分点；值班到次日24时。',
    '尊敬的各位领导，\n各位来宾，\n同志们：',
    '增强“四个意识”（政治意识、大局意识、核心意识、看齐意识）。坚决做到“两个维护”。',
    '| 单位 | 数量 |\n|---|---|\n| 甲 | 3 |\n\n- [ ] 待办\n- **要点**，说明',
  ]) {
    assert.deepEqual(found(text), [], text);
  }
});

test('what nobody speaks is not checked: front matter, code, targets of links, comments', () => {
  const text = '---\ntitle: 布署,四个意识\n---\n\n正文`布署`。[链接](布署,的的)\n\n```\n布署\n```\n\n<!-- 布署 -->结尾。';
  assert.deepEqual(found(text), []);
  assert.equal(proseOf(text).length, text.length);
});

test('a paragraph and a long sentence that stand twice are found at their second place', () => {
  const paragraph = '要把科普资源送到基层，办好社区科普大学，让群众听得懂、学得会、用得上，不断提升素质。';
  assert.deepEqual(found(`${paragraph}\n\n中间。\n\n${paragraph}`), [`repeated|${paragraph}`]);
  assert.deepEqual(found(`先说。${paragraph}\n\n再说。${paragraph}`), [`repeated|${paragraph}`]);
});

test('the phrase book says what is right', () => {
  assert.deepEqual(found('过去有全国科普日。'), ['superseded|全国科普日|全国科普月']);
  assert.deepEqual(found('过去有全国科普日。', '全国科普日'), []);
  assert.deepEqual(found('要办好科普大集。', '科普集市 < 科普大集；科技大集'), ['phrase-book|科普大集|科普集市']);
  assert.deepEqual(found('要办好新科普大集市。', '新科普大集市 < 科普大集'), []);
  assert.deepEqual(found('人民当家做主。', '人民当家做主人 < 人民当家做主'), ['phrase-book|人民当家做主|人民当家做主人']);
});

test('every slip has its right form, which is no slip itself', () => {
  const samples = ['再接再励', '己经', '署光', '付主席', '建没'];
  for (const wrong of samples) {
    const right = commonSlips.rightFor(wrong);
    assert.ok(right !== null && right !== wrong, wrong);
    assert.equal(right.match(commonSlips.pattern), null, right);
  }
});
