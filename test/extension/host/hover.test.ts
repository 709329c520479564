import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { closeAll, detect, hoverText, openLog, writeLog } from './log-files';

describe('the hover says how often', () => {
  let uri: vscode.Uri;
  let log: AnalysedLog | undefined;
  before(async () => {
    uri = writeLog('how-often.log', generateShopLog({ seed: 51, records: 3_000 }).text);
    await openLog(uri);
    log = await detect(uri);
  });
  after(closeAll);

  /** Of the first finding whose template occurs so often. */
  function hoverWhere(isWanted: (count: number) => boolean): Promise<string> {
    const counts = new Map(log?.report.templates.map(({ id, count }) => [id, count]));
    const finding = log?.findings.find(({ templateId }) => isWanted(counts.get(templateId) ?? 0));
    assert.ok(finding, 'there is such a finding');
    return hoverText(uri, finding.line);
  }

  it('of a line that is alone of its kind, without a link to itself', async () => {
    assert.match(await hoverWhere((count) => count === 1), /^Occurs once in [\d,]+ records\.$/m);
  });

  it('of others with the times of the first and the last, once', async () => {
    const text = await hoverWhere((count) => count > 1);
    const place = String.raw`\[line [\d,]+\]\(command:[^)]*\) \(\d\d:\d\d:\d\d\)`;
    assert.match(text, new RegExp(`first on ${place}, last on ${place}`));
    assert.doesNotMatch(text, /first seen|last seen/);
  });

  it('where the values of its line stand among those of its kind', async () => {
    const templates = new Map(log?.report.templates.map((template) => [template.id, template]));
    const finding = log?.findings.find(({ templateId }) => {
      const template = templates.get(templateId);
      return (template?.count ?? 0) > 1 && (template?.parameters.length ?? 0) > 0;
    });
    assert.ok(finding, 'there is a finding with values');
    assert.match(await hoverText(uri, finding.line), /Values in this line:\n- ` .+ ` · ` .+ `: .*\d/);
  });
});
