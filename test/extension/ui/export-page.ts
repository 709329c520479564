import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from '../harness/workbench';

/** The page of Export Dataset… as a person meets it. */
export class ExportPage {
  constructor(private readonly workbench: Workbench) {}

  frame(): FrameLocator {
    return this.workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  }

  examples(): Locator {
    return this.frame().locator('.preview:not([aria-busy]) .example');
  }

  counts(): Locator {
    return this.frame().locator('.counts');
  }

  exportButton(): Locator {
    return this.frame().getByRole('button', { name: 'Export', exact: true });
  }

  /** Opens it beside the log in front, and waits for its preview. */
  async open(log: string): Promise<void> {
    await this.workbench.runCommand('Oddline: Export Dataset');
    const heading = `Export ${log} as a data set`;
    await this.frame().getByRole('heading', { name: heading }).waitFor({ timeout: 60_000 });
    await this.previews('of the log');
  }

  async previews(what: string): Promise<void> {
    await this.workbench.until(
      `three examples ${what}`,
      () => this.examples().count(),
      (count) => count === 3,
    );
  }
}
