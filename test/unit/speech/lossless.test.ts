import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** Removals and notes: only these codes say that text is gone. */
const removals = new Set(['site-chrome', 'licence', 'advertisement', 'page-marker', 'page-furniture', 'doubled-title', 'invisible', 'markup', 'hyphen']);

/** Every character of the source, white space aside, is in the clean text or in a reported removal; none is in both. */
function checkLossless(text: string): void {
  const parsed = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  const removed = new Uint8Array(text.length);
  for (const { code, span, space } of parsed.outline.problems) {
    if (space === 'source' && removals.has(code)) removed.fill(1, span.start, span.end);
  }
  const counts = new Map<string, number>();
  const count = (characters: string, by: number): void => {
    for (const character of characters.replace(/\s/gu, '')) counts.set(character, (counts.get(character) ?? 0) + by);
  };
  let left = '';
  for (let at = 0; at < text.length; at += 1) if (removed[at] === 0) left += text.charAt(at);
  count(left, 1);
  count(parsed.text, -1);
  for (const [character, difference] of counts) assert.equal(difference, 0, `${JSON.stringify(character)}: ${difference}`);
  const walk = (section: Section): void => {
    assert.ok(parsed.text.slice(section.span.start, section.span.end).startsWith(section.ordinal ?? ''));
    for (const paragraph of section.paragraphs) {
      assert.equal(parsed.text.slice(paragraph.span.start, paragraph.span.end), paragraph.text);
      for (const { span } of paragraph.placeholders) assert.ok(span.start >= paragraph.span.start && span.end <= paragraph.span.end);
    }
    for (const child of section.sections) {
      assert.equal(child.level, section.level + 1);
      assert.ok(child.span.start >= section.span.start && child.span.end <= section.span.end);
      walk(child);
    }
  };
  for (const speech of parsed.outline.articles) speech.sections.forEach(walk);
  for (let offset = 0; offset < parsed.text.length; offset += 97) {
    const unit = parsed.text.charAt(offset);
    if (!/\s/u.test(unit)) assert.equal(text.charAt(parsed.sourceOffset(offset)), unit);
  }
}

const words = [
  '同志们：', '各位代表！', '一、', '二、', '（一）', '（二）', '1.', '2、', '第一，', '第二，', '一是', '二是', '一要', '首先，', '其次，',
  '提升服务能力', '打造科技之家', '当前', '我们要把工作做细', '，', '。', '；', '“', '”', '《', '》', '\n', '\n\n', '　　', ' ', '\u200b', '\ufeff', '\r\n', '\t',
  '**', 'XX市', '〔市名〕', '下载 相关 举报', '版权所有', '- 3 -', '第3页', '4', '关注公众号', '领取资料包', '免费', '张三 某某市科协党组书记', '王大山', '（作者系某县科协主席）', '文/李敏', '主讲人：王大山', '2024年5月30日', '（根据录音整理）', '阅读全文', '上一篇：没有了', '首页 > 讲话 > 正文', '查看更多>>', '（全文共80字，会员可阅读）', 'www.example.com', '谢谢大家！', '在会上的讲话', '𠮷',
];
const document = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) }), { maxLength: 120 }).map((parts) => parts.join(''));

test('no character is lost or doubled, and spans hold, on made-up documents', () => {
  fc.assert(fc.property(document, checkLossless), { numRuns: 600 });
});

test('of two stretches that overlap both are told as removed: an address within a bracket of the page', () => {
  const body = '同志们，今天我们开会，研究明年的工作。大家要把心思放在干事上。';
  checkLossless(`（见www.example.com范文大全关注公众号扫码下载全文，点击下方卡片关注我们）同志们，今天我们开会。\n${body}`);
  checkLossless(`（点击关注我们公众号www.example.com扫码下载完整范文）\n${body}`);
});

const data = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
for (const folder of ['messy', 'work-reports']) {
  const here = existsSync(join(data, folder));
  test(`no character is lost or doubled in ${folder}`, { skip: here ? false : `../shared/data/${folder} is not here` }, () => {
    for (const name of readdirSync(join(data, folder))) checkLossless(readFileSync(join(data, folder, name), 'utf8'));
  });
}
