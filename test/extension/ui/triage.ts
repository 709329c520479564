import { existsSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../harness/workbench';

/** A line of `.oddline/labels.jsonl`, as far as tests look at it. */
export interface StoredLabel {
  readonly label: 'normal' | 'anomalous';
  readonly scope?: 'template' | 'session' | 'incident';
  readonly template?: string;
  readonly finding?: string;
  readonly category?: string;
  readonly note?: string;
  readonly by?: string;
  readonly at: string;
}

/** Going through a log by single keys, as a person does: every step waits for what it does, never for a time. */
export class TriageHands {
  constructor(private readonly workbench: Workbench) {}

  /** Says what is looked at and which keys there are. */
  status(): Locator {
    return this.workbench.page.locator('.statusbar-item[id$=".oddline.triage"]');
  }

  /** How far labels reach, while something is gone through. */
  bar(): Locator {
    return this.workbench.statusBarItem(/labels? covers? /);
  }

  async start(command: 'Oddline: Start Triage' | 'Oddline: Next to Label'): Promise<void> {
    await this.workbench.runCommand(command);
    await this.status().waitFor({ timeout: 30_000 });
    // Why it is looked at, and the keys.
    await this.workbench.hover().filter({ hasText: 'Shift+Y' }).waitFor();
  }

  async press(key: string): Promise<void> {
    await this.workbench.page.keyboard.press(key);
  }

  /** A key that moves on: resolves once another line is looked at, or nothing is left. */
  async pressAndMove(key: string): Promise<void> {
    const before = await this.workbench.caretLine();
    await this.press(key);
    const seen = async () =>
      (await this.status().count()) === 0 || (await this.workbench.caretLine()) !== before;
    await this.workbench.until(`${key} moves on from line ${before}`, seen, Boolean);
  }

  async end(): Promise<void> {
    await this.press('Escape');
    await this.status().waitFor({ state: 'detached' });
  }

  /** Of the workspace folder; none where nothing was labelled. */
  stored(): StoredLabel[] {
    const file = '.oddline/labels.jsonl';
    if (!existsSync(this.workbench.file(file))) return [];
    const [, ...lines] = this.workbench.read(file).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as StoredLabel);
  }

  /** Waits until so many labels are kept; resolves with them. */
  storedReach(count: number): Promise<StoredLabel[]> {
    return this.workbench.until(
      `${count} labels are kept`,
      async () => this.stored(),
      (labels) => labels.length === count,
    );
  }
}
