import { validateSync, type ValidationError } from 'class-validator';
import type { Command, CommandType } from '../domain/commands.ts';
import type { Complaint } from './complaint.ts';
import { faultOf, fieldsOf, type Field, type RequestClass } from './field.ts';
import type { Label } from './label.ts';
import { requestClassOf } from './request-types.ts';

/** A command and the label that goes to the directory instead of into it; or everything that is wrong. */
export type RequestReading =
  | { readonly ok: true; readonly command: Command; readonly label?: Label }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/**
 * Reads what a door was sent as one command. Nothing is turned into another type, and no field is passed over: whoever
 * misspells one must not believe that it was heeded.
 */
export function readRequest(name: CommandType, body: unknown): RequestReading {
  const reading = readFields(requestClassOf(name), body);
  if (!reading.ok) return reading;
  const command = reading.request.toCommand();
  const label = reading.request.toLabel?.();
  return label === undefined ? { ok: true, command } : { ok: true, command, label };
}

/** A request with every field as it must be; or everything that is wrong. */
export type FieldsReading<Request> =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads what a door was sent as a request of this class, whether or not it makes a command. */
export function readFields<Request extends object>(
  requestClass: RequestClass<Request>,
  body: unknown,
): FieldsReading<Request> {
  if (!isObject(body)) return { ok: false, complaints: [notAnObject('')] };
  const misplaced: Complaint[] = [];
  const request = filled({ requestClass, body, pointer: '' }, misplaced);
  const errors = validateSync(request, { stopAtFirstError: true, dismissDefaultMessages: true });
  const complaints = [...misplaced, ...complaintsOf(errors, requestClass, '')];
  if (complaints.length > 0) return { ok: false, complaints: complaints.slice(0, mostComplaints) };
  return { ok: true, request };
}

/** An object that is neither null nor a list. */
export type Body = Readonly<Record<string, unknown>>;

/** Whether what was sent is an object, and neither null nor a list. */
export function isObject(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

/** Who has made more mistakes than this has made one mistake many times. */
const mostComplaints = 1_000;

/** What is to be filled, and where it stands in what was sent. */
interface Place<Request extends object> {
  readonly requestClass: RequestClass<Request>;
  readonly body: Body;
  readonly pointer: string;
}

/**
 * A request with the fields that were sent. Unknown fields are found here and not by class-validator, which looks them
 * up in a plain object and so takes `constructor` for a field that it knows.
 */
function filled<Request extends object>(place: Place<Request>, complaints: Complaint[]): Request {
  const request = new place.requestClass();
  const fields = fieldsOf(place.requestClass);
  for (const [name, value] of Object.entries(place.body)) {
    const field = fields.get(name);
    if (field === undefined) complaints.push(unknownField(place.pointer, name));
    else if (value !== undefined) {
      const sent = { value, pointer: `${place.pointer}/${name}` };
      Reflect.set(request, name, withItems(field, sent, complaints));
    }
  }
  return request;
}

/** The value; where it is a list, and not too long to be looked at, with its items as requests of their own. */
function withItems(
  field: Field,
  { value, pointer }: { readonly value: unknown; readonly pointer: string },
  complaints: Complaint[],
): unknown {
  const { items: requestClass } = field;
  if (requestClass === undefined || !Array.isArray(value) || faultOf(field, value)) return value;
  return value.map((body: unknown, index) => {
    const place = `${pointer}/${index}`;
    if (isObject(body)) return filled({ requestClass, body, pointer: place }, complaints);
    complaints.push(notAnObject(place));
    return null;
  });
}

/** class-validator's tree as a list; what is wrong with a value is told by its field, which knows the rule. */
function complaintsOf(
  errors: readonly ValidationError[],
  owner: RequestClass,
  place: string,
): readonly Complaint[] {
  return errors.flatMap((error) => {
    const field = fieldsOf(owner).get(error.property);
    if (field === undefined) return [unknownField(place, error.property)];
    return complaintsAbout(field, error, `${place}/${error.property}`);
  });
}

function complaintsAbout(field: Field, error: ValidationError, pointer: string): readonly Complaint[] {
  const { items: owner } = field;
  const fault = error.constraints === undefined ? undefined : faultOf(field, error.value);
  if (fault !== undefined) return [{ pointer, ...fault }];
  if (owner === undefined) return [];
  return (error.children ?? []).flatMap(({ property, children }) =>
    complaintsOf(children ?? [], owner, `${pointer}/${property}`),
  );
}

function notAnObject(pointer: string): Complaint {
  const message = 'Write an object in braces, with a name and a value for each field.';
  return { pointer, rule: 'not-an-object', message };
}

/** Names the field where it could be a misspelled name; any other text might be a person's. */
function unknownField(place: string, name: string): Complaint {
  const pointer = /^[A-Za-z]{1,40}$/.test(name) ? `${place}/${name}` : place;
  const message = 'There is no such field here. Remove it, or correct its spelling.';
  return { pointer, rule: 'field-unknown', message };
}
