// Opens a VS Code with the extension running on a sample draft in a sample workspace.
// node scripts/run.mjs scripts/start.ts [--server] [--port N]
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { project, show } from './commands.ts';
import { installExtension, launchServer } from './vscode/launch.ts';
import { prepareServers } from './vscode/servers.ts';

const { values } = parseArgs({ options: { server: { type: 'boolean', default: false }, port: { type: 'string' } } });
const say = (text: string) => process.stderr.write(`[start] ${text}\n`);
const home = join(project, '.cache', 'start');
const workspace = join(home, '讲话稿示例');
const draft = join(workspace, '讲话稿草稿.md');

/** A screen that a window can open on; a Linux machine may have none. */
function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function installedVSCode(): string | null {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const found = spawnSync(finder, ['code'], { encoding: 'utf8' });
  return found.status === 0 ? (found.stdout.split(/\r?\n/)[0] ?? null) : null;
}

async function downloadedVSCode(): Promise<string | null> {
  try {
    say('fetching a desktop VS Code …');
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(project, '.cache', 'vscode-desktop'), timeout: 15_000 });
  } catch (error) {
    say(`no desktop VS Code could be fetched (${error instanceof Error ? error.message : String(error)})`);
    return null;
  }
}

async function openDesktop(executable: string): Promise<number> {
  say('opening VS Code …');
  return show(executable, [
    `--extensionDevelopmentPath=${project}`,
    `--user-data-dir=${join(home, 'desktop')}`,
    '--new-window',
    workspace,
    draft,
  ]);
}

async function openServer(): Promise<never> {
  prepareServers(say);
  const vsix = join(project, 'out', 'speech-draft.vsix');
  const status = await show(process.execPath, [join(project, 'scripts', 'package.ts'), '--out', vsix]);
  if (status !== 0) throw new Error('the extension could not be packaged');
  const token = randomBytes(24).toString('hex');
  const options = {
    version: 'newest' as const,
    data: join(home, 'server'),
    token,
    settings: { 'workbench.secondarySideBar.defaultVisibility': 'hidden', 'chat.disableAIFeatures': true },
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  };
  installExtension(options, vsix);
  const server = await launchServer(options);
  const payload = encodeURIComponent(JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${server.port}${encodeURI(draft)}`]]));
  say('VS Code is running. Open this address in a browser (Ctrl+C here ends it):');
  process.stdout.write(
    `http://127.0.0.1:${server.port}/?tkn=${token}&folder=${encodeURIComponent(workspace)}&payload=${payload}\n`,
  );
  const end = () => void server.stop().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return new Promise<never>(() => undefined);
}

async function main(): Promise<void> {
  say('building …');
  if ((await show(process.execPath, [join(project, 'esbuild.mjs'), '--production'])) !== 0) process.exit(1);
  if (!existsSync(draft)) {
    mkdirSync(workspace, { recursive: true });
    cpSync(join(project, 'media', 'sample'), workspace, { recursive: true });
  }
  if (!values.server && hasScreen()) {
    const desktop = installedVSCode() ?? (await downloadedVSCode());
    if (desktop !== null) process.exit(await openDesktop(desktop));
  }
  await openServer();
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
