import type { ToolDeclaration } from './tool';

/** Run by the host, which knows the sources the reader attached; it is offered only where there are some. */
export const querySource = {
  name: 'query_source',
  description:
    'Asks a log source the reader attached (a server, the journal, a command) in its own query language and gives the first lines of what it answers, as a document of its own: its lines are cited as [Q1:L7].',
  schema: {
    type: 'object',
    properties: {
      source: {
        type: 'string',
        maxLength: 200,
        description: 'Name of the source, as the reader attached it.',
      },
      query: {
        type: 'string',
        maxLength: 4000,
        description: 'In the language of the source: LogQL, a query string, a unit of the journal.',
      },
      from: {
        type: 'string',
        maxLength: 60,
        description: 'Beginning of the time range, as 2026-11-22T09:30:00Z.',
      },
      until: {
        type: 'string',
        maxLength: 60,
        description: 'End of the time range, as 2026-11-22T10:00:00Z.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 1000,
        description: 'Entries at most; 100 where left out.',
      },
    },
    required: ['source', 'query'],
    additionalProperties: false,
  },
} as const satisfies ToolDeclaration;
