/**
 * A glob as settings and ignore files have them, as a test of a path below the root with `/` between folders: `*` and `?`
 * stay in one folder, `**` crosses folders, `{a,b}` and `[0-9]` choose. A pattern without `/` fits the last name at any depth.
 * `草稿`, `*.tmp`, `旧稿/2019*`, `{备份,存档}`
 */
export function globPattern(glob: string): (path: string) => boolean {
  const anchored = glob.replace(/^\//, '');
  const anyDepth = !glob.replace(/\/$/, '').includes('/');
  const body = anchored.replace(/\/$/, '');
  let source = '';
  let braces = 0;
  for (let index = 0; index < body.length; index += 1) {
    const character = body.charAt(index);
    if (body.startsWith('**/', index)) {
      source += '(?:.*/)?';
      index += 2;
    } else if (body.startsWith('**', index)) {
      source += '.*';
      index += 1;
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '[' && body.indexOf(']', index + 2) > 0) {
      const end = body.indexOf(']', index + 2);
      const inside = body.slice(index + 1, end).replace(/[\\[\]^]/g, '\\$&');
      source += `[${inside.replace(/^(?:!|\\\^)/, '^')}]`;
      index = end;
    } else if (character === '{') {
      braces += 1;
      source += '(?:';
    } else if (character === '}' && braces > 0) {
      braces -= 1;
      source += ')';
    } else if (character === ',' && braces > 0) source += '|';
    else source += character.replace(/[.+^$()|[\]\\{}]/g, '\\$&');
  }
  source += ')'.repeat(braces);
  const pattern = compile(`^${anyDepth ? '(?:.*/)?' : ''}${source}(?:/.*)?$`);
  return (path) => pattern?.test(path) ?? false;
}

/** What stands below a folder that fits is left out with it. A pattern that cannot be (`[z-a]`) fits nothing. */
function compile(source: string): RegExp | null {
  try {
    return new RegExp(source, 'u');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
