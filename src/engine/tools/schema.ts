/** The part of JSON Schema that tools describe their arguments in: flat, and nothing beside what is named. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

export type PropertySchema = TextSchema | IntegerSchema | FlagSchema;

interface TextSchema {
  readonly type: 'string';
  readonly description: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
}

interface IntegerSchema {
  readonly type: 'integer';
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
}

interface FlagSchema {
  readonly type: 'boolean';
  readonly description: string;
}

/** What arguments are once they were checked. */
export type ArgumentsOf<Schema extends ObjectSchema> = {
  readonly [Name in keyof Schema['properties']]:
    | ValueOf<Schema['properties'][Name]>
    | (Name extends Schema['required'][number] ? never : undefined);
};

type ValueOf<Property> = Property extends { readonly enum: readonly (infer Choice)[] }
  ? Choice
  : Property extends { readonly type: 'string' }
    ? string
    : Property extends { readonly type: 'integer' }
      ? number
      : boolean;
