export type DocumentFormat = 'md' | 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'rtf' | 'odt' | 'mht';

/** What a file is, or what it is instead of something readable. */
export type Recognised = Exclude<DocumentFormat, 'docx' | 'odt'> | 'encrypted-office' | 'word-xml' | 'flat-odt' | 'uof' | 'other-office' | 'old-office' | 'zip' | 'image' | 'sound' | 'program' | 'archive' | 'empty';

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
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'archive'],
  [[0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26], 'archive'],
  [[0x46, 0x6f, 0x75, 0x6e, 0x64, 0x65, 0x72, 0x20, 0x43, 0x45, 0x42], 'other-office'],
  [[0x43, 0x41, 0x4a, 0x00], 'other-office'],
  [[0x48, 0x4e, 0x00, 0x00], 'other-office'],
];

/** Marks that a text may begin with as well: `BM`, `MZ`, and in GBK 郓. A zero byte near them tells that it is none. */
const binaryMagic: readonly (readonly [RegExp, Recognised])[] = [
  [/^(?:II\*\0|MM\0\*|BM|RIFF[^]{4}WEBP|[^]{4}ftyp(?:hei|mif|avif))/, 'image'],
  [/^(?:ID3|\xff[\xf2\xf3\xfa\xfb]|RIFF[^]{4}(?:WAVE|AVI )|OggS|fLaC|#!AMR|[^]{4}ftyp|\x30\x26\xb2\x75)/, 'sound'],
  [/^(?:MZ|\x7fELF)/, 'program'],
  // Word for DOS, Write, Word 1 and 2, WordPerfect.
  [/^(?:\xfe\x37\0|[\x31\x32]\xbe\0\0|[\x9b\xdb]\xa5|\xffWPC)/, 'old-office'],
];
/** So far behind such a mark a zero byte is looked for. */
const markedHead = 512;

/** Tells a format by the file's content first and by its name second. A zip is told further by `recogniseArchive`. */
export function recogniseFormat(bytes: Uint8Array, fileName: string): Recognised {
  if (bytes.length === 0) return 'empty';
  for (const [mark, format] of magic) {
    if (mark.every((byte, index) => bytes[index] === byte)) return format === 'doc' && isEncryptedOffice(bytes) ? 'encrypted-office' : format;
  }
  const head = latin(bytes.subarray(0, 1024));
  const marked = bytes.subarray(0, markedHead).includes(0) ? binaryMagic.find(([mark]) => mark.test(head)) : undefined;
  if (marked !== undefined) return marked[1];
  // Some PDFs carry a few bytes before their mark.
  if (head.includes('%PDF-')) return 'pdf';
  const name = fileName.toLowerCase();
  const plain = head.replace(/\0/g, '').replace(/^[^<\w]*/, '').toLowerCase();
  if (/^<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:w:worddocument|pkg:package)\b/.test(plain)) return 'word-xml';
  if (/^<\?xml[^>]*>\s*<office:document\b/.test(plain)) return 'flat-odt';
  if (/^<\?xml[^>]*>\s*<uof:uof\b/.test(plain)) return 'uof';
  if (isMessage(head)) return 'mht';
  if (/^<(?:!doctype\s+html|html|head|body|meta|script|div|p|table|title)\b/.test(plain)) return 'html';
  if (/^<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)/.test(plain)) return 'html';
  if (/\.(?:html?|shtml|xhtml)$/.test(name)) return 'html';
  if (/\.mht(?:ml)?$/.test(name)) return 'mht';
  if (/\.(?:md|markdown|mkd)$/.test(name)) return 'md';
  return 'txt';
}

/** A saved page begins with header fields, as a mail does; Word saves such files as .doc too. */
function isMessage(head: string): boolean {
  let known = 0;
  for (const line of head.slice(0, 1024).split(/\r?\n/).slice(0, 12)) {
    if (line === '' || !/^(?:[A-Za-z][\w-]*:|[ \t])/.test(line)) break;
    if (/^(?:mime-version|content-type|content-transfer-encoding|snapshot-content-location):/i.test(line)) known += 1;
  }
  return known > 0 && /^content-type:|\ncontent-type:/i.test(head);
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
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
