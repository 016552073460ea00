import { PassageLibrary } from '../../../src/core/passages/passageLibrary.ts';
import { memorySource } from '../../../src/core/passages/ports.ts';
import { Segment } from '../../../src/core/passages/segment.ts';
import { SegmentBuilder } from '../../../src/core/passages/segmentBuilder.ts';
import type { TextParagraph } from '../../texts/textFolder.ts';
import type { SearchTools } from './searchTools.ts';

/** An engine that ranks paragraphs, named by their position in the haystack. */
export interface RankingEngine {
  readonly name: string;
  /** Best first; nothing of `ownFile`, the file that the query is from. */
  rank(query: string, limit: number, ownFile: string | null): number[];
}

/** The index of this project, asked as the panel asks it. Folded duplicates follow the passage that they stand under. */
export function passageEngine(paragraphs: readonly TextParagraph[], tools: SearchTools): RankingEngine {
  const builder = new SegmentBuilder(tools.segmenter);
  const places = new Map<string, number>();
  let start = 0;
  while (start < paragraphs.length) {
    const file = paragraphs[start]?.file ?? '';
    let end = start;
    while (paragraphs[end]?.file === file) end += 1;
    const members = paragraphs.slice(start, end);
    members.forEach(({ line }, offset) => places.set(`${file}\n${line}`, start + offset));
    builder.add({
      file,
      sections: [
        {
          parent: -1,
          heading: '',
          year: null,
          occasion: null,
          paragraphs: members.map(({ text, line }) => ({ text, line, page: null, role: 'body' as const })),
        },
      ],
    });
    start = end;
  }
  const { index, text } = builder.finish();
  const segment = new Segment({ index: memorySource(index), text: memorySource(text) });
  const library = new PassageLibrary(tools.segmenter, tools.phrases, () => tools.meanings);
  library.setShelves([{ segment, root: '', dead: new Set(), fileName: (path) => path, pathOf: (file) => file }]);
  return {
    name: tools.meanings === null ? '本项目，不用词义' : '本项目',
    rank(query, limit, ownFile) {
      const passages = library.similar({ text: query, limit, ...(ownFile === null ? {} : { file: ownFile }) });
      return passages
        .flatMap((passage) => [passage, ...passage.duplicates])
        .map(({ file, line }) => places.get(`${file}\n${line}`))
        .filter((place) => place !== undefined)
        .slice(0, limit);
    },
  };
}
