import { countHan } from '../text/han.ts';
import type { DraftIssue } from './draftIssue.ts';

/**
 * Small words that never stand twice in a row, with the places where two of them meet rightly: 目的的, 为了了解, 实事求是是,
 * 和和美美. Others meet too often to be told (参与与, 学会会员, 重要要素).
 */
const smallWords =
  /(?<!目)的的(?!确)|(?<![除为进罢])了了(?![解结事却然])|(?<![总饱温调缓])和和(?![美气平谐睦])|(?<![实存所现内潜自])在在|(?<![求于正但就国])是是(?![非否])|而而|或或|这这|那那|你你|(?<!首)都都(?!市)|(?<!自)我我|(?<!给|赋|授|参)与与(?!会)|(?<![需首必重主只还都更正也就纪摘提概简扼紧险])要要(?![求素害点务领闻件塞道略旨犯])/gu;

/** Words of two and more characters that nobody doubles for emphasis. */
const doubledWords =
  /((?<=我)代表|会员|强调|指出|取得|要求|我们|他们|你们|这个|那个|以及|并且|而且|但是|所以|因为|如果|对于|关于|根据|按照|为了|通过|进行|加强|推进|推动|坚持|加快|全面|同时|必须|应当|可以|能够|已经|正在|认真|切实|不断|继续|大力|深入|积极|着力|努力|我国|我省|我市|我县|全国|全省|全市|全县|工作|发展|建设|服务)\1(?!\1)(?!再)/gu;

/** Three and more characters twice in a row. 一个阶段一个阶段, 很紧很紧 and 给多少给多少 are good Chinese. */
const doubledStretch = /((?![一二三四五六七八九十百千万两几半很真最更越再快慢好])\p{Script=Han}{3,20})\1/gu;

/** A whole clause twice in a row. */
const doubledClause = /(?<=^|[，。；：！？\n])([^，。；：！？、\s〔〕]{5,40})[，；。]\1(?=[，。；！？])/gu;

/** Fewest Chinese characters of a paragraph that cannot stand twice by design, and of such a sentence. */
const longParagraph = 25;
const longSentence = 24;

/** Words, clauses, sentences and paragraphs that stand twice, as they do after cutting and pasting. */
export function checkRepetition(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  for (const pattern of [smallWords, doubledWords, doubledStretch, doubledClause]) {
    for (const match of prose.matchAll(pattern)) {
      const [twice] = match;
      const once = match[1] ?? twice.slice(0, twice.length / 2);
      const start = match.index;
      if (pattern === doubledStretch && /[多少什么谁哪几]/u.test(once)) continue;
      if (issues.some((issue) => issue.start < start + twice.length && start < issue.end)) continue;
      const fixes = [{ title: `只留一个“${shortened(once)}”`, newText: once }];
      const message = `“${shortened(once)}”重复了。`;
      issues.push({ code: 'doubled-word', message, severity: 'warning', start, end: start + twice.length, fixes });
    }
  }
  return [...issues, ...repeatedParagraphs(prose)];
}

function repeatedParagraphs(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  const paragraphs = new Map<string, number>();
  const sentences = new Map<string, number>();
  let offset = 0;
  prose.split('\n').forEach((line, index) => {
    const paragraph = line.trim();
    const start = offset + line.indexOf(paragraph);
    offset += line.length + 1;
    if (countHan(paragraph) < longSentence) return;
    const earlier = paragraphs.get(paragraph);
    if (earlier !== undefined && countHan(paragraph) >= longParagraph) {
      const message = `这一段与第${String(earlier)}行完全相同。`;
      issues.push({ code: 'repeated', message, severity: 'warning', start, end: start + paragraph.length, fixes: [] });
      return;
    }
    paragraphs.set(paragraph, index + 1);
    for (const match of paragraph.matchAll(/[^。！？]+[。！？]/gu)) {
      const [sentence] = match;
      if (countHan(sentence) < longSentence) continue;
      const before = sentences.get(sentence);
      if (before === undefined) {
        sentences.set(sentence, index + 1);
        continue;
      }
      const place = { start: start + match.index, end: start + match.index + sentence.length };
      issues.push({ code: 'repeated', message: `这一句与第${String(before)}行的一句完全相同。`, severity: 'information', ...place, fixes: [] });
    }
  });
  return issues;
}

function shortened(text: string): string {
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}
