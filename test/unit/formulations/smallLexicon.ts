import type { Formulation } from '../../../src/core/contracts.ts';
import { compileLexicon } from '../../../src/core/formulations/compileLexicon.ts';
import type { LexiconSources } from '../../../src/core/formulations/compileLexicon.ts';
import { completeFormulations } from '../../../src/core/formulations/complete.ts';
import type { CompletionRequest } from '../../../src/core/formulations/complete.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import { syllablesOf } from '../../../scripts/lexicon/pinyin.ts';

const source = { title: '公报', date: '2024', checked: 'data' } as const;

/** A formulation with the fields that a test does not care about filled in. */
export function formulation(id: string, text: string, more: Partial<Formulation> = {}): Formulation {
  return { id, text, category: '政治建设', status: 'current', source, ...more };
}

/** A small vocabulary with each kind of thing that completion handles. */
export const vocabulary: readonly Formulation[] = [
  formulation('consciousnesses', '增强“四个意识”', { aliases: ['四个意识'], next: [{ id: 'confidences', separator: '、' }] }),
  formulation('confidences', '坚定“四个自信”', { aliases: ['四个自信'], next: [{ id: 'upholds', separator: '、' }] }),
  formulation('upholds', '做到“两个维护”', { aliases: ['两个维护'] }),
  formulation('chain', '增强“四个意识”、坚定“四个自信”、做到“两个维护”'),
  formulation('establishments', '深刻领悟“两个确立”的决定性意义', {
    aliases: ['两个确立'],
    wrong: ['深刻领会“两个确立”的决定性意义'],
    next: [
      { id: 'chain', separator: '，' },
      { id: 'consciousnesses', separator: '，' },
    ],
  }),
  formulation('people', '坚持以人民为中心的发展思想'),
  formulation('congress', '中国共产党第二十次全国代表大会', { aliases: ['党的二十大', '二十大'] }),
  formulation('quality', '推动高质量发展'),
  formulation('poverty-old', '打赢脱贫攻坚战', { status: { supersededBy: 'poverty-new', since: '2021-02-25' } }),
  formulation('poverty-new', '巩固拓展脱贫攻坚成果'),
  formulation('supply', '深化供给侧结构性改革'),
];

export function lexiconOf(formulations: readonly Formulation[] = vocabulary, more: Partial<LexiconSources> = {}): Lexicon {
  const file = compileLexicon({ formulations, evidence: null, pinyin: syllablesOf, ...more });
  const lexicon = new Lexicon();
  lexicon.until = file.until;
  lexicon.add(file.entries);
  return lexicon;
}

/** Texts at the cursor are written with `|` where it stands; without one it stands at the end. */
export function splitAtCursor(text: string): { before: string; after: string } {
  const at = text.indexOf('|');
  return at < 0 ? { before: text, after: '' } : { before: text.slice(0, at), after: text.slice(at + 1) };
}

/** The texts that accepting each completion would give, best first, with the cursor left out. */
export function results(lexicon: Lexicon, text: string, more: Partial<CompletionRequest> = {}): string[] {
  const { before, after } = splitAtCursor(text);
  return completeFormulations(lexicon, { before, after, ...more }).map(
    (completion) => before.slice(0, before.length - completion.replace) + completion.insert + after.slice(completion.replaceAfter),
  );
}
