import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function headsOf(text: string): string[] {
  const flatten = (sections: readonly Section[]): string[] => sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

const opening = '全镇灌溉工作会上的讲话同志们：今天把大家请来，是要把今年的灌溉再对一对表。';
const body = '各村要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声，说不清的账一律重算。';

test('text without breaks: colons about as far from their ordinals close the heads of a series', () => {
  const items = `一要看得紧：渠口的锁由两个人管，钥匙分开放。${body}二要分得匀：上游下游各开三天闸，水表当众抄。${body}三要收得清：水费一户一张单子，贴在村口。${body}`;
  assert.deepEqual(headsOf(`${opening}${items}`), ['1 一要 看得紧', '1 二要 分得匀', '1 三要 收得清']);
  const brackets = `（一）上游下游，用水要匀：每个闸口派两个人，交接班的时候当面抄表签字。${body}（二）老渠新渠，修渠要早：砌渠的石头上冻以前备齐，不准等到开春再去找料。${body}（三）旱年涝年，记账要清：每开一次闸记一笔，月底由两个村的会计对着念一遍。${body}`;
  assert.deepEqual(headsOf(`${opening}一、几件要紧的事。${body}${brackets}二、管好渠边的人。${body}${body}`), [
    '1 一、 几件要紧的事',
    '2 （一） 上游下游，用水要匀',
    '2 （二） 老渠新渠，修渠要早',
    '2 （三） 旱年涝年，记账要清',
    '1 二、 管好渠边的人',
  ]);
});

test('what a sentence counts with colons and semicolons is a list', () => {
  const list = '要做三件事，一是查：查渠口的锁和钥匙；二是补：补渠底的缝和洞；三是记：记水表的数和日子。';
  assert.deepEqual(headsOf(`${opening}一、看清渠里的账。${body}${list}${body}二、管好渠边的人。${body}${body}`), ['1 一、 看清渠里的账', '1 二、 管好渠边的人']);
});

test('a line that its colon closes goes on below where other paragraphs are indented', () => {
  const paragraphs = [
    '一、几件要紧的事',
    body,
    '（一）上游下游，用水要匀：每个闸口派两个人，交接班的时候当面抄表签字。去年有三回没有签，账到现在还对不上，两个村的人见了面都不说话。',
    '（二）老渠新渠，修渠要早：砌渠的石头上冻以前备齐，不准等到开春再去找料。开春以后家家忙着下种，找人抬石头，比找石头还难，工钱也要贵上一半。',
    '（三）旱年涝年，记账要清：每开一次闸记一笔，月底由两个村的会计对着念一遍。念完了当场签字，一式三份，水利站、村里、管水的人各留一份。',
    '二、管好渠边的人',
    '护渠的都是上了年纪的老把式，腿脚慢，眼睛也花了。今年每个村配一个年轻人跟着走，先学着看水，再学着补渠，三年以后能独当一面。',
  ];
  const lines = paragraphs.flatMap((paragraph) => `　　${paragraph}`.match(/.{1,30}/gu) ?? []);
  assert.deepEqual(headsOf(['全镇灌溉工作会上的讲话', '同志们：', ...lines].join('\n')), ['1 一、 几件要紧的事', '2 （一） 上游下游，用水要匀', '2 （二） 老渠新渠，修渠要早', '2 （三） 旱年涝年，记账要清', '1 二、 管好渠边的人']);
});

test('paragraphs that open with short phrases and colons', () => {
  const lines = [
    '全镇灌溉工作会上的讲话',
    '同志们：',
    '（一）走到渠口去：不准用电话代替到场，不准用微信群代替交班，干部的签到簿就放在闸房里。',
    '（二）走到人家里去：每名下村的干部联系五户，谁家里有老人生病、孩子没人带，要知道、要管。',
    '（三）走到难处前面去：当天发现的问题当天解决，解决不了的，两个钟头之内报到镇里，不得压着不报。',
  ];
  assert.deepEqual(headsOf(lines.join('\n')), ['1 （一） 走到渠口去', '1 （二） 走到人家里去', '1 （三） 走到难处前面去']);
});

test('text without breaks: items of sixty characters below a head have paragraphs of their own', () => {
  const items = `一要包好渠段。三年没有清的渠段还有五处，镇里的干部每人包一处，包清淤、包补缝、包立碑，赶在十二月二十日以前都要见到渠底。二要公开水账。${body}${body}`;
  assert.deepEqual(headsOf(`${opening}一、看清渠里的账。${body}${items}二、管好渠边的人。${body}${body}`), ['1 一、 看清渠里的账', '2 一要 包好渠段', '2 二要 公开水账', '1 二、 管好渠边的人']);
});
