import type { Completion, SpeechDraftApi } from '../core/contracts.ts';
import { completeFormulations } from '../core/formulations/complete.ts';
import type { Lexicon } from '../core/formulations/lexicon.ts';
import type { Engine } from '../protocol/engine.ts';

/** What `activate()` returns. Completion answers from the lexicon alone; everything else asks the engine. */
export function speechDraftApi(parts: {
  readonly engine: Engine;
  readonly configured: Promise<void>;
  readonly lexicon: Promise<Lexicon>;
}): SpeechDraftApi {
  const { engine, configured, lexicon } = parts;
  return Object.freeze({
    ready: Promise.all([configured, lexicon]).then(() => undefined),
    async findSimilar(text, options = {}) {
      await configured;
      return engine.similar({ text, ...options });
    },
    async searchLibrary(query, options = {}) {
      await configured;
      return engine.search({ query, ...options });
    },
    async completeFormulation(before, options = {}): Promise<Completion[]> {
      return completeFormulations(await lexicon, { before, ...options });
    },
    parseSpeech: (bytes, fileName) => engine.outline(bytes, fileName),
    checkDraft: (text) => engine.check(text, ''),
  } satisfies SpeechDraftApi);
}
