import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { IncidentPage } from '../../../src/extension/incidents/incident-page';
import type { AnalysedLog, Analyses } from '../../../src/extension/shared/analyses';
import { analysedLog } from '../analysed-log';
import { EventEmitter, Uri } from '../vscode-stand-in';
import { incident } from './sample-incident';

/** What VS Code shows; its renderer of Markdown gives back the Markdown. */
const stage = vi.hoisted(() => ({ title: '', html: '', close: () => {} }));

vi.mock('vscode', async () => ({
  ...(await import('../vscode-stand-in')),
  env: { language: 'en' },
  ViewColumn: { Active: -1, Beside: -2 },
  commands: { executeCommand: async (_: string, markdown: string) => markdown },
  window: {
    visibleTextEditors: [],
    createWebviewPanel: () => ({
      set title(title: string) {
        stage.title = title;
      },
      webview: {
        set html(html: string) {
          stage.html = html;
        },
      },
      onDidDispose: (closed: () => void) => {
        stage.close = closed;
      },
      reveal: () => {},
      dispose: () => stage.close(),
    }),
  },
}));

const uriOf = (path: string) => Uri.from({ scheme: 'file', path }) as unknown as vscode.Uri;
const [pier, quay] = [uriOf('/logs/pier.log'), uriOf('/logs/quay.log')];
const logAt = (uri: vscode.Uri) => analysedLog([], { uri, incidents: [incident(12)] });

let known: AnalysedLog;
const changed = new EventEmitter<void>();
const analyses = {
  get: (uri: vscode.Uri) => (uri.toString() === known.uri.toString() ? known : undefined),
  onDidChange: changed.event,
} as unknown as Analyses;

let page: IncidentPage;
beforeEach(async () => {
  known = logAt(pier);
  page = new IncidentPage(analyses);
  await page.show(known, known.incidents[0], false);
});

/** As VS Code tells it: the results have the new name first. */
function renamed(): void {
  known = logAt(quay);
  changed.fire();
  page.rename(pier, quay);
}

it('goes with its log under a new name: what it says, where its lines lead, what it is asked about', async () => {
  expect(stage.html).toContain('pier\\.log');
  renamed();
  await expect.poll(() => stage.html).toContain('quay\\.log');
  expect(stage.html).toContain(encodeURIComponent('quay.log'));
  expect(stage.html).not.toContain('pier');
  expect(stage.title).toBe('connection refused');
  expect(page.argument).toEqual({ uri: quay.toString(), incidentId: '12' });
  expect(page.all().map(({ uri }) => uri.toString())).toEqual([quay.toString()]);
});

it('heeds the name of its own log alone', () => {
  page.rename(quay, uriOf('/logs/dock.log'));
  expect(page.argument?.uri).toBe(pier.toString());
});

it('that is closed is of no log', () => {
  stage.close();
  expect(page.all()).toEqual([]);
  expect(page.argument).toBeUndefined();
});
