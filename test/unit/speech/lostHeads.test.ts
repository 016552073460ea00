import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

test('items of a list that end with semicolons are no heads with a paragraph glued to them', () => {
  const items = ['扩大开放的政策一项一项落到企业车间和田间地头让办事的人少跑一趟路', '把闲下来的厂房改成孩子们放学以后能去的实验室和图书角供全城使用', '请老师傅带着年轻人把几十年攒下的手艺一样一样写成能照着做的册子'];
  const text = ['通知如下：', ...items.map((item, index) => `${String(index + 1)}.${item}${index === 2 ? '。' : '；'}`)].join('\n');
  const { outline } = parseSpeech({ text, hints: [], layout: 'lines' }, '通知.txt', {});
  const article = outline.articles[0];
  const heads = article?.sections.map(({ heading }) => heading) ?? [];
  const whole = [...heads, ...(article?.paragraphs ?? []).map((paragraph) => paragraph.text)];
  for (const item of items) assert.ok(whole.some((each) => each.includes(item)), item);
});

test('what a law counts out within its articles is no head, however it is worded', () => {
  const articles = ['第一条', '第二条', '第三条', '第四条', '第五条', '第六条'].flatMap((ordinal, place) => [
    `${ordinal}　本站的展品由管理员每${String(place + 2)}天检查一次，检查结果记入台账，保存三年。`,
    '（一）站里的管理员有证据证明展品被人故意损坏，损坏的人拒不赔偿的，站里可以向镇上申请调解，调解不成的再向法院起诉。',
    '（二）镇上的学校经过站里批准借用展品，到期没有归还的，站里应当先书面催还，催还以后仍不归还的由镇里收回。',
    '（三）各村的志愿者参加讲解满一百小时，表现突出的，由站里发给证书，并在下一年度的培训中优先安排名额。',
  ]);
  const { outline } = parseSpeech({ text: ['科普站管理办法', ...articles].join('\n'), hints: [], layout: 'lines' }, '办法.txt', {});
  const heads: string[] = [];
  const walk = (sections: (typeof outline.articles)[number]['sections']): void => {
    for (const { heading, sections: below } of sections) {
      heads.push(heading);
      walk(below);
    }
  };
  outline.articles.forEach(({ sections }) => walk(sections));
  // A whole item may stand as one; a part of it may not.
  assert.deepEqual(heads.filter((heading) => !articles.some((line) => line.includes(`）${heading}。`))), []);
});

test('what is attached is listed below the text, and headed nowhere', () => {
  const text = '关于做好暑期水域安全工作的通知\n各村：\n一、加强巡查\n各村要每天巡查两次，发现隐患及时上报，不得拖延，不得漏报。\n二、做好家访\n各校要在放假前完成一次家访，把安全提示讲到每一位家长，做到不漏一户。\n附件：1.家访登记表\n      2.水域台账\n      3.值班安排';
  const { outline } = parseSpeech({ text, hints: [], layout: 'lines' }, '通知.txt', {});
  assert.deepEqual(outline.articles[0]?.sections.map(({ heading, sections }) => [heading, sections.length]), [['加强巡查', 0], ['做好家访', 0]]);
});
