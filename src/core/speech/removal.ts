import type { Problem } from '../contracts.ts';
import { sliceBlock, type Block, type Piece } from './sourceText.ts';

/** Stretches by the line that they are in, ascending within it. */
export function cutsByLine<Cut extends Piece & { readonly line: number }>(stretches: readonly Cut[]): ReadonlyMap<number, readonly Cut[]> {
  const cuts = new Map<number, Cut[]>();
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const own = cuts.get(stretch.line);
    if (own === undefined) cuts.set(stretch.line, [stretch]);
    else own.push(stretch);
  }
  return cuts;
}

/** Why something of the source is not in the clean text. */
export type RemovalCode =
  | 'site-chrome'
  | 'licence'
  | 'advertisement'
  | 'page-marker'
  | 'page-furniture'
  | 'doubled-title'
  | 'invisible'
  | 'markup'
  | 'hyphen';

const messages: Readonly<Record<RemovalCode, string>> = {
  'site-chrome': '已去掉网页导航、下载提示等与正文无关的文字。',
  licence: '已去掉版权、许可或免责声明。',
  advertisement: '已去掉广告或推广文字。',
  'page-marker': '已去掉夹在正文里的页码或分页标记。',
  'page-furniture': '已去掉页眉页脚、页码、菜单或目录。',
  'doubled-title': '已去掉重复的标题。',
  invisible: '已去掉看不见的控制字符。',
  markup: '已去掉排版标记。',
  hyphen: '已去掉行末的连字符。',
};

/** A removal as a problem, its place counted in the source. */
export function removal(code: RemovalCode, piece: Piece): Problem {
  return { code, message: messages[code], span: { start: piece.start, end: piece.end }, space: 'source' };
}

export function removeBlock(code: RemovalCode, block: Block): Problem[] {
  return block.pieces.map((piece) => removal(code, piece));
}

/** A block without the stretches of its text that are given by their starts, each told as removed; none where nothing is left. */
export function removeStretches(code: RemovalCode, block: Block, stretches: readonly Piece[], removed: Problem[]): Block[] {
  const kept: Block[] = [];
  let from = 0;
  for (const { start, end } of stretches) {
    if (end <= from) continue;
    if (start > from) kept.push(sliceBlock(block, { start: from, end: start }));
    // Of two that overlap the second goes on where the first ends.
    removed.push(...removeBlock(code, sliceBlock(block, { start: Math.max(start, from), end })));
    from = end;
  }
  if (from < block.text.length) kept.push(sliceBlock(block, { start: from, end: block.text.length }));
  const text = kept.map((part) => part.text).join('');
  return text === '' ? [] : [{ ...block, text, pieces: kept.flatMap((part) => part.pieces) }];
}
