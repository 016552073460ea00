import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paragraph, Section } from '../../../src/core/contracts.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';
import { project } from '../../commands.ts';

type Role = Paragraph['role'];

/** Roles of one document, told by reading it: of single paragraphs by how they begin (`$` where that is all), of whole sections by their heads. */
interface GoldRoles {
  readonly file: string;
  readonly paragraphs: readonly { readonly start: string; readonly roles: readonly Role[] }[];
  readonly sections: readonly { readonly start: string; readonly roles: readonly Role[] }[];
}

interface RoleScore {
  /** Paragraphs of which nothing but this role is true. */
  gold: number;
  found: number;
  /** Of those found, how many the gold allows; of the gold's, how many were found. */
  allowed: number;
  recalled: number;
}

/** `role|other TAB beginning`; `§` before the beginning of a section's head, `#` before the file. All else is body. */
function parseRoles(text: string): GoldRoles {
  let file = '';
  const paragraphs: { start: string; roles: Role[] }[] = [];
  const sections: { start: string; roles: Role[] }[] = [];
  for (const line of text.split('\n')) {
    const [first = '', second = ''] = line.split('\t');
    if (first === '#') file = second;
    else if (first !== '') (second.startsWith('§') ? sections : paragraphs).push({ start: plain(second.replace('§', '')), roles: first.split('|') as Role[] });
  }
  return { file, paragraphs, sections };
}

/** Precision and recall of each role, printed and returned. `roles-blind` was read when the rules stood, and not tuned on. */
export async function reportRoles(verbose: boolean): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  for (const set of ['roles', 'roles-blind']) {
    for (const [role, score] of [...(await measureRoles(set, verbose && set === 'roles'))].sort(([one], [other]) => one.localeCompare(other))) {
      figures[`${set} ${role}`] = score;
      console.log(`${set.padEnd(11)} ${role.padEnd(11)} ${String(score.gold).padStart(4)} to be found  P ${percent(score.allowed, score.found)}  R ${percent(score.recalled, score.gold)}`);
    }
  }
  return figures;
}

/** Documents of ../shared/data count where it is there. */
async function measureRoles(set: string, verbose: boolean): Promise<ReadonlyMap<Role, RoleScore>> {
  const scores = new Map<Role, RoleScore>();
  const of = (role: Role): RoleScore => {
    const known = scores.get(role) ?? { gold: 0, found: 0, allowed: 0, recalled: 0 };
    scores.set(role, known);
    return known;
  };
  const folder = join(project, 'test', 'gold', 'reading', set);
  for (const name of readdirSync(folder)) {
    const gold = parseRoles(readFileSync(join(folder, name), 'utf8'));
    const path = gold.file.startsWith('corpus/') ? join(project, gold.file) : join(project, '..', 'shared', 'data', gold.file);
    if (!existsSync(path)) continue;
    const { outline } = await readDocument(readFileSync(path), path);
    const rest = [...gold.paragraphs];
    for (const article of outline.articles) {
      for (const { paragraph, heading } of flatten(article)) {
        const own = rest.findIndex(({ start }) => (start.endsWith('$') ? `${plain(paragraph.text)}$` === start : plain(paragraph.text).startsWith(start)));
        const told = own < 0 ? gold.sections.find((each) => heading !== null && heading.startsWith(each.start)) : rest.splice(own, 1)[0];
        const roles = told?.roles ?? ['body'];
        const [only] = roles;
        const right = roles.includes(paragraph.role);
        of(paragraph.role).found += 1;
        if (right) of(paragraph.role).allowed += 1;
        if (roles.length === 1 && only !== undefined) {
          of(only).gold += 1;
          if (right) of(only).recalled += 1;
        }
        if (verbose && !right) console.log(`  ${name}: ${paragraph.role}, not ${roles.join(' or ')}: ${paragraph.text.slice(0, 36)} … ${paragraph.text.slice(-24)}`);
      }
    }
    for (const each of rest) console.log(`  ${name}: no paragraph begins with ${each.start}`);
  }
  return scores;
}

/** Every paragraph with the top head it stands under. */
function flatten({ paragraphs, sections }: { readonly paragraphs: readonly Paragraph[]; readonly sections: readonly Section[] }): { paragraph: Paragraph; heading: string | null }[] {
  const below = (section: Section): Paragraph[] => [...section.paragraphs, ...section.sections.flatMap(below)];
  return [
    ...paragraphs.map((paragraph) => ({ paragraph, heading: null })),
    ...sections.flatMap((section) => below(section).map((paragraph) => ({ paragraph, heading: plain(`${section.ordinal ?? ''}${section.heading}`) }))),
  ];
}

function plain(text: string): string {
  return text.replace(/[\s\u200b-\u200f]+/gu, '');
}
