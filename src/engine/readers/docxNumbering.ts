import { isOn } from './docxStyles.ts';
import type { ListLevel, NumberedList } from './generatedNumbers.ts';
import type { ReadingLimits } from './limits.ts';
import { walkXml } from './xml.ts';

interface Draft {
  abstract: string;
  readonly restarts: Map<number, number>;
  /** Levels that this list alone defines anew. */
  readonly levels: Map<number, ListLevel>;
}

export interface Numbering {
  readonly lists: Map<string, NumberedList>;
  /** The level of a list that belongs to a paragraph style, by `list:style`. */
  readonly levelOfStyle: ReadonlyMap<string, number>;
}

interface OpenLevel extends ListLevel {
  format: string;
  pattern: string;
  start: number;
  legal: boolean;
  apart: boolean;
  restartedBy?: number;
}

const plainLevel = (): OpenLevel => ({ format: 'decimal', pattern: '', start: 1, legal: false, apart: true });

/**
 * Reads the list definitions of a Word document, by the number that paragraphs name. `listOfStyle` says which list a style
 * of numbering stands for: a definition may be no more than the name of one.
 */
export function readNumbering(xml: string | null, limits: ReadingLimits, listOfStyle: (style: string) => string | null = () => null): Numbering {
  if (xml === null) return { lists: new Map(), levelOfStyle: new Map() };
  const definitions = new Map<string, Map<number, ListLevel>>();
  const styles = new Map<string, { style: string; level: number }[]>();
  const drafts = new Map<string, Draft>();
  const named = new Map<string, string>();
  let definition: string | null = null;
  let list: Draft | null = null;
  let level = -1;
  let format = plainLevel();
  walkXml(xml, {
    open(name, attributes) {
      const value = (): string => attributes.get('w:val') ?? '';
      switch (name) {
        case 'w:abstractNum':
          definition = attributes.get('w:abstractNumId') ?? '';
          definitions.set(definition, new Map());
          break;
        case 'w:num':
          list = { abstract: '', restarts: new Map(), levels: new Map() };
          drafts.set(attributes.get('w:numId') ?? '', list);
          break;
        case 'w:abstractNumId':
          if (list !== null) list.abstract = value();
          break;
        case 'w:lvl':
        case 'w:lvlOverride':
          level = Number(attributes.get('w:ilvl') ?? -1);
          format = plainLevel();
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
          format.legal = isOn(attributes.get('w:val'));
          break;
        case 'w:suff':
          format.apart = value() !== 'nothing';
          break;
        case 'w:lvlRestart':
          format.restartedBy = Number(value());
          break;
        case 'w:numStyleLink':
          if (definition !== null) named.set(definition, value());
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
      if (name === 'w:lvl' && level >= 0 && level < 9) (definition === null ? list?.levels : definitions.get(definition))?.set(level, format);
      else if (name === 'w:abstractNum') definition = null;
      else if (name === 'w:num') list = null;
    },
    text() {
      // Numbering definitions hold attributes only.
    },
  }, limits);
  const lists = new Map<string, NumberedList>();
  const levelOfStyle = new Map<string, number>();
  for (const [id, { abstract: own, restarts, levels }] of drafts) {
    const style = named.get(own);
    const abstract = (style === undefined ? undefined : drafts.get(listOfStyle(style) ?? '')?.abstract) ?? own;
    lists.set(id, { definition: abstract, levels: new Map([...(definitions.get(abstract) ?? []), ...levels]), restarts });
    for (const { style, level: of } of styles.get(abstract) ?? []) levelOfStyle.set(`${id}:${style}`, of);
  }
  return { lists, levelOfStyle };
}
