import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from '../harness/workbench';

/** The big-log editor in front. */
export class BigLogView {
  constructor(private readonly workbench: Workbench) {}

  get page(): FrameLocator {
    return this.workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  }

  /** Rows on screen with that text, where one is named. */
  rows(text: string | RegExp = ''): Locator {
    return this.page.locator('.row:not(.skeleton)', { hasText: text });
  }

  /** Waits for a row; rows of what was shown before may stand there for a moment. */
  async shows(text: string | RegExp): Promise<void> {
    await this.rows(text).first().waitFor({ timeout: 30_000 });
  }

  /** Waits for what the line at the foot says. */
  async says(text: string | RegExp): Promise<void> {
    await this.page.locator('.status', { hasText: text }).waitFor({ timeout: 30_000 });
  }
}
