import * as vscode from 'vscode';
import { ownPatterns } from '../shared/privacy-settings';

/** Of the manifest. */
const providerId = 'oddline.mcp';

interface Program {
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/**
 * Starts the command line with VS Code's own program, which is Node where this variable says so: nobody needs a Node of their own. It
 * hides what the reader's own patterns say, too.
 */
function serverProgram(extensionUri: vscode.Uri): Program {
  const cli = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const patterns = ownPatterns();
  const env: Record<string, string> = {
    ELECTRON_RUN_AS_NODE: '1',
    ...(patterns.length > 0 && { ODDLINE_PRIVACY_PATTERNS: JSON.stringify(patterns) }),
  };
  return { command: process.execPath, args: [cli, 'mcp', ...folders()], env };
}

/** Only what the workspace holds can be read. */
function folders(): string[] {
  const all = vscode.workspace.workspaceFolders ?? [];
  return all.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

/** Undefined where the product knows no MCP servers. */
export function registerMcpServer({ extension, extensionUri }: vscode.ExtensionContext): vscode.Disposable[] {
  const lm: typeof vscode.lm | undefined = vscode.lm;
  if (typeof lm?.registerMcpServerDefinitionProvider !== 'function') return [];
  const changed = new vscode.EventEmitter<void>();
  const provideMcpServerDefinitions = (): vscode.McpServerDefinition[] => {
    if (folders().length === 0) return [];
    const { command, args, env } = serverProgram(extensionUri);
    const version = String(extension.packageJSON.version);
    return [new vscode.McpStdioServerDefinition('Oddline', command, args, env, version)];
  };
  return [
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('oddline.privacy.patterns')) changed.fire();
    }),
    lm.registerMcpServerDefinitionProvider(providerId, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions,
    }),
  ];
}

/** What other clients take in their `mcp.json`. */
export async function copyMcpConfiguration(extensionUri: vscode.Uri): Promise<void> {
  const configuration = { mcpServers: { oddline: serverProgram(extensionUri) } };
  await vscode.env.clipboard.writeText(`${JSON.stringify(configuration, null, 2)}\n`);
  const what =
    folders().length === 0
      ? vscode.l10n.t('Copied. No folder is open: put the folders of your logs behind "mcp" in "args".')
      : vscode.l10n.t('Copied. The server may read the folders of this workspace: they stand in "args".');
  void vscode.window.showInformationMessage(what);
}
