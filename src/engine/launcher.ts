import type { ChildProcess } from 'node:child_process';
import { tell } from './childProcess.ts';
import { forkEngine } from './forkEngine.ts';
import type { LaunchRequest } from './messages.ts';

/** Starts processes for the client and hands messages to and fro. They end with this process, as it does with the client. */
export class Launcher {
  private readonly children = new Map<number, ChildProcess>();

  /** Whether the request was one of these. */
  take(body: { readonly kind: string }): boolean {
    const request = body as LaunchRequest;
    switch (request.kind) {
      case 'launch':
        this.launch(request.child, request);
        return true;
      case 'pass':
        this.children.get(request.child)?.send(request.message, (error) => {
          if (error !== null) this.end(request.child, error.message);
        });
        return true;
      case 'end':
        this.end(request.child, 'told to');
        return true;
      default:
        return false;
    }
  }

  private launch(child: number, { script, memory }: { readonly script: string; readonly memory: number }): void {
    const started = forkEngine({ script, execPath: process.execPath, memory });
    this.children.set(child, started);
    if (started.pid !== undefined) tell({ type: 'launched', child, pid: started.pid });
    started.stderr?.setEncoding('utf8').on('data', (text: string) => tell({ type: 'printed', child, text }));
    started.on('message', (message) => tell({ type: 'passed', child, message }));
    started.on('error', (error) => this.end(child, error.message));
    started.on('exit', (code, signal) => this.end(child, `exit ${String(code ?? signal)}`));
  }

  private end(child: number, reason: string): void {
    const started = this.children.get(child);
    if (started === undefined) return;
    this.children.delete(child);
    started.kill('SIGKILL');
    tell({ type: 'ended', child, reason });
  }
}
