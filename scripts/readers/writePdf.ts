import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const library = join('node_modules', 'pdfjs-dist');

/** Lays pdf.js, its worker and the maps of the Chinese character collection (Adobe-GB1) where the reader looks. */
export function writePdf(directory: string): void {
  const maps = join(directory, 'cmaps');
  mkdirSync(maps, { recursive: true });
  copyFileSync(join(library, 'legacy', 'build', 'pdf.min.mjs'), join(directory, 'pdf.mjs'));
  copyFileSync(join(library, 'legacy', 'build', 'pdf.worker.min.mjs'), join(directory, 'pdf.worker.mjs'));
  for (const name of readdirSync(join(library, 'cmaps'))) {
    // Traditional (Adobe-CNS1) comes along: older documents and those of Hong Kong and Macao use it.
    if (/^(?:Adobe-GB1|GB|UniGB|Adobe-CNS1|UniCNS|B5pc|ETen-B5|HKscs-B5)/.test(name)) copyFileSync(join(library, 'cmaps', name), join(maps, name));
  }
}
