import * as vscode from 'vscode';

/**
 * | setting                    | type                       | default | what it does |
 * |----------------------------|----------------------------|---------|--------------|
 * | oddline.semantic.source    | off, folder or endpoint    | off     | who turns texts into vectors |
 * | oddline.semantic.modelFolder | string                   | ''      | the folder of a model, of `folder` |
 * | oddline.semantic.endpoint  | string                     | ''      | the base address of a server, of `endpoint` |
 * | oddline.semantic.model     | string                     | ''      | what the server is asked for |
 *
 * All are machine-scoped and off until somebody sets them up: a workspace must not decide whose model reads a log.
 */
export interface SemanticSettings {
  readonly source: 'off' | 'folder' | 'endpoint';
  readonly modelFolder: string;
  readonly endpoint: string;
  readonly model: string;
}

export function semanticSettings(): SemanticSettings {
  const settings = vscode.workspace.getConfiguration('oddline');
  const text = (name: string) => {
    const value = settings.get<unknown>(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const [modelFolder, endpoint, model] = ['modelFolder', 'endpoint', 'model'].map((name) =>
    text(`semantic.${name}`),
  );
  const source = text('semantic.source');
  const isFolder = source === 'folder' && modelFolder !== '';
  const isEndpoint = source === 'endpoint' && endpoint !== '' && model !== '';
  return { source: isFolder ? 'folder' : isEndpoint ? 'endpoint' : 'off', modelFolder, endpoint, model };
}

export async function useFolder(folder: string): Promise<void> {
  await set('semantic.modelFolder', folder);
  await set('semantic.source', 'folder');
}

export async function useEndpoint(endpoint: string, model: string): Promise<void> {
  await set('semantic.endpoint', endpoint);
  await set('semantic.model', model);
  await set('semantic.source', 'endpoint');
}

async function set(name: string, value: string): Promise<void> {
  await vscode.workspace.getConfiguration('oddline').update(name, value, vscode.ConfigurationTarget.Global);
}
