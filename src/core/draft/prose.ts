/** Stands for a code unit that nobody reads aloud; no check looks for it. */
const blank = '\ue000';

const frontMatter = /^---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/;
const fence = /^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?(?:^ {0,3}\1[ \t]*$|(?![\s\S]))|$)/gm;
/** Comments, inline code, targets of links and pictures, addresses, tags. */
const inline = [
  /<!--[\s\S]*?-->/g,
  /(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g,
  /(?<=\])\([^()\n]*\)/g,
  /^ {0,3}\[[^\]\n]+\]:[^\n]*/gm,
  /\b(?:https?|ftp|file|mailto):[^\s，。；）》”]*/gi,
  /<\/?[a-z][^<>\n]*>/gi,
];

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, blank);
}

/**
 * The draft with all that is not spoken blanked out, at the same length so that places stay: front matter, code, targets
 * of links, tags. What is left means the same in Markdown and in plain text.
 */
export function proseOf(text: string): string {
  const prose = text.replace(frontMatter, blanked).replace(fence, blanked);
  return inline.reduce((rest, pattern) => rest.replace(pattern, blanked), prose);
}
