import type { Completion, SpeechDraftApi } from '../core/contracts.ts';
import { completeFormulations } from '../core/formulations/complete.ts';
import type { Engine } from '../protocol/engine.ts';
import type { CompletionHandle } from './completion/register.ts';

/** What `activate()` returns. Completion answers as the list does, without the engine; everything else asks the engine. */
export function speechDraftApi(parts: {
  readonly engine: Engine;
  readonly configured: Promise<void>;
  readonly completion: CompletionHandle;
}): SpeechDraftApi {
  const { engine, configured, completion } = parts;
  return Object.freeze({
    ready: Promise.all([configured, completion.ready]).then(() => undefined),
    async findSimilar(text, options = {}) {
      await configured;
      return engine.similar({ text, ...options });
    },
    async searchLibrary(query, options = {}) {
      await configured;
      return engine.search({ query, ...options });
    },
    async completeFormulation(before, options = {}): Promise<Completion[]> {
      await completion.ready;
      const context = { never: new Set(completion.phraseBook().never) };
      return completeFormulations(completion.lexicons(), { before, ...options, context });
    },
    parseSpeech: (bytes, fileName) => engine.outline(bytes, fileName),
    async checkDraft(text) {
      await completion.ready;
      return engine.check({ text, fileName: '', phrases: completion.phraseBook().phrases });
    },
  } satisfies SpeechDraftApi);
}
