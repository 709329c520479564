import { describe, expect, test, vi } from 'vitest';
import * as vscode from 'vscode';
import { registerParticipant } from '../../../src/extension/model-tools/participant';
import type { ModelToolsParts } from '../../../src/extension/model-tools/parts';
import type { CitedRecord } from '../../../src/protocol/assistant-log';

/** What VS Code was handed, and what of its classes is made. */
const product = vi.hoisted(() => ({ handlers: [] as unknown[], ids: [] as string[] }));

vi.mock('vscode', async () => {
  const standIn = await import('../vscode-stand-in');
  class Text {
    constructor(readonly value: string) {}
  }
  const said = (role: string) => (content: unknown) => ({ role, content });
  return {
    ...standIn,
    Uri: Object.assign(standIn.Uri, { joinPath: () => 'icon' }),
    Range: class {
      constructor(readonly line: number) {}
    },
    Location: class {
      constructor(
        readonly uri: unknown,
        readonly range: { readonly line: number },
      ) {}
    },
    MarkdownString: Text,
    TabInputText: class {},
    TabInputCustom: class {},
    ChatRequestTurn: class {},
    ChatResponseMarkdownPart: class {},
    LanguageModelTextPart: Text,
    LanguageModelChatMessage: { User: said('user'), Assistant: said('assistant') },
    CancellationTokenSource: class {
      token = {};
      cancel = () => undefined;
      dispose = () => undefined;
    },
    window: { tabGroups: { all: [], activeTabGroup: {} } },
    workspace: { textDocuments: [], getConfiguration: () => ({ get: () => undefined }) },
    env: { language: 'en' },
    l10n: {
      t: (text: string, ...values: unknown[]) =>
        text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)])),
    },
    chat: {
      createChatParticipant: (id: string, handler: unknown) => {
        product.ids.push(id);
        product.handlers.push(handler);
        return {};
      },
    },
  };
});

const uri = vscode.Uri.from({ scheme: 'file', path: '/var/mill.log' });
const record = {
  firstLine: 2,
  lastLine: 2,
  text: 'miller@mill.example lost the key',
  templateWords: ['lost', 'the', 'key'],
  parameters: ['miller@mill.example'],
} as unknown as CitedRecord;

const log = { uri, report: { sources: [] }, stale: undefined, lineNow: (line: number) => line + 100 };
const questions = {
  evidencePack: async () => ({ tokens: 9, ranges: [[2, 2]], shortened: [], text: `2: ${record.text}` }),
  citedRecords: async (lines: readonly number[]) => lines.map((line) => (line === 2 ? record : null)),
  runTool: async () => ({ text: '', tokens: 0, lines: [], isError: false }),
};
const parts = {
  analyses: { get: () => log, all: () => [log], current: () => log, ask: () => questions },
  good: { of: () => new Map(), documents: () => [] },
  limits: () => ({
    temperature: 0.1,
    maxAnswerTokens: 500,
    contextTokens: 8000,
    maxRounds: 2,
    toolTokens: 500,
  }),
} as unknown as ModelToolsParts;

/** Asks the participant; the model answers with `pieces`, or throws. */
async function asked(pieces: readonly string[] | Error, command?: string) {
  product.handlers.length = 0;
  registerParticipant({} as vscode.ExtensionContext, parts);
  const sent: string[] = [];
  const sendRequest = async (messages: unknown) => {
    sent.push(JSON.stringify(messages));
    if (pieces instanceof Error) throw pieces;
    const { LanguageModelTextPart: Part } = vscode;
    return {
      stream: (async function* () {
        for (const piece of pieces) yield new Part(piece);
      })(),
    };
  };
  const told = { text: '', references: [] as number[] };
  const stream = {
    progress: () => undefined,
    markdown: ({ value }: vscode.MarkdownString) => {
      told.text += value;
    },
    reference: ({ range }: { readonly range: { readonly line: number } }) => told.references.push(range.line),
  };
  const [handler] = product.handlers as ((...asked: readonly unknown[]) => Promise<vscode.ChatResult>)[];
  const request = {
    prompt: 'Who lost it?',
    command,
    references: [],
    model: { id: 'm', name: 'M', maxInputTokens: 8000, sendRequest },
  };
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  const result = await handler(request, { history: [] }, stream, token);
  return { ...told, sent: sent.join('\n'), result };
}

describe('@oddline', () => {
  test('is registered under the id of the manifest', async () => {
    await asked(['Nothing.']);
    expect(product.ids).toContain('oddline.assistant');
  });

  test('answers with links for what stands in the log, and strikes out what does not', async () => {
    const { text, references } = await asked([
      'It was lost: `lost the',
      ' key` [L2].\n\nIt `burned` [L2].\n',
    ]);
    const place = encodeURIComponent(JSON.stringify({ uri: uri.toString(), line: 102 }));
    expect(text).toContain(`It was lost: \`lost the key\` [L2](command:oddline.revealLine?${place}).`);
    expect(text).toContain('~~It `burned` \\[L2\\].~~');
    expect(references).toEqual([101]);
  });

  test('sends no secret, and shows what was hidden', async () => {
    const { sent, text } = await asked(['`<EMAIL_1> lost the key` [L2].']);
    expect(sent).toContain('lost the key');
    expect(sent).not.toContain('miller@mill.example');
    expect(text).toContain('`miller@mill.example lost the key` [L2](');
  });

  test('tells a report of /rootcause with the lines that prove it', async () => {
    const evidence = [{ line: 'L2', quote: 'lost the key' }];
    const report = {
      summary: 'A key is lost.',
      needsActionNow: false,
      findings: [],
      causes: [{ cause: 'Lost key', confidence: 0.9, evidence }],
      nextChecks: [],
    };
    const { text, references } = await asked([JSON.stringify(report)], 'rootcause');
    expect(text).toContain('Lost key (90 %)');
    expect(text).toContain('Lines: [L2](command:oddline.revealLine?');
    expect(references).toEqual([101]);
  });

  test('says why the model gave no answer', async () => {
    const { result } = await asked(Object.assign(new Error('no'), { code: 'NoPermissions' }));
    expect(result.errorDetails?.message).toMatch(/^VS Code was not allowed to ask M\./);
  });
});
