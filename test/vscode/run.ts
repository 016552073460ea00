// Runs the test module in a real VS Code with a person at the keyboard:
// node test/vscode/run.ts [--version newest|minimum] [--packaged FILE.vsix] [--suite NAME] [--grep TEXT] [--pictures DIR]
//   [--theme NAME] [--language zh-cn] [--empty] [--roots] [--reload] [--twice]
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { project } from '../../scripts/commands.ts';
import { installExtension, launchServer, type LaunchOptions } from '../../scripts/vscode/launch.ts';
import { prepareServers, type VSCodeVersion } from '../../scripts/vscode/servers.ts';
import { openBrowser } from './driver/browser.ts';
import { servePerson } from './driver/person.ts';
import { personVariable } from './driver/protocol.ts';

const { values } = parseArgs({
  options: {
    version: { type: 'string', default: 'newest' },
    packaged: { type: 'string' },
    /** A file of test/vscode/suite without `.ts`; it imports what is to be run. */
    suite: { type: 'string', default: 'suites' },
    grep: { type: 'string', default: '' },
    pictures: { type: 'string', default: join(project, 'out', 'pictures') },
    /** Opens a window without a folder. */
    empty: { type: 'boolean', default: false },
    /** Opens a workspace of two folders. */
    roots: { type: 'boolean', default: false },
    /** When the suite has run, reloads the window and runs it again on what it left. */
    reload: { type: 'boolean', default: false },
    /** Has every test fail at the end of its first run: one that then passes leaves nothing in its own way. Leaving cannot be tried again. */
    twice: { type: 'boolean', default: false },
    theme: { type: 'string' },
    /** Language that VS Code tells extensions; its own texts stay English without a language pack. */
    language: { type: 'string' },
    timeout: { type: 'string', default: '900' },
  },
});
const version: VSCodeVersion = values.version === 'minimum' ? 'minimum' : 'newest';
const say = (text: string) => process.stderr.write(`[VS Code ${version}] ${text}\n`);

async function bundleSuite(): Promise<string> {
  const outfile = join(project, 'out', 'vscode-suite', 'index.js');
  await build({
    entryPoints: [join(project, 'test', 'vscode', 'suite', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  writeFileSync(join(project, 'out', 'package.json'), '{ "type": "commonjs" }\n');
  return outfile;
}

/** A workspace file that names the workspace's folder and a second one beside it. */
function workspaceOfTwo(home: string, first: string): string {
  const second = join(home, '另一个 文件夹');
  mkdirSync(second, { recursive: true });
  writeFileSync(join(second, '领导讲话.md'), '# 在水利工作会议上的讲话\n\n同志们：\n\n要把珊瑚渠系的管护责任落到一渠一人，做到长流水、不断线。\n');
  const file = join(home, '两个文件夹.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: first }, { path: second }] }));
  return file;
}

async function main(): Promise<number> {
  prepareServers(say);
  const suite = await bundleSuite();
  // Chinese characters and spaces in every path, as on a writer's own machine.
  const home = mkdtempSync(join(tmpdir(), '讲话稿 测试 '));
  const workspace = join(home, '我的 讲话稿');
  mkdirSync(workspace, { recursive: true });
  cpSync(join(project, 'test', 'vscode', 'workspace'), workspace, { recursive: true });
  const browser = await openBrowser(say);
  let page: Page | null = null;
  const console: string[] = [];
  const person = await servePerson(() => {
    if (page === null) throw new Error('VS Code is not open yet');
    return page;
  }, values.pictures);
  const options: LaunchOptions = {
    version,
    data: join(home, 'server'),
    token: null,
    settings: {
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'chat.disableAIFeatures': true,
      'workbench.startupEditor': 'none',
      'workbench.tips.enabled': false,
      'extensions.ignoreRecommendations': true,
      ...(values.theme === undefined ? {} : { 'workbench.colorTheme': values.theme }),
    },
    env: {
      [personVariable]: person.url,
      SPEECH_DRAFT_PROJECT: project,
      SPEECH_DRAFT_GREP: values.grep,
      SPEECH_DRAFT_SUITE: values.suite,
      SPEECH_DRAFT_TWICE: values.twice ? '1' : '',
      SPEECH_DRAFT_TOUR: process.env['SPEECH_DRAFT_TOUR'] ?? '',
      SPEECH_DRAFT_PACKAGED: values.packaged === undefined ? '' : '1',
    },
  };
  try {
    if (values.packaged !== undefined) installExtension(options, values.packaged);
    const server = await launchServer(options);
    try {
      const authority = `vscode-remote://127.0.0.1:${server.port}`;
      const developed = values.packaged === undefined ? project : join(project, 'test', 'vscode', 'probe');
      const payload = JSON.stringify([
        ['extensionDevelopmentPath', `${authority}${encodeURI(developed)}`],
        ['extensionTestsPath', `${authority}${encodeURI(suite.replace(/\.js$/, ''))}`],
      ]);
      const opened = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN' });
      page = opened;
      if (values.language !== undefined) {
        const language = JSON.stringify(values.language);
        await opened.addInitScript(`Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${language}, set: () => {} })`);
      }
      // Playwright's own clipboard permissions, so that a copied passage can be read back.
      await opened.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      let finish: (code: number) => void = () => undefined;
      await opened.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        const line = format(...args);
        console.push(line);
        if (process.env['SPEECH_DRAFT_VERBOSE'] === '1') process.stderr.write(`${line}\n`);
      });
      await opened.exposeFunction('codeAutomationExit', (code: number) => finish(code));
      /** Waits for the result of the test module that opening or reloading the window starts. */
      const runIn = (open: () => Promise<unknown>) =>
        new Promise<number>((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error(`no result after ${values.timeout} s`)), Number(values.timeout) * 1000);
          finish = (code) => {
            clearTimeout(timer);
            resolve(code);
          };
          open().catch(reject);
        });
      const place = values.empty ? 'ew=true' : values.roots ? `workspace=${encodeURIComponent(workspaceOfTwo(home, workspace))}` : `folder=${encodeURIComponent(workspace)}`;
      const url = `http://127.0.0.1:${server.port}/?${place}&payload=${encodeURIComponent(payload)}`;
      try {
        let code = await runIn(() => opened.goto(url, { timeout: 60_000 }));
        if (code === 0 && values.reload) code = await runIn(() => opened.reload({ timeout: 60_000 }));
        if (code !== 0) say(`failed; the extension host's last lines:\n${console.slice(-12).join('\n')}`);
        return code;
      } catch (error) {
        mkdirSync(values.pictures, { recursive: true });
        await opened.screenshot({ path: join(values.pictures, 'failure.png') });
        say(server.log.slice(-30).join(''));
        throw error;
      }
    } finally {
      await page?.close();
      await server.stop();
    }
  } finally {
    person.server.close();
    await browser.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
