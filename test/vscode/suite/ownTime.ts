import assert from 'node:assert/strict';
import { Session, type Profiler } from 'node:inspector/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { person } from './person.ts';
import { watchThread, type UsedBetween } from './threadTime.ts';

/** Microseconds between two looks at the stack. */
const interval = 250;
/**
 * A longer time between two looks is one in which the profiler could not look: heaps are swept then, whosever they are. Work of
 * ours, native calls among it, is seen all along.
 */
const longestUnseen = 16 * interval;

/**
 * What the extension did on the extension host's thread, where VS Code's own extensions work as well. In milliseconds, of
 * processor time where the system tells it.
 */
export interface OwnTime {
  readonly total: number;
  /** The longest time in which nothing else could run because of it, collecting garbage and what no look at the stack saw left out: it sweeps the heap of all. */
  readonly longestBlock: number;
  /** The same with the garbage that was collected meanwhile. */
  readonly longestWithGarbage: number;
  /** The same by the clock, whatever else the machine did meanwhile. */
  readonly longestByClock: number;
  /** The functions that were at work in the longest block, outermost first. */
  readonly where: string;
  /** Whether the system told it. */
  readonly isProcessorTime: boolean;
}

/** Takes a profile of the thread while `work` runs and reads from it what is the extension's own doing. */
export async function ownTime<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly own: OwnTime }> {
  const session = new Session();
  session.connect();
  try {
    const thread = await watchThread();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval });
    await session.post('Profiler.start');
    const value = await work();
    const { profile } = await session.post('Profiler.stop');
    return { value, own: ownTimeOf(profile, (await thread?.()) ?? null) };
  } finally {
    session.disconnect();
  }
}

/**
 * Milliseconds of processor time for which the thread may be held up at once; a slow or shared processor takes twice as
 * long for the same work.
 */
const longestAllowed = 2 * 10;

/**
 * Where most of a block went into collecting garbage, the profile's samples cannot tell how much of the rest did too: once in some
 * thirty runs it showed 25 ms for what takes 3.
 */
const mostCollected = 2;

export function assertShortBlocks({ isProcessorTime, longestBlock, longestWithGarbage, where }: OwnTime): void {
  assert.ok(!isProcessorTime || longestBlock <= longestAllowed || longestWithGarbage > longestBlock * mostCollected, `the thread was held up for ${longestBlock.toFixed(1)} ms in ${where}`);
}

export async function reportOwnTime(what: string, { total, longestBlock, longestWithGarbage, longestByClock, where, isProcessorTime }: OwnTime): Promise<void> {
  const clock = isProcessorTime ? ` (${longestWithGarbage.toFixed(1)} with garbage collected, ${longestByClock.toFixed(1)} by the clock)` : '';
  await person.report(`      ${what}: ${total.toFixed(1)} ms of our own on the thread, longest block ${longestBlock.toFixed(1)} ms${clock}${where === '' ? '' : ` in ${where}`}`);
}

/** The bundle as the profile names it; VS Code's own extensions have a `dist/extension.js` each. */
function ownBundle(): string {
  const extension = vscode.extensions.getExtension('speech-draft.speech-draft');
  if (extension === undefined) throw new Error('the extension is not there');
  return pathToFileURL(join(extension.extensionPath, 'dist', 'extension.js')).href.replace(/^file:\/\//, '');
}

/** A stretch of the thread's time without a break, all of it ours. Microseconds of the profile's clock. */
interface Block {
  readonly from: number;
  readonly to: number;
  /** Microseconds of it in which garbage was collected. */
  readonly collected: number;
  /** Microseconds of it in which looks at the stack saw us at work. */
  readonly seen: number;
  readonly where: string;
}

function ownTimeOf(profile: Profiler.Profile, used: UsedBetween | null): OwnTime {
  const spent = ({ from, to, collected, seen }: Block) => {
    const clock = (to - from) / 1000;
    const processor = Math.min(clock, used?.(from / 1000, to / 1000) ?? clock);
    return { clock, processor, work: Math.max(0, Math.min(seen / 1000, processor - collected / 1000)) };
  };
  const none = { total: 0, longestBlock: 0, longestWithGarbage: 0, longestByClock: 0, where: '', isProcessorTime: used !== null };
  return ownBlocks(profile).reduce((seen, block) => {
    const { clock, processor, work } = spent(block);
    const isLongest = work > seen.longestBlock;
    return {
      ...seen,
      total: seen.total + processor,
      longestBlock: isLongest ? work : seen.longestBlock,
      longestWithGarbage: Math.max(seen.longestWithGarbage, processor),
      longestByClock: Math.max(seen.longestByClock, clock),
      where: isLongest ? block.where : seen.where,
    };
  }, none);
}

function ownBlocks({ nodes, samples = [], timeDeltas = [], startTime }: Profiler.Profile): Block[] {
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
  const blocks: Block[] = [];
  let open: { readonly from: number; readonly spent: Map<string, number>; collected: number; seen: number } | null = null;
  let now = startTime;
  for (const [index, id] of samples.entries()) {
    now += timeDeltas[index] ?? interval;
    const path = paths.get(id) ?? [];
    if (path.length > 0) {
      open ??= { from: now, spent: new Map(), collected: 0, seen: 0 };
      const where = path.slice(0, 4).join(' › ');
      const until = timeDeltas[index + 1] ?? interval;
      open.spent.set(where, (open.spent.get(where) ?? 0) + until);
      open.seen += Math.min(until, longestUnseen);
    } else if (open !== null && !isCollector(id)) {
      // What is collected in the middle of our work is collected because of it.
      blocks.push({ from: open.from, to: now, collected: open.collected, seen: open.seen, where: mostIn(open.spent) });
      open = null;
    } else if (open !== null) {
      open.collected += timeDeltas[index + 1] ?? interval;
    }
  }
  if (open !== null) blocks.push({ from: open.from, to: now, collected: open.collected, seen: open.seen, where: mostIn(open.spent) });
  return blocks;
}

function mostIn(spent: ReadonlyMap<string, number>): string {
  return [...spent].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as [string, number])[0];
}
