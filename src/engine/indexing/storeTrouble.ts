/** What a failed write means for the writer, as one Chinese sentence. */
export function storeTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘空间不足，索引没有更新；已有的索引不受影响。';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '索引文件夹不能写入，索引没有更新；请检查权限，或在设置中另选一个位置。';
    case 'ENOENT':
      return '索引的位置不存在，也建不起来，请在设置中另选一个位置。';
    case 'ENOTDIR':
    case 'EEXIST':
      return '索引的位置被同名文件占用，请在设置中另选一个位置。';
    default:
      return `索引没有更新：${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
  }
}
