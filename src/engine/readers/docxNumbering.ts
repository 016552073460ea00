import type { ListLevel, NumberedList } from './generatedNumbers.ts';
import type { ReadingLimits } from './limits.ts';
import { walkXml } from './xml.ts';

interface Draft {
  abstract: string;
  readonly restarts: Map<number, number>;
}

interface Reading {
  readonly lists: Map<string, NumberedList>;
  /** The level of a list that belongs to a paragraph style, by `list:style`. */
  readonly levelOfStyle: ReadonlyMap<string, number>;
}

/** Reads the list definitions of a Word document, by the number that paragraphs name. */
export function readNumbering(xml: string | null, limits: ReadingLimits): Reading {
  if (xml === null) return { lists: new Map(), levelOfStyle: new Map() };
  const definitions = new Map<string, Map<number, ListLevel>>();
  const styles = new Map<string, { style: string; level: number }[]>();
  const drafts = new Map<string, Draft>();
  let definition: string | null = null;
  let list: Draft | null = null;
  let level = -1;
  let format = { format: 'decimal', pattern: '', start: 1, legal: false };
  walkXml(xml, {
    open(name, attributes) {
      const value = (): string => attributes.get('w:val') ?? '';
      switch (name) {
        case 'w:abstractNum':
          definition = attributes.get('w:abstractNumId') ?? '';
          definitions.set(definition, new Map());
          break;
        case 'w:num':
          list = { abstract: '', restarts: new Map() };
          drafts.set(attributes.get('w:numId') ?? '', list);
          break;
        case 'w:abstractNumId':
          if (list !== null) list.abstract = value();
          break;
        case 'w:lvl':
        case 'w:lvlOverride':
          level = Number(attributes.get('w:ilvl') ?? -1);
          format = { format: 'decimal', pattern: '', start: 1, legal: false };
          break;
        case 'w:startOverride':
          list?.restarts.set(level, Number(value()) || 1);
          break;
        case 'w:numFmt':
          format.format = value();
          break;
        case 'w:lvlText':
          format.pattern = value();
          break;
        case 'w:isLgl':
          format.legal = !/^(?:0|false|off)$/.test(value());
          break;
        case 'w:start':
          format.start = Number(value()) || 1;
          break;
        case 'w:pStyle':
          if (definition !== null) styles.set(definition, [...(styles.get(definition) ?? []), { style: value(), level }]);
          break;
        default:
      }
    },
    close(name) {
      if (name === 'w:lvl' && definition !== null && level >= 0 && level < 9) definitions.get(definition)?.set(level, format);
      else if (name === 'w:abstractNum') definition = null;
      else if (name === 'w:num') list = null;
    },
    text() {
      // Numbering definitions hold attributes only.
    },
  }, limits);
  const lists = new Map<string, NumberedList>();
  const levelOfStyle = new Map<string, number>();
  for (const [id, { abstract, restarts }] of drafts) {
    lists.set(id, { definition: abstract, levels: definitions.get(abstract) ?? new Map<number, ListLevel>(), restarts });
    for (const { style, level: of } of styles.get(abstract) ?? []) levelOfStyle.set(`${id}:${style}`, of);
  }
  return { lists, levelOfStyle };
}
