import type * as vscode from 'vscode';
import { dayOf, readUsage, usesOn, withUse } from '../../core/formulations/usage.ts';
import type { UsageRecord } from '../../core/formulations/usage.ts';

const key = 'completion.usage';

/** What the writer took, kept in VS Code's state on this machine and never synchronised. */
export class UsageMemory {
  private readonly state: vscode.Memento;
  private record: UsageRecord;

  constructor(state: vscode.Memento) {
    this.state = state;
    this.record = readUsage(state.get<unknown>(key));
  }

  uses(text: string): number {
    return usesOn(this.record, text, dayOf(Date.now()));
  }

  async taken(text: string): Promise<void> {
    this.record = withUse(this.record, text, dayOf(Date.now()));
    await this.state.update(key, this.record);
  }

  async clear(): Promise<void> {
    this.record = {};
    await this.state.update(key, undefined);
  }
}
