import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const body = '同志们：\n今天的会开得很短，事情却不少。\n一、先说修路\n路要修到村口，年底前要能跑班车。\n谢谢大家！';

const cases: readonly { block: string; below?: string; title: string; occasion: string | null; speaker: string | null; date: string | null }[] = [
  { block: '周颖同志在全市交通工作会议上的讲话\n（根据录音整理）\n（二〇二四年三月二十一日）', title: '周颖同志在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '周颖', date: '2024-03-21' },
  { block: '修好致富路\n——周颖在全市交通工作会议上的报告\n2024.3.21', title: '修好致富路', occasion: '全市交通工作会议', speaker: '周颖', date: '2024-03-21' },
  { block: '在全市交通工作会议上的讲话\n市交通局局长　　周 颖\n（2024年3月21日，市会议中心）', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '周颖', date: '2024-03-21' },
  { block: '在全市交通工作会议上的讲话\n主讲人：周颖\n时间：2024年3月21日上午\n地点：市会议中心', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '周颖', date: '2024-03-21' },
  { block: '在2024年全市交通工作会议上的发言', below: '市交通局局长 周颖\n2024年3月21日', title: '在2024年全市交通工作会议上的发言', occasion: '2024年全市交通工作会议', speaker: '周颖', date: '2024-03-21' },
  { block: '市长在全市交通工作会议上的讲话', title: '市长在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '市长', date: null },
  { block: '乡村道路养护办法\n2002年9月29日县人民政府令第3号公布　2011年1月8日第一次修订', title: '乡村道路养护办法', occasion: null, speaker: null, date: '2002-09-29' },
  { block: '在全市交通工作会议上的讲话\n（2024年3月21日·海河）', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: null, date: '2024-03-21' },
  { block: '在全市交通工作会议上的讲话\n（周颖　2024年3月21日）', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '周颖', date: '2024-03-21' },
  { block: '在全市交通工作会议上的讲话\n（2024年3月21日　周颖）', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '周颖', date: '2024-03-21' },
  { block: '在全市交通工作会议上的讲话\n二O二四年三月', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: null, date: '2024-03' },
  { block: '在全市交通工作会议上的讲话\n（2024年2月30日）', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: null, date: '2024-02' },
  { block: '在全市交通工作会议上的讲话\n３月２１日', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: null, date: null },
  { block: '在全市交通工作会议上的讲话\n买买提·吐尔逊\n2024年3月21日', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '买买提·吐尔逊', date: '2024-03-21' },
  { block: '在全市交通工作会议上的讲话\n市交通局局长　𠀀大山', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '𠀀大山', date: null },
  { block: '在全市交通工作会议上的讲话\n讲话人：局长 周颖', title: '在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '周颖', date: null },
  { block: '县委书记周颖在全市交通工作会议上的讲话', title: '县委书记周颖在全市交通工作会议上的讲话', occasion: '全市交通工作会议', speaker: '周颖', date: null },
  { block: '在全市交通工作会议\n暨春运动员会上的讲话\n周颖', title: '在全市交通工作会议暨春运动员会上的讲话', occasion: '全市交通工作会议暨春运动员会', speaker: '周颖', date: null },
  { block: '在庆祝建校六十周年大会上的\n讲　话\n周颖', title: '在庆祝建校六十周年大会上的讲话', occasion: '庆祝建校六十周年大会', speaker: '周颖', date: null },
  { block: '在海河一中开学典礼上的致辞', title: '在海河一中开学典礼上的致辞', occasion: '海河一中开学典礼', speaker: null, date: null },
  { block: '在年会上的致辞', title: '在年会上的致辞', occasion: '年会', speaker: null, date: null },
  { block: '让道路通到每一个村', title: '让道路通到每一个村', occasion: null, speaker: null, date: null },
];

for (const { block, below, ...wanted } of cases) {
  test(`title, occasion, speaker and date: ${block.replace(/\n/gu, ' / ')}`, () => {
    const text = `${block}\n${body}${below === undefined ? '' : `\n${below}`}`;
    const parsed = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
    const [speech] = parsed.outline.articles;
    assert.deepEqual({ title: speech?.title, occasion: speech?.occasion, speaker: speech?.speaker, date: speech?.date }, wanted);
    assert.deepEqual(parsed.outline.problems, []);
    assert.equal(parsed.text.replace(/\s/gu, ''), text.replace(/\s/gu, ''));
  });
}

const organisations: readonly (readonly [block: string, below: string, organisation: string | null])[] = [
  ['市交通局2023年工作总结', '', '市交通局'],
  ['在海河县人民法院2023年度总结表彰大会上的讲话', '', '海河县人民法院'],
  ['中共海河县委关于春运工作的报告', '', '中共海河县委'],
  ['在县农村商业银行年会上的讲话', '', '县农村商业银行'],
  ['在庆祝市科协成立六十周年大会上的讲话', '', '市科协'],
  ['海河集团董事长周颖在年会上的致辞', '', '海河集团'],
  ['2023年海河县人民政府办公室工作总结', '', '海河县人民政府办公室'],
  ['在县住房和城乡建设局年中会议上的讲话', '', '县住房和城乡建设局'],
  ['在全市交通工作会议上的讲话\n市交通局局长　周颖', '', '市交通局'],
  ['在全市交通工作会议上的讲话', '市交通局\n2024年3月21日', '市交通局'],
  ['在全市交通工作会议上的讲话', '', null],
  ['在全市领导干部大会上的讲话', '', null],
  ['在全市法院工作会议上的讲话', '', null],
  ['开创交通工作新局面', '', null],
  ['在服务发展大局座谈会上的讲话', '', null],
];
for (const [block, below, organisation] of organisations) {
  test(`organisation: ${block.replace(/\n/gu, ' / ')} ${below.replace(/\n/gu, ' / ')}`, () => {
    const { outline } = parseSpeech({ text: `${block}\n${body}\n${below}`, hints: [], layout: 'lines' }, 'a.txt');
    assert.equal(outline.articles[0]?.organisation, organisation);
    assert.notEqual(outline.articles[0]?.speaker, '市交通局');
  });
}

test('a whole title goes on across no empty line, whoever is addressed below it', () => {
  for (const address of ['老周、各位同事：', '张大爷，李大娘：']) {
    const text = `在退休干部欢送会上的讲话\n\n${address}\n\n今天是老周退休的日子。四十年前，他背着一个旧帆布包走进这个院子，今天要背着大家的祝福走出去了。\n\n老周常讲，修桥就是修良心。这句话，我们要一代一代传下去，他修的八座桥都还在。\n`;
    assert.equal(parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').outline.articles[0]?.title, '在退休干部欢送会上的讲话', address);
  }
});

test('a long title stays apart from the address below it, whoever is addressed', () => {
  const title = '从“修得起来”到“用得长久”：一条石板渠走出图纸的七年——在全市灌溉工作会上的交流发言';
  for (const address of ['各位领导、各位同行：', '各位领导，各位乡贤：', '各位考官：']) {
    const lines = [title, address, `我在渠上干了三十年，头一回站在这里说话。${'渠口的锁换了三回，匙还在老把式手里，谁来开闸都要先问他一声。'.repeat(3)}`, '一、先说渠口', '锁要换，匙要分，账要记。'];
    let offset = 0;
    const hints = lines.map((line) => {
      const hint = { offset, level: null, page: null, table: false };
      offset += line.length + 1;
      return hint;
    });
    const { outline, text } = parseSpeech({ text: lines.join('\n'), hints, layout: 'paragraphs' }, 'a.docx');
    assert.equal(outline.articles[0]?.title, title);
    assert.equal(outline.articles[0]?.paragraphs[0]?.role, 'address', address);
    assert.deepEqual(text.split('\n'), lines);
  }
});

test('thanks to several in one sentence are no address', () => {
  const { outline } = parseSpeech({ text: '在全市灌溉工作会上的讲话\n同志们：\n感谢各位老师带好学生、各位家长看好孩子。今年的渠修得好。', hints: [], layout: 'lines' }, 'a.txt');
  assert.equal(outline.articles[0]?.paragraphs.filter(({ role }) => role === 'address').length, 1);
});
