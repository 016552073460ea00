// Packages the built extension: node scripts/package.ts [--out FILE.vsix]. `dist/` must have been built.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { project } from './commands.ts';

interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Largest package that is accepted, in MB (10⁶ bytes). */
const limit = 12;

/** Packages whose files the build lays beside the bundles. */
const laidBeside = ['nodejieba', 'jieba-wasm', 'pdfjs-dist', 'pinyin-pro'];

/** Every package whose code or data is in `dist/`: those of the bundles, by the build's own list, and those beside. */
function shippedPackages(): string[] {
  const inputs = JSON.parse(readFileSync(join(project, 'out', 'bundled.json'), 'utf8')) as readonly string[];
  const bundled = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set([...bundled, ...laidBeside])].sort();
}

/** The notices of the dependencies that go into the package. Throws where a package of the list is not there. */
function notices(): string {
  const parts = ['讲话稿助手随附的第三方软件及其许可\nThird-party software in this package and its licences\n'];
  for (const name of shippedPackages()) {
    const folder = join(project, 'node_modules', name);
    const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFacts;
    const file = readdirSync(folder).find((entry) => /^(licen[sc]e|copying)/i.test(entry));
    const text = file === undefined ? `Licence: ${facts.license ?? 'see the package'}` : readFileSync(join(folder, file), 'utf8');
    parts.push(`${'='.repeat(79)}\n${facts.name} ${facts.version} (${facts.license ?? 'see below'})\n\n${text.trim()}\n`);
  }
  return parts.join('\n');
}

const { values } = parseArgs({ options: { out: { type: 'string', default: join(project, 'out', 'speech-draft.vsix') } } });
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(join(project, 'dist', 'THIRD-PARTY-NOTICES.txt'), notices());
await createVSIX({ cwd: project, packagePath: values.out, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
const size = statSync(values.out).size / 1e6;
process.stdout.write(`${values.out.split(/[\\/]/).pop()}: ${size.toFixed(2)} MB (limit ${limit} MB)\n`);
if (size > limit) {
  process.stderr.write(`the package is larger than ${limit} MB\n`);
  process.exit(1);
}
