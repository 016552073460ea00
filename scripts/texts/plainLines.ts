/** The lines of a Markdown or plain text that hold anything, without its front matter and the signs of heads, quotations and bold type. */
export function plainLines(text: string): string[] {
  return text
    .replace(/^\ufeff|^---\n[\s\S]*?\n---\n/gu, '')
    .split('\n')
    .map((line) => line.replace(/^[#>\s]+|[*_]{2}/gu, '').trim())
    .filter((line) => line !== '');
}
