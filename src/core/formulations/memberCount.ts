// A name that counts (“四个意识”, “五位一体”) promises how many members follow.

import type { Formulation } from '../contracts.ts';

const digits = new Map([...'一二三四五六七八九'].map((digit, index): [string, number] => [digit, index + 1]).concat([['两', 2]]));

/** Names whose number does not count their members, with the reason. */
export const memberCountExceptions: Readonly<Record<string, string>> = {
  三严三实: '三严和三实，一共六条',
  三会一课: '三会和一课，一共四项',
  一岗双责: '说的是一岗有两责',
  一带一路: '是两条路线的合称',
  两弹一星: '“两弹”和“一星”，是三样',
  一老一小: '“老”和“小”，是两头',
  一国两制: '不是列举',
  一网通办: '不是列举',
  三重一大: '三重和一大，一共四项',
};

/** 四个意识 → 4, 十四个坚持 → 14, 二十大 → 20; null where the name does not begin with a number. */
export function numberAtStart(name: string): number | null {
  const numeral = /^[一二三四五六七八九十两]+/u.exec(name)?.[0];
  if (numeral === undefined || numeral.length === name.length) return null;
  const [tens = '', units = '', ...rest] = numeral.split('十');
  if (rest.length > 0) return null;
  if (!numeral.includes('十')) return numeral.length === 1 ? (digits.get(numeral) ?? null) : null;
  const tenfold = tens === '' ? 1 : digits.get(tens);
  const unit = units === '' ? 0 : digits.get(units);
  return tenfold === undefined || unit === undefined ? null : tenfold * 10 + unit;
}

/** The counting names of a formulation: quoted in its text, or among its short forms. */
function countingNames({ text, aliases = [] }: Formulation): string[] {
  const quoted = [...text.matchAll(/“([^”]+)”/gu)].map((match) => match[1] ?? '');
  return [...new Set([...quoted, ...aliases])].filter((name) => numberAtStart(name) !== null);
}

/** One Chinese sentence where the members are not as many as the name says; null where they are, or nothing is promised. */
export function memberCountProblem(formulation: Formulation): string | null {
  const { members, text } = formulation;
  if (members === undefined) return null;
  const names = countingNames(formulation).filter((name) => memberCountExceptions[name] === undefined);
  const wrong = names.find((name) => numberAtStart(name) !== members.length);
  return wrong === undefined ? null : `“${text}”叫“${wrong}”，却列了 ${members.length} 条。`;
}
