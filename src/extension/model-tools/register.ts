import * as vscode from 'vscode';
import type { LogToolName } from '../../protocol/assistant-log';
import { LogTool } from './log-tool';
import { copyMcpConfiguration, registerMcpServer } from './mcp-server';
import { registerParticipant } from './participant';
import type { ModelToolsParts } from './parts';
import { ToldModels } from './told-models';

/** The engine's table, by the names of the manifest: those are global, and VS Code throws where two extensions share one. */
const toolNames: Readonly<Record<LogToolName, `oddline_${LogToolName}`>> = {
  get_overview: 'oddline_get_overview',
  list_incidents: 'oddline_list_incidents',
  list_templates: 'oddline_list_templates',
  search_log: 'oddline_search_log',
  get_lines: 'oddline_get_lines',
  get_session: 'oddline_get_session',
  get_volume: 'oddline_get_volume',
  compare_logs: 'oddline_compare_logs',
};

/** What other models of VS Code, and other programs, may use of Oddline. A product without a chat has none of it, and lacks nothing else. */
export function registerModelTools(context: vscode.ExtensionContext, parts: ModelToolsParts): void {
  context.subscriptions.push(
    ...registerTools(parts),
    ...registerParticipant(context, parts),
    ...registerMcpServer(context),
    vscode.commands.registerCommand('oddline.copyMcpConfiguration', () =>
      copyMcpConfiguration(context.extensionUri),
    ),
  );
}

function registerTools(parts: ModelToolsParts): vscode.Disposable[] {
  const lm: typeof vscode.lm | undefined = vscode.lm;
  if (typeof lm?.registerTool !== 'function') return [];
  const told = new ToldModels();
  const names = Object.keys(toolNames) as LogToolName[];
  return names.map((name) => lm.registerTool(toolNames[name], new LogTool(name, parts, told)));
}
