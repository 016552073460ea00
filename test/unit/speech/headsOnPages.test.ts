import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** What saved pages, scripts of hosts and copied documents do to heads. */

function flatten(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
}

function headsOf(text: string): string[] {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

const body = '各村要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声，说不清的账一律重算。';
const more = '水利站每个月把渠段走一遍，哪里漏、哪里堵、哪里要换闸门，都写在牌子上，让过路的人也看得见，村里的人更要看得见。';
const title = '在全镇灌溉工作会上的讲话';
const opening = '同志们：今天把大家请来，是要把今年的灌溉再对一对表。';

test('a text cut short behind its first head, without line breaks', () => {
  assert.deepEqual(headsOf(`${title}${opening}下面，我讲三点意见。一、守住耕地这条红线党的二十大以来，镇里的稻田多了两成。${body}${more}${body}`), ['1 一、 守住耕地这条红线']);
  assert.deepEqual(headsOf(`${title}${opening}下面，我讲三点意见。一、守住耕地。${body}${more}${body}`), ['1 一、 守住耕地']);
  assert.deepEqual(headsOf(`${title}${opening}一、充分肯定去年的工作成绩（一）渠道修得快了过去一年，全镇修渠四十里。${body}${more}（二）水费收得齐了${more}${body}`), ['1 一、 充分肯定去年的工作成绩', '2 （一） 渠道修得快了', '2 （二） 水费收得齐了']);
  assert.deepEqual(headsOf(`${title}${opening}${body}一、二季度的水要省着用。${more}${body}`), []);
});

test('a title below a lead heads nothing, and neither does a speaker without a name', () => {
  const lead = '灌溉季就要到了，这里有一篇讲话供大家参考，格式和分寸都可以借鉴。';
  const parts = ['一、守住耕地', `${body}第一遍。`, '二、管好水闸', `${more}第二遍。`];
  const wanted = ['1 一、 守住耕地', '1 二、 管好水闸'];
  assert.deepEqual(headsOf([lead, '在全镇灌溉工作动员会上的表态讲话', '同志们：', `${body}${more}`, ...parts].join('\n')), wanted);
  assert.deepEqual(headsOf([lead, '在全镇灌溉工作会上的讲话', '镇党委书记、镇长 XXX', '同志们：', `${body}${more}`, ...parts].join('\n')), wanted);
});

test('short lines below heads with numbers, and numbers that a space parts from their heads', () => {
  const text = (marks: readonly string[]): string =>
    [title, '同志们：', opening, `${marks[0] ?? ''}把水管好`, '修渠', `${body}修渠的账。`, '换闸', `${more}换闸的账。`, '清淤', `${body}${more}清淤的账。`, `${marks[1] ?? ''}把账算清`, `${more}${body}`].join('\n');
  assert.deepEqual(headsOf(text(['一、', '二、'])), ['1 一、 把水管好', '2 - 修渠', '2 - 换闸', '2 - 清淤', '1 二、 把账算清']);
  assert.deepEqual(headsOf(text(['壹 ', '贰 '])), ['1 壹 把水管好', '2 - 修渠', '2 - 换闸', '2 - 清淤', '1 贰 把账算清']);
});

test('a line that ends as other heads do is a head above a short paragraph too', () => {
  const lines = ['渠底薄弱的局面没有改变', `${body}渠底的事。`, '闸门老旧的局面没有改变', `${more}闸门的事。`, '账目混乱的局面没有改变', '有的村三年没有对过一次账。', '这些都是要改的地方', '大家心里都要有数。'];
  assert.deepEqual(headsOf([title, '同志们：', opening, ...lines].join('\n')), ['1 - 渠底薄弱的局面没有改变', '1 - 闸门老旧的局面没有改变', '1 - 账目混乱的局面没有改变']);
});

test('one line between empty lines stands alone, whatever the next begins with', () => {
  const lines = ['第一，修渠', body, '抓清淤，把渠底挖出来', `与邻镇一道，把三十里渠底挖了两遍。${more}`, '抓换闸，把水口管起来', `${body}${more}`, '第二，算账', more];
  assert.deepEqual(headsOf([title, '同志们：', opening, ...lines].join('\n\n')), ['1 第一， 修渠', '2 - 抓清淤，把渠底挖出来', '2 - 抓换闸，把水口管起来', '1 第二， 算账']);
});

test('最后 ends what 首先， begins and 第四， goes on', () => {
  const parts = ['首先，修好渠', '其次，换好闸', '再次，清好淤', '第四，算好账', '最后，护好林'].map((head, index) => `${head}。${index % 2 === 0 ? body : more}第${String(index)}年。`);
  assert.deepEqual(headsOf([title, '同志们：', opening, ...parts].join('\n')), ['1 首先， 修好渠', '1 其次， 换好闸', '1 再次， 清好淤', '1 第四， 算好账', '1 最后， 护好林']);
});

test('a body that begins with the words of its head', () => {
  const wanted = ['1 一、 过去五年灌溉工作回顾', '1 二、 今后五年灌溉工作打算', '1 三、 加强党的领导'];
  const parts = [`一、过去五年灌溉工作回顾过去五年，全镇上下一条心，修了四十里渠。${body}`, `二、今后五年灌溉工作打算今后五年，是全镇把水用好的五年。${body}`, `三、加强党的领导加强党的领导，是办好一切事情的根本。${body}`];
  assert.deepEqual(headsOf(`${title}\n同志们：\n${opening}\n${parts.join('\n')}`), wanted);
  assert.deepEqual(headsOf(`${title}${opening}${parts.join('')}`), wanted);
  assert.deepEqual(headsOf(`${title}${opening}一、过去五年过去五年，全镇修了四十里渠。${body}${more}二、今后五年今后五年，还要再修四十里。${body}${more}`), ['1 一、 过去五年', '1 二、 今后五年']);
});

test('a head, a space, the body', () => {
  for (const gap of [' ', '　　']) {
    for (const [first, second] of [['一、', '二、'], ['1. ', '2. ']] as const) {
      const parts = [`${first}认清形势${gap}去年入夏以来，上游来水少了三成。${body}`, `${second}抓住重点${gap}清淤、包段、放水，三件事要一件一件办。${more}`];
      const wanted = [`1 ${first.trim()} 认清形势`, `1 ${second.trim()} 抓住重点`];
      assert.deepEqual(headsOf(`${title}\n同志们：\n${opening}\n${parts.join('\n')}`), wanted);
      if (first === '一、') assert.deepEqual(headsOf(`${title}${opening}${parts.join('')}`), wanted);
    }
  }
});

test('what a host announces is no head', () => {
  const agenda = ['今天的会议共有三项议程：', '一、水利站通报情况', '二、三个村作交流发言', '三、镇长讲话'];
  const script = ['会议进行第一项', `下面请水利站站长通报去年的灌溉情况，听完以后各村要对号入座。${body}`, '会议进行第二项', `请东渠村、西渠村依次发言。${more}`, '会议进行第三项', `请镇长讲话，大家欢迎。${body}`];
  assert.deepEqual(headsOf(['全镇灌溉工作会议主持词', '同志们：', '现在开会。', ...agenda, ...script].join('\n')), []);
  assert.deepEqual(headsOf(`全镇灌溉工作会议主持词同志们：现在开会。会议有三项议程：一、请水利站通报去年的灌溉情况；二、请三个村的支书作交流发言；三、请镇长讲话。下面进行第一项。${body}${more}${body}`), []);
});

test('a table of contents above the text', () => {
  const text = ['一、认清形势', body, more, '二、抓住重点', '（一）清淤', more, '（二）包段', body, '三、加强领导', body];
  const wanted = ['1 一、 认清形势', '1 二、 抓住重点', '2 （一） 清淤', '2 （二） 包段', '1 三、 加强领导'];
  const start = [title, '目　录'];
  assert.deepEqual(headsOf([...start, '一、认清形势', '二、抓住重点', '（一）清淤', '（二）包段', '三、加强领导', '同志们：', opening, ...text].join('\n')), wanted);
  assert.deepEqual(headsOf([...start, '一、认清形势……1', '二、抓住重点……3', '三、加强领导……（5）', '同志们：', opening, ...text].join('\n')), wanted);
  // Heads alone are an outline, not a table of contents.
  assert.deepEqual(headsOf(['提纲', '一、认清形势', '二、抓住重点', '（一）清淤', '（二）包段', '三、加强领导'].join('\n')), wanted);
});

test('a head without a number above the line of who spoke', () => {
  const text = [`${title}`, opening, '让水走得快些', '（东渠村 王大山）', `${body}${more}`, body, '让田吃得饱些', '西渠村支书 李小河', `${more}${body}`, more];
  assert.deepEqual(headsOf(text.join('\n')), ['1 - 让水走得快些', '1 - 让田吃得饱些']);
});

test('a head without a number that a colon parts in two; labels and names before a colon are none', () => {
  const lines = ['把渠修到田头——在全镇灌溉工作会上的讲话', '同志们：', body, '渠边的老牌子：名字刻上去就要对得起水', `${body}${more}`, more, '会议地点：东渠村水利站二楼会议室', body, '老周：我在渠边住了一辈子没见过这么旺的水', body, '合上这本老账：往后的日子要一段一段地修', `${more}${body}`];
  assert.deepEqual(headsOf(lines.join('\n')), ['1 - 渠边的老牌子：名字刻上去就要对得起水', '1 - 合上这本老账：往后的日子要一段一段地修']);
});
