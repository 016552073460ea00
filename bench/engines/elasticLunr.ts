import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchEngine } from './engine.ts';
import { addEach, load } from './engine.ts';

interface Index {
  addField(name: string): void;
  setRef(name: string): void;
  saveDocument(save: boolean): void;
  pipeline: { reset(): void };
  addDoc(document: object): void;
  search(query: string, options: object): { ref: string }[];
}
interface Module {
  (configure: (this: Index) => void): Index;
  tokenizer: { (text: string): string[]; setSeperator(separator: RegExp): void };
  Index: { load(raw: unknown): Index };
}

export async function elasticLunr(): Promise<BenchEngine> {
  const module = await load<Module>('elasticlunr');
  module.tokenizer.setSeperator(/ /);
  let index = module(function configure() {
    this.addField('text');
    this.setRef('id');
    this.saveDocument(false);
    this.pipeline.reset();
  });
  return {
    build: (paragraphs) => addEach(paragraphs, (text, id) => index.addDoc({ id, text })),
    save: async (folder) => {
      const json = JSON.stringify(index);
      writeFileSync(join(folder, 'index.json'), json);
      return { index: Buffer.byteLength(json), text: 0 };
    },
    open: async (folder) => {
      index = module.Index.load(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
    },
    search: (terms, limit) => index.search(terms.join(' '), { bool: 'OR' }).slice(0, limit).map((each) => Number(each.ref)),
  };
}
