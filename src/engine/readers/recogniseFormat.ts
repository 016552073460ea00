export type DocumentFormat = 'md' | 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'rtf' | 'odt';

/** What a file is, or what it is instead of something readable. */
export type Recognised = DocumentFormat | 'encrypted-office' | 'zip' | 'image' | 'archive' | 'empty';

const magic: readonly (readonly [readonly number[], Recognised])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'doc'],
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
];

/** Tells a format by the file's content first and by its name second. A zip is told further by `recogniseArchive`. */
export function recogniseFormat(bytes: Uint8Array, fileName: string): Recognised {
  if (bytes.length === 0) return 'empty';
  for (const [mark, format] of magic) {
    if (mark.every((byte, index) => bytes[index] === byte)) return format === 'doc' && isEncryptedOffice(bytes) ? 'encrypted-office' : format;
  }
  // Some PDFs carry a few bytes before their mark.
  const head = latin(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  const name = fileName.toLowerCase();
  const plain = head.replace(/\0/g, '').replace(/^[^<\w]*/, '').toLowerCase();
  if (/^<(?:!doctype\s+html|html|head|body|meta|script|div|p|table|title)\b/.test(plain)) return 'html';
  if (/^<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)/.test(plain)) return 'html';
  if (/\.(?:html?|mht|shtml|xhtml)$/.test(name)) return 'html';
  if (/\.(?:md|markdown|mkd)$/.test(name)) return 'md';
  return 'txt';
}

/** An encrypted .docx is an OLE container that holds a stream named EncryptedPackage. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((character) => [character.charCodeAt(0), 0]);
  const limit = Math.min(bytes.length, 1_000_000) - name.length;
  for (let index = 0; index < limit; index += 1) {
    if (bytes[index] === 0x45 && name.every((byte, offset) => bytes[index + offset] === byte)) return true;
  }
  return false;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
