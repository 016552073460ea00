import { fold } from '../text/folding.ts';
import { classOf } from './matchKey.ts';
import type { MatchKey } from './matchKey.ts';

/**
 * The places of a formulation where a writer may start typing it, as offsets into its key: its start, the start of each
 * clause, each opening quote, and what follows a leading verb.
 *
 *     增强“四个意识”、坚定“四个自信”          坚持以人民为中心的发展思想
 *     ^    ^          ^    ^                    ^   ^
 */
export function beginningsOf(text: string, keyed: MatchKey): number[] {
  const folded = fold(text);
  const found: number[] = [];
  for (let index = 0; index < keyed.key.length; index += 1) {
    const from = index === 0 ? 0 : (keyed.at[index - 1] ?? 0) + 1;
    const to = keyed.at[index] ?? 0;
    if (index === 0 || ((opens(text, folded, from, to) || followsVerb(keyed.key, found, index)) && isClosed(text, from))) found.push(index);
  }
  return found;
}

/** Whether what is left from here on closes only marks that it opens: 推进中国式现代化的决定》 is no way to begin a title. */
function isClosed(text: string, from: number): boolean {
  let open = 0;
  for (let index = from; index < text.length; index += 1) {
    if (openingMarks.includes(text.charAt(index))) open += 1;
    else if (closingMarks.includes(text.charAt(index)) && (open -= 1) < 0) return false;
  }
  return true;
}

/** Whether the marks between two letters begin something: a closing quote alone, as in “两个确立”的, begins nothing. */
function opens(text: string, folded: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const unitClass = classOf(folded, index);
    if (unitClass === 'separator' || unitClass === 'wall') return true;
    if (unitClass === 'quote' && openingMarks.includes(text.charAt(index))) return true;
  }
  return false;
}

export const openingMarks = '“‘「『《〈（(';
export const closingMarks = '”’」』》〉）)';

/**
 * Verbs that open many formulations and are often exchanged: whoever typed 树立以人民为中心 means the same thing as
 * 坚持以人民为中心的发展思想.
 */
export const leadingVerbs: ReadonlySet<string> = new Set(
  (
    '坚持 坚定 坚决 推动 推进 加强 加快 深化 完善 健全 建设 构建 建立 实施 实现 促进 维护 贯彻 落实 学习 弘扬 践行 ' +
    '发展 提高 提升 增强 强化 优化 打造 打赢 打好 发挥 扎实 全面 深入 积极 牢固 树立 筑牢 凝聚 巩固 拓展 培育 ' +
    '统筹 服务 引领 加大 着力 切实 持续 不断 大力 认真 充分 广泛 自觉 始终 做到 做好 抓好 抓实 确保 保障 开展'
  ).split(' '),
);

function followsVerb(key: string, found: readonly number[], index: number): boolean {
  return found.at(-1) === index - 2 && key.length - index >= 4 && leadingVerbs.has(key.slice(index - 2, index));
}
