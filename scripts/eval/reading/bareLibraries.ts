import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'parse5';
import { project } from '../../commands.ts';

/** A library that reads one format, used in the plainest way: bytes to text. */
export interface BareLibrary {
  readonly name: string;
  read(bytes: Uint8Array): Promise<unknown>;
}

interface Mammoth {
  extractRawText(input: { buffer: Buffer }): Promise<unknown>;
}
type WordExtractor = new () => { extract(input: Buffer): Promise<{ getBody(): string }> };

/** What a format's bytes are turned into text with elsewhere; formats without such a library are missing. */
export async function bareLibraries(): Promise<Map<string, BareLibrary>> {
  const bench = join(project, 'bench');
  if (!existsSync(join(bench, 'node_modules', 'mammoth'))) {
    console.error('[eval] installing the libraries that are measured against …');
    spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: bench, stdio: 'inherit' });
  }
  const load = createRequire(join(bench, 'package.json'));
  const mammoth = load('mammoth') as Mammoth;
  const Extractor = load('word-extractor') as WordExtractor;
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const decode = (encoding: string): BareLibrary => ({ name: `TextDecoder (${encoding})`, read: (bytes) => Promise.resolve(new TextDecoder(encoding).decode(bytes)) });
  return new Map<string, BareLibrary>([
    ['md', decode('utf-8')],
    ['txt', decode('utf-8')],
    ['gbk', decode('gb18030')],
    ['html', { name: 'parse5', read: (bytes) => Promise.resolve(parse(new TextDecoder().decode(bytes))) }],
    ['docx', { name: 'mammoth', read: (bytes) => mammoth.extractRawText({ buffer: Buffer.from(bytes) }) }],
    ['doc', { name: 'word-extractor', read: async (bytes) => (await new Extractor().extract(Buffer.from(bytes))).getBody() }],
    [
      'pdf',
      {
        name: 'pdf.js',
        async read(bytes) {
          const document = await pdf.getDocument({ data: Uint8Array.from(bytes), cMapUrl: `${join(project, 'node_modules', 'pdfjs-dist', 'cmaps')}/`, cMapPacked: true, verbosity: 0 }).promise;
          for (let number = 1; number <= document.numPages; number += 1) await (await document.getPage(number)).getTextContent();
          await document.loadingTask.destroy();
        },
      },
    ],
  ]);
}
