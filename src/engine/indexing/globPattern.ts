/**
 * A glob as settings and ignore files have them, as a test of a path below the root with `/` between folders: `*` and `?`
 * stay in one folder, `**` crosses folders, `{a,b}` chooses. A pattern without `/` fits the last name at any depth.
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
    else if (character === '{') {
      braces += 1;
      source += '(?:';
    } else if (character === '}' && braces > 0) {
      braces -= 1;
      source += ')';
    } else if (character === ',' && braces > 0) source += '|';
    else source += character.replace(/[.+^$()|[\]\\{}]/g, '\\$&');
  }
  source += ')'.repeat(braces);
  // What stands below a folder that fits is left out with it.
  const pattern = new RegExp(`^${anyDepth ? '(?:.*/)?' : ''}${source}(?:/.*)?$`, 'u');
  return (path) => pattern.test(path);
}

/** Lines of an ignore file: `#` begins a comment, `!` takes back what a line before it left out. */
export function ignoreRules(text: string): (path: string) => boolean {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const back = line.startsWith('!');
      return { ignored: !back, fits: globPattern(back ? line.slice(1) : line) };
    });
  return (path) => rules.reduce((ignored, rule) => (rule.fits(path) ? rule.ignored : ignored), false);
}
