import type { Outline, Section, Speech } from '../contracts.ts';

/**
 * Texts whose sentences end with a half-width full stop, as scanners, old programs and hasty typists write them:
 * `把账算清楚.今年…`. They are read as if each stood there in full width, and told with what they hold.
 */

/** Fewer sentences than this show no habit. */
const leastStops = 3;
/** A stop behind Chinese, a quotation, a bracket, a percentage or a name left out; the end of no abbreviation and no address. */
const stop = /(?<=[\p{Script=Han}”"’」』》%％*)）])\.(?![A-Za-z0-9.．])/gu;
/** `一.` and `(一).` count what stands behind them. */
const counts = /(?:[一二三四五六七八九十]|[(（][一二三四五六七八九十\d]{1,3}[)）])$/u;

/** The text with wide full stops where most of its sentences end with narrow ones, character for character; else as it is. */
export function widenStops(text: string): string {
  if (!text.includes('.')) return text;
  const narrow = text.match(stop)?.length ?? 0;
  if (narrow < leastStops) return text;
  let wide = 0;
  for (let at = text.indexOf('。'); at >= 0 && wide < narrow; at = text.indexOf('。', at + 1)) wide += 1;
  if (wide >= narrow) return text;
  return text.replace(stop, (mark, at: number) => (/[^\r\n]/u.test(text.charAt(at + 1)) && counts.test(text.slice(Math.max(0, at - 5), at)) ? mark : '。'));
}

export interface Told {
  readonly outline: Outline;
  readonly text: string;
}

/** What was read from a widened text with the stops that its source has; `sourceOffset` leads from the clean text to that. */
export function withOwnStops({ outline, text }: Told, source: string, sourceOffset: (offset: number) => number): Told {
  const own = text.replace(/。/gu, (mark, at: number) => (source.charAt(sourceOffset(at)) === '.' ? '.' : mark));
  const find = (words: string, from: number): string => {
    const at = words.includes('。') ? text.indexOf(words, from) : -1;
    return at < 0 ? words : own.slice(at, at + words.length);
  };
  const fact = (words: string | null): string | null => (words === null ? null : find(words, 0));
  const withParagraphs = <Part extends Pick<Section, 'paragraphs' | 'sections'>>(part: Part): Part => ({
    ...part,
    paragraphs: part.paragraphs.map((paragraph) => ({ ...paragraph, text: own.slice(paragraph.span.start, paragraph.span.end) })),
    sections: part.sections.map((section) => withParagraphs({ ...section, heading: find(section.heading, section.span.start) })),
  });
  const articles = outline.articles.map((speech): Speech => withParagraphs({ ...speech, title: fact(speech.title), occasion: fact(speech.occasion) }));
  return { outline: { ...outline, articles }, text: own };
}
