import iconv from 'iconv-lite';

/**
 * A PDF as official writers often make them: a Chinese font by name only (not embedded), encoded GBK-EUC-H, without a
 * ToUnicode map. Its text can be read only with the character maps. Each argument is a page of lines.
 */
export function minimalPdf(...pages: readonly (readonly string[])[]): Uint8Array {
  return placedPdf(pages.map((lines) => lines.map((text, index) => ({ text, x: index > 1 ? 96 : 72, y: 760 - index * 24 }))));
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** 14 by default. */
  readonly size?: number;
  /** Quarter turns to the left; a broken number lies askew. */
  readonly turns?: number;
}

/** A PDF like that with its text where it is put; `rotate` is how the pages are to be turned, `vertical` how the font writes. */
export function placedPdf(pages: readonly (readonly PlacedText[])[], { rotate = 0, vertical = false } = {}): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /FangSong_GB2312 /Encoding /GBK-EUC-${vertical ? 'V' : 'H'} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong_GB2312 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /FangSong_GB2312 /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>',
  ];
  for (const texts of pages) {
    const content = `BT\n${texts.map(shown).join('\n')}\nET`;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`);
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  const parts = ['%PDF-1.4\n'];
  let length = 9;
  const offsets = objects.map((object, index) => {
    const offset = length;
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return offset;
  });
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`);
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));
}

function shown({ text, x, y, size = 14, turns = 0 }: PlacedText): string {
  const [cosine, sine] = [Math.cos((turns * Math.PI) / 2), Math.sin((turns * Math.PI) / 2)].map((value) => Number(value.toFixed(6)));
  return `/F1 ${size} Tf ${cosine} ${sine} ${-(sine ?? 0)} ${cosine} ${x} ${y} Tm <${iconv.encode(text, 'gbk').toString('hex')}> Tj`;
}
