import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { project } from '../../../scripts/commands.ts';

const installed = [
  process.env['SPEECH_DRAFT_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

interface BundledChromium {
  readonly default: { executablePath(): Promise<string>; readonly args: readonly string[] };
}

/** Opens a headless Chromium: an installed one, else the one that an npm package carries. */
export async function openBrowser(say: (text: string) => void): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return chromium.launch({ executablePath: found, args });
  say('no Chromium is installed; the one from npm takes its place');
  const require = createRequire(join(project, 'test', 'vscode', 'server', 'package.json'));
  const bundled = (await import(require.resolve('@sparticuz/chromium'))) as BundledChromium;
  const executablePath = await bundled.default.executablePath();
  return chromium.launch({ executablePath, args: [...args, ...bundled.default.args] });
}
