import type { ObjectSchema, PropertySchema } from '../../engine/tools/schema';
import { logTools } from '../../engine/tools/tools';
import { listLogs } from './list-logs';

const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

/** A tool as the protocol tells of it. */
export interface McpTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  readonly annotations: typeof annotations;
}

const log = {
  type: 'string',
  maxLength: 4000,
  description: 'The log, as list_logs names it, or its path.',
} as const;

/** Clients know no name the reader gave a good log: it is a file as well. */
const good = {
  type: 'string',
  maxLength: 4000,
  description: 'The good log, as list_logs names it, or its path.',
} as const;

/** The table of tools with the log each is asked about; `needsLog`: there are several to choose from. */
export function mcpTools(needsLog: boolean): readonly McpTool[] {
  const tools = logTools.map(({ name, description, schema }) => {
    const own: Readonly<Record<string, PropertySchema>> =
      name === 'compare_logs' ? { ...schema.properties, good } : schema.properties;
    const required = needsLog ? ['log', ...schema.required] : schema.required;
    const inputSchema: ObjectSchema = { ...schema, properties: { log, ...own }, required };
    return { name, description, inputSchema, annotations };
  });
  return [
    { name: listLogs.name, description: listLogs.description, inputSchema: listLogs.schema, annotations },
    ...tools,
  ];
}
