import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';
import { pick, seeded, type Random } from './damage.ts';
import { heldOutSpeeches, tuningSpeeches } from './speeches.ts';

/** What a title block says, and `null` for what it does not say. */
export interface Facts {
  readonly title: string;
  readonly occasion: string | null;
  readonly speaker: string | null;
  readonly date: string | null;
}

interface Made {
  readonly text: string;
  readonly facts: Facts;
}

const names = ['王大山', '李敏', '欧阳文静', '赵 刚', '陈国栋', '林秀英', '黄一鸣', '周 颖'] as const;
const posts = ['市科协党组书记、主席', '县委书记', '市科技局局长', '大学党委书记', '集团党委书记、董事长', '省科学技术协会党组成员、副主席'] as const;
const mottos = ['团结奋进开新局 实干担当谱新篇', '让科技之花开遍乡村', '以高水平科普服务高质量发展', '凝心聚力 再创辉煌'] as const;
const meetings = ['全市科协工作会议', '县科协第八次代表大会', '2024年全省科技工作会议', '学习贯彻全会精神专题研讨班结业式', '全国科普日主场活动启动仪式'] as const;

interface Dated {
  readonly written: string;
  readonly iso: string;
}

function makeDate(random: Random): Dated {
  const [year, month, day] = [2015 + Math.floor(random() * 11), 1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const han = (value: number): string => [...String(value)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
  const counted = (value: number): string => (value < 10 ? han(value) : `${value < 20 ? '' : han(Math.floor(value / 10))}十${value % 10 === 0 ? '' : han(value % 10)}`);
  const written = pick(random, [
    `${year}年${month}月${day}日`,
    `${han(year)}年${counted(month)}月${counted(day)}日`,
    `${year}.${month}.${day}`,
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    `${year}年 ${month}月 ${day}日`,
  ]);
  return { written, iso };
}

/** The usual ways to write what stands above, or below, a speech. */
const layouts: readonly ((random: Random, body: string) => Made)[] = [
  (random, body) => {
    const [meeting, name, date] = [pick(random, meetings), pick(random, names), makeDate(random)];
    const title = `在${meeting}上的讲话`;
    return { text: `${title}\n（${date.written}）\n${name}\n${body}`, facts: { title, occasion: meeting, speaker: name, date: date.iso } };
  },
  (random, body) => {
    const [meeting, name, date, motto] = [pick(random, meetings), pick(random, names), makeDate(random), pick(random, mottos)];
    return { text: `${motto}\n——在${meeting}上的讲话\n${name}\n（${date.written}）\n${body}`, facts: { title: motto, occasion: meeting, speaker: name, date: date.iso } };
  },
  (random, body) => {
    const [meeting, name, post, date] = [pick(random, meetings), pick(random, names), pick(random, posts), makeDate(random)];
    const title = `在${meeting}上的讲话`;
    return { text: `${title}\n${post}　　${name}\n（${date.written}）\n${body}`, facts: { title, occasion: meeting, speaker: name, date: date.iso } };
  },
  (random, body) => {
    const [meeting, name, date] = [pick(random, meetings), pick(random, names).replace(' ', ''), makeDate(random)];
    const title = `${name}同志在${meeting}上的讲话`;
    return { text: `${title}\n（根据录音整理）\n（${date.written}）\n${body}`, facts: { title, occasion: meeting, speaker: name, date: date.iso } };
  },
  (random, body) => {
    const [meeting, name, post, date] = [pick(random, meetings), pick(random, names), pick(random, posts), makeDate(random)];
    const title = `在${meeting}上的发言`;
    return { text: `${title}\n${body}\n${post} ${name}\n${date.written}`, facts: { title, occasion: meeting, speaker: name, date: date.iso } };
  },
  (random, body) => {
    const [meeting, name, date] = [pick(random, meetings), pick(random, names), makeDate(random)];
    const title = `在${meeting}上的致辞`;
    return { text: `${title}\n主讲人：${name}\n时间：${date.written}\n地点：市会议中心\n${body}`, facts: { title, occasion: meeting, speaker: name, date: date.iso } };
  },
  (random, body) => {
    const [meeting, name, date, motto] = [pick(random, meetings), pick(random, names), makeDate(random), pick(random, mottos)];
    return { text: `${motto}\n——${name.replace(' ', '')}在${meeting}上的报告\n${date.written}\n${body}`, facts: { title: motto, occasion: meeting, speaker: name, date: date.iso } };
  },
  (random, body) => {
    const [meeting, post] = [pick(random, meetings), pick(random, ['县委书记', '市长', '局党组书记'] as const)];
    const title = `${post}在${meeting}上的讲话`;
    return { text: `${title}\n${body}`, facts: { title, occasion: meeting, speaker: post, date: /^(\d{4})年/u.exec(meeting)?.[1] ?? null } };
  },
  (random, body) => {
    const [meeting, date] = [pick(random, meetings), makeDate(random)];
    const title = `在${meeting}上的讲话提纲`;
    return { text: `${title}\n${date.written}\n\n${body}`, facts: { title, occasion: meeting, speaker: null, date: date.iso } };
  },
  (random, body) => {
    const [name, post, date] = [pick(random, names), pick(random, posts), makeDate(random)];
    const motto = pick(random, mottos);
    return { text: `${motto}\n\n${post} ${name}\n\n${body}\n（${date.written}）`, facts: { title: motto, occasion: null, speaker: name, date: date.iso } };
  },
];

export interface FactScore {
  readonly documents: number;
  /** Documents in which the field is exactly what the title block says. */
  readonly right: Readonly<Record<keyof Facts, number>>;
}

/** Speeches of the corpus under title blocks written in the usual ways, each field compared with what was written. */
export async function measureFacts(directory: string, heldOut: boolean, verbose: boolean): Promise<FactScore> {
  const right = { title: 0, occasion: 0, speaker: 0, date: 0 };
  const chosen = heldOut ? heldOutSpeeches(directory) : tuningSpeeches(directory);
  let documents = 0;
  for (const [index, name] of chosen.entries()) {
    const { text } = await readDocument(readFileSync(join(directory, name)), name);
    const body = text.split('\n').slice(1).join('\n');
    for (let round = 0; round < 2; round += 1) {
      const random = seeded((heldOut ? 3000 : 500) + index * 2 + round);
      const made = (layouts[(index * 2 + round) % layouts.length] ?? layouts[0])?.(random, body);
      if (made === undefined) continue;
      documents += 1;
      const found = parseSpeech({ text: made.text, hints: [], layout: 'lines' }, name).outline.articles[0];
      for (const field of ['title', 'occasion', 'speaker', 'date'] as const) {
        const plain = (value: string | null | undefined): string | null => value?.replace(/\s+/gu, '') ?? null;
        if (plain(found?.[field]) === plain(made.facts[field])) right[field] += 1;
        else if (verbose) console.log(`  ${field}: ${made.facts[field] ?? 'null'} ≠ ${found?.[field] ?? 'null'} | ${made.text.slice(0, 60).replace(/\n/gu, '⏎')} … ${made.text.slice(-24).replace(/\n/gu, '⏎')}`);
      }
    }
  }
  return { documents, right };
}
