import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { logTools } from '../../src/engine/tools/tools';

interface Tool {
  readonly name: string;
  readonly toolReferenceName: string;
  readonly displayName: string;
  readonly userDescription: string;
  readonly modelDescription: string;
  readonly inputSchema: { readonly properties: Readonly<Record<string, unknown>> };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly languageModelTools: readonly Tool[];
    readonly chatParticipants: readonly {
      readonly description: string;
      readonly commands: readonly { readonly name: string; readonly description: string }[];
    }[];
  };
};
const languages = ['package.nls.json', 'package.nls.zh-cn.json'].map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>,
);

function expectTranslated(keys: readonly string[]): void {
  for (const key of keys) for (const strings of languages) expect(strings[key.slice(1, -1)]).toBeTruthy();
}

describe('tools for the models of VS Code', () => {
  const byName = new Map(contributes.languageModelTools.map((tool) => [tool.name, tool]));

  test('are those of the table, under names nobody else has', () => {
    expect([...byName.keys()]).toEqual(logTools.map(({ name }) => `oddline_${name}`));
    expect(new Set([...byName.values()].map((tool) => tool.toolReferenceName)).size).toBe(byName.size);
  });

  test.each(logTools)('$name is described as the table does, and takes the log besides', (tool) => {
    const told = byName.get(`oddline_${tool.name}`);
    expect(told?.modelDescription).toBe(tool.description);
    const { log, ...own } = told?.inputSchema.properties ?? {};
    expect(log).toMatchObject({ type: 'string' });
    expect({ ...told?.inputSchema, properties: own }).toEqual(tool.schema);
  });

  test('have titles in both languages', () => {
    expectTranslated([...byName.values()].flatMap((tool) => [tool.displayName, tool.userDescription]));
  });
});

test('the participant has the commands of the panel, in both languages', () => {
  const [participant, ...others] = contributes.chatParticipants;
  expect(others).toEqual([]);
  expect(participant.commands.map(({ name }) => name)).toEqual([
    ...['summary', 'rootcause', 'timeline', 'security', 'compare', 'next'],
  ]);
  expectTranslated([participant.description, ...participant.commands.map(({ description }) => description)]);
});
