import type { Lexicon } from '../formulations/lexicon.ts';
import { fold } from '../text/folding.ts';
import type { DraftIssue } from './draftIssue.ts';

/** What stands between a name and the list of what it stands for: 四个意识（…, 四个意识，即… */
const opening = /^["'\u201d\u2019]?(?:\(|[,:]?(?:即|就是|是指|指的是|包括)|:)/u;

/** A name that counts, listed in full in the draft: all its members, no other ones, in their order. */
export function checkMembers(prose: string, lexicon: Lexicon): DraftIssue[] {
  const folded = fold(prose);
  const issues: DraftIssue[] = [];
  for (const [name, members] of countedNames(lexicon)) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const issue = problemAt(prose, folded, { name, members, at });
      if (issue !== null && !issues.some(({ start }) => start === issue.start)) issues.push(issue);
    }
  }
  return issues;
}

function countedNames(lexicon: Lexicon): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const { text, members, origin, superseded } of lexicon.entries) {
    if (origin !== 'curated' || members === undefined || members.length < 2 || superseded !== undefined) continue;
    for (const match of text.matchAll(/“([^”]+)”/gu)) {
      const name = match[1] ?? '';
      if (/^[两二三四五六七八九十]/u.test(name)) names.set(fold(name), members);
    }
  }
  return names;
}

interface Named {
  readonly name: string;
  readonly members: readonly string[];
  readonly at: number;
}

function problemAt(prose: string, folded: string, { name, members, at }: Named): DraftIssue | null {
  const after = at + name.length;
  const opened = opening.exec(folded.slice(after, after + 8));
  if (opened === null) return null;
  const from = after + opened[0].length;
  const ends = opened[0].endsWith('(') ? /[)\n]/u : /[。;!?\n]/u;
  const length = ends.exec(folded.slice(from, from + 300))?.index;
  if (length === undefined) return null;
  const joined = members.filter((member) => /[、，]/u.test(member)).length > 0;
  if (joined) return partsMissing(prose, { at, after, from, length, members });
  const items = folded.slice(from, from + length).split(/[、,]|以?及|(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff]{2})/u).map((item) => item.replace(/["']/gu, '').trim());
  const right = members.map((member) => fold(member).replace(/["']/gu, ''));
  const known = items.filter((item) => right.includes(item));
  if (known.length < 2 || known.length * 2 < items.length) return null;
  const missing = members.filter((_, index) => !items.includes(right[index] ?? ''));
  const foreign = items.filter((item) => !right.includes(item) && item !== '' && item !== '等');
  const told = prose.slice(at, after);
  const place = { start: from, end: from + length };
  const whole = { title: `改为“${members.join('、')}”`, newText: members.join('、') };
  if (missing.length > 0 && !items.some((item) => item.endsWith('等'))) {
    const instead = foreign.length === 0 ? '' : `，多了“${foreign.join('”“')}”`;
    return { code: 'members', message: `“${told}”没有列全，少了“${missing.join('”“')}”${instead}。`, severity: 'warning', ...place, fixes: [whole] };
  }
  if (missing.length === 0 && foreign.length === 0 && known.some((item, index) => item !== right[index])) {
    return { code: 'members', message: `“${told}”的次序应为“${members.join('、')}”。`, severity: 'information', ...place, fixes: [whole] };
  }
  return null;
}

interface JoinedMembers {
  readonly at: number;
  readonly after: number;
  readonly from: number;
  readonly length: number;
  readonly members: readonly string[];
}

/** Members that hold marks themselves (务必不忘初心、牢记使命) cannot be told apart by them: each is looked for as a whole. */
function partsMissing(prose: string, { at, after, from, length, members }: JoinedMembers): DraftIssue | null {
  const stretch = prose.slice(from, from + length);
  const plain = (text: string) => fold(text).replace(/[^\p{Script=Han}a-z0-9]/gu, '');
  const missing = members.filter((member) => !plain(stretch).includes(plain(member)));
  if (missing.length === 0 || missing.length === members.length || /等[，。]?$/u.test(stretch)) return null;
  const message = `“${prose.slice(at, after)}”没有列全，少了“${missing.join('”“')}”。`;
  const fixes = [{ title: `改为“${members.join('，')}”`, newText: members.join('，') }];
  return { code: 'members', message, severity: 'warning', start: from, end: from + length, fixes };
}
