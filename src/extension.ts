import type * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): { readonly version: unknown } {
  return { version: (context.extension.packageJSON as { readonly version: unknown }).version };
}
