import type { Workbench } from '../harness/workbench';

/** Waits for what Oddline says behind `{}` in the status bar, in one line; `warning: ` before it where it warns. */
export function languageStatus(workbench: Workbench, wanted: RegExp): Promise<string> {
  return workbench.until(
    'the language status',
    () => statusNow(workbench),
    (text) => wanted.test(text),
  );
}

async function statusNow({ page }: Workbench): Promise<string> {
  // What was opened before may say what held then.
  await page.keyboard.press('Escape');
  await page.locator('.statusbar-item[id="status.languageStatus"]').first().click();
  const entry = page.locator('.hover-language-status', { hasText: 'with time' }).first();
  await entry.waitFor();
  const text = (await entry.innerText()).replace(/\s+/g, ' ');
  // VS Code's own class of a warning.
  const warns = (await entry.locator('.severity.sev2').count()) > 0;
  return `${warns ? 'warning: ' : ''}${text}`;
}
