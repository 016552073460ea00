import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function headsOf(text: string): string[] {
  const flatten = (sections: readonly Section[]): string[] => sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

const body = '各渡口要把这件事放在心上，船工一个一个谈到，缆绳一根一根摸过，有毛病的当天换掉，换完了再回来说一声。';
const opening = ['全县渡口安全工作会上的讲话', '同志们：', '汛期快到了，今天把各渡口的同志请来，说几件要紧的事。'];

test('numbers on lines of their own above heads belong to them', () => {
  assert.deepEqual(headsOf([...opening, '一', '看，要看得仔细', body, '二', '查，要查得彻底', body, '三', '改，要改得干脆', body].join('\n\n')), ['1 一 看，要看得仔细', '1 二 查，要查得彻底', '1 三 改，要改得干脆']);
});

test('a column of numbers and names is none', () => {
  assert.deepEqual(headsOf([...opening, body, '一', '东渡口', '二', '西渡口', '三', '南渡口', body].join('\n')).filter((head) => head.includes('一')), []);
});

test('what a speaker counts in heads as numbers do, each measure by itself', () => {
  const line = (text: string): string => `${text}。${body}`;
  assert.deepEqual(headsOf([...opening, line('第一仗，打水底'), line('第二仗，打岸边'), line('第三仗，打夜里')].join('\n')), ['1 第一仗， 打水底', '1 第二仗， 打岸边', '1 第三仗， 打夜里']);
  assert.deepEqual(headsOf([...opening, line('第一把锁是制度'), line('第二把锁是人心')].join('\n')), ['1 第一把锁是 制度', '1 第二把锁是 人心']);
  assert.deepEqual(headsOf([...opening, body, line('第二个原因是船旧'), line('第三条水路是没有的')].join('\n')), []);
});
