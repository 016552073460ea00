import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serverFolder, serverNode, type VSCodeVersion } from './servers.ts';

export interface LaunchOptions {
  readonly version: VSCodeVersion;
  /** Folder for the server's data; extensions live in `extensions` below it. */
  readonly data: string;
  /** `null` leaves the server open to every local process and lets tests run: for tests alone. */
  readonly token: string | null;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
  readonly port?: number;
}

export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  /** Lines that the server printed, for a report where something fails. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

function serverArguments(options: LaunchOptions): string[] {
  return [
    '--accept-server-license-terms',
    '--server-data-dir', options.data,
    '--user-data-dir', join(options.data, 'data'),
    '--extensions-dir', join(options.data, 'extensions'),
    '--telemetry-level', 'off',
  ];
}

/** Installs a packaged extension into the server's own extensions folder. */
export function installExtension(options: LaunchOptions, vsix: string): void {
  const result = spawnSync(
    serverNode(options.version),
    [join(serverFolder(options.version), 'out', 'server-main.js'), ...serverArguments(options), '--install-extension', vsix, '--force'],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (result.status !== 0 || !/successfully installed/.test(result.stdout)) {
    throw new Error(`the packaged extension could not be installed:\n${result.stdout}${result.stderr}`);
  }
}

/** Starts VS Code's server and waits until it listens (at most 60 seconds). */
export async function launchServer(options: LaunchOptions): Promise<RunningServer> {
  const machine = join(options.data, 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify(options.settings ?? {}, null, 2));
  const port = options.port ?? (await freePort());
  const access =
    options.token === null
      ? ['--without-connection-token', '--enable-smoke-test-driver', '--disable-workspace-trust']
      : ['--connection-token', options.token];
  const child = spawn(
    serverNode(options.version),
    [
      join(serverFolder(options.version), 'out', 'server-main.js'),
      '--host', '127.0.0.1', '--port', String(port),
      ...access,
      ...serverArguments(options),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } },
  );
  const log: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code did not start within a minute:\n${log.slice(-20).join('')}`)), 60_000);
    const listen = (chunk: Buffer) => {
      log.push(chunk.toString());
      if (!chunk.includes('Extension host agent listening')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (status) => {
      clearTimeout(timer);
      reject(new Error(`VS Code ended with status ${status}:\n${log.slice(-20).join('')}`));
    });
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.on('exit', () => resolve());
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    });
  return { port, pid: child.pid ?? 0, log, stop };
}
