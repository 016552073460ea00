// Reads corpus/formulations/*.json and writes corpus/evidence.json.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Formulation } from '../../src/core/contracts.ts';
import type { EvidenceFile } from '../../src/core/formulations/evidence.ts';

export const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** The bundled formulations, file by file in the order of their names. */
export function bundledFormulations(): Formulation[] {
  const folder = join(corpus, 'formulations');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Formulation[]);
}

export function bundledEvidence(): EvidenceFile {
  return JSON.parse(readFileSync(join(corpus, 'evidence.json'), 'utf8')) as EvidenceFile;
}

/** One line an entry, so that a change of one shows as one line. */
export function writeEvidence(file: string, evidence: EvidenceFile): void {
  const block = (record: Readonly<Record<string, unknown>>): string => {
    const lines = Object.entries(record).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  };
  const { until, days, formulations, links, wrong } = evidence;
  writeFileSync(
    file,
    `{\n  "until": ${JSON.stringify(until)},\n  "days": ${JSON.stringify(days)},\n  "formulations": ${block(formulations)},\n` +
      `  "links": ${block(links)},\n  "wrong": ${block(wrong)}\n}\n`,
  );
}
