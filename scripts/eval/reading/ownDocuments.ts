import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outline, Section } from '../../../src/core/contracts.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';
import * as damage from './damage.ts';
import type { CleanLine, DamagedPiece, Site } from './damage.ts';
import { headsOf, normalise, type Head } from './goldOutline.ts';
import * as numbering from './numbering.ts';
import { heldOutSpeeches, tuningSpeeches } from './speeches.ts';
import { heldOutSites, lastSites, secondSites, surveyedSites, tuningSites, unseenSites } from './sites.ts';

/** A damaged document with all that is known about it. */
export interface OwnDocument {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly text: string;
  /** Half-open spans of what was put in. */
  readonly added: readonly { start: number; end: number }[];
  /** Lines that hold nothing but the title: where it stands more than once, which one goes is all one. */
  readonly titles: readonly { start: number; end: number }[];
  readonly heads: readonly Head[];
  /** First sentences that the reader takes for heads, though the speech does not mark them: neither wanted nor wrong. */
  readonly runIns: ReadonlySet<string>;
}

/** Damages speeches of the corpus: each held-out one in every way, each of the others in six. */
export async function makeOwnDocuments(directory: string, heldOut: boolean): Promise<OwnDocument[]> {
  const chosen = heldOut ? heldOutSpeeches(directory) : tuningSpeeches(directory);
  const documents: OwnDocument[] = [];
  for (const [index, name] of chosen.entries()) {
    const { outline, text } = await readDocument(readFileSync(join(directory, name)), name);
    for (let round = 0; round < (heldOut ? wayCount : 6); round += 1) documents.push(damageOne({ name, index, round, outline, text, heldOut }));
  }
  return documents;
}

interface Case {
  readonly name: string;
  readonly index: number;
  readonly round: number;
  readonly outline: Outline;
  readonly text: string;
  readonly heldOut: boolean;
}

/** How many ways there are; a number that shares no factor with the step from round to round, so that all are met. */
const wayCount = 21;

const furniture = [
  { head: '某市科协全委会议材料', number: (page: number) => `- ${page} -` },
  { head: '内部资料　注意保存', number: (page: number) => `第 ${page} 页` },
] as const;

function damageOne({ name, index, round, outline, text, heldOut }: Case): OwnDocument {
  const random = damage.seeded((heldOut ? 7000 : 1000) + index * 3 + round);
  const sites: readonly [Site, ...Site[]] = heldOut ? lastSites : [...tuningSites, ...secondSites, ...surveyedSites, ...heldOutSites, ...unseenSites];
  const site = damage.pick(random, sites);
  const title = outline.articles[0]?.title ?? '';
  const lines = linesOf(outline, text);
  const ways: readonly (readonly [string, () => DamagedPiece[]])[] = [
    ['run-on', () => damage.runOn(lines)],
    ['preview', () => damage.preview(lines, random)],
    ['wrapped', () => damage.wrapped(lines, 36, true)],
    ['printed pages', () => damage.printed(lines, random, furniture[heldOut ? 1 : 0])],
    ['fragments', () => damage.fragments(lines, random)],
    ['wrapped, empty lines', () => damage.wrapped(lines, 40, false)],
    ['plain', () => damage.plainLines(lines)],
    ['glued heads', () => damage.gluedHeads(lines)],
    ['spaces', () => damage.spaced(lines, index % 2 === 0 ? ' ' : '　　')],
    ['preview with lines', () => damage.previewWithLines(lines, random)],
    ['narrow', () => damage.narrow(lines, 18 + (index % 6))],
    ['thirty characters', () => damage.narrow(lines, 30)],
    ['page marks in heads', () => numbering.markedHeads(lines)],
    ['wrong marks', () => damage.plainLines(numbering.renumbered(lines, damage.pick(random, numbering.wrongMarks)))],
    ['bare numbers', () => damage.plainLines(numbering.renumbered(lines, damage.pick(random, numbering.bareNumbers)))],
    ['other numbers', () => damage.plainLines(numbering.renumbered(lines, damage.pick(random, numbering.otherNumbers)))],
    ['miscounted', () => damage.plainLines(numbering.miscounted(lines, random))],
    ['bold', () => numbering.bold(lines)],
    ['closed by a colon', () => numbering.closedBy(lines, '：', index % 2 === 0)],
    ['closed by a stop', () => numbering.closedBy(lines, '。', index % 2 === 0)],
    ['run-on, other numbers', () => damage.runOn(numbering.renumbered(lines, damage.pick(random, [...numbering.wrongMarks, ...numbering.otherNumbers])))],
  ];
  const [way, apply] = ways[(index + round * 4) % ways.length] ?? ['plain', () => damage.plainLines(lines)];
  const kinds = [way];
  let pieces = apply();
  const also = (kind: string, chance: number, change: () => DamagedPiece[]): void => {
    if (random() >= chance) return;
    kinds.push(kind);
    pieces = change();
  };
  // Taking figures out would take the numbers of the heads.
  also('redacted', way.endsWith('other numbers') ? 0 : 0.6, () => damage.map(pieces, (part) => damage.redacted(part, random)));
  also('half-width', 0.5, () => damage.map(pieces, damage.halfWidth));
  also('advertisement', 0.25, () => [...pieces, { text: site.advertisement, added: true }]);
  also('invisible', 0.2, () => damage.strewn(pieces, random));
  also('site', 0.7, () => damage.onSite(pieces, site, title));
  const added: { start: number; end: number }[] = [];
  let whole = '';
  for (const piece of pieces) {
    if (piece.added) added.push({ start: whole.length, end: whole.length + piece.text.length });
    whole += piece.text;
  }
  const wide = kinds.includes('redacted');
  const runIns = new Set(outline.articles.flatMap(({ sections }) => runInsOf(sections, text)));
  const heads = headsOf(outline).filter((head) => (!wide || !/[〔\d]/.test(head.heading)) && !runIns.has(normalise(head.heading)));
  return { name, kinds, text: whole, added, titles: linesThatAre(whole, [title, lines[0]?.text ?? '']), heads, runIns };
}

export function linesThatAre(text: string, titles: readonly string[]): { start: number; end: number }[] {
  const known = new Set(titles.map(foldTitle));
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '' && known.has(foldTitle(line.replace(/^\d{1,2}、|[（(]精选文档[)）]$/gu, '')))) found.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}

/** A head without a number that has its body behind it in its line. */
export function opensParagraph({ ordinal, heading, span }: Section, text: string): boolean {
  return ordinal === null && lineAt(text, span.start).length > heading.length + 8;
}

export function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

function runInsOf(sections: readonly Section[], text: string): string[] {
  return sections.flatMap((section) => [...(opensParagraph(section, text) ? [normalise(section.heading)] : []), ...runInsOf(section.sections, text)]);
}

/** The speech's lines in their order, each with what it is. */
export function linesOf(outline: Outline, text: string): CleanLine[] {
  const heads = new Set<number>();
  const walk = (sections: readonly Section[]): void => {
    for (const section of sections) {
      if (!opensParagraph(section, text)) heads.add(section.span.start);
      walk(section.sections);
    }
  };
  walk(outline.articles[0]?.sections ?? []);
  let offset = 0;
  return text.split('\n').map((line, index) => {
    const start = offset;
    offset += line.length + 1;
    const kind = index === 0 ? 'title' : heads.has(start) ? 'head' : /们[：:！]$/.test(line) && index < 3 ? 'address' : 'body';
    return { kind, text: line };
  });
}

/** A title as it can be told from others whatever was done to its marks, numbers and placeholders. */
function foldTitle(title: string): string {
  return damage.halfWidth(title).replace(/〔[^〕]*〕|[\d*×Xx\s\u200b-\u200f\ufeff\u00ad]/gu, '');
}
