import type * as vscode from 'vscode';
import type { Engine } from '../../protocol/engine.ts';
import type { LibraryExample } from './itemDocumentation.ts';

/** Finds one place in the library where a wording stands; `null` where there is none or the engine is not up. */
export type ExampleOf = (text: string, token: vscode.CancellationToken) => Promise<LibraryExample | null>;

/** Milliseconds after which the list's details are shown without an example. */
const patience = 400;

/** Milliseconds for which an answer that came too late is kept for the next time that the row is looked at. */
const kept = 60_000;

/** Characters shown on each side of the wording. */
const around = 24;

export function libraryExample(engine: Engine | undefined): ExampleOf {
  let last: { readonly text: string; readonly at: number; readonly found: Promise<LibraryExample | null> } | null = null;
  return async (text, token) => {
    if (engine === undefined || engine.status().state === 'failed' || engine.status().state === 'starting') return null;
    if (last?.text !== text || performance.now() - last.at > kept) last = { text, at: performance.now(), found: find(engine, text) };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cancelled: vscode.Disposable | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience);
      cancelled = token.onCancellationRequested(() => resolve(null));
    });
    try {
      return await Promise.race([last.found, late]);
    } finally {
      clearTimeout(timer);
      cancelled?.dispose();
    }
  };
}

async function find(engine: Engine, text: string): Promise<LibraryExample | null> {
  try {
    const [hit] = await engine.search({ query: `“${text}”`, limit: 1 });
    const at = hit?.text.indexOf(text) ?? -1;
    if (hit === undefined || at < 0) return null;
    const start = Math.max(0, at - around);
    const end = Math.min(hit.text.length, at + text.length + around);
    const shown = `${start > 0 ? '…' : ''}${hit.text.slice(start, end)}${end < hit.text.length ? '…' : ''}`;
    return { file: hit.file, title: hit.title, line: hit.line, text: shown };
  } catch {
    // An example is an extra: without an engine the wording, its source and its sightings are shown all the same.
    return null;
  }
}
