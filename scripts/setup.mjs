// Sets everything up on a fresh clone: packages, a pinned Node for the scripts, and nodejieba's binary.
// Plain JavaScript for Node 20 and no imports from packages, because nothing is installed yet when it runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(project, 'node_modules');
const stampFile = join(modules, '.speech-draft-setup.json');
const windows = process.platform === 'win32';

function say(text) {
  process.stderr.write(`[set-up] ${text}\n`);
}

/** Runs a command; its output is kept and shown only where it fails, unless SPEECH_DRAFT_VERBOSE is set. */
function run(command, args, options = {}) {
  const verbose = process.env.SPEECH_DRAFT_VERBOSE === '1';
  const result = spawnSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    shell: windows,
    stdio: verbose ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  return { ok: result.status === 0, output, error: result.error };
}

function lastLines(text, count) {
  return text.trim().split('\n').slice(-count).join('\n');
}

function fail(text, output) {
  say(text);
  if (output) process.stderr.write(`${lastLines(output, 20)}\n`);
  process.exit(1);
}

function readStamp() {
  if (!existsSync(stampFile)) return {};
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    say('the note of the last set-up is unreadable; setting up anew');
    return {};
  }
}

function writeStamp(stamp) {
  writeFileSync(stampFile, `${JSON.stringify(stamp, null, 2)}\n`);
}

function installPackages(stamp) {
  const lock = readFileSync(join(project, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (stamp.lock === wanted) return stamp;
  say('installing packages (npm ci, about half a minute) …');
  // Install scripts stay off: one of them builds native code outside the lock file, which would fail the whole install
  // on a machine without a compiler. What has to be built is built below, each with its own fallback.
  const result = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!result.ok) fail('npm ci failed; the packages could not be installed:', result.output || String(result.error));
  return { lock: wanted };
}

function pinnedNode() {
  return join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');
}

function installNode(stamp) {
  if (stamp.node && (stamp.node !== 'pinned' || existsSync(pinnedNode()))) return stamp;
  say('fetching the pinned Node for the scripts …');
  const result = run('npm', ['rebuild', 'node', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.ok && existsSync(pinnedNode())) return { ...stamp, node: 'pinned' };
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) {
    say(`the pinned Node could not be fetched; this machine's own ${process.version} takes its place`);
    return { ...stamp, node: 'own' };
  }
  return fail(`the pinned Node could not be fetched, and this machine's ${process.version} is older than 24:`, result.output);
}

/** The binary that nodejieba's own loader looks for. */
function segmenterBinary() {
  return join(modules, 'nodejieba', 'build', 'Release', 'nodejieba.node');
}

function buildSegmenter(stamp) {
  // A changed compiler setting (CXX=false in a test) is another outcome, so it is part of the stamp.
  const compiler = process.env.CXX ?? '';
  if (stamp.segmenter && stamp.compiler === compiler) {
    if (stamp.segmenter === 'wasm' || existsSync(segmenterBinary())) return stamp;
  }
  say('building nodejieba (about 20 seconds) …');
  const gyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  // The package that carries Node's binary carries its headers too, so nothing is downloaded where it is there.
  const headers = join(modules, 'node', 'node_modules', `node-${windows ? 'win' : process.platform}-${process.arch}`);
  const args = [gyp, 'rebuild', '--release'];
  if (existsSync(join(headers, 'include', 'node', 'node_api.h'))) args.push(`--nodedir=${headers}`);
  const node = existsSync(pinnedNode()) ? pinnedNode() : process.execPath;
  rmSync(join(modules, 'nodejieba', 'build'), { recursive: true, force: true });
  const result = run(node, args, { cwd: join(modules, 'nodejieba'), shell: false });
  const built = result.ok && existsSync(segmenterBinary());
  if (!built) say('nodejieba could not be built here (no working compiler): the WebAssembly segmenter takes over');
  return { ...stamp, segmenter: built ? 'native' : 'wasm', compiler };
}

if (!existsSync(join(project, 'package-lock.json'))) fail('package-lock.json is missing: this is not a whole checkout');
mkdirSync(modules, { recursive: true });
let stamp = readStamp();
for (const step of [installPackages, installNode, buildSegmenter]) {
  const before = stamp;
  stamp = step(stamp);
  if (stamp !== before) writeStamp(stamp);
}
