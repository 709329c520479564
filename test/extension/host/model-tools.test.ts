import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { closeAll, openLog, writeLog } from './log-files';
import { Messages } from './messages';

const secret = 'mira.holm@kestrel.example';

async function invoke(tool: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(`oddline_${tool}`, {
    input,
    toolInvocationToken: undefined,
  });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('tools for the models of VS Code', () => {
  let log: vscode.Uri;

  before(async () => {
    const lines = generateShopLog({ seed: 33 }).text.split('\n');
    lines[40] = lines[40].replace(/$/, ` mail to ${secret}`);
    log = writeLog('asked-by-models.log', lines.join('\n'));
    await openLog(log);
  });
  after(closeAll);

  it('are there under their names', () => {
    const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('oddline_'));
    assert.equal(names.length, 8);
  });

  it('analyse the log in front where that was not done', async () => {
    assert.match(await invoke('get_overview', {}), /asked-by-models\.log/);
  });

  it('hide what is secret, and know what stands behind a placeholder', async () => {
    const text = await invoke('get_lines', { log: path.basename(log.fsPath), first: 41, last: 41 });
    const placeholder = /<EMAIL_\d+>/.exec(text)?.[0];
    assert.ok(placeholder, text);
    assert.ok(!text.includes(secret));
    assert.match(await invoke('search_log', { text: placeholder }), /\bL41: /);
  });

  it('say which logs there are where one is named that is not open', async () => {
    assert.match(
      await invoke('get_overview', { log: '/etc/passwd' }),
      /No log of that name is open\. .*asked-by-models/,
    );
  });
});

// A test of no group runs before all others: that of activation would not be the first.
describe('Copy MCP Configuration', () => {
  it('copies how the server is started', async () => {
    const messages = new Messages();
    await vscode.commands.executeCommand('oddline.copyMcpConfiguration');
    messages.giveBack();
    const { mcpServers } = JSON.parse(await vscode.env.clipboard.readText());
    assert.equal(mcpServers.oddline.command, process.execPath);
    assert.equal(mcpServers.oddline.env.ELECTRON_RUN_AS_NODE, '1');
    assert.equal(mcpServers.oddline.args[1], 'mcp');
  });
});
