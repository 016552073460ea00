import * as vscode from 'vscode';
import { WriterError } from '../notices.ts';

/** A file's bytes. Throws a `WriterError` that says why they are not to be had, with what helps. */
export async function bytesOf(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    const name = uri.path.split('/').pop() ?? '';
    if (error.code === 'FileNotFound') {
      throw new WriterError(vscode.l10n.t('找不到“{0}”，它可能已经移动、改名或删除。更新索引后，列表里就不再出现。', name), [
        { title: vscode.l10n.t('更新索引'), command: 'speechDraft.library.refresh' },
      ]);
    }
    throw new WriterError(vscode.l10n.t('打不开“{0}”：没有读取权限，或文件正被别的程序占用。', name));
  }
}
