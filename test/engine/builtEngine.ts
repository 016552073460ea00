import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createEngine } from '../../src/engine/client/createEngine.ts';
import type { Engine, EngineConfiguration, EngineStatus } from '../../src/protocol/engine.ts';

export const dist = join(import.meta.dirname, '..', '..', 'dist');
assert.ok(existsSync(join(dist, 'searcher.js')), 'dist is not built: run `npm run build` first');

/** A folder that goes with the test. */
export function temporary(context: TestContext, name = 'engine'): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A copy of the build that a test may damage, in a folder of any name. */
export function copyOfDist(context: TestContext, name = 'dist'): string {
  const copy = join(temporary(context), name);
  cpSync(dist, copy, { recursive: true });
  return copy;
}

/** A small library: speeches of a few sections, each about its own thing. */
export function writeLibrary(folder: string, count = 12): void {
  mkdirSync(folder, { recursive: true });
  const topics = ['流动科技馆走进山区', '院士专家工作站落地企业', '青少年编程大赛开幕', '老科技工作者讲师团成立', '科普大篷车开进牧区', '学术期刊改版发行'];
  for (let index = 0; index < count; index += 1) {
    const topic = topics[index % topics.length] ?? '';
    const text = `# 第${String(index)}次会议上的讲话\n\n同志们：\n\n今天我们研究${topic}的事。\n\n## 一、${topic}的意义\n\n${topic}，是第${String(index)}项任务，大家要用心去办。\n\n## 二、把事办好\n\n群众满意不满意，要看${topic}办得实不实。\n`;
    writeFileSync(join(folder, `${String(index).padStart(3, '0')}.md`), text);
  }
}

export interface Running {
  readonly engine: Engine;
  readonly statuses: EngineStatus[];
  readonly log: string[];
  configuration(change?: Partial<EngineConfiguration>): EngineConfiguration;
}

export function startEngine(context: TestContext, options: { readonly store: string; readonly roots?: readonly string[]; readonly distDir?: string }): Running {
  const log: string[] = [];
  const statuses: EngineStatus[] = [];
  const engine = createEngine({ distDir: options.distDir ?? dist, execPath: process.execPath, log: (text) => log.push(text) });
  engine.onStatus((status) => statuses.push(status));
  context.after(() => engine.dispose());
  const configuration = (change: Partial<EngineConfiguration> = {}): EngineConfiguration => ({
    store: options.store,
    roots: (options.roots ?? []).map((path) => ({ path, scope: 'machine' as const })),
    exclude: [],
    includeClassified: false,
    includeBundled: false,
    segmenter: 'auto',
    maxFileSize: 50,
    indexerMemory: 1024,
    ...change,
  });
  return { engine, statuses, log, configuration };
}

/** Process numbers, which the interface keeps to itself. */
export function pids(engine: Engine): { searcher: number | undefined; indexer: number | undefined } {
  const inside = engine as unknown as { searcher: { pid: number | undefined }; indexing: { pid: number | undefined } };
  return { searcher: inside.searcher.pid, indexer: inside.indexing.pid };
}

/** Waits until something holds; fails after ten seconds with what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `waited in vain until ${what}`);
    await pause(25);
  }
}

