/** What is asked of every engine. Terms come from the same segmenter for all. */
export interface BenchEngine {
  /** Indexes the paragraphs, which are given as their terms; positions are their numbers. */
  build(paragraphs: readonly (readonly string[])[], folder: string): Promise<void>;
  /** Writes the index to the folder; returns its size in bytes. */
  save(folder: string): Promise<number>;
  /** Opens what `save` wrote, in a new process. */
  open(folder: string): Promise<void>;
  /** Numbers of the best paragraphs for a set of terms, best first. */
  search(terms: readonly string[], limit: number): Promise<readonly number[]> | readonly number[];
}

export async function load<T>(name: string): Promise<T> {
  const module = (await import(name)) as { default?: T } & T;
  return module.default ?? module;
}
