/**
 * Units of the engine, as types: a number of one kind does not pass for another.
 * Cast once where a value is born (`i as LineIndex`), never to get past an error further on.
 */
declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** Bytes from the start of a source, after transcoding to UTF-8. */
export type ByteOffset = Unit<'byte offset'>;
/** 0-based, counted through all sources of a session. */
export type LineIndex = Unit<'line index'>;
/** 1-based within its source, as VS Code and people count. */
export type LineNumber = Unit<'line number'>;
/** 0-based, counted through all sources of a session. */
export type RecordIndex = Unit<'record index'>;
/** 0-based, in the order the sources were opened. */
export type SourceIndex = Unit<'source index'>;
/** Names one template for the life of a session; never reused. */
export type TemplateId = Unit<'template id'>;
/** Names one distinct masked message; many signatures share a template. */
export type SignatureId = Unit<'signature id'>;
/** Nanoseconds since 1970-01-01T00:00:00Z. */
export type UnixNs = bigint;
/** Milliseconds since 1970-01-01T00:00:00Z with a fraction: for arithmetic that can lose nanoseconds. */
export type UnixMs = Unit<'milliseconds since the epoch'>;
