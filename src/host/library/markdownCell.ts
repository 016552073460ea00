/** File names and removed text come from anywhere; in a table cell of Markdown they are text. */
export function markdownCell(text: string): string {
  return text.replace(/[\\`*_[\]<>|&~#$]/g, '\\$&').replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ');
}
