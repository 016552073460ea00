/** The prefixes that the readers know, by what they stand for; a program may write any other in their place. */
const knownPrefixes: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/^http:\/\/schemas\.microsoft\.com\/office\/word\/2003\/wordml$/, 'w'],
  [/^http:\/\/schemas\.microsoft\.com\/office\/word\/2003\/auxHint$/, 'wx'],
  [/^http:\/\/schemas\.openxmlformats\.org\/markup-compatibility\/2006$/, 'mc'],
  [/^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/relationships$/, ''],
  [/^urn:oasis:names:tc:opendocument:xmlns:(office|text|table|style):1\.0$/, '$1'],
];

/** How a document's own prefixes are said in those that the readers know. */
export interface Prefixes {
  element(name: string): string;
  /** The names under which an attribute may stand. */
  attributes(name: string): readonly string[];
}

/** What the root element declares; `null` where it declares nothing but the usual, as nearly every program does. */
export function readPrefixes(root: string): Prefixes | null {
  const known = new Map<string, string>();
  let isUsual = true;
  for (const [, written = '', , address = ''] of root.matchAll(/\sxmlns(?::([\w.-]{1,40}))?\s*=\s*(["'])(.{0,200}?)\2/g)) {
    for (const [pattern, prefix] of knownPrefixes) {
      if (!pattern.test(address)) continue;
      const name = address.replace(pattern, prefix);
      known.set(written, name);
      isUsual &&= written === name;
    }
  }
  if (isUsual) return null;
  const say = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}:${name}`);
  return {
    element(name) {
      const colon = name.indexOf(':');
      const prefix = known.get(name.slice(0, Math.max(0, colon)));
      return prefix === undefined ? name : say(prefix, name.slice(colon + 1));
    },
    attributes(name) {
      const colon = name.indexOf(':');
      const wanted = name.slice(0, Math.max(0, colon));
      // What has no prefix belongs to no name space, whatever its element's is.
      return [name, ...[...known].flatMap(([written, prefix]) => (prefix === wanted && written !== '' && colon > 0 ? [say(written, name.slice(colon + 1))] : []))];
    },
  };
}
