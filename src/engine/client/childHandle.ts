import { forkEngine, type EngineProcess } from '../forkEngine.ts';

/** A running process, however it was started. */
export interface ChildHandle {
  /** `undefined` until the system has told it. */
  readonly pid: number | undefined;
  send(message: unknown): void;
  /** Ends it at once. */
  kill(): void;
}

/** What a process does; nothing more comes after `onEnd`. */
export interface ChildEvents {
  readonly onMessage: (message: unknown) => void;
  readonly onPrinted: (text: string) => void;
  /** `orphaned`: it went because the process that had started it did, and is at no fault itself. */
  readonly onEnd: (reason: string, orphaned: boolean) => void;
}

/** Starts a process from this one. */
export function forkHere(options: EngineProcess, { onMessage, onPrinted, onEnd }: ChildEvents): ChildHandle {
  const child = forkEngine(options);
  child.stderr?.setEncoding('utf8').on('data', onPrinted);
  child.on('message', onMessage);
  child.on('error', (error) => onEnd(error.message, false));
  child.on('exit', (code, signal) => onEnd(`exit ${String(code ?? signal)}`, false));
  return {
    get pid() {
      return child.pid;
    },
    send: (message) =>
      void child.send(message as object, (error) => {
        if (error) onEnd(error.message, false);
      }),
    kill: () => void child.kill('SIGKILL'),
  };
}
