import { Session, type Profiler } from 'node:inspector/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { person } from './person.ts';

/** Microseconds between two looks at the stack. */
const interval = 250;

/** What the extension did on the extension host's thread, where VS Code's own extensions work as well. In milliseconds. */
export interface OwnTime {
  readonly total: number;
  /** The longest time in which nothing else could run because of it. */
  readonly longestBlock: number;
  /** The functions that were at work in the longest block, outermost first. */
  readonly where: string;
}

/** Takes a profile of the thread while `work` runs and reads from it what is the extension's own doing. */
export async function ownTime<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly own: OwnTime }> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval });
    await session.post('Profiler.start');
    const value = await work();
    const { profile } = await session.post('Profiler.stop');
    return { value, own: ownTimeOf(profile) };
  } finally {
    session.disconnect();
  }
}

export async function reportOwnTime(what: string, { total, longestBlock, where }: OwnTime): Promise<void> {
  await person.report(`      ${what}: ${total.toFixed(1)} ms of our own on the thread, longest block ${longestBlock.toFixed(1)} ms${where === '' ? '' : ` in ${where}`}`);
}

/** The bundle as the profile names it; VS Code's own extensions have a `dist/extension.js` each. */
function ownBundle(): string {
  const extension = vscode.extensions.getExtension('speech-draft.speech-draft');
  if (extension === undefined) throw new Error('the extension is not there');
  return pathToFileURL(join(extension.extensionPath, 'dist', 'extension.js')).href.replace(/^file:\/\//, '');
}

function ownTimeOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): OwnTime {
  const own = ownBundle();
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child): [number, number] => [child, node.id])));
  const frames = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const pathOf = (id: number): string[] => {
    const path: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = frames.get(at);
      if (frame !== undefined && frame.url.endsWith(own)) path.unshift(frame.functionName || '(anonymous)');
    }
    return path;
  };
  const paths = new Map(nodes.map(({ id }) => [id, pathOf(id)]));
  const isCollector = (id: number) => frames.get(id)?.functionName === '(garbage collector)';
  let total = 0;
  let longestBlock = 0;
  let where = '';
  let block = 0;
  samples.forEach((id, index) => {
    const spent = (timeDeltas[index + 1] ?? interval) / 1000;
    const path = paths.get(id) ?? [];
    // What is collected in the middle of our work is collected because of it.
    if (path.length === 0 && !(isCollector(id) && block > 0)) {
      block = 0;
      return;
    }
    total += spent;
    block += spent;
    if (block <= longestBlock) return;
    longestBlock = block;
    if (path.length > 0) where = path.slice(0, 4).join(' › ');
  });
  return { total, longestBlock, where };
}
