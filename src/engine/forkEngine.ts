import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';

export interface EngineProcess {
  /** The bundle to run: dist/searcher.js or dist/indexer.js. */
  readonly script: string;
  /** Node, or Electron, which then runs as Node. */
  readonly execPath: string;
  /** Limit of the heap in MB; none by default. */
  readonly memory?: number;
}

/**
 * How the searcher is started. An answer makes much short-lived garbage, and V8 lets its young generation grow until the
 * process holds ten times what the index needs (210 MB instead of 60 at 100,000 paragraphs); answers
 * take about as long.
 */
export const searcherFlags: string[] = ['--max-semi-space-size=4'];

/**
 * And the indexer, which makes garbage all the time: a young generation that is large from the start takes a fiftieth of the
 * processor's time less, and a third of the memory (340 MB instead of 510 over 27 MB of text), than one that grows.
 */
const indexerFlags: string[] = ['--min-semi-space-size=16', '--max-semi-space-size=16'];

/** Starts one of the engine's processes, to be talked to by messages. */
export function forkEngine({ script, execPath, memory }: EngineProcess): ChildProcess {
  const hidden = { windowsHide: true };
  return fork(script, [], {
    // A Node that is no part of Electron would open a console window.
    ...hidden,
    execPath,
    execArgv: memory === undefined ? searcherFlags : [...indexerFlags, `--max-old-space-size=${String(memory)}`],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}
