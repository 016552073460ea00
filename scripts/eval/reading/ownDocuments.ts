import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outline, Section } from '../../../src/core/contracts.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';
import * as damage from './damage.ts';
import type { CleanLine, DamagedPiece } from './damage.ts';
import { headsOf, type Head } from './goldOutline.ts';
import { heldOutSpeeches, tuningSpeeches } from './speeches.ts';
import { heldOutSites, secondSites, tuningSites } from './sites.ts';

/** A damaged document with all that is known about it. */
export interface OwnDocument {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly text: string;
  /** Half-open spans of what was put in. */
  readonly added: readonly { start: number; end: number }[];
  readonly heads: readonly Head[];
}

/** Damages speeches of the corpus, each in its own way. */
export async function makeOwnDocuments(directory: string, heldOut: boolean): Promise<OwnDocument[]> {
  const chosen = heldOut ? heldOutSpeeches(directory) : tuningSpeeches(directory);
  const documents: OwnDocument[] = [];
  for (const [index, name] of chosen.entries()) {
    const read = await readDocument(readFileSync(join(directory, name)), name);
    documents.push(damageOne({ name, index: index + (heldOut ? 1 : 0), outline: read.outline, text: read.text, heldOut }));
  }
  return documents;
}

interface Case {
  readonly name: string;
  readonly index: number;
  readonly outline: Outline;
  readonly text: string;
  readonly heldOut: boolean;
}

function damageOne({ name, index, outline, text, heldOut }: Case): OwnDocument {
  const random = damage.seeded((heldOut ? 7000 : 1000) + index);
  const site = damage.pick(random, heldOut ? heldOutSites : index % 2 === 0 ? tuningSites : secondSites);
  const title = outline.articles[0]?.title ?? '';
  const lines = linesOf(outline, text);
  const kinds: string[] = [];
  const ways: readonly (() => DamagedPiece[])[] = [
    () => (kinds.push('run-on'), damage.runOn(lines)),
    () => (kinds.push('preview'), damage.preview(lines, random)),
    () => (kinds.push('wrapped, indented'), damage.wrapped(lines, 36, true)),
    () => (kinds.push('printed pages'), damage.printed(lines, random, { head: heldOut ? '内部资料　注意保存' : '某市科协全委会议材料', number: (page) => (heldOut ? `第 ${page} 页` : `- ${page} -`) })),
    () => (kinds.push('fragments'), damage.fragments(lines, random)),
    () => (kinds.push('wrapped, spaced'), damage.wrapped(lines, 40, false)),
    () => (kinds.push('plain'), damage.plainLines(lines)),
  ];
  let pieces = (ways[index % ways.length] ?? ways[0] ?? (() => []))();
  if (index % 3 !== 2) {
    kinds.push('redacted');
    pieces = damage.map(pieces, (part) => damage.redacted(part, random));
  }
  if (index % 2 === 0) {
    kinds.push('half-width');
    pieces = damage.map(pieces, damage.halfWidth);
  }
  if (index % 4 === 1) {
    kinds.push('advertisement');
    pieces = [...pieces, { text: site.advertisement, added: true }];
  }
  if (index % 5 === 3) {
    kinds.push('invisible');
    pieces = damage.strewn(pieces, random);
  }
  if (index % 3 !== 0) {
    kinds.push('site');
    pieces = damage.onSite(pieces, site, title);
  }
  const added: { start: number; end: number }[] = [];
  let whole = '';
  for (const piece of pieces) {
    if (piece.added) added.push({ start: whole.length, end: whole.length + piece.text.length });
    whole += piece.text;
  }
  const wide = kinds.includes('redacted');
  const heads = headsOf(outline).filter((head) => !wide || !/[〔\d]/.test(head.heading));
  return { name, kinds, text: whole, added, heads };
}

/** The speech's lines in their order, each with what it is. */
function linesOf(outline: Outline, text: string): CleanLine[] {
  const heads = new Set<number>();
  const walk = (sections: readonly Section[]): void => {
    for (const section of sections) {
      heads.add(section.span.start);
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
