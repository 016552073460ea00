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
