import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnLabel } from '../../../src/core/speech/pageEdges.ts';
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

const holders: readonly (readonly [line: string, name: string, post: string])[] = [
  ['县长　周　颖', '周颖', '县长'],
  ['校长 周颖', '周颖', '校长'],
  ['县长周颖', '周颖', '县长'],
  ['县委副书记、县长周颖', '周颖', '县委副书记、县长'],
  ['周颖（县长）', '周颖', '县长'],
  ['海河县交通局局长　周　颖', '周颖', '海河县交通局局长'],
  ['主讲人：周颖（党委书记）', '周颖', '党委书记'],
  ['讲话人：县长 周颖', '周颖', '县长'],
  // Of a surname that is none of the commonest.
  ['县长　牧大山', '牧大山', '县长'],
];
for (const [line, name, post] of holders) {
  test(`who speaks in what post: ${line}`, () => {
    const { outline } = parseSpeech({ text: `在全县交通工作会议上的讲话\n${line}\n${body}`, hints: [], layout: 'lines' }, 'a.txt');
    const [speech] = outline.articles;
    assert.deepEqual([speech?.title, speech?.speaker, speech?.authors], ['在全县交通工作会议上的讲话', name, [{ name, post }]]);
    assert.deepEqual(outline.problems, []);
  });
}

test('a post below the speech is told as well; one without a name and a name without a post are of no author', () => {
  const authors = (above: string, below: string): unknown => parseSpeech({ text: `在全县交通工作会议上的讲话${above}\n${body}${below}`, hints: [], layout: 'lines' }, 'a.txt').outline.articles[0]?.authors;
  assert.deepEqual(authors('', '\n县长 周颖\n2024年3月21日'), [{ name: '周颖', post: '县长' }]);
  assert.deepEqual(authors('\n周颖', ''), []);
  assert.deepEqual(authors('\n记者 周颖', ''), []);
});

test('labels that stand together below a title on a page are the text’s, whichever names who speaks', () => {
  const lines = ['标题：关于2024年秋季学期工作的讲话', '时间：2024年8月26日下午', '地点：学校大礼堂', '主讲人：周颖（党委书记）', '', '各位老师：', '新学期开始了。我说几件事。', '（一）抓教学', '课堂是主阵地。', '（二）抓安全', '安全是底线。'];
  const text = lines.join('\n');
  const { outline } = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  assert.equal(outline.articles[0]?.date, '2024-08-26');
  assert.deepEqual(outline.problems, []);
  assert.ok(!isOwnLabel(['时间：2024年8月26日', '来源：某某网', '主讲人：周颖'], 0));
});

test('organisations above a title are no part of it, but one may be its first line', () => {
  const read = (above: string): unknown => {
    const { outline } = parseSpeech({ text: `${above}\n${body}`, hints: [], layout: 'lines' }, 'a.txt');
    return [outline.articles[0]?.title, outline.articles[0]?.organisation];
  };
  assert.deepEqual(read('中共海河县委宣传部　海河县交通局\n\n修好致富路\n——在全县交通工作会议上的讲话\n\n海河县人民政府副县长　周颖'), ['修好致富路', '海河县人民政府']);
  assert.deepEqual(read('中共海河县委宣传部　海河县交通局\n\n修好致富路　走稳振兴路\n——在全县交通工作会议上的讲话'), ['修好致富路 走稳振兴路', null]);
  assert.deepEqual(read('海河县交通局\n修好致富路　走稳振兴路\n——在全县交通工作会议上的讲话'), ['修好致富路 走稳振兴路', '海河县交通局']);
  assert.deepEqual(read('海河县交通局\n2023年工作总结'), ['海河县交通局 2023年工作总结', '海河县交通局']);
});

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
  ['在全市交通工作会议上的讲话\n中共海河县委书记　周颖', '', '中共海河县委'],
  ['在全市交通工作会议上的讲话\n远路机械有限公司董事长　周颖', '', '远路机械有限公司'],
  ['在全市交通工作会议上的讲话\n海河县人民政府副县长　周颖', '', '海河县人民政府'],
  ['在全市交通工作会议上的讲话\n海河集团党委书记　周颖', '', '海河集团'],
  ['在海河县人民法院总结会上的讲话\n海河县委副书记　周颖', '', '海河县人民法院'],
  ['在全市交通工作会议上的讲话\n海河县县长　周颖', '', null],
  ['在全市交通工作会议上的讲话\n班子全局长　周颖', '', null],
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
