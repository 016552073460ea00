import { rankCandidates } from '../../core/formulations/complete.ts';
import type { Lexicon } from '../../core/formulations/lexicon.ts';
import { inSlices } from './minedLexicon.ts';

/** Look-ups after which V8 has compiled what a key needs. */
const rounds = 30;

/** Characters of an entry that are looked up. */
const typed = 4;

/** Looks some entries up in between, so that the first key does not pay for compiling the way it takes. */
export async function warmUp(lexicon: Lexicon): Promise<void> {
  const step = Math.max(1, Math.floor(lexicon.entries.length / rounds));
  const some = lexicon.entries.filter((_, index) => index % step === 0);
  await inSlices(some, ({ text }) => void rankCandidates(lexicon, { before: text.slice(0, typed) }));
}
