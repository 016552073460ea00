// Sets everything up, then runs a TypeScript script under the pinned Node: `node scripts/run.mjs scripts/test.ts …`.
// Plain JavaScript for Node 20, because on a fresh clone nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const setup = spawnSync(process.execPath, [join(project, 'scripts', 'setup.mjs')], { stdio: 'inherit', cwd: project });
if (setup.status !== 0) process.exit(setup.status ?? 1);

const bin = join(project, 'node_modules', 'node', 'bin');
const pinned = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
const node = existsSync(pinned) ? pinned : process.execPath;
const result = spawnSync(node, process.argv.slice(2), {
  stdio: 'inherit',
  cwd: project,
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
});
process.exit(result.status ?? 1);
