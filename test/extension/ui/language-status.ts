import type { Workbench } from '../harness/workbench';

/** What Oddline says behind `{}` in the status bar, in one line; `warning: ` before it where it warns. */
export async function languageStatus({ page }: Workbench): Promise<string> {
  await page.locator('.statusbar-item[id="status.languageStatus"]').first().click();
  const entry = page.locator('.hover-language-status', { hasText: 'with time' }).first();
  await entry.waitFor();
  const text = (await entry.innerText()).replace(/\s+/g, ' ');
  // VS Code's own class of a warning.
  const warns = (await entry.locator('.severity.sev2').count()) > 0;
  return `${warns ? 'warning: ' : ''}${text}`;
}
