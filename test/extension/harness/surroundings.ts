import type { VscodeInstall } from '../../../scripts/vscode/install.mjs';

/** What one run of suites on one VS Code is given, as JSON on its command line. */
export interface Surroundings {
  readonly kind: 'host' | 'ui';
  /** Name of the VS Code under test: newest or oldest. */
  readonly version: string;
  readonly install: VscodeInstall;
  /** False for code-server before 4.105. */
  readonly modern: boolean;
  readonly chromium: string;
  readonly vsix: string;
  /** The bundled suites to run. */
  readonly suites: readonly string[];
  readonly resultFile: string;
  /** Folder for pictures. */
  readonly screenshots: string;
}

export interface SuiteResult {
  readonly passed: readonly string[];
  readonly failed: readonly { readonly title: string; readonly error: string }[];
}

export const surroundings: Surroundings = JSON.parse(process.argv[2] ?? '{}');

/** Above 10 MB VS Code in the browser shows a page instead of the text until the user says so; not under test here. */
export const testSettings = { 'workbench.editorLargeFileConfirmation': 4096, 'window.commandCenter': false };
