import type * as vscode from 'vscode';

const prefix = 'oddline.model.';

/** Keys of model servers, in SecretStorage alone, each kept by its server's origin: an endpoint that is changed never gets another's key. */
export class ModelKeys {
  constructor(private readonly secrets: vscode.SecretStorage) {}

  /** Undefined where none is kept. */
  async of(endpoint: string): Promise<string | undefined> {
    const origin = originOf(endpoint);
    return origin === undefined ? undefined : this.secrets.get(prefix + origin);
  }

  async keep(endpoint: string, key: string): Promise<void> {
    const origin = originOf(endpoint);
    if (origin === undefined) return;
    if (key === '') await this.secrets.delete(prefix + origin);
    else await this.secrets.store(prefix + origin, key);
  }
}

function originOf(endpoint: string): string | undefined {
  return URL.canParse(endpoint) ? new URL(endpoint).origin : undefined;
}
