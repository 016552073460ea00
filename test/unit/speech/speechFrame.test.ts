import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { findNarrations, findSpeechFrame } from '../../../src/core/speech/speechFrame.ts';

const speech = [
  '街坊们：',
  '去年冬天三号楼的水管冻裂了，半夜两点，是老陆带着两个年轻人下去修的，修到天亮，一口热水都没有喝。',
  '有人问过我，物业费交了到底有什么用。我今天就把账摊开来讲，一笔一笔地讲，讲完了大家来问。',
  '今年我们要把六栋楼的水管全部包上棉套，入冬以前包完，包不完我自己下井去包。',
  '谢谢大家！',
];
const above = '业主大会昨天晚上在小区凉亭里召开，到会的有一百二十多户，会议由社区的小乔主持，物业经理先作了自我介绍，接着讲话。';
const below = '经理讲完以后，几位老人当场提了意见，会议记录由小乔整理，散会时已经九点多了。';

const read = (lines: readonly string[]): string => parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'a.txt').text;

test('a frame lies between whom a speech calls and where it takes leave', () => {
  assert.deepEqual(findSpeechFrame([above, ...speech, below]), { opens: 1, closes: 5 });
  assert.deepEqual(findSpeechFrame([above, '陆经理讲：', ...speech.slice(1, 4)]), { opens: 2, closes: 5 });
  assert.deepEqual(findSpeechFrame(speech.slice(1, 4)), { opens: -1, closes: 3 });
});

test('what somebody else tells around a speech in sentences goes, and is told', () => {
  const text = [above, ...speech, below].join('\n');
  const parsed = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  assert.equal(parsed.text, speech.join('\n'));
  assert.deepEqual(parsed.outline.problems.filter(({ code }) => code === 'site-chrome').map(({ span }) => text.slice(span.start, span.end)), [above, below]);
});

test('a speech in which others speak, that thanks a reporter and takes leave before its last words, stays whole', () => {
  const told = [
    ...speech.slice(0, 3),
    '昨天县里的记者来问我，他说你们这个小区怎么没有人吵架，我说吵过，吵完了一起去修的水管。',
    '散会以后愿意留下的，跟我到地下室看一看那截裂开的管子。',
    ...speech.slice(3),
    '最后还有一句：棉套已经买好了，放在值班室，谁家要先包，明天早上来领。',
  ];
  assert.equal(read(told), told.join('\n'));
});

test('a speaker’s own last words stay, whatever they speak of', () => {
  const own = ['关于入冬前水管保温的讲话', ...speech.slice(1, 4)];
  for (const last of ['会后请各楼的组长留下，把名单交给小乔，整理好了贴到楼道的黑板上。', '记者同志要拍就拍棉套，别拍我。', '那年冬天，老陆从井里爬上来，只说了一句：“通了。”']) assert.equal(read([...own, last]), [...own, last].join('\n'), last);
});

test('what tells of a speech outside it, and remarks in brackets, stand apart from its lines; what tells of it or ends it within, among them', () => {
  const texts = [above, ...speech, below, '棉套已经买好了，放在值班室，谁家要先包，我明天早上去送。'];
  assert.deepEqual(findNarrations(texts).each, ['apart', null, null, null, null, null, 'apart', 'among']);
  const remark = '（说到这里停了一会儿，台下有人递水上来）';
  assert.equal(findNarrations([above, speech[0] ?? '', remark]).each[2], 'apart');
  assert.deepEqual(findNarrations([...speech.slice(0, 4), below, ...speech.slice(2)]).each, [null, null, null, null, 'among', null, null, null]);
  assert.deepEqual(findNarrations(speech.slice(0, 4)).each, [null, 'among', 'among', 'among']);
});

test('who speaks of us, them or people in a short line calls nobody', () => {
  for (const text of ['我们今年一定要把水管包完！', '他们都来了：', '人们都记得：']) assert.equal(findSpeechFrame([above, text, ...speech.slice(1, 4)]).opens, -1, text);
});
