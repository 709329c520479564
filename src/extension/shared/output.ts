import * as vscode from 'vscode';

/** The "Oddline" output channel: what went wrong, for whoever reports it. Never log text. */
export interface Output {
  error(what: string, error: unknown): void;
  /** What was measured. */
  info(what: string): void;
  show(): void;
}

export function registerOutput(context: vscode.ExtensionContext): Output {
  let channel: vscode.LogOutputChannel | undefined;
  const opened = () => {
    if (!channel) {
      channel = vscode.window.createOutputChannel('Oddline', { log: true });
      context.subscriptions.push(channel);
    }
    return channel;
  };
  context.subscriptions.push(vscode.commands.registerCommand('oddline.showOutput', () => opened().show()));
  return {
    error: (what, error) => opened().error(what, error),
    info: (what) => opened().info(what),
    show: () => opened().show(),
  };
}
