import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project, quiet } from '../commands.ts';

/** `minimum` is the lowest version that `engines.vscode` promises, on the Node that it shipped with. */
export type VSCodeVersion = 'newest' | 'minimum';

const home = join(project, 'test', 'vscode', 'server');
const modules = join(home, 'node_modules');
const stampFile = join(modules, '.speech-draft-setup.json');
const packages: Record<VSCodeVersion, string> = { newest: 'code-server', minimum: 'code-server-minimum' };

/** What VS Code loads at start and says loudly where it is missing; the watchdog had another name in older versions. */
const natives = ['@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog'];

export function serverFolder(version: VSCodeVersion): string {
  return join(modules, packages[version], 'lib', 'vscode');
}

/** The Node that runs the server and so its extension host. */
export function serverNode(version: VSCodeVersion): string {
  const own = join(modules, 'node-minimum', 'bin', 'node');
  return version === 'minimum' && existsSync(own) ? own : process.execPath;
}

function stepOrThrow(args: readonly string[], cwd: string): void {
  const result = quiet('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
  if (!result.ok) throw new Error(`npm ${args.join(' ')} failed:\n${result.output.trim().split('\n').slice(-20).join('\n')}`);
}

/**
 * Installs VS Code's server from npm (about a minute, once) at the versions of the lock file.
 * Its own install scripts stay off: they want system headers that it does not need to run.
 */
export function prepareServers(say: (text: string) => void): void {
  const lock = createHash('sha256').update(readFileSync(join(home, 'package-lock.json'))).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock) return;
  say('installing VS Code (server and web workbench) from npm, about a minute …');
  stepOrThrow(['ci', '--ignore-scripts'], home);
  const own = quiet('npm', ['rebuild', 'node-minimum'], { cwd: home });
  if (!own.ok) say('Node 20 could not be fetched; the lowest VS Code version runs on the scripts’ Node instead');
  let native = true;
  for (const version of ['newest', 'minimum'] as const) {
    const folder = serverFolder(version);
    stepOrThrow(['install', '--omit=dev', '--ignore-scripts'], folder);
    native &&= quiet('npm', ['rebuild', ...natives], { cwd: folder }).ok;
  }
  if (!native) say('VS Code’s logging module could not be built here; VS Code runs without its log files');
  writeFileSync(stampFile, lock);
}
