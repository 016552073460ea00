import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCoverLetter } from '../../../src/core/speech/coverLetter.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const letter = ['中共芦滩县委办公室', '芦办发〔2016〕31号', '关于印发陶副书记在圩堤加固会上讲话的通知', '各圩区党委，县直各单位：', '现将陶副书记在圩堤加固会上的讲话印发给你们，请结合实际，认真抓好落实。', '芦滩县委办公室', '2016年10月9日'];
const speech = ['在圩堤加固会上的讲话', '陶立冬', '同志们：', '汛期刚过，水退下去了，堤上的裂缝露了出来，今天就站在堤上开这个会，边走边说。', '一、土要夯实', '去年填的土是干的，一踩一个坑，今年每一层都要浇水，浇透了再夯，夯完了拿锥子试。'];

test('the letter under whose cover a speech was sent round goes, the speech and its title stay', () => {
  assert.equal(findCoverLetter([...letter, ...speech]), letter.length);
  assert.equal(parseSpeech({ text: [...letter, ...speech].join('\n'), hints: [], layout: 'lines' }, 'a.txt').text, speech.join('\n'));
  assert.equal(findCoverLetter([...letter.slice(3, 5), ...speech]), 2);
});

test('so does what a society writes to its members above it', () => {
  assert.equal(findCoverLetter(['各位理事：', '现把陶会长在年会上的讲话发给没有到会的同志，地名有错的请包涵。', ...speech]), 2);
});

test('a speech among others that mentions one stays', () => {
  const host = ['主持词', '同志们：', '今天这个会开得很好，几位同志讲得实在，听的同志记得认真，堤上的事就是要这样一段一段地讲清楚、一件一件地落下去、办完了再回来说。', '会后现将陶副书记的讲话印发给你们。', '散会。'];
  assert.equal(findCoverLetter([...host, ...speech]), 0);
});

test('a speech that says so itself, and a letter without a speech below, stay', () => {
  assert.equal(findCoverLetter([...speech, '会后办公室现将这次会议的讲话印发给你们，回去照着做。', '散会。']), 0);
  assert.equal(findCoverLetter(letter), 0);
  assert.equal(findCoverLetter(['现将圩堤加固的讲话印发给你们。', '这是一段很长的话，它既不是落款也不是日期，读起来像是正文里的一段，所以上面的话不能当作一封来信。', ...speech]), 0);
});
