import type { Finding } from '../../src/core/contracts.ts';
import { checkDraft } from '../../src/core/draft/check.ts';
import type { Lexicon } from '../../src/core/formulations/lexicon.ts';
import { plantedFaults } from './plantedFaults.ts';
import type { PlantedFault } from './plantedFaults.ts';

export interface KindRecall {
  readonly planted: number;
  readonly found: number;
}

/** How many planted faults of each kind are found where they stand, whatever the finding is called; calls `missed` for the rest. */
export function recallOfChecks(lexicon: Lexicon, missed: (fault: PlantedFault) => void): ReadonlyMap<string, KindRecall> {
  const kinds = new Map<string, KindRecall>();
  for (const fault of plantedFaults) {
    const known = kinds.get(fault.kind) ?? { planted: 0, found: 0 };
    const isFound = checkDraft(fault.text, fault.kind, { lexicon }).some((finding) => touches(fault, finding));
    if (!isFound) missed(fault);
    kinds.set(fault.kind, { planted: known.planted + 1, found: known.found + Number(isFound) });
  }
  return kinds;
}

/** A mark without partner is told at the one that stands, which may be anywhere in the sentence. */
function touches({ kind, text, start, end }: PlantedFault, { code, line, column, endLine, endColumn }: Finding): boolean {
  if (kind.startsWith('quotes or brackets')) return code === 'unpaired';
  const from = offsetOf(text, line, column);
  const to = offsetOf(text, endLine, endColumn);
  return from <= Math.max(end, start + 1) && to >= start;
}

function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  return lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
