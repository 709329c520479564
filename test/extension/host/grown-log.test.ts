import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { closeAll, detect, openLog, writeLog } from './log-files';

const { text } = generateShopLog({ seed: 51, records: 3_000 });
const half = text.slice(0, text.indexOf('\n', text.length >> 1) + 1);

function judgement({ report }: AnalysedLog) {
  const { overview, findings, templates } = report;
  return {
    overview,
    findings: findings.map(({ line, score }) => ({ line, score })),
    patterns: templates.map(({ pattern, count }) => ({ pattern, count })),
  };
}

describe('a log that has grown since it was analysed', () => {
  const { withProgress } = vscode.window;
  const titles: string[] = [];
  before(() => {
    const watched = (...[options, task]: Parameters<typeof withProgress>) => {
      titles.push(options.title ?? '');
      return withProgress(options, task);
    };
    Object.assign(vscode.window, { withProgress: watched });
  });
  after(() => Object.assign(vscode.window, { withProgress }));
  afterEach(closeAll);

  it('is read on from where it ended, and judged as if it had been read whole', async () => {
    const uri = writeLog('grown.log', half);
    await openLog(uri);
    await detect(uri);
    appendFileSync(uri.fsPath, text.slice(half.length));
    titles.length = 0;
    const log = await vscode.commands.executeCommand<AnalysedLog | undefined>('oddline.runAgain', uri);
    assert.deepEqual(titles, ['Reading what was appended to grown.log']);
    assert.ok(log);
    const whole = writeLog('whole.log', text);
    await openLog(whole);
    const expected = await detect(whole);
    assert.ok(expected);
    assert.deepEqual(judgement(log), judgement(expected));
  });
});
