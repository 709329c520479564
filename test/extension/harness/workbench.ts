import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import {
  createProfile,
  type Profile,
  removeProfile,
  writeLanguagePack,
} from '../../../scripts/vscode/profile.mjs';
import { startServer } from '../../../scripts/vscode/server.mjs';
import { type Browser, openBrowser } from './browser';
import { putExtension } from './installed-extension';
import { surroundings, testSettings } from './surroundings';

export interface WorkbenchOptions {
  /** Files of the workspace folder: path in it → text or bytes. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Which of them to open at once. */
  readonly open?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Of machine scope: log sources. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  /** Display language such as zh-cn. */
  readonly locale?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** False: the folder is not trusted until the user says so. */
  readonly trustAll?: boolean;
  /** Folders within the workspace folder that are the workspace's folders instead of it. */
  readonly roots?: readonly string[];
  readonly size?: { readonly width: number; readonly height: number };
}

/** Theme → its name in VS Code's list, and the class the workbench then has. */
const themes = {
  light: { label: 'Light Modern', className: 'vs' },
  dark: { label: 'Dark Modern', className: 'vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', className: 'hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', className: 'hc-light' },
} as const;
export type Theme = keyof typeof themes;

/** A workspace of several folders; returns the path of its file. */
function writeWorkspace(profile: Profile, folder: string, roots: readonly string[]): string {
  const file = path.join(profile.root, 'several.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: roots.map((root) => ({ path: path.join(folder, root) })) }));
  return file;
}

type Server = Awaited<ReturnType<typeof startServer>>;

/**
 * A VS Code of its own with the packaged extension installed, as a user sees it in the page. Opened in a `before`,
 * closed in an `after`.
 */
export class Workbench {
  /** The one opened last: what a picture of a failure shows. */
  static last: Workbench | undefined;

  private constructor(
    private readonly profile: Profile,
    private readonly server: Server,
    private readonly browser: Browser,
    /** The workspace folder on disk. */
    readonly folder: string,
  ) {}

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const profile = createProfile({ ...testSettings, ...options.settings }, options.machineSettings);
    const folder = path.join(profile.root, 'logs');
    mkdirSync(folder);
    for (const [name, content] of Object.entries(options.files ?? {})) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    const several = options.roots && writeWorkspace(profile, folder, options.roots);
    if (options.locale) writeLanguagePack(profile, options.locale);
    const { install, modern } = surroundings;
    await putExtension(profile);
    const { locale, env, trustAll } = options;
    const server = await startServer(install, profile, { modern, locale, env, trustAll });
    const browser = await openBrowser(profile.root, options.size ?? { width: 1400, height: 900 });
    const workbench = new Workbench(profile, server, browser, folder);
    Workbench.last = workbench;
    await workbench.load(options.open, several);
    return workbench;
  }

  get page(): Page {
    return this.browser.page;
  }

  /** Addresses off this machine that VS Code asked for. */
  get requestsOutside(): readonly string[] {
    return this.browser.outside;
  }

  private async load(open: string | undefined, workspaceFile: string | undefined): Promise<void> {
    const payload = open ? ([['openFile', this.server.uriOf(path.join(this.folder, open))]] as const) : [];
    const address = new URL(this.server.pageOf(this.folder, payload));
    if (workspaceFile) {
      address.searchParams.delete('folder');
      address.searchParams.set('workspace', workspaceFile);
    }
    await this.page.goto(address.href);
    await this.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    // What an extension contributes comes a little after the workbench itself.
    await this.page
      .locator('.activitybar .action-label[aria-label*="Oddline"]')
      .first()
      .waitFor({ timeout: 60_000 });
    if (open) await this.waitForEditor(path.basename(open));
  }

  async close(): Promise<void> {
    if (Workbench.last === this) Workbench.last = undefined;
    await this.browser.close();
    await this.server.stop();
    removeProfile(this.profile);
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }

  /** By the address of its text, where the name is a file's: the tab is there first, over the text of the one before. */
  async waitForEditor(name: string): Promise<void> {
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor({ timeout: 60_000 });
    const isFile = !/\s/.test(name);
    const editor = `.editor-instance .monaco-editor${isFile ? `[data-uri$="/${name}"]` : ''}`;
    await this.page.locator(`${editor} .view-line`).first().waitFor({ timeout: 60_000 });
  }

  /** Opens a file of the workspace folder through the Explorer. */
  async openFile(name: string): Promise<void> {
    await this.runCommand('View: Show Explorer', 'Explorer');
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
    await row.waitFor({ timeout: 60_000 });
    await row.dblclick();
    await this.waitForEditor(name);
  }

  /** Opens the palette and types; resolves with the rows offered. */
  private async searchCommands(text: string): Promise<Locator> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`>${text}`);
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    return rows;
  }

  /**
   * Runs a command as a user does: by its title in the palette. `row` is a text of the row when it differs. An open
   * palette does not take up commands whose extension or `when` key comes later, so it is opened anew until it offers it.
   */
  async runCommand(title: string, row = title): Promise<void> {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const wanted = (await this.searchCommands(title)).filter({ hasText: row }).first();
      const offered = await wanted.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      );
      if (offered) {
        await wanted.click();
        // What the command asks in its turn is not to be taken for the palette.
        await wanted.waitFor({ state: 'hidden' });
        // The pointer would rest on a tab and open its hover.
        return this.page.mouse.move(0, 0);
      }
      await this.page.keyboard.press('Escape');
      if (performance.now() > deadline) throw new Error(`the palette does not offer "${row}"`);
    }
  }

  /**
   * Opens a row's context menu and chooses from it. VS Code takes up no click in the first 100 ms of a menu (the release of
   * the right button would choose), so the item is clicked until the menu is gone.
   */
  async chooseFromMenu(row: Locator, item: string): Promise<void> {
    await row.click({ button: 'right' });
    const menu = this.page.locator('.monaco-menu');
    const action = menu.getByText(item);
    await action.waitFor();
    await this.clickInMenu(action);
  }

  /** The same for an item that is there already, of a submenu too. */
  async clickInMenu(action: Locator): Promise<void> {
    await this.until(
      'menus that are open after a click on an item',
      async () => {
        await action.click({ timeout: 1_000 }).catch(() => undefined);
        return this.page.locator('.monaco-menu').count();
      },
      (open) => open === 0,
    );
  }

  /** Presses a button of a message, in the list of all where VS Code has taken the message from sight after some seconds. */
  async pressInNotification(text: string, button: string): Promise<void> {
    if (!(await this.notification(text).first().isVisible()))
      await this.runCommand('Notifications: Show Notifications');
    const item = this.page.locator('.notification-list-item', { hasText: text }).first();
    await item.getByRole('button', { name: button, exact: true }).click();
  }

  /** The titles the palette offers for a search. */
  async commandsMatching(text: string): Promise<string[]> {
    const labels = (await this.searchCommands(text)).locator('.label-name');
    // Not those of the palette before anything was typed.
    await labels.filter({ hasText: text.trim() }).first().waitFor();
    const titles = await labels.allInnerTexts();
    await this.page.keyboard.press('Escape');
    return titles;
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  async statusBarTexts(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts();
    return texts.map((text) => text.trim()).filter(Boolean);
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** Rows of the tree view with that title. */
  treeRows(view: string | RegExp): Locator {
    return this.page
      .locator('.pane', { has: this.page.locator('.pane-header .title', { hasText: view }) })
      .locator('.monaco-list-row');
  }

  /** The pieces of decorated lines on screen (backgrounds of whole lines). */
  decoratedLines(): Locator {
    return this.page.locator('.editor-instance .view-overlays [class*="ced-"]');
  }

  /** Asks `what` again until it is so; resolves with it. */
  async until<Value>(
    what: string,
    ask: () => Promise<Value>,
    isSo: (value: Value) => boolean,
  ): Promise<Value> {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const value = await ask();
      if (isSo(value)) return value;
      if (performance.now() > deadline) throw new Error(`${what}: ${JSON.stringify(value)}`);
      await this.page.waitForTimeout(50);
    }
  }

  gutterIcons(): Locator {
    return this.page.locator(
      '.editor-instance .glyph-margin-widgets [class*="ced-"], .editor-instance .margin-view-overlays .cgmr',
    );
  }

  /** The open hover of a line (tabs and tree rows have hovers of another kind). */
  hover(): Locator {
    return this.page.locator('.monaco-resizable-hover .monaco-hover-content').first();
  }

  /** What the status bar says of the caret: 1-based. */
  async caretLine(): Promise<number> {
    const text = await this.page.locator('#status\\.editor\\.selection').textContent();
    return Number(/\d+/.exec(text ?? '')?.[0]);
  }

  /** Waits until the caret is on such a line; resolves with it. */
  caretReaches(what: string, isWanted: (line: number) => boolean): Promise<number> {
    return this.until(`the caret is not on ${what} but on line`, () => this.caretLine(), isWanted);
  }

  /** Puts the focus into the text, which shortcuts of the editor need. */
  async focusEditor(): Promise<void> {
    await this.page
      .locator('.editor-instance .monaco-editor')
      .first()
      .click({ position: { x: 300, y: 40 } });
  }

  async setTheme(theme: Theme): Promise<void> {
    const { label, className } = themes[theme];
    await this.runCommand('Preferences: Color Theme');
    const input = this.page.locator('.quick-input-widget input').first();
    await this.page
      .locator('.quick-input-list .monaco-list-row', { hasText: /Modern/ })
      .first()
      .waitFor();
    await input.fill(label);
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: label })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator(`.monaco-workbench.${className}`).waitFor({ timeout: 60_000 });
  }

  async setSize(width: number, height = 900): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  /** A picture for people to look at; returns its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(surroundings.screenshots, surroundings.version, `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
    return file;
  }
}
