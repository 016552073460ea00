import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readOrdinal } from '../../src/core/speech/ordinals.ts';
import { project } from '../commands.ts';
import type { MarkedSpeech } from '../eval/reading/markedSpeeches.ts';
import { markedPages } from '../eval/reading/markedPages.ts';
import { tuningSpeeches } from '../eval/reading/speeches.ts';
import { filesBelow } from '../texts/filesBelow.ts';

/** What learnRunIns.ts and learnRunInChains.ts both read: speeches whose heads are known, and text that has none of the kind. */
export interface KnownText {
  readonly name: string;
  readonly text: string;
}

export interface UnnumberedSpeech {
  readonly lines: readonly string[];
  /** The heads that open paragraphs and have no number, without ？ and ！. */
  readonly wanted: Set<string>;
}

/** A speech's lines; with `strip` the numbers of heads that open paragraphs are taken off, and those heads are wanted too. */
export function withoutNumbers(speech: MarkedSpeech, strip: boolean): UnnumberedSpeech {
  const wanted = new Set<string>();
  const lines = speech.lines.map(({ kind, text }) => {
    const head = kind === 'head' ? undefined : speech.heads.find(({ heading }) => text.startsWith(heading));
    if (head === undefined) return text;
    const ordinal = readOrdinal(head.heading, 0) ?? (/^最后[，,：:是要]/u.test(head.heading) ? { length: 3 } : null);
    if (ordinal !== null && !strip) return text;
    wanted.add(withoutAsking(head.heading.slice(ordinal?.length ?? 0)));
    return text.slice(ordinal?.length ?? 0);
  });
  return { lines, wanted };
}

/**
 * A speech's lines with the numbers of its lowest heads that stand on lines of their own taken off, and the heads on such lines
 * that have none then: each is glued to its body where breaks are lost.
 */
export function withoutOwnNumbers({ lines, heads }: MarkedSpeech): UnnumberedSpeech {
  const lowest = Math.max(0, ...heads.filter(({ heading }) => readOrdinal(heading, 0) !== null && lines.some(({ kind, text }) => kind === 'head' && text === heading)).map(({ level }) => level));
  const wanted = new Set<string>();
  return {
    wanted,
    lines: lines.map(({ kind, text }) => {
      if (kind !== 'head') return text;
      const ordinal = readOrdinal(text, 0);
      if (ordinal !== null && heads.find(({ heading }) => heading === text)?.level !== lowest) return text;
      const heading = text.slice(ordinal?.length ?? 0);
      wanted.add(withoutAsking(heading));
      return heading;
    }),
  };
}

/** Documents marked by hand, without what is the page's and without breaks, and their heads that have no number. */
export function markedTexts(folder: string): (KnownText & { readonly wanted: Set<string> })[] {
  return markedPages(folder).map(({ name, text, added, heads }) => {
    let own = '';
    let from = 0;
    for (const { start, end } of added) {
      own += text.slice(from, start);
      from = end;
    }
    own = (own + text.slice(from)).replace(/\r/gu, '');
    return { name, text: own, wanted: new Set(heads.filter(({ heading }) => readOrdinal(heading, 0) === null).map(({ heading }) => withoutAsking(heading.replace(/\s+/gu, '')))) };
  });
}

export function withoutAsking(heading: string): string {
  return heading.replace(/[？！]$/u, '');
}

/** The tuning speeches of the corpus without their front matter. */
export function corpusTexts(): KnownText[] {
  const folder = join(project, 'corpus', 'speeches');
  return tuningSpeeches(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, '') }));
}

/** Whether a sentence of those speeches is a head; `null` where one may take it for one. */
export function corpusHeads(): (heading: string) => boolean | null {
  const noted = readFileSync(join(project, 'scripts', 'readers', 'corpusRunIns.txt'), 'utf8').split('\n');
  const known = new Map(noted.filter((line) => line !== '' && !line.startsWith('#')).map((line) => [line.replace(/^\?/u, ''), line.startsWith('?') ? null : true]));
  return (heading) => (known.has(heading) ? (known.get(heading) ?? null) : false);
}

/** The files of each `FOLDER[=EVERY]`, parted at their titles; none of the reports that are measured by reading alone. */
export function folderTexts(folders: readonly string[]): { readonly file: string; readonly index: number; readonly texts: readonly string[] }[] {
  const blind = new Set(readdirSync(join(project, 'test', 'gold', 'reading', 'work-reports-blind')).map((name) => name.replace(/\.tsv$/u, '.txt')));
  return folders.flatMap((folder) => {
    const [path = '', every = '1'] = folder.split('=');
    const files = filesBelow(path).filter((file) => !blind.has(basename(file))).filter((_, index) => index % Number(every) === 0);
    return files.map((file, index) => ({ file, index, texts: readFileSync(file, 'utf8').replace(/^\ufeff/u, '').split(/^#+ .*$/mu) }));
  });
}
