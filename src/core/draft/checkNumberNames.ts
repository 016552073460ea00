import type { Lexicon } from '../formulations/lexicon.ts';
import type { DraftIssue } from './draftIssue.ts';

const counted = /“([一两二三四五六七八九十]{1,2})((?:个|大|种)\p{Script=Han}{2,5})”/gu;

/** Names of the same noun that count otherwise and are right as well, though we do not list them. */
const others: ReadonlySet<string> = new Set(['两个务必', '两个全面', '三个一体化', '四个服务', '三个服务', '两个服务']);

/** A name that counts, in its quotation marks, with another number: “五个自信”, “三个维护”. 三位一体 may be said of anything. */
export function checkNumberNames(prose: string, lexicon: Lexicon): DraftIssue[] {
  const numbers = numbersOf(lexicon);
  const issues: DraftIssue[] = [];
  for (const match of prose.matchAll(counted)) {
    const [quoted, number = '', noun = ''] = match;
    const right = numbers.get(noun);
    if (right?.size !== 1 || right.has(number) || others.has(number + noun)) continue;
    const [only = ''] = right;
    const start = match.index + 1;
    const fixes = [{ title: `改为“${only}${noun}”`, newText: only }];
    issues.push({ code: 'number-name', message: `没有${quoted}的提法，应为“${only}${noun}”。`, severity: 'warning', start, end: start + number.length, fixes });
  }
  return issues;
}

function numbersOf(lexicon: Lexicon): ReadonlyMap<string, ReadonlySet<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const { text, origin, aliases = [] } of lexicon.entries) {
    if (origin !== 'curated') continue;
    for (const [, number = '', noun = ''] of [text, ...aliases.map((alias) => `“${alias}”`)].join('').matchAll(counted)) {
      // 三个方面, 四个坚持 count anything.
      if (/^个(?:第一|方面|坚持|明确|聚焦|以|结合|必须|务必|服务|代表)/u.test(noun)) continue;
      const known = numbers.get(noun) ?? new Set<string>();
      numbers.set(noun, known.add(number));
    }
  }
  return numbers;
}
