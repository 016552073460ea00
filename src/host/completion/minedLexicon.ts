import type * as vscode from 'vscode';
import type { Engine, MinedExpression } from '../../protocol/engine.ts';
import { readExpressions } from '../../protocol/expressionSlices.ts';

/** Lines taken in between two looks at the clock: a small part of a millisecond's work. */
export const linesAtOnce = 20;

/** Milliseconds of work after which the extension host gets a breath, so that typing never waits. */
const longestWork = 3;

/** Hands `slices` over one by one, with a breath for the extension host between; stops where `goOn` says no. */
export async function inSlices<T>(slices: readonly T[], take: (slice: T) => void, goOn: () => boolean = () => true): Promise<void> {
  let began = performance.now();
  for (const slice of slices) {
    if (!goOn()) return;
    take(slice);
    if (performance.now() - began < longestWork) continue;
    await new Promise((resolve) => setTimeout(resolve, 1));
    began = performance.now();
  }
}

/** Cuts a list into slices of a size. */
export function slicesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** Starts a new lexicon and returns what takes in its slices. */
export type StartMined = () => (slice: readonly MinedExpression[]) => void;

/** Reads the library's repeated expressions once the engine is ready, and again whenever it has finished indexing. */
export function followLibrary(engine: Engine, log: (message: string) => void, start: StartMined): vscode.Disposable {
  let generation = 0;
  let wasReady = false;
  const read = async () => {
    const mine = (generation += 1);
    const expressions = await engine.expressions();
    if (mine !== generation) return;
    const take = start();
    await inSlices(expressions, (slice) => take(readExpressions(slice)), () => mine === generation);
  };
  const readIfReady = () => {
    const ready = engine.status().state === 'ready';
    if (ready && !wasReady) read().catch((error: unknown) => log(`Repeated expressions of the library could not be read: ${String(error)}`));
    wasReady = ready;
  };
  const status = engine.onStatus(readIfReady);
  readIfReady();
  return {
    dispose: () => {
      generation += 1;
      status.dispose();
    },
  };
}
