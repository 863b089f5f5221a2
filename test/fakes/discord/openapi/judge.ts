/** Requests by Discord's own description: whatever of one it does not allow, as `pointer reason`. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Request } from '../http.ts';
import { type Description, type Operation, readDescription } from './description.ts';
import type { Schema } from './strict.ts';

/** Checked by the patterns and limits beside them, or only said to people. */
const FORMATS = { snowflake: true, nonce: true, int32: true, int64: true, double: true, 'date-time': true } as const;

function validator(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false, coerceTypes, formats: FORMATS });
  return ajv.addFormat('uri', (text) => URL.canParse(text));
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? ` (${params.additionalProperty})` : '';
  return `${instancePath || '/'} ${message}${extra}`;
}

/** That a value is not as its kind should be, none of several things, or not null, says less than what is wrong with it. */
function told(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const telling = errors.filter(
    ({ keyword, params }) => !/^(?:if|oneOf|anyOf)$/.test(keyword) && params.type !== 'null',
  );
  return telling.length > 0 ? telling : errors;
}

function complaintsOf(validate: ValidateFunction, value: unknown): readonly string[] {
  return validate(value) ? [] : [...new Set(told(validate.errors ?? []).map(inWords))];
}

/** Parameters in the path and after it as one value: what is none of them is a mistake. */
function parametersSchema({ parameters }: Operation): Schema {
  const at = (place: string) => {
    const own = parameters.filter((each) => each.in === place);
    return {
      type: 'object',
      properties: Object.fromEntries(own.map(({ name, schema }) => [name, schema])),
      required: own.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    };
  };
  return { type: 'object', properties: { path: at('path'), query: at('query') } };
}

interface Judged {
  readonly operation: Operation;
  readonly parameters: ValidateFunction;
  readonly body: ValidateFunction | null;
}

function judged(operation: Operation, components: Schema): Judged {
  return {
    operation,
    parameters: validator(true).compile({ ...parametersSchema(operation), components }),
    body: operation.body && validator(false).compile({ ...operation.body.schema, components }),
  };
}

function bodyComplaints({ operation, body: validate }: Judged, body: unknown): readonly string[] {
  if (body === undefined) return operation.body?.isRequired ? ['/ a body is required'] : [];
  return validate ? complaintsOf(validate, body) : ['/ no body is described'];
}

export type Judge = (request: Pick<Request, 'method' | 'path' | 'query' | 'json'>) => readonly string[];

export function judge({ operations, components }: Description): Judge {
  const known = new Map<Operation, Judged>();
  return ({ method, path, query, json }) => {
    const line = `${method} ${path}`;
    const operation = operations.find(({ pattern }) => pattern.test(line));
    if (!operation) return ['/ no such request is described'];
    const own = known.get(operation) ?? judged(operation, components);
    known.set(operation, own);
    const values = { path: { ...operation.pattern.exec(line)?.groups }, query: Object.fromEntries(query) };
    return [...complaintsOf(own.parameters, values), ...bodyComplaints(own, json)];
  };
}

/** Read and compiled once for all the fakes of a test file. */
export const complaintsByDescription: Judge = judge(readDescription());
