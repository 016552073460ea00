import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function headsOf(lines: readonly string[]): string[] {
  const flatten = (sections: readonly Section[]): string[] => sections.flatMap((section) => [section.heading, ...flatten(section.sections)]);
  return parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

/** A text broken at twenty characters, the first line of each paragraph indented by `indent`. */
function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += 20) lines.push((at === 0 ? indent : '') + text.slice(at, at + 20));
  return lines;
}

const bodies = [
  '渠口的锁生了锈，开一次要敲半天，水来了人还在找钥匙，五月以前全部换成新的，钥匙一式两把，一把挂在村部的墙上。',
  '渠底有三道裂缝，走一里路要漏掉两成水，裂缝在冬天补，工钱由镇里先垫，不要等到用水的时候再吵，误了谁家都不好。',
  '水账两年没有对上，两个村的人见了面都不说话，从今年起一月一对，对完了两边都签字，贴在村口给大家看，有错当场改。',
  '护渠的都是上了年纪的老把式，腿脚慢，眼睛也花了，今年每个村配一个年轻人跟着走，学会了再换班，工分照着算。',
] as const;

function speech(indent: string): string[] {
  return [
    '在全镇灌溉工作会上的讲话', '同志们：', ...wrap(bodies[3], indent),
    `${indent}一、把渠口看得住，开春以前`, '锁都换成新的', ...wrap(bodies[0], indent),
    `${indent}二、把渠底补得好，一条裂缝`, '也不留到夏天', ...wrap(bodies[1], indent),
    `${indent}三、把水账对得上`, ...wrap(bodies[2], indent),
  ];
}

test('heads broken at a width of their own go on below', () => {
  for (const indent of ['', '　　']) {
    assert.deepEqual(headsOf(speech(indent)), ['把渠口看得住，开春以前锁都换成新的', '把渠底补得好，一条裂缝也不留到夏天', '把水账对得上'], indent);
  }
});

test('what stands alike below each head does not go on with it', () => {
  const heads = headsOf(speech('').map((line) => (line === '也不留到夏天' ? '锁都换成新的' : line)));
  assert.equal(heads.includes('把渠口看得住，开春以前锁都换成新的'), false);
});
